//! Adaptive polyphase sampling moves along its cocycle, ties included.

use equivariant::groups::Lattice;
use equivariant::sets::Reals;
use equivariant::signal::{
    AdaptivePolyphaseSampling, GlobalPooling, Image, Refusal, Signal, Signals,
};
use equivariant::{Check, Cocycle, EquivariantMap};
use nalgebra::{SVector, vector};

/// All signals of length n with values below `levels`.
fn all(n: usize, levels: usize) -> impl Iterator<Item = Signal<f64, 1>> {
    (0..levels.pow(n as u32)).map(move |mut number| {
        Signal::from_fn([n], |_| {
            let digit = number % levels;
            number /= levels;
            digit as f64
        })
    })
}

#[test]
fn every_small_signal_moves_along_the_cocycle() {
    for (n, step, levels) in [
        (2, 2, 3),
        (4, 2, 3),
        (6, 2, 3),
        (6, 3, 3),
        (8, 2, 2),
        (8, 4, 2),
        (9, 3, 2),
        (5, 1, 2),
        (5, 5, 3),
    ] {
        let sampling = AdaptivePolyphaseSampling::new([step]).unwrap();
        let pairs =
            all(n, levels).flat_map(|x| (0..n as i64).map(move |k| (vector![k], x.clone())));
        sampling.equivariant().verify(pairs).unwrap();
    }
}

