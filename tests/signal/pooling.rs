//! Pooling against its definition, and under which shifts it moves.

use equivariant::groups::{Lattice, Symmetric};
use equivariant::sets::Reals;
use equivariant::signal::{
    AveragePooling, BinomialBlur, GlobalPooling, Image, MaxPooling, Pooling, Refusal, Signal,
    Signals, Strided, Subsampling,
};
use equivariant::{Check, EquivariantMap};

/// A signal of all sorts of values.
fn noise<const D: usize>(shape: [usize; D]) -> Signal<f64, D> {
    let mut state = 12_345_u64;
    Signal::from_fn(shape, |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        ((state >> 33) % 2001) as f64 / 8.0 - 125.0
    })
}

/// The values that a window sees, from the definition.
fn seen(x: &Image<f64>, window: [usize; 2], cell: [usize; 2]) -> Vec<f64> {
    let rows = 0..window[0] as i64;
    rows.flat_map(|m| (0..window[1] as i64).map(move |n| [m, n]))
        .map(|[m, n]| *x.around([cell[0] as i64 + m, cell[1] as i64 + n]).unwrap())
        .collect()
}

const SHAPES: [[usize; 2]; 7] = [[1, 1], [1, 7], [5, 1], [4, 6], [6, 9], [7, 5], [12, 8]];
const WINDOWS: [[usize; 2]; 8] = [
    [1, 1],
    [2, 2],
    [3, 1],
    [3, 3],
    [4, 5],
    [7, 2],
    [13, 30],
    [100, 1],
];

