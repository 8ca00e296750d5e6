//! A group acting on itself by conjugation.

use crate::action::GSet;
use crate::action::laws::same_group;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// A group as a set on which it acts by conjugation: g · x = g x g⁻¹.
///
/// Its orbits are the conjugacy classes; an invariant map from it is a class function.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::SpecialOrthogonal, sets::Conjugation};
/// use nalgebra::{Rotation3, Vector3};
///
/// let set = Conjugation(SpecialOrthogonal::<3>::default());
/// let about_x = Rotation3::from_axis_angle(&Vector3::x_axis(), 1.0);
/// let about_y = Rotation3::from_axis_angle(&Vector3::y_axis(), 1.0);
/// let quarter_turn = Rotation3::from_axis_angle(&Vector3::z_axis(), std::f64::consts::FRAC_PI_2);
/// assert!(set.same(&set.act(&quarter_turn, &about_x), &about_y)); // the axis is turned along
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conjugation<G>(pub G);

forward_set! { [G: Set] Conjugation<G> : G, |this| this.0; }
forward_finite_set! { [G: FiniteSet] Conjugation<G>, |this| this.0; }

impl<G: Group> GSet<G> for Conjugation<G> {
    #[inline]
    fn act(&self, g: &G::Element, x: &G::Element) -> G::Element {
        self.0.conjugate(g, x)
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        same_group(group, &self.0, g, h).map(drop)
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
