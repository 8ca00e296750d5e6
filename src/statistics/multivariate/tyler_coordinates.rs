//! Coordinates in which Tyler's shape is 1.

use nalgebra::{Point, SMatrix, SVector};

use super::quantiles::Coordinates;
use super::shapes::volume;
use super::standardised::Standardised;
use super::turned_frames::triangular;
use super::tyler::tyler_root;
use crate::groups::AffineTransformation;
use crate::statistics::claim::TurnedFrame;
use crate::statistics::{Estimator, Refusal};

/// Coordinates in which [Tyler's shape](super::TylerShape) is 1: a transformation–retransformation
/// functional, which is a frame up to a rotation of its axes.
///
/// A shape does not tell how to turn the axes, and no root L of it moves as L(A x + b) = A L(x) for all
/// A: an ellipsoid has rotations that leave it where it is. Coordinates that all affine maps move along
/// have to be made of more than a shape, as the [`InvariantCoordinates`](super::InvariantCoordinates)
/// are.
///
/// # Laws
///
/// ```text
/// up to a turn    ρ(g·x)  ~  g·ρ(x)·R(g, x)     for a rotation or reflection R(g, x)
/// triangular      ρ(g·x)  ~  g·ρ(x)             if the matrix of g is lower triangular with positive diagonal
/// ```
///
/// # Conventions
///
/// The value is the affine map ρ(w) = m + L w from these coordinates to those of the sample: m is the
/// mean, L is lower triangular with positive diagonal, L Lᵀ is Tyler's shape about the mean up to its
/// size, and the size is such that det L Lᵀ is that of the [covariance](super::Covariance). With this
/// root the units of the axes do not turn the coordinates.
///
/// # Errors
///
/// Those of [`TylerShape`](super::TylerShape).
///
/// # Complexity
///
/// That of [`TylerShape`](super::TylerShape).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::TylerCoordinates};
/// use nalgebra::{matrix, point};
/// // a triangle with equal sides, three times as wide
/// let h = 3_f64.sqrt() / 2.0;
/// let rho = TylerCoordinates.estimate(&[point![3.0, 0.0], point![-1.5, h], point![-1.5, -h]])?;
/// assert!((rho.linear / rho.linear[(1, 1)] - matrix![3.0, 0.0; 0.0, 1.0]).norm() < 1e-14);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// R. H. Randles, A simpler, affine-invariant, multivariate, distribution-free sign test, *Journal of
/// the American Statistical Association* 95 (2000); R. Serfling, Equivariance and invariance properties
/// of multivariate quantile and related functions, and the role of standardisation, *Journal of
/// Nonparametric Statistics* 22 (2010).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TylerCoordinates<const D: usize>;

impl<const D: usize> Estimator for TylerCoordinates<D> {
    type Claim = TurnedFrame<D>;

    fn claim(&self) -> TurnedFrame<D> {
        TurnedFrame
    }

    fn name(&self) -> String {
        "coordinates of Tyler's shape".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<AffineTransformation<D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let (linear, _) = triangular(&(standardised.root * root(&standardised)?));
        if linear.iter().any(|entry| !entry.is_finite()) {
            return Err(Refusal::Overflow("the shape is too thin"));
        }
        Ok(AffineTransformation {
            linear,
            translation: standardised.point(&SVector::zeros()).coords,
        })
    }
}

impl<const D: usize> Coordinates<D> for TylerCoordinates<D> {
    fn coordinates(&self, sample: &[Point<f64, D>]) -> Result<AffineTransformation<D>, Refusal> {
        self.estimate(sample)
    }

    fn in_standardised(
        &self,
        _: &[Point<f64, D>],
        standardised: &Standardised<D>,
    ) -> Result<SMatrix<f64, D, D>, Refusal> {
        let root = root(standardised)?;
        // L Q = B R
        let (_, turn) = triangular(&(standardised.root * root));
        Ok(root * turn.transpose())
    }
}

/// The root R of Tyler's shape of standardised observations, of determinant 1.
fn root<const D: usize>(standardised: &Standardised<D>) -> Result<SMatrix<f64, D, D>, Refusal> {
    let root = tyler_root(standardised, &SVector::zeros(), SMatrix::identity())?;
    Ok(root / volume(&root))
}
