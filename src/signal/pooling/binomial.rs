//! Blurring before every few cells are kept.

use super::Pooling;
use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::set::Real;
use crate::sets::Reals;
use crate::signal::{Signal, Signals};

/// The binomial blur: the mean of two neighbours along each axis, n times, which is the convolution with the n-th row of
/// Pascal's triangle over 2ⁿ.
///
/// At every s-th cell, [`Strided`](crate::signal::Strided), it is the blur pooling of networks: equivariant under shifts by multiples
/// of s only, but less sensitive to other shifts than what is not blurred, for less is lost between the cells.
///
/// # Conventions
///
/// The weights are centred: y\[i\] = 2⁻ⁿ Σ C(n, m) x\[i + m − ⌊n/2⌋\].
///
/// # Complexity
///
/// n sums a value and axis, and no products.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{BinomialBlur, Signal, Strided}};
///
/// let blur = BinomialBlur::new(2); // (1, 2, 1)/4
/// let point = Signal::from(vec![0.0, 0.0, 4.0, 0.0]);
/// assert_eq!(blur.apply(&point).values(), [0.0, 1.0, 2.0, 1.0]);
/// let pooled = Strided::new(blur, [2])?;
/// assert_eq!(pooled.apply(&point).values(), [0.0, 2.0]);
/// Check::default().equivariant(&pooled.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// R. Zhang, “Making convolutional networks shift-invariant again” (ICML, 2019).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BinomialBlur {
    order: u32,
}

impl BinomialBlur {
    /// The blur by n means of neighbours.
    #[must_use]
    pub const fn new(order: u32) -> Self {
        BinomialBlur { order }
    }

    /// The number n of means.
    #[must_use]
    pub fn order(&self) -> u32 {
        self.order
    }

    /// The value at every cell.
    #[must_use]
    pub fn apply<T: Real, const D: usize>(&self, x: &Signal<T, D>) -> Signal<T, D> {
        self.apply_every(x, [1; D])
    }

    /// The map with its claim: f(k·x) = k·f(x).
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Signals<Reals, D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default();
        EquivariantMap::new(Lattice, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }
}

impl<T: Real, const D: usize> Pooling<T, D> for BinomialBlur {
    fn apply_every(&self, x: &Signal<T, D>, steps: [usize; D]) -> Signal<T, D> {
        let half = T::nearest(0.5);
        let mut blurred = x.clone();
        for (axis, step) in steps.into_iter().enumerate() {
            let side = blurred.shape()[axis];
            blurred = blurred.along(axis, side, |rows, cut, out| {
                // begin ⌊n/2⌋ cells before
                let back = (self.order / 2) as usize % cut.side * cut.row;
                let place = out.len();
                out.extend_from_slice(&rows[rows.len() - back..]);
                out.extend_from_slice(&rows[..rows.len() - back]);
                let block = &mut out[place..];
                let first = &mut vec![T::zero(); cut.row];
                for _ in 0..self.order {
                    first.copy_from_slice(&block[..cut.row]);
                    let last = block.len() - cut.row;
                    for i in 0..last {
                        block[i] = half * block[i] + half * block[i + cut.row];
                    }
                    for (value, &next) in block[last..].iter_mut().zip(first.iter()) {
                        *value = half * *value + half * next;
                    }
                }
            });
            if step > 1 {
                blurred = blurred.every(axis, step);
            }
        }
        blurred
    }
}
