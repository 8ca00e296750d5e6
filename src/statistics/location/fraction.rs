//! The fraction of a sample that is not trusted at either end.

/// A fraction of a sample, at either end, is at least 0 and less than a half.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{0} is no fraction of a sample at either end: it has to be at least 0 and less than 1/2")]
pub struct NoFraction(pub f64);

/// A fraction in [0, 1/2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fraction(f64);

impl Fraction {
    pub(super) const QUARTER: Fraction = Fraction(0.25);

    pub(super) fn new(fraction: f64) -> Result<Self, NoFraction> {
        match (0.0..0.5).contains(&fraction) {
            true => Ok(Fraction(fraction)),
            false => Err(NoFraction(fraction)),
        }
    }

    pub(super) fn get(self) -> f64 {
        self.0
    }

    /// How many of n observations that is: ⌊n · fraction⌋, and less than half of them.
    pub(super) fn of(self, n: usize) -> usize {
        let count = (n as f64 * self.0).floor() as usize;
        count.min((n - 1) / 2) // n · fraction may have been rounded up to n/2
    }
}
