//! Changes of location and scale.

use std::marker::PhantomData;

use nalgebra::{DVector, Vector2};

use super::acts::acts;
use super::{PositiveReals, words};
use crate::group::{Group, HaarDensity, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, set_of_parts};
use crate::sets::Reals;

/// The location–scale group of the maps x ↦ a x + b of the line with a > 0: changes of units, like
/// that from °C to °F.
///
/// # Conventions
///
/// g · h is first h, then g: (a, b) · (c, d) = (ac, ad + b). Scales are compared by the logarithm of
/// their ratio, locations by their difference. The coordinates of the Lie algebra are (σ, v), for
/// the velocity x ↦ σ x + v: exp(σ, v) = (e^σ, v (e^σ − 1)/σ).
///
/// # Examples
///
/// ```
/// use equivariant::{Group, GSet, groups::{AffineLine, LocationScale}, sets::Reals};
///
/// let fahrenheit = LocationScale { scale: 1.8, location: 32.0 };
/// let celsius = AffineLine::default().inverse(&fahrenheit);
/// assert_eq!(GSet::<AffineLine>::act(&Reals::default(), &fahrenheit, &100.0), 212.0);
/// assert_eq!(GSet::<AffineLine>::act(&Reals::default(), &celsius, &212.0), 100.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffineLine<T = f64>(PhantomData<T>);

/// The map x ↦ a x + b.
///
/// # Examples
///
/// ```
/// use equivariant::groups::LocationScale;
/// assert_eq!(LocationScale { scale: 1.8, location: 32.0 }.apply(100.0), 212.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocationScale<T = f64> {
    /// The scale a.
    pub scale: T,
    /// The location b: where 0 goes.
    pub location: T,
}

impl<T: Real> LocationScale<T> {
    /// The image a x + b.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::LocationScale;
    /// assert_eq!(LocationScale { location: 3.0, scale: 2.0 }.apply(5.0), 13.0);
    /// ```
    #[must_use]
    #[inline]
    pub fn apply(&self, x: T) -> T {
        self.scale * x + self.location
    }

    /// The number (x − b)/a whose image is x.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::LocationScale;
    /// assert_eq!(LocationScale { location: 3.0, scale: 2.0 }.apply_inverse(13.0), 5.0);
    /// ```
    #[must_use]
    #[inline]
    pub fn apply_inverse(&self, x: T) -> T {
        let distance = x - self.location;
        if distance.is_finite() {
            return distance / self.scale;
        }
        // half as far does not overflow
        let half = T::nearest(0.5);
        (x * half - self.location * half) / (self.scale * half)
    }

    /// x ↦ x
    #[inline]
    pub(super) fn identity() -> Self {
        LocationScale {
            scale: T::one(),
            location: T::zero(),
        }
    }

    /// First `h`, then this map.
    #[inline]
    pub(super) fn after(&self, h: &Self) -> Self {
        LocationScale {
            scale: self.scale * h.scale,
            location: self.apply(h.location),
        }
    }

    /// x ↦ (x − b) / a
    #[inline]
    pub(super) fn inverse(&self) -> Self {
        LocationScale {
            scale: self.scale.recip(),
            location: -self.location / self.scale,
        }
    }
}

set_of_parts! {
    [T: Real] AffineLine<T> { LocationScale<T> }
        : (PositiveReals<T>, Reals<T>) = (PositiveReals::<T>::default(), Reals::<T>::default()),
        |x| (x.scale, x.location),
        |parts| LocationScale { scale: parts.0, location: parts.1 },
        describe |x| words::affine(x);
}

impl<T: Real> Group for AffineLine<T> {
    #[inline]
    fn identity(&self) -> LocationScale<T> {
        LocationScale::identity()
    }

    #[inline]
    fn compose(&self, g: &LocationScale<T>, h: &LocationScale<T>) -> LocationScale<T> {
        g.after(h)
    }

    #[inline]
    fn inverse(&self, g: &LocationScale<T>) -> LocationScale<T> {
        g.inverse()
    }

    /// The shift, then the change of scale.
    fn factors(&self, g: &LocationScale<T>) -> Vec<LocationScale<T>> {
        let (scale, location) = (T::one(), T::zero());
        let shift = (g.location != location).then_some(LocationScale { scale, ..*g });
        let change = (g.scale != scale).then_some(LocationScale { location, ..*g });
        shift.into_iter().chain(change).collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// (e^σ − 1)/σ, with the value 1 at 0.
fn average(sigma: f64) -> f64 {
    if sigma == 0.0 {
        1.0
    } else {
        sigma.exp_m1() / sigma
    }
}

impl<T: Real> LieGroup for AffineLine<T> {
    type Scalar = T;
    type Algebra = Vector2<T>;

    fn dimension(&self) -> usize {
        2
    }

    fn hat(&self, coordinates: &DVector<T>) -> Vector2<T> {
        Vector2::new(coordinates[0], coordinates[1])
    }

    fn vee(&self, algebra: &Vector2<T>) -> DVector<T> {
        DVector::from_column_slice(algebra.as_slice())
    }

    fn exp(&self, algebra: &Vector2<T>) -> LocationScale<T> {
        let [sigma, velocity] = [algebra[0].to_f64(), algebra[1].to_f64()];
        LocationScale {
            scale: T::nearest(sigma.exp()),
            location: T::nearest(velocity * average(sigma)),
        }
    }

    fn log(&self, g: &LocationScale<T>) -> Result<Vector2<T>, OutsideLogarithm> {
        if !self.contains(g) {
            return Err(OutsideLogarithm {
                element: self.describe(g),
                reason: "it is not in the group",
            });
        }
        let sigma = g.scale.to_f64().ln();
        let velocity = g.location.to_f64() / average(sigma);
        Ok(Vector2::new(T::nearest(sigma), T::nearest(velocity)))
    }

    /// (σ, a v − b σ)
    fn adjoint(&self, g: &LocationScale<T>, algebra: &Vector2<T>) -> Vector2<T> {
        let velocity = g.scale * algebra[1] - g.location * algebra[0];
        Vector2::new(algebra[0], velocity)
    }

    /// (0, σ w − τ v)
    fn bracket(&self, x: &Vector2<T>, y: &Vector2<T>) -> Vector2<T> {
        Vector2::new(T::zero(), x[0] * y[1] - y[0] * x[1])
    }

    /// 1/a, because Ad(a, b) has the determinant a.
    fn modular(&self, g: &LocationScale<T>) -> f64 {
        g.scale.to_f64().recip()
    }
}

/// da db/a² on the left, da db/a on the right: (c, d) · (a, b) = (ca, cb + d) stretches both numbers by c,
/// and (a, b) · (c, d) = (ac, ad + b) only the first.
impl<T: Real> HaarDensity for AffineLine<T> {
    fn left_haar(&self, g: &LocationScale<T>) -> f64 {
        let a = g.scale.to_f64();
        a.recip() / a
    }

    fn right_haar(&self, g: &LocationScale<T>) -> f64 {
        g.scale.to_f64().recip()
    }
}

acts! {
    /// x ↦ a x + b
    [T: Real] AffineLine<T>, on Reals<T>: |g, x| g.apply(*x), inverse |_group, g, x| g.apply_inverse(*x);
}
