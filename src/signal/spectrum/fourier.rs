//! The Fourier transform, in which shifts are phases.

mod real_transform;
mod spectra;

pub(crate) use real_transform::RealTransform;
pub use spectra::Spectra;

use nalgebra::Complex;

use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Signal, Signals};

/// The discrete Fourier transform, X\[m\] = Σ x\[i\] exp(−2π𝑖 Σ mₐ iₐ/nₐ).
///
/// # Laws
///
/// ```text
/// F(k · x)[m]  ~  exp(−2πi m·k/n) F(x)[m]
/// ```
///
/// A shift multiplies each coefficient by a phase of its own: the shifts are diagonal here, and what commutes
/// with all of them is a product with one number for each frequency, a convolution.
///
/// # Conventions
///
/// Nothing is divided by n in this direction; the inverse divides. Frequencies are listed from 0 to n − 1 along each
/// axis; those above n/2 are the negative ones.
///
/// # Complexity
///
/// O(n log n) for every n, primes among them.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Fourier, Signal}};
/// let x = Fourier.apply(&Signal::from(vec![1.0, 0.0, -1.0, 0.0]));
/// assert!((x.values()[1].re - 2.0).abs() < 1e-15 && x.values()[0].norm() < 1e-15);
/// Check::default().equivariant(&Fourier.equivariant::<1>())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
///
/// # References
///
/// A. Terras, *Fourier Analysis on Finite Groups and Applications* (Cambridge University Press, 1999), chapter 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fourier;

impl Fourier {
    /// The spectrum of a signal.
    #[must_use]
    pub fn apply<const D: usize>(self, x: &Signal<f64, D>) -> Signal<Complex<f64>, D> {
        let shape = x.shape();
        if x.is_empty() || D == 0 {
            return x.map(|&value| Complex::from(value));
        }
        let transform = RealTransform::new(shape);
        let half = transform.forward(x.values().to_vec());
        // X[−m] is the conjugate of X[m]
        Signal::from_fn(shape, |m| match transform.place(m) {
            Some(place) => half[place],
            None => {
                let opposite = std::array::from_fn(|axis| (shape[axis] - m[axis]) % shape[axis]);
                transform
                    .place(opposite)
                    .map_or(Complex::from(f64::NAN), |place| half[place].conj())
            }
        })
    }

    /// The real signal with this spectrum: x\[i\] = 1/n Σ X\[m\] exp(2π𝑖 Σ mₐ iₐ/nₐ), its real part if that is not real.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::{Fourier, Signal};
    /// let x = Signal::from(vec![3.0, 1.0, 4.0, 1.0, 5.0]);
    /// let back = Fourier.real_inverse(&Fourier.apply(&x));
    /// assert!(x.values().iter().zip(back.values()).all(|(x, back)| (x - back).abs() < 1e-14));
    /// ```
    #[must_use]
    pub fn real_inverse<const D: usize>(
        self,
        spectrum: &Signal<Complex<f64>, D>,
    ) -> Signal<f64, D> {
        let shape = spectrum.shape();
        if spectrum.is_empty() || D == 0 {
            return spectrum.map(|coefficient| coefficient.re);
        }
        let transform = RealTransform::new(shape);
        let mut half = vec![Complex::default(); transform.len()];
        for (m, &coefficient) in spectrum.positions().zip(spectrum.values()) {
            if let Some(place) = transform.place(m) {
                // the real part of the signal has the mean of X[m] and X[−m]*
                let opposite = std::array::from_fn(|axis| (shape[axis] - m[axis]) % shape[axis]);
                let opposite = spectrum.values()[spectrum.place(opposite)];
                half[place] = (coefficient + opposite.conj()) * 0.5;
            }
        }
        Signal::of(shape, transform.inverse(half))
    }

    /// The map with its claim.
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Spectra<D>,
        impl Fn(&Signal<f64, D>) -> Signal<Complex<f64>, D>,
    > {
        EquivariantMap::new(
            Lattice,
            Signals::default(),
            Spectra,
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}
