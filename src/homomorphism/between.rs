//! A homomorphism given by a closure.

use super::Homomorphism;
use crate::group::Group;

/// The homomorphism between two groups that a closure computes.
///
/// It is a claim, checked wherever an equivariant map along it is checked, and by
/// [`laws::multiplicative`](super::laws::multiplicative).
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Cyclic, homomorphism::{Between, laws}};
///
/// let c6 = Cyclic::new(6)?;
/// let doubling = Between::new(c6, c6, |g| (2 * g) % 6);
/// assert_eq!(doubling.kernel(), [0, 3]);
/// laws::multiplicative(&doubling, &4, &5)?;
///
/// let shifting = Between::new(c6, c6, |g| (g + 1) % 6);
/// assert!(laws::multiplicative(&shifting, &4, &5).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between<G, H, F> {
    source: G,
    target: H,
    map: F,
}

impl<G, H, F> Between<G, H, F>
where
    G: Group,
    H: Group,
    F: Fn(&G::Element) -> H::Element,
{
    /// The homomorphism from `source` to `target` that sends g to `map(g)`.
    pub fn new(source: G, target: H, map: F) -> Self {
        Between {
            source,
            target,
            map,
        }
    }
}

impl<G, H, F> Homomorphism for Between<G, H, F>
where
    G: Group,
    H: Group,
    F: Fn(&G::Element) -> H::Element,
{
    type Source = G;
    type Target = H;

    fn source(&self) -> &G {
        &self.source
    }

    fn target(&self) -> &H {
        &self.target
    }

    #[inline]
    fn apply(&self, g: &G::Element) -> H::Element {
        (self.map)(g)
    }
}
