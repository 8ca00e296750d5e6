//! What the densities of half-normal, Rayleigh, gamma and Weibull errors have in common.

use super::LogLikelihood;
use crate::statistics::sample::ends;
use crate::statistics::sum::Sum;

/// A density f(z) = exp(constant) z^power exp(−factor · z^exponent) of positive numbers.
pub(super) struct StretchedExponential {
    pub(super) constant: f64,
    pub(super) power: f64,
    pub(super) factor: f64,
    pub(super) exponent: f64,
}

impl StretchedExponential {
    /// The likelihood of a location, seen from the smallest observation: with z = smallest + d and
    /// u = smallest − t,
    ///
    /// ```text
    /// power Σ log(d + u) − factor Σ ((d + u)^exponent − d^exponent)
    /// ```
    ///
    /// What is subtracted is constant and may be huge, where others are far above the smallest.
    pub(super) fn location_likelihood<'a>(self, sample: &[f64]) -> LogLikelihood<'a> {
        let StretchedExponential {
            constant,
            power,
            factor,
            exponent,
        } = self;
        let [smallest, _] = ends(sample);
        let distances: Vec<f64> = sample.iter().map(|z| z - smallest).collect();
        let powers = distances.iter().map(|d| d.powf(exponent));
        let constant = constant * sample.len() as f64 - factor * powers.sum::<f64>();
        // the two terms of each observation, d above the smallest
        let terms = move |d: f64, u: f64| {
            let rise = if exponent == 1.0 {
                u
            } else if exponent == 2.0 {
                u * (2.0 * d + u)
            } else if u < d {
                d.powf(exponent) * (exponent * (u / d).ln_1p()).exp_m1()
            } else {
                (d + u).powf(exponent) - d.powf(exponent)
            };
            [log_power(power, d + u), -factor * rise]
        };
        let copy = distances.clone();
        let varying = move |origin: f64, offset: f64| {
            let u = (smallest - origin) - offset;
            if u < 0.0 {
                return f64::NEG_INFINITY;
            }
            let all = distances.iter().flat_map(|&d| terms(d, u));
            all.collect::<Sum>().value()
        };
        let size = move |t: f64| {
            let u = (smallest - t).max(0.0);
            let all = copy.iter().flat_map(|&d| terms(d, u));
            all.map(f64::abs).sum()
        };
        LogLikelihood {
            constant,
            varying: Box::new(varying),
            size: Box::new(size),
        }
    }
}

/// (c − 1) log z, which is 0 for c = 1 even at 0.
pub(super) fn log_power(exponent: f64, z: f64) -> f64 {
    if exponent == 0.0 {
        0.0
    } else {
        exponent * z.ln()
    }
}
