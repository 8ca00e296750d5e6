//! What a proof and a check stand on is not taken on trust: that the group is one, that its generators
//! generate it, that a condition describes a subgroup; and a panic in any of it is an outcome.
#![cfg(feature = "proptest")]

use equivariant::action::Pullback;
use equivariant::groups::{Cyclic, Integers, PositiveReals, SpecialOrthogonal, Subgroup, Torus};
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::{Reduction, Residue};
use equivariant::sets::{Conjugation, Cosets, Positions, Reals, Regular, Vectors};
use equivariant::strategy::Drawn;
use equivariant::{
    Check, Diagnosis, Equipped, EquivariantMap, Exhaustive, FiniteSet, Generated, Group,
    Homomorphism, Set, Tolerance, Trivial, Violation,
};
use nalgebra::{Vector3, dvector, vector};
use proptest::prelude::*;

/// The residues modulo 6, with a product and generators of one's own.
#[derive(Clone, Copy)]
struct Six {
    generators: &'static [u8],
    product: fn(u8, u8) -> u8,
}

const SUM: fn(u8, u8) -> u8 = |g, h| (g + h) % 6;

impl Set for Six {
    type Element = u8;
    fn contains(&self, x: &u8) -> bool {
        *x < 6
    }
    fn distance(&self, x: &u8, y: &u8) -> f64 {
        f64::from(x.abs_diff(*y))
    }
}

impl FiniteSet for Six {
    fn elements(&self) -> Box<dyn Iterator<Item = u8> + '_> {
        Box::new(0..6)
    }
}

impl Group for Six {
    fn identity(&self) -> u8 {
        0
    }
    fn compose(&self, g: &u8, h: &u8) -> u8 {
        (self.product)(*g, *h)
    }
    fn inverse(&self, g: &u8) -> u8 {
        (6 - g) % 6
    }
    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = u8> + '_>> {
        Some(Box::new(self))
    }
}

impl Generated for Six {
    fn generators(&self) -> Vec<u8> {
        self.generators.to_vec()
    }
}

/// The parity of a residue is kept by 2 and not by 1.
fn parity(group: Six) -> EquivariantMap<Six, Regular<Six>, Trivial<Reals>, impl Fn(&u8) -> f64> {
    EquivariantMap::new(
        group,
        Regular(group),
        Trivial(Reals::default()),
        |x: &u8| f64::from(x % 2),
    )
}

#[test]
fn generators_that_do_not_generate_prove_nothing() {
    let all = Six {
        generators: &[1],
        product: SUM,
    };
    assert_eq!(parity(all).prove().unwrap_err().law(), "invariant");
    let some = Six {
        generators: &[2],
        product: SUM,
    };
    let violation = parity(some).prove().unwrap_err();
    assert_eq!(violation.law(), "generating", "{violation}");
    assert_eq!(*violation.diagnosis(), Diagnosis::NotGenerating);
    let none = Six {
        generators: &[],
        product: SUM,
    };
    assert_eq!(parity(none).prove().unwrap_err().law(), "generating");
    let enough = Six {
        generators: &[2, 3],
        product: SUM,
    };
    let shift = EquivariantMap::new(enough, Regular(enough), Regular(enough), |x: &u8| {
        (x + 4) % 6
    });
    let report = shift.prove().unwrap();
    assert_eq!(report.tally("generating").unwrap().cases, 6);
}

#[test]
fn a_condition_that_describes_no_subgroup_proves_nothing() -> Result<(), Box<dyn std::error::Error>>
{
    let c6 = Cyclic::new(6)?;
    // 0 and 1 are no subgroup: a map that 1 does not respect must not pass for want of generators
    let two = Subgroup::satisfying(c6, |g| *g < 2);
    assert!(!two.lawful_by_construction());
    let map = EquivariantMap::new(
        two.clone(),
        Regular(two.clone()),
        Trivial(Reals::<f64>::default()),
        |x| *x as f64,
    );
    let violation = map.prove().unwrap_err();
    assert_eq!(violation.law(), "closed", "{violation}");
    assert!(map.verify([(0, 0), (1, 0)]).is_err());

    let cosets = Cosets::new(two);
    let violation = Exhaustive.action(&c6, &cosets).unwrap_err();
    assert_eq!(violation.law(), "closed", "{violation}");
    let constant = EquivariantMap::new(c6, cosets, Trivial(Reals::<f64>::default()), |x: &u64| {
        (x / 2) as f64
    });
    assert!(constant.prove().is_err());

    // a condition that does describe one is found to be one, and so is a subgroup made of generators
    let even = Subgroup::satisfying(c6, |g| g % 2 == 0);
    assert!(even.lawful_by_construction());
    assert!(Subgroup::generated(c6, [4])?.lawful_by_construction());
    Exhaustive.action(&c6, &Cosets::new(even))?;
    Ok(())
}

