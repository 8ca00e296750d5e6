//! Signals and images: the G-sets, and the maps with their claims.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/actions.rs"]
mod actions;
#[path = "signal/denoising.rs"]
mod denoising;
#[path = "signal/dual_tree.rs"]
mod dual_tree;
#[path = "signal/scattering.rs"]
mod scattering;
#[path = "signal/wavelet.rs"]
mod wavelet;
