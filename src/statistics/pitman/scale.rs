//! The minimum-risk equivariant estimator of a scale.

use super::location::{flaw_at, points_in};
use super::power::{Logarithm, degree};
use super::{Estimate, Method};
use crate::statistics::claim::PowerOfScale;
use crate::statistics::decision::ScaleLoss;
use crate::statistics::density::{Density, NotADensity, NotPositive, Tail, largest_on};
use crate::statistics::location::median_of;
use crate::statistics::posterior::{LogDensity, Posterior};
use crate::statistics::sample::{ascending, at_least};
use crate::statistics::{Estimator, Refusal};

/// The Pitman estimator of the power σʳ of the scale of a sample xᵢ = σ εᵢ, with errors εᵢ from a known
/// density f: of least risk among the estimators that move along with changes of scale.
///
/// With the right Haar measure dσ/σ and the likelihood ∏ f(xᵢ/σ)/σ,
///
/// ```text
/// squared       (d/σʳ − 1)²                  E σ^−r / E σ^−2r
/// Stein         d/σʳ − log(d/σʳ) − 1         1 / E σ^−r
/// squared log   log²(d/σʳ)                   exp(r E log σ)
/// ```
///
/// # Conventions
///
/// The power r is 1 and the loss squared unless said otherwise. The location is known to be 0.
///
/// # Errors
///
/// A sample that is empty or not finite; an observation outside the support
/// ([`OutsideSupport`](Refusal::OutsideSupport)) or so far from another that no σ could have given both
/// ([`Impossible`](Refusal::Impossible)); all observations 0; so few that no equivariant
/// estimator has finite risk ([`Nonexistent`](Refusal::Nonexistent)).
///
/// # Complexity
///
/// O(n) where there is a closed form, otherwise O(n) for each of about a hundred evaluations of the
/// likelihood.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, decision::ScaleLoss, density::Exponential, pitman::PitmanScale};
/// // Σx/(n + 1) under squared loss, Σx/n under Stein's
/// let lifetimes = [2.0, 4.0, 6.0];
/// assert!((PitmanScale::new(Exponential).estimate(&lifetimes)? - 3.0).abs() < 1e-14);
/// let stein = PitmanScale::new(Exponential).under(ScaleLoss::Stein);
/// assert!((stein.estimate(&lifetimes)? - 4.0).abs() < 1e-14);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// Pitman (1939); Lehmann and Casella (1998), section 3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanScale<F> {
    density: F,
    power: f64,
    loss: ScaleLoss,
}

impl<F: Density> PitmanScale<F> {
    /// The estimator of σ for errors of this density, under squared loss.
    pub fn new(density: F) -> Self {
        PitmanScale {
            density,
            power: 1.0,
            loss: ScaleLoss::Squared,
        }
    }

