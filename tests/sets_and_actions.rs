//! Every set of the crate is a metric space and every action an action, on several seeds.
#![cfg(feature = "proptest")]

use equivariant::groups::*;
use equivariant::sets::*;
use equivariant::strategy::Drawn;
use equivariant::{
    Check, Diagnosis, Equipped, EquivariantMap, Exhaustive, FiniteSet, GSet, Group, LieGroup,
    Sampled, Set, Tolerance, Trivial,
};
use nalgebra::{Vector2, matrix, point, vector};

const SEEDS: std::ops::Range<u64> = 0..5;

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
    action(&SignedAffineLine::default(), &reals);
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

/// A set measured in another way than its own.
#[derive(Clone)]
struct Measured<S, D> {
    set: S,
    distance: D,
}

impl<S: Set, D: Fn(f64) -> f64> Set for Measured<S, D> {
    type Element = S::Element;

    fn contains(&self, x: &S::Element) -> bool {
        self.set.contains(x)
    }

    fn distance(&self, x: &S::Element, y: &S::Element) -> f64 {
        (self.distance)(self.set.distance(x, y))
    }

    fn magnitude(&self, x: &S::Element) -> f64 {
        self.set.magnitude(x)
    }
}

impl<S: Sampled, D: Fn(f64) -> f64> Sampled for Measured<S, D> {
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<S::Element> {
        self.set.strategy()
    }

    fn corners(&self) -> Vec<S::Element> {
        self.set.corners()
    }
}

/// The square of the distance breaks the triangle, a distance of 1 to oneself is none.
fn twins_are_refused<S: Sampled + Clone>(set: &S, has_a_triangle: bool) {
    let name = std::any::type_name::<S>();
    for seed in SEEDS {
        let distance = |d: f64| d + 1.0;
        let set = set.clone();
        let refused = check(seed).set(&Measured { set, distance });
        assert_eq!(refused.expect_err(name).law(), "reflexive");
    }
    for seed in SEEDS.filter(|_| has_a_triangle) {
        let distance = |d: f64| d * d;
        let set = set.clone();
        let refused = check(seed).set(&Measured { set, distance });
        assert_eq!(refused.expect_err(name).law(), "triangle", "{name}");
    }
}

#[test]
fn a_set_with_a_wrong_distance_is_refused() {
    let (reals, space) = (Reals::<f64>::default(), Points::<3>::default());
    twins_are_refused(&reals, true);
    twins_are_refused(&Complexes::<f64>::default(), true);
    twins_are_refused(&space, true);
    twins_are_refused(&Vectors::<2>::default(), true);
    twins_are_refused(&Matrices::<2, 3>::default(), true);
    twins_are_refused(&Endomorphisms::<3>::default(), true);
    twins_are_refused(&Forms::<2>::default(), true);
    twins_are_refused(&Lines::<3>::default(), true);
    twins_are_refused(&(reals, space), true);
    twins_are_refused(&Power::new(reals).of_lengths(1..=4), true);
    twins_are_refused(&Multisets::new(reals).of_lengths(1..=4), true);
    twins_are_refused(&Functions::new(Positions(5), reals), true);
    twins_are_refused(&Subset::new(reals, |x: &f64| *x >= 0.0), true);
    // different elements are infinitely far apart, whatever is done to the distance
    twins_are_refused(&Positions(7), false);
    let colours = ["red", "green", "blue"];
    twins_are_refused(&Finite::new(colours).expect("none is listed twice"), false);
    let stabiliser = Subgroup::satisfying(Symmetric::new(4), |g: &Permutation| g.apply(0) == 0);
    twins_are_refused(&Cosets::new(stabiliser), false);
}

/// The set with the action of a closure is refused, in every way that is asked for.
fn refused<G, X, A>(group: &G, set: X, action: A, expected: Diagnosis)
where
    G: Group + Sampled + Clone,
    X: Sampled,
    A: Fn(&G::Element, &X::Element) -> X::Element,
{
    let twin = Equipped::new(group.clone(), set, action);
    for seed in SEEDS {
        let violation = check(seed).action(group, &twin).expect_err("a twin");
        let name = std::any::type_name::<X>();
        assert_eq!(*violation.diagnosis(), expected, "{name}: {violation}");
    }
}

