//! A proof is asked for where only a check can be had: infinitely many points.
use equivariant::groups::Integers;
use equivariant::sets::Regular;
use equivariant::{EquivariantMap, Exhaustive};

fn main() {
    let shift = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| x + 1);
    let _ = shift;
    let _ = Exhaustive.group(&Integers);
}
