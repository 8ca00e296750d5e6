//! Invariant decision problems and their risks.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/decision.rs"]
mod decision;
#[path = "statistics/risk.rs"]
mod risk;