/// What is a left action by g⁻¹ or from the other side is a right action, and is called so.
#[test]
fn an_action_from_the_wrong_side_is_refused() {
    use Diagnosis::RightAction;
    let s4 = Symmetric::new(4);
    refused(&s4, Regular(s4), |g, x| s4.compose(x, g), RightAction);
    let backward = |g: &Permutation, x: &Permutation| s4.compose(&s4.inverse(g), x);
    refused(&s4, RightRegular(s4), backward, RightAction);
    let backward = |g: &Permutation, x: &Permutation| s4.conjugate(&s4.inverse(g), x);
    refused(&s4, Conjugation(s4), backward, RightAction);
    let backward = |g: &Permutation, i: &usize| g.inverse().apply(*i);
    refused(&s4, Positions(4), backward, RightAction);

    let lists = Power::new(Reals::<f64>::default()).of_length(4);
    let permuted = |g: &Permutation, x: &Vec<f64>| (0..4).map(|i| x[g.apply(i)]).collect();
    refused(&s4, Permuted(lists), permuted, RightAction);
    // (g·f)(x) = f(g·x), the inverse forgotten
    let functions = Functions::new(Positions(4), Reals::<f64>::default());
    refused(&s4, functions, permuted, RightAction);

    let (so3, gl2) = (
        SpecialOrthogonal::<3>::default(),
        GeneralLinear::<2>::default(),
    );
    refused(
        &so3,
        Points::<3>::default(),
        |g, x| g.inverse() * x,
        RightAction,
    );
    refused(
        &so3,
        Vectors::<3>::default(),
        |g, x| g.inverse() * x,
        RightAction,
    );
    refused(
        &so3,
        Lines::<3>::default(),
        |g, x| g.inverse() * x,
        RightAction,
    );
    let each = |g: &nalgebra::Rotation3<f64>, x: &Vec<nalgebra::Point3<f64>>| {
        x.iter().map(|x| g.inverse() * x).collect()
    };
    refused(&so3, Power::new(Points::<3>::default()), each, RightAction);
    let each = |g: &nalgebra::Rotation3<f64>, (x, v): &_| (g.inverse() * x, g.inverse() * v);
    let pairs = (Points::<3>::default(), Vectors::<3>::default());
    refused(&so3, pairs, each, RightAction);
    refused(&gl2, Matrices::<2, 2>::default(), |g, x| x * g, RightAction);
    let backward = |g: &nalgebra::Matrix2<f64>, x: &nalgebra::Matrix2<f64>| {
        g.try_inverse().expect("an element of the group") * x * g
    };
    refused(&gl2, Endomorphisms::<2>::default(), backward, RightAction);
    let transposed = |g: &nalgebra::Matrix2<f64>, x: &nalgebra::Matrix2<f64>| g.transpose() * x * g;
    refused(&gl2, Forms::<2>::default(), transposed, RightAction);
}

#[test]
fn other_wrong_actions_are_refused() {
    use Diagnosis::{IdentityFails, NotClosed, Unequal};
    let (reals, line) = (Reals::<f64>::default(), AffineLine::<f64>::default());
    // first the location, then the scale
    let other_order = |g: &LocationScale<f64>, x: &f64| g.scale * (x + g.location);
    refused(&line, reals, other_order, Unequal);
    // the magnitude of a translation is not changed, its direction is
    let away = |n: &i64, x: &f64| x + n.abs() as f64;
    refused(&Integers, reals, away, Unequal);
    refused(&Integers, Trivial(reals), |_, _| 0.0, IdentityFails);
    // numbers ≥ 0 do not stay there
    let positive = Subset::new(reals, |x: &f64| *x >= 0.0);
    refused(&Integers, positive, |n, x| x + *n as f64, NotClosed);
    // components exchanged
    let swapped = |n: &i64, (x, y): &(f64, f64)| (y + *n as f64, x + *n as f64);
    refused(&Integers, (reals, reals), swapped, IdentityFails);
    // only the first element of an unordered sample moves, twice
    let first_only = |g: &LocationScale<f64>, x: &Vec<f64>| {
        let moved = |x: f64| g.scale * x + g.location;
        let rest = x[1..].iter().copied();
        std::iter::once(moved(moved(x[0]))).chain(rest).collect()
    };
    refused(
        &line,
        Multisets::new(reals).of_lengths(1..=4),
        first_only,
        Unequal,
    );
    // every turn doubles the length
    let circle = Torus::<1>::default();
    let growing = |g: &nalgebra::Vector1<f64>, x: &nalgebra::Complex<f64>| {
        nalgebra::Complex::from_polar(2.0, g.x) * x
    };
    refused(&circle, Complexes::<f64>::default(), growing, IdentityFails);
    // cosets xH multiplied on the right are not well defined, and this is no action
    let s4 = Symmetric::new(4);
    let cosets = Cosets::new(Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0));
    let twin = Equipped::new(s4, cosets, |g, x| s4.compose(x, g));
    for seed in SEEDS {
        assert!(check(seed).action(&s4, &twin).is_err());
    }
}

/// An unordered sample is apart from another if no matching pairs what agrees.
#[test]
fn apart_is_the_opposite_of_the_same() {
    let (reals, plane) = (Reals::<f64>::default(), Points::<2>::default());
    let unordered = Multisets::new(reals);
    assert!(!unordered.apart(&vec![1.0, 2.0, 2.0], &vec![2.0, 1.0, 2.0]));
    // every element has a partner, and still there is no matching
    assert!(unordered.apart(&vec![1.0, 2.0, 2.0], &vec![1.0, 1.0, 2.0]));
    assert!(unordered.apart(&vec![1.0], &vec![1.0, 1.0]));
    assert!(unordered.apart(&vec![f64::NAN], &vec![f64::NAN]));
    let clouds = Power::new(plane);
    assert!(!clouds.apart(&vec![point![0.1 + 0.2, 1.0]], &vec![point![0.3, 1.0]]));
    assert!(clouds.apart(&vec![point![1.0, 0.0]; 2], &vec![point![1.0, 0.0]; 3]));
    // 2·10⁴ points that moved are told apart at the first, not by a matching of all
    let many: Vec<f64> = (0..20_000).map(f64::from).collect();
    let moved: Vec<f64> = many.iter().map(|x| x + 0.5).collect();
    assert!(unordered.apart(&many, &moved));
}
