//! Every group of the crate obeys its laws, on several seeds, and has the properties that the
//! literature gives it.
#![cfg(feature = "proptest")]

use equivariant::groups::*;
use equivariant::{
    Abelian, Check, Exhaustive, FiniteSet, Generated, Group, LieGroup, Sampled, Violation,
};

/// Seeds that a law has to pass; each tries every corner and some random cases.
const SEEDS: std::ops::Range<u64> = 0..4;

fn check(seed: u64) -> Check {
    Check::default().seed(seed).cases(60)
}

/// The group laws.
fn group<G: Group + Sampled>(group: &G) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).group(group) {
            panic!("{}: {violation}", std::any::type_name::<G>());
        }
    }
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

/// The laws of a finite group, proved, and that the list of its elements is one.
fn finite<G: Group + FiniteSet + Generated + Sampled>(
    structure: &G,
    order: usize,
) -> Result<(), Violation> {
    group(structure);
    Exhaustive.group(structure)?;
    assert_eq!(structure.cardinality(), Some(order));
    assert_eq!(structure.elements().count(), order);
    for (place, g) in structure.elements().enumerate() {
        assert!(structure.contains(&g));
        assert_eq!(
            structure.index(&g),
            Some(place),
            "{}",
            structure.describe(&g)
        );
    }
    assert_eq!(
        structure.finite().and_then(|finite| finite.cardinality()),
        Some(order)
    );
    Ok(())
}

/// The number of elements of each order, as pairs.
fn orders<G: Group + FiniteSet>(group: &G) -> Vec<(u32, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    let e = group.identity();
    for g in group.elements() {
        let (mut power, mut order) = (g.clone(), 1);
        while !group.same(&power, &e) {
            power = group.compose(&power, &g);
            order += 1;
        }
        *counts.entry(order).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// The sizes of the conjugacy classes, in order.
fn classes<G: Group + FiniteSet>(group: &G) -> Vec<usize> {
    let mut seen = vec![false; group.cardinality().unwrap_or(0)];
    let mut sizes = Vec::new();
    for (place, h) in group.elements().enumerate() {
        if seen[place] {
            continue;
        }
        let mut size = 0;
        for g in group.elements() {
            let index = group
                .index(&group.conjugate(&g, &h))
                .expect("the group is closed");
            size += usize::from(!std::mem::replace(&mut seen[index], true));
        }
        sizes.push(size);
    }
    sizes.sort_unstable();
    sizes
}

fn cyclic(n: u64) -> Cyclic {
    Cyclic::new(n).expect("the order is not 0")
}

fn dihedral(n: u64) -> Dihedral {
    Dihedral::new(n).expect("the order is not 0")
}

mod discrete {
    use super::*;

    #[test]
    fn finite_groups_are_groups() -> Result<(), Violation> {
        finite(&TrivialGroup, 1)?;
        for n in [1, 2, 3, 7, 12] {
            finite(&cyclic(n), n as usize)?;
            abelian(&cyclic(n));
            finite(&dihedral(n), 2 * n as usize)?;
        }
        finite(&Quaternion8, 8)?;
        for (degree, order) in [(0, 1), (1, 1), (2, 2), (3, 6), (4, 24)] {
            finite(&Symmetric::new(degree), order)?;
            finite(&Alternating::new(degree), order.div_ceil(2))?;
        }
        group(&Symmetric::new(9));
        group(&Alternating::new(9));
        Ok(())
    }

    #[test]
    fn infinite_groups_are_groups() {
        abelian(&Integers);
        abelian(&Lattice::<1>);
        abelian(&Lattice::<3>);
        for rank in [0, 1, 2, 5] {
            group(&FreeGroup::new(rank));
        }
        // sums of residues would overflow
        let large = cyclic(u64::MAX);
        let [g, h, k] = [u64::MAX - 1, u64::MAX - 2, 1 << 63];
        equivariant::group::laws::associative(&large, &g, &h, &k).unwrap();
        equivariant::group::laws::left_inverse(&large, &k).unwrap();
        assert_eq!(large.compose(&g, &h), u64::MAX - 3);
    }

    /// Dihedral groups have (n + 3)/2 or (n + 6)/2 classes; Q₈ has the class equation 1+1+2+2+2; the
    /// classes of S₄ and A₅ are in every book (Dummit and Foote, section 4.3).
    #[test]
    fn conjugacy_classes() {
        for n in 3..10 {
            let expected = if n % 2 == 1 { (n + 3) / 2 } else { (n + 6) / 2 };
            assert_eq!(classes(&dihedral(n)).len() as u64, expected);
        }
        assert_eq!(classes(&Quaternion8), [1, 1, 2, 2, 2]);
        assert_eq!(classes(&Symmetric::new(4)), [1, 3, 6, 6, 8]);
        assert_eq!(classes(&Alternating::new(4)), [1, 3, 4, 4]);
        assert_eq!(classes(&Alternating::new(5)), [1, 12, 12, 15, 20]);
    }

    #[test]
    fn orders_of_elements() {
        assert_eq!(orders(&Quaternion8), [(1, 1), (2, 1), (4, 6)]);
        assert_eq!(orders(&dihedral(4)), [(1, 1), (2, 5), (4, 2)]);
        assert_eq!(orders(&Symmetric::new(4)), [(1, 1), (2, 9), (3, 8), (4, 6)]);
        assert_eq!(
            orders(&cyclic(12)),
            [(1, 1), (2, 1), (3, 2), (4, 2), (6, 2), (12, 4)]
        );
        let largest = Symmetric::new(7).elements().map(|g| g.order()).max();
        assert_eq!(largest, Some(12)); // Landau's function
    }

    #[test]
    #[should_panic(expected = "the sum 9223372036854775807 + 1 does not fit into an i64")]
    fn integers_do_not_wrap() {
        let _ = Integers.compose(&i64::MAX, &1);
    }

    /// A homomorphism from the free group is determined by the images of the letters.
    #[test]
    fn words_are_evaluated_multiplicatively() {
        let (f2, s4) = (FreeGroup::new(2), Symmetric::new(4));
        let images = [
            Permutation::from_cycles(4, &[&[0, 1, 2, 3]]).unwrap(),
            Permutation::from_cycles(4, &[&[0, 1]]).unwrap(),
        ];
        let phi = equivariant::homomorphism::Between::new(f2, s4, move |word: &Word| {
            word.evaluate(&s4, &images).unwrap_or_else(|| s4.identity())
        });
        for seed in SEEDS {
            check(seed).homomorphism(&phi).unwrap();
        }
        assert_eq!(Word::letter(2).evaluate(&s4, &[]), None);
    }
}

mod continuous {
    use super::*;
    use equivariant::sets::Reals;

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
}
