//! Rotations seen from one of them, as vectors: an axis times an angle.

use nalgebra::{Matrix3, Rotation3, Vector3};

use super::chordal_mean::chordal_mean;
use crate::group::LieGroup;
use crate::groups::SpecialOrthogonal;
use crate::statistics::Refusal;
use crate::statistics::orthogonalisation::ROUNDING;

/// The vector v with R exp(v) = S; `None` half a turn away, where there are two.
pub(super) fn from(r: &Rotation3<f64>, s: &Rotation3<f64>) -> Option<Vector3<f64>> {
    let skew = SpecialOrthogonal::<3>::default()
        .log(&(r.inverse() * s))
        .ok()?;
    Some(Vector3::new(skew[(2, 1)], skew[(0, 2)], skew[(1, 0)]))
}

/// The rotation R exp(v).
pub(super) fn along(r: &Rotation3<f64>, v: &Vector3<f64>) -> Rotation3<f64> {
    let skew = Matrix3::new(0.0, -v.z, v.y, v.z, 0.0, -v.x, -v.y, v.x, 0.0);
    r * SpecialOrthogonal::<3>::default().exp(&skew)
}

/// All of a sample as seen from one rotation.
pub(super) fn all_from(r: &Rotation3<f64>, sample: &[Rotation3<f64>]) -> Option<Vec<Vector3<f64>>> {
    sample.iter().map(|s| from(r, s)).collect()
}

/// The chordal mean, if all rotations are less than a quarter turn away from it.
///
/// In such a ball the distance from a rotation is a convex function.
pub(super) fn centre(sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
    let centre = chordal_mean(sample)?;
    let radius = std::f64::consts::FRAC_PI_2 * (1.0 - ROUNDING);
    let is_near = |s| from(&centre, s).is_some_and(|v| v.norm() < radius);
    match sample.iter().all(is_near) {
        true => Ok(centre),
        false => Err(Refusal::Degenerate(
            "the rotations are not within a quarter turn of their chordal mean",
        )),
    }
}
