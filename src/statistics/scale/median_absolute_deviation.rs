//! The median absolute deviation.

use super::finite;
use crate::statistics::claim::Scale;
use crate::statistics::location::median_of;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The median absolute deviation: the median of the distances |xᵢ − m| from the median m.
///
/// # Conventions
///
/// It is multiplied by 1.4826 unless the raw one is asked for, as R's `mad` does. Both medians are the
/// mean of the middle two numbers where n is even. It is 0 where more than half of the observations are
/// equal.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, a deviation that overflows.
///
/// # Complexity
///
/// O(n), by selection.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, scale::{MedianAbsoluteDeviation, Normalisation}};
/// let sample = [1.0, 2.0, 4.0, 7.0, 1000.0]; // the distances from 4 are 3, 2, 0, 3, 996
/// let raw = MedianAbsoluteDeviation { normalisation: Normalisation::Raw };
/// assert_eq!(raw.estimate(&sample)?, 3.0);
/// assert_eq!(MedianAbsoluteDeviation::default().estimate(&sample)?, 3.0 * 1.482_602_218_505_602);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// F. R. Hampel, The influence curve and its role in robust estimation, *Journal of the American
/// Statistical Association* 69 (1974), 383–393.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MedianAbsoluteDeviation {
    /// Whether it is multiplied by a constant.
    pub normalisation: Normalisation,
}

/// The units in which a scale is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Normalisation {
    /// Multiplied by a constant, so that it tends to the standard deviation in normal samples.
    #[default]
    Normal,
    /// As it is.
    Raw,
}

/// 1/Φ⁻¹(3/4): half of a normal distribution is within σ divided by this.
pub(in crate::statistics) const NORMAL_DEVIATION: f64 = 1.482_602_218_505_602;

impl Estimator for MedianAbsoluteDeviation {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        match self.normalisation {
            Normalisation::Normal => "median absolute deviation".to_owned(),
            Normalisation::Raw => "median absolute deviation, raw".to_owned(),
        }
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        let median = median_of(&mut sample.to_vec());
        let raw = median_absolute_deviation_about(median, sample);
        finite(match self.normalisation {
            Normalisation::Normal => NORMAL_DEVIATION * raw,
            Normalisation::Raw => raw,
        })
    }
}

/// The median of the distances of finite numbers, at least one, from a centre; infinite if it overflows.
pub(in crate::statistics) fn median_absolute_deviation_about(centre: f64, sample: &[f64]) -> f64 {
    let distances = sample.iter().map(|x| (x - centre).abs());
    median_of(&mut distances.collect::<Vec<f64>>())
}
