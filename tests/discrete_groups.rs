//! Integers, residues, polygons, quaternions and words: laws, and facts from the literature.
#![cfg(feature = "proptest")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};

use equivariant::group::{laws, recognise};
use equivariant::groups::*;
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::{
    FromGenerators, PermutationRepresentation, PlaneRepresentation, Residue,
};
use equivariant::sets::{Conjugation, Points, Positions, Regular, RightRegular, Vectors};
use equivariant::{
    Abelian, Check, Diagnosis, EquivariantMap, Exhaustive, FiniteSet, GSet, Generated, Group,
    Homomorphism, Pullback, Sampled, Set,
};
use nalgebra::{Quaternion, SVector, matrix, point, vector};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestRunner};

type Outcome = Result<(), Box<dyn Error>>;

fn cyclic(n: u64) -> Cyclic {
    Cyclic::new(n).expect("the order is not 0")
}

fn dihedral(n: u64) -> Dihedral {
    Dihedral::new(n).expect("the number of vertices is not 0")
}

fn check(seed: u64) -> Check {
    Check::default().cases(40).seed(seed)
}

mod all_laws {
    use super::*;

    /// Of the set, the group and its actions on itself, proved; that its elements are listed as they
    /// are counted and that its generators generate; and the same at random, with the strategy.
    fn finite<G>(group: &G, order: usize) -> Outcome
    where
        G: Generated + FiniteSet + Sampled + Clone,
    {
        Exhaustive.set(group)?;
        Exhaustive.group(group)?;
        Exhaustive.action(group, &Regular(group.clone()))?;
        Exhaustive.action(group, &RightRegular(group.clone()))?;
        Exhaustive.action(group, &Conjugation(group.clone()))?;
        laws::generating(group)?;
        assert_eq!(group.cardinality(), Some(order));
        assert_eq!(group.elements().count(), order);
        for (place, g) in group.elements().enumerate() {
            assert!(group.contains(&g));
            assert_eq!(group.index(&g), Some(place), "{}", group.describe(&g));
        }
        let listed = group.finite().expect("it is finite");
        assert_eq!(listed.cardinality(), Some(order));
        for seed in 0..5 {
            check(seed).group(group)?;
            check(seed).action(group, &Regular(group.clone()))?;
        }
        Ok(())
    }

    fn abelian<G: Abelian + Sampled + Clone>(group: &G) -> Outcome {
        for seed in 0..5 {
            check(seed).abelian(group)?;
            check(seed).action(group, &Regular(group.clone()))?;
        }
        Ok(())
    }

    #[test]
    fn of_finite_groups() -> Outcome {
        finite(&TrivialGroup, 1)?;
        Exhaustive.abelian(&TrivialGroup)?;
        for n in 1..=12 {
            finite(&cyclic(n), n as usize)?;
            Exhaustive.abelian(&cyclic(n))?;
        }
        for n in 1..=8 {
            finite(&dihedral(n), 2 * n as usize)?;
        }
        finite(&Quaternion8, 8)
    }

    #[test]
    fn of_infinite_groups() -> Outcome {
        abelian(&TrivialGroup)?;
        abelian(&Integers)?;
        abelian(&Lattice::<0>)?;
        abelian(&Lattice::<1>)?;
        abelian(&Lattice::<3>)?;
        for rank in [0, 1, 2, 5] {
            let free = FreeGroup::new(rank);
            for seed in 0..5 {
                check(seed).group(&free)?;
                check(seed).action(&free, &Regular(free))?;
                check(seed).action(&free, &Conjugation(free))?;
            }
        }
        Ok(())
    }

    /// Where no list of elements could be walked through.
    #[test]
    fn of_the_largest_groups() -> Outcome {
        for seed in 0..5 {
            for n in [u64::MAX, u64::MAX - 1, (1 << 63) + 1] {
                check(seed).abelian(&cyclic(n))?;
                check(seed).group(&dihedral(n))?;
            }
        }
        let [last, half] = [u64::MAX - 1, 1 << 63];
        let largest = cyclic(u64::MAX);
        assert_eq!(largest.compose(&last, &last), u64::MAX - 2);
        assert_eq!(largest.compose(&half, &half), 1);
        assert_eq!(largest.distance(&0, &last), 1.0);
        assert_eq!(dihedral(u64::MAX).cardinality(), None);
        assert_eq!(
            dihedral(u64::MAX).index(&DihedralElement::reflection(last)),
            None
        );
        Ok(())
    }

