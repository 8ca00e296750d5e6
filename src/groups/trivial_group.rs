//! The group of one element.

use crate::group::{Abelian, Generated, Group};
use crate::set::{FiniteSet, Set};

/// The group {e}, with the element `()`.
///
/// Everything is equivariant for it, so nothing that it says is news: it is the source and the
/// target of the trivial homomorphisms.
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Group, groups::TrivialGroup};
/// assert_eq!(TrivialGroup.cardinality(), Some(1));
/// assert_eq!(TrivialGroup.compose(&(), &()), ());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrivialGroup;

impl Set for TrivialGroup {
    type Element = ();

    fn contains(&self, (): &()) -> bool {
        true
    }

    fn distance(&self, (): &(), (): &()) -> f64 {
        0.0
    }

    fn describe(&self, (): &()) -> String {
        "e".to_owned()
    }
}

impl FiniteSet for TrivialGroup {
    fn elements(&self) -> Box<dyn Iterator<Item = ()> + '_> {
        Box::new(std::iter::once(()))
    }

    fn cardinality(&self) -> Option<usize> {
        Some(1)
    }

    fn index(&self, (): &()) -> Option<usize> {
        Some(0)
    }
}

impl Group for TrivialGroup {
    fn identity(&self) {}

    fn compose(&self, (): &(), (): &()) {}

    fn inverse(&self, (): &()) {}

    fn factors(&self, (): &()) -> Vec<()> {
        Vec::new()
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = ()> + '_>> {
        Some(Box::new(self))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Abelian for TrivialGroup {}

impl Generated for TrivialGroup {
    fn generators(&self) -> Vec<()> {
        Vec::new()
    }
}

#[cfg(feature = "rand")]
impl crate::group::HaarMeasure for TrivialGroup {
    fn sample<R: rand::Rng + ?Sized>(&self, _random: &mut R) {}
}
