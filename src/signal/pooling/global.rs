//! One number for the whole signal.

use crate::Trivial;
use crate::groups::{Lattice, Symmetric};
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::pooling::maximum::larger;
use crate::signal::sum::sum;
use crate::signal::{Refusal, Signal, Signals};

/// One number for the whole signal, the same wherever things are in it.
///
/// It is invariant under all shifts, and even under all permutations of the cells: it has forgotten where anything was.
///
/// # Errors
///
/// The signal has no cells.
///
/// # Complexity
///
/// O(n); sums are by halves.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{GlobalPooling, Image, Refusal}};
///
/// let image = Image::new([2, 2], vec![1.0, 1.0, 5.0, 3.0])?;
/// assert_eq!(GlobalPooling::Maximum.apply(&image), Ok(5.0));
/// assert_eq!(GlobalPooling::Mean.apply(&image), Ok(2.5));
/// assert_eq!(GlobalPooling::Norm.apply(&image), Ok(6.0));
/// Check::default().equivariant(&GlobalPooling::Maximum.invariant::<2>())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlobalPooling {
    /// The largest value; NaN, if a value is.
    Maximum,
    /// The mean of the values.
    Mean,
    /// The root of the sum of squares, √Σ x\[i\]².
    Norm,
}

impl GlobalPooling {
    /// The number.
    ///
    /// # Errors
    ///
    /// [`Refusal::Empty`], if there are no values.
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Result<f64, Refusal> {
        let values = x.values();
        let (first, rest) = values.split_first().ok_or(Refusal::Empty)?;
        Ok(match self {
            GlobalPooling::Maximum => rest.iter().copied().fold(*first, larger),
            GlobalPooling::Mean => sum(values.len(), |i| values[i] / values.len() as f64),
            GlobalPooling::Norm => norm(values),
        })
    }

    /// The map with its claim under shifts: f(k·x) = f(x).
    #[must_use]
    pub fn invariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Trivial<Partial<Reals, Refusal>>,
        impl Fn(&Signal<f64, D>) -> Result<f64, Refusal>,
    > {
        EquivariantMap::invariant(
            Lattice,
            Signals::default(),
            Partial::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }

    /// The map with its claim under the permutations of the cells of a grid of this shape.
    #[must_use]
    pub fn invariant_under_permutations<const D: usize>(
        self,
        shape: [usize; D],
    ) -> EquivariantMap<
        Symmetric,
        Signals<Reals, D>,
        Trivial<Partial<Reals, Refusal>>,
        impl Fn(&Signal<f64, D>) -> Result<f64, Refusal>,
    > {
        EquivariantMap::invariant(
            Symmetric::new(shape.iter().product()),
            Signals::default().of_shape(shape),
            Partial::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}

/// √Σ xᵢ², in units of the largest value where its square is no number of good precision.
fn norm(values: &[f64]) -> f64 {
    let largest = values.iter().map(|value| value.abs()).fold(0.0, larger);
    if largest == 0.0 || !largest.is_finite() {
        return largest;
    }
    let unit = if (1e-120..1e120).contains(&largest) {
        1.0
    } else {
        largest
    };
    let square = |i: usize| (values[i] / unit) * (values[i] / unit);
    unit * sum(values.len(), square).sqrt()
}
