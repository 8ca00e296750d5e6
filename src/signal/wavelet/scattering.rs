//! The scattering transform of periodic signals.

use std::sync::Arc;

use nalgebra::Complex;
use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};

use super::TooManyLevels;
use super::discrete::divisible;
use super::morlet::Morlet;
use crate::action::Pullback;
use crate::groups::Sublattice;
use crate::homomorphisms::Division;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Power, Reals};
use crate::signal::{Refusal, Signal, Signals};

/// The scattering transform of order 2 of periodic signals: averages over 2ᴶ cells of moduli of wavelet transforms of
/// moduli of wavelet transforms.
///
/// Exactly equivariant along 2ᴶℤ, and nearly invariant to shifts by much less than 2ᴶ: an average hardly moves,
/// and the moduli keep in it what an average of the signal itself would lose.
///
/// # Laws
///
/// ```text
/// S₀ = x ∗ φ     S₁(λ) = |x ∗ ψ_λ| ∗ φ     S₂(λ, μ) = ||x ∗ ψ_λ| ∗ ψ_μ| ∗ φ
///
/// equivariant    S(2ᴶk · x)  ~  k · S(x)
/// ```
///
/// # Conventions
///
/// Those of the package kymatio: Morlet's wavelets with Q centres an octave for the first order and one for the
/// second, filters whose moduli have the sum 1, and only the μ with j(μ) > j(λ), where ψ_λ and its tail end below
/// the frequency 2^(−j(λ) − 1). But the grid closes up at its ends, where kymatio reflects the signal; and values
/// are left out at the end only, where kymatio leaves some out between the filters also, and loses a little by it.
///
/// The paths are listed as S₀, S₁(λ) from high frequencies to low ones, S₂(λ, μ) with λ slower; see
/// [`paths`](ScatteringTransform::paths).
///
/// # Complexity
///
/// O(P n log n) for n cells and P paths, about Q J²/2.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Refusal, Signal, wavelet::ScatteringTransform}};
///
/// let transform = ScatteringTransform::new(4, 1)?;
/// let chirp = Signal::from_fn([64], |[i]| (0.02 * (i * i) as f64).sin());
/// let values = |x| -> Result<Vec<f64>, Refusal> {
///     Ok(transform.apply(x)?.into_iter().flat_map(Signal::into_values).collect())
/// };
/// let (here, there) = (values(&chirp)?, values(&chirp.shifted([1]))?);
/// let length = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>().sqrt();
/// let moved: Vec<f64> = here.iter().zip(&there).map(|(a, b)| a - b).collect();
/// assert!(length(&moved) < 0.1 * length(&here));
/// Check::default().cases(16).equivariant(&transform.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// J. Andén and S. Mallat, *Deep scattering spectrum* (IEEE Transactions on Signal Processing 62, 2014).
#[derive(Clone, Debug, PartialEq)]
pub struct ScatteringTransform {
    shifts: Sublattice<1>,
    low_pass: Morlet,
    first: Vec<Morlet>,
    second: Vec<Morlet>,
}

/// A scattering transform that there is not.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::ScatteringTransform;
/// let error = ScatteringTransform::new(4, 0).unwrap_err();
/// assert_eq!(error.to_string(), "no wavelet an octave, where at least one is needed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoScattering {
    /// There would be no wavelet.
    #[error("no wavelet an octave, where at least one is needed")]
    NoWavelet,
    /// The averages would be too long.
    #[error(transparent)]
    TooManyLevels(#[from] TooManyLevels),
}

impl ScatteringTransform {
    /// The transform that averages over about 2ᴶ cells, with Q wavelets an octave in the first order.
    ///
    /// # Errors
    ///
    /// [`NoScattering`], if J > 31 or Q = 0.
    pub fn new(levels: u32, per_octave: u32) -> Result<Self, NoScattering> {
        let shifts = TooManyLevels::unless(levels)?;
        if per_octave == 0 {
            return Err(NoScattering::NoWavelet);
        }
        Ok(ScatteringTransform {
            shifts,
            low_pass: Morlet::low_pass(f64::from(levels).exp2()),
            first: Morlet::family(levels, per_octave),
            second: Morlet::family(levels, 1),
        })
    }

