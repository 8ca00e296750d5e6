//! The exponential function and the logarithm.

use crate::groups::PositiveReals;
use crate::homomorphism::Homomorphism;
use crate::set::Real;
use crate::sets::Reals;

/// The exponential function x ↦ eˣ, from (ℝ, +) to (ℝ₊, ·).
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, homomorphisms::{Exponential, Logarithm}};
/// let there_and_back = Exponential::default().then(Logarithm::default());
/// assert_eq!(there_and_back.apply(&2.0), 2.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exponential<T = f64> {
    source: Reals<T>,
    target: PositiveReals<T>,
}

/// The natural logarithm, from (ℝ₊, ·) to (ℝ, +): the inverse of the [`Exponential`].
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, homomorphisms::Logarithm};
/// assert_eq!(Logarithm::default().apply(&1.0), 0.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Logarithm<T = f64> {
    source: PositiveReals<T>,
    target: Reals<T>,
}

impl<T: Real> Homomorphism for Exponential<T> {
    type Source = Reals<T>;
    type Target = PositiveReals<T>;

    fn source(&self) -> &Reals<T> {
        &self.source
    }

    fn target(&self) -> &PositiveReals<T> {
        &self.target
    }

    #[inline]
    fn apply(&self, g: &T) -> T {
        g.exp()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<T: Real> Homomorphism for Logarithm<T> {
    type Source = PositiveReals<T>;
    type Target = Reals<T>;

    fn source(&self) -> &PositiveReals<T> {
        &self.source
    }

    fn target(&self) -> &Reals<T> {
        &self.target
    }

    #[inline]
    fn apply(&self, g: &T) -> T {
        g.ln()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
