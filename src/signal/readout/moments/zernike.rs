//! Zernike's moments.

use std::f64::consts::PI;

use nalgebra::Complex;

use crate::action::Trivial;
use crate::groups::Dihedral;
use crate::map::EquivariantMap;
use crate::sets::{Power, Reals};
use crate::signal::{Image, Images};

/// The absolute values |A_nm| of Zernike's moments on the disk inscribed in an image, for n up to a degree:
///
/// ```text
/// A_nm = (n + 1)/π ∫ f(ρ, θ) R_nm(ρ) exp(−imθ)      over the disk, 0 ≤ m ≤ n, n − m even
/// ```
///
/// A turn of the picture turns A_nm, and a mirror conjugates it; its absolute value stays. Under quarter turns
/// and mirrors about the centre this is exact; under other turns it is as exact as the picture.
///
/// # Conventions
///
/// The disk is around the centre of the image and as wide as its shorter side; the integral is the sum over the cells
/// whose centre is in it, with the radius as unit of length. The order of the moments is (0, 0), (1, 1), (2, 0), (2, 2),
/// (3, 1), (3, 3), ….
///
/// # Complexity
///
/// O(cells · degree²). The polynomials R_nm follow from one another by a recurrence without cancellation of large numbers:
/// R_nm = ρ (R_{n−1,|m−1|} + R_{n−1,m+1}) − R_{n−2,m}.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Image, ZernikeMoments}};
///
/// let flat = Image::from_fn([100, 100], |_| 3.0);
/// let moments = ZernikeMoments::new(2).apply(&flat);
/// assert!((moments[0] - 3.0).abs() < 0.02 && moments[1..].iter().all(|moment| *moment < 0.02));
/// Check::default().equivariant(&ZernikeMoments::new(4).invariant())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
///
/// # References
///
/// A. Khotanzad and Y. H. Hong, “Invariant image recognition by Zernike moments”, *IEEE Transactions on Pattern Analysis
/// and Machine Intelligence* 12 (1990).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZernikeMoments {
    degree: usize,
}

impl ZernikeMoments {
    /// The moments up to this degree.
    #[must_use]
    pub const fn new(degree: usize) -> Self {
        ZernikeMoments { degree }
    }

    /// The indices (n, m) of the moments, in order.
    pub fn indices(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        (0..=self.degree).flat_map(|n| (n % 2..=n).step_by(2).map(move |m| (n, m)))
    }

    /// The absolute values of the moments.
    #[must_use]
    pub fn apply(&self, x: &Image<f64>) -> Vec<f64> {
        let moments = self.moments(x).into_iter();
        moments.map(|moment| moment.re.hypot(moment.im)).collect()
    }

    /// The moments A_nm themselves.
    ///
    /// # Conventions
    ///
    /// The angle θ is from the axis of columns, and grows from it to that of rows.
    #[must_use]
    pub fn moments(&self, x: &Image<f64>) -> Vec<Complex<f64>> {
        let [rows, columns] = x.shape();
        let side = rows.min(columns) as f64;
        let radius = side / 2.0;
        let indices: Vec<(usize, usize)> = self.indices().collect();
        let mut moments = vec![Complex::ZERO; indices.len()];
        let mut polynomials = Polynomials::up_to(self.degree);
        // exp(−imθ) for each m
        let mut angular = vec![Complex::ONE; self.degree + 1];
        for ([row, column], &value) in x.positions().zip(x.values()) {
            // twice the distances from the centre are integers
            let down = (2 * row + 1) as f64 - rows as f64;
            let right = (2 * column + 1) as f64 - columns as f64;
            if down * down + right * right > side * side {
                continue; // outside of the disk
            }
            let rho = down.hypot(right) / side;
            polynomials.evaluate(rho);
            let conjugate = match rho {
                0.0 => Complex::ONE,
                _ => Complex::new(right, -down) / (side * rho),
            };
            for m in 1..=self.degree {
                angular[m] = angular[m - 1] * conjugate;
            }
            for (&(n, m), moment) in indices.iter().zip(&mut moments) {
                *moment += angular[m] * (value * polynomials.get(n, m));
            }
        }
        for ((n, _), moment) in indices.into_iter().zip(&mut moments) {
            *moment *= (n + 1) as f64 / (PI * radius * radius);
        }
        moments
    }

    /// The map with its claim under quarter turns and mirrors about the centre: f(g·x) = f(x).
    #[must_use]
    pub fn invariant(
        self,
    ) -> EquivariantMap<
        Dihedral,
        Images<Reals>,
        Trivial<Power<Reals>>,
        impl Fn(&Image<f64>) -> Vec<f64>,
    > {
        EquivariantMap::invariant(
            Dihedral::SQUARE,
            Images::default(),
            Power::default(),
            move |x: &Image<f64>| self.apply(x),
        )
    }
}

/// The values R_nm(ρ).
struct Polynomials {
    /// By n and m; those that n < m or an odd n − m leave out are 0.
    values: Vec<Vec<f64>>,
}

impl Polynomials {
    fn up_to(degree: usize) -> Self {
        Polynomials {
            values: vec![vec![0.0; degree + 2]; degree + 1],
        }
    }

    fn evaluate(&mut self, rho: f64) {
        self.values[0][0] = 1.0;
        for n in 1..self.values.len() {
            for m in (n % 2..=n).step_by(2) {
                let before = &self.values[n - 1];
                let sum = before[m.abs_diff(1)] + before[m + 1];
                let second = if n > 1 { self.values[n - 2][m] } else { 0.0 };
                self.values[n][m] = rho * sum - second;
            }
        }
    }

    fn get(&self, n: usize, m: usize) -> f64 {
        self.values[n][m]
    }
}