    /// The number 2ᴶ, of which the length of a signal has to be a multiple.
    #[must_use]
    pub fn step(&self) -> u32 {
        let [step] = self.shifts.steps();
        step
    }

    /// The centres λ, μ of the wavelets of each path, in cycles per cell: none, one or two.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::wavelet::ScatteringTransform;
    /// let paths = ScatteringTransform::new(3, 1)?.paths();
    /// assert_eq!(paths[..3], [vec![], vec![0.35], vec![0.175]]);
    /// assert_eq!(paths.last(), Some(&vec![0.0875, 0.04375]));
    /// # Ok::<(), equivariant::signal::wavelet::NoScattering>(())
    /// ```
    #[must_use]
    pub fn paths(&self) -> Vec<Vec<f64>> {
        let mut paths = vec![Vec::new()];
        paths.extend(self.first.iter().map(|first| vec![first.centre]));
        for first in &self.first {
            let second = self
                .second
                .iter()
                .filter(|second| second.octave() > first.octave());
            paths.extend(second.map(|second| vec![first.centre, second.centre]));
        }
        paths
    }

    /// The values of all paths, each at every 2ᴶth cell.
    ///
    /// # Errors
    ///
    /// [`Refusal::Indivisible`], if the length is no multiple of 2ᴶ.
    pub fn apply(&self, x: &Signal<f64, 1>) -> Result<Vec<Signal<f64, 1>>, Refusal> {
        divisible(x.shape(), self.step())?;
        if x.is_empty() {
            return Ok(vec![Vec::new().into(); self.paths().len()]);
        }
        let fourier = Fourier::new(x.len(), self.step() as usize);
        let low_pass = fourier.scaled(self.low_pass);
        let second: Vec<(i32, Vec<f64>)> = self
            .second
            .iter()
            .map(|second| (second.octave(), fourier.scaled(*second)))
            .collect();
        let spectrum = fourier.spectrum(x.values().to_vec());
        let mut orders = [
            vec![fourier.averages(&spectrum, &low_pass)],
            Vec::new(),
            Vec::new(),
        ];
        for first in &self.first {
            let modulus = fourier.modulus(&spectrum, &fourier.scaled(*first));
            let of_modulus = fourier.spectrum(modulus);
            orders[1].push(fourier.averages(&of_modulus, &low_pass));
            for (octave, second) in &second {
                if *octave > first.octave() {
                    let modulus = fourier.modulus(&of_modulus, second);
                    orders[2].push(fourier.averages(&fourier.spectrum(modulus), &low_pass));
                }
            }
        }
        Ok(orders.into_iter().flatten().map(Signal::from).collect())
    }

    /// The transform as a map along 2ᴶℤ → ℤ, on signals whose length is a multiple of 2ᴶ.
    #[must_use]
    pub fn equivariant(
        &self,
    ) -> EquivariantMap<
        Sublattice<1>,
        Signals<Reals, 1>,
        Pullback<Division<1>, Partial<Power<Signals<Reals, 1>>, Refusal>>,
        impl Fn(&Signal<f64, 1>) -> Result<Vec<Signal<f64, 1>>, Refusal> + use<>,
    > {
        let transform = self.clone();
        EquivariantMap::along(
            Division::new(self.shifts),
            Signals::default().divisible_by([self.step() as usize]),
            Partial::new(Power::new(Signals::default())),
            move |x: &Signal<f64, 1>| transform.apply(x),
        )
    }
}

/// The Fourier transforms of one length, and of the length of what is kept at the end.
struct Fourier {
    n: usize,
    forward: Arc<dyn RealToComplex<f64>>,
    backward: Arc<dyn ComplexToReal<f64>>,
    kept: usize,
    backward_kept: Arc<dyn ComplexToReal<f64>>,
}

