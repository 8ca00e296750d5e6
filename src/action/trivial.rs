//! The trivial action: nothing moves.

use super::GSet;
use crate::group::Group;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A set with the trivial action g · x = x of every group.
///
/// An equivariant map into it is an invariant map: f(g·x) = f(x).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Trivial, groups::Integers, sets::Reals};
/// assert_eq!(GSet::<Integers>::act(&Trivial(Reals::default()), &5, &0.25), 0.25);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trivial<X>(pub X);

forward_set! { [X: Set] Trivial<X> : X, |this| this.0; }
forward_finite_set! { [X: FiniteSet] Trivial<X>, |this| this.0; }

impl<G: Group, X: Set> GSet<G> for Trivial<X> {
    #[inline]
    fn act(&self, _g: &G::Element, x: &X::Element) -> X::Element {
        x.clone()
    }

    #[inline]
    fn act_inverse(&self, _group: &G, _g: &G::Element, x: &X::Element) -> X::Element {
        x.clone()
    }

    fn is_trivial(&self) -> bool {
        true
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