    /// The estimator of σʳ.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if r is not a positive number.
    ///
    /// # Examples
    ///
    /// The variance of normal errors about a known mean: Σx²/(n + 2).
    ///
    /// ```
    /// use equivariant::statistics::{Estimator, density::Normal, pitman::PitmanScale};
    /// let variance = PitmanScale::new(Normal).of_power(2.0)?;
    /// assert!((variance.estimate(&[1.0, -1.0, 2.0, 0.0])? - 1.0).abs() < 1e-15);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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
    /// use equivariant::statistics::{density::Cauchy, pitman::{Method, PitmanScale}};
    /// let estimate = PitmanScale::new(Cauchy).evaluate(&[1.0, -2.0, 6.0])?;
    /// assert_eq!(estimate.method, Method::Quadrature);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn evaluate(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        at_least(1, sample)?;
        possible(&self.density, sample)?;
        let sample = &ascending(1, sample)?;
        exists(&self.density, sample, self.power, self.loss)?;
        let estimate = match self
            .density
            .scale_in_closed_form(sample, self.power, self.loss)
        {
            Some(value) => Estimate::closed(value),
            None => self.by_quadrature(sample)?,
        };
        estimate.positive()?.accurate(estimate.value)
    }

    /// Quadrature over β = −log(σ/pilot), where the pilot is the median size.
    fn by_quadrature(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        let mut sizes: Vec<f64> = sample
            .iter()
            .map(|x| x.abs())
            .filter(|x| *x > 0.0)
            .collect();
        let pilot = median_of(&mut sizes);
        let standard: Vec<f64> = sample.iter().map(|x| x / pilot).collect();
        if standard.iter().any(|z| !z.is_finite()) {
            return Err(Refusal::Overflow("the sample is too wide"));
        }
        let likelihood = ScaleLikelihood::new(&self.density, &standard);
        let r = self.power;
        let [slowest, fastest] = likelihood.support;
        if slowest >= fastest {
            let only = (-r * f64::midpoint(slowest, fastest)).exp();
            return Ok(Estimate::closed(pilot.powf(r) * only));
        }
        // σ = pilot · e^(−β)
        let logarithm = Logarithm::OfInverse;
        let growth = logarithm.growth_under(self.loss, r);
        let spread = 1.0 / (sample.len() as f64).sqrt();
        let posterior = Posterior::new(&likelihood, 0.0, spread, growth)?;
        let (unit, error) = logarithm.estimate(&posterior, self.loss, r);
        let value = pilot.powf(r) * unit;
        Ok(Estimate {
            value,
            bound: value * error,
            evaluations: posterior.evaluations(),
            method: Method::Quadrature,
        })
    }
}

impl<F: Density> Estimator for PitmanScale<F> {
    type Claim = PowerOfScale;

    fn claim(&self) -> PowerOfScale {
        PowerOfScale { power: self.power }
    }

    fn name(&self) -> String {
        format!("Pitman scale, {}", self.density.name())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}

/// That some σ could have given the sample.
fn possible(density: &impl Density, sample: &[f64]) -> Result<(), Refusal> {
    let [low, high] = density.support();
    let (below, above) = (low >= 0.0, high <= 0.0);
    for (index, &value) in sample.iter().enumerate() {
        let is_outside = (below && value < 0.0) || (above && value > 0.0);
        // a multiple of 0 is 0: inside only if 0 is
        let is_bare = value == 0.0 && (low > 0.0 || density.log_density(0.0) == f64::NEG_INFINITY);
        if is_outside || is_bare {
            return Err(Refusal::OutsideSupport {
                index,
                value,
                support: if above {
                    "of the negative numbers"
                } else {
                    "of the positive numbers"
                },
            });
        }
    }
    if sample.iter().all(|&x| x == 0.0) {
        return Err(Refusal::Degenerate("all observations are 0"));
    }
    let rates = || sample.iter().map(|&z| possible_for(density, z)).enumerate();
    let slowest = rates().max_by(|(_, p), (_, q)| p[0].total_cmp(&q[0]));
    let fastest = rates().min_by(|(_, p), (_, q)| p[1].total_cmp(&q[1]));
    if let Some(((index, [slowest, _]), (other, [_, fastest]))) = slowest.zip(fastest)
        && slowest - fastest > 4.0 * f64::EPSILON * (1.0 + slowest.abs())
    {
        return Err(Refusal::Impossible {
            index,
            value: sample[index],
            other: sample[other],
        });
    }
    Ok(())
}

/// The interval of the β for which e^β z is in the support.
fn possible_for(density: &impl Density, z: f64) -> [f64; 2] {
    let [low, high] = density.support();
    // the end that is farther from 0 bounds β from above, the nearer one from below
    let (near, far) = if z > 0.0 { (low, high) } else { (high, low) };
    let rate = |end: f64| {
        let ratio = end / z;
        (ratio > 0.0 && ratio.is_finite()).then(|| ratio.ln())
    };
    [
        rate(near).unwrap_or(f64::NEG_INFINITY),
        rate(far).unwrap_or(f64::INFINITY),
    ]
}

/// Whether the moments of the posterior are finite: σ → 0 sends every observation but 0 to the tails,
/// σ → ∞ sends all to the middle.
fn exists(
    density: &impl Density,
    sample: &[f64],
    power: f64,
    loss: ScaleLoss,
) -> Result<(), Refusal> {
    NotADensity::check_tails(density)?;
    let degree = degree(loss, power);
    // as σ → 0, with |x|/σ in a tail of exponent e, the integrand is σ^(−n − degree + e·(n − zeros)) dσ/σ
    let n = sample.len() as f64;
    let mut order = -n - degree;
    let [left, right] = density.tails();
    for &x in sample {
        let tail = if x > 0.0 { right } else { left };
        order += match tail {
            _ if x == 0.0 => 0.0,
            Tail::Power { exponent } => exponent,
            _ => f64::INFINITY,
        };
    }
    if order > 0.0 {
        return Ok(());
    }
    Err(Refusal::Nonexistent(
        "the risk is infinite: too few observations other than 0 for tails so heavy",
    ))
}

/// nβ + Σ log f(e^β zᵢ), the logarithm of the likelihood of 1/σ = e^β on a logarithmic scale.
struct ScaleLikelihood<'a, F> {
    density: &'a F,
    sample: &'a [f64],
    turning: Vec<f64>,
    kinks: Vec<f64>,
    support: [f64; 2],
    is_concave: bool,
}

