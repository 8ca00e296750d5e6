//! What is read from a signal: places, spectra, numbers.

use super::measured::{Measured, error, shifts, signals};
use super::{Row, Strength};
use crate::groups::{Cyclic, Dihedral, DihedralElement, Lattice, Permutation, PositiveReals};
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::{Complexes, Points, Reals};
use crate::signal::{
    Argmax, Autocorrelation, Bispectrum, CentreOfMass, CircularMean, FiniteSupport, Fourier,
    GlobalPooling, Histogram, Maximisers, PhaseCorrelation, PowerSpectrum, Signal, Signals,
    embedding,
};
use nalgebra::{Point1, SVector};

/// How many cells the signals have.
const N: usize = 16;

fn line() -> Signals<Reals, 1> {
    Signals::default()
}

pub(super) fn rows() -> Vec<Measured> {
    vec![
        global_pooling(),
        global_mean(),
        histogram(),
        argmax(),
        maximisers(),
        centre_of_mass(),
        circular_mean(),
        fourier(),
        power_spectrum(),
        autocorrelation(),
        bispectrum(),
        phase_correlation(),
    ]
}

/// Permutations of 16 cells: two exchanged, and all in a cycle of unequal steps.
fn permutations() -> Option<Vec<Permutation>> {
    let exchanged = Permutation::from_cycles(N, &[&[0, 5]]).ok()?;
    let mixed = Permutation::from_cycles(N, &[&[0, 3, 7, 2, 11], &[1, 15]]).ok()?;
    Some(vec![exchanged, mixed])
}

/// The error of invariance under multiplication of the values by 3.
fn error_of_scaling<Y: Set>(codomain: Y, f: impl Fn(&Signal<f64, 1>) -> Y::Element) -> f64 {
    let map = EquivariantMap::invariant(PositiveReals::default(), line(), codomain, f);
    error(&map, &[3.0], &signals(N))
}

fn global_pooling() -> Measured {
    let pooling = GlobalPooling::Maximum;
    let map = pooling.invariant_under_permutations([N]);
    let largest = |x: &Signal<f64, 1>| pooling.apply(x).unwrap_or(f64::NAN);
    Some(Row {
        map: "largest value",
        group: "permutations of the cells",
        along: "invariant",
        strength: Strength::of(error(&map, &permutations()?, &signals(N))),
        beyond: "ℝ₊ on the values, invariant",
        strength_beyond: Strength::of(error_of_scaling(Reals::default(), largest)),
    })
}

fn global_mean() -> Measured {
    let pooling = GlobalPooling::Mean;
    let map = pooling.invariant_under_permutations([N]);
    let mean = |x: &Signal<f64, 1>| pooling.apply(x).unwrap_or(f64::NAN);
    Some(Row {
        map: "mean value",
        group: "permutations of the cells",
        along: "invariant",
        strength: Strength::of(error(&map, &permutations()?, &signals(N))),
        beyond: "ℝ₊ on the values, invariant",
        strength_beyond: Strength::of(error_of_scaling(Reals::default(), mean)),
    })
}

fn histogram() -> Measured {
    let histogram = Histogram::new(vec![-10.0, -0.5, 0.0, 0.5, 10.0]).ok()?;
    let first = |x: &Signal<f64, 1>| {
        histogram
            .apply(x)
            .map_or(f64::NAN, |counts| counts[0] as f64 + 1.0)
    };
    let scaled = error_of_scaling(Reals::default(), first);
    let map = histogram.invariant([N]);
    Some(Row {
        map: "histogram",
        group: "permutations of the cells",
        along: "invariant",
        strength: Strength::of(error(&map, &permutations()?, &signals(N))),
        beyond: "ℝ₊ on the values, invariant",
        strength_beyond: Strength::of(scaled),
    })
}

fn argmax() -> Measured {
    let first = EquivariantMap::along(
        embedding::<1>(),
        line(),
        Points::<1>::default(),
        |x: &Signal<f64, 1>| {
            let largest = x.values().iter().copied().fold(f64::MIN, f64::max);
            let place = x.values().iter().position(|value| *value == largest);
            Point1::new(place.unwrap_or(0) as f64)
        },
    );
    Some(Row {
        map: "place of the largest value, if it is one",
        group: "ℤ",
        along: "k ↦ k around the grid",
        strength: Strength::of(error(&Argmax.equivariant(), &shifts(), &signals(N))),
        beyond: "the first of several largest values",
        strength_beyond: Strength::of(error(&first, &shifts(), &signals(N))),
    })
}

fn maximisers() -> Measured {
    let map = Maximisers.equivariant::<1>();
    let negated = EquivariantMap::invariant(
        crate::groups::NonzeroReals::default(),
        line(),
        Signals::<crate::signal::Booleans, 1>::default(),
        |x: &Signal<f64, 1>| Maximisers.apply(x),
    );
    Some(Row {
        map: "all places of the largest value",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&map, &shifts(), &signals(N))),
        beyond: "negation of the values",
        strength_beyond: Strength::of(error(&negated, &[-1.0], &signals(N))),
    })
}

