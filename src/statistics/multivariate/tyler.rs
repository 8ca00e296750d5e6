//! Tyler's shape.

use nalgebra::{DMatrix, DVector, Point, SMatrix, SVector};

use super::shapes::shape_of;
use super::standardised::Standardised;
use crate::statistics::claim::Shape;
use crate::statistics::{Estimator, Refusal};

/// Tyler's shape matrix about the mean: the V of determinant 1 for which the directions of the
/// observations are spread evenly, D/n Σ zᵢ zᵢᵀ / (zᵢᵀ V⁻¹ zᵢ) = V with zᵢ = xᵢ − m.
///
/// Only the directions of the zᵢ count, and not how long they are: it is the maximum likelihood
/// estimator for the angular central Gaussian law, and among elliptical laws it has the same law for all.
///
/// # Conventions
///
/// The centre is the mean, since an affine equivariant shape needs an affine equivariant centre; for a
/// centre that resists outliers too, see [`HettmanspergerRandles`](super::HettmanspergerRandles).
/// Observations at the centre, up to rounding, have no direction and are left out.
///
/// # Errors
///
/// Those of [`Mahalanobis`](super::Mahalanobis), and samples for which there is no such V or more than
/// one: it exists and is unique if fewer than n k/D observations are in any subspace of dimension k
/// through the centre.
///
/// # Complexity
///
/// O(n D⁴) for a step of Newton's method, of which there are about ten.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::TylerShape};
/// use nalgebra::{matrix, point};
/// // a triangle with equal sides, three times as wide
/// let h = 3_f64.sqrt() / 2.0;
/// let shape = TylerShape.estimate(&[point![3.0, 0.0], point![-1.5, h], point![-1.5, -h]])?;
/// assert!((shape - matrix![3.0, 0.0; 0.0, 1.0 / 3.0]).norm() < 1e-14);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// D. E. Tyler, A distribution-free M-estimator of multivariate scatter, *The Annals of Statistics* 15
/// (1987); J. T. Kent and D. E. Tyler, Maximum likelihood estimation for the wrapped Cauchy distribution,
/// *Journal of Applied Statistics* 15 (1988), for existence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TylerShape<const D: usize>;

impl<const D: usize> Estimator for TylerShape<D> {
    type Claim = Shape<D>;

    fn claim(&self) -> Shape<D> {
        Shape
    }

    fn name(&self) -> String {
        "Tyler's shape".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<SMatrix<f64, D, D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let root = tyler_root(&standardised, &SVector::zeros(), SMatrix::identity())?;
        shape_of(&(standardised.root * root))
    }
}

/// The number of steps.
const STEPS: usize = 200;

/// From here one step of Newton's method is enough.
const CLOSE: f64 = 1e-11;

/// Where the equations are as nearly singular as this, the shape is not determined.
const SINGULAR: f64 = 1e-6;

/// An R with R Rᵀ = V, up to a factor, for standardised observations about a centre; from a first guess.
///
/// Each step turns to the coordinates in which the present V is 1. There the unit vectors u have the
/// second moments D/n Σ u uᵀ = 1 + G, and V ← R (1 + S) Rᵀ where S = G (Tyler's iteration, which
/// converges from everywhere) or, near the solution, S − D/n Σ (uᵀ S u) u uᵀ = G (Newton's method).
pub(super) fn tyler_root<const D: usize>(
    standardised: &Standardised<D>,
    centre: &SVector<f64, D>,
    guess: SMatrix<f64, D, D>,
) -> Result<SMatrix<f64, D, D>, Refusal> {
    let directions: Vec<SVector<f64, D>> = standardised
        .points
        .iter()
        .map(|z| z - centre)
        .filter(|z| z.norm() > standardised.rounding)
        .collect();
    let undetermined = Refusal::Degenerate("too many observations in a subspace");
    if directions.len() <= D && D > 1 {
        return Err(undetermined);
    }
    let share = D as f64 / directions.len() as f64;
    let mut root = guess;
    let mut before = f64::INFINITY;
    for _ in 0..STEPS {
        let inverse = root.try_inverse().ok_or(undetermined.clone())?;
        let mut second = SMatrix::<f64, D, D>::zeros();
        let mut fourth = DMatrix::<f64>::zeros(D * (D + 1) / 2, D * (D + 1) / 2);
        for z in &directions {
            let u = (inverse * z).normalize();
            let square = u * u.transpose();
            second += square;
            let square = coordinates(&square);
            fourth.ger(share, &square, &square, 1.0);
        }
        let unevenness = second * share - SMatrix::identity();
        let size = unevenness.norm();
        if size.is_nan() {
            return Err(undetermined);
        }
        let newton = newton_step(&unevenness, fourth);
        let is_near = size < 0.5 && size < before;
        let step = match newton {
            Some((step, _)) if is_near && step.norm() < 1.0 => step,
            _ => unevenness,
        };
        // 1 + S + S²/2, which is positive definite for every S
        let factor = SMatrix::identity() + step + step * step * 0.5;
        let factor = factor.cholesky().ok_or(undetermined.clone())?.l();
        root *= factor;
        root /= root.amax();
        if size < CLOSE {
            return match newton {
                Some((_, pivot)) if pivot > SINGULAR => Ok(root),
                _ => Err(undetermined),
            };
        }
        before = size;
    }
    Err(Refusal::NoConvergence { iterations: STEPS })
}

/// The solution S of S − D/n Σ (uᵀ S u) u uᵀ = G, and the smallest pivot of the equations.
fn newton_step<const D: usize>(
    unevenness: &SMatrix<f64, D, D>,
    fourth: DMatrix<f64>,
) -> Option<(SMatrix<f64, D, D>, f64)> {
    let size = fourth.nrows();
    let identity = coordinates(&SMatrix::<f64, D, D>::identity());
    // the size of S is free: it is made 0
    let volume = &identity * identity.transpose() / D as f64;
    let root = (DMatrix::identity(size, size) - fourth + volume).cholesky()?;
    let pivot = root.l_dirty().diagonal().min().powi(2);
    let step = root.solve(&coordinates(unevenness));
    Some((symmetric(&step), pivot))
}

/// The coordinates of a symmetric matrix, in which the Euclidean norm is that of Frobenius.
fn coordinates<const D: usize>(matrix: &SMatrix<f64, D, D>) -> DVector<f64> {
    let entries = (0..D).flat_map(|i| {
        (0..=i).map(move |j| matrix[(i, j)] * if i == j { 1.0 } else { f64::sqrt(2.0) })
    });
    DVector::from_iterator(D * (D + 1) / 2, entries)
}

/// The symmetric matrix with these coordinates.
fn symmetric<const D: usize>(coordinates: &DVector<f64>) -> SMatrix<f64, D, D> {
    SMatrix::from_fn(|i, j| {
        let (row, column) = (i.max(j), i.min(j));
        let entry = coordinates[row * (row + 1) / 2 + column];
        entry / if i == j { 1.0 } else { f64::sqrt(2.0) }
    })
}
