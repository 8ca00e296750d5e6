//! Estimators of the covariance matrix of normal vectors with known centre, and what a smaller group gains.
//!
//! The scatter S = Σ x xᵀ of m vectors has a Wishart distribution with m degrees of freedom. Under
//! [Stein's loss](stein_loss) the best multiple S/m is the best of all estimators that move with GL(D).
//! That is a large group, and few estimators do; more move with the lower triangular matrices,
//! and the best of these, [`SteinCovariance`], has a smaller risk everywhere.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::covariance::{risk_of_best_multiple, risk_of_stein};
//! let (multiple, stein) = (risk_of_best_multiple::<3>(6)?, risk_of_stein::<3>(6)?);
//! assert!((multiple - 1.24711).abs() < 1e-5 && (stein - 1.12933).abs() < 1e-5);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod best_multiple;
mod risk;
mod stein;

pub use best_multiple::BestMultiple;
pub use risk::{risk_of_best_multiple, risk_of_stein, stein_loss};
pub use stein::SteinCovariance;
