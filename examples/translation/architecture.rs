//! The networks that are compared.

use std::error::Error;

use equivariant::signal::network::{ConvolutionLayer, DenseLayer, Layer, Network};
use equivariant::signal::{
    AdaptivePolyphaseSampling, Boundary, GlobalPooling, MaxPooling, Rectifier, Strided,
};
use rand::RngExt;
use rand::rngs::StdRng;

use crate::glyphs::{CLASSES, SIDE};

/// How many channels the first and the second convolution have.
const CHANNELS: [usize; 2] = [6, 10];

/// The kind of a network.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Architecture {
    /// A convolution, pooling, a dense layer on all cells.
    Shallow,
    /// Two convolutions with pooling, a dense layer on all cells.
    Deep,
    /// Two convolutions around the image with pooling, the mean over all cells.
    GlobalMean,
    /// The same with adaptive polyphase sampling instead of pooling.
    Polyphase,
}

impl Architecture {
    pub(crate) const ALL: [Architecture; 4] = [
        Architecture::Shallow,
        Architecture::Deep,
        Architecture::GlobalMean,
        Architecture::Polyphase,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Architecture::Shallow => "convolution, dense",
            Architecture::Deep => "2 convolutions, dense",
            Architecture::GlobalMean => "2 convolutions, global mean",
            Architecture::Polyphase => "2 convolutions, polyphase, global mean",
        }
    }

    /// A network of this kind with random weights.
    pub(crate) fn network(self, random: &mut StdRng) -> Result<Network, Box<dyn Error>> {
        let [first, second] = CHANNELS;
        let border = match self {
            Architecture::Shallow | Architecture::Deep => Boundary::Zero,
            Architecture::GlobalMean | Architecture::Polyphase => Boundary::Around,
        };
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let mut inputs = 1;
        for outputs in [first, second] {
            if self == Architecture::Shallow && outputs == second {
                break;
            }
            let mut weight = weights(random, 9 * inputs);
            layers.push(Box::new(ConvolutionLayer::new(
                [outputs, inputs],
                3,
                border,
                &mut weight,
            )?));
            layers.push(Box::new(Rectifier));
            layers.push(match self {
                Architecture::Polyphase => Box::new(AdaptivePolyphaseSampling::new([2, 2])?),
                _ => Box::new(Strided::new(MaxPooling::new([2, 2])?, [2, 2])?),
            });
            inputs = outputs;
        }
        let numbers = match self {
            Architecture::Shallow => first * (SIDE / 2) * (SIDE / 2),
            Architecture::Deep => second * (SIDE / 4) * (SIDE / 4),
            Architecture::GlobalMean | Architecture::Polyphase => {
                layers.push(Box::new(GlobalPooling::Mean));
                second
            }
        };
        let mut weight = weights(random, numbers);
        layers.push(Box::new(DenseLayer::new([CLASSES, numbers], &mut weight)));
        Ok(Network::new(layers))
    }
}

/// Weights for sums of so many products, such that sizes neither grow nor shrink through rectifiers (He et al. 2015).
fn weights(random: &mut StdRng, inputs: usize) -> impl FnMut() -> f64 + '_ {
    let reach = (6.0 / inputs as f64).sqrt();
    move || random.random_range(-reach..reach)
}
