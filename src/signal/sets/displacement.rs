//! Displacements around a grid, between its cells.

use nalgebra::SVector;

use crate::action::GSet;
use crate::groups::Lattice;
use crate::set::{Set, Tolerance};
use crate::sets::Points;

/// The places on a grid that closes up at its ends, and between its cells: ℝ/n₁ℤ × … × ℝ/n_Dℤ, moved by shifts of
/// whole cells.
///
/// # Conventions
///
/// Every vector of finite numbers belongs; those that differ by whole sides are the same. An action gives
/// the one from −n/2 to n/2. The distance is the length of the shortest way around.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::Lattice, signal::Displacements};
/// use nalgebra::vector;
/// let places = Displacements::new([10]);
/// assert_eq!(places.distance(&vector![4.5], &vector![-5.0]), 0.5);
/// assert_eq!(GSet::<Lattice<1>>::act(&places, &vector![7], &vector![0.25]), vector![-2.75]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Displacements<const D: usize> {
    shape: [usize; D],
}

impl<const D: usize> Displacements<D> {
    /// The places on a grid of this shape.
    #[must_use]
    pub const fn new(shape: [usize; D]) -> Self {
        Displacements { shape }
    }

    /// The same place from −n/2 to n/2.
    #[must_use]
    pub fn wrapped(&self, u: &SVector<f64, D>) -> SVector<f64, D> {
        SVector::from_fn(|axis, _| {
            let n = self.shape[axis] as f64;
            u[axis] - n * (u[axis] / n).round()
        })
    }

    /// The largest side.
    fn largest_side(&self) -> f64 {
        self.shape.iter().copied().max().unwrap_or(0) as f64
    }
}

impl<const D: usize> Set for Displacements<D> {
    type Element = SVector<f64, D>;

    fn contains(&self, u: &SVector<f64, D>) -> bool {
        u.iter().all(|coordinate| coordinate.is_finite())
    }

    fn distance(&self, u: &SVector<f64, D>, v: &SVector<f64, D>) -> f64 {
        self.wrapped(&(u - v)).norm()
    }

    fn magnitude(&self, u: &SVector<f64, D>) -> f64 {
        u.norm().max(self.largest_side())
    }

    fn tolerance(&self) -> Tolerance {
        Points::<D>::default().tolerance()
    }

    fn nudge(&self, u: &SVector<f64, D>, reach: f64, direction: u64) -> Option<SVector<f64, D>> {
        Points::<D>::default()
            .nudge(&(*u).into(), reach, direction)
            .map(|point| point.coords)
    }

    fn describe(&self, u: &SVector<f64, D>) -> String {
        format!("{:?}", u.as_slice())
    }
}

impl<const D: usize> GSet<Lattice<D>> for Displacements<D> {
    fn act(&self, k: &SVector<i64, D>, u: &SVector<f64, D>) -> SVector<f64, D> {
        // whole sides first, so that no digits are lost
        let whole = SVector::from_fn(|axis, _| {
            let n = (self.shape[axis] as i64).max(1);
            k[axis].rem_euclid(n) as f64
        });
        self.wrapped(&(u + whole))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
