//! Shifts by parts of a cell, by the Fourier transform.

use nalgebra::{Complex, Translation};

use crate::action::LeftAction;
use crate::groups::Translations;
use crate::sets::Reals;
use crate::signal::{Fourier, Signal, Signals};

/// The shift of a signal by any vector: that of the trigonometric polynomial through its values.
///
/// # Laws
///
/// ```text
/// s · (t · x)  ~  (s + t) · x       if all sides are odd
/// ```
///
/// For an even side n the frequency n/2 breaks the law: it has a cosine on the grid and no sine, is multiplied
/// by cos πt, and cos πs cos πt is not cos π(s + t). There this is an action only of shifts by whole cells, and on
/// signals without that frequency.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, Equipped, LeftAction, groups::Translations, sets::Reals};
/// use equivariant::signal::{FourierShift, Signal, Signals};
///
/// let shifts = Translations::<1>::default();
/// let odd = Equipped { set: Signals::<Reals, 1>::default().of_shape([5]), action: FourierShift };
/// Check::default().action(&shifts, &odd)?;
///
/// let even = Equipped { set: Signals::<Reals, 1>::default().of_shape([4]), action: FourierShift };
/// assert!(Check::default().action(&shifts, &even).is_err());
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FourierShift;

impl<const D: usize> LeftAction<Translations<D>, Signals<Reals, D>> for FourierShift {
    fn act(&self, t: &Translation<f64, D>, x: &Signal<f64, D>) -> Signal<f64, D> {
        let shape = x.shape();
        if x.is_empty() || D == 0 {
            return x.clone();
        }
        let factors: [Vec<Complex<f64>>; D] = std::array::from_fn(|axis| {
            // whole turns of the grid are left out before angles are computed
            let n = shape[axis] as f64;
            let shift = t.vector[axis] % n;
            let factor = |m: usize| {
                let turns = m as f64 * shift / n;
                if 2 * m == shape[axis] {
                    return Complex::from((std::f64::consts::PI * shift).cos());
                }
                let signed = if 2 * m < shape[axis] {
                    turns
                } else {
                    turns - shift
                };
                Complex::from_polar(1.0, -std::f64::consts::TAU * (signed % 1.0))
            };
            (0..shape[axis]).map(factor).collect()
        });
        let mut spectrum = Fourier.apply(x);
        for (m, value) in x.positions().zip(spectrum.values_mut()) {
            let phases = m.iter().zip(&factors).map(|(&m, factors)| factors[m]);
            *value *= phases.product::<Complex<f64>>();
        }
        Fourier.real_inverse(&spectrum)
    }
}
