//! Fully connected layers.

use nalgebra::{DMatrix, DVectorView};

use crate::groups::{Cyclic, ZeroOrder};
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::spectrum::fourier::RealTransform;
use crate::signal::{Image, Refusal, Signal, Signals};

/// A fully connected layer: y = W x, with a weight for each pair of a value that comes in and one that goes out.
///
/// It moves with the shifts of ℤ/n exactly if W is circulant, W\[i, j\] = w\[i − j\]; then it is the
/// convolution with w. Otherwise a shift by one changes more than the places of its values.
///
/// # Complexity
///
/// One product of a matrix and a vector, of nalgebra's.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{FullyConnected, Signal}};
/// use nalgebra::dmatrix;
///
/// let layer = FullyConnected::new(dmatrix![1.0, 2.0, 0.0; 0.0, 4.0, 0.0; 3.0, 0.0, 1.0]);
/// assert_eq!(layer.apply(&Signal::from(vec![1.0, 1.0, 1.0]))?.values(), [3.0, 4.0, 4.0]);
/// assert!(Check::default().equivariant(&layer.clone().equivariant()?).is_err());
///
/// let mean = layer.symmetrised()?;
/// assert!(mean.is_circulant());
/// Check::default().equivariant(&mean.equivariant()?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FullyConnected {
    weights: DMatrix<f64>,
}

/// A matrix that is not square, or has no entries: what comes out has not the shifts of what goes in.
///
/// # Examples
///
/// ```
/// use equivariant::signal::FullyConnected;
/// use nalgebra::dmatrix;
/// let error = FullyConnected::new(dmatrix![1.0, 2.0]).symmetrised().unwrap_err();
/// assert_eq!(error.to_string(), "a matrix of 1 × 2 entries has no shifts of rows and columns");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a matrix of {rows} × {columns} entries has no shifts of rows and columns")]
pub struct NotSquare {
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
}

impl FullyConnected {
    /// The layer with these weights, one row for each value that goes out.
    #[must_use]
    pub fn new(weights: DMatrix<f64>) -> Self {
        FullyConnected { weights }
    }

    /// The weights.
    #[must_use]
    pub fn weights(&self) -> &DMatrix<f64> {
        &self.weights
    }

    /// The value W x.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the matrix is for another number of values.
    pub fn apply(&self, x: &Signal<f64, 1>) -> Result<Signal<f64, 1>, Refusal> {
        if x.len() != self.weights.ncols() {
            return Err(Refusal::Shape {
                found: vec![x.len()],
                needed: vec![self.weights.ncols()],
            });
        }
        let y = &self.weights * DVectorView::from_slice(x.values(), x.len());
        Ok(Signal::from(y.as_slice().to_vec()))
    }

    /// The values W (k·x) for all shifts k of the signal, one row for each k.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the matrix is for another number of values; [`Refusal::Empty`], if there are none.
    ///
    /// # Complexity
    ///
    /// O(m n log n) for m × n weights: each row of W is correlated with the signal by the fast Fourier transform. One
    /// application for each shift would take m n².
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::{FullyConnected, Signal};
    /// use nalgebra::dmatrix;
    /// let layer = FullyConnected::new(dmatrix![1.0, 2.0, 0.0; 0.0, 4.0, 0.0]);
    /// let x = Signal::from(vec![1.0, 2.0, 3.0]);
    /// let all = layer.at_all_shifts(&x)?;
    /// let one = layer.apply(&x.shifted([2]))?;
    /// assert!((0..2).all(|j| (all.get([2, j]).unwrap() - one.values()[j]).abs() < 1e-14));
    /// # Ok::<(), equivariant::signal::Refusal>(())
    /// ```
    pub fn at_all_shifts(&self, x: &Signal<f64, 1>) -> Result<Image<f64>, Refusal> {
        let (rows, n) = self.weights.shape();
        if x.len() != n {
            return Err(Refusal::Shape {
                found: vec![x.len()],
                needed: vec![n],
            });
        }
        if x.is_empty() {
            return Err(Refusal::Empty);
        }
        let transform = RealTransform::new([n]);
        let of_signal = transform.forward(x.values().to_vec());
        // (W (k·x))ⱼ = Σ wⱼ[m + k] x[m]
        let mut columns = Vec::with_capacity(rows * n);
        for row in self.weights.row_iter() {
            let mut spectrum = transform.forward(row.iter().copied().collect());
            for (w, x) in spectrum.iter_mut().zip(&of_signal) {
                *w *= x.conj();
            }
            columns.extend(transform.inverse(spectrum));
        }
        Ok(Image::from_fn([n, rows], |[k, j]| columns[j * n + k]))
    }

    /// Whether W\[i + 1, j + 1\] = W\[i, j\] for all i and j, counted around.
    #[must_use]
    pub fn is_circulant(&self) -> bool {
        let w = &self.weights;
        let (rows, columns) = w.shape();
        let same = |i: usize, j: usize| w[(i, j)] == w[((i + 1) % rows, (j + 1) % columns)];
        rows == columns && (0..rows).all(|i| (0..columns).all(|j| same(i, j)))
    }

    /// The mean of T₋ₖ W Tₖ over the shifts k of ℤ/n: the nearest circulant matrix, which is W itself if W is one.
    ///
    /// # Errors
    ///
    /// [`NotSquare`], if W is not.
    pub fn symmetrised(&self) -> Result<Self, NotSquare> {
        let n = self.order()?.order() as usize;
        let w = &self.weights;
        // w̄[m] = (1/n) Σ W[j + m, j]; of equal weights the mean is exact
        let mean = |m: usize| {
            let first = w[(m, 0)];
            let differences = (0..n).map(|j| (w[((j + m) % n, j)] - first) / n as f64);
            first + differences.sum::<f64>()
        };
        let means: Vec<f64> = (0..n).map(mean).collect();
        let weights = DMatrix::from_fn(n, n, |i, j| means[(i + n - j) % n]);
        Ok(FullyConnected { weights })
    }

    /// The map with the claim that it moves with the shifts of ℤ/n, which is true exactly if the matrix is circulant.
    ///
    /// # Errors
    ///
    /// [`NotSquare`], if the matrix is not.
    pub fn equivariant(
        self,
    ) -> Result<
        EquivariantMap<
            Cyclic,
            Signals<Reals, 1>,
            Partial<Signals<Reals, 1>, Refusal>,
            impl Fn(&Signal<f64, 1>) -> Result<Signal<f64, 1>, Refusal>,
        >,
        NotSquare,
    > {
        let shifts = self.order()?;
        let signals = Signals::default().of_shape([self.weights.ncols()]);
        let claim = EquivariantMap::new(
            shifts,
            signals,
            Partial::new(signals),
            move |x: &Signal<f64, 1>| self.apply(x),
        );
        Ok(claim)
    }

    /// The group ℤ/n of the shifts.
    fn order(&self) -> Result<Cyclic, NotSquare> {
        let (rows, columns) = self.weights.shape();
        let not_square = NotSquare { rows, columns };
        if rows != columns {
            return Err(not_square);
        }
        Cyclic::new(rows as u64).map_err(|ZeroOrder| not_square)
    }
}
