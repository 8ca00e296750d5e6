//! The groups of rotations, motions and similarities: laws, actions, homomorphisms, Haar measure.
#![cfg(feature = "proptest")]

use equivariant::groups::{
    AffineTransformation, Euclidean, Orthogonal, Similarities, SpecialEuclidean, SpecialOrthogonal,
    UnitQuaternions,
};
use equivariant::homomorphisms::{DoubleCover, LinearPart, ScalePart};
use equivariant::sets::{Lines, Points, Vectors};
use equivariant::{
    Check, EquivariantMap, GSet, Group, HaarMeasure, Homomorphism, LieGroup, Sampled, Set,
};
use nalgebra::{
    DMatrix, DVector, Isometry, Matrix2, Matrix3, Point3, Rotation2, Rotation3, SMatrix, SVector,
    Similarity, Translation, UnitQuaternion, Vector3,
};
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::f64::consts::{FRAC_PI_2, PI};

const SEEDS: std::ops::Range<u64> = 0..5;

fn check(seed: u64) -> Check {
    Check::default().cases(24).seed(seed)
}

/// A source of randomness.
fn source(seed: u8) -> TestRng {
    TestRng::from_seed(RngAlgorithm::XorShift, &[seed.wrapping_add(1); 16])
}

/// All laws of a Lie group.
fn lawful<G: LieGroup + Sampled>(group: &G) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).lie_group(group) {
            panic!("seed {seed}: {violation}");
        }
    }
}

/// All laws of an action.
fn acts<G: LieGroup + Sampled, X: GSet<G> + Sampled>(group: &G, set: &X) {
    for seed in SEEDS {
        if let Err(violation) = check(seed).continuous_action(group, set) {
            panic!("seed {seed}: {violation}");
        }
    }
}

fn is_homomorphism<P: Homomorphism>(phi: &P)
where
    P::Source: Sampled,
{
    for seed in SEEDS {
        if let Err(violation) = check(seed).homomorphism(phi) {
            panic!("seed {seed}: {violation}");
        }
    }
}

#[test]
fn rotations_of_the_plane_commute() {
    for seed in SEEDS {
        let so2 = SpecialOrthogonal::<2>::default();
        if let Err(violation) = check(seed).abelian(&so2) {
            panic!("seed {seed}: {violation}");
        }
    }
}

/// Beyond what `tests/groups.rs` checks: single precision, and more dimensions.
#[test]
fn laws_hold_in_single_precision_and_in_more_dimensions() {
    lawful(&SpecialOrthogonal::<2, f32>::default());
    lawful(&SpecialOrthogonal::<4, f32>::default());
    lawful(&Orthogonal::<5>::default());
    lawful(&Orthogonal::<3, f32>::default());
    lawful(&SpecialEuclidean::<2, f32>::default());
    lawful(&Euclidean::<4>::default());
    lawful(&Euclidean::<3, f32>::default());
    lawful(&Similarities::<4>::default());
    lawful(&Similarities::<3, f32>::default());
}

/// Beyond what `tests/sets_and_actions.rs` checks.
#[test]
fn points_vectors_and_lines_are_moved() {
    acts(&SpecialOrthogonal::<2>::default(), &Points::<2>::default());
    acts(
        &SpecialOrthogonal::<4, f32>::default(),
        &Vectors::<4, f32>::default(),
    );
    acts(&Orthogonal::<3>::default(), &Lines::<3>::default());
    acts(&UnitQuaternions::default(), &Vectors::<3>::default());
    acts(&SpecialEuclidean::<3>::default(), &Lines::<3>::default());
    acts(&Euclidean::<2>::default(), &Vectors::<2>::default());
    acts(&Similarities::<2>::default(), &Vectors::<2>::default());
    acts(
        &Similarities::<2, f32>::default(),
        &Points::<2, f32>::default(),
    );
}

#[test]
fn motions_move_points_and_only_turn_vectors() {
    let g = Isometry::from_parts(Translation::from([5.0, 0.0]), Rotation2::new(FRAC_PI_2));
    let point = GSet::<SpecialEuclidean<2>>::act(&Points::default(), &g, &[1.0, 0.0].into());
    let vector = GSet::<SpecialEuclidean<2>>::act(&Vectors::default(), &g, &[1.0, 0.0].into());
    assert!((point.coords - SVector::from([5.0, 1.0])).norm() < 1e-15);
    assert!((vector - SVector::from([0.0, 1.0])).norm() < 1e-15);
}

#[test]
fn homomorphisms_are_multiplicative() {
    is_homomorphism(&DoubleCover::<f32>::default());
    is_homomorphism(&LinearPart::new(SpecialEuclidean::<2>::default()));
    is_homomorphism(&LinearPart::new(Euclidean::<3>::default()));
    is_homomorphism(&ScalePart::new(Similarities::<2, f32>::default()));
}

