//! Every set of the crate is a metric space and every action an action, on several seeds.
#![cfg(feature = "proptest")]

use equivariant::groups::*;
use equivariant::sets::*;
use equivariant::strategy::Drawn;
use equivariant::{
    Check, EquivariantMap, Exhaustive, FiniteSet, GSet, Group, LieGroup, Sampled, Set, Tolerance,
    Trivial,
};
use nalgebra::{Vector2, matrix, point, vector};

const SEEDS: std::ops::Range<u64> = 0..4;

fn check(seed: u64) -> Check {
    Check::default().seed(seed).cases(60)
}

fn set<S: Sampled>(set: &S) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).set(set) {
            panic!("{}: {violation}", std::any::type_name::<S>());
        }
    }
}

fn action<G: Group + Sampled, X: GSet<G> + Sampled>(group: &G, set: &X) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).action(group, set) {
            panic!("{}: {violation}", std::any::type_name::<(G, X)>());
        }
    }
}

fn continuous<G: LieGroup + Sampled, X: GSet<G> + Sampled>(group: &G, set: &X) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).continuous_action(group, set) {
            panic!("{}: {violation}", std::any::type_name::<(G, X)>());
        }
    }
}

#[test]
fn sets_are_metric_spaces() {
    let (reals, space) = (Reals::<f64>::default(), Points::<3>::default());
    set(&reals);
    set(&Reals::<f32>::default());
    set(&Complexes::<f64>::default());
    set(&space);
    set(&Vectors::<2, f32>::default());
    set(&Matrices::<2, 3>::default());
    set(&Lines::<3>::default());
    set(&(reals, space));
    set(&(reals, Positions(4), space));
    set(&Power::new(space));
    set(&Power::new(reals).of_lengths(0..=3));
    set(&Multisets::new(reals).of_lengths(1..=6));
    set(&Functions::new(Positions(5), reals));
    set(&Positions(7));
    set(&Subset::new(reals, |x: &f64| *x >= 0.0));
    set(&Endomorphisms::<3>::default());
    set(&Forms::<2>::default());
    set(&reals.within(Tolerance::absolute(1e-3)));
    set(&Drawn::new(reals, -1.0..1.0_f64));
    set(&Finite::new(["red", "green", "blue"]).expect("no colour is listed twice"));
    let s4 = Symmetric::new(4);
    set(&Cosets::new(Subgroup::satisfying(s4, |g: &Permutation| {
        g.apply(0) == 0
    })));
}

#[test]
fn transformations_act_on_space() {
    let (space, directions) = (Points::<3>::default(), Vectors::<3>::default());
    continuous(&Translations::<3>::default(), &space);
    continuous(&Translations::<3>::default(), &directions);
    continuous(&SpecialOrthogonal::<3>::default(), &space);
    continuous(&SpecialOrthogonal::<3>::default(), &Lines::<3>::default());
    continuous(&Orthogonal::<3>::default(), &directions);
    continuous(&UnitQuaternions::default(), &space);
    continuous(&SpecialEuclidean::<3>::default(), &Power::new(space));
    continuous(&SpecialEuclidean::<3>::default(), &(space, directions));
    continuous(&Euclidean::<3>::default(), &space);
    continuous(&Similarities::<3>::default(), &space);
    continuous(&GeneralLinear::<3>::default(), &space);
    continuous(&SpecialLinear::<3>::default(), &directions);
    continuous(&Affine::<3>::default(), &space);
    continuous(&Shears::default(), &Points::<2>::default());
    continuous(&Torus::<1>::default(), &Points::<2>::default());
    continuous(&PositiveReals::default(), &space);
}

#[test]
fn matrices_change_their_basis() {
    action(
        &GeneralLinear::<2>::default(),
        &Endomorphisms::<2>::default(),
    );
    action(&Orthogonal::<3>::default(), &Endomorphisms::<3>::default());
    action(&GeneralLinear::<2>::default(), &Forms::<2>::default());
    action(
        &SpecialOrthogonal::<3>::default(),
        &Matrices::<3, 2>::default(),
    );
}

#[test]
fn numbers_change_their_units() {
    let reals = Reals::<f64>::default();
    action(&AffineLine::default(), &reals);
    action(&AffineLine::default(), &Power::new(reals));
    action(
        &AffineLine::default(),
        &Multisets::new(reals).of_lengths(1..=5),
    );
    action(&PositiveReals::default(), &reals);
    action(&NonzeroReals::default(), &reals);
    action(&reals, &reals);
}

#[test]
fn groups_act_on_themselves_and_on_finite_sets() {
    let s4 = Symmetric::new(4);
    action(&s4, &Regular(s4));
    action(&s4, &RightRegular(s4));
    action(&s4, &Conjugation(s4));
    action(&s4, &Positions(4));
    action(
        &s4,
        &Permuted(Power::new(Reals::<f64>::default()).of_length(4)),
    );
    action(
        &s4,
        &Functions::new(Positions(4), Trivial(Reals::<f64>::default())),
    );
    let so3 = SpecialOrthogonal::<3>::default();
    action(&so3, &Conjugation(so3));
    let stabiliser = Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0);
    action(&s4, &Cosets::new(stabiliser));
}

