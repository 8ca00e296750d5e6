//! The mean of rotations by angle.

use nalgebra::{Rotation3, Vector3};

use super::chordal_mean::rotations;
use super::tangent::{all_from, along, centre};
use crate::statistics::claim::Orientation;
use crate::statistics::{Estimator, Refusal};

/// The geodesic mean of rotations: the one that minimises the sum of the squared angles to the
/// observations, also known as their Karcher or Fréchet mean.
///
/// # Conventions
///
/// The sample is refused unless all rotations are less than a quarter turn away from their
/// [chordal mean](super::ChordalMean). Then the minimum is unique.
///
/// # Errors
///
/// An empty sample, a matrix that is no rotation, rotations too far from one another.
///
/// # Complexity
///
/// O(n) a step R ← R exp(Σ log(Rᵀ Rᵢ)/n), which leaves less than a quarter of the error: up to 27 of them.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, rotation::GeodesicMean};
/// use nalgebra::{Rotation3, Vector3};
/// let about_z = |angle: f64| Rotation3::from_axis_angle(&Vector3::z_axis(), angle);
/// // about one axis it is the mean of the angles
/// let mean = GeodesicMean.estimate(&[about_z(0.1), about_z(0.2), about_z(0.9)])?;
/// assert!((mean.matrix() - about_z(0.4).matrix()).norm() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// J. H. Manton, A globally convergent numerical algorithm for computing the centre of mass on compact
/// Lie groups, *Proceedings of ICARCV* (2004), 2211–2216; B. Afsari, Riemannian Lᵖ center of mass:
/// existence, uniqueness, and convexity, *Proceedings of the American Mathematical Society* 139 (2011),
/// 655–673.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeodesicMean;

impl Estimator for GeodesicMean {
    type Claim = Orientation;

    fn claim(&self) -> Orientation {
        Orientation
    }

    fn name(&self) -> String {
        "geodesic mean".to_owned()
    }

    fn estimate(&self, sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
        rotations(sample)?;
        let mut mean = centre(sample)?;
        let mut last = f64::INFINITY;
        for _ in 0..STEPS {
            let Some(vectors) = all_from(&mean, sample) else {
                break;
            };
            let step = vectors.iter().sum::<Vector3<f64>>() / sample.len() as f64;
            mean = along(&mean, &step);
            // to rounding: nothing is left, or it does not become less
            let length = step.norm();
            if length <= f64::EPSILON || (length < 1e-8 && length >= last) {
                return Ok(mean);
            }
            last = length;
        }
        Err(Refusal::NoConvergence { iterations: STEPS })
    }
}

/// Many more than are needed.
const STEPS: usize = 100;
