//! The Gaussian pyramid.

use super::{Bands, Levels, TooManyLevels, reduced};
use crate::groups::Sublattice;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::{Refusal, Signal, Signals};

/// The Gaussian pyramid: a signal, and L times its blurred half.
///
/// A shift by a multiple k of 2ᴸ moves the level l by k/2ˡ; other shifts move the lower levels by parts of cells, which no
/// map of them does.
///
/// # Conventions
///
/// Each level is the one before, blurred by (1, 4, 6, 4, 1)/16 along each axis, at every second cell, around the grid.
///
/// # Errors
///
/// A side that is no multiple of 2ᴸ.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{GaussianPyramid, Signal}};
/// let pyramid = GaussianPyramid::new(1)?;
/// let x = Signal::from(vec![0.0, 0.0, 16.0, 0.0]);
/// assert_eq!(pyramid.apply(&x)?[1].values(), [2.0, 6.0]); // goes around twice: 1 + 1
/// Check::default().equivariant(&pyramid.equivariant::<2>())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// P. J. Burt and E. H. Adelson, “The Laplacian pyramid as a compact image code”, *IEEE Transactions on Communications*
/// 31 (1983).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GaussianPyramid {
    levels: Levels,
}

impl GaussianPyramid {
    /// The pyramid with L halvings.
    ///
    /// # Errors
    ///
    /// [`TooManyLevels`], if they are more than 31.
    pub fn new(levels: u32) -> Result<Self, TooManyLevels> {
        Levels::new(levels).map(|levels| GaussianPyramid { levels })
    }

    /// The levels, the finest first.
    ///
    /// # Errors
    ///
    /// [`Refusal::Indivisible`], if a side is no multiple of 2ᴸ.
    pub fn apply<const D: usize>(
        &self,
        x: &Signal<f64, D>,
    ) -> Result<Vec<Signal<f64, D>>, Refusal> {
        self.levels.divide(x.shape())?;
        let mut levels = vec![x.clone()];
        for level in 0..self.levels.0 as usize {
            levels.push(reduced(&levels[level]));
        }
        Ok(levels)
    }

    /// The map with its claim under shifts k by multiples of 2ᴸ: the level l moves by k/2ˡ.
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Sublattice<D>,
        Signals<Reals, D>,
        Partial<Bands<Reals, D>, Refusal>,
        impl Fn(&Signal<f64, D>) -> Result<Vec<Signal<f64, D>>, Refusal>,
    > {
        EquivariantMap::new(
            self.levels.shifts(),
            Signals::default().divisible_by([self.levels.step() as usize; D]),
            Partial::new(Bands::new(Reals::default(), self.levels.0)),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}
