//! Groups made from groups: products, semidirect products, opposites, subgroups, cosets; and the names
//! of small groups.
#![cfg(feature = "proptest")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use equivariant::group::recognise;
use equivariant::groups::{
    Alternating, Cyclic, Dihedral, DihedralElement, Integers, Opposite, Permutation, PositiveReals,
    Quaternion8, Semidirect, SpecialOrthogonal, Subgroup, Symmetric, Translations,
};
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::{Inclusion, PermutationRepresentation};
use equivariant::sets::{Conjugation, Cosets, Positions, Regular};
use equivariant::{
    Check, Diagnosis, Equipped, EquivariantMap, Exhaustive, FiniteSet, GSet, Generated, Group,
    HaarMeasure, Homomorphism, LieGroup, Pullback, Sampled, Set, Trivial,
};
use nalgebra::DVector;
use proptest::test_runner::TestRunner;

type Outcome = Result<(), Box<dyn Error>>;

fn cyclic(n: u64) -> Cyclic {
    Cyclic::new(n).expect("the order is not 0")
}

fn dihedral(n: u64) -> Dihedral {
    Dihedral::new(n).expect("the number is not 0")
}

/// ℤ/n ⋊ ℤ/m, where 1 acts as multiplication by `by`.
fn metacyclic(
    n: u64,
    m: u64,
    by: u64,
) -> Semidirect<Cyclic, Cyclic, impl Fn(&u64, &u64) -> u64 + Copy> {
    let action = move |h: &u64, x: &u64| (0..*h).fold(*x, |x, _| x * by % n);
    Semidirect::new(cyclic(n), cyclic(m), action)
}

fn order<G: FiniteSet>(group: &G) -> usize {
    group.cardinality().expect("it can be counted")
}

/// The elements that commute with all generators.
fn centre<G>(group: &G) -> Subgroup<G>
where
    G: Generated + FiniteSet + Copy + Send + Sync + 'static,
{
    let whole = *group;
    Subgroup::satisfying(whole, move |g| {
        let commutes = |s| whole.same(&whole.compose(s, g), &whole.compose(g, s));
        whole.generators().iter().all(commutes)
    })
}

/// The subgroup that the commutators generate.
fn derived<G>(group: &G) -> Subgroup<G>
where
    G: Group + FiniteSet + Clone + Send + Sync + 'static,
    G::Element: Send + Sync,
{
    let elements: Vec<G::Element> = group.elements().collect();
    let commutators = elements
        .iter()
        .flat_map(|g| elements.iter().map(|h| group.commutator(g, h)));
    Subgroup::generated(group.clone(), commutators).expect("commutators belong")
}

/// How many conjugacy classes there are: the mean number of elements that an element commutes with.
fn classes<G: Group + FiniteSet>(group: &G) -> usize {
    let elements: Vec<G::Element> = group.elements().collect();
    let commute = |g, h| group.same(&group.compose(g, h), &group.compose(h, g));
    let pairs = elements
        .iter()
        .flat_map(|g| elements.iter().map(move |h| (g, h)));
    pairs.filter(|(g, h)| commute(*g, *h)).count() / elements.len()
}

fn laws<G: Group + FiniteSet + Sampled>(group: &G) -> Outcome {
    Exhaustive.group(group)?;
    for seed in 0..5 {
        Check::default().cases(30).seed(seed).group(group)?;
    }
    for (place, g) in group.elements().enumerate() {
        assert_eq!(group.index(&g), Some(place));
        assert!(group.contains(&g));
    }
    assert_eq!(group.cardinality(), Some(group.elements().count()));
    let listed = group.finite().expect("it is finite");
    assert_eq!(listed.elements().count(), group.elements().count());
    Ok(())
}

fn generators_generate<G>(group: &G) -> Outcome
where
    G: Generated + FiniteSet + Clone + Send + Sync + 'static,
    G::Element: Send + Sync,
{
    let generated = Subgroup::generated(group.clone(), group.generators())?;
    assert_eq!(generated.cardinality(), group.cardinality());
    Ok(())
}

