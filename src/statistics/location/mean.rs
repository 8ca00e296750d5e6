//! The arithmetic mean.

use crate::statistics::claim::Location;
use crate::statistics::sample::at_least;
use crate::statistics::sum::Sum;
use crate::statistics::{Estimator, Refusal};

/// The arithmetic mean (x₁ + … + xₙ)/n.
///
/// # Conventions
///
/// The sum is taken in twice the working precision and divided with its remainder: the mean is exact
/// to the last digit where not nearly all digits cancel, a common shift costs none, the mean of equal
/// observations is theirs, and no sum overflows.
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
/// use equivariant::statistics::{Estimator, location::Mean};
/// assert_eq!(Mean.estimate(&[1.0, 2.0, 6.0])?, 3.0);
/// assert_eq!(Mean.estimate(&[1e16, 1.0, -1e16])?, 1.0 / 3.0);
/// assert_eq!(Mean.estimate(&[f64::MAX, f64::MAX])?, f64::MAX);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean;

impl Estimator for Mean {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        "mean".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        Ok(mean(sample))
    }
}

/// More observations than there can be.
const MANY: f64 = (1_u128 << 64) as f64;

/// The mean of finite numbers, at least one.
pub(crate) fn mean(sample: &[f64]) -> f64 {
    let n = sample.len() as f64;
    let sum: Sum = sample.iter().copied().collect();
    if sum.is_finite() {
        return sum.over(n);
    }
    // numbers so large that their sum overflows: what the smallest of them lose here does not count
    let sum: Sum = sample.iter().map(|x| x / MANY).collect();
    sum.over(n) * MANY
}