    /// A rotation of the residues that leaves them is no longer a rotation.
    #[test]
    fn what_does_not_belong_is_told_apart() {
        let c12 = cyclic(12);
        assert!(!c12.contains(&12) && !c12.same(&12, &0) && c12.distance(&12, &0).is_infinite());
        let forgetful = EquivariantMap::new(c12, Regular(c12), Regular(c12), |hour| hour + 1);
        let violation = forgetful.prove().unwrap_err();
        assert_eq!(*violation.diagnosis(), Diagnosis::OutsideCodomain);
        let d4 = dihedral(4);
        let (four, zero) = (DihedralElement::turn(4), d4.identity());
        assert!(!d4.contains(&four) && !d4.same(&four, &zero) && d4.index(&four).is_none());
        assert!(!FreeGroup::new(2).contains(&Word::letter(2)));
    }
}

mod arithmetic {
    use super::*;

    fn message(sum: impl FnOnce()) -> String {
        let panic = catch_unwind(AssertUnwindSafe(sum)).expect_err("it does not fit");
        panic.downcast_ref::<String>().cloned().unwrap_or_default()
    }

    #[test]
    fn integers_do_not_wrap() {
        let (least, most) = (i64::MIN, i64::MAX);
        assert_eq!(
            message(|| _ = Integers.compose(&most, &1)),
            "the sum 9223372036854775807 + 1 does not fit into an i64"
        );
        assert_eq!(
            message(|| _ = Integers.inverse(&least)),
            "the negative of -9223372036854775808 does not fit into an i64"
        );
        assert_eq!(
            message(|| _ = Integers.power(&(1 << 32), 1 << 31)),
            "the multiple 2147483648 · 4294967296 does not fit into an i64"
        );
        let lattice = Lattice::<2>;
        assert_eq!(
            message(|| _ = lattice.compose(&vector![0, least], &vector![0, -1])),
            "the sum -9223372036854775808 + -1 does not fit into an i64"
        );
        assert!(message(|| _ = lattice.inverse(&vector![least, 0])).contains("does not fit"));
        assert!(message(|| _ = lattice.power(&vector![1, 2], most)).contains("does not fit"));
        assert_eq!(Integers.power(&-1, most), -most);
        assert_eq!(Integers.distance(&least, &most), u64::MAX as f64);
    }

    #[test]
    fn no_group_has_order_0() {
        assert_eq!(Cyclic::new(0), Err(ZeroOrder));
        assert_eq!(Dihedral::new(0), Err(ZeroOrder));
    }

    /// d(g·x, g·y) = d(x, y)
    fn is_left_invariant<G: Group + Sampled>(group: &G) {
        for seed in 0..5 {
            let config = Config {
                rng_seed: RngSeed::Fixed(seed),
                ..Config::default()
            };
            let triple = [group.strategy(), group.strategy(), group.strategy()];
            let mut runner = TestRunner::new(config);
            for _ in 0..40 {
                let tree = triple.new_tree(&mut runner).expect("it draws");
                let [g, x, y] = tree.current();
                let moved = [&x, &y].map(|x| group.compose(&g, x));
                assert_eq!(group.distance(&moved[0], &moved[1]), group.distance(&x, &y));
            }
        }
    }

    /// The distance is the length of the shortest way in the Cayley graph, found step by step.
    fn is_word_length<G: Generated>(group: &G, radius: usize) {
        let e = group.identity();
        let generators = group.generators();
        let inverses: Vec<_> = generators.iter().map(|s| group.inverse(s)).collect();
        let mut sphere = vec![e.clone()];
        let mut ball = sphere.clone();
        for length in 1..=radius {
            let mut next: Vec<G::Element> = Vec::new();
            for g in &sphere {
                for s in generators.iter().chain(&inverses) {
                    let product = group.compose(g, s);
                    if !ball.iter().chain(&next).any(|h| group.same(h, &product)) {
                        assert_eq!(group.distance(&e, &product), length as f64);
                        next.push(product);
                    }
                }
            }
            ball.extend(next.iter().cloned());
            sphere = next;
        }
    }

    #[test]
    fn distances_are_word_lengths() {
        is_word_length(&Integers, 20);
        is_word_length(&Lattice::<3>, 4);
        is_word_length(&FreeGroup::new(2), 5);
        is_left_invariant(&Integers);
        is_left_invariant(&Lattice::<3>);
        is_left_invariant(&FreeGroup::new(3));
        is_left_invariant(&Quaternion8);
        for n in 1..=9 {
            is_word_length(&cyclic(n), n as usize);
            is_word_length(&dihedral(n), n as usize);
            is_left_invariant(&cyclic(n));
            is_left_invariant(&dihedral(n));
        }
    }
}

