//! Moments about the centre of mass.

use crate::signal::sum::sum;
use crate::signal::{FiniteSupport, Refusal};

/// The central moments of an image up to order 3: μ_pq = Σ (r − r̄)ᵖ (c − c̄)^q f(r, c), where (r̄, c̄) is the centre of mass.
///
/// # Conventions
///
/// p is the power of rows and q that of columns, as in scikit-image; OpenCV has them in the other order.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{CentralMoments, FiniteSupport, Image};
/// let bar = FiniteSupport::new([7, -2], Image::from_fn([3, 1], |_| 2.0));
/// let moments = CentralMoments::of(&bar)?;
/// assert_eq!((moments.get(0, 0), moments.get(2, 0), moments.get(0, 2)), (6.0, 4.0, 0.0));
/// # Ok::<(), equivariant::signal::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CentralMoments {
    moments: [[f64; 4]; 4],
}

impl CentralMoments {
    /// The moments of an image.
    ///
    /// # Errors
    ///
    /// [`Refusal::Degenerate`], if the mass is not positive.
    ///
    /// # Complexity
    ///
    /// O(n), with sums by halves.
    pub fn of(x: &FiniteSupport<f64, 2>) -> Result<Self, Refusal> {
        let ([rows, columns], values) = (x.values().shape(), x.values().values());
        let total = |weight: &dyn Fn(usize) -> f64| sum(values.len(), |i| weight(i) * values[i]);
        let mass = total(&|_| 1.0);
        if mass <= 0.0 {
            return Err(Refusal::Degenerate("the mass is not positive"));
        }
        // from the middle of the box, so that a turned box has the same numbers
        let row = |i: usize| (i / columns) as f64 - (rows - 1) as f64 / 2.0;
        let column = |i: usize| (i % columns) as f64 - (columns - 1) as f64 / 2.0;
        let centre = [total(&row) / mass, total(&column) / mass];
        let mut moments = [[0.0; 4]; 4];
        for (p, q) in (0..4).flat_map(|p| (0..4 - p).map(move |q| (p, q))) {
            moments[p][q] = total(&|i| {
                (row(i) - centre[0]).powi(p as i32) * (column(i) - centre[1]).powi(q as i32)
            });
        }
        Ok(CentralMoments { moments })
    }

    /// The moment μ_pq; 0 beyond order 3.
    #[must_use]
    pub fn get(&self, p: usize, q: usize) -> f64 {
        let row = self.moments.get(p);
        row.and_then(|row| row.get(q)).copied().unwrap_or(0.0)
    }

    /// The moment of unit mass and whatever the unit of length is: η_pq = μ_pq / μ₀₀^(1 + (p + q)/2).
    #[must_use]
    pub fn normalised(&self, p: usize, q: usize) -> f64 {
        let power = 1.0 + (p + q) as f64 / 2.0;
        self.get(p, q) / self.get(0, 0).powf(power)
    }
}
