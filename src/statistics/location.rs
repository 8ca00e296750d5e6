//! Estimators of location on the line.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, location::{HodgesLehmann, HuberLocation, Mean, Median}};
//! let sample = [1.0, 2.0, 3.0, 4.0, 1000.0];
//! assert_eq!(Mean.estimate(&sample)?, 202.0);
//! assert_eq!(Median.estimate(&sample)?, 3.0);
//! assert_eq!(HodgesLehmann.estimate(&sample)?, 3.0);
//! assert!(HuberLocation::default().estimate(&sample)? < 3.1);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod fraction;
mod hodges_lehmann;
mod huber;
mod mean;
mod median;
mod midrange;
mod pilot;
mod trimmed_mean;
mod tukey;
mod tuning;
mod winsorised_mean;

pub use fraction::NoFraction;
pub use hodges_lehmann::HodgesLehmann;
pub use huber::HuberLocation;
pub use mean::Mean;
pub use median::Median;
pub use midrange::Midrange;
pub use trimmed_mean::TrimmedMean;
pub use tukey::TukeyLocation;
pub use tuning::NoTuning;
pub use winsorised_mean::WinsorisedMean;

pub(crate) use mean::mean;
pub(crate) use median::{median_of, midpoint};
