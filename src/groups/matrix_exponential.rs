//! The exponential of a matrix.

use nalgebra::DMatrix;

/// The exponential Σ Aⁿ/n!, by scaling and squaring with the Padé approximant of order 13.
///
/// A / 2ˢ is so small that the approximant r(x) = 1 + 2 u(x) / (v(x) − u(x)), with u odd and v even,
/// is exact to rounding; squared s times it is the exponential. How small that is depends on the
/// powers of A and not on its norm, so that a matrix far from normal is not scaled too much. The
/// approximant is evaluated as 1 plus a correction, and a small A loses no digit. For a triangular
/// matrix the diagonal and the entries beside it are computed by their closed forms at every
/// squaring.
///
/// NaN if an entry is not finite.
///
/// # Floating point
///
/// On the matrices of `tests/matrix_functions.rs` the largest error in the Frobenius norm is 0.6 ε
/// times the condition number, or times 1 where that is smaller. A full matrix whose square is far
/// smaller than the square of its norm can lose more: (a −a; a −a) is exact at a = 10³ and has no
/// digit left at a = 10⁶. In triangular form it keeps all.
///
/// # Complexity
///
/// Six products of matrices, one solution, and s more products, where 2ˢ is about ‖A‖/4.
///
/// # References
///
/// A. Al-Mohy and N. Higham, A new scaling and squaring algorithm for the matrix exponential, *SIAM
/// Journal on Matrix Analysis and Applications* 31 (2009), 970–989, algorithm 6.1 with m = 13.
pub(super) fn exponential(a: &DMatrix<f64>) -> DMatrix<f64> {
    let n = a.nrows();
    let undefined = || DMatrix::from_element(n, n, f64::NAN);
    if !a.iter().all(|entry| entry.is_finite()) {
        return undefined();
    }
    if is_upper_triangular(a) {
        return squared(a, true).unwrap_or_else(undefined);
    }
    let transposed = a.transpose();
    if is_upper_triangular(&transposed) {
        return squared(&transposed, true).map_or_else(undefined, |power| power.transpose());
    }
    squared(a, false).unwrap_or_else(undefined)
}

/// The numerator's coefficients of the Padé approximant [13/13] of the exponential, from the constant.
const COEFFICIENTS: [f64; 14] = [
    64_764_752_532_480_000.0,
    32_382_376_266_240_000.0,
    7_771_770_303_897_600.0,
    1_187_353_796_428_800.0,
    129_060_195_264_000.0,
    10_559_470_521_600.0,
    670_442_572_800.0,
    33_522_128_640.0,
    1_323_241_920.0,
    40_840_800.0,
    960_960.0,
    16_380.0,
    182.0,
    1.0,
];

/// The largest sum of a column of absolute values.
pub(super) fn norm(a: &DMatrix<f64>) -> f64 {
    let sums = a
        .column_iter()
        .map(|column| column.iter().map(|x| x.abs()).sum());
    sums.fold(0.0, f64::max)
}

/// Whether everything below the diagonal is 0.
pub(super) fn is_upper_triangular(a: &DMatrix<f64>) -> bool {
    (0..a.ncols()).all(|j| (j + 1..a.nrows()).all(|i| a[(i, j)] == 0.0))
}

/// r(A / 2ˢ) to the power 2ˢ; `None` if a solution fails, which rounding alone cannot bring about.
fn squared(a: &DMatrix<f64>, is_triangular: bool) -> Option<DMatrix<f64>> {
    let scalings = scalings(a);
    let scaled = |s: i32| a * (-f64::from(s)).exp2();
    let mut power = approximant(&scaled(scalings))?;
    if is_triangular {
        set_diagonals(&mut power, &scaled(scalings));
    }
    for s in (0..scalings).rev() {
        power = &power * &power;
        if is_triangular {
            set_diagonals(&mut power, &scaled(s));
        }
    }
    Some(power)
}

/// How often A is halved.
fn scalings(a: &DMatrix<f64>) -> i32 {
    /// The approximant is exact to rounding if ‖Aᵏ‖ ≤ θᵏ for k = 8 and one of 6 and 10 (table 3.1, θ₁₃).
    const THETA: f64 = 4.25;
    /// 1/|c₂₇|, of the first term that the approximant leaves out.
    const FIRST_TERM: f64 = 113_250_775_606_021_113_483_283_660_800_000_000.0;
    let size = norm(a);
    if size == 0.0 {
        return 0;
    }
    // powers of a matrix of norm 1 do not overflow
    let unit = a / size;
    let square = &unit * &unit;
    let fourth = &square * &square;
    let sixth = &fourth * &square;
    let root = |power: &DMatrix<f64>, k: f64| size * norm(power).powf(1.0 / k);
    let d6 = root(&sixth, 6.0);
    let d8 = root(&(&fourth * &fourth), 8.0);
    let d10 = root(&(&fourth * &sixth), 10.0);
    let reach = d8.max(d6.min(d10));
    let scalings = (reach / THETA).log2().ceil().max(0.0);
    // ‖|A|²⁷‖ bounds what is lost if |A| has much larger powers than A
    let absolute = unit.abs();
    let mut row = DMatrix::from_element(1, a.ncols(), 1.0);
    for _ in 0..27 {
        row = &row * &absolute;
    }
    let scaled = size * (-scalings).exp2();
    let alpha = row.amax().log2() + 26.0 * scaled.log2() - FIRST_TERM.log2();
    let more = ((alpha + 53.0) / 26.0).ceil().max(0.0);
    (scalings + more) as i32
}

/// r(B) = 1 + 2 u / (v − u)
fn approximant(b: &DMatrix<f64>) -> Option<DMatrix<f64>> {
    let identity = DMatrix::<f64>::identity(b.nrows(), b.ncols());
    let c = &COEFFICIENTS;
    let b2 = b * b;
    let b4 = &b2 * &b2;
    let b6 = &b4 * &b2;
    let polynomial = |k: usize| {
        let high = &b6 * c[k + 12] + &b4 * c[k + 10] + &b2 * c[k + 8];
        &b6 * high + &b6 * c[k + 6] + &b4 * c[k + 4] + &b2 * c[k + 2] + &identity * c[k]
    };
    let (v, u) = (polynomial(0), b * polynomial(1));
    let correction = (v - &u).lu().solve(&(u * 2.0))?;
    Some(identity + correction)
}

/// The diagonal of exp(T) for upper triangular T, and what is beside it:
/// exp (λ t; 0 μ) = (e^λ  t e^((λ+μ)/2) sinh(δ)/δ; 0 e^μ) with δ = (λ − μ)/2.
fn set_diagonals(power: &mut DMatrix<f64>, t: &DMatrix<f64>) {
    for i in 0..t.nrows() {
        power[(i, i)] = t[(i, i)].exp();
    }
    for i in 1..t.nrows() {
        let (lambda, mu) = (t[(i - 1, i - 1)], t[(i, i)]);
        let delta = (lambda - mu).abs();
        // e^max (1 − e^−2δ) / 2δ: neither factor overflows before the product does
        let mean = if delta == 0.0 {
            1.0
        } else {
            -(-delta).exp_m1() / delta
        };
        power[(i - 1, i)] = t[(i - 1, i)] * lambda.max(mu).exp() * mean;
    }
}
