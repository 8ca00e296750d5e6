//! Quantiles of samples in space: which of their properties survive standardisation, and which do not.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/quantiles.rs"]
mod quantiles;
