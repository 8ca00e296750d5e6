//! The modular function as a homomorphism.

use crate::group::LieGroup;
use crate::groups::PositiveReals;
use crate::homomorphism::Homomorphism;

/// The modular function Δ from a Lie group to the positive numbers: see [`LieGroup::modular`].
///
/// # Examples
///
/// ```
/// use equivariant::{Check, Homomorphism, groups::{AffineLine, LocationScale}, homomorphisms::Modular};
/// let delta = Modular::new(AffineLine::<f64>::default());
/// assert_eq!(delta.apply(&LocationScale { scale: 4.0, location: 1.0 }), 0.25);
/// Check::default().homomorphism(&delta)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Modular<G> {
    source: G,
    target: PositiveReals,
}

impl<G: LieGroup> Modular<G> {
    /// The modular function of this group.
    pub fn new(source: G) -> Self {
        Modular {
            source,
            target: PositiveReals::default(),
        }
    }
}

impl<G: LieGroup> Homomorphism for Modular<G> {
    type Source = G;
    type Target = PositiveReals;

    fn source(&self) -> &G {
        &self.source
    }

    fn target(&self) -> &PositiveReals {
        &self.target
    }

    fn apply(&self, g: &G::Element) -> f64 {
        self.source.modular(g)
    }
}
