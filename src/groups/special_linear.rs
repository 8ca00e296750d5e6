//! Matrices of determinant 1.

use std::marker::PhantomData;

use nalgebra::{DVector, Point, SMatrix};

use super::GeneralLinear;
use super::acts::acts;
use super::general_linear::dynamic;
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, Tolerance, coordinates};
use crate::sets::{Matrices, Points, Vectors};

/// The special linear group SL(D) of the D×D matrices of determinant 1: linear maps that keep
/// volumes and orientation.
///
/// # Conventions
///
/// Those of [`GeneralLinear`]. A matrix belongs if its determinant is 1 up to the rounding that its
/// entries allow. The coordinates of the Lie algebra, the matrices of trace 0, are the entries column
/// by column without the last, which the trace decides.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, groups::SpecialLinear};
/// use nalgebra::matrix;
/// let sl2 = SpecialLinear::<2>::default();
/// assert!(sl2.contains(&matrix![2.0, 3.0; 1.0, 2.0]));
/// assert!(!sl2.contains(&matrix![2.0, 0.0; 0.0, 2.0]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpecialLinear<const D: usize, T = f64>(PhantomData<T>);

/// The determinant.
pub(crate) fn determinant<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> f64 {
    dynamic(x).determinant()
}

/// The product of the lengths of the columns, which bounds the determinant (Hadamard).
fn bound<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> f64 {
    x.column_iter()
        .map(|column| coordinates::norm(column.iter().map(|entry| entry.to_f64())))
        .product()
}

impl<const D: usize, T: Real> Set for SpecialLinear<D, T> {
    type Element = SMatrix<T, D, D>;

    fn contains(&self, x: &SMatrix<T, D, D>) -> bool {
        let allowed = T::EPSILON.sqrt() * bound(x).max(1.0);
        (determinant(x) - 1.0).abs() <= allowed.min(0.5)
    }

    fn distance(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> f64 {
        coordinates::distance(x, y)
    }

    fn magnitude(&self, x: &SMatrix<T, D, D>) -> f64 {
        coordinates::magnitude(x)
    }

    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn apart(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> bool {
        coordinates::apart(x, y, self.tolerance().relative)
    }

    /// A matrix near x, scaled back to determinant 1.
    fn nudge(&self, x: &SMatrix<T, D, D>, reach: f64, direction: u64) -> Option<SMatrix<T, D, D>> {
        let nudged = coordinates::nudge(x, reach, direction);
        let volume = determinant(&nudged);
        let factor = volume.abs().powf(-1.0 / D as f64);
        (volume > 0.0).then(|| nudged * T::nearest(factor))
    }

    fn describe(&self, x: &SMatrix<T, D, D>) -> String {
        Matrices::<D, D, T>::default().describe(x)
    }
}

impl<const D: usize, T: Real> Group for SpecialLinear<D, T> {
    #[inline]
    fn identity(&self) -> SMatrix<T, D, D> {
        SMatrix::identity()
    }

    #[inline]
    fn compose(&self, g: &SMatrix<T, D, D>, h: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        g * h
    }

    #[inline]
    fn inverse(&self, g: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        GeneralLinear::default().inverse(g)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// The matrix of trace 0 nearest to a matrix.
fn traceless<const D: usize, T: Real>(x: SMatrix<T, D, D>) -> SMatrix<T, D, D> {
    let share = x.trace() / T::nearest(D as f64);
    x - SMatrix::identity() * share
}

impl<const D: usize, T: Real> LieGroup for SpecialLinear<D, T> {
    type Scalar = T;
    type Algebra = SMatrix<T, D, D>;

    fn dimension(&self) -> usize {
        (D * D).saturating_sub(1)
    }

    fn hat(&self, coordinates: &DVector<T>) -> SMatrix<T, D, D> {
        let mut matrix = SMatrix::<T, D, D>::zeros();
        for (entry, &coordinate) in matrix.iter_mut().zip(coordinates.iter()) {
            *entry = coordinate;
        }
        if D > 0 {
            matrix[(D - 1, D - 1)] = -matrix.trace();
        }
        matrix
    }

    fn vee(&self, algebra: &SMatrix<T, D, D>) -> DVector<T> {
        DVector::from_iterator(
            self.dimension(),
            algebra.iter().copied().take(self.dimension()),
        )
    }

    fn exp(&self, algebra: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        GeneralLinear::default().exp(algebra)
    }

    fn log(&self, g: &SMatrix<T, D, D>) -> Result<SMatrix<T, D, D>, OutsideLogarithm> {
        Ok(traceless(GeneralLinear::default().log(g)?))
    }

    fn adjoint(&self, g: &SMatrix<T, D, D>, algebra: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        traceless(GeneralLinear::default().adjoint(g, algebra))
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
    [const D: usize, T: Real] SpecialLinear<D, T>, on Points<D, T>: |g, x| Point::from(g * x.coords);
    /// v ↦ g v
    [const D: usize, T: Real] SpecialLinear<D, T>, on Vectors<D, T>: |g, x| g * x;
}
