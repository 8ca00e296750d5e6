//! Inner automorphisms.

use crate::group::Group;
use crate::homomorphism::Homomorphism;

/// The inner automorphism h ↦ g h g⁻¹ of a group.
///
/// That g ↦ (h ↦ g h g⁻¹) is itself a homomorphism, for a finite group into the permutations of its
/// elements, is [`PermutationRepresentation`](super::PermutationRepresentation) on the set
/// [`Conjugation`](crate::sets::Conjugation); its kernel is the centre.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::{Permutation, Symmetric}, homomorphisms::InnerAutomorphism};
/// let g = Permutation::from_cycles(3, &[&[0, 1, 2]])?;
/// let renamed = InnerAutomorphism::new(Symmetric::new(3), g);
/// let h = Permutation::from_cycles(3, &[&[0, 1]])?;
/// assert_eq!(renamed.apply(&h).to_string(), "(1 2)");
/// # Ok::<(), equivariant::groups::NotAPermutation>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InnerAutomorphism<G, E> {
    group: G,
    by: E,
}

impl<G: Group> InnerAutomorphism<G, G::Element> {
    /// The conjugation by an element of the group.
    pub const fn new(group: G, by: G::Element) -> Self {
        InnerAutomorphism { group, by }
    }
}

impl<G: Group> Homomorphism for InnerAutomorphism<G, G::Element> {
    type Source = G;
    type Target = G;

    fn source(&self) -> &G {
        &self.group
    }

    fn target(&self) -> &G {
        &self.group
    }

    #[inline]
    fn apply(&self, h: &G::Element) -> G::Element {
        self.group.conjugate(&self.by, h)
    }

    fn lawful_by_construction(&self) -> bool {
        self.group.lawful_by_construction()
    }
}
