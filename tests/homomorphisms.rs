//! Every homomorphism of the crate is one; kernels, images and refusals.
#![cfg(feature = "proptest")]

use equivariant::group::recognise;
use equivariant::groups::*;
use equivariant::homomorphisms::*;
use equivariant::sets::*;
use equivariant::{
    Check, Exhaustive, FiniteSet, GSet, Generated, Group, Homomorphism, Pullback, Sampled, Set,
};

fn cyclic(n: u64) -> Cyclic {
    Cyclic::new(n).expect("the order is not 0")
}

fn random<P: Homomorphism>(phi: &P)
where
    P::Source: Sampled,
{
    for seed in 0..4 {
        if let Err(violation) = Check::default().seed(seed).cases(60).homomorphism(phi) {
            panic!("{}: {violation}", std::any::type_name::<P>());
        }
    }
}

/// Proved, and |G| = |ker φ| · |im φ| (first isomorphism theorem).
fn finite<P: Homomorphism>(phi: &P, kernel: usize, image: usize)
where
    P::Source: FiniteSet,
{
    Exhaustive.homomorphism(phi).unwrap();
    assert_eq!((phi.kernel().len(), phi.image().len()), (kernel, image));
    assert_eq!(phi.source().cardinality(), Some(kernel * image));
}

#[test]
fn of_finite_groups() {
    let (s4, d4) = (Symmetric::new(4), Dihedral::new(4).unwrap());
    finite(&Identity(s4), 1, 24);
    finite(&TrivialHomomorphism::new(s4, cyclic(3)), 24, 1);
    finite(&Sign::new(s4), 12, 2);
    finite(&Reduction::new(cyclic(12), cyclic(4)).unwrap(), 3, 4);
    finite(&Projection::<_, 0>::new((cyclic(4), s4)), 24, 4);
    finite(&Projection::<_, 1>::new((cyclic(4), s4)), 4, 24);
    finite(
        &Projection::<_, 2>::new((cyclic(2), cyclic(3), cyclic(5))),
        6,
        5,
    );
    finite(&FactorInclusion::<_, 1>::new((cyclic(4), s4)), 1, 24);
    finite(
        &FactorInclusion::<_, 0>::new((cyclic(2), cyclic(3), cyclic(5))),
        1,
        2,
    );
    let stabiliser = Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0);
    finite(&Inclusion::new(stabiliser), 1, 6);
    finite(
        &InnerAutomorphism::new(s4, s4.generators()[0].clone()),
        1,
        24,
    );
    finite(&PlaneRepresentation::<f64>::new(d4), 1, 8);
    finite(
        &Sign::new(s4).compose(PermutationRepresentation::new(d4, Positions(4))),
        4,
        2,
    );
}

#[test]
fn of_other_groups() {
    random(&Residue::new(cyclic(12)));
    random(&Determinant::new(GeneralLinear::<3>::default()));
    random(&Determinant::new(Orthogonal::<3>::default()));
    random(&DoubleCover::<f64>::default());
    random(&LinearPart::new(SpecialEuclidean::<3>::default()));
    random(&LinearPart::new(Euclidean::<2>::default()));
    random(&LinearPart::new(Affine::<2>::default()));
    random(&ScalePart::new(AffineLine::<f64>::default()));
    random(&ScalePart::new(SignedAffineLine::<f64>::default()));
    random(&ScalePart::new(Similarities::<3>::default()));
    random(&Logarithm::<f64>::default());
    random(&FactorInclusion::<_, 1>::new((
        Integers,
        SpecialOrthogonal::<2>::default(),
    )));
}

#[test]
fn a_turn_by_360_degrees_is_minus_one_in_the_double_cover() {
    let cover = DoubleCover::<f64>::default();
    let minus_one = nalgebra::UnitQuaternion::new_unchecked(-nalgebra::Quaternion::identity());
    assert!(cover.source().contains(&minus_one));
    assert!(!cover.source().same(&minus_one, &cover.source().identity()));
    assert!(
        cover
            .target()
            .same(&cover.apply(&minus_one), &cover.target().identity())
    );
}

#[test]
fn the_square_of_a_residue_does_not_reduce_to_what_does_not_divide() {
    let refused = Reduction::new(cyclic(12), cyclic(5)).unwrap_err();
    assert_eq!((refused.source_order, refused.target_order), (12, 5));
}

#[test]
fn images_of_generators_extend_or_a_relation_says_why_not() {
    let (d4, s4) = (Dihedral::new(4).unwrap(), Symmetric::new(4));
    let cycle = |numbers: &[usize]| Permutation::from_cycles(4, &[numbers]).unwrap();
    let mirror = Permutation::from_cycles(4, &[&[1, 3]]).unwrap();
    let faithful = FromGenerators::new(d4, s4, [cycle(&[0, 1, 2, 3]), mirror]).unwrap();
    finite(&faithful, 1, 8);

    // r² = e does not hold where r⁴ = e does: the relation is found
    let wrong = FromGenerators::new(d4, s4, [cycle(&[0, 1, 2]), cycle(&[0, 1])]).unwrap_err();
    let DoesNotExtend::Relation { relation, image } = &wrong else {
        panic!("{wrong}")
    };
    let generators = d4.generators();
    assert_eq!(relation.evaluate(&d4, &generators), Some(d4.identity()));
    let images = [cycle(&[0, 1, 2]), cycle(&[0, 1])];
    let value = relation.evaluate(&s4, &images).unwrap();
    assert_ne!(value, s4.identity());
    assert_eq!(*image, value.to_string());

    let count = FromGenerators::new(d4, s4, [cycle(&[0, 1])]).unwrap_err();
    assert_eq!(
        count,
        DoesNotExtend::Count {
            generators: 2,
            images: 1
        }
    );
    let outside = FromGenerators::new(d4, cyclic(2), [7, 0]).unwrap_err();
    assert_eq!(
        outside,
        DoesNotExtend::OutsideTarget {
            image: "7".to_owned(),
            place: 0
        }
    );
}

