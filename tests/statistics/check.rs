//! The claim of an estimator, checked at random.

use equivariant::sets::Partial;
use equivariant::statistics::{Claim, Estimator, Refusal};
use equivariant::{Check, EquivariantMap, Sampled, Set, Violation};

/// Seeds, so that nothing passes by luck.
pub(crate) const SEEDS: std::ops::Range<u64> = 0..6;

/// The claim of an estimator, checked at random.
pub(crate) fn check<T>(estimator: T, cases: u64) -> Result<(), Violation>
where
    T: Estimator + Clone + 'static,
    <T::Claim as Claim>::Group: Sampled,
    <T::Claim as Claim>::Samples: Sampled,
{
    let claim = estimator.claim();
    let estimate = move |sample: &Vec<_>| estimator.estimate(sample);
    check_forgotten(claim, Box::new(estimate), cases)
}

/// An estimator whose type is forgotten.
pub(crate) type Forgotten<C> = Box<
    dyn Fn(
        &Vec<<C as Claim>::Observation>,
    ) -> Result<<<C as Claim>::Values as Set>::Element, Refusal>,
>;

/// The check is compiled once for every claim, and not once for every estimator.
pub(crate) fn check_forgotten<C>(
    claim: C,
    estimate: Forgotten<C>,
    cases: u64,
) -> Result<(), Violation>
where
    C: Claim,
    C::Group: Sampled,
    C::Samples: Sampled,
{
    let values = Partial::new(claim.values());
    let map = EquivariantMap::new(claim.group(), claim.samples(), values, estimate);
    for seed in SEEDS {
        Check::default().cases(cases).seed(seed).equivariant(&map)?;
    }
    Ok(())
}

/// That the claim holds for every seed.
pub(crate) fn holds<T>(estimator: T)
where
    T: Estimator + Clone + 'static,
    <T::Claim as Claim>::Group: Sampled,
    <T::Claim as Claim>::Samples: Sampled,
{
    let name = estimator.name();
    check(estimator, 128).unwrap_or_else(|violation| panic!("{name}: {violation}"));
}
