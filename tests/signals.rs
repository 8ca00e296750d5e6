//! Signals and images: the G-sets, filters, spectra, and how nearly maps are equivariant.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/actions.rs"]
mod actions;
#[path = "signal/boundary.rs"]
mod boundary;
#[path = "signal/check.rs"]
mod check;
#[path = "signal/convolution.rs"]
mod convolution;
#[path = "signal/finite_support.rs"]
mod finite_support;
#[path = "signal/measures.rs"]
mod measures;
#[path = "signal/spectra.rs"]
mod spectra;
#[path = "signal/truth_table.rs"]
mod truth_table;
