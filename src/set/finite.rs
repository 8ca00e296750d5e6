//! Finite sets.

use super::Set;

/// A set whose elements can be listed.
///
/// # Laws
///
/// ```text
/// every element listed belongs, no element is listed twice,
/// index(x) = i  exactly if x is the i-th element listed
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, groups::Cyclic};
/// let hours = Cyclic::new(12)?;
/// assert_eq!(hours.cardinality(), Some(12));
/// assert_eq!(hours.elements().sum::<u64>(), 66);
/// assert_eq!(hours.index(&7), Some(7));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be finite",
    label = "this must implement `equivariant::FiniteSet`",
    note = "a proof needs a finite set; for other sets use `verify` or the random check"
)]
pub trait FiniteSet: Set {
    /// All elements, each once, always in the same order.
    fn elements(&self) -> Box<dyn Iterator<Item = Self::Element> + '_>;

    /// How many elements there are; `None` if more than a `usize` can count.
    fn cardinality(&self) -> Option<usize> {
        Some(self.elements().count())
    }

    /// The place of `x` in the list, or `None` if it does not belong.
    ///
    /// # Complexity
    ///
    /// The default searches the list.
    fn index(&self, x: &Self::Element) -> Option<usize> {
        self.elements().position(|y| self.same(x, &y))
    }

    /// All ways to write `x`, not only [some](Set::representatives): what a proof goes through.
    ///
    /// The default takes those of the set to be all.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{FiniteSet, groups::{Cyclic, Subgroup}, sets::Cosets};
    /// let cosets = Cosets::new(Subgroup::generated(Cyclic::new(6)?, [2])?);
    /// assert_eq!(cosets.all_representatives(&1).collect::<Vec<_>>(), [1, 3, 5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn all_representatives(
        &self,
        x: &Self::Element,
    ) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        Box::new(std::iter::once(x.clone()).chain(self.representatives(x)))
    }
}
