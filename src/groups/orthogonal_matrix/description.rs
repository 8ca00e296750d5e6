//! An orthogonal matrix in words.

use nalgebra::SMatrix;

use super::turns::{is_mirrored, turns};
use super::{is_orthogonal, logarithm::quaternion};
use crate::groups::words;
use crate::set::{Real, coordinates};

/// The orthogonal matrix in words: `rotation by 90° about z`, `reflection in the mirror ⊥ x`.
///
/// A matrix that is not orthogonal, or has no short name, is written out.
pub(in crate::groups) fn describe<T: Real, const D: usize>(r: &SMatrix<T, D, D>) -> String {
    let matrix = r.map(Real::to_f64);
    is_orthogonal(r)
        .then(|| in_words(&matrix, T::EPSILON))
        .flatten()
        .unwrap_or_else(|| format!("the matrix {}", coordinates::describe(r)))
}

fn in_words<const D: usize>(r: &SMatrix<f64, D, D>, epsilon: f64) -> Option<String> {
    if *r == SMatrix::<f64, D, D>::identity() {
        return Some("identity".to_owned());
    }
    if is_mirrored(r) {
        let normal = mirror(r, epsilon)?;
        let normal = words::direction(&normal, epsilon);
        return Some(format!("reflection in the mirror ⊥ {normal}"));
    }
    match D {
        2 => {
            let angle = r[(1, 0)].atan2(r[(0, 0)]);
            Some(format!("rotation by {}", words::degrees(angle, epsilon)))
        }
        3 => {
            let q = quaternion(r);
            let imaginary = q.imag();
            let sine = coordinates::magnitude(&imaginary);
            if sine == 0.0 {
                return Some("identity".to_owned());
            }
            let mut angle = 2.0 * sine.atan2(q.w);
            let mut axis = imaginary / sine;
            // about the positive axis rather than the negative one
            if words::along_axis(&axis, epsilon).is_some_and(|(_, sense)| sense < 0.0) {
                (axis, angle) = (-axis, -angle);
            }
            let (axis, angle) = (
                words::direction(&axis, epsilon),
                words::degrees(angle, epsilon),
            );
            Some(format!("rotation by {angle} about {axis}"))
        }
        _ => match turns(r, epsilon).0[..] {
            [turn] => {
                let (i, j) = turn.plane;
                let plane = [i, j].map(words::axis::<D>).concat();
                let angle = words::degrees(turn.angle, epsilon);
                Some(format!("rotation by {angle} in the plane {plane}"))
            }
            _ => None,
        },
    }
}

/// The unit vector n with R = 1 − 2 n nᵀ up to rounding, if there is one.
fn mirror<const D: usize>(
    r: &SMatrix<f64, D, D>,
    epsilon: f64,
) -> Option<nalgebra::SVector<f64, D>> {
    // the columns of 1 − R are multiples of n; the longest one says it best
    let difference = SMatrix::<f64, D, D>::identity() - r;
    let longest = (0..D).max_by(|&i, &j| {
        let [i, j] = [i, j].map(|k| difference.column(k).norm_squared());
        i.total_cmp(&j)
    })?;
    let column = difference.column(longest);
    let normal = column / column.norm();
    let rebuilt = SMatrix::identity() - normal * normal.transpose() * 2.0;
    (coordinates::distance(&rebuilt, r) <= 32.0 * epsilon).then_some(normal)
}
