//! Finite samples and point clouds: the powers of a set.

use std::ops::RangeInclusive;

use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{Set, Tolerance, largest};

/// The finite samples (x₁, …, xₙ) from a set X: the union of its powers X¹, X², X³, ….
///
/// # Conventions
///
/// [`new`](Power::new) takes the non-empty samples of every length; [`of_length`](Power::of_length)
/// and [`of_lengths`](Power::of_lengths) only some lengths. The distance is the largest of the
/// components', and infinite between samples of different length; the magnitude is the largest of
/// the components', so that rounding is allowed in proportion to the largest value of the sample. A
/// group acts on all components at once: g · (x₁, …, xₙ) = (g·x₁, …, g·xₙ).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::Translations, sets::{Points, Power}};
/// use nalgebra::{Translation2, point};
///
/// let clouds = Power::new(Points::<2>::default());
/// let cloud = vec![point![0.0, 0.0], point![1.0, 5.0]];
/// let moved = GSet::<Translations<2>>::act(&clouds, &Translation2::new(1.0, 1.0), &cloud);
/// assert_eq!(moved, [point![1.0, 1.0], point![2.0, 6.0]]);
/// assert!(!clouds.contains(&vec![]));
/// assert!(!clouds.of_length(3).contains(&cloud));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Power<X> {
    set: X,
    shortest: usize,
    longest: usize,
}

impl<X> Power<X> {
    /// The non-empty samples of every length.
    #[must_use]
    pub const fn new(set: X) -> Self {
        Power {
            set,
            shortest: 1,
            longest: usize::MAX,
        }
    }

    /// The samples of this length only: Xⁿ.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Set, sets::{Power, Reals}};
    /// let pairs = Power::new(Reals::<f64>::default()).of_length(2);
    /// assert!(pairs.contains(&vec![1.0, 2.0]) && !pairs.contains(&vec![1.0]));
    /// ```
    #[must_use]
    pub fn of_length(self, n: usize) -> Self {
        self.of_lengths(n..=n)
    }

    /// The samples whose length is in the range.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Set, sets::{Power, Reals}};
    /// let few = Power::new(Reals::<f64>::default()).of_lengths(1..=2);
    /// assert!(few.contains(&vec![1.0]) && !few.contains(&vec![]));
    /// ```
    #[must_use]
    pub fn of_lengths(self, lengths: RangeInclusive<usize>) -> Self {
        Power {
            set: self.set,
            shortest: *lengths.start(),
            longest: *lengths.end(),
        }
    }

    /// The set that the components are from.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::sets::{Power, Reals};
    /// let reals = Reals::<f64>::default();
    /// assert_eq!(*Power::new(reals).inner(), reals);
    /// ```
    #[must_use]
    #[inline]
    pub fn inner(&self) -> &X {
        &self.set
    }

    /// The lengths that samples have.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::sets::{Power, Reals};
    /// assert_eq!(Power::new(Reals::<f64>::default()).of_length(3).lengths(), 3..=3);
    /// ```
    #[must_use]
    pub fn lengths(&self) -> RangeInclusive<usize> {
        self.shortest..=self.longest
    }
}

/// The non-empty samples of every length.
impl<X: Default> Default for Power<X> {
    fn default() -> Self {
        Power::new(X::default())
    }
}

/// At how many places of a sample other representatives are tried.
const PLACES: usize = 16;

impl<X: Set> Set for Power<X> {
    type Element = Vec<X::Element>;

    fn contains(&self, x: &Self::Element) -> bool {
        self.lengths().contains(&x.len()) && x.iter().all(|x| self.set.contains(x))
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        if x.len() != y.len() {
            return f64::INFINITY;
        }
        x.iter()
            .zip(y)
            .map(|(x, y)| self.set.distance(x, y))
            .fold(0.0, largest)
    }

    fn magnitude(&self, x: &Self::Element) -> f64 {
        x.iter().map(|x| self.set.magnitude(x)).fold(0.0, largest)
    }

    fn tolerance(&self) -> Tolerance {
        self.set.tolerance()
    }

    /// Whether the lengths differ, or the elements at some place.
    #[inline]
    fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
        x.len() != y.len() || x.iter().zip(y).any(|(x, y)| self.set.apart(x, y))
    }

    /// Every component in a direction of its own.
    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        x.iter()
            .zip(0..)
            .map(|(x, place)| self.set.nudge(x, reach, direction ^ (place << 8)))
            .collect::<Option<Vec<_>>>()
            .filter(|nudged| !nudged.is_empty())
    }

    /// The number c with xᵢ = c · yᵢ for all i, where not both are 0.
    fn ratio(&self, x: &Self::Element, y: &Self::Element) -> Option<f64> {
        if x.len() != y.len() {
            return None;
        }
        let relative = self.tolerance().relative;
        let mut common: Option<f64> = None;
        for (x, y) in x.iter().zip(y) {
            if self.set.magnitude(x) == 0.0 && self.set.magnitude(y) == 0.0 {
                continue;
            }
            let ratio = self.set.ratio(x, y)?;
            let &mut c = common.get_or_insert(ratio);
            if (ratio - c).abs() > relative * c.abs() {
                return None;
            }
        }
        common
    }

    /// Another representative of one component at a time, at up to 16 places spread over the sample.
    fn representatives(&self, x: &Self::Element) -> Vec<Self::Element> {
        (0..x.len())
            .step_by(x.len().div_ceil(PLACES).max(1))
            .flat_map(|place| {
                self.set
                    .representatives(&x[place])
                    .into_iter()
                    .map(move |component| {
                        let mut other = x.clone();
                        other[place] = component;
                        other
                    })
            })
            .collect()
    }

    fn describe(&self, x: &Self::Element) -> String {
        let components: Vec<String> = x.iter().map(|x| self.set.describe(x)).collect();
        format!("[{}]", components.join(", "))
    }
}

/// The diagonal action.
impl<G: Group, X: GSet<G>> GSet<G> for Power<X> {
    #[inline]
    fn act(&self, g: &G::Element, x: &Self::Element) -> Self::Element {
        x.iter().map(|x| self.set.act(g, x)).collect()
    }

    #[inline]
    fn act_inverse(&self, group: &G, g: &G::Element, x: &Self::Element) -> Self::Element {
        let of_one = |x| self.set.act_inverse(group, g, x);
        x.iter().map(of_one).collect()
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
