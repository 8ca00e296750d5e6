//! Thresholds for coefficients.

/// A function that makes small coefficients zero.
///
/// # Conventions
///
/// ```text
/// soft    x ↦ sign(x) max(|x| − t, 0)
/// hard    x ↦ x if |x| ≥ t, else 0
/// ```
///
/// NaN stays NaN.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::Threshold;
/// let (soft, hard) = (Threshold::soft(1.0)?, Threshold::hard(1.0)?);
/// assert_eq!([-3.0, 0.5, 1.0].map(|x| soft.apply(x)), [-2.0, 0.0, 0.0]);
/// assert_eq!([-3.0, 0.5, 1.0].map(|x| hard.apply(x)), [-3.0, 0.0, 1.0]);
/// assert!(Threshold::soft(-1.0).is_err());
/// # Ok::<(), equivariant::signal::wavelet::NotAThreshold>(())
/// ```
///
/// # References
///
/// D. L. Donoho and I. M. Johnstone, *Ideal spatial adaptation by wavelet shrinkage* (Biometrika 81, 1994).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    at: f64,
    is_soft: bool,
}

/// A threshold that is negative or not a number.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::Threshold;
/// let error = Threshold::hard(f64::NAN).unwrap_err();
/// assert_eq!(error.to_string(), "the threshold is NaN, where a number from 0 on is needed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the threshold is {value}, where a number from 0 on is needed")]
pub struct NotAThreshold {
    /// The value given.
    pub value: f64,
}

impl Threshold {
    /// The threshold t toward which coefficients shrink.
    ///
    /// # Errors
    ///
    /// [`NotAThreshold`], if t is negative or not a number.
    pub fn soft(t: f64) -> Result<Self, NotAThreshold> {
        Threshold::new(t, true)
    }

    /// The threshold t from which on coefficients are kept.
    ///
    /// # Errors
    ///
    /// [`NotAThreshold`], if t is negative or not a number.
    pub fn hard(t: f64) -> Result<Self, NotAThreshold> {
        Threshold::new(t, false)
    }

    fn new(at: f64, is_soft: bool) -> Result<Self, NotAThreshold> {
        if at >= 0.0 {
            Ok(Threshold { at, is_soft })
        } else {
            Err(NotAThreshold { value: at })
        }
    }

    /// What the coefficient x becomes.
    #[must_use]
    #[inline]
    pub fn apply(&self, x: f64) -> f64 {
        if x.abs() < self.at {
            0.0
        } else if self.is_soft {
            x - self.at.copysign(x)
        } else {
            x
        }
    }
}
