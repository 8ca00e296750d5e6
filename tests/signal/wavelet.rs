//! Wavelet transforms: PyWavelets' values, definitions, claims, and what is refused.

use std::str::FromStr;

use equivariant::groups::{Lattice, Sublattice};
use equivariant::sets::{Partial, Reals};
use equivariant::signal::wavelet::{
    Bands, Decomposition, DiscreteWaveletTransform, NoSuchWavelet, NotOrthogonal,
    StationaryWaveletTransform, TooManyLevels, Wavelet,
};
use equivariant::signal::{Image, Refusal, Signal, Signals};
use equivariant::{Check, EquivariantMap};
use nalgebra::vector;

/// A wavelet by its name in PyWavelets.
fn wavelet(name: &str) -> Wavelet {
    let number = |prefix| name.strip_prefix(prefix).and_then(|n: &str| n.parse().ok());
    match (number("db"), number("sym")) {
        (Some(n), _) => Wavelet::daubechies(n).unwrap(),
        (_, Some(n)) => Wavelet::symlet(n).unwrap(),
        _ => panic!("{name}"),
    }
}

/// Numbers with spaces between.
pub(super) fn numbers<T: FromStr>(field: &str) -> Vec<T> {
    let parse = |number: &str| number.parse().ok().unwrap();
    field.split_whitespace().map(parse).collect()
}

