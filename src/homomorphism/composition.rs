//! The composition of two homomorphisms.

use super::Homomorphism;
use crate::set::Set;

/// First one homomorphism, then another: what [`Homomorphism::then`] returns.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::{Cyclic, Dihedral, Symmetric}, homomorphisms::{PermutationRepresentation, Sign}, sets::Positions};
/// let vertices = PermutationRepresentation::new(Dihedral::new(4)?, Positions(4));
/// let sign = vertices.then(Sign::new(Symmetric::new(4)));
/// assert_eq!(sign.kernel().len(), 4); // half of the symmetries of a square
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Composition<P, Q> {
    pub(super) first: P,
    pub(super) second: Q,
}

impl<P, Q> Homomorphism for Composition<P, Q>
where
    P: Homomorphism,
    Q: Homomorphism<Source = P::Target>,
{
    type Source = P::Source;
    type Target = Q::Target;

    fn source(&self) -> &P::Source {
        self.first.source()
    }

    fn target(&self) -> &Q::Target {
        self.second.target()
    }

    #[inline]
    fn apply(&self, g: &<P::Source as Set>::Element) -> <Q::Target as Set>::Element {
        self.second.apply(&self.first.apply(g))
    }

    fn lawful_by_construction(&self) -> bool {
        self.first.lawful_by_construction() && self.second.lawful_by_construction()
    }
}
