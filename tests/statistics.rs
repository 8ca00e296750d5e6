//! Equivariant statistics: the laws of every estimator on samples drawn at random, known answers, and
//! what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/circular.rs"]
mod circular;
#[path = "statistics/compact.rs"]
mod compact;
#[path = "statistics/covariance.rs"]
mod covariance;
#[path = "statistics/decision.rs"]
mod decision;
#[path = "statistics/line.rs"]
mod line;
#[path = "statistics/location.rs"]
mod location;
#[path = "statistics/multivariate.rs"]
mod multivariate;
#[path = "statistics/multivariate_mutants.rs"]
mod multivariate_mutants;
#[path = "statistics/pitman.rs"]
mod pitman;
#[path = "statistics/regression.rs"]
mod regression;
#[path = "statistics/risk.rs"]
mod risk;
#[path = "statistics/rotation.rs"]
mod rotation;
#[path = "statistics/scale.rs"]
mod scale;

use equivariant::sets::Partial;
use equivariant::statistics::{Claim, Estimator, Refusal, ValueOf};
use equivariant::{Check, EquivariantMap, Sampled, Set, Violation};

/// Seeds, so that nothing passes by luck.
const SEEDS: std::ops::Range<u64> = 0..6;

/// The claim of an estimator, checked at random.
fn check<T>(estimator: T, cases: u64) -> Result<(), Violation>
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
type Forgotten<C> = Box<
    dyn Fn(
        &Vec<<C as Claim>::Observation>,
    ) -> Result<<<C as Claim>::Values as Set>::Element, Refusal>,
>;

/// The check is compiled once for every claim, and not once for every estimator.
fn check_forgotten<C>(claim: C, estimate: Forgotten<C>, cases: u64) -> Result<(), Violation>
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
fn holds<T>(estimator: T)
where
    T: Estimator + Clone + 'static,
    <T::Claim as Claim>::Group: Sampled,
    <T::Claim as Claim>::Samples: Sampled,
{
    let name = estimator.name();
    check(estimator, 128).unwrap_or_else(|violation| panic!("{name}: {violation}"));
}
