//! Decision problems with a symmetry: losses, risks, maximal invariants.
//!
//! An invariant problem of decision is three linked actions of one group, on samples, on parameters and on
//! decisions, with a model and a loss that do not see which of the equivalent ways the problem is written in:
//!
//! | | says |
//! |---|---|
//! | [`Problem`] | the group, the three sets it acts on, the [`Loss`] L(d, θ) |
//! | [`Model`], [`TransformationFamily`] | how a sample is drawn at θ |
//! | an estimator | an equivariant map from samples to decisions |
//! | [`Simulation`] | its [`Risk`], the mean loss at θ, with a standard error |
//! | [`MaximalInvariant`] | what distinguishes the orbits, of samples or of parameters |
//!
//! **Theorem** (constant risk). If the loss and the model are invariant and δ is equivariant, then the risk
//! of δ is the same all along each orbit of the parameters. Where the parameters are one orbit, it is one
//! number, and equivariant estimators can be ranked by it.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
//! use equivariant::statistics::{Estimator, location::Median};
//!
//! // the median of five observations with Laplace errors, wherever the location is
//! let family = Errors::Laplace.location(5);
//! let simulation = Simulation::new(20_000);
//! let risk = simulation.risk(|x| Median.estimate(x), &family, &LocationLoss::Squared, &100.0)?;
//! assert!((risk.mean() - 0.3512).abs() < 5.0 * risk.standard_error());
//! # Ok::<(), equivariant::statistics::decision::NoRisk>(())
//! ```
//!
//! # References
//!
//! T. S. Ferguson, *Mathematical Statistics: A Decision Theoretic Approach* (1967), chapter 4;
//! E. L. Lehmann and G. Casella, *Theory of Point Estimation* (2nd ed., 1998), chapter 3; M. L. Eaton,
//! *Group Invariance Applications in Statistics* (1989).

mod comparison;
mod errors;
mod loss;
mod maximal_invariant;
pub mod maximal_invariants;
mod model;
mod problem;
mod risk;
mod simulation;

pub use comparison::Comparison;
pub use errors::Errors;
pub use loss::{
    ChordalLoss, CircularLoss, LocationLoss, Loss, Losses, ScaleLoss, StandardisedLoss,
};
pub use maximal_invariant::MaximalInvariant;
pub use model::{Model, Random, TransformationFamily, random_of_case};
pub use problem::Problem;
pub use risk::Risk;
pub use simulation::{NoRisk, Simulation};
