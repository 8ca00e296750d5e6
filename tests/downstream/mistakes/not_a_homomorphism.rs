//! A closure is used as a homomorphism.
use equivariant::EquivariantMap;
use equivariant::groups::Cyclic;
use equivariant::sets::Regular;

fn main() {
    let c4 = Cyclic::new(4).unwrap();
    let double = |g: &u64| (2 * g) % 4;
    let _ = EquivariantMap::along(double, Regular(c4), Regular(c4), |x| *x);
}
