//! Risks of the Pitman estimator of a location that are known.

use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
use equivariant::statistics::density::{Cauchy, Density, Laplace};
use equivariant::statistics::location::Median;
use equivariant::statistics::pitman::PitmanLocation;
use equivariant::statistics::{Estimator, Refusal};

/// n times the mean squared error, and its standard error.
fn scaled_risk(
    estimate: impl Fn(&Vec<f64>) -> Result<f64, Refusal> + Sync,
    errors: Errors,
    n: usize,
    cases: u64,
) -> (f64, f64) {
    let simulation = Simulation::new(cases).seed(n as u64);
    let family = errors.location(n);
    let risk = simulation
        .risk(estimate, &family, &LocationLoss::Squared, &0.0)
        .unwrap();
    let n = n as f64;
    (n * risk.mean(), n * risk.standard_error())
}

fn pitman<D: Density>(density: D) -> impl Fn(&Vec<f64>) -> Result<f64, Refusal> {
    let estimator = PitmanLocation::new(density);
    move |sample: &Vec<f64>| estimator.estimate(sample)
}

/// That a simulated risk is the known one, and is known well enough to tell it from the next best.
fn is_known(what: &str, (value, error): (f64, f64), known: f64, next: f64) {
    assert!(
        (value - known).abs() < 5.0 * error,
        "{what}: {value} ± {error} is not {known}"
    );
    assert!(
        next - value > 3.0 * error,
        "{what}: {value} ± {error} could be {next}"
    );
}

/// Beside them n times the risk of the median, which is the maximum likelihood estimate for odd n:
/// 1.7559 for n = 5 by quadrature of the density of order statistics.
#[test]
fn under_laplace_errors() {
    for (n, known, median) in [
        (5, 1.5727, 1.7559),
        (10, 1.3942, 1.4524),
        (20, 1.2719, 1.3325),
    ] {
        let risk = scaled_risk(pitman(Laplace), Errors::Laplace, n, 20_000);
        is_known(&format!("Laplace, n = {n}"), risk, known, median);
    }
}

/// Beside them n times the risk of the maximum likelihood estimate, which for few observations is far
/// from best, and for n = 20 that of the median.
#[test]
fn under_cauchy_errors() {
    for (n, known, next, cases) in [
        (5, 4.624, 5.400, 60_000),
        (10, 2.730, 2.893, 40_000),
        (20, 2.297, 2.791, 20_000),
    ] {
        let risk = scaled_risk(pitman(Cauchy), Errors::Cauchy, n, cases);
        is_known(&format!("Cauchy, n = {n}"), risk, known, next);
    }
}

/// n times the variance of the median of n Cauchy errors, by quadrature: 6.106265 for n = 5, as in tables
/// of order statistics (1.2213 for the variance).
#[test]
fn of_the_median_under_cauchy_errors() {
    let median = |sample: &Vec<f64>| Median.estimate(sample);
    let (value, error) = scaled_risk(median, Errors::Cauchy, 5, 60_000);
    assert!((value - 6.106265).abs() < 5.0 * error, "{value} ± {error}");
}
