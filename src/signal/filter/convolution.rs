//! Convolution and correlation around a grid.

mod by_fourier;
mod direct;

pub use by_fourier::FourierConvolution;

use num_traits::{One, Zero};

use crate::groups::Lattice;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Kernel, Signal, Signals};

/// The convolution with a kernel w around the grid, (w ∗ x)\[i\] = Σ w\[m\] x\[i − m\], where the anchor of the
/// kernel is m = 0.
///
/// It is equivariant under all shifts, whatever the kernel is; and every linear map of signals that is, is one.
///
/// # Conventions
///
/// With the reversed kernel it is the correlation Σ w\[m\] x\[i + m\], which networks call convolution; see
/// [`correlation`](Convolution::correlation). A kernel that is longer than the grid is wound around it.
///
/// # Complexity
///
/// n·|w| sums of products, or O(n log n) by the fast Fourier transform where that is less; then the rounding of a
/// value is relative to the largest product of all. A signal that is not finite is convolved directly, so that
/// a NaN spoils the values that depend on it and no others.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Convolution, Kernel, Signal}};
///
/// let difference = Convolution::new(Kernel::new([2], vec![1.0, -1.0])?.anchored_at([0]));
/// let steps = difference.apply(&Signal::from(vec![1.0, 4.0, 9.0]));
/// assert_eq!(steps.values(), [-8.0, 3.0, 5.0]); // x[i] − x[i − 1]
/// Check::default().equivariant(&difference.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// A. V. Oppenheim and R. W. Schafer, *Discrete-Time Signal Processing*, third edition (Pearson, 2010), sections 2.3
/// and 8.6.
#[derive(Clone, Debug, PartialEq)]
pub struct Convolution<T, const D: usize> {
    kernel: Kernel<T, D>,
}

impl<T: Copy + Zero + One, const D: usize> Convolution<T, D> {
    /// The convolution with this kernel.
    #[must_use]
    pub fn new(kernel: Kernel<T, D>) -> Self {
        Convolution { kernel }
    }

    /// The correlation with this kernel: (w ⋆ x)\[i\] = Σ w\[m\] x\[i + m\].
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::{Convolution, Kernel, Signal};
    /// let next = Convolution::correlation(Kernel::new([3], vec![0, 0, 1])?);
    /// assert_eq!(next.apply_directly(&Signal::from(vec![5, 6, 7])).values(), [6, 7, 5]);
    /// # Ok::<(), equivariant::signal::WrongLength>(())
    /// ```
    #[must_use]
    pub fn correlation(kernel: Kernel<T, D>) -> Self {
        Convolution {
            kernel: kernel.reversed(),
        }
    }

    /// The kernel.
    #[must_use]
    pub fn kernel(&self) -> &Kernel<T, D> {
        &self.kernel
    }

    /// The value w ∗ x by sums of products, for numbers of any kind: exact for integers.
    ///
    /// # Complexity
    ///
    /// n·|w| sums of products, and one copy of the signal.
    #[must_use]
    pub fn apply_directly(&self, x: &Signal<T, D>) -> Signal<T, D> {
        direct::convolved(&self.kernel, x)
    }
}

/// How many sums of products along a signal take as long as one level of its fast Fourier transforms.
const PRODUCTS: usize = 4;

impl<const D: usize> Convolution<f64, D> {
    /// The value w ∗ x.
    #[must_use]
    pub fn apply(&self, x: &Signal<f64, D>) -> Signal<f64, D> {
        let levels = x.len().checked_ilog2().map_or(0, |levels| levels as usize);
        let products = self.kernel.values().len().min(x.len());
        if products <= PRODUCTS * levels || !x.values().iter().all(|value| value.is_finite()) {
            return self.apply_directly(x);
        }
        let by_fourier = self.on(x.shape());
        // the shape is that of the signal itself
        by_fourier
            .apply(x)
            .unwrap_or_else(|_| self.apply_directly(x))
    }

    /// The convolution on grids of one shape, by fast Fourier transforms, with the spectrum of the kernel computed
    /// once.
    #[must_use]
    pub fn on(&self, shape: [usize; D]) -> FourierConvolution<D> {
        FourierConvolution::new(&self.kernel.around(shape))
    }

    /// The map with its claim: w ∗ (k·x) = k·(w ∗ x).
    #[must_use]
    pub fn equivariant(
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
