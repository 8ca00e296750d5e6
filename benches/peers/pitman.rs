//! The Pitman estimator, which `pitman.py` computes in other ways.

use std::f64::consts::PI;
use std::hint::black_box;

use equivariant::statistics::Refusal;
use equivariant::statistics::density::{Cauchy, Density, Logistic};
use equivariant::statistics::pitman::PitmanLocation;

use super::measurement::print;
use super::samples::{logistic, uniform};

pub(super) fn measure() -> Result<(), Refusal> {
    for n in [100, 1000] {
        location(Cauchy, |u| (PI * (u - 0.5)).tan(), n)?;
        location(Logistic, logistic, n)?;
    }
    Ok(())
}

fn location(
    density: impl Density + Copy,
    quantile: fn(f64) -> f64,
    n: usize,
) -> Result<(), Refusal> {
    let sample: Vec<f64> = uniform(n).map(quantile).collect();
    let estimator = PitmanLocation::new(density);
    let estimate = estimator.evaluate(&sample)?;
    let what = format!("Pitman, {}", density.name());
    print(&what, &n.to_string(), &[estimate.value], || {
        estimator.evaluate(black_box(&sample))
    });
    Ok(())
}
