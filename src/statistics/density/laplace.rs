//! The Laplace density.

use super::positive::PowerSum;
use super::{ClosedForm, Density, LogLikelihood, Tail};
use crate::statistics::decision::{LocationLoss, ScaleLoss};
use crate::statistics::location::midpoint;

/// The Laplace density f(z) = exp(−|z|)/2.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Laplace};
/// assert_eq!(Laplace.log_density(-3.0), -3.0 - 2.0_f64.ln());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Laplace;

impl Density for Laplace {
    fn name(&self) -> String {
        "Laplace".to_owned()
    }

    fn log_density(&self, z: f64) -> f64 {
        -z.abs() - 2.0_f64.ln()
    }

    fn score(&self, z: f64) -> f64 {
        if z == 0.0 { 0.0 } else { -z.signum() }
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn kinks(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        [Tail::Exponential { rate: 1.0 }; 2]
    }

    fn is_log_concave(&self) -> bool {
        true
    }

    /// The value at the median, and the fall from there.
    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        let posterior = Piecewise::new(sample);
        let middle = posterior.middle;
        LogLikelihood {
            constant: posterior.highest(sample),
            varying: Box::new(move |origin, offset| posterior.fall(origin, offset)),
            size: Box::new(move |t| sample.len() as f64 * (t - middle).abs()),
        }
    }

    /// The posterior is exponential between neighbouring observations.
    fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
        let posterior = Piecewise::new(sample);
        Some(ClosedForm::stable(match loss {
            LocationLoss::Squared => posterior.mean(),
            LocationLoss::Absolute => posterior.median(),
            LocationLoss::ZeroOne => posterior.middle,
            _ => return None,
        }))
    }

    fn location_mass_in_closed_form(&self, sample: &[f64]) -> Option<[ClosedForm; 2]> {
        let posterior = Piecewise::new(sample);
        let [right, left] = posterior.totals();
        let log_mass = posterior.highest(sample) + (right[0] + left[0]).ln();
        Some([log_mass, posterior.mean()].map(ClosedForm::stable))
    }

    /// Σ|x|/σ ~ Gamma(n)
    fn scale_in_closed_form(&self, sample: &[f64], power: f64, loss: ScaleLoss) -> Option<f64> {
        let sum = PowerSum {
            exponent: 1.0,
            factor: 1.0,
            shape: sample.len() as f64,
        };
        Some(sum.estimate(sample, power, loss))
    }
}

/// The posterior density exp(−Σ|zᵢ − t|), up to a factor.
struct Piecewise {
    /// The median of the sample, where the density is 1 and largest.
    middle: f64,
    /// The pieces on the right of the middle, and those on the left seen in a mirror, each from the
    /// middle outward.
    sides: [Vec<Piece>; 2],
}

/// A density exp(log height − rate · y) for 0 ≤ y ≤ width, at the distance `from` + y from the middle.
struct Piece {
    from: f64,
    width: f64,
    log_height: f64,
    rate: f64,
}

/// (1 − e^(−x))/x and (1 − (1 + x) e^(−x))/x²: the mass and the first moment of exp(−x y) on [0, 1].
fn moments(x: f64) -> [f64; 2] {
    if x == f64::INFINITY {
        return [0.0, 0.0];
    }
    if x < 0.1 {
        // Σ (−x)^k/(k! (k + 1)) and Σ (−x)^k/(k! (k + 2))
        let mut sums = [0.0, 0.0];
        let mut power = 1.0;
        for k in 0..12 {
            let k = f64::from(k);
            sums[0] += power / (k + 1.0);
            sums[1] += power / (k + 2.0);
            power *= -x / (k + 1.0);
        }
        return sums;
    }
    let rest = -(-x).exp_m1(); // 1 − e^(−x)
    [rest / x, (rest - x * (-x).exp()) / (x * x)]
}

