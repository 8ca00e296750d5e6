//! Measures of approximate equivariance, and the actions that are only nearly actions.

use std::cell::Cell;
use std::f64::consts::{FRAC_PI_2, FRAC_PI_6};

use equivariant::groups::{Lattice, SpecialOrthogonal, Translations};
use equivariant::sets::Reals;
use equivariant::signal::{
    Boundary, Convolution, FourierShift, Image, Images, Interpolation, Kernel, Resampling,
    Sensitivity, Signal, Signals, commutes_with_shifts, consistency,
};
use equivariant::{Check, Equipped, EquivariantMap, LeftAction, Set};
use nalgebra::{Rotation2, Translation1, Translation2, dvector};
use rand::SeedableRng;
use rand::rngs::StdRng;

fn line(n: usize) -> Equipped<Signals<Reals, 1>, FourierShift> {
    Equipped {
        set: Signals::<Reals, 1>::default().of_shape([n]),
        action: FourierShift,
    }
}

fn shifted(x: &Signal<f64, 1>, by: f64) -> Signal<f64, 1> {
    FourierShift.act(&Translation1::new(by), x)
}

#[test]
fn fourier_shifts_are_an_action_for_odd_lengths_alone() {
    let shifts = Translations::<1>::default();
    for seed in 0..6 {
        let check = Check::default().cases(64).seed(seed);
        for n in [1, 3, 5, 9] {
            check.action(&shifts, &line(n)).unwrap();
        }
        for n in [2, 4, 8] {
            assert!(check.action(&shifts, &line(n)).is_err(), "{n}");
        }
    }
    let x = Signal::from(vec![3.0, 1.0, 4.0, 1.0, 5.0, 9.0]);
    let signals = Signals::<Reals, 1>::default();
    assert!(signals.distance(&shifted(&x, 2.0), &x.shifted([2])) < 1e-13);
    // cos πs cos πt is not cos π(s + t)
    let nyquist = Signal::from(vec![1.0, -1.0, 1.0, -1.0]);
    let twice = shifted(&shifted(&nyquist, 0.5), 0.5);
    assert!(signals.distance(&twice, &nyquist.shifted([1])) > 0.9);
}

#[test]
fn a_nonlinearity_is_not_equivariant_under_shifts_by_parts_of_a_cell() {
    let relu = |x: &Signal<f64, 1>| x.map(|value| value.max(0.0));
    let map = EquivariantMap::new(Translations::<1>::default(), line(9), line(9), relu);
    let x = Signal::from(vec![0.0, 1.0, -2.0, 3.0, -1.0, 0.5, 2.0, -3.0, 1.0]);
    let whole = map.relative_errors([(Translation1::new(1.0), x.clone())]);
    assert!(whole.largest() < 1e-14);
    let half = map.relative_errors([(Translation1::new(0.5), x.clone())]);
    assert!(half.largest() > 0.1);
    let action = map.action_errors([(Translation1::new(0.5), Translation1::new(0.25), x.clone())]);
    assert!(action.largest() < 1e-14); // the action is not to blame
    let rate = map.lie_derivative(&dvector![1.0], &x);
    assert!(rate.value > 0.1);
}

/// The derivative of the map x ↦ x · ramp, which commutes with no shift: ‖ramp′ x‖ by hand.
#[test]
fn lie_derivatives_of_linear_maps_are_commutators() {
    let n = 9;
    let wave =
        |m: f64| (0..n).map(move |i| (std::f64::consts::TAU * m * i as f64 / n as f64).cos());
    let weight: Vec<f64> = wave(1.0).collect();
    let x = Signal::from(wave(2.0).collect::<Vec<_>>());
    let product = move |x: &Signal<f64, 1>| {
        let pairs = x.values().iter().zip(&weight);
        Signal::from(pairs.map(|(x, w)| x * w).collect::<Vec<_>>())
    };
    let map = EquivariantMap::new(Translations::<1>::default(), line(n), line(n), product);
    let rate = map.lie_derivative(&dvector![1.0], &x);
    // d/dt of w(u) x(u − t) − w(u − t) x(u − t) at 0 is w′(u) x(u)
    let omega = std::f64::consts::TAU / n as f64;
    let known = (0..n)
        .map(|i| (omega * (omega * i as f64).sin() * x.values()[i]).abs())
        .fold(0.0, f64::max);
    assert!((rate.value - known).abs() < 1e-8, "{rate:?} {known}");
    assert!(
        (rate.value - known).abs() <= 10.0 * rate.error + 1e-9,
        "{rate:?} {known}"
    );
    let blur = Convolution::new(Kernel::new([3], vec![1.0, 2.0, 1.0]).unwrap());
    let convolution = move |x: &Signal<f64, 1>| blur.apply(x);
    let map = EquivariantMap::new(Translations::<1>::default(), line(n), line(n), convolution);
    assert!(map.lie_derivative(&dvector![1.0], &x).value < 1e-8);
}

fn blob(n: usize) -> Image<f64> {
    Image::from_fn([n, n], |[row, column]| {
        let [y, x] = [row, column].map(|place| place as f64 - (n as f64 - 1.0) / 2.0);
        (-(y * y + 0.6 * x * x + 0.4 * x * y) / 6.0).exp()
    })
}

