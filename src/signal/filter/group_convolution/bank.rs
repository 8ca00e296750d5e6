//! Kernels in all their positions, and the correlation with all of them at once.

use nalgebra::{ClosedAddAssign, ClosedMulAssign, DMatrix, DMatrixView, Dyn, SVector, Scalar};
use num_traits::{One, Zero};

use crate::signal::{PointGroup, Signal};

/// For each v the matrix W_v of the weights from the maps (c, t) to the maps (o, s).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bank<T> {
    weights: Vec<DMatrix<T>>,
    inputs: [usize; 2],
    outputs: [usize; 2],
    radius: usize,
}

impl<T> Bank<T> {
    /// How many channels and symmetries come in.
    pub(super) fn inputs(&self) -> [usize; 2] {
        self.inputs
    }

    /// How many channels and symmetries go out.
    pub(super) fn outputs(&self) -> [usize; 2] {
        self.outputs
    }
}

impl<T> Bank<T>
where
    T: Scalar + Copy + Zero + One + ClosedAddAssign + ClosedMulAssign,
{
    /// W_v\[(c, t), (o, s)\] = Ψ(o, c, s⁻¹ t, s⁻¹ v)
    pub(super) fn new<H: PointGroup>(kernel: &Signal<T, 5>) -> Self {
        let [outputs, inputs, symmetries, side, _] = kernel.shape();
        let (group, list) = (H::whole(), H::list());
        let radius = (side / 2) as i64;
        let zero = DMatrix::from_element(inputs * symmetries, outputs * list.len(), T::zero());
        let mut weights = vec![zero; side * side];
        for (s, of_s) in list.iter().enumerate() {
            let back = group.inverse(of_s);
            // s⁻¹ t as a place in the list; scalars have one place for all
            let before = |t: usize| match symmetries {
                1 => Some(0),
                _ => group.index(&group.compose(&back, &list[t])),
            };
            let turned: Vec<usize> = (0..symmetries).filter_map(before).collect();
            for (number, matrix) in weights.iter_mut().enumerate() {
                let [row, column] = [number / side, number % side];
                let v = SVector::from([row as i64 - radius, column as i64 - radius]);
                let v = H::moved(&back, &v);
                let cell = [(v[0] + radius) as usize, (v[1] + radius) as usize];
                for (o, c) in (0..outputs).flat_map(|o| (0..inputs).map(move |c| (o, c))) {
                    for (t, &before) in turned.iter().enumerate() {
                        let place = kernel.place([o, c, before, cell[0], cell[1]]);
                        let entry = (c * symmetries + t, o * list.len() + s);
                        matrix[entry] = kernel.values()[place];
                    }
                }
            }
        }
        Bank {
            weights,
            inputs: [inputs, symmetries],
            outputs: [outputs, list.len()],
            radius: radius as usize,
        }
    }

    /// y(o, s, u) = Σ_v Σ_(c, t) W_v\[(c, t), (o, s)\] x(c, t, u + v)
    ///
    /// The maps are padded by what comes around the grid and written in one row each: then u + v is a fixed number of
    /// places after u, and the maps moved by v are a matrix without being copied. Between the rows of the result there are
    /// sums that belong to no cell.
    pub(super) fn correlated(&self, x: &Signal<T, 4>) -> Signal<T, 4> {
        let [_, _, rows, columns] = x.shape();
        let [channels, symmetries] = self.outputs;
        let shape = [channels, symmetries, rows, columns];
        let maps = self.inputs[0] * self.inputs[1];
        if rows * columns == 0 || maps == 0 {
            return Signal::from_fn(shape, |_| T::zero());
        }
        let (padded, width) = self.padded(x);
        let height = rows + 2 * self.radius;
        // from the first cell to the last
        let length = (rows - 1) * width + columns;
        let mut sums = DMatrix::from_element(length, channels * symmetries, T::zero());
        let side = 2 * self.radius + 1;
        for (number, weights) in self.weights.iter().enumerate() {
            let first = number / side * width + number % side;
            let moved = DMatrixView::from_slice_with_strides_generic(
                &padded[first..],
                Dyn(length),
                Dyn(maps),
                nalgebra::Const::<1>,
                Dyn(height * width),
            );
            sums.gemm(T::one(), &moved, weights, T::one());
        }
        let mut values = Vec::with_capacity(shape.iter().product());
        for map in sums.as_slice().chunks_exact(length.max(1)) {
            for row in map.chunks(width) {
                values.extend_from_slice(&row[..columns]);
            }
        }
        Signal::of(shape, values)
    }

    /// The maps with as many rows and columns around them as the kernel reaches, and how many columns that makes.
    fn padded(&self, x: &Signal<T, 4>) -> (Vec<T>, usize) {
        let [_, _, rows, columns] = x.shape();
        let around = |side: usize| -> Vec<usize> {
            let reach = self.radius % side;
            let places = 0..side + 2 * self.radius;
            places.map(|i| (i + side - reach) % side).collect()
        };
        let (of_rows, of_columns) = (around(rows), around(columns));
        let maps = x.values().chunks_exact(rows * columns);
        let mut padded = Vec::with_capacity(maps.len() * of_rows.len() * of_columns.len());
        for map in maps {
            for &row in &of_rows {
                let row = &map[row * columns..(row + 1) * columns];
                padded.extend(of_columns.iter().map(|&column| row[column]));
            }
        }
        (padded, of_columns.len())
    }
}
