//! Rousseeuw's and Croux's scale of median distances.

use super::{Correction, finite};
use crate::statistics::claim::Scale;
use crate::statistics::sample::ascending;
use crate::statistics::{Estimator, Refusal};

/// Sₙ of Rousseeuw and Croux: for every observation the median distance from all, and of these the
/// median. It resists as many outliers as the median absolute deviation, nearly half, has the efficiency
/// 58 % in normal samples instead of 37 %, and does not presume that the distribution is symmetric.
///
/// # Conventions
///
/// ```text
/// Sₙ = cₙ · 1.1926 · low median of  high median of |xᵢ − xⱼ|
///                    i = 1 … n      j = 1 … n
/// ```
///
/// The high median is the (⌊n/2⌋ + 1)-th smallest of the n distances, that of xᵢ from itself among them,
/// the low median is the ⌊(n + 1)/2⌋-th. The constant makes it tend to σ in normal samples, the factor cₙ
/// is that of Croux and Rousseeuw, which R's `robustbase::Sn` uses too, unless the [`Correction`] is
/// asked not to be made. It is 0 where more than half of the observations are equal.
///
/// # Errors
///
/// Fewer than two observations, an observation that is not finite, a distance that overflows.
///
/// # Complexity
///
/// O(n log n), for sorting: the nearest half of the sample around xᵢ is a window that moves along with i.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, scale::{Correction, Sn}};
/// let sn = Sn { correction: Correction::Asymptotic };
/// // the high medians are 2, 1, 2, 5, 97, and the low median of these is 2
/// assert_eq!(sn.estimate(&[1.0, 2.0, 3.0, 7.0, 100.0])?, 2.0 * 1.192_598_553_123_208_3);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. J. Rousseeuw and C. Croux, Alternatives to the median absolute deviation, *Journal of the American
/// Statistical Association* 88 (1993), 1273–1283; C. Croux and P. J. Rousseeuw, Time-efficient algorithms
/// for two highly robust estimators of scale, *Computational Statistics* 1 (1992), 411–428.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sn {
    /// Whether the factor for small samples is applied.
    pub correction: Correction,
}

/// 1/δ, where half of a normal distribution is within δ of its upper quartile:
/// Φ(q + δ) − Φ(q − δ) = 1/2 with q = Φ⁻¹(3/4).
const NORMAL: f64 = 1.192_598_553_123_208_3;

/// The factors for n = 2 … 9.
const SMALL: [f64; 8] = [0.743, 1.851, 0.954, 1.351, 0.993, 1.198, 1.005, 1.131];

/// The factor for n ≥ 2 observations.
fn factor(n: usize) -> f64 {
    match SMALL.get(n - 2) {
        Some(&factor) => factor,
        None if n.is_multiple_of(2) => 1.0,
        None => n as f64 / (n as f64 - 0.9),
    }
}

impl Estimator for Sn {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        match self.correction {
            Correction::FiniteSample => "Sₙ".to_owned(),
            Correction::Asymptotic => "Sₙ, not corrected".to_owned(),
        }
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        let sorted = ascending(2, sample)?;
        let n = sorted.len();
        let mut distances = high_medians(&sorted);
        let (_, &mut low_median, _) =
            distances.select_nth_unstable_by(n.div_ceil(2) - 1, f64::total_cmp);
        finite(match self.correction {
            Correction::FiniteSample => factor(n) * (NORMAL * low_median),
            Correction::Asymptotic => NORMAL * low_median,
        })
    }
}

/// For every x in a sorted sample, the (⌊n/2⌋ + 1)-th smallest of the distances from it.
///
/// The nearest that many are neighbours, x among them. From one x to the next their window can only
/// move to the right, and does while its first is farther away than the first beyond its end.
fn high_medians(sorted: &[f64]) -> Vec<f64> {
    let n = sorted.len();
    let length = n / 2 + 1;
    let mut start = 0;
    let farthest = sorted.iter().map(|x| {
        while start + length < n && x - sorted[start] > sorted[start + length] - x {
            start += 1;
        }
        f64::max(x - sorted[start], sorted[start + length - 1] - x)
    });
    farthest.collect()
}
