//! How far out observations are.

use nalgebra::Point;

use super::coordinates::{Coordinates, Seen};
use crate::statistics::claim::AffineInvariants;
use crate::statistics::{Estimator, Refusal};

/// How far out every observation is, from 0 to 1: the length of its [rank](super::super::SpatialQuantile::rank)
/// in coordinates that the sample chooses. In those of a scatter, such as
/// [`TylerCoordinates`](super::super::TylerCoordinates), it is the Mahalanobis spatial outlyingness.
///
/// The coordinates have to be a frame, at least up to a rotation, which has no influence on a length.
///
/// # Errors
///
/// Those of the coordinates.
///
/// # Complexity
///
/// That of the coordinates, and O(n² D).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::{TylerCoordinates, quantiles::AffineOutlyingness}};
/// use nalgebra::point;
/// // the corners of a triangle, and its centre
/// let sample = [point![0.0, 0.0], point![3.0, 0.0], point![0.0, 6.0], point![1.0, 2.0]];
/// let outlyingness = AffineOutlyingness(TylerCoordinates).estimate(&sample)?;
/// assert!(outlyingness[3] < 1e-14);
/// // as where the sides are equal: two corners 30° from the centre on both sides, and the centre
/// let of_a_corner = (3_f64.sqrt() + 1.0) / 4.0;
/// assert!(outlyingness[..3].iter().all(|r| (r - of_a_corner).abs() < 1e-14));
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// R. Serfling, Equivariance and invariance properties of multivariate quantile and related functions,
/// and the role of standardisation, *Journal of Nonparametric Statistics* 22 (2010).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffineOutlyingness<F, const D: usize>(
    /// The coordinates.
    pub F,
);

impl<F: Coordinates<D> + Estimator, const D: usize> Estimator for AffineOutlyingness<F, D> {
    type Claim = AffineInvariants<D>;

    fn claim(&self) -> AffineInvariants<D> {
        AffineInvariants
    }

    fn name(&self) -> String {
        format!("spatial outlyingness in {}", self.0.name())
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Vec<f64>, Refusal> {
        Seen::from(&self.0, sample)?.outlyingness()
    }
}
