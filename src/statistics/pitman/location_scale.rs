//! The minimum-risk equivariant estimators where neither location nor scale is known.

use std::cell::RefCell;
use std::collections::HashMap;

use super::location::Likelihood;
use super::power::{Logarithm, degree};
use super::{Estimate, Method};
use crate::statistics::claim::{OrientedLocation, PowerOfSpread};
use crate::statistics::decision::ScaleLoss;
use crate::statistics::density::{ClosedForm, Density, NotADensity, NotPositive, Tail};
use crate::statistics::location::median_of;
use crate::statistics::posterior::{Growth, LogDensity, Posterior};
use crate::statistics::sample::ascending;
use crate::statistics::{Estimator, Refusal};

/// The Pitman estimator of the location a of a sample xᵢ = a + b εᵢ whose scale b is not known, with
/// errors εᵢ from a known density f, under the squared loss (d − a)²/b².
///
/// With the right Haar measure da db/b and the likelihood ∏ f((xᵢ − a)/b)/b it is
///
/// ```text
/// E [a b⁻²] / E [b⁻²]
/// ```
///
/// The left Haar measure, da db/b², gives an equivariant estimator too, and a worse one.
///
/// # Errors
///
/// A sample that is empty, not finite, or all equal; under tails |z|^−(ν+1) with n observations, of
/// which m are tied, ν (n − m) − m must exceed 1 ([`Nonexistent`](Refusal::Nonexistent)).
///
/// # Complexity
///
/// O(n) in closed form for the normal, exponential and uniform densities; one quadrature over the scale
/// for the Laplace (O(n log n) a node) and Gumbel densities; otherwise a quadrature over the location
/// at each of about a hundred scales.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, density::{Cauchy, Exponential}, pitman::PitmanLocationOfSpread};
/// // the smallest observation less Σ(x − min)/n²
/// let start = PitmanLocationOfSpread::new(Exponential).estimate(&[5.0, 7.0, 9.0, 11.0])?;
/// assert!((start - 4.25).abs() < 1e-14);
///
/// let units = [3.0, 5.0, 4.5, 100.0, 4.0];
/// let other = units.map(|x| 1.8 * x + 32.0);
/// let [here, there] = [units, other].map(|x| PitmanLocationOfSpread::new(Cauchy).estimate(&x).unwrap());
/// assert!((there - (1.8 * here + 32.0)).abs() < 1e-12);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// Pitman (1939); Lehmann and Casella (1998), section 3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanLocationOfSpread<F> {
    density: F,
}

/// The Pitman estimator of the power bʳ of the scale of a sample xᵢ = a + b εᵢ whose location a is not
/// known, with errors εᵢ from a known density f.
///
/// With the right Haar measure da db/b and the likelihood ∏ f((xᵢ − a)/b)/b,
///
/// ```text
/// squared       (d/bʳ − 1)²                 E b^−r / E b^−2r
/// Stein         d/bʳ − log(d/bʳ) − 1        1 / E b^−r
/// squared log   log²(d/bʳ)                  exp(r E log b)
/// ```
///
/// # Conventions
///
/// The power r is 1 and the loss squared unless said otherwise.
///
/// # Errors
///
/// As for [`PitmanLocationOfSpread`], with ν (n − m) − m + 1 above 2r under squared loss and above r
/// under Stein's.
///
/// # Examples
///
/// Under squared loss the best multiple of the sum of squares, for the normal variance, has the divisor
/// n + 1; under Stein's loss it is the unbiased one.
///
/// ```
/// use equivariant::statistics::{Estimator, decision::ScaleLoss, density::Normal, pitman::PitmanSpread};
/// let variance = PitmanSpread::new(Normal).of_power(2.0)?;
/// assert!((variance.estimate(&[1.0, 3.0, 5.0])? - 8.0 / 4.0).abs() < 1e-14);
/// let stein = variance.under(ScaleLoss::Stein);
/// assert!((stein.estimate(&[1.0, 3.0, 5.0])? - 8.0 / 2.0).abs() < 1e-14);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// Pitman (1939); Lehmann and Casella (1998), section 3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanSpread<F> {
    density: F,
    power: f64,
    loss: ScaleLoss,
}

impl<F: Density> PitmanLocationOfSpread<F> {
    /// The estimator for errors of this density.
    pub fn new(density: F) -> Self {
        PitmanLocationOfSpread { density }
    }