#[test]
fn turns_by_interpolation_are_nearly_an_action_and_quarter_turns_are_one() {
    let images = Images::<Reals>::default();
    let kinds = [
        Interpolation::Nearest,
        Interpolation::Bilinear,
        Interpolation::Bicubic,
    ];
    let mut errors = Vec::new();
    for interpolation in kinds {
        let action = Resampling {
            interpolation,
            boundary: Boundary::Zero,
        };
        let turn = |angle: f64, x: &Image<f64>| {
            LeftAction::<SpecialOrthogonal<2>, Images<Reals>>::act(
                &action,
                &Rotation2::new(angle),
                x,
            )
        };
        let x = blob(25);
        let quarter = turn(FRAC_PI_2, &x);
        let exact = Image::from_fn([25, 25], |[row, column]| x.values()[column * 25 + 24 - row]);
        assert!(
            images.distance(&quarter, &exact) < 1e-12,
            "{interpolation:?}"
        );
        let thrice = turn(FRAC_PI_6, &turn(FRAC_PI_6, &turn(FRAC_PI_6, &x)));
        errors.push(images.distance(&thrice, &quarter));
    }
    assert!(
        errors[0] > errors[1] && errors[1] > 3.0 * errors[2],
        "{errors:?}"
    );
    assert!(errors[2] > 1e-6, "{errors:?}"); // but no action
}

#[test]
fn interpolation_gives_back_polynomials() {
    let quadratic = |row: f64, column: f64| row * row - 2.0 * row * column + 3.0 * column - 1.0;
    let x = Image::from_fn([9, 9], |[row, column]| quadratic(row as f64, column as f64));
    let shift = |interpolation| {
        let action = Resampling {
            interpolation,
            boundary: Boundary::Zero,
        };
        LeftAction::<Translations<2>, Images<Reals>>::act(
            &action,
            &Translation2::new(0.25, -0.5),
            &x,
        )
    };
    let value = |image: &Image<f64>| *image.get([4, 4]).unwrap();
    let known = quadratic(3.75, 4.5);
    assert!((value(&shift(Interpolation::Bicubic)) - known).abs() < 1e-12);
    assert!((value(&shift(Interpolation::Bilinear)) - known).abs() > 0.1);
    let around = Resampling {
        interpolation: Interpolation::Bilinear,
        boundary: Boundary::Around,
    };
    let moved = LeftAction::<Translations<2>, Images<Reals>>::act(
        &around,
        &Translation2::new(-2.0, 11.0),
        &x,
    );
    assert_eq!(moved, x.shifted([-2, 11]));
}

#[test]
fn sensitivity_is_none_for_invariants_and_one_scale_for_the_rest() {
    let glyph = |at: usize| {
        Image::from_fn([9, 9], |[row, column]| {
            f64::from(u8::from(row == at || column + at == 8))
        })
    };
    let images: Vec<_> = [1, 2, 5].map(glyph).to_vec();
    let sorted = |x: &Image<f64>| {
        let mut values = x.values().to_vec();
        values.sort_by(f64::total_cmp);
        values.push(x.get([0, 0]).unwrap() * 0.0);
        values
    };
    let moments = |x: &Image<f64>| vec![x.values().iter().sum(), *x.get([1, 1]).unwrap()];
    assert!(Sensitivity::of(sorted, &images, 1).is_err()); // the same for all three
    let map = Sensitivity::of(moments, &images, 2).unwrap();
    assert_eq!(map.image().get([2, 2]), Some(&0.0));
    assert_eq!(map.radial_profile()[0], 0.0);
    assert_eq!(map.radial_profile().len(), 3);
    // the same by hand
    let by_hand = |k: [i64; 2]| {
        let norm = |a: &[f64], b: &[f64]| {
            a.iter()
                .zip(b)
                .map(|(a, b)| (a - b).powi(2))
                .sum::<f64>()
                .sqrt()
        };
        let moved: f64 = images
            .iter()
            .map(|x| norm(&moments(&x.shifted(k)), &moments(x)))
            .sum();
        let values: Vec<_> = images.iter().map(moments).collect();
        let apart = norm(&values[0], &values[1])
            + norm(&values[0], &values[2])
            + norm(&values[1], &values[2]);
        moved / apart
    };
    for k in [[0, 1], [1, 0], [-1, -1]] {
        let cell = k.map(|k| (k + 2) as usize);
        assert!((map.image().get(cell).unwrap() - by_hand(k)).abs() < 1e-12);
    }
    assert!(
        consistency(
            |x: &Image<f64>| x.values().iter().sum::<f64>() > 3.0,
            &images,
            2
        ) == 1.0
    );
}

#[test]
fn all_shifts_of_65536_cells_cost_three_applications() {
    let count = Cell::new(0);
    let blur = Convolution::new(Kernel::new([5], vec![1.0, 4.0, 6.0, 4.0, 1.0]).unwrap());
    let signals = Signals::<Reals, 1>::default();
    let counted = |x: &Signal<f64, 1>| {
        count.set(count.get() + 1);
        blur.apply(x)
    };
    let map = EquivariantMap::new(Lattice::<1>, signals, signals, counted);
    commutes_with_shifts(&map, [65536], &mut StdRng::seed_from_u64(5)).unwrap();
    assert!(count.get() <= 4, "{}", count.get());
    // one weight in the last place of one cell is found
    let spoilt = |x: &Signal<f64, 1>| {
        let mut y = blur.apply(x);
        y.values_mut()[1000] += 1e-6 * x.values()[1001];
        y
    };
    let map = EquivariantMap::new(Lattice::<1>, signals, signals, spoilt);
    assert!(commutes_with_shifts(&map, [2048], &mut StdRng::seed_from_u64(5)).is_err());
}
