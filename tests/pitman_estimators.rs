//! The Pitman estimators: known answers with twenty digits, their laws, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/pitman.rs"]
mod pitman;
