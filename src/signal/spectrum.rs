//! Spectra, and what is made of them.

pub(super) mod bispectrum;
pub(super) mod fourier;
pub(super) mod phase_correlation;
pub(super) mod power_spectrum;

pub use bispectrum::Bispectrum;
pub use fourier::{Fourier, Spectra};
pub use phase_correlation::PhaseCorrelation;
pub use power_spectrum::{Autocorrelation, PowerSpectrum};
