//! Estimators.

use super::{Claim, Refusal};
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::Partial;

/// An estimator: a map from samples to values, with a [`Claim`] of equivariance.
///
/// # Laws
///
/// ```text
/// equivariant    T(g · x)  ~  g · T(x)
/// ```
///
/// It refuses g·x exactly if it refuses x.
///
/// # Examples
///
/// An estimator of one's own.
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, claim::Location, location::Median};
/// use equivariant::groups::LocationScale;
///
/// /// The mean of the smallest and the largest observation and, twice, of the median.
/// struct Trimean;
///
/// impl Estimator for Trimean {
///     type Claim = Location;
///     fn claim(&self) -> Location { Location }
///     fn name(&self) -> String { "a trimean".to_owned() }
///     fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
///         let median = Median.estimate(sample)?;
///         let smallest = sample.iter().copied().fold(f64::INFINITY, f64::min);
///         let largest = sample.iter().copied().fold(f64::NEG_INFINITY, f64::max);
///         Ok((smallest + 2.0 * median + largest) / 4.0)
///     }
/// }
///
/// let mirror = LocationScale { scale: -1.0, location: 0.0 };
/// Trimean.equivariant().verify([(mirror, vec![1.0, 2.0, 4.0])])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub trait Estimator {
    /// The kind of its claim.
    type Claim: Claim;

    /// Under which group it moves, and how.
    fn claim(&self) -> Self::Claim;

    /// The name that a table shows.
    fn name(&self) -> String;

    /// The value for a sample.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if there is none.
    fn estimate(&self, sample: &[ObservationOf<Self>]) -> Result<ValueOf<Self>, Refusal>;

    /// The estimator as an equivariant map, to be checked and composed.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, statistics::{Estimator, location::Median}};
    /// Check::default().equivariant(&Median.equivariant())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    fn equivariant(
        self,
    ) -> EquivariantMapOf<Self, impl Fn(&Vec<ObservationOf<Self>>) -> Result<ValueOf<Self>, Refusal>>
    where
        Self: Sized,
    {
        let claim = self.claim();
        let values = Partial::new(claim.values());
        EquivariantMap::new(
            claim.group(),
            claim.samples(),
            values,
            move |sample: &Vec<_>| self.estimate(sample),
        )
    }
}

/// What the samples of an estimator consist of.
pub type ObservationOf<T> = <<T as Estimator>::Claim as Claim>::Observation;

/// What the values of an estimator are.
pub type ValueOf<T> = <<<T as Estimator>::Claim as Claim>::Values as Set>::Element;

/// The type of an estimator as an equivariant map.
pub type EquivariantMapOf<T, F> = EquivariantMap<
    <<T as Estimator>::Claim as Claim>::Group,
    <<T as Estimator>::Claim as Claim>::Samples,
    Partial<<<T as Estimator>::Claim as Claim>::Values, Refusal>,
    F,
>;