#[test]
fn associativity_is_tried_with_three_different_elements() {
    // x·y = x + y but for 1·2 = 4 and 2·1 = 4: (g·h)·g = g·(h·g) for all g and h, by symmetry
    let product: fn(u8, u8) -> u8 = |g, h| match (g, h) {
        (1, 2) | (2, 1) => 4,
        _ => (g + h) % 6,
    };
    let group = Six {
        generators: &[1],
        product,
    };
    for g in 0..6 {
        for h in 0..6 {
            assert!(equivariant::group::laws::associative(&group, &g, &h, &g).is_ok());
        }
    }
    let map = EquivariantMap::new(
        group,
        Trivial(Reals::default()),
        Trivial(Reals::default()),
        |x: &f64| *x,
    );
    let pairs =
        (0..6).flat_map(|g| (0..6).map(move |h| (if h % 2 == 0 { g } else { h }, f64::from(h))));
    assert_eq!(map.verify(pairs).unwrap_err().law(), "associative");
}

/// A panic in an action is a violation that names the elements, wherever the action is tried.
#[test]
fn an_action_that_panics_is_refused() -> Result<(), Box<dyn std::error::Error>> {
    let c6 = Cyclic::new(6)?;
    let burst = Equipped::new(c6, c6, |g: &u64, x: &u64| {
        assert!((g, x) != (&1, &3), "no way from here");
        (g + x) % 6
    });
    let reals = Trivial(Reals::<f64>::default());
    let shown = |violation: Violation| {
        let panicked = matches!(violation.diagnosis(), Diagnosis::Panicked(message) if message.contains("no way"));
        assert!(panicked, "{violation}");
        let names: Vec<&str> = violation.elements().map(|(name, _)| name).collect();
        assert!(names.contains(&"g") && names.contains(&"x"), "{violation}");
    };
    shown(Exhaustive.action(&c6, &burst).unwrap_err());
    shown(Check::default().action(&c6, &burst).unwrap_err());
    let on_domain = EquivariantMap::new(c6, burst, reals, |_: &u64| 0.0);
    shown(on_domain.prove().unwrap_err());
    shown(on_domain.verify([(1, 3)]).unwrap_err());
    shown(Check::default().equivariant(&on_domain).unwrap_err());
    let on_codomain = EquivariantMap::new(c6, Regular(c6), burst, |x: &u64| *x);
    shown(on_codomain.prove().unwrap_err());
    shown(on_codomain.verify([(1, 3)]).unwrap_err());
    shown(Check::default().equivariant(&on_codomain).unwrap_err());

    // so is one in the product of a group
    let group = Six {
        generators: &[1],
        product: |g, h| {
            assert!((g, h) != (2, 3), "overflow");
            (g + h) % 6
        },
    };
    let violation = Exhaustive.group(&group).unwrap_err();
    assert!(
        matches!(violation.diagnosis(), Diagnosis::Panicked(_)),
        "{violation}"
    );
    assert!(
        violation.elements().any(|element| element == ("h", "3")),
        "{violation}"
    );
    Ok(())
}

/// Continuity is a matter of small elements: an action may run fast, and may not jump.
#[test]
fn a_fast_action_is_continuous_and_one_that_jumps_is_not() -> Result<(), Violation> {
    let line = Reals::<f64>::default();
    let circle = Torus::<1>::default();
    let fast = Equipped::new(line, circle, move |t: &f64, angle| {
        circle.compose(
            angle,
            &equivariant::LieGroup::exp(&circle, &vector![1000.0 * t]),
        )
    });
    for t in [1e-3, 0.3, 1.0] {
        equivariant::action::laws::continuous(&line, &fast, &dvector![t], &vector![0.25])?;
    }
    Check::default().continuous_action(&line, &fast)?;
    let jump = Equipped::new(line, line, |t: &f64, x: &f64| x + t.signum());
    assert!(equivariant::action::laws::continuous(&line, &jump, &dvector![1.0], &0.0).is_err());
    Ok(())
}

