//! The minimum-risk equivariant estimator of a location.

use super::huber::huber;
use super::maximum::highest_mode;
use super::pole::Pole;
use super::{Estimate, Method};
use crate::statistics::claim::Shift;
use crate::statistics::decision::LocationLoss;
use crate::statistics::density::{
    ClosedForm, Density, LogLikelihood, NotADensity, NotPositive, Tail, largest_on,
};
use crate::statistics::location::median_of;
use crate::statistics::posterior::{Growth, LogDensity, Posterior};
use crate::statistics::sample::{at_least, ends};
use crate::statistics::{Estimator, Refusal};

/// The Pitman estimator of the location θ of a sample xᵢ = θ + s εᵢ with known scale s and errors εᵢ from
/// a known density f: of least risk among the estimators that move along with shifts.
///
/// With the likelihood L(t) = ∏ f((xᵢ − t)/s),
///
/// ```text
/// squared     ∫ t L(t) dt / ∫ L(t) dt           the mean of the normalised likelihood
/// absolute    the median of it
/// LINEX       −(1/a) log E e^(−a t)
/// Huber       the d with E ψ(d − t) = 0, ψ(u) = u clipped to ±k
/// zero–one    the highest mode, which is the maximum likelihood estimate
/// ```
///
/// # Conventions
///
/// Squared loss and scale 1 unless said otherwise. The parameters of a loss are in the units of the
/// sample. The zero–one loss is the limit of windows that shrink; where the highest mode is a plateau,
/// its middle is taken. Under gamma and Weibull errors of shape below 1, whose density is infinite at 0, the
/// likelihood is highest where θ is the smallest observation.
///
/// # Errors
///
/// A sample that is empty or not finite, that no θ could have given
/// ([`Impossible`](Refusal::Impossible)), or so short that every equivariant estimator has infinite
/// risk ([`Nonexistent`](Refusal::Nonexistent)): under tails |z|^−(ν+1) on both sides and squared loss it
/// takes (n − 1) ν > 2 and (ν + 1) ⌈n/2⌉ > 3, for the Cauchy density n ≥ 4; under losses that grow
/// linearly (n − 1) ν > 1 and (ν + 1) ⌈n/2⌉ > 2. Under a density that is infinite like z^(c−1) at 0, m ties of the
/// smallest observation leave a finite mass if m (1 − c) < 1, and otherwise nothing exists; one of one's own that
/// is infinite at an end of its support is [`Unsupported`](Refusal::Unsupported). Under LINEX loss the tails have to be exponential or
/// lighter, and n times their rate above |a| s on the side where the loss is exponential.
///
/// # Complexity
///
/// O(n) where there is a closed form (O(n log n) for the Laplace density, O(n²) for a few Cauchy errors,
/// whose integral is a sum of residues), otherwise O(n) for each of about a hundred evaluations of the
/// likelihood.
///
/// # Examples
///
/// Published: Laplace errors, where the median is the maximum likelihood estimate and not the best.
///
/// ```
/// use equivariant::statistics::{Estimator, density::{Exponential, Laplace}, pitman::PitmanLocation};
/// // the smallest observation, corrected: min − s/n
/// let start = PitmanLocation::new(Exponential).with_scale(3.0)?;
/// assert_eq!(start.estimate(&[7.0, 5.0, 9.0])?, 4.0);
///
/// let laplace = PitmanLocation::new(Laplace);
/// assert!(laplace.estimate(&[0.0, 1.0, 5.0])? > 1.0); // drawn toward the far one
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// Pitman (1939); Lehmann and Casella (1998), section 3.1; S. C. Port and C. J. Stone, Fisher
/// information and the Pitman estimator of a location parameter, *Annals of Statistics* 2 (1974),
/// 225–247.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanLocation<F> {
    density: F,
    scale: f64,
    loss: LocationLoss,
}

