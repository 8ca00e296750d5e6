//! Changes of location, scale and orientation.

use std::marker::PhantomData;

use super::acts::acts;
use super::{LocationScale, NonzeroReals, words};
use crate::group::Group;
use crate::set::{Real, set_of_parts};
use crate::sets::Reals;

/// The affine group of the line: the maps x ↦ a x + b with a ≠ 0. Beside the changes of units of
/// [`AffineLine`](super::AffineLine) it has the reflections, a < 0.
///
/// # Conventions
///
/// g · h is first h, then g: (a, b) · (c, d) = (ac, ad + b). Scales are compared by the logarithm of
/// their ratio, and those of different sign are infinitely far apart; locations by their difference.
///
/// # Examples
///
/// The median of an even number of observations is the mean of the middle two because the lower one
/// would become the upper one in a mirror.
///
/// ```
/// use equivariant::{GSet, groups::{LocationScale, SignedAffineLine}, sets::{Power, Reals}};
/// let mirror = LocationScale { scale: -1.0, location: 0.0 };
/// let sample = Power::new(Reals::default());
/// assert_eq!(GSet::<SignedAffineLine>::act(&sample, &mirror, &vec![1.0, 2.0]), [-1.0, -2.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignedAffineLine<T = f64>(PhantomData<T>);

set_of_parts! {
    [T: Real] SignedAffineLine<T> { LocationScale<T> }
        : (NonzeroReals<T>, Reals<T>) = (NonzeroReals::<T>::default(), Reals::<T>::default()),
        |x| (x.scale, x.location),
        |parts| LocationScale { scale: parts.0, location: parts.1 },
        describe |x| words::affine(x);
}

impl<T: Real> Group for SignedAffineLine<T> {
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

    /// The shift, then the change of scale, then the reflection.
    fn factors(&self, g: &LocationScale<T>) -> Vec<LocationScale<T>> {
        let identity = LocationScale::identity();
        let shift = LocationScale {
            scale: T::one(),
            ..*g
        };
        let change = LocationScale {
            scale: g.scale.abs(),
            ..identity
        };
        let reflection = LocationScale {
            scale: T::one().copysign(g.scale),
            ..identity
        };
        [shift, change, reflection]
            .into_iter()
            .filter(|factor| *factor != identity)
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

acts! {
    /// x ↦ a x + b
    [T: Real] SignedAffineLine<T>, on Reals<T>: |g, x| g.apply(*x), inverse |_group, g, x| g.apply_inverse(*x);
}
