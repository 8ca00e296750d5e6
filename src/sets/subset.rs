//! Subsets given by a predicate.

use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_set};

/// The elements of a set that meet a condition.
///
/// It says what a map needs: samples with distinct values, invertible matrices, non-zero vectors.
///
/// # Laws
///
/// It is a G-set exactly if the condition is invariant, which
/// [`action::laws::closed`](crate::action::laws::closed) checks.
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Set, groups::Cyclic, sets::{Regular, Subset}};
///
/// let c6 = Cyclic::new(6)?;
/// let even = Subset::new(Regular(c6), |x| x % 2 == 0);
/// assert_eq!(even.elements().collect::<Vec<_>>(), [0, 2, 4]);
/// assert!(!even.contains(&3));
/// // it is not closed under the action: a turn by 1 leaves it
/// assert!(equivariant::action::laws::closed(&c6, &even, &1, &0).is_err());
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subset<X, F> {
    set: X,
    condition: F,
}

impl<X: Set, F: Fn(&X::Element) -> bool> Subset<X, F> {
    /// The elements of `set` for which `condition` is true.
    pub fn new(set: X, condition: F) -> Self {
        Subset { set, condition }
    }

    /// The set that this is a part of.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{groups::Integers, sets::Subset};
    /// let even = Subset::new(Integers, |x| x % 2 == 0);
    /// assert_eq!(*even.whole(), Integers);
    /// ```
    #[must_use]
    #[inline]
    pub fn whole(&self) -> &X {
        &self.set
    }
}

forward_set! {
    [X: Set, F: Fn(&X::Element) -> bool] Subset<X, F> : X, |this| this.set,
        where |x| (this.condition)(x);
}

impl<X: FiniteSet, F: Fn(&X::Element) -> bool> FiniteSet for Subset<X, F> {
    fn elements(&self) -> Box<dyn Iterator<Item = X::Element> + '_> {
        Box::new(self.set.elements().filter(|x| (self.condition)(x)))
    }

    fn all_representatives(&self, x: &X::Element) -> Box<dyn Iterator<Item = X::Element> + '_> {
        let all = self.set.all_representatives(x);
        Box::new(all.filter(|x| (self.condition)(x)))
    }
}

/// The action of the whole set; that it stays within the subset is a claim.
impl<G: Group, X: GSet<G>, F: Fn(&X::Element) -> bool> GSet<G> for Subset<X, F> {
    #[inline]
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
        self.set.act(g, x)
    }

    #[inline]
    fn act_inverse(&self, group: &G, g: &G::Element, x: &X::Element) -> X::Element {
        self.set.act_inverse(group, g, x)
    }

    fn is_trivial(&self) -> bool {
        self.set.is_trivial()
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        self.set.premises(group, g, h)
    }
}
