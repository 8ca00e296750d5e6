//! The minimum-risk equivariant estimator of a rotation.

use nalgebra::{Matrix3, Rotation3};

use crate::groups::SpecialOrthogonal;
use crate::statistics::claim::GroupElement;
use crate::statistics::density::MatrixFisher;
use crate::statistics::rotation::{nearest_rotation, rotations};
use crate::statistics::sample::unit_of;
use crate::statistics::{Estimator, Refusal};

/// The minimum-risk equivariant estimator of the rotation R of a sample Xᵢ = R Eᵢ, with errors Eᵢ in SO(3) from
/// a known matrix Fisher density, under the loss ‖D − R‖².
///
/// The likelihood ∏ exp tr(Fᵀ RᵀXᵢ) = exp tr(RᵀM), with M = Σ Xᵢ Fᵀ, is again of this family, and its
/// mean has the singular vectors of M in the same order. The rotation nearest to the mean,
///
/// ```text
/// δ(X)  =  argmin_D ∫ ‖D − R‖² L(R) dR  =  argmax_D tr(DᵀM),
/// ```
///
/// is therefore the solution of [Wahba's problem](crate::statistics::rotation::Wahba), and the maximum
/// likelihood estimate. Where the errors have no preferred axis, F = (κ/2) 1, it is the
/// [chordal mean](crate::statistics::rotation::ChordalMean) for every κ > 0.
///
/// On SO(2) the matrix Fisher density is that of von Mises; see [`PitmanDirection`](super::PitmanDirection).
///
/// # Laws
///
/// ```text
/// δ(g X)  =  g δ(X)    g in SO(3)
/// ```
///
/// # Conventions
///
/// Never a reflection. The mode of the errors need not be the identity: a bias of the instrument that F
/// knows of is taken out.
///
/// # Errors
///
/// An empty sample, a matrix that is no rotation; several rotations that are equally good
/// ([`Degenerate`](Refusal::Degenerate)), which is so for every sample if F has rank 1 or 0.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// An instrument that is sure of the direction of its first axis, and not of the turn about it.
///
/// ```
/// use equivariant::statistics::{Estimator, density::MatrixFisher, pitman::PitmanRotation};
/// use nalgebra::{Matrix3, Rotation3, Vector3};
/// let errors = MatrixFisher::new(Matrix3::from_diagonal(&[50.0, 1.0, 1.0].into()))?;
/// let x = [Rotation3::identity(), Rotation3::from_axis_angle(&Vector3::x_axis(), 1.0)];
/// let middle = PitmanRotation::new(errors).estimate(&x)?;
/// let half = Rotation3::from_axis_angle(&Vector3::x_axis(), 0.5);
/// assert!((middle.matrix() - half.matrix()).norm() < 1e-14);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// T. D. Downs, Orientation statistics, *Biometrika* 59 (1972), 665–676; T. Lee, Bayesian attitude
/// estimation with the matrix Fisher distribution on SO(3), *IEEE Transactions on Automatic Control* 63
/// (2018), 3377–3392; M. L. Eaton, *Group Invariance Applications in Statistics* (1989).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanRotation {
    errors: MatrixFisher,
}

impl PitmanRotation {
    /// The estimator for errors of this density.
    #[must_use]
    pub fn new(errors: MatrixFisher) -> Self {
        PitmanRotation { errors }
    }
}

impl Estimator for PitmanRotation {
    type Claim = GroupElement<SpecialOrthogonal<3>>;

    fn claim(&self) -> Self::Claim {
        GroupElement::default()
    }

    fn name(&self) -> String {
        "Pitman, matrix Fisher".to_owned()
    }

    fn estimate(&self, sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
        const SEVERAL: Refusal = Refusal::Degenerate("several rotations are equally good");
        rotations(sample)?;
        let unit = unit_of(self.errors.parameter().iter().copied());
        if unit == 0.0 {
            return Err(SEVERAL);
        }
        let f = self.errors.parameter() / unit;
        let sum = sample.iter().map(Rotation3::matrix).sum::<Matrix3<f64>>();
        let size = sample.len() as f64 * f.norm();
        nearest_rotation(&(sum * f.transpose()), size).ok_or(SEVERAL)
    }
}
