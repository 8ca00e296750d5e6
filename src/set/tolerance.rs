//! By how much two elements may differ and still be the same.

use super::Real;

/// A tolerance: what is allowed is `absolute + relative · scale`, where the scale is the magnitude
/// of what is compared.
///
/// # Examples
///
/// ```
/// use equivariant::Tolerance;
/// assert_eq!(Tolerance::EXACT.allowance(1e9), 0.0);
/// assert_eq!(Tolerance::absolute(0.5).allowance(1e9), 0.5);
/// assert_eq!(Tolerance::relative(1e-3).allowance(200.0), 0.2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tolerance {
    /// Allowed whatever the scale, in the set's own units.
    pub absolute: f64,
    /// Allowed in proportion to the scale.
    pub relative: f64,
}

impl Tolerance {
    /// Nothing is allowed: two elements are the same only at distance 0.
    pub const EXACT: Tolerance = Tolerance {
        absolute: 0.0,
        relative: 0.0,
    };

    /// Rounding: 256 units in the last place of `T`, relative to the scale and nothing else, so
    /// that a change of units changes no verdict.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::Tolerance;
    /// assert!(Tolerance::rounding::<f32>().relative > Tolerance::rounding::<f64>().relative);
    /// ```
    #[must_use]
    pub const fn rounding<T: Real>() -> Tolerance {
        Tolerance {
            absolute: 0.0,
            relative: 256.0 * T::EPSILON,
        }
    }

    /// A distance in the set's own units, whatever the scale.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::Tolerance;
    /// assert_eq!(Tolerance::absolute(0.1).allowance(1e6), 0.1);
    /// ```
    #[must_use]
    pub const fn absolute(distance: f64) -> Tolerance {
        Tolerance {
            absolute: distance,
            relative: 0.0,
        }
    }

    /// A fraction of the scale.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::Tolerance;
    /// assert_eq!(Tolerance::relative(0.5).allowance(8.0), 4.0);
    /// ```
    #[must_use]
    pub const fn relative(fraction: f64) -> Tolerance {
        Tolerance {
            absolute: 0.0,
            relative: fraction,
        }
    }

    /// What is allowed at this scale.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::Tolerance;
    /// assert_eq!(Tolerance { absolute: 1.0, relative: 0.5 }.allowance(8.0), 5.0);
    /// ```
    #[must_use]
    #[inline]
    pub fn allowance(&self, scale: f64) -> f64 {
        if self.relative == 0.0 {
            self.absolute // also at an infinite scale, where 0 · ∞ would be NaN
        } else {
            self.absolute + self.relative * scale
        }
    }

    /// Whether nothing is allowed.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::Tolerance;
    /// assert!(Tolerance::EXACT.is_exact());
    /// ```
    #[must_use]
    #[inline]
    pub fn is_exact(&self) -> bool {
        self.absolute == 0.0 && self.relative == 0.0
    }
}

/// A distance beside what was allowed.
///
/// # Examples
///
/// ```
/// use equivariant::Discrepancy;
/// assert!(Discrepancy { distance: 0.0, allowance: 0.0 }.is_allowed());
/// assert!(!Discrepancy { distance: f64::NAN, allowance: f64::INFINITY }.is_allowed());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discrepancy {
    /// The distance that was measured.
    pub distance: f64,
    /// The largest distance that would have passed.
    pub allowance: f64,
}

impl Discrepancy {
    /// Whether the distance is allowed; a NaN never is, and an infinite distance never is.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::Discrepancy;
    /// assert!(Discrepancy { distance: 0.5, allowance: 1.0 }.is_allowed());
    /// assert!(!Discrepancy { distance: f64::NAN, allowance: 1.0 }.is_allowed());
    /// ```
    #[must_use]
    #[inline]
    pub fn is_allowed(&self) -> bool {
        self.distance <= self.allowance && self.distance < f64::INFINITY
    }

    /// The distance in units of what is allowed: the larger of two is the worse.
    pub(crate) fn severity(&self) -> f64 {
        if self.distance.is_nan() {
            f64::INFINITY
        } else if self.distance == 0.0 {
            0.0
        } else {
            self.distance / self.allowance
        }
    }

    /// The worse of two.
    #[must_use]
    pub(crate) fn or_worse(self, other: Discrepancy) -> Discrepancy {
        if other.severity() > self.severity() || other.distance.is_nan() {
            other
        } else {
            self
        }
    }
}
