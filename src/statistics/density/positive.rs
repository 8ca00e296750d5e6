//! Densities of positive numbers.

use std::f64::consts::PI;

use super::geometric_mean::geometric_mean;
use super::stretched_exponential::{StretchedExponential, log_power};
use super::{Density, LogLikelihood, Tail, largest};
use crate::statistics::decision::ScaleLoss;
use crate::statistics::sample::ends;
use crate::statistics::special::{digamma, ln_gamma_ratio};

/// A parameter of a density that has to be a positive number.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{what} has to be a positive number, not {value}")]
pub struct NotPositive {
    /// Which parameter.
    pub what: &'static str,
    /// The value that was given.
    pub value: f64,
}

impl NotPositive {
    /// That the value is positive and finite.
    pub(in crate::statistics) fn check(what: &'static str, value: f64) -> Result<(), NotPositive> {
        if value.is_finite() && value > 0.0 {
            return Ok(());
        }
        Err(NotPositive { what, value })
    }
}

/// A family of scales in which S = factor · Σ |x|^exponent has S/σ^exponent ~ Gamma(shape).
pub(super) struct PowerSum {
    pub(super) exponent: f64,
    pub(super) factor: f64,
    pub(super) shape: f64,
}

impl PowerSum {
    /// The minimum-risk equivariant estimate of σ^r. With m the shape and k the exponent,
    ///
    /// ```text
    /// squared       S^(r/k) Γ(m + r/k) / Γ(m + 2r/k)
    /// Stein         S^(r/k) Γ(m) / Γ(m + r/k)
    /// squared log   exp((r/k)(log S − ψ(m)))
    /// ```
    pub(super) fn estimate(&self, sample: &[f64], r: f64, loss: ScaleLoss) -> f64 {
        let (m, q) = (self.shape, r / self.exponent);
        let largest = largest(sample);
        let sum: f64 = sample
            .iter()
            .map(|x| (x.abs() / largest).powf(self.exponent))
            .sum();
        let factor = match loss {
            ScaleLoss::Squared => ln_gamma_ratio(m + q, m + 2.0 * q),
            ScaleLoss::Stein => ln_gamma_ratio(m, m + q),
            ScaleLoss::SquaredLog => -q * digamma(m),
        };
        largest.powf(r) * (q * (self.factor * sum).ln() + factor).exp()
    }
}

/// Half of the normal density, f(z) = √(2/π) exp(−z²/2) for z ≥ 0.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, HalfNormal};
/// assert_eq!(HalfNormal.support(), [0.0, f64::INFINITY]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfNormal;

/// The Rayleigh density f(z) = z exp(−z²/2) for z ≥ 0: the length of a normal vector in the plane.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Rayleigh};
/// assert_eq!(Rayleigh.log_density(1.0), -0.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rayleigh;

/// The gamma density f(z) = z^(c−1) exp(−z)/Γ(c) for z ≥ 0, of shape c.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Gamma};
/// assert!((Gamma::new(2.0)?.log_density(1.0) + 1.0).abs() < 1e-15);
/// # Ok::<(), equivariant::statistics::density::NotPositive>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gamma {
    shape: f64,
    constant: f64,
}

/// The Weibull density f(z) = c z^(c−1) exp(−z^c) for z ≥ 0, of shape c.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Weibull};
/// assert_eq!(Weibull::new(1.0)?.log_density(3.0), -3.0);
/// # Ok::<(), equivariant::statistics::density::NotPositive>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weibull {
    shape: f64,
}

/// The log-normal density: log z is normal with mean 0 and standard deviation τ.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, LogNormal, Normal};
/// assert_eq!(LogNormal::new(1.0)?.log_density(1.0), Normal.log_density(0.0));
/// # Ok::<(), equivariant::statistics::density::NotPositive>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogNormal {
    deviation: f64,
}

/// The Pareto density f(z) = α z^(−α−1) for z ≥ 1.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Pareto};
/// assert_eq!(Pareto::new(1.0)?.log_density(1.0), 0.0);
/// # Ok::<(), equivariant::statistics::density::NotPositive>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pareto {
    exponent: f64,
}

