//! Invariant coordinates.

use nalgebra::{DMatrix, Point, SMatrix, SVector};

use super::quantiles::Coordinates;
use super::standardised::Standardised;
use crate::groups::AffineTransformation;
use crate::statistics::claim::AffineFrame;
use crate::statistics::{Estimator, Refusal};

/// Invariant coordinate selection: the frame whose axes are those of the largest, the next, … kurtosis.
///
/// In coordinates in which the covariance is 1, the matrix of fourth moments Σ ‖zᵢ‖² zᵢ zᵢᵀ / n has axes of
/// its own, and these are the axes of the frame. Seen from it, ρ(x)⁻¹·x, a sample looks the same whatever
/// affine map has been applied, and outliers or clusters show along the first or the last axis.
///
/// # Conventions
///
/// The value is the affine map ρ from the frame's coordinates to the sample's: its origin is the mean, its axes
/// have variance 1 (divisor n − 1), in the order of descending kurtosis, and each points to where the third moment
/// is positive.
///
/// # Errors
///
/// Those of [`Mahalanobis`](super::Mahalanobis), and samples whose symmetry leaves the frame open: two
/// equal kurtoses, or a third moment that vanishes, up to 1e-6 of their size.
///
/// # Complexity
///
/// O(n D²).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::InvariantCoordinates};
/// use nalgebra::point;
/// let sample = [point![0.0, 0.0], point![1.0, 0.5], point![2.0, 3.0], point![0.5, 1.0], point![9.0, 1.0]];
/// let frame = InvariantCoordinates.estimate(&sample)?;
/// // the first axis points to the outlier
/// assert!(frame.linear[(0, 0)] > 0.0);
/// assert!((frame.translation - nalgebra::vector![2.5, 1.1]).norm() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// D. E. Tyler, F. Critchley, L. Dümbgen and H. Oja, Invariant co-ordinate selection, *Journal of the Royal
/// Statistical Society B* 71 (2009).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InvariantCoordinates<const D: usize>;

/// What is nearer together than this, for its size, is taken to be equal.
const EQUAL: f64 = 1e-6;

impl<const D: usize> Estimator for InvariantCoordinates<D> {
    type Claim = AffineFrame<D>;

    fn claim(&self) -> AffineFrame<D> {
        AffineFrame
    }

    fn name(&self) -> String {
        "invariant coordinates".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<AffineTransformation<D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let axes = axes(&standardised)?;
        Ok(AffineTransformation {
            linear: standardised.root * axes,
            translation: standardised.point(&SVector::zeros()).coords,
        })
    }
}

impl<const D: usize> Coordinates<D> for InvariantCoordinates<D> {
    fn coordinates(&self, sample: &[Point<f64, D>]) -> Result<AffineTransformation<D>, Refusal> {
        self.estimate(sample)
    }

    fn in_standardised(
        &self,
        _: &[Point<f64, D>],
        standardised: &Standardised<D>,
    ) -> Result<SMatrix<f64, D, D>, Refusal> {
        axes(standardised)
    }
}

/// The axes, as orthogonal unit vectors, of standardised observations.
fn axes<const D: usize>(standardised: &Standardised<D>) -> Result<SMatrix<f64, D, D>, Refusal> {
    let n = standardised.points.len() as f64;
    let mut fourth = SMatrix::<f64, D, D>::zeros();
    for z in &standardised.points {
        fourth += z * z.transpose() * (z.norm_squared() / n);
    }
    let eigen = DMatrix::from_fn(D, D, |i, j| fourth[(i, j)]).symmetric_eigen();
    let mut order: Vec<usize> = (0..D).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let kurtosis = |place: usize| eigen.eigenvalues[order[place]];
    if (1..D).any(|place| kurtosis(place - 1) - kurtosis(place) <= EQUAL * kurtosis(0)) {
        return Err(Refusal::Degenerate("two axes have the same kurtosis"));
    }
    let mut axes = SMatrix::<f64, D, D>::from_fn(|i, j| eigen.eigenvectors[(i, order[j])]);
    for mut axis in axes.column_iter_mut() {
        let direction: SVector<f64, D> = axis.clone_owned();
        let cube = |z: &SVector<f64, D>| z.dot(&direction).powi(3);
        let third: f64 = standardised.points.iter().map(cube).sum();
        let size: f64 = standardised.points.iter().map(|z| cube(z).abs()).sum();
        if third.abs() <= EQUAL * size {
            return Err(Refusal::Degenerate("an axis has no skewness"));
        }
        if third < 0.0 {
            axis.neg_mut();
        }
    }
    Ok(axes)
}
