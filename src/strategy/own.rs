//! A set with a strategy of the user's own.

use proptest::strategy::{BoxedStrategy, Strategy};

use super::Sampled;
use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A set whose elements are drawn by another strategy than its own.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, EquivariantMap, groups::PositiveReals, sets::Reals, strategy::Drawn};
///
/// // only numbers as they occur: prices
/// let prices = Drawn::new(Reals::<f64>::default(), 0.01..1000.0_f64);
/// let tax = EquivariantMap::new(PositiveReals::default(), prices, Reals::default(), |x: &f64| 0.2 * x);
/// Check::default().equivariant(&tax)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Debug)]
pub struct Drawn<X: Set> {
    set: X,
    strategy: BoxedStrategy<X::Element>,
}

impl<X: Set> Drawn<X> {
    /// The set with the strategy.
    pub fn new(set: X, strategy: impl Strategy<Value = X::Element> + 'static) -> Self {
        Drawn {
            set,
            strategy: strategy.boxed(),
        }
    }
}

forward_set! { [X: Set] Drawn<X> : X, |this| this.set; }
forward_finite_set! { [X: FiniteSet] Drawn<X>, |this| this.set; }

impl<G: Group, X: GSet<G>> GSet<G> for Drawn<X> {
    #[inline]
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
        self.set.act(g, x)
    }

    fn formula(&self) -> &'static str {
        self.set.formula()
    }

    fn is_trivial(&self) -> bool {
        self.set.is_trivial()
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        self.set.premises(group, g, h)
    }

    fn lawful_by_construction(&self) -> bool {
        self.set.lawful_by_construction()
    }
}

impl<X: Set> Sampled for Drawn<X> {
    fn strategy(&self) -> BoxedStrategy<X::Element> {
        self.strategy.clone()
    }

    fn drawn(&self) -> String {
        "by the strategy given for the set".to_owned()
    }
}
