//! The trivial homomorphism.

use crate::group::Group;
use crate::homomorphism::Homomorphism;

/// The homomorphism that sends everything to the identity: g ↦ e.
///
/// A map that is equivariant along it is invariant.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::{Cyclic, Symmetric}, homomorphisms::TrivialHomomorphism};
/// let phi = TrivialHomomorphism::new(Symmetric::new(3), Cyclic::new(2)?);
/// assert_eq!((phi.kernel().len(), phi.image()), (6, vec![0]));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrivialHomomorphism<G, H> {
    source: G,
    target: H,
}

impl<G: Group, H: Group> TrivialHomomorphism<G, H> {
    /// The trivial homomorphism between these groups.
    pub const fn new(source: G, target: H) -> Self {
        TrivialHomomorphism { source, target }
    }
}

impl<G: Group, H: Group> Homomorphism for TrivialHomomorphism<G, H> {
    type Source = G;
    type Target = H;

    fn source(&self) -> &G {
        &self.source
    }

    fn target(&self) -> &H {
        &self.target
    }

    #[inline]
    fn apply(&self, _g: &G::Element) -> H::Element {
        self.target.identity()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
