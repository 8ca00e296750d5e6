//! Spectra, on which shifts act by phases.

use nalgebra::{Complex, SVector};

use crate::action::GSet;
use crate::groups::{Lattice, sine_and_cosine};
use crate::set::forward_set;
use crate::sets::Complexes;
use crate::signal::Signals;
use crate::signal::grid::periodic::residue;

/// The spectra of signals: lists of complex coefficients, with the action of shifts by phases,
/// (k · X)\[m\] = exp(−2π𝑖 Σ mₐ kₐ/nₐ) X\[m\].
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Lattice, signal::{Signal, Spectra}};
/// use nalgebra::{Complex, vector};
/// let spectrum = Signal::from(vec![Complex::from(1.0); 4]);
/// let moved = GSet::<Lattice<1>>::act(&Spectra::<1>::default(), &vector![1], &spectrum);
/// assert_eq!(moved.values()[1], -Complex::i());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spectra<const D: usize>;

forward_set! {
    [const D: usize] Spectra<D> : Signals<Complexes, D>, |_this| Signals::<Complexes, D>::default();
}

impl<const D: usize> GSet<Lattice<D>> for Spectra<D> {
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        let shape = x.shape();
        // one list of phases an axis
        let phases: [Vec<Complex<f64>>; D] = std::array::from_fn(|axis| {
            let n = shape[axis];
            let of = |m: usize| {
                phase(
                    (m as u128 * residue(k[axis], n) as u128 % n as u128) as u64,
                    n,
                )
            };
            (0..n).map(of).collect()
        });
        let mut moved = x.clone();
        for (m, value) in x.positions().zip(moved.values_mut()) {
            let factors = m.iter().zip(&phases).map(|(&m, phases)| phases[m]);
            *value *= factors.product::<Complex<f64>>();
        }
        moved
    }

    fn formula(&self) -> &'static str {
        "exp(−2πi m·k/n) f(x)"
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// exp(−2π𝑖 j/n), as accurate for long signals as for short ones.
pub(crate) fn phase(j: u64, n: usize) -> Complex<f64> {
    let (sine, cosine) = sine_and_cosine(j, n as u64);
    Complex::new(cosine, -sine)
}
