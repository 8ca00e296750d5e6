//! One number for the whole signal.

use crate::action::Trivial;
use crate::groups::{Lattice, Symmetric};
use crate::law::ExactSum;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::pooling::maximum::larger;
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
/// O(n). Sums are exact but for the last rounding, so that they are invariant to the last bit.
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
            GlobalPooling::Mean => mean(values),
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

/// (1/n) Σ xᵢ
fn mean(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = total(values.iter().copied()) / n;
    if mean.is_finite() {
        return mean;
    }
    total(values.iter().map(|value| value / n)) // the sum may have been too large
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
    let squares = values.iter().map(|value| (value / unit) * (value / unit));
    unit * total(squares).sqrt()
}

/// The sum, which does not depend on the order: that of the positive terms and that of the negative ones are rounded once.
fn total(terms: impl Iterator<Item = f64>) -> f64 {
    let [mut above, mut below] = [ExactSum::default(), ExactSum::default()];
    let mut not_finite = 0.0;
    for term in terms {
        if !term.is_finite() {
            not_finite += term;
        } else if term < 0.0 {
            below.add(-term);
        } else {
            above.add(term);
        }
    }
    above.value() - below.value() + not_finite
}
