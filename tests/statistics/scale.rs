//! Estimators of scale.

use equivariant::statistics::Refusal;
use equivariant::statistics::claim::{OrientedScale, Scale};
use equivariant::statistics::location::Median;
use equivariant::statistics::quantile::QuantileDefinition;
use equivariant::statistics::scale::{
    Correction, Divisor, GiniMeanDifference, InterquartileRange, MedianAbsoluteDeviation,
    Normalisation, NotAscending, NotSymmetric, Qn, QuantileRange, Range, Sn, StandardDeviation,
};

use super::check::SEEDS;
use super::check::check;
use super::check::holds;
use super::line::{COPPER, MICHELSON, NEWCOMB, assert_near, samples};
use super::location::{Mutant, value};
use equivariant::Check;
use equivariant::statistics::Estimator;

const DIVISORS: [Divisor; 3] = [
    Divisor::Unbiased,
    Divisor::MaximumLikelihood,
    Divisor::MinimumRisk,
];
const RAW: MedianAbsoluteDeviation = MedianAbsoluteDeviation {
    normalisation: Normalisation::Raw,
};
const ASYMPTOTIC_SN: Sn = Sn {
    correction: Correction::Asymptotic,
};
const ASYMPTOTIC_QN: Qn = Qn {
    correction: Correction::Asymptotic,
};
/// The constants of Sₙ and Qₙ.
const OF_SN: f64 = 1.192_598_553_123_208_3;
const OF_QN: f64 = 2.219_144_465_985_076;

fn symmetric() -> impl Iterator<Item = InterquartileRange> {
    let definitions = QuantileDefinition::ALL.into_iter();
    definitions.filter_map(|definition| InterquartileRange::new(definition).ok())
}

/// A scale as a function, and how many observations it needs.
type Estimate = (usize, Box<dyn Fn(&[f64]) -> Result<f64, Refusal>>);

fn estimators() -> Vec<Estimate> {
    fn boxed<T: Estimator<Claim = Scale> + 'static>(needed: usize, estimator: T) -> Estimate {
        (needed, Box::new(move |sample| estimator.estimate(sample)))
    }
    let mut all = vec![
        boxed(1, Range),
        boxed(1, RAW),
        boxed(1, MedianAbsoluteDeviation::default()),
        boxed(2, GiniMeanDifference),
        boxed(2, Sn::default()),
        boxed(2, Qn::default()),
        boxed(2, StandardDeviation::default()),
    ];
    all.extend(
        DIVISORS[1..]
            .iter()
            .map(|&divisor| boxed(1, StandardDeviation { divisor })),
    );
    all.extend(symmetric().map(|range| boxed(1, range)));
    all
}

#[test]
fn every_estimator_moves_with_scale_and_mirror() {
    holds(Range);
    for divisor in DIVISORS {
        holds(StandardDeviation { divisor });
    }
    holds(MedianAbsoluteDeviation::default());
    holds(RAW);
    holds(GiniMeanDifference);
    holds(Sn::default());
    holds(ASYMPTOTIC_SN);
    holds(Qn::default());
    holds(ASYMPTOTIC_QN);
    for range in symmetric() {
        holds(range);
    }
}

#[test]
fn every_quantile_range_moves_with_scale() {
    for definition in QuantileDefinition::ALL {
        for (p, q) in [(0.25, 0.75), (0.5, 0.9)] {
            holds(QuantileRange::new(p, q, definition).unwrap());
        }
    }
}

#[test]
fn bad_samples_are_refused() {
    for (needed, estimate) in estimators() {
        assert_eq!(estimate(&[]), Err(Refusal::Empty));
        let refusal = estimate(&[1.0, 2.0, f64::NAN]).unwrap_err();
        assert!(matches!(refusal, Refusal::NotFinite { index: 2, .. }));
        match needed {
            1 => assert_eq!(estimate(&[3.0]), Ok(0.0)),
            _ => assert_eq!(estimate(&[3.0]), Err(Refusal::TooFew { found: 1, needed })),
        }
        assert_eq!(estimate(&[0.1; 7]), Ok(0.0));
    }
    let huge = [-f64::MAX, f64::MAX];
    assert!(matches!(Range.estimate(&huge), Err(Refusal::Overflow(_))));
    assert!(matches!(
        Sn::default().estimate(&huge),
        Err(Refusal::Overflow(_))
    ));
    assert_eq!(RAW.estimate(&huge), Ok(f64::MAX));
}