#[test]
fn windows_see_what_the_definition_says() {
    for shape in SHAPES {
        let x = noise(shape);
        for window in WINDOWS {
            let largest = MaxPooling::new(window).unwrap();
            let means = AveragePooling::new(window).unwrap();
            for steps in [[1, 1], [2, 1], [1, 3], [2, 2], [4, 4], [50, 2]] {
                let cell = |[r, c]: [usize; 2]| [r * steps[0] as usize, c * steps[1] as usize];
                let pooled = Strided::new(largest, steps).unwrap().apply(&x);
                let averaged = Strided::new(means, steps).unwrap().apply(&x);
                let sides = [0, 1].map(|axis| shape[axis].div_ceil(steps[axis] as usize));
                assert_eq!([pooled.shape(), averaged.shape()], [sides, sides]);
                for position in pooled.positions() {
                    let values = seen(&x, window, cell(position));
                    let expected = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    assert_eq!(
                        pooled.get(position),
                        Some(&expected),
                        "{shape:?} {window:?} {steps:?}"
                    );
                    // sums of eighths are exact
                    let mean = values.iter().sum::<f64>() / values.len() as f64;
                    assert_eq!(
                        averaged.get(position),
                        Some(&mean),
                        "{shape:?} {window:?} {steps:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_blur_is_a_row_of_the_triangle_of_pascal() {
    for (order, weights) in [
        (0, vec![1.0]),
        (1, vec![1.0, 1.0]),
        (4, vec![1.0, 4.0, 6.0, 4.0, 1.0]),
    ] {
        for n in [1, 2, 3, 8, 11] {
            let x = noise([n]);
            let blurred = BinomialBlur::new(order).apply(&x);
            for i in 0..n as i64 {
                let value = |m: usize| x.around([i + m as i64 - i64::from(order / 2)]).unwrap();
                let sum: f64 = weights.iter().enumerate().map(|(m, w)| w * value(m)).sum();
                let expected = sum / 2_f64.powi(order as i32);
                assert!((blurred.values()[i as usize] - expected).abs() < 1e-12);
            }
        }
    }
    // along both axes
    let point = Image::from_fn([4, 5], |cell| if cell == [2, 2] { 16.0 } else { 0.0 });
    let blurred = BinomialBlur::new(2).apply(&point);
    assert_eq!(blurred.get([1, 1]), Some(&1.0));
    assert_eq!(blurred.get([2, 1]), Some(&2.0));
    assert_eq!(blurred.get([2, 2]), Some(&4.0));
}

#[test]
fn dense_pooling_moves_with_every_shift() {
    for seed in 0..8 {
        let check = Check::default().cases(64).seed(seed);
        check
            .equivariant(&MaxPooling::new([3]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(&MaxPooling::new([2, 5]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(&MaxPooling::new([2, 1, 3]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(&AveragePooling::new([3]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(&AveragePooling::new([20, 3]).unwrap().equivariant())
            .unwrap();
        check
            .equivariant(&BinomialBlur::new(3).equivariant::<2>())
            .unwrap();
    }
}

/// Strided pooling along its multiples; the same map along all shifts is refused.
fn moves_with_steps_only<P: Pooling<f64, D> + Copy, const D: usize>(pooling: P, steps: [u32; D]) {
    let strided = Strided::new(pooling, steps).unwrap();
    for seed in 0..8 {
        let check = Check::default().cases(64).seed(seed);
        check.equivariant(&strided.equivariant()).unwrap();
        let divisible =
            Signals::<Reals, D>::default().divisible_by(steps.map(|step| step as usize));
        let all = EquivariantMap::new(
            Lattice::<D>,
            divisible,
            Signals::<Reals, D>::default(),
            |x| strided.apply(x),
        );
        check.equivariant(&all).unwrap_err();
    }
}

#[test]
fn strided_pooling_moves_with_multiples_of_the_step_only() {
    moves_with_steps_only(MaxPooling::new([2]).unwrap(), [2]);
    moves_with_steps_only(MaxPooling::new([3, 3]).unwrap(), [2, 2]);
    moves_with_steps_only(AveragePooling::new([2, 2]).unwrap(), [2, 2]);
    moves_with_steps_only(AveragePooling::new([5]).unwrap(), [3]);
    moves_with_steps_only(BinomialBlur::new(2), [2, 3]);
    moves_with_steps_only(Subsampling, [2]);
    moves_with_steps_only(Subsampling, [1, 2, 2]);
}

#[test]
fn a_side_that_is_no_multiple_closes_up_differently() {
    let strided = Strided::new(Subsampling, [2]).unwrap();
    let all = Signals::<Reals, 1>::default();
    let phi = equivariant::homomorphisms::Division::new(strided.shifts());
    let map = EquivariantMap::along(phi, all, all, |x| strided.apply(x));
    Check::default().equivariant(&map).unwrap_err();
}

#[test]
fn global_pooling_has_forgotten_where() {
    for pooling in [
        GlobalPooling::Maximum,
        GlobalPooling::Mean,
        GlobalPooling::Norm,
    ] {
        for seed in 0..8 {
            let check = Check::default().cases(64).seed(seed);
            check.equivariant(&pooling.invariant::<1>()).unwrap();
            check.equivariant(&pooling.invariant::<2>()).unwrap();
            check
                .equivariant(&pooling.invariant_under_permutations([7]))
                .unwrap();
            check
                .equivariant(&pooling.invariant_under_permutations([2, 3]))
                .unwrap();
        }
    }
    assert_eq!(
        GlobalPooling::Mean.apply(&Signal::from(vec![])),
        Err(Refusal::Empty)
    );
    // to the last bit
    let x = noise([7, 9]).map(|value| value / 3.0 + 0.1);
    let mut reversed = x.clone();
    reversed.values_mut().reverse();
    for pooling in [GlobalPooling::Mean, GlobalPooling::Norm] {
        assert_eq!(pooling.apply(&x), pooling.apply(&x.shifted([3, 5])));
        assert_eq!(pooling.apply(&x), pooling.apply(&reversed));
    }
    let large = Signal::from(vec![1.5e308, 1e308]);
    assert_eq!(GlobalPooling::Mean.apply(&large), Ok(1.25e308));
    let huge = Signal::from(vec![3e200, -4e200]);
    let norm = GlobalPooling::Norm.apply(&huge).unwrap();
    assert!((norm / 5e200 - 1.0).abs() < 1e-15);
}

#[test]
fn cells_are_permuted_only_where_all_grids_have_as_many() {
    let map = EquivariantMap::new(
        Symmetric::new(6),
        Signals::<Reals, 1>::default(),
        Signals::<Reals, 1>::default(),
        Signal::clone,
    );
    let violation = Check::default().equivariant(&map).unwrap_err();
    assert!(violation.to_string().contains("of_shape"), "{violation}");
}

#[test]
fn what_is_not_a_number_is_seen() {
    let x = Signal::from(vec![1.0, f64::NAN, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    for window in [2, 3, 4, 5] {
        for pooled in [
            MaxPooling::new([window]).unwrap().apply(&x),
            AveragePooling::new([window]).unwrap().apply(&x),
        ] {
            let is_nan: Vec<bool> = pooled.values().iter().map(|value| value.is_nan()).collect();
            let sees = |i: usize| (0..window).any(|m| (i + m) % 8 == 1);
            assert_eq!(is_nan, (0..8).map(sees).collect::<Vec<_>>());
        }
    }
    for pooling in [
        GlobalPooling::Maximum,
        GlobalPooling::Mean,
        GlobalPooling::Norm,
    ] {
        assert!(pooling.apply(&x).unwrap().is_nan());
    }
}

#[test]
fn grids_without_cells_stay_without() {
    let empty = Image::<f64>::new([0, 4], vec![]).unwrap();
    assert_eq!(MaxPooling::new([3, 3]).unwrap().apply(&empty), empty);
    assert_eq!(AveragePooling::new([3, 3]).unwrap().apply(&empty), empty);
    assert_eq!(BinomialBlur::new(2).apply(&empty), empty);
    let half = Strided::new(Subsampling, [2, 2]).unwrap().apply(&empty);
    assert_eq!(half.shape(), [0, 2]);
    assert!(Strided::new(Subsampling, [0, 1]).is_err());
}
