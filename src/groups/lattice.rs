//! The lattice of integer vectors.

use nalgebra::SVector;

use super::integers::{halves, negative, sum};
use crate::group::{Abelian, Generated, Group};
use crate::set::Set;

/// The group ℤᴰ of integer vectors under addition: translations of a grid by whole cells.
///
/// # Conventions
///
/// The distance is the length Σ |xᵢ − yᵢ| of the shortest word in the generators, the unit vectors.
///
/// # Panics
///
/// If a sum does not fit into an `i64`.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::Lattice};
/// use nalgebra::vector;
/// assert_eq!(Lattice::<2>.compose(&vector![1, 2], &vector![3, -4]), vector![4, -2]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lattice<const D: usize>;

impl<const D: usize> Set for Lattice<D> {
    type Element = SVector<i64, D>;

    #[inline]
    fn contains(&self, _x: &SVector<i64, D>) -> bool {
        true
    }

    fn distance(&self, x: &SVector<i64, D>, y: &SVector<i64, D>) -> f64 {
        x.iter().zip(y).map(|(x, y)| x.abs_diff(*y) as f64).sum()
    }

    fn describe(&self, x: &SVector<i64, D>) -> String {
        let coordinates: Vec<String> = x.iter().map(i64::to_string).collect();
        format!("({})", coordinates.join(", "))
    }
}

impl<const D: usize> Group for Lattice<D> {
    #[inline]
    fn identity(&self) -> SVector<i64, D> {
        SVector::zeros()
    }

    #[inline]
    fn compose(&self, g: &SVector<i64, D>, h: &SVector<i64, D>) -> SVector<i64, D> {
        g.zip_map(h, sum)
    }

    #[inline]
    fn inverse(&self, g: &SVector<i64, D>) -> SVector<i64, D> {
        g.map(negative)
    }

    /// Two halves of the step along each axis, down to unit vectors.
    fn factors(&self, g: &SVector<i64, D>) -> Vec<SVector<i64, D>> {
        let along = |axis, step| SVector::from_fn(|i, _| if i == axis { step } else { 0 });
        (0..D)
            .flat_map(|axis| {
                halves(g[axis])
                    .into_iter()
                    .map(move |step| along(axis, step))
            })
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize> Abelian for Lattice<D> {}

impl<const D: usize> Generated for Lattice<D> {
    fn generators(&self) -> Vec<SVector<i64, D>> {
        (0..D)
            .map(|axis| SVector::from_fn(|i, _| i64::from(i == axis)))
            .collect()
    }
}
