//! Every few cells.

use super::Pooling;
use crate::signal::Signal;

/// Every s-th cell, with nothing done before: y\[i\] = x\[s i\], as a [`Strided`](crate::signal::Strided) map.
///
/// What is between is lost, so that a shift by less than s may change everything.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Signal, Strided, Subsampling};
/// let x = Signal::from(vec![5, 0, 5, 0, 5, 0]);
/// let even = Strided::new(Subsampling, [2])?;
/// assert_eq!(even.apply(&x).values(), [5, 5, 5]);
/// assert_eq!(even.apply(&x.shifted([1])).values(), [0, 0, 0]);
/// # Ok::<(), equivariant::groups::ZeroStep>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subsampling;

impl<T: Copy, const D: usize> Pooling<T, D> for Subsampling {
    fn apply_every(&self, x: &Signal<T, D>, steps: [usize; D]) -> Signal<T, D> {
        (0..D).fold(x.clone(), |kept, axis| kept.every(axis, steps[axis]))
    }
}
