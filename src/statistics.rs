//! Equivariant statistics: estimators whose symmetry is stated and checked.
//!
//! Data come in units, and an estimator that changes its mind with the units is not about the data. An
//! invariant problem of estimation is three linked actions, of a group on samples, on parameters and on
//! decisions; an estimator is an equivariant map from samples to decisions.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, location::Median};
//! use equivariant::groups::LocationScale;
//!
//! let celsius = [19.5, 21.0, 20.5, 35.0];
//! assert_eq!(Median.estimate(&celsius)?, 20.75);
//!
//! // and the claim, that the median of the same in °F is the same in °F, to be checked
//! let fahrenheit = LocationScale { scale: 1.8, location: 32.0 };
//! Median.equivariant().verify([(fahrenheit, celsius.to_vec())])?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod circular;
pub mod claim;
pub mod covariance;
pub mod decision;
pub mod density;
mod estimator;
pub mod location;
pub mod multivariate;
mod orthogonalisation;
pub mod pitman;
mod posterior;
pub mod quantile;
mod refusal;
pub mod regression;
pub mod rotation;
mod sample;
pub mod scale;
mod selection;
mod special;
mod sum;

pub use claim::Claim;
pub use estimator::{EquivariantMapOf, Estimator, ObservationOf, ValueOf};
pub use refusal::Refusal;
