//! Closed forms of the Pitman estimators against quadrature.

use equivariant::statistics::Refusal;
use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;

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

pub(crate) const LOCATION_LOSSES: [LocationLoss; 6] = [
    LocationLoss::Squared,
    LocationLoss::Absolute,
    LocationLoss::ZeroOne,
    LocationLoss::Huber { k: 0.5 },
    LocationLoss::Linex { a: 0.75 },
    LocationLoss::Linex { a: -0.01 },
];

pub(crate) const SCALE_LOSSES: [ScaleLoss; 3] =
    [ScaleLoss::Squared, ScaleLoss::Stein, ScaleLoss::SquaredLog];

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
    test(Cauchy, samples);
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

/// exp(mean log x) has no more rounding where the observations are far apart, and its powers overflow only
/// if the estimate does.
#[test]
fn log_normal_scales_of_observations_far_apart() {
    let estimate = |sample: &[f64], deviation: f64, r: f64, loss: ScaleLoss| {
        let scale = PitmanScale::new(LogNormal::new(deviation).unwrap());
        scale.of_power(r).unwrap().under(loss).evaluate(sample)
    };
    let is = |estimate: Result<Estimate, Refusal>, known: f64| {
        let estimate = estimate.unwrap();
        let error = (estimate.value - known).abs();
        assert!(
            error <= estimate.bound.min(1e-14 * known),
            "{estimate:?} {known}"
        );
    };
    let far = [1e200, 1e-200];
    is(estimate(&far, 1.0, 1.0, ScaleLoss::SquaredLog), 1.0);
    is(
        estimate(&far, 1.0, 1.0, ScaleLoss::Stein),
        (-0.25_f64).exp(),
    );
    is(
        estimate(&far, 1.0, 1.0, ScaleLoss::Squared),
        (-0.75_f64).exp(),
    );
    is(
        estimate(&far, 1.0, 2.0, ScaleLoss::Squared),
        (-3.0_f64).exp(),
    );
    let reversed = [1e-200, 1e200];
    is(estimate(&reversed, 1.0, 3.0, ScaleLoss::SquaredLog), 1.0);
    is(
        estimate(&[1e150, 1e150, 1e-300], 1.0, 5.0, ScaleLoss::SquaredLog),
        1.0,
    );
    // 1e400 e^(−600)
    is(
        estimate(&[1e200], 10.0, 2.0, ScaleLoss::Squared),
        2.650_396_553_004_311e139,
    );
    for (sample, deviation, r) in [(1e200, 1.0, 2.0), (1e-200, 1.0, 2.0), (1.0, 40.0, 1.0)] {
        let refused = estimate(&[sample], deviation, r, ScaleLoss::Squared);
        assert!(matches!(refused, Err(Refusal::Overflow(_))), "{refused:?}");
    }
}
