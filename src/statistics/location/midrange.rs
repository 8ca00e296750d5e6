//! The midrange.

use super::median::midpoint;
use crate::statistics::claim::Location;
use crate::statistics::sample::{at_least, ends};
use crate::statistics::{Estimator, Refusal};

/// The midrange: the mean of the smallest and the largest observation. It is the Pitman estimator for
/// a uniform distribution of known width.
///
/// # Errors
///
/// An empty sample, an observation that is not finite.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, location::Midrange};
/// assert_eq!(Midrange.estimate(&[1.0, 2.0, 9.0])?, 5.0);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Midrange;

impl Estimator for Midrange {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        "midrange".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        let [smallest, largest] = ends(sample);
        Ok(midpoint(smallest, largest))
    }
}