/// A strategy that is a pair is simplified in its second part even where the first is as simple as can
/// be.
#[test]
fn every_part_of_a_pair_is_made_simpler() {
    let space = Vectors::<3>::default();
    let upright = Drawn::new(
        space,
        any::<[i8; 3]>().prop_map(|v| Vector3::from(v).map(f64::from)),
    );
    let map = EquivariantMap::new(
        SpecialOrthogonal::<3>::default(),
        upright,
        space,
        |v: &Vector3<f64>| v.component_mul(v),
    );
    for seed in 0..20 {
        let violation = Check::default().seed(seed).equivariant(&map).unwrap_err();
        let x = violation
            .elements()
            .find(|(name, _)| *name == "x")
            .unwrap()
            .1;
        let largest = x
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .filter_map(|n| n.parse::<f64>().ok())
            .fold(0.0, f64::max);
        assert!(largest <= 2.0, "{violation}");
    }
}

/// A map between groups that is no homomorphism is refused with the relation that its images violate.
#[test]
fn a_broken_relation_is_named() -> Result<(), Box<dyn std::error::Error>> {
    let (c6, c4) = (Cyclic::new(6)?, Cyclic::new(4)?);
    let relation_of = |violation: &Violation| {
        assert_eq!(
            *violation.diagnosis(),
            Diagnosis::NotAHomomorphism,
            "{violation}"
        );
        let relation = violation.remarks().find(|(name, _)| *name == "relation");
        relation
            .map(|(_, text)| text.to_owned())
            .expect("there is one")
    };
    let remainder = Between::new(c6, c4, |x: &u64| x % 4);
    let relation = "1 · 1 · 1 · 1 · 1 · 1 = e, and the images of the factors make 2 and 0";
    let violation = Exhaustive.homomorphism(&remainder).unwrap_err();
    assert_eq!(relation_of(&violation), relation);
    assert_eq!(
        relation_of(&Check::default().homomorphism(&remainder).unwrap_err()),
        relation
    );
    // the same for a map that claims to be equivariant along it
    let along = EquivariantMap::along(remainder, Regular(c6), Regular(c4), |x: &u64| x % 4);
    assert_eq!(relation_of(&along.prove().unwrap_err()), relation);

    // where the images satisfy every relation, the value that does not go with them is named
    let c3 = Cyclic::new(3)?;
    let crooked = Between::new(c6, c3, |x: &u64| if *x == 5 { 0 } else { x % 3 });
    let relation = relation_of(&Exhaustive.homomorphism(&crooked).unwrap_err());
    assert!(relation.contains("5 ↦ 2, not 0"), "{relation}");
    Ok(())
}

/// Two sides that differ by a factor which is not the same at all points have no factor in common.
#[test]
fn no_factor_is_named_that_depends_on_the_point() -> Result<(), Violation> {
    let scales = equivariant::groups::PositiveReals::<f64>::default();
    let line = Vectors::<1>::default();
    // f(2x) is −2 f(x) for x < 1 and 6 f(x) elsewhere
    let map = EquivariantMap::new(scales, line, line, |x: &nalgebra::Vector1<f64>| {
        let size = x.x.abs();
        vector![if size < 1.0 {
            size
        } else if size < 2.0 {
            -size
        } else {
            3.0 * size
        }]
    });
    let cases = [0.75, 1.5, 0.6, 1.25].map(|x| (2.0, vector![x]));
    let violation = map.verify(cases).unwrap_err();
    assert_eq!(*violation.diagnosis(), Diagnosis::Unequal, "{violation}");
    Ok(())
}

/// Neighbours that are equal up to a tolerance do not make distant points equal.
#[test]
fn tolerance_does_not_add_up_along_an_orbit() -> Result<(), Box<dyn std::error::Error>> {
    let c100 = Cyclic::new(100)?;
    let coarse = Reals::<f64>::default().within(Tolerance::absolute(0.5));
    // a tent: steps of 0.4, and a height of 20
    let tent = EquivariantMap::new(c100, Regular(c100), Trivial(coarse), |x: &u64| {
        0.4 * (*x).min(100 - *x) as f64
    });
    assert_eq!(tent.prove().unwrap_err().law(), "invariant");
    let flat = EquivariantMap::new(c100, Regular(c100), Trivial(coarse), |x: &u64| {
        0.2 * (x % 3) as f64
    });
    flat.prove()?;
    // the same along ℤ, which is infinite
    let turned = Pullback {
        along: Residue::new(c100),
        set: Regular(c100),
    };
    let tent = EquivariantMap::new(Integers, turned, Trivial(coarse), |x: &u64| {
        0.4 * (*x).min(100 - *x) as f64
    });
    assert!(tent.prove().is_err());
    Ok(())
}

