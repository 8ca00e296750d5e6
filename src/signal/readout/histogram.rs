//! What values a signal has, and how often.

use crate::action::Trivial;
use crate::groups::{Integers, Symmetric};
use crate::map::EquivariantMap;
use crate::sets::{Partial, Power, Reals};
use crate::signal::{Refusal, Signal, Signals};

/// The histogram: how many values are between two edges each.
///
/// It is invariant under all permutations of the cells.
///
/// # Conventions
///
/// A value is counted between edges a and b if a ≤ x < b, and also at the last edge of all. Values beyond the edges are not
/// counted.
///
/// # Complexity
///
/// O(n log b) for b edges.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Histogram, Signal}};
/// let histogram = Histogram::new(vec![0.0, 1.0, 2.0])?;
/// assert_eq!(histogram.apply(&Signal::from(vec![0.0, 1.0, 0.5, 2.0, 7.0]))?, [2, 2]);
/// Check::default().equivariant(&histogram.invariant([6]))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    edges: Vec<f64>,
}

/// Edges that do not ascend, or of which there are less than two.
///
/// # Examples
///
/// ```
/// use equivariant::signal::Histogram;
/// let error = Histogram::new(vec![0.0, 2.0, 2.0]).unwrap_err();
/// assert_eq!(error.to_string(), "the edges do not ascend at 2 of 3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the edges do not ascend at {place} of {count}")]
pub struct WrongEdges {
    /// The place of the edge that is not larger than the one before, or that is missing.
    pub place: usize,
    /// How many edges there are.
    pub count: usize,
}

impl Histogram {
    /// The histogram with these edges.
    ///
    /// # Errors
    ///
    /// [`WrongEdges`], if there are less than two, or one is not larger than the one before it.
    pub fn new(edges: Vec<f64>) -> Result<Self, WrongEdges> {
        let count = edges.len();
        if count < 2 {
            return Err(WrongEdges {
                place: count,
                count,
            });
        }
        match (1..count).find(|&i| {
            !matches!(
                edges[i - 1].partial_cmp(&edges[i]),
                Some(std::cmp::Ordering::Less)
            )
        }) {
            Some(place) => Err(WrongEdges { place, count }),
            None => Ok(Histogram { edges }),
        }
    }

    /// The counts.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotFinite`] for a NaN.
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Result<Vec<i64>, Refusal> {
        let bins = self.edges.len() - 1;
        let mut counts = vec![0; bins];
        for (place, &value) in x.values().iter().enumerate() {
            if value.is_nan() {
                return Err(Refusal::NotFinite {
                    position: x.cell(place).position.to_vec(),
                    value,
                });
            }
            let edges_below = self.edges.partition_point(|&edge| edge <= value);
            if value == self.edges[bins] {
                counts[bins - 1] += 1;
            } else if (1..=bins).contains(&edges_below) {
                counts[edges_below - 1] += 1;
            }
        }
        Ok(counts)
    }

    /// The map with its claim under the permutations of the cells of a grid of this shape: f(g·x) = f(x).
    #[must_use]
    pub fn invariant<const D: usize>(
        self,
        shape: [usize; D],
    ) -> EquivariantMap<
        Symmetric,
        Signals<Reals, D>,
        Trivial<Partial<Power<Integers>, Refusal>>,
        impl Fn(&Signal<f64, D>) -> Result<Vec<i64>, Refusal>,
    > {
        EquivariantMap::invariant(
            Symmetric::new(shape.iter().product()),
            Signals::default().of_shape(shape),
            Partial::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}

/// The values in ascending order: all that is left of a signal if it is forgotten where its values are.
///
/// It is invariant under all permutations of the cells, and two signals have the same value only if one is a permutation of
/// the other.
///
/// # Conventions
///
/// The order is the total order of floating-point numbers, with NaN at the ends.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Signal, Sorted}};
/// assert_eq!(Sorted.apply(&Signal::from(vec![3.0, 1.0, 2.0])), [1.0, 2.0, 3.0]);
/// Check::default().equivariant(&Sorted.invariant([2, 3]))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorted;

impl Sorted {
    /// The values.
    #[must_use]
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Vec<f64> {
        let mut values = x.values().to_vec();
        values.sort_unstable_by(f64::total_cmp);
        values
    }

    /// The map with its claim under the permutations of the cells of a grid of this shape: f(g·x) = f(x).
    #[must_use]
    pub fn invariant<const D: usize>(
        self,
        shape: [usize; D],
    ) -> EquivariantMap<
        Symmetric,
        Signals<Reals, D>,
        Trivial<Power<Reals>>,
        impl Fn(&Signal<f64, D>) -> Vec<f64>,
    > {
        EquivariantMap::invariant(
            Symmetric::new(shape.iter().product()),
            Signals::default().of_shape(shape),
            Power::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}