/// A finite G-set gives a homomorphism to a symmetric group, and that gives the G-set back.
#[test]
fn actions_and_permutation_representations_are_the_same() {
    let d4 = Dihedral::new(4).unwrap();
    let set = Conjugation(d4);
    let phi = PermutationRepresentation::new(d4, set);
    finite(&phi, 2, 4); // the centre, and the inner automorphisms
    let back = Pullback {
        along: phi,
        set: Positions(8),
    };
    Exhaustive.action(&d4, &back).unwrap();
    for g in d4.elements() {
        for (place, x) in set.elements().enumerate() {
            assert_eq!(set.index(&set.act(&g, &x)), Some(back.act(&g, &place)));
        }
    }
    // and once more around: the representation of the G-set that came back is the same
    let again = PermutationRepresentation::new(d4, back);
    for g in d4.elements() {
        assert_eq!(again.apply(&g), phi.apply(&g));
    }
}

#[test]
fn what_is_no_action_has_no_representation() {
    let d5 = Dihedral::new(5).unwrap();
    let phi = PermutationRepresentation::new(d5, Positions(4));
    assert!(Exhaustive.homomorphism(&phi).is_err());
}

/// The names of small groups. Two groups with one name are isomorphic.
#[test]
fn small_groups_are_recognised() {
    let name = |name: Option<String>| name.unwrap_or_default();
    assert_eq!(name(recognise(&TrivialGroup)), "trivial");
    assert_eq!(name(recognise(&cyclic(12))), "C₁₂");
    assert_eq!(name(recognise(&(cyclic(3), cyclic(4)))), "C₁₂");
    assert_eq!(name(recognise(&(cyclic(2), cyclic(4)))), "C₂ × C₄");
    assert_eq!(name(recognise(&(cyclic(2), cyclic(2)))), "C₂ × C₂ ≅ D₂");
    assert_eq!(
        name(recognise(&(cyclic(2), cyclic(2), cyclic(2)))),
        "C₂ × C₂ × C₂"
    );
    assert_eq!(name(recognise(&Symmetric::new(3))), "S₃ ≅ D₃");
    assert_eq!(name(recognise(&Dihedral::new(4).unwrap())), "D₄");
    assert_eq!(name(recognise(&Quaternion8)), "Q₈");
    assert_eq!(name(recognise(&Alternating::new(4))), "A₄");
    assert_eq!(name(recognise(&Symmetric::new(4))), "S₄");
    assert_eq!(name(recognise(&Alternating::new(5))), "A₅");
    assert_eq!(name(recognise(&Symmetric::new(5))), "S₅");
    assert_eq!(
        name(recognise(&(Dihedral::new(4).unwrap(), cyclic(2)))),
        "D₄ × C₂"
    );
    assert_eq!(name(recognise(&(Symmetric::new(4), cyclic(2)))), "S₄ × C₂");
    // C₃ ⋊ C₄
    let (c3, c4) = (cyclic(3), cyclic(4));
    let dicyclic = Semidirect::new(
        c3,
        c4,
        move |h: &u64, n: &u64| if h % 2 == 1 { c3.inverse(n) } else { *n },
    );
    Exhaustive.group(&dicyclic).unwrap();
    assert_eq!(name(recognise(&dicyclic)), "Dic₃");
    assert_eq!(name(recognise(&Opposite(Dihedral::new(4).unwrap()))), "D₄");
    let turns = Subgroup::generated(
        Symmetric::new(4),
        [Permutation::from_cycles(4, &[&[0, 1, 2, 3]]).unwrap()],
    );
    assert_eq!(name(recognise(&turns.unwrap())), "C₄");
}

#[test]
fn subgroups_obey_lagrange() {
    let s5 = Symmetric::new(5);
    for seed in 0..20 {
        use equivariant::HaarMeasure;
        use rand::SeedableRng;
        let mut source = rand::rngs::StdRng::seed_from_u64(seed);
        let generators = [s5.sample(&mut source), s5.sample(&mut source)];
        let subgroup = Subgroup::generated(s5, generators).unwrap();
        let order = subgroup.cardinality().unwrap();
        assert_eq!(120 % order, 0);
        assert_eq!(Cosets::new(subgroup).elements().count(), 120 / order);
    }
    let refused = Subgroup::generated(s5, [Permutation::identity(4)]).unwrap_err();
    assert_eq!(refused.place, 0);
}
