//! Translations, scales, the affine line, shears, tori, linear and affine groups: their laws, actions
//! and homomorphisms, and answers known from elsewhere.
#![cfg(feature = "proptest")]

use std::f64::consts::{E, FRAC_PI_2, LN_2, PI};

use equivariant::groups::{
    Affine, AffineLine, AffineTransformation, GeneralLinear, LocationScale, NonzeroReals,
    Orthogonal, PositiveReals, Shears, SpecialLinear, Torus, Translations,
};
use equivariant::homomorphism::laws;
use equivariant::homomorphisms::{Determinant, Exponential, LinearPart, Logarithm, ScalePart};
use equivariant::sets::{Points, Reals, Vectors};
use equivariant::{
    Check, Group, GSet, HaarMeasure, Homomorphism, LieGroup, Sampled, Set, Violation,
};
use nalgebra::{DVector, SMatrix, Translation, Vector2, matrix, point, vector};
use proptest::test_runner::{RngAlgorithm, TestRng};

/// A check with few cases for each of several seeds, so that nothing passes by luck.
fn with_seeds(check: impl Fn(Check) -> Result<(), Violation>) {
    for seed in 0..5 {
        let outcome = check(Check::default().cases(48).seed(seed));
        outcome.unwrap_or_else(|violation| panic!("seed {seed}: {violation}"));
    }
}

fn is_lie_group<G: LieGroup + Sampled>(group: &G) {
    with_seeds(|check| check.lie_group(group).map(drop));
}

fn acts<G: LieGroup + Sampled, X: GSet<G> + Sampled>(group: &G, set: &X) {
    with_seeds(|check| check.continuous_action(group, set).map(drop));
}

fn is_homomorphism<P: Homomorphism>(phi: &P)
where
    P::Source: Sampled,
{
    with_seeds(|check| check.homomorphism(phi).map(drop));
}

/// Every chain of simplest candidates ends, and candidates belong to the group.
fn simplifies<G: Group + Sampled>(group: &G) {
    for corner in group.corners() {
        assert!(group.contains(&corner), "{}", group.describe(&corner));
        let mut x = corner;
        let mut steps = 0;
        while let Some(simpler) = group.simpler(&x).last() {
            assert!(group.contains(simpler), "{}", group.describe(simpler));
            x = simpler.clone();
            steps += 1;
            assert!(steps < 10_000, "no end at {}", group.describe(&x));
        }
    }
}

/// The product of the factors is the element.
fn factors<G: Group + Sampled>(group: &G) {
    for g in group.corners() {
        let parts = group.factors(&g);
        let product = parts
            .iter()
            .fold(group.identity(), |product, part| group.compose(&product, part));
        assert!(group.same(&product, &g), "{}", group.describe(&g));
    }
}

macro_rules! lie_groups {
    ($($name:ident: $group:ty;)*) => {$(
        #[test]
        fn $name() {
            let group = <$group>::default();
            is_lie_group(&group);
            simplifies(&group);
            factors(&group);
        }
    )*};
}

lie_groups! {
    translations_of_the_line: Translations<1>;
    translations_of_space: Translations<3>;
    translations_in_single_precision: Translations<2, f32>;
    positive_reals: PositiveReals;
    positive_reals_in_single_precision: PositiveReals<f32>;
    additive_reals: Reals;
    additive_reals_in_single_precision: Reals<f32>;
    affine_line: AffineLine;
    affine_line_in_single_precision: AffineLine<f32>;
    shears: Shears;
    shears_in_single_precision: Shears<f32>;
    circle: Torus<1>;
    torus: Torus<2>;
    circle_in_single_precision: Torus<1, f32>;
    general_linear_of_the_line: GeneralLinear<1>;
    general_linear_of_the_plane: GeneralLinear<2>;
    general_linear_of_space: GeneralLinear<3>;
    general_linear_in_single_precision: GeneralLinear<2, f32>;
    special_linear_of_the_plane: SpecialLinear<2>;
    special_linear_of_space: SpecialLinear<3>;
    special_linear_in_single_precision: SpecialLinear<2, f32>;
    affine_plane: Affine<2>;
    affine_space: Affine<3>;
    affine_plane_in_single_precision: Affine<2, f32>;
}

/// Its logarithm exists on half of it only, so that the laws of a Lie group hold there.
#[test]
fn nonzero_reals() {
    with_seeds(|check| check.abelian(&NonzeroReals::<f64>::default()).map(drop));
    with_seeds(|check| check.abelian(&NonzeroReals::<f32>::default()).map(drop));
    factors(&NonzeroReals::<f64>::default());
    simplifies(&NonzeroReals::<f64>::default());
    assert!(NonzeroReals::<f64>::default().log(&-1.0).is_err());
}