/// A parameter of a loss that makes no sense.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the parameter {name} of the loss is {value}, and has to be {wanted}")]
pub struct NotALoss {
    /// The name of the parameter.
    pub name: &'static str,
    /// Its value.
    pub value: f64,
    /// What it has to be.
    pub wanted: &'static str,
}

impl<F: Density> PitmanLocation<F> {
    /// The estimator for errors of this density, of scale 1, under squared loss.
    pub fn new(density: F) -> Self {
        PitmanLocation {
            density,
            scale: 1.0,
            loss: LocationLoss::Squared,
        }
    }

    /// The estimator for errors of this scale.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if the scale is not a positive number.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Normal, pitman::PitmanLocation};
    /// assert!(PitmanLocation::new(Normal).with_scale(-1.0).is_err());
    /// ```
    pub fn with_scale(mut self, scale: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the scale", scale)?;
        self.scale = scale;
        Ok(self)
    }

    /// The estimator under this loss.
    ///
    /// # Errors
    ///
    /// [`NotALoss`], if a parameter of the loss makes no sense.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{Estimator, decision::LocationLoss, density::Normal, pitman::PitmanLocation};
    /// // too high is worse than too low: a little below the mean
    /// let cautious = PitmanLocation::new(Normal).under(LocationLoss::Linex { a: 1.0 })?;
    /// assert_eq!(cautious.estimate(&[1.0, 2.0])?, 1.25);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn under(mut self, loss: LocationLoss) -> Result<Self, NotALoss> {
        let refused = match loss {
            LocationLoss::Linex { a } if !(a.is_finite() && a != 0.0) => {
                Some(("a", a, "a finite number other than 0"))
            }
            LocationLoss::Huber { k } if !(k.is_finite() && k > 0.0) => {
                Some(("k", k, "a positive number"))
            }
            _ => None,
        };
        if let Some((name, value, wanted)) = refused {
            return Err(NotALoss {
                name,
                value,
                wanted,
            });
        }
        self.loss = loss;
        Ok(self)
    }

    /// The density of the errors.
    pub(super) fn density(&self) -> &F {
        &self.density
    }

    /// The scale of the errors.
    pub(super) fn scale(&self) -> f64 {
        self.scale
    }

    /// Whether the loss is the squared one.
    pub(super) fn is_squared(&self) -> bool {
        self.loss == LocationLoss::Squared
    }

    /// The loss in units of the scale.
    fn unit_loss(&self) -> LocationLoss {
        match self.loss {
            LocationLoss::Linex { a } => LocationLoss::Linex { a: a * self.scale },
            LocationLoss::Huber { k } => LocationLoss::Huber { k: k / self.scale },
            other => other,
        }
    }

    /// The estimate, with a bound on its numerical error and how it was computed.
    ///
    /// # Errors
    ///
    /// As for the estimator; also [`Inaccurate`](Refusal::Inaccurate), if the numerical error may exceed
    /// 10⁻¹² of the scale, or of the mean deviation under the normalised likelihood or the distance from
    /// the median where these are larger.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Logistic, pitman::{Method, PitmanLocation}};
    /// let estimate = PitmanLocation::new(Logistic).evaluate(&[1.0, 2.0, 6.0])?;
    /// assert_eq!(estimate.method, Method::Quadrature);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn evaluate(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        at_least(1, sample)?;
        let loss = self.unit_loss();
        let pilot = median_of(&mut sample.to_vec());
        // in ascending order: then the order of the observations does not matter to the last digit
        let mut standard: Vec<f64> = sample.iter().map(|x| (x - pilot) / self.scale).collect();
        standard.sort_unstable_by(f64::total_cmp);
        if standard.iter().any(|z| !z.is_finite()) {
            return Err(Refusal::Overflow("the sample is too wide for its scale"));
        }
        exists(&self.density, sample.len(), loss)?;
        if let Some(power) = self.density.pole() {
            return self.beside_pole(sample, power, loss);
        }
        let size = sample.iter().fold(0.0, |size: f64, x| size.max(x.abs()));
        let rounding = 4.0 * f64::EPSILON * size / self.scale;
        let [lowest, highest] = possible(&self.density, &standard, rounding)
            .map_err(|refusal| impossible_in(sample, refusal))?;
        let (unit, deviation) = if lowest == highest {
            (ClosedForm::stable(lowest).into(), 0.0) // one possible value
        } else if let Some(form) = self.density.location_in_closed_form(&standard, loss) {
            (form.into(), 0.0)
        } else {
            Likelihood::new(&self.density, &standard)?.estimate(loss)?
        };
        let distance = unit.value.abs();
        let estimate = Estimate {
            value: pilot + self.scale * unit.value,
            bound: self.scale * (unit.bound + f64::EPSILON * (8.0 + distance)),
            ..unit
        };
        if !estimate.value.is_finite() {
            return Err(Refusal::Overflow("the estimate is too large"));
        }
        estimate.accurate(self.scale * deviation.max(distance).max(1.0))
    }

    /// The estimate, seen from the smallest observation, for a density that is infinite at 0.
    fn beside_pole(
        &self,
        sample: &[f64],
        power: f64,
        loss: LocationLoss,
    ) -> Result<Estimate, Refusal> {
        let [smallest, _] = ends(sample);
        let above = sample.iter().map(|x| (x - smallest) / self.scale);
        let mut distances: Vec<f64> = above.collect();
        distances.sort_unstable_by(f64::total_cmp);
        let unit = Pole::new(&self.density, power, &distances)?.estimate(loss)?;
        let estimate = Estimate {
            value: smallest + self.scale * unit.value,
            bound: self.scale * unit.bound,
            ..unit
        };
        if !estimate.value.is_finite() {
            return Err(Refusal::Overflow("the estimate is too large"));
        }
        estimate.accurate(self.scale * unit.value.abs().max(1.0))
    }
}

