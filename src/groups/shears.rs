//! Shears of the plane.

use std::marker::PhantomData;

use nalgebra::{Point2, Vector2};

use super::acts::acts;
use super::one_parameter::one_parameter;
use super::words;
use crate::group::Group;
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

// exp (0 s; 0 0) = (1 s; 0 1)
one_parameter! {
    [T: Real] Shears<T>, exp |x| *x, log |_this, g| Ok(*g);
}

acts! {
    [T: Real] Shears<T>, on Points<2, T>: |g, x| Point2::new(x.x + *g * x.y, x.y);
    [T: Real] Shears<T>, on Vectors<2, T>: |g, x| Vector2::new(x.x + *g * x.y, x.y);
}
