//! Densities on the line, as shapes: what a location family, a scale family or a location–scale family
//! is made from.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::density::{Cauchy, Density};
//! assert_eq!(Cauchy.log_density(1.0), -(2.0 * std::f64::consts::PI).ln());
//! ```

mod cauchy;
mod circular;
mod cosh;
mod custom;
mod exponential;
mod geometric_mean;
mod gumbel;
mod laplace;
mod matrix_fisher;
mod normal;
mod pointer;
mod positive;
mod spherical;
mod stretched_exponential;
mod student;
mod uniform;

pub use cauchy::Cauchy;
pub use circular::{
    Cardioid, CircularDensity, CustomDirection, NotCircular, VonMises, WrappedCauchy,
};
pub use cosh::{HyperbolicSecant, Logistic};
pub use custom::{Custom, NotADensity};
pub use exponential::Exponential;
pub use gumbel::Gumbel;
pub use laplace::Laplace;
pub use matrix_fisher::{MatrixFisher, NotFinite};
pub use normal::Normal;
pub use positive::{Gamma, HalfNormal, LogNormal, NotPositive, Pareto, Rayleigh, Weibull};
pub use spherical::{CustomSpherical, SphericalDensity};
pub use student::Student;
pub use uniform::{Uniform, UnitUniform};

use super::decision::{LocationLoss, ScaleLoss};
use super::sum::Sum;

/// How a density falls at an end of the line.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Cauchy, Density, Tail};
/// assert_eq!(Cauchy.tails(), [Tail::Power { exponent: 2.0 }; 2]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tail {
    /// It vanishes beyond some point.
    Bounded,
    /// It falls faster than every exponential.
    Light,
    /// It falls like exp(−rate · |z|).
    Exponential {
        /// The rate.
        rate: f64,
    },
    /// It falls like |z|^(−exponent).
    Power {
        /// The exponent, above 1.
        exponent: f64,
    },
}

impl Tail {
    /// Whether E |z|^k is finite for n times the logarithm of a density with this tail.
    pub(super) fn has_moment(self, n: usize, k: f64) -> bool {
        match self {
            Tail::Power { exponent } => n as f64 * exponent > k + 1.0,
            _ => true,
        }
    }

    /// Whether some equivariant estimator of a location in so many dimensions has finite risk, from n
    /// observations with this tail in every direction, under a loss that grows like |z|^degree: all but
    /// one observation may be far away, or half of them together.
    pub(super) fn has_finite_risk(self, n: usize, degree: f64, dimensions: usize) -> bool {
        let Tail::Power { exponent } = self else {
            return true;
        };
        let (n, dimensions) = (n as f64, dimensions as f64);
        let nu = exponent - dimensions;
        if n == 1.0 {
            return nu > degree;
        }
        (n - 1.0) * nu > degree && exponent * (0.5 * n).ceil() > degree + dimensions
    }

    /// Whether E exp(rate |z|) is finite for n times the logarithm of a density with this tail.
    pub(super) fn has_exponential_moment(self, n: usize, rate: f64) -> bool {
        match self {
            Tail::Power { .. } => false,
            Tail::Exponential { rate: own } => n as f64 * own > rate,
            Tail::Light | Tail::Bounded => true,
        }
    }
}

/// The logarithm of the likelihood of the location t of a sample, Σ log f(zᵢ − t), as a large constant and
/// what varies with t = origin + offset.
///
/// They are apart, and t is in two parts, so that an observation a million widths away costs no digits:
/// near the origin the offset has more of them than the sum.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Logistic};
/// let sample = [0.0, 1e9];
/// let likelihood = Logistic.location_likelihood(&sample);
/// // far from the second observation the logarithm rises by 1 for a step of 1 toward it
/// let [here, there] = [20.0, 21.0].map(|t| (likelihood.varying)(t, 0.0));
/// assert!((there - here).abs() < 1e-8);
/// ```
pub struct LogLikelihood<'a> {
    /// What does not depend on t.
    pub constant: f64,
    /// What does, as a function of the origin and the offset.
    pub varying: Box<dyn Fn(f64, f64) -> f64 + 'a>,
    /// How large the numbers are, all together, that are added up at t: what rounding does is in
    /// proportion to them.
    pub size: Box<dyn Fn(f64) -> f64 + 'a>,
}

/// A value by a formula, with a bound on what rounding may have done to it.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::ClosedForm;
/// assert!(ClosedForm::stable(3.0).bound < 1e-13);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClosedForm {
    /// The value.
    pub value: f64,
    /// The bound on its error.
    pub bound: f64,
}

impl ClosedForm {
    /// A value by a formula that rounds a few times numbers of the size of the value or of 1.
    #[must_use]
    pub fn stable(value: f64) -> Self {
        ClosedForm {
            value,
            bound: 32.0 * f64::EPSILON * value.abs().max(1.0),
        }
    }
}

/// A probability density f on the line.
///
/// A density of one's own is a [`Custom`] made from a closure, or an implementation of this trait.
///
/// # Laws
///
/// ```text
/// normalised      ∫ exp(log f(z)) dz  =  1
/// score             d/dz log f(z)  =  s(z)
/// turning      f rises or falls between turning points, and does not jump or bend
/// ```
pub trait Density {
    /// The name that a table shows.
    fn name(&self) -> String;

    /// log f(z); −∞ outside the support.
    fn log_density(&self, z: f64) -> f64;

    /// The derivative of log f.
    fn score(&self, z: f64) -> f64;

    /// The interval outside which f vanishes, as its ends.
    fn support(&self) -> [f64; 2] {
        [f64::NEG_INFINITY, f64::INFINITY]
    }

