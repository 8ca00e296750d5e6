//! The nine definitions of a quantile.

use crate::statistics::location::midpoint;

/// What the p-quantile of n observations x₁ ≤ … ≤ xₙ is, for 0 ≤ p ≤ 1: the nine definitions that
/// Hyndman and Fan collected, in their order, which is that of R's argument `type` and of numpy's
/// argument `method`.
///
/// # Laws
///
/// ```text
/// Q(p, a x + b) = a Q(p, x) + b        for every a > 0
/// Q(p, −x) = −Q(1 − p, x)              for the definitions that are symmetric
/// ```
///
/// # Conventions
///
/// The first three choose observations, with np the number of them that should be at most the quantile.
/// The others interpolate between observations, at a place h that may be a fraction: between x_⌊h⌋ and
/// x_⌊h⌋₊₁. Places outside 1 … n are moved to the ends.
///
/// | number | definition | observation, or place h | symmetric |
/// |---|---|---|---|
/// | 1 | `InvertedDistribution` | ⌈np⌉ | no |
/// | 2 | `AveragedInvertedDistribution` | ⌈np⌉, or the mean of np and np + 1 | yes |
/// | 3 | `ClosestObservation` | the whole number nearest to np, the even one of two | no |
/// | 4 | `InterpolatedInvertedDistribution` | np | no |
/// | 5 | `Hazen` | np + 1/2 | yes |
/// | 6 | `Weibull` | (n + 1) p | yes |
/// | 7 | `Linear` | (n − 1) p + 1 | yes |
/// | 8 | `MedianUnbiased` | (n + 1/3) p + 1/3 | yes |
/// | 9 | `NormalUnbiased` | (n + 1/4) p + 3/8 | yes |
///
/// A mirror turns place h into n + 1 − h: a definition is symmetric if h(p) + h(1 − p) = n + 1. For the
/// third and the fourth the sum is n, as a rule, and the first chooses the lower one of two neighbours
/// that would both do. So that 0.7 · 10 is 7, a place that is whole up to four roundings of n is whole,
/// much as in R.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::quantile::QuantileDefinition;
/// assert_eq!(QuantileDefinition::default(), QuantileDefinition::Linear);
/// assert_eq!(QuantileDefinition::Linear.number(), 7);
/// let symmetric = QuantileDefinition::ALL.into_iter().filter(|definition| definition.is_symmetric());
/// assert_eq!(symmetric.map(|definition| definition.number()).collect::<Vec<_>>(), [2, 5, 6, 7, 8, 9]);
/// ```
///
/// # References
///
/// R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, *The American Statistician* 50
/// (1996), 361–365.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuantileDefinition {
    /// The smallest observation that np observations do not exceed.
    InvertedDistribution,
    /// The same, and the mean of two observations where both would do.
    AveragedInvertedDistribution,
    /// The observation whose number is nearest to np.
    ClosestObservation,
    /// The inverse of the distribution function, with straight lines instead of steps.
    InterpolatedInvertedDistribution,
    /// The same, with the lines through the middles of the steps.
    Hazen,
    /// The place at which the expected distribution function is p.
    Weibull,
    /// The observations are at equal distances from 0 to 1.
    #[default]
    Linear,
    /// The place at which the median of the distribution function is nearly p, for every distribution.
    MedianUnbiased,
    /// The place at which the expected quantile of a normal distribution is nearly right.
    NormalUnbiased,
}

impl QuantileDefinition {
    /// All nine, in the order of their numbers.
    pub const ALL: [QuantileDefinition; 9] = [
        QuantileDefinition::InvertedDistribution,
        QuantileDefinition::AveragedInvertedDistribution,
        QuantileDefinition::ClosestObservation,
        QuantileDefinition::InterpolatedInvertedDistribution,
        QuantileDefinition::Hazen,
        QuantileDefinition::Weibull,
        QuantileDefinition::Linear,
        QuantileDefinition::MedianUnbiased,
        QuantileDefinition::NormalUnbiased,
    ];

    /// The number in the list of Hyndman and Fan, from 1 to 9.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Whether a mirror turns the p-quantile into the (1 − p)-quantile.
    #[must_use]
    pub fn is_symmetric(self) -> bool {
        !matches!(
            self,
            QuantileDefinition::InvertedDistribution
                | QuantileDefinition::ClosestObservation
                | QuantileDefinition::InterpolatedInvertedDistribution
        )
    }

    /// The p-quantile of finite numbers in ascending order, at least one.
    pub(crate) fn of_ascending(self, p: f64, sorted: &[f64]) -> f64 {
        let n = sorted.len() as f64;
        let x = |place: f64| sorted[place.clamp(1.0, n) as usize - 1];
        let whole = |place: f64| match (place - place.round()).abs() <= 4.0 * f64::EPSILON * n {
            true => place.round(),
            false => place,
        };
        let interpolated = |place: f64| {
            let place = whole(place);
            between(x(place.floor()), x(place.floor() + 1.0), place.fract())
        };
        match self {
            QuantileDefinition::InvertedDistribution => x(whole(n * p).ceil()),
            QuantileDefinition::AveragedInvertedDistribution => {
                let place = whole(n * p);
                midpoint(x(place.ceil()), x(place.floor() + 1.0))
            }
            QuantileDefinition::ClosestObservation => {
                let half = whole(2.0 * n * p) / 2.0;
                x(half.round_ties_even())
            }
            QuantileDefinition::InterpolatedInvertedDistribution => interpolated(n * p),
            QuantileDefinition::Hazen => interpolated(n * p + 0.5),
            QuantileDefinition::Weibull => interpolated((n + 1.0) * p),
            QuantileDefinition::Linear => interpolated((n - 1.0) * p + 1.0),
            QuantileDefinition::MedianUnbiased => interpolated((n + 1.0 / 3.0) * p + 1.0 / 3.0),
            QuantileDefinition::NormalUnbiased => interpolated((n + 0.25) * p + 0.375),
        }
    }
}

/// The number at this share of the way from x to y, x ≤ y, which does not overflow.
fn between(x: f64, y: f64, share: f64) -> f64 {
    ((1.0 - share) * x + share * y).clamp(x, y)
}
