//! Claims about samples of rotations, and of vectors beside their images.

use super::Claim;
use crate::groups::SpecialOrthogonal;
use crate::sets::{Multisets, TwoSided};
use crate::statistics::rotation::{Correspondence, Correspondences};

/// The group SO(3) × SO(3).
type Pairs = (SpecialOrthogonal<3>, SpecialOrthogonal<3>);

/// A rotation that moves from both sides: T(g R h⁻¹) = g T(R) h⁻¹, whatever the order of the observations.
///
/// g turns the frame in which orientations are expressed, h the frame of the body.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, statistics::claim::{Claim, Orientation}};
/// use nalgebra::{Rotation3, Vector3};
/// let turn = Rotation3::from_axis_angle(&Vector3::z_axis(), 1.0);
/// let moved = Orientation.values().act(&(turn, turn), &Rotation3::identity());
/// assert!((moved.matrix() - Rotation3::identity().matrix()).norm() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Orientation;

impl Claim for Orientation {
    type Group = Pairs;
    type Observation = nalgebra::Rotation3<f64>;
    type Samples = Multisets<TwoSided<SpecialOrthogonal<3>>>;
    type Values = TwoSided<SpecialOrthogonal<3>>;

    fn group(&self) -> Pairs {
        Pairs::default()
    }

    fn samples(&self) -> Self::Samples {
        Multisets::new(self.values())
    }

    fn values(&self) -> Self::Values {
        TwoSided(SpecialOrthogonal::default())
    }

    fn formula(&self) -> &'static str {
        "T(g R h⁻¹) = g T(R) h⁻¹"
    }
}

/// A rotation that carries vectors a to vectors b and moves with both: T(h a, g b) = g T(a, b) h⁻¹,
/// whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, statistics::{claim::{Alignment, Claim}, rotation::Correspondence}};
/// use nalgebra::{Rotation3, Vector3};
/// let (g, h) = (Rotation3::from_axis_angle(&Vector3::z_axis(), std::f64::consts::PI), Rotation3::identity());
/// let pair = Correspondence { from: Vector3::x(), to: Vector3::x(), weight: 1.0 };
/// let moved = Alignment.samples().act(&(g, h), &vec![pair]);
/// assert!(moved[0].from == Vector3::x() && (moved[0].to + Vector3::x()).norm() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alignment;

impl Claim for Alignment {
    type Group = Pairs;
    type Observation = Correspondence;
    type Samples = Multisets<Correspondences>;
    type Values = TwoSided<SpecialOrthogonal<3>>;

    fn group(&self) -> Pairs {
        Pairs::default()
    }

    fn samples(&self) -> Self::Samples {
        Multisets::default()
    }

    fn values(&self) -> Self::Values {
        TwoSided(SpecialOrthogonal::default())
    }

    fn formula(&self) -> &'static str {
        "T(h a, g b) = g T(a, b) h⁻¹"
    }
}
