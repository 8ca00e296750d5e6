//! Denoising that is equivariant to all shifts.

use super::{StationaryWaveletTransform, Threshold};
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Signal, Signals};

/// The denoiser that applies a threshold to the details of a stationary wavelet transform.
///
/// It is [`CycleSpinning`](super::CycleSpinning) of the same with the discrete transform, over all 2ᴶᴰ shifts, at the
/// cost of about one of them for every level: the stationary transform holds the bands of all shifts, and its
/// inverse takes the mean of theirs.
///
/// # Laws
///
/// ```text
/// equivariant    f(k · x)  ~  k · f(x)
/// ```
///
/// # Complexity
///
/// O(n F J 2ᴰ) for n cells and filters of length F.
///
/// # Examples
///
/// ```
/// use equivariant::Check;
/// use equivariant::signal::wavelet::{StationaryWaveletTransform, Threshold, TranslationInvariantDenoiser, Wavelet};
///
/// let transform = StationaryWaveletTransform::<1>::new(Wavelet::haar(), 2)?;
/// let denoiser = TranslationInvariantDenoiser::new(transform, Threshold::hard(1.0)?);
/// let x = vec![0.1, -0.1, 0.0, 0.2, 5.0, 4.9, 5.1, 5.0];
/// let smooth = denoiser.apply(&x.into());
/// assert!((smooth.values()[1] - smooth.values()[2]).abs() < 0.05);
/// Check::default().equivariant(&denoiser.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// R. R. Coifman and D. L. Donoho, *Translation-invariant de-noising* (in *Wavelets and Statistics*, Springer, 1995).
#[derive(Clone, Debug, PartialEq)]
pub struct TranslationInvariantDenoiser<const D: usize> {
    transform: StationaryWaveletTransform<D>,
    threshold: Threshold,
}

impl<const D: usize> TranslationInvariantDenoiser<D> {
    /// The denoiser with this transform and this threshold.
    #[must_use]
    pub fn new(transform: StationaryWaveletTransform<D>, threshold: Threshold) -> Self {
        TranslationInvariantDenoiser {
            transform,
            threshold,
        }
    }

    /// The signal of smaller details.
    #[must_use]
    pub fn apply(&self, x: &Signal<f64, D>) -> Signal<f64, D> {
        let bands = self.transform.apply(x);
        let bands = bands.map_details(|&value| self.threshold.apply(value));
        self.transform.averaged(&bands)
    }

    /// The denoiser as a map along ℤᴰ.
    #[must_use]
    pub fn equivariant(
        &self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Signals<Reals, D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D> + use<D>,
    > {
        let denoiser = self.clone();
        EquivariantMap::new(
            Lattice,
            Signals::default(),
            Signals::default(),
            move |x: &Signal<f64, D>| denoiser.apply(x),
        )
    }
}
