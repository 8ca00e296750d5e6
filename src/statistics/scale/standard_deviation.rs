//! The standard deviation.

use super::finite;
use crate::statistics::claim::Scale;
use crate::statistics::location::mean;
use crate::statistics::sample::at_least;
use crate::statistics::sum::Sum;
use crate::statistics::{Estimator, Refusal};

/// The standard deviation √(SS/d), with SS = Σ (xᵢ − x̄)² and a divisor d.
///
/// # Conventions
///
/// The [`Divisor`] is n − 1 unless another is asked for. The deviations are measured in units of the
/// largest, so that no square overflows or vanishes, and SS is corrected for the rounding of the mean.
///
/// # Errors
///
/// An empty sample, one observation only with the divisor n − 1, an observation that is not finite, a
/// deviation that overflows.
///
/// # Complexity
///
/// O(n), in three passes.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, scale::{Divisor, StandardDeviation}};
/// let sample = [1.0, 2.0, 3.0, 4.0, 5.0]; // SS = 10
/// let deviation = |divisor| StandardDeviation { divisor }.estimate(&sample);
/// assert_eq!(deviation(Divisor::Unbiased)?, 2.5_f64.sqrt());
/// assert_eq!(deviation(Divisor::MaximumLikelihood)?, 2.0_f64.sqrt());
/// assert_eq!(deviation(Divisor::MinimumRisk)?, (10.0 / 6.0_f64).sqrt());
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandardDeviation {
    /// What the sum of squares is divided by.
    pub divisor: Divisor,
}

/// What the sum of squares SS is divided by, to estimate the variance of n independent observations.
///
/// # References
///
/// E. L. Lehmann and G. Casella, *Theory of Point Estimation*, 2nd edition, Springer (1998), chapter 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Divisor {
    /// n − 1: SS/(n − 1) is without bias, whatever the distribution. Its root is not.
    #[default]
    Unbiased,
    /// n: the most likely variance of a normal distribution.
    MaximumLikelihood,
    /// n + 1: of all estimators of the variance of a normal distribution that are equivariant under
    /// changes of location and scale, SS/(n + 1) has the smallest risk under the loss (d/σ² − 1)².
    MinimumRisk,
}

impl Estimator for StandardDeviation {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        let divisor = match self.divisor {
            Divisor::Unbiased => "n − 1",
            Divisor::MaximumLikelihood => "n",
            Divisor::MinimumRisk => "n + 1",
        };
        format!("standard deviation, {divisor}")
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let (needed, more) = match self.divisor {
            Divisor::Unbiased => (2, -1.0),
            Divisor::MaximumLikelihood => (1, 0.0),
            Divisor::MinimumRisk => (1, 1.0),
        };
        at_least(needed, sample)?;
        let n = sample.len() as f64;
        let centre = mean(sample);
        let deviations = sample.iter().map(|x| x - centre);
        let unit = finite(deviations.clone().map(f64::abs).fold(0.0, f64::max))?;
        if unit == 0.0 {
            return Ok(0.0);
        }
        let y = deviations.map(|deviation| deviation / unit);
        let sum = y.clone().collect::<Sum>().value();
        let squares = y.map(|y| y * y).collect::<Sum>().value() - sum * sum / n;
        finite(unit * (squares / (n + more)).sqrt())
    }
}
