//! Densities of errors in space that depend on their length alone.

use super::{Cauchy, Normal, Student, Tail, log_of_product};

/// A density f(‖ε‖) of errors in D-dimensional space, the same in all directions, that falls with the length.
///
/// [`Normal`], [`Student`] and [`Cauchy`] stand for their multivariate forms with the unit matrix as
/// scatter; the coordinates of the last two are uncorrelated, and not independent.
///
/// # Laws
///
/// ```text
/// falls        log f(s) ≥ log f(t)   for s ≤ t
/// ```
///
/// # Conventions
///
/// The argument is the square s = ‖ε‖² of the length, and log f is known up to a constant.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Cauchy, SphericalDensity};
/// // in the plane it falls like ‖ε‖⁻³
/// assert_eq!(Cauchy.log_kernel(99.0, 2), -1.5 * 100_f64.ln());
/// ```
pub trait SphericalDensity {
    /// The name that a table shows.
    fn name(&self) -> String;

    /// log f at squared length s in space of so many dimensions, up to a constant.
    fn log_kernel(&self, s: f64, dimensions: usize) -> f64;

    /// How f falls with the length.
    fn tail(&self, dimensions: usize) -> Tail;

    /// An upper bound of the second derivative of log f along every line, if one is known and log f is
    /// smooth.
    fn curvature(&self, _dimensions: usize) -> Option<f64> {
        None
    }

    /// Whether the mean of a sample is the estimate of least risk.
    fn has_best_mean(&self) -> bool {
        false
    }

    /// Σ log f(sᵢ), the logarithm of a likelihood.
    ///
    /// Overridden where it can be had faster than one density at a time.
    fn log_likelihood(&self, squares: &[f64], dimensions: usize) -> f64 {
        let term = |&s: &f64| self.log_kernel(s, dimensions);
        squares.iter().map(term).sum()
    }
}

impl SphericalDensity for Normal {
    fn name(&self) -> String {
        "spherical normal".to_owned()
    }

    fn log_kernel(&self, s: f64, _dimensions: usize) -> f64 {
        -0.5 * s
    }

    fn tail(&self, _dimensions: usize) -> Tail {
        Tail::Light
    }

    fn curvature(&self, _dimensions: usize) -> Option<f64> {
        Some(0.0)
    }

    fn has_best_mean(&self) -> bool {
        true
    }
}

impl SphericalDensity for Student {
    fn name(&self) -> String {
        format!("spherical t with {} degrees of freedom", self.freedom())
    }

    /// −½(ν + D) log(1 + s/ν)
    fn log_kernel(&self, s: f64, dimensions: usize) -> f64 {
        -0.5 * (self.freedom() + dimensions as f64) * (s / self.freedom()).ln_1p()
    }

    fn tail(&self, dimensions: usize) -> Tail {
        Tail::Power {
            exponent: self.freedom() + dimensions as f64,
        }
    }

    fn curvature(&self, dimensions: usize) -> Option<f64> {
        Some((self.freedom() + dimensions as f64) / (8.0 * self.freedom())) // along a radius, at s = 3ν
    }

    fn log_likelihood(&self, squares: &[f64], dimensions: usize) -> f64 {
        let inverse = 1.0 / self.freedom();
        let power = 0.5 * (self.freedom() + dimensions as f64);
        let is_product = (1e-5..=1e9).contains(&inverse) && squares.iter().all(|&s| s < 1e140);
        if is_product {
            return -power * log_of_product(squares, |s| 1.0 + s * inverse);
        }
        let term = |&s: &f64| self.log_kernel(s, dimensions);
        squares.iter().map(term).sum()
    }
}

impl SphericalDensity for Cauchy {
    fn name(&self) -> String {
        "spherical Cauchy".to_owned()
    }

    fn log_kernel(&self, s: f64, dimensions: usize) -> f64 {
        Student::CAUCHY.log_kernel(s, dimensions)
    }

    fn tail(&self, dimensions: usize) -> Tail {
        Student::CAUCHY.tail(dimensions)
    }

    fn curvature(&self, dimensions: usize) -> Option<f64> {
        Student::CAUCHY.curvature(dimensions)
    }

    fn log_likelihood(&self, squares: &[f64], dimensions: usize) -> f64 {
        Student::CAUCHY.log_likelihood(squares, dimensions)
    }
}

/// A spherical density of one's own: the logarithm as a function of the length, up to a constant.
///
/// # Laws
///
/// The function falls, is finite, and is smooth but for 0.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{CustomSpherical, SphericalDensity, Tail};
/// let hyperbolic = CustomSpherical::new("hyperbolic", |r: f64| -r.hypot(1.0), Tail::Exponential { rate: 1.0 });
/// assert_eq!(hyperbolic.log_kernel(0.0, 2), -1.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CustomSpherical<F> {
    name: &'static str,
    log_density: F,
    tail: Tail,
}

impl<F: Fn(f64) -> f64> CustomSpherical<F> {
    /// The density ∝ exp(log_density(‖ε‖)), which falls so.
    pub fn new(name: &'static str, log_density: F, tail: Tail) -> Self {
        CustomSpherical {
            name,
            log_density,
            tail,
        }
    }
}

impl<F: Fn(f64) -> f64> SphericalDensity for CustomSpherical<F> {
    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn log_kernel(&self, s: f64, _dimensions: usize) -> f64 {
        (self.log_density)(s.sqrt())
    }

    fn tail(&self, _dimensions: usize) -> Tail {
        self.tail
    }
}
