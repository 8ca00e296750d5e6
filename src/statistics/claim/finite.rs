//! Claims about samples from a finite group.

use super::Claim;
use crate::group::Group;
use crate::sets::{Multisets, Regular};

/// An element of a group that moves with samples of the group: T(g x) = g T(x), whatever the order of the
/// observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Cyclic, statistics::claim::{Claim, GroupElement}};
/// let claim = GroupElement(Cyclic::new(12)?);
/// assert_eq!(claim.samples().act(&3, &vec![11, 1]), [2, 4]);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupElement<G>(pub G);

impl<G: Group + Clone> Claim for GroupElement<G> {
    type Group = G;
    type Observation = G::Element;
    type Samples = Multisets<Regular<G>>;
    type Values = Regular<G>;

    fn group(&self) -> G {
        self.0.clone()
    }

    fn samples(&self) -> Multisets<Regular<G>> {
        Multisets::new(Regular(self.0.clone()))
    }

    fn values(&self) -> Regular<G> {
        Regular(self.0.clone())
    }

    fn formula(&self) -> &'static str {
        "T(g x) = g T(x)"
    }
}
