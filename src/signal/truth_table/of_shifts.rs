//! Filters, pooling and sampling along a line.

use super::measured::{Measured, error, error_of_any_shift, multiples, noise, shifts, signals};
use super::{Row, Strength};
use crate::action::Equipped;
use crate::groups::{Dihedral, DihedralElement, Lattice, NonzeroReals, Translations};
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{
    AdaptivePolyphaseSampling, AveragePooling, BinomialBlur, Boundary, Convolution, FourierShift,
    FullyConnected, GlobalPooling, Kernel, MaxPooling, Rectifier, Signal, Signals, Strided,
    Subsampling, Window,
};
use nalgebra::{DMatrix, SVector, Translation1};

/// How many cells the signals have.
const N: usize = 16;

fn line() -> Signals<Reals, 1> {
    Signals::default()
}

pub(super) fn rows() -> Vec<Measured> {
    vec![
        convolution(),
        symmetric_convolution(),
        padded_convolution(),
        rectifier(),
        rectifier_between_cells(),
        subsampling(),
        pooling(),
        average_pooling(),
        blurred_pooling(),
        dense_pooling(),
        polyphase_sampling(),
        polyphase_sampling_and_mean(),
        fully_connected(),
        circulant(),
    ]
}

/// The error of a filter under reflections, i ↦ k − i.
fn error_of_reflections(filter: impl Fn(&Signal<f64, 1>) -> Signal<f64, 1>) -> Option<f64> {
    let group = Dihedral::new(N as u64).ok()?;
    let of_length = line().of_shape([N]);
    let map = EquivariantMap::new(group, of_length, of_length, filter);
    let reflections = [0, 5].map(DihedralElement::reflection);
    Some(error(&map, &reflections, &signals(N)))
}

fn convolution() -> Measured {
    let kernel = Kernel::new([5], noise(5, 7).collect()).ok()?;
    let convolution = Convolution::new(kernel);
    let reflected = error_of_reflections(|x| convolution.apply(x))?;
    Some(Row {
        map: "convolution",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&convolution.equivariant(), &shifts(), &signals(N))),
        beyond: "reflections",
        strength_beyond: Strength::of(reflected),
    })
}

fn symmetric_convolution() -> Measured {
    let convolution = Convolution::new(Kernel::new([3], vec![1.0, 4.0, 1.0]).ok()?);
    let reflected = error_of_reflections(|x| convolution.apply(x))?;
    let with_zeros = EquivariantMap::new(Lattice::<1>, line(), line(), |x: &Signal<f64, 1>| {
        Boundary::Zero.convolve(&convolution, x)
    });
    let padded = error(&with_zeros, &[SVector::from([1])], &signals(N));
    Some(Row {
        map: "convolution, symmetric kernel",
        group: "ℤ and reflections",
        along: "g ↦ g",
        strength: Strength::of(reflected),
        beyond: "ℤ, with zeros beyond the ends",
        strength_beyond: Strength::of(padded),
    })
}

/// Shifts that keep inside what is not 0, with as much room as the kernel needs.
fn padded_convolution() -> Measured {
    let convolution = Convolution::new(Kernel::new([3], vec![1.0, 2.0, -4.0]).ok()?);
    let map = EquivariantMap::new(Lattice::<1>, line(), line(), |x: &Signal<f64, 1>| {
        Boundary::Zero.convolve(&convolution, x)
    });
    let inside: Vec<_> = [4, 5, 6]
        .map(|first| {
            let value = |i: usize| {
                if (first..first + 5).contains(&i) {
                    i as f64
                } else {
                    0.0
                }
            };
            Signal::from((0..N).map(value).collect::<Vec<_>>())
        })
        .into();
    let pairs = inside.iter().flat_map(|x| {
        let shifts = Window::new([1]).shifts(x).into_iter();
        shifts.map(move |k| (k, x.clone()))
    });
    Some(Row {
        map: "convolution with zeros beyond the ends",
        group: "shifts that keep the support inside",
        along: "k ↦ k",
        strength: Strength::of(map.relative_errors(pairs).largest()),
        beyond: "ℤ",
        strength_beyond: Strength::of(error(&map, &shifts(), &signals(N))),
    })
}

fn rectifier() -> Measured {
    let negation = EquivariantMap::new(
        NonzeroReals::default(),
        line(),
        line(),
        |x: &Signal<f64, 1>| Rectifier.apply(x),
    );
    let both: Vec<_> = shifts().map(|k| (k, 3.0)).into();
    Some(Row {
        map: "rectifier",
        group: "ℤ × ℝ₊",
        along: "g ↦ g",
        strength: Strength::of(error(&Rectifier.equivariant(), &both, &signals(N))),
        beyond: "negation of the values",
        strength_beyond: Strength::of(error(&negation, &[-1.0], &signals(N))),
    })
}

fn rectifier_between_cells() -> Measured {
    let odd = Equipped {
        set: line(),
        action: FourierShift,
    };
    let map = EquivariantMap::new(
        Translations::<1>::default(),
        odd,
        odd,
        |x: &Signal<f64, 1>| Rectifier.apply(x),
    );
    let [whole, half] = [1.0, 0.5].map(|t| error(&map, &[Translation1::new(t)], &signals(N - 1)));
    Some(Row {
        map: "rectifier, shifts by the Fourier transform",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(whole),
        beyond: "ℝ: half a cell",
        strength_beyond: Strength::nearly(half),
    })
}

