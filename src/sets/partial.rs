//! The values of partial maps.

use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{Discrepancy, Set, Tolerance};

/// A set Y with one point more, for "refused": where the values of a partial map live.
///
/// A map that cannot answer everywhere returns `Result<Y, E>`, and equivariance into this set says
/// something about its refusals too: f refuses g·x exactly if it refuses x.
///
/// # Conventions
///
/// All refusals are one point, which no g moves and which is infinitely far from every value; the
/// error says why, it is not compared.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::PositiveReals, sets::{Partial, Reals}};
///
/// let roots = Partial::<_, String>::new(Reals::<f64>::default());
/// let (refused, other) = (Err("negative".to_owned()), Err("not a number".to_owned()));
/// assert!(roots.same(&Ok(2.0), &Ok(2.0)) && roots.same(&refused, &other));
/// assert!(!roots.same(&Ok(2.0), &refused));
/// assert_eq!(GSet::<PositiveReals>::act(&roots, &3.0, &Ok(2.0)), Ok(6.0));
/// ```
pub struct Partial<Y, E> {
    set: Y,
    refusal: PhantomData<fn() -> E>,
}

impl<Y, E> Partial<Y, E> {
    /// The elements of `set`, and a refusal.
    pub const fn new(set: Y) -> Self {
        Partial {
            set,
            refusal: PhantomData,
        }
    }

    /// The set of the values.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::sets::{Partial, Reals};
    /// let reals = Reals::<f64>::default();
    /// assert_eq!(*Partial::<_, String>::new(reals).inner(), reals);
    /// ```
    #[must_use]
    #[inline]
    pub fn inner(&self) -> &Y {
        &self.set
    }
}

impl<Y: Clone, E> Clone for Partial<Y, E> {
    fn clone(&self) -> Self {
        Partial::new(self.set.clone())
    }
}

impl<Y: Copy, E> Copy for Partial<Y, E> {}

impl<Y: Default, E> Default for Partial<Y, E> {
    fn default() -> Self {
        Partial::new(Y::default())
    }
}

impl<Y: Debug, E> Debug for Partial<Y, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Partial").field(&self.set).finish()
    }
}

impl<Y: Set, E: Clone + Debug + Display> Set for Partial<Y, E> {
    type Element = Result<Y::Element, E>;

    fn contains(&self, x: &Self::Element) -> bool {
        x.as_ref().is_ok_and(|x| self.set.contains(x)) || x.is_err()
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        match (x, y) {
            (Ok(x), Ok(y)) => self.set.distance(x, y),
            (Err(_), Err(_)) => 0.0,
            _ => f64::INFINITY,
        }
    }

    fn magnitude(&self, x: &Self::Element) -> f64 {
        x.as_ref().map_or(0.0, |x| self.set.magnitude(x))
    }

    fn tolerance(&self) -> Tolerance {
        self.set.tolerance()
    }

    fn discrepancy(&self, x: &Self::Element, y: &Self::Element) -> Discrepancy {
        match (x, y) {
            (Ok(x), Ok(y)) => self.set.discrepancy(x, y),
            _ => Discrepancy {
                distance: self.distance(x, y),
                allowance: 0.0,
            },
        }
    }

    fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
        match (x, y) {
            (Ok(x), Ok(y)) => self.set.apart(x, y),
            _ => x.is_ok() != y.is_ok(),
        }
    }

    /// Near a value are values; near a refusal is the refusal.
    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        match x {
            Ok(x) => self.set.nudge(x, reach, direction).map(Ok),
            refused => Some(refused.clone()),
        }
    }

    fn ratio(&self, x: &Self::Element, y: &Self::Element) -> Option<f64> {
        match (x, y) {
            (Ok(x), Ok(y)) => self.set.ratio(x, y),
            _ => None,
        }
    }

    fn representatives(&self, x: &Self::Element) -> Vec<Self::Element> {
        let others = x.iter().flat_map(|x| self.set.representatives(x));
        others.map(Ok).collect()
    }

    fn describe(&self, x: &Self::Element) -> String {
        match x {
            Ok(x) => self.set.describe(x),
            Err(why) => format!("refused: {why}"),
        }
    }
}

/// The values move, the refusal stays.
impl<G: Group, Y: GSet<G>, E: Clone + Debug + Display> GSet<G> for Partial<Y, E> {
    #[inline]
    fn act(&self, g: &G::Element, x: &Self::Element) -> Self::Element {
        match x {
            Ok(x) => Ok(self.set.act(g, x)),
            refused => refused.clone(),
        }
    }

    #[inline]
    fn act_inverse(&self, group: &G, g: &G::Element, x: &Self::Element) -> Self::Element {
        match x {
            Ok(x) => Ok(self.set.act_inverse(group, g, x)),
            refused => refused.clone(),
        }
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

    fn premises_at(
        &self,
        group: &G,
        g: &G::Element,
        h: &G::Element,
        x: &Self::Element,
    ) -> Result<(), Violation> {
        x.as_ref()
            .map_or(Ok(()), |x| self.set.premises_at(group, g, h, x))
    }

    fn lawful_by_construction(&self) -> bool {
        self.set.lawful_by_construction()
    }
}
