//! Elements drawn by Haar measure have its moments, on several seeds.
#![cfg(feature = "rand")]

use equivariant::groups::*;
use equivariant::{FiniteSet, HaarMeasure};
use nalgebra::{Matrix3, SMatrix};
use rand::SeedableRng;
use rand::rngs::StdRng;

const DRAWS: usize = 20_000;

/// The mean of a statistic and its standard error.
fn mean<G: HaarMeasure>(
    group: &G,
    seed: u64,
    statistic: impl Fn(&G::Element) -> f64,
) -> (f64, f64) {
    let mut source = StdRng::seed_from_u64(seed);
    let values: Vec<f64> = (0..DRAWS)
        .map(|_| statistic(&group.sample(&mut source)))
        .collect();
    let mean = values.iter().sum::<f64>() / DRAWS as f64;
    let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (DRAWS as f64 - 1.0);
    (mean, (variance / DRAWS as f64).sqrt())
}

/// The mean is the expected one within five standard errors: it fails by chance once in a million times.
fn expect<G: HaarMeasure>(group: &G, expected: f64, statistic: impl Fn(&G::Element) -> f64) {
    for seed in 0..3 {
        let (mean, error) = mean(group, seed, &statistic);
        assert!(
            (mean - expected).abs() <= 5.0 * error + 1e-12,
            "{mean} ± {error}, not {expected}"
        );
    }
}

/// E R = 0, E Rᵢⱼ² = 1/D, E (tr R)² = 1 and E (tr R)⁴ = 3 for SO(3) (the number of invariants in the
/// powers of the representation: Diaconis and Shahshahani, *Journal of Applied Probability* 31A, 1994).
#[test]
fn rotations() {
    let so3 = SpecialOrthogonal::<3>::default();
    for (i, j) in [(0, 0), (1, 2), (2, 0)] {
        expect(&so3, 0.0, |g| g.matrix()[(i, j)]);
        expect(&so3, 1.0 / 3.0, |g| g.matrix()[(i, j)].powi(2));
    }
    expect(&so3, 1.0, |g| g.matrix().trace().powi(2));
    expect(&so3, 3.0, |g| g.matrix().trace().powi(4));
    // shifted by a fixed element it is the same measure
    let shift = so3.sample(&mut StdRng::seed_from_u64(99));
    expect(&so3, 3.0, |g| (shift * g).matrix().trace().powi(4));
    let so5 = SpecialOrthogonal::<5>::default();
    expect(&so5, 0.2, |g| g.matrix()[(4, 0)].powi(2));
    expect(&so5, 1.0, |g| g.matrix().trace().powi(2));
}

#[test]
fn reflections_come_up_half_of_the_time() {
    let o3 = Orthogonal::<3>::default();
    expect(&o3, 0.0, Matrix3::determinant);
    expect(&o3, 1.0, |g| g.trace().powi(2));
    let o4 = Orthogonal::<4>::default();
    expect(&o4, 0.25, |g: &SMatrix<f64, 4, 4>| g[(3, 3)].powi(2));
    // the fourth moment of a coordinate of a uniform point on the sphere in dimension D: 3/(D (D + 2))
    expect(&o4, 0.125, |g: &SMatrix<f64, 4, 4>| g[(3, 3)].powi(4));
}

#[test]
fn quaternions_and_angles() {
    let su2 = UnitQuaternions::<f64>::default();
    expect(&su2, 0.0, |q| q.w);
    expect(&su2, 0.25, |q| q.i.powi(2));
    // tr q = 2 w: E (tr q)⁴ = 2, the second Catalan number
    expect(&su2, 2.0, |q| (2.0 * q.w).powi(4));
    let torus = Torus::<2>::default();
    expect(&torus, 0.0, |x| x[0].cos());
    expect(&torus, 0.0, |x| (x[0] + x[1]).sin());
    expect(&torus, 0.5, |x| x[1].cos().powi(2));
}

/// χ² of uniform draws: the mean is the number of degrees of freedom, and five standard deviations more
/// are not reached.
#[test]
fn finite_groups_are_drawn_from_uniformly() {
    fn uniform<G: HaarMeasure + FiniteSet>(group: &G) {
        let order = group.cardinality().expect("the group is small");
        for seed in 0..5 {
            let mut source = StdRng::seed_from_u64(seed);
            let mut counts = vec![0_u32; order];
            for _ in 0..DRAWS {
                let place = group
                    .index(&group.sample(&mut source))
                    .expect("it is an element");
                counts[place] += 1;
            }
            let expected = DRAWS as f64 / order as f64;
            let chi: f64 = counts
                .iter()
                .map(|&n| (f64::from(n) - expected).powi(2) / expected)
                .sum();
            let freedom = order as f64 - 1.0;
            assert!(
                chi <= freedom + 5.0 * (2.0 * freedom).sqrt() + 10.0,
                "χ² = {chi} for {freedom}"
            );
        }
    }
    let s4 = Symmetric::new(4);
    uniform(&TrivialGroup);
    uniform(&Cyclic::new(12).unwrap());
    uniform(&Dihedral::new(5).unwrap());
    uniform(&Quaternion8);
    uniform(&s4);
    uniform(&Alternating::new(4));
    uniform(&(Cyclic::new(3).unwrap(), s4));
    uniform(&Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0));
    uniform(&Opposite(s4));
}