/// A coset has as many names as the subgroup has elements, and a proof tries all of them.
#[test]
fn a_value_that_depends_on_a_rare_representative_is_refused()
-> Result<(), Box<dyn std::error::Error>> {
    let (c100, c2) = (Cyclic::new(100)?, Cyclic::new(2)?);
    let even = Cosets::new(Subgroup::generated(c100, [2])?);
    let parity = |rare: u64| move |x: &u64| if *x == rare { 1 - x % 2 } else { x % 2 };
    let phi = Reduction::new(c100, c2)?;
    let map = EquivariantMap::along(phi, even.clone(), Regular(c2), parity(50));
    assert_eq!(map.prove().unwrap_err().law(), "well_defined");
    EquivariantMap::along(phi, even.clone(), Regular(c2), parity(1000)).prove()?;
    // in both places of a pair at once
    let pairs = (even.clone(), even);
    let map = EquivariantMap::along(phi, pairs, Regular(c2), |(x, y): &(u64, u64)| {
        if (*x, *y) == (50, 70) { 1 } else { x % 2 }
    });
    assert_eq!(map.prove().unwrap_err().law(), "well_defined");
    Ok(())
}

/// Groups of one type and of different values are told apart.
#[test]
fn a_set_made_of_another_group_is_refused() -> Result<(), Box<dyn std::error::Error>> {
    let [c3, c4, c6, c8, c12] = [3, 4, 6, 8, 12].map(|n| Cyclic::new(n).unwrap());
    let same = |x: &u64| *x;
    let map = EquivariantMap::new(c6, Regular(c12), Regular(c12), same);
    assert_eq!(map.prove().unwrap_err().law(), "same_group");
    assert_eq!(
        map.verify([(4, 0), (5, 1)]).unwrap_err().law(),
        "same_group"
    );
    assert_eq!(
        Check::default().equivariant(&map).unwrap_err().law(),
        "same_group"
    );
    assert!(Exhaustive.action(&c6, &Conjugation(c12)).is_err());
    assert!(
        EquivariantMap::along(Reduction::new(c12, c4)?, Regular(c8), Regular(c8), same)
            .prove()
            .is_err()
    );
    let mixed = Residue::new(c4).then(Reduction::new(c6, c3)?);
    let map = EquivariantMap::along(mixed, Regular(Integers), Regular(c3), |n: &i64| {
        n.rem_euclid(3) as u64
    });
    assert!(map.verify((0..20).map(|n| (n, n * n))).is_err());
    Ok(())
}

/// A set that lists too little is refused.
#[test]
fn a_list_that_is_not_that_of_the_set_is_refused() {
    #[derive(Clone, Copy)]
    struct Short(&'static [u64]);
    impl Set for Short {
        type Element = u64;
        fn contains(&self, x: &u64) -> bool {
            *x < 6
        }
        fn distance(&self, x: &u64, y: &u64) -> f64 {
            x.abs_diff(*y) as f64
        }
    }
    impl FiniteSet for Short {
        fn elements(&self) -> Box<dyn Iterator<Item = u64> + '_> {
            Box::new(self.0.iter().copied())
        }
    }
    let c6 = Cyclic::new(6).unwrap();
    for (list, law) in [
        (&[0][..], "listed"),
        (&[0, 1, 2, 3, 4, 5, 5], "listed"),
        (&[0, 1, 2, 3, 4, 5, 9], "listed"),
    ] {
        let set = Equipped::new(c6, Short(list), |g: &u64, x: &u64| (g + x) % 6);
        let map = EquivariantMap::new(c6, set, Trivial(Reals::<f64>::default()), |x: &u64| {
            (x * x) as f64
        });
        assert_eq!(map.prove().unwrap_err().law(), law, "{list:?}");
        assert!(
            Exhaustive.action(&c6, &set).is_err() || list.len() == 1,
            "{list:?}"
        );
    }
    assert!(Exhaustive.set(&Short(&[0, 1, 1])).is_err());
    assert!(Exhaustive.set(&Short(&[0, 1, 2, 3, 4, 5])).is_ok());
}