impl<F: Density> Estimator for PitmanLocation<F> {
    type Claim = Shift;

    fn claim(&self) -> Shift {
        Shift { unit: self.scale }
    }

    fn name(&self) -> String {
        format!("Pitman, {}", self.density.name())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}

/// Whether some equivariant estimator has finite risk.
fn exists(density: &impl Density, n: usize, loss: LocationLoss) -> Result<(), Refusal> {
    NotADensity::check_tails(density)?;
    let tails = density.tails();
    let degree = match loss {
        LocationLoss::Squared => 2.0,
        LocationLoss::Absolute | LocationLoss::Huber { .. } => 1.0,
        LocationLoss::ZeroOne => return Ok(()),
        LocationLoss::Linex { a } => {
            // e^(a (d − t)) is large where t is small, for a > 0: there the right tail decides
            let tail = if a > 0.0 { tails[1] } else { tails[0] };
            return if tail.has_exponential_moment(n, a.abs()) {
                Ok(())
            } else {
                Err(Refusal::Nonexistent(
                    "under LINEX loss the tails need n · rate > |a| · scale",
                ))
            };
        }
    };
    if !tails.iter().all(|tail| tail.has_moment(n, degree)) {
        return Err(Refusal::Nonexistent(
            "the posterior has no moment: too few observations for tails so heavy",
        ));
    }
    if let [
        Tail::Power { exponent: left },
        Tail::Power { exponent: right },
    ] = tails
    {
        let exponent = left.min(right);
        if !(Tail::Power { exponent }).has_finite_risk(n, degree, 1) {
            return Err(Refusal::Nonexistent(
                "every equivariant estimator has infinite risk: too few observations for tails so heavy",
            ));
        }
    }
    Ok(())
}

/// The interval of the locations that could have given the sample, whose observations are known but for
/// this rounding.
fn possible(density: &impl Density, sample: &[f64], rounding: f64) -> Result<[f64; 2], Refusal> {
    let [smallest, largest] = ends(sample);
    let [low, high] = density.support();
    if [low, high]
        .map(|end| density.log_density(end))
        .contains(&f64::INFINITY)
    {
        return Err(Refusal::Unsupported(
            "the location of a density that is infinite at an end of its support",
        ));
    }
    let support = [largest - high, smallest - low];
    if support[0] > support[1] {
        if support[0] - support[1] <= rounding {
            return Ok([f64::midpoint(support[0], support[1]); 2]);
        }
        return Err(Refusal::Impossible {
            index: sample.len() - 1,
            value: largest,
            other: smallest,
        });
    }
    Ok(support)
}

/// The same refusal, with the observations as they are in the sample.
fn impossible_in(sample: &[f64], refusal: Refusal) -> Refusal {
    let Refusal::Impossible { .. } = refusal else {
        return refusal;
    };
    let [smallest, largest] = ends(sample);
    Refusal::Impossible {
        index: sample.iter().position(|x| *x == largest).unwrap_or(0),
        value: largest,
        other: smallest,
    }
}

/// Where a flaw is looked for in an interval: at its ends and at points between.
pub(super) fn points_in(a: f64, b: f64) -> impl Iterator<Item = f64> {
    /// How many parts are made.
    const PARTS: u32 = 64;
    (0..=PARTS).map(move |part| a + (b - a) * (f64::from(part) / f64::from(PARTS)))
}

/// What is wrong with a density at one of these points.
pub(super) fn flaw_at(density: &impl Density, points: impl Iterator<Item = f64>) -> Refusal {
    match NotADensity::check_values(density, points) {
        Err(flaw) => flaw.into(),
        Ok(()) => Refusal::Overflow("the likelihood is infinite or not a number somewhere"),
    }
}

/// The likelihood of the location of a sample of scale 1.
pub(super) struct Likelihood<'a, F> {
    density: &'a F,
    sample: &'a [f64],
    likelihood: LogLikelihood<'a>,
    support: [f64; 2],
    turning: Vec<f64>,
    kinks: Vec<f64>,
    resolution: f64,
}

