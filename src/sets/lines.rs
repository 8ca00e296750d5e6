//! Lines through the origin.

use std::marker::PhantomData;

use nalgebra::SVector;

use super::Vectors;
use crate::action::GSet;
use crate::group::Group;
use crate::set::{Real, Set, Tolerance, coordinates};

/// The lines through the origin of D-dimensional space: vectors up to a factor, the points of the
/// real projective space of dimension D − 1.
///
/// Axes without a sign and a length belong here: principal axes, eigenvectors.
///
/// # Conventions
///
/// A line is given by any non-zero vector on it; −v and 2v are other
/// [`representatives`](Set::representatives). The distance is the angle between two lines, in
/// radians, from 0 to π/2, accurate however small it is; its magnitude is 1, so that rounding is
/// allowed in proportion to a radian. Every group that acts linearly on vectors acts on lines.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, sets::Lines};
/// use nalgebra::vector;
///
/// let lines = Lines::<2>::default();
/// assert!(lines.same(&vector![1.0, 2.0], &vector![-3.0, -6.0]));
/// assert_eq!(lines.distance(&vector![1.0, 0.0], &vector![0.0, -5.0]), std::f64::consts::FRAC_PI_2);
/// assert_eq!(lines.distance(&vector![1.0, 0.0], &vector![-1.0, 1e-20]), 1e-20);
/// ```
///
/// # References
///
/// W. Kahan, *How futile are mindless assessments of roundoff in floating-point computation?*
/// (2006), section 12, for the angle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines<const D: usize, T = f64>(PhantomData<T>);

/// The vector divided by its length, as f64s; NaNs for the zero vector.
fn direction<T: Real, const D: usize>(x: &SVector<T, D>) -> SVector<f64, D> {
    // two steps, for the length of a very small or very large vector is no normal number
    let largest = x
        .iter()
        .map(|entry| entry.to_f64().abs())
        .fold(0.0, coordinates::largest);
    let scaled = x.map(|entry| entry.to_f64() / largest);
    scaled / coordinates::magnitude(&scaled)
}

impl<const D: usize, T: Real> Set for Lines<D, T> {
    type Element = SVector<T, D>;

    #[inline]
    fn contains(&self, x: &SVector<T, D>) -> bool {
        coordinates::is_finite(x) && x.iter().any(|entry| entry.to_f64() != 0.0)
    }

    fn distance(&self, x: &SVector<T, D>, y: &SVector<T, D>) -> f64 {
        let (x, y) = (direction(x), direction(y));
        let (apart, along) = (
            coordinates::magnitude(&(x - y)),
            coordinates::magnitude(&(x + y)),
        );
        // the angle of two unit vectors is 2 atan(|x − y| / |x + y|); of two lines the smaller one
        2.0 * apart.min(along).atan2(apart.max(along))
    }

    #[inline]
    fn magnitude(&self, _x: &SVector<T, D>) -> f64 {
        1.0
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &SVector<T, D>, reach: f64, direction: u64) -> Option<SVector<T, D>> {
        Some(coordinates::nudge(
            x,
            reach * coordinates::magnitude(x),
            direction,
        ))
    }

    /// The opposite vector, and one of another length.
    fn representatives(&self, x: &SVector<T, D>) -> Vec<SVector<T, D>> {
        let halved = coordinates::magnitude(x) > 1.0;
        let factor = T::nearest(if halved { 0.5 } else { 2.0 });
        vec![-x, x * factor]
    }

    fn describe(&self, x: &SVector<T, D>) -> String {
        format!("the line of {}", coordinates::describe(x))
    }
}

/// The line of v moves to the line of g·v.
impl<G, const D: usize, T> GSet<G> for Lines<D, T>
where
    G: Group,
    T: Real,
    Vectors<D, T>: GSet<G, Element = SVector<T, D>>,
{
    #[inline]
    fn act(&self, g: &G::Element, x: &SVector<T, D>) -> SVector<T, D> {
        Vectors::default().act(g, x)
    }

    fn lawful_by_construction(&self) -> bool {
        Vectors::default().lawful_by_construction()
    }
}
