//! The symmetries of the square grid.

use std::fmt::Debug;

use nalgebra::SVector;

use crate::group::{Generated, Group};
use crate::groups::{Cyclic, Dihedral, DihedralElement, Lattice};
use crate::law::{Diagnosis, Violation};
use crate::set::{FiniteSet, forward_set};

/// A finite group that turns and mirrors the cells of the square grid about the cell (0, 0).
///
/// It is the group ℤ/4 of the quarter turns, [`Cyclic`], or D₄, [`Dihedral`].
///
/// # Examples
///
/// ```
/// use equivariant::{groups::{Cyclic, Dihedral}, signal::PointGroup};
/// use nalgebra::vector;
/// assert_eq!((Cyclic::list().len(), Dihedral::list().len()), (4, 8));
/// assert_eq!(Cyclic::moved(&1, &vector![0, 1]), vector![-1, 0]); // from the right to above
/// ```
pub trait PointGroup: Group + Generated + FiniteSet + Copy + Debug + PartialEq {
    /// The group.
    fn whole() -> Self;

    /// The cell h u.
    fn moved(h: &Self::Element, u: &SVector<i64, 2>) -> SVector<i64, 2>;

    /// The elements of the group; one is known by its place in this list.
    #[must_use]
    fn list() -> Vec<Self::Element> {
        Self::whole().elements().collect()
    }
}

impl PointGroup for Cyclic {
    fn whole() -> Self {
        Cyclic::FOUR
    }

    /// Turned counterclockwise, for rows that run downward.
    fn moved(h: &u64, u: &SVector<i64, 2>) -> SVector<i64, 2> {
        let [row, column] = [u[0], u[1]];
        match h % 4 {
            0 => *u,
            1 => SVector::from([-column, row]),
            2 => SVector::from([-row, -column]),
            _ => SVector::from([column, -row]),
        }
    }
}

impl PointGroup for Dihedral {
    fn whole() -> Self {
        Dihedral::SQUARE
    }

    fn moved(h: &DihedralElement, u: &SVector<i64, 2>) -> SVector<i64, 2> {
        let mirrored = if h.reflected {
            SVector::from([u[0], -u[1]])
        } else {
            *u
        };
        Cyclic::moved(&h.turns, &mirrored)
    }
}

/// The group ℤ² ⋊ H of shifts and of the symmetries H of the square grid.
///
/// # Conventions
///
/// (t, h) moves the cell u to t + h u, where h turns and mirrors about the cell (0, 0). So
/// (t, h)·(s, k) = (t + h s, h k).
///
/// # Panics
///
/// If a sum does not fit into an `i64`.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, signal::p4};
/// use nalgebra::vector;
/// let turn = (vector![0, 0], 1);
/// assert_eq!(p4().compose(&turn, &(vector![0, 1], 0)), (vector![-1, 0], 1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaneGroup<H> {
    parts: (Lattice<2>, H),
}

/// The group p4 of shifts and quarter turns of the square grid: ℤ² ⋊ ℤ/4.
pub type P4 = PlaneGroup<Cyclic>;

/// The group p4m of shifts, quarter turns and mirrors of the square grid: ℤ² ⋊ D₄.
pub type P4m = PlaneGroup<Dihedral>;

/// The group p4.
///
/// # Examples
///
/// ```
/// use equivariant::{Generated, signal::p4};
/// assert_eq!(p4().generators().len(), 3); // two shifts and a turn
/// ```
#[must_use]
pub fn p4() -> P4 {
    PlaneGroup::default()
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
    PlaneGroup::default()
}

impl<H: PointGroup> Default for PlaneGroup<H> {
    fn default() -> Self {
        PlaneGroup {
            parts: (Lattice, H::whole()),
        }
    }
}

forward_set! { [H: PointGroup] PlaneGroup<H> : (Lattice<2>, H), |this| this.parts; }

impl<H: PointGroup> Group for PlaneGroup<H> {
    fn identity(&self) -> Self::Element {
        self.parts.identity()
    }

    fn compose(&self, (t, h): &Self::Element, (s, k): &Self::Element) -> Self::Element {
        (
            Lattice.compose(t, &H::moved(h, s)),
            self.parts.1.compose(h, k),
        )
    }

    fn inverse(&self, (t, h): &Self::Element) -> Self::Element {
        let back = self.parts.1.inverse(h);
        (H::moved(&back, &Lattice.inverse(t)), back)
    }

    fn factors(&self, g: &Self::Element) -> Vec<Self::Element> {
        self.parts.factors(g)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<H: PointGroup> Generated for PlaneGroup<H> {
    fn generators(&self) -> Vec<Self::Element> {
        self.parts.generators()
    }
}

#[cfg(feature = "proptest")]
impl<H> crate::strategy::Sampled for PlaneGroup<H>
where
    H: PointGroup + crate::strategy::Sampled<Element: 'static> + 'static,
{
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<Self::Element> {
        self.parts.strategy()
    }

    fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
        self.parts.simpler(x)
    }

    fn corners(&self) -> Vec<Self::Element> {
        self.parts.corners()
    }

    fn drawn(&self) -> String {
        self.parts.drawn()
    }
}

/// That a dihedral group is that of the square, whose symmetries this has.
pub(crate) fn of_square(group: &Dihedral, this: &str) -> Result<(), Violation> {
    match group.vertices() {
        4 => Ok(()),
        vertices => Err(
            Violation::new("of_square", Diagnosis::OutsideDomain).remark(
                "group",
                format!("the symmetries of {vertices} vertices; {this} has those of a square, 4"),
            ),
        ),
    }
}