#[test]
fn what_commutes() {
    with_seeds(|check| check.abelian(&Translations::<2>::default()).map(drop));
    with_seeds(|check| check.abelian(&PositiveReals::<f64>::default()).map(drop));
    with_seeds(|check| check.abelian(&Reals::<f64>::default()).map(drop));
    with_seeds(|check| check.abelian(&Shears::<f64>::default()).map(drop));
    with_seeds(|check| check.abelian(&Torus::<3>::default()).map(drop));
}

#[test]
fn natural_actions() {
    let (reals, points, vectors) = (
        Reals::<f64>::default(),
        Points::<2>::default(),
        Vectors::<2>::default(),
    );
    acts(&Translations::<2>::default(), &points);
    acts(&Translations::<2>::default(), &vectors);
    acts(&PositiveReals::default(), &reals);
    acts(&PositiveReals::default(), &points);
    acts(&PositiveReals::default(), &vectors);
    acts(&NonzeroReals::default(), &reals);
    acts(&reals, &reals);
    acts(&AffineLine::default(), &reals);
    acts(&Shears::default(), &points);
    acts(&Shears::default(), &vectors);
    acts(&Torus::<1>::default(), &points);
    acts(&Torus::<1>::default(), &vectors);
    acts(&GeneralLinear::default(), &points);
    acts(&GeneralLinear::default(), &vectors);
    acts(&SpecialLinear::default(), &points);
    acts(&SpecialLinear::default(), &vectors);
    acts(&Affine::default(), &points);
    acts(&Affine::default(), &vectors);
    acts(&Affine::<2, f32>::default(), &Points::<2, f32>::default());
    acts(&AffineLine::<f32>::default(), &Reals::<f32>::default());
}

#[test]
fn homomorphisms() {
    is_homomorphism(&Determinant::new(GeneralLinear::<2>::default()));
    is_homomorphism(&Determinant::new(GeneralLinear::<3>::default()));
    is_homomorphism(&Determinant::<_, f32>::new(GeneralLinear::<2, f32>::default()));
    is_homomorphism(&Determinant::<_, f64>::new(Orthogonal::<3>::default()));
    is_homomorphism(&ScalePart::<_, f64>::new(AffineLine::default()));
    is_homomorphism(&LinearPart::<Affine<2>, GeneralLinear<2>>::new(Affine::default()));
    // eˣ overflows beyond 709: the law is checked where both sides are numbers
    let exponential = Exponential::<f64>::default();
    let numbers = [0.0, 1.0, -1.0, 1e-9, 0.1, 2.5, -17.25, 100.0, -300.0, 350.0];
    for g in numbers {
        for h in numbers {
            laws::closed(&exponential, &g).unwrap();
            laws::multiplicative(&exponential, &g, &h).unwrap();
        }
    }
    is_homomorphism(&Logarithm::<f64>::default());
}

#[test]
fn values_that_are_known() {
    let scales = PositiveReals::<f64>::default();
    assert_eq!(scales.exp(&1.0), E);
    assert_eq!(scales.distance(&1e-300, &2e-300), LN_2);
    assert_eq!(Exponential::<f64>::default().apply(&0.0), 1.0);

    // from °C to °F and back; −40 is the same in both
    let fahrenheit = LocationScale { scale: 1.8, location: 32.0 };
    assert_eq!(fahrenheit.apply(-40.0), -40.0);

    // exp (σ, v) = (e^σ, v (e^σ − 1)/σ), whose fixed point −v/σ stays
    let line = AffineLine::<f64>::default();
    let g = line.exp(&Vector2::new(0.5, -1.5));
    assert!((g.scale - 1.648_721_270_700_128_1).abs() < 1e-15);
    assert!((g.location + 1.946_163_812_100_384_4).abs() < 1e-15);
    assert!((g.apply(3.0) - 3.0).abs() < 1e-14);
    let slow = line.exp(&Vector2::new(1e-12, 1.0));
    assert_eq!(slow.location, 1.0 + 5e-13);

    // Cat map: powers are Fibonacci numbers, and the logarithm of it is log φ² times a reflection
    let sl2 = SpecialLinear::<2>::default();
    let cat = matrix![2.0, 1.0; 1.0, 1.0];
    assert_eq!(sl2.power(&cat, 10), matrix![10946.0, 6765.0; 6765.0, 4181.0]);
    let rate = 2.0 * f64::midpoint(1.0, 5.0_f64.sqrt()).ln() / 5.0_f64.sqrt();
    let expected = matrix![rate, 2.0 * rate; 2.0 * rate, -rate];
    assert!((sl2.log(&cat).unwrap() - expected).norm() < 1e-15);

    // the exponential of SL(2, ℝ) misses the matrices of trace below −2
    assert!(sl2.log(&matrix![-2.0, 0.0; 0.0, -0.5]).is_err());

    // a half turn is the square of a quarter turn
    let circle = Torus::<1>::default();
    let quarter = vector![FRAC_PI_2];
    let moved = GSet::<Torus<1>>::act(&Points::<2>::default(), &quarter, &point![1.0, 0.0]);
    assert!(Points::default().same(&moved, &point![0.0, 1.0]));
    assert!(circle.same(&circle.power(&quarter, 2), &vector![-PI]));
    assert!(circle.same(&circle.power(&quarter, 4), &circle.identity()));

    // det exp X = e^(tr X)
    let gl3 = GeneralLinear::<3>::default();
    let x = matrix![0.5, 2.0, -1.0; 0.25, -0.5, 1.0; 3.0, 0.0, 0.75];
    let volume = Determinant::new(gl3).apply(&gl3.exp(&x));
    assert!((volume.ln() - 0.75).abs() < 1e-14, "{volume}");

    let affine = Affine::<2>::default();
    let g = AffineTransformation {
        linear: matrix![2.0, 1.0; 1.0, 1.0],
        translation: vector![3.0, -1.0],
    };
    let undone = affine.compose(&affine.inverse(&g), &g);
    assert!(affine.same(&undone, &affine.identity()));
}

