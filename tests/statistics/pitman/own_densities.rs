//! Densities of one's own that are none, and samples that they could not have given: what is refused
//! names the value and its place.

use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;
use equivariant::statistics::{Estimator, Refusal};

const SAMPLE: [f64; 5] = [0.3, -1.2, 4.0, 0.9, -0.1];

/// What every estimator on the line says about the sample.
fn all<F: Density + Clone>(density: &F, sample: &[f64]) -> Vec<Result<f64, Refusal>> {
    let losses = [
        LocationLoss::Squared,
        LocationLoss::Absolute,
        LocationLoss::Huber { k: 1.0 },
        LocationLoss::ZeroOne,
    ];
    let locations = losses.map(|loss| {
        let location = PitmanLocation::new(density.clone()).under(loss).unwrap();
        location.estimate(sample)
    });
    let scale = PitmanScale::new(density.clone()).under(ScaleLoss::Stein);
    let mut all = locations.to_vec();
    all.push(scale.estimate(sample));
    all.push(PitmanSpread::new(density.clone()).estimate(sample));
    all.push(PitmanLocationOfSpread::new(density.clone()).estimate(sample));
    all
}

#[test]
fn a_logarithm_that_is_not_a_number_somewhere() {
    // NaN beyond 3, where the density of the largest observation is needed; NaN far out; NaN on a part
    let logistic = |z: f64| -z.abs() - 2.0 * (-z.abs()).exp().ln_1p();
    for (from, to) in [(3.0, f64::INFINITY), (1e5, f64::INFINITY), (1.5, 2.5)] {
        let broken = move |z: f64| {
            if z > from && z < to {
                f64::NAN
            } else {
                logistic(z)
            }
        };
        let own = Custom::new("broken", broken, &[0.0]).unwrap();
        for refused in all(&own, &SAMPLE) {
            match refused {
                Err(Refusal::NotADensity(NotADensity::Value { z, value })) => {
                    assert!(value.is_nan() && z > from && z < to, "{from}: {z}");
                }
                other => panic!("{from}: {other:?}"),
            }
        }
    }
    // as it is often written: ∞/∞ for large z
    let naive = |z: f64| (z.exp() / (1.0 + z.exp()).powi(2)).ln();
    let naive = Custom::new("naive", naive, &[0.0]).unwrap();
    let refused = PitmanLocation::new(naive).estimate(&SAMPLE).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the logarithm of the density at 10000000 is NaN"
    );
}

#[test]
fn a_density_that_grows_or_does_not_fall() {
    let densities: [fn(f64) -> f64; 6] = [
        |z| z,
        |z| z * z,
        |_| 0.0,
        |z| -0.5 * (z * z).ln_1p(),       // 1/|z|: of infinite mass
        |z| -0.25 * (z * z).ln_1p(),      // 1/√|z|
        |z| (-0.5 * z * z).exp().ln_1p(), // a hill on a plain
    ];
    for (place, density) in densities.into_iter().enumerate() {
        let own = Custom::new("improper", density, &[0.0]).unwrap();
        for refused in all(&own, &SAMPLE) {
            match refused {
                Err(Refusal::NotADensity(NotADensity::Improper {
                    from,
                    near,
                    to,
                    far,
                })) => {
                    assert_eq!((near, far), (density(from), density(to)), "{place}");
                    assert!(to == 2.0 * from && from.abs() >= 1e7, "{place}");
                }
                other => panic!("{place}: {other:?}"),
            }
        }
    }
    let grows = Custom::new("grows", |z: f64| z, &[]).unwrap();
    let refused = PitmanLocation::new(grows).estimate(&SAMPLE).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the logarithm of the density is 10000000 at 10000000 and 20000000 at 20000000: it does not fall \
         fast enough to have a finite mass"
    );
    // on a part of the line it is one
    let own = Custom::new("grows", |z: f64| z, &[]).unwrap();
    let part = own.on(f64::NEG_INFINITY, 0.0).unwrap();
    let largest = PitmanLocation::new(part).estimate(&SAMPLE).unwrap();
    assert!((largest - 4.2).abs() < 1e-12, "{largest}");
    // an infinite value where it is looked at
    let tower = |z: f64| if z > 2.0 { f64::INFINITY } else { -z.abs() };
    let tower = Custom::new("tower", tower, &[0.0]).unwrap();
    for refused in all(&tower, &SAMPLE) {
        assert!(
            matches!(
                refused,
                Err(Refusal::NotADensity(NotADensity::Value { z, value })) if z > 2.0 && value > 0.0
            ),
            "{refused:?}"
        );
    }
}

#[test]
fn a_sample_that_the_support_cannot_have_given() {
    let triangle = Custom::new("triangle", |z: f64| (1.0 - (z - 2.0).abs()).ln(), &[2.0]).unwrap();
    let triangle = triangle.on(1.0, 3.0).unwrap();
    let refused = PitmanLocation::new(triangle.clone()).estimate(&[7.0, 5.5, 9.0, 6.0]);
    let impossible = Refusal::Impossible {
        index: 2,
        value: 9.0,
        other: 5.5,
    };
    assert_eq!(refused, Err(impossible));
    // 1 < x/σ < 3
    let refused = PitmanScale::new(triangle.clone()).estimate(&[4.0, 2.0, 7.0]);
    let impossible = Refusal::Impossible {
        index: 1,
        value: 2.0,
        other: 7.0,
    };
    assert_eq!(refused, Err(impossible.clone()));
    assert_eq!(
        impossible.to_string(),
        "observation 1 is 2, and no value of the parameter gives it together with 7"
    );
    assert!(
        PitmanScale::new(triangle)
            .estimate(&[4.0, 2.0, 5.0])
            .is_ok()
    );
    // just possible, for one scale only
    let flat = Custom::new("flat", |_| 0.0, &[])
        .unwrap()
        .on(1.0, 3.0)
        .unwrap();
    let squares = PitmanScale::new(flat).of_power(2.0).unwrap();
    let only = squares.estimate(&[0.7, 2.1]).unwrap();
    assert!((only - 0.49).abs() < 1e-15, "{only}");
    let both = Custom::new("box", |_| 0.0, &[])
        .unwrap()
        .on(-1.0, 2.0)
        .unwrap();
    let box_scale = PitmanScale::new(both).estimate(&[-1.0, 1.0, 0.0]).unwrap();
    assert!(box_scale > 1.0);
}
