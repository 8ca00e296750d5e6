//! Estimators of regression: their laws on samples drawn at random, known answers, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/regression.rs"]
mod regression;
