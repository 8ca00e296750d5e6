//! A set equipped with an action.

use super::{GSet, LeftAction};
use crate::group::Group;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A set equipped with a left action: the G-set made from the two.
///
/// # Examples
///
/// ```
/// use equivariant::{Equipped, GSet, groups::Integers, sets::Reals};
///
/// let clockwork = Equipped::new(Integers, Reals::<f64>::default(), |n, x| x + 0.5 * *n as f64);
/// assert_eq!(GSet::<Integers>::act(&clockwork, &3, &1.0), 2.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Equipped<X, A> {
    /// The set.
    pub set: X,
    /// The action.
    pub action: A,
}

impl<X: Set, A> Equipped<X, A> {
    /// The set equipped with the action that a closure computes.
    ///
    /// The group is named so that the closure needs no type annotations. For an action that is a
    /// value of another kind, write the fields: `Equipped { set, action }`.
    pub fn new<G: Group>(_group: G, set: X, action: A) -> Self
    where
        A: Fn(&G::Element, &X::Element) -> X::Element,
    {
        Equipped { set, action }
    }
}

forward_set! { [X: Set, A] Equipped<X, A> : X, |this| this.set; }
forward_finite_set! { [X: FiniteSet, A] Equipped<X, A>, |this| this.set; }

impl<G: Group, X: Set, A: LeftAction<G, X>> GSet<G> for Equipped<X, A> {
    #[inline]
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
        self.action.act(g, x)
    }
}

/// The action that a G-set already has, as a [`LeftAction`].
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, LeftAction, action::Natural, groups::Cyclic, sets::Regular};
/// let c5 = Cyclic::new(5)?;
/// assert_eq!(LeftAction::<Cyclic, Regular<Cyclic>>::act(&Natural(Regular(c5)), &3, &4), 2);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Natural<X>(pub X);

impl<G: Group, X: GSet<G>> LeftAction<G, X> for Natural<X> {
    #[inline]
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
        self.0.act(g, x)
    }
}
