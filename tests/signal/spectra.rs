//! Spectra and what is made of them: invariants, their completeness, phase correlation.

use equivariant::groups::Dihedral;
use equivariant::sets::Reals;
use equivariant::signal::{
    Autocorrelation, Bispectrum, Image, PhaseCorrelation, PowerSpectrum, Refusal, Signal, Signals,
};
use equivariant::{Check, EquivariantMap, Set};

use super::check::holds;

type Line = Signals<Reals, 1>;

fn distance(x: &Signal<f64, 1>, y: &Signal<f64, 1>) -> f64 {
    Line::default().distance(x, y)
}

/// The distance of the nearest shift of x to y.
fn distance_of_orbits(x: &Signal<f64, 1>, y: &Signal<f64, 1>) -> f64 {
    let shifts = (0..x.len() as i64).map(|k| distance(&x.shifted([k]), y));
    shifts.fold(f64::INFINITY, f64::min)
}

#[test]
fn they_are_invariant() {
    holds(&PowerSpectrum.invariant::<1>());
    holds(&PowerSpectrum.invariant::<2>());
    holds(&Autocorrelation.invariant::<1>());
    holds(&Autocorrelation.invariant::<2>());
    holds(&Bispectrum.invariant());
}

#[test]
fn autocorrelations_are_sums_of_products() {
    for n in [1, 2, 5, 8, 13] {
        let x: Signal<f64, 1> = (0..n)
            .map(|i| f64::from(i * i % 7 - 3))
            .collect::<Vec<_>>()
            .into();
        let r = Autocorrelation.apply(&x);
        for k in 0..x.len() {
            let terms = (0..x.len()).map(|i| x.values()[i] * x.values()[(i + k) % x.len()]);
            assert!((r.values()[k] - terms.sum::<f64>()).abs() < 1e-12);
        }
    }
}

#[test]
fn reflections_keep_power_and_autocorrelation_and_not_the_bispectrum() {
    for n in [5, 6] {
        let (group, line) = (
            Dihedral::new(n).unwrap(),
            Line::default().of_shape([n as usize]),
        );
        let power = |x: &Signal<f64, 1>| PowerSpectrum.apply(x);
        holds(&EquivariantMap::invariant(
            group,
            line,
            Line::default(),
            power,
        ));
        let real_and_imaginary = |x: &Signal<f64, 1>| {
            let both = Bispectrum.apply(x).into_values();
            both.iter()
                .flat_map(|b| [b.re, b.im])
                .collect::<Vec<_>>()
                .into()
        };
        let map = EquivariantMap::invariant(group, line, Line::default(), real_and_imaginary);
        assert!(Check::default().equivariant(&map).is_err());
    }
}

/// Two signals with one autocorrelation that are neither shifts nor reflections of each other: a ∗ b and a ∗ b
/// reflected.
#[test]
fn the_power_spectrum_is_not_complete() {
    let factor = |a: &[f64], b: &[f64]| {
        let mut product = vec![0.0; 8];
        for (i, a) in a.iter().enumerate() {
            for (j, b) in b.iter().enumerate() {
                product[(i + j) % 8] += a * b;
            }
        }
        Signal::from(product)
    };
    let x = factor(&[1.0, 3.0, 7.0], &[2.0, 1.0, 0.0, -1.0]);
    let y = factor(&[1.0, 3.0, 7.0], &[-1.0, 0.0, 1.0, 2.0]);
    let reflected = Signal::from(y.values().iter().rev().copied().collect::<Vec<_>>());
    assert!(distance(&Autocorrelation.apply(&x), &Autocorrelation.apply(&y)) < 1e-12);
    assert!(distance_of_orbits(&x, &y) > 1.0 && distance_of_orbits(&x, &reflected) > 1.0);
    // the bispectrum tells them apart
    let gap = Bispectrum
        .apply(&x)
        .values()
        .iter()
        .zip(Bispectrum.apply(&y).values())
        .map(|(x, y)| (x - y).norm())
        .fold(0.0, f64::max);
    assert!(gap > 1.0);
}

#[test]
fn signals_come_back_from_their_bispectrum_up_to_a_shift() {
    for n in [1, 2, 3, 4, 5, 8, 16, 31, 64] {
        for sign in [1.0, -1.0] {
            let values = (0..n).map(|i| {
                sign * (f64::from((i * i * 5 + 3 * i) % 17) + if i == 0 { 40.0 } else { 0.0 })
            });
            let x: Signal<f64, 1> = values.collect::<Vec<_>>().into();
            let back = Bispectrum.signal(&Bispectrum.apply(&x)).unwrap();
            let error = distance_of_orbits(&x, &back);
            assert!(error < 1e-11, "{n}: {error:e}");
            // and it is the same for all of the orbit
            let of_shifted = Bispectrum
                .signal(&Bispectrum.apply(&x.shifted([1])))
                .unwrap();
            assert!(distance(&back, &of_shifted) < 1e-11, "{n}");
        }
    }
}

#[test]
fn what_has_no_answer_is_refused() {
    let constant = Signal::from(vec![1.0; 4]);
    let refused = Bispectrum.signal(&Bispectrum.apply(&constant));
    assert_eq!(
        refused,
        Err(Refusal::Degenerate("a Fourier coefficient is 0"))
    );
    let not_square = Image::new([1, 2], vec![nalgebra::Complex::from(1.0); 2]).unwrap();
    assert!(matches!(
        Bispectrum.signal(&not_square),
        Err(Refusal::Shape { .. })
    ));
    assert!(matches!(
        PhaseCorrelation.apply(&constant, &constant),
        Err(Refusal::Degenerate(_))
    ));
    let nan = Signal::from(vec![1.0, f64::NAN]);
    let refused = PhaseCorrelation.apply(&nan, &nan).unwrap_err();
    assert!(refused.to_string().contains("[1]"), "{refused}");
    let empty = Signal::from(Vec::new());
    assert_eq!(PhaseCorrelation.apply(&empty, &empty), Err(Refusal::Empty));
    assert_eq!(
        Bispectrum.signal(&Bispectrum.apply(&empty)),
        Err(Refusal::Empty)
    );
}

#[test]
fn phase_correlation_is_equivariant_in_both_arguments() {
    for n in [2, 5, 8] {
        holds(&PhaseCorrelation.equivariant([n]));
    }
    holds(&PhaseCorrelation.equivariant([4, 5]));
    holds(&PhaseCorrelation.equivariant([7, 3]));
}

/// A smooth signal, moved by any real number.
fn wave(n: usize, by: f64) -> Signal<f64, 1> {
    let at = |i: f64, m: f64| (std::f64::consts::TAU * m * (i - by) / n as f64 + m * m).cos() / m;
    (0..n)
        .map(|i| (1..=4).map(|m| at(i as f64, f64::from(m))).sum())
        .collect::<Vec<f64>>()
        .into()
}

#[test]
fn it_finds_shifts_between_the_cells() {
    for n in [9, 16, 31] {
        for by in [0.0, 0.25, 1.0, -2.375, 3.9] {
            let s = PhaseCorrelation.apply(&wave(n, 0.0), &wave(n, by)).unwrap();
            assert!((s[0] - by).abs() < 1e-9, "{n} {by}: {s}");
        }
    }
}

#[test]
fn a_shift_found_the_wrong_way_round_is_refused() {
    let right = PhaseCorrelation.equivariant([8]);
    let wrong = EquivariantMap::new(
        *right.group(),
        right.domain(),
        right.codomain(),
        |(x, y): &(_, _)| PhaseCorrelation.apply(y, x),
    );
    assert!(Check::default().equivariant(&wrong).is_err());
}
