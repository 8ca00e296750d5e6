//! Functions of a skew-symmetric matrix, through the planes in which it turns.

use nalgebra::{DMatrix, DVector, SMatrix, SVector};

use super::skew::vee;
use crate::set::coordinates;

/// One of the orthogonal planes in which a skew-symmetric matrix turns: K p = θ q and K q = −θ p with
/// p, q orthonormal and θ ≥ 0.
pub(super) struct Plane {
    pub(super) angle: f64,
    pub(super) p: DVector<f64>,
    pub(super) q: DVector<f64>,
}

impl Plane {
    /// The generator q pᵀ − p qᵀ of the rotations from p toward q.
    pub(super) fn generator(&self) -> DMatrix<f64> {
        let turn = &self.q * self.p.transpose();
        &turn - turn.transpose()
    }

    /// The projection p pᵀ + q qᵀ onto the plane.
    fn projection(&self) -> DMatrix<f64> {
        &self.p * self.p.transpose() + &self.q * self.q.transpose()
    }
}

/// The planes of a finite skew-symmetric matrix whose angle is not 0: K = Σ θ (q pᵀ − p qᵀ).
///
/// Reflections make K tridiagonal and keep it skew-symmetric; between the even and the odd
/// coordinates it is then a bidiagonal matrix, whose singular values are the angles. All arithmetic
/// is real and keeps the structure, so that every plane is a real plane however near its angle is
/// to that of another.
///
/// # References
///
/// R. Ward and L. Gray, Eigensystem computation for skew-symmetric matrices and a class of symmetric
/// matrices, *ACM Transactions on Mathematical Software* 4 (1978), 278–285.
pub(super) fn planes(mut k: DMatrix<f64>) -> Vec<Plane> {
    let n = k.nrows();
    if n < 2 {
        return Vec::new();
    }
    let scale = k.amax();
    if scale > 0.0 {
        k /= scale;
    }
    let mut basis = DMatrix::<f64>::identity(n, n);
    for column in 0..n.saturating_sub(2) {
        let mut u = k.column(column).into_owned();
        u.rows_mut(0, column + 1).fill(0.0);
        let length = u.norm();
        if length == 0.0 {
            continue;
        }
        u[column + 1] += length.copysign(u[column + 1]);
        u.normalize_mut();
        // H = 1 − 2 u uᵀ;  H K H = K + u wᵀ − w uᵀ  with w = 2 K u
        let w = &k * &u * 2.0;
        let change = &u * w.transpose();
        k += &change - change.transpose();
        let images = &basis * &u * 2.0;
        basis -= images * u.transpose();
    }
    let (odd, even) = (n / 2, n.div_ceil(2));
    let bidiagonal = DMatrix::from_fn(odd, even, |i, j| {
        if j == i || j == i + 1 {
            k[(2 * i + 1, 2 * j)]
        } else {
            0.0
        }
    });
    let combine = |first: usize, coefficients: &DVector<f64>| {
        coefficients
            .iter()
            .enumerate()
            .fold(DVector::zeros(n), |sum, (i, &coefficient)| {
                sum + basis.column(first + 2 * i) * coefficient
            })
    };
    let (mut angles, mut columns) = (Vec::new(), Vec::new());
    for (sigma, left, right) in singular_triples(&bidiagonal) {
        angles.push(sigma * scale);
        columns.extend([combine(0, &right), combine(1, &left)]);
    }
    if angles.is_empty() {
        return Vec::new();
    }
    // the rounding of all these products, undone by a step of Newton and Schulz toward orthonormality
    let frame = DMatrix::from_columns(&columns);
    let excess = frame.tr_mul(&frame) - DMatrix::identity(columns.len(), columns.len());
    let frame = &frame - &frame * excess * 0.5;
    let column = |i: usize| frame.column(i).into_owned();
    angles
        .into_iter()
        .enumerate()
        .map(|(plane, angle)| Plane {
            angle,
            p: column(2 * plane),
            q: column(2 * plane + 1),
        })
        .collect()
}

