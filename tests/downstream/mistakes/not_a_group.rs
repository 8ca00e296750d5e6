//! A set is used as a group.
use equivariant::{EquivariantMap, Set, Trivial};

#[derive(Clone)]
struct Clock;

impl Set for Clock {
    type Element = u8;
    fn contains(&self, x: &u8) -> bool {
        *x < 12
    }
    fn distance(&self, x: &u8, y: &u8) -> f64 {
        f64::from(x.abs_diff(*y))
    }
}

fn main() {
    let _ = EquivariantMap::new(Clock, Trivial(Clock), Trivial(Clock), |x| *x);
}