mod known_answers {
    use super::*;

    /// The number of elements of each order.
    fn orders<G: Group + FiniteSet>(group: &G) -> Vec<(i64, usize)> {
        let mut counts = BTreeMap::new();
        let e = group.identity();
        for g in group.elements() {
            let order = (1..).find(|&n| group.same(&group.power(&g, n), &e));
            *counts.entry(order.expect("some power is e")).or_insert(0) += 1;
        }
        counts.into_iter().collect()
    }

    /// The sizes of the conjugacy classes, in order: the class equation.
    fn classes<G: Group + FiniteSet>(group: &G) -> Vec<usize> {
        let class = |h| -> BTreeSet<Option<usize>> {
            let conjugates = group.elements().map(|g| group.conjugate(&g, &h));
            conjugates.map(|h| group.index(&h)).collect()
        };
        let classes: BTreeSet<_> = group.elements().map(class).collect();
        let mut sizes: Vec<usize> = classes.iter().map(BTreeSet::len).collect();
        sizes.sort_unstable();
        sizes
    }

    /// The subgroup that the commutators generate.
    fn derived<G>(group: G) -> Subgroup<G>
    where
        G: Group + FiniteSet + Copy + Send + Sync + 'static,
        G::Element: Send + Sync,
    {
        let elements: Vec<G::Element> = group.elements().collect();
        let pairs = elements
            .iter()
            .flat_map(|g| elements.iter().map(move |h| (g, h)));
        Subgroup::generated(group, pairs.map(|(g, h)| group.commutator(g, h)))
            .expect("commutators belong")
    }

    /// The elements that commute with all.
    fn centre<G>(group: G) -> Vec<G::Element>
    where
        G: Group + FiniteSet + Copy,
    {
        let is_fixed = |g: &G::Element, h| group.same(&group.conjugate(&h, g), g);
        let is_central = |g: &G::Element| group.elements().all(|h| is_fixed(g, h));
        group.elements().filter(is_central).collect()
    }

    /// The automorphisms, by the images of the generators.
    fn automorphisms<G>(group: G) -> usize
    where
        G: Generated + FiniteSet + Copy,
    {
        let elements: Vec<G::Element> = group.elements().collect();
        let count = group.generators().len() as u32;
        let choices = 0..elements.len().pow(count);
        let images = choices.map(|mut choice| {
            let mut image = || {
                let place = choice % elements.len();
                choice /= elements.len();
                elements[place].clone()
            };
            (0..count).map(|_| image()).collect::<Vec<_>>()
        });
        images
            .filter_map(|images| FromGenerators::new(group, group, images).ok())
            .filter(|phi| phi.kernel().len() == 1)
            .count()
    }

    fn gcd(a: u64, b: u64) -> u64 {
        if b == 0 { a } else { gcd(b, a % b) }
    }

    /// Euler's φ.
    fn totient(n: u64) -> usize {
        (0..n).filter(|&k| gcd(k, n) == 1).count()
    }

    /// ℤ/n has φ(d) elements of order d for each divisor d of n (Gauss, *Disquisitiones
    /// Arithmeticae*, §39) and φ(n) automorphisms.
    #[test]
    fn residues() {
        for n in 1..=30 {
            let divisors = (1..=n).filter(|d| n % d == 0);
            let expected: Vec<_> = divisors.map(|d| (d as i64, totient(d))).collect();
            assert_eq!(orders(&cyclic(n)), expected);
            assert_eq!(automorphisms(cyclic(n)), totient(n));
            assert_eq!(classes(&cyclic(n)), vec![1; n as usize]);
        }
    }

    /// Dummit and Foote, *Abstract Algebra* (3rd ed., 2004): the presentation of Dₙ in section 1.2, its
    /// centre in exercise 2.2.7, its class equation in exercise 4.3.9; its abelianisation in 5.4.
    #[test]
    fn dihedral_groups() {
        let reflections = |n| 0..n;
        for n in 3..=12 {
            let group = dihedral(n);
            let [r, s] = [DihedralElement::turn(1), DihedralElement::reflection(0)];
            let e = group.identity();
            assert_eq!(group.power(&r, n as i64), e);
            assert_eq!(group.conjugate(&s, &r), group.inverse(&r));
            for k in reflections(n) {
                assert_eq!(group.power(&DihedralElement::reflection(k), 2), e);
            }
            let is_even = n % 2 == 0;
            let (number, centre_order, commutators) = if is_even {
                ((n + 6) / 2, 2, n / 2)
            } else {
                ((n + 3) / 2, 1, n)
            };
            assert_eq!(classes(&group).len() as u64, number);
            assert_eq!(centre(group).len(), centre_order);
            assert_eq!(derived(group).cardinality(), Some(commutators as usize));
            assert_eq!(automorphisms(group), n as usize * totient(n));
        }
        assert_eq!(classes(&dihedral(5)), [1, 2, 2, 5]);
        assert_eq!(classes(&dihedral(6)), [1, 1, 2, 2, 3, 3]);
        assert_eq!(centre(dihedral(6))[1], DihedralElement::turn(3));
        assert_eq!(orders(&dihedral(4)), [(1, 1), (2, 5), (4, 2)]);
        assert_eq!(orders(&dihedral(6)), [(1, 1), (2, 7), (3, 2), (6, 2)]);
    }

