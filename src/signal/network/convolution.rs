//! Convolution layers with parameters.

use nalgebra::{Const, DMatrix, DMatrixView, DMatrixViewMut, Dyn};

use super::Layer;
use crate::signal::{Boundary, Refusal, Signal};

/// A convolution layer: y(o, u) = b(o) + Σ_c Σ_v w(o, c, v) x(c, u + v), with v from −r to r along both axes.
///
/// # Conventions
///
/// The parameters are w, in the order v, o, c with c running fastest, then b.
///
/// # Complexity
///
/// Cells · outputs · inputs · (2r + 1)² products, as one product of matrices of nalgebra's for each v; the derivative takes twice
/// as many.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Boundary, Signal, network::{ConvolutionLayer, Layer}};
///
/// let x = Signal::from_fn([1, 3, 3], |_| 1.0);
/// let around = ConvolutionLayer::new([1, 1], 3, Boundary::Around, || 1.0)?;
/// assert_eq!(around.apply(&x)?.values(), [9.0; 9]);
/// let framed = ConvolutionLayer::new([1, 1], 3, Boundary::Zero, || 1.0)?;
/// assert_eq!(framed.apply(&x)?.values(), [4.0, 6.0, 4.0, 6.0, 9.0, 6.0, 4.0, 6.0, 4.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ConvolutionLayer {
    outputs: usize,
    inputs: usize,
    radius: usize,
    border: Boundary,
    parameters: Vec<f64>,
}

/// A kernel of an even side has no cell in its middle.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Boundary, network::ConvolutionLayer};
/// let error = ConvolutionLayer::new([1, 1], 2, Boundary::Around, || 0.0).unwrap_err();
/// assert_eq!(error.to_string(), "a kernel of side 2 has no cell in its middle");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a kernel of side {side} has no cell in its middle")]
pub struct WrongLayer {
    /// The side.
    pub side: usize,
}

impl ConvolutionLayer {
    /// The layer with this many channels that go out, and that come in, and square kernels of this side; its weights are
    /// drawn by a closure, and b is 0.
    ///
    /// # Errors
    ///
    /// [`WrongLayer`], if the side is even.
    pub fn new(
        [outputs, inputs]: [usize; 2],
        side: usize,
        border: Boundary,
        mut weight: impl FnMut() -> f64,
    ) -> Result<Self, WrongLayer> {
        if side.is_multiple_of(2) {
            return Err(WrongLayer { side });
        }
        let weights = side * side * outputs * inputs;
        let mut parameters: Vec<f64> = (0..weights).map(|_| weight()).collect();
        parameters.resize(weights + outputs, 0.0);
        Ok(ConvolutionLayer {
            outputs,
            inputs,
            radius: side / 2,
            border,
            parameters,
        })
    }

    /// How many cells a kernel has.
    fn cells(&self) -> usize {
        (2 * self.radius + 1) * (2 * self.radius + 1)
    }

    /// The weights from the channels that come in to those that go out, for one v.
    fn weights(&self, v: usize) -> DMatrixView<'_, f64> {
        let size = self.inputs * self.outputs;
        DMatrixView::from_slice(
            &self.parameters[v * size..(v + 1) * size],
            self.inputs,
            self.outputs,
        )
    }

    /// For each row or column of the padded image where it is in the image, if it is.
    fn places(&self, side: usize) -> Vec<Option<usize>> {
        let radius = self.radius;
        let place = |i: usize| self.border.cell(i as i64 - radius as i64, side);
        (0..side + 2 * radius).map(place).collect()
    }
}

/// The layout of padded channels: images of `height` rows of `width`, of which those of the result are the first `length` places.
struct Padded {
    rows: Vec<Option<usize>>,
    columns: Vec<Option<usize>>,
    length: usize,
}

impl Padded {
    fn new(layer: &ConvolutionLayer, [rows, columns]: [usize; 2]) -> Self {
        Padded {
            rows: layer.places(rows),
            columns: layer.places(columns),
            length: (rows - 1) * (columns + 2 * layer.radius) + columns,
        }
    }

    fn width(&self) -> usize {
        self.columns.len()
    }

    fn size(&self) -> usize {
        self.rows.len() * self.columns.len()
    }

    /// Where the cells of the kernel are, seen from the first.
    fn offsets(&self, side: usize) -> impl Iterator<Item = usize> + use<> {
        let width = self.width();
        (0..side * side).map(move |v| v / side * width + v % side)
    }

