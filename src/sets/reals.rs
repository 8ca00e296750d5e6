//! The real numbers.

use std::marker::PhantomData;

use crate::set::{
    Real, Set, Tolerance,
    coordinates::{number_apart, wobble},
};

/// The real numbers, as floating-point numbers of type `T`.
///
/// # Conventions
///
/// The finite numbers belong; NaN and the infinities do not. The distance is |x − y|, and numbers
/// are the same up to rounding in proportion to the larger of the two.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, sets::Reals};
/// let reals = Reals::<f64>::default();
/// assert!(reals.same(&1e9, &(1e9 + 1e-6)));
/// assert!(!reals.same(&1.0, &(1.0 + 1e-6)));
/// assert!(!reals.contains(&f64::INFINITY));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reals<T = f64>(PhantomData<T>);

impl<T: Real> Set for Reals<T> {
    type Element = T;

    #[inline]
    fn contains(&self, x: &T) -> bool {
        x.is_finite()
    }

    #[inline]
    fn distance(&self, x: &T, y: &T) -> f64 {
        (x.to_f64() - y.to_f64()).abs()
    }

    #[inline]
    fn magnitude(&self, x: &T) -> f64 {
        x.to_f64().abs()
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    #[inline]
    fn apart(&self, x: &T, y: &T) -> bool {
        number_apart(x.to_f64(), y.to_f64(), self.tolerance().relative)
    }

    fn nudge(&self, x: &T, reach: f64, direction: u64) -> Option<T> {
        Some(T::nearest(x.to_f64() + reach * wobble(direction, 0)))
    }

    fn ratio(&self, x: &T, y: &T) -> Option<f64> {
        let c = x.to_f64() / y.to_f64();
        (c.is_finite() && c != 0.0).then_some(c)
    }

    fn describe(&self, x: &T) -> String {
        format!("{:?}", x.to_f64())
    }
}
