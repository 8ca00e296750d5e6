//! Estimators of location on the line.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, location::{Mean, Median}};
//! let sample = [1.0, 2.0, 3.0, 4.0, 1000.0];
//! assert_eq!(Mean.estimate(&sample)?, 202.0);
//! assert_eq!(Median.estimate(&sample)?, 3.0);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod mean;
mod median;

pub use mean::Mean;
pub(super) use mean::mean;
pub use median::Median;
pub(super) use median::median_of;
