//! Abelian groups.

use super::Group;

/// A group whose product commutes.
///
/// # Laws
///
/// ```text
/// commutative      g · h  ~  h · g
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::{Abelian, Group, groups::Cyclic};
///
/// /// In an abelian group the squares form the image of a homomorphism.
/// fn square<G: Abelian>(group: &G, g: &G::Element) -> G::Element {
///     group.compose(g, g)
/// }
/// let c7 = Cyclic::new(7)?;
/// assert_eq!(square(&c7, &5), 3);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be abelian",
    label = "this must implement `equivariant::Abelian`"
)]
pub trait Abelian: Group {}
