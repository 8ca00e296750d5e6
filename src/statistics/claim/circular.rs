//! Claims about samples of directions in the plane.

use super::Claim;
use crate::action::Trivial;
use crate::groups::{Orthogonal, Torus};
use crate::sets::{Circle, Multisets, Reals};

/// A direction that moves with rotations and mirrors: T(g x) = g T(x) for g in O(2), whatever the order of
/// the observations and whichever full turns their angles have.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Orthogonal, statistics::claim::{Claim, Direction}};
/// use nalgebra::matrix;
/// let mirror = matrix![1.0, 0.0; 0.0, -1.0];
/// assert_eq!(GSet::<Orthogonal<2>>::act(&Direction.values(), &mirror, &0.5), -0.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Direction;

impl Claim for Direction {
    type Group = Orthogonal<2>;
    type Observation = f64;
    type Samples = Multisets<Circle>;
    type Values = Circle;

    fn group(&self) -> Orthogonal<2> {
        Orthogonal::default()
    }

    fn samples(&self) -> Multisets<Circle> {
        Multisets::default()
    }

    fn values(&self) -> Circle {
        Circle::default()
    }

    fn formula(&self) -> &'static str {
        "T(g x) = g T(x), g in O(2)"
    }
}

/// A direction that moves with rotations: T(x + a) = T(x) + a for angles a, whatever the order of the
/// observations and whichever full turns their angles have. Of mirrors nothing is said.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Torus, statistics::claim::{Claim, OrientedDirection}};
/// use nalgebra::vector;
/// assert_eq!(GSet::<Torus<1>>::act(&OrientedDirection.values(), &vector![1.0], &0.5), 1.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrientedDirection;

impl Claim for OrientedDirection {
    type Group = Torus<1>;
    type Observation = f64;
    type Samples = Multisets<Circle>;
    type Values = Circle;

    fn group(&self) -> Torus<1> {
        Torus::default()
    }

    fn samples(&self) -> Multisets<Circle> {
        Multisets::default()
    }

    fn values(&self) -> Circle {
        Circle::default()
    }

    fn formula(&self) -> &'static str {
        "T(x + a) = T(x) + a, a on the circle"
    }
}

/// A number that rotations and mirrors of the circle leave as it is: S(g x) = S(x) for g in O(2).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Orthogonal, statistics::claim::{Claim, Concentration}};
/// use nalgebra::matrix;
/// let mirror = matrix![1.0, 0.0; 0.0, -1.0];
/// assert_eq!(GSet::<Orthogonal<2>>::act(&Concentration.values(), &mirror, &0.5), 0.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concentration;

impl Claim for Concentration {
    type Group = Orthogonal<2>;
    type Observation = f64;
    type Samples = Multisets<Circle>;
    type Values = Trivial<Reals>;

    fn group(&self) -> Orthogonal<2> {
        Orthogonal::default()
    }

    fn samples(&self) -> Multisets<Circle> {
        Multisets::default()
    }

    fn values(&self) -> Trivial<Reals> {
        Trivial(Reals::default())
    }

    fn formula(&self) -> &'static str {
        "S(g x) = S(x), g in O(2)"
    }
}
