//! Every continuous group of the crate obeys its laws, on several seeds. The discrete groups, the
//! permutation groups and the constructions have files of their own.
#![cfg(feature = "proptest")]

use equivariant::groups::*;
use equivariant::sets::Reals;
use equivariant::{Abelian, Check, LieGroup, Sampled};

/// Seeds that a law has to pass; each tries every corner and some random cases.
const SEEDS: std::ops::Range<u64> = 0..4;

fn check(seed: u64) -> Check {
    Check::default().seed(seed).cases(60)
}

fn abelian<G: Abelian + Sampled>(group: &G) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).abelian(group) {
            panic!("{}: {violation}", std::any::type_name::<G>());
        }
    }
}

fn lie<G: LieGroup + Sampled>(group: &G) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).lie_group(group) {
            panic!("{}: {violation}", std::any::type_name::<G>());
        }
    }
}

#[test]
fn of_the_line() {
    lie(&Reals::<f64>::default());
    lie(&PositiveReals::<f64>::default());
    lie(&PositiveReals::<f32>::default());
    lie(&NonzeroReals::<f64>::default());
    lie(&AffineLine::<f64>::default());
    lie(&AffineLine::<f32>::default());
    abelian(&PositiveReals::<f64>::default());
}

#[test]
fn translations_shears_and_angles() {
    lie(&Translations::<1>::default());
    lie(&Translations::<3>::default());
    lie(&Translations::<2, f32>::default());
    lie(&Shears::<f64>::default());
    lie(&Torus::<1>::default());
    lie(&Torus::<3>::default());
    lie(&Torus::<2, f32>::default());
    abelian(&Torus::<2>::default());
}

#[test]
fn rotations_and_reflections() {
    lie(&SpecialOrthogonal::<2>::default());
    lie(&SpecialOrthogonal::<3>::default());
    lie(&SpecialOrthogonal::<4>::default());
    lie(&SpecialOrthogonal::<5>::default());
    lie(&SpecialOrthogonal::<3, f32>::default());
    lie(&Orthogonal::<2>::default());
    lie(&Orthogonal::<3>::default());
    lie(&Orthogonal::<4>::default());
    lie(&UnitQuaternions::<f64>::default());
    lie(&UnitQuaternions::<f32>::default());
}

#[test]
fn motions_and_similarities() {
    lie(&SpecialEuclidean::<2>::default());
    lie(&SpecialEuclidean::<3>::default());
    lie(&SpecialEuclidean::<4>::default());
    lie(&SpecialEuclidean::<3, f32>::default());
    lie(&Euclidean::<2>::default());
    lie(&Euclidean::<3>::default());
    lie(&Similarities::<2>::default());
    lie(&Similarities::<3>::default());
}

#[test]
fn linear_and_affine() {
    lie(&GeneralLinear::<1>::default());
    lie(&GeneralLinear::<2>::default());
    lie(&GeneralLinear::<3>::default());
    lie(&GeneralLinear::<4>::default());
    lie(&SpecialLinear::<2>::default());
    lie(&SpecialLinear::<3>::default());
    lie(&Affine::<2>::default());
    lie(&Affine::<3>::default());
}
