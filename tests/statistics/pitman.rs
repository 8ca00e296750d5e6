//! Minimum-risk equivariant estimators: known values, closed forms against quadrature, equivariance on
//! random samples, and what is refused.

use std::sync::Arc;

use equivariant::statistics::Refusal;
use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;

use equivariant::sets::{Multisets, Partial, Reals};
use equivariant::statistics::Estimator;
use equivariant::{Check, EquivariantMap};

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

fn by_name(name: &str) -> Box<dyn Density> {
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

/// A density without its closed forms.
#[derive(Clone, Copy, Debug)]
struct Open<D>(D);

impl<D: Density> Density for Open<D> {
    fn name(&self) -> String {
        self.0.name()
    }
    fn log_density(&self, z: f64) -> f64 {
        self.0.log_density(z)
    }
    fn score(&self, z: f64) -> f64 {
        self.0.score(z)
    }
    fn support(&self) -> [f64; 2] {
        self.0.support()
    }
    fn turning_points(&self) -> Vec<f64> {
        self.0.turning_points()
    }
    fn kinks(&self) -> Vec<f64> {
        self.0.kinks()
    }
    fn tails(&self) -> [Tail; 2] {
        self.0.tails()
    }
    fn is_log_concave(&self) -> bool {
        self.0.is_log_concave()
    }
    fn is_concave_in_log_scale(&self) -> bool {
        self.0.is_concave_in_log_scale()
    }
}

const LOCATION_LOSSES: [LocationLoss; 6] = [
    LocationLoss::Squared,
    LocationLoss::Absolute,
    LocationLoss::ZeroOne,
    LocationLoss::Huber { k: 0.5 },
    LocationLoss::Linex { a: 0.75 },
    LocationLoss::Linex { a: -0.01 },
];

const SCALE_LOSSES: [ScaleLoss; 3] = [ScaleLoss::Squared, ScaleLoss::Stein, ScaleLoss::SquaredLog];

fn agree(
    what: &str,
    formula: Result<Estimate, Refusal>,
    quadrature: Result<Estimate, Refusal>,
    unit: f64,
) {
    match (formula, quadrature) {
        (Ok(formula), Ok(quadrature)) => {
            let error = (formula.value - quadrature.value).abs();
            assert!(
                error <= 2e-13 * unit.max(formula.value.abs()),
                "{what}: {formula:?} and {quadrature:?}"
            );
        }
        (formula, quadrature) => assert_eq!(formula, quadrature, "{what}"),
    }
}

#[test]
fn closed_forms_of_locations_agree_with_quadrature() {
    fn test<D: Density + Copy>(density: D, samples: &[&[f64]]) {
        for sample in samples {
            for loss in LOCATION_LOSSES {
                let by_formula = PitmanLocation::new(density)
                    .under(loss)
                    .unwrap()
                    .evaluate(sample);
                let by_quadrature = PitmanLocation::new(Open(density))
                    .under(loss)
                    .unwrap()
                    .evaluate(sample);
                agree(
                    &format!("{} {loss:?} {sample:?}", density.name()),
                    by_formula,
                    by_quadrature,
                    1.0,
                );
            }
        }
    }
    let samples: &[&[f64]] = &[
        &[0.3, -1.2, 4.0, 0.9, -0.1],
        &[2.5],
        &[1.0, 1.0, 4.0, 4.0],
        &[0.0, 0.25, 30.0, 30.25, 31.0, 0.5, 17.0],
    ];
    test(Normal, samples);
    test(Laplace, samples);
    test(Gumbel, samples);
    test(Exponential, samples);
    test(
        Uniform,
        &[&[0.3, 0.1, 0.9], &[2.5], &[0.0, 1.0], &[0.0, 1.5]],
    );
    test(UnitUniform, &[&[0.3, 0.1, 0.9], &[2.5]]);
}

#[test]
fn closed_forms_of_scales_agree_with_quadrature() {
    fn test<D: Density + Copy>(density: D, sample: &[f64]) {
        for loss in SCALE_LOSSES {
            for r in [1.0, 2.0, 0.5] {
                let by = |estimator: Result<Estimate, Refusal>| estimator;
                let by_formula = by(PitmanScale::new(density)
                    .of_power(r)
                    .unwrap()
                    .under(loss)
                    .evaluate(sample));
                let by_quadrature = by(PitmanScale::new(Open(density))
                    .of_power(r)
                    .unwrap()
                    .under(loss)
                    .evaluate(sample));
                agree(
                    &format!("{} {loss:?} {r} {sample:?}", density.name()),
                    by_formula,
                    by_quadrature,
                    0.0,
                );
            }
        }
    }
    let positive: &[f64] = &[0.3, 1.2, 4.0, 0.9, 0.1, 0.1];
    let signed: &[f64] = &[0.3, -1.2, 4.0, 0.9, -0.1, 0.0];
    test(Normal, signed);
    test(Laplace, signed);
    test(Uniform, signed);
    test(UnitUniform, positive);
    test(Exponential, positive);
    test(HalfNormal, positive);
    test(Rayleigh, positive);
    test(Gamma::new(2.5).unwrap(), positive);
    test(Gamma::new(0.75).unwrap(), positive);
    test(Weibull::new(1.5).unwrap(), positive);
    test(Weibull::new(0.5).unwrap(), positive);
    test(LogNormal::new(0.8).unwrap(), positive);
    test(Pareto::new(3.0).unwrap(), positive);
}

#[test]
fn closed_forms_where_neither_is_known_agree_with_quadrature() {
    fn test<D: Density + Copy>(density: D, sample: &[f64]) {
        let what = density.name();
        let by_formula = PitmanLocationOfSpread::new(density).evaluate(sample);
        let by_quadrature = PitmanLocationOfSpread::new(Open(density)).evaluate(sample);
        agree(&what, by_formula, by_quadrature, 1.0);
        for loss in SCALE_LOSSES {
            for r in [1.0, 2.0] {
                let by_formula = PitmanSpread::new(density)
                    .of_power(r)
                    .unwrap()
                    .under(loss)
                    .evaluate(sample);
                let by_quadrature = PitmanSpread::new(Open(density))
                    .of_power(r)
                    .unwrap()
                    .under(loss)
                    .evaluate(sample);
                agree(
                    &format!("{what} {loss:?} {r}"),
                    by_formula,
                    by_quadrature,
                    0.0,
                );
            }
        }
    }
    let sample: &[f64] = &[0.3, -1.2, 4.0, 0.9, -0.1, 2.0];
    test(Normal, sample);
    test(Exponential, sample);
    test(Uniform, sample);
    test(UnitUniform, sample);
    test(Laplace, sample);
    test(Gumbel, sample);
}

/// That a location moves along with shifts, on samples of moderate length.
fn moves(density: &str, loss: LocationLoss) {
    let density = Arc::<dyn Density>::from(by_name(density));
    let estimator = PitmanLocation::new(density).under(loss).unwrap();
    let name = estimator.name();
    let samples = Multisets::new(Reals::default()).of_lengths(4..=9);
    let values = Partial::new(Reals::default());
    let map = EquivariantMap::new(Reals::default(), samples, values, |sample: &Vec<f64>| {
        estimator.estimate(sample)
    });
    for seed in 0..2 {
        let check = Check::default().cases(16).seed(seed);
        check
            .equivariant(&map)
            .unwrap_or_else(|violation| panic!("{name} {loss:?}: {violation}"));
    }
}

#[test]
fn locations_of_all_families_move_along() {
    for family in [
        "normal", "cauchy", "t2.5", "logistic", "sech", "laplace", "gumbel",
    ] {
        moves(family, LocationLoss::Squared);
    }
}

#[test]
fn locations_under_all_losses_move_along() {
    for loss in LOCATION_LOSSES {
        moves("logistic", loss);
    }
}