/// The singular values other than 0 of a matrix with their vectors: A = Σ σ u vᵀ.
///
/// By Jacobi rotations of the columns of Aᵀ, which finds small singular values beside large ones to
/// the last digits.
///
/// # References
///
/// J. Demmel and K. Veselić, Jacobi's method is more accurate than QR, *SIAM Journal on Matrix
/// Analysis and Applications* 13 (1992), 1204–1245.
fn singular_triples(a: &DMatrix<f64>) -> impl Iterator<Item = (f64, DVector<f64>, DVector<f64>)> {
    const SWEEPS: usize = 40;
    let rows = a.nrows();
    // of the product of two columns; to go on turning what is rounding would only add to it
    let rounding = f64::EPSILON * a.ncols() as f64;
    let mut images = a.transpose();
    let mut turned = DMatrix::<f64>::identity(rows, rows);
    for _ in 0..SWEEPS {
        let mut orthogonal = true;
        for i in 0..rows {
            for j in i + 1..rows {
                let product = images.column(i).dot(&images.column(j));
                let [size_i, size_j] = [i, j].map(|k| images.column(k).norm());
                if product.abs() <= rounding * size_i * size_j {
                    continue;
                }
                orthogonal = false;
                // the rotation that makes the two columns orthogonal
                let zeta = (size_j - size_i) * (size_j + size_i) / (2.0 * product);
                let tangent = zeta.signum() / (zeta.abs() + zeta.hypot(1.0));
                let cosine = 1.0 / tangent.hypot(1.0);
                let sine = cosine * tangent;
                for matrix in [&mut images, &mut turned] {
                    for row in 0..matrix.nrows() {
                        let [x, y] = [matrix[(row, i)], matrix[(row, j)]];
                        matrix[(row, i)] = cosine * x - sine * y;
                        matrix[(row, j)] = sine * x + cosine * y;
                    }
                }
            }
        }
        if orthogonal {
            break;
        }
    }
    (0..rows).filter_map(move |i| {
        let sigma = images.column(i).norm();
        let right = images.column(i) / sigma;
        (sigma > 0.0).then(|| (sigma, turned.column(i).into_owned(), right))
    })
}

/// The value of a function at iθ.
pub(super) struct Value {
    pub(super) real: f64,
    /// The real part less the value at 0, without cancellation.
    pub(super) change: f64,
    pub(super) imaginary: f64,
}

/// The function f of a skew-symmetric matrix K, where f takes conjugate values at conjugate points:
///
/// ```text
/// f(K) = f(0) + Σ  Re (f(iθ) − f(0)) · (p pᵀ + q qᵀ) + Im f(iθ) · (q pᵀ − p qᵀ)      over the planes of K
/// ```
///
/// NaN if K is not finite.
pub(super) fn function<const D: usize>(
    k: &SMatrix<f64, D, D>,
    at_zero: f64,
    at: impl Fn(f64) -> Value,
) -> SMatrix<f64, D, D> {
    if !coordinates::is_finite(k) {
        return SMatrix::repeat(f64::NAN);
    }
    let mut value = SMatrix::identity() * at_zero;
    match D {
        2 => {
            let Value {
                real, imaginary, ..
            } = at(vee(k)[0]);
            value[(0, 0)] = real;
            value[(1, 1)] = real;
            value[(1, 0)] = imaginary;
            value[(0, 1)] = -imaginary;
        }
        3 => {
            let rotation = SVector::<f64, 3>::from_column_slice(vee(k).as_slice());
            let angle = coordinates::magnitude(&rotation);
            if angle == 0.0 {
                return value;
            }
            let n = rotation / angle;
            let Value {
                real,
                change,
                imaginary,
            } = at(angle);
            for i in 0..3 {
                let (j, l) = ((i + 1) % 3, (i + 2) % 3);
                value[(i, i)] = at_zero * n[i] * n[i] + real * (n[j] * n[j] + n[l] * n[l]);
                value[(l, j)] = imaginary * n[i] - change * n[j] * n[l];
                value[(j, l)] = -imaginary * n[i] - change * n[j] * n[l];
            }
        }
        _ => {
            let k = DMatrix::from_fn(D, D, |i, j| 0.5 * k[(i, j)] - 0.5 * k[(j, i)]);
            for plane in planes(k) {
                let Value {
                    change, imaginary, ..
                } = at(plane.angle);
                let part = plane.projection() * change + plane.generator() * imaginary;
                value += SMatrix::<f64, D, D>::from_fn(|i, j| part[(i, j)]);
            }
        }
    }
    value
}