    /// The estimate, with a bound on its numerical error and how it was computed.
    ///
    /// # Errors
    ///
    /// As for the estimator; also [`Inaccurate`](Refusal::Inaccurate), if the numerical error may exceed
    /// 10⁻¹² of the spread of the sample, the median distance from its median, or of the distance of the
    /// estimate from the median where that is larger.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Logistic, pitman::PitmanLocationOfSpread};
    /// let estimate = PitmanLocationOfSpread::new(Logistic).evaluate(&[1.0, 2.0, 6.0])?;
    /// assert!(estimate.bound < 1e-11);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn evaluate(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        let standard = Standard::new(&self.density, sample, 2.0)?;
        let unit = match self
            .density
            .location_of_spread_in_closed_form(&standard.sample)
        {
            Some(value) => ClosedForm::stable(value).into(),
            None => {
                // E [a b⁻²]/E [b⁻²] is the mean of a under the likelihood times b⁻²
                let joint = Joint::new(&self.density, &standard.sample, 2.0);
                let posterior = joint.posterior(Growth::Linear);
                joint.check()?; // the first cause
                let posterior = posterior?;
                let value = posterior.expectation(|beta| joint.location(beta));
                let error = posterior.error() + joint.location_error(&posterior, value);
                joint.estimate(value, error, &posterior)
            }
        };
        let estimate = Estimate {
            value: standard.location + standard.scale * unit.value,
            bound: standard.scale * unit.bound,
            ..unit
        };
        if !estimate.value.is_finite() {
            return Err(Refusal::Overflow("the estimate is too large"));
        }
        estimate.accurate(standard.scale * unit.value.abs().max(1.0))
    }
}

impl<F: Density> Estimator for PitmanLocationOfSpread<F> {
    type Claim = OrientedLocation;

    fn claim(&self) -> OrientedLocation {
        OrientedLocation
    }

    fn name(&self) -> String {
        format!("Pitman, {} of unknown scale", self.density.name())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}

impl<F: Density> PitmanSpread<F> {
    /// The estimator of b for errors of this density, under squared loss.
    pub fn new(density: F) -> Self {
        PitmanSpread {
            density,
            power: 1.0,
            loss: ScaleLoss::Squared,
        }
    }

    /// The estimator of bʳ.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if r is not a positive number.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Normal, pitman::PitmanSpread};
    /// assert!(PitmanSpread::new(Normal).of_power(0.0).is_err());
    /// ```
    pub fn of_power(mut self, r: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the power", r)?;
        self.power = r;
        Ok(self)
    }

    /// The estimator under this loss.
    #[must_use]
    pub fn under(mut self, loss: ScaleLoss) -> Self {
        self.loss = loss;
        self
    }

    /// The estimate, with a bound on its numerical error and how it was computed.
    ///
    /// # Errors
    ///
    /// As for the estimator; also [`Inaccurate`](Refusal::Inaccurate), if the numerical error may exceed
    /// 10⁻¹² of the value.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Uniform, pitman::PitmanSpread};
    /// // the range, times (n + 2)/n
    /// let width = PitmanSpread::new(Uniform).evaluate(&[1.0, 2.0, 4.0])?;
    /// assert!((width.value - 5.0).abs() < 1e-14);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn evaluate(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        let r = self.power;
        let degree = degree(self.loss, r);
        let standard = Standard::new(&self.density, sample, degree)?;
        let unit = match self
            .density
            .spread_in_closed_form(&standard.sample, r, self.loss)
        {
            Some(value) => Estimate::closed(value),
            None => self.by_quadrature(&standard.sample)?,
        };
        let power = standard.scale.powf(r);
        let estimate = Estimate {
            value: power * unit.value,
            bound: power * unit.bound,
            ..unit
        };
        estimate.positive()?.accurate(estimate.value)
    }

    fn by_quadrature(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        let r = self.power;
        let logarithm = Logarithm::OfScale;
        let joint = Joint::new(&self.density, sample, 0.0);
        let posterior = joint.posterior(logarithm.growth_under(self.loss, r));
        joint.check()?; // the first cause
        let posterior = posterior?;
        let (value, error) = logarithm.estimate(&posterior, self.loss, r);
        let error = error + joint.scale_error(&posterior, r, degree(self.loss, r));
        Ok(joint.estimate(value, value * error, &posterior))
    }
}

