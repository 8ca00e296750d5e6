//! The distance of two quantiles.

use super::finite;
use crate::statistics::claim::OrientedScale;
use crate::statistics::quantile::{Quantile, QuantileDefinition};
use crate::statistics::sample::ascending;
use crate::statistics::{Estimator, Refusal};

/// The probabilities of a range ascend, 0 ≤ p ≤ q ≤ 1.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{lower} and {upper} do not ascend from 0 to 1")]
pub struct NotAscending {
    /// The lower probability.
    pub lower: f64,
    /// The upper probability.
    pub upper: f64,
}

/// The distance of two quantiles of a sample.
///
/// Its group is that of changes of units without mirrors, for every pair of probabilities and every
/// definition. Where q = 1 − p and the definition is symmetric, mirrors do not change it either: see
/// [`InterquartileRange`](super::InterquartileRange).
///
/// # Errors
///
/// An empty sample, an observation that is not finite, a distance that overflows.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, quantile::QuantileDefinition, scale::QuantileRange};
/// let sample = [1.0, 2.0, 3.0, 4.0, 6.0];
/// let upper_half = QuantileRange::new(0.5, 1.0, QuantileDefinition::Linear)?;
/// assert_eq!(upper_half.estimate(&sample)?, 3.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuantileRange {
    lower: Quantile,
    upper: Quantile,
}

impl QuantileRange {
    /// The distance of the p-quantile and the q-quantile.
    ///
    /// # Errors
    ///
    /// [`NotAscending`], if not 0 ≤ p ≤ q ≤ 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{quantile::QuantileDefinition, scale::{NotAscending, QuantileRange}};
    /// let refused = QuantileRange::new(0.75, 0.25, QuantileDefinition::Linear);
    /// assert_eq!(refused, Err(NotAscending { lower: 0.75, upper: 0.25 }));
    /// ```
    pub fn new(p: f64, q: f64, definition: QuantileDefinition) -> Result<Self, NotAscending> {
        let quantiles = (Quantile::new(p, definition), Quantile::new(q, definition));
        match quantiles {
            (Ok(lower), Ok(upper)) if p <= q => Ok(QuantileRange { lower, upper }),
            _ => Err(NotAscending { lower: p, upper: q }),
        }
    }

    /// From the lower to the upper quartile.
    pub(super) fn interquartile(definition: QuantileDefinition) -> Self {
        let [lower, upper] = Quantile::quartiles(definition);
        QuantileRange { lower, upper }
    }

    /// The two quantiles.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{quantile::QuantileDefinition, scale::QuantileRange};
    /// let deciles = QuantileRange::new(0.1, 0.9, QuantileDefinition::Linear)?;
    /// assert_eq!(deciles.quantiles()[0].probability(), 0.1);
    /// # Ok::<(), equivariant::statistics::scale::NotAscending>(())
    /// ```
    #[must_use]
    pub fn quantiles(&self) -> [Quantile; 2] {
        [self.lower, self.upper]
    }
}

impl Estimator for QuantileRange {
    type Claim = OrientedScale;

    fn claim(&self) -> OrientedScale {
        OrientedScale
    }

    fn name(&self) -> String {
        let [p, q] = self.quantiles().map(|quantile| quantile.probability());
        let number = self.lower.definition().number();
        format!("quantile range from {p} to {q}, type {number}")
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let sorted = ascending(1, sample)?;
        finite(self.upper.of_ascending(&sorted) - self.lower.of_ascending(&sorted))
    }
}
