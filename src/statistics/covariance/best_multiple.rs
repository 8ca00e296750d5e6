//! The best multiple of the scatter matrix.

use nalgebra::{SMatrix, SVector};

use crate::statistics::claim::LinearScatter;
use crate::statistics::orthogonalisation::{Orthogonalisation, Pivoting};
use crate::statistics::sample::{Numbers, at_least, unit_of};
use crate::statistics::{Estimator, Refusal};

/// The covariance matrix Σ x xᵀ/m of m vectors whose centre is known to be 0: the maximum likelihood
/// estimator for normal vectors, and the minimum risk equivariant one under GL(D) and
/// [Stein's loss](super::stein_loss).
///
/// # Conventions
///
/// With an unknown centre, subtract the mean first, and multiply the value by m/(m − 1).
///
/// # Errors
///
/// An observation that is not finite, fewer than D observations, observations in a proper
/// subspace (of which the covariance is singular), entries that overflow.
///
/// # Complexity
///
/// O(m D²).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, covariance::BestMultiple};
/// use nalgebra::{matrix, vector};
/// let sample = [vector![1.0, 0.0], vector![1.0, 2.0]];
/// assert_eq!(BestMultiple.estimate(&sample)?, matrix![1.0, 1.0; 1.0, 2.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BestMultiple<const D: usize>;

impl<const D: usize> Estimator for BestMultiple<D> {
    type Claim = LinearScatter<D>;

    fn claim(&self) -> LinearScatter<D> {
        LinearScatter
    }

    fn name(&self) -> String {
        "best multiple of the scatter".to_owned()
    }

    fn estimate(&self, sample: &[SVector<f64, D>]) -> Result<SMatrix<f64, D, D>, Refusal> {
        at_least(D.max(1), sample)?;
        Orthogonalisation::new(sample, Pivoting::Columns).ok_or(SUBSPACE)?;
        let m = sample.len() as f64;
        let units: SVector<f64, D> = SVector::from_fn(|j, _| unit_of(sample.iter().map(|x| x[j])));
        let scaled = sample.iter().map(|x| x.component_div(&units));
        let mean = scaled.fold(SMatrix::zeros(), |sum, x| sum + x * x.transpose() / m);
        let covariance: SMatrix<f64, D, D> =
            SMatrix::from_fn(|i, j| mean[(i, j)] * units[i] * units[j]);
        finite(covariance)
    }
}

pub(super) const SUBSPACE: Refusal =
    Refusal::Degenerate("the observations are in a proper subspace");

/// The matrix, if it did not overflow.
pub(super) fn finite<const D: usize>(
    covariance: SMatrix<f64, D, D>,
) -> Result<SMatrix<f64, D, D>, Refusal> {
    match covariance
        .column_iter()
        .all(|column| column.clone_owned().not_finite().is_none())
    {
        true => Ok(covariance),
        false => Err(Refusal::Overflow("covariances")),
    }
}
