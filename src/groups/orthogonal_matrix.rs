//! What the groups of rotations and motions share about orthogonal matrices.
//!
//! Transcendental functions are evaluated in `f64` whatever the scalars are, so that a matrix of
//! `f32` is the rounding of the exact one.

mod average;
mod description;
mod exponential;
mod logarithm;
mod planes;
mod skew;
mod turns;

pub(super) use average::{displacement, velocity};
pub(super) use description::describe;
pub(super) use exponential::exponential;
pub(super) use logarithm::logarithm;
use skew::hat;
pub(super) use skew::{from_coordinates, skew_part, vee};
#[cfg(feature = "proptest")]
pub(crate) use turns::Turn;
#[cfg(feature = "rand")]
pub(super) use turns::is_mirrored;
pub(crate) use turns::turns;

use nalgebra::SMatrix;

use crate::set::{Real, coordinates, wobble};

/// By how much RᵀR may differ from the identity in a matrix that counts as orthogonal: √ε, which a
/// product of very many rotations stays within and a matrix with a typing error does not.
fn largest_defect<T: Real>() -> f64 {
    T::EPSILON.sqrt()
}

/// The largest entry of RᵀR − 1; NaN if an entry is.
fn defect<T: Real, const D: usize>(r: &SMatrix<T, D, D>) -> f64 {
    let gram = r.tr_mul(r) - SMatrix::<T, D, D>::identity();
    gram.iter()
        .map(|entry| entry.to_f64().abs())
        .fold(0.0, crate::set::largest)
}

/// Whether the columns are orthonormal.
#[inline]
pub(super) fn is_orthogonal<T: Real, const D: usize>(r: &SMatrix<T, D, D>) -> bool {
    defect(r) <= largest_defect::<T>()
}

/// Whether the columns are orthonormal and of positive orientation.
#[inline]
pub(super) fn is_rotation<T: Real, const D: usize>(r: &SMatrix<T, D, D>) -> bool {
    is_orthogonal(r) && !turns::is_mirrored(&r.map(Real::to_f64))
}

/// ‖R − S‖ / √2 in the Frobenius norm: 2 sin(θ/2) for matrices that differ by a rotation by θ in one
/// plane, so that small distances are angles in radians.
#[inline]
pub(super) fn distance<T: Real, const D: usize>(r: &SMatrix<T, D, D>, s: &SMatrix<T, D, D>) -> f64 {
    coordinates::distance(r, s) * std::f64::consts::FRAC_1_SQRT_2
}

/// ‖R‖ / √2, the size of the numbers that went into the matrix: √(D/2) for an orthogonal one.
#[inline]
pub(super) fn magnitude<T: Real, const D: usize>(r: &SMatrix<T, D, D>) -> f64 {
    coordinates::magnitude(r) * std::f64::consts::FRAC_1_SQRT_2
}

/// The matrix turned by about `reach` radians in every coordinate plane.
pub(super) fn nudge<T: Real, const D: usize>(
    r: &SMatrix<T, D, D>,
    reach: f64,
    direction: u64,
) -> SMatrix<T, D, D> {
    let tilt = hat(|i| reach * wobble(direction, i));
    (r.map(Real::to_f64) * exponential(&tilt)).map(T::nearest)
}

/// An orthogonal matrix drawn by Haar measure: a matrix of independent normal numbers whose columns
/// are made orthonormal one after the other, each with a positive coefficient on itself.
#[cfg(feature = "rand")]
pub(super) fn random<const D: usize, R: rand::Rng + ?Sized>(random: &mut R) -> SMatrix<f64, D, D> {
    use rand_distr::{Distribution, StandardNormal};

    let mut matrix = SMatrix::<f64, D, D>::zeros();
    for column in 0..D {
        loop {
            let mut drawn =
                nalgebra::SVector::<f64, D>::from_fn(|_, _| StandardNormal.sample(random));
            let size = drawn.norm();
            for _ in 0..2 {
                // twice: the first projection leaves rounding in proportion to what it removes
                for before in 0..column {
                    let coefficient = matrix.column(before).dot(&drawn);
                    drawn.axpy(-coefficient, &matrix.column(before), 1.0);
                }
            }
            let rest = drawn.norm();
            if rest > 1e-8 * size {
                matrix.set_column(column, &(drawn / rest));
                break;
            }
        }
    }
    matrix
}
