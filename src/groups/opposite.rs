//! The opposite of a group.

use nalgebra::DVector;

use crate::group::{Abelian, Generated, Group, LieGroup, OutsideLogarithm};
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// The opposite group Gᵒᵖ: the same elements, multiplied in the other order.
///
/// A right action of G is a left action of Gᵒᵖ. The two groups are isomorphic, by g ↦ g⁻¹.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, Equipped, Group, groups::{Opposite, Symmetric}};
///
/// // g, x ↦ x · g is a right action of S₄, so a left action of the opposite group
/// let s4 = Symmetric::new(4);
/// let opposite = Opposite(s4);
/// let set = Equipped::new(opposite, s4, move |g, x| s4.compose(x, g));
/// Check::default().action(&opposite, &set)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opposite<G>(pub G);

forward_set! { [G: Set] Opposite<G> : G, |this| this.0; }
forward_finite_set! { [G: FiniteSet] Opposite<G>, |this| this.0; }

impl<G: Group> Group for Opposite<G> {
    fn identity(&self) -> G::Element {
        self.0.identity()
    }

    /// h · g
    #[inline]
    fn compose(&self, g: &G::Element, h: &G::Element) -> G::Element {
        self.0.compose(h, g)
    }

    #[inline]
    fn inverse(&self, g: &G::Element) -> G::Element {
        self.0.inverse(g)
    }

    fn factors(&self, g: &G::Element) -> Vec<G::Element> {
        let mut factors = self.0.factors(g);
        factors.reverse();
        factors
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = G::Element> + '_>> {
        self.0.finite()
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}

impl<G: Abelian> Abelian for Opposite<G> {}

impl<G: Generated> Generated for Opposite<G> {
    fn generators(&self) -> Vec<G::Element> {
        self.0.generators()
    }
}

/// The same one-parameter subgroups; Ad and the bracket turn round: Ad(g) is that of g⁻¹ in G, and
/// \[x, y\] is \[y, x\] in G.
impl<G: LieGroup> LieGroup for Opposite<G> {
    type Scalar = G::Scalar;
    type Algebra = G::Algebra;

    fn dimension(&self) -> usize {
        self.0.dimension()
    }

    fn hat(&self, coordinates: &DVector<G::Scalar>) -> G::Algebra {
        self.0.hat(coordinates)
    }

    fn vee(&self, algebra: &G::Algebra) -> DVector<G::Scalar> {
        self.0.vee(algebra)
    }

    fn exp(&self, algebra: &G::Algebra) -> G::Element {
        self.0.exp(algebra)
    }

    fn log(&self, g: &G::Element) -> Result<G::Algebra, OutsideLogarithm> {
        self.0.log(g)
    }

    fn adjoint(&self, g: &G::Element, algebra: &G::Algebra) -> G::Algebra {
        self.0.adjoint(&self.0.inverse(g), algebra)
    }

    fn bracket(&self, x: &G::Algebra, y: &G::Algebra) -> G::Algebra {
        self.0.bracket(y, x)
    }

    /// 1/Δ(g): left and right change places.
    fn modular(&self, g: &G::Element) -> f64 {
        self.0.modular(g).recip()
    }
}

/// Haar measure of a compact group is the same from both sides.
#[cfg(feature = "rand")]
impl<G: crate::group::HaarMeasure> crate::group::HaarMeasure for Opposite<G> {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> G::Element {
        self.0.sample(random)
    }
}
