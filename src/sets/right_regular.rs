//! A group acting on itself by multiplication on the right.

use crate::action::GSet;
use crate::action::laws::same_group;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A group as a set on which it acts by right multiplication with the inverse: g · x = x g⁻¹.
///
/// # Conventions
///
/// The inverse makes it a left action: g · (h · x) = x h⁻¹ g⁻¹ = (gh) · x.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Cyclic, sets::RightRegular};
/// let c5 = Cyclic::new(5)?;
/// assert_eq!(RightRegular(c5).act(&3, &4), 1);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RightRegular<G>(pub G);

forward_set! { [G: Set] RightRegular<G> : G, |this| this.0; }
forward_finite_set! { [G: FiniteSet] RightRegular<G>, |this| this.0; }

impl<G: Group> GSet<G> for RightRegular<G> {
    #[inline]
    fn act(&self, g: &G::Element, x: &G::Element) -> G::Element {
        self.0.compose(x, &self.0.inverse(g))
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        same_group(group, &self.0, g, h).map(drop)
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
