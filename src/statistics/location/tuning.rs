//! The tuning constants of M-estimators.

use crate::statistics::scale::NORMAL_DEVIATION;

/// A tuning constant is finite and greater than a bound.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{constant} is no tuning constant: it has to be finite and greater than {bound}")]
pub struct NoTuning {
    /// The constant that was asked for.
    pub constant: f64,
    /// The bound.
    pub bound: f64,
}

/// A tuning constant, in units of the normalised median absolute deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tuning(f64);

impl Tuning {
    /// Huber's for an efficiency of 95 % in normal samples.
    pub(super) const HUBER: Tuning = Tuning(1.345);
    /// Tukey's for an efficiency of 95 % in normal samples.
    pub(super) const TUKEY: Tuning = Tuning(4.685);

    /// A constant that is greater than the bound.
    pub(super) fn above(bound: f64, constant: f64) -> Result<Self, NoTuning> {
        match constant > bound && constant.is_finite() {
            true => Ok(Tuning(constant)),
            false => Err(NoTuning { constant, bound }),
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
