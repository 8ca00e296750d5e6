//! The double cover of the rotations of space.

use nalgebra::{Rotation3, UnitQuaternion};

use crate::groups::{SpecialOrthogonal, UnitQuaternions};
use crate::homomorphism::Homomorphism;
use crate::set::Real;

/// The homomorphism SU(2) → SO(3) that sends a unit quaternion to the rotation v ↦ q v q⁻¹.
///
/// It is onto, with kernel {1, −1}.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, Set, groups::UnitQuaternions, homomorphisms::DoubleCover};
/// use nalgebra::{UnitQuaternion, Vector3};
///
/// let cover = DoubleCover::<f64>::default();
/// let q = UnitQuaternion::from_axis_angle(&Vector3::z_axis(), 1.0);
/// let opposite = UnitQuaternion::new_unchecked(-q.into_inner());
/// assert!(!UnitQuaternions::default().same(&q, &opposite));
/// assert!(cover.target().same(&cover.apply(&q), &cover.apply(&opposite)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoubleCover<T = f64> {
    source: UnitQuaternions<T>,
    target: SpecialOrthogonal<3, T>,
}

impl<T: Real> Homomorphism for DoubleCover<T> {
    type Source = UnitQuaternions<T>;
    type Target = SpecialOrthogonal<3, T>;

    fn source(&self) -> &UnitQuaternions<T> {
        &self.source
    }

    fn target(&self) -> &SpecialOrthogonal<3, T> {
        &self.target
    }

    #[inline]
    fn apply(&self, g: &UnitQuaternion<T>) -> Rotation3<T> {
        g.to_rotation_matrix()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
