//! A group acting on itself by multiplication on the left.

use crate::action::GSet;
use crate::action::laws::same_group;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A group as a set on which it acts by left multiplication: g · x = gx. The regular G-set.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Cyclic, sets::Regular};
/// let c5 = Cyclic::new(5)?;
/// assert_eq!(Regular(c5).act(&3, &4), 2);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regular<G>(pub G);

forward_set! { [G: Set] Regular<G> : G, |this| this.0; }
forward_finite_set! { [G: FiniteSet] Regular<G>, |this| this.0; }

impl<G: Group> GSet<G> for Regular<G> {
    #[inline]
    fn act(&self, g: &G::Element, x: &G::Element) -> G::Element {
        self.0.compose(g, x)
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        same_group(group, &self.0, g, h).map(drop)
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
