//! The minimum-risk equivariant estimators that Lehmann and Casella derive in *Theory of Point
//! Estimation*, 2nd ed. (1998), chapter 3.

use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;
use equivariant::statistics::{Estimator, Refusal};

const SAMPLE: [f64; 5] = [0.5, 2.0, 1.25, 3.5, 0.75];
const N: f64 = 5.0;

fn is(estimate: Result<f64, Refusal>, known: f64, what: &str) {
    let error = (estimate.clone().unwrap() - known).abs();
    assert!(
        error <= 1e-14 * known.abs().max(1.0),
        "{what}: {estimate:?} is not {known}"
    );
}

/// Section 3.1: the mean; the midrange; the smallest observation, less its mean or its median distance.
#[test]
fn locations() {
    let mean = SAMPLE.iter().sum::<f64>() / N;
    is(
        PitmanLocation::new(Normal).estimate(&SAMPLE),
        mean,
        "normal",
    );
    let uniform = PitmanLocation::new(Uniform).with_scale(4.0).unwrap();
    is(uniform.estimate(&SAMPLE), 2.0, "uniform");
    let exponential = PitmanLocation::new(Exponential).with_scale(3.0).unwrap();
    is(exponential.estimate(&SAMPLE), 0.5 - 3.0 / N, "exponential");
    let absolute = exponential.under(LocationLoss::Absolute).unwrap();
    let known = 0.5 - 3.0 * std::f64::consts::LN_2 / N;
    is(
        absolute.estimate(&SAMPLE),
        known,
        "exponential, absolute loss",
    );
    let highest = exponential.under(LocationLoss::ZeroOne).unwrap();
    is(highest.estimate(&SAMPLE), 0.5, "exponential, zero-one loss");
}

/// Section 3.3, the location known: the sums of squares and of observations, and the largest.
#[test]
fn scales() {
    let squares: f64 = SAMPLE.iter().map(|x| x * x).sum();
    let sum: f64 = SAMPLE.iter().sum();
    let normal = PitmanScale::new(Normal).of_power(2.0).unwrap();
    is(normal.estimate(&SAMPLE), squares / (N + 2.0), "normal");
    let stein = normal.under(ScaleLoss::Stein);
    is(stein.estimate(&SAMPLE), squares / N, "normal, Stein");
    // √(Σx²/2) Γ((n + 1)/2)/Γ((n + 2)/2), with Γ(3) = 2 and Γ(7/2) = 15 √π/8
    let ratio = 16.0 / (15.0 * std::f64::consts::PI.sqrt());
    let known = (0.5 * squares).sqrt() * ratio;
    is(PitmanScale::new(Normal).estimate(&SAMPLE), known, "normal");
    let exponential = PitmanScale::new(Exponential);
    is(
        exponential.estimate(&SAMPLE),
        sum / (N + 1.0),
        "exponential",
    );
    let uniform = PitmanScale::new(UnitUniform);
    let known = 3.5 * (N + 2.0) / (N + 1.0);
    is(uniform.estimate(&SAMPLE), known, "uniform");
}

/// Section 3.3, neither known.
#[test]
fn locations_and_scales() {
    let mean = SAMPLE.iter().sum::<f64>() / N;
    let squares: f64 = SAMPLE.iter().map(|x| (x - mean) * (x - mean)).sum();
    let excess: f64 = SAMPLE.iter().map(|x| x - 0.5).sum();
    let variance = PitmanSpread::new(Normal).of_power(2.0).unwrap();
    is(variance.estimate(&SAMPLE), squares / (N + 1.0), "normal");
    let stein = variance.under(ScaleLoss::Stein);
    is(
        stein.estimate(&SAMPLE),
        squares / (N - 1.0),
        "normal, Stein",
    );
    is(
        PitmanLocationOfSpread::new(Normal).estimate(&SAMPLE),
        mean,
        "normal",
    );
    let spread = PitmanSpread::new(Exponential);
    is(spread.estimate(&SAMPLE), excess / N, "exponential");
    let location = PitmanLocationOfSpread::new(Exponential);
    is(
        location.estimate(&SAMPLE),
        0.5 - excess / (N * N),
        "exponential",
    );
    let width = PitmanSpread::new(Uniform);
    is(width.estimate(&SAMPLE), 3.0 * (N + 2.0) / N, "uniform");
    is(
        PitmanLocationOfSpread::new(Uniform).estimate(&SAMPLE),
        2.0,
        "uniform",
    );
}
