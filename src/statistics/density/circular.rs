//! Densities on the circle.

use std::f64::consts::TAU;

use crate::sets::{Circle, Multisets};
use crate::statistics::claim::{Claim, Direction, OrientedDirection};

/// A probability density f on the circle, as a function of the angle, up to a constant factor.
///
/// # Laws
///
/// ```text
/// periodic     log f(z + 2π)  =  log f(z)
/// symmetric      log f(−z)  =  log f(z)      if its estimators claim mirrors
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{CircularDensity, VonMises};
/// let f = VonMises::new(2.0)?;
/// assert_eq!(f.log_density(0.5), f.log_density(-0.5));
/// # Ok::<(), equivariant::statistics::density::NotCircular>(())
/// ```
pub trait CircularDensity {
    /// What an estimator of the direction can claim: [`Direction`], with mirrors, if f is symmetric, and
    /// otherwise [`OrientedDirection`].
    type Claim: Claim<Observation = f64, Samples = Multisets<Circle>, Values = Circle> + Default;

    /// The name that a table shows.
    fn name(&self) -> String;

    /// log f(z), up to a constant; −∞ where f vanishes.
    fn log_density(&self, angle: f64) -> f64;

    /// About how wide the narrowest peak of f is, in radians.
    fn resolution(&self) -> f64 {
        TAU / 32.0
    }

    /// Whether the mean direction is the minimum-risk equivariant estimate for every sample.
    fn has_best_mean(&self) -> bool {
        false
    }
}

/// A parameter of a density on the circle that makes no sense.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{what} is {value}, and has to be {wanted}")]
pub struct NotCircular {
    /// Which parameter.
    pub what: &'static str,
    /// The value that was given.
    pub value: f64,
    /// What it has to be.
    pub wanted: &'static str,
}

/// The von Mises density f(z) ∝ exp(κ cos z), of concentration κ > 0.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{CircularDensity, VonMises};
/// assert_eq!(VonMises::new(2.0)?.log_density(std::f64::consts::PI), -4.0);
/// assert!(VonMises::new(0.0).is_err());
/// # Ok::<(), equivariant::statistics::density::NotCircular>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VonMises {
    concentration: f64,
}

impl VonMises {
    /// The density of this concentration.
    ///
    /// # Errors
    ///
    /// [`NotCircular`], if the concentration is not a positive number.
    pub fn new(concentration: f64) -> Result<Self, NotCircular> {
        if concentration.is_finite() && concentration > 0.0 {
            return Ok(VonMises { concentration });
        }
        Err(NotCircular {
            what: "the concentration",
            value: concentration,
            wanted: "a positive number",
        })
    }
}

impl CircularDensity for VonMises {
    type Claim = Direction;

    fn name(&self) -> String {
        format!("von Mises, κ = {}", self.concentration)
    }

    /// κ (cos z − 1)
    fn log_density(&self, angle: f64) -> f64 {
        -2.0 * self.concentration * (0.5 * angle).sin().powi(2)
    }

    fn resolution(&self) -> f64 {
        1.0 / self.concentration.max(1.0).sqrt()
    }

    fn has_best_mean(&self) -> bool {
        true
    }
}

/// The wrapped Cauchy density f(z) ∝ 1/(1 + ρ² − 2ρ cos z), of mean resultant length 0 < ρ < 1.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{CircularDensity, WrappedCauchy};
/// let f = WrappedCauchy::new(0.5)?;
/// assert!((f.log_density(0.0) - f.log_density(std::f64::consts::PI) - 9.0_f64.ln()).abs() < 1e-15);
/// assert!(WrappedCauchy::new(1.0).is_err());
/// # Ok::<(), equivariant::statistics::density::NotCircular>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WrappedCauchy {
    rho: f64,
}

impl WrappedCauchy {
    /// The density of this mean resultant length ρ.
    ///
    /// # Errors
    ///
    /// [`NotCircular`], if ρ is not between 0 and 1.
    pub fn new(rho: f64) -> Result<Self, NotCircular> {
        if rho > 0.0 && rho < 1.0 {
            return Ok(WrappedCauchy { rho });
        }
        Err(NotCircular {
            what: "the mean resultant length",
            value: rho,
            wanted: "between 0 and 1",
        })
    }
}

