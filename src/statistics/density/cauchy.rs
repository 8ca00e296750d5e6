//! The Cauchy density.

use std::f64::consts::PI;

use super::student::Kernel;
use super::{ClosedForm, Density, LogLikelihood, Tail};
use crate::statistics::decision::LocationLoss;

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

    /// The likelihood has its poles at xₖ ± i; where the sum of the residues is well conditioned it is
    /// exact and cheaper than quadrature.
    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        match loss {
            LocationLoss::Squared => Some(by_residues(sample)?[1]),
            _ => None,
        }
    }

    fn location_mass_in_closed_form(&self, sample: &[f64]) -> Option<[ClosedForm; 2]> {
        by_residues(sample)
    }

    fn largest_location_likelihood(&self, sample: &[f64], from: f64, to: f64) -> Option<f64> {
        kernel().largest(sample, from, to)
    }
}

/// For more observations the residues, n² of them in all, cost more than quadrature.
const MOST_RESIDUES: usize = 16;

/// The error beyond which quadrature is the better way.
const CONDITIONED: f64 = 1e-13;

/// The logarithm of the mass of the likelihood ∏ f(xⱼ − t), and its mean, from the integrals of
/// L(t) = ∏ 1/(1 + (xⱼ − t)²); `None` if there are too many observations, or the sums are badly conditioned.
///
/// ```text
/// ∫ L(t) dt  =  π Σ cₖ      ∫ t L(t) dt  =  π Σ (xₖ + i) cₖ
/// cₖ  =  ∏ 1/(d (d − 2i))   over j ≠ k, with d = xⱼ − xₖ
/// ```
fn by_residues(sample: &[f64]) -> Option<[ClosedForm; 2]> {
    if sample.len() > MOST_RESIDUES {
        return None;
    }
    let (mut mass, mut moment) = (0.0, 0.0);
    let (mut masses, mut moments) = (0.0, 0.0);
    for (k, x) in sample.iter().enumerate() {
        let (mut re, mut im) = (1.0, 0.0);
        for (j, other) in sample.iter().enumerate() {
            if j != k {
                let d = other - x;
                (re, im) = (d * (re * d + 2.0 * im), d * (im * d - 2.0 * re));
            }
        }
        // the residue is the inverse
        let square = re * re + im * im;
        if !square.is_normal() {
            return None; // a tie, or too far apart
        }
        let (re, im) = (re / square, -im / square);
        let size = re.abs() + im.abs();
        mass += re;
        moment += x * re - im;
        masses += size;
        moments += (1.0 + x.abs()) * size;
    }
    // each factor rounds a few times
    let n = sample.len() as f64;
    let rounding = 4.0 * f64::EPSILON * n;
    let log_mass = ClosedForm {
        value: mass.ln() - (n - 1.0) * PI.ln(),
        bound: rounding * (masses / mass + 1.0),
    };
    let value = moment / mass;
    let mean = ClosedForm {
        value,
        bound: rounding * (moments + value.abs() * masses) / mass,
    };
    let is_conditioned = mass > 0.0
        && log_mass.bound <= CONDITIONED
        && mean.bound <= CONDITIONED * value.abs().max(1.0);
    is_conditioned.then_some([log_mass, mean])
}

/// Student's, with one degree of freedom.
fn kernel() -> Kernel {
    Kernel {
        constant: -PI.ln(),
        power: 1.0,
        inverse: 1.0,
    }
}
