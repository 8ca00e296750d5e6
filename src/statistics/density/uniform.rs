//! Uniform densities.

use super::{ClosedForm, Density, Tail, largest};
use crate::statistics::decision::{LocationLoss, ScaleLoss};
use crate::statistics::location::midpoint;
use crate::statistics::sample::ends;

/// The uniform density f(z) = 1 for |z| ≤ ½: of unit width about its location.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Uniform};
/// assert_eq!(Uniform.log_density(0.5), 0.0);
/// assert_eq!(Uniform.log_density(0.6), f64::NEG_INFINITY);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uniform;

/// The uniform density f(z) = 1 for 0 ≤ z ≤ 1: as a scale family, uniform from 0 to σ.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, UnitUniform};
/// assert_eq!(UnitUniform.support(), [0.0, 1.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitUniform;

fn zero_within(z: f64, [low, high]: [f64; 2]) -> f64 {
    if (low..=high).contains(&z) {
        0.0
    } else {
        f64::NEG_INFINITY
    }
}

/// log(sinh x / x)
fn log_sinh_ratio(x: f64) -> f64 {
    let x = x.abs();
    if x < 0.1 {
        let y = x * x;
        return y * (1.0 / 6.0 - y * (1.0 / 180.0 - y * (1.0 / 2835.0 - y / 37800.0)));
    }
    x + (-(-2.0 * x).exp_m1() / (2.0 * x)).ln()
}

/// The posterior is uniform on the interval of the θ for which all observations are in the support.
fn location(sample: &[f64], support: [f64; 2], loss: LocationLoss) -> f64 {
    let [smallest, largest] = ends(sample);
    let (from, to) = (largest - support[1], smallest - support[0]);
    let middle = midpoint(smallest, largest) - midpoint(support[0], support[1]);
    match loss {
        // E e^(−aθ) = e^(−a·middle) sinh(a h)/(a h), h half the length
        LocationLoss::Linex { a } => middle - log_sinh_ratio(0.5 * a * (to - from)) / a,
        _ => middle,
    }
}

impl Density for Uniform {
    fn name(&self) -> String {
        "uniform".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        zero_within(z, self.support())
    }

    fn score(&self, _z: f64) -> f64 {
        0.0
    }

    fn support(&self) -> [f64; 2] {
        [-0.5, 0.5]
    }

    fn turning_points(&self) -> Vec<f64> {
        Vec::new()
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded; 2]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        Some(ClosedForm::stable(location(sample, self.support(), loss)))
    }

    /// 2 max |x|/σ is, given the sample, the inverse of the n-th root of a uniform number.
    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let largest = largest(sample);
        Some(power_of_end(2.0 * largest, sample.len(), power, loss))
    }

    fn location_of_spread_in_closed_form(&self, sample: &[f64]) -> Option<f64> {
        Some(midrange(sample))
    }

    fn spread_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        Some(power_of_range(sample, power, loss))
    }
}

impl Density for UnitUniform {
    fn name(&self) -> String {
        "uniform from 0".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        zero_within(z, self.support())
    }

    fn score(&self, _z: f64) -> f64 {
        0.0
    }

    fn support(&self) -> [f64; 2] {
        [0.0, 1.0]
    }

    fn turning_points(&self) -> Vec<f64> {
        Vec::new()
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Bounded; 2]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        Some(ClosedForm::stable(location(sample, self.support(), loss)))
    }

    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let largest = sample.iter().copied().fold(0.0, f64::max);
        Some(power_of_end(largest, sample.len(), power, loss))
    }
    fn location_of_spread_in_closed_form(&self, sample: &[f64]) -> Option<f64> {
        Some(midrange(sample) - 0.5 * power_of_range(sample, 1.0, ScaleLoss::Squared))
    }

    fn spread_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        Some(power_of_range(sample, power, loss))
    }
}

/// The estimate of σ^r where log σ exceeds log M by an exponential time of rate n:
/// E σ^(−r) = M^(−r) n/(n + r).
fn power_of_end(largest: f64, n: usize, r: f64, loss: ScaleLoss) -> f64 {
    let n = n as f64;
    largest.powf(r)
        * match loss {
            ScaleLoss::Squared => (n + 2.0 * r) / (n + r),
            ScaleLoss::Stein => (n + r) / n,
            ScaleLoss::SquaredLog => (r / n).exp(),
        }
}

/// The middle between the smallest and the largest observation.
fn midrange(sample: &[f64]) -> f64 {
    let [smallest, largest] = ends(sample);
    midpoint(smallest, largest)
}

/// The estimate of b^r, b the width and R the range: E b^(−r) = R^(−r) n (n − 1)/((n + r)(n + r − 1)).
fn power_of_range(sample: &[f64], r: f64, loss: ScaleLoss) -> f64 {
    let n = sample.len() as f64;
    let [smallest, largest] = ends(sample);
    let product = |r: f64| (n + r) * (n + r - 1.0);
    let factor = match loss {
        ScaleLoss::Squared => product(2.0 * r) / product(r),
        ScaleLoss::Stein => product(r) / product(0.0),
        ScaleLoss::SquaredLog => (r * (1.0 / n + 1.0 / (n - 1.0))).exp(),
    };
    (largest - smallest).powf(r) * factor
}
