//! Wahba's problem.

use nalgebra::{Matrix3, Rotation3};

use super::Correspondence;
use super::projection::nearest_rotation;
use crate::statistics::claim::Alignment;
use crate::statistics::sample::{at_least, unit_of};
use crate::statistics::{Estimator, Refusal};

/// The solution of Wahba's problem: the rotation R that minimises Σ wᵢ ‖bᵢ − R aᵢ‖².
///
/// It is also known as orthogonal Procrustes analysis with rotations only, or the Kabsch algorithm,
/// and the maximum likelihood estimator of R where the bᵢ have normal errors of variance 1/wᵢ in every
/// coordinate. The posterior is then a matrix Fisher distribution, so that with the loss ‖R̂ − R‖² it is the
/// Pitman estimator, too.
///
/// # Conventions
///
/// Never a reflection, also where one would fit better. Weights are not normalised, vectors need not be unit
/// vectors. The rotation is unique if σ₂ + σ₃ > 0 for the singular values of Σ wᵢ bᵢ aᵢᵀ, σ₃ with
/// the sign of its determinant; it is not if all aᵢ or all bᵢ are on one line.
///
/// # Errors
///
/// An empty sample, a number that is not finite, a negative weight, no unique rotation.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, rotation::{Correspondence, Wahba}};
/// use nalgebra::Vector3;
/// let pair = |from, to| Correspondence { from, to, weight: 1.0 };
/// let [x, y, z] = [Vector3::x(), Vector3::y(), Vector3::z()];
/// let r = Wahba.estimate(&[pair(x, y), pair(y, z)])?;
/// assert!((r * z - x).norm() < 1e-15);
/// assert!(matches!(Wahba.estimate(&[pair(x, y)]), Err(Refusal::Degenerate(_))));
/// # Ok::<(), Refusal>(())
/// ```
///
/// # References
///
/// G. Wahba, A least squares estimate of satellite attitude, *SIAM Review* 7 (1965), 409; F. L. Markley,
/// Attitude determination using vector observations and the singular value decomposition, *Journal of the
/// Astronautical Sciences* 36 (1988), 245–258.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wahba;

impl Estimator for Wahba {
    type Claim = Alignment;

    fn claim(&self) -> Alignment {
        Alignment
    }

    fn name(&self) -> String {
        "Wahba's problem".to_owned()
    }

    fn estimate(&self, sample: &[Correspondence]) -> Result<Rotation3<f64>, Refusal> {
        at_least(1, sample)?;
        if let Some(index) = sample.iter().position(|pair| pair.weight < 0.0) {
            let value = sample[index].weight;
            return Err(Refusal::OutsideSupport {
                index,
                value,
                support: "[0, ∞) of weights",
            });
        }
        // in units in which no product overflows
        let from = unit_of(sample.iter().flat_map(|pair| pair.from.iter().copied()));
        let to = unit_of(sample.iter().flat_map(|pair| pair.to.iter().copied()));
        let weight = unit_of(sample.iter().map(|pair| pair.weight));
        if from == 0.0 || to == 0.0 || weight == 0.0 {
            return Err(SEVERAL);
        }
        let (mut sum, mut size) = (Matrix3::zeros(), 0.0);
        for pair in sample {
            let (a, b, w) = (pair.from / from, pair.to / to, pair.weight / weight);
            sum += w * b * a.transpose();
            size += w * b.norm() * a.norm();
        }
        nearest_rotation(&sum, size).ok_or(SEVERAL)
    }
}

const SEVERAL: Refusal = Refusal::Degenerate("several rotations fit equally well");
