//! Losses of a scale.

use super::{Loss, exponential_excess};
use crate::groups::LocationScale;

/// A loss of a scale, γ(d/θ): a function of the ratio.
///
/// | loss | γ(t) |
/// |---|---|
/// | squared | (t − 1)² |
/// | Stein's, or entropy | t − log t − 1 |
/// | squared logarithm | (log t)² |
///
/// # Laws
///
/// Each is invariant under changes of scale: L(c d, c θ) = L(d, θ) for c > 0.
///
/// # Conventions
///
/// θ is what is estimated: for a power σʳ of a scale, θ = σʳ. Too large a scale is infinitely bad for
/// all three, too small a one for the last two only: d = 0 loses 1, ∞, ∞, and there a decision d < 0
/// loses ∞ too. At the location and scale (μ, σ) it is the loss at σ.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::ScaleLoss;
/// assert_eq!(ScaleLoss::Squared.at(3.0, 2.0), 0.25);
/// assert_eq!(ScaleLoss::Stein.at(0.0, 2.0), f64::INFINITY);
/// // twice too large is as bad as twice too small
/// assert_eq!(ScaleLoss::SquaredLog.at(4.0, 2.0), ScaleLoss::SquaredLog.at(1.0, 2.0));
/// ```
///
/// # References
///
/// W. James and C. Stein, Estimation with quadratic loss, *Proceedings of the Fourth Berkeley
/// Symposium* 1 (1961), 361–379.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleLoss {
    /// (t − 1)².
    Squared,
    /// t − log t − 1.
    Stein,
    /// (log t)².
    SquaredLog,
}

impl ScaleLoss {
    /// The loss γ(d/θ) of the decision d at the scale θ > 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::ScaleLoss;
    /// // for a variance
    /// let sigma = 3.0_f64;
    /// assert_eq!(ScaleLoss::Squared.at(18.0, sigma.powi(2)), 1.0);
    /// ```
    #[must_use]
    pub fn at(self, d: f64, theta: f64) -> f64 {
        match self {
            ScaleLoss::Squared => (d / theta - 1.0).powi(2),
            _ if d < 0.0 => f64::INFINITY,
            // t = e^u: the entropy loss is LINEX on the logarithmic scale
            ScaleLoss::Stein => exponential_excess(log_ratio(d, theta)),
            ScaleLoss::SquaredLog => log_ratio(d, theta).powi(2),
        }
    }
}

/// log(d/θ), with its digits where the two are near each other and where their quotient overflows.
fn log_ratio(d: f64, theta: f64) -> f64 {
    let ratio = d / theta;
    if ratio > 0.5 && ratio < 2.0 {
        ((d - theta) / theta).ln_1p()
    } else if ratio.is_normal() {
        ratio.ln()
    } else {
        d.ln() - theta.ln()
    }
}

impl Loss<f64, f64> for ScaleLoss {
    #[inline]
    fn loss(&self, d: &f64, theta: &f64) -> f64 {
        self.at(*d, *theta)
    }
}

impl Loss<f64, LocationScale> for ScaleLoss {
    #[inline]
    fn loss(&self, d: &f64, theta: &LocationScale) -> f64 {
        self.at(*d, theta.scale)
    }
}