    /// Dummit and Foote, sections 1.5, 3.1, 4.3 and 4.4: every subgroup of Q₈ is normal, all but the
    /// trivial one contain −1, the class equation is 8 = 1 + 1 + 2 + 2 + 2 and Aut(Q₈) ≅ S₄.
    #[test]
    fn the_quaternion_group() {
        let group = Quaternion8;
        let [one, i, j, k] = [
            QuaternionUnit::One,
            QuaternionUnit::I,
            QuaternionUnit::J,
            QuaternionUnit::K,
        ];
        let minus_one = one.negative();
        for unit in [i, j, k] {
            assert_eq!(group.power(&unit.positive(), 2), minus_one);
        }
        let ij = group.compose(&i.positive(), &j.positive());
        assert_eq!(group.compose(&ij, &k.positive()), minus_one);

        assert_eq!(orders(&group), [(1, 1), (2, 1), (4, 6)]);
        assert_eq!(classes(&group), [1, 1, 2, 2, 2]);
        let centre = centre(group);
        assert_eq!(centre, [one.positive(), minus_one]);
        assert_eq!(derived(group).elements().collect::<Vec<_>>(), centre);
        assert_eq!(automorphisms(group), 24);

        let mut subgroups = BTreeSet::new();
        for g in group.elements() {
            for h in group.elements() {
                let subgroup = Subgroup::generated(group, [g, h]).expect("both belong");
                for x in subgroup.elements() {
                    let stays = |g| subgroup.contains(&group.conjugate(&g, &x));
                    assert!(group.elements().all(stays));
                }
                assert!(subgroup.cardinality() == Some(1) || subgroup.contains(&minus_one));
                let places: Vec<_> = subgroup.elements().map(|x| group.index(&x)).collect();
                subgroups.insert(places);
            }
        }
        assert_eq!(subgroups.len(), 6);
    }

    /// The product against that of the quaternions, which nalgebra computes.
    #[test]
    fn quaternions_multiply_like_quaternions() {
        let embedded = |x: &SignedUnit| {
            let mut parts = [0.0; 4];
            parts[x.unit as usize] = if x.negative { -1.0 } else { 1.0 };
            let [w, i, j, k] = parts;
            Quaternion::new(w, i, j, k)
        };
        for g in Quaternion8.elements() {
            for h in Quaternion8.elements() {
                let product = Quaternion8.compose(&g, &h);
                assert_eq!(embedded(&product), embedded(&g) * embedded(&h));
                let distance = (embedded(&g) - embedded(&h)).norm();
                assert_eq!(Quaternion8.distance(&g, &h), distance);
            }
        }
    }

    /// Dummit and Foote, section 4.3; and A₅ has two classes of 5-cycles.
    #[test]
    fn class_equations() {
        assert_eq!(classes(&Symmetric::new(4)), [1, 3, 6, 6, 8]);
        assert_eq!(classes(&Alternating::new(4)), [1, 3, 4, 4]);
        assert_eq!(classes(&Alternating::new(5)), [1, 12, 12, 15, 20]);
    }

    /// Five groups have order 8 (Dummit and Foote, section 5.3); those two that are not abelian share
    /// their class equation and differ in their involutions.
    #[test]
    fn groups_of_order_8() {
        assert_eq!(classes(&dihedral(4)), classes(&Quaternion8));
        assert_ne!(orders(&dihedral(4)), orders(&Quaternion8));
        assert_eq!(recognise(&dihedral(4)).as_deref(), Some("D₄"));
        assert_eq!(recognise(&Quaternion8).as_deref(), Some("Q₈"));
    }
}

mod polygons {
    use super::*;
    use std::f64::consts::FRAC_1_SQRT_2;

    fn plane(group: Dihedral) -> Pullback<PlaneRepresentation, Points<2>> {
        Pullback {
            along: PlaneRepresentation::new(group),
            set: Points::default(),
        }
    }

