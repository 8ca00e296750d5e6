//! A group of one's own is checked at random without a strategy.
use equivariant::{Check, Group, Set};

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

impl Group for Clock {
    fn identity(&self) -> u8 {
        0
    }
    fn compose(&self, g: &u8, h: &u8) -> u8 {
        (g + h) % 12
    }
    fn inverse(&self, g: &u8) -> u8 {
        (12 - g) % 12
    }
}

fn main() {
    let _ = Check::default().group(&Clock);
}
