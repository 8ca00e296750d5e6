//! The symmetries of the square grid.

use nalgebra::SVector;

use crate::groups::{Cyclic, Dihedral, DihedralElement, Lattice, Semidirect};

/// The group p4 of shifts and quarter turns of the square grid: ℤ² ⋊ ℤ/4.
///
/// (t, h) moves the cell u to t + h u, where h turns counterclockwise about the cell (0, 0).
pub type P4 = Semidirect<Lattice<2>, Cyclic, fn(&u64, &SVector<i64, 2>) -> SVector<i64, 2>>;

/// The group p4m of shifts, quarter turns and mirrors of the square grid: ℤ² ⋊ D₄.
///
/// (t, h) moves the cell u to t + h u, where h turns counterclockwise about the cell (0, 0) or mirrors there.
pub type P4m =
    Semidirect<Lattice<2>, Dihedral, fn(&DihedralElement, &SVector<i64, 2>) -> SVector<i64, 2>>;

/// The group p4.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, signal::p4};
/// use nalgebra::vector;
/// let group = p4();
/// let turn = (vector![0, 0], 1);
/// assert_eq!(group.compose(&turn, &(vector![0, 1], 0)), (vector![-1, 0], 1));
/// ```
#[must_use]
pub fn p4() -> P4 {
    Semidirect::new(Lattice, Cyclic::FOUR, turned)
}

/// The group p4m.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::DihedralElement, signal::p4m};
/// use nalgebra::vector;
/// let group = p4m();
/// let mirror = (vector![0, 0], DihedralElement::reflection(0));
/// let step = (vector![0, 1], DihedralElement::turn(0));
/// assert_eq!(group.conjugate(&mirror, &step), (vector![0, -1], DihedralElement::turn(0)));
/// ```
#[must_use]
pub fn p4m() -> P4m {
    Semidirect::new(Lattice, Dihedral::SQUARE, moved)
}

/// The cell u turned by k quarters about the cell (0, 0), counterclockwise for rows that run downward.
pub(crate) fn turned(k: &u64, u: &SVector<i64, 2>) -> SVector<i64, 2> {
    let [row, column] = [u[0], u[1]];
    match k % 4 {
        0 => *u,
        1 => SVector::from([-column, row]),
        2 => SVector::from([-row, -column]),
        _ => SVector::from([column, -row]),
    }
}

/// The cell u turned and mirrored about the cell (0, 0).
pub(crate) fn moved(h: &DihedralElement, u: &SVector<i64, 2>) -> SVector<i64, 2> {
    let mirrored = if h.reflected {
        SVector::from([u[0], -u[1]])
    } else {
        *u
    };
    turned(&h.turns, &mirrored)
}
