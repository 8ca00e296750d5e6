//! Tyler's shape.

use nalgebra::{DMatrix, DVector, Point, SMatrix, SVector};

use super::shapes::shape_of;
use super::standardised::Standardised;
use super::turned_frames::triangular;
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
/// through the centre. A shape whose ellipsoid has, beside that of the covariance, axes that differ by a factor of 2²⁶ or
/// more is lost in rounding and is refused too.
///
/// # Complexity
///
/// O(n D²) for each of about ten steps, and O(n D⁴) for the last one.
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
/// *Journal of Applied Statistics* 15 (1988), for existence; L. Dümbgen, K. Nordhausen and H. Schuhmacher,
/// New algorithms for M-estimation of multivariate scatter and location, *Journal of Multivariate
/// Analysis* 144 (2016), for the steps.
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
const STEPS: usize = 400;

/// From here the whole of Newton's method is worth its cost.
const NEAR: f64 = 1e-3;

/// From here one step of it is enough.
const CLOSE: f64 = 1e-11;

/// A shape that is thinner beside the covariance, 1/√ε, is lost in rounding: V would be singular. One that becomes
/// 1/ε as thin has no end.
const THIN: f64 = 67_108_864.0; // 2²⁶
const ENDLESS: f64 = THIN * THIN;

/// Where the equations are as nearly singular as this, the shape is not determined.
const SINGULAR: f64 = 1e-6;

/// The lower triangular R with positive diagonal and R Rᵀ = V, up to a factor, for standardised
/// observations about a centre; from a first guess.
///
/// Each step turns to the coordinates in which the present V is 1, and further to those of the
/// eigenvectors of the second moments of the unit vectors u, D/n Σ u uᵀ = diag(λ). Then R ← R diag(e^(a/2))
/// where a = log λ (Tyler's iteration, which converges from everywhere) or, where that leads nearer,
///
/// ```text
/// (diag(λ) − D/n Σ q qᵀ + 1 1ᵀ/D) a  =  λ − 1      q = (u₁², …, u_D²)
/// ```
///
/// which is Newton's method for what a step along the eigenvectors can do, and as cheap as Tyler's. The
/// last steps are those of the whole of Newton's method: with G = D/n Σ u uᵀ − 1 and V ← R (1 + S) Rᵀ,
///
/// ```text
/// S − D/n Σ (uᵀ S u) u uᵀ  =  G
/// ```
///
/// The unit vectors are carried along from step to step, and not computed anew as R⁻¹ z: what rounding has done to
/// them then stays the same, and the steps converge to the shape of observations that are rounded, however thin it is.
///
/// Whether there is a shape is decided where the steps have come to their end, by numbers that no rotation changes: how
/// thin it is, and the smallest eigenvalue of the equations.
pub(super) fn tyler_root<const D: usize>(
    standardised: &Standardised<D>,
    centre: &SVector<f64, D>,
    guess: SMatrix<f64, D, D>,
) -> Result<SMatrix<f64, D, D>, Refusal> {
    const UNDETERMINED: Refusal = Refusal::Degenerate("too many observations in a subspace");
    let inverse = guess.try_inverse().ok_or(UNDETERMINED)?;
    let deviations = standardised.points.iter().map(|z| z - centre);
    let directions = deviations.filter(|z| z.norm() > standardised.rounding);
    let mut units: Vec<SVector<f64, D>> = directions.map(|z| (inverse * z).normalize()).collect();
    if units.len() <= D && D > 1 {
        return Err(UNDETERMINED);
    }
    let share = D as f64 / units.len() as f64;
    let mut root = guess;
    let mut before = f64::INFINITY;
    for _ in 0..STEPS {
        let mut second = SMatrix::<f64, D, D>::zeros();
        for u in &units {
            second.ger(share, u, u, 1.0);
        }
        let unevenness = second - SMatrix::identity();
        let size = unevenness.norm();
        if size.is_nan() || thinness(&root) > ENDLESS {
            return Err(UNDETERMINED);
        }
        let is_falling = size < 0.5 && size < before;
        let factor = if size < NEAR {
            let equations = equations(&units, share);
            let newton = equations.clone().cholesky();
            let newton = newton.map(|root| symmetric(&root.solve(&coordinates(&unevenness))));
            let step = match newton {
                Some(step) if is_falling => at_most_1(step),
                _ => unevenness, // Tyler's
            };
            // 1 + S + S²/2, which is positive definite for every S
            let factor = SMatrix::identity() + step + step * step * 0.5;
            let factor = factor.cholesky().ok_or(UNDETERMINED)?.l();
            if size < CLOSE {
                root *= factor;
                let is_determined = equations.symmetric_eigenvalues().min() > SINGULAR;
                return match is_determined && thinness(&root) < THIN {
                    true => Ok(triangular(&root).0),
                    false => Err(UNDETERMINED),
                };
            }
            factor
        } else {
            let (lambda, turn) = eigenvectors(&second);
            let logarithms = match along_eigenvectors(&units, share, &lambda, &turn) {
                Some(a) if is_falling => at_most_1(a),
                _ => lambda.map(f64::ln), // Tyler's
            };
            turn * SMatrix::from_diagonal(&logarithms.map(|a| (0.5 * a).exp()))
        };
        let inverse = factor.try_inverse().ok_or(UNDETERMINED)?;
        for u in &mut units {
            *u = (inverse * *u).normalize();
        }
        root *= factor;
        root /= root.amax();
        before = size;
    }
    Err(UNDETERMINED) // from everywhere it converges to a solution, if there is one
}

