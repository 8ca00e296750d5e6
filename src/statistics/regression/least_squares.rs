//! Least squares.

use nalgebra::SVector;

use super::Observation;
use crate::statistics::claim::Regression;
use crate::statistics::orthogonalisation::{Orthogonalisation, Pivoting};
use crate::statistics::sample::{Numbers, at_least};
use crate::statistics::{Estimator, Refusal};

/// Least squares: the coefficients β that minimise Σ (yᵢ − xᵢ·β)².
///
/// # Conventions
///
/// A covariate that depends on the others is refused, not dropped. It counts as dependent if what the
/// others leave of it is rounding in every observation, in proportion to that observation: so the
/// units of covariates and of observations do not decide.
///
/// # Errors
///
/// An observation that is not finite, fewer observations than coefficients, dependent covariates,
/// coefficients that overflow.
///
/// # Complexity
///
/// O(n D²), by Householder reflections with rows and columns exchanged, and one step of
/// refinement.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, regression::{LeastSquares, Observation}};
/// let sample = [(0.0, 0.0), (1.0, 3.0), (2.0, 3.0)].map(|(t, y)| Observation::on_line(t, y));
/// let beta = LeastSquares.estimate(&sample)?;
/// assert!((beta[0] - 0.5).abs() < 1e-14 && (beta[1] - 1.5).abs() < 1e-14);
///
/// let same_place = [(2.0, 0.0), (2.0, 3.0)].map(|(t, y)| Observation::on_line(t, y));
/// assert!(matches!(LeastSquares.estimate(&same_place), Err(Refusal::Degenerate(_))));
/// # Ok::<(), Refusal>(())
/// ```
///
/// # References
///
/// N. J. Higham, *Accuracy and Stability of Numerical Algorithms* (2002), chapter 20.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeastSquares<const D: usize>;

impl<const D: usize> Estimator for LeastSquares<D> {
    type Claim = Regression<D>;

    fn claim(&self) -> Regression<D> {
        Regression
    }

    fn name(&self) -> String {
        "least squares".to_owned()
    }

    fn estimate(&self, sample: &[Observation<D>]) -> Result<SVector<f64, D>, Refusal> {
        at_least(D.max(1), sample)?;
        finite(least_squares(sample, &orthogonalised(sample)?))
    }
}

/// The factorisation of the covariates.
pub(super) fn orthogonalised<const D: usize>(
    sample: &[Observation<D>],
) -> Result<Orthogonalisation<D>, Refusal> {
    let rows: Vec<SVector<f64, D>> = sample.iter().map(|observation| observation.x).collect();
    Orthogonalisation::new(&rows, Pivoting::Columns)
        .ok_or(Refusal::Degenerate("a covariate depends on the others"))
}

/// The solution, and that of its residuals added.
pub(super) fn least_squares<const D: usize>(
    sample: &[Observation<D>],
    factorisation: &Orthogonalisation<D>,
) -> SVector<f64, D> {
    let responses: Vec<f64> = sample.iter().map(|observation| observation.y).collect();
    let beta = factorisation.solve(&responses);
    let residuals: Vec<f64> = sample
        .iter()
        .map(|observation| observation.residual(&beta))
        .collect();
    let refined = beta + factorisation.solve(&residuals);
    if refined.not_finite().is_none() {
        refined
    } else {
        beta
    }
}

/// The coefficients, if they did not overflow.
pub(super) fn finite<const D: usize>(beta: SVector<f64, D>) -> Result<SVector<f64, D>, Refusal> {
    match beta.not_finite() {
        None => Ok(beta),
        Some(_) => Err(Refusal::Overflow("coefficients")),
    }
}
