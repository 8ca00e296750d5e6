//! The minimum-risk equivariant estimator of a direction.

use std::f64::consts::{PI, TAU};

use super::{Estimate, Method};
use crate::statistics::circular::{CircularMean, MeanResultantLength};
use crate::statistics::density::CircularDensity;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The minimum-risk equivariant estimator of the direction θ of a sample xᵢ = θ + εᵢ on the circle, with
/// errors εᵢ from a known density f, under the loss 1 − cos(d − θ).
///
/// With the likelihood L(t) = ∏ f(xᵢ − t) it is the direction of its resultant,
///
/// ```text
/// δ(x) = arg ∫ e^(it) L(t) dt
/// ```
///
/// For von Mises errors of any concentration that is the [mean direction](CircularMean).
///
/// # Laws
///
/// ```text
/// δ(g x)  =  g δ(x)    g in O(2) if f is symmetric, otherwise in SO(2)
/// ```
///
/// # Conventions
///
/// The value is an angle from −π to π in radians. Where the resultant is 0 up to rounding all directions
/// are as good as each other, and the sample is refused.
///
/// # Errors
///
/// A sample that is empty or not finite; without a resultant, or such as no direction could have given
/// ([`Degenerate`](Refusal::Degenerate)); a likelihood so narrow or so rough that a million nodes are not
/// enough for 12 digits ([`Inaccurate`](Refusal::Inaccurate)).
///
/// # Complexity
///
/// O(n) for von Mises errors, otherwise O(n K) for K nodes of the periodic trapezoidal rule, which
/// converges exponentially: a hundred or so, more as peaks are narrower.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, density::WrappedCauchy, pitman::PitmanDirection};
/// let direction = PitmanDirection::new(WrappedCauchy::new(0.9)?);
/// // heavy tails: the far one hardly counts
/// let near = direction.estimate(&[0.0, 0.1, 0.2, 3.0])?;
/// assert!((near - 0.1).abs() < 0.01);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// M. L. Eaton, *Group Invariance Applications in Statistics* (1989); K. V. Mardia and P. E. Jupp,
/// *Directional Statistics* (2000); L. N. Trefethen and J. A. C. Weideman, The exponentially convergent
/// trapezoidal rule, *SIAM Review* 56 (2014), 385–458.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanDirection<F> {
    density: F,
}

/// How many nodes there are at first, at least.
const FEWEST: u64 = 128;

/// How many nodes there are at most.
const MOST: u64 = 1 << 20;

/// How many nodes a peak has to have: a normal one with as many is integrated to rounding.
const ON_A_PEAK: f64 = 6.0;

impl<F: CircularDensity> PitmanDirection<F> {
    /// The estimator for errors of this density.
    pub fn new(density: F) -> Self {
        PitmanDirection { density }
    }

