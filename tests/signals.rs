//! Signals and images: the G-sets, and the maps with their claims.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/actions.rs"]
mod actions;
#[path = "signal/boundary.rs"]
mod boundary;
#[path = "signal/check.rs"]
mod check;
#[path = "signal/convolution.rs"]
mod convolution;
#[path = "signal/measures.rs"]
mod measures;
#[path = "signal/spectra.rs"]
mod spectra;
