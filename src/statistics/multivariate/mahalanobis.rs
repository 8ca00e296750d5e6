//! Mahalanobis distances.

use nalgebra::{Point, SVector};

use super::standardised::Standardised;
use crate::statistics::claim::AffineInvariants;
use crate::statistics::{Estimator, Refusal};

/// The Mahalanobis distance of every observation from the mean, √((xᵢ − m)ᵀ S⁻¹ (xᵢ − m)), where S is
/// the covariance with divisor n − 1.
///
/// # Conventions
///
/// The distances are those in coordinates in which the covariance is 1, found by orthogonalisation: no
/// matrix is inverted. Their squares add up to (n − 1) D, and none is larger than (n − 1)²/n.
///
/// # Errors
///
/// Fewer than D + 1 observations, one that is not finite, deviations that overflow, and samples that lie
/// in a hyperplane up to the rounding of their coordinates.
///
/// # Complexity
///
/// O(n D²).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::Mahalanobis};
/// use nalgebra::point;
/// // the corners of a triangle are equally far from its centre, whatever the triangle
/// let distances = Mahalanobis.estimate(&[point![0.0, 0.0], point![1.0, 0.0], point![7.0, 9.0]])?;
/// assert!(distances.iter().all(|d| (d * d - 4.0 / 3.0).abs() < 1e-14));
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. C. Mahalanobis, On the generalised distance in statistics, *Proceedings of the National Institute
/// of Sciences of India* 2 (1936).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mahalanobis<const D: usize>;

impl<const D: usize> Estimator for Mahalanobis<D> {
    type Claim = AffineInvariants<D>;

    fn claim(&self) -> AffineInvariants<D> {
        AffineInvariants
    }

    fn name(&self) -> String {
        "Mahalanobis distances".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Vec<f64>, Refusal> {
        let standardised = Standardised::of(sample)?;
        Ok(standardised.points.iter().map(SVector::norm).collect())
    }
}
