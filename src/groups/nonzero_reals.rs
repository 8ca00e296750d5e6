//! The real numbers other than 0 under multiplication.

use std::marker::PhantomData;

use nalgebra::DVector;

use super::{positive_reals::log_ratio, words};
use crate::action::GSet;
use crate::group::{Abelian, Group, LieGroup, OutsideLogarithm};
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

impl<T: Real> Abelian for NonzeroReals<T> {}

impl<T: Real> LieGroup for NonzeroReals<T> {
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

    fn exp(&self, algebra: &T) -> T {
        algebra.exp()
    }

    fn log(&self, g: &T) -> Result<T, OutsideLogarithm> {
        if g.is_finite() && *g > T::zero() {
            return Ok(g.ln());
        }
        Err(OutsideLogarithm {
            element: words::number(*g),
            reason: "it is no positive number",
        })
    }

    fn adjoint(&self, _g: &T, algebra: &T) -> T {
        *algebra
    }

    fn bracket(&self, _x: &T, _y: &T) -> T {
        T::zero()
    }
}

/// x ↦ s x
impl<T: Real> GSet<NonzeroReals<T>> for Reals<T> {
    #[inline]
    fn act(&self, g: &T, x: &T) -> T {
        *g * *x
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
