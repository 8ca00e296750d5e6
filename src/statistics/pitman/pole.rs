//! The location under densities that are infinite at the lower end of their support.

use super::huber::huber;
use super::{Estimate, Method};
use crate::statistics::Refusal;
use crate::statistics::decision::LocationLoss;
use crate::statistics::density::{Density, LogLikelihood};
use crate::statistics::posterior::{Growth, LogDensity, Posterior};

/// Below this logarithm nothing but the poles depends on u.
const DEEP: f64 = -700.0;

/// The likelihood of u = smallest − t, where f(z) ~ z^power at 0 with −1 < power < 0, as a density of
/// w = log u:
///
/// ```text
/// ℓ(w) = w + Σ log f(dᵢ + e^w) + tilt · e^w        with dᵢ = xᵢ − smallest ≥ 0
/// ```
///
/// The pole at u = 0, of order m · power for m ties of the smallest, becomes the tail e^(q w) with
/// q = 1 + m · power. The poles at u = −dᵢ are outside, and no matter how near they are ℓ is as smooth as
/// log(dᵢ + e^w).
pub(super) struct Pole<'a> {
    likelihood: LogLikelihood<'a>,
    q: f64,
    tilt: f64,
}

impl<'a> Pole<'a> {
    /// The likelihood for these distances from the smallest observation, in ascending order.
    ///
    /// # Errors
    ///
    /// The likelihood has no finite mass, for so many ties.
    pub(super) fn new(
        density: &'a impl Density,
        power: f64,
        distances: &'a [f64],
    ) -> Result<Self, Refusal> {
        let ties = distances.partition_point(|d| *d == 0.0);
        let q = 1.0 + ties as f64 * power;
        if q <= 0.0 {
            return Err(Refusal::Nonexistent(
                "the likelihood has no finite mass: so many ties m of the smallest observation, at which \
                 the density is infinite like z^(c−1), that m (1 − c) ≥ 1",
            ));
        }
        if distances.get(ties).is_some_and(|d| d.ln() < DEEP) {
            return Err(Refusal::Overflow(
                "the two smallest observations are too near each other",
            ));
        }
        Ok(Pole {
            likelihood: density.location_likelihood(distances),
            q,
            tilt: 0.0,
        })
    }

    /// The estimate of t − smallest = −u.
    pub(super) fn estimate(mut self, loss: LocationLoss) -> Result<Estimate, Refusal> {
        let growth = match loss {
            LocationLoss::ZeroOne => return Ok(Estimate::closed(0.0)), // infinite there
            LocationLoss::Absolute => Growth::Linear,
            _ => Growth::Exponential { rate: 1.0 },
        };
        if let LocationLoss::Linex { a } = loss {
            self.tilt = a.max(0.0);
        }
        let posterior = Posterior::new(&self, 0.0, 1.0, growth)?;
        let unit = posterior.centre().exp();
        let u = |w: f64| w.exp();
        let (value, bound) = match loss {
            LocationLoss::Absolute => {
                let median = posterior.quantile(0.5);
                let error = posterior.mass_error() / posterior.density(median);
                (-u(median), error * u(median))
            }
            LocationLoss::Huber { k } => {
                let (value, bound) = huber(&posterior, k, |u| u.max(0.0).ln(), u)?;
                (-value, bound)
            }
            LocationLoss::Linex { a } => {
                // E₀ e^(a u) = 1/E e^(−a u) for the density tilted by e^(a u)
                let size = a.abs();
                let excess = posterior.expectation(|w| (-size * u(w)).exp_m1());
                let bound = posterior.error() * unit / (1.0 + excess);
                (excess.ln_1p() / size, bound)
            }
            LocationLoss::Squared | LocationLoss::ZeroOne => {
                (-posterior.expectation(u), posterior.error() * unit)
            }
        };
        Ok(Estimate {
            value,
            bound: bound + 8.0 * f64::EPSILON * value.abs(),
            evaluations: posterior.evaluations(),
            method: Method::Quadrature,
        })
    }
}

impl LogDensity for Pole<'_> {
    fn beside(&self, origin: f64, offset: f64) -> f64 {
        let w = origin + offset;
        let near = w.max(DEEP);
        let u = near.exp();
        if !u.is_finite() {
            return f64::NEG_INFINITY;
        }
        self.q * (w - near) + near + (self.likelihood.varying)(0.0, -u) + self.tilt * u
    }

    /// It is concave: no other bound is asked for.
    fn at_most(&self, _a: f64, _b: f64) -> f64 {
        f64::INFINITY
    }

    fn support(&self) -> [f64; 2] {
        [f64::NEG_INFINITY, f64::INFINITY]
    }

    /// log f(d + e^w) is, for a density f whose logarithm is (c − 1) log z less a power of z up to the
    /// first.
    fn is_concave(&self) -> bool {
        true
    }

    fn falls_beyond(&self, _t: f64, _stride: f64) -> Option<bool> {
        Some(true)
    }

    fn size(&self, w: f64) -> f64 {
        let u = w.max(DEEP).exp();
        w.abs() + (self.likelihood.size)(-u) + self.tilt * u
    }
}
