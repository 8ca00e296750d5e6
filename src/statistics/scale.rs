//! Estimators of scale on the line.
//!
//! A scale is 0 where the observations, or as many of them as the estimator looks at, are equal: that is
//! the value, not a refusal.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, scale::{InterquartileRange, Range, StandardDeviation}};
//! let sample = [1.0, 2.0, 3.0, 4.0, 1000.0];
//! assert_eq!(Range.estimate(&sample)?, 999.0);
//! assert_eq!(InterquartileRange::default().estimate(&sample)?, 2.0);
//! assert!(StandardDeviation::default().estimate(&sample)? > 446.0);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod correction;
mod gini_mean_difference;
mod interquartile_range;
mod median_absolute_deviation;
mod qn;
mod quantile_range;
mod range;
mod sn;
mod standard_deviation;

pub use correction::Correction;
pub use gini_mean_difference::GiniMeanDifference;
pub use interquartile_range::{InterquartileRange, NotSymmetric};
pub use median_absolute_deviation::{MedianAbsoluteDeviation, Normalisation};
pub use qn::Qn;
pub use quantile_range::{NotAscending, QuantileRange};
pub use range::Range;
pub use sn::Sn;
pub use standard_deviation::{Divisor, StandardDeviation};

pub(super) use median_absolute_deviation::{NORMAL_DEVIATION, median_absolute_deviation_about};

use super::Refusal;

/// The scale, if it is a finite number.
fn finite(scale: f64) -> Result<f64, Refusal> {
    match scale.is_finite() {
        true => Ok(scale),
        false => Err(Refusal::Overflow(
            "a difference of observations, or a scale",
        )),
    }
}
