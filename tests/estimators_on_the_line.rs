//! Estimators of location and scale: their laws on samples drawn at random, known answers, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/line.rs"]
mod line;
#[path = "statistics/location.rs"]
mod location;
#[path = "statistics/scale.rs"]
mod scale;
