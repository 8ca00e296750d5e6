//! The principal logarithm of a matrix.

use nalgebra::{Complex, DMatrix, Schur};

use super::matrix_exponential::{is_upper_triangular, norm};

/// Why a matrix has no principal logarithm.
const NEGATIVE: &str = "it has an eigenvalue on the negative real axis or at 0";

/// How near to the identity the approximant of order 7 is exact to rounding (Al-Mohy and Higham,
/// table 2.1, θ₇).
const NEAR: f64 = 0.287_909_371_424_119_4;

/// The principal logarithm: the one whose eigenvalues have imaginary parts in (−π, π).
///
/// Near the identity it is the Padé approximant at X = A − 1, which loses no digit. Elsewhere A is
/// brought to a complex triangle (Schur), square roots are taken until that is near the identity, and
/// the approximant is multiplied by 2 for every root. The diagonal and the entries beside it are
/// computed by their closed forms.
///
/// # Errors
///
/// The reason, if an entry is not finite or an eigenvalue is real and not positive.
///
/// # Floating point
///
/// On the matrices of `tests/matrix_functions.rs` the largest error in the Frobenius norm is 13 ε
/// times the condition number, or times 1 where that is smaller.
///
/// # References
///
/// A. Al-Mohy and N. Higham, Improved inverse scaling and squaring algorithms for the matrix
/// logarithm, *SIAM Journal on Scientific Computing* 34 (2012), C153–C169, algorithm 4.1 with m = 7.
pub(super) fn logarithm(a: &DMatrix<f64>) -> Result<DMatrix<f64>, &'static str> {
    let n = a.nrows();
    if !a.iter().all(|entry| entry.is_finite()) {
        return Err("it is not finite");
    }
    let x = a - DMatrix::<f64>::identity(n, n);
    if norm(&x) <= NEAR {
        return approximant(&x).ok_or(NEGATIVE);
    }
    let complex = a.map(|entry| Complex::new(entry, 0.0));
    let (unitary, triangle) = if is_upper_triangular(a) {
        (DMatrix::identity(n, n), complex)
    } else {
        /// QR steps: a few for each eigenvalue are the rule.
        const STEPS: usize = 10_000;
        Schur::try_new(complex, f64::EPSILON, STEPS)
            .ok_or("its eigenvalues could not be computed")?
            .unpack()
    };
    // an eigenvalue is on the axis if rounding of A can have moved it from there
    let rounding = 4.0 * n as f64 * f64::EPSILON * norm(a);
    let is_outside = |z: Complex<f64>| z.re <= 0.0 && z.im.abs() <= rounding;
    let is_singular = !a.clone().lu().is_invertible();
    if is_singular || triangle.diagonal().iter().any(|&z| is_outside(z)) {
        return Err(NEGATIVE);
    }
    let logarithm = &unitary * of_triangle(&triangle).ok_or(NEGATIVE)? * unitary.adjoint();
    // one negative eigenvalue leaves iπ times a projection, and no projection is smaller than 1
    if logarithm.iter().any(|z| !z.is_finite()) || logarithm.iter().any(|z| z.im.abs() > 0.5) {
        return Err(NEGATIVE);
    }
    Ok(logarithm.map(|z| z.re))
}

/// The logarithm of an upper triangular matrix.
fn of_triangle(triangle: &DMatrix<Complex<f64>>) -> Option<DMatrix<Complex<f64>>> {
    /// After so many roots every matrix of floating-point numbers is near the identity.
    const ROOTS: i32 = 100;
    let n = triangle.nrows();
    let mut root = triangle.clone();
    let mut roots = 0;
    let mut x;
    loop {
        // a^(1/2ˢ) − 1 is taken from the logarithm of a: the difference would lose its digits
        x = root.clone();
        for i in 0..n {
            x[(i, i)] = exp_m1(logarithm_of(triangle[(i, i)]) * (-f64::from(roots)).exp2());
        }
        if reach(&x) <= NEAR {
            break;
        }
        if roots == ROOTS {
            return None;
        }
        root = square_root(&root);
        roots += 1;
    }
    let mut logarithm = approximant(&x)? * Complex::from(f64::from(roots).exp2());
    for i in 0..n {
        logarithm[(i, i)] = logarithm_of(triangle[(i, i)]);
    }
    for i in 1..n {
        let slope = divided_difference(triangle[(i - 1, i - 1)], triangle[(i, i)]);
        logarithm[(i - 1, i)] = triangle[(i - 1, i)] * slope;
    }
    Some(logarithm)
}

/// How large X counts: its powers and not its norm decide how exact the approximant is.
fn reach(x: &DMatrix<Complex<f64>>) -> f64 {
    let norm = |power: &DMatrix<Complex<f64>>| norm(&power.map(Complex::norm));
    let square = x * x;
    let root = |power: &DMatrix<Complex<f64>>, k: f64| norm(power).powf(1.0 / k);
    let (d2, d3) = (root(&square, 2.0), root(&(&square * x), 3.0));
    let d4 = root(&(&square * &square), 4.0);
    norm(x).min(d3.max(d2.min(d4)))
}

