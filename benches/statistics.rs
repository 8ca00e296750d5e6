//! What the estimators cost, on samples that are the same in every run.
//!
//! ```sh
//! cargo bench --all-features --bench statistics
//! ```
//!
//! Ratios to other languages are made by `benches/peers/run`.

use std::f64::consts::PI;
use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use equivariant::statistics::density::{Cauchy, Density, Laplace, Logistic};
use equivariant::statistics::location::HodgesLehmann;
use equivariant::statistics::multivariate::{
    HalfSpaceDepth, MinimumCovarianceDeterminant, OjaMedian, SpatialMedian, TukeyMedian, TylerShape,
};
use equivariant::statistics::pitman::{PitmanLocation, PitmanLocationOfSpread, PitmanSpread};
use equivariant::statistics::scale::Qn;
use equivariant::statistics::{Estimator, ObservationOf};
use nalgebra::Point;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Numbers strictly between 0 and 1.
fn uniform(n: usize) -> Vec<f64> {
    let mut random = StdRng::seed_from_u64(1939);
    let between = |_| (random.random::<f64>() + f64::EPSILON) / (1.0 + 2.0 * f64::EPSILON);
    (0..n).map(between).collect()
}

fn cauchy(n: usize) -> Vec<f64> {
    uniform(n).iter().map(|u| (PI * (u - 0.5)).tan()).collect()
}

fn logistic(n: usize) -> Vec<f64> {
    uniform(n).iter().map(|u| (u / (1.0 - u)).ln()).collect()
}

fn laplace(n: usize) -> Vec<f64> {
    let quantile = |u: &f64| (u - 0.5).signum() * -(1.0 - (2.0 * u - 1.0).abs()).ln();
    uniform(n).iter().map(quantile).collect()
}

/// Points with independent logistic coordinates.
fn points<const D: usize>(n: usize) -> Vec<Point<f64, D>> {
    let numbers = logistic(n * D);
    numbers
        .chunks_exact(D)
        .map(Point::<f64, D>::from_slice)
        .collect()
}

fn bench<E: Estimator>(
    criterion: &mut Criterion,
    size: &str,
    estimator: &E,
    sample: &[ObservationOf<E>],
) {
    let name = format!("{}, {size}", estimator.name());
    criterion.bench_function(&name, |bencher| {
        bencher.iter(|| {
            estimator
                .estimate(black_box(sample))
                .expect("the sample has an estimate")
        });
    });
}

fn pitman(
    criterion: &mut Criterion,
    density: impl Density + Copy,
    sample: fn(usize) -> Vec<f64>,
    sizes: &[usize],
) {
    for &n in sizes {
        let estimator = PitmanLocation::new(density);
        bench(criterion, &format!("n = {n}"), &estimator, &sample(n));
    }
}

fn line(criterion: &mut Criterion) {
    // linear in n: ten times the observations, ten times the time
    pitman(criterion, Cauchy, cauchy, &[100, 1000]);
    pitman(criterion, Logistic, logistic, &[100, 1000]);
    pitman(criterion, Laplace, laplace, &[100]);
    let location = PitmanLocationOfSpread::new(Cauchy);
    bench(criterion, "n = 20", &location, &cauchy(20));
    bench(criterion, "n = 20", &PitmanSpread::new(Cauchy), &cauchy(20));
    let large = logistic(100_000);
    bench(criterion, "n = 100000", &HodgesLehmann, &large);
    bench(criterion, "n = 100000", &Qn::default(), &large);
}

fn space(criterion: &mut Criterion) {
    let median = SpatialMedian::<5>;
    bench(criterion, "100000 × 5", &median, &points(100_000));
    let determinant = MinimumCovarianceDeterminant::<10>::default();
    bench(criterion, "1000 × 10", &determinant, &points(1000));
    bench(criterion, "5000 × 5", &TylerShape::<5>, &points(5000));
}

fn plane(criterion: &mut Criterion) {
    bench(criterion, "1000 points", &HalfSpaceDepth, &points(1000));
    bench(criterion, "1000 points", &TukeyMedian, &points(1000));
    bench(criterion, "300 points", &OjaMedian, &points(300));
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    line(&mut criterion);
    space(&mut criterion);
    plane(&mut criterion);
    criterion.final_summary();
}
