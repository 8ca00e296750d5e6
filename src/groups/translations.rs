//! Translations of space.

use std::marker::PhantomData;

use nalgebra::{DVector, SVector, Translation};

use super::acts::acts;
use super::words;
use crate::group::{Abelian, Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, set_of_parts};
use crate::sets::{Points, Vectors};

/// The group of the translations p ↦ p + t of D-dimensional space.
///
/// # Conventions
///
/// The distance of two translations is that of their vectors. They move [`Points`] and fix
/// [`Vectors`]. The Lie algebra is made of vectors too: exp t is the translation by t.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, GSet, groups::Translations, sets::Points};
/// use nalgebra::{Translation2, point};
///
/// let translations = Translations::<2>::default();
/// let (g, h) = (Translation2::new(1.0, 0.0), Translation2::new(0.0, 2.0));
/// assert_eq!(translations.compose(&g, &h), Translation2::new(1.0, 2.0));
/// assert_eq!(GSet::<Translations<2>>::act(&Points::default(), &g, &point![3.0, 3.0]), point![4.0, 3.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Translations<const D: usize, T = f64>(PhantomData<T>);

set_of_parts! {
    [const D: usize, T: Real] Translations<D, T> { Translation<T, D> }
        : Vectors<D, T> = Vectors::<D, T>::default(),
        |x| x.vector,
        |vector| Translation::from(vector),
        describe |x| words::then_translated("identity", &x.vector);
}

impl<const D: usize, T: Real> Group for Translations<D, T> {
    #[inline]
    fn identity(&self) -> Translation<T, D> {
        Translation::identity()
    }

    #[inline]
    fn compose(&self, g: &Translation<T, D>, h: &Translation<T, D>) -> Translation<T, D> {
        Translation::from(g.vector + h.vector)
    }

    #[inline]
    fn inverse(&self, g: &Translation<T, D>) -> Translation<T, D> {
        Translation::from(-g.vector)
    }

    /// One translation along each axis.
    fn factors(&self, g: &Translation<T, D>) -> Vec<Translation<T, D>> {
        let along = |axis: usize| {
            let entry = |i, _| if i == axis { g.vector[axis] } else { T::zero() };
            Translation::from(SVector::<T, D>::from_fn(entry))
        };
        (0..D)
            .filter(|&axis| g.vector[axis] != T::zero())
            .map(along)
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> Abelian for Translations<D, T> {}

impl<const D: usize, T: Real> LieGroup for Translations<D, T> {
    type Scalar = T;
    type Algebra = SVector<T, D>;

    fn dimension(&self) -> usize {
        D
    }

    fn hat(&self, coordinates: &DVector<T>) -> SVector<T, D> {
        SVector::from_column_slice(coordinates.as_slice())
    }

    fn vee(&self, algebra: &SVector<T, D>) -> DVector<T> {
        DVector::from_column_slice(algebra.as_slice())
    }

    fn exp(&self, algebra: &SVector<T, D>) -> Translation<T, D> {
        Translation::from(*algebra)
    }

    fn log(&self, g: &Translation<T, D>) -> Result<SVector<T, D>, OutsideLogarithm> {
        Ok(g.vector)
    }

    fn adjoint(&self, _g: &Translation<T, D>, algebra: &SVector<T, D>) -> SVector<T, D> {
        *algebra
    }

    fn bracket(&self, _x: &SVector<T, D>, _y: &SVector<T, D>) -> SVector<T, D> {
        SVector::zeros()
    }

    /// 1: the group is abelian.
    fn modular(&self, _g: &Translation<T, D>) -> f64 {
        1.0
    }
}

acts! {
    /// p ↦ p + t
    [const D: usize, T: Real] Translations<D, T>, on Points<D, T>: |g, x| x + g.vector;
    /// Vectors stay: they are differences of points.
    [const D: usize, T: Real] Translations<D, T>, on Vectors<D, T>: |_g, x| *x;
}
