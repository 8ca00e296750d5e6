//! The identity homomorphism.

use crate::group::Group;
use crate::homomorphism::Homomorphism;

/// The identity of a group: g ↦ g.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::Identity};
/// let identity = Identity(Cyclic::new(5)?);
/// assert_eq!(identity.apply(&3), 3);
/// assert_eq!(identity.kernel(), [0]);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identity<G>(pub G);

impl<G: Group> Homomorphism for Identity<G> {
    type Source = G;
    type Target = G;

    fn source(&self) -> &G {
        &self.0
    }

    fn target(&self) -> &G {
        &self.0
    }

    #[inline]
    fn apply(&self, g: &G::Element) -> G::Element {
        g.clone()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
