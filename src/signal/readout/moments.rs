//! Moments of images.

mod central;
mod hu;
mod zernike;

pub use central::CentralMoments;
pub use hu::{HuMoments, HuValues, orientation};
pub use zernike::ZernikeMoments;
