//! A density of one's own.

use super::{Density, Tail, largest};

/// A density given by a closure for its logarithm, which need not be normalised.
///
/// # Conventions
///
/// What a closure does not say has to be said beside it: the support, and the points where the density
/// turns from rising to falling or back, jumps or has a kink. Between them it has to rise or fall, so
/// that on every interval it is largest at an end or at one of these points; the integration relies on
/// it to find every mode of a posterior. How the density falls at infinity is measured, far out, unless
/// it is [said](Custom::with_tails). Where the estimators look at a logarithm that is NaN or +∞, or find that
/// the density does not fall far out, they refuse every sample with
/// [`NotADensity`](crate::statistics::Refusal::NotADensity), which names the point.
///
/// # Examples
///
/// A location estimate for errors that are Laplace on the one side and normal on the other.
///
/// ```
/// use equivariant::statistics::{Estimator, density::Custom, pitman::PitmanLocation};
/// let skew = Custom::new("skew", |z: f64| if z < 0.0 { z } else { -0.5 * z * z }, &[0.0])?;
/// let location = PitmanLocation::new(skew).estimate(&[1.0, 1.5, 2.5])?;
/// assert!(location > 1.0 && location < 2.5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Custom<F> {
    name: String,
    log_density: F,
    support: [f64; 2],
    turning_points: Vec<f64>,
    tails: [Tail; 2],
    is_log_concave: bool,
}

/// Why a density of one's own is refused.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NotADensity {
    /// A turning point is not a number, or they are not in ascending order.
    #[error("turning point {index} is {value}: they have to be finite and ascending")]
    TurningPoint {
        /// The place in the list, from 0.
        index: usize,
        /// The point.
        value: f64,
    },
    /// The support is empty.
    #[error("the support from {from} to {to} is empty")]
    Support {
        /// Its lower end.
        from: f64,
        /// Its upper end.
        to: f64,
    },
    /// The logarithm of the density is NaN or +∞ at a point where it was looked at.
    #[error("the logarithm of the density at {z} is {value}")]
    Value {
        /// The point.
        z: f64,
        /// The value there.
        value: f64,
    },
    /// The density rises far out, is constant, or falls so slowly that its mass is infinite.
    #[error(
        "the logarithm of the density is {near} at {from} and {far} at {to}: it does not fall fast enough to \
         have a finite mass"
    )]
    Improper {
        /// A point far out.
        from: f64,
        /// The logarithm of the density there.
        near: f64,
        /// A point farther out.
        to: f64,
        /// The logarithm of the density there.
        far: f64,
    },
}

impl NotADensity {
    /// That a density falls toward both ends of the line, as its tails say and where it is looked at far
    /// out.
    pub(in crate::statistics) fn check_tails(
        density: &(impl Density + ?Sized),
    ) -> Result<(), NotADensity> {
        let reach = 1e7 * largest(&density.turning_points()).clamp(1.0, 1e290);
        let sides = density.support().into_iter().zip(density.tails());
        for ((end, tail), sign) in sides.zip([-1.0, 1.0]) {
            if end.is_finite() {
                continue;
            }
            let [from, to] = [sign * reach, sign * 2.0 * reach];
            let [near, far] = [from, to].map(|z| density.log_density(z));
            NotADensity::check_values(density, [from, to])?;
            let is_improper = match tail {
                Tail::Power { exponent } => exponent <= 1.0,
                Tail::Exponential { rate } => rate < 0.0,
                Tail::Light | Tail::Bounded => false,
            };
            if is_improper || (far >= near && far > f64::NEG_INFINITY) {
                return Err(NotADensity::Improper {
                    from,
                    near,
                    to,
                    far,
                });
            }
        }
        Ok(())
    }

    /// That a density is finite at these points.
    pub(in crate::statistics) fn check_values(
        density: &(impl Density + ?Sized),
        points: impl IntoIterator<Item = f64>,
    ) -> Result<(), NotADensity> {
        for z in points {
            let value = density.log_density(z);
            if value.is_nan() || value == f64::INFINITY {
                return Err(NotADensity::Value { z, value });
            }
        }
        Ok(())
    }
}