/// The ratio of the longest to the shortest semi-axis of the ellipsoid with this root.
fn thinness<const D: usize>(root: &SMatrix<f64, D, D>) -> f64 {
    let lengths = DMatrix::from_fn(D, D, |i, j| root[(i, j)]).singular_values();
    lengths.max() / lengths.min()
}

/// A step that is not longer than 1.
fn at_most_1<const R: usize, const C: usize>(step: SMatrix<f64, R, C>) -> SMatrix<f64, R, C> {
    step / step.norm().max(1.0)
}

/// The eigenvalues of a symmetric matrix, and the eigenvectors as columns.
fn eigenvectors<const D: usize>(
    matrix: &SMatrix<f64, D, D>,
) -> (SVector<f64, D>, SMatrix<f64, D, D>) {
    // of a size that the types do not know
    let eigen = DMatrix::from_fn(D, D, |i, j| matrix[(i, j)]).symmetric_eigen();
    (
        SVector::from_fn(|i, _| eigen.eigenvalues[i]),
        SMatrix::from_fn(|i, j| eigen.eigenvectors[(i, j)]),
    )
}

/// The solution a of (diag(λ) − D/n Σ q qᵀ + 1 1ᵀ/D) a = λ − 1.
fn along_eigenvectors<const D: usize>(
    units: &[SVector<f64, D>],
    share: f64,
    lambda: &SVector<f64, D>,
    turn: &SMatrix<f64, D, D>,
) -> Option<SVector<f64, D>> {
    let mut equations = SMatrix::from_diagonal(lambda) + SMatrix::repeat(1.0 / D as f64);
    let back = turn.transpose();
    for u in units {
        let turned = back * u;
        let q = turned.component_mul(&turned);
        equations.ger(-share, &q, &q, 1.0);
    }
    Some(equations.cholesky()?.solve(&lambda.add_scalar(-1.0)))
}

/// The matrix of the equations S − D/n Σ (uᵀ S u) u uᵀ = G in the [coordinates](coordinates) of symmetric matrices. The
/// size of S is free, and is made 0.
fn equations<const D: usize>(units: &[SVector<f64, D>], share: f64) -> DMatrix<f64> {
    let size = D * (D + 1) / 2;
    let mut square = vec![0.0; size];
    let mut below = vec![0.0; size * (size + 1) / 2];
    for u in units {
        coordinates_of_square(u, &mut square);
        let mut rest = below.as_mut_slice();
        for i in 0..size {
            let (row, after) = rest.split_at_mut(i + 1);
            for (sum, s) in row.iter_mut().zip(&square) {
                *sum += square[i] * s;
            }
            rest = after;
        }
    }
    let fourth = DMatrix::from_fn(size, size, |i, j| {
        let (row, column) = (i.max(j), i.min(j));
        share * below[row * (row + 1) / 2 + column]
    });
    let identity = coordinates(&SMatrix::<f64, D, D>::identity());
    DMatrix::identity(size, size) - fourth + &identity * identity.transpose() / D as f64
}

/// The coordinates of a symmetric matrix, in which the Euclidean norm is that of Frobenius.
fn coordinates<const D: usize>(matrix: &SMatrix<f64, D, D>) -> DVector<f64> {
    let entries = (0..D).flat_map(|i| {
        (0..=i).map(move |j| matrix[(i, j)] * if i == j { 1.0 } else { f64::sqrt(2.0) })
    });
    DVector::from_iterator(D * (D + 1) / 2, entries)
}

/// Those of u uᵀ.
fn coordinates_of_square<const D: usize>(u: &SVector<f64, D>, square: &mut [f64]) {
    let mut rest = square.iter_mut();
    for i in 0..D {
        for j in 0..=i {
            if let Some(entry) = rest.next() {
                *entry = u[i] * u[j] * if i == j { 1.0 } else { f64::sqrt(2.0) };
            }
        }
    }
}

/// The symmetric matrix with these coordinates.
fn symmetric<const D: usize>(coordinates: &DVector<f64>) -> SMatrix<f64, D, D> {
    SMatrix::from_fn(|i, j| {
        let (row, column) = (i.max(j), i.min(j));
        let entry = coordinates[row * (row + 1) / 2 + column];
        entry / if i == j { 1.0 } else { f64::sqrt(2.0) }
    })
}
