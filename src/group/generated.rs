//! Finitely generated groups.

use super::Group;

/// A group with finitely many generators.
///
/// # Laws
///
/// ```text
/// generating    every element is a product of generators and their inverses
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::{Generated, groups::{Lattice, Symmetric}};
/// assert_eq!(Lattice::<3>.generators().len(), 3);
/// assert_eq!(Symmetric::new(5).generators().len(), 4); // the transpositions of neighbours
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be finitely generated",
    label = "this must implement `equivariant::Generated`",
    note = "a proof evaluates the generators; for a continuous group use `verify` or the random check"
)]
pub trait Generated: Group {
    /// The generators.
    fn generators(&self) -> Vec<Self::Element>;
}