/// How a density falls towards +∞ or −∞, from its logarithm at a few points far out.
fn measured(log_density: impl Fn(f64) -> f64, sign: f64) -> Tail {
    let at = |z: f64| log_density(sign * z);
    // log f(2z) − log f(z) is −α log 2 for a power, and −r z for an exponential
    let power = |z: f64| (at(z) - at(2.0 * z)) / std::f64::consts::LN_2;
    let (near, far) = (power(1e15), power(1e30));
    if near.is_finite() && far.is_finite() && (near - far).abs() <= 1e-6 * far.abs() {
        return Tail::Power {
            exponent: (far * 1e6).round() / 1e6, // no more digits than were measured
        };
    }
    let rate = |z: f64| (at(z) - at(2.0 * z)) / z;
    let (near, far) = (rate(1e5), rate(1e7));
    if near.is_finite() && far.is_finite() && (near - far).abs() <= 1e-2 * far.abs() {
        return Tail::Exponential { rate: far };
    }
    if far.is_finite() && far < near {
        return Tail::Exponential { rate: 0.0 }; // slower than every exponential
    }
    Tail::Light
}

impl<F: Fn(f64) -> f64> Custom<F> {
    /// The density on the whole line with this logarithm and these turning points, in ascending order.
    ///
    /// # Errors
    ///
    /// [`NotADensity`], if the points are not finite and ascending, or the logarithm is NaN or +∞ at one
    /// of them.
    pub fn new(
        name: impl Into<String>,
        log_density: F,
        turning_points: &[f64],
    ) -> Result<Self, NotADensity> {
        for (index, &value) in turning_points.iter().enumerate() {
            let is_ascending = index == 0 || turning_points[index - 1] < value;
            if !value.is_finite() || !is_ascending {
                return Err(NotADensity::TurningPoint { index, value });
            }
            let there = log_density(value);
            if there.is_nan() || there == f64::INFINITY {
                return Err(NotADensity::Value {
                    z: value,
                    value: there,
                });
            }
        }
        Ok(Custom {
            name: name.into(),
            tails: [-1.0, 1.0].map(|sign| measured(&log_density, sign)),
            log_density,
            support: [f64::NEG_INFINITY, f64::INFINITY],
            turning_points: turning_points.to_vec(),
            is_log_concave: false,
        })
    }

    /// The density on a part of the line only.
    ///
    /// # Errors
    ///
    /// [`NotADensity`], if the part is empty.
    pub fn on(mut self, from: f64, to: f64) -> Result<Self, NotADensity> {
        if from.is_nan() || to.is_nan() || from >= to {
            return Err(NotADensity::Support { from, to });
        }
        self.support = [from, to];
        for (tail, end) in self.tails.iter_mut().zip([from, to]) {
            if end.is_finite() {
                *tail = Tail::Bounded;
            }
        }
        self.turning_points.retain(|&z| from < z && z < to);
        Ok(self)
    }

    /// The density with these tails, to the left and to the right, instead of what was measured.
    #[must_use]
    pub fn with_tails(mut self, tails: [Tail; 2]) -> Self {
        self.tails = tails;
        self
    }

    /// The density, with the promise that its logarithm is concave: estimates come faster.
    #[must_use]
    pub fn log_concave(mut self) -> Self {
        self.is_log_concave = true;
        self
    }
}

impl<F: Fn(f64) -> f64> Density for Custom<F> {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn log_density(&self, z: f64) -> f64 {
        let [from, to] = self.support;
        if z < from || z > to {
            return f64::NEG_INFINITY;
        }
        (self.log_density)(z)
    }

    /// By differences of fourth order, to about ten digits.
    fn score(&self, z: f64) -> f64 {
        let step = 1e-3 * z.abs().max(1.0);
        let difference = |h: f64| (self.log_density(z + h) - self.log_density(z - h)) / (2.0 * h);
        (4.0 * difference(0.5 * step) - difference(step)) / 3.0
    }

    fn support(&self) -> [f64; 2] {
        self.support
    }

    fn turning_points(&self) -> Vec<f64> {
        self.turning_points.clone()
    }

    fn kinks(&self) -> Vec<f64> {
        self.turning_points.clone()
    }

    fn tails(&self) -> [Tail; 2] {
        self.tails
    }

    fn is_log_concave(&self) -> bool {
        self.is_log_concave
    }
}
