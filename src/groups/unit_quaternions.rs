//! Unit quaternions: the double cover of the rotations of space.

use std::marker::PhantomData;

use nalgebra::{DVector, Quaternion, UnitQuaternion, Vector3};

use super::acts::acts;
use super::words;
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, Tolerance, coordinates, wobble};
use crate::sets::{Points, Vectors};

/// The group SU(2) ≅ Sp(1) of the unit quaternions.
///
/// # Conventions
///
/// q and −q are different elements, though they turn space in the same way: the
/// [double cover](crate::homomorphisms::DoubleCover) sends both to one rotation. The distance is
/// that of quaternions as vectors of four numbers. The Lie algebra is ℝ³, a vector being the axis
/// times the angle θ of the rotation, so that exp v = (cos θ/2, v/θ · sin θ/2); the logarithm has
/// θ < 2π and refuses −1.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, LieGroup, Set, groups::UnitQuaternions};
/// use nalgebra::{UnitQuaternion, Vector3};
///
/// let su2 = UnitQuaternions::<f64>::default();
/// let full_turn = su2.exp(&(Vector3::z() * 2.0 * std::f64::consts::PI));
/// assert!(!su2.same(&full_turn, &su2.identity())); // a full turn is −1
/// assert!(su2.same(&su2.power(&full_turn, 2), &su2.identity()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitQuaternions<T = f64>(PhantomData<T>);

/// The quaternion with these coordinates, without a change of its length.
fn unit<T: Real>(w: f64, imaginary: Vector3<f64>) -> UnitQuaternion<T> {
    let [x, y, z] = [imaginary.x, imaginary.y, imaginary.z].map(T::nearest);
    UnitQuaternion::new_unchecked(Quaternion::new(T::nearest(w), x, y, z))
}

/// exp v
fn exponential(v: Vector3<f64>) -> (f64, Vector3<f64>) {
    let half = 0.5 * coordinates::magnitude(&v);
    let factor = if half == 0.0 {
        0.5
    } else {
        0.5 * half.sin() / half
    };
    (half.cos(), v * factor)
}

impl<T: Real> Set for UnitQuaternions<T> {
    type Element = UnitQuaternion<T>;

    fn contains(&self, x: &UnitQuaternion<T>) -> bool {
        (coordinates::magnitude(&x.coords) - 1.0).abs() <= T::EPSILON.sqrt()
    }

    fn distance(&self, x: &UnitQuaternion<T>, y: &UnitQuaternion<T>) -> f64 {
        coordinates::distance(&x.coords, &y.coords)
    }

    fn magnitude(&self, x: &UnitQuaternion<T>) -> f64 {
        coordinates::magnitude(&x.coords)
    }

    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(
        &self,
        x: &UnitQuaternion<T>,
        reach: f64,
        direction: u64,
    ) -> Option<UnitQuaternion<T>> {
        let v = Vector3::from_fn(|i, _| 2.0 * reach * wobble(direction, i));
        let (w, imaginary) = exponential(v);
        let tilt: UnitQuaternion<T> = unit(w, imaginary);
        Some(self.compose(x, &tilt))
    }

    /// `identity`, `−1`, or by the rotation with an angle up to 360°, beyond 180° for w < 0.
    fn describe(&self, x: &UnitQuaternion<T>) -> String {
        if !self.contains(x) {
            let [w, i, j, k] = [x.w, x.i, x.j, x.k].map(|part| words::number(part));
            return format!("the quaternion {w} + {i} i + {j} j + {k} k");
        }
        let entries = x.coords.map(Real::to_f64);
        let imaginary = entries.xyz();
        let sine = coordinates::magnitude(&imaginary);
        if sine == 0.0 {
            let name = if entries.w < 0.0 { "−1" } else { "identity" };
            return name.to_owned();
        }
        let angle = words::degrees(2.0 * sine.atan2(entries.w), T::EPSILON);
        let axis = words::direction(&(imaginary / sine), T::EPSILON);
        format!("the quaternion of a rotation by {angle} about {axis}")
    }
}

impl<T: Real> Group for UnitQuaternions<T> {
    #[inline]
    fn identity(&self) -> UnitQuaternion<T> {
        UnitQuaternion::identity()
    }

    #[inline]
    fn compose(&self, g: &UnitQuaternion<T>, h: &UnitQuaternion<T>) -> UnitQuaternion<T> {
        g * h
    }

