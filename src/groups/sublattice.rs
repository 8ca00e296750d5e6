//! The lattice of multiples.

use nalgebra::SVector;

use super::Lattice;
use crate::group::{Abelian, Generated, Group};
use crate::set::forward_set;

/// The subgroup s₁ℤ × … × s_Dℤ of the lattice ℤᴰ: translations of a grid by whole blocks of cells.
///
/// What looks at a signal in steps of s moves along with it only if the signal moves by multiples of s.
///
/// # Panics
///
/// If a sum does not fit into an `i64`.
///
/// # Examples
///
/// ```
/// use equivariant::{Generated, Set, groups::Sublattice};
/// use nalgebra::vector;
/// let even_rows = Sublattice::new([2, 1])?;
/// assert!(even_rows.contains(&vector![4, -3]) && !even_rows.contains(&vector![1, 0]));
/// assert_eq!(even_rows.generators(), [vector![2, 0], vector![0, 1]]);
/// # Ok::<(), equivariant::groups::ZeroStep>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sublattice<const D: usize> {
    steps: [u32; D],
}

/// A step of 0 along an axis: the multiples of 0 are 0 alone, and cannot be divided by it.
///
/// # Examples
///
/// ```
/// use equivariant::groups::Sublattice;
/// let error = Sublattice::new([2, 0]).unwrap_err();
/// assert_eq!(error.to_string(), "the step along axis 1 is 0");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the step along axis {axis} is 0")]
pub struct ZeroStep {
    /// The axis, counted from 0.
    pub axis: usize,
}

impl<const D: usize> Sublattice<D> {
    /// The multiples of these steps, one for each axis.
    ///
    /// # Errors
    ///
    /// [`ZeroStep`], if one of them is 0.
    pub fn new(steps: [u32; D]) -> Result<Self, ZeroStep> {
        match steps.iter().position(|&step| step == 0) {
            Some(axis) => Err(ZeroStep { axis }),
            None => Ok(Sublattice { steps }),
        }
    }

    /// The multiples of 2ˡ along each axis, for l up to 31.
    #[cfg(feature = "signal")]
    pub(crate) fn of_halvings(levels: u32) -> Self {
        Sublattice {
            steps: [1 << levels.min(31); D],
        }
    }

    /// The steps.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Sublattice;
    /// assert_eq!(Sublattice::new([2, 3])?.steps(), [2, 3]);
    /// # Ok::<(), equivariant::groups::ZeroStep>(())
    /// ```
    #[must_use]
    pub const fn steps(&self) -> [u32; D] {
        self.steps
    }

    /// The sum of so many steps.
    pub(crate) fn multiple(&self, steps: &SVector<i64, D>) -> SVector<i64, D> {
        SVector::from_fn(|axis, _| steps[axis] * i64::from(self.steps[axis]))
    }

    /// The multiple before a vector, toward 0.
    #[cfg(feature = "proptest")]
    pub(crate) fn rounded(&self, x: &SVector<i64, D>) -> SVector<i64, D> {
        self.multiple(&self.steps_of(x))
    }

    /// The vector of whole steps.
    pub(crate) fn steps_of(&self, g: &SVector<i64, D>) -> SVector<i64, D> {
        SVector::from_fn(|axis, _| g[axis] / i64::from(self.steps[axis]))
    }
}

forward_set! {
    [const D: usize] Sublattice<D> : Lattice<D>, |_this| Lattice::<D>,
        where |x| x.iter().zip(_this.steps).all(|(x, step)| x % i64::from(step) == 0);
}

impl<const D: usize> Group for Sublattice<D> {
    #[inline]
    fn identity(&self) -> SVector<i64, D> {
        SVector::zeros()
    }

    #[inline]
    fn compose(&self, g: &SVector<i64, D>, h: &SVector<i64, D>) -> SVector<i64, D> {
        Lattice.compose(g, h)
    }

    #[inline]
    fn inverse(&self, g: &SVector<i64, D>) -> SVector<i64, D> {
        Lattice.inverse(g)
    }

    /// The parts of the vector of whole steps.
    fn factors(&self, g: &SVector<i64, D>) -> Vec<SVector<i64, D>> {
        let parts = Lattice.factors(&self.steps_of(g)).into_iter();
        parts.map(|part| self.multiple(&part)).collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize> Abelian for Sublattice<D> {}

impl<const D: usize> Generated for Sublattice<D> {
    fn generators(&self) -> Vec<SVector<i64, D>> {
        let along = |axis: usize, i: usize| if i == axis { self.steps[axis] } else { 0 };
        (0..D)
            .map(|axis| SVector::from_fn(|i, _| i64::from(along(axis, i))))
            .collect()
    }
}
