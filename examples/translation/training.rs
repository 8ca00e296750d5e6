//! Training by gradient descent, and what a trained network says.

use std::error::Error;

use equivariant::signal::network::Network;
use equivariant::signal::{Image, Refusal, Signal};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::architecture::Architecture;
use crate::glyphs::{CLASSES, Picture, SIDE, glyph};

/// How often each image is seen.
pub(crate) const EPOCHS: u64 = 40;
/// How many images there are to learn from, and to test.
const IMAGES: usize = 400;
/// How far glyphs are moved, along both axes.
const FAR: i64 = 4;
/// The step of the descent, and how much of the step before is kept.
const RATE: f64 = 0.01;
const MOMENTUM: f64 = 0.9;
/// How many images a step looks at.
const BATCH: usize = 10;

/// Images and their classes.
pub(crate) struct Data(Vec<(Picture, Image<f64>, usize)>);

impl Data {
    fn new(moved: bool, random: &mut StdRng) -> Self {
        let example = |i: usize| {
            let far = if moved { FAR } else { 0 };
            let by = [0, 1].map(|_| random.random_range(-far..=far));
            let class = i % CLASSES;
            let picture = glyph(class, by, random);
            let image = Image::from_fn([SIDE, SIDE], |[row, column]| {
                picture.values()[row * SIDE + column]
            });
            (picture, image, class)
        };
        Data((0..IMAGES).map(example).collect())
    }

    pub(crate) fn training(moved: bool, seed: u64) -> Self {
        Self::new(moved, &mut StdRng::seed_from_u64(seed))
    }

    /// Other images than those of the training.
    pub(crate) fn test(moved: bool, seed: u64) -> Self {
        Self::new(moved, &mut StdRng::seed_from_u64(1000 + seed))
    }

    pub(crate) fn images(&self) -> impl Iterator<Item = &Image<f64>> {
        self.0.iter().map(|(_, image, _)| image)
    }
}

/// A network that has learnt from these images; `epoch` is called after each pass over them.
pub(crate) fn train(
    architecture: Architecture,
    data: &Data,
    seed: u64,
    mut epoch: impl FnMut(),
) -> Result<Network, Box<dyn Error>> {
    let mut random = StdRng::seed_from_u64(500 + seed);
    let mut network = architecture.network(&mut random)?;
    let mut velocity = vec![0.0; network.parameters().count()];
    let mut order: Vec<usize> = (0..data.0.len()).collect();
    for _ in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            order.swap(i, random.random_range(0..=i));
        }
        for batch in order.chunks(BATCH) {
            let mut sum = vec![0.0; velocity.len()];
            for &i in batch {
                let (picture, _, class) = &data.0[i];
                let gradient = network.gradient(picture, *class)?;
                for (sum, derivative) in sum.iter_mut().zip(&gradient.by_parameters) {
                    *sum += derivative / batch.len() as f64;
                }
            }
            for ((parameter, velocity), slope) in
                network.parameters_mut().zip(&mut velocity).zip(&sum)
            {
                *velocity = MOMENTUM * *velocity - RATE * slope;
                *parameter += *velocity;
            }
        }
        epoch();
    }
    Ok(network)
}

/// The scores of all classes.
pub(crate) fn scores(network: &Network, x: &Image<f64>) -> Vec<f64> {
    let picture = Signal::new([1, SIDE, SIDE], x.values().to_vec());
    picture
        .ok()
        .and_then(|picture| network.apply(&picture).ok())
        .map(Signal::into_values)
        .unwrap_or_default()
}

/// The class with the largest score.
pub(crate) fn class(network: &Network, x: &Image<f64>) -> Option<usize> {
    let scores = scores(network, x);
    let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    best.map(|(class, _)| class)
}

/// The part of the images whose class is found.
pub(crate) fn right(network: &Network, data: &Data) -> Result<f64, Refusal> {
    let hits = data
        .0
        .iter()
        .filter(|(_, image, known)| class(network, image) == Some(*known));
    Ok(hits.count() as f64 / data.0.len() as f64)
}
