//! Signals and images: the G-sets, and the maps with their claims.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/actions.rs"]
mod actions;
#[path = "signal/wavelet.rs"]
mod wavelet;
