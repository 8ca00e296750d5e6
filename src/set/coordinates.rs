//! What sets of coordinates share: norms without overflow, directions to nudge in, a maximum that
//! keeps a NaN.

use nalgebra::SMatrix;

use super::Real;

/// The bits of a number, well mixed: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) const fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The component along one coordinate of the direction with this number, in [−1, 1].
///
/// Directions are fixed, not drawn: a verdict never depends on chance.
pub(crate) fn wobble(direction: u64, coordinate: usize) -> f64 {
    let z = direction
        .wrapping_add(1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add((coordinate as u64).wrapping_mul(0xd1b5_4a32_d192_ed03));
    (mixed(z) >> 11) as f64 / (1u64 << 52) as f64 - 1.0
}

/// The larger of two, NaN if either is: a distance must not lose a NaN, as `f64::max` does.
#[inline]
pub(crate) fn largest(a: f64, b: f64) -> f64 {
    if a.is_nan() || a > b { a } else { b }
}

/// The Euclidean norm of the numbers, without overflow or underflow; NaN if one of them is.
#[inline]
pub(crate) fn norm(numbers: impl Iterator<Item = f64> + Clone) -> f64 {
    let plain = numbers.clone().map(|x| x * x).sum::<f64>();
    if plain > 1e-290 && plain < f64::INFINITY {
        return plain.sqrt();
    }
    let scale = numbers.clone().map(f64::abs).fold(0.0, largest);
    if scale == 0.0 || !scale.is_finite() {
        return scale;
    }
    scale * numbers.map(|x| (x / scale).powi(2)).sum::<f64>().sqrt()
}

/// Whether every entry is finite.
#[inline]
pub(crate) fn is_finite<T: Real, const R: usize, const C: usize>(x: &SMatrix<T, R, C>) -> bool {
    // 0 · x is NaN for what is not finite; without a branch for every entry
    x.iter()
        .fold(0.0, |zero, entry| zero + 0.0 * entry.to_f64())
        == 0.0
}

/// The Euclidean (Frobenius) distance of two matrices or vectors.
#[inline]
pub(crate) fn distance<T: Real, const R: usize, const C: usize>(
    x: &SMatrix<T, R, C>,
    y: &SMatrix<T, R, C>,
) -> f64 {
    norm(x.iter().zip(y.iter()).map(|(x, y)| x.to_f64() - y.to_f64()))
}

/// The Euclidean (Frobenius) norm of a matrix or vector.
#[inline]
pub(crate) fn magnitude<T: Real, const R: usize, const C: usize>(x: &SMatrix<T, R, C>) -> f64 {
    norm(x.iter().map(|entry| entry.to_f64()))
}

/// Whether some entry differs by more than its own rounding, or is not a number.
#[inline]
pub(crate) fn apart<T: Real, const R: usize, const C: usize>(
    x: &SMatrix<T, R, C>,
    y: &SMatrix<T, R, C>,
    relative: f64,
) -> bool {
    x.iter()
        .zip(y.iter())
        .any(|(x, y)| number_apart(x.to_f64(), y.to_f64(), relative))
}

/// Whether two numbers differ by more than rounding, or one is not a number.
#[inline]
pub(crate) fn number_apart(x: f64, y: f64, relative: f64) -> bool {
    let allowed = relative * (x.abs() + y.abs());
    let difference = (x - y).abs();
    difference > allowed || difference.is_nan()
}

/// The matrix or vector with every entry moved by up to `reach`.
pub(crate) fn nudge<T: Real, const R: usize, const C: usize>(
    x: &SMatrix<T, R, C>,
    reach: f64,
    direction: u64,
) -> SMatrix<T, R, C> {
    let mut nudged = *x;
    for (i, entry) in nudged.iter_mut().enumerate() {
        *entry += T::nearest(reach * wobble(direction, i));
    }
    nudged
}

/// The number c with x = c · y, if the entries agree up to rounding and neither vanishes.
pub(crate) fn ratio<T: Real, const R: usize, const C: usize>(
    x: &SMatrix<T, R, C>,
    y: &SMatrix<T, R, C>,
    relative: f64,
) -> Option<f64> {
    let pivot = y
        .iter()
        .map(|entry| entry.to_f64().abs())
        .fold(0.0, largest);
    let i = y.iter().position(|entry| entry.to_f64().abs() == pivot)?;
    let c = x[i].to_f64() / y[i].to_f64();
    let scaled = y.map(|entry| T::nearest(c * entry.to_f64()));
    (c.is_finite() && c != 0.0 && distance(x, &scaled) <= relative * magnitude(x)).then_some(c)
}

/// A vector as `(x, y, z)`, a matrix as its rows `[a, b; c, d]`.
pub(crate) fn describe<T: Real, const R: usize, const C: usize>(x: &SMatrix<T, R, C>) -> String {
    let row = |i: usize| -> String {
        let entries: Vec<String> = (0..C)
            .map(|j| format!("{:?}", x[(i, j)].to_f64()))
            .collect();
        entries.join(", ")
    };
    let rows: Vec<String> = (0..R).map(row).collect();
    if C == 1 {
        format!("({})", rows.join(", "))
    } else {
        format!("[{}]", rows.join("; "))
    }
}
