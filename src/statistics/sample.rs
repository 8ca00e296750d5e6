//! What every sample has to be.

use nalgebra::{Point, SVector};

use super::Refusal;

/// An observation made of numbers.
pub(super) trait Numbers {
    /// The first of its numbers that is not finite.
    fn not_finite(&self) -> Option<f64>;
}

impl Numbers for f64 {
    #[inline]
    fn not_finite(&self) -> Option<f64> {
        (!self.is_finite()).then_some(*self)
    }
}

impl<const D: usize> Numbers for Point<f64, D> {
    #[inline]
    fn not_finite(&self) -> Option<f64> {
        self.coords.iter().copied().find(|x| !x.is_finite())
    }
}

impl<const D: usize> Numbers for SVector<f64, D> {
    #[inline]
    fn not_finite(&self) -> Option<f64> {
        self.iter().copied().find(|x| !x.is_finite())
    }
}

/// That there are at least `needed` observations, and all are finite.
pub(super) fn at_least<N: Numbers>(needed: usize, sample: &[N]) -> Result<(), Refusal> {
    if sample.is_empty() {
        return Err(Refusal::Empty);
    }
    for (index, observation) in sample.iter().enumerate() {
        if let Some(value) = observation.not_finite() {
            return Err(Refusal::NotFinite { index, value });
        }
    }
    if sample.len() < needed {
        let found = sample.len();
        return Err(Refusal::TooFew { found, needed });
    }
    Ok(())
}

/// The sample in ascending order, if there are at least `needed` observations and all are finite.
pub(super) fn ascending(needed: usize, sample: &[f64]) -> Result<Vec<f64>, Refusal> {
    at_least(needed, sample)?;
    let mut sorted = sample.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    Ok(sorted)
}

/// The smallest and the largest of finite numbers, at least one.
pub(super) fn ends(sample: &[f64]) -> [f64; 2] {
    let smallest = sample.iter().copied().fold(f64::INFINITY, f64::min);
    let largest = sample.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    [smallest, largest]
}

/// The largest power of 2 that is not above the largest size of the numbers, 0 if all are 0: a unit in
/// which they neither overflow nor lose a digit.
pub(super) fn unit_of(numbers: impl Iterator<Item = f64>) -> f64 {
    let largest = numbers.fold(0.0, |largest: f64, x| largest.max(x.abs()));
    if largest == 0.0 {
        return 0.0;
    }
    let unit = largest.log2().floor().clamp(-1074.0, 1023.0).exp2();
    if unit > largest { 0.5 * unit } else { unit }
}