/// exp (X + Y) = exp X exp Y exp (−[X, Y]/2) where the bracket commutes with both (Heisenberg).
#[test]
fn the_heisenberg_group_obeys_baker_campbell_hausdorff() {
    let gl = GeneralLinear::<3>::default();
    let x = matrix![0.0, 2.0, 0.0; 0.0, 0.0, 0.0; 0.0, 0.0, 0.0];
    let y = matrix![0.0, 0.0, 0.0; 0.0, 0.0, 3.0; 0.0, 0.0, 0.0];
    let bracket = gl.bracket(&x, &y);
    let right = gl.exp(&x) * gl.exp(&y) * gl.exp(&(bracket * -0.5));
    assert_eq!(gl.exp(&(x + y)), right);
}

#[test]
fn words_for_elements() {
    let translations = Translations::<3>::default();
    let words = translations.describe(&Translation::from(vector![1.0, 0.0, 0.0]));
    assert_eq!(words, "translation by (1, 0, 0)");
    assert_eq!(PositiveReals::default().describe(&2.0), "scaling by 2");
    let line = AffineLine::default();
    let g = LocationScale { scale: 1.8, location: 32.0 };
    assert_eq!(line.describe(&g), "x ↦ 1.8 x + 32");
    assert_eq!(line.describe(&line.identity()), "identity");
}

/// The moments of Haar measure on the torus: the characters e^{i(kα + lβ)} have mean 0.
#[test]
fn characters_of_the_torus_have_mean_zero() {
    const SAMPLES: usize = 40_000;
    let torus = Torus::<2>::default();
    for seed in 0..3 {
        let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let samples: Vec<_> = (0..SAMPLES).map(|_| torus.sample(&mut random)).collect();
        for (k, l) in [(1.0, 0.0), (0.0, 1.0), (2.0, 0.0), (1.0, -1.0), (3.0, 2.0)] {
            let angles = samples.iter().map(|angles| k * angles[0] + l * angles[1]);
            let mean = angles.map(|angle| vector![angle.cos(), angle.sin()]).sum::<Vector2<f64>>()
                / SAMPLES as f64;
            // each part has standard deviation 1/√(2 N); five of them
            assert!(mean.amax() < 5.0 / (2.0 * SAMPLES as f64).sqrt(), "({k}, {l}): {mean}");
        }
    }
}

#[test]
fn drawn_matrices_are_well_conditioned() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = GeneralLinear::<3>::default().strategy();
    for _ in 0..500 {
        use proptest::strategy::{Strategy, ValueTree};
        let g: SMatrix<f64, 3, 3> = strategy.new_tree(&mut runner).unwrap().current();
        let sizes = g.singular_values();
        assert!(sizes.max() <= 1.001e3 * sizes.min(), "{g}");
    }
}

#[test]
fn coordinates_of_the_traceless_matrices() {
    let sl3 = SpecialLinear::<3>::default();
    let x = sl3.hat(&DVector::from_fn(8, |i, _| i as f64));
    assert_eq!(x.trace(), 0.0);
    assert_eq!(sl3.vee(&x), DVector::from_fn(8, |i, _| i as f64));
}
