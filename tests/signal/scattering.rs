//! The scattering transform: kymatio's values, its claim, and how nearly invariant it is.

use equivariant::groups::{Lattice, Sublattice};
use equivariant::homomorphisms::Division;
use equivariant::sets::{Partial, Power, Reals};
use equivariant::signal::wavelet::{NoScattering, ScatteringTransform, TooManyLevels};
use equivariant::signal::{Refusal, Signal, Signals};
use equivariant::{Check, EquivariantMap};

use super::wavelet::{difference, noise, numbers, rows};

/// All values, one path after the other.
fn values(transform: &ScatteringTransform, x: &Signal<f64, 1>) -> Vec<f64> {
    let paths = transform.apply(x).unwrap();
    paths.into_iter().flat_map(Signal::into_values).collect()
}

#[test]
fn values_are_those_of_kymatio_going_around_the_ends() {
    for row in rows("scattering.csv") {
        let [levels, per_octave] = [0, 1].map(|column| row[column].parse().unwrap());
        let transform = ScatteringTransform::new(levels, per_octave).unwrap();
        let found = values(&transform, &numbers::<f64>(&row[2]).into());
        let error = difference(&found, &numbers(&row[3]));
        assert!(error < 1e-12, "{levels} {per_octave}: {error}");
    }
}

#[test]
fn a_path_of_order_two_is_its_formula() {
    // a constant passes the averages alone
    let transform = ScatteringTransform::new(3, 2).unwrap();
    let paths = transform.apply(&vec![5.0; 16].into()).unwrap();
    assert_eq!(paths.len(), transform.paths().len());
    assert!(difference(paths[0].values(), &[5.0; 2]) < 1e-14);
    for path in &paths[1..] {
        assert!(difference(path.values(), &[0.0; 2]) < 1e-14);
    }
    // a wave of the frequency of a wavelet is seen most by it
    let transform = ScatteringTransform::new(4, 1).unwrap();
    let wave = Signal::from_fn([160], |[i]| {
        (std::f64::consts::TAU * 0.175 * i as f64).cos()
    });
    let paths = transform.apply(&wave).unwrap();
    let mean = |path: usize| paths[path].values().iter().sum::<f64>() / 10.0;
    assert_eq!(transform.paths()[2], [0.175]);
    assert!(mean(2) > 2.0 * mean(1) && mean(2) > 2.0 * mean(3));
}

#[test]
fn the_claim_holds_for_every_seed() {
    for seed in 0..6 {
        let check = Check::default().cases(48).seed(seed);
        for (levels, per_octave) in [(0, 1), (1, 1), (2, 1), (3, 2)] {
            let transform = ScatteringTransform::new(levels, per_octave).unwrap();
            check.equivariant(&transform.equivariant()).unwrap();
        }
    }
}

#[test]
fn the_transform_is_neither_equivariant_to_smaller_steps_nor_invariant() {
    let transform = ScatteringTransform::new(2, 1).unwrap();
    let domain = Signals::<Reals, 1>::default().divisible_by([4]);
    let paths = Partial::new(Power::new(Signals::<Reals, 1>::default()));
    let halves = Division::new(Sublattice::new([2]).unwrap());
    let along_half = EquivariantMap::along(halves, domain, paths, |x| transform.apply(x));
    assert!(Check::default().seed(1).equivariant(&along_half).is_err());
    let invariant = EquivariantMap::invariant(Lattice::<1>, domain, paths, |x| transform.apply(x));
    assert!(Check::default().seed(1).equivariant(&invariant).is_err());
}

#[test]
fn it_is_nearly_invariant_to_small_shifts() {
    let x: Signal<f64, 1> = noise(1024).into();
    let length = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>().sqrt();
    let moved = |x: &[f64], y: &[f64]| {
        let difference: Vec<f64> = x.iter().zip(y).map(|(x, y)| x - y).collect();
        length(&difference) / length(x)
    };
    // the signal itself, and the transforms with longer and longer averages
    assert!(moved(x.values(), x.shifted([1]).values()) > 1.3);
    let transforms = [2, 4, 6].map(|levels| ScatteringTransform::new(levels, 1).unwrap());
    let defects = transforms.map(|transform| {
        let shifted = values(&transform, &x.shifted([1]));
        moved(&values(&transform, &x), &shifted)
    });
    assert!(
        defects[0] < 0.5 && defects[1] < 0.5 * defects[0] && defects[2] < 0.5 * defects[1],
        "{defects:?}"
    );
    assert!(defects[2] < 0.03, "{defects:?}");
}

#[test]
fn what_does_not_fit_is_refused() {
    let too_many = TooManyLevels { levels: 32 };
    assert_eq!(
        ScatteringTransform::new(32, 1),
        Err(NoScattering::TooManyLevels(too_many))
    );
    assert_eq!(ScatteringTransform::new(2, 0), Err(NoScattering::NoWavelet));
    let transform = ScatteringTransform::new(2, 1).unwrap();
    let odd = transform.apply(&noise(6).into());
    assert!(matches!(odd, Err(Refusal::Indivisible { side: 6, .. })));
    let empty = transform.apply(&Vec::new().into()).unwrap();
    assert!(empty.len() == transform.paths().len() && empty.iter().all(Signal::is_empty));
    let mut x = noise(8);
    x[3] = f64::NAN;
    let found = values(&transform, &x.into());
    assert!(found.iter().all(|value| value.is_nan()));
    // one cell for every value kept, and one cell alone
    for n in [4, 12] {
        assert!(
            values(&transform, &noise(n).into())
                .iter()
                .all(|value| value.is_finite())
        );
    }
    let one = ScatteringTransform::new(0, 3).unwrap();
    assert!(
        values(&one, &vec![2.0].into())
            .iter()
            .all(|value| value.is_finite())
    );
}
