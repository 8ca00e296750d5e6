//! The mean of points.

use nalgebra::Point;

use super::standardised::Centred;
use crate::statistics::claim::AffineLocation;
use crate::statistics::{Estimator, Refusal};

/// The centre of mass, or mean vector, (x₁ + … + xₙ)/n.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, deviations from the mean that overflow.
///
/// # Complexity
///
/// O(n D).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::CentreOfMass};
/// use nalgebra::point;
/// let corners = [point![0.0, 0.0], point![3.0, 0.0], point![0.0, 6.0]];
/// assert_eq!(CentreOfMass.estimate(&corners)?, point![1.0, 2.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CentreOfMass<const D: usize>;

impl<const D: usize> Estimator for CentreOfMass<D> {
    type Claim = AffineLocation<D>;

    fn claim(&self) -> AffineLocation<D> {
        AffineLocation
    }

    fn name(&self) -> String {
        "centre of mass".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        Ok(Centred::of(1, sample)?.mean())
    }
}
