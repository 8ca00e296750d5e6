//! The subgroup of a finite group that a predicate describes.

use super::{Closure, Group};
use crate::set::FiniteSet;

/// Generators and elements of the subgroup of the elements that satisfy `belongs`, which has to
/// describe one; `None` if a product is missing from the list of elements.
///
/// Products of elements found so far belong without being asked, so that few elements are.
///
/// # Complexity
///
/// O(|H| |S|) products and look-ups, and a question for every element outside H and every generator.
#[allow(clippy::type_complexity)]
pub(crate) fn subgroup_where<G: Group + ?Sized>(
    group: &G,
    finite: &dyn FiniteSet<Element = G::Element>,
    mut belongs: impl FnMut(&G::Element) -> bool,
) -> Option<(Vec<G::Element>, Vec<G::Element>)> {
    let mut closure = Closure::trivial(group, finite)?;
    for (index, g) in finite.elements().enumerate() {
        if !closure.contains(index) && belongs(&g) {
            closure.extend(group, finite, g)?;
        }
    }
    let elements = closure.elements().cloned().collect();
    Some((closure.generators().to_vec(), elements))
}