    /// The estimate, with a bound on its numerical error and how it was computed.
    ///
    /// # Errors
    ///
    /// As for the estimator.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Cardioid, pitman::{Method, PitmanDirection}};
    /// let estimate = PitmanDirection::new(Cardioid::new(0.5)?).evaluate(&[1.0, 2.0])?;
    /// assert_eq!(estimate.method, Method::PeriodicTrapezoid);
    /// assert!((estimate.value - 1.5).abs() <= estimate.bound);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate(&self, sample: &[f64]) -> Result<Estimate, Refusal> {
        at_least(1, sample)?;
        let size = sample.iter().fold(PI, |size, x| size.max(x.abs()));
        if self.density.has_best_mean() {
            let value = CircularMean.estimate(sample)?;
            let length = MeanResultantLength.estimate(sample)?;
            return Ok(Estimate {
                value,
                bound: 8.0 * f64::EPSILON * size / length,
                evaluations: 0,
                method: Method::ClosedForm,
            });
        }
        // relative to the observation of the highest likelihood: all moves along with a rotation
        let pilot = self.pilot(sample).unwrap_or(sample[0]);
        let standard = sample.iter().map(|x| {
            let (sine, cosine) = (x - pilot).sin_cos();
            sine.atan2(cosine) // few digits are lost beside the nodes
        });
        let standard: Vec<f64> = standard.collect();
        let resultant = self.resultant(&standard)?;
        let length = resultant.sine.hypot(resultant.cosine);
        let rounding = resultant.rounding * (size / PI);
        if length <= 16.0 * rounding {
            return Err(Refusal::Degenerate("all directions are equally good"));
        }
        let bound = (resultant.change + rounding) / length + 2.0 * f64::EPSILON * size;
        let promised = super::PROMISED * (size / PI);
        if resultant.change > promised * length {
            return Err(Refusal::Inaccurate { bound, promised });
        }
        let (sine, cosine) = (pilot + resultant.sine.atan2(resultant.cosine)).sin_cos();
        Ok(Estimate {
            value: sine.atan2(cosine),
            bound,
            evaluations: resultant.nodes,
            method: Method::PeriodicTrapezoid,
        })
    }

    /// log L(t)
    fn log_likelihood(&self, sample: &[f64], t: f64) -> f64 {
        sample.iter().map(|x| self.density.log_density(x - t)).sum()
    }

    /// The observation at which the likelihood is highest, among a few spread over the sample. It says
    /// where the nodes are, on which the value does not depend beyond rounding.
    fn pilot(&self, sample: &[f64]) -> Option<f64> {
        let at = |x: &f64| (*x, self.log_likelihood(sample, *x));
        let best = sample
            .iter()
            .step_by(sample.len().div_ceil(Self::TRIED))
            .map(at)
            .filter(|(_, log)| !log.is_nan())
            .max_by(|(_, one), (_, other)| one.total_cmp(other));
        best.map(|(x, _)| x)
    }

    /// How many observations are tried as the pilot.
    const TRIED: usize = 32;

    /// The resultant of the normalised likelihood, by the periodic trapezoidal rule, whose nodes are
    /// doubled until it does not change any more.
    fn resultant(&self, sample: &[f64]) -> Result<Resultant, Refusal> {
        let wanted = 16.0 / self.density.resolution();
        let mut nodes = FEWEST;
        while nodes < MOST / 2 && (nodes as f64) < wanted {
            nodes *= 2;
        }
        let mut sums = Sums::default();
        self.add(&mut sums, sample, 0..nodes, nodes);
        let mut settled = 0;
        loop {
            let before = sums.mean();
            self.add(&mut sums, sample, (1..2 * nodes).step_by(2), 2 * nodes);
            nodes *= 2;
            if sums.is_invalid || sums.highest == f64::INFINITY {
                return Err(Refusal::Unsupported(
                    "the logarithm of the density is NaN or +∞",
                ));
            }
            if sums.highest == f64::NEG_INFINITY && nodes >= MOST {
                return Err(Refusal::Degenerate("no direction could have given it"));
            }
            let [cosine, sine] = sums.mean();
            let change = (cosine - before[0]).hypot(sine - before[1]);
            let slopes = sample.len() as f64 / self.density.resolution();
            let logarithms = self.size_of_logarithms(sample, sums.mode);
            let rounding = f64::EPSILON * (16.0 + slopes + logarithms);
            let is_resolved = sums.mass >= ON_A_PEAK;
            settled = if is_resolved && change <= rounding {
                settled + 1
            } else {
                0
            };
            if settled == 2 || nodes >= MOST {
                return Ok(Resultant {
                    cosine,
                    sine,
                    change: if is_resolved { change } else { PI },
                    rounding,
                    nodes,
                });
            }
        }
    }

    /// Σ |log f(xᵢ − t)|
    fn size_of_logarithms(&self, sample: &[f64], t: f64) -> f64 {
        let size = |x: &f64| self.density.log_density(x - t).abs();
        sample.iter().map(size).sum()
    }

    /// Adds the nodes 2πk/count for these k.
    fn add(&self, sums: &mut Sums, sample: &[f64], places: impl Iterator<Item = u64>, count: u64) {
        for k in places {
            let turn = k as f64 / count as f64;
            let t = TAU * if turn > 0.5 { turn - 1.0 } else { turn };
            sums.add(t, self.log_likelihood(sample, t));
        }
    }
}

impl<F: CircularDensity> Estimator for PitmanDirection<F> {
    type Claim = F::Claim;

    fn claim(&self) -> F::Claim {
        F::Claim::default()
    }

    fn name(&self) -> String {
        format!("Pitman, {}", self.density.name())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}

/// The mean of e^(it) under the normalised likelihood, and what is known of it.
struct Resultant {
    cosine: f64,
    sine: f64,
    /// How much the last doubling changed.
    change: f64,
    /// What the logarithms lose in rounding.
    rounding: f64,
    nodes: u64,
}

/// Sums over nodes, in units of the highest likelihood among them.
struct Sums {
    highest: f64,
    mode: f64,
    mass: f64,
    cosine: f64,
    sine: f64,
    is_invalid: bool,
}

impl Default for Sums {
    fn default() -> Self {
        Sums {
            highest: f64::NEG_INFINITY,
            mode: 0.0,
            mass: 0.0,
            cosine: 0.0,
            sine: 0.0,
            is_invalid: false,
        }
    }
}

impl Sums {
    /// One node more.
    fn add(&mut self, t: f64, log: f64) {
        self.is_invalid |= log.is_nan();
        if log == f64::NEG_INFINITY {
            return;
        }
        if log > self.highest {
            let factor = (self.highest - log).exp();
            for sum in [&mut self.mass, &mut self.cosine, &mut self.sine] {
                *sum *= factor;
            }
            (self.highest, self.mode) = (log, t);
        }
        let weight = (log - self.highest).exp();
        let (sine, cosine) = t.sin_cos();
        self.mass += weight;
        self.cosine += weight * cosine;
        self.sine += weight * sine;
    }

    /// (E cos t, E sin t)
    fn mean(&self) -> [f64; 2] {
        [self.cosine / self.mass, self.sine / self.mass]
    }
}
