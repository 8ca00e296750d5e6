//! Equivariant statistics: the laws of every estimator on samples drawn at random, known answers, and
//! what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/location.rs"]
mod location;
#[path = "statistics/multivariate.rs"]
mod multivariate;
#[path = "statistics/multivariate_mutants.rs"]
mod multivariate_mutants;

use equivariant::statistics::{Claim, Estimator};
use equivariant::{Check, Sampled, Violation};

/// Seeds, so that nothing passes by luck.
const SEEDS: std::ops::Range<u64> = 0..6;

/// The claim of an estimator, checked at random.
fn check<T>(estimator: T, cases: u64) -> Result<(), Violation>
where
    T: Estimator + Clone,
    <T::Claim as Claim>::Group: Sampled,
    <T::Claim as Claim>::Samples: Sampled,
{
    let map = estimator.equivariant();
    for seed in SEEDS {
        Check::default().cases(cases).seed(seed).equivariant(&map)?;
    }
    Ok(())
}

/// That the claim holds for every seed.
fn holds<T>(estimator: T)
where
    T: Estimator + Clone,
    <T::Claim as Claim>::Group: Sampled,
    <T::Claim as Claim>::Samples: Sampled,
{
    let name = estimator.name();
    check(estimator, 128).unwrap_or_else(|violation| panic!("{name}: {violation}"));
}
