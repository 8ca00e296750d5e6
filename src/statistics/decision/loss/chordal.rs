//! A loss of rotations.

use nalgebra::Rotation;

use super::Loss;

/// The chordal loss ‖D − R‖² of a rotation, in the Frobenius norm: 8 sin²(φ/2) for rotations in space
/// that differ by the angle φ.
///
/// # Laws
///
/// It is invariant under rotations on the left and on the right: L(g D h, g R h) = L(D, R).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{ChordalLoss, Loss};
/// use nalgebra::{Rotation3, Vector3};
/// let half_turn = Rotation3::from_axis_angle(&Vector3::z_axis(), std::f64::consts::PI);
/// assert_eq!(ChordalLoss.loss(&half_turn, &Rotation3::identity()), 8.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChordalLoss;

impl<const D: usize> Loss<Rotation<f64, D>, Rotation<f64, D>> for ChordalLoss {
    #[inline]
    fn loss(&self, d: &Rotation<f64, D>, theta: &Rotation<f64, D>) -> f64 {
        (d.matrix() - theta.matrix()).norm_squared()
    }
}
