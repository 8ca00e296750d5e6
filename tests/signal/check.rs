//! The claim of a map, checked at random.

use equivariant::{Check, EquivariantMap, GSet, Group, Sampled, Set};

/// Seeds, so that nothing passes by luck.
pub(crate) const SEEDS: std::ops::Range<u64> = 0..6;

/// That the claim holds for every seed.
pub(crate) fn holds<G, X, Y, F>(map: &EquivariantMap<G, X, Y, F>)
where
    G: Group + Sampled,
    X: GSet<G> + Sampled,
    Y: GSet<G> + Set,
    F: Fn(&X::Element) -> Y::Element,
{
    for seed in SEEDS {
        let check = Check::default().cases(96).seed(seed);
        check
            .equivariant(map)
            .unwrap_or_else(|violation| panic!("{violation}"));
    }
}