impl<'a, F: Density> Likelihood<'a, F> {
    /// The likelihood of this sample.
    ///
    /// # Errors
    ///
    /// No θ could have given the sample.
    pub(super) fn new(density: &'a F, sample: &'a [f64]) -> Result<Self, Refusal> {
        let support = possible(density, sample, 0.0)?;
        let own = density.kinks();
        let mut kinks: Vec<f64> = sample
            .iter()
            .flat_map(|x| own.iter().map(move |z| x - z))
            .collect();
        kinks.sort_unstable_by(f64::total_cmp);
        kinks.dedup();
        // between nodes 0.08 of the length apart, ℓ″ ≤ n·κ lets nothing hide
        let curvature = density.curvature().map(|kappa| kappa * sample.len() as f64);
        let resolution = curvature.map_or(0.0, |kappa| 12.0 / kappa.sqrt());
        Ok(Likelihood {
            density,
            sample,
            likelihood: density.location_likelihood(sample),
            support,
            turning: density.turning_points(),
            kinks,
            resolution,
        })
    }

    /// What has been left out of the logarithm.
    pub(super) fn constant(&self) -> f64 {
        self.likelihood.constant
    }

    /// Where a mode may be, and how wide it may be.
    pub(super) fn guess(&self) -> (f64, f64) {
        let mode = self
            .turning
            .get(self.turning.len() / 2)
            .copied()
            .unwrap_or(0.0);
        (-mode, 1.0 / (self.sample.len() as f64).sqrt())
    }

