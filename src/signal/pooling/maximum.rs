//! The largest value in a window.

use super::{EmptyWindow, Pooling, with_cells};
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::grid::axis::Axis;
use crate::signal::{Signal, Signals};

/// The largest value in a window, at every cell: y\[i\] = max x\[i + m\] over 0 ≤ m < w.
///
/// It is equivariant under all shifts. At every s-th cell, [`Strided`](crate::signal::Strided), it is the max pooling of networks, and
/// is equivariant under shifts by multiples of s only.
///
/// # Conventions
///
/// The window begins at the cell itself and goes around the grid. A window longer than the grid sees all of it.
/// What is not a number is as large as can be: a window that sees a NaN has the value NaN.
///
/// # Complexity
///
/// Three comparisons a value and axis, however large the window is: largest values from both ends of blocks as
/// long as the window (van Herk, Gil and Werman). Small windows at a large step are looked through one by one.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{MaxPooling, Signal, Strided}};
///
/// let largest = MaxPooling::new([2])?;
/// let x = Signal::from(vec![0, 3, 2, 0, 0, 0]);
/// assert_eq!(largest.apply(&x).values(), [3, 3, 2, 0, 0, 0]);
/// Check::default().equivariant(&largest.equivariant())?;
///
/// let pooled = Strided::new(largest, [2])?; // moves by 1 if x moves by 2
/// assert_eq!(pooled.apply(&x).values(), [3, 2, 0]);
/// assert_eq!(pooled.apply(&x.shifted([2])).values(), [0, 3, 2]);
/// assert_eq!(pooled.apply(&x.shifted([1])).values(), [0, 3, 0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// M. van Herk, “A fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels”,
/// *Pattern Recognition Letters* 13 (1992).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxPooling<const D: usize> {
    window: [usize; D],
}

impl<const D: usize> MaxPooling<D> {
    /// The largest value in windows with these sides.
    ///
    /// # Errors
    ///
    /// [`EmptyWindow`], if a side is 0.
    pub fn new(window: [usize; D]) -> Result<Self, EmptyWindow> {
        Ok(MaxPooling {
            window: with_cells(window)?,
        })
    }

    /// The sides of the window.
    #[must_use]
    pub fn window(&self) -> [usize; D] {
        self.window
    }

    /// The value at every cell.
    #[must_use]
    pub fn apply<T: Copy + PartialOrd>(&self, x: &Signal<T, D>) -> Signal<T, D> {
        self.apply_every(x, [1; D])
    }

    /// The map with its claim: f(k·x) = k·f(x).
    #[must_use]
    pub fn equivariant(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Signals<Reals, D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default();
        EquivariantMap::new(Lattice, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }
}

impl<T: Copy + PartialOrd, const D: usize> Pooling<T, D> for MaxPooling<D> {
    fn apply_every(&self, x: &Signal<T, D>, steps: [usize; D]) -> Signal<T, D> {
        let mut pooled = x.clone();
        for (axis, step) in steps.into_iter().enumerate() {
            let side = pooled.shape()[axis];
            let window = self.window[axis].min(side);
            if window <= 1 {
                pooled = pooled.every(axis, step);
            } else if window <= 3 * step || window == 2 {
                pooled = pooled.along(axis, side.div_ceil(step), |rows, cut, out| {
                    one_by_one(rows, cut, window, step, out);
                });
            } else {
                let dense = pooled.along(axis, side, |rows, cut, out| {
                    from_both_ends(rows, cut, window, out);
                });
                pooled = if step == 1 {
                    dense
                } else {
                    dense.every(axis, step)
                };
            }
        }
        pooled
    }
}

/// The larger of two values; what is not comparable with itself is larger than all.
#[inline]
pub(crate) fn larger<T: Copy + PartialOrd>(a: T, b: T) -> T {
    if b > a || b.partial_cmp(&b).is_none() {
        b
    } else {
        a
    }
}

/// y\[i\] = max x\[s i + m\] over the rows m of a window, which is not longer than the block.
fn one_by_one<T: Copy + PartialOrd>(
    rows: &[T],
    Axis { side, row }: Axis,
    window: usize,
    step: usize,
    out: &mut Vec<T>,
) {
    for first in (0..side).step_by(step) {
        let place = out.len();
        out.extend_from_slice(&rows[first * row..(first + 1) * row]);
        for m in 1..window {
            let next = (first + m) % side * row;
            for (largest, &value) in out[place..].iter_mut().zip(&rows[next..next + row]) {
                *largest = larger(*largest, value);
            }
        }
    }
}

/// y\[i\] = max(b\[i\], f\[i + w − 1\]), where f has the largest values from the beginning of a block of w rows
/// and b those to its end: a window of w rows reaches over the end of one block or is a block.
fn from_both_ends<T: Copy + PartialOrd>(
    rows: &[T],
    Axis { side, row }: Axis,
    window: usize,
    out: &mut Vec<T>,
) {
    let reach = (window - 1) * row;
    let mut forward = Vec::with_capacity(side * row + reach);
    forward.extend_from_slice(rows);
    forward.extend_from_slice(&rows[..reach]); // around the grid
    let mut backward = forward.clone();
    let block = window * row;
    for values in forward.chunks_mut(block) {
        for i in row..values.len() {
            values[i] = larger(values[i - row], values[i]);
        }
    }
    for values in backward.chunks_mut(block) {
        for i in (0..values.len().saturating_sub(row)).rev() {
            values[i] = larger(values[i], values[i + row]);
        }
    }
    let pairs = backward[..side * row].iter().zip(&forward[reach..]);
    out.extend(pairs.map(|(&b, &f)| larger(b, f)));
}
