//! Estimators for directions in the plane.

use std::f64::consts::{PI, TAU};

use equivariant::groups::{Orthogonal, Torus};
use equivariant::sets::Circle;
use equivariant::statistics::Refusal;
use equivariant::statistics::circular::{CircularMean, CircularMedian, MeanResultantLength};
use equivariant::statistics::claim::Direction;

use super::check::{check, holds};
use equivariant::Check;
use equivariant::statistics::Estimator;

#[test]
fn the_circle_is_turned_and_mirrored() {
    let check = Check::default().cases(256).seed(1);
    let circle = Circle::<f64>::default();
    check.set(&circle).unwrap();
    check.action(&Orthogonal::<2>::default(), &circle).unwrap();
    check.action(&Torus::<1>::default(), &circle).unwrap();
}

#[test]
fn every_estimator_moves_with_rotations_and_mirrors() {
    holds(CircularMean);
    holds(CircularMedian);
    holds(MeanResultantLength);
}

/// The mean of the angles as numbers.
#[derive(Clone)]
struct ArithmeticMean;

impl Estimator for ArithmeticMean {
    type Claim = Direction;

    fn claim(&self) -> Direction {
        Direction
    }

    fn name(&self) -> String {
        "mean of the angles".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(sample.iter().sum::<f64>() / sample.len() as f64)
    }
}

/// The lower of the middle two of the angles around the mean direction.
#[derive(Clone)]
struct LowerMedian;

impl Estimator for LowerMedian {
    type Claim = Direction;

    fn claim(&self) -> Direction {
        Direction
    }

    fn name(&self) -> String {
        "lower median".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let mean = CircularMean.estimate(sample)?;
        let around = |x: f64| (x - mean).sin().atan2((x - mean).cos());
        let mut angles: Vec<f64> = sample.iter().map(|&x| around(x)).collect();
        angles.sort_by(f64::total_cmp);
        Ok(mean + angles[(angles.len() - 1) / 2])
    }
}

#[test]
fn angles_are_not_numbers() {
    assert!(check(ArithmeticMean, 64).is_err());
    assert!(check(LowerMedian, 64).is_err());
}

/// The directions of 76 turtles in degrees: M. A. Stephens (1969); Fisher, *Statistical Analysis of
/// Circular Data* (1993), B.3.
const TURTLES: [i32; 76] = [
    8, 9, 13, 13, 14, 18, 22, 27, 30, 34, 38, 38, 40, 44, 45, 47, 48, 48, 48, 48, 50, 53, 56, 57,
    58, 58, 61, 63, 64, 64, 64, 65, 65, 68, 70, 73, 78, 78, 78, 83, 83, 88, 88, 88, 90, 92, 92, 93,
    95, 96, 98, 100, 103, 106, 113, 118, 138, 153, 153, 155, 204, 215, 223, 226, 237, 238, 243,
    244, 250, 251, 257, 268, 285, 319, 343, 350,
];

#[test]
fn turtles_head_for_the_sea() {
    let turtles = TURTLES.map(|degrees| f64::from(degrees).to_radians());
    // numpy: the argument and the modulus of the mean of exp(i x), 64.17°
    let mean = CircularMean.estimate(&turtles).unwrap();
    assert!((mean - 1.120_001_238_177_425_1).abs() < 1e-14);
    let length = MeanResultantLength.estimate(&turtles).unwrap();
    assert!((length - 0.497_092_101_146_025_6).abs() < 1e-15);
    assert_eq!(
        CircularMedian
            .estimate(&turtles)
            .unwrap()
            .to_degrees()
            .round(),
        64.0
    );
}

/// The sum of the arcs from a direction, by definition.
fn sum_of_arcs(sample: &[f64], from: f64) -> f64 {
    let arc = |x: f64| (x - from).sin().atan2((x - from).cos()).abs();
    sample.iter().map(|&x| arc(x)).sum()
}

#[test]
fn the_median_is_what_its_definition_says() {
    let mut state = 7_u64;
    let mut uniform = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut found = 0;
    for case in 0..2000 {
        let n = 1 + case % 9;
        let spread = [0.5, 2.0, TAU][case % 3];
        let sample: Vec<f64> = (0..n).map(|_| spread * uniform()).collect();
        let sums: Vec<f64> = sample.iter().map(|&x| sum_of_arcs(&sample, x)).collect();
        let least = sums.iter().copied().fold(f64::INFINITY, f64::min);
        if let Ok(median) = CircularMedian.estimate(&sample) {
            found += 1;
            assert!((sum_of_arcs(&sample, median) - least).abs() < 1e-12);
            for step in 0..720 {
                let elsewhere = f64::from(step).to_radians() / 2.0;
                assert!(sum_of_arcs(&sample, elsewhere) >= least - 1e-12);
            }
        } else {
            // more than two observations, or more than one arc, are as good
            assert!(sums.iter().filter(|&&sum| sum < least + 1e-9).count() > 1);
        }
    }
    assert!(found > 1900, "{found}");
}

#[test]
fn of_many_directions_far_from_the_cut() {
    let sample: Vec<f64> = (0..100_001)
        .map(|i| PI + 1e-6 * f64::from(i - 50_000))
        .collect();
    let median = CircularMedian.estimate(&sample).unwrap();
    assert!((median.abs() - PI).abs() < 1e-15);
}

#[test]
fn bad_samples_are_refused() {
    assert_eq!(CircularMean.estimate(&[]), Err(Refusal::Empty));
    let refusal = CircularMedian.estimate(&[1.0, f64::NAN]).unwrap_err();
    assert!(matches!(refusal, Refusal::NotFinite { index: 1, .. }));
    let triangle = [0.3, 0.3 + TAU / 3.0, 0.3 - TAU / 3.0];
    assert!(matches!(
        CircularMean.estimate(&triangle),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        CircularMedian.estimate(&triangle),
        Err(Refusal::Degenerate(_))
    ));
    assert!(MeanResultantLength.estimate(&triangle).unwrap() < 1e-15);
    // full turns do not count
    let turned = CircularMean.estimate(&[0.3 + 1000.0 * TAU]).unwrap();
    assert!((turned - 0.3).abs() < 1e-12);
}
