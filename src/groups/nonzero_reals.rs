//! The real numbers other than 0 under multiplication.

use std::marker::PhantomData;

use super::acts::acts;
use super::one_parameter::one_parameter;
use super::positive_reals::{log_ratio, logarithm};
use super::words;
use crate::group::Group;
use crate::set::{Real, Set, Tolerance, wobble};
use crate::sets::Reals;

/// The group ℝˣ of the real numbers other than 0 under multiplication: where determinants live.
///
/// # Conventions
///
/// The distance is |log(x/y)| for numbers of one sign and infinite for others. It acts on numbers by
/// multiplication. The exponential reaches the positive numbers only.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, Set, groups::NonzeroReals};
/// let nonzero = NonzeroReals::<f64>::default();
/// assert_eq!(nonzero.inverse(&-4.0), -0.25);
/// assert!(!nonzero.contains(&0.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NonzeroReals<T = f64>(PhantomData<T>);

impl<T: Real> Set for NonzeroReals<T> {
    type Element = T;

    #[inline]
    fn contains(&self, x: &T) -> bool {
        x.is_finite() && *x != T::zero()
    }

    fn distance(&self, x: &T, y: &T) -> f64 {
        log_ratio(*x, *y)
    }

    #[inline]
    fn magnitude(&self, _x: &T) -> f64 {
        1.0
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &T, reach: f64, direction: u64) -> Option<T> {
        Some(*x * T::nearest(1.0 + reach * wobble(direction, 0)))
    }

    fn describe(&self, x: &T) -> String {
        words::number(*x)
    }
}

impl<T: Real> Group for NonzeroReals<T> {
    #[inline]
    fn identity(&self) -> T {
        T::one()
    }

    #[inline]
    fn compose(&self, g: &T, h: &T) -> T {
        *g * *h
    }

    #[inline]
    fn inverse(&self, g: &T) -> T {
        g.recip()
    }

    /// The sign, then the size.
    fn factors(&self, g: &T) -> Vec<T> {
        let sign = (*g < T::zero()).then_some(-T::one());
        let size = (g.abs() != T::one()).then_some(g.abs());
        sign.into_iter().chain(size).collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

one_parameter! {
    [T: Real] NonzeroReals<T>,
    exp |x| x.exp(),
    log |_this, g| logarithm(*g);
}

acts! {
    /// x ↦ s x
    [T: Real] NonzeroReals<T>, on Reals<T>: |g, x| *g * *x;
}
