//! Finitely generated groups.

use super::Group;
use crate::set::FiniteSet;

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

    /// The group as a finite set, if it is one.
    ///
    /// A proof about an action that is given as a black box has to run through all elements. A
    /// group of your own that is finite answers `Some(self)`.
    fn finite(&self) -> Option<&dyn FiniteSet<Element = Self::Element>> {
        None
    }
}
