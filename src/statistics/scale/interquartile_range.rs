//! The interquartile range.

use super::QuantileRange;
use crate::statistics::claim::Scale;
use crate::statistics::quantile::QuantileDefinition;
use crate::statistics::{Estimator, Refusal};

/// A definition of quantiles that a mirror does not respect gives a range that changes in a mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("quantiles of type {} change in a mirror, and so does their range", .0.number())]
pub struct NotSymmetric(pub QuantileDefinition);

/// The interquartile range: the distance of the lower and the upper quartile.
///
/// # Conventions
///
/// The definition of quantiles is [`Linear`](QuantileDefinition::Linear) unless another is asked for.
/// Six of the nine are symmetric and make a scale, S(a x + b) = |a| S(x). With the other three
/// S(−x) ≠ S(x) for some samples: what they claim is less, and [`QuantileRange`] claims it. The range is
/// not normalised; in normal samples it tends to 1.349 σ.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, a range that overflows.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, quantile::QuantileDefinition, scale::InterquartileRange};
/// let sample = [1.0, 2.0, 3.0, 4.0];
/// assert_eq!(InterquartileRange::default().estimate(&sample)?, 1.5);
/// assert_eq!(InterquartileRange::new(QuantileDefinition::Weibull)?.estimate(&sample)?, 2.5);
/// assert!(InterquartileRange::new(QuantileDefinition::InvertedDistribution).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InterquartileRange(QuantileDefinition);

impl InterquartileRange {
    /// The range for a definition of quantiles.
    ///
    /// # Errors
    ///
    /// [`NotSymmetric`], if the definition is not [symmetric](QuantileDefinition::is_symmetric).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{quantile::QuantileDefinition, scale::InterquartileRange};
    /// let refused = InterquartileRange::new(QuantileDefinition::ClosestObservation).unwrap_err();
    /// assert_eq!(refused.to_string(), "quantiles of type 3 change in a mirror, and so does their range");
    /// ```
    pub fn new(definition: QuantileDefinition) -> Result<Self, NotSymmetric> {
        match definition.is_symmetric() {
            true => Ok(InterquartileRange(definition)),
            false => Err(NotSymmetric(definition)),
        }
    }

    /// The definition of quantiles.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{quantile::QuantileDefinition, scale::InterquartileRange};
    /// assert_eq!(InterquartileRange::default().definition(), QuantileDefinition::Linear);
    /// ```
    #[must_use]
    pub fn definition(&self) -> QuantileDefinition {
        self.0
    }
}

impl Estimator for InterquartileRange {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        format!("interquartile range, type {}", self.0.number())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        QuantileRange::interquartile(self.0).estimate(sample)
    }
}
