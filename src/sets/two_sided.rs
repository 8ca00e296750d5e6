//! A group acting on itself from both sides.

use crate::action::GSet;
use crate::action::laws::same_group;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A group as a set on which pairs of its elements act, one from each side: (g, h) · x = g x h⁻¹.
///
/// An orientation is an example: g changes the frame it is seen from, h the frame in the body.
///
/// # Examples
///
/// ```
/// use equivariant::{Exhaustive, GSet, groups::Symmetric, sets::TwoSided};
/// let s3 = Symmetric::new(3);
/// Exhaustive.action(&(s3, s3), &TwoSided(s3))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TwoSided<G>(pub G);

forward_set! { [G: Set] TwoSided<G> : G, |this| this.0; }
forward_finite_set! { [G: FiniteSet] TwoSided<G>, |this| this.0; }

impl<G: Group> GSet<(G, G)> for TwoSided<G> {
    #[inline]
    fn act(&self, (g, h): &(G::Element, G::Element), x: &G::Element) -> G::Element {
        self.0.compose(&self.0.compose(g, x), &self.0.inverse(h))
    }

    fn premises(
        &self,
        group: &(G, G),
        g: &(G::Element, G::Element),
        h: &(G::Element, G::Element),
    ) -> Result<(), Violation> {
        same_group(&group.0, &self.0, &g.0, &h.0)?;
        same_group(&group.1, &self.0, &g.1, &h.1).map(drop)
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
