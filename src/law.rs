//! Laws: equations between elements of a set, what breaks them, and the record of what held.

mod diagnosis;
mod equation;
mod exact_sum;
mod guard;
pub mod metric;
mod report;
mod violation;

pub use diagnosis::Diagnosis;
pub use equation::{Equation, Inputs};
pub use exact_sum::ExactSum;
pub(crate) use guard::{attempt, belongs, guarded, is_listed};
pub(crate) use report::is_worse;
pub use report::{Claim, Evidence, Report, Tally, Worst};
pub use violation::{Side, Violation};
