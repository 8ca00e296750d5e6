//! Minimum-risk equivariant estimators: known values, closed forms against quadrature, equivariance on
//! random samples, and what is refused.

use std::sync::Arc;

use equivariant::statistics::Refusal;
use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;

use equivariant::groups::AffineLine;
use equivariant::sets::{Multisets, Partial, Reals};
use equivariant::statistics::claim::{PowerOfScale, PowerOfSpread};
use equivariant::statistics::decision::{Errors, Simulation};
use equivariant::statistics::{Claim, Estimator};
use equivariant::{Check, EquivariantMap, Set};

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

type Estimate64 = Box<dyn Fn(&Vec<f64>) -> Result<f64, Refusal>>;

/// An estimator whose type is forgotten, so that a check is compiled once.
fn forget<T: Estimator<Claim: Claim<Observation = f64, Values: Set<Element = f64>>> + 'static>(
    estimator: T,
) -> Estimate64 {
    Box::new(move |sample| estimator.estimate(sample))
}

/// That a power of a scale moves along.
fn scale_moves(power: f64, shortest: usize, estimate: Estimate64) {
    let claim = PowerOfScale { power };
    let samples = Multisets::new(Reals::default()).of_lengths(shortest..=8);
    let values = Partial::new(claim.values());
    let map = EquivariantMap::new(claim.group(), samples, values, estimate);
    for seed in 0..2 {
        Check::default()
            .cases(12)
            .seed(seed)
            .equivariant(&map)
            .unwrap();
    }
}

/// That a power of a scale moves along where the location is not known.
fn spread_moves(power: f64, estimate: Estimate64) {
    let claim = PowerOfSpread { power };
    let samples = Multisets::new(Reals::default()).of_lengths(2..=8);
    let values = Partial::new(claim.values());
    let map = EquivariantMap::new(claim.group(), samples, values, estimate);
    for seed in 0..2 {
        Check::default()
            .cases(12)
            .seed(seed)
            .equivariant(&map)
            .unwrap();
    }
}

/// That a location moves along where the scale is not known.
fn location_moves(estimate: Estimate64) {
    let samples = Multisets::new(Reals::default()).of_lengths(2..=8);
    let values = Partial::new(Reals::default());
    let map = EquivariantMap::new(AffineLine::default(), samples, values, estimate);
    for seed in 0..2 {
        Check::default()
            .cases(12)
            .seed(seed)
            .equivariant(&map)
            .unwrap();
    }
}

#[test]
fn scales_move_along() {
    for loss in SCALE_LOSSES {
        scale_moves(1.0, 1, forget(PitmanScale::new(Normal).under(loss)));
        let laplace = PitmanScale::new(Laplace).of_power(2.0).unwrap();
        scale_moves(2.0, 1, forget(laplace.under(loss)));
    }
    scale_moves(1.0, 4, forget(PitmanScale::new(Cauchy)));
    scale_moves(1.0, 1, forget(PitmanScale::new(Logistic)));
}

#[test]
fn locations_and_scales_move_along_where_neither_is_known() {
    for loss in SCALE_LOSSES {
        spread_moves(1.0, forget(PitmanSpread::new(Normal).under(loss)));
        let exponential = PitmanSpread::new(Exponential).of_power(2.0).unwrap();
        spread_moves(2.0, forget(exponential.under(loss)));
        spread_moves(1.0, forget(PitmanSpread::new(Uniform).under(loss)));
    }
    location_moves(forget(PitmanLocationOfSpread::new(Normal)));
    location_moves(forget(PitmanLocationOfSpread::new(Exponential)));
    location_moves(forget(PitmanLocationOfSpread::new(UnitUniform)));
}

/// Samples at every scale and with a far shift, where an absolute tolerance would show: nested quadrature
/// takes too long for a random check.
#[test]
fn nested_quadrature_moves_along_at_every_scale() {
    let sample = [0.3, -1.2, 4.0, 0.9, -0.1, 2.0];
    for density in ["cauchy", "logistic", "laplace", "gumbel"] {
        let density = Arc::<dyn Density>::from(by_name(density));
        let location = PitmanLocationOfSpread::new(density.clone());
        let spread = PitmanSpread::new(density);
        let (here, size) = (
            location.estimate(&sample).unwrap(),
            spread.estimate(&sample).unwrap(),
        );
        for (a, b) in [
            (1e-12, 0.0),
            (1e12, 0.0),
            (1e-9, 1.0),
            (1.0, 1e6),
            (7.0, -3.0),
        ] {
            let moved = sample.map(|x| a * x + b);
            let rounding = 1e-12 * a + 4.0 * f64::EPSILON * b.abs();
            let there = location.estimate(&moved).unwrap();
            assert!(
                (there - (a * here + b)).abs() <= rounding,
                "{a} {b}: {there}"
            );
            let scaled = spread.estimate(&moved).unwrap();
            assert!((scaled - a * size).abs() <= rounding, "{a} {b}: {scaled}");
        }
    }
}

/// The right way to say it, on a fixed interval: the likelihood far from zero is cut off.
#[test]
fn an_integral_over_a_fixed_interval_is_refused() {
    let truncated = |sample: &Vec<f64>| {
        let weight = |t: f64| -> f64 {
            sample
                .iter()
                .map(|x| 1.0 / (1.0 + (x - t).powi(2)))
                .product()
        };
        let nodes = (-1000..=1000).map(|k| 0.02 * f64::from(k));
        let sums = nodes.fold((0.0, 0.0), |(mass, first), t| {
            (mass + weight(t), first + t * weight(t))
        });
        sums.1 / sums.0
    };
    let samples = Multisets::new(Reals::default()).of_lengths(4..=9);
    let map = EquivariantMap::new(Reals::default(), samples, Reals::default(), truncated);
    assert!(Check::default().equivariant(&map).is_err());
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
    degenerate(PitmanLocation::new(Uniform).estimate(&[0.0, 1.5]));
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

/// n times the risk, from posterior variances with standard errors of a few in the last digit.
#[test]
fn risks_under_laplace_errors_are_those_of_the_literature() {
    for (n, known) in [(5, 1.5727), (10, 1.3942), (20, 1.2719)] {
        let family = Errors::Laplace.location(n);
        let simulation = Simulation::new(20_000).seed(n as u64);
        let pitman = PitmanLocation::new(Laplace);
        let estimate = |sample: &Vec<f64>| pitman.estimate(sample);
        let risk = simulation
            .risk(estimate, &family, &LocationLoss::Squared, &0.0)
            .unwrap();
        let (value, error) = (n as f64 * risk.mean(), n as f64 * risk.standard_error());
        assert!(
            (value - known).abs() < 5.0 * error,
            "{n}: {value} ± {error}"
        );
    }
}