#[test]
fn every_group_of_order_at_most_15_has_a_name_of_its_own() -> Outcome {
    let name = |name: Option<String>| name.expect("it is in the table");
    let mut names: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    let mut add =
        |order: u64, found: Option<String>| names.entry(order).or_default().insert(name(found));
    for n in 1..=15 {
        add(n, recognise(&cyclic(n)));
    }
    add(4, recognise(&(cyclic(2), cyclic(2))));
    add(6, recognise(&Symmetric::new(3)));
    add(8, recognise(&(cyclic(4), cyclic(2))));
    add(8, recognise(&(cyclic(2), cyclic(2), cyclic(2))));
    add(8, recognise(&dihedral(4)));
    add(8, recognise(&Quaternion8));
    add(9, recognise(&(cyclic(3), cyclic(3))));
    add(10, recognise(&dihedral(5)));
    add(12, recognise(&(cyclic(6), cyclic(2))));
    add(12, recognise(&dihedral(6)));
    add(12, recognise(&Alternating::new(4)));
    add(12, recognise(&metacyclic(3, 4, 2)));
    add(14, recognise(&dihedral(7)));
    // how many groups of each order there are
    let counts: Vec<usize> = names.values().map(BTreeSet::len).collect();
    assert_eq!(counts, [1, 1, 1, 2, 1, 2, 1, 5, 2, 2, 1, 5, 1, 2, 1]);
    let all: Vec<&str> = names.values().flatten().map(String::as_str).collect();
    let expected = [
        "trivial",
        "C₂",
        "C₃",
        "C₂ × C₂ ≅ D₂",
        "C₄",
        "C₅",
        "C₆",
        "S₃ ≅ D₃",
        "C₇",
        "C₂ × C₂ × C₂",
        "C₂ × C₄",
        "C₈",
        "D₄",
        "Q₈",
        "C₃ × C₃",
        "C₉",
        "C₁₀",
        "D₅",
        "C₁₁",
        "A₄",
        "C₁₂",
        "C₂ × C₆",
        "Dic₃",
        "D₆",
        "C₁₃",
        "C₁₄",
        "D₇",
        "C₁₅",
    ];
    assert_eq!(all, expected);
    Ok(())
}

#[test]
fn a_name_depends_on_the_group_alone() {
    let same = [
        (recognise(&(cyclic(3), cyclic(5))), "C₁₅"),
        (recognise(&(cyclic(4), cyclic(6))), "C₂ × C₁₂"),
        (recognise(&(cyclic(6), cyclic(10), cyclic(15))), "C₃₀ × C₃₀"),
        (recognise(&(Symmetric::new(3), cyclic(2))), "D₆"),
        (recognise(&metacyclic(3, 2, 2)), "S₃ ≅ D₃"),
        (recognise(&metacyclic(4, 2, 3)), "D₄"),
        (recognise(&metacyclic(3, 4, 2)), "Dic₃"),
        (recognise(&metacyclic(5, 4, 4)), "Dic₅"),
        (recognise(&(dihedral(4), cyclic(2))), "D₄ × C₂"),
        (recognise(&(cyclic(2), dihedral(4))), "D₄ × C₂"),
        (recognise(&(Quaternion8, cyclic(2))), "Q₈ × C₂"),
        (
            recognise(&(cyclic(2), Quaternion8, cyclic(2))),
            "Q₈ × C₂ × C₂",
        ),
        (recognise(&(Alternating::new(4), cyclic(2))), "A₄ × C₂"),
        (recognise(&Symmetric::new(4)), "S₄"),
        (recognise(&Alternating::new(5)), "A₅"),
        (recognise(&Symmetric::new(5)), "S₅"),
        (recognise(&(Alternating::new(5), cyclic(2))), "A₅ × C₂"),
        (recognise(&Opposite(Quaternion8)), "Q₈"),
        (recognise(&Opposite(Symmetric::new(4))), "S₄"),
        (recognise(&dihedral(1)), "C₂"),
        (recognise(&dihedral(2)), "C₂ × C₂ ≅ D₂"),
    ];
    for (found, expected) in same {
        assert_eq!(found.as_deref(), Some(expected));
    }
}

/// Groups that share the orders of their elements, or nearly, with one of the table.
#[test]
fn a_group_outside_the_table_gets_no_name() {
    let none = [
        ("C₃ ⋊ C₈", recognise(&metacyclic(3, 8, 2))),
        ("C₄ ⋊ C₄", recognise(&metacyclic(4, 4, 3))),
        (
            "the semidihedral group of order 16",
            recognise(&metacyclic(8, 2, 3)),
        ),
        (
            "the modular group of order 16",
            recognise(&metacyclic(8, 2, 5)),
        ),
        ("C₇ ⋊ C₃", recognise(&metacyclic(7, 3, 2))),
        (
            "the Frobenius group of order 20",
            recognise(&metacyclic(5, 4, 2)),
        ),
        ("S₃ × C₃", recognise(&(Symmetric::new(3), cyclic(3)))),
        ("A₄ × C₅", recognise(&(Alternating::new(4), cyclic(5)))),
        ("A₄ ⋊ C₄ is not S₄ × C₂", recognise(&signed_action())),
    ];
    for (group, name) in none {
        assert_eq!(name, None, "{group}");
    }
}

