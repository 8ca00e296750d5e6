//! Stein's estimator of a covariance matrix.

use nalgebra::{SMatrix, SVector};

use super::best_multiple::{SUBSPACE, finite};
use crate::statistics::claim::TriangularScatter;
use crate::statistics::orthogonalisation::{Orthogonalisation, Pivoting};
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// Stein's estimator T diag(δ) Tᵀ of the covariance matrix of m normal vectors whose centre is known to be
/// 0, with δⱼ = 1/(m + D + 1 − 2j) and T the lower triangular factor of the scatter, Σ x xᵀ = T Tᵀ.
///
/// It is the minimum risk equivariant estimator under the lower triangular matrices with positive
/// diagonal and [Stein's loss](super::stein_loss). The group is solvable, so that it is minimax, too; the sample covariance is not.
/// What that costs is symmetry: the value depends on the order of the coordinates.
///
/// # Conventions
///
/// With an unknown centre, use [`from_scatter`](SteinCovariance::from_scatter) with the scatter around
/// the mean and m − 1 degrees of freedom.
///
/// # Errors
///
/// An observation that is not finite, fewer than D observations, observations in a proper
/// subspace, entries that overflow.
///
/// # Complexity
///
/// O(m D²): T comes from reflections of the observations, so that the scatter is not formed.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, covariance::SteinCovariance};
/// use nalgebra::{matrix, vector};
/// let sample = [vector![1.0, 0.0], vector![0.0, 1.0]];
/// let covariance = SteinCovariance.estimate(&sample)?;
/// assert!((covariance - matrix![1.0 / 3.0, 0.0; 0.0, 1.0]).norm() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// W. James and C. Stein, Estimation with quadratic loss, *Proceedings of the Fourth Berkeley Symposium
/// on Mathematical Statistics and Probability* 1 (1961), 361–379, section 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SteinCovariance<const D: usize>;

impl<const D: usize> Estimator for SteinCovariance<D> {
    type Claim = TriangularScatter<D>;

    fn claim(&self) -> TriangularScatter<D> {
        TriangularScatter
    }

    fn name(&self) -> String {
        "Stein's covariance".to_owned()
    }

    fn estimate(&self, sample: &[SVector<f64, D>]) -> Result<SMatrix<f64, D, D>, Refusal> {
        at_least(D.max(1), sample)?;
        // exchanged columns say whether there is a subspace, columns in their order what T is
        Orthogonalisation::new(sample, Pivoting::Columns).ok_or(SUBSPACE)?;
        let factor = Orthogonalisation::new(sample, Pivoting::None).ok_or(SUBSPACE)?;
        finite(weighted(&factor.cholesky(), sample.len()))
    }
}

impl<const D: usize> SteinCovariance<D> {
    /// The value for a scatter matrix S with m degrees of freedom.
    ///
    /// # Errors
    ///
    /// m < D, or a matrix that is not positive definite. Only its lower triangle is read.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::covariance::SteinCovariance;
    /// use nalgebra::matrix;
    /// let covariance = SteinCovariance.from_scatter(&matrix![5.0, 0.0; 0.0, 3.0], 4)?;
    /// assert!((covariance - matrix![1.0, 0.0; 0.0, 1.0]).norm() < 1e-15);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn from_scatter(
        &self,
        scatter: &SMatrix<f64, D, D>,
        m: usize,
    ) -> Result<SMatrix<f64, D, D>, Refusal> {
        if m < D {
            return Err(Refusal::TooFew {
                found: m,
                needed: D,
            });
        }
        let factor = scatter.cholesky();
        let factor = factor.ok_or(Refusal::Degenerate("the scatter is not positive definite"))?;
        finite(weighted(&factor.l(), m))
    }
}

/// T diag(1/(m + D + 1 − 2j)) Tᵀ
fn weighted<const D: usize>(t: &SMatrix<f64, D, D>, m: usize) -> SMatrix<f64, D, D> {
    let delta = |j: usize| ((m + D - 1 - 2 * j) as f64).recip(); // j from 0
    SMatrix::from_fn(|i, k| {
        (0..=i.min(k))
            .map(|j| t[(i, j)] * delta(j) * t[(k, j)])
            .sum()
    })
}
