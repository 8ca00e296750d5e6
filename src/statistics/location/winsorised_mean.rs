//! The winsorised mean.

use super::fraction::{Fraction, NoFraction};
use super::mean::mean;
use crate::statistics::claim::Location;
use crate::statistics::sample::ascending;
use crate::statistics::{Estimator, Refusal};

/// The winsorised mean: the mean after a fraction of the observations at either end has been replaced
/// by the nearest one that is left.
///
/// # Conventions
///
/// ⌊n · fraction⌋ observations are replaced at the lower end and as many at the upper end, as the
/// [`TrimmedMean`](super::TrimmedMean) drops them. The default fraction is 1/4.
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
/// use equivariant::statistics::{Estimator, location::WinsorisedMean};
/// // the mean of 2, 2, 3, 7, 7
/// assert_eq!(WinsorisedMean::new(0.2)?.estimate(&[1.0, 2.0, 3.0, 7.0, 1000.0])?, 4.2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// P. J. Huber and E. M. Ronchetti, *Robust Statistics*, 2nd edition, Wiley (2009), section 3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinsorisedMean(Fraction);

impl WinsorisedMean {
    /// The mean with this fraction of the observations replaced at either end.
    ///
    /// # Errors
    ///
    /// [`NoFraction`], if it is not in [0, 1/2).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::location::{NoFraction, WinsorisedMean};
    /// assert_eq!(WinsorisedMean::new(-0.1), Err(NoFraction(-0.1)));
    /// ```
    pub fn new(fraction: f64) -> Result<Self, NoFraction> {
        Fraction::new(fraction).map(WinsorisedMean)
    }

    /// The fraction that is replaced at either end.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::location::WinsorisedMean;
    /// assert_eq!(WinsorisedMean::default().fraction(), 0.25);
    /// ```
    #[must_use]
    pub fn fraction(&self) -> f64 {
        self.0.get()
    }
}

/// With the fraction 1/4.
impl Default for WinsorisedMean {
    fn default() -> Self {
        WinsorisedMean(Fraction::QUARTER)
    }
}

impl Estimator for WinsorisedMean {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        format!("winsorised mean, {}", self.fraction())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let mut sorted = ascending(1, sample)?;
        let n = sorted.len();
        let replaced = self.0.of(n);
        let (lowest, highest) = (sorted[replaced], sorted[n - 1 - replaced]);
        sorted[..replaced].fill(lowest);
        sorted[n - replaced..].fill(highest);
        Ok(mean(&sorted))
    }
}
