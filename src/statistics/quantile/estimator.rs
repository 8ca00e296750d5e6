//! The quantile as an estimator.

use super::QuantileDefinition;
use crate::statistics::claim::OrientedLocation;
use crate::statistics::sample::ascending;
use crate::statistics::{Estimator, Refusal};

/// A probability is from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} is no probability: it has to be from 0 to 1")]
pub struct NoProbability(pub f64);

/// The p-quantile of a sample.
///
/// Its group is that of changes of units without mirrors: in a mirror the upper quartile becomes the
/// lower one, and only the median stays what it is.
///
/// # Errors
///
/// An empty sample, an observation that is not finite.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, quantile::{Quantile, QuantileDefinition}};
/// let quartile = Quantile::new(0.25, QuantileDefinition::default())?;
/// assert_eq!(quartile.estimate(&[5.0, 1.0, 2.0, 3.0, 9.0])?, 2.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    p: f64,
    definition: QuantileDefinition,
}

impl Quantile {
    /// The p-quantile in this definition.
    ///
    /// # Errors
    ///
    /// [`NoProbability`], if p is not from 0 to 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::quantile::{NoProbability, Quantile, QuantileDefinition};
    /// assert_eq!(Quantile::new(1.5, QuantileDefinition::Hazen), Err(NoProbability(1.5)));
    /// ```
    pub fn new(p: f64, definition: QuantileDefinition) -> Result<Self, NoProbability> {
        match (0.0..=1.0).contains(&p) {
            true => Ok(Quantile { p, definition }),
            false => Err(NoProbability(p)),
        }
    }

    /// The probability p.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::quantile::{Quantile, QuantileDefinition};
    /// assert_eq!(Quantile::new(0.1, QuantileDefinition::Hazen)?.probability(), 0.1);
    /// # Ok::<(), equivariant::statistics::quantile::NoProbability>(())
    /// ```
    #[must_use]
    pub fn probability(&self) -> f64 {
        self.p
    }

    /// The definition.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::quantile::{Quantile, QuantileDefinition};
    /// let decile = Quantile::new(0.1, QuantileDefinition::Hazen)?;
    /// assert_eq!(decile.definition(), QuantileDefinition::Hazen);
    /// # Ok::<(), equivariant::statistics::quantile::NoProbability>(())
    /// ```
    #[must_use]
    pub fn definition(&self) -> QuantileDefinition {
        self.definition
    }

    /// The lower and the upper quartile.
    pub(crate) fn quartiles(definition: QuantileDefinition) -> [Self; 2] {
        [0.25, 0.75].map(|p| Quantile { p, definition })
    }

    /// The quantile of finite numbers in ascending order, at least one.
    pub(crate) fn of_ascending(&self, sorted: &[f64]) -> f64 {
        self.definition.of_ascending(self.p, sorted)
    }
}

impl Estimator for Quantile {
    type Claim = OrientedLocation;

    fn claim(&self) -> OrientedLocation {
        OrientedLocation
    }

    fn name(&self) -> String {
        format!("{}-quantile, type {}", self.p, self.definition.number())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        Ok(self.of_ascending(&ascending(1, sample)?))
    }
}
