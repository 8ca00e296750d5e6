//! The exponential and the principal logarithm of a matrix.

use nalgebra::{DMatrix, SMatrix};

use crate::set::Real;

/// Why a matrix has no principal logarithm.
const NEGATIVE: &str = "it has an eigenvalue on the negative real axis or at 0";

/// A matrix of known size in the precision in which functions of it are computed.
pub(super) fn dynamic<T: Real, const D: usize>(a: &SMatrix<T, D, D>) -> DMatrix<f64> {
    DMatrix::from_fn(D, D, |i, j| a[(i, j)].to_f64())
}

/// The matrix of known size nearest to one that has been computed.
pub(super) fn nearest<T: Real, const D: usize>(a: &DMatrix<f64>) -> SMatrix<T, D, D> {
    SMatrix::from_fn(|i, j| T::nearest(a[(i, j)]))
}

/// The exponential, by scaling and squaring with Padé approximants; NaN if an entry is not finite.
///
/// # References
///
/// N. Higham, The scaling and squaring method for the matrix exponential revisited, *SIAM Journal on
/// Matrix Analysis and Applications* 26 (2005), 1179–1193.
pub(super) fn exponential(a: &DMatrix<f64>) -> DMatrix<f64> {
    if a.iter().all(|entry| entry.is_finite()) {
        a.exp()
    } else {
        DMatrix::from_element(a.nrows(), a.ncols(), f64::NAN)
    }
}

/// The principal logarithm: the one whose eigenvalues have imaginary parts in (−π, π).
///
/// Square roots are taken until the matrix is near the identity, then log(1 + X) is its Padé
/// approximant of order 8, evaluated as the Gauss–Legendre quadrature of ∫₀¹ X (1 + t X)⁻¹ dt, and
/// multiplied by 2 for every root. A matrix near the identity needs no root and loses no digit.
///
/// # References
///
/// N. Higham, *Functions of Matrices* (2008), sections 6.3 and 11.4 and 11.5.
pub(super) fn logarithm(a: &DMatrix<f64>) -> Result<DMatrix<f64>, &'static str> {
    if !a.iter().all(|entry| entry.is_finite()) {
        return Err("it is not finite");
    }
    let size = a.amax();
    let on_negative_axis =
        |re: f64, im: f64| re <= f64::EPSILON * size && im.abs() <= f64::EPSILON.sqrt() * re.abs();
    let eigenvalues = a.complex_eigenvalues();
    if eigenvalues
        .iter()
        .any(|z| on_negative_axis(z.re, z.im) || z.norm() == 0.0)
    {
        return Err(NEGATIVE);
    }
    /// Where the approximant of order 8 is exact to rounding (Higham, table 11.1).
    const NEAR: f64 = 0.34;
    /// After so many roots every matrix of floating-point numbers is near the identity.
    const ROOTS: i32 = 64;
    let identity = DMatrix::<f64>::identity(a.nrows(), a.ncols());
    let mut root = a.clone();
    for roots in 0..ROOTS {
        let x = &root - &identity;
        if norm(&x) <= NEAR {
            return Ok(near_identity(&x).ok_or(NEGATIVE)? * f64::from(roots).exp2());
        }
        root = square_root(&root).ok_or(NEGATIVE)?;
    }
    Err(NEGATIVE)
}

/// The largest sum of a column of absolute values.
fn norm(a: &DMatrix<f64>) -> f64 {
    let sums = a
        .column_iter()
        .map(|column| column.iter().map(|x| x.abs()).sum());
    sums.fold(0.0, f64::max)
}

/// The principal square root, by the product form of the iteration of Denman and Beavers with scaling
/// by the determinant.
fn square_root(a: &DMatrix<f64>) -> Option<DMatrix<f64>> {
    /// The iteration converges quadratically once the scaling has brought the matrix near.
    const STEPS: usize = 60;
    let n = a.nrows();
    let identity = DMatrix::<f64>::identity(n, n);
    let (mut product, mut root) = (a.clone(), a.clone());
    let mut before = f64::INFINITY;
    for _ in 0..STEPS {
        let defect = norm(&(&product - &identity));
        if defect <= n as f64 * f64::EPSILON || (defect < 1e-8 && defect >= 0.5 * before) {
            return Some(root);
        }
        // scaling helps far from the end and would spoil the last digits near it
        let scale = if defect > 1e-2 {
            product.determinant().abs().powf(-0.5 / n as f64)
        } else {
            1.0
        };
        if !scale.is_finite() || scale == 0.0 {
            return None;
        }
        let scaled = &product * (scale * scale);
        let inverse = scaled.clone().try_inverse()?;
        // X ← ½ μ X (1 + μ⁻² M⁻¹),  M ← ½ (1 + ½ (μ² M + μ⁻² M⁻¹))
        root = (&root + &root * &inverse) * (0.5 * scale);
        product = (&identity + (scaled + inverse) * 0.5) * 0.5;
        before = defect;
    }
    None
}

/// log(1 + X) for small X.
fn near_identity(x: &DMatrix<f64>) -> Option<DMatrix<f64>> {
    /// The nodes on [−1, 1] with their weights (Abramowitz and Stegun, table 25.4).
    const NODES: [(f64, f64); 4] = [
        (0.183_434_642_495_649_8, 0.362_683_783_378_362),
        (0.525_532_409_916_329, 0.313_706_645_877_887_3),
        (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
        (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
    ];
    let identity = DMatrix::<f64>::identity(x.nrows(), x.ncols());
    let mut sum = DMatrix::zeros(x.nrows(), x.ncols());
    for (node, weight) in NODES.into_iter().flat_map(|(t, w)| [(t, w), (-t, w)]) {
        let t = 0.5 * (1.0 + node);
        let term = (&identity + x * t).lu().solve(x)?;
        sum += term * (0.5 * weight);
    }
    Some(sum)
}
