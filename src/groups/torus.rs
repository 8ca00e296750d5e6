//! The circle and its powers.

use std::f64::consts::{PI, TAU};
use std::marker::PhantomData;

use nalgebra::{DVector, SVector, Vector2};

use super::acts::acts;
use super::words;
use crate::group::{Abelian, Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, Tolerance, coordinates, wobble};
use crate::sets::{Points, Vectors};

/// The torus (ℝ/2π)ᴰ of D angles under addition; with D = 1 the circle.
///
/// # Conventions
///
/// Angles are in radians from −π to π; both ends are the same angle. The distance is the Euclidean
/// norm of the angular differences, taken the short way round; rounding is allowed in proportion to π.
/// The circle acts on the plane by rotations, counter-clockwise. The Lie algebra is ℝᴰ and the
/// exponential wraps it around; the logarithm is the angles themselves.
///
/// # Floating point
///
/// The exponential is within a unit in the last place of the angle, or of π where the angle has been
/// turned back once, however far away the argument is: full turns are of 2π and not of its rounded
/// value.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, LieGroup, Set, groups::Torus};
/// use nalgebra::vector;
///
/// let circle = Torus::<1>::default();
/// let sum = circle.compose(&vector![3.0], &vector![1.0]);
/// assert!(circle.same(&sum, &vector![4.0 - 2.0 * std::f64::consts::PI]));
/// assert!(circle.same(&circle.exp(&vector![7.0]), &circle.exp(&vector![7.0 - 4.0 * std::f64::consts::PI])));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Torus<const D: usize, T = f64>(PhantomData<T>);

/// What is missing from [`TAU`] to 2π.
const TAU_REST: f64 = 2.449_293_598_294_706_4e-16;

/// The angle in [−π, π] that differs by full turns of 2π, which are more than [`TAU`].
#[inline]
fn wrapped(angle: f64) -> f64 {
    if angle.abs() <= PI {
        angle
    } else if angle.abs() <= 3.0 * PI {
        let turn = angle.signum();
        (angle - turn * TAU) - turn * TAU_REST
    } else {
        let (sine, cosine) = angle.sin_cos(); // reduced with as many digits of π as it takes
        sine.atan2(cosine)
    }
}

impl<const D: usize, T: Real> Set for Torus<D, T> {
    type Element = SVector<T, D>;

    #[inline]
    fn contains(&self, x: &SVector<T, D>) -> bool {
        x.iter().all(|angle| angle.abs() <= T::nearest(PI))
    }

    fn distance(&self, x: &SVector<T, D>, y: &SVector<T, D>) -> f64 {
        let difference = |(x, y): (&T, &T)| wrapped(x.to_f64() - y.to_f64());
        coordinates::norm(x.iter().zip(y).map(difference))
    }

    #[inline]
    fn magnitude(&self, _x: &SVector<T, D>) -> f64 {
        PI
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &SVector<T, D>, reach: f64, direction: u64) -> Option<SVector<T, D>> {
        let mut nudged = *x;
        for (i, angle) in nudged.iter_mut().enumerate() {
            *angle = T::nearest(wrapped(angle.to_f64() + reach * wobble(direction, i)));
        }
        Some(nudged)
    }

    fn describe(&self, x: &SVector<T, D>) -> String {
        let angles = x
            .iter()
            .map(|angle| words::degrees(angle.to_f64(), T::EPSILON));
        angles.collect::<Vec<_>>().join(", ")
    }
}

impl<const D: usize, T: Real> Group for Torus<D, T> {
    #[inline]
    fn identity(&self) -> SVector<T, D> {
        SVector::zeros()
    }

    #[inline]
    fn compose(&self, g: &SVector<T, D>, h: &SVector<T, D>) -> SVector<T, D> {
        g.zip_map(h, |g, h| T::nearest(wrapped(g.to_f64() + h.to_f64())))
    }

    #[inline]
    fn inverse(&self, g: &SVector<T, D>) -> SVector<T, D> {
        -g
    }

    /// One turn in each circle.
    fn factors(&self, g: &SVector<T, D>) -> Vec<SVector<T, D>> {
        let in_circle = |circle: usize| {
            SVector::from_fn(|i, _| if i == circle { g[circle] } else { T::zero() })
        };
        (0..D)
            .filter(|&i| g[i] != T::zero())
            .map(in_circle)
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> Abelian for Torus<D, T> {}

impl<const D: usize, T: Real> LieGroup for Torus<D, T> {
    type Scalar = T;
    type Algebra = SVector<T, D>;

    fn dimension(&self) -> usize {
        D
    }

    fn hat(&self, coordinates: &DVector<T>) -> SVector<T, D> {
        SVector::from_column_slice(coordinates.as_slice())
    }

    fn vee(&self, algebra: &SVector<T, D>) -> DVector<T> {
        DVector::from_column_slice(algebra.as_slice())
    }

    fn exp(&self, algebra: &SVector<T, D>) -> SVector<T, D> {
        algebra.map(|angle| T::nearest(wrapped(angle.to_f64())))
    }

    fn log(&self, g: &SVector<T, D>) -> Result<SVector<T, D>, OutsideLogarithm> {
        if self.contains(g) {
            return Ok(*g);
        }
        Err(OutsideLogarithm {
            element: words::vector(g),
            reason: "it has an angle outside [−π, π]",
        })
    }

    fn adjoint(&self, _g: &SVector<T, D>, algebra: &SVector<T, D>) -> SVector<T, D> {
        *algebra
    }

    fn bracket(&self, _x: &SVector<T, D>, _y: &SVector<T, D>) -> SVector<T, D> {
        SVector::zeros()
    }

    /// 1: the group is abelian.
    fn modular(&self, _g: &SVector<T, D>) -> f64 {
        1.0
    }
}

#[cfg(feature = "rand")]
impl<const D: usize, T: Real> crate::group::HaarMeasure for Torus<D, T> {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> SVector<T, D> {
        use rand::RngExt;
        SVector::from_fn(|_, _| T::nearest(random.random_range(-PI..PI)))
    }
}

/// The vector turned by an angle.
#[inline]
fn turned<T: Real>(angle: T, v: &Vector2<T>) -> Vector2<T> {
    let (sine, cosine) = angle.sin_cos();
    Vector2::new(cosine * v.x - sine * v.y, sine * v.x + cosine * v.y)
}

acts! {
    /// Rotation about the origin.
    [T: Real] Torus<1, T>, on Points<2, T>: |g, x| turned(g[0], &x.coords).into();
    /// Rotation.
    [T: Real] Torus<1, T>, on Vectors<2, T>: |g, x| turned(g[0], x);
}
