//! A set that remembers the worst comparison made through it.

use std::cell::Cell;

use super::{Discrepancy, Set, Tolerance};

/// A set that remembers the largest distance compared through it.
///
/// Laws answer with a verdict; run over a recorded set, the same laws also yield the error they
/// measured.
pub(crate) struct Recorded<'a, S: ?Sized> {
    pub(crate) inner: &'a S,
    largest: Cell<f64>,
}

impl<'a, S: ?Sized> Recorded<'a, S> {
    pub(crate) fn new(inner: &'a S) -> Self {
        Recorded {
            inner,
            largest: Cell::new(0.0),
        }
    }

    /// The largest distance since the last call.
    pub(crate) fn take(&self) -> f64 {
        self.largest.take()
    }
}

impl<S: Set + ?Sized> Set for Recorded<'_, S> {
    type Element = S::Element;

    fn contains(&self, x: &S::Element) -> bool {
        self.inner.contains(x)
    }

    fn distance(&self, x: &S::Element, y: &S::Element) -> f64 {
        self.inner.distance(x, y)
    }

    fn magnitude(&self, x: &S::Element) -> f64 {
        self.inner.magnitude(x)
    }

    fn tolerance(&self) -> Tolerance {
        self.inner.tolerance()
    }

    fn discrepancy(&self, x: &S::Element, y: &S::Element) -> Discrepancy {
        let discrepancy = self.inner.discrepancy(x, y);
        self.largest
            .set(self.largest.get().max(discrepancy.distance));
        discrepancy
    }

    fn nudge(&self, x: &S::Element, reach: f64, direction: u64) -> Option<S::Element> {
        self.inner.nudge(x, reach, direction)
    }

    fn ratio(&self, x: &S::Element, y: &S::Element) -> Option<f64> {
        self.inner.ratio(x, y)
    }

    fn representatives(&self, x: &S::Element) -> Vec<S::Element> {
        self.inner.representatives(x)
    }

    fn describe(&self, x: &S::Element) -> String {
        self.inner.describe(x)
    }
}
