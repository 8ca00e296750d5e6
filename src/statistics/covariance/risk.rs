//! Stein's loss, and the exact risks under it.

use crate::statistics::special::digamma;
use nalgebra::SMatrix;

use crate::statistics::Refusal;

/// Stein's loss of an estimate Δ of a covariance matrix Σ: tr(Δ Σ⁻¹) − log det(Δ Σ⁻¹) − D.
///
/// It is twice the Kullback–Leibler divergence of the normal distributions, and changes of basis leave
/// it as it is.
///
/// # Errors
///
/// A matrix that is not positive definite.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::covariance::stein_loss;
/// use nalgebra::matrix;
/// let (estimate, truth) = (matrix![2.0, 0.0; 0.0, 1.0], matrix![1.0, 0.0; 0.0, 1.0]);
/// assert!((stein_loss(&estimate, &truth)? - (1.0 - 2.0_f64.ln())).abs() < 1e-15);
/// assert_eq!(stein_loss(&truth, &truth)?, 0.0);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
pub fn stein_loss<const D: usize>(
    estimate: &SMatrix<f64, D, D>,
    truth: &SMatrix<f64, D, D>,
) -> Result<f64, Refusal> {
    let degenerate = Refusal::Degenerate("a covariance is not positive definite");
    let [estimate, truth] =
        [estimate, truth].map(|matrix| matrix.cholesky().map(|factor| factor.l()));
    let (Some(estimate), Some(truth)) = (estimate, truth) else {
        return Err(degenerate);
    };
    // with Δ = L Lᵀ and Σ = K Kᵀ: tr(Δ Σ⁻¹) = ‖K⁻¹ L‖²
    let ratio = truth.solve_lower_triangular(&estimate).ok_or(degenerate)?;
    let logarithms: f64 = (0..D).map(|j| 2.0 * ratio[(j, j)].ln()).sum();
    Ok(ratio.norm_squared() - logarithms - D as f64)
}

/// The risk of [`BestMultiple`](super::BestMultiple) under [Stein's loss](stein_loss) for m vectors, the same
/// for every covariance matrix: D log m − Σ E log χ²(m − j + 1).
///
/// # Errors
///
/// m < D, where the risk is infinite.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::covariance::risk_of_best_multiple;
/// assert!((risk_of_best_multiple::<2>(10)? - 0.32389).abs() < 1e-5);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
pub fn risk_of_best_multiple<const D: usize>(m: usize) -> Result<f64, Refusal> {
    enough::<D>(m)?;
    Ok((0..D)
        .map(|j| (m as f64).ln() - mean_log_chi_squared(m - j))
        .sum())
}

/// The risk of [`SteinCovariance`](super::SteinCovariance) under [Stein's loss](stein_loss) for m vectors,
/// the same for every covariance matrix: Σ log(m + D + 1 − 2j) − Σ E log χ²(m − j + 1). It is the smallest that an
/// estimator can promise.
///
/// # Errors
///
/// m < D, where the risk is infinite.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::covariance::risk_of_stein;
/// assert!((risk_of_stein::<2>(10)? - 0.31384).abs() < 1e-5);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
pub fn risk_of_stein<const D: usize>(m: usize) -> Result<f64, Refusal> {
    enough::<D>(m)?;
    let term = |j: usize| ((m + D - 1 - 2 * j) as f64).ln() - mean_log_chi_squared(m - j);
    Ok((0..D).map(term).sum())
}

fn enough<const D: usize>(m: usize) -> Result<(), Refusal> {
    match m < D {
        true => Err(Refusal::TooFew {
            found: m,
            needed: D,
        }),
        false => Ok(()),
    }
}

/// E log χ²(k) = ψ(k/2) + log 2
fn mean_log_chi_squared(k: usize) -> f64 {
    digamma(0.5 * k as f64) + std::f64::consts::LN_2
}