    #[test]
    fn dihedral_groups_act_on_vertices_and_on_the_plane() -> Outcome {
        for n in 1..=9 {
            let group = dihedral(n);
            Exhaustive.action(&group, &Positions(n as usize))?;
            Exhaustive.homomorphism(&PlaneRepresentation::<f64>::new(group))?;
            Exhaustive.homomorphism(&PlaneRepresentation::<f32>::new(group))?;
            let vectors = Pullback {
                along: PlaneRepresentation::new(group),
                set: Vectors::<2>::default(),
            };
            for seed in 0..5 {
                check(seed).action(&group, &plane(group))?;
                check(seed).action(&group, &vectors)?;
            }
        }
        Ok(())
    }

    /// A vertex, as a number and as a point: turning the one turns the other.
    #[test]
    fn vertices_lie_at_their_places() -> Outcome {
        for n in [1, 2, 3, 4, 5, 6, 17, 100] {
            let group = dihedral(n);
            let vertices =
                EquivariantMap::new(group, Positions(n as usize), plane(group), move |&vertex| {
                    group.matrix(&DihedralElement::turn(vertex as u64)) * point![1.0, 0.0]
                });
            vertices.prove()?;
            let next = vertices.apply(&(1 % n as usize));
            assert!(n < 3 || next.y > 0.0, "counter-clockwise");
        }
        Ok(())
    }

    /// Two groups on the vertices of another polygon are not taken on trust.
    #[test]
    fn a_pentagon_has_no_quarter_turn() {
        let violation = Exhaustive.action(&dihedral(4), &Positions(5)).unwrap_err();
        assert_eq!(violation.law(), "compatible");
    }

    #[test]
    fn on_the_vertices_it_is_a_group_of_permutations() {
        for n in 3..=7 {
            let rotations = PermutationRepresentation::new(dihedral(n), Positions(n as usize));
            assert_eq!(rotations.kernel(), [dihedral(n).identity()]);
            assert_eq!(rotations.image().len() as u64, 2 * n);
        }
        // for the triangle they are all
        assert_eq!(recognise(&dihedral(3)), recognise(&Symmetric::new(3)));
    }

    /// cos 72° = (√5 − 1)/4, and Gauss's cosine of 360°/17 (*Disquisitiones Arithmeticae*, §365).
    #[test]
    fn angles_are_those_of_the_regular_polygons() {
        let cosine = |n, k| dihedral(n).matrix::<f64>(&DihedralElement::turn(k))[(0, 0)];
        let near = |x: f64, y: f64| (x - y).abs() <= 4.0 * f64::EPSILON;
        assert!(near(cosine(5, 1), (5.0_f64.sqrt() - 1.0) / 4.0));
        assert!(near(cosine(8, 3), -FRAC_1_SQRT_2));
        assert!(near(cosine(12, 7), -0.75_f64.sqrt()));
        let root = 17.0_f64.sqrt();
        let [less, more] = [-1.0, 1.0].map(|sign| (34.0 + sign * 2.0 * root).sqrt());
        let last = (17.0 + 3.0 * root - less - 2.0 * more).sqrt();
        assert!(near(
            cosine(17, 1),
            (-1.0 + root + less + 2.0 * last) / 16.0
        ));
    }

    #[test]
    fn quarter_turns_and_mirrors_are_exact() {
        for n in [4, 8, 100, 1 << 62] {
            let matrix = |g| dihedral(n).matrix::<f64>(&g);
            let (turn, mirror) = (DihedralElement::turn, DihedralElement::reflection);
            assert_eq!(matrix(turn(n / 4)), matrix![0.0, -1.0; 1.0, 0.0]);
            assert_eq!(matrix(turn(n / 2)), matrix![-1.0, 0.0; 0.0, -1.0]);
            assert_eq!(matrix(turn(3 * (n / 4))), matrix![0.0, 1.0; -1.0, 0.0]);
            assert_eq!(matrix(mirror(0)), matrix![1.0, 0.0; 0.0, -1.0]);
            assert_eq!(matrix(mirror(n / 4)), matrix![0.0, 1.0; 1.0, 0.0]);
        }
    }
}

mod words {
    use super::*;

    fn letters(word: &[(usize, bool)]) -> Word {
        Word::new(
            word.iter()
                .map(|&(number, inverse)| Letter { number, inverse }),
        )
    }

