//! The Laplacian pyramid.

use super::{Bands, GaussianPyramid, Levels, TooManyLevels, expanded};
use crate::groups::Sublattice;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::{Refusal, Signal, Signals};

/// The Laplacian pyramid: what each level of the [`GaussianPyramid`] has that the next, expanded again, has not; and the last
/// level.
///
/// ```text
/// b_l = g_l − expand(g_{l+1})      b_L = g_L
/// ```
///
/// A shift by a multiple k of 2ᴸ moves the band l by k/2ˡ. Nothing is lost: [`inverse`](LaplacianPyramid::inverse).
///
/// # Errors
///
/// A side that is no multiple of 2ᴸ.
///
/// # Complexity
///
/// O(n), both ways.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{LaplacianPyramid, Signal}};
/// let pyramid = LaplacianPyramid::new(2)?;
/// let x = Signal::from(vec![1.0, 5.0, 2.0, 0.0, 3.0, 3.0, 8.0, 1.0]);
/// let bands = pyramid.apply(&x)?;
/// assert_eq!(bands.iter().map(Signal::len).collect::<Vec<_>>(), [8, 4, 2]);
/// let again = pyramid.inverse(&bands)?;
/// assert!(again.values().iter().zip(x.values()).all(|(a, b)| (a - b).abs() < 1e-14));
/// Check::default().equivariant(&pyramid.equivariant::<1>())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// P. J. Burt and E. H. Adelson, “The Laplacian pyramid as a compact image code”, *IEEE Transactions on Communications*
/// 31 (1983).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaplacianPyramid {
    levels: Levels,
    gaussian: GaussianPyramid,
}

impl LaplacianPyramid {
    /// The pyramid with L halvings.
    ///
    /// # Errors
    ///
    /// [`TooManyLevels`], if they are more than 31.
    pub fn new(levels: u32) -> Result<Self, TooManyLevels> {
        Ok(LaplacianPyramid {
            levels: Levels::new(levels)?,
            gaussian: GaussianPyramid::new(levels)?,
        })
    }

    /// The bands, the finest first.
    ///
    /// # Errors
    ///
    /// [`Refusal::Indivisible`], if a side is no multiple of 2ᴸ.
    pub fn apply<const D: usize>(
        &self,
        x: &Signal<f64, D>,
    ) -> Result<Vec<Signal<f64, D>>, Refusal> {
        let mut bands = self.gaussian.apply(x)?;
        for level in 1..bands.len() {
            let coarse = expanded(&bands[level]);
            let fine = bands[level - 1].values_mut().iter_mut();
            for (value, &coarse) in fine.zip(coarse.values()) {
                *value -= coarse;
            }
        }
        Ok(bands)
    }

    /// The signal with these bands.
    ///
    /// # Errors
    ///
    /// [`Refusal::Empty`], if there is no band, and [`Refusal::Shape`], if one is not twice as long as the next.
    pub fn inverse<const D: usize>(
        &self,
        bands: &[Signal<f64, D>],
    ) -> Result<Signal<f64, D>, Refusal> {
        let (last, finer) = bands.split_last().ok_or(Refusal::Empty)?;
        let mut x = last.clone();
        for band in finer.iter().rev() {
            let coarse = expanded(&x);
            if coarse.shape() != band.shape() {
                return Err(Refusal::Shape {
                    found: band.shape().to_vec(),
                    needed: coarse.shape().to_vec(),
                });
            }
            let sums = coarse.values().iter().zip(band.values());
            x = Signal::of(band.shape(), sums.map(|(a, b)| a + b).collect());
        }
        Ok(x)
    }

    /// The map with its claim under shifts k by multiples of 2ᴸ: the band l moves by k/2ˡ.
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
