//! One line checks all laws of a group of one's own, one line a map of one's own.

use equivariant::groups::SpecialEuclidean;
use equivariant::sets::{Points, Power};
use equivariant::strategy::listed;
use equivariant::{Check, EquivariantMap, FiniteSet, Group, Sampled, Set, Violation};
use proptest::strategy::BoxedStrategy;

struct Square;

impl Set for Square {
    type Element = u8;
    fn contains(&self, x: &u8) -> bool {
        *x < 8
    }
    fn distance(&self, x: &u8, y: &u8) -> f64 {
        if x == y { 0.0 } else { 1.0 }
    }
}

impl FiniteSet for Square {
    fn elements(&self) -> Box<dyn Iterator<Item = u8> + '_> {
        Box::new(0..8)
    }
}

impl Group for Square {
    fn identity(&self) -> u8 {
        0
    }
    fn compose(&self, g: &u8, h: &u8) -> u8 {
        downstream::product(*g, *h)
    }
    fn inverse(&self, g: &u8) -> u8 {
        downstream::inverse(*g)
    }
}

impl Sampled for Square {
    fn strategy(&self) -> BoxedStrategy<u8> {
        listed(self)
    }
}

#[test]
fn my_group_is_a_group() -> Result<(), Violation> {
    Check::default().group(&Square).map(drop)
}

#[test]
fn my_map_is_equivariant() -> Result<(), Violation> {
    let (motions, plane) = (SpecialEuclidean::<2>::default(), Points::<2>::default());
    let centre = EquivariantMap::new(motions, Power::new(plane), plane, |x| downstream::centre(x));
    Check::default().equivariant(&centre).map(drop)
}

#[test]
fn a_wrong_map_is_refused_and_the_answer_can_be_replayed() {
    let (motions, plane) = (SpecialEuclidean::<2>::default(), Points::<2>::default());
    let first_two = EquivariantMap::new(motions, Power::new(plane), plane, |x| {
        nalgebra::Point2::from((x[0].coords + x[x.len() - 1].coords) * 0.25)
    });
    let violation = Check::default().equivariant(&first_two).unwrap_err();
    let seed = violation.seed().expect("a random check has a seed");
    assert!(
        violation
            .to_string()
            .contains(&format!("PROPTEST_RNG_SEED={seed} cargo test"))
    );
    let replayed = Check::default()
        .seed(seed)
        .equivariant(&first_two)
        .unwrap_err();
    assert_eq!(violation, replayed);
}
