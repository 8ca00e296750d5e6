//! Stein's loss, and the exact risks under it.

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

/// The digamma function ψ at x > 0: ψ(x) = ψ(x + 1) − 1/x up to where the asymptotic series
/// log x − 1/2x − Σ B₂ₖ/(2k x²ᵏ) has all digits.
fn digamma(x: f64) -> f64 {
    // B₂ₖ/2k
    const SERIES: [f64; 8] = [
        1.0 / 12.0,
        -1.0 / 120.0,
        1.0 / 252.0,
        -1.0 / 240.0,
        1.0 / 132.0,
        -691.0 / 32760.0,
        1.0 / 12.0,
        -3617.0 / 8160.0,
    ];
    let (mut x, mut below) = (x, 0.0);
    while x < 10.0 {
        below += x.recip();
        x += 1.0;
    }
    let square = (x * x).recip();
    let rest = SERIES
        .iter()
        .rev()
        .fold(0.0, |rest, term| (rest + term) * square);
    x.ln() - 0.5 / x - rest - below
}

#[cfg(test)]
mod tests {
    use super::digamma;

    #[test]
    fn digamma_has_all_digits() {
        // 20 digits by mpmath
        let known = [
            (0.5, -1.963_510_026_021_423_479_4),
            (1.0, -0.577_215_664_901_532_860_61),
            (2.5, 0.703_156_640_645_243_187_23),
            (10.0, 2.251_752_589_066_721_107_6),
            (1000.5, 6.907_755_320_648_796_427),
        ];
        for (x, psi) in known {
            assert!(
                (digamma(x) - psi).abs() <= 4e-15 * psi.abs().max(1.0),
                "{x}: {}",
                digamma(x)
            );
        }
    }
}
