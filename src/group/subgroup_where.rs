//! The subgroup of a finite group that a predicate describes.

use super::{Closure, Group};
use crate::set::FiniteSet;

/// Generators and elements of a subgroup all of whose elements satisfy `belongs`; `None` if a product
/// is missing from the list of elements.
///
/// If the elements that belong form a subgroup then it is this one. If they do not, because the
/// predicate looks at a few points only, elements are taken in the order of the group as long as
/// what they generate belongs.
///
/// # Complexity
///
/// A question for every element, and O(|H| |S|) products and look-ups; more if elements are refused.
pub(crate) fn subgroup_where<G: Group + ?Sized>(
    group: &G,
    finite: &dyn FiniteSet<Element = G::Element>,
    mut belongs: impl FnMut(&G::Element) -> bool,
) -> Option<(Vec<G::Element>, Vec<G::Element>)> {
    let candidates: Vec<bool> = finite.elements().map(|g| belongs(&g)).collect();
    let mut closure = Closure::trivial(group, finite)?;
    for (index, g) in finite.elements().enumerate() {
        if candidates[index] && !closure.contains(index) {
            let mut larger = closure.clone();
            larger.extend(group, finite, g)?;
            if larger.indices().all(|index| candidates[index]) {
                closure = larger;
            }
        }
    }
    let elements = closure.elements().cloned().collect();
    Some((closure.generators().to_vec(), elements))
}
