//! The G-sets of signals.

use crate::set::{Discrepancy, Set, Tolerance};
use crate::sets::Power;
use crate::signal::Signal;
use crate::signal::grid::periodic::nested;

/// The signals with values in a set V, on grids ℤ/n₁ × … × ℤ/n_D of all shapes, or of some.
///
/// # Conventions
///
/// | group | acts by |
/// |---|---|
/// | [`Lattice`](crate::groups::Lattice), [`Sublattice`](crate::groups::Sublattice) | (k·x)\[i\] = x\[i − k\], around the grid |
/// | [`Cyclic`](crate::groups::Cyclic) of order n, D = 1 | the same, on signals of length n |
/// | [`Dihedral`](crate::groups::Dihedral) of n vertices, D = 1 | (g·x)\[g·i\] = x\[i\] with i ↦ k + i or k − i, on signals of length n |
/// | [`Dihedral`](crate::groups::Dihedral) of 4 vertices, D = 2 | turns and mirrors about the centre of the image; a quarter turn makes an h × w image w × h |
/// | [`P4`](crate::signal::P4), [`P4m`](crate::signal::P4m), D = 2 | turns and mirrors about the cell (0, 0) and shifts, on square images |
/// | what acts on V: [`PositiveReals`](crate::groups::PositiveReals), [`AffineLine`](crate::groups::AffineLine), … | on each value |
/// | a pair of [`Lattice`](crate::groups::Lattice) and one of these | on positions and values |
///
/// Turns act on positions (row, column) by the matrices of [`Dihedral`](crate::groups::Dihedral): the
/// first turn is a quarter of a turn counterclockwise as one looks at the picture, `reflection(0)` exchanges left and
/// right.
///
/// Signals are compared value by value, as samples in a [`Power`]; those of different shape are infinitely
/// far apart.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::{Dihedral, DihedralElement, Lattice}, sets::Reals, signal::{Image, Images}};
/// use nalgebra::vector;
///
/// let images = Images::new(Reals::<f64>::default());
/// let image = Image::new([2, 3], vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0])?;
/// assert_eq!(GSet::<Lattice<2>>::act(&images, &vector![1, 0], &image).values(), [4.0, 5.0, 6.0, 1.0, 2.0, 3.0]);
/// let turned = GSet::<Dihedral>::act(&images, &DihedralElement::turn(1), &image);
/// assert_eq!(turned, Image::new([3, 2], vec![3.0, 6.0, 2.0, 5.0, 1.0, 4.0])?);
/// # Ok::<(), equivariant::signal::WrongLength>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signals<V, const D: usize> {
    values: Power<V>,
    smallest: [usize; D],
    largest: [usize; D],
    divisors: [usize; D],
    is_cubic: bool,
}

/// The images with values in a set V.
pub type Images<V> = Signals<V, 2>;

impl<V, const D: usize> Signals<V, D> {
    /// The signals with values in `values`, of all shapes without a side 0.
    #[must_use]
    pub const fn new(values: V) -> Self {
        Signals {
            values: Power::new(values),
            smallest: [1; D],
            largest: [usize::MAX; D],
            divisors: [1; D],
            is_cubic: false,
        }
    }

    /// Those of one shape.
    #[must_use]
    pub const fn of_shape(self, shape: [usize; D]) -> Self {
        self.of_shapes(shape, shape)
    }

    /// Those whose sides are between these of two shapes.
    #[must_use]
    pub const fn of_shapes(mut self, smallest: [usize; D], largest: [usize; D]) -> Self {
        self.smallest = smallest;
        self.largest = largest;
        self
    }

    /// Those whose sides are multiples of these numbers.
    #[must_use]
    pub const fn divisible_by(mut self, divisors: [usize; D]) -> Self {
        self.divisors = divisors;
        self
    }

    /// Those whose sides are equal: square images.
    #[must_use]
    pub const fn cubic(mut self) -> Self {
        self.is_cubic = true;
        self
    }

