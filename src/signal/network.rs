//! Small convolutional networks: layers one after the other, and the gradient by which they learn.

mod convolution;
mod dense;
mod layer;
mod pooling;

pub use convolution::{ConvolutionLayer, WrongLayer};
pub use dense::DenseLayer;
pub use layer::Layer;

use super::{Image, Images, Refusal, Signal};
use crate::action::Trivial;
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Power, Reals};

/// A network: layers, each of which computes channels of images from those of the one before.
///
/// It is as equivariant as its layers are together. Convolutions around the grid, rectifiers and
/// [`AdaptivePolyphaseSampling`](super::AdaptivePolyphaseSampling) before [`GlobalPooling`](super::GlobalPooling) make a
/// network that does not change with shifts; with a [`Boundary`](super::Boundary) of zeros, pooling at steps, or a
/// [`DenseLayer`] on the cells of an image it does.
///
/// # Shapes
///
/// Signals of three axes: channels, rows and columns. Numbers that belong to no cell are channels of images of one.
///
/// # Examples
///
/// A network of an equivariant part, a global mean, and a dense layer on what is left:
///
/// ```
/// use equivariant::signal::{AdaptivePolyphaseSampling, GlobalPooling, Image, Rectifier, Signal};
/// use equivariant::signal::{Boundary, network::{ConvolutionLayer, DenseLayer, Network}};
///
/// let mut weight = 0.3;
/// let mut next = || { weight = 3.7 * weight * (1.0 - weight); weight - 0.5 };
/// let network = Network::new(vec![
///     Box::new(ConvolutionLayer::new([4, 1], 3, Boundary::Around, &mut next)?),
///     Box::new(Rectifier),
///     Box::new(AdaptivePolyphaseSampling::new([2, 2])?),
///     Box::new(GlobalPooling::Mean),
///     Box::new(DenseLayer::new([2, 4], &mut next)),
/// ]);
/// let image = Signal::from_fn([1, 8, 8], |[_, row, column]| ((3 * row * row + column) % 5) as f64);
/// let scores = network.apply(&image)?;
/// let shifted = network.apply(&image.shifted([0, 3, 1]))?;
/// assert!(scores.values().iter().zip(shifted.values()).all(|(a, b)| (a - b).abs() < 1e-12));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Network {
    layers: Vec<Box<dyn Layer>>,
}

/// What a network loses at one example, and how this depends on its parameters.
///
/// # Examples
///
/// One step of descent:
///
/// ```
/// use equivariant::signal::{Signal, network::{DenseLayer, Network}};
/// let mut network = Network::new(vec![Box::new(DenseLayer::new([2, 1], || 0.0))]);
/// let x = Signal::new([1, 1, 1], vec![1.0])?;
/// let gradient = network.gradient(&x, 0)?;
/// assert_eq!(gradient.by_parameters, [-0.5, 0.5, -0.5, 0.5]);
/// for (parameter, slope) in network.parameters_mut().zip(gradient.by_parameters) {
///     *parameter -= 0.1 * slope;
/// }
/// assert!(network.gradient(&x, 0)?.loss < gradient.loss);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// The loss.
    pub loss: f64,
    /// The values of the last layer.
    pub scores: Vec<f64>,
    /// The derivatives of the loss by the parameters, in the order of [`Network::parameters`].
    pub by_parameters: Vec<f64>,
}

impl Network {
    /// The network of these layers, the first one first.
    #[must_use]
    pub fn new(layers: Vec<Box<dyn Layer>>) -> Self {
        Network { layers }
    }

    /// The layers.
    #[must_use]
    pub fn layers(&self) -> &[Box<dyn Layer>] {
        &self.layers
    }

