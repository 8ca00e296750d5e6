//! The range.

use super::finite;
use crate::statistics::claim::Scale;
use crate::statistics::sample::{at_least, ends};
use crate::statistics::{Estimator, Refusal};

/// The range: the largest observation minus the smallest.
///
/// # Conventions
///
/// The range of one observation is 0.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, a range that overflows.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, scale::Range};
/// assert_eq!(Range.estimate(&[2.0, 7.0, 3.0])?, 5.0);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range;

impl Estimator for Range {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        "range".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        let [smallest, largest] = ends(sample);
        finite(largest - smallest)
    }
}
