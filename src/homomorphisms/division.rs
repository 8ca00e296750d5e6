//! Division of multiples.

use nalgebra::SVector;

use crate::groups::{Lattice, Sublattice};
use crate::homomorphism::Homomorphism;

/// The division of multiples, from s₁ℤ × … × s_Dℤ to ℤᴰ: k ↦ (k₁/s₁, …, k_D/s_D).
///
/// What looks at a signal in steps of s is equivariant along it.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Sublattice, homomorphisms::Division};
/// use nalgebra::vector;
/// assert_eq!(Division::new(Sublattice::new([2, 3])?).apply(&vector![4, -3]), vector![2, -1]);
/// # Ok::<(), equivariant::groups::ZeroStep>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division<const D: usize> {
    source: Sublattice<D>,
}

impl<const D: usize> Division<D> {
    /// The division by the steps of this group.
    #[must_use]
    pub const fn new(source: Sublattice<D>) -> Self {
        Division { source }
    }
}

impl<const D: usize> Homomorphism for Division<D> {
    type Source = Sublattice<D>;
    type Target = Lattice<D>;

    fn source(&self) -> &Sublattice<D> {
        &self.source
    }

    fn target(&self) -> &Lattice<D> {
        &Lattice
    }

    #[inline]
    fn apply(&self, g: &SVector<i64, D>) -> SVector<i64, D> {
        self.source.steps_of(g)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
