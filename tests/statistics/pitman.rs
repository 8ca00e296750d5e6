//! Minimum-risk equivariant estimators: values with twenty digits, and what is refused.

use equivariant::statistics::Estimator;
use equivariant::statistics::Refusal;
use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;

/// A line of `references.csv`, which `references.py` wrote: values with 20 digits.
struct Reference {
    problem: String,
    family: String,
    loss: String,
    parameter: f64,
    scale: f64,
    value: f64,
    sample: Vec<f64>,
}

fn references() -> Vec<Reference> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/statistics/pitman/references.csv"
    );
    let mut reader = csv::Reader::from_path(path).unwrap();
    let records = reader.records().map(Result::unwrap);
    let of_record = |record: csv::StringRecord| Reference {
        problem: record[0].to_owned(),
        family: record[1].to_owned(),
        loss: record[2].to_owned(),
        parameter: record[3].parse().unwrap(),
        scale: record[4].parse().unwrap(),
        value: record[5].parse().unwrap(),
        sample: record[6].split(' ').map(|x| x.parse().unwrap()).collect(),
    };
    records.map(of_record).collect()
}

pub(crate) fn by_name(name: &str) -> Box<dyn Density> {
    match name {
        "normal" => Box::new(Normal),
        "cauchy" => Box::new(Cauchy),
        "t3" => Box::new(Student::new(3.0).unwrap()),
        "t2.5" => Box::new(Student::new(2.5).unwrap()),
        "logistic" => Box::new(Logistic),
        "sech" => Box::new(HyperbolicSecant),
        "laplace" => Box::new(Laplace),
        "gumbel" => Box::new(Gumbel),
        "exponential" => Box::new(Exponential),
        "halfnormal" => Box::new(HalfNormal),
        "rayleigh" => Box::new(Rayleigh),
        "gamma2.5" => Box::new(Gamma::new(2.5).unwrap()),
        "gamma0.75" => Box::new(Gamma::new(0.75).unwrap()),
        "gamma0.3" => Box::new(Gamma::new(0.3).unwrap()),
        "weibull1.5" => Box::new(Weibull::new(1.5).unwrap()),
        "weibull0.6" => Box::new(Weibull::new(0.6).unwrap()),
        "lognormal0.8" => Box::new(LogNormal::new(0.8).unwrap()),
        "pareto3" => Box::new(Pareto::new(3.0).unwrap()),
        "uniform" => Box::new(Uniform),
        "unituniform" => Box::new(UnitUniform),
        other => panic!("no family {other}"),
    }
}

impl Reference {
    fn estimate(&self) -> Result<Estimate, Refusal> {
        let density = by_name(&self.family);
        let scale_loss = match self.loss.as_str() {
            "stein" => ScaleLoss::Stein,
            "squaredlog" => ScaleLoss::SquaredLog,
            _ => ScaleLoss::Squared,
        };
        match (self.problem.as_str(), self.loss.as_str()) {
            ("location", loss) => {
                let loss = match loss {
                    "absolute" => LocationLoss::Absolute,
                    "huber" => LocationLoss::Huber { k: self.parameter },
                    "linex" => LocationLoss::Linex { a: self.parameter },
                    _ => LocationLoss::Squared,
                };
                let estimator = PitmanLocation::new(density).with_scale(self.scale).unwrap();
                estimator.under(loss).unwrap().evaluate(&self.sample)
            }
            ("scale", _) => PitmanScale::new(density)
                .of_power(self.parameter)
                .unwrap()
                .under(scale_loss)
                .evaluate(&self.sample),
            (_, "location") => PitmanLocationOfSpread::new(density).evaluate(&self.sample),
            _ => PitmanSpread::new(density)
                .of_power(self.parameter)
                .unwrap()
                .under(scale_loss)
                .evaluate(&self.sample),
        }
    }

    /// What errors are measured by: the scale of the sample, its value for a scale.
    fn unit(&self) -> f64 {
        let mut sorted = self.sample.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted[sorted.len() / 2];
        let deviation = |x: &f64| (x - middle).abs();
        let spread = sorted.iter().map(deviation).fold(0.0, f64::max);
        match self.problem.as_str() {
            "location" => self.scale.max(0.1 * spread),
            "scale" => self.value,
            _ if self.loss == "location" => spread,
            _ => self.value,
        }
    }
}

