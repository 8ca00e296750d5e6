//! The inclusion of a subgroup.

use crate::group::Group;
use crate::groups::Subgroup;
use crate::homomorphism::Homomorphism;
use crate::set::Set;

/// The inclusion of a subgroup in its group: g ↦ g.
///
/// A map is restricted to the subgroup with
/// [`restrict`](crate::EquivariantMap::restrict) along it.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::{Dihedral, DihedralElement, Subgroup}, homomorphisms::Inclusion, sets::Positions};
///
/// // the next corner: equivariant for turns, not for reflections
/// let d5 = Dihedral::new(5)?;
/// let next = EquivariantMap::new(d5, Positions(5), Positions(5), |i: &usize| (i + 1) % 5);
/// assert!(next.clone().prove().is_err());
/// let turns = Subgroup::generated(d5, [DihedralElement::turn(1)])?;
/// next.restrict(Inclusion::new(turns)).prove()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Inclusion<G: Set> {
    subgroup: Subgroup<G>,
}

impl<G: Group> Inclusion<G> {
    /// The inclusion of this subgroup in its whole group.
    pub const fn new(subgroup: Subgroup<G>) -> Self {
        Inclusion { subgroup }
    }
}

impl<G: Group> Homomorphism for Inclusion<G> {
    type Source = Subgroup<G>;
    type Target = G;

    fn source(&self) -> &Subgroup<G> {
        &self.subgroup
    }

    fn target(&self) -> &G {
        self.subgroup.whole()
    }

    #[inline]
    fn apply(&self, g: &G::Element) -> G::Element {
        g.clone()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
