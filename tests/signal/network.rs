//! Networks: their gradient against differences, and what they are invariant under.

use equivariant::Check;
use equivariant::signal::network::{ConvolutionLayer, DenseLayer, Layer, Network};
use equivariant::signal::{
    AdaptivePolyphaseSampling, AveragePooling, BinomialBlur, Boundary, GlobalPooling, MaxPooling,
    Rectifier, Refusal, Signal, Strided, Subsampling,
};

/// Numbers between −1 and 1 of all sorts.
fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }
}

fn picture(shape: [usize; 3], seed: u64) -> Signal<f64, 3> {
    let mut next = random(seed);
    Signal::from_fn(shape, |_| next())
}

/// The derivative of Σ s y along x and along the parameters, against differences.
fn has_the_derivative(layer: &mut dyn Layer, x: &Signal<f64, 3>) {
    let y = layer.apply(x).unwrap();
    let slope = picture(y.shape(), 5);
    let total = |y: &Signal<f64, 3>| -> f64 {
        y.values()
            .iter()
            .zip(slope.values())
            .map(|(y, s)| y * s)
            .sum()
    };
    let (by_x, by_parameters) = layer.backward(x, &y, &slope);
    assert_eq!(by_x.shape(), x.shape());
    assert_eq!(by_parameters.len(), layer.parameters().len());
    let step = 1e-5;
    for i in 0..x.len() {
        let at = |h: f64| {
            let mut moved = x.clone();
            moved.values_mut()[i] += h;
            total(&layer.apply(&moved).unwrap())
        };
        let difference = (at(step) - at(-step)) / (2.0 * step);
        assert!(
            (difference - by_x.values()[i]).abs() < 1e-6,
            "{layer:?}: {difference} {}",
            by_x.values()[i]
        );
    }
    for (i, derivative) in by_parameters.iter().enumerate() {
        let mut at = |h: f64| {
            layer.parameters_mut()[i] += h;
            let value = total(&layer.apply(x).unwrap());
            layer.parameters_mut()[i] -= h;
            value
        };
        let difference = (at(step) - at(-step)) / (2.0 * step);
        assert!(
            (difference - derivative).abs() < 1e-6,
            "{i}: {difference} {derivative}"
        );
    }
}

#[test]
fn every_layer_has_its_derivative() {
    let mut next = random(1);
    for shape in [[2, 4, 6], [2, 6, 4], [2, 5, 5], [2, 1, 3]] {
        let x = picture(shape, 3);
        for border in [
            Boundary::Around,
            Boundary::Zero,
            Boundary::Symmetric,
            Boundary::Reflect,
            Boundary::Nearest,
        ] {
            for side in [1, 3, 5] {
                has_the_derivative(
                    &mut ConvolutionLayer::new([3, 2], side, border, &mut next).unwrap(),
                    &x,
                );
            }
        }
        has_the_derivative(&mut Rectifier, &x);
        for pooling in [
            GlobalPooling::Maximum,
            GlobalPooling::Mean,
            GlobalPooling::Norm,
        ] {
            has_the_derivative(&mut { pooling }, &x);
        }
        has_the_derivative(
            &mut Strided::new(MaxPooling::new([2, 2]).unwrap(), [2, 2]).unwrap(),
            &x,
        );
        has_the_derivative(
            &mut Strided::new(MaxPooling::new([3, 3]).unwrap(), [1, 2]).unwrap(),
            &x,
        );
        has_the_derivative(
            &mut Strided::new(AveragePooling::new([2, 3]).unwrap(), [2, 2]).unwrap(),
            &x,
        );
        has_the_derivative(&mut Strided::new(BinomialBlur::new(2), [2, 2]).unwrap(), &x);
        has_the_derivative(&mut Strided::new(BinomialBlur::new(3), [1, 1]).unwrap(), &x);
        has_the_derivative(&mut Strided::new(Subsampling, [2, 2]).unwrap(), &x);
        has_the_derivative(&mut AdaptivePolyphaseSampling::new([2, 2]).unwrap(), &x);
        has_the_derivative(&mut DenseLayer::new([4, x.len()], &mut next), &x);
    }
}

