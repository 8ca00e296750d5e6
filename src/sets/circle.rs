//! The circle.

use std::f64::consts::{PI, TAU};
use std::marker::PhantomData;

use nalgebra::{SMatrix, SVector};

use crate::action::GSet;
use crate::groups::{Orthogonal, Torus};
use crate::set::{Real, Set, Tolerance, wobble};

/// The directions in the plane, as angles in radians from the x-axis, counter-clockwise.
///
/// # Conventions
///
/// Every finite number belongs; angles that differ by full turns are one direction in several
/// [representatives](Set::representatives). An action gives the angle from −π to π. The distance is the
/// arc between two directions, from 0 to π. [`Orthogonal<2>`](Orthogonal) turns and mirrors the circle,
/// [`Torus<1>`](Torus) turns it.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::Orthogonal, sets::Circle};
/// use nalgebra::matrix;
/// use std::f64::consts::PI;
///
/// let circle = Circle::<f64>::default();
/// assert!(circle.same(&(0.75 * PI), &(-1.25 * PI)));
/// assert!((circle.distance(&(0.9 * PI), &(-0.9 * PI)) - 0.2 * PI).abs() < 1e-15);
/// let mirror = matrix![1.0, 0.0; 0.0, -1.0];
/// assert_eq!(GSet::<Orthogonal<2>>::act(&circle, &mirror, &0.5), -0.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circle<T = f64>(PhantomData<T>);

/// The angle from −π to π of the same direction.
fn reduced(angle: f64) -> f64 {
    if angle.abs() <= PI {
        return angle;
    }
    let (sine, cosine) = angle.sin_cos();
    sine.atan2(cosine)
}

impl<T: Real> Set for Circle<T> {
    type Element = T;

    fn contains(&self, x: &T) -> bool {
        x.is_finite()
    }

    fn distance(&self, x: &T, y: &T) -> f64 {
        reduced(x.to_f64() - y.to_f64()).abs()
    }

    fn magnitude(&self, x: &T) -> f64 {
        x.to_f64().abs().max(PI)
    }

    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &T, reach: f64, direction: u64) -> Option<T> {
        Some(T::nearest(x.to_f64() + reach * wobble(direction, 0)))
    }

    /// A turn more, and a turn less.
    fn representatives(&self, x: &T) -> Vec<T> {
        [TAU, -TAU]
            .map(|turn| T::nearest(x.to_f64() + turn))
            .to_vec()
    }

    fn describe(&self, x: &T) -> String {
        format!("{:?}", x.to_f64())
    }
}

/// The angle of the direction (cos x, sin x) moved by the matrix.
impl<T: Real> GSet<Orthogonal<2, T>> for Circle<T> {
    fn act(&self, g: &SMatrix<T, 2, 2>, x: &T) -> T {
        let (sine, cosine) = x.to_f64().sin_cos();
        let [a, b, c, d] = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|place| g[place].to_f64());
        T::nearest((c * cosine + d * sine).atan2(a * cosine + b * sine))
    }
}

/// x + g
impl<T: Real> GSet<Torus<1, T>> for Circle<T> {
    fn act(&self, g: &SVector<T, 1>, x: &T) -> T {
        T::nearest(reduced(x.to_f64() + g[0].to_f64()))
    }
}
