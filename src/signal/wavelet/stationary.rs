//! The stationary wavelet transform of periodic signals.

use super::correlation::{Lines, Tap};
use super::{Bands, Decomposition, TooManyLevels, Wavelet};
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Refusal, Signal, Signals};

/// The stationary wavelet transform of periodic signals, undecimated or *à trous*, of J levels.
///
/// Equivariant along all of ℤᴰ, at the price of redundancy: every band has as many cells as the signal.
///
/// # Laws
///
/// ```text
/// equivariant    W(k · x)     ~  (k · d₁, …, k · d_J, k · a_J)
/// inverse        W⁻¹(W(x))    ~  x
/// averaged       W⁻¹          =  the mean of the inverses of the 2ᴶ discrete transforms that W consists of
/// ```
///
/// # Conventions
///
/// From level to level, with a₀ = x and F the length of the filters h and g of the wavelet,
///
/// ```text
/// aⱼ[i] = Σ h[m] aⱼ₋₁[i + (F/2 − m) 2ʲ⁻¹]     dⱼ[i] = Σ g[m] aⱼ₋₁[i + (F/2 − m) 2ʲ⁻¹]
/// ```
///
/// around the grid, along one axis after the other. It is `swt` and `swt2` of PyWavelets, and its inverse `iswt` and
/// `iswt2`; but where those refuse a side that cannot be halved J times, here every side will do. At every 2ʲth
/// cell stands the [`DiscreteWaveletTransform`](super::DiscreteWaveletTransform).
///
/// Every value is added up in the same order, so the equivariance holds to the last bit.
///
/// # Complexity
///
/// O(n F J 2ᴰ) for n cells, and as much for the inverse.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Signal, wavelet::{StationaryWaveletTransform, Wavelet}}};
///
/// let transform = StationaryWaveletTransform::<1>::new(Wavelet::daubechies(2)?, 3)?;
/// let x: Signal<f64, 1> = vec![1.0, 3.0, 5.0, 5.0, 7.0].into();
/// let y = transform.apply(&x);
/// assert_eq!(transform.apply(&x.shifted([1])).details[2][0], y.details[2][0].shifted([1]));
/// let back = transform.inverse(&y)?;
/// assert!(back.values().iter().zip(x.values()).all(|(a, b)| (a - b).abs() < 1e-14));
/// Check::default().equivariant(&transform.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// G. P. Nason and B. W. Silverman, *The stationary wavelet transform and some statistical applications* (in
/// *Wavelets and Statistics*, Springer, 1995).
#[derive(Clone, Debug, PartialEq)]
pub struct StationaryWaveletTransform<const D: usize> {
    wavelet: Wavelet,
    levels: u32,
}

impl<const D: usize> StationaryWaveletTransform<D> {
    /// The transform with this wavelet and so many levels J.
    ///
    /// # Errors
    ///
    /// [`TooManyLevels`], if J > 31.
    pub fn new(wavelet: Wavelet, levels: u32) -> Result<Self, TooManyLevels> {
        TooManyLevels::unless::<D>(levels)?;
        Ok(StationaryWaveletTransform { wavelet, levels })
    }

    /// The bands of a signal.
    #[must_use]
    pub fn apply(&self, x: &Signal<f64, D>) -> Decomposition<f64, D> {
        let shape = x.shape();
        let mut details = Vec::new();
        let mut approximation: Option<Vec<f64>> = None;
        let mut spare = Vec::new();
        for level in 0..self.levels {
            let values = approximation.as_deref().unwrap_or(x.values());
            let (low, high) = self.analysed(values, &shape, 1 << level, spare);
            let high = high.into_iter().map(|values| Signal::of(shape, values));
            details.push(high.collect());
            // the approximation before the last is needed no longer
            spare = approximation.replace(low).unwrap_or_default();
        }
        let approximation = approximation.unwrap_or_else(|| x.values().to_vec());
        let approximation = Signal::of(shape, approximation);
        Decomposition {
            approximation,
            details,
        }
    }

    /// The signal whose bands these are; of bands that no signal has, the mean of the signals that the 2ᴶ discrete
    /// transforms find in them, which is the signal with the nearest bands if those of level j are weighted by 2⁻ʲ.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the bands differ in shape; [`Refusal::Degenerate`], if their number is not that of the
    /// transform.
    pub fn inverse(&self, y: &Decomposition<f64, D>) -> Result<Signal<f64, D>, Refusal> {
        let shape = y.approximation.shape();
        y.fits(self.levels, (1 << D) - 1, |_| shape, shape)?;
        Ok(self.averaged(y))
    }

