//! Pyramids against their definition, and how their bands move.

use equivariant::groups::{Lattice, Sublattice};
use equivariant::sets::Reals;
use equivariant::signal::{
    Bands, GaussianPyramid, Image, LaplacianPyramid, Refusal, Signal, Signals,
};
use equivariant::{Check, EquivariantMap};

fn noise<const D: usize>(shape: [usize; D]) -> Signal<f64, D> {
    let mut state = 99_u64;
    Signal::from_fn(shape, |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        ((state >> 33) % 2001) as f64 / 1000.0 - 1.0
    })
}

const WEIGHTS: [f64; 5] = [1.0, 4.0, 6.0, 4.0, 1.0];

/// The sum Σ w[m] w[n] x[i + m − 2, j + n − 2] / 256.
fn blurred(x: &Image<f64>, [row, column]: [usize; 2]) -> f64 {
    let mut sum = 0.0;
    for (m, v) in WEIGHTS.iter().enumerate() {
        for (n, w) in WEIGHTS.iter().enumerate() {
            let cell = [row as i64 + m as i64 - 2, column as i64 + n as i64 - 2];
            sum += v * w * x.around(cell).unwrap();
        }
    }
    sum / 256.0
}

#[test]
fn levels_and_bands_are_what_the_definition_says() {
    for shape in [[2, 2], [4, 6], [8, 2], [10, 4]] {
        let x = noise(shape);
        let levels = GaussianPyramid::new(1).unwrap().apply(&x).unwrap();
        for [r, c] in levels[1].positions() {
            let expected = blurred(&x, [2 * r, 2 * c]);
            assert!((levels[1].get([r, c]).unwrap() - expected).abs() < 1e-14);
        }
        let zeros_between = Image::from_fn(shape, |[r, c]| match (r % 2, c % 2) {
            (0, 0) => *levels[1].get([r / 2, c / 2]).unwrap(),
            _ => 0.0,
        });
        let bands = LaplacianPyramid::new(1).unwrap().apply(&x).unwrap();
        for cell in x.positions() {
            let expected = x.get(cell).unwrap() - 4.0 * blurred(&zeros_between, cell);
            assert!((bands[0].get(cell).unwrap() - expected).abs() < 1e-14);
        }
        assert_eq!(bands[1], levels[1]);
    }
}

#[test]
fn nothing_is_lost() {
    for levels in 0..4 {
        let pyramid = LaplacianPyramid::new(levels).unwrap();
        for shape in [[8, 8, 8], [16, 8, 24]] {
            let x = noise(shape);
            let again = pyramid.inverse(&pyramid.apply(&x).unwrap()).unwrap();
            let error = x
                .values()
                .iter()
                .zip(again.values())
                .map(|(a, b)| (a - b).abs());
            assert!(error.fold(0.0, f64::max) < 1e-14);
        }
    }
}

#[test]
fn each_band_moves_by_its_part() {
    for levels in [0, 1, 2] {
        let (gaussian, laplacian) = (
            GaussianPyramid::new(levels).unwrap(),
            LaplacianPyramid::new(levels).unwrap(),
        );
        for seed in 0..6 {
            let check = Check::default().cases(64).seed(seed);
            check.equivariant(&gaussian.equivariant::<1>()).unwrap();
            check.equivariant(&gaussian.equivariant::<2>()).unwrap();
            check.equivariant(&laplacian.equivariant::<1>()).unwrap();
            check.equivariant(&laplacian.equivariant::<2>()).unwrap();
        }
    }
}

#[test]
fn shifts_that_are_no_multiples_are_refused() {
    let pyramid = LaplacianPyramid::new(2).unwrap();
    let domain = Signals::<Reals, 1>::default().divisible_by([4]);
    let bands = Bands::<Reals, 1>::new(Reals::default(), 2);
    for seed in 0..6 {
        let check = Check::default().cases(64).seed(seed);
        let halves = EquivariantMap::new(Sublattice::new([2]).unwrap(), domain, bands, |x| {
            pyramid.apply(x).unwrap()
        });
        let violation = check.equivariant(&halves).unwrap_err();
        assert!(violation.to_string().contains("2^2"), "{violation}");
        // the energy of the bands does not stay under all shifts
        let energy = EquivariantMap::invariant(
            Lattice::<1>,
            domain,
            Reals::default(),
            |x: &Signal<f64, 1>| {
                let bands = pyramid.apply(x).unwrap();
                bands[1].values().iter().map(|v| v * v).sum::<f64>()
            },
        );
        check.equivariant(&energy).unwrap_err();
    }
}

#[test]
fn what_cannot_be_halved_is_refused() {
    let pyramid = LaplacianPyramid::new(2).unwrap();
    assert_eq!(
        pyramid.apply(&noise([8, 6])),
        Err(Refusal::Indivisible {
            axis: 1,
            side: 6,
            divisor: 4
        })
    );
    let bands = pyramid.apply(&noise([8, 8])).unwrap();
    assert!(pyramid.inverse(&bands[..2]).is_ok());
    assert!(matches!(
        pyramid.inverse(&[bands[0].clone(), bands[2].clone()]),
        Err(Refusal::Shape { .. })
    ));
    assert_eq!(pyramid.inverse::<2>(&[]), Err(Refusal::Empty));
    let empty = Signal::<f64, 1>::from(vec![]);
    assert_eq!(pyramid.apply(&empty).unwrap().len(), 3);
}
