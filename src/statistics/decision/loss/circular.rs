//! A loss of directions.

use nalgebra::SVector;

use super::Loss;

/// The loss 1 − cos(d − θ) of an angle: half the squared length of the chord.
///
/// # Laws
///
/// It is invariant under rotations and reflections of the circle, and it does not change by full turns.
///
/// # Conventions
///
/// Angles are in radians, as elements of the circle [`Torus<1>`](crate::groups::Torus) or as numbers.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{CircularLoss, Loss};
/// use std::f64::consts::PI;
/// assert_eq!(CircularLoss.loss(&(1.0 + PI), &1.0), 2.0);
/// // 359° is near 1°
/// assert!(CircularLoss.loss(&359_f64.to_radians(), &1_f64.to_radians()) < 1e-3);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CircularLoss;

impl Loss<f64, f64> for CircularLoss {
    /// 2 sin²((d − θ)/2)
    #[inline]
    fn loss(&self, d: &f64, theta: &f64) -> f64 {
        2.0 * (0.5 * (d - theta)).sin().powi(2)
    }
}

impl Loss<SVector<f64, 1>, SVector<f64, 1>> for CircularLoss {
    #[inline]
    fn loss(&self, d: &SVector<f64, 1>, theta: &SVector<f64, 1>) -> f64 {
        self.loss(&d[0], &theta[0])
    }
}
