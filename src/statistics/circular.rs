//! Estimators for directions in the plane: angles in radians, of which full turns do not count.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, circular::{CircularMean, MeanResultantLength}};
//! // an hour before and an hour after midnight: not noon
//! let night = [23.0, 1.0].map(|hour: f64| hour / 24.0 * std::f64::consts::TAU);
//! assert!(CircularMean.estimate(&night)?.abs() < 1e-15);
//! assert!(MeanResultantLength.estimate(&night)? > 0.96);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod mean;
mod median;

pub use mean::{CircularMean, MeanResultantLength};
pub use median::CircularMedian;
