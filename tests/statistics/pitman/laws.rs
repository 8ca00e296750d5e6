//! The Pitman estimators move along: every family and every loss on samples drawn at random, and an
//! integral that does not move is refused.

use std::sync::Arc;

use equivariant::sets::{Multisets, Reals};
use equivariant::statistics::Estimator;
use equivariant::statistics::decision::LocationLoss;
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;
use equivariant::{Check, EquivariantMap};

use super::check::check;
use super::closed_forms::{LOCATION_LOSSES, SCALE_LOSSES};
use super::pitman::by_name;

type Family = Arc<dyn Density>;

/// Every density on the line.
fn on_the_line() -> Vec<Family> {
    vec![
        Arc::new(Normal),
        Arc::new(Laplace),
        Arc::new(Logistic),
        Arc::new(HyperbolicSecant),
        Arc::new(Cauchy),
        Arc::new(Student::new(2.5).unwrap()),
        Arc::new(Gumbel),
        Arc::new(Uniform),
        Arc::new(UnitUniform),
        Arc::new(Exponential),
    ]
}

/// Every density of positive numbers.
fn of_positive_numbers() -> Vec<Family> {
    vec![
        Arc::new(UnitUniform),
        Arc::new(Exponential),
        Arc::new(Gamma::new(2.5).unwrap()),
        Arc::new(HalfNormal),
        Arc::new(Rayleigh),
        Arc::new(Weibull::new(1.5).unwrap()),
        Arc::new(LogNormal::new(0.8).unwrap()),
        Arc::new(Pareto::new(3.0).unwrap()),
    ]
}

/// That an estimator for a family keeps its claim.
fn moves<T>(estimator: T, cases: u64)
where
    T: Estimator + Clone + 'static,
    <T::Claim as equivariant::statistics::Claim>::Group: equivariant::Sampled,
    <T::Claim as equivariant::statistics::Claim>::Samples: equivariant::Sampled,
{
    let name = estimator.name();
    check(estimator, cases).unwrap_or_else(|violation| panic!("{name}: {violation}"));
}

#[test]
fn locations_of_every_family() {
    for family in on_the_line() {
        moves(PitmanLocation::new(family), 16);
    }
}

#[test]
fn locations_under_every_loss() {
    for loss in LOCATION_LOSSES {
        let logistic: Family = Arc::new(Logistic);
        moves(PitmanLocation::new(logistic).under(loss).unwrap(), 8);
    }
}

#[test]
fn locations_beside_a_pole() {
    let families: [Family; 3] = [
        Arc::new(Gamma::new(0.75).unwrap()),
        Arc::new(Gamma::new(0.3).unwrap()),
        Arc::new(Weibull::new(0.6).unwrap()),
    ];
    for family in families {
        moves(PitmanLocation::new(family.clone()), 8);
        for loss in [LocationLoss::Absolute, LocationLoss::Huber { k: 0.5 }] {
            moves(PitmanLocation::new(family.clone()).under(loss).unwrap(), 8);
        }
    }
}

#[test]
fn scales_of_every_family() {
    for family in on_the_line().into_iter().chain(of_positive_numbers()) {
        moves(PitmanScale::new(family), 8);
    }
}

#[test]
fn scales_and_their_powers_under_every_loss() {
    for loss in SCALE_LOSSES {
        let normal: Family = Arc::new(Normal);
        moves(PitmanScale::new(normal).under(loss), 16);
        let laplace: Family = Arc::new(Laplace);
        let squares = PitmanScale::new(laplace).of_power(2.0).unwrap();
        moves(squares.under(loss), 16);
    }
}

#[test]
fn closed_forms_where_neither_is_known() {
    let families: [Family; 4] = [
        Arc::new(Normal),
        Arc::new(Exponential),
        Arc::new(Uniform),
        Arc::new(UnitUniform),
    ];
    for family in families {
        moves(PitmanLocationOfSpread::new(family.clone()), 4);
        for loss in SCALE_LOSSES {
            let squares = PitmanSpread::new(family.clone()).of_power(2.0).unwrap();
            moves(PitmanSpread::new(family.clone()).under(loss), 2);
            moves(squares.under(loss), 2);
        }
    }
}

/// Samples at every scale and with a far shift, where an absolute tolerance would show: nested quadrature
/// takes too long for a random check.
#[test]
fn nested_quadrature_moves_along_at_every_scale() {
    let sample = [0.3, -1.2, 4.0, 0.9, -0.1, 2.0];
    for density in ["cauchy", "logistic", "laplace", "gumbel"] {
        let density = Arc::<dyn Density>::from(by_name(density));
        let location = PitmanLocationOfSpread::new(density.clone());
        let spread = PitmanSpread::new(density);
        let (here, size) = (
            location.estimate(&sample).unwrap(),
            spread.estimate(&sample).unwrap(),
        );
        for (a, b) in [
            (1e-12, 0.0),
            (1e12, 0.0),
            (1e-9, 1.0),
            (1.0, 1e6),
            (7.0, -3.0),
        ] {
            let moved = sample.map(|x| a * x + b);
            let rounding = 1e-12 * a + 4.0 * f64::EPSILON * b.abs();
            let there = location.estimate(&moved).unwrap();
            assert!(
                (there - (a * here + b)).abs() <= rounding,
                "{a} {b}: {there}"
            );
            let scaled = spread.estimate(&moved).unwrap();
            assert!((scaled - a * size).abs() <= rounding, "{a} {b}: {scaled}");
        }
    }
}

/// The right way to say it, on a fixed interval: the likelihood far from zero is cut off.
#[test]
fn an_integral_over_a_fixed_interval_is_refused() {
    let truncated = |sample: &Vec<f64>| {
        let weight = |t: f64| -> f64 {
            sample
                .iter()
                .map(|x| 1.0 / (1.0 + (x - t).powi(2)))
                .product()
        };
        let nodes = (-1000..=1000).map(|k| 0.02 * f64::from(k));
        let sums = nodes.fold((0.0, 0.0), |(mass, first), t| {
            (mass + weight(t), first + t * weight(t))
        });
        sums.1 / sums.0
    };
    let samples = Multisets::new(Reals::default()).of_lengths(4..=9);
    let map = EquivariantMap::new(Reals::default(), samples, Reals::default(), truncated);
    assert!(Check::default().equivariant(&map).is_err());
}
