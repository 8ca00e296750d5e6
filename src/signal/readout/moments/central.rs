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
        // Σ_c (c − c̄)^q f(r, c), and then Σ_r (r − r̄)ᵖ of these
        let of_row = |r: usize, q: i32, centre: f64| {
            let row = &values[r * columns..(r + 1) * columns];
            sum(columns, |c| {
                (from_middle(c, columns) - centre).powi(q) * row[c]
            })
        };
        let total = |p: i32, of_rows: &[f64], centre: f64| {
            sum(rows, |r| {
                (from_middle(r, rows) - centre).powi(p) * of_rows[r]
            })
        };
        let in_rows =
            |q: i32, centre: f64| -> Vec<f64> { (0..rows).map(|r| of_row(r, q, centre)).collect() };
        let [masses, firsts] = [0, 1].map(|q| in_rows(q, 0.0));
        let mass = total(0, &masses, 0.0);
        if mass <= 0.0 {
            return Err(Refusal::Degenerate("the mass is not positive"));
        }
        let centre = [total(1, &masses, 0.0) / mass, total(0, &firsts, 0.0) / mass];
        let mut moments = [[0.0; 4]; 4];
        let of_rows = [0, 1, 2, 3].map(|q| in_rows(q, centre[1]));
        for (p, moments) in (0..).zip(&mut moments) {
            for (moment, of_rows) in moments.iter_mut().zip(&of_rows).take(4 - p) {
                *moment = total(p as i32, of_rows, centre[0]);
            }
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

/// A place from the middle of so many, so that a turned box has the same numbers.
fn from_middle(i: usize, side: usize) -> f64 {
    i as f64 - (side - 1) as f64 / 2.0
}
