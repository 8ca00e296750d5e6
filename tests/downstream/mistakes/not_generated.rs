//! A proof is asked for where only a check can be had: a continuous group.
use equivariant::Generated;
use equivariant::groups::SpecialOrthogonal;

fn generators<G: Generated>(group: &G) -> usize {
    group.generators().len()
}

fn main() {
    generators(&SpecialOrthogonal::<2>::default());
}
