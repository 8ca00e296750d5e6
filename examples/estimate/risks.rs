//! Risks of the estimators of location, by simulation.

use std::error::Error;
use std::fmt::Write;

use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
use equivariant::statistics::location::{
    HodgesLehmann, HuberLocation, Mean, Median, Midrange, TrimmedMean,
};
use equivariant::statistics::{Estimator, Refusal};
use indicatif::{ProgressBar, ProgressStyle};

/// How many samples are drawn for each number.
const CASES: u64 = 4000;

/// An estimator whose type is forgotten.
type Location = (
    String,
    Box<dyn Fn(&Vec<f64>) -> Result<f64, Refusal> + Sync>,
);

fn forget<T>(estimator: T) -> Location
where
    T: Estimator<Claim = equivariant::statistics::claim::Location> + Sync + 'static,
{
    let name = estimator.name();
    (name, Box::new(move |sample| estimator.estimate(sample)))
}

/// n times the mean squared error for n observations, by error law and estimator.
pub(crate) fn of_length(n: usize) -> Result<String, Box<dyn Error>> {
    let estimators = [
        forget(Mean),
        forget(Median),
        forget(TrimmedMean::default()),
        forget(HodgesLehmann),
        forget(HuberLocation::default()),
        forget(Midrange),
    ];
    let laws = [
        Errors::Normal,
        Errors::Logistic,
        Errors::Laplace,
        Errors::Uniform,
    ];
    let bar = ProgressBar::new(CASES * (estimators.len() * laws.len()) as u64);
    bar.set_style(ProgressStyle::with_template(
        "risks {bar:40} {percent} % {eta}",
    )?);

    let mut text = format!(
        "n × mean squared error for n = {n}, at every location alike\n\n{:40}",
        ""
    );
    for law in laws {
        write!(text, "{:>20}", format!("{law:?}"))?;
    }
    for (row, (name, estimate)) in estimators.iter().enumerate() {
        write!(text, "\n{name:40}")?;
        for (column, law) in laws.into_iter().enumerate() {
            let before = CASES * (row * laws.len() + column) as u64;
            let progress = |done| bar.set_position(before + done);
            let simulation = Simulation::new(CASES).seed(1).progress(&progress);
            let family = law.location(n);
            let risk = simulation.risk(estimate, &family, &LocationLoss::Squared, &0.0)?;
            let (mean, error) = (n as f64 * risk.mean(), n as f64 * risk.standard_error());
            write!(text, "{:>20}", format!("{mean:.3} ± {error:.3}"))?;
        }
    }
    bar.finish_and_clear();
    Ok(text)
}