#[test]
fn finite_actions_are_proved() {
    let s4 = Symmetric::new(4);
    Exhaustive.action(&s4, &Regular(s4)).unwrap();
    Exhaustive.action(&s4, &RightRegular(s4)).unwrap();
    Exhaustive.action(&s4, &Conjugation(s4)).unwrap();
    Exhaustive.action(&s4, &Positions(4)).unwrap();
    let stabiliser = Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0);
    Exhaustive.action(&s4, &Cosets::new(stabiliser)).unwrap();
    let d5 = Dihedral::new(5).unwrap();
    Exhaustive.action(&d5, &Positions(5)).unwrap();
    // a polygon of another number of corners is no G-set of it
    assert!(Exhaustive.action(&d5, &Positions(4)).is_err());
    let binary = Functions::new(Positions(3), Trivial(Cyclic::new(2).unwrap()));
    Exhaustive.action(&Symmetric::new(3), &binary).unwrap();
}

/// (g·f)(x) = g·f(g⁻¹·x): the values move with the points.
#[test]
fn functions_move_with_their_points() {
    let c4 = Cyclic::new(4).unwrap();
    let functions = Functions::new(Regular(c4), Trivial(Reals::<f64>::default()));
    assert_eq!(
        functions.act(&1, &vec![10.0, 11.0, 12.0, 13.0]),
        [13.0, 10.0, 11.0, 12.0]
    );
    let own = Functions::new(Regular(c4), Regular(c4));
    assert_eq!(own.act(&1, &vec![0, 0, 2, 0]), [1, 1, 1, 3]);
}

#[test]
fn orbits_have_the_size_of_the_index_of_the_stabiliser() {
    let s4 = Symmetric::new(4);
    let binary = Functions::new(Positions(4), Trivial(Cyclic::new(2).unwrap()));
    for x in binary.elements() {
        let stabiliser = s4
            .elements()
            .filter(|g| GSet::<Symmetric>::act(&binary, g, &x) == x)
            .count();
        let mut orbit: Vec<_> = s4
            .elements()
            .map(|g| GSet::<Symmetric>::act(&binary, &g, &x))
            .collect();
        orbit.sort();
        orbit.dedup();
        assert_eq!(stabiliser * orbit.len(), 24);
    }
    // Burnside: the number of orbits is the mean number of fixed points
    let fixed: usize = s4
        .elements()
        .map(|g| {
            binary
                .elements()
                .filter(|x| GSet::<Symmetric>::act(&binary, &g, x) == *x)
                .count()
        })
        .sum();
    assert_eq!(fixed / 24, 5); // by the number of ones
}

#[test]
fn known_images() {
    let plane = Points::<2>::default();
    let turned = GSet::<Torus<1>>::act(
        &plane,
        &vector![std::f64::consts::FRAC_PI_2],
        &point![1.0, 0.0],
    );
    assert!(plane.same(&turned, &point![0.0, 1.0]) || (turned - point![0.0, 1.0]).norm() < 1e-15);
    let map = Endomorphisms::<2>::default();
    let swap = matrix![0.0, 1.0; 1.0, 0.0];
    let image = GSet::<GeneralLinear<2>>::act(&map, &swap, &matrix![1.0, 2.0; 3.0, 4.0]);
    assert_eq!(image, matrix![4.0, 3.0; 2.0, 1.0]);
    let image = GSet::<GeneralLinear<2>>::act(
        &Forms::<2>::default(),
        &matrix![2.0, 0.0; 0.0, 1.0],
        &matrix![1.0, 1.0; 1.0, 1.0],
    );
    assert_eq!(image, matrix![4.0, 2.0; 2.0, 1.0]);
}

#[test]
fn lines_have_no_sign_and_no_length() {
    let lines = Lines::<2>::default();
    assert!(lines.same(&vector![1.0, 2.0], &vector![-2.0, -4.0]));
    assert!(
        (lines.distance(&vector![1.0, 0.0], &vector![0.0, 5.0]) - std::f64::consts::FRAC_PI_2)
            .abs()
            < 1e-15
    );
    // a map on lines must not depend on the sign of the vector
    let so2 = SpecialOrthogonal::<2>::default();
    let vectors = Vectors::<2>::default();
    let unit = EquivariantMap::new(so2, lines, vectors, |v: &Vector2<f64>| v.normalize());
    assert_eq!(
        Check::default().equivariant(&unit).unwrap_err().law(),
        "well_defined"
    );
}

#[test]
fn multisets_have_no_order() {
    let multisets = Multisets::new(Reals::<f64>::default());
    assert_eq!(
        multisets.distance(&vec![1.0, 2.0, 9.0], &vec![9.0, 1.0, 2.5]),
        0.5
    );
    assert_eq!(
        multisets.distance(&vec![1.0], &vec![1.0, 1.0]),
        f64::INFINITY
    );
}
