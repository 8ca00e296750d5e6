//! The principal logarithm of a rotation matrix.

use std::f64::consts::PI;

use nalgebra::{DMatrix, Matrix3, Quaternion, SMatrix, Vector3};

use super::planes::planes;
use super::skew::hat;
use super::turns::is_mirrored;
use crate::set::coordinates;

/// Why a half turn has no principal logarithm.
const HALF_TURN: &str = "it turns some plane by 180°, up to rounding, and either sense would do";

/// Why a reflection has no logarithm.
const REFLECTION: &str = "it reverses the orientation, and no path leads to it from the identity";

/// How near to a half turn an angle is refused, in units in the last place of the scalars at 1.
const MARGIN: f64 = 8.0;

/// The skew-symmetric matrix K with exp K = R whose angles are less than π.
///
/// `epsilon` is the unit in the last place of the scalars the matrix was rounded to.
pub(in crate::groups) fn logarithm<const D: usize>(
    r: &SMatrix<f64, D, D>,
    epsilon: f64,
) -> Result<SMatrix<f64, D, D>, &'static str> {
    if !coordinates::is_finite(r) {
        return Err("it is not finite");
    }
    if is_mirrored(r) {
        return Err(REFLECTION);
    }
    let margin = MARGIN * epsilon;
    match D {
        2 => {
            let angle = (r[(1, 0)] - r[(0, 1)]).atan2(r[(0, 0)] + r[(1, 1)]);
            if PI - angle.abs() <= margin {
                return Err(HALF_TURN);
            }
            Ok(hat(|_| angle))
        }
        3 => {
            let rotation = of_quaternion(&quaternion(r), margin).ok_or(HALF_TURN)?;
            Ok(hat(|i| rotation[i]))
        }
        _ => by_planes(r, margin),
    }
}

/// The axis times the angle of the rotation of a quaternion with w ≥ 0 of any length, unless the
/// angle is within `margin` of π.
fn of_quaternion(q: &Quaternion<f64>, margin: f64) -> Option<Vector3<f64>> {
    let imaginary = q.imag();
    let sine = coordinates::magnitude(&imaginary);
    if sine == 0.0 {
        return Some(Vector3::zeros());
    }
    // π − θ = 2 atan(w / |v|)
    if 2.0 * q.w.atan2(sine) <= margin {
        return None;
    }
    Some(imaginary * (2.0 * sine.atan2(q.w) / sine))
}

/// A positive multiple of the quaternion with w ≥ 0 of a rotation matrix in three dimensions: that one
/// of its multiples by 4w, 4x, 4y, 4z which cancels least.
///
/// # References
///
/// S. Shepperd, Quaternion from rotation matrix, *Journal of Guidance and Control* 1 (1978), 223–224.
pub(in crate::groups) fn quaternion<const D: usize>(r: &SMatrix<f64, D, D>) -> Quaternion<f64> {
    let r = Matrix3::from_fn(|i, j| r[(i, j)]);
    let [a, b, c] = [0, 1, 2].map(|i| r[(i, i)]);
    let [x, y, z] = [
        r[(2, 1)] - r[(1, 2)],
        r[(0, 2)] - r[(2, 0)],
        r[(1, 0)] - r[(0, 1)],
    ];
    let [yz, zx, xy] = [
        r[(2, 1)] + r[(1, 2)],
        r[(0, 2)] + r[(2, 0)],
        r[(1, 0)] + r[(0, 1)],
    ];
    let trace = a + b + c;
    let q = if trace >= a.max(b).max(c) {
        Quaternion::new(1.0 + trace, x, y, z)
    } else if a >= b.max(c) {
        Quaternion::new(x, 1.0 + a - b - c, xy, zx)
    } else if b >= c {
        Quaternion::new(y, xy, 1.0 + b - c - a, yz)
    } else {
        Quaternion::new(z, zx, yz, 1.0 + c - a - b)
    };
    if q.w < 0.0 { -q } else { q }
}

/// The logarithm in any dimension.
///
/// The symmetric part C of R has the eigenvalues cos θ, the skew-symmetric part S commutes with it. The
/// space is cut between two cosines that are far apart. Where the angles are small, S/(1 + C) has
/// the same planes as R and the angles tan(θ/2); where they are large, S/(1 − C) has the angles
/// tan((π − θ)/2).
fn by_planes<const D: usize>(
    r: &SMatrix<f64, D, D>,
    margin: f64,
) -> Result<SMatrix<f64, D, D>, &'static str> {
    let r = DMatrix::from_fn(D, D, |i, j| r[(i, j)]);
    let symmetric = (&r + r.transpose()) * 0.5;
    let skew = (&r - r.transpose()) * 0.5;
    let decomposition = symmetric.symmetric_eigen();
    let cosines = &decomposition.eigenvalues;
    let cut = widest_gap(cosines.as_slice());
    let (near, far): (Vec<usize>, Vec<usize>) = (0..D).partition(|&i| cosines[i] > cut);
    if far.len() % 2 == 1 {
        return Err(REFLECTION);
    }
    let mut logarithm = DMatrix::zeros(D, D);
    for (group, sign) in [(near, 1.0), (far, -1.0)] {
        let basis = decomposition.eigenvectors.select_columns(&group);
        let mut tangents = basis.tr_mul(&skew) * &basis;
        for (i, &row) in group.iter().enumerate() {
            for (j, &column) in group.iter().enumerate() {
                tangents[(i, j)] /= 1.0 + sign * 0.5 * (cosines[row] + cosines[column]);
            }
        }
        let tangents = (&tangents - tangents.transpose()) * 0.5;
        let planes = planes(tangents);
        if sign < 0.0 && 2 * planes.len() < group.len() {
            return Err(HALF_TURN); // the rest has (π − θ)/2 = 0
        }
        for plane in planes {
            let half = plane.angle.atan();
            if sign < 0.0 && 2.0 * half <= margin {
                return Err(HALF_TURN);
            }
            let angle = if sign > 0.0 {
                2.0 * half
            } else {
                PI - 2.0 * half
            };
            logarithm += &basis * plane.generator() * basis.transpose() * angle;
        }
    }
    Ok(SMatrix::from_fn(|i, j| {
        0.5 * (logarithm[(i, j)] - logarithm[(j, i)])
    }))
}

/// The middle of the widest gap between these cosines within [−0.8, 0.8].
fn widest_gap(cosines: &[f64]) -> f64 {
    const REACH: f64 = 0.8;
    let mut marks: Vec<f64> = cosines.iter().map(|c| c.clamp(-REACH, REACH)).collect();
    marks.extend([-REACH, REACH]);
    marks.sort_by(f64::total_cmp);
    let widest = marks
        .windows(2)
        .max_by(|one, other| (one[1] - one[0]).total_cmp(&(other[1] - other[0])));
    widest.map_or(0.0, |gap| 0.5 * (gap[0] + gap[1]))
}
