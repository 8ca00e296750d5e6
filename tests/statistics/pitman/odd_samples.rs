//! Samples that nobody thought of: halves that are far apart, many ties, densities that are not what they
//! are said to be. The value is right within its bound, or refused.

use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;
use equivariant::statistics::{Estimator, Refusal};
use nalgebra::point;

/// n observations, half of them at 0 and half `far` away: by symmetry the estimate is in the middle.
fn halves(n: usize, far: f64) -> Vec<f64> {
    let side = |i: usize| if i.is_multiple_of(2) { 0.0 } else { far };
    (0..n).map(side).collect()
}

/// That the value is this one within the bound that is given with it, or refused as inaccurate.
fn is_honest(estimate: Result<Estimate, Refusal>, known: f64, what: &str) {
    match estimate {
        Ok(Estimate { value, bound, .. }) => {
            let off = (value - known).abs();
            let rounding = 2.0 * f64::EPSILON * known.abs();
            assert!(
                off <= bound + rounding,
                "{what}: off by {off:e}, bound {bound:e}"
            );
        }
        Err(Refusal::Inaccurate { .. }) => {}
        Err(refusal) => panic!("{what}: {refusal}"),
    }
}

#[test]
fn halves_that_are_far_apart_count_both() {
    for far in [1e3, 1e6, 1e9, 1e12, 1e15] {
        for n in [2, 4, 6, 30, 300] {
            let sample = halves(n, far);
            let what = format!("{n} at 0 and {far:e}");
            let logistic = PitmanLocation::new(Logistic).evaluate(&sample);
            is_honest(logistic, 0.5 * far, &what);
            let secant = PitmanLocation::new(HyperbolicSecant).evaluate(&sample);
            is_honest(secant, 0.5 * far, &what);
        }
    }
    // few observations are not refused
    let pair = PitmanLocation::new(Logistic).estimate(&[0.0, 1e9]).unwrap();
    assert!((pair - 5e8).abs() < 1e-3, "{pair}");
    let four = [0.0, 1.0, 1e9, 1e9 + 1.0];
    let four = PitmanLocation::new(Logistic).estimate(&four).unwrap();
    assert!((four - 500_000_000.5).abs() < 1e-3, "{four}");
}

/// With n equal observations c, u = c − t has the density ∝ u^(n(a−1)) e^(−n u): its mean is
/// a − 1 + 1/n.
#[test]
fn ties_of_gamma_errors() {
    for (shape, n) in [(2.0, 1000), (20.0, 300), (100.0, 1000), (1000.0, 300)] {
        let errors = Gamma::new(shape).unwrap();
        let estimate = PitmanLocation::new(errors).evaluate(&vec![3.0; n]);
        let known = 3.0 - (shape - 1.0 + 1.0 / n as f64);
        is_honest(estimate, known, &format!("{n} ties, shape {shape}"));
    }
}

#[test]
fn a_thousand_logistic_observations_in_two_halves() {
    let sample: Vec<f64> = halves(1000, 2000.0).iter().map(|x| x - 1000.0).collect();
    is_honest(
        PitmanLocation::new(Logistic).evaluate(&sample),
        0.0,
        "±1000",
    );
}

#[test]
fn densities_that_rise_where_they_are_said_to_fall_are_refused() {
    let ring = |r: f64| -(r - 5.0).powi(2);
    let ring = PitmanPoint::new(CustomSpherical::new("ring", ring, Tail::Light));
    let square = [
        point![0.0, 0.0],
        point![1.0, 0.0],
        point![0.0, 1.0],
        point![1.0, 3.0],
    ];
    let refused = ring.estimate(&square);
    assert!(
        matches!(refused, Err(Refusal::Unsupported(_))),
        "{refused:?}"
    );
    // two modes, and no turning point declared
    let two = |z: f64| {
        let near = |mode: f64| (-0.5 * (z - mode) * (z - mode)).exp();
        (near(-50.0) + 0.3 * near(50.0) + 1e-300).ln()
    };
    let two = PitmanLocation::new(Custom::new("two modes", two, &[]).unwrap());
    assert!(two.estimate(&[0.0]).is_err());
}

/// The exponent of a tail that was measured is not above the true one by rounding.
#[test]
fn a_cauchy_density_of_ones_own_has_the_same_condition() {
    let own = Custom::new("own", |z: f64| -(z * z).ln_1p(), &[0.0]).unwrap();
    let own = PitmanLocation::new(own);
    assert!(matches!(
        own.estimate(&[0.0, 1.0, 3.0]),
        Err(Refusal::Nonexistent(_))
    ));
    let four = [0.0, 1.0, 3.0, 4.0];
    let known = PitmanLocation::new(Cauchy).estimate(&four).unwrap();
    assert!((own.estimate(&four).unwrap() - known).abs() < 1e-12);
}

#[test]
fn densities_that_are_infinite_are_refused_in_words() {
    let own = Custom::new("own", |z: f64| -0.5 * z.ln() - z, &[]).unwrap();
    let errors = PitmanLocation::new(own.on(0.0, f64::INFINITY).unwrap());
    let refused = errors.estimate(&[1.0, 2.0, 5.0]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "not supported: the location of a density that is infinite at an end of its support"
    );
}

/// The likelihood is evaluated as often for a thousand observations as for ten: the cost is linear.
#[test]
fn the_cost_is_linear_in_the_number_of_observations() {
    let sample = |n: usize| -> Vec<f64> {
        let quantile = |i: usize| {
            let p = (i as f64 + 0.5) / n as f64;
            (p / (1.0 - p)).ln()
        };
        (0..n).map(quantile).collect()
    };
    let evaluations = |n| {
        let [logistic, cauchy] = [
            PitmanLocation::new(Logistic).evaluate(&sample(n)),
            PitmanLocation::new(Cauchy).evaluate(&sample(n)),
        ];
        [logistic, cauchy].map(|estimate| estimate.unwrap().evaluations)
    };
    for (few, many) in evaluations(20).into_iter().zip(evaluations(1000)) {
        assert!(many <= 2 * few, "{few} evaluations, then {many}");
    }
}