    /// The values of the last layer.
    ///
    /// # Errors
    ///
    /// The [`Refusal`] of the first layer that has one.
    pub fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        let first = x.clone();
        self.layers
            .iter()
            .try_fold(first, |x, layer| layer.apply(&x))
    }

    /// The parameters of all layers.
    pub fn parameters(&self) -> impl Iterator<Item = f64> {
        let layers = self.layers.iter();
        layers.flat_map(|layer| layer.parameters().iter().copied())
    }

    /// The parameters of all layers, to be changed.
    pub fn parameters_mut(&mut self) -> impl Iterator<Item = &mut f64> {
        let layers = self.layers.iter_mut();
        layers.flat_map(|layer| layer.parameters_mut().iter_mut())
    }

    /// The network on images of one channel whose sides are multiples of these, with the claim that no shift changes its
    /// scores. It is true of a network that is built for it, and refused of another.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, signal::{GlobalPooling, Rectifier}};
    /// use equivariant::signal::{Boundary, network::{ConvolutionLayer, Network}};
    ///
    /// let detector = |border| {
    ///     let mut weight = 0.0;
    ///     let edges = ConvolutionLayer::new([1, 1], 3, border, || { weight = 1.0 - weight; weight - 0.4 });
    ///     edges.map(|edges| Network::new(vec![Box::new(edges), Box::new(Rectifier), Box::new(GlobalPooling::Mean)]))
    /// };
    /// Check::default().equivariant(&detector(Boundary::Around)?.invariant([1, 1]))?;
    /// assert!(Check::default().equivariant(&detector(Boundary::Zero)?.invariant([1, 1])).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn invariant(
        self,
        divisors: [usize; 2],
    ) -> EquivariantMap<
        Lattice<2>,
        Images<Reals>,
        Trivial<Partial<Power<Reals>, Refusal>>,
        impl Fn(&Image<f64>) -> Result<Vec<f64>, Refusal>,
    > {
        EquivariantMap::invariant(
            Lattice,
            Images::default().divisible_by(divisors),
            Partial::default(),
            move |x: &Image<f64>| {
                let [rows, columns] = x.shape();
                let channel = Signal::of([1, rows, columns], x.values().to_vec());
                Ok(self.apply(&channel)?.into_values())
            },
        )
    }

    /// The loss at an example x of this class, and its gradient: the cross entropy −ln p, where the probabilities
    /// p are exp(score)/Σ exp(scores).
    ///
    /// # Errors
    ///
    /// The [`Refusal`] of a layer; [`Refusal::Shape`], if there is no score for this class.
    ///
    /// # Complexity
    ///
    /// About three times that of [`apply`](Network::apply); it keeps the values of all layers.
    pub fn gradient(&self, x: &Signal<f64, 3>, class: usize) -> Result<Gradient, Refusal> {
        let mut values = vec![x.clone()];
        for (number, layer) in self.layers.iter().enumerate() {
            values.push(layer.apply(&values[number])?);
        }
        let last = &values[self.layers.len()];
        let (loss, slopes) = cross_entropy(last.values(), class)?;
        let scores = last.values().to_vec();
        let mut slope = Signal::of(last.shape(), slopes);
        let mut by_layers = Vec::with_capacity(self.layers.len());
        for (number, layer) in self.layers.iter().enumerate().rev() {
            let (of_input, of_parameters) =
                layer.backward(&values[number], &values[number + 1], &slope);
            slope = of_input;
            by_layers.push(of_parameters);
        }
        by_layers.reverse();
        Ok(Gradient {
            loss,
            scores,
            by_parameters: by_layers.concat(),
        })
    }
}

/// −ln p_class and its derivatives p − 1_class.
fn cross_entropy(scores: &[f64], class: usize) -> Result<(f64, Vec<f64>), Refusal> {
    if class >= scores.len() {
        return Err(Refusal::Shape {
            found: vec![scores.len()],
            needed: vec![class + 1],
        });
    }
    let largest = scores
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, super::pooling::larger);
    let total: f64 = scores.iter().map(|score| (score - largest).exp()).sum();
    let probability = |score: &f64| (score - largest).exp() / total;
    let mut slopes: Vec<f64> = scores.iter().map(probability).collect();
    slopes[class] -= 1.0;
    Ok((total.ln() + largest - scores[class], slopes))
}
