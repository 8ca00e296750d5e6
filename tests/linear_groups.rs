//! Translations, scales, the affine line, shears, tori, linear and affine groups: answers known from
//! elsewhere, factors, what is drawn, and the laws in single precision.
#![cfg(feature = "proptest")]

use std::f64::consts::{E, FRAC_PI_2, LN_2, PI};

use equivariant::groups::{
    Affine, AffineLine, AffineTransformation, GeneralLinear, LocationScale, PositiveReals, Shears,
    SignedAffineLine, SpecialLinear, Torus, Translations,
};
use equivariant::homomorphism::laws;
use equivariant::homomorphisms::{Determinant, Exponential};
use equivariant::sets::Points;
use equivariant::{
    Check, GSet, Group, HaarMeasure, Homomorphism, LieGroup, Sampled, Set, Violation,
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
        let product = parts.iter().fold(group.identity(), |product, part| {
            group.compose(&product, part)
        });
        assert!(group.same(&product, &g), "{}", group.describe(&g));
    }
}

macro_rules! structures {
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

structures! {
    translations: Translations<3>;
    positive_reals: PositiveReals;
    affine_line: AffineLine;
    shears: Shears<f32>;
    torus: Torus<2, f32>;
    general_linear_of_the_plane: GeneralLinear<2, f32>;
    general_linear_of_space: GeneralLinear<3>;
    special_linear_of_the_plane: SpecialLinear<2, f32>;
    special_linear_of_space: SpecialLinear<3>;
    affine_plane: Affine<2, f32>;
    affine_space: Affine<3>;
}

#[test]
fn signed_affine_line() {
    let group = SignedAffineLine::<f64>::default();
    with_seeds(|check| check.group(&group).map(drop));
    simplifies(&group);
    factors(&group);
    let g = LocationScale {
        scale: -2.0,
        location: 1.0,
    };
    assert_eq!(group.describe(&g), "x ↦ -2 x + 1");
    assert_eq!(group.inverse(&g).apply(g.apply(5.0)), 5.0);
}

/// eˣ overflows beyond 709: the law is checked where both sides are numbers.
#[test]
fn the_exponential_is_a_homomorphism_where_it_is_finite() {
    let exponential = Exponential::<f64>::default();
    let numbers = [0.0, 1.0, -1.0, 1e-9, 0.1, 2.5, -17.25, 100.0, -300.0, 350.0];
    for g in numbers {
        for h in numbers {
            laws::closed(&exponential, &g).unwrap();
            laws::multiplicative(&exponential, &g, &h).unwrap();
        }
    }
}

#[test]
fn values_that_are_known() {
    let scales = PositiveReals::<f64>::default();
    assert_eq!(scales.exp(&1.0), E);
    assert_eq!(scales.distance(&1e-300, &2e-300), LN_2);
    assert_eq!(Exponential::<f64>::default().apply(&0.0), 1.0);

    // from °C to °F and back; −40 is the same in both
    let fahrenheit = LocationScale {
        scale: 1.8,
        location: 32.0,
    };
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
    assert_eq!(
        sl2.power(&cat, 10),
        matrix![10946.0, 6765.0; 6765.0, 4181.0]
    );
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
    let g = LocationScale {
        scale: 1.8,
        location: 32.0,
    };
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
            let mean = angles
                .map(|angle| vector![angle.cos(), angle.sin()])
                .sum::<Vector2<f64>>()
                / SAMPLES as f64;
            // each part has standard deviation 1/√(2 N); five of them
            assert!(
                mean.amax() < 5.0 / (2.0 * SAMPLES as f64).sqrt(),
                "({k}, {l}): {mean}"
            );
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
