//! Unordered samples.

use std::ops::RangeInclusive;

use super::{Power, bottleneck::bottleneck};
use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{Set, Tolerance};

/// The finite samples from a set X without an order: eigenvalues, roots, sets of peaks.
///
/// # Conventions
///
/// A multiset is given by any list of its elements, with repetitions; the reorderings are other
/// [`representatives`](Set::representatives). The distance is the bottleneck distance: the largest
/// distance of two elements that are matched, in the best of all matchings; infinite between samples
/// of different length. Lengths are chosen as in [`Power`], and so is the action: each element moves.
///
/// # Complexity
///
/// O(n) where the lists are equal; otherwise O(n²) distances, sorted, and a maximum matching for each
/// step of a binary search among them: O(n³ log n) in the worst case, mostly far less.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, sets::{Multisets, Reals}};
///
/// let spectra = Multisets::new(Reals::<f64>::default());
/// assert!(spectra.same(&vec![1.0, 2.0, 2.0], &vec![2.0, 1.0, 2.0]));
/// assert!(!spectra.same(&vec![1.0, 2.0, 2.0], &vec![1.0, 1.0, 2.0]));
/// assert_eq!(spectra.distance(&vec![0.0, 10.0], &vec![13.0, 1.0]), 3.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Multisets<X>(Power<X>);

impl<X> Multisets<X> {
    /// The non-empty multisets of every length.
    #[must_use]
    pub const fn new(set: X) -> Self {
        Multisets(Power::new(set))
    }

    /// The multisets of this length only.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Set, sets::{Multisets, Reals}};
    /// let pairs = Multisets::new(Reals::<f64>::default()).of_length(2);
    /// assert!(pairs.same(&vec![1.0, 2.0], &vec![2.0, 1.0]));
    /// ```
    #[must_use]
    pub fn of_length(self, n: usize) -> Self {
        Multisets(self.0.of_length(n))
    }

    /// The multisets whose length is in the range.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Set, sets::{Multisets, Reals}};
    /// let few = Multisets::new(Reals::<f64>::default()).of_lengths(1..=2);
    /// assert!(few.contains(&vec![1.0]) && !few.contains(&vec![]));
    /// ```
    #[must_use]
    pub fn of_lengths(self, lengths: RangeInclusive<usize>) -> Self {
        Multisets(self.0.of_lengths(lengths))
    }

    /// The lists that stand for the multisets.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::sets::{Multisets, Power, Reals};
    /// let reals = Reals::<f64>::default();
    /// assert_eq!(*Multisets::new(reals).lists(), Power::new(reals));
    /// ```
    #[must_use]
    #[inline]
    pub fn lists(&self) -> &Power<X> {
        &self.0
    }
}

impl<X: Set> Set for Multisets<X> {
    type Element = Vec<X::Element>;

    fn contains(&self, x: &Self::Element) -> bool {
        self.0.contains(x)
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        let in_order = self.0.distance(x, y);
        if in_order == 0.0 || x.len() != y.len() {
            return in_order;
        }
        let set = self.0.inner();
        bottleneck(x.len(), |i, j| set.distance(&x[i], &y[j]))
    }

    fn magnitude(&self, x: &Self::Element) -> f64 {
        self.0.magnitude(x)
    }

    fn tolerance(&self) -> Tolerance {
        self.0.tolerance()
    }

    /// Not if the elements agree place by place; so if the lengths differ, or some element has no
    /// partner; otherwise the best matching is looked for.
    fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
        let set = self.0.inner();
        let is_alone = |x: &X::Element| y.iter().all(|y| set.apart(x, y));
        self.0.apart(x, y) && (x.len() != y.len() || x.iter().any(is_alone) || !self.same(x, y))
    }

    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        self.0.nudge(x, reach, direction)
    }

    /// The list rotated by one, its first two elements exchanged, and the list with another
    /// representative of one element.
    fn representatives(&self, x: &Self::Element) -> Vec<Self::Element> {
        let mut representatives = Vec::new();
        if x.len() > 1 {
            let mut exchanged = x.clone();
            exchanged.swap(0, 1);
            representatives.push(exchanged);
        }
        if x.len() > 2 {
            let mut rotated = x.clone();
            rotated.rotate_left(1);
            representatives.push(rotated);
        }
        representatives.extend(self.0.representatives(x));
        representatives
    }

    fn describe(&self, x: &Self::Element) -> String {
        let elements: Vec<String> = x.iter().map(|x| self.0.inner().describe(x)).collect();
        format!("{{{}}}", elements.join(", "))
    }
}

/// Every element moves.
impl<G: Group, X: GSet<G>> GSet<G> for Multisets<X> {
    #[inline]
    fn act(&self, g: &G::Element, x: &Self::Element) -> Self::Element {
        self.0.act(g, x)
    }

    #[inline]
    fn act_inverse(&self, group: &G, g: &G::Element, x: &Self::Element) -> Self::Element {
        self.0.act_inverse(group, g, x)
    }

    fn is_trivial(&self) -> bool {
        self.0.is_trivial()
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        self.0.premises(group, g, h)
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