fn centre_of_mass() -> Measured {
    let supports: Vec<_> = signals(N)
        .into_iter()
        .map(|x| FiniteSupport::new([-3], x.map(|value| value.abs())))
        .collect();
    let around = EquivariantMap::along(
        embedding::<1>(),
        line(),
        Points::<1>::default(),
        |x: &Signal<f64, 1>| {
            let mass: f64 = x.values().iter().sum();
            let moment = x
                .values()
                .iter()
                .enumerate()
                .map(|(i, value)| i as f64 * value);
            Point1::new(moment.sum::<f64>() / mass)
        },
    );
    let positive: Vec<_> = signals(N)
        .iter()
        .map(|x| x.map(|value| value.abs()))
        .collect();
    Some(Row {
        map: "centre of mass, finite support",
        group: "ℤ",
        along: "k ↦ translation of ℝ",
        strength: Strength::of(error(&CentreOfMass.equivariant(), &shifts(), &supports)),
        beyond: "ℤ around a grid",
        strength_beyond: Strength::of(error(&around, &shifts(), &positive)),
    })
}

fn circular_mean() -> Measured {
    let group = Cyclic::new(N as u64).ok()?;
    let map = CircularMean.equivariant(group);
    let still = EquivariantMap::invariant(
        Lattice::<1>,
        line(),
        crate::sets::Circle::<f64>::default(),
        |x: &Signal<f64, 1>| CircularMean.apply(x).unwrap_or(0.0),
    );
    Some(Row {
        map: "circular mean",
        group: "ℤ/n",
        along: "k ↦ turn by 2πk/n",
        strength: Strength::of(error(&map, &[1, 5, 15], &signals(N))),
        beyond: "ℤ, invariant",
        strength_beyond: Strength::of(error(&still, &shifts(), &signals(N))),
    })
}

fn fourier() -> Measured {
    let still = EquivariantMap::invariant(
        Lattice::<1>,
        line(),
        Signals::<Complexes, 1>::default(),
        |x: &Signal<f64, 1>| Fourier.apply(x),
    );
    Some(Row {
        map: "Fourier transform",
        group: "ℤ",
        along: "k ↦ phases exp(−2πi m k/n)",
        strength: Strength::of(error(&Fourier.equivariant(), &shifts(), &signals(N))),
        beyond: "ℤ, invariant",
        strength_beyond: Strength::of(error(&still, &shifts(), &signals(N))),
    })
}

/// The errors of invariance under reflections and under permutations.
fn beyond_reflections(f: impl Fn(&Signal<f64, 1>) -> Signal<f64, 1>) -> Option<[f64; 2]> {
    let of_length = line().of_shape([N]);
    let group = Dihedral::new(N as u64).ok()?;
    let dihedral = EquivariantMap::invariant(group, of_length, line(), &f);
    let symmetric = crate::groups::Symmetric::new(N);
    let permuted = EquivariantMap::invariant(symmetric, of_length, line(), &f);
    let elements = [
        DihedralElement::turn(3),
        DihedralElement::reflection(0),
        DihedralElement::reflection(5),
    ];
    Some([
        error(&dihedral, &elements, &signals(N)),
        error(&permuted, &permutations()?, &signals(N)),
    ])
}

fn power_spectrum() -> Measured {
    let [reflected, permuted] = beyond_reflections(|x| PowerSpectrum.apply(x))?;
    Some(Row {
        map: "power spectrum",
        group: "ℤ and reflections",
        along: "invariant",
        strength: Strength::of(reflected),
        beyond: "permutations of the cells",
        strength_beyond: Strength::of(permuted),
    })
}

fn autocorrelation() -> Measured {
    let [reflected, permuted] = beyond_reflections(|x| Autocorrelation.apply(x))?;
    Some(Row {
        map: "autocorrelation",
        group: "ℤ and reflections",
        along: "invariant",
        strength: Strength::of(reflected),
        beyond: "permutations of the cells",
        strength_beyond: Strength::of(permuted),
    })
}

fn bispectrum() -> Measured {
    let imaginary = |x: &Signal<f64, 1>| {
        let values = Bispectrum.apply(x).into_values();
        Signal::from(values.iter().map(|value| value.im).collect::<Vec<_>>())
    };
    let [reflected, _] = beyond_reflections(imaginary)?;
    Some(Row {
        map: "bispectrum",
        group: "ℤ",
        along: "invariant",
        strength: Strength::of(error(&Bispectrum.invariant(), &shifts(), &signals(N))),
        beyond: "reflections: they conjugate it",
        strength_beyond: Strength::of(reflected),
    })
}

fn phase_correlation() -> Measured {
    let map = PhaseCorrelation.equivariant([N]);
    let noise = signals(N).swap_remove(0);
    let box_of = signals(N).swap_remove(2);
    let pairs = [(noise.clone(), noise.shifted([3])), (noise.clone(), box_of)];
    let elements = [
        (SVector::from([1]), SVector::from([0])),
        (SVector::from([0]), SVector::from([5])),
        (SVector::from([-2]), SVector::from([7])),
    ];
    let still = EquivariantMap::invariant(
        Lattice::<1>,
        line(),
        Reals::default(),
        |x: &Signal<f64, 1>| {
            PhaseCorrelation
                .apply(&noise, x)
                .map_or(0.0, |shift| shift[0])
        },
    );
    Some(Row {
        map: "phase correlation",
        group: "ℤ × ℤ",
        along: "(a, b) ↦ b − a",
        strength: Strength::of(error(&map, &elements, &pairs)),
        beyond: "invariant",
        strength_beyond: Strength::of(error(&still, &shifts(), std::slice::from_ref(&noise))),
    })
}
