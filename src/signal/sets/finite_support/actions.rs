//! Shifts, turns and mirrors of signals of finite support.

use nalgebra::SVector;
use num_traits::Zero;

use super::{FiniteSupport, FiniteSupports};
use crate::action::GSet;
use crate::groups::{Dihedral, DihedralElement, Lattice, Sublattice};
use crate::law::Violation;
use crate::set::Set;
use crate::signal::sets::plane_group::of_square;
use crate::signal::{PlaneGroup, PointGroup};

impl<V: Set, const D: usize> GSet<Lattice<D>> for FiniteSupports<V, D>
where
    V::Element: Zero,
{
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        x.shifted((*k).into())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<V: Set, const D: usize> GSet<Sublattice<D>> for FiniteSupports<V, D>
where
    V::Element: Zero,
{
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        x.shifted((*k).into())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// (h·x)\[h u\] = x\[u\]
fn turned<T: Clone + Zero, H: PointGroup>(
    h: &H::Element,
    x: &FiniteSupport<T, 2>,
) -> FiniteSupport<T, 2> {
    let [rows, columns] = x.values.shape();
    if rows == 0 || columns == 0 {
        return x.clone();
    }
    // the box with its first cell at 0, and where its corners come to be
    let last = SVector::from([rows as i64 - 1, columns as i64 - 1]);
    let corner = H::moved(h, &last);
    let first = corner.map(|i| i.min(0));
    let sides = corner.map(|i| i.unsigned_abs() as usize + 1);
    let back = H::whole().inverse(h);
    let values = x.values.gathered(sides.into(), |[row, column]| {
        let u = H::moved(&back, &(SVector::from([row as i64, column as i64]) + first));
        [u[0] as usize, u[1] as usize]
    });
    // the matrix of h has one entry in each row: no sum can be too large
    let [row, column] = x.origin;
    let by_matrix = |unit: [i64; 2]| H::moved(h, &SVector::from(unit));
    let (of_rows, of_columns) = (by_matrix([1, 0]), by_matrix([0, 1]));
    let origin = std::array::from_fn(|axis| {
        let along_rows = of_rows[axis].wrapping_mul(row);
        let along_columns = of_columns[axis].wrapping_mul(column);
        first[axis]
            .wrapping_add(along_rows)
            .wrapping_add(along_columns)
    });
    FiniteSupport { origin, values }
}

impl<V: Set, H: PointGroup> GSet<PlaneGroup<H>> for FiniteSupports<V, 2>
where
    V::Element: Zero,
{
    fn act(&self, (k, h): &(SVector<i64, 2>, H::Element), x: &Self::Element) -> Self::Element {
        turned::<_, H>(h, x).shifted((*k).into())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<V: Set> GSet<Dihedral> for FiniteSupports<V, 2>
where
    V::Element: Zero,
{
    fn act(&self, h: &DihedralElement, x: &Self::Element) -> Self::Element {
        turned::<_, Dihedral>(h, x)
    }

    fn premises(
        &self,
        group: &Dihedral,
        _g: &DihedralElement,
        _h: &DihedralElement,
    ) -> Result<(), Violation> {
        of_square(group, "the lattice")
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
