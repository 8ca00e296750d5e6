//! The matrix Fisher density on SO(3).

use nalgebra::{Matrix3, Rotation3};

/// The matrix Fisher density f(R) ∝ exp tr(FᵀR) of rotations, the von Mises density of the sphere of
/// matrices, cut down to SO(3).
///
/// With F = U S Vᵀ, where U and V are rotations, its mode is U Vᵀ, and the differences of S say how sharp it
/// is about each axis.
///
/// # Conventions
///
/// With respect to Haar measure. The parameter F is any matrix; for F = (κ/2) 1 the density
/// depends on the angle θ of R alone, as exp(κ cos θ).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::MatrixFisher;
/// use nalgebra::{Matrix3, Rotation3, Vector3};
/// let errors = MatrixFisher::concentrated(4.0)?;
/// assert_eq!(errors.parameter(), Matrix3::identity() * 2.0);
/// let turn = Rotation3::from_axis_angle(&Vector3::z_axis(), 1.0);
/// let fall = errors.log_kernel(&Rotation3::identity()) - errors.log_kernel(&turn);
/// assert!((fall - 4.0 * (1.0 - f64::cos(1.0))).abs() < 1e-14);
/// # Ok::<(), equivariant::statistics::density::NotFinite>(())
/// ```
///
/// # References
///
/// T. D. Downs, Orientation statistics, *Biometrika* 59 (1972), 665–676; C. G. Khatri and K. V. Mardia, The
/// von Mises–Fisher matrix distribution in orientation statistics, *Journal of the Royal Statistical
/// Society* B 39 (1977), 95–106.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixFisher {
    parameter: Matrix3<f64>,
}

/// A parameter with an entry that is not a finite number.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::MatrixFisher;
/// let refused = MatrixFisher::concentrated(f64::NAN).unwrap_err();
/// assert_eq!(refused.to_string(), "the entry in row 0, column 0 of the parameter is NaN, not a finite number");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the entry in row {row}, column {column} of the parameter is {value}, not a finite number")]
pub struct NotFinite {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// The entry.
    pub value: f64,
}

impl MatrixFisher {
    /// The density with the parameter F.
    ///
    /// # Errors
    ///
    /// [`NotFinite`], if an entry is not a finite number.
    pub fn new(parameter: Matrix3<f64>) -> Result<Self, NotFinite> {
        for row in 0..3 {
            for column in 0..3 {
                let value = parameter[(row, column)];
                if !value.is_finite() {
                    return Err(NotFinite { row, column, value });
                }
            }
        }
        Ok(MatrixFisher { parameter })
    }

    /// The density ∝ exp(κ cos θ) of the angle θ alone.
    ///
    /// # Errors
    ///
    /// [`NotFinite`], if κ is not a finite number.
    pub fn concentrated(kappa: f64) -> Result<Self, NotFinite> {
        Self::new(Matrix3::from_diagonal_element(0.5 * kappa))
    }

    /// The parameter F.
    #[must_use]
    pub fn parameter(&self) -> Matrix3<f64> {
        self.parameter
    }

    /// tr(FᵀR), the logarithm of the density up to a constant.
    #[must_use]
    pub fn log_kernel(&self, r: &Rotation3<f64>) -> f64 {
        self.parameter.dot(r.matrix())
    }
}
