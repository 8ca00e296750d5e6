//! What a wavelet transform makes of a signal.

use crate::groups::Sublattice;
use crate::signal::{Refusal, Signal};
use nalgebra::ComplexField;

/// The bands of a signal: details of every level, and what remains, the approximation.
///
/// # Conventions
///
/// `details[j − 1]` are those of level j, the finest first. In one dimension a level has one band; in D dimensions
/// it has 2ᴰ − 1, and band b ≥ 1, at `details[j − 1][b − 1]`, is high-pass along the axes whose bits are set in b,
/// axis 0 the lowest. For an image these are cH (high-pass from row to row), cV and cD of PyWavelets, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition<T, const D: usize, U = T> {
    /// What remains after the last level.
    pub approximation: Signal<T, D>,
    /// The bands of each level.
    pub details: Vec<Vec<Signal<U, D>>>,
}

impl<T, const D: usize, U: ComplexField<RealField = f64>> Decomposition<T, D, U> {
    /// The energies Σ |d|² of the details of every level, which tell how much of a signal is of about one size.
    ///
    /// # Examples
    ///
    /// Of a stationary transform they are invariant to all shifts.
    ///
    /// ```
    /// use equivariant::{Check, EquivariantMap, groups::Lattice, sets::{Power, Reals}};
    /// use equivariant::signal::wavelet::{StationaryWaveletTransform, Wavelet};
    ///
    /// let transform = StationaryWaveletTransform::<1>::new(Wavelet::haar(), 2)?;
    /// let energies = transform.apply(&vec![1.0, -1.0, 1.0, -1.0].into()).energies();
    /// assert!((energies[0] - 8.0).abs() < 1e-14 && energies[1] == 0.0);
    ///
    /// let domain = *transform.equivariant().domain();
    /// let claim = EquivariantMap::invariant(Lattice, domain, Power::new(Reals::default()), |x| transform.apply(x).energies());
    /// Check::default().equivariant(&claim)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn energies(&self) -> Vec<f64> {
        let of_band = |band: &Signal<U, D>| -> f64 {
            let squares = band.values().iter().map(|d| d.clone().modulus_squared());
            squares.sum()
        };
        let of_level = |level: &Vec<Signal<U, D>>| level.iter().map(of_band).sum();
        self.details.iter().map(of_level).collect()
    }
}

impl<T, const D: usize, U> Decomposition<T, D, U> {
    /// The number of levels.
    #[must_use]
    pub fn levels(&self) -> usize {
        self.details.len()
    }

    /// The same with a function applied to every detail.
    #[must_use]
    pub fn map_details(mut self, f: impl Fn(&U) -> U) -> Self {
        for band in self.details.iter_mut().flatten() {
            for value in band.values_mut() {
                *value = f(value);
            }
        }
        self
    }

    /// That there are so many levels of so many bands, of these shapes, and an approximation of that.
    pub(super) fn fits(
        &self,
        levels: u32,
        bands: usize,
        shape_of_level: impl Fn(u32) -> [usize; D],
        approximation: [usize; D],
    ) -> Result<(), Refusal> {
        let is_whole = self.details.len() == levels as usize
            && self.details.iter().all(|level| level.len() == bands);
        if !is_whole {
            return Err(Refusal::Degenerate(
                "the decomposition has another number of levels or of bands than the transform makes",
            ));
        }
        let found = std::iter::once(self.approximation.shape())
            .chain(self.details.iter().flatten().map(Signal::shape));
        let needed = std::iter::once(approximation)
            .chain((1..=levels).flat_map(|j| std::iter::repeat_n(shape_of_level(j), bands)));
        for (found, needed) in found.zip(needed) {
            if found != needed {
                return Err(Refusal::Shape {
                    found: found.to_vec(),
                    needed: needed.to_vec(),
                });
            }
        }
        Ok(())
    }
}

/// More levels than 31.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::{StationaryWaveletTransform, Wavelet};
/// let error = StationaryWaveletTransform::<1>::new(Wavelet::haar(), 32).unwrap_err();
/// assert_eq!(error.to_string(), "a transform of 32 levels, where there may be 31");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a transform of {levels} levels, where there may be 31")]
pub struct TooManyLevels {
    /// The number that was asked for.
    pub levels: u32,
}

impl TooManyLevels {
    /// The shifts by multiples of 2ᴶ along every axis, if 2ᴶ fits.
    pub(super) fn unless<const D: usize>(levels: u32) -> Result<Sublattice<D>, Self> {
        let step = 1_u32.checked_shl(levels).unwrap_or(0);
        Sublattice::new([step; D]).map_err(|_| TooManyLevels { levels })
    }
}