impl Gamma {
    /// The density of this shape.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if the shape is not a positive number.
    pub fn new(shape: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the shape", shape)?;
        Ok(Gamma {
            shape,
            constant: ln_gamma_ratio(1.0, shape),
        })
    }
}

impl Weibull {
    /// The density of this shape.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if the shape is not a positive number.
    pub fn new(shape: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the shape", shape)?;
        Ok(Weibull { shape })
    }
}

impl LogNormal {
    /// The density with this standard deviation of the logarithm.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if it is not a positive number.
    pub fn new(deviation: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the standard deviation of the logarithm", deviation)?;
        Ok(LogNormal { deviation })
    }
}

impl Pareto {
    /// The density with this exponent α.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if it is not a positive number.
    pub fn new(exponent: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the exponent", exponent)?;
        Ok(Pareto { exponent })
    }
}

impl Density for HalfNormal {
    fn name(&self) -> String {
        "half-normal".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        if z < 0.0 {
            return f64::NEG_INFINITY;
        }
        0.5 * (2.0 / PI).ln() - 0.5 * z * z
    }

    fn score(&self, z: f64) -> f64 {
        -z
    }

    fn support(&self) -> [f64; 2] {
        [0.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        Vec::new()
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded, Tail::Light]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let density = StretchedExponential {
            constant: 0.5 * (2.0 / PI).ln(),
            power: 0.0,
            factor: 0.5,
            exponent: 2.0,
        };
        density.location_likelihood(sample)
    }

    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: 2.0,
            factor: 0.5,
            shape: 0.5 * sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }
}

impl Density for Rayleigh {
    fn name(&self) -> String {
        "Rayleigh".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        if z <= 0.0 {
            return f64::NEG_INFINITY;
        }
        z.ln() - 0.5 * z * z
    }

    fn score(&self, z: f64) -> f64 {
        1.0 / z - z
    }

    fn support(&self) -> [f64; 2] {
        [0.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![1.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded, Tail::Light]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let density = StretchedExponential {
            constant: 0.0,
            power: 1.0,
            factor: 0.5,
            exponent: 2.0,
        };
        density.location_likelihood(sample)
    }

    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: 2.0,
            factor: 0.5,
            shape: sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }
}

impl Density for Gamma {
    fn name(&self) -> String {
        format!("gamma of shape {}", self.shape)
    }

    fn log_density(&self, z: f64) -> f64 {
        if z < 0.0 {
            return f64::NEG_INFINITY;
        }
        self.constant + log_power(self.shape - 1.0, z) - z
    }

    fn score(&self, z: f64) -> f64 {
        (self.shape - 1.0) / z - 1.0
    }

    fn support(&self) -> [f64; 2] {
        [0.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        if self.shape > 1.0 {
            vec![self.shape - 1.0]
        } else {
            Vec::new()
        }
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded, Tail::Exponential { rate: 1.0 }]
    }

    fn is_log_concave(&self) -> bool {
        self.shape >= 1.0
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    fn pole(&self) -> Option<f64> {
        (self.shape < 1.0).then_some(self.shape - 1.0)
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let density = StretchedExponential {
            constant: self.constant,
            power: self.shape - 1.0,
            factor: 1.0,
            exponent: 1.0,
        };
        density.location_likelihood(sample)
    }

    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: 1.0,
            factor: 1.0,
            shape: self.shape * sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }
}

impl Density for Weibull {
    fn name(&self) -> String {
        format!("Weibull of shape {}", self.shape)
    }

    fn log_density(&self, z: f64) -> f64 {
        if z < 0.0 {
            return f64::NEG_INFINITY;
        }
        self.shape.ln() + log_power(self.shape - 1.0, z) - z.powf(self.shape)
    }

    fn score(&self, z: f64) -> f64 {
        (self.shape - 1.0 - self.shape * z.powf(self.shape)) / z
    }