/// The rows of a table beside this file.
pub(super) fn rows(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("{}/tests/signal/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(Result::unwrap).collect()
}

/// The largest difference of two lists.
pub(super) fn difference(x: &[f64], y: &[f64]) -> f64 {
    assert_eq!(x.len(), y.len());
    x.iter()
        .zip(y)
        .map(|(x, y)| (x - y).abs())
        .fold(0.0, f64::max)
}

/// All bands, the finest first and the approximation last.
fn listed<const D: usize>(y: &Decomposition<f64, D>) -> Vec<f64> {
    let bands = y.details.iter().flatten().chain([&y.approximation]);
    bands.flat_map(|band| band.values().to_vec()).collect()
}

/// The soft threshold 1/2.
fn shrunk(value: &f64) -> f64 {
    value.signum() * (value.abs() - 0.5).max(0.0)
}

pub(super) fn noise(n: usize) -> Vec<f64> {
    let mut state = 1_u64;
    let mut next = || {
        state = 48271 * state % 2_147_483_647;
        state as f64 / 2_147_483_647.0 - 0.5
    };
    (0..n).map(|_| next()).collect()
}

#[test]
fn filters_are_exact_and_those_of_pywavelets() {
    for row in rows("wavelet_filters.csv") {
        let (name, exact, peer) = (&row[0], numbers::<f64>(&row[1]), numbers::<f64>(&row[2]));
        let wavelet = wavelet(name);
        assert_eq!(difference(wavelet.low_pass(), &exact), 0.0, "{name}");
        let allowed = if name.starts_with("db") { 2e-16 } else { 4e-12 };
        assert!(difference(wavelet.low_pass(), &peer) < allowed, "{name}");
    }
}

#[test]
fn filters_are_orthogonal_and_have_vanishing_moments() {
    let daubechies = (1..=10).map(|n| (n, Wavelet::daubechies(n).unwrap()));
    let symlets = (2..=10).map(|n| (n, Wavelet::symlet(n).unwrap()));
    for (n, wavelet) in daubechies.chain(symlets) {
        let (h, g) = (wavelet.low_pass(), wavelet.high_pass());
        assert_eq!(h.len(), 2 * n);
        for shift in (0..2 * n).step_by(2) {
            let product = |x: &[f64], y: &[f64]| -> f64 {
                x.iter().zip(&y[shift..]).map(|(x, y)| x * y).sum()
            };
            let expected = if shift == 0 { 1.0 } else { 0.0 };
            assert!((product(h, h) - expected).abs() < 1e-15, "{n} {shift}");
            assert!((product(g, g) - expected).abs() < 1e-15, "{n} {shift}");
            assert!(product(h, g).abs() < 1e-15 && product(g, h).abs() < 1e-15);
        }
        for k in 0..n as i32 {
            let powers = (0..2 * n).map(|m| (m as f64 / n as f64 - 1.0).powi(k));
            let moment: f64 = g.iter().zip(powers).map(|(g, power)| g * power).sum();
            assert!(moment.abs() < 1e-14, "{n} {k}: {moment}");
        }
        assert_eq!(Wavelet::orthogonal(h.to_vec()).unwrap(), wavelet);
    }
}

#[test]
fn what_is_no_wavelet_is_refused() {
    assert!(matches!(
        Wavelet::daubechies(0),
        Err(NoSuchWavelet { order: 0, .. })
    ));
    assert!(Wavelet::daubechies(11).is_err() && Wavelet::symlet(1).is_err());
    for length in [0, 3] {
        let refused = Wavelet::orthogonal(vec![1.0; length]);
        assert_eq!(refused.unwrap_err(), NotOrthogonal::OddLength { length });
    }
    let refused = Wavelet::orthogonal(vec![f64::NAN; 4]);
    assert!(matches!(refused, Err(NotOrthogonal::Product { .. })));
    let haar = 0.5_f64.sqrt();
    let refused = Wavelet::orthogonal(vec![haar, -haar]);
    assert!(matches!(refused, Err(NotOrthogonal::Sum { .. })));
    let too_many = TooManyLevels { levels: 40 };
    assert_eq!(
        DiscreteWaveletTransform::<1>::new(Wavelet::haar(), 40),
        Err(too_many)
    );
    assert!(DiscreteWaveletTransform::<1>::new(Wavelet::haar(), 31).is_ok());
}

/// Bands and what comes back, of the row of a table.
fn transformed<const D: usize>(row: &csv::StringRecord, shape: [usize; D]) -> [Vec<f64>; 2] {
    let (wavelet, levels) = (wavelet(&row[1]), row[2].parse().unwrap());
    let x = Signal::new(shape, numbers(&row[4])).unwrap();
    let (y, back) = if &row[0] == "discrete" {
        let transform = DiscreteWaveletTransform::new(wavelet, levels).unwrap();
        let y = transform.apply(&x).unwrap();
        let back = transform.inverse(&y.clone().map_details(shrunk));
        (y, back)
    } else {
        let transform = StationaryWaveletTransform::new(wavelet, levels).unwrap();
        let y = transform.apply(&x);
        let back = transform.inverse(&y.clone().map_details(shrunk));
        (y, back)
    };
    [listed(&y), back.unwrap().into_values()]
}

#[test]
fn transforms_are_those_of_pywavelets() {
    for row in rows("wavelet_transforms.csv") {
        let [y, back] = match numbers(&row[3])[..] {
            [n] => transformed(&row, [n]),
            [height, width] => transformed(&row, [height, width]),
            _ => panic!(),
        };
        let place = format!("{} {} {} {}", &row[0], &row[1], &row[2], &row[3]);
        assert!(difference(&y, &numbers(&row[5])) < 1e-12, "{place}");
        assert!(difference(&back, &numbers(&row[6])) < 1e-12, "{place}");
    }
}

/// One stationary level by its formula, with the filters dilated by `dilation` and moved by `anchor`.
fn by_definition(x: &[f64], filter: &[f64], dilation: i64, anchor: i64) -> Vec<f64> {
    let signal: Signal<f64, 1> = x.to_vec().into();
    let half = filter.len() as i64 / 2;
    let at = |i: i64, m: i64| signal.around([i + (half - m) * dilation + anchor]).unwrap();
    let value = |i| filter.iter().zip(0..).map(|(h, m)| h * at(i, m)).sum();
    (0..x.len() as i64).map(value).collect()
}

#[test]
fn stationary_transforms_of_every_length_are_their_formula_and_come_back() {
    for n in [1, 2, 3, 5, 7, 8, 13, 31, 64] {
        for wavelet in [Wavelet::haar(), wavelet("db4"), wavelet("sym10")] {
            let transform = StationaryWaveletTransform::<1>::new(wavelet.clone(), 4).unwrap();
            let x = noise(n);
            let y = transform.apply(&x.clone().into());
            let mut low = x.clone();
            for (j, level) in y.details.iter().enumerate() {
                let high = by_definition(&low, wavelet.high_pass(), 1 << j, 0);
                low = by_definition(&low, wavelet.low_pass(), 1 << j, 0);
                assert!(difference(level[0].values(), &high) < 1e-14);
            }
            assert!(difference(y.approximation.values(), &low) < 1e-14);
            let back = transform.inverse(&y).unwrap();
            assert!(difference(back.values(), &x) < 1e-13, "{n}");
        }
    }
    for shape in [[1, 1], [1, 5], [3, 7], [4, 6]] {
        let x = Image::new(shape, noise(shape[0] * shape[1])).unwrap();
        let transform = StationaryWaveletTransform::new(wavelet("db3"), 3).unwrap();
        let back = transform.inverse(&transform.apply(&x)).unwrap();
        assert!(difference(back.values(), x.values()) < 1e-13);
    }
}

#[test]
fn transforms_in_space_come_back_and_keep_the_length() {
    let shape = [4, 8, 12];
    let x = Signal::new(shape, noise(shape.iter().product())).unwrap();
    let transform = DiscreteWaveletTransform::new(wavelet("sym4"), 2).unwrap();
    let y = transform.apply(&x).unwrap();
    assert_eq!(y.details[1].len(), 7);
    let squares = |x: &[f64]| -> f64 { x.iter().map(|x| x * x).sum() };
    assert!((squares(&listed(&y)) - squares(x.values())).abs() < 1e-12);
    let back = transform.inverse(&y).unwrap();
    assert!(difference(back.values(), x.values()) < 1e-14);
    let stationary = StationaryWaveletTransform::new(wavelet("sym4"), 2).unwrap();
    let y = stationary.apply(&x);
    let back = stationary.inverse(&y).unwrap();
    assert!(difference(back.values(), x.values()) < 1e-14);
    let claim = StationaryWaveletTransform::<3>::new(wavelet("db2"), 1).unwrap();
    Check::default()
        .cases(32)
        .seed(1)
        .equivariant(&claim.equivariant())
        .unwrap();
}

#[test]
fn every_second_value_of_the_stationary_transform_is_the_discrete_one() {
    let x: Signal<f64, 1> = noise(48).into();
    let discrete = DiscreteWaveletTransform::new(wavelet("db5"), 3).unwrap();
    let stationary = StationaryWaveletTransform::new(wavelet("db5"), 3).unwrap();
    let (y, all) = (discrete.apply(&x).unwrap(), stationary.apply(&x));
    for j in 0..3 {
        let every: Vec<f64> = all.details[j][0]
            .values()
            .iter()
            .copied()
            .step_by(2 << j)
            .collect();
        assert!(difference(y.details[j][0].values(), &every) < 1e-15);
    }
}

#[test]
fn the_claims_hold_for_every_seed() {
    let discrete = |levels| DiscreteWaveletTransform::<1>::new(wavelet("db3"), levels).unwrap();
    let images = DiscreteWaveletTransform::<2>::new(wavelet("sym4"), 2).unwrap();
    let stationary = |levels| StationaryWaveletTransform::<1>::new(wavelet("db3"), levels).unwrap();
    let of_images = StationaryWaveletTransform::<2>::new(wavelet("sym5"), 2).unwrap();
    for seed in 0..6 {
        let check = Check::default().cases(64).seed(seed);
        for levels in 0..4 {
            check.equivariant(&discrete(levels).equivariant()).unwrap();
            check
                .equivariant(&stationary(levels).equivariant())
                .unwrap();
        }
        check.equivariant(&images.equivariant()).unwrap();
        check.equivariant(&of_images.equivariant()).unwrap();
    }
}

#[test]
fn the_stationary_transform_moves_to_the_last_bit() {
    let transform = StationaryWaveletTransform::<1>::new(wavelet("db4"), 3).unwrap();
    let x: Signal<f64, 1> = noise(101).into();
    let y = transform.apply(&x);
    for k in 0..101 {
        let moved = transform.apply(&x.shifted([k]));
        for (level, before) in moved.details.iter().zip(&y.details) {
            assert_eq!(level[0], before[0].shifted([k]));
        }
        assert_eq!(moved.approximation, y.approximation.shifted([k]));
    }
}

#[test]
fn a_discrete_transform_is_not_equivariant_to_smaller_steps() {
    let check = Check::default().seed(1);
    for levels in 1..4 {
        let transform = DiscreteWaveletTransform::<1>::new(wavelet("db2"), levels).unwrap();
        let domain = Signals::<Reals, 1>::default().divisible_by([1 << levels]);
        // the bands as if they were all of their own length: along the half of the step, moved by half as much
        let half = Sublattice::new([1 << (levels - 1)]).unwrap();
        let along_half = EquivariantMap::along(
            equivariant::homomorphisms::Division::new(half),
            domain,
            Partial::new(Signals::<Reals, 1>::default()),
            |x: &Signal<f64, 1>| transform.apply(x).map(|y| y.approximation),
        );
        assert!(check.equivariant(&along_half).is_err(), "{levels}");
        // and the group is refused before anything is tried
        let bands = Bands::<Reals, Reals, 1>::decimated(Reals::default(), Reals::default(), levels);
        let claim = EquivariantMap::new(half, domain, Partial::new(bands.clone()), |x| {
            transform.apply(x)
        });
        let violation = check.equivariant(&claim).unwrap_err();
        assert!(violation.to_string().contains("divisible"), "{violation}");
        let claim =
            EquivariantMap::new(Lattice, domain, Partial::new(bands), |x| transform.apply(x));
        assert!(check.equivariant(&claim).is_err());
    }
}

#[test]
fn mutants_are_refused() {
    let db2 = wavelet("db2");
    // an anchor that depends on the length of the signal: zeros instead of the other end
    let zeros = |x: &Signal<f64, 1>| -> Signal<f64, 1> {
        let at = |i: i64| {
            usize::try_from(i)
                .ok()
                .and_then(|i| x.get([i]))
                .copied()
                .unwrap_or(0.0)
        };
        let value = |[i]: [usize; 1]| {
            let taps = db2.low_pass().iter().zip(0..);
            taps.map(|(h, m)| h * at(i as i64 + 2 - m)).sum()
        };
        Signal::from_fn(x.shape(), value)
    };
    let line = Signals::<Reals, 1>::default();
    let claim = EquivariantMap::new(Lattice, line, line, zeros);
    assert!(Check::default().seed(1).equivariant(&claim).is_err());
    // a dilation or an anchor that is wrong commutes with shifts all the same: the known answers refuse it
    let x = noise(16);
    let transform = StationaryWaveletTransform::<1>::new(db2.clone(), 2).unwrap();
    let y = transform.apply(&x.clone().into());
    let low = by_definition(&x, db2.low_pass(), 1, 0);
    let [right, dilation, anchor] = [(2, 0), (1, 0), (2, 1)]
        .map(|(dilation, anchor)| by_definition(&low, db2.high_pass(), dilation, anchor));
    assert!(difference(y.details[1][0].values(), &right) < 1e-15);
    assert!(difference(y.details[1][0].values(), &dilation) > 0.1);
    assert!(difference(y.details[1][0].values(), &anchor) > 0.1);
}

#[test]
fn signals_without_cells_odd_ones_and_nan() {
    let discrete = DiscreteWaveletTransform::<2>::new(wavelet("db2"), 1).unwrap();
    let stationary = StationaryWaveletTransform::<2>::new(wavelet("db2"), 1).unwrap();
    let empty = Image::<f64>::new([0, 6], Vec::new()).unwrap();
    let y = discrete.apply(&empty).unwrap();
    assert_eq!(y.approximation.shape(), [0, 3]);
    assert_eq!(discrete.inverse(&y).unwrap(), empty);
    let y = stationary.apply(&empty);
    assert_eq!(stationary.inverse(&y).unwrap(), empty);

    // sides that are numbers, but twice of which is none
    let long = Image::<f64>::new([0, usize::MAX - 1], Vec::new()).unwrap();
    let y = discrete.apply(&long).unwrap();
    assert_eq!(discrete.inverse(&y).unwrap(), long);
    let y = Decomposition {
        approximation: long.clone(),
        details: vec![vec![long.clone(); 3]],
    };
    assert!(matches!(discrete.inverse(&y), Err(Refusal::Degenerate(_))));
    assert_eq!(stationary.inverse(&y).unwrap(), long);

    let odd = Image::new([4, 3], vec![1.0; 12]).unwrap();
    let refusal = Refusal::Indivisible {
        axis: 1,
        side: 3,
        divisor: 2,
    };
    assert_eq!(discrete.apply(&odd), Err(refusal));

    let mut y = stationary.apply(&odd);
    y.details[0][1] = Image::new([3, 4], vec![1.0; 12]).unwrap();
    assert!(matches!(stationary.inverse(&y), Err(Refusal::Shape { .. })));
    y.details.clear();
    assert!(matches!(
        stationary.inverse(&y),
        Err(Refusal::Degenerate(_))
    ));

    // a value that is not a number reaches as far as the filters do
    let transform = StationaryWaveletTransform::<1>::new(wavelet("db2"), 1).unwrap();
    let mut x = vec![0.0; 9];
    x[4] = f64::NAN;
    let y = transform.apply(&x.into());
    let spoiled = y.details[0][0]
        .values()
        .iter()
        .filter(|value| value.is_nan());
    assert_eq!(spoiled.count(), 4);
}

/// Bands of no signal, and shifts of them: the inverses are equivariant too, to all of them.
#[test]
fn inverses_are_equivariant_on_all_bands() {
    let numbers = noise(400);
    let line = |at: usize, n: usize| Signal::from(numbers[at..at + n].to_vec());
    let (reals, signals) = (
        Reals::default(),
        Partial::new(Signals::<Reals, 1>::default()),
    );

    let stationary = StationaryWaveletTransform::<1>::new(wavelet("db3"), 2).unwrap();
    let bands = Bands::<Reals, Reals, 1>::undecimated(reals, reals, 2);
    let inverse = EquivariantMap::new(Lattice, bands, signals, |y| stationary.inverse(y));
    let y = Decomposition {
        approximation: line(0, 21),
        details: vec![vec![line(30, 21)], vec![line(60, 21)]],
    };
    let shifts = (-22..22).map(|k| (vector![k], y.clone()));
    inverse.verify(shifts).unwrap();

    let discrete = DiscreteWaveletTransform::<1>::new(wavelet("db3"), 2).unwrap();
    let bands = Bands::<Reals, Reals, 1>::decimated(reals, reals, 2);
    let steps = Sublattice::new([4]).unwrap();
    let inverse = EquivariantMap::new(steps, bands, signals, |y| discrete.inverse(y));
    let y = Decomposition {
        approximation: line(0, 5),
        details: vec![vec![line(30, 10)], vec![line(60, 5)]],
    };
    let shifts = (-6..6).map(|k| (vector![4 * k], y.clone()));
    inverse.verify(shifts).unwrap();
}