#[test]
fn values_agree_with_twenty_digits() {
    let mut wrong = Vec::new();
    for reference in references() {
        let Reference {
            problem,
            family,
            loss,
            parameter,
            sample,
            ..
        } = &reference;
        let start = &sample[..sample.len().min(8)];
        let what = format!("{problem} {family} {loss} {parameter} of {start:?}");
        match reference.estimate() {
            Err(refusal) => wrong.push(format!("{what}: {refusal}")),
            Ok(estimate) => {
                let error = (estimate.value - reference.value).abs();
                let rounding = 4.0 * f64::EPSILON * reference.value.abs();
                let relative = (error - rounding).max(0.0) / reference.unit();
                if relative > 1e-12 || error > estimate.bound + rounding {
                    wrong.push(format!(
                        "{what}: {} is not {}, off by {relative:.1e} of the unit, bound {:.1e}",
                        estimate.value, reference.value, estimate.bound
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_does_not_exist_is_refused_with_the_reason() {
    let nonexistent = |outcome: Result<f64, Refusal>| {
        assert!(
            matches!(outcome, Err(Refusal::Nonexistent(_))),
            "{outcome:?}"
        );
    };
    let cauchy = PitmanLocation::new(Cauchy);
    nonexistent(cauchy.estimate(&[1.0]));
    nonexistent(cauchy.estimate(&[1.0, 2.0, 3.0]));
    assert!(cauchy.estimate(&[1.0, 2.0, 3.0, 4.0]).is_ok());
    let absolute = cauchy.under(LocationLoss::Absolute).unwrap();
    nonexistent(absolute.estimate(&[1.0, 2.0]));
    assert!(absolute.estimate(&[1.0, 2.0, 3.0]).is_ok());
    assert!(
        cauchy
            .under(LocationLoss::ZeroOne)
            .unwrap()
            .estimate(&[1.0])
            .is_ok()
    );
    nonexistent(
        cauchy
            .under(LocationLoss::Linex { a: 0.1 })
            .unwrap()
            .estimate(&[1.0; 9]),
    );
    let linex = PitmanLocation::new(Logistic)
        .under(LocationLoss::Linex { a: 2.0 })
        .unwrap();
    nonexistent(linex.estimate(&[1.0, 2.0]));
    assert!(linex.estimate(&[1.0, 2.0, 3.0]).is_ok());
    // nα > 2r
    nonexistent(PitmanScale::new(Pareto::new(1.0).unwrap()).estimate(&[2.0, 3.0]));
    assert!(
        PitmanScale::new(Pareto::new(1.0).unwrap())
            .estimate(&[2.0, 3.0, 4.0])
            .is_ok()
    );
    // n > 2r + 1
    nonexistent(PitmanSpread::new(Cauchy).estimate(&[1.0, 2.0, 4.0]));
    assert!(
        PitmanSpread::new(Cauchy)
            .estimate(&[1.0, 2.0, 4.0, 8.0])
            .is_ok()
    );
    // ties
    nonexistent(PitmanLocationOfSpread::new(Cauchy).estimate(&[1.0, 1.0, 1.0, 2.0, 5.0]));
}

#[test]
fn impossible_and_degenerate_samples_are_refused() {
    let degenerate = |outcome: Result<f64, Refusal>| {
        assert!(
            matches!(outcome, Err(Refusal::Degenerate(_))),
            "{outcome:?}"
        );
    };
    let apart = PitmanLocation::new(Uniform).estimate(&[0.0, 1.5]);
    assert!(
        matches!(apart, Err(Refusal::Impossible { index: 1, .. })),
        "{apart:?}"
    );
    degenerate(PitmanScale::new(Normal).estimate(&[0.0, 0.0]));
    degenerate(PitmanSpread::new(Normal).estimate(&[3.0, 3.0]));
    let outside = PitmanScale::new(Exponential).estimate(&[1.0, -2.0]);
    assert!(
        matches!(outside, Err(Refusal::OutsideSupport { index: 1, .. })),
        "{outside:?}"
    );
    assert_eq!(
        PitmanLocation::new(Cauchy).estimate(&[]),
        Err(Refusal::Empty)
    );
    let nan = PitmanSpread::new(Cauchy).estimate(&[1.0, f64::NAN]);
    assert!(matches!(nan, Err(Refusal::NotFinite { index: 1, .. })));
    let few = PitmanSpread::new(Cauchy).estimate(&[1.0]);
    assert_eq!(
        few,
        Err(Refusal::TooFew {
            found: 1,
            needed: 2
        })
    );
    let huge = [f64::MAX, f64::MIN, 0.0, 1.0];
    let middle = PitmanLocation::new(Cauchy).estimate(&huge).unwrap();
    assert!((middle - 0.5).abs() < 1e-12);
    let narrow = PitmanLocation::new(Cauchy)
        .with_scale(1e-10)
        .unwrap()
        .estimate(&huge);
    assert!(matches!(narrow, Err(Refusal::Overflow(_))), "{narrow:?}");
    assert!(PitmanLocation::new(Normal).with_scale(f64::NAN).is_err());
    assert!(
        PitmanLocation::new(Normal)
            .under(LocationLoss::Huber { k: 0.0 })
            .is_err()
    );
    assert!(Student::new(-1.0).is_err());
}
