//! Densities made of the hyperbolic cosine.

use std::f64::consts::PI;

use super::{Density, LogLikelihood, Tail, log_of_product};

/// The logistic density f(z) = 1 / (4 cosh²(z/2)).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Logistic};
/// assert_eq!(Logistic.log_density(0.0), -4.0_f64.ln());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Logistic;

/// The hyperbolic secant density f(z) = 1 / (2 cosh(πz/2)), of unit variance.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, HyperbolicSecant};
/// assert_eq!(HyperbolicSecant.log_density(0.0), -2.0_f64.ln());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HyperbolicSecant;

/// log(2 cosh x) = |x| + log(1 + e^(−2|x|))
fn log_two_cosh(x: f64) -> f64 {
    x.abs() + (-2.0 * x.abs()).exp().ln_1p()
}

/// Σ log(2 cosh(rate · (zᵢ − t))), times a factor.
fn sum_of_log_two_cosh(sample: &[f64], rate: f64, times: f64) -> LogLikelihood<'_> {
    /// Up to here the exponentials have nearly all digits.
    const NEAR: f64 = 30.0;
    let mut sorted = sample.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let centre = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    let far = |z: &f64| rate * (z - centre).abs() > NEAR;
    let (far, near): (Vec<f64>, Vec<f64>) = sorted.into_iter().partition(far);
    // one exponential for each observation that is near, and one for each t
    let with_inverse = |power: f64| (power, 1.0 / power);
    let powers: Vec<(f64, f64)> = near
        .iter()
        .map(|z| with_inverse((rate * (z - centre)).exp()))
        .collect();
    let constant: f64 = far.iter().map(|z| rate * (z - centre).abs()).sum();
    let sum_of_near: f64 = near.iter().map(|z| rate * (z - centre)).sum();
    let of_far: Vec<f64> = far.iter().map(|z| rate * (z - centre)).collect();
    let n_near = near.len() as f64;
    // Σ |x| is slope · |shift| + level, where x = rate · (z − t) is what an observation is at and the sizes at the
    // centre are left out for those that are far: what cancels is never added up
    let sizes = move |shift: f64| {
        let (mut slope, mut level) = (0.0, 0.0);
        if shift.abs() > NEAR {
            (slope, level) = (n_near, -shift.signum() * sum_of_near);
        }
        for from_centre in &of_far {
            if from_centre * shift > 0.0 && from_centre.abs() >= shift.abs() {
                slope -= 1.0; // nearer
            } else {
                slope += 1.0; // farther, or passed
                if from_centre * shift > 0.0 {
                    level -= 2.0 * from_centre.abs();
                }
            }
        }
        (slope, level)
    };
    let of_shift = sizes.clone();
    let varying = move |origin: f64, offset: f64| {
        let shift = rate * ((origin - centre) + offset);
        // log(1 + e^(−2|x|))
        let excess = |z: &f64| {
            let x = rate * ((z - origin) - offset);
            (-2.0 * x.abs()).exp().ln_1p()
        };
        let of_near = if shift.abs() > NEAR {
            near.iter().map(excess).sum()
        } else {
            let (up, down) = (shift.exp(), (-shift).exp());
            log_of_product(&powers, |(power, inverse)| power * down + inverse * up)
        };
        let of_far: f64 = far.iter().map(excess).sum();
        let (slope, level) = sizes(shift);
        times * (slope * shift.abs() + level + of_near + of_far)
    };
    LogLikelihood {
        constant: times * constant,
        varying: Box::new(varying),
        size: Box::new(move |t| {
            let shift = rate * (t - centre);
            let (slope, _) = of_shift(shift);
            times.abs() * (sample.len() as f64 + (slope * shift).abs())
        }),
    }
}

impl Density for Logistic {
    fn name(&self) -> String {
        "logistic".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        -2.0 * log_two_cosh(0.5 * z)
    }

    fn score(&self, z: f64) -> f64 {
        -(0.5 * z).tanh()
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Exponential { rate: 1.0 }; 2]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        sum_of_log_two_cosh(sample, 0.5, -2.0)
    }
}

impl Density for HyperbolicSecant {
    fn name(&self) -> String {
        "hyperbolic secant".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        -log_two_cosh(0.5 * PI * z)
    }

    fn score(&self, z: f64) -> f64 {
        -0.5 * PI * (0.5 * PI * z).tanh()
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Exponential { rate: 0.5 * PI }; 2]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        sum_of_log_two_cosh(sample, 0.5 * PI, -1.0)
    }
}
