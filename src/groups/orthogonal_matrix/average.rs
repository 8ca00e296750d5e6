//! The average of a motion's linear part over its path, which carries velocity to displacement.

use nalgebra::{Complex, SMatrix, SVector};

use super::exponential::cosine_less_one;
use super::planes::{Value, function};
use crate::set::Real;

/// Where a point at the origin arrives at time 1 that starts with velocity v and is carried by
/// x ↦ (σ + K) x + v, for a skew-symmetric matrix K: φ(σ + K) v with φ(z) = (eᶻ − 1)/z.
///
/// The matrix is the average ∫₀¹ exp(t (σ + K)) dt. In three dimensions with σ = 0 it is the left
/// Jacobian of SO(3).
///
/// # References
///
/// T. Barfoot, *State Estimation for Robotics* (2017), section 7.1.
pub(in crate::groups) fn displacement<T: Real, const D: usize>(
    k: &SMatrix<T, D, D>,
    rate: f64,
    velocity: &SVector<T, D>,
) -> SVector<T, D> {
    let average = at(&k.map(Real::to_f64), rate, quotient);
    (average * velocity.map(Real::to_f64)).map(T::nearest)
}

/// The velocity with which a point at the origin arrives at a displacement: the inverse of
/// [`displacement`], where no angle of K is a multiple of 2π other than 0.
pub(in crate::groups) fn velocity<T: Real, const D: usize>(
    k: &SMatrix<T, D, D>,
    rate: f64,
    displacement: &SVector<T, D>,
) -> SVector<T, D> {
    let inverse = at(&k.map(Real::to_f64), rate, |z| reciprocal(quotient(z)));
    (inverse * displacement.map(Real::to_f64)).map(T::nearest)
}

/// f(σ + K)
fn at<const D: usize>(
    k: &SMatrix<f64, D, D>,
    log_scale: f64,
    f: impl Fn(Complex<f64>) -> Complex<f64>,
) -> SMatrix<f64, D, D> {
    let at_zero = f(Complex::new(log_scale, 0.0)).re;
    function(k, at_zero, |angle| {
        let Complex { re, im } = f(Complex::new(log_scale, angle));
        Value {
            real: re,
            change: re - at_zero,
            imaginary: im,
        }
    })
}

/// φ(z) = (eᶻ − 1) / z, with φ(0) = 1 and without cancellation anywhere.
fn quotient(z: Complex<f64>) -> Complex<f64> {
    if z.norm() < 0.5 {
        // 1 + z/2 (1 + z/3 (1 + z/4 (…)))
        return (2..=17).rev().fold(Complex::new(1.0, 0.0), |rest, k| {
            rest * z / f64::from(k) + 1.0
        });
    }
    // eᶻ − 1 = (e^σ − 1) cos θ + (cos θ − 1) + i e^σ sin θ
    let Complex { re, im } = z;
    let difference = Complex::new(
        re.exp_m1() * im.cos() + cosine_less_one(im),
        re.exp() * im.sin(),
    );
    difference / z
}

/// 1/z, without overflow on the way.
fn reciprocal(z: Complex<f64>) -> Complex<f64> {
    let size = z.norm();
    (z / size).conj() / size
}
