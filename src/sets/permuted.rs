//! Samples whose places are permuted.

use crate::action::GSet;
use crate::groups::{Alternating, Permutation, Symmetric};
use crate::set::{Set, forward_set};
use crate::sets::Power;

/// The samples of a [`Power`], with permutations of their places.
///
/// # Conventions
///
/// g carries what is at place i to place g(i): (g · x) at g(i) is x at i. The other convention,
/// x at g(i) moves to i, is a right action.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, EquivariantMap, GSet, groups::{Permutation, Symmetric}, sets::{Permuted, Power, Reals}};
///
/// let samples = Permuted(Power::new(Reals::<f64>::default()).of_length(3));
/// let g = Permutation::from_cycles(3, &[&[0, 1, 2]])?;
/// assert_eq!(GSet::<Symmetric>::act(&samples, &g, &vec![5.0, 6.0, 7.0]), [7.0, 5.0, 6.0]);
///
/// let largest = |x: &Vec<f64>| x.iter().copied().fold(f64::MIN, f64::max);
/// let invariant = EquivariantMap::invariant(Symmetric::new(3), samples, Reals::default(), largest);
/// Check::default().equivariant(&invariant)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permuted<X>(pub Power<X>);

forward_set! { [X: Set] Permuted<X> : Power<X>, |this| this.0; }

/// (g · x) at j is x at g⁻¹(j). For a list of another length than the degree this is no action, and a
/// check says so.
fn permuted<E: Clone>(g: &Permutation, x: &[E]) -> Vec<E> {
    let inverse = g.inverse();
    let at = |place: usize| {
        x.get(inverse.apply(place))
            .or_else(|| x.get(place))
            .cloned()
    };
    (0..x.len()).filter_map(at).collect()
}

impl<X: Set> GSet<Symmetric> for Permuted<X> {
    fn act(&self, g: &Permutation, x: &Self::Element) -> Self::Element {
        permuted(g, x)
    }
}

impl<X: Set> GSet<Alternating> for Permuted<X> {
    fn act(&self, g: &Permutation, x: &Self::Element) -> Self::Element {
        permuted(g, x)
    }
}
