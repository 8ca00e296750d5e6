//! The real numbers under addition.

use super::acts::acts;
use super::one_parameter::one_parameter;
use crate::group::{Group, HaarDensity};
use crate::set::Real;
use crate::sets::Reals;

/// The group (ℝ, +) of the real numbers under addition.
///
/// Its exponential is the identity; the exponential *function* is a homomorphism from it to the
/// [positive reals](super::PositiveReals).
impl<T: Real> Group for Reals<T> {
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

one_parameter! {
    [T: Real] Reals<T>, exp |x| *x, log |_this, g| Ok(*g);
}

/// The length: dx.
impl<T: Real> HaarDensity for Reals<T> {
    fn left_haar(&self, _g: &T) -> f64 {
        1.0
    }
}

acts! {
    /// x ↦ x + g
    [T: Real] Reals<T>, on Reals<T>: |g, x| *x + *g;
}