impl<F: Density> Estimator for PitmanSpread<F> {
    type Claim = PowerOfSpread;

    fn claim(&self) -> PowerOfSpread {
        PowerOfSpread { power: self.power }
    }

    fn name(&self) -> String {
        format!("Pitman scale, {} of unknown location", self.density.name())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}

/// A sample seen from its median, in units of the median distance from it.
struct Standard {
    location: f64,
    scale: f64,
    sample: Vec<f64>,
}

impl Standard {
    /// The standardised sample, if the moment b^−degree of the posterior is finite.
    fn new(density: &impl Density, sample: &[f64], degree: f64) -> Result<Standard, Refusal> {
        let sample = &ascending(2, sample)?;
        NotADensity::check_tails(density)?;
        let location = median_of(&mut sample.to_vec());
        let mut distances: Vec<f64> = sample
            .iter()
            .map(|x| (x - location).abs())
            .filter(|distance| *distance > 0.0)
            .collect();
        if distances.is_empty() {
            return Err(Refusal::Degenerate("all observations are equal"));
        }
        let scale = median_of(&mut distances);
        let standard: Vec<f64> = sample.iter().map(|x| (x - location) / scale).collect();
        if standard.iter().any(|z| !z.is_finite()) {
            return Err(Refusal::Overflow("the sample is too wide"));
        }
        if density.turning_points().len() > 1 {
            return Err(Refusal::Unsupported(
                "with unknown scale, only densities with one mode",
            ));
        }
        // as b → 0 about the largest tie, with n − m observations in a tail of exponent ν + 1, the
        // integrand is b^(1 + ν (n − m) − m − degree) db/b
        let n = sample.len() as f64;
        let m = largest_tie(sample) as f64;
        let exponent = density.tails().map(|tail| match tail {
            Tail::Power { exponent } => exponent,
            _ => f64::INFINITY,
        });
        let nu = exponent[0].min(exponent[1]) - 1.0;
        if 1.0 + nu * (n - m) - m - degree <= 0.0 {
            return Err(Refusal::Nonexistent(
                "the risk is infinite: too few observations, or too many ties, for tails so heavy",
            ));
        }
        Ok(Standard {
            location,
            scale,
            sample: standard,
        })
    }
}

/// How many observations are equal at most.
fn largest_tie(sample: &[f64]) -> usize {
    let mut sorted = sample.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let ties = sorted.chunk_by(|x, y| x == y);
    ties.map(<[f64]>::len).max().unwrap_or(0)
}

/// The likelihood of the logarithm β = log b of the scale, the location integrated out, times b^−tilt:
///
/// ```text
/// ℓ(β) = (1 − n − tilt) β + log ∫ ∏ f(xᵢ/b − u) du
/// ```
struct Joint<'a, F> {
    density: &'a F,
    sample: &'a [f64],
    tilt: f64,
    inner: RefCell<HashMap<u64, Inner>>,
    evaluations: RefCell<u64>,
    refusal: RefCell<Option<Refusal>>,
}

/// What is known about the location at one scale, in units of it.
#[derive(Clone, Copy)]
struct Inner {
    log_mass: f64,
    mean: f64,
    /// A bound on the error of the mean.
    error: f64,
    /// A bound on the relative error of the mass.
    mass_error: f64,
}

impl Inner {
    /// Nothing is left of the likelihood.
    const NOTHING: Inner = Inner {
        log_mass: f64::NEG_INFINITY,
        mean: 0.0,
        error: 0.0,
        mass_error: 0.0,
    };
}

impl<'a, F: Density> Joint<'a, F> {
    fn new(density: &'a F, sample: &'a [f64], tilt: f64) -> Self {
        Joint {
            density,
            sample,
            tilt,
            inner: RefCell::default(),
            evaluations: RefCell::default(),
            refusal: RefCell::default(),
        }
    }