    /// All reduced words of this length.
    fn sphere(group: FreeGroup, length: usize) -> Vec<Word> {
        let mut words = vec![Word::default()];
        for _ in 0..length {
            let longer = |word: &Word| {
                let letters = (0..group.rank()).flat_map(|number| {
                    [false, true].map(|inverse| Word::new([Letter { number, inverse }]))
                });
                let products: Vec<Word> =
                    letters.map(|letter| group.compose(word, &letter)).collect();
                let before = word.len();
                products.into_iter().filter(move |word| word.len() > before)
            };
            words = words.iter().flat_map(longer).collect();
        }
        words
    }

    #[test]
    fn words_are_reduced_and_written_with_powers() {
        let (a, b) = ((0, false), (1, false));
        let (inverse_a, inverse_b) = ((0, true), (1, true));
        for (word, text) in [
            (letters(&[]), "e"),
            (letters(&[a, inverse_b, a, a]), "a b⁻¹ a²"),
            (letters(&[a, b, inverse_b, inverse_a]), "e"),
            (letters(&[a, b, inverse_b, a, b]), "a² b"),
            (letters(&[inverse_a, inverse_a, b]), "a⁻² b"),
            (letters(&[a; 12]), "a¹²"),
            (letters(&[(25, false), (26, true)]), "z x26⁻¹"),
            (letters(&[(300, false), (300, false)]), "x300²"),
        ] {
            assert_eq!(word.to_string(), text);
        }
    }

    /// 2r (2r − 1)ⁿ⁻¹ reduced words of length n in r letters: the growth of the free group (P. de la
    /// Harpe, *Topics in Geometric Group Theory* (2000), section VI.A).
    #[test]
    fn reduced_words_are_counted() {
        for rank in 1..=3_usize {
            for length in 1..=5 {
                let words = sphere(FreeGroup::new(rank), length);
                let expected = 2 * rank * (2 * rank - 1).pow(length as u32 - 1);
                assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), expected);
                assert_eq!(words.len(), expected);
            }
        }
    }

    /// The Cayley graph is a tree: of the three sums of opposite distances of four points, the two
    /// largest are equal (P. Buneman, *Journal of Combinatorial Theory B* 17 (1974), 48–50).
    #[test]
    fn distances_are_those_of_a_tree() -> Outcome {
        let free = FreeGroup::new(2);
        let four = std::array::from_fn::<_, 4, _>(|_| free.strategy());
        TestRunner::deterministic().run(&four, |[x, y, z, w]| {
            let d = |x, y| free.distance(x, y) as i64;
            let mut sums = [
                d(&x, &y) + d(&z, &w),
                d(&x, &z) + d(&y, &w),
                d(&x, &w) + d(&y, &z),
            ];
            sums.sort_unstable();
            assert_eq!(sums[1], sums[2]);
            Ok(())
        })?;
        Ok(())
    }

    /// Images of the letters extend to exactly one homomorphism.
    #[test]
    fn the_universal_property() -> Outcome {
        let f2 = FreeGroup::new(2);
        let s4 = Symmetric::new(4);
        let images = [
            Permutation::from_cycles(4, &[&[0, 1, 2, 3]])?,
            Permutation::from_cycles(4, &[&[0, 1]])?,
        ];
        let values = images.clone();
        let phi = Between::new(f2, s4, move |word: &Word| {
            word.evaluate(&s4, &values)
                .expect("both letters have images")
        });
        let exponents = Between::new(f2, Lattice::<2>, |word: &Word| {
            word.evaluate(&Lattice, &[vector![1, 0], vector![0, 1]])
                .expect("both letters have images")
        });
        for seed in 0..5 {
            check(seed).homomorphism(&phi)?;
            check(seed).homomorphism(&exponents)?;
        }
        for (letter, image) in f2.generators().iter().zip(&images) {
            assert_eq!(phi.apply(letter), *image);
        }
        let [a, b] = [0, 1].map(Word::letter);
        assert_eq!(exponents.apply(&f2.commutator(&a, &b)), vector![0, 0]);
        assert_eq!(Word::letter(2).evaluate(&s4, &images), None);
        assert_eq!(Word::default().evaluate(&s4, &[]), Some(s4.identity()));
        Ok(())
    }

    /// a ↦ ab, b ↦ b is an automorphism, with the inverse a ↦ ab⁻¹, b ↦ b (J. Nielsen, *Mathematische
    /// Annalen* 91 (1924), 169–209).
    #[test]
    fn an_automorphism_of_nielsen() {
        let f2 = FreeGroup::new(2);
        let [a, b] = [0, 1].map(Word::letter);
        let there = [f2.compose(&a, &b), b.clone()];
        let back = [f2.compose(&a, &f2.inverse(&b)), b];
        for word in sphere(f2, 5) {
            let image = word.evaluate(&f2, &there).expect("it has two letters");
            assert_eq!(image.evaluate(&f2, &back), Some(word));
        }
    }

    /// [[1, 2], [0, 1]] and its transpose generate a free group: no reduced word in them is the
    /// identity (I. N. Sanov, *Doklady Akademii Nauk SSSR* 57 (1947), 657–659).
    #[test]
    fn the_matrices_of_sanov_are_free() {
        let sl2 = SpecialLinear::<2>::default();
        let images = [matrix![1.0, 2.0; 0.0, 1.0], matrix![1.0, 0.0; 2.0, 1.0]];
        for length in 1..=6 {
            for word in sphere(FreeGroup::new(2), length) {
                let value = word.evaluate(&sl2, &images).expect("it has two letters");
                assert!(!sl2.same(&value, &sl2.identity()), "{word}");
            }
        }
    }

    /// [ab, c] = a[b, c]a⁻¹ · [a, c] holds for letters, and so in every group.
    #[test]
    fn an_identity_of_commutators() {
        let f3 = FreeGroup::new(3);
        let [a, b, c] = [0, 1, 2].map(Word::letter);
        let left = f3.commutator(&f3.compose(&a, &b), &c);
        let conjugate = f3.conjugate(&a, &f3.commutator(&b, &c));
        assert_eq!(left, f3.compose(&conjugate, &f3.commutator(&a, &c)));
    }
}

