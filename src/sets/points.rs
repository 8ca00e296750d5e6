//! Points and vectors of Euclidean space.

use std::marker::PhantomData;

use nalgebra::{Point, SVector};

use crate::set::{Real, Set, Tolerance, coordinates};

/// The points of D-dimensional Euclidean space.
///
/// # Conventions
///
/// Points with finite coordinates belong. The distance is the Euclidean one. A transformation of
/// space moves points: a translation by t sends p to p + t.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::Translations, sets::Points};
/// use nalgebra::{Translation2, point};
///
/// let plane = Points::<2>::default();
/// assert_eq!(plane.distance(&point![0.0, 0.0], &point![3.0, 4.0]), 5.0);
/// assert_eq!(GSet::<Translations<2>>::act(&plane, &Translation2::new(1.0, 0.0), &point![0.0, 2.0]), point![1.0, 2.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points<const D: usize, T = f64>(PhantomData<T>);

impl<const D: usize, T: Real> Set for Points<D, T> {
    type Element = Point<T, D>;

    #[inline]
    fn contains(&self, x: &Point<T, D>) -> bool {
        coordinates::is_finite(&x.coords)
    }

    #[inline]
    fn distance(&self, x: &Point<T, D>, y: &Point<T, D>) -> f64 {
        coordinates::distance(&x.coords, &y.coords)
    }

    #[inline]
    fn magnitude(&self, x: &Point<T, D>) -> f64 {
        coordinates::magnitude(&x.coords)
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    #[inline]
    fn apart(&self, x: &Point<T, D>, y: &Point<T, D>) -> bool {
        coordinates::apart(&x.coords, &y.coords, self.tolerance().relative)
    }

    fn nudge(&self, x: &Point<T, D>, reach: f64, direction: u64) -> Option<Point<T, D>> {
        Some(coordinates::nudge(&x.coords, reach, direction).into())
    }

    fn ratio(&self, x: &Point<T, D>, y: &Point<T, D>) -> Option<f64> {
        let relative = self.tolerance().relative;
        coordinates::ratio(&x.coords, &y.coords, relative)
    }

    fn describe(&self, x: &Point<T, D>) -> String {
        coordinates::describe(&x.coords)
    }
}

/// The vectors of D-dimensional Euclidean space: displacements, directions, velocities.
///
/// # Conventions
///
/// Vectors with finite coordinates belong. The distance is the Euclidean norm of the difference. A
/// transformation of space moves vectors by its linear part: a translation fixes them.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Translations, sets::Vectors};
/// use nalgebra::{Translation2, vector};
///
/// let v = vector![0.0, 2.0];
/// assert_eq!(GSet::<Translations<2>>::act(&Vectors::<2>::default(), &Translation2::new(1.0, 0.0), &v), v);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vectors<const D: usize, T = f64>(PhantomData<T>);

impl<const D: usize, T: Real> Set for Vectors<D, T> {
    type Element = SVector<T, D>;

    #[inline]
    fn contains(&self, x: &SVector<T, D>) -> bool {
        coordinates::is_finite(x)
    }

    #[inline]
    fn distance(&self, x: &SVector<T, D>, y: &SVector<T, D>) -> f64 {
        coordinates::distance(x, y)
    }

    #[inline]
    fn magnitude(&self, x: &SVector<T, D>) -> f64 {
        coordinates::magnitude(x)
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    #[inline]
    fn apart(&self, x: &SVector<T, D>, y: &SVector<T, D>) -> bool {
        coordinates::apart(x, y, self.tolerance().relative)
    }

    fn nudge(&self, x: &SVector<T, D>, reach: f64, direction: u64) -> Option<SVector<T, D>> {
        Some(coordinates::nudge(x, reach, direction))
    }

    fn ratio(&self, x: &SVector<T, D>, y: &SVector<T, D>) -> Option<f64> {
        coordinates::ratio(x, y, self.tolerance().relative)
    }

    fn describe(&self, x: &SVector<T, D>) -> String {
        coordinates::describe(x)
    }
}
