//! Losses of a location.

use super::{Loss, exponential_excess};

/// A loss of a location, ρ(d − θ): a function of the error.
///
/// | loss | ρ(t) |
/// |---|---|
/// | squared | t² |
/// | absolute | \|t\| |
/// | LINEX | e^{a t} − a t − 1 |
/// | Huber | t²/2 for \|t\| ≤ k, k\|t\| − k²/2 beyond |
/// | 0–1 | 0 for t = 0, and 1 otherwise |
///
/// # Laws
///
/// Each is invariant under shifts: L(d + c, θ + c) = L(d, θ). All but LINEX are also invariant under
/// reflections. None but the last is under changes of scale; in units of a scale that moves along,
/// [`StandardisedLoss`](super::StandardisedLoss), each is.
///
/// # Conventions
///
/// LINEX is nearly exponential for errors of the sign of a and nearly linear for those of the other.
/// The 0–1 loss stands for the limit of narrow windows: there an estimator is as good as the density
/// of its error at 0 is high.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::LocationLoss;
/// assert_eq!(LocationLoss::Squared.at(5.0, 2.0), 9.0);
/// assert_eq!(LocationLoss::Huber { k: 1.0 }.at(5.0, 2.0), 2.5);
/// // too high is worse than too low
/// let asymmetric = LocationLoss::Linex { a: 1.0 };
/// assert!(asymmetric.at(5.0, 2.0) > 7.0 * asymmetric.at(2.0, 5.0));
/// ```
///
/// # References
///
/// H. R. Varian, A Bayesian approach to real estate assessment, in *Studies in Bayesian Econometrics
/// and Statistics in Honor of L. J. Savage* (1975); P. J. Huber, Robust estimation of a location
/// parameter, *Annals of Mathematical Statistics* 35 (1964), 73–101.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LocationLoss {
    /// t².
    Squared,
    /// |t|.
    Absolute,
    /// e^{a t} − a t − 1.
    Linex {
        /// The rate a, not 0.
        a: f64,
    },
    /// t²/2 for |t| ≤ k, k|t| − k²/2 beyond.
    Huber {
        /// The error k > 0 up to which the loss is quadratic.
        k: f64,
    },
    /// 0 for t = 0, and 1 otherwise.
    ZeroOne,
}

impl LocationLoss {
    /// The loss ρ(d − θ) of the decision d at the location θ.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::LocationLoss;
    /// assert_eq!(LocationLoss::Absolute.at(5.0, 2.0), 3.0);
    /// ```
    #[must_use]
    #[inline]
    pub fn at(self, d: f64, theta: f64) -> f64 {
        self.of_error(d - theta)
    }

    /// The loss ρ(t) of the error t = d − θ.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::LocationLoss;
    /// assert_eq!(LocationLoss::ZeroOne.of_error(0.0), 0.0);
    /// assert_eq!(LocationLoss::ZeroOne.of_error(1e-9), 1.0);
    /// ```
    #[must_use]
    #[inline]
    pub fn of_error(self, t: f64) -> f64 {
        match self {
            LocationLoss::Squared => t * t,
            LocationLoss::Absolute => t.abs(),
            LocationLoss::Linex { a } => exponential_excess(a * t),
            LocationLoss::Huber { k } if t.abs() <= k => 0.5 * t * t,
            LocationLoss::Huber { k } => k * (t.abs() - 0.5 * k),
            LocationLoss::ZeroOne if t.is_nan() => t,
            LocationLoss::ZeroOne => f64::from(t != 0.0),
        }
    }
}

impl Loss<f64, f64> for LocationLoss {
    #[inline]
    fn loss(&self, d: &f64, theta: &f64) -> f64 {
        self.at(*d, *theta)
    }
}