impl<'a, F: Density> ScaleLikelihood<'a, F> {
    fn new(density: &'a F, sample: &'a [f64]) -> Self {
        let turning = density.turning_points();
        let ratios = |point: f64| {
            let ratios = sample.iter().map(move |z| point / z);
            ratios.filter(|ratio| *ratio > 0.0 && ratio.is_finite())
        };
        let mut kinks: Vec<f64> = density
            .kinks()
            .into_iter()
            .flat_map(ratios)
            .map(f64::ln)
            .collect();
        kinks.sort_unstable_by(f64::total_cmp);
        kinks.dedup();
        let mut support = [f64::NEG_INFINITY, f64::INFINITY];
        for &z in sample {
            let [slowest, fastest] = possible_for(density, z);
            support = [support[0].max(slowest), support[1].min(fastest)];
        }
        // −log f convex and smallest at 0, or a Student density: then β ↦ log f(e^β z) is concave
        let is_centred = turning.is_empty() || turning == [0.0];
        let is_concave =
            density.is_log_concave() && is_centred || density.is_concave_in_log_scale();
        ScaleLikelihood {
            density,
            sample,
            turning,
            kinks,
            support,
            is_concave,
        }
    }
}

impl<F: Density> LogDensity for ScaleLikelihood<'_, F> {
    fn beside(&self, origin: f64, offset: f64) -> f64 {
        let beta = origin + offset;
        let [low, high] = self.support;
        if beta < low || beta > high {
            return f64::NEG_INFINITY;
        }
        let rate = beta.exp();
        let term = |z: &f64| beta + self.density.log_density(rate * z);
        self.sample.iter().map(term).sum()
    }

    fn at_most(&self, a: f64, b: f64) -> f64 {
        let (slow, fast) = (a.exp(), b.exp());
        let largest = |z: &f64| {
            let (p, q) = (slow * z, fast * z);
            let (from, to) = if p < q { (p, q) } else { (q, p) };
            b + largest_on(self.density, &self.turning, from, to)
        };
        self.sample.iter().map(largest).sum()
    }

    fn support(&self) -> [f64; 2] {
        self.support
    }

    fn flaw(&self, a: f64, b: f64) -> Refusal {
        let points =
            points_in(a, b).flat_map(|beta| self.sample.iter().map(move |z| beta.exp() * z));
        flaw_at(self.density, points)
    }

    fn kinks(&self) -> &[f64] {
        &self.kinks
    }

    fn is_concave(&self) -> bool {
        self.is_concave
    }

    fn size(&self, beta: f64) -> f64 {
        let rate = beta.exp();
        let term = |z: &f64| (beta + self.density.log_density(rate * z)).abs();
        self.sample.iter().map(term).sum()
    }

    fn longest(&self) -> f64 {
        4.0 / self.sample.len() as f64
    }
}
