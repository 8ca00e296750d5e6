//! Signals on the whole lattice that are 0 but for finitely many positions.

mod actions;
#[cfg(feature = "proptest")]
mod sampled;

use std::fmt::Debug;

use num_traits::Zero;

use crate::set::{Set, Tolerance};
use crate::sets::Power;
use crate::signal::Signal;

/// A function on ℤᴰ that is 0 but for finitely many positions: the values in the smallest box that holds the others, and
/// where it begins.
///
/// On ℤᴰ there is nothing around which a signal could go: a shift is a shift, and there is a centre of mass.
///
/// # Conventions
///
/// Rows and columns of zeros at the border are left out, so that two signals are equal if they are the same function. The
/// signal that is 0 everywhere has the box without cells at 0. Positions are added modulo 2⁶⁴.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{FiniteSupport, Signal};
/// let x = FiniteSupport::new([-1], Signal::from(vec![0, 3, 2, 0, 0]));
/// assert_eq!((x.origin(), x.values().values()), ([0], &[3, 2][..]));
/// assert_eq!(x.shifted([5]).get([6]), 2);
/// assert_eq!(x.get([100]), 0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FiniteSupport<T, const D: usize> {
    origin: [i64; D],
    values: Signal<T, D>,
}

impl<T: Clone + Zero, const D: usize> FiniteSupport<T, D> {
    /// The signal with these values in a box whose first cell is at this position, and 0 elsewhere.
    #[must_use]
    pub fn new(origin: [i64; D], values: Signal<T, D>) -> Self {
        let mut corners: Option<[[usize; D]; 2]> = None;
        for (position, value) in values.positions().zip(values.values()) {
            if !value.is_zero() {
                let [first, last] = corners.get_or_insert([position; 2]);
                for axis in 0..D {
                    first[axis] = first[axis].min(position[axis]);
                    last[axis] = last[axis].max(position[axis]);
                }
            }
        }
        let Some([first, last]) = corners else {
            return FiniteSupport::default();
        };
        let sides: [usize; D] = std::array::from_fn(|axis| last[axis] - first[axis] + 1);
        let origin = std::array::from_fn(|axis| origin[axis].wrapping_add(first[axis] as i64));
        let values = if sides == values.shape() {
            values
        } else {
            values.gathered(sides, |i| std::array::from_fn(|axis| first[axis] + i[axis]))
        };
        FiniteSupport { origin, values }
    }

    /// The position of the first cell of the box.
    #[must_use]
    pub fn origin(&self) -> [i64; D] {
        self.origin
    }

    /// The values in the box.
    #[must_use]
    pub fn values(&self) -> &Signal<T, D> {
        &self.values
    }

    /// The value at a position.
    #[must_use]
    pub fn get(&self, position: [i64; D]) -> T {
        let mut inside = [0; D];
        for axis in 0..D {
            // before the box this is negative, and behind it too large
            let steps = i128::from(position[axis]) - i128::from(self.origin[axis]);
            match usize::try_from(steps) {
                Ok(steps) => inside[axis] = steps,
                Err(_) => return T::zero(),
            }
        }
        self.values.get(inside).cloned().unwrap_or_else(T::zero)
    }

    /// The positions in the box, with their values.
    pub fn cells(&self) -> impl Iterator<Item = ([i64; D], &T)> {
        let place = |i: [usize; D]| {
            std::array::from_fn(|axis| self.origin[axis].wrapping_add(i[axis] as i64))
        };
        self.values.positions().map(place).zip(self.values.values())
    }

    /// The signal moved by k: (k · x)\[i\] = x\[i − k\].
    ///
    /// # Complexity
    ///
    /// One copy of the values.
    #[must_use]
    pub fn shifted(&self, by: [i64; D]) -> Self {
        let moved = |axis: usize| self.origin[axis].wrapping_add(by[axis]);
        let origin = if self.values.is_empty() {
            self.origin
        } else {
            std::array::from_fn(moved)
        };
        FiniteSupport {
            origin,
            values: self.values.clone(),
        }
    }
}

/// The signal that is 0 everywhere.
impl<T, const D: usize> Default for FiniteSupport<T, D> {
    fn default() -> Self {
        FiniteSupport {
            origin: [0; D],
            values: Signal::of([0; D], Vec::new()),
        }
    }
}

/// The signals of finite support on ℤᴰ with values in a set V.
///
/// # Conventions
///
/// | group | acts by |
/// |---|---|
/// | [`Lattice`](crate::groups::Lattice), [`Sublattice`](crate::groups::Sublattice) | (k·x)\[i\] = x\[i − k\] |
/// | [`Dihedral`](crate::groups::Dihedral) of 4 vertices, D = 2 | turns and mirrors about the position (0, 0) |
/// | [`P4`](crate::signal::P4), [`P4m`](crate::signal::P4m), D = 2 | these and shifts |
///
/// The distance is the largest of two values at one position.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, groups::Lattice, sets::Reals, signal::{FiniteSupports, p4m}};
/// Check::default().action(&Lattice::<3>, &FiniteSupports::<_, 3>::new(Reals::<f64>::default()))?;
/// Check::default().action(&p4m(), &FiniteSupports::<_, 2>::new(Reals::<f64>::default()))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FiniteSupports<V, const D: usize> {
    values: Power<V>,
}

impl<V, const D: usize> FiniteSupports<V, D> {
    /// The signals with values in this set, to which 0 has to belong.
    #[must_use]
    pub fn new(values: V) -> Self {
        FiniteSupports {
            values: Power::new(values),
        }
    }

    /// The set of the values.
    #[must_use]
    pub fn inner(&self) -> &V {
        self.values.inner()
    }
}

impl<V: Set, const D: usize> Set for FiniteSupports<V, D>
where
    V::Element: Zero,
{
    type Element = FiniteSupport<V::Element, D>;

    fn contains(&self, x: &Self::Element) -> bool {
        x.values.values().iter().all(|v| self.inner().contains(v))
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        if x.origin == y.origin && x.values.shape() == y.values.shape() {
            return self.values.distance(x.values.list(), y.values.list());
        }
        let far = |x: &Self::Element, y: &Self::Element| {
            let cells = x.cells();
            let apart = cells.map(|(i, value)| self.inner().distance(value, &y.get(i)));
            apart.fold(0.0, crate::set::largest)
        };
        crate::set::largest(far(x, y), far(y, x))
    }

    fn magnitude(&self, x: &Self::Element) -> f64 {
        self.values.magnitude(x.values.list())
    }

    fn tolerance(&self) -> Tolerance {
        self.values.tolerance()
    }

    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        let nudged = self.values.nudge(x.values.list(), reach, direction)?;
        Some(FiniteSupport::new(
            x.origin,
            Signal::of(x.values.shape(), nudged),
        ))
    }

    fn ratio(&self, x: &Self::Element, y: &Self::Element) -> Option<f64> {
        if x.origin != y.origin || x.values.shape() != y.values.shape() {
            return None;
        }
        self.values.ratio(x.values.list(), y.values.list())
    }

    fn describe(&self, x: &Self::Element) -> String {
        format!("{:?} from {:?}", x.values, x.origin)
    }
}
