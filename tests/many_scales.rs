//! Pyramids, wavelets and scattering.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/denoising.rs"]
mod denoising;
#[path = "signal/dual_tree.rs"]
mod dual_tree;
#[path = "signal/pyramid.rs"]
mod pyramid;
#[path = "signal/scattering.rs"]
mod scattering;
#[path = "signal/wavelet.rs"]
mod wavelet;
