//! The Cauchy density.

use std::f64::consts::PI;

use super::student::Kernel;
use super::{Density, LogLikelihood, Tail};

/// The Cauchy density f(z) = 1 / (π (1 + z²)): no mean, no variance.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Cauchy, Density};
/// assert_eq!(Cauchy.log_density(0.0), -std::f64::consts::PI.ln());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cauchy;

impl Density for Cauchy {
    fn name(&self) -> String {
        "Cauchy".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        if z.abs() > 1e150 {
            -PI.ln() - 2.0 * z.abs().ln()
        } else {
            -PI.ln() - (z * z).ln_1p()
        }
    }

    fn score(&self, z: f64) -> f64 {
        if z.abs() > 1e150 {
            -2.0 / z
        } else {
            -2.0 * z / (1.0 + z * z)
        }
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Power { exponent: 2.0 }; 2]
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    fn curvature(&self) -> Option<f64> {
        Some(0.25) // at z² = 3
    }

    /// −n log π − log ∏ (1 + (zᵢ − t)²)
    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        kernel().location_likelihood(self, sample)
    }

    fn largest_location_likelihood(&self, sample: &[f64], from: f64, to: f64) -> Option<f64> {
        kernel().largest(sample, from, to)
    }
}

/// Student's, with one degree of freedom.
fn kernel() -> Kernel {
    Kernel {
        constant: -PI.ln(),
        power: 1.0,
        inverse: 1.0,
    }
}