fn subsampling() -> Measured {
    let sampling = Strided::new(Subsampling, [2]).ok()?;
    Some(Row {
        map: "every second cell",
        group: "2ℤ",
        along: "k ↦ k/2",
        strength: Strength::of(error(&sampling.equivariant(), &multiples(2), &signals(N))),
        beyond: "ℤ, f(x) moved in any way",
        strength_beyond: Strength::of(error_of_any_shift(|x| sampling.apply(x), &signals(N))),
    })
}

fn pooling() -> Measured {
    let pooling = Strided::new(MaxPooling::new([2]).ok()?, [2]).ok()?;
    Some(Row {
        map: "maximum pooling, every second cell",
        group: "2ℤ",
        along: "k ↦ k/2",
        strength: Strength::of(error(&pooling.equivariant(), &multiples(2), &signals(N))),
        beyond: "ℤ, f(x) moved in any way",
        strength_beyond: Strength::of(error_of_any_shift(|x| pooling.apply(x), &signals(N))),
    })
}

fn average_pooling() -> Measured {
    let pooling = Strided::new(AveragePooling::new([2]).ok()?, [2]).ok()?;
    Some(Row {
        map: "mean pooling, every second cell",
        group: "2ℤ",
        along: "k ↦ k/2",
        strength: Strength::of(error(&pooling.equivariant(), &multiples(2), &signals(N))),
        beyond: "ℤ, f(x) moved in any way",
        strength_beyond: Strength::of(error_of_any_shift(|x| pooling.apply(x), &signals(N))),
    })
}

fn blurred_pooling() -> Measured {
    let pooling = Strided::new(BinomialBlur::new(2), [2]).ok()?;
    Some(Row {
        map: "blur and every second cell",
        group: "2ℤ",
        along: "k ↦ k/2",
        strength: Strength::of(error(&pooling.equivariant(), &multiples(2), &signals(N))),
        beyond: "ℤ, f(x) moved in any way",
        strength_beyond: Strength::nearly(error_of_any_shift(|x| pooling.apply(x), &signals(N))),
    })
}

fn dense_pooling() -> Measured {
    let pooling = MaxPooling::new([2]).ok()?;
    let reflected = error_of_reflections(|x| pooling.apply(x))?;
    Some(Row {
        map: "maximum pooling at every cell",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&pooling.equivariant(), &shifts(), &signals(N))),
        beyond: "reflections: the window of two cells has no middle one",
        strength_beyond: Strength::of(reflected),
    })
}

fn polyphase_sampling() -> Measured {
    let sampling = AdaptivePolyphaseSampling::new([2]).ok()?;
    let half = EquivariantMap::new(
        Lattice::<1>,
        line().divisible_by([2]),
        line(),
        |x: &Signal<f64, 1>| sampling.apply(x),
    );
    Some(Row {
        map: "adaptive polyphase sampling",
        group: "ℤ",
        along: "the cocycle c(k, x)",
        strength: Strength::of(error(&sampling.equivariant(), &shifts(), &signals(N))),
        beyond: "a homomorphism, k ↦ k",
        strength_beyond: Strength::of(error(&half, &shifts(), &signals(N))),
    })
}

fn polyphase_sampling_and_mean() -> Measured {
    let sampling = AdaptivePolyphaseSampling::new([2]).ok()?;
    let of = |pooled: bool| {
        EquivariantMap::invariant(
            Lattice::<1>,
            line().divisible_by([2]),
            Reals::default(),
            move |x: &Signal<f64, 1>| {
                let y = if pooled {
                    sampling.apply(x)
                } else {
                    Signal::from(x.values().iter().copied().step_by(2).collect::<Vec<_>>())
                };
                GlobalPooling::Norm.apply(&y).unwrap_or(f64::NAN)
            },
        )
    };
    Some(Row {
        map: "adaptive polyphase sampling, and the norm of it",
        group: "ℤ",
        along: "invariant",
        strength: Strength::of(error(&of(true), &shifts(), &signals(N))),
        beyond: "the same without choosing the component",
        strength_beyond: Strength::of(error(&of(false), &shifts(), &signals(N))),
    })
}

fn fully_connected() -> Measured {
    let weights = DMatrix::from_iterator(N, N, noise(N * N, 5));
    let layer = FullyConnected::new(weights);
    let none = EquivariantMap::new(Lattice::<1>, line(), line(), |x: &Signal<f64, 1>| {
        layer.apply(x).unwrap_or_else(|_| x.clone())
    });
    Some(Row {
        map: "fully connected layer",
        group: "{0}",
        along: "0 ↦ 0",
        strength: Strength::of(error(&none, &[SVector::from([0])], &signals(N))),
        beyond: "ℤ",
        strength_beyond: Strength::of(error(&none, &shifts(), &signals(N))),
    })
}

fn circulant() -> Measured {
    let weights = DMatrix::from_iterator(N, N, noise(N * N, 5));
    let mean = FullyConnected::new(weights).symmetrised().ok()?;
    let map = EquivariantMap::new(Lattice::<1>, line(), line(), |x: &Signal<f64, 1>| {
        mean.apply(x).unwrap_or_else(|_| x.clone())
    });
    let reflected = error_of_reflections(|x| mean.apply(x).unwrap_or_else(|_| x.clone()))?;
    Some(Row {
        map: "fully connected layer, mean over its shifts",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&map, &shifts(), &signals(N))),
        beyond: "reflections",
        strength_beyond: Strength::of(reflected),
    })
}