#[test]
fn bad_parameters_are_refused() {
    for definition in QuantileDefinition::ALL {
        let expected = match definition.is_symmetric() {
            true => Ok(definition),
            false => Err(NotSymmetric(definition)),
        };
        assert_eq!(
            InterquartileRange::new(definition).map(|range| range.definition()),
            expected
        );
    }
    for (lower, upper) in [(0.75, 0.25), (-0.1, 0.5), (0.5, 1.1)] {
        let refused = QuantileRange::new(lower, upper, QuantileDefinition::Linear);
        assert_eq!(refused, Err(NotAscending { lower, upper }));
    }
    assert!(QuantileRange::new(f64::NAN, 0.5, QuantileDefinition::Linear).is_err());
}

#[test]
fn values_move_exactly_with_powers_of_two_and_nearly_so_with_mirrors() {
    for sample in samples(2).filter(|sample| sample.len() <= 40) {
        let sizes = sample.iter().map(|x| x.abs());
        if sizes
            .clone()
            .any(|x| !(1e-290..1e306).contains(&x) && x != 0.0)
        {
            continue;
        }
        // the place of a quantile is rounded in proportion to n
        let size = sizes.fold(0.0, f64::max) * sample.len() as f64;
        for (_, estimate) in estimators() {
            let value = estimate(&sample).unwrap();
            let moved =
                |factor: f64| estimate(&sample.iter().map(|x| factor * x).collect::<Vec<f64>>());
            assert_eq!(moved(0.25), Ok(0.25 * value), "{sample:?}");
            assert_near(moved(-1.0).unwrap(), value, size);
        }
    }
}

#[test]
fn a_scale_is_at_most_in_proportion_to_the_range_whatever_the_size() {
    for sample in samples(2) {
        for scale in [1.0, 1e-15, 5e-324, 1e-310] {
            let sample: Vec<f64> = sample.iter().map(|x| x * scale).collect();
            for (_, estimate) in estimators() {
                match (estimate(&sample), Range.estimate(&sample)) {
                    (Ok(value), Ok(range)) => {
                        let largest = 2.0 * range + 5e-324;
                        assert!((0.0..=largest).contains(&value), "{value} of {sample:?}");
                    }
                    (Ok(value), _) => assert!(value.is_finite()),
                    (Err(refusal), _) => assert!(matches!(refusal, Refusal::Overflow(_))),
                }
            }
        }
    }
}

/// The distances of all pairs i < j.
fn distances(sample: &[f64]) -> Vec<f64> {
    let pairs = (0..sample.len()).flat_map(|j| (0..j).map(move |i| (i, j)));
    pairs.map(|(i, j)| (sample[i] - sample[j]).abs()).collect()
}