    /// The points, inside the support and in ascending order, where f turns from rising to falling or
    /// back, jumps or has a kink.
    fn turning_points(&self) -> Vec<f64>;

    /// Those of the turning points where f is not smooth.
    fn kinks(&self) -> Vec<f64> {
        Vec::new()
    }

    /// How f falls to the left and to the right.
    fn tails(&self) -> [Tail; 2];

    /// Whether log f is concave.
    fn is_log_concave(&self) -> bool {
        false
    }

    /// An upper bound of the second derivative of log f between kinks, if one is known.
    fn curvature(&self) -> Option<f64> {
        self.is_log_concave().then_some(0.0)
    }

    /// Whether β ↦ log f(e^β z) is concave for every z. It is if log f is concave and largest at 0; this
    /// is for the others.
    fn is_concave_in_log_scale(&self) -> bool {
        false
    }

    /// The power p, −1 < p < 0, if f is infinite like z^p at 0, the lower end of its support.
    ///
    /// Then w ↦ log f(d + e^w) has to be concave for every d ≥ 0.
    fn pole(&self) -> Option<f64> {
        None
    }

    /// The logarithm of the likelihood of a location, Σ log f(zᵢ − t).
    ///
    /// Overridden where it can be had faster than one density at a time.
    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        LogLikelihood {
            constant: 0.0,
            varying: Box::new(move |origin, offset| {
                let term = |z: &f64| self.log_density((z - origin) - offset);
                sample.iter().map(term).collect::<Sum>().value()
            }),
            size: Box::new(move |t| {
                let size = |z: &f64| self.log_density(z - t).abs();
                sample.iter().map(size).sum()
            }),
        }
    }

    /// Σ maxₜ log f(zᵢ − t) for from ≤ t ≤ to, a bound of the logarithm of the likelihood of these
    /// locations, where it can be had faster than one density at a time.
    fn largest_location_likelihood(&self, _sample: &[f64], _from: f64, _to: f64) -> Option<f64> {
        None
    }

    /// The minimum-risk equivariant estimate of the location of a sample of unit scale in closed form,
    /// where there is one.
    fn location_in_closed_form(&self, _sample: &[f64], _loss: LocationLoss) -> Option<ClosedForm> {
        None
    }

    /// The minimum-risk equivariant estimate of the `power` of the scale, in closed form, where there is
    /// one.
    fn scale_in_closed_form(&self, _sample: &[f64], _power: f64, _loss: ScaleLoss) -> Option<f64> {
        None
    }

    /// log ∫ ∏ f(zᵢ − t) dt, and the mean of t under this likelihood, in closed form, where there is one.
    fn location_mass_in_closed_form(&self, _sample: &[f64]) -> Option<[ClosedForm; 2]> {
        None
    }

    /// The minimum-risk equivariant estimate of the location where the scale is not known, under squared
    /// loss, in closed form, where there is one.
    fn location_of_spread_in_closed_form(&self, _sample: &[f64]) -> Option<f64> {
        None
    }

    /// The minimum-risk equivariant estimate of the `power` of the scale where the location is not known,
    /// in closed form, where there is one.
    fn spread_in_closed_form(&self, _sample: &[f64], _power: f64, _loss: ScaleLoss) -> Option<f64> {
        None
    }
}

/// The largest log f on an interval: at its ends, or at a turning point.
pub(super) fn largest_on<D: Density + ?Sized>(
    density: &D,
    turning: &[f64],
    from: f64,
    to: f64,
) -> f64 {
    let ends = [from, to].map(|z| density.log_density(z));
    if ends.iter().any(|end| end.is_nan()) {
        return f64::NAN;
    }
    let ends = ends[0].max(ends[1]);
    let first = turning.partition_point(|&point| point < from);
    turning[first..]
        .iter()
        .take_while(|&&point| point <= to)
        .map(|&point| density.log_density(point))
        .fold(ends, f64::max)
}

/// The size of the largest number of a list.
pub(super) fn largest(sample: &[f64]) -> f64 {
    sample.iter().fold(0.0, |largest, z| largest.max(z.abs()))
}

/// log ∏ factor(item), for factors that are 1 or more, with four products at a time and few logarithms.
pub(super) fn log_of_product<T: Copy>(items: &[T], factor: impl Fn(T) -> f64) -> f64 {
    /// Two products up to here can be multiplied.
    const LARGE: f64 = 1e150;
    let times = |mut products: [f64; 4], block: &[T]| {
        for four in block.chunks_exact(4) {
            for (product, &item) in products.iter_mut().zip(four) {
                *product *= factor(item);
            }
        }
        // factors of 1 or more: what has been too large stays so
        products
            .iter()
            .all(|&product| product < LARGE)
            .then_some(products)
    };
    let log_of = |[p, q, r, s]: [f64; 4]| (p * q).ln() + (r * s).ln();
    let log_of_each = |block: &[T]| block.iter().map(|&item| factor(item).ln()).sum::<f64>();
    let mut log = 0.0;
    let mut products = [1.0; 4];
    let blocks = items.chunks_exact(16);
    let rest = blocks.remainder();
    for block in blocks {
        if let Some(next) = times(products, block) {
            products = next;
            continue;
        }
        log += log_of(products);
        products = times([1.0; 4], block).unwrap_or_else(|| {
            log += log_of_each(block);
            [1.0; 4]
        });
    }
    let (fours, last) = rest.split_at(rest.len() / 4 * 4);
    log += match times(products, fours) {
        Some(all) => log_of(all),
        None => log_of(products) + log_of_each(fours),
    };
    log + log_of_each(last)
}
