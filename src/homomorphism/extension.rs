//! Images of generators, extended to a finite group along its Cayley graph.

use std::collections::VecDeque;

use crate::group::Group;
use crate::set::FiniteSet;

/// Why images of generators do not extend to a homomorphism.
pub(crate) enum Obstruction<E, I> {
    /// Two products of generators, given by their numbers, are one element, and the products of the
    /// images are two.
    Relation {
        words: [Vec<usize>; 2],
        images: [I; 2],
    },
    /// An element that is no product of generators.
    NotReached(E),
    /// A product of generators that is not in the list of elements.
    NotListed(E),
}

/// The image of every element of a finite group, in its order, if its generators have these images.
///
/// # Complexity
///
/// O(|G| |S|) products in both groups and look-ups.
pub(crate) fn extension<G: Group + ?Sized, H: Group + ?Sized>(
    (source, finite): (&G, &dyn FiniteSet<Element = G::Element>),
    target: &H,
    generators: &[(G::Element, H::Element)],
) -> Result<Vec<H::Element>, Obstruction<G::Element, H::Element>> {
    let elements: Vec<G::Element> = finite.elements().collect();
    let index_of = |g: G::Element| finite.index(&g).ok_or(Obstruction::NotListed(g));
    let mut images: Vec<Option<H::Element>> = vec![None; elements.len()];
    // the element before and the generator that led on from it
    let mut steps: Vec<Option<(usize, usize)>> = vec![None; elements.len()];
    let start = index_of(source.identity())?;
    images[start] = Some(target.identity());
    let mut queue = VecDeque::from([start]);
    while let Some(index) = queue.pop_front() {
        for (number, (generator, its_image)) in generators.iter().enumerate() {
            let next = index_of(source.compose(&elements[index], generator))?;
            let Some(before) = &images[index] else {
                continue;
            };
            // φ(g · s) = φ(g) · φ(s), whichever way led to g · s
            let image = target.compose(before, its_image);
            match &images[next] {
                None => {
                    images[next] = Some(image);
                    steps[next] = Some((index, number));
                    queue.push_back(next);
                }
                Some(known) if target.same(known, &image) => {}
                Some(known) => {
                    let mut word = word_of(&steps, index);
                    word.push(number);
                    return Err(Obstruction::Relation {
                        words: [word, word_of(&steps, next)],
                        images: [image, known.clone()],
                    });
                }
            }
        }
    }
    let reached = images.into_iter().zip(elements);
    reached
        .map(|(image, g)| image.ok_or(Obstruction::NotReached(g)))
        .collect()
}

/// The generators along the way from the identity to an element.
fn word_of(steps: &[Option<(usize, usize)>], mut index: usize) -> Vec<usize> {
    let mut word = Vec::new();
    while let Some((before, number)) = steps[index] {
        word.push(number);
        index = before;
    }
    word.reverse();
    word
}
