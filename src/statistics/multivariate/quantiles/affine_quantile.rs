//! Spatial quantiles seen from a frame.

use nalgebra::Point;

use super::super::SpatialQuantile;
use super::coordinates::{Coordinates, Seen};
use crate::statistics::claim::{AffineFrame, AffineLocation};
use crate::statistics::{Estimator, Refusal};

/// The spatial quantile in coordinates that the sample chooses, where these are a frame: an affine
/// equivariant quantile whose index stays where it is.
///
/// # Laws
///
/// ```text
/// equivariant    Q(A x + b, u)  ~  A Q(x, u) + b
/// ```
///
/// The index is a direction as the frame sees it, and not in space. That the coordinates are a frame, and
/// not one up to rotations, is in the type: of a shape alone, such as
/// [`TylerCoordinates`](super::super::TylerCoordinates), no such quantile can be made.
///
/// # Errors
///
/// Those of the coordinates and of the [spatial quantile](SpatialQuantile).
///
/// # Complexity
///
/// That of the coordinates and of the [spatial quantile](SpatialQuantile).
///
/// # Examples
///
/// ```
/// use equivariant::groups::AffineTransformation;
/// use equivariant::statistics::{Estimator, multivariate::{InvariantCoordinates, SpatialQuantile}};
/// use equivariant::statistics::multivariate::quantiles::AffineQuantile;
/// use nalgebra::{matrix, point, vector};
/// let sample = [point![0.0, 0.0], point![1.0, 0.5], point![2.0, 3.0], point![0.5, 1.0], point![9.0, 1.0]];
/// let towards_the_outlier = AffineQuantile {
///     coordinates: InvariantCoordinates,
///     quantile: SpatialQuantile::new(vector![0.5, 0.0])?,
/// };
/// let q = towards_the_outlier.estimate(&sample)?;
/// // in other units, seen from elsewhere, the same point
/// let g = AffineTransformation { linear: matrix![0.0, 60.0; -1.0, 7.0], translation: vector![1e3, 5.0] };
/// let moved = sample.map(|x| g.transform_point(&x));
/// assert!((towards_the_outlier.estimate(&moved)? - g.transform_point(&q)).norm() < 1e-10);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Tyler's coordinates do not compile here:
///
/// ```compile_fail
/// use equivariant::statistics::{Estimator, multivariate::{SpatialQuantile, TylerCoordinates}};
/// use equivariant::statistics::multivariate::quantiles::AffineQuantile;
/// let quantile = SpatialQuantile::new(nalgebra::vector![0.5, 0.0]).unwrap();
/// AffineQuantile { coordinates: TylerCoordinates, quantile }.claim();
/// ```
///
/// # References
///
/// B. Chakraborty, On affine equivariant multivariate quantiles, *Annals of the Institute of Statistical
/// Mathematics* 53 (2001).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AffineQuantile<F, const D: usize> {
    /// The frame.
    pub coordinates: F,
    /// The quantile that is taken in its coordinates.
    pub quantile: SpatialQuantile<D>,
}

impl<F: Estimator<Claim = AffineFrame<D>> + Coordinates<D>, const D: usize> Estimator
    for AffineQuantile<F, D>
{
    type Claim = AffineLocation<D>;

    fn claim(&self) -> AffineLocation<D> {
        AffineLocation
    }

    fn name(&self) -> String {
        format!("spatial quantile in {}", self.coordinates.name())
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        Seen::from(&self.coordinates, sample)?.quantile(&self.quantile.index())
    }
}
