//! The complex numbers.

use std::marker::PhantomData;

use nalgebra::{Complex, Vector2};

use crate::set::{Real, Set, Tolerance, coordinates};

/// The complex numbers, as pairs of floating-point numbers of type `T`.
///
/// # Conventions
///
/// Numbers with finite real and imaginary part belong. The distance is |x − y|, and numbers are the
/// same up to rounding in proportion to the larger modulus. Of multiples only real ones are
/// recognised.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, sets::Complexes};
/// use nalgebra::Complex;
///
/// let complexes = Complexes::<f64>::default();
/// let i = Complex::i();
/// assert!(complexes.same(&(i * i), &Complex::from(-1.0)));
/// assert_eq!(complexes.distance(&Complex::new(3.0, 0.0), &(i * 4.0)), 5.0);
/// assert_eq!(complexes.describe(&Complex::new(1.0, -2.0)), "1.0 - 2.0i");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Complexes<T = f64>(PhantomData<T>);

/// The number as a vector of the plane.
fn plane<T: Real>(x: &Complex<T>) -> Vector2<T> {
    Vector2::new(x.re, x.im)
}

impl<T: Real> Set for Complexes<T> {
    type Element = Complex<T>;

    #[inline]
    fn contains(&self, x: &Complex<T>) -> bool {
        coordinates::is_finite(&plane(x))
    }

    #[inline]
    fn distance(&self, x: &Complex<T>, y: &Complex<T>) -> f64 {
        coordinates::distance(&plane(x), &plane(y))
    }

    #[inline]
    fn magnitude(&self, x: &Complex<T>) -> f64 {
        coordinates::magnitude(&plane(x))
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &Complex<T>, reach: f64, direction: u64) -> Option<Complex<T>> {
        let nudged = coordinates::nudge(&plane(x), reach, direction);
        Some(Complex::new(nudged.x, nudged.y))
    }

    fn ratio(&self, x: &Complex<T>, y: &Complex<T>) -> Option<f64> {
        coordinates::ratio(&plane(x), &plane(y), self.tolerance().relative)
    }

    fn describe(&self, x: &Complex<T>) -> String {
        let (real, imaginary) = (x.re.to_f64(), x.im.to_f64());
        let sign = if imaginary.is_sign_negative() {
            '-'
        } else {
            '+'
        };
        format!("{real:?} {sign} {:?}i", imaginary.abs())
    }
}