    fn support(&self) -> [f64; 2] {
        [0.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        if self.shape > 1.0 {
            vec![(1.0 - 1.0 / self.shape).powf(1.0 / self.shape)]
        } else {
            Vec::new()
        }
    }

    fn tails(&self) -> [Tail; 2] {
        let right = if self.shape == 1.0 {
            Tail::Exponential { rate: 1.0 }
        } else if self.shape > 1.0 {
            Tail::Light
        } else {
            Tail::Exponential { rate: 0.0 } // slower than every exponential, faster than every power
        };
        [Tail::Bounded, right]
    }

    fn is_log_concave(&self) -> bool {
        self.shape >= 1.0
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    fn pole(&self) -> Option<f64> {
        (self.shape < 1.0).then_some(self.shape - 1.0)
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let density = StretchedExponential {
            constant: self.shape.ln(),
            power: self.shape - 1.0,
            factor: 1.0,
            exponent: self.shape,
        };
        density.location_likelihood(sample)
    }

    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: self.shape,
            factor: 1.0,
            shape: sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }
}

impl Density for LogNormal {
    fn name(&self) -> String {
        format!("log-normal of deviation {}", self.deviation)
    }

    fn log_density(&self, z: f64) -> f64 {
        if z <= 0.0 {
            return f64::NEG_INFINITY;
        }
        let y = z.ln() / self.deviation;
        -z.ln() - self.deviation.ln() - 0.5 * ((2.0 * PI).ln() + y * y)
    }

    fn score(&self, z: f64) -> f64 {
        -(1.0 + z.ln() / (self.deviation * self.deviation)) / z
    }

    fn support(&self) -> [f64; 2] {
        [0.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![(-self.deviation * self.deviation).exp()]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded, Tail::Exponential { rate: 0.0 }]
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    /// log σ is, given the sample, normal about the mean of the logarithms: with v = r² τ²/n
    ///
    /// ```text
    /// squared       exp(r · mean log x − 3v/2)
    /// Stein         exp(r · mean log x − v/2)
    /// squared log   exp(r · mean log x)
    /// ```
    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let n = sample.len() as f64;
        let (pilot, rest) = geometric_mean(sample);
        let weight = match loss {
            ScaleLoss::Squared => 1.5,
            ScaleLoss::Stein => 0.5,
            ScaleLoss::SquaredLog => 0.0,
        };
        // v, and what its roundings lost
        let product = power * self.deviation;
        let lost = power.mul_add(self.deviation, -product);
        let square = product * product;
        let lost = product.mul_add(product, -square) + 2.0 * product * lost;
        let v = square / n;
        let lost = ((-v).mul_add(n, square) + lost) / n;
        let exponent = weight * v;
        let lost = weight.mul_add(v, -exponent) + weight * lost - power * rest;
        // pilot^r · e^(−exponent), by parts where one of the two overflows and the product need not
        let mut parts = 1.0;
        while (power * pilot.ln()).abs().max(exponent) / parts > 600.0 && parts < 8.0 {
            parts *= 2.0;
        }
        if exponent / parts > 700.0 {
            return None;
        }
        let part = pilot.powf(power / parts) * (-exponent / parts).exp();
        Some(part.powf(parts) * (-lost).exp())
    }
}

impl Density for Pareto {
    fn name(&self) -> String {
        format!("Pareto of exponent {}", self.exponent)
    }

    fn log_density(&self, z: f64) -> f64 {
        if z < 1.0 {
            return f64::NEG_INFINITY;
        }
        self.exponent.ln() - (self.exponent + 1.0) * z.ln()
    }

    fn score(&self, z: f64) -> f64 {
        -(self.exponent + 1.0) / z
    }

    fn support(&self) -> [f64; 2] {
        [1.0, f64::INFINITY]
    }

    fn turning_points(&self) -> Vec<f64> {
        Vec::new()
    }

    fn tails(&self) -> [Tail; 2] {
        let exponent = self.exponent + 1.0;
        [Tail::Bounded, Tail::Power { exponent }]
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    /// The smallest observation exceeds σ, as a logarithm, by an exponential time of rate nα:
    /// E σ^(−r) = m^(−r) nα/(nα − r).
    fn scale_in_closed_form(&self, sample: &[f64], r: f64, loss: ScaleLoss) -> Option<f64> {
        let rate = self.exponent * sample.len() as f64;
        let [smallest, _] = ends(sample);
        let factor = match loss {
            ScaleLoss::Squared => (rate - 2.0 * r) / (rate - r),
            ScaleLoss::Stein => (rate - r) / rate,
            ScaleLoss::SquaredLog => (-r / rate).exp(),
        };
        Some(smallest.powf(r) * factor)
    }
}
