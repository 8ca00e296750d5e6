//! Least squares of what least trimmed squares do not find to be outliers.

use nalgebra::SVector;

use super::{LeastSquares, LeastTrimmedSquares, Observation};
use crate::statistics::claim::Regression;
use crate::statistics::multivariate::chi_squared;
use crate::statistics::sample::unit_of;
use crate::statistics::{Estimator, Refusal};

/// Reweighted least squares: the least squares fit to all observations whose residuals from
/// [least trimmed squares](LeastTrimmedSquares) are at most 2.5 scales. It withstands as many outliers and
/// makes use of nearly all other observations, where least trimmed squares use half.
///
/// # Conventions
///
/// - The trimmed scale is the root of the mean of the h smallest squared residuals, made consistent for
///   normal errors, √((h/n) / P(χ²₃ ≤ q)) with q the quantile of χ²₁ of level h/n, and corrected for small
///   samples: by 1 + 2.7 D n^(−0.85) for h = ⌊(n + D + 1)/2⌋, which is a fit to simulations for D up to 4, by
///   √(n/(n − D)) for h = n, and linearly in between.
/// - Observations within 2.5 trimmed scales, or within rounding of the trimmed fit, are the support.
/// - The scale is that of the least squares fit to the support, with the divisor m − D if they are m. That
///   residuals beyond 2.5 scales are missing is not corrected for: with normal errors, they are 1 in 80.
///
/// # Errors
///
/// Those of [`LeastTrimmedSquares`], and a support that determines no fit or no scale.
///
/// # Complexity
///
/// That of [`LeastTrimmedSquares`].
///
/// # Examples
///
/// ```
/// use equivariant::statistics::regression::{Observation, ReweightedLeastSquares};
/// // y = 1 + 2 t up to 0.1, but for two of nine
/// let sample = [
///     (0.0, 1.1), (1.0, 2.9), (2.0, 5.0), (3.0, 7.1), (4.0, 8.9), (5.0, -70.0), (6.0, -80.0), (7.0, 15.1), (8.0, 16.9),
/// ];
/// let sample = sample.map(|(t, y)| Observation::on_line(t, y));
/// let fit = ReweightedLeastSquares::default().fit(&sample)?;
/// assert_eq!(fit.support, [0, 1, 2, 3, 4, 7, 8]);
/// assert!((fit.coefficients[1] - 2.0).abs() < 0.02);
/// assert!(fit.scale > 0.05 && fit.scale < 0.2);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. J. Rousseeuw and A. M. Leroy, *Robust Regression and Outlier Detection* (1987); G. Pison, S. Van
/// Aelst and G. Willems, Small sample corrections for LTS and MCD, *Metrika* 55 (2002), for why they are
/// needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReweightedLeastSquares<const D: usize> {
    /// The fit that decides what is an outlier.
    pub trimmed: LeastTrimmedSquares<D>,
}

/// What reweighted least squares have found, beside the trimmed fit from which they start.
#[derive(Clone, Debug, PartialEq)]
pub struct ReweightedFit<const D: usize> {
    /// The coefficients.
    pub coefficients: SVector<f64, D>,
    /// The scale of the errors.
    pub scale: f64,
    /// The places of the observations that were used, ascending; the others are outliers.
    pub support: Vec<usize>,
    /// The coefficients of least trimmed squares.
    pub trimmed: SVector<f64, D>,
    /// The scale that belongs to them.
    pub trimmed_scale: f64,
}

/// How many trimmed scales a residual may be long.
const FAR: f64 = 2.5;

impl<const D: usize> ReweightedLeastSquares<D> {
    /// The estimate with its scale and its support.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if there is none.
    pub fn fit(&self, sample: &[Observation<D>]) -> Result<ReweightedFit<D>, Refusal> {
        let trimmed = self.trimmed.estimate(sample)?;
        let (n, h) = (sample.len(), self.trimmed.kept_of(sample.len()));
        let mut sizes = sizes_of_residuals(sample, &trimmed);
        sizes.sort_unstable_by(f64::total_cmp);
        let trimmed_scale =
            root_mean_square(&sizes[..h], h) * consistency(n, h) * small_samples::<D>(n, h);
        let is_near = |observation: &Observation<D>| {
            let of = observation.y.abs() + observation.x.abs().dot(&trimmed.abs());
            observation.residual(&trimmed).abs() <= FAR * trimmed_scale + 16.0 * f64::EPSILON * of
        };
        let support: Vec<usize> = (0..n).filter(|&i| is_near(&sample[i])).collect();
        let kept: Vec<Observation<D>> = support.iter().map(|&i| sample[i]).collect();
        if kept.len() <= D {
            return Err(Refusal::Degenerate(
                "too few observations near the trimmed fit",
            ));
        }
        let coefficients = LeastSquares.estimate(&kept)?;
        let scale = root_mean_square(&sizes_of_residuals(&kept, &coefficients), kept.len() - D);
        if !(scale.is_finite() && trimmed_scale.is_finite()) {
            return Err(Refusal::Overflow("the scale of the residuals"));
        }
        Ok(ReweightedFit {
            coefficients,
            scale,
            support,
            trimmed,
            trimmed_scale,
        })
    }
}

impl<const D: usize> Estimator for ReweightedLeastSquares<D> {
    type Claim = Regression<D>;

    fn claim(&self) -> Regression<D> {
        Regression
    }

    fn name(&self) -> String {
        "reweighted least squares".to_owned()
    }

    fn estimate(&self, sample: &[Observation<D>]) -> Result<SVector<f64, D>, Refusal> {
        Ok(self.fit(sample)?.coefficients)
    }
}

/// |y − x·β|
fn sizes_of_residuals<const D: usize>(
    sample: &[Observation<D>],
    beta: &SVector<f64, D>,
) -> Vec<f64> {
    sample
        .iter()
        .map(|observation| observation.residual(beta).abs())
        .collect()
}

/// √(Σ r² / divisor), in units in which no square overflows.
fn root_mean_square(residuals: &[f64], divisor: usize) -> f64 {
    let unit = unit_of(residuals.iter().copied());
    if unit == 0.0 {
        return 0.0;
    }
    let squares: f64 = residuals.iter().map(|r| (r / unit).powi(2)).sum();
    unit * (squares / divisor as f64).sqrt()
}

/// By how much the root mean square of the inner part of a normal law has to be multiplied.
fn consistency(n: usize, h: usize) -> f64 {
    let level = h as f64 / n as f64;
    if h < n {
        (level / chi_squared::probability(3, chi_squared::quantile(1, level))).sqrt()
    } else {
        1.0
    }
}

/// By how much the scale of small samples has to be multiplied.
fn small_samples<const D: usize>(n: usize, h: usize) -> f64 {
    let half = usize::midpoint(n, D + 1);
    let (size, degrees) = (n as f64, (n - D) as f64);
    let of_all = (size / degrees).sqrt();
    if h >= n {
        return of_all;
    }
    let of_half = 1.0 + 2.7 * D as f64 * size.powf(-0.85);
    let portion = ((n - h) as f64 / (n - half) as f64).min(1.0);
    of_all + portion * (of_half - of_all)
}
