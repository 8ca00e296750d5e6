//! The first n natural numbers.

use crate::set::{FiniteSet, Set};

/// The set {0, 1, …, n − 1}: the places of a list of length n.
///
/// # Conventions
///
/// Counted from 0. Different places are infinitely far apart. A permutation σ of degree n moves the
/// place i to σ(i).
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Set, sets::Positions};
/// let places = Positions(3);
/// assert_eq!(places.elements().collect::<Vec<_>>(), [0, 1, 2]);
/// assert!(!places.contains(&3));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Positions(pub usize);

impl Set for Positions {
    type Element = usize;

    #[inline]
    fn contains(&self, x: &usize) -> bool {
        *x < self.0
    }

    #[inline]
    fn distance(&self, x: &usize, y: &usize) -> f64 {
        if x == y { 0.0 } else { f64::INFINITY }
    }
}

impl FiniteSet for Positions {
    fn elements(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        Box::new(0..self.0)
    }

    fn cardinality(&self) -> Option<usize> {
        Some(self.0)
    }

    #[inline]
    fn index(&self, x: &usize) -> Option<usize> {
        self.contains(x).then_some(*x)
    }
}
