//! Invertible matrices.

use nalgebra::{DMatrix, DVector, Point, SMatrix};

use super::acts::acts;
use super::matrix_exponential::exponential;
use super::matrix_logarithm::logarithm;
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, coordinates, forward_set};
use crate::sets::{Matrices, Points, Vectors};

/// The general linear group GL(D) of the invertible D×D matrices: changes of basis.
///
/// # Conventions
///
/// The distance is the Frobenius norm of the difference. A matrix belongs if its entries are finite
/// and the inverse that is computed is, too. The Lie algebra is all matrices, with the entries
/// column by column as coordinates.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, LieGroup, Set, groups::GeneralLinear};
/// use nalgebra::matrix;
///
/// let gl2 = GeneralLinear::<2>::default();
/// let shear = matrix![1.0, 1.0; 0.0, 1.0];
/// assert_eq!(gl2.inverse(&shear), matrix![1.0, -1.0; 0.0, 1.0]);
/// assert!(gl2.same(&gl2.exp(&gl2.log(&shear)?), &shear));
/// assert!(!gl2.contains(&matrix![1.0, 2.0; 2.0, 4.0]));
/// let error = gl2.log(&matrix![-1.0, 0.0; 0.0, 1.0]).unwrap_err();
/// assert!(error.to_string().contains("negative real axis"));
/// # Ok::<(), equivariant::group::OutsideLogarithm>(())
/// ```
///
/// # Accuracy
///
/// Against values with 60 digits for badly scaled, defective and nearly singular matrices: exp within
/// 2 ε, log within 10 ε of the largest entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeneralLinear<const D: usize, T = f64>(Matrices<D, D, T>);

forward_set! {
    [const D: usize, T: Real] GeneralLinear<D, T> : Matrices<D, D, T>,
        |this| this.0,
        where |x| inverse(x).is_some();
}

/// The inverse, if it is finite.
pub(super) fn inverse<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> Option<SMatrix<T, D, D>> {
    x.try_inverse().filter(coordinates::is_finite)
}

/// A matrix of known size in the precision in which functions of it are computed.
pub(super) fn dynamic<T: Real, const D: usize>(a: &SMatrix<T, D, D>) -> DMatrix<f64> {
    DMatrix::from_fn(D, D, |i, j| a[(i, j)].to_f64())
}

/// The matrix of known size nearest to one that has been computed.
fn nearest<T: Real, const D: usize>(a: &DMatrix<f64>) -> SMatrix<T, D, D> {
    SMatrix::from_fn(|i, j| T::nearest(a[(i, j)]))
}

impl<const D: usize, T: Real> Group for GeneralLinear<D, T> {
    #[inline]
    fn identity(&self) -> SMatrix<T, D, D> {
        SMatrix::identity()
    }

    #[inline]
    fn compose(&self, g: &SMatrix<T, D, D>, h: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        g * h
    }

    /// NaN for a matrix that is not invertible.
    #[inline]
    fn inverse(&self, g: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        inverse(g).unwrap_or_else(|| SMatrix::repeat(T::nearest(f64::NAN)))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> LieGroup for GeneralLinear<D, T> {
    type Scalar = T;
    type Algebra = SMatrix<T, D, D>;

    fn dimension(&self) -> usize {
        D * D
    }

    fn hat(&self, coordinates: &DVector<T>) -> SMatrix<T, D, D> {
        SMatrix::from_column_slice(coordinates.as_slice())
    }

    fn vee(&self, algebra: &SMatrix<T, D, D>) -> DVector<T> {
        DVector::from_column_slice(algebra.as_slice())
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

    /// 1: Ad is conjugation of matrices.
    fn modular(&self, _g: &SMatrix<T, D, D>) -> f64 {
        1.0
    }
}

acts! {
    /// p ↦ g p
    [const D: usize, T: Real] GeneralLinear<D, T>, on Points<D, T>: |g, x| Point::from(g * x.coords);
    /// v ↦ g v
    [const D: usize, T: Real] GeneralLinear<D, T>, on Vectors<D, T>: |g, x| g * x;
}