/// The principal square root of an upper triangular matrix, diagonal by diagonal:
/// (√T)ᵢⱼ = (tᵢⱼ − Σ_{i<k<j} (√T)ᵢₖ (√T)ₖⱼ) / ((√T)ᵢᵢ + (√T)ⱼⱼ).
fn square_root(t: &DMatrix<Complex<f64>>) -> DMatrix<Complex<f64>> {
    let n = t.nrows();
    let mut root = DMatrix::zeros(n, n);
    for j in 0..n {
        root[(j, j)] = square_root_of(t[(j, j)]);
        for i in (0..j).rev() {
            let known: Complex<f64> = (i + 1..j).map(|k| root[(i, k)] * root[(k, j)]).sum();
            root[(i, j)] = (t[(i, j)] - known) / (root[(i, i)] + root[(j, j)]);
        }
    }
    root
}

/// The Padé approximant [7/7] of log(1 + X) = ∫₀¹ X (1 + t X)⁻¹ dt, which is its Gauss–Legendre
/// quadrature.
fn approximant<Z: nalgebra::ComplexField<RealField = f64>>(x: &DMatrix<Z>) -> Option<DMatrix<Z>> {
    /// The nodes on [−1, 1] with their weights (Abramowitz and Stegun, table 25.4).
    const NODES: [(f64, f64); 7] = [
        (0.0, 0.417_959_183_673_469_4),
        (0.405_845_151_377_397_2, 0.381_830_050_505_118_9),
        (-0.405_845_151_377_397_2, 0.381_830_050_505_118_9),
        (0.741_531_185_599_394_4, 0.279_705_391_489_276_67),
        (-0.741_531_185_599_394_4, 0.279_705_391_489_276_67),
        (0.949_107_912_342_758_5, 0.129_484_966_168_869_7),
        (-0.949_107_912_342_758_5, 0.129_484_966_168_869_7),
    ];
    let mut sum = DMatrix::zeros(x.nrows(), x.ncols());
    for (node, weight) in NODES {
        let scaled = x * Z::from_real(0.5 * (1.0 + node));
        let denominator = DMatrix::identity(x.nrows(), x.ncols()) + scaled;
        sum += denominator.lu().solve(x)? * Z::from_real(0.5 * weight);
    }
    Some(sum)
}

/// √z with a real part that keeps its digits near the negative axis.
fn square_root_of(z: Complex<f64>) -> Complex<f64> {
    let t = (0.5 * (z.re.abs() + z.norm())).sqrt();
    if z.re >= 0.0 {
        Complex::new(t, z.im / (2.0 * t))
    } else {
        Complex::new(z.im.abs() / (2.0 * t), t.copysign(z.im))
    }
}

/// log z with a real part that keeps its digits near the unit circle.
fn logarithm_of(z: Complex<f64>) -> Complex<f64> {
    let size = z.norm();
    let re = if (0.5..2.0).contains(&size) {
        // |z|² − 1 = (x − 1)(x + 1) + y², with x the larger part
        let (x, y) = (z.re.abs().max(z.im.abs()), z.re.abs().min(z.im.abs()));
        0.5 * ((x - 1.0) * (x + 1.0) + y * y).ln_1p()
    } else {
        size.ln()
    };
    Complex::new(re, z.arg())
}

/// e^z − 1 = (e^x − 1) cos y − 2 sin²(y/2) + i e^x sin y
fn exp_m1(z: Complex<f64>) -> Complex<f64> {
    let half = (0.5 * z.im).sin();
    let re = z.re.exp_m1() * z.im.cos() - 2.0 * half * half;
    Complex::new(re, z.re.exp() * z.im.sin())
}

/// (log a − log b)/(a − b), with the value 1/a where they are equal.
fn divided_difference(a: Complex<f64>, b: Complex<f64>) -> Complex<f64> {
    let difference = a - b;
    if difference == Complex::from(0.0) {
        return a.inv();
    }
    let is_near = difference.norm() <= 0.5 * a.norm().min(b.norm());
    // log(a/b) = log a − log b unless the negative axis runs between them
    let rise = if is_near && (a.re > 0.0 || a.im * b.im > 0.0) {
        logarithm_of_sum(difference / b)
    } else {
        logarithm_of(a) - logarithm_of(b)
    };
    rise / difference
}

/// log(1 + w) for |w| ≤ 1/2.
fn logarithm_of_sum(w: Complex<f64>) -> Complex<f64> {
    let re = 0.5 * (2.0 * w.re + w.norm_sqr()).ln_1p();
    Complex::new(re, w.im.atan2(1.0 + w.re))
}
