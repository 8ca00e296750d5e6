//! The subgroup of a finite group that a predicate describes.

use super::Group;
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
    let all: Vec<G::Element> = finite.elements().collect();
    let mut reached = vec![false; all.len()];
    let mut found = vec![finite.index(&group.identity())?];
    reached[found[0]] = true;
    let mut generators: Vec<G::Element> = Vec::new();
    for (candidate, g) in all.iter().enumerate() {
        if reached[candidate] || !belongs(g) {
            continue;
        }
        generators.push(g.clone());
        // every element found so far times the new generator, then whatever that leads to
        let mut next = 0;
        while next < found.len() {
            for generator in &generators {
                let product = finite.index(&group.compose(&all[found[next]], generator))?;
                if !std::mem::replace(&mut reached[product], true) {
                    found.push(product);
                }
            }
            next += 1;
        }
    }
    let elements = all
        .into_iter()
        .zip(reached)
        .filter_map(|(g, reached)| reached.then_some(g))
        .collect();
    Some((generators, elements))
}
