//! The positive real numbers under multiplication.

use std::marker::PhantomData;

use super::acts::acts;
use super::one_parameter::one_parameter;
use super::words;
use crate::group::{Group, HaarDensity, OutsideLogarithm};
use crate::set::{Real, Set, Tolerance, wobble};
use crate::sets::{Points, Reals, Vectors};

/// The group ℝ₊ of the positive real numbers under multiplication: changes of scale, of units.
///
/// # Conventions
///
/// The distance of two scales is |log(x/y)|, so that a factor of 2 is as far at 10⁻⁹ as at 10⁹, and
/// rounding is relative. It acts on numbers, points and vectors by x ↦ s x.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, LieGroup, Set, groups::PositiveReals};
/// let scales = PositiveReals::<f64>::default();
/// assert_eq!(scales.compose(&2.0, &4.0), 8.0);
/// assert!(!scales.contains(&0.0) && !scales.contains(&-1.0));
/// assert_eq!(scales.distance(&1e-9, &2e-9), std::f64::consts::LN_2);
/// assert_eq!(scales.log(&1.0)?, 0.0);
/// # Ok::<(), equivariant::group::OutsideLogarithm>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PositiveReals<T = f64>(PhantomData<T>);

/// |log(x/y)| for numbers of one sign, and ∞ for numbers of different signs.
pub(super) fn log_ratio<T: Real>(x: T, y: T) -> f64 {
    let (x, y) = (x.to_f64(), y.to_f64());
    let ratio = x / y;
    if ratio.is_nan() {
        f64::NAN
    } else if ratio < 0.0 {
        f64::INFINITY
    } else if ratio > 0.5 && ratio < 2.0 {
        ((x - y) / y).ln_1p().abs()
    } else if ratio > 0.0 && ratio < f64::INFINITY {
        ratio.ln().abs()
    } else {
        (x.abs().ln() - y.abs().ln()).abs()
    }
}

/// The logarithm of a positive number.
pub(super) fn logarithm<T: Real>(g: T) -> Result<T, OutsideLogarithm> {
    if g.is_finite() && g > T::zero() {
        return Ok(g.ln());
    }
    Err(OutsideLogarithm {
        element: words::number(g),
        reason: "it is no positive number",
    })
}

impl<T: Real> Set for PositiveReals<T> {
    type Element = T;

    #[inline]
    fn contains(&self, x: &T) -> bool {
        x.is_finite() && *x > T::zero()
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
        if *x == T::one() {
            "identity".to_owned()
        } else {
            format!("scaling by {}", words::number(*x))
        }
    }
}

impl<T: Real> Group for PositiveReals<T> {
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

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

one_parameter! {
    [T: Real] PositiveReals<T>,
    exp |x| x.exp(),
    log |_this, g| logarithm(*g);
}

/// The length of the logarithm: dx/x.
impl<T: Real> HaarDensity for PositiveReals<T> {
    fn left_haar(&self, g: &T) -> f64 {
        g.to_f64().recip()
    }
}

acts! {
    /// x ↦ s x
    [T: Real] PositiveReals<T>, on Reals<T>: |g, x| *g * *x;
    /// p ↦ s p
    [const D: usize, T: Real] PositiveReals<T>, on Points<D, T>: |g, x| x * *g;
    /// v ↦ s v
    [const D: usize, T: Real] PositiveReals<T>, on Vectors<D, T>: |g, x| x * *g;
}
