//! Convolution by sums of products.

use num_traits::{One, Zero};

use crate::signal::grid::periodic::residue;
use crate::signal::{Kernel, Signal};

/// How many values of a row are summed at a time, so that they stay near.
const BLOCK: usize = 2048;

/// Where a cell of the kernel looks: the offset of its row, and its weight for each offset in a row.
struct Row<'a, T, const D: usize> {
    /// −m for all axes but the last.
    offset: [i64; D],
    /// The weights in the order of increasing −m.
    weights: Vec<&'a T>,
}

/// w ∗ x around the grid.
///
/// Each row of the signal is first continued around the grid as far as the kernel looks, so that the sums
/// run over rows without looking for their ends.
pub(super) fn convolved<T: Copy + Zero + One, const D: usize>(
    kernel: &Kernel<T, D>,
    x: &Signal<T, D>,
) -> Signal<T, D> {
    let shape = x.shape();
    if x.is_empty() || D == 0 {
        return x.clone();
    }
    let exceeds = |axis: usize| kernel.shape()[axis] > shape[axis];
    if (0..D).any(exceeds) {
        let wound = Kernel::from(kernel.around(shape)).anchored_at([0; D]);
        return convolved(&wound, x);
    }
    let last = D - 1;
    let (n, taps) = (shape[last], kernel.shape()[last]);
    if kernel.values().is_empty() {
        return x.map(|_| T::zero());
    }
    // the smallest −m of the last axis
    let first = kernel.anchor()[last] - (taps as i64 - 1);
    let width = n + taps - 1;
    let continued = continued(x.values(), n, residue(first, n), width);
    let rows = rows(kernel, taps);
    let mut values = vec![T::zero(); x.len()];
    let mut position = [0; D];
    for sums in values.chunks_exact_mut(n) {
        for row in &rows {
            let from = source(&position, &row.offset, &shape);
            let source = &continued[from * width..(from + 1) * width];
            add_products(sums, &row.weights, source);
        }
        for axis in (0..last).rev() {
            position[axis] += 1;
            if position[axis] < shape[axis] {
                break;
            }
            position[axis] = 0;
        }
    }
    Signal::of(shape, values)
}

/// The rows of the kernel.
fn rows<T, const D: usize>(kernel: &Kernel<T, D>, taps: usize) -> Vec<Row<'_, T, D>> {
    let shape = kernel.shape();
    let rows = kernel.values().chunks_exact(taps).enumerate();
    rows.map(|(mut number, weights)| {
        let mut offset = [0; D];
        for axis in (0..D - 1).rev() {
            let m = (number % shape[axis]) as i64;
            offset[axis] = kernel.anchor()[axis] - m;
            number /= shape[axis];
        }
        Row {
            offset,
            weights: weights.iter().rev().collect(),
        }
    })
    .collect()
}

/// The rows of n values, each from `first` on and continued around to this width.
fn continued<T: Copy>(values: &[T], n: usize, first: usize, width: usize) -> Vec<T> {
    let mut continued = Vec::with_capacity(values.len() / n * width);
    for row in values.chunks_exact(n) {
        let (mut from, mut left) = (first, width);
        while left > 0 {
            let count = left.min(n - from);
            continued.extend_from_slice(&row[from..from + count]);
            left -= count;
            from = 0;
        }
    }
    continued
}

/// The number of the row at an offset from this one.
fn source<const D: usize>(position: &[usize; D], offset: &[i64; D], shape: &[usize; D]) -> usize {
    (0..D - 1).fold(0, |row, axis| {
        let side = shape[axis];
        row * side + (position[axis] + residue(offset[axis], side)) % side
    })
}

/// sumsᵢ ← sumsᵢ + Σⱼ wⱼ xᵢ₊ⱼ
fn add_products<T: Copy + Zero + One>(sums: &mut [T], weights: &[&T], x: &[T]) {
    for (block, sums) in sums.chunks_mut(BLOCK).enumerate() {
        let x = &x[block * BLOCK..];
        let n = sums.len();
        let mut fours = weights.chunks_exact(4);
        let mut j = 0;
        for four in fours.by_ref() {
            let [a, b, c, d] = [*four[0], *four[1], *four[2], *four[3]];
            let (x0, x1, x2, x3) = (
                &x[j..j + n],
                &x[j + 1..j + 1 + n],
                &x[j + 2..j + 2 + n],
                &x[j + 3..j + 3 + n],
            );
            for i in 0..n {
                sums[i] = sums[i] + ((a * x0[i] + b * x1[i]) + (c * x2[i] + d * x3[i]));
            }
            j += 4;
        }
        for &&weight in fours.remainder() {
            for (sum, &value) in sums.iter_mut().zip(&x[j..j + n]) {
                *sum = *sum + weight * value;
            }
            j += 1;
        }
    }
}
