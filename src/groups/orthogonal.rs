//! Rotations and reflections about the origin.

use std::marker::PhantomData;

use nalgebra::{DVector, Point, SMatrix};

use super::acts::acts;
use super::orthogonal_matrix::{
    self, exponential, from_coordinates, logarithm, skew_part, turns, vee,
};
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, Tolerance};
use crate::sets::{Points, Vectors};

/// The orthogonal group O(D): the rotations and reflections of D-dimensional space that fix the
/// origin.
///
/// # Conventions
///
/// Elements are matrices. Distance, Lie algebra and coordinates are those of
/// [`SpecialOrthogonal`](super::SpecialOrthogonal). The logarithm refuses the matrices of determinant
/// −1, to which no path leads from the identity.
///
/// # Examples
///
/// ```
/// use equivariant::{LieGroup, Set, groups::Orthogonal};
/// use nalgebra::matrix;
///
/// let o2 = Orthogonal::<2>::default();
/// let mirror = matrix![-1.0, 0.0; 0.0, 1.0];
/// assert_eq!(o2.describe(&mirror), "reflection in the mirror ⊥ x");
/// assert!(o2.log(&mirror).is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Orthogonal<const D: usize, T = f64>(PhantomData<T>);

impl<const D: usize, T: Real> Set for Orthogonal<D, T> {
    type Element = SMatrix<T, D, D>;

    fn contains(&self, x: &SMatrix<T, D, D>) -> bool {
        orthogonal_matrix::is_orthogonal(x)
    }

    fn distance(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> f64 {
        orthogonal_matrix::distance(x, y)
    }

    fn magnitude(&self, x: &SMatrix<T, D, D>) -> f64 {
        orthogonal_matrix::magnitude(x)
    }

    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &SMatrix<T, D, D>, reach: f64, direction: u64) -> Option<SMatrix<T, D, D>> {
        Some(orthogonal_matrix::nudge(x, reach, direction))
    }

    fn describe(&self, x: &SMatrix<T, D, D>) -> String {
        orthogonal_matrix::describe(x)
    }
}

impl<const D: usize, T: Real> Group for Orthogonal<D, T> {
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
        g.transpose()
    }

    /// Turns in coordinate planes, then a reflection of the last axis.
    fn factors(&self, g: &SMatrix<T, D, D>) -> Vec<SMatrix<T, D, D>> {
        let (turns, mirrored) = turns(&g.map(Real::to_f64), T::EPSILON);
        let turns = turns.iter().map(|turn| turn.matrix::<D>().map(T::nearest));
        let mirror = mirrored.then(|| {
            let mut mirror = SMatrix::identity();
            mirror[(D - 1, D - 1)] = -T::one();
            mirror
        });
        turns.chain(mirror).collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> LieGroup for Orthogonal<D, T> {
    type Scalar = T;
    type Algebra = SMatrix<T, D, D>;

    fn dimension(&self) -> usize {
        D * D.saturating_sub(1) / 2
    }

    fn hat(&self, coordinates: &DVector<T>) -> SMatrix<T, D, D> {
        from_coordinates(coordinates.as_slice())
    }

    fn vee(&self, algebra: &SMatrix<T, D, D>) -> DVector<T> {
        vee(algebra)
    }

    fn exp(&self, algebra: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        exponential(&algebra.map(Real::to_f64)).map(T::nearest)
    }

    fn log(&self, g: &SMatrix<T, D, D>) -> Result<SMatrix<T, D, D>, OutsideLogarithm> {
        match logarithm(&g.map(Real::to_f64), T::EPSILON) {
            Ok(matrix) => Ok(matrix.map(T::nearest)),
            Err(reason) => Err(OutsideLogarithm {
                element: self.describe(g),
                reason,
            }),
        }
    }

    fn adjoint(&self, g: &SMatrix<T, D, D>, algebra: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        skew_part(&(g * algebra * g.transpose()))
    }

    fn bracket(&self, x: &SMatrix<T, D, D>, y: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        x * y - y * x
    }

    /// 1: the group is compact.
    fn modular(&self, _g: &SMatrix<T, D, D>) -> f64 {
        1.0
    }
}

#[cfg(feature = "rand")]
impl<const D: usize, T: Real> crate::group::HaarMeasure for Orthogonal<D, T> {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> SMatrix<T, D, D> {
        orthogonal_matrix::random::<D, R>(random).map(T::nearest)
    }
}

acts! {
    /// p ↦ g p
    [const D: usize, T: Real] Orthogonal<D, T>, on Points<D, T>: |g, x| Point::from(g * x.coords);
    /// v ↦ g v
    [const D: usize, T: Real] Orthogonal<D, T>, on Vectors<D, T>: |g, x| g * x;
}
