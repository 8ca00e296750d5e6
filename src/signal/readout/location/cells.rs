//! The cells of grids.

use nalgebra::SVector;

use crate::action::GSet;
use crate::groups::{Lattice, Sublattice};
use crate::set::Set;
use crate::signal::Signal;
use crate::signal::grid::periodic::residue;

/// A cell of a grid, with the shape of the grid.
///
/// # Examples
///
/// ```
/// use equivariant::signal::Cell;
/// let cell = Cell { shape: [4, 4], position: [0, 3] };
/// assert_eq!(cell.position, [0, 3]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell<const D: usize> {
    /// The sides of the grid.
    pub shape: [usize; D],
    /// The position in it.
    pub position: [usize; D],
}

/// The cells of all grids, moved by shifts around their grid: k·i = i + k modulo the sides.
///
/// # Conventions
///
/// The distance is the number of steps from cell to cell on the shortest way around; cells of grids of other shape are
/// infinitely far apart.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Lattice, signal::{Cell, Cells}};
/// use nalgebra::vector;
/// let corner = Cell { shape: [3, 4], position: [0, 0] };
/// let moved = GSet::<Lattice<2>>::act(&Cells::<2>, &vector![-1, 5], &corner);
/// assert_eq!(moved.position, [2, 1]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells<const D: usize>;

impl<const D: usize> Set for Cells<D> {
    type Element = Cell<D>;

    fn contains(&self, x: &Cell<D>) -> bool {
        x.position.iter().zip(x.shape).all(|(&i, side)| i < side)
    }

    fn distance(&self, x: &Cell<D>, y: &Cell<D>) -> f64 {
        if x.shape != y.shape {
            return f64::INFINITY;
        }
        let steps = |axis: usize| {
            let way = x.position[axis].abs_diff(y.position[axis]);
            way.min(x.shape[axis].abs_diff(way)) as f64
        };
        (0..D).map(steps).sum()
    }

    fn describe(&self, x: &Cell<D>) -> String {
        format!("{:?}", x.position)
    }
}

fn moved<const D: usize>(k: &SVector<i64, D>, x: &Cell<D>) -> Cell<D> {
    let position = std::array::from_fn(|axis| match x.shape[axis] {
        0 => x.position[axis], // there are no cells
        side => (x.position[axis] % side + residue(k[axis], side)) % side,
    });
    Cell { position, ..*x }
}

impl<const D: usize> GSet<Lattice<D>> for Cells<D> {
    fn act(&self, k: &SVector<i64, D>, x: &Cell<D>) -> Cell<D> {
        moved(k, x)
    }
}

impl<const D: usize> GSet<Sublattice<D>> for Cells<D> {
    fn act(&self, k: &SVector<i64, D>, x: &Cell<D>) -> Cell<D> {
        moved(k, x)
    }
}

impl<T, const D: usize> Signal<T, D> {
    /// The cell of a value with this place in the list.
    pub(crate) fn cell(&self, place: usize) -> Cell<D> {
        let (mut position, mut rest) = ([0; D], place);
        for axis in (0..D).rev() {
            position[axis] = rest % self.shape()[axis];
            rest /= self.shape()[axis];
        }
        Cell {
            shape: self.shape(),
            position,
        }
    }
}
