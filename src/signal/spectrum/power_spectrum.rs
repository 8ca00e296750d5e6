//! The power spectrum and the autocorrelation: invariant, and not complete.

use crate::action::Trivial;
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::spectrum::fourier::RealTransform;
use crate::signal::{Fourier, Signal, Signals};

/// The power spectrum |X\[m\]|², with X the Fourier transform.
///
/// # Laws
///
/// ```text
/// P(k · x)  ~  P(x)            shifts
/// P(−k − x)  ~  P(x)           reflections
/// ```
///
/// It forgets the phases: signals that are no shifts of each other, nor reflected, may have the same one.
///
/// # Conventions
///
/// Not divided by n: Σ |X\[m\]|² = n Σ x\[i\]².
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{PowerSpectrum, Signal}};
/// let power = PowerSpectrum.apply(&Signal::from(vec![1.0, 2.0, 3.0]));
/// assert!((power.values()[0] - 36.0).abs() < 1e-13 && (power.values()[1] - 3.0).abs() < 1e-13);
/// Check::default().equivariant(&PowerSpectrum.invariant::<2>())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PowerSpectrum;

/// What has no action: the values of an invariant map of signals.
type Values<const D: usize> = Trivial<Signals<Reals, D>>;

impl PowerSpectrum {
    /// The power of each frequency.
    #[must_use]
    pub fn apply<const D: usize>(self, x: &Signal<f64, D>) -> Signal<f64, D> {
        Fourier.apply(x).map(nalgebra::Complex::norm_sqr)
    }

    /// The map with its claim: P(k·x) = P(x).
    #[must_use]
    pub fn invariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Values<D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default();
        EquivariantMap::invariant(Lattice, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }
}

/// The autocorrelation around the grid, r\[k\] = Σ x\[i\] x\[i + k\]: the Fourier transform back of the power spectrum, and
/// as invariant.
///
/// # Laws
///
/// ```text
/// r(k · x)  ~  r(x)
/// r(x)[−k]  ~  r(x)[k]
/// ```
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Autocorrelation, Signal};
/// let r = Autocorrelation.apply(&Signal::from(vec![1.0, 2.0, 3.0]));
/// assert!(r.values().iter().zip([14.0, 11.0, 11.0]).all(|(r, known)| (r - known).abs() < 1e-14));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Autocorrelation;

impl Autocorrelation {
    /// The sum of products at each shift.
    #[must_use]
    pub fn apply<const D: usize>(self, x: &Signal<f64, D>) -> Signal<f64, D> {
        if x.is_empty() || D == 0 {
            return x.map(|value| value * value);
        }
        let transform = RealTransform::new(x.shape());
        let mut spectrum = transform.forward(x.values().to_vec());
        for coefficient in &mut spectrum {
            *coefficient = coefficient.norm_sqr().into();
        }
        Signal::of(x.shape(), transform.inverse(spectrum))
    }

    /// The map with its claim: r(k·x) = r(x).
    #[must_use]
    pub fn invariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Values<D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default();
        EquivariantMap::invariant(Lattice, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }
}