    /// Calls `visit` with the places of each cell in the image and in the padded one.
    fn pairs(&self, side: usize, mut visit: impl FnMut(usize, usize)) {
        for (i, row) in self.rows.iter().enumerate() {
            for (j, column) in self.columns.iter().enumerate() {
                if let (Some(row), Some(column)) = (row, column) {
                    visit(row * side + column, i * self.width() + j);
                }
            }
        }
    }
}

impl Layer for ConvolutionLayer {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        let [channels, rows, columns] = x.shape();
        if channels != self.inputs {
            return Err(Refusal::Shape {
                found: x.shape().to_vec(),
                needed: vec![self.inputs, rows, columns],
            });
        }
        let shape = [self.outputs, rows, columns];
        if x.is_empty() {
            return Ok(Signal::from_fn(shape, |_| 0.0));
        }
        let layout = Padded::new(self, [rows, columns]);
        let padded = self.padded(x, &layout);
        let bias = &self.parameters[self.cells() * self.inputs * self.outputs..];
        let mut sums = DMatrix::from_fn(layout.length, self.outputs, |_, o| bias[o]);
        for (v, first) in layout.offsets(2 * self.radius + 1).enumerate() {
            let moved = view(&padded[first..], layout.length, self.inputs, layout.size());
            sums.gemm(1.0, &moved, &self.weights(v), 1.0);
        }
        let mut values = Vec::with_capacity(shape.iter().product());
        for map in sums.as_slice().chunks_exact(layout.length) {
            for row in map.chunks(layout.width()) {
                values.extend_from_slice(&row[..columns]);
            }
        }
        Ok(Signal::of(shape, values))
    }

    fn backward(
        &self,
        x: &Signal<f64, 3>,
        _y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let [_, rows, columns] = x.shape();
        let mut by_parameters = vec![0.0; self.parameters.len()];
        if x.is_empty() {
            return (x.clone(), by_parameters);
        }
        let layout = Padded::new(self, [rows, columns]);
        let padded = self.padded(x, &layout);
        // the slopes in rows as wide as those of the padded image
        let mut slopes = DMatrix::zeros(layout.length, self.outputs);
        for (o, map) in slope.values().chunks_exact(rows * columns).enumerate() {
            for (row, values) in map.chunks_exact(columns).enumerate() {
                let first = o * layout.length + row * layout.width();
                slopes.as_mut_slice()[first..first + columns].copy_from_slice(values);
            }
        }
        let mut back = vec![0.0; padded.len()];
        let size = self.inputs * self.outputs;
        for (v, first) in layout.offsets(2 * self.radius + 1).enumerate() {
            let moved = view(&padded[first..], layout.length, self.inputs, layout.size());
            let of_v = &mut by_parameters[v * size..(v + 1) * size];
            let mut by_weights = DMatrixViewMut::from_slice(of_v, self.inputs, self.outputs);
            by_weights.gemm_tr(1.0, &moved, &slopes, 0.0);
            let mut moved_back = DMatrixViewMut::from_slice_with_strides_generic(
                &mut back[first..],
                Dyn(layout.length),
                Dyn(self.inputs),
                Const::<1>,
                Dyn(layout.size()),
            );
            let transposed = self.weights(v).transpose();
            moved_back.gemm(1.0, &slopes, &transposed, 1.0);
        }
        for (o, by_bias) in by_parameters[self.cells() * size..].iter_mut().enumerate() {
            *by_bias = slopes.column(o).sum();
        }
        let mut folded = vec![0.0; x.len()];
        let channels = folded.chunks_exact_mut(rows * columns);
        for (image, padded) in channels.zip(back.chunks_exact(layout.size())) {
            layout.pairs(columns, |cell, place| image[cell] += padded[place]);
        }
        (Signal::of(x.shape(), folded), by_parameters)
    }

    fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }
}

/// Channels of padded images, from a place on, as the columns of a matrix.
fn view(
    padded: &[f64],
    length: usize,
    channels: usize,
    size: usize,
) -> DMatrixView<'_, f64, Const<1>, Dyn> {
    DMatrixView::from_slice_with_strides_generic(
        padded,
        Dyn(length),
        Dyn(channels),
        Const::<1>,
        Dyn(size),
    )
}

impl ConvolutionLayer {
    /// The channels with what is beyond their border.
    fn padded(&self, x: &Signal<f64, 3>, layout: &Padded) -> Vec<f64> {
        let [channels, rows, columns] = x.shape();
        let mut padded = vec![0.0; channels * layout.size()];
        let images = x.values().chunks_exact(rows * columns);
        for (image, padded) in images.zip(padded.chunks_exact_mut(layout.size())) {
            layout.pairs(columns, |cell, place| padded[place] = image[cell]);
        }
        padded
    }
}