/// Exactly 1 and −1 go to the identity, and every rotation is reached by a pair q, −q.
#[test]
fn the_double_cover_has_the_kernel_of_two() {
    let cover = DoubleCover::<f64>::default();
    let (su2, so3) = (cover.source(), cover.target());
    let minus = |q: &UnitQuaternion<f64>| UnitQuaternion::new_unchecked(-q.into_inner());
    let one = su2.identity();
    assert!(so3.same(&cover.apply(&one), &so3.identity()));
    assert!(so3.same(&cover.apply(&minus(&one)), &so3.identity()));
    let mut random = source(7);
    for _ in 0..200 {
        let q = su2.sample(&mut random);
        assert!(so3.same(&cover.apply(&q), &cover.apply(&minus(&q))));
        assert!((su2.distance(&q, &minus(&q)) - 2.0).abs() < 1e-14);
        // an element of the kernel satisfies w² = 1: the trace of its rotation is 4w² − 1
        let trace = cover.apply(&q).matrix().trace();
        assert!((trace - (4.0 * q.w * q.w - 1.0)).abs() < 1e-14);
        assert!(!so3.same(&cover.apply(&q), &so3.identity()));
        // the derivative of the cover is the identity: both exponentials have the same coordinates
        let x = su2.vee(&su2.log(&q).unwrap());
        assert!(so3.same(&so3.exp(&so3.hat(&x)), &cover.apply(&q)));
    }
    // round the circle once in SO(3) is half the way in SU(2)
    let turn = su2.exp(&Vector3::new(0.0, 0.0, 2.0 * PI));
    assert!(su2.same(&turn, &minus(&one)));
    assert!(!su2.same(&turn, &one));
}

/// Mean and standard error of a function of Haar-distributed elements.
fn moment<G: HaarMeasure>(group: &G, seed: u8, f: impl Fn(&G::Element) -> f64) -> (f64, f64) {
    const COUNT: usize = 5_000;
    let mut random = source(seed);
    let values: Vec<f64> = (0..COUNT).map(|_| f(&group.sample(&mut random))).collect();
    let mean = values.iter().sum::<f64>() / COUNT as f64;
    let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (COUNT - 1) as f64;
    (mean, (variance / COUNT as f64).sqrt())
}

/// Whether the moment is the expected one for each of several seeds. With 4.5 standard errors a right
/// sampler fails one of 150 000 tests.
fn expect<G: HaarMeasure>(group: &G, name: &str, expected: f64, f: impl Fn(&G::Element) -> f64) {
    for seed in 0..3 {
        let (mean, error) = moment(group, seed, &f);
        assert!(
            (mean - expected).abs() <= 4.5 * error,
            "{name}: {mean} ± {error} for {expected}, seed {seed}"
        );
    }
}

fn haar_entries<const D: usize>() {
    let so = SpecialOrthogonal::<D>::default();
    let o = Orthogonal::<D>::default();
    // the corner entries, the first on the diagonal and one off it
    for (i, j) in [(0, 0), (0, D - 1), (D - 1, 0), (D - 1, D - 1)] {
        expect(&so, "E[R]", 0.0, |g| g[(i, j)]);
        expect(&so, "E[R²]", 1.0 / D as f64, |g| g[(i, j)].powi(2));
        expect(&o, "E[R]", 0.0, |g| g[(i, j)]);
        expect(&o, "E[R²]", 1.0 / D as f64, |g| g[(i, j)].powi(2));
    }
    // as many reflections as rotations
    expect(&o, "E[det]", 0.0, |g| {
        DMatrix::from_fn(D, D, |i, j| g[(i, j)])
            .determinant()
            .signum()
    });
    let h = {
        let angles = DVector::from_fn(so.dimension(), |i, _| 0.3 + i as f64);
        so.exp(&so.hat(&angles))
    };
    // invariance under left and right translation, seen by a function that is not a class function
    let f = |m: &SMatrix<f64, D, D>| (m[(0, 0)] - 0.5 * m[(D - 1, 0)]).abs();
    for seed in 0..3 {
        let (plain, error) = moment(&so, seed, |g| f(g.matrix()));
        let (left, left_error) = moment(&so, seed + 10, |g| f((h * g).matrix()));
        let (right, right_error) = moment(&so, seed + 20, |g| f((g * h).matrix()));
        let (inverse, inverse_error) = moment(&so, seed + 30, |g| f(g.inverse().matrix()));
        assert!((plain - left).abs() <= 4.5 * error.hypot(left_error));
        assert!((plain - right).abs() <= 4.5 * error.hypot(right_error));
        assert!((plain - inverse).abs() <= 4.5 * error.hypot(inverse_error));
    }
}