impl Fourier {
    fn new(n: usize, step: usize) -> Self {
        let mut planner = RealFftPlanner::new();
        Fourier {
            n,
            forward: planner.plan_fft_forward(n),
            backward: planner.plan_fft_inverse(n),
            kept: n / step,
            backward_kept: planner.plan_fft_inverse(n / step),
        }
    }

    /// The values of the Fourier transform from 0 to n/2; the others are their conjugates.
    fn spectrum(&self, mut x: Vec<f64>) -> Vec<Complex<f64>> {
        let mut spectrum = self.forward.make_output_vec();
        // fails for other lengths only
        let _ = self.forward.process(&mut x, &mut spectrum);
        spectrum
    }

    /// The response of a filter, scaled so that the moduli of the filter have the sum 1.
    fn scaled(&self, filter: Morlet) -> Vec<f64> {
        let response = filter.response(self.n);
        let unit = vec![Complex::new(1.0, 0.0); self.n / 2 + 1];
        let sum: f64 = self.modulus(&unit, &response).iter().sum();
        // it is 0 if no frequency but 0 is there
        let scale = if sum > 0.0 { 1.0 / sum } else { 0.0 };
        response.into_iter().map(|value| scale * value).collect()
    }

    /// The modulus |x ∗ ψ|, from x ∗ Re ψ, for which the even part of the response stands, and x ∗ Im ψ, for which
    /// its odd part does, divided by i.
    fn modulus(&self, spectrum: &[Complex<f64>], response: &[f64]) -> Vec<f64> {
        let at = |k: usize| (response[k], response[(self.n - k) % self.n]);
        let pairs = spectrum.iter().zip((0..).map(at));
        let (even, odd): (Vec<_>, Vec<_>) = pairs
            .map(|(x, (a, b))| {
                let odd = x * (0.5 * (a - b));
                (x * (0.5 * (a + b)), Complex::new(odd.im, -odd.re))
            })
            .unzip();
        let [real, imaginary] = [even, odd].map(|part| self.signal(&self.backward, part, self.n));
        let pairs = real.iter().zip(&imaginary);
        pairs.map(|(re, im)| (re * re + im * im).sqrt()).collect()
    }

    /// The values of x ∗ φ at every sth cell, s = n/kept: their spectrum is that of x ∗ φ, folded.
    fn averages(&self, spectrum: &[Complex<f64>], response: &[f64]) -> Vec<f64> {
        let mut folded = vec![Complex::new(0.0, 0.0); self.kept / 2 + 1];
        let mut add = |place: usize, value: Complex<f64>| {
            if let Some(sum) = folded.get_mut(place % self.kept) {
                *sum += value;
            }
        };
        for (place, (x, response)) in spectrum.iter().zip(response).enumerate() {
            let value = x * *response;
            add(place, value);
            if place != (self.n - place) % self.n {
                add(self.n - place, value.conj());
            }
        }
        self.signal(&self.backward_kept, folded, self.kept)
    }

    /// The signal of length n with this spectrum, which is that of more values folded.
    fn signal(
        &self,
        transform: &Arc<dyn ComplexToReal<f64>>,
        mut spectrum: Vec<Complex<f64>>,
        n: usize,
    ) -> Vec<f64> {
        // real where the conjugate is the value itself
        if let Some(first) = spectrum.first_mut() {
            first.im = 0.0;
        }
        if n.is_multiple_of(2)
            && let Some(last) = spectrum.last_mut()
        {
            last.im = 0.0;
        }
        let mut values = transform.make_output_vec();
        // fails for other lengths and for imaginary ends only
        let _ = transform.process(&mut spectrum, &mut values);
        let scale = 1.0 / self.n as f64;
        values.into_iter().map(|value| scale * value).collect()
    }
}
