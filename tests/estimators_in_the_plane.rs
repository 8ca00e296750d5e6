//! Depth and the medians of Tukey and Oja in the plane: their laws, known answers, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/plane.rs"]
mod plane;
