//! Student's densities.

use std::f64::consts::PI;

use super::{Density, LogLikelihood, NotPositive, Tail, largest, log_of_product};
use crate::statistics::special::ln_gamma_ratio;

/// Student's density with ν degrees of freedom, f(z) ∝ (1 + z²/ν)^(−(ν+1)/2).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Cauchy, Density, Student};
/// let t1 = Student::new(1.0)?;
/// assert!((t1.log_density(2.0) - Cauchy.log_density(2.0)).abs() < 1e-15);
/// # Ok::<(), equivariant::statistics::density::NotPositive>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Student {
    freedom: f64,
    constant: f64,
}

impl Student {
    /// The density with `freedom` degrees of freedom, which need not be an integer.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if they are not a positive number.
    pub fn new(freedom: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the degrees of freedom", freedom)?;
        let half = 0.5 * freedom;
        Ok(Student {
            freedom,
            constant: ln_gamma_ratio(half + 0.5, half) - 0.5 * (PI * freedom).ln(),
        })
    }
}

impl Student {
    /// The degrees of freedom ν.
    #[must_use]
    pub fn freedom(&self) -> f64 {
        self.freedom
    }

    /// One degree of freedom.
    pub(super) const CAUCHY: Student = Student {
        freedom: 1.0,
        constant: -1.144_729_885_849_400_2, // −log π
    };
}

impl Density for Student {
    fn name(&self) -> String {
        format!("t with {} degrees of freedom", self.freedom)
    }

    fn log_density(&self, z: f64) -> f64 {
        let power = 0.5 * (self.freedom + 1.0);
        if z.abs() > 1e150 {
            return self.constant - power * (2.0 * z.abs().ln() - self.freedom.ln());
        }
        self.constant - power * (z * z / self.freedom).ln_1p()
    }

    fn score(&self, z: f64) -> f64 {
        if z.abs() > 1e150 {
            return -(self.freedom + 1.0) / z;
        }
        -(self.freedom + 1.0) * z / (self.freedom + z * z)
    }

    fn turning_points(&self) -> Vec<f64> {
        vec![0.0]
    }

    fn tails(&self) -> [Tail; 2] {
        let exponent = self.freedom + 1.0;
        [Tail::Power { exponent }; 2]
    }

    fn is_concave_in_log_scale(&self) -> bool {
        true
    }

    fn curvature(&self) -> Option<f64> {
        Some((self.freedom + 1.0) / (8.0 * self.freedom)) // at z² = 3ν
    }

    fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
        self.kernel().location_likelihood(self, sample)
    }

    fn largest_location_likelihood(&self, sample: &[f64], from: f64, to: f64) -> Option<f64> {
        self.kernel().largest(sample, from, to)
    }
}

impl Student {
    fn kernel(&self) -> Kernel {
        Kernel {
            constant: self.constant,
            power: 0.5 * (self.freedom + 1.0),
            inverse: 1.0 / self.freedom,
        }
    }
}

/// The logarithm constant − power · log(1 + inverse · z²) of the densities of Student and Cauchy.
#[derive(Clone, Copy)]
pub(super) struct Kernel {
    pub(super) constant: f64,
    pub(super) power: f64,
    pub(super) inverse: f64,
}

impl Kernel {
    /// Whether 1 + inverse · z² neither overflows nor rounds to 1 for numbers up to this size.
    fn is_product(&self, size: f64) -> bool {
        size <= 1e150 && (1e-5..=1e9).contains(&self.inverse)
    }

    /// Σ log f(zᵢ − t), by one product.
    pub(super) fn location_likelihood<'a>(
        self,
        density: &'a impl Density,
        sample: &'a [f64],
    ) -> LogLikelihood<'a> {
        let constant = sample.len() as f64 * self.constant;
        let largest = largest(sample);
        let sum = move |origin: f64, offset: f64| {
            if !self.is_product(largest + origin.abs() + offset.abs()) {
                let term = |z: &f64| density.log_density((z - origin) - offset);
                return sample.iter().map(term).sum::<f64>() - constant;
            }
            let factor = |z: f64| {
                let z = (z - origin) - offset;
                1.0 + z * z * self.inverse
            };
            -self.power * log_of_product(sample, factor)
        };
        LogLikelihood {
            constant,
            varying: Box::new(sum),
            // a product rounds once for each factor
            size: Box::new(move |t| 0.5 * (sample.len() as f64 + sum(t, 0.0).abs())),
        }
    }

    /// Its largest value for t on an interval, each observation by itself.
    pub(super) fn largest(self, sample: &[f64], from: f64, to: f64) -> Option<f64> {
        let factor = |z: f64| {
            let nearest = (z - to).max((from - z).max(0.0));
            1.0 + nearest * nearest * self.inverse
        };
        let constant = sample.len() as f64 * self.constant;
        self.is_product(largest(sample) + from.abs() + to.abs())
            .then(|| constant - self.power * log_of_product(sample, factor))
    }
}
