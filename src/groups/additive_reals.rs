//! The real numbers under addition.

use nalgebra::DVector;

use crate::action::GSet;
use crate::group::{Abelian, Group, LieGroup, OutsideLogarithm};
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

impl<T: Real> Abelian for Reals<T> {}

impl<T: Real> LieGroup for Reals<T> {
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

/// x ↦ x + g
impl<T: Real> GSet<Reals<T>> for Reals<T> {
    #[inline]
    fn act(&self, g: &T, x: &T) -> T {
        *x + *g
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