    fn posterior(&self, growth: Growth) -> Result<Posterior<'_, Self>, Refusal> {
        let spread = 1.0 / (2.0 * self.sample.len() as f64).sqrt();
        Posterior::new(self, 0.0, spread, growth)
    }

    /// That no quadrature over the location failed.
    fn check(&self) -> Result<(), Refusal> {
        self.refusal.borrow().clone().map_or(Ok(()), Err)
    }

    /// What the errors of the quadratures over the location do to the mean location, which is `value`.
    fn location_error(&self, outer: &Posterior<'_, Self>, value: f64) -> f64 {
        outer.expectation(|beta| {
            let Inner {
                error, mass_error, ..
            } = self.at_scale(beta);
            beta.exp() * error + mass_error * (self.location(beta) - value).abs()
        })
    }

    /// What the errors of the quadratures over the location do to the moments b^−r, b^−degree and log b of
    /// the scale, relative to them.
    fn scale_error(&self, outer: &Posterior<'_, Self>, r: f64, degree: f64) -> f64 {
        let of_moment = |power: f64| {
            let weight = |beta: f64| (-power * (beta - outer.centre())).exp();
            let error = outer.expectation(|beta| weight(beta) * self.at_scale(beta).mass_error);
            error / outer.expectation(weight)
        };
        of_moment(0.0) + of_moment(r) + of_moment(degree)
    }

    fn estimate(&self, value: f64, bound: f64, outer: &Posterior<'_, Self>) -> Estimate {
        Estimate {
            value,
            bound,
            evaluations: outer.evaluations() + *self.evaluations.borrow(),
            method: Method::NestedQuadrature,
        }
    }

    /// The location at the scale e^β: its mean.
    fn location(&self, beta: f64) -> f64 {
        beta.exp() * self.at_scale(beta).mean
    }

    fn at_scale(&self, beta: f64) -> Inner {
        if let Some(&known) = self.inner.borrow().get(&beta.to_bits()) {
            return known;
        }
        let scaled: Vec<f64> = self.sample.iter().map(|x| x * (-beta).exp()).collect();
        let inner = match self.integral(&scaled) {
            Ok(inner) => inner,
            Err(Refusal::Degenerate(_) | Refusal::Impossible { .. }) => Inner::NOTHING,
            Err(refusal) => {
                *self.refusal.borrow_mut() = Some(refusal);
                Inner::NOTHING
            }
        };
        self.inner.borrow_mut().insert(beta.to_bits(), inner);
        inner
    }

    fn integral(&self, scaled: &[f64]) -> Result<Inner, Refusal> {
        if scaled.iter().any(|z| !z.is_finite()) {
            return Err(Refusal::Degenerate("the scale is too small for the sample"));
        }
        if let Some([log_mass, mean]) = self.density.location_mass_in_closed_form(scaled) {
            return Ok(Inner {
                log_mass: log_mass.value,
                mean: mean.value,
                error: mean.bound,
                mass_error: log_mass.bound,
            });
        }
        let likelihood = Likelihood::new(self.density, scaled)?;
        let posterior = likelihood.posterior(Growth::Linear)?;
        *self.evaluations.borrow_mut() += posterior.evaluations();
        Ok(Inner {
            log_mass: likelihood.constant() + posterior.log_mass(),
            mean: posterior.mean(),
            error: posterior.error(),
            mass_error: posterior.mass_error(),
        })
    }

    fn slope(&self) -> f64 {
        1.0 - self.sample.len() as f64 - self.tilt
    }
}

impl<F: Density> LogDensity for Joint<'_, F> {
    fn beside(&self, origin: f64, offset: f64) -> f64 {
        let beta = origin + offset;
        self.slope() * beta + self.at_scale(beta).log_mass
    }

    /// A density with one mode grows when it is drawn out: f((x − a)/b) ≤ f((x − a)/b₁) for b ≤ b₁, with a
    /// the location of the mode. And ∫ ∏ f(yᵢ − u) du ≤ ∫ f(u)ⁿ du, by Hölder's inequality.
    fn at_most(&self, a: f64, b: f64) -> f64 {
        let drawn_out = (self.slope() - 1.0) * a + b + self.at_scale(b.min(300.0)).log_mass;
        let together = self.slope() * a + self.at_scale(f64::INFINITY).log_mass;
        drawn_out.min(together)
    }

    /// The support of the density, drawn out, is as wide as the sample at least.
    fn support(&self) -> [f64; 2] {
        let [low, high] = self.density.support();
        let range = self.sample[self.sample.len() - 1] - self.sample[0];
        [(range / (high - low)).ln(), f64::INFINITY]
    }

    fn longest(&self) -> f64 {
        4.0 / self.sample.len() as f64
    }

    fn resolution(&self) -> f64 {
        6.0 / (self.sample.len() as f64).sqrt()
    }

    fn falls_beyond(&self, _beta: f64, _stride: f64) -> Option<bool> {
        Some(true)
    }
}