/// A₄ ⋊ C₄, where 1 acts as conjugation by a transposition.
fn signed_action()
-> Semidirect<Alternating, Cyclic, impl Fn(&u64, &Permutation) -> Permutation + Copy> {
    let action = |h: &u64, n: &Permutation| {
        let swap = Permutation::from_cycles(4, &[&[0, 1]]).expect("it is a cycle");
        if h.is_multiple_of(2) {
            n.clone()
        } else {
            swap.compose(n).compose(&swap)
        }
    };
    Semidirect::new(Alternating::new(4), cyclic(4), action)
}

#[test]
fn products_are_groups() -> Outcome {
    laws(&(cyclic(4), Symmetric::new(3)))?;
    laws(&(cyclic(2), cyclic(3), dihedral(3)))?;
    Exhaustive.abelian(&(cyclic(4), cyclic(6)))?;
    generators_generate(&(cyclic(4), Symmetric::new(3)))?;
    generators_generate(&(cyclic(2), cyclic(3), dihedral(3)))?;
    assert!((cyclic(4), Symmetric::new(3)).lawful_by_construction());
    assert!((cyclic(4), Integers).finite().is_none());
    assert_eq!(classes(&(cyclic(4), Symmetric::new(3))), 4 * 3);
    Ok(())
}

#[test]
fn a_product_of_lie_groups_is_one() -> Outcome {
    let pair = (
        SpecialOrthogonal::<3>::default(),
        Translations::<2>::default(),
    );
    let triple = (
        PositiveReals::<f64>::default(),
        SpecialOrthogonal::<2>::default(),
        Translations::<1>::default(),
    );
    let opposite = Opposite(SpecialOrthogonal::<3>::default());
    assert_eq!((pair.dimension(), triple.dimension()), (5, 3));
    let coordinates = DVector::from_vec(vec![0.1, 0.2, 0.3, 4.0, 5.0]);
    assert_eq!(pair.vee(&pair.hat(&coordinates)), coordinates);
    for seed in 0..5 {
        let check = Check::default().cases(30).seed(seed);
        check.group(&pair)?;
        check.lie_group(&pair)?;
        check.lie_group(&triple)?;
        check.group(&opposite)?;
        check.lie_group(&opposite)?;
    }
    Ok(())
}

#[test]
fn semidirect_products_are_groups() -> Outcome {
    laws(&metacyclic(4, 2, 3))?;
    laws(&metacyclic(7, 3, 2))?;
    laws(&signed_action())?;
    generators_generate(&metacyclic(7, 3, 2))?;
    let frobenius = metacyclic(7, 3, 2);
    assert_eq!(order(&frobenius), 21);
    assert_eq!(classes(&frobenius), 5);
    assert_eq!(order(&centre(&frobenius)), 1);
    assert_eq!(recognise(&derived(&frobenius)).as_deref(), Some("C₇"));

    // (n, h)(m, k) = (n · α_h(m), h k): the affine maps x ↦ n + 2ʰ x modulo 7, composed
    let map = |(n, h): &(u64, u64), x: u64| (n + (x << h)) % 7;
    for g in frobenius.elements() {
        for h in frobenius.elements() {
            let product = frobenius.compose(&g, &h);
            assert!((0..7).all(|x| map(&product, x) == map(&g, map(&h, x))));
        }
    }
    Exhaustive.action(frobenius.acting(), &frobenius.acted_on())?;
    for n in 0..7 {
        for m in 0..7 {
            frobenius.automorphism(&1, &n, &m)?;
        }
    }
    Ok(())
}

