//! Where the largest value is.

use super::{Booleans, Cell, Cells};
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::pooling::larger;
use crate::signal::{Refusal, Signal, Signals};

/// The cell of the largest value: it moves with the signal, while the value stays.
///
/// Where several cells have the largest value, there is none: the first in the list is a cell that does not move when
/// the signal does. The set of all of them, [`Maximisers`], moves.
///
/// # Errors
///
/// No cells; a NaN; several cells with the largest value.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Argmax, Refusal, Signal}};
/// let x = Signal::from(vec![1.0, 5.0, 2.0]);
/// assert_eq!(Argmax.apply(&x)?.position, [1]);
/// assert_eq!(Argmax.apply(&x.shifted([1]))?.position, [2]);
/// assert!(Argmax.apply(&Signal::from(vec![5.0, 1.0, 5.0])).is_err());
/// Check::default().equivariant(&Argmax.equivariant::<1>())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Argmax;

impl Argmax {
    /// The cell.
    ///
    /// # Errors
    ///
    /// [`Refusal::Empty`], [`Refusal::NotFinite`] for a NaN, and [`Refusal::Degenerate`], if the largest value is had
    /// more than once.
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Result<Cell<D>, Refusal> {
        let mut values = x.values().iter().enumerate();
        let (mut best, mut largest) = match values.next() {
            None => return Err(Refusal::Empty),
            Some((place, &value)) => (place, value),
        };
        let mut ties = false;
        for (place, &value) in values {
            if largest.is_nan() {
                break;
            }
            if value > largest || value.is_nan() {
                (best, largest, ties) = (place, value, false);
            } else if value == largest {
                ties = true;
            }
        }
        let cell = x.cell(best);
        if largest.is_nan() {
            return Err(Refusal::NotFinite {
                position: cell.position.to_vec(),
                value: largest,
            });
        }
        if ties {
            return Err(Refusal::Degenerate("several cells have the largest value"));
        }
        Ok(cell)
    }

    /// The map with its claim: f(k·x) = f(x) + k, around the grid.
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Partial<Cells<D>, Refusal>,
        impl Fn(&Signal<f64, D>) -> Result<Cell<D>, Refusal>,
    > {
        EquivariantMap::new(
            Lattice,
            Signals::default(),
            Partial::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}

/// The set of all cells with the largest value, as the mask that is true there.
///
/// It moves with the signal whatever the ties are.
///
/// # Conventions
///
/// A NaN is larger than all numbers.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Maximisers, Signal}};
/// let x = Signal::from(vec![5.0, 1.0, 5.0]);
/// assert_eq!(Maximisers.apply(&x).values(), [true, false, true]);
/// Check::default().equivariant(&Maximisers.equivariant::<1>())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Maximisers;

impl Maximisers {
    /// The mask.
    #[must_use]
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Signal<bool, D> {
        let largest = x.values().iter().copied().fold(f64::NEG_INFINITY, larger);
        x.map(|&value| value == largest || (value.is_nan() && largest.is_nan()))
    }

    /// The map with its claim: f(k·x) = k·f(x).
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Signals<Booleans, D>,
        impl Fn(&Signal<f64, D>) -> Signal<bool, D>,
    > {
        EquivariantMap::new(
            Lattice,
            Signals::default(),
            Signals::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}
