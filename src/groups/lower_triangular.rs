//! Lower triangular matrices.

use nalgebra::{DVector, Point, SMatrix};

use super::acts::acts;
use super::general_linear::dynamic;
use super::matrix_exponential::exponential;
use super::matrix_logarithm::logarithm;
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, Tolerance, coordinates};
use crate::sets::{Matrices, Points, Vectors};

/// The group of the lower triangular D×D matrices with positive diagonal: every coordinate may be rescaled,
/// and those before it mixed in.
///
/// Every invertible matrix is one of them times an orthogonal matrix in exactly one way, and every
/// positive definite matrix is T Tᵀ with exactly one T: the group acts simply transitively on
/// covariance matrices.
///
/// # Conventions
///
/// The distance is the Frobenius norm of the difference. A matrix belongs if its entries are finite,
/// those above the diagonal 0, those on it positive, and its inverse finite. The Lie algebra
/// is that of the lower triangular matrices, with the entries on and below the diagonal, column by column, as
/// coordinates.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, Set, groups::LowerTriangular};
/// use nalgebra::matrix;
///
/// let triangular = LowerTriangular::<2>::default();
/// let g = matrix![2.0, 0.0; 3.0, 1.0];
/// assert_eq!(triangular.inverse(&g), matrix![0.5, 0.0; -1.5, 1.0]);
/// assert!(!triangular.contains(&matrix![1.0, 1.0; 0.0, 1.0]));
/// assert!(!triangular.contains(&matrix![-1.0, 0.0; 0.0, 1.0]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LowerTriangular<const D: usize, T = f64>(Matrices<D, D, T>);

impl<const D: usize, T: Real> Set for LowerTriangular<D, T> {
    type Element = SMatrix<T, D, D>;

    fn contains(&self, x: &SMatrix<T, D, D>) -> bool {
        self.0.contains(x) && is_lower_triangular(x) && inverse(x).is_some()
    }

    fn distance(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> f64 {
        self.0.distance(x, y)
    }

    fn magnitude(&self, x: &SMatrix<T, D, D>) -> f64 {
        self.0.magnitude(x)
    }

    fn tolerance(&self) -> Tolerance {
        self.0.tolerance()
    }

    /// Nothing above the diagonal is moved.
    fn nudge(&self, x: &SMatrix<T, D, D>, reach: f64, direction: u64) -> Option<SMatrix<T, D, D>> {
        let nudged = self.0.nudge(x, reach, direction)?;
        Some(nudged.lower_triangle())
    }

    fn ratio(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> Option<f64> {
        self.0.ratio(x, y)
    }

    fn describe(&self, x: &SMatrix<T, D, D>) -> String {
        self.0.describe(x)
    }
}

/// Whether there is nothing above the diagonal, and it is positive.
fn is_lower_triangular<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> bool {
    (0..D).all(|j| x[(j, j)] > T::zero() && (0..j).all(|i| x[(i, j)] == T::zero()))
}

/// The inverse by forward substitution, if it is finite.
fn inverse<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> Option<SMatrix<T, D, D>> {
    x.solve_lower_triangular(&SMatrix::identity())
        .filter(coordinates::is_finite)
}

/// The lower triangular matrix of known size nearest to one that has been computed.
fn nearest<T: Real, const D: usize>(a: &nalgebra::DMatrix<f64>) -> SMatrix<T, D, D> {
    SMatrix::from_fn(|i, j| {
        if i < j {
            T::zero()
        } else {
            T::nearest(a[(i, j)])
        }
    })
}

impl<const D: usize, T: Real> Group for LowerTriangular<D, T> {
    #[inline]
    fn identity(&self) -> SMatrix<T, D, D> {
        SMatrix::identity()
    }

    #[inline]
    fn compose(&self, g: &SMatrix<T, D, D>, h: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        g * h
    }

    /// NaN for a matrix that does not belong.
    #[inline]
    fn inverse(&self, g: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        inverse(g).unwrap_or_else(|| SMatrix::repeat(T::nearest(f64::NAN)))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> LieGroup for LowerTriangular<D, T> {
    type Scalar = T;
    type Algebra = SMatrix<T, D, D>;

    fn dimension(&self) -> usize {
        D * (D + 1) / 2
    }

    fn hat(&self, coordinates: &DVector<T>) -> SMatrix<T, D, D> {
        let mut entries = coordinates.iter().copied();
        let mut algebra = SMatrix::zeros();
        for j in 0..D {
            for i in j..D {
                algebra[(i, j)] = entries.next().unwrap_or_else(T::zero);
            }
        }
        algebra
    }

    fn vee(&self, algebra: &SMatrix<T, D, D>) -> DVector<T> {
        let entries = (0..D).flat_map(|j| (j..D).map(move |i| algebra[(i, j)]));
        DVector::from_iterator(self.dimension(), entries)
    }

    fn exp(&self, algebra: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        nearest(&exponential(&dynamic(algebra)))
    }

    fn log(&self, g: &SMatrix<T, D, D>) -> Result<SMatrix<T, D, D>, OutsideLogarithm> {
        let logarithm = logarithm(&dynamic(g)).map_err(|reason| OutsideLogarithm {
            element: self.describe(g),
            reason,
        })?;
        Ok(nearest(&logarithm))
    }

    fn adjoint(&self, g: &SMatrix<T, D, D>, algebra: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        g * algebra * self.inverse(g)
    }

    fn bracket(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        x * y - y * x
    }
}

acts! {
    /// p ↦ g p
    [const D: usize, T: Real] LowerTriangular<D, T>, on Points<D, T>: |g, x| Point::from(g * x.coords);
    /// v ↦ g v
    [const D: usize, T: Real] LowerTriangular<D, T>, on Vectors<D, T>: |g, x| g * x;
}
