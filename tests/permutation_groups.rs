//! Permutations, symmetric and alternating groups: laws, and facts from the literature.
#![cfg(feature = "proptest")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use equivariant::group::{laws, recognise};
use equivariant::groups::{
    Alternating, NotAPermutation, Opposite, Permutation, Subgroup, Symmetric,
};
use equivariant::homomorphisms::{Inclusion, Sign};
use equivariant::sets::{Cosets, Permuted, Positions, Power, Reals, Regular};
use equivariant::{
    Check, Diagnosis, Equipped, EquivariantMap, Exhaustive, FiniteSet, GSet, Generated, Group,
    HaarMeasure, Homomorphism, Pullback, Sampled, Set, Trivial,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

type Outcome = Result<(), Box<dyn Error>>;

fn cycles(degree: usize, cycles: &[&[usize]]) -> Permutation {
    Permutation::from_cycles(degree, cycles).expect("the cycles are disjoint")
}

/// How many numbers lie on cycles of each length, the longest first: the cycle type.
fn cycle_type(x: &Permutation) -> Vec<usize> {
    let mut lengths: Vec<usize> = x.cycles().iter().map(Vec::len).collect();
    lengths.resize(lengths.len() + x.degree() - x.support(), 1);
    lengths.sort_unstable_by(|a, b| b.cmp(a));
    lengths
}

#[test]
fn what_is_no_permutation_is_refused_with_its_place() {
    let refused = |images: &[usize]| Permutation::new(images).unwrap_err();
    let (number, image) = (2, 0);
    assert_eq!(
        refused(&[0, 1, 0]),
        NotAPermutation::Repeated { number, image }
    );
    let (number, degree) = (3, 3);
    assert_eq!(
        refused(&[0, 3, 1]),
        NotAPermutation::OutOfRange { number, degree }
    );
    let twice: [&[&[usize]]; 2] = [&[&[0, 1], &[1, 2]], &[&[0, 1, 0]]];
    for (cycles, number) in twice.into_iter().zip([1, 0]) {
        let error = Permutation::from_cycles(3, cycles).unwrap_err();
        assert_eq!(error, NotAPermutation::NotDisjoint { number });
    }
    let error = Permutation::from_cycles(3, &[&[0, 3]]).unwrap_err();
    assert_eq!(error, NotAPermutation::OutOfRange { number: 3, degree });
    assert_eq!(
        Permutation::from_cycles(3, &[&[], &[1]]).unwrap(),
        Permutation::identity(3)
    );
    assert_eq!(Permutation::new([]).unwrap().to_string(), "()");
}

#[test]
fn cycles_and_images_say_the_same() {
    for x in Symmetric::new(5).elements() {
        let list = x.cycles();
        let slices: Vec<&[usize]> = list.iter().map(Vec::as_slice).collect();
        assert_eq!(Permutation::from_cycles(5, &slices), Ok(x.clone()));
        assert_eq!(Permutation::new(x.images()), Ok(x.clone()));
        assert_eq!(x.support(), list.iter().map(Vec::len).sum::<usize>());
    }
}

/// n! / ∏ k^mₖ mₖ! permutations have mₖ cycles of length k (Cauchy).
#[test]
fn permutations_are_counted_by_cycle_type() {
    let mut counts: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for x in Symmetric::new(6).elements() {
        *counts.entry(cycle_type(&x)).or_default() += 1;
    }
    let factorial = |n: usize| (1..=n).product::<usize>();
    for (lengths, count) in &counts {
        let centraliser: usize = (1..=6)
            .map(|k| {
                let m = lengths.iter().filter(|length| **length == k).count();
                k.pow(m as u32) * factorial(m)
            })
            .product();
        assert_eq!(*count, 720 / centraliser, "{lengths:?}");
    }
    assert_eq!(counts.len(), 11); // the partitions of 6
    assert_eq!(counts[&vec![2, 1, 1, 1, 1]], 15);
    assert_eq!(counts[&vec![6]], 120);
    assert_eq!(counts[&vec![2, 2, 1, 1]], 45);
}

#[test]
fn order_is_the_first_power_that_is_the_identity() {
    let s6 = Symmetric::new(6);
    let e = s6.identity();
    for x in s6.elements() {
        let first = (1..).find(|k| s6.power(&x, *k) == e).map(|k| k as u64);
        assert_eq!(Some(x.order()), first, "{x}");
    }
    // Landau's function: the largest order of a permutation of degree n
    let largest = |n| {
        Symmetric::new(n)
            .elements()
            .map(|x| x.order())
            .max()
            .unwrap()
    };
    assert_eq!([1, 2, 3, 4, 5, 6, 7].map(largest), [1, 2, 3, 4, 6, 6, 12]);
}

#[test]
fn parity_counts_inversions_and_is_multiplicative() -> Outcome {
    for x in Symmetric::new(5).elements() {
        let images = x.images();
        let inversions = (0..5).flat_map(|j| (0..j).map(move |i| (i, j)));
        let inversions = inversions.filter(|(i, j)| images[*i] > images[*j]).count();
        assert_eq!(x.is_even(), inversions % 2 == 0, "{x}");
    }
    for degree in 0..=5 {
        Exhaustive.homomorphism(&Sign::new(Symmetric::new(degree)))?;
    }
    let a4: Vec<Permutation> = Alternating::new(4).elements().collect();
    assert_eq!(Sign::new(Symmetric::new(4)).kernel(), a4);
    Ok(())
}

#[test]
fn elements_are_listed_in_lexicographic_order() {
    for degree in 0..=6 {
        let (whole, even) = (Symmetric::new(degree), Alternating::new(degree));
        let all: Vec<Permutation> = whole.elements().collect();
        assert!(all.is_sorted());
        assert_eq!(whole.cardinality(), Some(all.len()));
        for (place, x) in all.iter().enumerate() {
            assert_eq!(whole.index(x), Some(place));
        }
        let half: Vec<Permutation> = even.elements().collect();
        assert_eq!(even.cardinality(), Some(half.len()));
        for (place, x) in half.iter().enumerate() {
            assert_eq!(even.index(x), Some(place));
        }
        let odd = all.iter().filter(|x| !even.contains(x));
        assert!(odd.clone().all(|x| even.index(x).is_none()));
        assert_eq!(odd.count() + half.len(), all.len());
    }
}

#[test]
fn what_cannot_be_counted_is_not_counted_wrongly() {
    assert_eq!(
        Symmetric::new(20).cardinality(),
        Some(2_432_902_008_176_640_000)
    );
    assert_eq!(Symmetric::new(21).cardinality(), None);
    assert_eq!(
        Alternating::new(20).cardinality(),
        Some(1_216_451_004_088_320_000)
    );
    assert_eq!(Alternating::new(21).cardinality(), None);
    let s30 = Symmetric::new(30);
    let reversal = Permutation::new((0..30).rev().collect::<Vec<_>>()).unwrap();
    assert_eq!(s30.index(&reversal), None);
    assert_eq!(s30.index(&s30.generators()[28]), Some(1)); // the exchange of the last two
    assert_eq!(s30.elements().nth(6), Some(cycles(30, &[&[26, 27]])));
}

#[test]
fn the_laws_hold_on_all_elements() -> Outcome {
    for degree in 0..=4 {
        let (whole, even) = (Symmetric::new(degree), Alternating::new(degree));
        Exhaustive.group(&whole)?;
        Exhaustive.group(&even)?;
        Exhaustive.action(&whole, &Positions(degree))?;
        Exhaustive.action(&even, &Positions(degree))?;
        Exhaustive.set(&whole)?;
    }
    Exhaustive.group(&Alternating::new(5))?;
    Ok(())
}

#[test]
fn the_laws_hold_at_random() -> Outcome {
    let samples = Permuted(Power::new(Reals::<f64>::default()).of_length(7));
    for seed in 0..5 {
        let check = Check::default().cases(40).seed(seed);
        check.group(&Symmetric::new(7))?;
        check.group(&Symmetric::new(40))?;
        check.group(&Alternating::new(7))?;
        check.action(&Symmetric::new(7), &Positions(7))?;
        check.action(&Symmetric::new(7), &samples)?;
        check.action(&Alternating::new(7), &samples)?;
        check.homomorphism(&Sign::new(Symmetric::new(7)))?;
    }
    Ok(())
}

#[test]
fn the_mirror_image_of_permuting_places_is_a_right_action() {
    let s4 = Symmetric::new(4);
    let samples = Power::new(Positions(4)).of_length(4);
    let pull = |g: &Permutation, x: &Vec<usize>| (0..4).map(|i| x[g.apply(i)]).collect::<Vec<_>>();
    for seed in 0..5 {
        let check = Check::default().seed(seed);
        let refused = check
            .action(&s4, &Equipped::new(s4, samples, pull))
            .unwrap_err();
        assert_eq!(refused.diagnosis(), &Diagnosis::RightAction);
        let opposite = Opposite(s4);
        check
            .action(&opposite, &Equipped::new(opposite, samples, pull))
            .unwrap();
    }
}

#[test]
fn a_permutation_of_too_high_a_degree_leaves_the_set() {
    let s5 = Symmetric::new(5);
    let constant = EquivariantMap::invariant(s5, Positions(3), Positions(1), |_: &usize| 0);
    assert_eq!(
        constant.prove().unwrap_err().diagnosis(),
        &Diagnosis::NotClosed
    );
    let a5 = Alternating::new(5);
    let constant = EquivariantMap::invariant(a5, Positions(3), Positions(1), |_: &usize| 0);
    assert_eq!(
        constant.prove().unwrap_err().diagnosis(),
        &Diagnosis::NotClosed
    );
}

#[test]
fn permuted_places_carry_their_values() {
    let samples = Permuted(Power::new(Positions(9)).of_length(4));
    let x = vec![5, 6, 7, 8];
    for g in Symmetric::new(4).elements() {
        let moved = GSet::<Symmetric>::act(&samples, &g, &x);
        for (i, value) in x.iter().enumerate() {
            assert_eq!(moved[g.apply(i)], *value);
        }
    }
}

#[test]
fn factors_are_transpositions_and_pairs_of_them() {
    let (s6, a6) = (Symmetric::new(6), Alternating::new(6));
    for x in s6.elements() {
        let factors = s6.factors(&x);
        assert!(factors.iter().all(|factor| factor.support() == 2));
        assert_eq!(factors.len(), x.support() - x.cycles().len()); // none can be spared
        laws::factored(&s6, &x).unwrap();
    }
    for x in a6.elements() {
        assert!(
            a6.factors(&x)
                .iter()
                .all(|y| a6.contains(y) && y.support() <= 4)
        );
        laws::factored(&a6, &x).unwrap();
    }
}

#[test]
fn the_generators_generate() -> Outcome {
    for degree in 0..=6 {
        let (whole, even) = (Symmetric::new(degree), Alternating::new(degree));
        let generated = Subgroup::generated(whole, whole.generators())?;
        assert_eq!(generated.cardinality(), whole.cardinality());
        let generated = Subgroup::generated(even, even.generators())?;
        assert_eq!(generated.cardinality(), even.cardinality());
    }
    Ok(())
}

/// Every subgroup of S₄ is generated by two elements. There are thirty.
#[test]
fn the_subgroups_of_the_symmetric_group_of_degree_4_are_known() -> Outcome {
    let s4 = Symmetric::new(4);
    let mut subgroups = BTreeMap::new();
    for g in s4.elements() {
        for h in s4.elements() {
            let subgroup = Subgroup::generated(s4, [g.clone(), h])?;
            assert_eq!(24 % subgroup.elements().count(), 0); // Lagrange
            subgroups.insert(subgroup.elements().collect::<Vec<_>>(), subgroup);
        }
    }
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for subgroup in subgroups.values() {
        *names.entry(recognise(subgroup).unwrap()).or_default() += 1;
    }
    let expected = [
        ("A₄", 1),
        ("C₂", 9),
        ("C₂ × C₂ ≅ D₂", 4),
        ("C₃", 4),
        ("C₄", 3),
        ("D₄", 3),
        ("S₃ ≅ D₃", 4),
        ("S₄", 1),
        ("trivial", 1),
    ];
    assert_eq!(
        names,
        expected
            .map(|(name, count)| (name.to_owned(), count))
            .into()
    );
    Ok(())
}

#[test]
fn the_orders_of_famous_subgroups_are_right() -> Outcome {
    // the Frobenius group of the lines x ↦ a·x + b modulo 5
    let shift = cycles(5, &[&[0, 1, 2, 3, 4]]);
    let double = cycles(5, &[&[1, 2, 4, 3]]);
    let frobenius = Subgroup::generated(Symmetric::new(5), [shift, double])?;
    assert_eq!(frobenius.cardinality(), Some(20));
    Exhaustive.group(&frobenius)?;

    // the collineations of the Fano plane
    let lines: [[usize; 3]; 7] = std::array::from_fn(|i| [i, i + 1, i + 3].map(|p| p % 7));
    let is_line = move |points: [usize; 3]| {
        let points = BTreeSet::from(points);
        lines.iter().any(|line| BTreeSet::from(*line) == points)
    };
    let fano = Subgroup::satisfying(Symmetric::new(7), move |g| {
        lines
            .iter()
            .all(|line| is_line(line.map(|point| g.apply(point))))
    });
    assert_eq!(fano.cardinality(), Some(168));
    let again = Subgroup::generated(Symmetric::new(7), fano.generators())?;
    assert_eq!(again, fano);

    // the cube, by the pairs of opposite faces
    let cube = Subgroup::satisfying(Symmetric::new(6), |g| {
        (0..3).all(|pair| g.apply(2 * pair) / 2 == g.apply(2 * pair + 1) / 2)
    });
    assert_eq!(cube.cardinality(), Some(48));
    assert_eq!(recognise(&cube).as_deref(), Some("S₄ × C₂"));

    // two permutations that generate a group of the order of Mathieu's M₁₁
    let eleven = cycles(11, &[&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
    let other = cycles(11, &[&[2, 6, 10, 7], &[3, 9, 4, 5]]);
    let m11 = Subgroup::generated(Symmetric::new(11), [eleven, other])?;
    assert_eq!(m11.cardinality(), Some(7920));
    let involutions = m11.elements().filter(|g| g.order() == 2).count();
    assert_eq!(involutions, 165);
    Ok(())
}

#[test]
fn a_generator_of_another_degree_is_refused() {
    let stranger = Permutation::identity(4);
    let refused = Subgroup::generated(Symmetric::new(3), [Permutation::identity(3), stranger]);
    let refused = refused.unwrap_err();
    assert_eq!((refused.element.as_str(), refused.place), ("()", 1));
}

#[test]
fn stabilisers_are_cosets_turned_round() -> Outcome {
    let s5 = Symmetric::new(5);
    let stabiliser = Subgroup::satisfying(s5, |g| g.apply(2) == 2);
    assert_eq!(recognise(&stabiliser).as_deref(), Some("S₄"));
    let cosets = Cosets::new(stabiliser.clone());
    assert_eq!(cosets.elements().count(), 5);
    let image = EquivariantMap::new(s5, cosets, Positions(5), |g: &Permutation| g.apply(2));
    image.prove()?;

    // restricted to the stabiliser, 2 is fixed
    let restricted = Pullback {
        along: Inclusion::new(stabiliser.clone()),
        set: Positions(5),
    };
    Exhaustive.action(&stabiliser, &restricted)?;
    assert!(stabiliser.elements().all(|g| restricted.act(&g, &2) == 2));
    Ok(())
}

#[test]
fn the_alternating_group_has_index_two() -> Outcome {
    for degree in 2..=5 {
        let whole = Symmetric::new(degree);
        let even = Subgroup::satisfying(whole, Permutation::is_even);
        assert_eq!(even.cardinality(), Alternating::new(degree).cardinality());
        let cosets = Cosets::new(even);
        assert_eq!(cosets.elements().count(), 2);
        Exhaustive.action(&whole, &cosets)?;
    }
    Ok(())
}

#[test]
fn a_map_on_permutations_that_reads_the_names_is_refused() {
    let s4 = Symmetric::new(4);
    let descents = |g: &Permutation| g.images().windows(2).filter(|w| w[0] > w[1]).count();
    let map = EquivariantMap::new(s4, Regular(s4), Trivial(Positions(4)), descents);
    assert!(map.prove().is_err());
}

/// With 24 cells and 24 000 draws, χ² has 23 degrees of freedom: mean 23, deviation √46.
#[test]
fn permutations_are_drawn_uniformly() {
    fn chi_squared<G: HaarMeasure + FiniteSet>(group: &G, draws: usize) -> f64 {
        let mut runner = TestRunner::deterministic();
        let mut counts = vec![0.0; group.elements().count()];
        for _ in 0..draws {
            let drawn = group.sample(runner.rng());
            counts[group.index(&drawn).expect("what is drawn belongs")] += 1.0;
        }
        let expected = draws as f64 / counts.len() as f64;
        counts
            .iter()
            .map(|count| (count - expected).powi(2) / expected)
            .sum()
    }
    assert!((chi_squared(&Symmetric::new(4), 24_000) - 23.0).abs() < 5.0 * 46.0_f64.sqrt());
    assert!((chi_squared(&Alternating::new(4), 12_000) - 11.0).abs() < 5.0 * 22.0_f64.sqrt());
    let even = Subgroup::satisfying(Symmetric::new(4), Permutation::is_even);
    assert!((chi_squared(&even, 12_000) - 11.0).abs() < 5.0 * 22.0_f64.sqrt());
}

#[test]
fn every_chain_of_simpler_permutations_ends() {
    for degree in 0..=5 {
        let (whole, even) = (Symmetric::new(degree), Alternating::new(degree));
        let mut height: BTreeMap<Permutation, usize> = BTreeMap::new();
        for _ in 0..=whole.elements().count() {
            for x in whole.elements() {
                let simpler = whole.simpler(&x);
                assert!(simpler.iter().all(|y| whole.contains(y) && *y != x));
                let known: Option<Vec<usize>> =
                    simpler.iter().map(|y| height.get(y).copied()).collect();
                if let Some(known) = known {
                    height.insert(x, known.into_iter().max().map_or(0, |h| h + 1));
                }
            }
            if height.len() == whole.elements().count() {
                break;
            }
        }
        assert_eq!(height.len(), whole.elements().count()); // else there is a circle
        assert!(even.corners().iter().all(|x| even.contains(x)));
        assert!(
            even.elements()
                .all(|x| even.simpler(&x).iter().all(|y| even.contains(y)))
        );
        assert_eq!(whole.corners().first(), Some(&whole.identity()));
    }
}

/// A claim about all 3-cycles is refused with one and the same 3-cycle.
#[test]
fn different_seeds_end_at_the_same_permutation() {
    let s8 = Symmetric::new(8);
    let mut ends = BTreeSet::new();
    for _ in 0..20 {
        let mut tree = s8.strategy().new_tree(&mut TestRunner::default()).unwrap();
        while tree.current().support() < 3 {
            tree = s8.strategy().new_tree(&mut TestRunner::default()).unwrap();
        }
        let mut moved = tree.simplify();
        while moved {
            moved = if tree.current().support() >= 3 {
                tree.simplify()
            } else {
                tree.complicate()
            };
        }
        ends.insert(tree.current().to_string());
    }
    assert_eq!(ends, BTreeSet::from(["(0 1 2)".to_owned()]));
}
