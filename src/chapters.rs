//! The chapters of the documentation, so that their code is compiled and run as tests.

#[doc = include_str!("../docs/equivariant-or-invariant.md")]
mod equivariant_or_invariant {}

#[cfg(feature = "statistics")]
#[doc = include_str!("../docs/estimators-and-their-symmetries.md")]
mod estimators_and_their_symmetries {}

#[cfg(all(feature = "proptest", feature = "signal"))]
#[doc = include_str!("../docs/convolution-pooling-and-wavelets.md")]
mod convolution_pooling_and_wavelets {}
