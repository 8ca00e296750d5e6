//! Groups, one a file.

mod affine_transformation;

pub use affine_transformation::AffineTransformation;
