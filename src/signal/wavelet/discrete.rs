//! The discrete wavelet transform of periodic signals.

use super::level::{analysed, synthesised};
use super::{Bands, Decomposition, TooManyLevels, Wavelet};
use crate::groups::Sublattice;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::{Refusal, Signal, Signals};

/// The discrete wavelet transform of periodic signals, of J levels.
///
/// Equivariant along 2ᴶℤᴰ, and along no larger group of shifts: the bands of level j are sampled every 2ʲ cells.
/// What is to be so for all shifts is the [`StationaryWaveletTransform`](super::StationaryWaveletTransform).
///
/// # Laws
///
/// ```text
/// equivariant    W(2ᴶk · x)    ~  (2ᴶ⁻¹k · d₁, …, k · d_J, k · a_J)
/// inverse        W⁻¹(W(x))     ~  x
/// isometric      |W(x)|        ~  |x|
/// ```
///
/// # Conventions
///
/// From level to level, with a₀ = x and F the length of the filters h and g of the wavelet,
///
/// ```text
/// aⱼ[i] = Σ h[m] aⱼ₋₁[2i + F/2 − m]     dⱼ[i] = Σ g[m] aⱼ₋₁[2i + F/2 − m]
/// ```
///
/// around the grid, along one axis after the other. It is `wavedec` and `wavedec2` of PyWavelets with the mode
/// "periodization", except that a side that cannot be halved J times is refused: PyWavelets repeats the last value
/// then, and what comes out is no longer moved by any shift.
///
/// # Complexity
///
/// O(n F) for n cells.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Signal, wavelet::{DiscreteWaveletTransform, Wavelet}}};
///
/// let transform = DiscreteWaveletTransform::<1>::new(Wavelet::haar(), 1)?;
/// let y = transform.apply(&vec![1.0, 3.0, 5.0, 5.0].into())?;
/// let halves = |band: &Signal<f64, 1>| band.map(|value| (value * 2_f64.sqrt()).round()).into_values();
/// assert_eq!(halves(&y.approximation), [4.0, 10.0]);
/// assert_eq!(halves(&y.details[0][0]), [-2.0, 0.0]);
/// Check::default().equivariant(&transform.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// S. Mallat, *A Wavelet Tour of Signal Processing* (Academic Press, third edition, 2009), chapter 7.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscreteWaveletTransform<const D: usize> {
    wavelet: Wavelet,
    levels: u32,
    shifts: Sublattice<D>,
}

impl<const D: usize> DiscreteWaveletTransform<D> {
    /// The transform with this wavelet and so many levels J.
    ///
    /// # Errors
    ///
    /// [`TooManyLevels`], if J > 31.
    pub fn new(wavelet: Wavelet, levels: u32) -> Result<Self, TooManyLevels> {
        Ok(DiscreteWaveletTransform {
            wavelet,
            levels,
            shifts: TooManyLevels::unless(levels)?,
        })
    }

    /// The number 2ᴶ, of which the sides have to be multiples.
    #[must_use]
    pub fn step(&self) -> u32 {
        1 << self.levels
    }

    /// The bands of a signal.
    ///
    /// # Errors
    ///
    /// [`Refusal::Indivisible`], if a side is no multiple of 2ᴶ.
    pub fn apply(&self, x: &Signal<f64, D>) -> Result<Decomposition<f64, D>, Refusal> {
        divisible(x.shape(), self.step())?;
        let mut details = Vec::new();
        let mut approximation = x.clone();
        for _ in 0..self.levels {
            let (low, high) = analysed(approximation, |_| self.wavelet.filters());
            approximation = low;
            details.push(high);
        }
        Ok(Decomposition {
            approximation,
            details,
        })
    }

    /// The signal whose bands these are.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the bands do not belong together; [`Refusal::Degenerate`], if their number is not
    /// that of the transform.
    pub fn inverse(&self, y: &Decomposition<f64, D>) -> Result<Signal<f64, D>, Refusal> {
        let smallest = y.approximation.shape();
        multiplicable(smallest, self.step())?;
        let of_level = |level: u32| smallest.map(|side| side << (self.levels - level));
        y.fits(self.levels, (1 << D) - 1, of_level, smallest)?;
        let mut approximation = y.approximation.clone();
        for details in y.details.iter().rev() {
            let details: Vec<&[f64]> = details.iter().map(Signal::values).collect();
            approximation = synthesised(&approximation, &details, |_| self.wavelet.filters());
        }
        Ok(approximation)
    }

    /// The transform as a map along 2ᴶℤᴰ, on signals whose sides are multiples of 2ᴶ: each band moves by its own φ.
    #[must_use]
    pub fn equivariant(
        &self,
    ) -> EquivariantMap<
        Sublattice<D>,
        Signals<Reals, D>,
        Partial<Bands<Reals, Reals, D>, Refusal>,
        impl Fn(&Signal<f64, D>) -> Result<Decomposition<f64, D>, Refusal> + use<D>,
    > {
        let step = self.step();
        let domain = Signals::default().divisible_by([step as usize; D]);
        let bands = Bands::decimated(Reals::default(), Reals::default(), self.levels);
        let transform = self.clone();
        EquivariantMap::new(
            self.shifts,
            domain,
            Partial::new(bands),
            move |x: &Signal<f64, D>| transform.apply(x),
        )
    }
}

/// That all sides are multiples of a number.
pub(super) fn divisible<const D: usize>(shape: [usize; D], divisor: u32) -> Result<(), Refusal> {
    let divisor = divisor as usize;
    match shape.iter().position(|side| !side.is_multiple_of(divisor)) {
        None => Ok(()),
        Some(axis) => Err(Refusal::Indivisible {
            axis,
            side: shape[axis],
            divisor,
        }),
    }
}

/// That all sides times a number are numbers still, which those of signals with cells are.
pub(super) fn multiplicable<const D: usize>(shape: [usize; D], factor: u32) -> Result<(), Refusal> {
    let fits = |side: usize| side.checked_mul(factor as usize).is_some();
    if shape.into_iter().all(fits) {
        Ok(())
    } else {
        Err(Refusal::Degenerate(
            "the sides of the signal would be too long to be numbers",
        ))
    }
}