mod counterexamples {
    use super::*;

    /// Candidates belong, differ from what they simplify, and no chain of them comes back.
    fn every_chain_ends<G: Group + Sampled>(group: &G) {
        let corners = group.corners();
        assert!(group.same(&corners[0], &group.identity()));
        for seed in 0..5 {
            let config = Config {
                rng_seed: RngSeed::Fixed(seed),
                ..Config::default()
            };
            let mut runner = TestRunner::new(config);
            let drawn = group.strategy().new_tree(&mut runner).expect("it draws");
            for mut x in corners.iter().cloned().chain([drawn.current()]) {
                let mut seen = BTreeSet::from([group.describe(&x)]);
                for step in 0.. {
                    assert!(group.contains(&x) && step < 10_000);
                    let simpler = group.simpler(&x);
                    let Some(next) =
                        simpler.get((seed as usize * 7 + step * step) % simpler.len().max(1))
                    else {
                        break;
                    };
                    x = next.clone();
                    assert!(seen.insert(group.describe(&x)), "a circle");
                }
                assert!(group.same(&x, &group.identity()), "{}", group.describe(&x));
            }
        }
    }

    #[test]
    fn become_simpler_down_to_the_identity() {
        every_chain_ends(&Integers);
        every_chain_ends(&Lattice::<1>);
        every_chain_ends(&Lattice::<3>);
        every_chain_ends(&Quaternion8);
        for n in [1, 2, 3, 4, 12, 1000, u64::MAX] {
            every_chain_ends(&cyclic(n));
            every_chain_ends(&dihedral(n));
        }
        for rank in [0, 1, 2, 30] {
            every_chain_ends(&FreeGroup::new(rank));
        }
    }

    /// Where a claim about all elements of length `length` or more ends, for 20 seeds.
    fn ends<G: Group + Sampled>(group: &G, length: f64) -> BTreeSet<String> {
        let e = group.identity();
        let fails = |x: &G::Element| group.distance(&e, x) >= length;
        let ends = (0..20).map(|seed| {
            let config = Config {
                rng_seed: RngSeed::Fixed(seed),
                ..Config::default()
            };
            let mut runner = TestRunner::new(config);
            let mut drawn = || group.strategy().new_tree(&mut runner).expect("it draws");
            let mut tree = std::iter::repeat_with(&mut drawn)
                .find(|tree| fails(&tree.current()))
                .expect("some element is long");
            let mut moved = tree.simplify();
            while moved {
                moved = if fails(&tree.current()) {
                    tree.simplify()
                } else {
                    tree.complicate()
                };
            }
            group.describe(&tree.current())
        });
        ends.collect()
    }

    #[test]
    fn are_the_same_for_all_seeds() {
        let only = |text: &str| BTreeSet::from([text.to_owned()]);
        assert_eq!(ends(&Integers, 3.0), only("3"));
        assert_eq!(ends(&Integers, 123_456.0), only("123456"));
        assert_eq!(ends(&cyclic(1000), 3.0), only("3"));
        assert_eq!(ends(&cyclic(1000), 137.0), only("137"));
        assert_eq!(ends(&dihedral(1000), 137.0), only("r¹³⁷"));
        assert_eq!(ends(&dihedral(12), 7.0), only("r⁶ s"));
        assert_eq!(ends(&Quaternion8, 1.0), only("i"));
        assert_eq!(ends(&FreeGroup::new(3), 3.0), only("a³"));
        assert_eq!(ends(&Lattice::<3>, 3.0), only("(3, 0, 0)"));
    }