    /// The set of the values.
    #[must_use]
    pub fn inner(&self) -> &V {
        self.values.inner()
    }

    /// The lists of values.
    #[cfg(feature = "proptest")]
    pub(crate) const fn lists(&self) -> &Power<V> {
        &self.values
    }

    /// Whether signals of this shape belong.
    #[must_use]
    pub fn contains_shape(&self, shape: [usize; D]) -> bool {
        let fits = |axis: usize| {
            let side = shape[axis];
            let limits = self.smallest[axis]..=self.largest[axis];
            limits.contains(&side) && side.is_multiple_of(self.divisors[axis])
        };
        (0..D).all(fits) && !(self.is_cubic && shape.iter().any(|&side| side != shape[0]))
    }

    /// Whether all signals have this one shape.
    pub(crate) fn has_shape(&self, shape: [usize; D]) -> bool {
        self.smallest == shape && self.largest == shape
    }

    /// The shape that all signals have, if there is one.
    pub(crate) fn only_shape(&self) -> Option<[usize; D]> {
        (self.smallest == self.largest).then_some(self.smallest)
    }

    /// Whether all signals have equal sides.
    pub(crate) fn has_equal_sides(&self) -> bool {
        let one_shape = self.smallest == self.largest;
        self.is_cubic || (one_shape && self.smallest.iter().all(|&side| side == self.smallest[0]))
    }

    /// The smallest side and the step to the next that are allowed, and the largest, along an axis.
    #[cfg(feature = "proptest")]
    pub(crate) fn limits(&self, axis: usize) -> (usize, usize, usize) {
        let step = self.divisors[axis].max(1);
        let smallest = self.smallest[axis].div_ceil(step) * step;
        (smallest, step, self.largest[axis])
    }

    /// Whether the sides have to be equal.
    #[cfg(feature = "proptest")]
    pub(crate) const fn is_cubic(&self) -> bool {
        self.is_cubic
    }
}

impl<V: Default, const D: usize> Default for Signals<V, D> {
    fn default() -> Self {
        Signals::new(V::default())
    }
}

impl<V: Set, const D: usize> Set for Signals<V, D> {
    type Element = Signal<V::Element, D>;

    fn contains(&self, x: &Self::Element) -> bool {
        self.contains_shape(x.shape()) && x.values().iter().all(|v| self.inner().contains(v))
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        if x.shape() == y.shape() {
            self.values.distance(x.list(), y.list())
        } else {
            f64::INFINITY
        }
    }

    fn magnitude(&self, x: &Self::Element) -> f64 {
        self.values.magnitude(x.list())
    }

    fn tolerance(&self) -> Tolerance {
        self.values.tolerance()
    }

    fn discrepancy(&self, x: &Self::Element, y: &Self::Element) -> Discrepancy {
        if x.shape() == y.shape() {
            return self.values.discrepancy(x.list(), y.list());
        }
        Discrepancy {
            distance: f64::INFINITY,
            allowance: 0.0,
        }
    }

    fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
        x.shape() != y.shape() || self.values.apart(x.list(), y.list())
    }

    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        let nudged = self.values.nudge(x.list(), reach, direction)?;
        Some(Signal::of(x.shape(), nudged))
    }

    fn ratio(&self, x: &Self::Element, y: &Self::Element) -> Option<f64> {
        if x.shape() != y.shape() {
            return None;
        }
        self.values.ratio(x.list(), y.list())
    }

    fn representatives(&self, x: &Self::Element) -> Vec<Self::Element> {
        let others = self.values.representatives(x.list()).into_iter();
        others.map(|values| Signal::of(x.shape(), values)).collect()
    }

    fn describe(&self, x: &Self::Element) -> String {
        let mut values = x.values().iter().map(|value| self.inner().describe(value));
        nested(&x.shape(), &mut values)
    }
}
