//! The exponential of a skew-symmetric matrix.

use nalgebra::SMatrix;

use super::planes::{Value, function};

/// The rotation exp K: by the angle of each plane of the skew-symmetric matrix K.
///
/// # References
///
/// O. Rodrigues (1840) for three dimensions; B. Hall, *Lie Groups, Lie Algebras, and
/// Representations* (2nd ed., 2015), section 2.
pub(in crate::groups) fn exponential<const D: usize>(k: &SMatrix<f64, D, D>) -> SMatrix<f64, D, D> {
    function(k, 1.0, |angle| {
        let (sine, cosine) = angle.sin_cos();
        Value {
            real: cosine,
            change: cosine_less_one(angle),
            imaginary: sine,
        }
    })
}

/// cos θ − 1, without cancellation for small θ.
pub(super) fn cosine_less_one(angle: f64) -> f64 {
    let cosine = angle.cos();
    if cosine < 0.75 {
        cosine - 1.0
    } else {
        let sine = (0.5 * angle).sin();
        -2.0 * sine * sine
    }
}
