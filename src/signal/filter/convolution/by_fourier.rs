//! Convolution by the fast Fourier transform.

use crate::signal::spectrum::fourier::RealTransform;
use crate::signal::{Refusal, Signal};

use realfft::num_complex::Complex;

/// The convolution with one kernel on grids of one shape: the product of spectra.
///
/// # Complexity
///
/// O(n log n), and memory for the spectra of the signal and of the kernel, n complex numbers each of half as many
/// frequencies.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Convolution, Kernel, Signal};
/// let blur = Convolution::new(Kernel::new([3], vec![0.25, 0.5, 0.25])?).on([4]);
/// let y = blur.apply(&Signal::from(vec![0.0, 4.0, 0.0, 0.0]))?;
/// assert!(y.values().iter().zip([1.0, 2.0, 1.0, 0.0]).all(|(y, known)| (y - known).abs() < 1e-15));
/// assert!(blur.apply(&Signal::from(vec![0.0; 5])).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct FourierConvolution<const D: usize> {
    transform: RealTransform<D>,
    spectrum: Vec<Complex<f64>>,
}

impl<const D: usize> FourierConvolution<D> {
    /// The convolution with a kernel that is wound around the grid.
    pub(super) fn new(kernel: &Signal<f64, D>) -> Self {
        let transform = RealTransform::new(kernel.shape());
        let spectrum = transform.forward(kernel.values().to_vec());
        FourierConvolution {
            transform,
            spectrum,
        }
    }

    /// The value w ∗ x.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the signal has another shape.
    pub fn apply(&self, x: &Signal<f64, D>) -> Result<Signal<f64, D>, Refusal> {
        let shape = self.transform.shape();
        if x.shape() != shape {
            return Err(Refusal::Shape {
                found: x.shape().to_vec(),
                needed: shape.to_vec(),
            });
        }
        let mut spectrum = self.transform.forward(x.values().to_vec());
        for (x, w) in spectrum.iter_mut().zip(&self.spectrum) {
            *x *= w;
        }
        Ok(Signal::of(shape, self.transform.inverse(spectrum)))
    }
}

impl<const D: usize> std::fmt::Debug for FourierConvolution<D> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FourierConvolution")
            .field("shape", &self.transform.shape())
            .finish_non_exhaustive()
    }
}
