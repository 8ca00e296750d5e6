//! The arithmetic mean.

use crate::statistics::claim::Location;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The arithmetic mean (x₁ + … + xₙ)/n.
///
/// # Conventions
///
/// The mean of the deviations from the first observation is added to it, with compensated sums, so
/// that a common shift costs no digits and nothing overflows that need not.
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

/// The mean of finite numbers, at least one: x₁ + Σ (xᵢ − x₁)/n, the sum compensated (Neumaier).
pub(in crate::statistics) fn mean(sample: &[f64]) -> f64 {
    let n = sample.len() as f64;
    let first = sample[0];
    let (mut sum, mut lost) = (0.0_f64, 0.0);
    for &x in sample {
        // halves: the difference of two finite numbers may overflow, that of their halves does not
        let term = (0.5 * x - 0.5 * first) / n;
        let next = sum + term;
        lost += if sum.abs() >= term.abs() {
            (sum - next) + term
        } else {
            (term - next) + sum
        };
        sum = next;
    }
    // added twice: twice the sum may overflow where the mean does not
    (first + (sum + lost)) + (sum + lost)
}
