//! Claims about samples of numbers.

use super::Claim;
use crate::action::Pullback;
use crate::groups::{AffineLine, SignedAffineLine};
use crate::homomorphisms::ScalePart;
use crate::sets::{Multisets, Reals};

/// A location on the line: T(a x + b) = a T(x) + b for every a ≠ 0, whatever the order of the
/// observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::{LocationScale, SignedAffineLine}};
/// use equivariant::statistics::claim::{Claim, Location};
/// let g = LocationScale { scale: -3.0, location: 7.0 };
/// assert_eq!(GSet::<SignedAffineLine>::act(&Location.values(), &g, &2.0), 1.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Location;

impl Claim for Location {
    type Group = SignedAffineLine;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Reals;

    fn group(&self) -> SignedAffineLine {
        SignedAffineLine::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Reals {
        Reals::default()
    }

    fn formula(&self) -> &'static str {
        "T(a x + b) = a T(x) + b"
    }
}

/// A scale of numbers: S(a x + b) = |a| S(x) for every a ≠ 0, whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::LocationScale, statistics::claim::{Claim, Scale}};
/// let g = LocationScale { scale: -3.0, location: 7.0 };
/// assert_eq!(Scale.values().act(&g, &2.0), 6.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scale;

impl Claim for Scale {
    type Group = SignedAffineLine;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Pullback<ScalePart<SignedAffineLine>, Reals>;

    fn group(&self) -> SignedAffineLine {
        SignedAffineLine::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Self::Values {
        Pullback {
            along: ScalePart::new(SignedAffineLine::default()),
            set: Reals::default(),
        }
    }

    fn formula(&self) -> &'static str {
        "S(a x + b) = |a| S(x)"
    }
}

/// A location on the line with an orientation: T(a x + b) = a T(x) + b for every a > 0, whatever the
/// order of the observations. In a mirror it may be another: the upper quartile becomes the lower one.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::{AffineLine, LocationScale}};
/// use equivariant::statistics::claim::{Claim, OrientedLocation};
/// let g = LocationScale { scale: 3.0, location: 7.0 };
/// assert_eq!(GSet::<AffineLine>::act(&OrientedLocation.values(), &g, &2.0), 13.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrientedLocation;

impl Claim for OrientedLocation {
    type Group = AffineLine;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Reals;

    fn group(&self) -> AffineLine {
        AffineLine::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Reals {
        Reals::default()
    }

    fn formula(&self) -> &'static str {
        "T(a x + b) = a T(x) + b, a > 0"
    }
}

/// A scale of numbers on the line with an orientation: S(a x + b) = a S(x) for every a > 0, whatever
/// the order of the observations. In a mirror it may be another.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::LocationScale, statistics::claim::{Claim, OrientedScale}};
/// let g = LocationScale { scale: 3.0, location: 7.0 };
/// assert_eq!(OrientedScale.values().act(&g, &2.0), 6.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrientedScale;

impl Claim for OrientedScale {
    type Group = AffineLine;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Pullback<ScalePart<AffineLine>, Reals>;

    fn group(&self) -> AffineLine {
        AffineLine::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Self::Values {
        Pullback {
            along: ScalePart::new(AffineLine::default()),
            set: Reals::default(),
        }
    }

    fn formula(&self) -> &'static str {
        "S(a x + b) = a S(x), a > 0"
    }
}
