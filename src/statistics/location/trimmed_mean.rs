//! The trimmed mean.

use super::fraction::{Fraction, NoFraction};
use super::mean::mean;
use crate::statistics::claim::Location;
use crate::statistics::sample::ascending;
use crate::statistics::{Estimator, Refusal};

/// The trimmed mean: the mean of what is left when a fraction of the observations is dropped at either
/// end.
///
/// # Conventions
///
/// ⌊n · fraction⌋ observations are dropped at the lower end and as many at the upper end, as with
/// R's `mean(x, trim = fraction)`; the product is rounded to a floating-point number first. With the
/// fraction 0 it is the mean; near 1/2 it is the median. The default is 1/4, the midmean.
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
/// use equivariant::statistics::{Estimator, location::TrimmedMean};
/// let sample = [1.0, 2.0, 3.0, 4.0, 1000.0];
/// assert_eq!(TrimmedMean::new(0.2)?.estimate(&sample)?, 3.0);
/// assert_eq!(TrimmedMean::new(0.1)?.estimate(&sample)?, 202.0); // ⌊0.5⌋ = 0
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// P. J. Huber and E. M. Ronchetti, *Robust Statistics*, 2nd edition, Wiley (2009), section 3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrimmedMean(Fraction);

impl TrimmedMean {
    /// The mean without this fraction of the observations at either end.
    ///
    /// # Errors
    ///
    /// [`NoFraction`], if it is not in [0, 1/2).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::location::{NoFraction, TrimmedMean};
    /// assert_eq!(TrimmedMean::new(0.5), Err(NoFraction(0.5)));
    /// ```
    pub fn new(fraction: f64) -> Result<Self, NoFraction> {
        Fraction::new(fraction).map(TrimmedMean)
    }

    /// The fraction that is dropped at either end.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::location::TrimmedMean;
    /// assert_eq!(TrimmedMean::default().fraction(), 0.25);
    /// ```
    #[must_use]
    pub fn fraction(&self) -> f64 {
        self.0.get()
    }
}

/// The midmean, with the fraction 1/4.
impl Default for TrimmedMean {
    fn default() -> Self {
        TrimmedMean(Fraction::QUARTER)
    }
}

impl Estimator for TrimmedMean {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        format!("trimmed mean, {}", self.fraction())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let sorted = ascending(1, sample)?;
        let dropped = self.0.of(sorted.len());
        Ok(mean(&sorted[dropped..sorted.len() - dropped]))
    }
}
