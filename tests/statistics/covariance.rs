//! Estimators of covariance matrices, and what a smaller group gains.

use equivariant::EquivariantMap;
use equivariant::groups::{GeneralLinear, LowerTriangular};
use equivariant::sets::{Forms, Multisets, Partial, Vectors};
use equivariant::statistics::Refusal;
use equivariant::statistics::covariance::{
    BestMultiple, SteinCovariance, risk_of_best_multiple, risk_of_stein, stein_loss,
};
use nalgebra::{SMatrix, SVector, matrix, vector};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::check::holds;
use equivariant::Check;
use equivariant::statistics::Estimator;

#[test]
fn lower_triangular_matrices_are_a_group() {
    let check = Check::default().cases(256).seed(1);
    let group = LowerTriangular::<3>::default();
    check
        .group(&group)
        .unwrap_or_else(|violation| panic!("{violation}"));
    check
        .lie_group(&group)
        .unwrap_or_else(|violation| panic!("{violation}"));
    check
        .action(&group, &Vectors::<3>::default())
        .unwrap_or_else(|violation| panic!("{violation}"));
    check
        .action(&group, &Forms::<3>::default())
        .unwrap_or_else(|violation| panic!("{violation}"));
}

#[test]
fn each_moves_with_its_group() {
    holds(BestMultiple::<2>);
    holds(BestMultiple::<3>);
    holds(SteinCovariance::<2>);
    holds(SteinCovariance::<3>);
}

#[test]
fn the_group_of_stein_is_no_larger() {
    let claimed = EquivariantMap::new(
        GeneralLinear::<2>::default(),
        Multisets::new(Vectors::<2>::default()),
        Partial::<_, Refusal>::new(Forms::<2>::default()),
        |sample: &Vec<SVector<f64, 2>>| SteinCovariance.estimate(sample),
    );
    let violation = Check::default().seed(1).equivariant(&claimed).unwrap_err();
    assert_eq!(violation.law(), "equivariant");
}

#[test]
fn two_ways_to_the_factor_agree() {
    let sample = [
        vector![1.0, 2.0, -1.0],
        vector![0.5, 0.0, 3.0],
        vector![-2.0, 1.0, 1.0],
        vector![4.0, -1.0, 0.5],
    ];
    let scatter = sample
        .iter()
        .map(|x| x * x.transpose())
        .sum::<SMatrix<f64, 3, 3>>();
    let by_sample = SteinCovariance.estimate(&sample).unwrap();
    let by_scatter = SteinCovariance.from_scatter(&scatter, 4).unwrap();
    assert!((by_sample - by_scatter).norm() < 1e-13);
    let multiple = BestMultiple.estimate(&sample).unwrap();
    assert!((multiple - scatter / 4.0).norm() < 1e-14);
}

#[test]
fn risks_are_as_computed_otherwise() {
    // by simulation and by quadrature of E log χ², five digits
    let close =
        |risk: Result<f64, Refusal>, known: f64| assert!((risk.unwrap() - known).abs() < 6e-6);
    close(risk_of_best_multiple::<3>(6), 1.24711);
    close(risk_of_stein::<3>(6), 1.12933);
    close(risk_of_best_multiple::<2>(10), 0.32389);
    close(risk_of_stein::<2>(10), 0.31384);
    close(risk_of_best_multiple::<5>(5), 5.95975);
    close(risk_of_stein::<5>(5), 4.76374);
    assert_eq!(
        risk_of_stein::<5>(4),
        Err(Refusal::TooFew {
            found: 4,
            needed: 5
        })
    );
}

/// The mean loss of an estimator over samples of normal vectors, and its standard error.
fn simulated(
    estimate: impl Fn(&[SVector<f64, 3>]) -> Result<SMatrix<f64, 3, 3>, Refusal>,
    root: &SMatrix<f64, 3, 3>,
    seed: u64,
) -> [f64; 2] {
    const CASES: usize = 20_000;
    let mut random = StdRng::seed_from_u64(seed);
    let truth = root * root.transpose();
    let losses = (0..CASES).map(|_| {
        let sample: Vec<SVector<f64, 3>> = (0..6)
            .map(|_| root * SVector::from_fn(|_, _| normal(&mut random)))
            .collect();
        stein_loss(&estimate(&sample).unwrap(), &truth).unwrap()
    });
    let losses: Vec<f64> = losses.collect();
    let mean = losses.iter().sum::<f64>() / CASES as f64;
    let variance =
        losses.iter().map(|loss| (loss - mean).powi(2)).sum::<f64>() / (CASES - 1) as f64;
    [mean, (variance / CASES as f64).sqrt()]
}

/// A standard normal number: Box and Muller.
fn normal(random: &mut StdRng) -> f64 {
    use rand::RngExt;
    let [u, v] = [0, 1].map(|_| random.random::<f64>());
    (-2.0 * (1.0 - u).ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

#[test]
fn simulated_risks_are_constant_and_as_stated() {
    let roots = [
        SMatrix::identity(),
        matrix![1.0, 0.0, 0.0; 5.0, 0.1, 0.0; -3.0, 2.0, 100.0],
    ];
    for (seed, root) in (1..).zip(roots) {
        for (found, known) in [
            (
                simulated(|x| BestMultiple.estimate(x), &root, seed),
                1.24711,
            ),
            (
                simulated(|x| SteinCovariance.estimate(x), &root, seed),
                1.12933,
            ),
        ] {
            let [mean, error] = found;
            assert!(
                (mean - known).abs() < 4.0 * error && error < 0.01,
                "{mean} ± {error}, {known}"
            );
        }
    }
}

#[test]
fn bad_samples_are_refused() {
    assert_eq!(BestMultiple::<2>.estimate(&[]), Err(Refusal::Empty));
    let one = [vector![1.0, 2.0]];
    assert_eq!(
        SteinCovariance.estimate(&one),
        Err(Refusal::TooFew {
            found: 1,
            needed: 2
        })
    );
    let on_a_line = [vector![0.1, 0.3], vector![0.2, 0.6], vector![-0.7, -2.1]];
    assert!(matches!(
        BestMultiple.estimate(&on_a_line),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        SteinCovariance.estimate(&on_a_line),
        Err(Refusal::Degenerate(_))
    ));
    let huge = [vector![1e200, 0.0], vector![0.0, 1e200]];
    assert_eq!(
        SteinCovariance.estimate(&huge),
        Err(Refusal::Overflow("covariances"))
    );
    assert!(
        SteinCovariance
            .from_scatter(&matrix![1.0, 2.0; 2.0, 1.0], 3)
            .is_err()
    );
}