#[test]
fn what_is_no_action_by_automorphisms_is_refused() {
    // automorphisms, but no action: 2 has order 3 modulo 7, not 4
    let no_action = metacyclic(7, 4, 2);
    assert_eq!(
        Exhaustive.group(&no_action).unwrap_err().law(),
        "associative"
    );
    let refused = Exhaustive.action(no_action.acting(), &no_action.acted_on());
    assert_eq!(refused.unwrap_err().law(), "compatible");
    assert!(no_action.automorphism(&1, &3, &4).is_ok());

    // an action, but not by automorphisms: it moves the identity
    let no_automorphism = Semidirect::new(cyclic(4), cyclic(4), |h: &u64, n: &u64| (n + h) % 4);
    assert!(Exhaustive.group(&no_automorphism).is_err());
    assert!(
        Exhaustive
            .action(no_automorphism.acting(), &no_automorphism.acted_on())
            .is_ok()
    );
    let refused = no_automorphism.automorphism(&1, &2, &3).unwrap_err();
    assert_eq!(refused.law(), "automorphism");

    // a right action: conjugation the wrong way round
    let s3 = Symmetric::new(3);
    let wrong = Semidirect::new(s3, s3, move |h: &Permutation, n: &Permutation| {
        s3.conjugate(&s3.inverse(h), n)
    });
    let refused = Exhaustive
        .action(wrong.acting(), &wrong.acted_on())
        .unwrap_err();
    assert_eq!(refused.diagnosis(), &Diagnosis::RightAction);
    for seed in 0..5 {
        let check = Check::default().seed(seed);
        assert!(check.group(&wrong).is_err());
        assert!(check.group(&no_action).is_err());
        assert!(check.group(&no_automorphism).is_err());
    }
}

/// The holomorph S₃ ⋊ S₃ by conjugation is S₃ × S₃.
#[test]
fn inner_actions_give_a_direct_product() -> Outcome {
    let s3 = Symmetric::new(3);
    let twisted = Semidirect::new(s3, s3, move |h: &Permutation, n: &Permutation| {
        s3.conjugate(h, n)
    });
    let untwist = Between::new(
        twisted,
        (s3, s3),
        move |(n, h): &(Permutation, Permutation)| (s3.compose(n, h), h.clone()),
    );
    Exhaustive.homomorphism(&untwist)?;
    assert_eq!(untwist.kernel().len(), 1);
    Ok(())
}

#[test]
fn the_opposite_group_is_the_group_read_backwards() -> Outcome {
    let s4 = Symmetric::new(4);
    laws(&Opposite(s4))?;
    generators_generate(&Opposite(s4))?;
    Exhaustive.abelian(&Opposite(cyclic(6)))?;
    Exhaustive.homomorphism(&Between::new(s4, Opposite(s4), move |g| s4.inverse(g)))?;
    let same = Between::new(s4, Opposite(s4), Permutation::clone);
    let refused = Exhaustive.homomorphism(&same).unwrap_err();
    assert_eq!(refused.diagnosis(), &Diagnosis::Antihomomorphism);
    Ok(())
}

#[test]
fn centres_and_derived_subgroups_are_known() {
    let name = |subgroup: Option<String>| subgroup.expect("it is in the table");
    assert_eq!(name(recognise(&centre(&dihedral(4)))), "C₂");
    assert_eq!(name(recognise(&centre(&dihedral(5)))), "trivial");
    assert_eq!(name(recognise(&centre(&Quaternion8))), "C₂");
    assert_eq!(name(recognise(&centre(&Symmetric::new(4)))), "trivial");
    assert_eq!(name(recognise(&centre(&cyclic(6)))), "C₆");
    assert_eq!(name(recognise(&derived(&Symmetric::new(4)))), "A₄");
    assert_eq!(
        name(recognise(&derived(&Alternating::new(4)))),
        "C₂ × C₂ ≅ D₂"
    );
    assert_eq!(
        name(recognise(&derived(&derived(&Symmetric::new(3))))),
        "trivial"
    );
    assert_eq!(name(recognise(&derived(&dihedral(4)))), "C₂");
    assert_eq!(name(recognise(&derived(&Quaternion8))), "C₂");
    assert_eq!(name(recognise(&derived(&Alternating::new(5)))), "A₅"); // it is perfect
    assert_eq!([4, 5, 6].map(|n| classes(&dihedral(n))), [5, 4, 6]);
    assert_eq!((classes(&Quaternion8), classes(&Symmetric::new(4))), (5, 5));
    assert_eq!(classes(&Alternating::new(5)), 5);
}

#[test]
fn subgroups_are_groups() -> Outcome {
    let d6 = dihedral(6);
    let triangle = Subgroup::generated(
        d6,
        [DihedralElement::turn(2), DihedralElement::reflection(0)],
    )?;
    assert_eq!(recognise(&triangle).as_deref(), Some("S₃ ≅ D₃"));
    laws(&triangle)?;
    generators_generate(&triangle)?;
    let turns = Subgroup::satisfying(d6, |g| !g.reflected);
    assert_eq!(recognise(&turns).as_deref(), Some("C₆"));
    laws(&turns)?;
    generators_generate(&turns)?;
    Exhaustive.abelian(&Subgroup::generated(cyclic(12), [8])?)?;
    assert_eq!(
        Subgroup::generated(cyclic(12), [8, 6])?
            .elements()
            .collect::<Vec<_>>(),
        [0, 2, 4, 6, 8, 10]
    );
    assert_eq!(Subgroup::generated(cyclic(12), [])?.cardinality(), Some(1));
    Ok(())
}