    /// The inverse, of bands that fit.
    pub(super) fn averaged(&self, y: &Decomposition<f64, D>) -> Signal<f64, D> {
        let mut approximation = y.approximation.clone();
        for (level, details) in y.details.iter().enumerate().rev() {
            approximation = self.synthesised(&approximation, details, 1 << level);
        }
        approximation
    }

    /// One level whose filters have holes: the low-pass band, and the others in the order of the bits of their axes;
    /// with spare memory.
    fn analysed(
        &self,
        values: &[f64],
        shape: &[usize; D],
        dilation: i64,
        mut spare: Vec<f64>,
    ) -> (Vec<f64>, Vec<Vec<f64>>) {
        let [low, high] = self.wavelet.filters();
        let half = (low.len() / 2) as i64; // the length of a filter
        let mut first: Option<Vec<f64>> = None;
        let mut others: Vec<Vec<f64>> = Vec::new();
        for axis in 0..D {
            let lines = Lines::along(axis, shape);
            let analyse = |values: &[f64], spare: Vec<f64>| {
                let pairs = low.iter().zip(high).zip(0..);
                let taps: Vec<Tap<'_, 2>> = pairs
                    .map(|((&low, &high), m)| Tap {
                        values,
                        offset: (half - m) * dilation,
                        weights: [low, high],
                    })
                    .collect();
                lines.correlate_in(&taps, [spare, Vec::new()])
            };
            let [low, high] = analyse(first.as_deref().unwrap_or(values), spare);
            spare = first.replace(low).unwrap_or_default();
            let mut highs = vec![high];
            for band in &mut others {
                let [low, high] = analyse(band, spare);
                spare = std::mem::replace(band, low);
                highs.push(high);
            }
            others.extend(highs);
        }
        (first.unwrap_or_else(|| values.to_vec()), others)
    }

    /// One level backward: along every axis half of the adjoint.
    fn synthesised(
        &self,
        low: &Signal<f64, D>,
        details: &[Signal<f64, D>],
        dilation: i64,
    ) -> Signal<f64, D> {
        let shape = low.shape();
        let filters = self.wavelet.filters();
        let half = (filters[0].len() / 2) as i64; // the length of a filter
        let synthesise = |axis: usize, bands: [&[f64]; 2]| {
            let mut taps = Vec::new();
            for (values, filter) in bands.into_iter().zip(filters) {
                taps.extend(filter.iter().zip(0..).map(|(&weight, m)| Tap {
                    values,
                    offset: (m - half) * dilation,
                    weights: [0.5 * weight],
                }));
            }
            let [values] = Lines::along(axis, &shape).correlate(&taps);
            values
        };
        let given: Vec<&[f64]> = std::iter::once(low)
            .chain(details)
            .map(Signal::values)
            .collect();
        let merged = |axis: usize, bands: &[&[f64]]| -> Vec<Vec<f64>> {
            let (low, high) = bands.split_at(bands.len() / 2);
            let pairs = low.iter().zip(high);
            pairs
                .map(|(low, high)| synthesise(axis, [low, high]))
                .collect()
        };
        let mut bands: Vec<Vec<f64>> = Vec::new();
        for axis in (0..D).rev() {
            let before: Vec<&[f64]> = bands.iter().map(Vec::as_slice).collect();
            bands = merged(axis, if axis + 1 == D { &given } else { &before });
        }
        Signal::of(shape, bands.pop().unwrap_or_else(|| low.values().to_vec()))
    }

    /// The transform as a map along ℤᴰ.
    #[must_use]
    pub fn equivariant(
        &self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Bands<Reals, Reals, D>,
        impl Fn(&Signal<f64, D>) -> Decomposition<f64, D> + use<D>,
    > {
        let bands = Bands::undecimated(Reals::default(), Reals::default(), self.levels);
        let transform = self.clone();
        EquivariantMap::new(
            Lattice,
            Signals::default(),
            bands,
            move |x: &Signal<f64, D>| transform.apply(x),
        )
    }
}
