//! A group is used on a set that it does not act on.
use equivariant::groups::SpecialOrthogonal;
use equivariant::sets::Points;
use equivariant::{EquivariantMap, groups::Cyclic};

fn main() {
    let c4 = Cyclic::new(4).unwrap();
    let plane = Points::<2>::default();
    let _ = EquivariantMap::new(c4, plane, plane, |x| *x);
    let _ = SpecialOrthogonal::<2>::default();
}
