//! Kernels: what a signal is convolved with.

use num_traits::Zero;

use crate::signal::grid::periodic::residue;
use crate::signal::{Signal, WrongLength};

/// A kernel w on a box of cells, one of which, the anchor, is put on the cell that is computed.
///
/// # Conventions
///
/// The anchor of a box of n cells is the cell n/2, rounded down, along each axis: the middle one if n is odd, and
/// the first of the second half if n is even. Another is chosen by [`anchored_at`](Kernel::anchored_at).
///
/// # Examples
///
/// ```
/// use equivariant::signal::Kernel;
/// let difference = Kernel::new([2], vec![1.0, -1.0])?.anchored_at([0]);
/// assert_eq!(difference.reversed().values(), [-1.0, 1.0]);
/// # Ok::<(), equivariant::signal::WrongLength>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kernel<T, const D: usize> {
    weights: Signal<T, D>,
    anchor: [i64; D],
}

impl<T, const D: usize> Kernel<T, D> {
    /// The kernel with these weights in a box of this shape.
    ///
    /// # Errors
    ///
    /// [`WrongLength`], if the number of weights is not the product of the sides.
    pub fn new(shape: [usize; D], weights: Vec<T>) -> Result<Self, WrongLength> {
        Signal::new(shape, weights).map(Kernel::from)
    }

    /// The same weights with the anchor at this cell, which may be outside the box.
    #[must_use]
    pub fn anchored_at(mut self, anchor: [i32; D]) -> Self {
        self.anchor = anchor.map(i64::from);
        self
    }

    /// The anchor.
    #[must_use]
    pub fn anchor(&self) -> [i64; D] {
        self.anchor
    }

    /// The sides of the box.
    #[must_use]
    pub fn shape(&self) -> [usize; D] {
        self.weights.shape()
    }

    /// The weights, with the last axis running fastest.
    #[must_use]
    pub fn values(&self) -> &[T] {
        self.weights.values()
    }
}

impl<T: Clone, const D: usize> Kernel<T, D> {
    /// The kernel reflected about its anchor, w′\[i\] = w\[−i\]: to convolve with it is to correlate with this one.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let shape = self.shape();
        let weights = self.weights.values().iter().rev().cloned().collect();
        Kernel {
            weights: Signal::of(shape, weights),
            anchor: std::array::from_fn(|axis| shape[axis] as i64 - 1 - self.anchor[axis]),
        }
    }
}

impl<T: Copy + Zero, const D: usize> Kernel<T, D> {
    /// The kernel as a signal on a grid of this shape, wound around it, with the anchor at the cell 0: weights that
    /// come to lie on one cell are added.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::{Kernel, Signal};
    /// let kernel = Kernel::new([5], vec![1, 2, 3, 4, 5])?; // longer than the grid
    /// assert_eq!(kernel.around([3]), Signal::from(vec![3 + 1 - 1, 4 + 1, 5 + 2]));
    /// # Ok::<(), equivariant::signal::WrongLength>(())
    /// ```
    #[must_use]
    pub fn around(&self, shape: [usize; D]) -> Signal<T, D> {
        let mut wound = Signal::from_fn(shape, |_| T::zero());
        if wound.is_empty() {
            return wound;
        }
        for (position, &weight) in self.weights.positions().zip(self.values()) {
            let cell = std::array::from_fn(|axis| {
                residue(position[axis] as i64 - self.anchor[axis], shape[axis])
            });
            let place = wound.place(cell);
            let sum = wound.values()[place] + weight;
            wound.values_mut()[place] = sum;
        }
        wound
    }
}

impl<T, const D: usize> From<Signal<T, D>> for Kernel<T, D> {
    /// The kernel anchored in the middle.
    fn from(weights: Signal<T, D>) -> Self {
        let anchor = weights.shape().map(|side| (side / 2) as i64);
        Kernel { weights, anchor }
    }
}
