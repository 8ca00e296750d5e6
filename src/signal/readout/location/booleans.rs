//! True and false.

use crate::set::{FiniteSet, Set};

/// The set of false and true: the values of masks.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, groups::Lattice, signal::{Booleans, Signals}};
/// let masks = Signals::<Booleans, 2>::default();
/// Check::default().action(&Lattice::<2>, &masks)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Booleans;

impl Set for Booleans {
    type Element = bool;

    fn contains(&self, _x: &bool) -> bool {
        true
    }

    fn distance(&self, x: &bool, y: &bool) -> f64 {
        if x == y { 0.0 } else { f64::INFINITY }
    }
}

impl FiniteSet for Booleans {
    fn elements(&self) -> Box<dyn Iterator<Item = bool> + '_> {
        Box::new([false, true].into_iter())
    }

    fn cardinality(&self) -> Option<usize> {
        Some(2)
    }

    fn index(&self, x: &bool) -> Option<usize> {
        Some(usize::from(*x))
    }
}

#[cfg(feature = "proptest")]
impl crate::strategy::Sampled for Booleans {
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<bool> {
        crate::strategy::listed(self)
    }

    fn simpler(&self, x: &bool) -> Vec<bool> {
        if *x { vec![false] } else { Vec::new() }
    }

    fn corners(&self) -> Vec<bool> {
        vec![false, true]
    }

    fn drawn(&self) -> String {
        "uniform".to_owned()
    }
}
