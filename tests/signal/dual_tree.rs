//! The dual-tree complex wavelet transform: dtcwt's values, its claim, and how nearly invariant it is.

use equivariant::groups::{Lattice, Sublattice};
use equivariant::sets::{Complexes, Partial, Power, Reals};
use equivariant::signal::wavelet::{
    Bands, DiscreteWaveletTransform, DualTreeTransform, NearSymmetric, QShift,
    StationaryWaveletTransform, Wavelet,
};
use equivariant::signal::{Image, Refusal, Signal, Signals};
use equivariant::{Check, EquivariantMap};

use super::wavelet::{difference, noise, numbers, rows};

fn first(name: &str) -> NearSymmetric {
    match name {
        "near_sym_a" => NearSymmetric::A,
        "near_sym_b" => NearSymmetric::B,
        other => panic!("{other}"),
    }
}

fn others(name: &str) -> QShift {
    match name {
        "qshift_06" => QShift::Six,
        "qshift_a" => QShift::A,
        "qshift_b" => QShift::B,
        "qshift_c" => QShift::C,
        "qshift_d" => QShift::D,
        other => panic!("{other}"),
    }
}

/// Real and imaginary parts of all details, the approximation, and what comes back from half of the details.
fn transformed<const D: usize>(row: &csv::StringRecord, shape: [usize; D]) -> [Vec<f64>; 3] {
    let levels = row[3].parse().unwrap();
    let transform = DualTreeTransform::new(first(&row[1]), others(&row[2]), levels).unwrap();
    let x = Signal::new(shape, numbers(&row[5])).unwrap();
    let y = transform.apply(&x).unwrap();
    let details = y
        .details
        .iter()
        .flatten()
        .flat_map(|band| band.values().to_vec());
    let parts = details.flat_map(|z| [z.re, z.im]).collect();
    let approximation = y.approximation.values().to_vec();
    let back = transform.inverse(&y.map_details(|z| z * 0.5)).unwrap();
    [parts, approximation, back.into_values()]
}

#[test]
fn coefficients_are_those_of_dtcwt_going_around_the_ends() {
    for row in rows("dual_tree.csv")
        .iter()
        .filter(|row| &row[0] == "periodic")
    {
        let values = match numbers(&row[4])[..] {
            [n] => transformed(row, [n]),
            [height, width] => transformed(row, [height, width]),
            _ => panic!(),
        };
        for (values, column) in values.iter().zip(6..) {
            let error = difference(values, &numbers(&row[column]));
            assert!(
                error < 1e-12,
                "{} {} {}: {error}",
                &row[1],
                &row[2],
                &row[4]
            );
        }
    }
}

#[test]
fn coefficients_are_those_of_dtcwt_away_from_the_ends() {
    let rows = rows("dual_tree.csv");
    let row = rows.iter().find(|row| &row[0] == "reflected").unwrap();
    let [parts, _, _] = transformed(row, [128]);
    let reference: Vec<f64> = numbers(&row[6]);
    // 64 of the first level and 32 of the second; the filters of the second reach over 45 cells
    for (start, length) in [(0, 64), (64, 32)] {
        let middle = 2 * (start + length / 4)..2 * (start + length - length / 4);
        assert!(difference(&parts[middle.clone()], &reference[middle]) < 1e-12);
    }
    assert!(difference(&parts, &reference) > 1e-3);
}

#[test]
fn signals_come_back() {
    let pairs = [NearSymmetric::A, NearSymmetric::B]
        .into_iter()
        .zip([QShift::C, QShift::D]);
    for (first, others) in pairs {
        for levels in 0..4 {
            let x = Image::new([8, 24], noise(192)).unwrap();
            let transform = DualTreeTransform::new(first, others, levels).unwrap();
            let back = transform.inverse(&transform.apply(&x).unwrap()).unwrap();
            // the sum of dtcwt's coefficients is off by 4e-11
            assert!(difference(back.values(), x.values()) < 1e-12);
        }
    }
    let x = Signal::new([4, 4, 4], noise(64)).unwrap();
    let transform = DualTreeTransform::new(NearSymmetric::A, QShift::A, 2).unwrap();
    let y = transform.apply(&x).unwrap();
    assert_eq!(y.details[0].len(), 28);
    let back = transform.inverse(&y).unwrap();
    assert!(difference(back.values(), x.values()) < 1e-13);
}

#[test]
fn the_claim_holds_for_every_seed() {
    let line = |levels| DualTreeTransform::<1>::new(NearSymmetric::B, QShift::B, levels).unwrap();
    let images = DualTreeTransform::<2>::new(NearSymmetric::A, QShift::A, 2).unwrap();
    for seed in 0..6 {
        let check = Check::default().cases(48).seed(seed);
        for levels in 0..4 {
            check.equivariant(&line(levels).equivariant()).unwrap();
        }
        check.equivariant(&images.equivariant()).unwrap();
    }
}

