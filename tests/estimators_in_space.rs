//! Estimators of samples in space: their laws on samples drawn at random, known answers, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/multivariate.rs"]
mod multivariate;
#[path = "statistics/multivariate_mutants.rs"]
mod multivariate_mutants;
