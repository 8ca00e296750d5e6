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
#[path = "signal/denoising.rs"]
mod denoising;
#[path = "signal/dual_tree.rs"]
mod dual_tree;
#[path = "signal/finite_support.rs"]
mod finite_support;
#[path = "signal/group_convolution.rs"]
mod group_convolution;
#[path = "signal/histogram.rs"]
mod histogram;
#[path = "signal/layers.rs"]
mod layers;
#[path = "signal/location.rs"]
mod location;
#[path = "signal/measures.rs"]
mod measures;
#[path = "signal/moments.rs"]
mod moments;
#[path = "signal/network.rs"]
mod network;
#[path = "signal/polyphase.rs"]
mod polyphase;
#[path = "signal/pooling.rs"]
mod pooling;
#[path = "signal/pyramid.rs"]
mod pyramid;
#[path = "signal/scattering.rs"]
mod scattering;
#[path = "signal/spectra.rs"]
mod spectra;
#[path = "signal/truth_table.rs"]
mod truth_table;
#[path = "signal/wavelet.rs"]
mod wavelet;
