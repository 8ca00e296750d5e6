//! Actions on finite sets as homomorphisms.

use crate::action::GSet;
use crate::group::Group;
use crate::groups::{Permutation, Symmetric};
use crate::homomorphism::Homomorphism;
use crate::set::FiniteSet;

/// The permutation representation G → Sym(X) of a group on a finite set: g ↦ (i ↦ the index of
/// g · xᵢ).
///
/// It is the same as the action: pulled back along it, the natural action on
/// [`Positions`](crate::sets::Positions) is the action on X with its elements numbered.
///
/// # Conventions
///
/// Elements are numbered from 0 in the order of the set. Where the action leaves the set or sends two
/// elements to one place, so that it is none, the image is a permutation of degree 0, which the law
/// `closed` of homomorphisms refuses.
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Homomorphism, homomorphisms::PermutationRepresentation, sets::Conjugation};
/// use equivariant::groups::Quaternion8;
///
/// // g ↦ (h ↦ g h g⁻¹): the kernel is the centre {1, −1}
/// let inner = PermutationRepresentation::new(Quaternion8, Conjugation(Quaternion8));
/// assert_eq!(inner.kernel().len(), 2);
/// assert_eq!(inner.image().len(), 4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermutationRepresentation<G, X> {
    source: G,
    set: X,
    target: Symmetric,
}

impl<G: Group, X: GSet<G> + FiniteSet> PermutationRepresentation<G, X> {
    /// The representation of the group on the set.
    ///
    /// # Panics
    ///
    /// If the set has more elements than can be counted.
    pub fn new(source: G, set: X) -> Self {
        let degree = set
            .cardinality()
            .expect("a set that is represented by permutations can be counted");
        PermutationRepresentation {
            source,
            set,
            target: Symmetric::new(degree),
        }
    }

    /// The set.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{groups::Cyclic, homomorphisms::PermutationRepresentation, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// assert_eq!(*PermutationRepresentation::new(c6, Regular(c6)).set(), Regular(c6));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn set(&self) -> &X {
        &self.set
    }
}

impl<G: Group, X: GSet<G> + FiniteSet> Homomorphism for PermutationRepresentation<G, X> {
    type Source = G;
    type Target = Symmetric;

    fn source(&self) -> &G {
        &self.source
    }

    fn target(&self) -> &Symmetric {
        &self.target
    }

    fn apply(&self, g: &G::Element) -> Permutation {
        let images = self
            .set
            .elements()
            .map(|x| self.set.index(&self.set.act(g, &x)));
        images
            .collect::<Option<Vec<usize>>>()
            .and_then(|images| Permutation::new(images).ok())
            .unwrap_or_else(|| Permutation::identity(0))
    }

    fn lawful_by_construction(&self) -> bool {
        self.set.lawful_by_construction()
    }
}