#[test]
fn convolution_is_the_sum_of_its_definition() {
    for (border, shape, side) in [
        (Boundary::Around, [2, 4, 5], 3),
        (Boundary::Zero, [2, 4, 5], 3),
        (Boundary::Around, [2, 2, 1], 5),
        (Boundary::Zero, [2, 2, 1], 5),
        (Boundary::Symmetric, [2, 4, 5], 3),
        (Boundary::Reflect, [2, 2, 1], 5),
        (Boundary::Nearest, [2, 2, 3], 5),
    ] {
        let mut layer = ConvolutionLayer::new([3, 2], side, border, random(2)).unwrap();
        let count = layer.parameters().len();
        layer.parameters_mut()[count - 1] = 0.5; // the bias of the last channel
        let x = picture(shape, 4);
        let y = layer.apply(&x).unwrap();
        for [o, r, c] in y.positions() {
            let mut sum = layer.parameters()[count - 3 + o];
            for (m, n) in (0..side).flat_map(|m| (0..side).map(move |n| (m, n))) {
                for i in 0..2 {
                    let weight = layer.parameters()[((m * side + n) * 3 + o) * 2 + i];
                    let u =
                        [r as i64 + m as i64, c as i64 + n as i64].map(|u| u - (side / 2) as i64);
                    let cell = border.cell(u[0], shape[1]).zip(border.cell(u[1], shape[2]));
                    let value = cell.and_then(|(row, column)| x.get([i, row, column]));
                    sum += weight * value.copied().unwrap_or(0.0);
                }
            }
            assert!((sum - y.get([o, r, c]).unwrap()).abs() < 1e-12);
        }
    }
}

/// A network of one convolution, a pooling, and scores for three classes.
fn network(border: Boundary, pooling: Box<dyn Layer>) -> Network {
    let mut next = random(7);
    Network::new(vec![
        Box::new(ConvolutionLayer::new([4, 1], 3, border, &mut next).unwrap()),
        Box::new(Rectifier),
        pooling,
        Box::new(ConvolutionLayer::new([3, 4], 3, border, &mut next).unwrap()),
        Box::new(GlobalPooling::Mean),
        Box::new(DenseLayer::new([3, 3], &mut next)),
    ])
}

#[test]
fn the_gradient_of_the_loss_is_that_of_differences() {
    let max = Box::new(Strided::new(MaxPooling::new([2, 2]).unwrap(), [2, 2]).unwrap());
    let mut network = network(Boundary::Zero, max);
    let x = picture([1, 6, 6], 8);
    let gradient = network.gradient(&x, 1).unwrap();
    assert_eq!(network.parameters().count(), gradient.by_parameters.len());
    for (i, derivative) in gradient.by_parameters.iter().enumerate() {
        let mut loss = |h: f64| {
            *network.parameters_mut().nth(i).unwrap() += h;
            let loss = network.gradient(&x, 1).unwrap().loss;
            *network.parameters_mut().nth(i).unwrap() -= h;
            loss
        };
        let difference = (loss(1e-5) - loss(-1e-5)) / 2e-5;
        assert!(
            (difference - derivative).abs() < 1e-7,
            "{difference} {derivative}"
        );
    }
    assert!(matches!(
        network.gradient(&x, 3),
        Err(Refusal::Shape { .. })
    ));
    assert!(matches!(
        network.apply(&picture([2, 6, 6], 1)),
        Err(Refusal::Shape { .. })
    ));
}

#[test]
fn descent_along_the_gradient_learns() {
    let pooling = Box::new(AdaptivePolyphaseSampling::new([2, 2]).unwrap());
    let mut network = network(Boundary::Around, pooling);
    // bars along the rows, along the columns, and points
    let glyph = |class: usize, place: usize| {
        Signal::from_fn([1, 8, 8], |[_, row, column]| match class {
            0 => f64::from(row == place),
            1 => f64::from(column == place),
            _ => f64::from((row + column) % 8 == place) * 0.9,
        })
    };
    let loss = |network: &Network| -> f64 {
        (0..3)
            .map(|class| network.gradient(&glyph(class, 2), class).unwrap().loss)
            .sum()
    };
    let before = loss(&network);
    for step in 0..300 {
        let class = step % 3;
        let gradient = network.gradient(&glyph(class, step % 8), class).unwrap();
        for (parameter, slope) in network.parameters_mut().zip(gradient.by_parameters) {
            *parameter -= 0.2 * slope;
        }
    }
    assert!(loss(&network) < 0.5 * before, "{before} {}", loss(&network));
}

#[test]
fn only_what_is_built_of_equivariant_layers_is_invariant() {
    let polyphase =
        || -> Box<dyn Layer> { Box::new(AdaptivePolyphaseSampling::new([2, 2]).unwrap()) };
    let strided = || -> Box<dyn Layer> {
        Box::new(Strided::new(MaxPooling::new([2, 2]).unwrap(), [2, 2]).unwrap())
    };
    let invariant = |network: Network, seed: u64| {
        let check = Check::default().cases(48).seed(seed);
        check.equivariant(&network.invariant([2, 2]))
    };
    for seed in 0..4 {
        invariant(network(Boundary::Around, polyphase()), seed).unwrap();
        invariant(network(Boundary::Zero, polyphase()), seed).unwrap_err();
        invariant(network(Boundary::Around, strided()), seed).unwrap_err();
    }
}
