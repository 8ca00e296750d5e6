//! The median.

use crate::statistics::claim::Location;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The median: the middle observation, and the mean of the middle two where their number is even.
///
/// # Errors
///
/// An empty sample, an observation that is not finite.
///
/// # Complexity
///
/// O(n), by selection.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, location::Median};
/// assert_eq!(Median.estimate(&[5.0, 1.0, 2.0])?, 2.0);
/// assert_eq!(Median.estimate(&[5.0, 1.0, 2.0, 4.0])?, 3.0);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Median;

impl Estimator for Median {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        "median".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        Ok(median_of(&mut sample.to_vec()))
    }
}

/// The median of finite numbers, at least one, which are reordered.
pub(crate) fn median_of(numbers: &mut [f64]) -> f64 {
    let upper = numbers.len() / 2;
    let is_even = numbers.len().is_multiple_of(2);
    let (below, &mut middle, _) = numbers.select_nth_unstable_by(upper, f64::total_cmp);
    match below.iter().copied().max_by(f64::total_cmp) {
        Some(lower) if is_even => midpoint(lower, middle),
        _ => middle,
    }
}

/// The mean of two finite numbers, which does not overflow.
pub(crate) fn midpoint(x: f64, y: f64) -> f64 {
    f64::midpoint(x, y)
}
