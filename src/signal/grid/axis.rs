//! Signals cut along an axis.

use crate::signal::Signal;

/// The cut of a grid along an axis: blocks of as many rows as the axis is long, each row of the values that differ
/// in later axes only.
#[derive(Clone, Copy)]
pub(crate) struct Axis {
    /// How many rows a block has: the side of the grid.
    pub(crate) side: usize,
    /// How many values a row has.
    pub(crate) row: usize,
}

impl Axis {
    /// The cut along the axis of this number.
    pub(crate) fn new<const D: usize>(shape: [usize; D], axis: usize) -> Self {
        Axis {
            side: shape[axis],
            row: shape[axis + 1..].iter().product(),
        }
    }

    /// How many values a block has.
    pub(crate) fn block(self) -> usize {
        self.side * self.row
    }
}

impl<T: Copy, const D: usize> Signal<T, D> {
    /// The signal with another side along an axis, whose blocks a function makes of those of this one.
    pub(crate) fn along(
        &self,
        axis: usize,
        side: usize,
        mut block: impl FnMut(&[T], Axis, &mut Vec<T>),
    ) -> Signal<T, D> {
        let cut = Axis::new(self.shape(), axis);
        let mut shape = self.shape();
        shape[axis] = side;
        let mut values = Vec::with_capacity(shape.iter().product());
        if cut.block() > 0 {
            for rows in self.values().chunks_exact(cut.block()) {
                block(rows, cut, &mut values);
            }
        }
        Signal::of(shape, values)
    }

    /// Every step-th row along an axis, from the first.
    pub(crate) fn every(&self, axis: usize, step: usize) -> Signal<T, D> {
        self.along(axis, self.shape()[axis].div_ceil(step), |rows, cut, out| {
            for row in rows.chunks_exact(cut.row).step_by(step) {
                out.extend_from_slice(row);
            }
        })
    }
}
