//! What moves signals: shifts, turns and mirrors of the grid, and what moves the values.

use crate::action::GSet;
use crate::group::Group;
use crate::groups::{
    AffineLine, Cyclic, Dihedral, DihedralElement, Lattice, NonzeroReals, PositiveReals,
    SignedAffineLine, Sublattice,
};
use crate::law::{Diagnosis, Violation};
use crate::set::Set;
use crate::signal::grid::periodic::residue;
use crate::signal::sets::plane_group::of_square;
use crate::signal::{PlaneGroup, PointGroup, Signal, Signals};
use nalgebra::SVector;

impl<V: Set, const D: usize> GSet<Lattice<D>> for Signals<V, D> {
    #[inline]
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        x.shifted((*k).into())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<V: Set, const D: usize> GSet<Sublattice<D>> for Signals<V, D> {
    #[inline]
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        x.shifted((*k).into())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// That the signals are as long as the order of the group.
fn of_length<V: Set, const D: usize>(set: &Signals<V, D>, order: u64) -> Result<(), Violation> {
    let is_length = usize::try_from(order).is_ok_and(|n| set.has_shape([n; D]));
    if is_length {
        return Ok(());
    }
    Err(Violation::new("of_length", Diagnosis::OutsideDomain).remark(
        "set",
        format!("signals of other lengths than the order {order} of the group: say `of_shape([{order}])`"),
    ))
}

impl<V: Set> GSet<Cyclic> for Signals<V, 1> {
    #[inline]
    fn act(&self, k: &u64, x: &Self::Element) -> Self::Element {
        // a residue of ℤ/n is the shift by as many
        let by = k % (x.len() as u64).max(1);
        x.shifted([by as i64])
    }

    fn premises(&self, group: &Cyclic, _g: &u64, _h: &u64) -> Result<(), Violation> {
        of_length(self, group.order())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<V: Set> GSet<Dihedral> for Signals<V, 1> {
    /// (g·x)\[j\] = x\[i\] with g·i = j: i = j − k, or i = k − j for a reflection.
    fn act(&self, g: &DihedralElement, x: &Self::Element) -> Self::Element {
        let n = x.len();
        let k = (g.turns % (n as u64).max(1)) as usize;
        if g.reflected {
            x.gathered([n], |[j]| [(k + n - j) % n])
        } else {
            x.shifted([k as i64])
        }
    }

    fn premises(
        &self,
        group: &Dihedral,
        _g: &DihedralElement,
        _h: &DihedralElement,
    ) -> Result<(), Violation> {
        of_length(self, group.vertices())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<V: Set> GSet<Dihedral> for Signals<V, 2> {
    /// Turns and mirrors about the centre.
    fn act(&self, g: &DihedralElement, x: &Self::Element) -> Self::Element {
        let [height, width] = x.shape();
        // where a cell of the result was before the turn, and before the mirror
        let mirrored = |[row, column]: [usize; 2]| {
            if g.reflected {
                [row, width - 1 - column]
            } else {
                [row, column]
            }
        };
        match g.turns % 4 {
            0 => x.gathered([height, width], mirrored),
            1 => x.gathered([width, height], |[r, c]| mirrored([c, width - 1 - r])),
            2 => x.gathered([height, width], |[r, c]| {
                mirrored([height - 1 - r, width - 1 - c])
            }),
            _ => x.gathered([width, height], |[r, c]| mirrored([height - 1 - c, r])),
        }
    }

    fn premises(
        &self,
        group: &Dihedral,
        _g: &DihedralElement,
        _h: &DihedralElement,
    ) -> Result<(), Violation> {
        of_square(group, "an image")
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// (g·x)[u] = x[g⁻¹ u] on a square image that closes up at its ends.
fn moved_around<T: Clone>(
    x: &Signal<T, 2>,
    shift: &SVector<i64, 2>,
    before: impl Fn(SVector<i64, 2>) -> SVector<i64, 2>,
) -> Signal<T, 2> {
    let [height, width] = x.shape();
    // the shift first, as residues, so that nothing overflows
    let shift = [residue(shift[0], height), residue(shift[1], width)];
    x.gathered([height, width], |[row, column]| {
        let u = [
            (row + height - shift[0]) as i64,
            (column + width - shift[1]) as i64,
        ];
        let v = before(SVector::from(u));
        [residue(v[0], height), residue(v[1], width)]
    })
}

/// That all images are square.
fn square<V: Set>(set: &Signals<V, 2>) -> Result<(), Violation> {
    if set.has_equal_sides() {
        return Ok(());
    }
    Err(Violation::new("square", Diagnosis::OutsideDomain).remark(
        "set",
        "images that are not square cannot be turned about a cell: say `cubic()`",
    ))
}

impl<V: Set, H: PointGroup> GSet<PlaneGroup<H>> for Signals<V, 2> {
    fn act(&self, (t, h): &(SVector<i64, 2>, H::Element), x: &Self::Element) -> Self::Element {
        if x.is_empty() {
            return x.clone();
        }
        let back = H::whole().inverse(h);
        moved_around(x, t, |u| H::moved(&back, &u))
    }

    fn premises(
        &self,
        _group: &PlaneGroup<H>,
        _g: &(SVector<i64, 2>, H::Element),
        _h: &(SVector<i64, 2>, H::Element),
    ) -> Result<(), Violation> {
        square(self)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// Groups that act on values act on signals value by value.
macro_rules! on_values {
    ($($group:ty),*) => {$(
        impl<V: GSet<$group>, const D: usize> GSet<$group> for Signals<V, D> {
            fn act(&self, g: &<$group as Set>::Element, x: &Self::Element) -> Self::Element {
                x.map(|value| self.inner().act(g, value))
            }

            fn act_inverse(&self, group: &$group, g: &<$group as Set>::Element, x: &Self::Element) -> Self::Element {
                x.map(|value| self.inner().act_inverse(group, g, value))
            }

            fn premises(&self, group: &$group, g: &<$group as Set>::Element, h: &<$group as Set>::Element) -> Result<(), Violation> {
                self.inner().premises(group, g, h)
            }

            fn lawful_by_construction(&self) -> bool {
                self.inner().lawful_by_construction()
            }
        }
    )*};
}

on_values!(PositiveReals, NonzeroReals, AffineLine, SignedAffineLine);

/// Shifts together with what acts on the values.
impl<V: GSet<H>, H: Group, const D: usize> GSet<(Lattice<D>, H)> for Signals<V, D> {
    fn act(&self, (k, h): &(SVector<i64, D>, H::Element), x: &Self::Element) -> Self::Element {
        x.shifted((*k).into())
            .map(|value| self.inner().act(h, value))
    }

    fn lawful_by_construction(&self) -> bool {
        self.inner().lawful_by_construction()
    }
}
