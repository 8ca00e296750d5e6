//! Pairs of a point and what moves with it along a cocycle.

use super::{Cocycle, GSet, laws};
use crate::group::Group;
use crate::law::Violation;
use crate::set::{Set, forward_set};

/// The product X × Y with the action g·(x, y) = (g·x, c(g, x)·y) along a cocycle c : G × X → H of the
/// action on X: the point says how much what is above it moves.
///
/// A map f : X → Y with f(g·x) = c(g, x)·f(x) is, together with the point, an equivariant map
/// x ↦ (x, f(x)) into it; see [`EquivariantMap::along_cocycle`](crate::EquivariantMap::along_cocycle).
///
/// # Laws
///
/// The action is compatible exactly if c is a [`Cocycle`].
///
/// # Examples
///
/// The time on a clock and the date: how far the date moves depends on the time.
///
/// ```
/// use equivariant::{Cocycle, GSet, Pullback, action::SkewProduct};
/// use equivariant::{groups::{Cyclic, Integers}, homomorphisms::Residue, sets::Regular};
///
/// let c24 = Cyclic::new(24)?;
/// let clock = Pullback { along: Residue::new(c24), set: Regular(c24) };
/// let days = Cocycle::new(Integers, clock, Integers, |g: &i64, hour: &u64| (g + *hour as i64).div_euclid(24));
/// let calendar = SkewProduct { cocycle: days, fibre: Regular(Integers) };
/// assert_eq!(calendar.act(&30, &(20, 1)), (2, 3));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkewProduct<G, X, H, C, Y> {
    /// The cocycle c, which has the set X with it.
    pub cocycle: Cocycle<G, X, H, C>,
    /// The set Y.
    pub fibre: Y,
}

forward_set! {
    [G: Group, X: GSet<G>, H: Group, C: Fn(&G::Element, &X::Element) -> H::Element, Y: Set]
        SkewProduct<G, X, H, C, Y> : (X, Y), |this| (this.cocycle.base(), &this.fibre);
}

impl<G, X, H, C, Y> GSet<G> for SkewProduct<G, X, H, C, Y>
where
    G: Group,
    X: GSet<G>,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
    Y: GSet<H>,
{
    #[inline]
    fn act(&self, g: &G::Element, (x, y): &Self::Element) -> Self::Element {
        let moved = self.fibre.act(&self.cocycle.apply(g, x), y);
        (self.cocycle.base().act(g, x), moved)
    }

    fn formula(&self) -> &'static str {
        "c(g, x)·f(x)"
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        laws::same_group(group, self.cocycle.source(), g, h)?;
        self.cocycle.base().premises(group, g, h)
    }

    fn premises_at(
        &self,
        group: &G,
        g: &G::Element,
        h: &G::Element,
        (x, _): &Self::Element,
    ) -> Result<(), Violation> {
        let c = &self.cocycle;
        for k in [g, h, &group.compose(g, h)] {
            laws::closed_cocycle(c, k, x)?;
        }
        laws::cocycle(c, g, h, x)?;
        let [first, second] = [c.apply(g, &c.base().act(h, x)), c.apply(h, x)];
        self.fibre.premises(c.target(), &first, &second)?;
        c.base().premises_at(group, g, h, x)
    }
}
