//! An action carried along a homomorphism.

use super::GSet;
use super::laws::same_group;
use crate::group::Group;
use crate::homomorphism::{self, Homomorphism};
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A set with the action of the source of φ : G → G′ carried along φ: g · y = φ(g) · y.
///
/// An equivariant map into it is equivariant along φ: f(g·x) = φ(g)·f(x).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Pullback, groups::Cyclic, homomorphisms::Residue, sets::Regular};
///
/// let c12 = Cyclic::new(12)?;
/// let dial = Pullback { along: Residue::new(c12), set: Regular(c12) };
/// assert_eq!(dial.act(&-1, &0), 11); // the integers turn the dial
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pullback<P, Y> {
    /// The homomorphism φ.
    pub along: P,
    /// The set on which the target of φ acts.
    pub set: Y,
}

forward_set! { [P, Y: Set] Pullback<P, Y> : Y, |this| this.set; }
forward_finite_set! { [P, Y: FiniteSet] Pullback<P, Y>, |this| this.set; }

impl<G, P, Y> GSet<G> for Pullback<P, Y>
where
    G: Group,
    P: Homomorphism<Source = G>,
    Y: GSet<P::Target>,
{
    #[inline]
    fn act(&self, g: &G::Element, y: &Y::Element) -> Y::Element {
        self.set.act(&self.along.apply(g), y)
    }

    #[inline]
    fn act_inverse(&self, _group: &G, g: &G::Element, y: &Y::Element) -> Y::Element {
        let target = self.along.target();
        self.set.act_inverse(target, &self.along.apply(g), y)
    }

    fn formula(&self) -> &'static str {
        "φ(g)·f(x)"
    }

    fn is_trivial(&self) -> bool {
        self.set.is_trivial()
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        same_group(group, self.along.source(), g, h)?;
        homomorphism::laws::closed(&self.along, g)?;
        homomorphism::laws::closed(&self.along, h)?;
        homomorphism::laws::multiplicative(&self.along, g, h)?;
        let [g, h] = [g, h].map(|g| self.along.apply(g));
        self.set.premises(self.along.target(), &g, &h)
    }

    fn premises_at(
        &self,
        _group: &G,
        g: &G::Element,
        h: &G::Element,
        y: &Y::Element,
    ) -> Result<(), Violation> {
        let [g, h] = [g, h].map(|g| self.along.apply(g));
        self.set.premises_at(self.along.target(), &g, &h, y)
    }

    fn lawful_by_construction(&self) -> bool {
        self.along.lawful_by_construction() && self.set.lawful_by_construction()
    }
}
