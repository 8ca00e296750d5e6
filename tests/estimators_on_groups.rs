//! Estimators on the circle, of rotations and of covariances: their laws on samples drawn at random, known answers, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/circular.rs"]
mod circular;
#[path = "statistics/compact.rs"]
mod compact;
#[path = "statistics/covariance.rs"]
mod covariance;
#[path = "statistics/rotation.rs"]
mod rotation;