    #[inline]
    fn inverse(&self, g: &UnitQuaternion<T>) -> UnitQuaternion<T> {
        g.inverse()
    }

    /// Turns about z, y and x: q = e^{kα/2} e^{jβ/2} e^{iγ/2} with the angles of Tait and Bryan, the
    /// last of which takes the sign of q.
    fn factors(&self, g: &UnitQuaternion<T>) -> Vec<UnitQuaternion<T>> {
        let [x, y, z, w]: [f64; 4] = g.coords.map(Real::to_f64).into();
        let turn = |axis: usize, half: f64| {
            let mut imaginary = Vector3::zeros();
            imaginary[axis] = half.sin();
            Quaternion::from_parts(half.cos(), imaginary)
        };
        // the image of x: (cos α cos β, sin α cos β, −sin β)
        let (east, north) = (w * w + x * x - y * y - z * z, 2.0 * (w * z + x * y));
        let yaw = north.atan2(east);
        let pitch = (2.0 * (w * y - x * z)).atan2(east.hypot(north));
        let (about_z, about_y) = (turn(2, 0.5 * yaw), turn(1, 0.5 * pitch));
        let rest = about_y.conjugate() * about_z.conjugate() * Quaternion::new(w, x, y, z);
        let about_x = turn(0, rest.i.atan2(rest.w));
        let negligible = 8.0 * T::EPSILON;
        [about_z, about_y, about_x]
            .into_iter()
            .filter(|factor| factor.w < 0.0 || factor.imag().amax() > negligible)
            .map(|factor| unit(factor.w, factor.imag()))
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<T: Real> LieGroup for UnitQuaternions<T> {
    type Scalar = T;
    type Algebra = Vector3<T>;

    fn dimension(&self) -> usize {
        3
    }

    fn hat(&self, coordinates: &DVector<T>) -> Vector3<T> {
        Vector3::from_column_slice(coordinates.as_slice())
    }

    fn vee(&self, algebra: &Vector3<T>) -> DVector<T> {
        DVector::from_column_slice(algebra.as_slice())
    }

    fn exp(&self, algebra: &Vector3<T>) -> UnitQuaternion<T> {
        let (w, imaginary) = exponential(algebra.map(Real::to_f64));
        unit(w, imaginary)
    }

    fn log(&self, g: &UnitQuaternion<T>) -> Result<Vector3<T>, OutsideLogarithm> {
        /// How near to −1 is refused, in units in the last place at 1.
        const MARGIN: f64 = 8.0;
        let refused = |reason| OutsideLogarithm {
            element: self.describe(g),
            reason,
        };
        if !self.contains(g) {
            return Err(refused("it is no unit quaternion"));
        }
        let imaginary = Vector3::new(g.i, g.j, g.k).map(Real::to_f64);
        let sine = coordinates::magnitude(&imaginary);
        if g.w < T::zero() && sine <= MARGIN * T::EPSILON {
            return Err(refused("it is −1 up to rounding, and any axis would do"));
        }
        let half = sine.atan2(g.w.to_f64());
        let factor = if sine == 0.0 { 2.0 } else { 2.0 * half / sine };
        Ok((imaginary * factor).map(T::nearest))
    }

    /// The vector turned.
    fn adjoint(&self, g: &UnitQuaternion<T>, algebra: &Vector3<T>) -> Vector3<T> {
        g * algebra
    }

    /// The cross product.
    fn bracket(&self, x: &Vector3<T>, y: &Vector3<T>) -> Vector3<T> {
        x.cross(y)
    }

    /// 1: the group is compact.
    fn modular(&self, _g: &UnitQuaternion<T>) -> f64 {
        1.0
    }
}

#[cfg(feature = "rand")]
impl<T: Real> crate::group::HaarMeasure for UnitQuaternions<T> {
    /// Four independent normal numbers, normalised.
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> UnitQuaternion<T> {
        use rand_distr::{Distribution, StandardNormal};
        loop {
            let [w, x, y, z]: [f64; 4] = std::array::from_fn(|_| StandardNormal.sample(random));
            let length = coordinates::norm([w, x, y, z].into_iter());
            if length > 1e-8 {
                return unit(w / length, Vector3::new(x, y, z) / length);
            }
        }
    }
}

acts! {
    /// Rotation of space.
    [T: Real] UnitQuaternions<T>, on Points<3, T>: |g, x| g * x;
    /// Rotation of vectors.
    [T: Real] UnitQuaternions<T>, on Vectors<3, T>: |g, x| g * x;
}
