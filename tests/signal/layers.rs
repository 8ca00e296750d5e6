//! What is done to each value, and fully connected layers.

use equivariant::groups::{Cyclic, Lattice, NonzeroReals, Symmetric};
use equivariant::homomorphisms::Division;
use equivariant::sets::Reals;
use equivariant::signal::{
    FullyConnected, GlobalPooling, MaxPooling, Pointwise, Rectifier, Refusal, Signal, Signals,
    Strided,
};
use equivariant::{Check, EquivariantMap};
use nalgebra::DMatrix;

#[test]
fn what_is_done_to_each_value_moves_with_every_permutation() {
    for seed in 0..8 {
        let check = Check::default().cases(64).seed(seed);
        let bent = Pointwise(|value: f64| value.tanh());
        check.equivariant(&bent.equivariant::<1>()).unwrap();
        check.equivariant(&bent.equivariant::<3>()).unwrap();
        check
            .equivariant(&bent.equivariant_under_permutations([6]))
            .unwrap();
        check
            .equivariant(&bent.equivariant_under_permutations([3, 4]))
            .unwrap();
        // what looks at the place does not
        let ramp = |x: &Signal<f64, 1>| {
            Signal::from(
                x.values()
                    .iter()
                    .enumerate()
                    .map(|(i, v)| i as f64 * v)
                    .collect::<Vec<_>>(),
            )
        };
        let all = Signals::<Reals, 1>::default();
        check
            .equivariant(&EquivariantMap::new(Lattice::<1>, all, all, ramp))
            .unwrap_err();
    }
}

#[test]
fn the_rectifier_moves_with_positive_factors_only() {
    let all = Signals::<Reals, 2>::default();
    for seed in 0..8 {
        let check = Check::default().cases(64).seed(seed);
        check.equivariant(&Rectifier.equivariant::<2>()).unwrap();
        let signed = EquivariantMap::new(NonzeroReals::default(), all, all, |x| Rectifier.apply(x));
        check.equivariant(&signed).unwrap_err();
        let bent = Pointwise(f64::tanh);
        let scaled = EquivariantMap::new(
            equivariant::groups::PositiveReals::default(),
            all,
            all,
            |x| bent.apply(x),
        );
        check.equivariant(&scaled).unwrap_err();
    }
    assert!(Rectifier.apply(&Signal::from(vec![f64::NAN])).values()[0].is_nan());
    let cells = Rectifier.apply(&Signal::from(vec![-1.0, 0.0, 2.5]));
    assert_eq!(cells.values(), [0.0, 0.0, 2.5]);
}

/// Weights of all sorts.
fn weights(rows: usize, columns: usize) -> DMatrix<f64> {
    DMatrix::from_fn(rows, columns, |i, j| {
        ((7 * i + 3 * j * j + i * j) % 11) as f64 - 5.0
    })
}

#[test]
fn a_layer_moves_exactly_if_it_is_circulant() {
    for n in [2, 3, 4, 7] {
        let layer = FullyConnected::new(weights(n, n));
        assert!(!layer.is_circulant());
        let mean = layer.symmetrised().unwrap();
        assert!(mean.is_circulant());
        let again = mean.symmetrised().unwrap();
        assert_eq!(again, mean);
        // the mean over the shifts, from the definition
        for (i, j) in (0..n).flat_map(|i| (0..n).map(move |j| (i, j))) {
            let sum: f64 = (0..n)
                .map(|k| layer.weights()[((i + k) % n, (j + k) % n)])
                .sum();
            assert!((mean.weights()[(i, j)] - sum / n as f64).abs() < 1e-14);
        }
        for seed in 0..6 {
            let check = Check::default().cases(64).seed(seed);
            check
                .equivariant(&layer.clone().equivariant().unwrap())
                .unwrap_err();
            check
                .equivariant(&mean.clone().equivariant().unwrap())
                .unwrap();
        }
    }
    // under all permutations not even a circulant one
    let circulant = FullyConnected::new(weights(5, 5)).symmetrised().unwrap();
    let signals = Signals::<Reals, 1>::default().of_shape([5]);
    let map = EquivariantMap::new(Symmetric::new(5), signals, signals, |x| {
        circulant.apply(x).unwrap()
    });
    Check::default().seed(1).equivariant(&map).unwrap_err();
}

#[test]
fn a_layer_is_for_one_number_of_values() {
    let layer = FullyConnected::new(weights(2, 3));
    let y = layer.apply(&Signal::from(vec![1.0, 2.0, 3.0])).unwrap();
    let w = layer.weights();
    assert_eq!(
        y.values(),
        [0, 1].map(|i| w[(i, 0)] + 2.0 * w[(i, 1)] + 3.0 * w[(i, 2)])
    );
    assert!(matches!(
        layer.apply(&Signal::from(vec![1.0])),
        Err(Refusal::Shape { .. })
    ));
    assert!(layer.clone().equivariant().is_err() && layer.symmetrised().is_err());
    assert!(FullyConnected::new(weights(0, 0)).symmetrised().is_err());
    let one = FullyConnected::new(weights(1, 1));
    assert!(one.is_circulant());
    let c1 = one.clone().equivariant().unwrap();
    assert_eq!(*c1.group(), Cyclic::new(1).unwrap());
}

#[test]
fn layers_compose_to_a_backend_and_a_frontend() {
    // every cell: windows, bent values, one number
    let backend = MaxPooling::new([3, 3]).unwrap().equivariant();
    let backend = backend.then(Pointwise(f64::tanh).equivariant()).unwrap();
    let network = backend.then(GlobalPooling::Mean.invariant::<2>()).unwrap();
    // at every second cell, along the division of the shifts
    let pooled = Strided::new(MaxPooling::new([2, 2]).unwrap(), [2, 2]).unwrap();
    let phi = Division::new(pooled.shifts());
    let backend = pooled.equivariant();
    let backend = backend
        .then(Pointwise(f64::tanh).equivariant().restrict(phi))
        .unwrap();
    let frontend = GlobalPooling::Mean.invariant::<2>().restrict(phi);
    let strided = backend.then(frontend).unwrap();
    for seed in 0..6 {
        let check = Check::default().cases(64).seed(seed);
        check.equivariant(&network).unwrap();
        check.equivariant(&strided).unwrap();
    }
}

#[test]
fn all_shifts_at_once_are_those_one_by_one() {
    for (rows, n) in [(1, 1), (3, 2), (4, 5), (2, 16), (7, 17)] {
        let weight = |i: usize, j: usize| ((3 * i * i + 5 * j + i * j) % 11) as f64 - 4.0;
        let layer = FullyConnected::new(DMatrix::from_fn(rows, n, weight));
        let x = Signal::from((0..n).map(|i| (i * i % 7) as f64 - 2.5).collect::<Vec<_>>());
        let all = layer.at_all_shifts(&x).unwrap();
        for k in 0..n {
            let one = layer.apply(&x.shifted([k as i64])).unwrap();
            for (j, value) in one.values().iter().enumerate() {
                assert!(
                    (all.get([k, j]).unwrap() - value).abs() < 1e-12 * n as f64,
                    "{rows} {n} {k} {j}"
                );
            }
        }
    }
    let layer = FullyConnected::new(DMatrix::zeros(2, 3));
    assert!(layer.at_all_shifts(&Signal::from(vec![1.0])).is_err());
    assert!(
        FullyConnected::new(DMatrix::zeros(0, 0))
            .at_all_shifts(&Signal::from(Vec::new()))
            .is_err()
    );
}
