//! The covariance matrix.

use nalgebra::{Point, SMatrix};

use super::standardised::Centred;
use crate::statistics::claim::Scatter;
use crate::statistics::{Estimator, Refusal};

/// The covariance matrix Σ (xᵢ − m)(xᵢ − m)ᵀ / (n − 1), where m is the mean.
///
/// # Conventions
///
/// The divisor is n − 1, which makes it unbiased. Two passes: the deviations from the mean are
/// computed before they are multiplied, so that a common shift costs no digits. Samples that lie in a
/// hyperplane have a covariance too, a singular one.
///
/// # Errors
///
/// Fewer than two observations, an observation that is not finite, a variance that overflows or
/// underflows.
///
/// # Complexity
///
/// O(n D²).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::Covariance};
/// use nalgebra::{matrix, point};
/// let far_away = [point![1e6, 0.0], point![1e6 + 2.0, 4.0]];
/// assert_eq!(Covariance.estimate(&far_away)?, matrix![2.0, 4.0; 4.0, 8.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// T. F. Chan, G. H. Golub and R. J. LeVeque, Algorithms for computing the sample variance, *The
/// American Statistician* 37 (1983).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covariance<const D: usize>;

impl<const D: usize> Estimator for Covariance<D> {
    type Claim = Scatter<D>;

    fn claim(&self) -> Scatter<D> {
        Scatter
    }

    fn name(&self) -> String {
        "covariance".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<SMatrix<f64, D, D>, Refusal> {
        let centred = Centred::of(2, sample)?;
        // units of about the size of the deviations, powers of two so that nothing is rounded
        let units = centred.reach().map(|largest| match largest {
            0.0 => 1.0,
            largest => largest.log2().floor().exp2(),
        });
        let mut sum = SMatrix::<f64, D, D>::zeros();
        for deviation in &centred.deviations {
            let d = deviation.component_div(&units);
            sum += d * d.transpose();
        }
        let degrees = (sample.len() - 1) as f64;
        let covariance = SMatrix::from_fn(|i, j| sum[(i, j)] / degrees * units[i] * units[j]);
        let fits = |j: usize| sum[(j, j)] == 0.0 || covariance[(j, j)].is_normal();
        if (0..D).all(fits) {
            Ok(covariance)
        } else {
            Err(Refusal::Overflow("a variance is too large or too small"))
        }
    }
}