#[test]
fn haar_measure_has_the_moments_of_the_entries() {
    haar_entries::<2>();
    haar_entries::<3>();
    haar_entries::<4>();
}

/// Moments of the trace are numbers of invariants of tensor powers: of V⊗V there is 1 and of V⊗V⊗V⊗V
/// there are 3 for V = ℝ³; V = ℝ³ also has one of degree 3, the determinant, under SO(3) but not under
/// O(3).
#[test]
fn haar_measure_has_the_moments_of_the_trace() {
    let so3 = SpecialOrthogonal::<3>::default();
    for (power, invariants) in [(1, 0.0), (2, 1.0), (3, 1.0), (4, 3.0), (5, 6.0), (6, 15.0)] {
        expect(&so3, "E[trᵏ]", invariants, |g| {
            g.matrix().trace().powi(power)
        });
    }
    let o3 = Orthogonal::<3>::default();
    for (power, invariants) in [(1, 0.0), (2, 1.0), (3, 0.0), (4, 3.0)] {
        expect(&o3, "E[trᵏ]", invariants, |g| g.trace().powi(power));
    }
    // for SU(2) the Catalan numbers: tr = 2w
    let su2 = UnitQuaternions::<f64>::default();
    for (power, invariants) in [(1, 0.0), (2, 1.0), (3, 0.0), (4, 2.0), (6, 5.0)] {
        expect(&su2, "E[trᵏ]", invariants, |g| (2.0 * g.w).powi(power));
    }
    for (power, invariants) in [(1, 0.0), (2, 2.0), (4, 6.0)] {
        // SO(2): tr = 2 cos θ, the central binomial coefficients
        let so2 = SpecialOrthogonal::<2>::default();
        expect(&so2, "E[trᵏ]", invariants, |g| {
            g.matrix().trace().powi(power)
        });
    }
}

#[test]
fn elements_say_what_they_are_in_words() {
    let so3 = SpecialOrthogonal::<3>::default();
    let about = |axis: Vector3<f64>, degrees: f64| Rotation3::new(axis * degrees.to_radians());
    assert_eq!(so3.describe(&so3.identity()), "identity");
    assert_eq!(
        so3.describe(&about(Vector3::z(), 90.0)),
        "rotation by 90° about z"
    );
    assert_eq!(
        so3.describe(&about(Vector3::x(), 180.0)),
        "rotation by 180° about x"
    );
    assert_eq!(
        so3.describe(&about(-Vector3::y(), 45.0)),
        "rotation by −45° about y"
    );
    assert_eq!(
        SpecialOrthogonal::<2>::default().describe(&Rotation2::new(PI / 6.0)),
        "rotation by 30°"
    );
    let o3 = Orthogonal::<3>::default();
    let mirror = Matrix3::new(1.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0);
    assert_eq!(o3.describe(&mirror), "reflection in the mirror ⊥ y");
    assert_eq!(
        o3.describe(&-Matrix3::identity()),
        "inversion in the origin"
    );
    let turn = about(Vector3::z(), 60.0).into_inner();
    let rotary = turn * Matrix3::from_diagonal(&Vector3::new(1.0, 1.0, -1.0));
    assert_eq!(
        o3.describe(&rotary),
        "rotation by 60° about z after reflection in the mirror ⊥ z"
    );
    let su2 = UnitQuaternions::<f64>::default();
    let three_quarters = su2.exp(&(Vector3::z() * 1.5 * PI));
    assert_eq!(
        su2.describe(&three_quarters),
        "the quaternion of a rotation by 270° about z"
    );
    let double = Matrix3::identity() * 2.0;
    assert!(!o3.contains(&double));
    assert!(o3.describe(&double).contains("2.0"));
}

#[test]
fn what_is_no_rotation_does_not_belong() {
    let so2 = SpecialOrthogonal::<2>::default();
    let unchecked = |matrix| Rotation2::from_matrix_unchecked(matrix);
    assert!(!so2.contains(&unchecked(Matrix2::new(1.0, 0.0, 0.0, -1.0))));
    assert!(!so2.contains(&unchecked(Matrix2::new(1.0, 0.1, 0.0, 1.0))));
    assert!(!so2.contains(&unchecked(Matrix2::repeat(f64::NAN))));
    let se2 = SpecialEuclidean::<2>::default();
    let nowhere = Isometry::from_parts(Translation::from([f64::NAN, 0.0]), Rotation2::identity());
    assert!(!se2.contains(&nowhere));
    assert!(!se2.same(&nowhere, &nowhere));
    let sim2 = Similarities::<2>::default();
    let mirrored = Similarity::from_parts(Translation::identity(), Rotation2::identity(), -1.0);
    assert!(!sim2.contains(&mirrored));
    let glide = AffineTransformation {
        linear: Matrix2::new(1.0, 0.0, 0.0, -1.0),
        translation: SVector::from([1.0, 0.0]),
    };
    assert!(Euclidean::<2>::default().contains(&glide));
    let shear = AffineTransformation {
        linear: Matrix2::new(1.0, 1.0, 0.0, 1.0),
        ..glide
    };
    assert!(!Euclidean::<2>::default().contains(&shear));
}