/// What is not proved is named in the evidence.
#[test]
fn a_proof_names_its_conditions() {
    // an action of ℤ that goes wrong far away, where no word of the proof leads
    let far = Equipped::new(Integers, Positions(2), |n: &i64, x: &usize| {
        if n.abs() < 1000 {
            (*x as i64 + n).rem_euclid(2) as usize
        } else {
            *x
        }
    });
    let true_parity = Equipped::new(Integers, Positions(2), |n: &i64, x: &usize| {
        (*x as i64 + n).rem_euclid(2) as usize
    });
    let swap = EquivariantMap::new(Integers, far, true_parity, |x: &usize| 1 - x);
    let report = swap.prove().unwrap();
    let evidence = report.evidence("equivariant").unwrap().to_string();
    assert!(
        evidence.contains("provided that the actions are actions (tried at 25"),
        "{evidence}"
    );
    let report = EquivariantMap::new(Integers, true_parity, true_parity, |x: &usize| 1 - x);
    assert!(Check::default().equivariant(&report).is_ok());
}

/// Arguments that do not belong to their sets are refused, wherever they come in the cases.
#[test]
fn an_argument_outside_its_set_is_refused() {
    let scales = PositiveReals::<f64>::default();
    let line = Equipped::new(scales, Reals::<f64>::default(), |g: &f64, x: &f64| g * x);
    let sign = EquivariantMap::invariant(scales, line, Reals::<f64>::default(), |x: &f64| {
        if *x > 0.0 { 1.0 } else { 0.0 }
    });
    let good = (0..100).map(|i| (1.0 + f64::from(i), 0.5 - f64::from(i % 2)));
    sign.verify(good.clone()).unwrap();
    for bad in [(2.0, f64::NAN), (-1.0, 3.0)] {
        let violation = sign.verify(good.clone().chain([bad])).unwrap_err();
        assert_eq!(
            *violation.diagnosis(),
            Diagnosis::OutsideDomain,
            "{violation}"
        );
        let violation = sign.verify([bad]).unwrap_err();
        assert_eq!(
            *violation.diagnosis(),
            Diagnosis::OutsideDomain,
            "{violation}"
        );
    }
}

/// A shard that ends before it begins has no cases.
#[test]
#[allow(clippy::reversed_empty_ranges)]
fn an_empty_shard_is_empty() -> Result<(), Box<dyn std::error::Error>> {
    let report = Check::default().shard(50..30).group(&Cyclic::new(6)?)?;
    assert_eq!(report.tally("associative").unwrap().independent, 0);
    Ok(())
}

/// A map that is equivariant along another homomorphism is told so, for an infinite group too.
#[test]
fn the_power_along_which_a_map_is_equivariant_is_named() {
    let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x: &i64| {
        2 * x
    });
    let along = Diagnosis::Along("g ↦ g^2".to_owned());
    assert_eq!(
        *Check::default()
            .equivariant(&double)
            .unwrap_err()
            .diagnosis(),
        along
    );
    let circle = Torus::<1>::default();
    let tripled = EquivariantMap::new(circle, Regular(circle), Regular(circle), move |x| {
        equivariant::LieGroup::exp(&circle, &(x * -3.0))
    });
    let along = Diagnosis::Along("g ↦ g^-3".to_owned());
    assert_eq!(
        *Check::default()
            .equivariant(&tripled)
            .unwrap_err()
            .diagnosis(),
        along
    );
}

/// An action that goes wrong very near the identity only is refused: the corners of the group are tried
/// in its laws, wherever they stand in the list.
#[test]
fn an_action_that_is_wrong_near_the_identity_is_refused() {
    let (so3, space) = (SpecialOrthogonal::<3>::default(), Vectors::<3>::default());
    let flips = Equipped::new(
        so3,
        space,
        |g: &nalgebra::Rotation3<f64>, v: &Vector3<f64>| {
            let angle = (g.matrix() - nalgebra::Matrix3::identity()).norm();
            if angle > 0.0 && angle < 1e-6 {
                -(g * v)
            } else {
                g * v
            }
        },
    );
    for seed in 0..20 {
        let check = Check::default().seed(seed).cases(0);
        assert_eq!(
            check.action(&so3, &flips).unwrap_err().law(),
            "compatible",
            "seed {seed}"
        );
    }
}
