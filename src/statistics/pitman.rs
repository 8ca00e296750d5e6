//! Minimum-risk equivariant estimators: the Pitman estimator on several groups.
//!
//! If the parameter is the group element g that a sample was moved by, x = g·ε with ε from a known
//! density p, then the equivariant estimator of least risk is a generalised Bayes rule, with the right
//! Haar measure ν of the group as the prior:
//!
//! ```text
//! δ(x) = argmin_a ∫ L(g, a) p(g⁻¹·x) dν(g)
//! ```
//!
//! For shifts and squared error that is the estimator of Pitman (1939), the mean of the normalised
//! likelihood.
//!
//! | parameter | group | estimator |
//! |---|---|---|
//! | location | ℝ | [`PitmanLocation`] |
//! | scale | ℝ₊ | [`PitmanScale`] |
//! | location and scale | x ↦ a x + b | [`PitmanLocationOfSpread`], [`PitmanSpread`] |
//! | point in space | ℝᴰ | [`PitmanPoint`], [`PitmanCoordinates`] |
//! | direction | SO(2) | [`PitmanDirection`] |
//! | rotation | SO(3) | [`PitmanRotation`] |
//! | covariance | lower triangular matrices | [`SteinCovariance`](crate::statistics::covariance::SteinCovariance) |
//! | element of a finite group | itself | [`PitmanFinite`] |
//!
//! # Conventions
//!
//! The density, the scale where it is known, and the loss are given beforehand. Values are computed in
//! coordinates in which a pilot estimate of location is 0 and the scale is 1, so that the estimators are
//! equivariant up to the rounding of their results; there is no absolute tolerance.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, density::Cauchy, pitman::PitmanLocation};
//!
//! let sample = [0.3, -1.2, 4.0, 0.9, -0.1];
//! let estimate = PitmanLocation::new(Cauchy).evaluate(&sample)?;
//! assert!((estimate.value - 0.244474325798206888).abs() < 1e-15);
//! assert!(estimate.bound < 1e-12);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```
//!
//! # References
//!
//! E. J. G. Pitman, The estimation of the location and scale parameters of a continuous population of
//! any given form, *Biometrika* 30 (1939), 391–421; E. L. Lehmann and G. Casella, *Theory of Point
//! Estimation*, 2nd ed. (1998), chapter 3; M. L. Eaton, *Group Invariance Applications in Statistics*
//! (1989).

mod circle;
mod coordinates;
mod finite;
mod huber;
mod location;
mod location_scale;
mod maximum;
mod point;
mod pole;
mod power;
mod rotation;
mod scale;

pub use circle::PitmanDirection;
pub use coordinates::{NotSquared, PitmanCoordinates};
pub use finite::{NotOnGroup, PitmanFinite};
pub use location::{NotALoss, PitmanLocation};
pub use location_scale::{PitmanLocationOfSpread, PitmanSpread};
pub use point::PitmanPoint;
pub use rotation::PitmanRotation;
pub use scale::PitmanScale;

use super::Refusal;
use super::density::ClosedForm;

/// A value with what is known about its numerical accuracy.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{density::Normal, pitman::{Method, PitmanLocation}};
/// let estimate = PitmanLocation::new(Normal).evaluate(&[1.0, 2.0])?;
/// assert_eq!((estimate.value, estimate.method), (1.5, Method::ClosedForm));
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate<V = f64> {
    /// The value.
    pub value: V,
    /// A bound on the numerical error of the value, as estimated by the method, beside the rounding of
    /// the value itself.
    pub bound: f64,
    /// How often the logarithm of the likelihood of the sample was evaluated; 0 for a closed form.
    pub evaluations: u64,
    /// How the value was computed.
    pub method: Method,
}

impl From<ClosedForm> for Estimate {
    fn from(form: ClosedForm) -> Self {
        Estimate {
            value: form.value,
            bound: form.bound,
            evaluations: 0,
            method: Method::ClosedForm,
        }
    }
}

/// The accuracy that is promised, relative to the unit of the value.
const PROMISED: f64 = 1e-12;

impl Estimate {
    /// A value by a formula, which rounds a few times numbers of about its own size.
    fn closed(value: f64) -> Self {
        let bound = 32.0 * f64::EPSILON * value.abs();
        ClosedForm { value, bound }.into()
    }

    /// The estimate, if it is known to the accuracy that is promised for values of this size.
    fn accurate(self, unit: f64) -> Result<Self, Refusal> {
        let (bound, promised) = (self.bound, PROMISED * unit);
        if bound <= promised {
            Ok(self)
        } else {
            Err(Refusal::Inaccurate { bound, promised })
        }
    }

    /// The estimate, if its value is a positive number of full precision.
    fn positive(self) -> Result<Self, Refusal> {
        if self.value.is_finite() && self.value >= f64::MIN_POSITIVE {
            return Ok(self);
        }
        Err(Refusal::Overflow(
            "the power of the scale is too large or too small",
        ))
    }
}

/// How a value was computed.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::pitman::Method;
/// assert_eq!(Method::ClosedForm.to_string(), "closed form");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// A formula.
    ClosedForm,
    /// Gauss–Legendre rules on cells that are halved where they have not converged, with a bound on what
    /// was not looked at.
    Quadrature,
    /// Quadrature over the scale, of closed forms or quadratures over the location.
    NestedQuadrature,
    /// The highest mode, by bounds and bisection.
    Maximum,
    /// The trapezoidal rule on the circle, with nodes doubled until nothing changes.
    PeriodicTrapezoid,
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Method::ClosedForm => "closed form",
            Method::Quadrature => "quadrature",
            Method::NestedQuadrature => "nested quadrature",
            Method::Maximum => "maximum",
            Method::PeriodicTrapezoid => "periodic trapezoidal rule",
        })
    }
}