/// A large translation excuses no angle, and a small one no other translation.
#[test]
fn motions_are_compared_part_by_part() {
    let se2 = SpecialEuclidean::<2>::default();
    let far =
        |angle, x: f64| Isometry::from_parts(Translation::from([x, 0.0]), Rotation2::new(angle));
    assert!(!se2.same(&far(0.0, 1e9), &far(1e-9, 1e9)));
    assert!(!se2.same(&far(0.0, 1e-20), &far(0.0, 2e-20)));
    assert!(se2.same(&far(1e-16, 1e9), &far(0.0, 1e9 + 1e-7)));
}

/// The simplest counterexample to the rotation of a median is a rotation about an axis, by a simple
/// angle.
#[test]
fn a_counterexample_ends_at_a_simple_rotation() {
    let so3 = SpecialOrthogonal::<3>::default();
    let space = Points::<3>::default();
    let mut found = std::collections::BTreeMap::new();
    for seed in 0..20 {
        // clearly no function of the rotated point: the absolute values of the coordinates
        let folded = EquivariantMap::new(so3, space, space, |p: &Point3<f64>| {
            Point3::from(p.coords.abs())
        });
        let violation = Check::default()
            .seed(seed)
            .equivariant(&folded)
            .unwrap_err();
        let g = violation.elements().find(|(name, _)| *name == "g");
        let (_, g) = g.expect("the violation names g");
        *found.entry(g.to_owned()).or_insert(0) += 1;
    }
    let (simplest, count) = found.iter().max_by_key(|(_, count)| **count).unwrap();
    assert!(*count >= 18, "{found:?}");
    assert!(
        simplest.contains("rotation by") && simplest.contains("about"),
        "{simplest}"
    );
}

/// Every chain of simpler elements ends at the identity when everything fails.
#[test]
fn simplification_ends() {
    fn descend<G: Group + Sampled>(group: &G, start: &G::Element) -> usize {
        let mut x = start.clone();
        for step in 0..200 {
            match group.simpler(&x).into_iter().next() {
                None => {
                    assert!(group.same(&x, &group.identity()), "{}", group.describe(&x));
                    return step;
                }
                Some(simpler) => {
                    assert!(group.contains(&simpler));
                    x = simpler;
                }
            }
        }
        panic!("no end from {}", group.describe(start));
    }
    fn of<G: Group + Sampled>(group: &G) {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        for _ in 0..20 {
            use proptest::strategy::{Strategy, ValueTree};
            let drawn = group.strategy().new_tree(&mut runner).unwrap().current();
            descend(group, &drawn);
        }
        for corner in group.corners() {
            descend(group, &corner);
        }
    }
    of(&SpecialOrthogonal::<2>::default());
    of(&SpecialOrthogonal::<3>::default());
    of(&SpecialOrthogonal::<4>::default());
    of(&SpecialOrthogonal::<3, f32>::default());
    of(&Orthogonal::<3>::default());
    of(&UnitQuaternions::<f64>::default());
    of(&SpecialEuclidean::<3>::default());
    of(&Euclidean::<2>::default());
    of(&Similarities::<3>::default());
}

/// Also where two of the three axes coincide after a quarter turn about the second.
#[test]
fn factors_are_turns_about_axes_and_multiply_to_the_element() {
    let (so3, su2) = (
        SpecialOrthogonal::<3>::default(),
        UnitQuaternions::<f64>::default(),
    );
    let quarter = FRAC_PI_2;
    for beta in [quarter, -quarter, quarter - 1e-9, -quarter + 1e-12, 0.3, PI] {
        for (alpha, gamma) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (2.0, -3.0)] {
            let q = [
                su2.exp(&(Vector3::z() * alpha)),
                su2.exp(&(Vector3::y() * beta)),
                su2.exp(&(Vector3::x() * gamma)),
            ]
            .iter()
            .fold(su2.identity(), |q, turn| su2.compose(&q, turn));
            for q in [q, UnitQuaternion::new_unchecked(-q.into_inner())] {
                equivariant::group::laws::factored(&su2, &q).unwrap();
                let factors = su2.factors(&q);
                assert!(factors.len() <= 3);
                for factor in &factors {
                    let axes = factor.imag().iter().filter(|x| **x != 0.0).count();
                    assert!(axes <= 1, "{factor}");
                }
                let g = q.to_rotation_matrix();
                equivariant::group::laws::factored(&so3, &g).unwrap();
            }
        }
    }
}
