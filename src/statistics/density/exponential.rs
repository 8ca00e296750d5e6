//! The exponential density.

use std::f64::consts::LN_2;

use super::positive::PowerSum;
use super::{ClosedForm, Density, LogLikelihood, Tail};
use crate::statistics::decision::{LocationLoss, ScaleLoss};
use crate::statistics::sample::ends;

/// The exponential density f(z) = exp(−z) for z ≥ 0.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Exponential};
/// assert_eq!(Exponential.log_density(2.0), -2.0);
/// assert_eq!(Exponential.log_density(-1e-9), f64::NEG_INFINITY);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exponential;

impl Density for Exponential {
    fn name(&self) -> String {
        "exponential".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        if z < 0.0 { f64::NEG_INFINITY } else { -z }
    }

    fn score(&self, _z: f64) -> f64 {
        -1.0
    }

    fn support(&self) -> [f64; 2] {
        [0.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn kinks(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded, Tail::Exponential { rate: 1.0 }]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    /// n t − Σz
    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let n = sample.len() as f64;
        LogLikelihood {
            constant: -sample.iter().sum::<f64>(),
            varying: Box::new(move |origin, offset| n * origin + n * offset),
            size: Box::new(move |t| n * t.abs()),
        }
    }

    /// The smallest observation minus θ has, given the sample, the exponential distribution of rate n.
    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        let n = sample.len() as f64;
        let [smallest, _] = ends(sample);
        Some(ClosedForm::stable(match loss {
            LocationLoss::Squared => smallest - 1.0 / n,
            LocationLoss::Absolute => smallest - LN_2 / n,
            LocationLoss::Linex { a } => smallest + (-a / n).ln_1p() / a,
            LocationLoss::ZeroOne => smallest,
            LocationLoss::Huber { .. } => return None,
        }))
    }

    /// Σx/σ ~ Gamma(n)
    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: 1.0,
            factor: 1.0,
            shape: sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }

    /// min − Σ(x − min)/n²
    fn location_of_spread_in_closed_form(&self, sample: &[f64]) -> Option<f64> {
        let n = sample.len() as f64;
        let [smallest, _] = ends(sample);
        let excess: f64 = sample.iter().map(|x| x - smallest).sum();
        Some(smallest - excess / (n * n))
    }

    /// Σ(x − min)/σ ~ Gamma(n − 1)
    fn spread_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let [smallest, _] = ends(sample);
        let excess: Vec<f64> = sample.iter().map(|x| x - smallest).collect();
        let sum = PowerSum {
            exponent: 1.0,
            factor: 1.0,
            shape: sample.len() as f64 - 1.0,
        };
        Some(sum.estimate(&excess, power, loss))
    }
}
