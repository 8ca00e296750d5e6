//! An orthogonal matrix in words.

use std::f64::consts::PI;

use nalgebra::{SMatrix, SVector};

use super::is_orthogonal;
use super::logarithm::quaternion;
use super::turns::{is_mirrored, turns};
use crate::groups::words;
use crate::set::{Real, coordinates};

/// The orthogonal matrix in words: `rotation by 90° about z`, `reflection in the mirror ⊥ x`.
///
/// A matrix that is not orthogonal, or has no short name, is written out.
pub(in crate::groups) fn describe<T: Real, const D: usize>(r: &SMatrix<T, D, D>) -> String {
    let matrix = r.map(Real::to_f64);
    let words = is_orthogonal(r).then(|| in_words(&matrix, T::EPSILON));
    words
        .flatten()
        .unwrap_or_else(|| format!("the matrix {}", coordinates::describe(r)))
}

fn in_words<const D: usize>(r: &SMatrix<f64, D, D>, epsilon: f64) -> Option<String> {
    if *r == SMatrix::<f64, D, D>::identity() {
        return Some("identity".to_owned());
    }
    if !is_mirrored(r) {
        return rotation(r, epsilon);
    }
    if let Some(normal) = mirror(r, epsilon) {
        return Some(reflection(&normal, epsilon));
    }
    if D != 3 {
        return None;
    }
    // R = −Rot(n, θ), and −1 = (1 − 2 n nᵀ) · Rot(n, π)
    let (axis, angle) = axis_and_angle(&-r, epsilon);
    if angle == 0.0 {
        return Some("inversion in the origin".to_owned());
    }
    let rest = angle - PI.copysign(angle);
    Some(format!(
        "{} after {}",
        about(&axis, rest, epsilon),
        reflection(&axis, epsilon)
    ))
}

fn rotation<const D: usize>(r: &SMatrix<f64, D, D>, epsilon: f64) -> Option<String> {
    if D == 3 {
        let (axis, angle) = axis_and_angle(r, epsilon);
        return Some(about(&axis, angle, epsilon));
    }
    let (turns, _) = turns(r, epsilon);
    let words: Vec<String> = turns
        .iter()
        .map(|turn| {
            let angle = words::degrees(turn.angle, epsilon);
            let (i, j) = turn.plane;
            if D == 2 {
                format!("rotation by {angle}")
            } else {
                let plane = [i, j].map(words::axis::<D>).concat();
                format!("rotation by {angle} in the plane {plane}")
            }
        })
        .collect();
    (1..=3)
        .contains(&words.len())
        .then(|| words.join(" after "))
}

/// The unit normal n of the mirror, if R = 1 − 2 n nᵀ up to rounding.
fn mirror<const D: usize>(r: &SMatrix<f64, D, D>, epsilon: f64) -> Option<SVector<f64, D>> {
    let projection = (SMatrix::<f64, D, D>::identity() - r) * 0.5;
    let column = (0..D).max_by(|&i, &j| projection[(i, i)].total_cmp(&projection[(j, j)]))?;
    let normal = projection.column(column).into_owned();
    let length = coordinates::magnitude(&normal);
    let normal = normal / length;
    let rest = projection - normal * normal.transpose();
    (coordinates::magnitude(&rest) <= 16.0 * epsilon).then_some(normal)
}

fn reflection<const D: usize>(normal: &SVector<f64, D>, epsilon: f64) -> String {
    // n and −n are one mirror
    let first = normal.iter().find(|x| x.abs() > 8.0 * epsilon);
    let normal = match first {
        Some(x) if *x < 0.0 => -normal,
        _ => *normal,
    };
    let direction = words::direction(&normal, epsilon);
    format!("reflection in the mirror ⊥ {direction}")
}

/// The unit axis and the angle in (−π, π] of a rotation in three dimensions; along a coordinate axis
/// the axis points forward.
fn axis_and_angle<const D: usize>(r: &SMatrix<f64, D, D>, epsilon: f64) -> (SVector<f64, D>, f64) {
    let q = quaternion(r);
    let imaginary = SVector::<f64, D>::from_iterator(q.imag().iter().copied());
    let sine = coordinates::magnitude(&imaginary);
    let angle = 2.0 * sine.atan2(q.w);
    let axis = if sine > 0.0 {
        imaginary / sine
    } else {
        SVector::from_fn(|i, _| f64::from(i + 1 == D))
    };
    match words::along_axis(&axis, epsilon) {
        Some((_, sense)) if sense < 0.0 && angle < PI => (-axis, -angle),
        Some((_, sense)) => (axis * sense, angle),
        None => (axis, angle),
    }
}

fn about<const D: usize>(axis: &SVector<f64, D>, angle: f64, epsilon: f64) -> String {
    format!(
        "rotation by {} about {}",
        words::degrees(angle, epsilon),
        words::direction(axis, epsilon)
    )
}