impl CircularDensity for WrappedCauchy {
    type Claim = Direction;

    fn name(&self) -> String {
        format!("wrapped Cauchy, ρ = {}", self.rho)
    }

    /// −log(1 + ρ² − 2ρ cos z), without cancellation near 0, and 0 there
    fn log_density(&self, angle: f64) -> f64 {
        let sine = (0.5 * angle).sin() / (1.0 - self.rho);
        -(4.0 * self.rho * sine * sine).ln_1p()
    }

    fn resolution(&self) -> f64 {
        -self.rho.ln()
    }
}

/// The cardioid density f(z) ∝ 1 + 2ρ cos z, of mean resultant length 0 < ρ ≤ ½.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Cardioid, CircularDensity};
/// let f = Cardioid::new(0.25)?;
/// assert!((f.log_density(0.0) - f.log_density(std::f64::consts::PI) - 3.0_f64.ln()).abs() < 1e-15);
/// assert!(Cardioid::new(0.75).is_err());
/// # Ok::<(), equivariant::statistics::density::NotCircular>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cardioid {
    rho: f64,
}

impl Cardioid {
    /// The density of this mean resultant length ρ.
    ///
    /// # Errors
    ///
    /// [`NotCircular`], if ρ is not positive or above ½.
    pub fn new(rho: f64) -> Result<Self, NotCircular> {
        if rho > 0.0 && rho <= 0.5 {
            return Ok(Cardioid { rho });
        }
        Err(NotCircular {
            what: "the mean resultant length",
            value: rho,
            wanted: "positive and at most 1/2",
        })
    }
}

impl CircularDensity for Cardioid {
    type Claim = Direction;

    fn name(&self) -> String {
        format!("cardioid, ρ = {}", self.rho)
    }

    /// log(1 + 2ρ cos z), without cancellation near π
    fn log_density(&self, angle: f64) -> f64 {
        let cosine = (0.5 * angle).cos();
        (1.0 - 2.0 * self.rho + 4.0 * self.rho * cosine * cosine).ln()
    }
}

/// A density on the circle given by a closure for its logarithm.
///
/// # Conventions
///
/// The closure has to be periodic and smooth; it need not be normalised or symmetric, so what is made
/// from it claims rotations only. Peaks narrower than about a 32nd of the circle need
/// [`with_resolution`](CustomDirection::with_resolution), that none is overlooked.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::CustomDirection;
/// use equivariant::statistics::{Estimator, pitman::PitmanDirection};
/// let skew = CustomDirection::new("skew", |z: f64| z.cos() + 0.5 * (2.0 * z).sin());
/// let direction = PitmanDirection::new(skew).estimate(&[0.25, -1.5, 2.75, 0.5, 0.125])?;
/// assert!((direction + 0.268724247952528334).abs() < 1e-14);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct CustomDirection<F> {
    name: String,
    log_density: F,
    resolution: f64,
}

impl<F: Fn(f64) -> f64> CustomDirection<F> {
    /// The density with this logarithm.
    pub fn new(name: impl Into<String>, log_density: F) -> Self {
        CustomDirection {
            name: name.into(),
            log_density,
            resolution: TAU / 32.0,
        }
    }

    /// The density, with peaks as narrow as this, in radians.
    ///
    /// # Errors
    ///
    /// [`NotCircular`], if the width is not a positive number.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::density::CustomDirection;
    /// let narrow = CustomDirection::new("narrow", |z: f64| 1e4 * z.cos());
    /// assert!(narrow.with_resolution(0.01).is_ok());
    /// ```
    pub fn with_resolution(mut self, resolution: f64) -> Result<Self, NotCircular> {
        if resolution.is_finite() && resolution > 0.0 {
            self.resolution = resolution;
            return Ok(self);
        }
        Err(NotCircular {
            what: "the resolution",
            value: resolution,
            wanted: "a positive number",
        })
    }
}

impl<F: Fn(f64) -> f64> CircularDensity for CustomDirection<F> {
    type Claim = OrientedDirection;

    fn name(&self) -> String {
        self.name.clone()
    }

    fn log_density(&self, angle: f64) -> f64 {
        (self.log_density)(angle)
    }

    fn resolution(&self) -> f64 {
        self.resolution
    }
}
