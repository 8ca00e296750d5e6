//! Pyramids: a signal at coarser and coarser scales.

mod bands;
mod gaussian;
mod laplacian;

pub use bands::Bands;
pub use gaussian::GaussianPyramid;
pub use laplacian::LaplacianPyramid;

use super::Signal;
use super::pooling::{BinomialBlur, Pooling};
use crate::groups::Sublattice;
use crate::signal::Refusal;

/// More levels than a shift by 2ᴸ cells can be said for.
///
/// # Examples
///
/// ```
/// use equivariant::signal::GaussianPyramid;
/// assert_eq!(GaussianPyramid::new(32).unwrap_err().to_string(), "a pyramid has at most 31 levels, not 32");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a pyramid has at most 31 levels, not {levels}")]
pub struct TooManyLevels {
    /// How many were asked for.
    pub levels: u32,
}

/// The number of halvings of a pyramid, from 0 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Levels(u32);

impl Levels {
    fn new(levels: u32) -> Result<Self, TooManyLevels> {
        if levels < u32::BITS {
            Ok(Levels(levels))
        } else {
            Err(TooManyLevels { levels })
        }
    }

    /// 2ᴸ
    fn step(self) -> u32 {
        1 << self.0
    }

    /// The shifts under which all levels move by whole cells: 2ᴸ ℤᴰ.
    fn shifts<const D: usize>(self) -> Sublattice<D> {
        Sublattice::of_halvings(self.0)
    }

    /// That the sides can be halved so often.
    fn divide<const D: usize>(self, shape: [usize; D]) -> Result<(), Refusal> {
        let divisor = self.step() as usize;
        match shape.iter().position(|side| !side.is_multiple_of(divisor)) {
            None => Ok(()),
            Some(axis) => Err(Refusal::Indivisible {
                axis,
                side: shape[axis],
                divisor,
            }),
        }
    }
}

/// Blurred by (1, 4, 6, 4, 1)/16 along each axis, and every second cell.
fn reduced<const D: usize>(x: &Signal<f64, D>) -> Signal<f64, D> {
    BinomialBlur::new(4).apply_every(x, [2; D])
}

/// Twice as long along each axis: zeros put between the values, and blurred by 2·(1, 4, 6, 4, 1)/16, which is
/// y\[2i\] = (x\[i − 1\] + 6x\[i\] + x\[i + 1\])/8 and y\[2i + 1\] = (x\[i\] + x\[i + 1\])/2.
fn expanded<const D: usize>(x: &Signal<f64, D>) -> Signal<f64, D> {
    (0..D).fold(x.clone(), |x, axis| {
        x.along(axis, 2 * x.shape()[axis], |rows, cut, out| {
            let row = |i: usize| &rows[i % cut.side * cut.row..(i % cut.side + 1) * cut.row];
            for i in 0..cut.side {
                let (before, here, after) = (row(i + cut.side - 1), row(i), row(i + 1));
                let three = before.iter().zip(here).zip(after);
                out.extend(three.map(|((b, h), a)| (b + 6.0 * h + a) / 8.0));
                out.extend(here.iter().zip(after).map(|(h, a)| (h + a) / 2.0));
            }
        })
    })
}
