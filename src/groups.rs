//! Groups, one a file.

mod affine_transformation;
mod affine_velocity;

pub use affine_transformation::AffineTransformation;
pub use affine_velocity::AffineVelocity;
