//! The bispectrum: invariant, and complete.

use nalgebra::Complex;

use crate::action::Trivial;
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::{Complexes, Reals};
use crate::signal::{Fourier, Refusal, Signal, Signals};

/// The bispectrum of a signal of one axis, B\[l, m\] = X\[l\] X\[m\] X\[l + m\]*, with X the Fourier transform.
///
/// The phases that a shift gives to the three factors cancel, and the differences of phases are left: for signals whose spectrum
/// is nowhere 0 it is the same for x and y exactly if y is a shift of x, and x can be had back from it up to a shift.
///
/// # Laws
///
/// ```text
/// B(k · x)        ~  B(x)
/// B(x reflected)  ~  B(x)*
/// ```
///
/// # Complexity
///
/// O(n²) numbers.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Bispectrum, Signal};
/// let x = Signal::from(vec![1.0, 5.0, 2.0, 0.0, -3.0]);
/// let y = Bispectrum.signal(&Bispectrum.apply(&x))?;
/// let is_shift = |k: i64| x.shifted([k]).values().iter().zip(y.values()).all(|(x, y)| (x - y).abs() < 1e-13);
/// assert!((0..5).any(is_shift));
/// # Ok::<(), equivariant::signal::Refusal>(())
/// ```
///
/// # References
///
/// R. Kakarala, The bispectrum as a source of phase-sensitive invariants for Fourier descriptors: a group-theoretic
/// approach, *Journal of Mathematical Imaging and Vision* 44 (2012), 341–353.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bispectrum;

impl Bispectrum {
    /// The products of all pairs of frequencies.
    #[must_use]
    pub fn apply(self, x: &Signal<f64, 1>) -> Signal<Complex<f64>, 2> {
        let n = x.len();
        let spectrum = Fourier.apply(x);
        let at = |m: usize| spectrum.values()[m % n];
        Signal::from_fn([n, n], |[l, m]| at(l) * at(m) * at(l + m).conj())
    }

    /// The map with its claim: B(k·x) = B(x).
    #[must_use]
    pub fn invariant(
        self,
    ) -> EquivariantMap<
        Lattice<1>,
        Signals<Reals, 1>,
        Trivial<Signals<Complexes, 2>>,
        impl Fn(&Signal<f64, 1>) -> Signal<Complex<f64>, 2>,
    > {
        EquivariantMap::invariant(
            Lattice,
            Signals::default(),
            Signals::default(),
            move |x: &Signal<f64, 1>| self.apply(x),
        )
    }

    /// A signal with this bispectrum: the one on the orbit of x whose frequency 1 has the smallest phase in
    /// absolute value.
    ///
    /// From B\[m, 1\] = X\[m\] X\[1\] X\[m + 1\]* each coefficient follows from the one before; the phase of
    /// X\[1\] is free up to an n-th of a turn, which is a shift, for the last coefficient has to be X\[n\] = X\[0\].
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if it is not square; [`Refusal::Empty`]; [`Refusal::NotFinite`];
    /// [`Refusal::Degenerate`], if a coefficient is 0, up to rounding: then several orbits have this
    /// bispectrum.
    ///
    /// # Complexity
    ///
    /// O(n log n). The rounding of the phases adds up along the frequencies.
    pub fn signal(self, bispectrum: &Signal<Complex<f64>, 2>) -> Result<Signal<f64, 1>, Refusal> {
        let [n, columns] = bispectrum.shape();
        if n != columns {
            return Err(Refusal::Shape {
                found: vec![n, columns],
                needed: vec![n, n],
            });
        }
        if n == 0 {
            return Err(Refusal::Empty);
        }
        let finite = |value: &&Complex<f64>| !(value.re.is_finite() && value.im.is_finite());
        if let Some((position, value)) =
            (bispectrum.positions().zip(bispectrum.values())).find(|(_, value)| finite(value))
        {
            return Err(Refusal::NotFinite {
                position: position.to_vec(),
                value: if value.re.is_finite() {
                    value.im
                } else {
                    value.re
                },
            });
        }
        let at = |l: usize, m: usize| bispectrum.values()[l * n + m];
        // B[0, 0] = X[0]³ and B[m, 0] = |X[m]|² X[0]
        let mean = at(0, 0).re.cbrt();
        let sizes: Vec<f64> = (0..n).map(|m| (at(m, 0).re / mean).sqrt()).collect();
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        let rounding = largest * n as f64 * 8.0 * f64::EPSILON;
        let vanishes = |size: &f64| size.is_nan() || *size <= rounding;
        if mean == 0.0 || sizes.iter().any(vanishes) {
            return Err(Refusal::Degenerate("a Fourier coefficient is 0"));
        }
        // arg X[m + 1] = arg X[m] + arg X[1] − arg B[m, 1], and arg X[n] = arg X[0]
        let start = if mean < 0.0 {
            std::f64::consts::PI
        } else {
            0.0
        };
        let turns: Vec<f64> = (0..n).map(|m| at(m, 1 % n).arg()).collect();
        let first = turns.iter().sum::<f64>() / n as f64;
        let step = std::f64::consts::TAU / n as f64;
        let first = first - (first / step).round() * step;
        let mut phase = start;
        let mut spectrum = Vec::with_capacity(n);
        for m in 0..n {
            spectrum.push(Complex::from_polar(sizes[m], phase));
            phase += first - turns[m];
        }
        Ok(Fourier.real_inverse(&Signal::from(spectrum)))
    }
}
