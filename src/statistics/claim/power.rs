//! Claims of estimators for families of which something is known: the scale, the location, the shape.

use super::{Claim, within_rounding_of};
use crate::action::Pullback;
use crate::groups::{AffineLine, PositiveReals};
use crate::homomorphism::Homomorphism;
use crate::homomorphisms::{Identity, ScalePart};
use crate::set::{Set, Within};
use crate::sets::{Multisets, Reals};

/// A location whose scale is known: T(x + b) = T(x) + b.
///
/// Values that differ by rounding of the unit are the same, also where the whole sample is smaller.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, sets::Reals, statistics::claim::{Claim, Shift}};
/// assert_eq!(GSet::<Reals>::act(&Shift { unit: 1.0 }.values(), &3.0, &2.0), 5.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The scale that is known.
    pub unit: f64,
}

/// The r-th power of a scale whose location is known: S(a x) = aʳ S(x) for a > 0.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, statistics::claim::{Claim, PowerOfScale}};
/// assert_eq!(PowerOfScale { power: 2.0 }.values().act(&3.0, &2.0), 18.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerOfScale {
    /// The power r.
    pub power: f64,
}

/// The r-th power of a scale whose location is not known: S(a x + b) = aʳ S(x) for a > 0.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::LocationScale, statistics::claim::{Claim, PowerOfSpread}};
/// let g = LocationScale { scale: 3.0, location: 7.0 };
/// assert_eq!(PowerOfSpread { power: 2.0 }.values().act(&g, &2.0), 18.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerOfSpread {
    /// The power r.
    pub power: f64,
}

/// The homomorphism a ↦ aʳ of the positive numbers, after a change of location and scale or by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Powered<P> {
    scale: P,
    power: f64,
}

impl<P: Homomorphism<Target = PositiveReals>> Homomorphism for Powered<P> {
    type Source = P::Source;
    type Target = PositiveReals;

    fn source(&self) -> &P::Source {
        self.scale.source()
    }

    fn target(&self) -> &PositiveReals {
        self.scale.target()
    }

    fn apply(&self, g: &<P::Source as Set>::Element) -> f64 {
        self.scale.apply(g).powf(self.power)
    }

    fn lawful_by_construction(&self) -> bool {
        self.scale.lawful_by_construction()
    }
}

impl Claim for Shift {
    type Group = Reals;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Within<Reals>;

    fn group(&self) -> Reals {
        Reals::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Within<Reals> {
        within_rounding_of(self.unit, Reals::default())
    }

    fn formula(&self) -> &'static str {
        "T(x + b) = T(x) + b"
    }
}

impl Claim for PowerOfScale {
    type Group = PositiveReals;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Pullback<Powered<Identity<PositiveReals>>, Reals>;

    fn group(&self) -> PositiveReals {
        PositiveReals::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Self::Values {
        Pullback {
            along: Powered {
                scale: Identity(PositiveReals::default()),
                power: self.power,
            },
            set: Reals::default(),
        }
    }

    fn formula(&self) -> &'static str {
        "S(a x) = aʳ S(x), a > 0"
    }
}

impl Claim for PowerOfSpread {
    type Group = AffineLine;
    type Observation = f64;
    type Samples = Multisets<Reals>;
    type Values = Pullback<Powered<ScalePart<AffineLine>>, Reals>;

    fn group(&self) -> AffineLine {
        AffineLine::default()
    }

    fn samples(&self) -> Multisets<Reals> {
        Multisets::default()
    }

    fn values(&self) -> Self::Values {
        Pullback {
            along: Powered {
                scale: ScalePart::new(AffineLine::default()),
                power: self.power,
            },
            set: Reals::default(),
        }
    }

    fn formula(&self) -> &'static str {
        "S(a x + b) = aʳ S(x), a > 0"
    }
}
