//! What strategies promise: elements of the set, the same for the same seed, and chains of ever simpler
//! elements that end.
#![cfg(feature = "proptest")]

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use equivariant::groups::*;
use equivariant::sets::*;
use equivariant::strategy::{Drawn, listed};
use equivariant::{
    Check, Equipped, EquivariantMap, FiniteSet, GSet, Group, Pullback, Sampled, Set, Tolerance,
    Trivial, homomorphisms::Residue,
};
use nalgebra::Vector3;
use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// No chain of simpler elements that any of these tests walks down is as long as this.
const LONG: usize = 2000;

fn runner(seed: u8) -> TestRunner {
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    TestRunner::new_with_rng(Config::default(), random)
}

fn draws<S: Sampled>(set: &S, seed: u8, count: usize) -> Vec<S::Element> {
    let (strategy, mut runner) = (set.strategy(), runner(seed));
    let mut draw = || strategy.new_tree(&mut runner).expect("it draws").current();
    (0..count).map(|_| draw()).collect()
}

/// Chance by what is looked at, not by when: half of all elements, in no order.
fn lot<E: std::fmt::Debug>(x: &E, salt: u64) -> bool {
    let mut hasher = DefaultHasher::new();
    (format!("{x:?}"), salt).hash(&mut hasher);
    hasher.finish().is_multiple_of(2)
}

/// The end of the chain of the first simpler elements that fail.
fn descend<S: Sampled>(set: &S, x: &S::Element, fails: impl Fn(&S::Element) -> bool) -> S::Element {
    let mut x = x.clone();
    for _ in 0..LONG {
        let candidates = set.simpler(&x);
        for candidate in &candidates {
            assert!(
                set.contains(candidate),
                "{candidate:?}, simpler than {x:?}, is outside the set"
            );
        }
        match candidates.into_iter().find(|candidate| fails(candidate)) {
            None => return x,
            Some(simpler) => x = simpler,
        }
    }
    panic!("the chain does not end; it is now at {x:?}");
}

/// The end of the walk down the value tree, as proptest takes it.
fn descend_tree<T>(mut tree: impl ValueTree<Value = T>, fails: impl Fn(&T) -> bool) -> T {
    let mut moved = tree.simplify();
    for _ in 0..500 * LONG {
        if !moved {
            return tree.current();
        }
        moved = if fails(&tree.current()) {
            tree.simplify()
        } else {
            tree.complicate()
        };
    }
    panic!("the value tree does not end");
}

fn promises<S: Sampled>(set: &S) {
    let name = std::any::type_name::<S>();
    let show = |x: &S::Element| format!("{x:?}");

    let corners = set.corners();
    for corner in &corners {
        assert!(set.contains(corner), "{name}: the corner {corner:?}");
    }
    let drawn: Vec<S::Element> = (0..2).flat_map(|seed| draws(set, seed, 100)).collect();
    for x in &drawn {
        assert!(set.contains(x), "{name}: the draw {x:?}");
    }
    let again = (0..2).flat_map(|seed| draws(set, seed, 100));
    let shown: Vec<String> = drawn.iter().map(show).collect();
    assert!(again.map(|x| show(&x)).eq(shown), "{name}: not by the seed");

    let family = set.family(9, &mut runner(1)).expect("it draws");
    assert_eq!(family.len(), 9, "{name}");
    assert!(family.iter().all(|x| set.contains(x)), "{name}: {family:?}");

    assert!(!set.drawn().is_empty());
    for (salt, x) in corners.iter().chain(&drawn).enumerate() {
        descend(set, x, |_| true);
        descend(set, x, |y| {
            corners.first().is_none_or(|first| !set.same(first, y))
        });
        descend(set, x, |y| lot(y, salt as u64));
    }
    let (strategy, mut runner) = (set.strategy(), runner(2));
    for salt in 0..50 {
        let tree = strategy.new_tree(&mut runner).expect("it draws");
        let end = descend_tree(tree, |y| lot(y, salt));
        assert!(set.contains(&end), "{name}: the tree ends at {end:?}");
    }
}

/// Everything shrinks to one element if everything fails.
fn shrinks_to<S: Sampled>(set: &S, simplest: &S::Element) {
    for x in set.corners().iter().chain(&draws(set, 3, 100)) {
        let end = descend(set, x, |_| true);
        assert!(
            set.same(&end, simplest),
            "{}: {x:?} ends at {end:?}",
            std::any::type_name::<S>()
        );
    }
}

fn cyclic(n: u64) -> Cyclic {
    Cyclic::new(n).expect("the order is not 0")
}

fn stabiliser() -> Subgroup<Symmetric> {
    Subgroup::satisfying(Symmetric::new(5), |g: &Permutation| g.apply(0) == 0)
}