#[test]
fn drawn_signals_move_along_the_cocycle() {
    for seed in 0..12 {
        let check = Check::default().cases(64).seed(seed);
        check
            .equivariant(&AdaptivePolyphaseSampling::new([2]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(&AdaptivePolyphaseSampling::new([3]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(
                &AdaptivePolyphaseSampling::new([2, 2])
                    .unwrap()
                    .equivariant(),
            )
            .unwrap();
        check
            .equivariant(
                &AdaptivePolyphaseSampling::new([1, 3])
                    .unwrap()
                    .equivariant(),
            )
            .unwrap();
        check
            .equivariant(
                &AdaptivePolyphaseSampling::new([2, 1, 2])
                    .unwrap()
                    .equivariant(),
            )
            .unwrap();
    }
}

#[test]
fn what_is_pooled_afterwards_is_invariant() {
    let sampling = AdaptivePolyphaseSampling::new([2, 2]).unwrap();
    let even = Signals::<Reals, 2>::default().divisible_by([2, 2]);
    let energy = |x: &Image<f64>| GlobalPooling::Norm.apply(&sampling.apply(x)).unwrap();
    let invariant = EquivariantMap::invariant(Lattice::<2>, even, Reals::default(), energy);
    for seed in 0..8 {
        Check::default()
            .cases(64)
            .seed(seed)
            .equivariant(&invariant)
            .unwrap();
    }
}

/// The component with the largest norm; among those that tie, the first.
fn first_of_the_largest(x: &Signal<f64, 1>) -> i64 {
    let norms = [0, 1].map(|j| {
        x.values()
            .iter()
            .skip(j)
            .step_by(2)
            .map(|v| v * v)
            .sum::<f64>()
    });
    i64::from(norms[1] > norms[0])
}

#[test]
fn the_first_of_components_that_tie_is_refused() {
    let even = Signals::<Reals, 1>::default().divisible_by([2]);
    let by = |k: &SVector<i64, 1>, x: &Signal<f64, 1>| {
        let moved = x.shifted([k[0]]);
        vector![(k[0] + first_of_the_largest(x) - first_of_the_largest(&moved)).div_euclid(2)]
    };
    let cocycle = Cocycle::new(Lattice::<1>, even, Lattice::<1>, by);
    let sampled = |x: &Signal<f64, 1>| {
        let first = first_of_the_largest(x) as usize;
        Signal::from(
            x.values()
                .iter()
                .copied()
                .skip(first)
                .step_by(2)
                .collect::<Vec<_>>(),
        )
    };
    let wrong = EquivariantMap::along_cocycle(cocycle, Signals::<Reals, 1>::default(), sampled);
    for seed in 0..12 {
        Check::default()
            .cases(64)
            .seed(seed)
            .equivariant(&wrong)
            .unwrap_err();
    }
}

#[test]
fn it_is_equivariant_along_no_homomorphism() {
    let sampling = AdaptivePolyphaseSampling::new([2]).unwrap();
    let even = Signals::<Reals, 1>::default().divisible_by([2]);
    let shifts = equivariant::groups::Sublattice::new([2]).unwrap();
    let phi = equivariant::homomorphisms::Division::new(shifts);
    // along multiples of 2 the cocycle is the division, except on signals with an odd period
    let along = EquivariantMap::along(phi, even, Signals::<Reals, 1>::default(), |x| {
        sampling.apply(x)
    });
    Check::default()
        .cases(512)
        .seed(1)
        .equivariant(&along)
        .unwrap_err();
    let odd = EquivariantMap::new(Lattice::<1>, even, Signals::<Reals, 1>::default(), |x| {
        sampling.apply(x)
    });
    Check::default().seed(1).equivariant(&odd).unwrap_err();
}

#[test]
fn ties_are_resolved_by_what_the_signal_is() {
    let sampling = AdaptivePolyphaseSampling::new([2]).unwrap();
    // both components are (1, 0, 0), and which of them begins first in a shifted signal depends on the shift
    let x = Signal::from(vec![1.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
    for k in 0..6 {
        assert_eq!(
            sampling.component(&x.shifted([k])),
            Some([(k % 2) as usize])
        );
    }
    // the same norm, other values: 5² + 5² = 1² + 7²
    let x = Signal::from(vec![5.0, 1.0, 5.0, 7.0]);
    assert_eq!(sampling.component(&x), Some([1]));
    // the same values in another order have the same norm, though a rounded sum of squares may differ
    for k in 0..6 {
        let x = Signal::from(vec![0.1, 0.3, 0.2, 0.1, 0.3, 0.2]).shifted([k]);
        let begins = x.values().iter().position(|&value| value == 0.3);
        assert!(begins.is_some());
        assert_eq!(sampling.component(&x), None); // its period is 3
    }
    // a period that is odd
    let x = Signal::from(vec![1.0, 2.0, 3.0, 1.0, 2.0, 3.0]);
    for k in 0..6 {
        assert_eq!(sampling.component(&x.shifted([k])), None);
        assert_eq!(sampling.apply(&x.shifted([k])).values(), [3.0, 2.0, 1.0]);
        assert_eq!(sampling.movement(&vector![1], &x.shifted([k])), vector![0]);
    }
}

#[test]
fn large_flat_images_are_quick() {
    let sampling = AdaptivePolyphaseSampling::new([2, 2]).unwrap();
    let flat = Image::from_fn([512, 512], |_| 0.0);
    assert_eq!(sampling.apply(&flat).shape(), [256, 256]);
    let bars = Image::from_fn([512, 512], |[_, column]| f64::from(column < 200));
    assert_eq!(sampling.apply(&bars).shape(), [256, 256]);
}

#[test]
fn channels_are_sampled_together() {
    let sampling = AdaptivePolyphaseSampling::new([2]).unwrap();
    let channels = [vec![1.0, 0.0, 0.0, 0.0], vec![0.0, 0.0, 0.0, 3.0]].map(Signal::from);
    let sampled = sampling.apply_to_channels(&channels).unwrap();
    assert_eq!(sampled, [vec![0.0, 0.0], vec![0.0, 3.0]].map(Signal::from));
    let moved: Vec<_> = channels.iter().map(|x| x.shifted([1])).collect();
    let sampled = sampling.apply_to_channels(&moved).unwrap();
    assert_eq!(sampled, [vec![0.0, 0.0], vec![3.0, 0.0]].map(Signal::from));
    let mismatched = [vec![1.0], vec![1.0, 2.0]].map(Signal::from);
    assert!(matches!(
        sampling.apply_to_channels(&mismatched),
        Err(Refusal::Shape { .. })
    ));
}

#[test]
fn what_is_not_a_number_or_not_there_is_no_trouble() {
    let sampling = AdaptivePolyphaseSampling::new([2]).unwrap();
    let x = Signal::from(vec![1.0, f64::NAN, 5.0, 0.0]);
    assert_eq!(sampling.component(&x), Some([1]));
    assert_eq!(sampling.apply(&Signal::from(vec![])).len(), 0);
    assert_eq!(
        sampling.apply(&Signal::from(vec![1.0, 2.0, 4.0])).values(),
        [1.0, 4.0]
    );
    assert!(AdaptivePolyphaseSampling::new([2, 0]).is_err());
}
