//! What a network is made of.

use std::fmt::Debug;

use crate::signal::{GlobalPooling, Image, Rectifier, Refusal, Signal};

/// A layer of a [`Network`](super::Network): a map of channels of images, its parameters and its derivative.
///
/// # Laws
///
/// `backward` is the derivative of `apply`: for every slope s, the derivatives of Σ s\[i\] apply(x)\[i\] by x and by
/// the parameters.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Rectifier, Signal, network::Layer};
/// let x = Signal::new([1, 1, 3], vec![-1.0, 2.0, 3.0])?;
/// let y = Layer::apply(&Rectifier, &x)?;
/// let slope = Signal::new([1, 1, 3], vec![10.0, 20.0, 30.0])?;
/// assert_eq!(Rectifier.backward(&x, &y, &slope).0.values(), [0.0, 20.0, 30.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Layer: Debug {
    /// The value.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if the layer is not for such signals.
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal>;

    /// From the slopes of a number by the values y = apply(x), its slopes by x and by the parameters.
    fn backward(
        &self,
        x: &Signal<f64, 3>,
        y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>);

    /// The parameters.
    fn parameters(&self) -> &[f64] {
        &[]
    }

    /// The parameters, to be changed.
    fn parameters_mut(&mut self) -> &mut [f64] {
        &mut []
    }
}

/// The channels of a signal as images.
pub(super) fn channels(x: &Signal<f64, 3>) -> Vec<Image<f64>> {
    let [channels, rows, columns] = x.shape();
    let cells = rows * columns;
    let image = |channel: usize| {
        let values = &x.values()[channel * cells..(channel + 1) * cells];
        Signal::of([rows, columns], values.to_vec())
    };
    (0..channels).map(image).collect()
}

/// Images of this shape as the channels of a signal.
pub(super) fn stacked(images: &[Image<f64>], [rows, columns]: [usize; 2]) -> Signal<f64, 3> {
    let values = images.iter().flat_map(Signal::values).copied();
    Signal::of([images.len(), rows, columns], values.collect())
}

impl Layer for Rectifier {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        Ok(Rectifier::apply(self, x))
    }

    fn backward(
        &self,
        x: &Signal<f64, 3>,
        _y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let pairs = x.values().iter().zip(slope.values());
        let passed = pairs.map(|(&x, &slope)| if x > 0.0 { slope } else { 0.0 });
        (Signal::of(x.shape(), passed.collect()), Vec::new())
    }
}

/// One number for each channel.
impl Layer for GlobalPooling {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        let values: Result<Vec<f64>, Refusal> = channels(x)
            .iter()
            .map(|image| GlobalPooling::apply(self, image))
            .collect();
        Ok(Signal::of([x.shape()[0], 1, 1], values?))
    }

    fn backward(
        &self,
        x: &Signal<f64, 3>,
        y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let [_, rows, columns] = x.shape();
        let cells = rows * columns;
        let mut back = vec![0.0; x.len()];
        let channels = x.values().chunks_exact(cells.max(1));
        let results = y.values().iter().zip(slope.values());
        for ((values, back), (&y, &slope)) in channels
            .zip(back.chunks_exact_mut(cells.max(1)))
            .zip(results)
        {
            match self {
                // of several cells with the largest value the first
                GlobalPooling::Maximum => {
                    if let Some(place) = values.iter().position(|&value| value == y) {
                        back[place] = slope;
                    }
                }
                GlobalPooling::Mean => back.fill(slope / cells as f64),
                GlobalPooling::Norm => {
                    for (back, &value) in back.iter_mut().zip(values) {
                        *back = if y == 0.0 { 0.0 } else { slope * value / y };
                    }
                }
            }
        }
        (Signal::of(x.shape(), back), Vec::new())
    }
}