#[test]
fn the_transform_is_not_equivariant_to_smaller_steps() {
    let transform = DualTreeTransform::<1>::new(NearSymmetric::B, QShift::B, 2).unwrap();
    let domain = Signals::<Reals, 1>::default().divisible_by([4]);
    let approximations = Partial::new(Signals::<Reals, 1>::default());
    // along 2ℤ the approximation, of step 2, would move by one
    let halves = equivariant::homomorphisms::Division::new(Sublattice::new([2]).unwrap());
    let claim = EquivariantMap::along(halves, domain, approximations, |x: &Signal<f64, 1>| {
        transform.apply(x).map(|y| y.approximation)
    });
    assert!(Check::default().seed(1).equivariant(&claim).is_err());
    let bands = Bands::<Reals, Complexes, 1>::decimated(Reals::default(), Complexes::default(), 2);
    let claim = EquivariantMap::new(Lattice, domain, Partial::new(bands), |x| transform.apply(x));
    assert!(Check::default().seed(1).equivariant(&claim).is_err());
}

/// How the energies of a step vary with its place, (largest − smallest)/mean, for each level.
fn variation(energies: impl Fn(&Signal<f64, 1>) -> Vec<f64>) -> [f64; 3] {
    let step = Signal::from_fn([256], |[i]| f64::from(u8::from(i < 128)));
    let energies: Vec<Vec<f64>> = (0..64).map(|k| energies(&step.shifted([k]))).collect();
    [0, 1, 2].map(|j| {
        let of_level = energies.iter().map(|e| e[j]);
        let mean = of_level.clone().sum::<f64>() / energies.len() as f64;
        let largest = of_level.clone().fold(0.0, f64::max);
        (largest - of_level.fold(f64::INFINITY, f64::min)) / mean
    })
}

#[test]
fn energies_hardly_vary_with_the_place() {
    let db4 = Wavelet::daubechies(4).unwrap();
    let discrete = DiscreteWaveletTransform::new(db4.clone(), 3).unwrap();
    let stationary = StationaryWaveletTransform::new(db4, 3).unwrap();
    let dual = |first, others| {
        let transform = DualTreeTransform::new(first, others, 3).unwrap();
        variation(move |x| transform.apply(x).unwrap().energies())
    };
    let near = |measured: [f64; 3], expected: [f64; 3]| {
        let pairs = measured.iter().zip(expected);
        let is_near = pairs.clone().all(|(a, b)| (a - b).abs() < 0.005);
        assert!(is_near, "{measured:?} {expected:?}");
    };
    near(
        variation(|x| discrete.apply(x).unwrap().energies()),
        [1.12, 1.65, 1.62],
    );
    near(variation(|x| stationary.apply(x).energies()), [0.0; 3]);
    near(dual(NearSymmetric::A, QShift::A), [0.0, 0.304, 0.188]);
    near(dual(NearSymmetric::B, QShift::B), [0.0, 0.059, 0.059]);
    near(dual(NearSymmetric::B, QShift::D), [0.0, 0.039, 0.023]);
}

#[test]
fn energies_are_invariant_in_a_stationary_transform_only() {
    let db4 = Wavelet::daubechies(4).unwrap();
    let discrete = DiscreteWaveletTransform::new(db4.clone(), 2).unwrap();
    let stationary = StationaryWaveletTransform::new(db4, 2).unwrap();
    let dual = DualTreeTransform::new(NearSymmetric::B, QShift::B, 2).unwrap();
    let check = Check::default().cases(64).seed(1);
    let domain = Signals::<Reals, 1>::default().divisible_by([4]);
    let energies = Power::new(Reals::<f64>::default());
    let partial = Partial::<_, Refusal>::new(energies);

    let claim = EquivariantMap::invariant(Lattice, domain, energies, |x| {
        stationary.apply(x).energies()
    });
    check.equivariant(&claim).unwrap();
    let along = Sublattice::new([4]).unwrap();
    let claim = EquivariantMap::invariant(along, domain, partial, |x| {
        Ok(discrete.apply(x)?.energies())
    });
    check.equivariant(&claim).unwrap();
    let claim =
        EquivariantMap::invariant(along, domain, partial, |x| Ok(dual.apply(x)?.energies()));
    check.equivariant(&claim).unwrap();

    let claim = EquivariantMap::invariant(Lattice, domain, partial, |x| {
        Ok(discrete.apply(x)?.energies())
    });
    assert!(check.equivariant(&claim).is_err());
    let claim =
        EquivariantMap::invariant(Lattice, domain, partial, |x| Ok(dual.apply(x)?.energies()));
    assert!(check.equivariant(&claim).is_err());
}

#[test]
fn what_does_not_fit_is_refused() {
    let transform = DualTreeTransform::<2>::new(NearSymmetric::A, QShift::A, 2).unwrap();
    let x = Image::new([4, 6], noise(24)).unwrap();
    let refusal = Refusal::Indivisible {
        axis: 1,
        side: 6,
        divisor: 4,
    };
    assert_eq!(transform.apply(&x), Err(refusal));
    let empty = Image::new([4, 0], Vec::new()).unwrap();
    let mut y = transform.apply(&empty).unwrap();
    assert_eq!(transform.inverse(&y).unwrap(), empty);
    y.approximation = Image::new([3, 3], vec![0.0; 9]).unwrap();
    assert!(matches!(transform.inverse(&y), Err(Refusal::Shape { .. })));
    y.details.clear();
    assert!(matches!(transform.inverse(&y), Err(Refusal::Degenerate(_))));
}
