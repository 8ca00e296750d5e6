//! The normal density.

use std::f64::consts::PI;

use super::positive::PowerSum;
use super::{ClosedForm, Density, Tail};
use crate::statistics::decision::{LocationLoss, ScaleLoss};
use crate::statistics::location::mean;

/// The standard normal density f(z) = exp(−z²/2)/√(2π).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Normal};
/// assert_eq!(Normal.score(1.5), -1.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Normal;

impl Density for Normal {
    fn name(&self) -> String {
        "normal".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        -0.5 * (z * z + (2.0 * PI).ln())
    }

    fn score(&self, z: f64) -> f64 {
        -z
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Light; 2]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    /// The posterior is normal with mean x̄ and variance 1/n.
    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        let centre = mean(sample);
        Some(ClosedForm::stable(match loss {
            LocationLoss::Linex { a } => centre - a / (2.0 * sample.len() as f64),
            _ => centre,
        }))
    }

    /// Σx²/2σ² ~ Gamma(n/2)
    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: 2.0,
            factor: 0.5,
            shape: 0.5 * sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }

    fn location_of_spread_in_closed_form(&self, sample: &[f64]) -> Option<f64> {
        Some(mean(sample))
    }

    /// Σ(x − x̄)²/2σ² ~ Gamma((n − 1)/2)
    fn spread_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let centre = mean(sample);
        let deviations: Vec<f64> = sample.iter().map(|x| x - centre).collect();
        let sum = PowerSum {
            exponent: 2.0,
            factor: 0.5,
            shape: 0.5 * (sample.len() as f64 - 1.0),
        };
        Some(sum.estimate(&deviations, power, loss))
    }
}
