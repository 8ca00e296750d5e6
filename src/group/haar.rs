//! Haar measure.

use rand::Rng;

use super::Group;

/// A compact group, finite or not, whose elements can be drawn uniformly.
///
/// # Laws
///
/// ```text
/// if g is drawn by this measure, then so are h · g, g · h and g⁻¹, for every h
/// ```
///
/// # References
///
/// F. Mezzadri, How to generate random matrices from the classical compact groups, *Notices of the
/// AMS* 54 (2007), 592–604; K. Shoemake, Uniform random rotations, *Graphics Gems III* (1992).
///
/// # Examples
///
/// ```
/// use equivariant::{HaarMeasure, Set, groups::SpecialOrthogonal};
/// use rand::SeedableRng;
///
/// let so3 = SpecialOrthogonal::<3>::default();
/// let mut random = rand::rngs::StdRng::seed_from_u64(1);
/// assert!(so3.contains(&so3.sample(&mut random)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no uniform probability measure here",
    label = "this must implement `equivariant::HaarMeasure`",
    note = "only compact groups have one; the translations, say, do not"
)]
pub trait HaarMeasure: Group {
    /// An element drawn by Haar measure.
    fn sample<R: Rng + ?Sized>(&self, random: &mut R) -> Self::Element;
}