#[test]
fn numbers_points_and_matrices() {
    promises(&Reals::<f64>::default());
    promises(&Reals::<f32>::default());
    promises(&Complexes::<f64>::default());
    promises(&Points::<3>::default());
    promises(&Vectors::<2, f32>::default());
    promises(&Matrices::<2, 3>::default());
    promises(&Matrices::<3, 3>::default());
    promises(&Endomorphisms::<2>::default());
    promises(&Forms::<3>::default());
    promises(&Lines::<3>::default());
    shrinks_to(&Reals::<f64>::default(), &0.0);
    shrinks_to(&Complexes::<f64>::default(), &nalgebra::Complex::from(0.0));
    shrinks_to(&Vectors::<3>::default(), &Vector3::zeros());
    shrinks_to(&Lines::<3>::default(), &Vector3::x());
}

#[test]
fn samples() {
    let reals = Reals::<f64>::default();
    promises(&Power::new(reals));
    promises(&Power::new(Points::<2>::default()));
    promises(&Power::new(reals).of_length(0));
    promises(&Power::new(reals).of_length(30));
    promises(&Power::new(reals).of_lengths(0..=3));
    promises(&Power::new(Power::new(cyclic(3)).of_length(2)));
    promises(&Power::new((reals, cyclic(2))));
    promises(&Multisets::new(reals).of_lengths(2..=6));
    promises(&Permuted(Power::new(reals).of_length(4)));
    promises(&Functions::new(Positions(40), reals));
    promises(&Functions::new(Regular(Symmetric::new(3)), cyclic(2)));
    shrinks_to(&Power::new(reals), &vec![0.0]);
    shrinks_to(&Power::new(reals).of_lengths(0..=3), &vec![]);
    shrinks_to(&Functions::new(Positions(40), reals), &vec![0.0; 40]);
}

#[test]
fn finite_sets() {
    promises(&Positions(40));
    promises(&Finite::new(["red", "green", "blue"]).expect("no colour is listed twice"));
    promises(&Cosets::new(stabiliser()));
    shrinks_to(&Positions(40), &0);
}

#[test]
fn what_is_made_of_other_sets() {
    let (reals, space) = (Reals::<f64>::default(), Points::<3>::default());
    promises(&(reals, space));
    promises(&(reals, Positions(4), Power::new(space)));
    promises(&Subset::new(reals, |x: &f64| *x > 2.0));
    promises(&Subset::new(Power::new(reals), |x: &Vec<f64>| x.len() > 1));
    promises(&reals.within(Tolerance::absolute(1e-3)));
    promises(&Trivial(space));
    promises(&Equipped::new(Integers, reals, |n, x| x + *n as f64));
    promises(&Pullback {
        along: Residue::new(cyclic(12)),
        set: Regular(cyclic(12)),
    });
    promises(&Regular(Symmetric::new(4)));
    promises(&RightRegular(cyclic(5)));
    promises(&Conjugation(SpecialOrthogonal::<3>::default()));
    promises(&Drawn::new(reals, -1.0..1.0_f64));
    promises(&&reals);
    promises(&Box::new(reals));
    promises(&std::rc::Rc::new(space));
    promises(&std::sync::Arc::new(space));
}

#[test]
fn discrete_groups() {
    promises(&TrivialGroup);
    promises(&Integers);
    promises(&Lattice::<3>);
    promises(&cyclic(1));
    promises(&cyclic(2));
    promises(&cyclic(360));
    for vertices in [1, 2, 3, 24] {
        promises(&Dihedral::new(vertices).expect("the order is not 0"));
    }
    for degree in [0, 1, 2, 3, 9] {
        promises(&Symmetric::new(degree));
        promises(&Alternating::new(degree));
    }
    promises(&Quaternion8);
    promises(&FreeGroup::new(0));
    promises(&FreeGroup::new(3));
    promises(&stabiliser());
    promises(&Opposite(Symmetric::new(4)));
    let c7 = cyclic(7);
    promises(&Semidirect::new(c7, cyclic(2), move |h: &u64, n: &u64| {
        if *h == 1 { c7.inverse(n) } else { *n }
    }));
    shrinks_to(&Integers, &0);
    shrinks_to(&cyclic(360), &0);
    shrinks_to(&Symmetric::new(9), &Permutation::identity(9));
    shrinks_to(&FreeGroup::new(3), &Word::default());
}

#[test]
fn one_parameter_groups_and_translations() {
    promises(&Translations::<3>::default());
    promises(&PositiveReals::<f64>::default());
    promises(&PositiveReals::<f32>::default());
    promises(&NonzeroReals::<f64>::default());
    promises(&AffineLine::<f64>::default());
    promises(&SignedAffineLine::<f64>::default());
    promises(&Shears::<f64>::default());
    promises(&Torus::<2>::default());
    shrinks_to(&PositiveReals::<f64>::default(), &1.0);
}

