//! The spatial median.

use nalgebra::{Point, SVector};

use super::spatial_quantile::quantile;
use crate::statistics::claim::SimilarityLocation;
use crate::statistics::{Estimator, Refusal};

/// The spatial median, or geometric median: the point with the least sum of distances to the
/// observations.
///
/// It moves with similarities, and not with other affine maps. Half of the observations can be moved
/// anywhere before it follows.
///
/// # Conventions
///
/// It is unique unless the observations are on one line. On a line (up to the rounding of the coordinates) it
/// is the median, the middle of the middle two observations where their number is even.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, deviations that overflow, no convergence.
///
/// # Complexity
///
/// O(n D²) for each step of Newton's method, of which there are about ten.
///
/// # Examples
///
/// The point from which the corners of a triangle are seen at 120°, and the corner itself if the angle
/// there is larger.
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::SpatialMedian};
/// use nalgebra::point;
/// let q = SpatialMedian.estimate(&[point![-1.0, 0.0], point![1.0, 0.0], point![0.0, 3.0]])?;
/// assert!((q - point![0.0, 1.0 / 3_f64.sqrt()]).norm() < 1e-15);
/// let flat = [point![-1.0, 0.0], point![1.0, 0.0], point![0.0, 0.5]];
/// assert_eq!(SpatialMedian.estimate(&flat)?, point![0.0, 0.5]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// E. Weiszfeld, Sur le point pour lequel la somme des distances de n points donnés est minimum, *Tôhoku
/// Mathematical Journal* 43 (1937); Y. Vardi and C.-H. Zhang, The multivariate L₁-median and associated
/// data depth, *Proceedings of the National Academy of Sciences* 97 (2000).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpatialMedian<const D: usize>;

impl<const D: usize> Estimator for SpatialMedian<D> {
    type Claim = SimilarityLocation<D>;

    fn claim(&self) -> SimilarityLocation<D> {
        SimilarityLocation
    }

    fn name(&self) -> String {
        "spatial median".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        quantile(sample, &SVector::zeros())
    }
}
