//! What is beyond the ends of a signal.

use num_traits::{One, Zero};

use crate::signal::grid::periodic::residue;
use crate::signal::{Convolution, Signal};

/// What a filter finds beyond the ends of a signal.
///
/// Only around does a signal close up, and shifts by whole cells act on it. With every other rule a shift
/// moves cells out of sight and others into it: shifts act in part only, as long as what is not 0 stays inside, and filters are
/// equivariant under these.
///
/// # Conventions
///
/// | | … beyond | a b c d | beyond … | the name in NumPy |
/// |---|---|---|---|---|
/// | `Around` | c d | a b c d | a b | wrap |
/// | `Zero` | 0 0 | a b c d | 0 0 | constant |
/// | `Nearest` | a a | a b c d | d d | edge |
/// | `Symmetric` | b a | a b c d | d c | symmetric |
/// | `Reflect` | c b | a b c d | c b | reflect |
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Boundary, Convolution, Kernel, Signal};
/// let sum = Convolution::new(Kernel::new([3], vec![1, 1, 1])?);
/// let x = Signal::from(vec![1, 2, 3, 4]);
/// assert_eq!(Boundary::Zero.convolve(&sum, &x).values(), [3, 6, 9, 7]);
/// assert_eq!(Boundary::Symmetric.convolve(&sum, &x).values(), [4, 6, 9, 11]);
/// assert_eq!(Boundary::Around.convolve(&sum, &x), sum.apply_directly(&x));
/// # Ok::<(), equivariant::signal::WrongLength>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// The other end: the signal closes up.
    Around,
    /// Zeros.
    Zero,
    /// The last value, over and over.
    Nearest,
    /// The signal in a mirror between its last cell and the next.
    Symmetric,
    /// The signal in a mirror on its last cell.
    Reflect,
}

impl Boundary {
    /// The cell whose value is at place i along an axis of n cells, which are not none; `None` for a zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::Boundary;
    /// assert_eq!(Boundary::Reflect.cell(-2, 4), Some(2));
    /// assert_eq!(Boundary::Symmetric.cell(-2, 4), Some(1));
    /// ```
    #[must_use]
    pub fn cell(self, i: i64, n: usize) -> Option<usize> {
        if n == 0 {
            return None;
        }
        match self {
            Boundary::Around => Some(residue(i, n)),
            Boundary::Zero => usize::try_from(i).ok().filter(|&i| i < n),
            Boundary::Nearest => Some(usize::try_from(i).map_or(0, |i| i.min(n - 1))),
            Boundary::Symmetric => {
                let i = residue(i, 2 * n);
                Some(i.min(2 * n - 1 - i))
            }
            Boundary::Reflect => {
                let period = (2 * n - 2).max(1);
                let i = residue(i, period);
                Some(i.min(period - i))
            }
        }
    }

    /// The signal continued by so many cells before it and behind it, along each axis.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::{Boundary, Signal};
    /// let x = Signal::from(vec![1, 2, 3]);
    /// assert_eq!(Boundary::Nearest.continued(&x, [1], [2]).values(), [1, 1, 2, 3, 3, 3]);
    /// ```
    #[must_use]
    pub fn continued<T: Copy + Zero, const D: usize>(
        self,
        x: &Signal<T, D>,
        before: [usize; D],
        behind: [usize; D],
    ) -> Signal<T, D> {
        if x.is_empty() {
            return x.clone();
        }
        let shape = x.shape();
        let sides = std::array::from_fn(|axis| before[axis] + shape[axis] + behind[axis]);
        // which cell each place looks at, once for each axis
        let cells: [Vec<Option<usize>>; D] = std::array::from_fn(|axis| {
            let from = |place: usize| self.cell(place as i64 - before[axis] as i64, shape[axis]);
            (0..sides[axis]).map(from).collect()
        });
        Signal::from_fn(sides, |position| {
            let mut cell = [0; D];
            for axis in 0..D {
                match cells[axis][position[axis]] {
                    Some(place) => cell[axis] = place,
                    None => return T::zero(),
                }
            }
            x.values()[x.place(cell)]
        })
    }

    /// The convolution of a signal that goes on like this beyond its ends, on the cells that it has.
    ///
    /// # Complexity
    ///
    /// n·|w| sums of products, and a copy of the signal and of what is beyond, as far as the kernel looks.
    #[must_use]
    pub fn convolve<T: Copy + Zero + One, const D: usize>(
        self,
        convolution: &Convolution<T, D>,
        x: &Signal<T, D>,
    ) -> Signal<T, D> {
        if self == Boundary::Around || x.is_empty() {
            return convolution.apply_directly(x);
        }
        let kernel = convolution.kernel();
        // w[m] looks at x[i − m], for m from −anchor to side − 1 − anchor
        let reach = |cells: i64| cells.max(0) as usize;
        let before = std::array::from_fn(|axis| {
            reach(kernel.shape()[axis] as i64 - 1 - kernel.anchor()[axis])
        });
        let behind = std::array::from_fn(|axis| reach(kernel.anchor()[axis]));
        let continued = convolution.apply_directly(&self.continued(x, before, behind));
        Signal::from_fn(x.shape(), |position| {
            let place = std::array::from_fn(|axis| position[axis] + before[axis]);
            continued.values()[continued.place(place)]
        })
    }
}