fn ascending(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// The value, or infinity if it overflows.
fn or_infinity(value: Result<f64, Refusal>) -> f64 {
    match value {
        Err(Refusal::Overflow(_)) => f64::INFINITY,
        other => other.unwrap(),
    }
}

#[test]
fn qn_is_an_order_statistic_of_the_distances() {
    for sample in samples(2) {
        let h = sample.len() / 2 + 1;
        let definition = ascending(distances(&sample))[h * (h - 1) / 2 - 1];
        let found = or_infinity(ASYMPTOTIC_QN.estimate(&sample));
        assert_eq!(found, OF_QN * definition, "{sample:?}");
    }
}

#[test]
fn sn_is_a_median_of_median_distances() {
    for sample in samples(2) {
        let n = sample.len();
        let high_median =
            |x: &f64| ascending(sample.iter().map(|y| (x - y).abs()).collect())[n / 2];
        let definition = ascending(sample.iter().map(high_median).collect())[n.div_ceil(2) - 1];
        let found = or_infinity(ASYMPTOTIC_SN.estimate(&sample));
        assert_eq!(found, OF_SN * definition, "{sample:?}");
    }
}

#[test]
fn ginis_is_the_mean_of_the_distances() {
    for sample in samples(2).filter(|sample| sample.iter().all(|x| x.abs() < 1e300)) {
        let distances = ascending(distances(&sample));
        let parts = distances.chunks(512).map(|part| part.iter().sum::<f64>());
        let definition = parts.sum::<f64>() / distances.len() as f64;
        let found = value(&GiniMeanDifference, &sample);
        assert!(
            (found - definition).abs() <= 1e-12 * definition,
            "{found}, {definition}"
        );
    }
}

#[test]
fn the_standard_deviation_loses_no_digits() {
    // integers, so that Σ x² and (Σ x)² are exact: n SS = n Σ x² − (Σ x)²
    for sample in
        samples(2).filter(|sample| sample.iter().all(|x| x.fract() == 0.0 && x.abs() < 100.0))
    {
        let n = sample.len() as f64;
        let [sum, squares] = [1, 2].map(|power| sample.iter().map(|x| x.powi(power)).sum::<f64>());
        let n_squares = n * squares - sum * sum;
        for (divisor, d) in DIVISORS.into_iter().zip([n - 1.0, n, n + 1.0]) {
            let expected = (n_squares / (n * d)).sqrt();
            for unit in [1.0, 3e-310, 1e-160, 1e160, 1e300] {
                let scaled: Vec<f64> = sample.iter().map(|x| x * unit).collect();
                let found = value(&StandardDeviation { divisor }, &scaled);
                assert_near(found, expected * unit, 1e-308);
            }
            let shifted: Vec<f64> = sample.iter().map(|x| x + 2.0_f64.powi(45)).collect();
            assert_near(
                value(&StandardDeviation { divisor }, &shifted),
                expected,
                0.0,
            );
        }
    }
}

#[test]
fn published_values_are_found() {
    // numpy 2.4 and scipy 1.17: std, median_abs_deviation, iqr; the others by their definitions
    let known = [
        (
            &NEWCOMB[..],
            10.745_324_781_597_096,
            10.663_610_099_255_505,
            3.0,
            8.421_445_221_445_222,
            4.0,
            3.0,
        ),
        (
            &MICHELSON,
            79.010_547_819_051_78,
            78.614_502_478_868_36,
            45.0,
            88.602_020_202_020_2,
            70.0,
            40.0,
        ),
        (
            &COPPER,
            5.297_395_979_787_302,
            5.185_859_362_380_442,
            0.355,
            2.830_905_797_101_449_3,
            0.67,
            0.33,
        ),
    ];
    for (sample, unbiased, most_likely, deviation, gini, sn, qn) in known {
        assert_near(value(&StandardDeviation::default(), sample), unbiased, 0.0);
        let divisor = Divisor::MaximumLikelihood;
        assert_near(
            value(&StandardDeviation { divisor }, sample),
            most_likely,
            0.0,
        );
        assert_near(value(&RAW, sample), deviation, 1.0);
        assert_near(value(&GiniMeanDifference, sample), gini, 0.0);
        assert_near(value(&ASYMPTOTIC_SN, sample), OF_SN * sn, 4.0);
        assert_near(value(&ASYMPTOTIC_QN, sample), OF_QN * qn, 4.0);
    }
    let normal = MedianAbsoluteDeviation::default();
    assert_near(value(&normal, &NEWCOMB), 4.447_806_655_516_806, 0.0);
    // types 2, 5, 6, 7, 8, 9
    let known = [
        (&NEWCOMB[..], [7.0, 7.0, 7.0, 6.75, 7.0, 7.0]),
        (&MICHELSON, [90.0, 90.0, 95.0, 85.0, 275.0 / 3.0, 91.25]),
        (&COPPER, [0.95, 0.95, 0.975, 0.925, 23.0 / 24.0, 0.95625]),
    ];
    for (sample, expected) in known {
        for (range, expected) in symmetric().zip(expected) {
            assert_near(value(&range, sample), expected, sample[0]);
        }
    }
    // types 1, 3, 4
    let known = [
        (QuantileDefinition::InvertedDistribution, 7.0),
        (QuantileDefinition::ClosestObservation, 7.0),
        (QuantileDefinition::InterpolatedInvertedDistribution, 6.5),
    ];
    for (definition, expected) in known {
        let range = QuantileRange::new(0.25, 0.75, definition).unwrap();
        assert_near(value(&range, &NEWCOMB), expected, 0.0);
    }
}

/// The constants of the normal distribution, from its quantiles to 20 digits.
#[test]
fn scales_of_a_normal_sample_tend_to_its_standard_deviation() {
    // the quantiles of a normal distribution by bisection of its distribution function
    let erf = |x: f64| {
        let terms = (0..200).scan(x, |term, k| {
            let value = *term / f64::from(2 * k + 1);
            *term *= -x * x / f64::from(k + 1);
            Some(value)
        });
        terms.sum::<f64>() * 2.0 / std::f64::consts::PI.sqrt()
    };
    let phi = |x: f64| 0.5 + 0.5 * erf(x / std::f64::consts::SQRT_2);
    let n = 4001;
    let quantile = |p: f64| {
        let mut bounds = [-5.0, 5.0];
        for _ in 0..50 {
            let middle = f64::midpoint(bounds[0], bounds[1]);
            bounds[usize::from(phi(middle) > p)] = middle;
        }
        bounds[0]
    };
    let sample: Vec<f64> = (0..n)
        .map(|i| quantile((f64::from(i) + 0.5) / f64::from(n)))
        .collect();
    for (name, scale) in [
        (
            "standard deviation",
            value(&StandardDeviation::default(), &sample),
        ),
        (
            "median absolute deviation",
            value(&MedianAbsoluteDeviation::default(), &sample),
        ),
        ("Sn", value(&Sn::default(), &sample)),
        ("Qn", value(&Qn::default(), &sample)),
        (
            "Gini",
            value(&GiniMeanDifference, &sample) * std::f64::consts::PI.sqrt() / 2.0,
        ),
        (
            "quartiles",
            value(&InterquartileRange::default(), &sample) / 1.348_979_500_392_163_5,
        ),
    ] {
        assert!((scale - 1.0).abs() < 1e-3, "{name}: {scale}");
    }
}

/// The factors for small samples: without bias for n = 2, where E|X − X′| = 2/√π, and on the average of
/// simulated samples.
#[test]
fn corrected_scales_are_without_bias_in_small_samples() {
    use rand::{SeedableRng, rngs::StdRng};
    use rand_distr::{Distribution, StandardNormal};
    let mut random = StdRng::seed_from_u64(7);
    for n in (2..=16).chain([25, 40]) {
        let cases = 20_000;
        let mut sums = [0.0; 2];
        for _ in 0..cases {
            let sample: Vec<f64> = (0..n).map(|_| StandardNormal.sample(&mut random)).collect();
            sums[0] += value(&Sn::default(), &sample);
            sums[1] += value(&Qn::default(), &sample);
        }
        for mean in sums.map(|sum| sum / f64::from(cases)) {
            assert!((mean - 1.0).abs() < 0.03, "n = {n}: {mean}");
        }
    }
}

#[test]
fn ranges_of_asymmetric_quantiles_change_in_a_mirror() {
    for definition in QuantileDefinition::ALL {
        let range = QuantileRange::new(0.25, 0.75, definition).unwrap();
        let mirrored = Mirrored(range);
        let outcomes = SEEDS.map(|seed| {
            let map = mirrored.equivariant();
            Check::default().seed(seed).equivariant(&map).is_ok()
        });
        for holds in outcomes {
            assert_eq!(holds, definition.is_symmetric(), "{definition:?}");
        }
    }
}

/// A range of quantiles with the claim that a mirror does not change it.
#[derive(Clone, Copy)]
struct Mirrored(QuantileRange);

impl Estimator for Mirrored {
    type Claim = Scale;

    fn claim(&self) -> Scale {
        Scale
    }

    fn name(&self) -> String {
        self.0.name()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        self.0.estimate(sample)
    }
}

#[test]
fn wrong_estimators_are_refused() {
    let last_minus_first = |x: &[f64]| x[x.len() - 1] - x[0];
    // a S(x) for a < 0 too: half of the range, with the sign of the skewness
    let with_sign = |x: &[f64]| {
        let median = Median.estimate(x).unwrap();
        let sorted = ascending(x.to_vec());
        (sorted[x.len() - 1] - median) - (median - sorted[0])
    };
    let with_floor = |x: &[f64]| RAW.estimate(x).unwrap().max(1e-6);
    let about_zero = |x: &[f64]| {
        let squares = x.iter().map(|x| x * x).sum::<f64>();
        (squares / x.len() as f64).sqrt()
    };
    let variance = |x: &[f64]| {
        let divisor = Divisor::MaximumLikelihood;
        StandardDeviation { divisor }.estimate(x).unwrap().powi(2)
    };
    let above_the_median = |x: &[f64]| {
        let sorted = ascending(x.to_vec());
        sorted[x.len() - 1] - Median.estimate(x).unwrap()
    };
    let wrong: [(&'static str, fn(&[f64]) -> f64); 6] = [
        ("last minus first", last_minus_first),
        ("a instead of |a|", with_sign),
        ("with a floor", with_floor),
        ("about zero", about_zero),
        ("variance", variance),
        ("above the median", above_the_median),
    ];
    for (name, estimate) in wrong {
        let map = Mutant(name, Scale, estimate).equivariant();
        for seed in SEEDS {
            let outcome = Check::default().seed(seed).equivariant(&map);
            assert!(outcome.is_err(), "{name} passes with seed {seed}");
        }
    }
    check(
        Mutant("above the median", OrientedScale, above_the_median),
        128,
    )
    .unwrap();
}

/// The low median over i of the high medians over j of a function of xᵢ and xⱼ.
fn median_of_medians(sample: &[f64], of: impl Fn(f64, f64) -> f64) -> f64 {
    let n = sample.len();
    let high_median = |x: &f64| ascending(sample.iter().map(|y| of(*x, *y)).collect())[n / 2];
    ascending(sample.iter().map(high_median).collect())[n.div_ceil(2) - 1]
}

/// The order statistic that Qₙ is, of a function of the pairs.
fn quartile_of_pairs(sample: &[f64], of: impl Fn(f64, f64) -> f64) -> f64 {
    let n = sample.len();
    let pairs = (0..n).flat_map(|j| (0..j).map(move |i| (i, j)));
    let values: Vec<f64> = pairs.map(|(i, j)| of(sample[i], sample[j])).collect();
    let h = n / 2 + 1;
    match values.len() {
        0 => 0.0,
        _ => ascending(values)[h * (h - 1) / 2 - 1],
    }
}

fn mean_of_pairs(sample: &[f64], of: impl Fn(f64, f64) -> f64) -> f64 {
    let pairs = (0..sample.len()).flat_map(|j| (0..j).map(move |i| (i, j)));
    let values: Vec<f64> = pairs.map(|(i, j)| of(sample[i], sample[j])).collect();
    let parts = values.chunks(512).map(|part| part.iter().sum::<f64>());
    parts.sum::<f64>() / (sample.len() * sample.len()) as f64
}

/// Each beside the right one, up to its factor, which passes.
#[test]
fn mutants_of_gini_sn_and_qn_are_refused() {
    let gini = |x: &[f64]| mean_of_pairs(x, |x, y| (x - y).abs());
    let gini_without_sizes = |x: &[f64]| mean_of_pairs(x, |x, y| x - y);
    let gini_coefficient = |x: &[f64]| {
        let mean = x.iter().sum::<f64>() / x.len() as f64;
        let differences = mean_of_pairs(x, |x, y| (x - y).abs());
        if mean == 0.0 { 0.0 } else { differences / mean }
    };
    let sn = |x: &[f64]| median_of_medians(x, |x, y| (x - y).abs());
    let sn_without_sizes = |x: &[f64]| median_of_medians(x, |x, y| x - y);
    let sn_with_ties = |x: &[f64]| {
        median_of_medians(x, |x, y| {
            let distance = (x - y).abs();
            if distance < 1e-3 { 0.0 } else { distance }
        })
    };
    let qn = |x: &[f64]| quartile_of_pairs(x, |x, y| (x - y).abs());
    let qn_without_sizes = |x: &[f64]| quartile_of_pairs(x, |x, y| x - y);
    // after a change of the sign the quartile is the other one
    let qn_of_negatives = |x: &[f64]| quartile_of_pairs(&ascending(x.to_vec()), |x, y| x - y).abs();
    let qn_in_steps = |x: &[f64]| (quartile_of_pairs(x, |x, y| (x - y).abs()) * 1e6).round() / 1e6;
    let right: [(&str, fn(&[f64]) -> f64); 4] = [
        ("Gini", gini),
        ("Sn", sn),
        ("Qn", qn),
        ("upper Qn", qn_of_negatives),
    ];
    for (name, estimate) in right {
        check(Mutant(name, Scale, estimate), 32).unwrap();
    }
    let wrong: [(&str, fn(&[f64]) -> f64); 6] = [
        ("Gini without sizes", gini_without_sizes),
        ("Gini's coefficient", gini_coefficient),
        ("Sn without sizes", sn_without_sizes),
        ("Sn with ties up to 1e-3", sn_with_ties),
        ("Qn without sizes", qn_without_sizes),
        ("Qn in steps of 1e-6", qn_in_steps),
    ];
    for (name, estimate) in wrong {
        let outcome = check(Mutant(name, Scale, estimate), 64);
        assert!(outcome.is_err(), "{name}");
    }
}

/// What equivariance cannot see: a wrong quartile of the distances moves as the right one does, and only a
/// known answer tells them apart.
#[test]
fn the_wrong_quartile_is_equivariant_and_wrong() {
    let sample = [1.0, 2.0, 4.0, 8.0, 16.0];
    let lower = quartile_of_pairs(&sample, |x, y| (x - y).abs());
    let upper = quartile_of_pairs(&sample, |x, y| x - y).abs();
    assert_eq!([lower, upper], [3.0, 12.0]);
    assert_eq!(ASYMPTOTIC_QN.estimate(&sample), Ok(OF_QN * lower));
}