#[test]
fn a_condition_that_is_no_subgroup_is_refused() {
    let s4 = Symmetric::new(4);
    let odd = Subgroup::satisfying(s4, |g| !g.is_even());
    assert!(Exhaustive.group(&odd).is_err());
    let involutions = Subgroup::satisfying(s4, |g| g.order() <= 2);
    assert_eq!(Exhaustive.group(&involutions).unwrap_err().law(), "closed");
    let positive = Subgroup::satisfying(Integers, |n| *n >= 0); // closed under +, without inverses
    for seed in 0..5 {
        let check = Check::default().seed(seed);
        assert!(check.group(&involutions).is_err());
        assert!(check.group(&positive).is_err());
    }
}

#[test]
fn a_subgroup_of_an_infinite_group_is_a_group() -> Outcome {
    let thirds = Subgroup::satisfying(Integers, |n| n % 3 == 0);
    let cosets = Cosets::new(thirds.clone());
    for seed in 0..5 {
        let check = Check::default().cases(50).seed(seed);
        check.group(&thirds)?;
        check.abelian(&thirds)?;
        check.action(&Integers, &cosets)?;
    }
    assert!(thirds.finite().is_none());
    assert!(cosets.same(&1, &-5));
    assert!(!cosets.same(&1, &2));
    Ok(())
}

#[test]
fn cosets_partition_the_group() -> Outcome {
    let s4 = Symmetric::new(4);
    let swap = Permutation::from_cycles(4, &[&[0, 1]])?;
    let turn = Permutation::from_cycles(4, &[&[0, 1, 2]])?;
    for generators in [
        vec![],
        vec![swap.clone()],
        vec![turn.clone()],
        vec![swap, turn],
    ] {
        let subgroup = Subgroup::generated(s4, generators)?;
        let cosets = Cosets::new(subgroup.clone());
        let listed: Vec<Permutation> = cosets.elements().collect();
        assert_eq!(cosets.cardinality(), Some(listed.len()));
        assert_eq!(listed.len() * order(&subgroup), 24); // Lagrange
        for x in s4.elements() {
            let own: Vec<usize> = (0..listed.len())
                .filter(|i| cosets.same(&listed[*i], &x))
                .collect();
            assert_eq!(own.len(), 1);
            assert_eq!(cosets.index(&x), Some(own[0]));
            let others = cosets.representatives(&x);
            assert!(others.iter().all(|y| cosets.same(&x, y) && *y != x));
            assert_eq!(others.is_empty(), order(&subgroup) == 1);
        }
        Exhaustive.action(&s4, &cosets)?;
        Exhaustive.set(&cosets)?;
        for seed in 0..5 {
            Check::default().cases(30).seed(seed).action(&s4, &cosets)?;
        }
    }
    Ok(())
}

#[test]
fn a_map_that_is_not_constant_on_cosets_is_not_well_defined() {
    let s3 = Symmetric::new(3);
    let cosets = Cosets::new(Subgroup::satisfying(s3, |g| g.apply(0) == 0));
    let wrong = EquivariantMap::new(s3, cosets, Positions(3), |g: &Permutation| g.apply(1));
    assert_eq!(
        wrong.prove().unwrap_err().diagnosis(),
        &Diagnosis::NotWellDefined
    );
    for seed in 0..5 {
        let refused = Check::default().seed(seed).equivariant(&wrong).unwrap_err();
        assert_eq!(refused.diagnosis(), &Diagnosis::NotWellDefined);
    }
}

/// The kernel of the action on cosets is the largest normal subgroup inside (its core).
#[test]
fn the_action_on_cosets_has_the_core_as_its_kernel() -> Outcome {
    let s4 = Symmetric::new(4);
    let d4 = Subgroup::generated(
        s4,
        [
            Permutation::from_cycles(4, &[&[0, 1, 2, 3]])?,
            Permutation::from_cycles(4, &[&[0, 2]])?,
        ],
    )?;
    assert_eq!(recognise(&d4).as_deref(), Some("D₄"));
    let on_cosets = PermutationRepresentation::new(s4, Cosets::new(d4));
    Exhaustive.homomorphism(&on_cosets)?;
    let kernel = Subgroup::generated(s4, on_cosets.kernel())?;
    assert_eq!(recognise(&kernel).as_deref(), Some("C₂ × C₂ ≅ D₂"));
    assert_eq!(on_cosets.image().len(), 6);
    Ok(())
}

