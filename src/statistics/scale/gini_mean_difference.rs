//! Gini's mean difference.

use super::finite;
use crate::statistics::claim::Scale;
use crate::statistics::sample::ascending;
use crate::statistics::sum::Sum;
use crate::statistics::{Estimator, Refusal};

/// Gini's mean difference: the mean of |xᵢ − xⱼ| over all pairs i < j.
///
/// # Conventions
///
/// No observation is paired with itself, so that it is without bias for E|X − X′|, which is 2σ/√π for a
/// normal distribution; it is not normalised.
///
/// # Errors
///
/// Fewer than two observations, an observation that is not finite, a difference that overflows.
///
/// # Complexity
///
/// O(n log n). The gap between the i-th and the next of the sorted observations is part of the
/// difference of i (n − i) pairs: Σ i (n − i) (x₍ᵢ₊₁₎ − x₍ᵢ₎) divided by n (n − 1)/2, a sum in which
/// nothing cancels.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, scale::GiniMeanDifference};
/// // the differences are 1, 4, 5, 5, 9, 10
/// assert!((GiniMeanDifference.estimate(&[0.0, 1.0, 5.0, 10.0])? - 34.0 / 6.0).abs() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// C. Gini, *Variabilità e mutabilità*, Bologna (1912).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GiniMeanDifference;

impl Estimator for GiniMeanDifference {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        "Gini's mean difference".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let x = ascending(2, sample)?;
        let n = x.len() as f64;
        let gaps = x.windows(2).map(|pair| pair[1] - pair[0]);
        let weighted = gaps.zip(1_u32..).map(|(gap, i)| {
            let i = f64::from(i);
            gap * (i / n) * ((n - i) / n)
        });
        let sum: Sum = weighted.collect();
        finite(2.0 * sum.value() * (n / (n - 1.0)))
    }
}
