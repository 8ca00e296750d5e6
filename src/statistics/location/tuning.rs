//! The tuning constants of M-estimators.

use crate::statistics::scale::NORMAL_DEVIATION;

/// A tuning constant is positive and finite.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} is no tuning constant: it has to be positive and finite")]
pub struct NoTuning(pub f64);

/// A tuning constant, in units of the normalised median absolute deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tuning(f64);

impl Tuning {
    /// Huber's for an efficiency of 95 % in normal samples.
    pub(super) const HUBER: Tuning = Tuning(1.345);
    /// Tukey's for an efficiency of 95 % in normal samples.
    pub(super) const TUKEY: Tuning = Tuning(4.685);

    pub(super) fn new(constant: f64) -> Result<Self, NoTuning> {
        match constant > 0.0 && constant.is_finite() {
            true => Ok(Tuning(constant)),
            false => Err(NoTuning(constant)),
        }
    }

    pub(super) fn get(self) -> f64 {
        self.0
    }

    /// The same in units of the median absolute deviation as it is.
    pub(super) fn in_deviations(self) -> f64 {
        (self.0 * NORMAL_DEVIATION).min(f64::MAX)
    }
}
