//! Fully connected layers with parameters.

use nalgebra::{DMatrixView, DVectorView};

use super::Layer;
use crate::signal::{Refusal, Signal};

/// A fully connected layer: y = W x + b on all values of all channels.
///
/// # Conventions
///
/// The parameters are the columns of W, one after the other, then b.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Signal, network::{DenseLayer, Layer}};
/// let mut sum = DenseLayer::new([1, 3], || 1.0);
/// sum.parameters_mut()[3] = 0.5;
/// let x = Signal::new([3, 1, 1], vec![1.0, 2.0, 3.0])?;
/// assert_eq!(sum.apply(&x)?.values(), [6.5]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct DenseLayer {
    outputs: usize,
    inputs: usize,
    parameters: Vec<f64>,
}

impl DenseLayer {
    /// The layer with this many values that go out, and that come in; its weights are drawn by a closure, and b is 0.
    #[must_use]
    pub fn new([outputs, inputs]: [usize; 2], mut weight: impl FnMut() -> f64) -> Self {
        let mut parameters: Vec<f64> = (0..outputs * inputs).map(|_| weight()).collect();
        parameters.resize(outputs * (inputs + 1), 0.0);
        DenseLayer {
            outputs,
            inputs,
            parameters,
        }
    }

    fn weights(&self) -> DMatrixView<'_, f64> {
        let weights = &self.parameters[..self.outputs * self.inputs];
        DMatrixView::from_slice(weights, self.outputs, self.inputs)
    }
}

impl Layer for DenseLayer {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        if x.len() != self.inputs {
            return Err(Refusal::Shape {
                found: x.shape().to_vec(),
                needed: vec![self.inputs],
            });
        }
        let bias = &self.parameters[self.outputs * self.inputs..];
        let y = self.weights() * DVectorView::from_slice(x.values(), self.inputs);
        let y = y.iter().zip(bias).map(|(y, b)| y + b).collect();
        Ok(Signal::of([self.outputs, 1, 1], y))
    }

    fn backward(
        &self,
        x: &Signal<f64, 3>,
        _y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let s = DVectorView::from_slice(slope.values(), self.outputs);
        let back = self.weights().tr_mul(&s);
        let by_weights = x
            .values()
            .iter()
            .flat_map(|x| slope.values().iter().map(move |s| s * x));
        let by_parameters = by_weights.chain(slope.values().iter().copied()).collect();
        (
            Signal::of(x.shape(), back.as_slice().to_vec()),
            by_parameters,
        )
    }

    fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }
}
