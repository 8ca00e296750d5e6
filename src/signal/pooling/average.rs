//! The mean of the values in a window.

use super::{EmptyWindow, Pooling, with_cells};
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::set::Real;
use crate::sets::Reals;
use crate::signal::grid::axis::Axis;
use crate::signal::{Signal, Signals};

/// The mean of the values in a window, at every cell: y\[i\] = (1/w) Σ x\[i + m\] over 0 ≤ m < w.
///
/// It is equivariant under all shifts, and at every s-th cell, [`Strided`](crate::signal::Strided), under those by multiples of s.
///
/// # Conventions
///
/// The window begins at the cell itself and goes around the grid. A window longer than the grid sees some cells
/// more often than others.
///
/// # Complexity
///
/// O(n log w) for each axis: sums over 2w rows are sums of two sums over w rows. Nothing is ever subtracted, so
/// that a sum loses no more than log w roundings, and infinite values and NaN are seen where the window sees them
/// and nowhere else.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{AveragePooling, Image, Strided}};
/// let means = Strided::new(AveragePooling::new([2, 2])?, [2, 2])?;
/// let image = Image::new([2, 2], vec![1.0, 2.0, 3.0, 6.0])?;
/// assert_eq!(means.apply(&image).values(), [3.0]);
/// Check::default().equivariant(&means.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AveragePooling<const D: usize> {
    window: [usize; D],
}

impl<const D: usize> AveragePooling<D> {
    /// The means in windows with these sides.
    ///
    /// # Errors
    ///
    /// [`EmptyWindow`], if a side is 0.
    pub fn new(window: [usize; D]) -> Result<Self, EmptyWindow> {
        Ok(AveragePooling {
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
    pub fn apply<T: Real>(&self, x: &Signal<T, D>) -> Signal<T, D> {
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

impl<T: Real, const D: usize> Pooling<T, D> for AveragePooling<D> {
    fn apply_every(&self, x: &Signal<T, D>, steps: [usize; D]) -> Signal<T, D> {
        let mut pooled = x.clone();
        for (axis, step) in steps.into_iter().enumerate() {
            let (side, window) = (pooled.shape()[axis], self.window[axis]);
            if window == 1 {
                pooled = pooled.every(axis, step);
            } else if window <= side && window <= 2 * step {
                pooled = pooled.along(axis, side.div_ceil(step), |rows, cut, out| {
                    one_by_one(rows, cut, window, step, out);
                });
            } else {
                let dense = pooled.along(axis, side, |rows, cut, out| {
                    out.extend(doubled(rows, cut, window));
                });
                pooled = if step == 1 {
                    dense
                } else {
                    dense.every(axis, step)
                };
            }
        }
        let cells: f64 = self.window.iter().map(|&side| side as f64).product();
        let weight = T::nearest(cells);
        for value in pooled.values_mut() {
            *value /= weight;
        }
        pooled
    }
}

/// y\[i\] = Σ x\[s i + m\] over the rows m of a window, which is not longer than the block.
fn one_by_one<T: Real>(
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
            for (sum, &value) in out[place..].iter_mut().zip(&rows[next..next + row]) {
                *sum += value;
            }
        }
    }
}

/// y\[i\] = Σ x\[i + m\] over the rows m of a window, by the binary digits of its length.
fn doubled<T: Real>(rows: &[T], Axis { side, row }: Axis, window: usize) -> Vec<T> {
    // sums over 2ᵏ rows, and over those rows of the window that lower digits count
    let mut power = rows.to_vec();
    let mut sum: Option<Vec<T>> = None;
    let mut counted = 0;
    for digit in 0..usize::BITS - window.leading_zeros() {
        let length = 1_usize << digit;
        if digit > 0 {
            power = sum_ahead(&power, &power, length / 2 % side * row);
        }
        if window & length != 0 {
            sum = Some(match sum {
                None => power.clone(),
                Some(sum) => sum_ahead(&sum, &power, counted % side * row),
            });
            counted += length;
        }
    }
    sum.unwrap_or_default() // no window is empty
}

/// The values a\[i\] + b\[i + by\], around the block.
fn sum_ahead<T: Real>(a: &[T], b: &[T], by: usize) -> Vec<T> {
    let ahead = b[by..].iter().chain(&b[..by]);
    a.iter().zip(ahead).map(|(&a, &b)| a + b).collect()
}