#[test]
fn an_action_is_restricted_along_the_inclusion() -> Outcome {
    let d6 = dihedral(6);
    let triangle = Subgroup::generated(
        d6,
        [DihedralElement::turn(2), DihedralElement::reflection(0)],
    )?;
    let inclusion = Inclusion::new(triangle.clone());
    Exhaustive.homomorphism(&inclusion)?;
    let vertices = Pullback {
        along: inclusion.clone(),
        set: Positions(6),
    };
    Exhaustive.action(&triangle, &vertices)?;
    for seed in 0..5 {
        Check::default()
            .cases(30)
            .seed(seed)
            .homomorphism(&inclusion)?;
    }
    // the triangle keeps the colours of the vertices apart, the hexagon does not
    let colour = |i: &usize| i % 2;
    let map = EquivariantMap::new(d6, Positions(6), Trivial(Positions(2)), colour);
    assert!(map.clone().prove().is_err());
    map.restrict(inclusion).prove()?;
    Ok(())
}

#[test]
fn conjugation_has_as_many_orbits_as_there_are_classes() -> Outcome {
    let group = metacyclic(3, 4, 2);
    Exhaustive.action(&group, &Conjugation(group))?;
    Exhaustive.action(&group, &Regular(group))?;
    let set = Conjugation(group);
    let orbit = |x| -> BTreeSet<_> { group.elements().map(|g| set.act(&g, &x)).collect() };
    let orbits: BTreeSet<BTreeSet<_>> = group.elements().map(orbit).collect();
    assert_eq!(orbits.len(), classes(&group));
    assert_eq!(orbits.len(), 6);
    Ok(())
}

#[test]
fn constructions_are_drawn_uniformly() {
    fn chi_squared<G: HaarMeasure + FiniteSet>(group: &G) -> f64 {
        let mut runner = TestRunner::deterministic();
        let mut counts = vec![0.0; order(group)];
        for _ in 0..6000 {
            let drawn = group.sample(runner.rng());
            counts[group.index(&drawn).expect("what is drawn belongs")] += 1.0;
        }
        let expected = 6000.0 / counts.len() as f64;
        let freedom = counts.len() as f64 - 1.0;
        let sum: f64 = counts
            .iter()
            .map(|count| (count - expected).powi(2) / expected)
            .sum();
        (sum - freedom) / (2.0 * freedom).sqrt()
    }
    let deviations = [
        chi_squared(&(cyclic(4), Symmetric::new(3))),
        chi_squared(&(cyclic(2), cyclic(3), Quaternion8)),
        chi_squared(&metacyclic(7, 3, 2)),
        chi_squared(&Opposite(dihedral(5))),
        chi_squared(&Subgroup::satisfying(dihedral(6), |g| !g.reflected)),
    ];
    assert!(deviations.iter().all(|z| z.abs() < 5.0), "{deviations:?}");
}

#[test]
fn factors_of_constructions_stay_inside() {
    let pair = (Symmetric::new(3), cyclic(4));
    let even = Subgroup::satisfying(Symmetric::new(4), Permutation::is_even);
    let backwards = Opposite(Symmetric::new(4));
    let product = |factors: Vec<Permutation>| {
        factors
            .iter()
            .fold(backwards.identity(), |g, h| backwards.compose(&g, h))
    };
    for g in pair.elements() {
        assert!(
            pair.factors(&g)
                .iter()
                .all(|(x, y)| x.support() == 0 || *y == 0)
        );
    }
    for g in even.elements() {
        assert!(even.factors(&g).iter().all(|factor| even.contains(factor)));
    }
    for g in backwards.elements() {
        assert_eq!(product(backwards.factors(&g)), g);
    }
}

#[test]
fn one_set_with_a_right_action_is_told_apart() {
    let s3 = Symmetric::new(3);
    let set = Equipped::new(s3, s3, move |g: &Permutation, x: &Permutation| {
        s3.compose(x, g)
    });
    let refused = Exhaustive.action(&s3, &set).unwrap_err();
    assert_eq!(refused.diagnosis(), &Diagnosis::RightAction);
}
