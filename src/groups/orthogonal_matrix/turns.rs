//! An orthogonal matrix as a product of turns in coordinate planes.

use std::f64::consts::PI;

use nalgebra::SMatrix;

use super::skew::coordinate_planes;
use crate::set::coordinates;

/// The rotation by `angle` that turns axis `plane.0` toward axis `plane.1`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    pub(crate) plane: (usize, usize),
    pub(crate) angle: f64,
}

impl Turn {
    /// The matrix of the turn; that of a quarter or half turn is exact.
    pub(crate) fn matrix<const D: usize>(&self) -> SMatrix<f64, D, D> {
        let (i, j) = self.plane;
        let (mut sine, mut cosine) = self.angle.sin_cos();
        if cosine.abs() < f64::EPSILON {
            (sine, cosine) = (sine.signum(), 0.0);
        }
        if sine.abs() < f64::EPSILON && cosine < 0.0 {
            (sine, cosine) = (0.0, -1.0);
        }
        let mut matrix = SMatrix::identity();
        matrix[(i, i)] = cosine;
        matrix[(j, j)] = cosine;
        matrix[(j, i)] = sine;
        matrix[(i, j)] = -sine;
        matrix
    }
}

/// The turns T₁, …, Tₖ with R = T₁ ⋯ Tₖ, or R = T₁ ⋯ Tₖ · diag(1, …, 1, −1) if the second part of the
/// answer says so; none that is the identity up to rounding.
///
/// A single turn if R is one; otherwise in the order in which Givens eliminates the entries below the
/// diagonal: in three dimensions about z, then y, then x.
///
/// `epsilon` is the unit in the last place of the scalars the matrix was rounded to.
pub(crate) fn turns<const D: usize>(r: &SMatrix<f64, D, D>, epsilon: f64) -> (Vec<Turn>, bool) {
    let negligible = 8.0 * epsilon * coordinates::magnitude(&(r - SMatrix::identity())).min(1.0);
    let mirrored = is_mirrored(r);
    let mut rotation = *r;
    if mirrored {
        rotation.column_mut(D - 1).neg_mut();
    }
    if let Some(turn) = single(&rotation, negligible) {
        return (turn.into_iter().collect(), mirrored);
    }
    let mut turns = Vec::new();
    eliminate(rotation, |(i, j), angle| {
        if angle.abs() > negligible {
            turns.push(oriented::<D>(i, j, angle));
        }
    });
    (turns, mirrored)
}

/// Whether the determinant of an orthogonal matrix is negative.
pub(in crate::groups) fn is_mirrored<const D: usize>(r: &SMatrix<f64, D, D>) -> bool {
    match D {
        0 => false,
        2 => r[(0, 0)] * r[(1, 1)] < r[(0, 1)] * r[(1, 0)],
        3 => {
            let minor = |i: usize, j: usize| {
                r[((i + 1) % 3, (j + 1) % 3)] * r[((i + 2) % 3, (j + 2) % 3)]
                    - r[((i + 1) % 3, (j + 2) % 3)] * r[((i + 2) % 3, (j + 1) % 3)]
            };
            (0..3).map(|j| r[(0, j)] * minor(0, j)).sum::<f64>() < 0.0
        }
        _ => eliminate(*r, |_, _| ())[(D - 1, D - 1)] < 0.0,
    }
}

/// Eliminates the entries below the diagonal by turns of one axis toward a later one, says which, and
/// returns what is left: diag(1, …, 1, ±1) for an orthogonal matrix.
fn eliminate<const D: usize>(
    mut r: SMatrix<f64, D, D>,
    mut turned: impl FnMut((usize, usize), f64),
) -> SMatrix<f64, D, D> {
    for i in 0..D {
        for j in i + 1..D {
            let angle = r[(j, i)].atan2(r[(i, i)]);
            if angle == 0.0 {
                continue;
            }
            turned((i, j), angle);
            let back = Turn {
                plane: (i, j),
                angle: -angle,
            };
            r = back.matrix() * r;
        }
    }
    r
}

/// The rotation as one turn in a coordinate plane, or none at all, if it is that.
fn single<const D: usize>(r: &SMatrix<f64, D, D>, negligible: f64) -> Option<Option<Turn>> {
    let off = |i: usize, j: usize| {
        let expected = if i == j { 1.0 } else { 0.0 };
        (r[(i, j)] - expected).abs() > negligible
    };
    let moved: Vec<usize> = (0..D)
        .filter(|&i| (0..D).any(|j| off(i, j) || off(j, i)))
        .collect();
    match moved[..] {
        [] => Some(None),
        [i, j] => {
            let angle = (r[(j, i)] - r[(i, j)]).atan2(r[(i, i)] + r[(j, j)]);
            Some(Some(oriented::<D>(i, j, angle)))
        }
        _ => None,
    }
}

/// The turn of axis i toward axis j, in the orientation that the coordinates of the algebra use.
fn oriented<const D: usize>(i: usize, j: usize, angle: f64) -> Turn {
    if coordinate_planes::<D>().any(|plane| plane == (i, j)) {
        Turn {
            plane: (i, j),
            angle,
        }
    } else {
        let angle = if angle == PI { PI } else { -angle };
        Turn {
            plane: (j, i),
            angle,
        }
    }
}
