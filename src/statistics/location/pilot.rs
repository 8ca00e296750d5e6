//! Coordinates of a sample in which location and scale are those of the bulk of it.

use super::median::median_of;
use crate::statistics::Refusal;
use crate::statistics::sample::at_least;
use crate::statistics::scale::median_absolute_deviation_about;

/// Median and median absolute deviation: the frame in which M-estimators are computed, so that they
/// move along with units and mirrors whatever the iteration does.
pub(super) struct Pilot {
    /// The median.
    pub(super) median: f64,
    /// The median of the distances from it, not normalised.
    pub(super) deviation: f64,
}

impl Pilot {
    /// The pilot of a sample.
    pub(super) fn of(sample: &[f64]) -> Result<Self, Refusal> {
        at_least(1, sample)?;
        let median = median_of(&mut sample.to_vec());
        let deviation = median_absolute_deviation_about(median, sample);
        match deviation.is_finite() {
            true => Ok(Pilot { median, deviation }),
            false => Err(Refusal::Overflow("the median absolute deviation")),
        }
    }

    /// Where x is in these coordinates; ±∞ if that overflows.
    pub(super) fn standardised(&self, x: f64) -> f64 {
        let distance = x - self.median;
        match distance.is_finite() {
            true => distance / self.deviation,
            false => (0.5 * x - 0.5 * self.median) / (0.5 * self.deviation),
        }
    }

    /// The number that is at t in these coordinates.
    pub(super) fn location(&self, t: f64) -> Result<f64, Refusal> {
        let location = self.median + self.deviation * t;
        match location.is_finite() {
            true => Ok(location),
            false => Err(Refusal::Overflow("the way from the median")),
        }
    }
}
