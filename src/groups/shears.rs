//! Shears of the plane.

use std::marker::PhantomData;

use nalgebra::{DVector, Point2, Vector2};

use super::words;
use crate::action::GSet;
use crate::group::{Abelian, Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, set_of_parts};
use crate::sets::{Points, Reals, Vectors};

/// The group of the shears (x, y) ↦ (x + s y, y) of the plane along the x-axis.
///
/// They keep areas and neither lengths nor angles. An element is the number s; the group is that of
/// the real numbers under addition, and it acts on points and vectors of the plane.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Shears, sets::Points};
/// use nalgebra::point;
/// let sheared = GSet::<Shears>::act(&Points::<2>::default(), &0.5, &point![1.0, 2.0]);
/// assert_eq!(sheared, point![2.0, 2.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shears<T = f64>(PhantomData<T>);

set_of_parts! {
    [T: Real] Shears<T> { T } : Reals<T> = Reals::<T>::default(),
        |x| *x,
        |x| x,
        describe |x| if *x == T::zero() {
            "identity".to_owned()
        } else {
            format!("shear by {} along x", words::number(*x))
        };
}

impl<T: Real> Group for Shears<T> {
    #[inline]
    fn identity(&self) -> T {
        T::zero()
    }

    #[inline]
    fn compose(&self, g: &T, h: &T) -> T {
        *g + *h
    }

    #[inline]
    fn inverse(&self, g: &T) -> T {
        -*g
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<T: Real> Abelian for Shears<T> {}

impl<T: Real> LieGroup for Shears<T> {
    type Scalar = T;
    type Algebra = T;

    fn dimension(&self) -> usize {
        1
    }

    fn hat(&self, coordinates: &DVector<T>) -> T {
        coordinates[0]
    }

    fn vee(&self, algebra: &T) -> DVector<T> {
        DVector::from_element(1, *algebra)
    }

    /// exp (0 s; 0 0) = (1 s; 0 1)
    fn exp(&self, algebra: &T) -> T {
        *algebra
    }

    fn log(&self, g: &T) -> Result<T, OutsideLogarithm> {
        Ok(*g)
    }

    fn adjoint(&self, _g: &T, algebra: &T) -> T {
        *algebra
    }

    fn bracket(&self, _x: &T, _y: &T) -> T {
        T::zero()
    }
}

impl<T: Real> GSet<Shears<T>> for Points<2, T> {
    #[inline]
    fn act(&self, g: &T, x: &Point2<T>) -> Point2<T> {
        Point2::new(x.x + *g * x.y, x.y)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<T: Real> GSet<Shears<T>> for Vectors<2, T> {
    #[inline]
    fn act(&self, g: &T, x: &Vector2<T>) -> Vector2<T> {
        Vector2::new(x.x + *g * x.y, x.y)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
