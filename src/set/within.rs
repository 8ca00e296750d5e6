//! A set compared with another tolerance.

use super::{Set, Tolerance};

/// A set compared with another tolerance: what [`Set::within`] returns.
///
/// It keeps every structure of the set it wraps: a group stays a group, a G-set stays a G-set.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, Tolerance, sets::Reals};
/// let coarse = Reals::<f64>::default().within(Tolerance::absolute(0.5));
/// assert!(coarse.same(&1.0, &1.25));
/// assert!(!Reals::<f64>::default().same(&1.0, &1.25));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Within<S> {
    set: S,
    tolerance: Tolerance,
}

impl<S> Within<S> {
    pub(super) fn new(set: S, tolerance: Tolerance) -> Self {
        Within { set, tolerance }
    }

    /// The set with its own tolerance.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Set, Tolerance, sets::Reals};
    /// let reals = Reals::<f64>::default();
    /// assert_eq!(*reals.within(Tolerance::absolute(0.5)).inner(), reals);
    /// ```
    #[must_use]
    #[inline]
    pub fn inner(&self) -> &S {
        &self.set
    }
}

impl<S: Set> Set for Within<S> {
    type Element = S::Element;

    #[inline]
    fn contains(&self, x: &S::Element) -> bool {
        self.set.contains(x)
    }

    #[inline]
    fn distance(&self, x: &S::Element, y: &S::Element) -> f64 {
        self.set.distance(x, y)
    }

    #[inline]
    fn magnitude(&self, x: &S::Element) -> f64 {
        self.set.magnitude(x)
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        self.tolerance
    }

    fn nudge(&self, x: &S::Element, reach: f64, direction: u64) -> Option<S::Element> {
        self.set.nudge(x, reach, direction)
    }

    fn ratio(&self, x: &S::Element, y: &S::Element) -> Option<f64> {
        self.set.ratio(x, y)
    }

    fn representatives(&self, x: &S::Element) -> Vec<S::Element> {
        self.set.representatives(x)
    }

    fn describe(&self, x: &S::Element) -> String {
        self.set.describe(x)
    }
}
