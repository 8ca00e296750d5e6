//! The values of losses.

use crate::set::{Set, Tolerance, wobble};

/// The numbers from 0 to ∞, the values of losses.
///
/// # Conventions
///
/// The distance is |x − y|, ∞ is the same as ∞ and infinitely far from every number. Numbers are the
/// same up to rounding in proportion to the larger.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, statistics::decision::Losses};
/// assert!(Losses.contains(&f64::INFINITY) && !Losses.contains(&-1.0));
/// assert!(Losses.same(&f64::INFINITY, &f64::INFINITY) && !Losses.same(&f64::INFINITY, &1e300));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses;

impl Set for Losses {
    type Element = f64;

    #[inline]
    fn contains(&self, x: &f64) -> bool {
        *x >= 0.0
    }

    #[inline]
    fn distance(&self, x: &f64, y: &f64) -> f64 {
        if x == y { 0.0 } else { (x - y).abs() }
    }

    /// Of ∞ it is 0, so that nothing else is near.
    #[inline]
    fn magnitude(&self, x: &f64) -> f64 {
        if *x == f64::INFINITY { 0.0 } else { x.abs() }
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<f64>()
    }

    fn nudge(&self, x: &f64, reach: f64, direction: u64) -> Option<f64> {
        Some((x + reach * wobble(direction, 0)).max(0.0))
    }
}
