//! Estimators of the coefficients of a linear model y = x·β + error.
//!
//! # Examples
//!
//! A straight line through points one of which is wrong.
//!
//! ```
//! use equivariant::statistics::{Estimator, regression::{LeastAbsoluteDeviations, LeastSquares, Observation}};
//! let sample = [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (3.0, 7.0), (4.0, 90.0)];
//! let sample = sample.map(|(t, y)| Observation::on_line(t, y));
//! assert!(LeastSquares.estimate(&sample)?[1] > 15.0);
//! assert!((LeastAbsoluteDeviations.estimate(&sample)?[1] - 2.0).abs() < 1e-12);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod group;
mod least_absolute_deviations;
mod least_squares;
mod least_trimmed_squares;
mod observation;
mod reweighted_least_squares;
#[cfg(feature = "proptest")]
mod sampled;
mod standardised;

pub use group::{RegressionGroup, RegressionTransformation};
pub use least_absolute_deviations::LeastAbsoluteDeviations;
pub use least_squares::LeastSquares;
pub use least_trimmed_squares::LeastTrimmedSquares;
pub use observation::{Coefficients, Observation, Observations};
pub use reweighted_least_squares::{ReweightedFit, ReweightedLeastSquares};