    /// The normalised likelihood.
    pub(super) fn posterior(&self, growth: Growth) -> Result<Posterior<'_, Self>, Refusal> {
        let (centre, spread) = self.guess();
        Posterior::new(self, centre, spread, growth)
    }

    /// The estimate, and the mean deviation of the normalised likelihood.
    fn estimate(&self, loss: LocationLoss) -> Result<(Estimate, f64), Refusal> {
        let growth = match loss {
            LocationLoss::ZeroOne => return Ok((self.highest_mode()?, 0.0)),
            LocationLoss::Linex { a } => Growth::Exponential { rate: -a },
            _ => Growth::Linear,
        };
        let posterior = self.posterior(growth)?;
        let (value, bound) = match loss {
            LocationLoss::Absolute => {
                let median = posterior.quantile(0.5);
                (median, posterior.mass_error() / posterior.density(median))
            }
            LocationLoss::Huber { k } => huber(&posterior, k, |t| t, |t| t)?,
            LocationLoss::Linex { a } => {
                let centre = posterior.centre();
                let excess = posterior.expectation(|t| (-a * (t - centre)).exp_m1());
                // |e^(−au) − 1| ≤ |a u| e^|au|, and that growth is what the error is for
                let bound = posterior.error() / (1.0 + excess);
                (centre - excess.ln_1p() / a, bound)
            }
            LocationLoss::Squared | LocationLoss::ZeroOne => (posterior.mean(), posterior.error()),
        };
        let estimate = Estimate {
            value,
            bound,
            evaluations: posterior.evaluations(),
            method: Method::Quadrature,
        };
        Ok((estimate, posterior.deviation()))
    }
}

impl<F: Density> LogDensity for Likelihood<'_, F> {
    fn beside(&self, origin: f64, offset: f64) -> f64 {
        let [low, high] = self.support;
        if origin + offset < low || origin + offset > high {
            return f64::NEG_INFINITY;
        }
        (self.likelihood.varying)(origin, offset)
    }

    /// Each observation by itself, where its density is largest.
    fn at_most(&self, a: f64, b: f64) -> f64 {
        if let Some(largest) = self.density.largest_location_likelihood(self.sample, a, b) {
            return largest - self.likelihood.constant;
        }
        let of_one = |z: &f64| match self.turning[..] {
            [mode] => self.density.log_density(mode.clamp(z - b, z - a)),
            _ => largest_on(self.density, &self.turning, z - b, z - a),
        };
        self.sample.iter().map(of_one).sum::<f64>() - self.likelihood.constant
    }

    fn support(&self) -> [f64; 2] {
        self.support
    }

    fn flaw(&self, a: f64, b: f64) -> Refusal {
        let far_and_near = points_in(a, b).flat_map(|t| self.sample.iter().map(move |z| z - t));
        flaw_at(self.density, far_and_near)
    }

    fn kinks(&self) -> &[f64] {
        &self.kinks
    }

    fn is_concave(&self) -> bool {
        self.density.is_log_concave()
    }

    fn resolution(&self) -> f64 {
        self.resolution
    }

    fn size(&self, t: f64) -> f64 {
        (self.likelihood.size)(t)
    }

    fn size_of_bound(&self, t: f64) -> f64 {
        self.size(t) + self.likelihood.constant.abs()
    }
}

impl<F: Density> Likelihood<'_, F> {
    /// Σ s(zᵢ − t), minus the derivative of the logarithm of the likelihood.
    fn score(&self, t: f64) -> f64 {
        self.sample.iter().map(|z| self.density.score(z - t)).sum()
    }

    /// The highest mode: intervals that cannot hold it are discarded, the rest is halved until the score
    /// changes its sign once, and then bisected.
    fn highest_mode(&self) -> Result<Estimate, Refusal> {
        let curvature = self
            .density
            .curvature()
            .map(|kappa| kappa * self.sample.len() as f64);
        highest_mode(
            self,
            self.guess(),
            |t| -self.score(t),
            curvature,
            self.hull(),
        )
    }

    /// An interval that holds every mode: the sample, each observation moved by the points where the
    /// density turns or ends.
    fn hull(&self) -> [f64; 2] {
        let [smallest, largest] = ends(self.sample);
        let of_support = self.density.support();
        let edges = of_support.into_iter().filter(|end| end.is_finite());
        let points: Vec<f64> = self.turning.iter().copied().chain(edges).collect();
        let [first, last] = ends(&points);
        let [low, high] = self.support;
        [(smallest - last).max(low), (largest - first).min(high)]
    }
}
