//! The spatial median, made affine equivariant.

use nalgebra::{Point, SMatrix, SVector};

use super::least_distances::{Minimum, minimum};
use super::standardised::Standardised;
use super::tyler::tyler_root;
use crate::statistics::claim::AffineLocation;
use crate::statistics::{Estimator, Refusal};

/// The transformation–retransformation spatial median: the spatial median in the coordinates in which
/// [Tyler's shape](super::TylerShape) is 1, carried back.
///
/// The shape is a frame of the sample up to a rotation, and the spatial median does not mind rotations.
/// Therefore this median moves with all affine maps.
///
/// # Errors
///
/// Those of [`TylerShape`](super::TylerShape).
///
/// # Complexity
///
/// That of [`TylerShape`](super::TylerShape) and of the [spatial median](super::SpatialMedian).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::TransformationRetransformationMedian};
/// use nalgebra::point;
/// // all triangles are alike, and the median of the one with equal sides is its centre
/// let median = TransformationRetransformationMedian.estimate(&[point![0.0, 0.0], point![3.0, 0.0], point![0.0, 6.0]])?;
/// assert!((median - point![1.0, 2.0]).norm() < 1e-14);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// B. Chakraborty, P. Chaudhuri and H. Oja, Operating transformation retransformation on spatial median
/// and angle test, *Statistica Sinica* 8 (1998); R. Serfling, Equivariance and invariance properties of
/// multivariate quantile and related functions, *Journal of Nonparametric Statistics* 22 (2010).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TransformationRetransformationMedian<const D: usize>;

impl<const D: usize> Estimator for TransformationRetransformationMedian<D> {
    type Claim = AffineLocation<D>;

    fn claim(&self) -> AffineLocation<D> {
        AffineLocation
    }

    fn name(&self) -> String {
        "transformation–retransformation spatial median".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let root = tyler_root(&standardised, &SVector::zeros(), SMatrix::identity())?;
        let median = median_seen_from(&standardised, &root)?;
        Ok(standardised.point(&median))
    }
}

/// The spatial median of standardised observations in the coordinates w with z = R w, as a z.
pub(super) fn median_seen_from<const D: usize>(
    standardised: &Standardised<D>,
    root: &SMatrix<f64, D, D>,
) -> Result<SVector<f64, D>, Refusal> {
    let thin = Refusal::Overflow("the shape is too thin");
    let inverse = root.try_inverse().ok_or(thin)?;
    let points: Vec<_> = standardised.points.iter().map(|z| inverse * z).collect();
    let rounding = standardised.rounding * inverse.amax();
    Ok(match minimum(&points, &SVector::zeros(), rounding)? {
        Minimum::Observation(index) => standardised.points[index],
        Minimum::Elsewhere(w) => root * w,
    })
}
