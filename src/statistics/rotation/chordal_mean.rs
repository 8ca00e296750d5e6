//! The mean of rotations as matrices.

use nalgebra::{Matrix3, Rotation3};

use super::projection::nearest_rotation;
use crate::groups::SpecialOrthogonal;
use crate::set::Set;
use crate::statistics::claim::Orientation;
use crate::statistics::sample::{Numbers, at_least};
use crate::statistics::{Estimator, Refusal};

/// The chordal mean of rotations: the rotation that minimises Σ ‖Rᵢ − R‖², the one nearest to the mean of
/// the matrices.
///
/// For the matrix Fisher distribution of every concentration it is the maximum likelihood estimator and,
/// with the loss ‖R̂ − R‖², the Pitman estimator: none that moves with rotations has a smaller risk.
///
/// # Conventions
///
/// The mean of the matrices may have a negative determinant; the value is a rotation all the same. It is unique if
/// σ₂ + σ₃ > 0 for the singular values of the mean, σ₃ with the sign of the determinant; otherwise the
/// sample is refused, up to 256 units in the last place.
///
/// # Errors
///
/// An empty sample, a matrix that is no rotation, no unique value.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, rotation::ChordalMean};
/// use nalgebra::{Rotation3, Vector3};
/// use std::f64::consts::PI;
/// let about_z = |angle: f64| Rotation3::from_axis_angle(&Vector3::z_axis(), angle);
/// let mean = ChordalMean.estimate(&[about_z(0.1), about_z(0.5)])?;
/// assert!((mean.matrix() - about_z(0.3).matrix()).norm() < 1e-15);
/// let half_turn = [about_z(0.0), about_z(PI)];
/// assert!(matches!(ChordalMean.estimate(&half_turn), Err(Refusal::Degenerate(_))));
/// # Ok::<(), Refusal>(())
/// ```
///
/// # References
///
/// M. Moakher, Means and averaging in the group of rotations, *SIAM Journal on Matrix Analysis and
/// Applications* 24 (2002), 1–16; T. D. Downs, Orientation statistics, *Biometrika* 59 (1972), 665–676.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChordalMean;

impl Estimator for ChordalMean {
    type Claim = Orientation;

    fn claim(&self) -> Orientation {
        Orientation
    }

    fn name(&self) -> String {
        "chordal mean".to_owned()
    }

    fn estimate(&self, sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
        rotations(sample)?;
        chordal_mean(sample)
    }
}

impl Numbers for Rotation3<f64> {
    fn not_finite(&self) -> Option<f64> {
        self.matrix().iter().copied().find(|x| !x.is_finite())
    }
}

/// That there is at least one, and all are rotations.
pub(in crate::statistics) fn rotations(sample: &[Rotation3<f64>]) -> Result<(), Refusal> {
    at_least(1, sample)?;
    let is_none = |r: &Rotation3<f64>| !SpecialOrthogonal::<3>::default().contains(r);
    match sample.iter().position(is_none) {
        None => Ok(()),
        Some(index) => Err(Refusal::OutsideSupport {
            index,
            value: sample[index].matrix().determinant(),
            support: "the matrices that are rotations (of which it is the determinant)",
        }),
    }
}

/// The chordal mean of rotations, at least one.
pub(super) fn chordal_mean(sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
    let n = sample.len() as f64;
    let mean = sample
        .iter()
        .fold(Matrix3::zeros(), |mean, r| mean + r.matrix() / n);
    nearest_rotation(&mean, 1.0).ok_or(Refusal::Degenerate(
        "several rotations are equally near to the mean",
    ))
}