#[test]
fn rotations() {
    promises(&SpecialOrthogonal::<2>::default());
    promises(&SpecialOrthogonal::<3>::default());
    promises(&SpecialOrthogonal::<3, f32>::default());
    promises(&SpecialOrthogonal::<4>::default());
    promises(&Orthogonal::<3>::default());
    promises(&UnitQuaternions::<f64>::default());
    let so3 = SpecialOrthogonal::<3>::default();
    shrinks_to(&so3, &so3.identity());
}

#[test]
fn motions_and_linear_groups() {
    promises(&SpecialEuclidean::<3>::default());
    promises(&Euclidean::<2>::default());
    promises(&Similarities::<3>::default());
    promises(&GeneralLinear::<3>::default());
    promises(&SpecialLinear::<3>::default());
    promises(&Affine::<2>::default());
    let se3 = SpecialEuclidean::<3>::default();
    shrinks_to(&se3, &se3.identity());
}

/// The counterexample depends on what is wrong and not on the seed.
fn one_end<S: Sampled>(set: &S, fails: impl Fn(&S::Element) -> bool, expected: &S::Element) {
    let mut failing = 0;
    for seed in 0..20 {
        for x in draws(set, seed, 100).iter().filter(|x| fails(x)) {
            let end = descend(set, x, &fails);
            assert!(set.same(&end, expected), "{x:?} ends at {end:?}");
            failing += 1;
        }
    }
    assert!(failing >= 20, "{failing} draws fail");
}

#[test]
fn long_lists_become_simple() {
    let reals = Reals::<f64>::default();
    // a fault of long samples
    one_end(&Power::new(reals), |x| x.len() > 64, &vec![0.0; 65]);
    // a fault at one value, and at two, of a signal too long to be simplified value by value
    let signals = Functions::new(Regular(cyclic(64)), reals);
    let mut first = vec![0.0; 64];
    first[0] = 1.0;
    one_end(&signals, |x| x[0] != 0.0, &first);
    let mut two = vec![0.0; 64];
    (two[3], two[40]) = (1.0, 2.0);
    one_end(&signals, |x| x[3] != 0.0 && x[40] > 1.0, &two);
}

#[test]
fn samples_are_of_many_kinds() {
    let samples: Vec<Vec<f64>> = (0..20)
        .flat_map(|seed| draws(&Power::new(Reals::default()), seed, 100))
        .collect();
    let share = |holds: &dyn Fn(&[f64]) -> bool| samples.iter().filter(|x| holds(x)).count();
    let size = |x: &[f64]| x.iter().fold(0.0_f64, |size, x| size.max(x.abs()));
    assert!(share(&|x| x.len() == 1) > 100);
    assert!(share(&|x| x.len() > 10) > 100);
    assert!(share(&|x| x.len() > 300) > 5);
    assert!(share(&|x| x.is_sorted()) > 200);
    assert!(share(&|x| !x.is_sorted()) > 200);
    let has_ties = |x: &[f64]| (1..x.len()).any(|place| x[..place].contains(&x[place]));
    assert!(share(&has_ties) > 200);
    assert!(share(&|x| x.len() > 2 && !has_ties(x)) > 200);
    // all but one within a hundredth of that one
    let has_outlier = |x: &[f64]| {
        let far = x.iter().filter(|x_i| x_i.abs() > size(x) / 100.0).count();
        x.len() > 3 && far == 1
    };
    assert!(share(&has_outlier) > 20);
}

#[test]
fn corners_of_samples_are_of_many_kinds() {
    let corners = Power::new(Reals::<f64>::default())
        .of_lengths(0..=200)
        .corners();
    let some = |holds: &dyn Fn(&[f64]) -> bool| assert!(corners.iter().any(|x| holds(x)));
    some(&|x| x.is_empty());
    some(&|x| x.len() == 1);
    some(&|x| x.len() == 100);
    some(&|x| x.len() > 2 && x.iter().all(|y| *y == 1.0));
    some(&|x| x.len() > 2 && x.is_sorted());
    some(&|x| x.len() > 2 && !x.is_sorted());
    some(&|x| x.len() > 2 && x.iter().filter(|y| **y == 0.0).count() == x.len() - 1);
    some(&|x| x.contains(&1e6) && x.iter().filter(|y| **y == 0.0).count() == x.len() - 1);
    assert!(corners[0].is_empty());
}

