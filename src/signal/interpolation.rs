//! What moves signals by parts of a cell.

pub(super) mod fourier_shift;
pub(super) mod resampling;

pub use fourier_shift::FourierShift;
pub use resampling::{Interpolation, Resampling};
