//! The scalars of the continuous structures.

use nalgebra::RealField;

/// A floating-point type that can be the scalar of a continuous set or group: `f32` or `f64`.
///
/// # Examples
///
/// ```
/// use equivariant::Real;
/// assert_eq!(<f32 as Real>::EPSILON, f64::from(f32::EPSILON));
/// assert_eq!(f32::nearest(0.5).to_f64(), 0.5);
/// ```
pub trait Real: RealField + Copy + Default {
    /// The distance from 1 to the next larger number.
    const EPSILON: f64;

    /// This number, exactly.
    fn to_f64(self) -> f64;

    /// The number of this type nearest to `x`.
    fn nearest(x: f64) -> Self;
}

impl Real for f32 {
    const EPSILON: f64 = f32::EPSILON as f64;

    #[inline]
    fn to_f64(self) -> f64 {
        f64::from(self)
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation)]
    fn nearest(x: f64) -> Self {
        x as f32
    }
}

impl Real for f64 {
    const EPSILON: f64 = f64::EPSILON;

    #[inline]
    fn to_f64(self) -> f64 {
        self
    }

    #[inline]
    fn nearest(x: f64) -> Self {
        x
    }
}
