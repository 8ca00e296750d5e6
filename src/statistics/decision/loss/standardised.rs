//! Losses of a location in units of the scale.

use super::{LocationLoss, Loss};
use crate::groups::LocationScale;

/// The loss of a location where the scale is unknown too, ρ((d − μ)/σ): the error in units of the scale.
///
/// # Laws
///
/// It is invariant under changes of location and scale: L(c d + e, (c μ + e, c σ)) = L(d, (μ, σ)) for
/// c > 0. The loss ρ(d − μ) is not.
///
/// # Examples
///
/// ```
/// use equivariant::groups::LocationScale;
/// use equivariant::statistics::decision::{LocationLoss, Loss, StandardisedLoss};
/// let theta = LocationScale { location: 10.0, scale: 2.0 };
/// assert_eq!(StandardisedLoss(LocationLoss::Squared).loss(&16.0, &theta), 9.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandardisedLoss(
    /// The loss ρ.
    pub LocationLoss,
);

impl Loss<f64, LocationScale> for StandardisedLoss {
    #[inline]
    fn loss(&self, d: &f64, theta: &LocationScale) -> f64 {
        self.0.of_error((d - theta.location) / theta.scale)
    }
}
