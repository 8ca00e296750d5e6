//! What estimators claim: the group, how it moves samples, how it moves the values.
//!
//! # Examples
//!
//! ```
//! use equivariant::{GSet, groups::LocationScale, statistics::claim::{Claim, Scale}};
//! // in a mirror, and three times as large, a scale is three times as large
//! let g = LocationScale { scale: -3.0, location: 7.0 };
//! assert_eq!(Scale.values().act(&g, &2.0), 6.0);
//! ```

mod circular;
mod coordinates;
mod covariance;
mod finite;
mod general_position;
mod line;
mod power;
mod regression;
mod rotation;
mod space;

pub use circular::{Concentration, Direction, OrientedDirection};
pub use coordinates::TurnedFrame;
pub use covariance::{LinearScatter, TriangularScatter};
pub use finite::GroupElement;
pub use general_position::InGeneralPosition;
pub use line::{Location, OrientedLocation, OrientedScale, Scale};
pub use power::{PowerOfScale, PowerOfSpread, Powered, Shift};
pub use regression::Regression;
pub use rotation::{Alignment, Orientation};
pub use space::{
    AffineFrame, AffineInvariants, AffineLocation, CoordinatewiseLocation, EuclideanLocation,
    LocationScatter, LocationShape, Scatter, Shape, SimilarityLocation, TranslatedLocation,
};

use std::fmt::Debug;

use crate::action::GSet;
use crate::group::Group;
use crate::set::{Set, Tolerance, Within};

/// A claim of equivariance that several estimators share: the group G, the G-set of samples and the
/// G-set of values. An [`Estimator`](super::Estimator) is an equivariant map from one to the other.
pub trait Claim {
    /// The group.
    type Group: Group;
    /// What a sample consists of.
    type Observation: Clone + Debug;
    /// The samples, and how they move.
    type Samples: GSet<Self::Group, Element = Vec<Self::Observation>>;
    /// The values, and how they move.
    type Values: GSet<Self::Group>;

    /// The group G.
    fn group(&self) -> Self::Group;

    /// The samples.
    fn samples(&self) -> Self::Samples;

    /// The values.
    fn values(&self) -> Self::Values;

    /// The claim in a formula: `T(a x + b) = a T(x) + b`.
    fn formula(&self) -> &'static str;
}

/// A set of numbers or points, in which also those are the same that differ by rounding of this unit.
fn within_rounding_of<S: Set>(unit: f64, set: S) -> Within<S> {
    let rounding = Tolerance::rounding::<f64>();
    set.within(Tolerance {
        absolute: rounding.allowance(unit),
        ..rounding
    })
}