#[test]
fn an_empty_set_is_refused_and_nothing_panics() {
    let reason = |strategy: BoxedStrategy<_>| {
        let refused = strategy.new_tree(&mut runner(0)).err();
        refused.expect("nothing can be drawn").message().to_owned()
    };
    let lengths = |shortest, longest| Power::new(Positions(2)).of_lengths(shortest..=longest);
    assert_eq!(
        reason(lengths(3, 2).strategy()),
        "no length is allowed: the set is empty"
    );
    assert!(lengths(3, 2).corners().is_empty());
    assert_eq!(
        reason(Power::new(Positions(0)).strategy()),
        "the set is empty"
    );
    let never = Subset::new(Positions(5), |_: &usize| false);
    assert!(never.strategy().new_tree(&mut runner(0)).is_err());
}

#[test]
fn a_strategy_of_ones_own_replaces_that_of_the_set() {
    let even = Drawn::new(Integers, (0..500_i64).prop_map(|n| 2 * n));
    assert!(draws(&even, 0, 200).iter().all(|n| n % 2 == 0));
    assert!(even.corners().is_empty());
    // a map that is right on even numbers only
    let evens = Equipped::new(cyclic(2), even, |g, n| if *g == 1 { -n } else { *n });
    let plain = Equipped::new(cyclic(2), Integers, |g, n| if *g == 1 { -n } else { *n });
    let halved = EquivariantMap::new(cyclic(2), evens.clone(), plain, |n: &i64| n.div_euclid(2));
    Check::default().equivariant(&halved).unwrap();
    let halved = EquivariantMap::new(cyclic(2), plain, plain, |n: &i64| n.div_euclid(2));
    assert!(Check::default().equivariant(&halved).is_err());
    // what fails is made simpler by the strategy given
    let capped = EquivariantMap::new(cyclic(2), evens, plain, |n: &i64| (*n).min(17));
    let violation = Check::default().equivariant(&capped).unwrap_err();
    assert!(violation.to_string().contains("18"), "{violation}");
}

/// A finite set of one's own: the residues of a die, six sides.
#[derive(Clone, Copy)]
struct Die;

impl Set for Die {
    type Element = u8;

    fn contains(&self, x: &u8) -> bool {
        (1..=6).contains(x)
    }

    fn distance(&self, x: &u8, y: &u8) -> f64 {
        f64::from(x.abs_diff(*y))
    }
}

impl FiniteSet for Die {
    fn elements(&self) -> Box<dyn Iterator<Item = u8> + '_> {
        Box::new(1..=6)
    }
}

impl Sampled for Die {
    fn strategy(&self) -> BoxedStrategy<u8> {
        listed(self)
    }
}

impl GSet<Cyclic> for Die {
    fn act(&self, g: &u64, x: &u8) -> u8 {
        if g.is_multiple_of(2) { *x } else { 7 - x }
    }
}

#[test]
fn a_finite_set_of_ones_own_needs_one_line() {
    promises(&Die);
    promises(&Power::new(Die));
    Check::default().set(&Die).unwrap();
    Check::default().action(&cyclic(2), &Die).unwrap();
    let mut runner = runner(5);
    for _ in 0..50 {
        let tree = Die.strategy().new_tree(&mut runner).expect("it draws");
        if tree.current() >= 3 {
            assert_eq!(descend_tree(tree, |x| *x >= 3), 3);
        }
    }
}

/// The Heisenberg group over the integers, with an inverse that forgets a product, and nothing but a
/// strategy of proptest.
#[derive(Clone, Copy, Debug)]
struct Heisenberg;

impl Set for Heisenberg {
    type Element = [i64; 3];

    fn contains(&self, _: &[i64; 3]) -> bool {
        true
    }

    fn distance(&self, x: &[i64; 3], y: &[i64; 3]) -> f64 {
        x.iter().zip(y).map(|(a, b)| a.abs_diff(*b) as f64).sum()
    }
}

impl Group for Heisenberg {
    fn identity(&self) -> [i64; 3] {
        [0; 3]
    }

    fn compose(&self, g: &[i64; 3], h: &[i64; 3]) -> [i64; 3] {
        [g[0] + h[0], g[1] + h[1], g[2] + h[2] + g[0] * h[1]]
    }

    fn inverse(&self, g: &[i64; 3]) -> [i64; 3] {
        g.map(|coordinate| -coordinate)
    }
}

impl Sampled for Heisenberg {
    fn strategy(&self) -> BoxedStrategy<[i64; 3]> {
        proptest::array::uniform3(-100..100_i64).boxed()
    }
}

#[test]
fn a_group_of_ones_own_is_simplified_by_its_strategy() {
    for seed in 0..20 {
        let violation = Check::default().seed(seed).group(&Heisenberg).unwrap_err();
        assert_eq!(violation.law(), "left_inverse");
        let distance = violation.distance().unwrap();
        assert!(distance <= 1.0, "{violation}"); // ±1 in the first two places
    }
}