impl Piece {
    /// The mass, and the first moment of the distance from the middle.
    fn moments(&self) -> [f64; 2] {
        let [mass, first] = if self.width == f64::INFINITY {
            [1.0 / self.rate, 1.0 / (self.rate * self.rate)]
        } else {
            let [mass, first] = moments(self.rate * self.width);
            [mass * self.width, first * self.width * self.width]
        };
        let height = self.log_height.exp();
        [height * mass, height * (self.from * mass + first)]
    }

    /// The y up to which the piece has this mass: (1 − e^(−rate·y))/rate = mass/height.
    fn quantile(&self, mass: f64) -> f64 {
        let share = mass / self.log_height.exp();
        if self.rate == 0.0 {
            share
        } else {
            -(-self.rate * share).ln_1p() / self.rate
        }
    }
}

impl Piecewise {
    fn new(sample: &[f64]) -> Self {
        let mut sorted = sample.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let n = sorted.len();
        let middle = midpoint(sorted[(n - 1) / 2], sorted[n / 2]);
        let right: Vec<f64> = sorted[n / 2..].iter().map(|z| z - middle).collect();
        let left: Vec<f64> = sorted[..n.div_ceil(2)]
            .iter()
            .rev()
            .map(|z| middle - z)
            .collect();
        Piecewise {
            middle,
            sides: [Self::side(&right, n), Self::side(&left, n)],
        }
    }

    /// The pieces on one side, from the distances of the observations there, of n in all.
    fn side(distances: &[f64], n: usize) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(distances.len() + 1);
        let (mut from, mut log_height) = (0.0, 0.0_f64);
        for (passed, &to) in distances.iter().chain([&f64::INFINITY]).enumerate() {
            // so many of the n are beyond: the slope is −(n − 2·beyond)
            let rate = n as f64 - 2.0 * (distances.len() - passed) as f64;
            let width = to - from;
            if width > 0.0 && (rate > 0.0 || to.is_finite()) {
                let rate = rate.max(0.0);
                pieces.push(Piece {
                    from,
                    width,
                    log_height,
                    rate,
                });
                log_height -= rate * width;
            }
            from = to;
        }
        pieces
    }

    /// The logarithm of the likelihood at the middle.
    fn highest(&self, sample: &[f64]) -> f64 {
        sample
            .iter()
            .map(|z| Laplace.log_density(z - self.middle))
            .sum()
    }

    /// By how much the logarithm differs from that at the middle.
    fn fall(&self, origin: f64, offset: f64) -> f64 {
        let from_middle = (origin - self.middle) + offset;
        let (pieces, distance) = if from_middle >= 0.0 {
            (&self.sides[0], from_middle)
        } else {
            (&self.sides[1], -from_middle)
        };
        let next = pieces.partition_point(|piece| piece.from <= distance);
        // the first piece begins at the middle
        let piece = &pieces[next.saturating_sub(1)];
        piece.log_height - piece.rate * (distance - piece.from)
    }

    /// The mass and the first moment, about the middle, on the right and on the left.
    fn totals(&self) -> [[f64; 2]; 2] {
        let total = |pieces: &Vec<Piece>| {
            let mut sums = [0.0, 0.0];
            for [mass, first] in pieces.iter().map(Piece::moments) {
                sums[0] += mass;
                sums[1] += first;
            }
            sums
        };
        [total(&self.sides[0]), total(&self.sides[1])]
    }

    fn mean(&self) -> f64 {
        let [right, left] = self.totals();
        self.middle + (right[1] - left[1]) / (right[0] + left[0])
    }

    fn median(&self) -> f64 {
        let [right, left] = self.totals();
        // from the middle, so much mass toward the heavier side
        let (mut wanted, pieces, sign) = if right[0] >= left[0] {
            (0.5 * (right[0] - left[0]), &self.sides[0], 1.0)
        } else {
            (0.5 * (left[0] - right[0]), &self.sides[1], -1.0)
        };
        for piece in pieces {
            let [mass, _] = piece.moments();
            if wanted <= mass {
                return self.middle + sign * (piece.from + piece.quantile(wanted));
            }
            wanted -= mass;
        }
        self.middle
    }
}