    /// What goes wrong in one place is reported at that place, with a single step, and not at the
    /// long step that found it.
    #[test]
    fn are_walked_down_to_a_generator() {
        let broken = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |&x| {
            if x < 137 { x } else { x + 1 }
        });
        let c1000 = cyclic(1000);
        let seam = EquivariantMap::new(c1000, Regular(c1000), Regular(c1000), move |&x| {
            if (300..800).contains(&x) {
                c1000.compose(&x, &1)
            } else {
                x
            }
        });
        let lattice = Lattice::<2>;
        let corner = EquivariantMap::new(lattice, Regular(lattice), Regular(lattice), |x| {
            let beyond = i64::from(x[1] > 40);
            x + SVector::from([beyond, 0])
        });
        for seed in 0..20 {
            let found = |violation: equivariant::Violation| -> Vec<String> {
                violation
                    .elements()
                    .map(|(_, value)| value.to_owned())
                    .collect()
            };
            assert_eq!(
                found(check(seed).equivariant(&broken).unwrap_err()),
                ["1", "136"]
            );
            let violation = found(check(seed).equivariant(&seam).unwrap_err());
            assert!(
                ["1", "999"].contains(&violation[0].as_str()),
                "{violation:?}"
            );
            let violation = found(check(seed).equivariant(&corner).unwrap_err());
            assert_eq!(violation, ["(0, 1)", "(0, 40)"]);
        }
    }

    #[test]
    fn factors_are_generators_or_lead_to_them() {
        /// The word in generators to which factors of factors lead.
        fn letters<G: Generated>(group: &G, g: &G::Element) -> Vec<G::Element> {
            let factors = group.factors(g);
            match factors.len() {
                1 => factors,
                _ => factors
                    .iter()
                    .flat_map(|factor| letters(group, factor))
                    .collect(),
            }
        }
        fn are_generators<G: Generated>(group: &G, elements: impl IntoIterator<Item = G::Element>) {
            let generators = group.generators();
            for g in elements {
                let word = letters(group, &g);
                for letter in &word {
                    let is_one = |s: &G::Element| {
                        group.same(s, letter) || group.same(&group.inverse(s), letter)
                    };
                    assert!(generators.iter().any(is_one), "{}", group.describe(letter));
                }
                let product = word
                    .iter()
                    .fold(group.identity(), |x, y| group.compose(&x, y));
                assert!(group.same(&product, &g));
            }
        }
        are_generators(&TrivialGroup, [()]);
        are_generators(&Integers, -70..70);
        are_generators(&Lattice::<2>, (-9..9).map(|x| vector![x, 3 - 2 * x]));
        are_generators(&Quaternion8, Quaternion8.elements());
        are_generators(&FreeGroup::new(3), FreeGroup::new(3).corners());
        for n in 1..=20 {
            are_generators(&cyclic(n), cyclic(n).elements());
            are_generators(&dihedral(n), dihedral(n).elements());
        }
        assert_eq!(Integers.factors(&i64::MIN), [i64::MIN / 2; 2]);
        let n = u64::MAX;
        assert_eq!(cyclic(n).factors(&(n - 3)), [n - 2, n - 1]);
    }
}

/// ℤ acts on the residues, and so on the vertices, along ℤ → ℤ/n.
#[test]
fn integers_turn_residues() -> Outcome {
    let c7 = cyclic(7);
    let dial = Pullback {
        along: Residue::new(c7),
        set: Regular(c7),
    };
    for seed in 0..5 {
        check(seed).action(&Integers, &dial)?;
    }
    assert_eq!(dial.act(&-15, &1), 0);
    Ok(())
}

#[test]
fn elements_are_described_in_words() {
    let d12 = dihedral(12);
    let words = |g| d12.describe(&g);
    assert_eq!(words(DihedralElement::turn(0)), "e");
    assert_eq!(words(DihedralElement::turn(1)), "r");
    assert_eq!(words(DihedralElement::reflection(0)), "s");
    assert_eq!(words(DihedralElement::reflection(10)), "r¹⁰ s");
    assert_eq!(Quaternion8.describe(&QuaternionUnit::K.negative()), "−k");
    assert_eq!(Lattice::<2>.describe(&vector![1, -2]), "(1, -2)");
    assert_eq!(Integers.describe(&-5), "-5");
}
