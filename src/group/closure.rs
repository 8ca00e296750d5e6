//! The subgroup of a finite group that elements generate, found one generator at a time.

use std::collections::BTreeMap;
use std::fmt::Debug;

use super::Group;
use crate::set::FiniteSet;

/// The subgroup that the generators given so far generate.
///
/// Elements are told apart by their index in the finite group. In a finite group inverses are powers,
/// so products suffice.
///
/// # Complexity
///
/// O(|H| |S|) products and look-ups in all: a generator that is not in the subgroup yet at least
/// doubles it, so what was found before is gone through twice at most.
#[derive(Clone, Debug)]
pub(crate) struct Closure<E> {
    generators: Vec<E>,
    members: BTreeMap<usize, E>,
    /// The indices of the members, in the order in which they were found.
    found: Vec<usize>,
}

impl<E: Clone + Debug> Closure<E> {
    /// The trivial subgroup; `None` if the identity is missing from the list of elements.
    pub(crate) fn trivial<G: Group<Element = E> + ?Sized>(
        group: &G,
        finite: &dyn FiniteSet<Element = E>,
    ) -> Option<Self> {
        let element = group.identity();
        let index = finite.index(&element)?;
        Some(Closure {
            generators: Vec::new(),
            members: BTreeMap::from([(index, element)]),
            found: vec![index],
        })
    }

    /// Adds a generator, if it is not in the subgroup yet; `None` if a product is missing from the
    /// list of elements.
    pub(crate) fn extend<G: Group<Element = E> + ?Sized>(
        &mut self,
        group: &G,
        finite: &dyn FiniteSet<Element = E>,
        generator: E,
    ) -> Option<()> {
        if self.contains(finite.index(&generator)?) {
            return Some(());
        }
        self.generators.push(generator);
        let mut next = 0;
        while let Some(&before) = self.found.get(next) {
            for generator in &self.generators {
                let element = group.compose(&self.members[&before], generator);
                let index = finite.index(&element)?;
                self.members.entry(index).or_insert_with(|| {
                    self.found.push(index);
                    element
                });
            }
            next += 1;
        }
        Some(())
    }

    /// Whether the element with this index in the group belongs.
    pub(crate) fn contains(&self, index: usize) -> bool {
        self.members.contains_key(&index)
    }

    /// The indices of the elements in the group.
    pub(crate) fn indices(&self) -> impl Iterator<Item = usize> {
        self.members.keys().copied()
    }

    /// The generators, without those that were in the subgroup when they were added.
    pub(crate) fn generators(&self) -> &[E] {
        &self.generators
    }

    /// The elements, in the order of the group.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &E> {
        self.members.values()
    }
}
