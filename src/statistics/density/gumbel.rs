//! The Gumbel density.

use super::{ClosedForm, Density, LogLikelihood, Tail};
use crate::statistics::decision::LocationLoss;
use crate::statistics::sample::ends;
use crate::statistics::special::{digamma, ln_gamma_ratio};

/// The Gumbel density of maxima, f(z) = exp(−z − e^(−z)).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Gumbel};
/// assert_eq!(Gumbel.log_density(0.0), -1.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gumbel;

/// −log Σ e^(−x)
fn minus_log_sum(sample: &[f64]) -> f64 {
    let [smallest, _] = ends(sample);
    let sum: f64 = sample.iter().map(|x| (smallest - x).exp()).sum();
    smallest - sum.ln()
}

impl Density for Gumbel {
    fn name(&self) -> String {
        "Gumbel".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        -z - (-z).exp()
    }

    fn score(&self, z: f64) -> f64 {
        (-z).exp_m1()
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Light, Tail::Exponential { rate: 1.0 }]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    /// n τ − e^τ − n log S − Σx, where τ = t + log S
    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let n = sample.len() as f64;
        let minus_log_sum = minus_log_sum(sample);
        LogLikelihood {
            constant: sample.iter().map(|x| minus_log_sum - x).sum(),
            varying: Box::new(move |origin, offset| {
                let tau = (origin - minus_log_sum) + offset;
                n * tau - tau.exp()
            }),
            size: Box::new(move |t| {
                let tau = t - minus_log_sum;
                n * tau.abs() + tau.exp()
            }),
        }
    }

    /// Γ(n) S^(−n) e^(−Σx)
    fn location_mass_in_closed_form(&self, sample: &[f64]) -> Option<[ClosedForm; 2]> {
        let n = sample.len() as f64;
        let minus_log_sum = minus_log_sum(sample);
        // relative to −log S, so that large terms cancel one by one
        let terms: f64 = sample.iter().map(|x| minus_log_sum - x).sum();
        let log_mass = ln_gamma_ratio(n, 1.0) + terms;
        let mean = minus_log_sum + digamma(n);
        Some([log_mass, mean].map(ClosedForm::stable))
    }

    /// With S = Σ e^(−x), the number S e^θ has, given the sample, the distribution Gamma(n).
    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        let n = sample.len() as f64;
        let minus_log_sum = minus_log_sum(sample);
        let value = match loss {
            LocationLoss::Squared => minus_log_sum + digamma(n),
            // below, the difference of the gamma functions has too few digits
            LocationLoss::Linex { a } if a.abs() > 0.5 => {
                minus_log_sum - ln_gamma_ratio(n - a, n) / a
            }
            LocationLoss::ZeroOne => minus_log_sum + n.ln(),
            _ => return None,
        };
        Some(ClosedForm::stable(value))
    }
}
