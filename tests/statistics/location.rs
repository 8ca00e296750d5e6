//! Estimators of location.

use equivariant::statistics::Refusal;
use equivariant::statistics::claim::{Location, OrientedLocation};
use equivariant::statistics::location::{
    HodgesLehmann, HuberLocation, Mean, Median, Midrange, NoFraction, NoTuning, TrimmedMean,
    TukeyLocation, WinsorisedMean,
};
use equivariant::statistics::quantile::{NoProbability, Quantile, QuantileDefinition};

use super::check::SEEDS;
use super::check::check;
use super::check::holds;
use super::line::{COPPER, MICHELSON, NEWCOMB, assert_near, samples};
use equivariant::Check;
use equivariant::statistics::Claim;
use equivariant::statistics::Estimator;
use equivariant::statistics::ValueOf;

/// The value of an estimator that has one.
pub(crate) fn value<T: Estimator<Claim: Claim<Observation = f64>>>(
    estimator: &T,
    sample: &[f64],
) -> ValueOf<T> {
    let value = estimator.estimate(sample);
    value.unwrap_or_else(|refusal| panic!("{} of {sample:?}: {refusal}", estimator.name()))
}

/// The estimators of location, each in several forms.
fn estimators() -> Vec<Box<dyn Fn(&[f64]) -> Result<f64, Refusal>>> {
    fn boxed<T>(estimator: T) -> Box<dyn Fn(&[f64]) -> Result<f64, Refusal>>
    where
        T: Estimator<Claim = Location> + 'static,
    {
        Box::new(move |sample| estimator.estimate(sample))
    }
    let mut all = vec![
        boxed(Mean),
        boxed(Median),
        boxed(Midrange),
        boxed(HodgesLehmann),
    ];
    all.extend([0.0, 0.1, 0.25, 0.499].map(|f| boxed(TrimmedMean::new(f).unwrap())));
    all.extend([0.1, 0.25, 0.4].map(|f| boxed(WinsorisedMean::new(f).unwrap())));
    all.extend([1e-3, 0.5, 1.345, 1e6].map(|k| boxed(HuberLocation::new(k).unwrap())));
    all.extend([3.65, 4.685, 20.0, 1e6].map(|c| boxed(TukeyLocation::new(c).unwrap())));
    all
}

#[test]
fn every_estimator_moves_with_location_scale_and_mirror() {
    holds(Mean);
    holds(Median);
    holds(Midrange);
    for fraction in [0.0, 0.1, 0.25, 0.45] {
        holds(TrimmedMean::new(fraction).unwrap());
        holds(WinsorisedMean::new(fraction).unwrap());
    }
    holds(HodgesLehmann);
    for k in [0.01, 0.5, 1.345, 3.0] {
        holds(HuberLocation::new(k).unwrap());
    }
    for c in [3.65, 4.685, 10.0] {
        holds(TukeyLocation::new(c).unwrap());
    }
}

#[test]
fn every_quantile_moves_with_location_and_scale() {
    for definition in QuantileDefinition::ALL {
        for p in [0.0, 0.25, 0.7] {
            holds(Quantile::new(p, definition).unwrap());
        }
    }
}

#[test]
fn bad_samples_are_refused() {
    for estimate in estimators() {
        assert_eq!(estimate(&[]), Err(Refusal::Empty));
        let refusal = estimate(&[1.0, f64::NEG_INFINITY]).unwrap_err();
        assert!(matches!(refusal, Refusal::NotFinite { index: 1, .. }));
        assert!(estimate(&[f64::NAN]).is_err());
        assert_eq!(estimate(&[7.25]), Ok(7.25));
    }
}

#[test]
fn bad_parameters_are_refused() {
    for fraction in [-0.1, 0.5, 1.0, f64::NAN] {
        assert!(matches!(TrimmedMean::new(fraction), Err(NoFraction(_))));
        assert!(matches!(WinsorisedMean::new(fraction), Err(NoFraction(_))));
    }
    for constant in [-1.0, 0.0, f64::INFINITY, f64::NAN] {
        assert!(matches!(HuberLocation::new(constant), Err(NoTuning { .. })));
        assert!(matches!(TukeyLocation::new(constant), Err(NoTuning { .. })));
    }
    assert!(TukeyLocation::new(3.64).is_err() && TukeyLocation::new(3.642).is_ok());
    for p in [-0.1, 1.1, f64::NAN] {
        let refused = Quantile::new(p, QuantileDefinition::Linear);
        assert!(matches!(refused, Err(NoProbability(_))));
    }
}

#[test]
fn the_centre_of_a_symmetric_sample_is_found_by_all() {
    for estimate in estimators() {
        let sample = [-100.0, -3.0, -1.0, -1.0, 2.0, 5.0, 5.0, 7.0, 104.0];
        assert!((estimate(&sample).unwrap() - 2.0).abs() < 1e-14);
    }
}

#[test]
fn values_move_exactly_with_powers_of_two_and_nearly_so_with_mirrors() {
    for sample in samples(1).filter(|sample| sample.len() <= 40) {
        let sizes = sample.iter().map(|x| x.abs());
        if sizes
            .clone()
            .any(|x| !(1e-290..1e306).contains(&x) && x != 0.0)
        {
            continue;
        }
        let size = sizes.fold(0.0, f64::max);
        for estimate in estimators() {
            let value = estimate(&sample).unwrap();
            let moved =
                |factor: f64| estimate(&sample.iter().map(|x| factor * x).collect::<Vec<f64>>());
            assert_eq!(moved(0.25), Ok(0.25 * value), "{sample:?}");
            assert_near(moved(-1.0).unwrap(), -value, size);
        }
    }
}

#[test]
fn the_order_of_the_observations_leaves_no_trace() {
    for sample in samples(1).filter(|sample| sample.len() <= 40) {
        let mut reordered = sample.clone();
        reordered.reverse();
        reordered.rotate_left(sample.len() / 3);
        for estimate in estimators().into_iter().skip(1) {
            assert_eq!(estimate(&reordered), estimate(&sample));
        }
        // the mean is a sum, and is rounded
        let size = sample.iter().fold(0.0, |size: f64, x| size.max(x.abs()));
        assert_near(value(&Mean, &reordered), value(&Mean, &sample), size);
    }
}

#[test]
fn values_are_among_the_observations_whatever_the_scale() {
    for sample in samples(1) {
        for scale in [1.0, 1e-15, 5e-324, 1e-310] {
            let sample: Vec<f64> = sample.iter().map(|x| x * scale).collect();
            let smallest = sample.iter().copied().fold(f64::INFINITY, f64::min);
            let largest = sample.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let slack = 1e-15 * largest.abs().max(smallest.abs()) + 5e-324;
            for estimate in estimators() {
                match estimate(&sample) {
                    Ok(value) => assert!(
                        smallest - slack <= value && value <= largest + slack,
                        "{value} of {sample:?}"
                    ),
                    Err(refusal) => assert!(matches!(refusal, Refusal::Overflow(_)), "{refusal}"),
                }
            }
        }
    }
}

#[test]
fn the_mean_is_exact() {
    for n in 1..=1000 {
        assert_eq!(Mean.estimate(&vec![0.1; n]), Ok(0.1));
        assert_eq!(Mean.estimate(&vec![-f64::MAX; n]), Ok(-f64::MAX));
        assert_eq!(Mean.estimate(&vec![5e-324; n]), Ok(5e-324));
    }
    assert_eq!(Mean.estimate(&[1e300, 1.0, -1e300]), Ok(1.0 / 3.0));
    assert_eq!(
        Mean.estimate(&[f64::MAX, f64::MAX, -f64::MAX]),
        Ok(f64::MAX / 3.0)
    );
    assert_eq!(Mean.estimate(&[1e-323, 5e-324, 1.5e-323]), Ok(1e-323));
    let shifted: Vec<f64> = (0..=10).map(|i| 1e15 + f64::from(i) / 8.0).collect();
    assert_eq!(Mean.estimate(&shifted), Ok(1e15 + 0.625));
}

#[test]
fn published_values_are_found() {
    let size = |sample: &[f64]| sample.iter().fold(0.0, |size: f64, x| size.max(x.abs()));
    // scipy 1.17: trim_mean, mstats.winsorize; the M-estimators with 40 digits
    let known = [
        (&NEWCOMB[..], [1730.0 / 66.0, 27.0, -2.0, 27.5]),
        (&MICHELSON, [852.4, 850.0, 845.0, 850.0]),
        (&COPPER, [4.280_416_666_666_666, 3.385, 15.575, 3.225]),
    ];
    for (sample, [mean, median, midrange, hodges_lehmann]) in known {
        assert_near(value(&Mean, sample), mean, size(sample));
        assert_near(value(&Median, sample), median, 0.0);
        assert_near(value(&Midrange, sample), midrange, 0.0);
        assert_near(value(&HodgesLehmann, sample), hodges_lehmann, 0.0);
    }
    let known = [
        (
            &NEWCOMB[..],
            0.1,
            27.425_925_925_925_927,
            27.621_212_121_212_12,
        ),
        (&NEWCOMB, 0.2, 27.35, 27.606_060_606_060_606),
        (&MICHELSON, 0.1, 852.25, 853.8),
        (&MICHELSON, 0.25, 849.0, 849.5),
        (&COPPER, 0.1, 3.205, 3.185),
        (&COPPER, 0.2, 3.239_375, 3.192_916_666_666_666_6),
    ];
    for (sample, fraction, trimmed, winsorised) in known {
        let trimmed_mean = TrimmedMean::new(fraction).unwrap();
        let winsorised_mean = WinsorisedMean::new(fraction).unwrap();
        assert_near(value(&trimmed_mean, sample), trimmed, 0.0);
        assert_near(value(&winsorised_mean, sample), winsorised, 0.0);
    }
    let known = [
        (
            &NEWCOMB[..],
            27.38,
            27.390_032_263_835_38,
            27.259_371_332_961_67,
            27.637_552_239_346_354,
        ),
        (
            &MICHELSON,
            851.545_556_327_817_6,
            852.154_771_509_460_6,
            850.434_124_784_790_2,
            852.173_616_310_020_7,
        ),
        (
            &COPPER,
            3.216_251_971_597_477,
            3.206_723_813_182_863,
            3.313_551_431_864_577,
            3.144_294_521_261_6,
        ),
    ];
    for (sample, default, wide, narrow, tukey) in known {
        assert_near(value(&HuberLocation::default(), sample), default, 0.0);
        assert_near(value(&HuberLocation::new(1.5).unwrap(), sample), wide, 0.0);
        assert_near(
            value(&HuberLocation::new(0.3).unwrap(), sample),
            narrow,
            0.0,
        );
        assert_near(value(&TukeyLocation::default(), sample), tukey, 0.0);
    }
}

/// Venables and Ripley print 3.206724 for `huber(chem)`, with k = 1.5.
#[test]
fn the_copper_of_venables_and_ripley() {
    let huber = HuberLocation::new(1.5).unwrap();
    assert_eq!(format!("{:.6}", value(&huber, &COPPER)), "3.206724");
}

/// Hollander and Wolfe (1973): the depression scores of nine patients, first minus second visit.
#[test]
fn the_depression_scores_of_hollander_and_wolfe() {
    let first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
    #[allow(clippy::approx_constant)]
    let second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    let change: Vec<f64> = first.iter().zip(second).map(|(x, y)| x - y).collect();
    assert_near(value(&HodgesLehmann, &change), 0.46, 4.0);
}

#[test]
fn hodges_lehmann_is_the_median_of_the_walsh_averages() {
    for sample in samples(1) {
        let averages = (0..sample.len())
            .flat_map(|i| (i..sample.len()).map(move |j| (i, j)))
            .map(|(i, j)| f64::midpoint(sample[i], sample[j]));
        let definition = value(&Median, &averages.collect::<Vec<f64>>());
        assert_eq!(value(&HodgesLehmann, &sample), definition, "{sample:?}");
    }
}

/// Median and raw median absolute deviation.
fn pilot(sample: &[f64]) -> [f64; 2] {
    let median = value(&Median, sample);
    let distances: Vec<f64> = sample.iter().map(|x| (x - median).abs()).collect();
    [median, value(&Median, &distances)]
}

#[test]
fn hubers_solves_its_equation() {
    for sample in samples(1).filter(|sample| sample.iter().all(|x| x.abs() < 1e300)) {
        let [median, deviation] = pilot(&sample);
        for k in [0.05, 0.6, 1.345, 5.0] {
            let t = value(&HuberLocation::new(k).unwrap(), &sample);
            if deviation == 0.0 {
                assert_eq!(t, median);
                continue;
            }
            let bound = k * 1.482_602_218_505_602 * deviation;
            let sum = |t: f64| {
                let terms = sample.iter().map(|x| (x - t).clamp(-bound, bound) / bound);
                terms.sum::<f64>()
            };
            let step = 1e-13 * (t.abs() + bound);
            assert!(
                sum(t - step) >= -1e-12 && sum(t + step) <= 1e-12,
                "{sample:?}"
            );
        }
    }
}

/// The slow way: steps of a thousandth of the scale from the median, then bisection.
#[test]
fn tukeys_is_the_first_solution_from_the_median() {
    for sample in samples(1).filter(|sample| sample.iter().all(|x| x.abs() < 1e300)) {
        let [median, deviation] = pilot(&sample);
        if deviation == 0.0 || sample.len() > 40 {
            continue;
        }
        let unit = 4.685 * 1.482_602_218_505_602 * deviation;
        let v: Vec<f64> = sample.iter().map(|x| (x - median) / unit).collect();
        let sum = |t: f64| -> f64 {
            let near = v.iter().map(|v| v - t).filter(|v| v.abs() < 1.0);
            near.map(|v| v * (1.0 - v * v).powi(2)).sum()
        };
        let side = sum(0.0).signum();
        let mut bounds = [0.0, 1e-3];
        while side * sum(side * bounds[1]) > 0.0 {
            bounds = [bounds[1], bounds[1] + 1e-3];
        }
        for _ in 0..60 {
            let middle = f64::midpoint(bounds[0], bounds[1]);
            bounds[usize::from(side * sum(side * middle) <= 0.0)] = middle;
        }
        let expected = median + side * bounds[0] * unit;
        let found = value(&TukeyLocation::default(), &sample);
        let allowed = 1e-12 * unit + 1e-15 * median.abs();
        assert!(
            (found - expected).abs() <= allowed,
            "{found}, {expected}: {sample:?}"
        );
    }
}

#[test]
fn an_m_estimator_resists_what_moves_the_mean() {
    let mut sample = NEWCOMB.to_vec();
    let before = value(&HuberLocation::default(), &sample);
    sample[1] = -1e300;
    let after = value(&HuberLocation::default(), &sample);
    assert!((before - after).abs() < 0.2);
}

/// numpy 2.4, quantile(…, method=…); the fifth column has 1/3.
#[test]
fn the_nine_quantiles() {
    let sample = [30.0, 0.0, 1.0, 2.0, 13.0, 5.0, 11.0];
    let probabilities = [0.0, 0.1, 0.25, 1.0 / 3.0, 0.5, 0.7, 0.9, 1.0];
    let known = [
        [0.0, 0.0, 1.0, 2.0, 5.0, 11.0, 30.0, 30.0],
        [0.0, 0.0, 1.0, 2.0, 5.0, 11.0, 30.0, 30.0],
        [0.0, 0.0, 1.0, 1.0, 5.0, 11.0, 13.0, 30.0],
        [0.0, 0.0, 0.75, 4.0 / 3.0, 3.5, 10.4, 18.1, 30.0],
        [0.0, 0.2, 1.25, 11.0 / 6.0, 5.0, 11.8, 26.6, 30.0],
        [0.0, 0.0, 1.0, 5.0 / 3.0, 5.0, 12.2, 30.0, 30.0],
        [0.0, 0.6, 1.5, 2.0, 5.0, 11.4, 19.8, 30.0],
        [
            0.0,
            1.0 / 15.0,
            7.0 / 6.0,
            16.0 / 9.0,
            5.0,
            179.0 / 15.0,
            433.0 / 15.0,
            30.0,
        ],
        [0.0, 0.1, 1.1875, 43.0 / 24.0, 5.0, 11.9, 28.3, 30.0],
    ];
    for (definition, expected) in QuantileDefinition::ALL.into_iter().zip(known) {
        for (p, expected) in probabilities.into_iter().zip(expected) {
            let quantile = Quantile::new(p, definition).unwrap();
            assert_near(value(&quantile, &sample), expected, 10.0);
        }
    }
    // np = 7 is whole, though 0.7 · 10 is not
    let ten: Vec<f64> = (1..=10).map(f64::from).collect();
    let averaged = Quantile::new(0.7, QuantileDefinition::AveragedInvertedDistribution).unwrap();
    assert_eq!(value(&averaged, &ten), 7.5);
}

#[test]
fn a_mirror_exchanges_the_quantiles_of_a_symmetric_definition_only() {
    for definition in QuantileDefinition::ALL {
        let quantile = |p| Quantile::new(p, definition).unwrap();
        let mut defects = 0;
        for sample in samples(1).filter(|sample| sample.len() <= 12) {
            let mirrored: Vec<f64> = sample.iter().map(|x| -x).collect();
            let size = sample.iter().fold(0.0, |size: f64, x| size.max(x.abs()));
            for p in [0.25, 0.375, 0.1, 1.0 / 3.0, 0.5] {
                let [left, right] = [
                    value(&quantile(p), &mirrored),
                    -value(&quantile(1.0 - p), &sample),
                ];
                defects += u32::from((left / size - right / size).abs() > 1e-14);
            }
        }
        assert_eq!(
            defects == 0,
            definition.is_symmetric(),
            "{definition:?}: {defects}"
        );
    }
}

/// A wrong estimator, made of a closure.
#[derive(Clone)]
pub(crate) struct Mutant<C>(
    pub(crate) &'static str,
    pub(crate) C,
    pub(crate) fn(&[f64]) -> f64,
);

impl<C: Claim<Observation = f64> + Clone> Estimator for Mutant<C>
where
    C::Values: equivariant::Set<Element = f64>,
{
    type Claim = C;

    fn claim(&self) -> C {
        self.1.clone()
    }

    fn name(&self) -> String {
        self.0.to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        match sample.is_empty() {
            true => Err(Refusal::Empty),
            false => Ok((self.2)(sample)),
        }
    }
}

fn sorted(sample: &[f64]) -> Vec<f64> {
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// A Huber estimator by fixed-point iteration with these units and this tolerance.
fn iterated(sample: &[f64], scale: f64, tolerance: f64) -> f64 {
    let mut t = Median.estimate(sample).unwrap();
    for _ in 0..1000 {
        let terms = sample
            .iter()
            .map(|x| (x - t).clamp(-1.345 * scale, 1.345 * scale));
        let step = terms.sum::<f64>() / sample.len() as f64;
        t += step;
        if step.abs() <= tolerance {
            break;
        }
    }
    t
}

#[test]
fn wrong_estimators_are_refused() {
    let lower_median = |x: &[f64]| sorted(x)[(x.len() - 1) / 2];
    let trimmed_at_the_top = |x: &[f64]| {
        let kept = x.len() - x.len() / 4;
        sorted(x)[..kept].iter().sum::<f64>() / kept as f64
    };
    let with_absolute_tolerance = |x: &[f64]| {
        let [_, deviation] = pilot(x);
        iterated(x, 1.482_602_218_505_602 * deviation, 1e-6)
    };
    let with_absolute_scale = |x: &[f64]| iterated(x, 1.0, 0.0);
    let first = |x: &[f64]| f64::midpoint(x[0], Median.estimate(x).unwrap());
    let unsorted_trimming = |x: &[f64]| {
        let inner = &x[x.len() / 4..x.len() - x.len() / 4];
        inner.iter().sum::<f64>() / inner.len() as f64
    };
    let wrong: [(&str, fn(&[f64]) -> f64); 6] = [
        ("lower median", lower_median),
        ("trimmed at the top", trimmed_at_the_top),
        ("absolute tolerance", with_absolute_tolerance),
        ("absolute scale", with_absolute_scale),
        ("first observation", first),
        ("trimmed without sorting", unsorted_trimming),
    ];
    for (name, estimate) in wrong {
        let mutant = Mutant(name, Location, estimate);
        for seed in SEEDS {
            let outcome = Check::default()
                .seed(seed)
                .equivariant(&mutant.clone().equivariant());
            assert!(outcome.is_err(), "{name} passes with seed {seed}");
        }
    }
    // without mirrors there is nothing wrong with these
    check(Mutant("lower median", OrientedLocation, lower_median), 128).unwrap();
    check(
        Mutant("trimmed at the top", OrientedLocation, trimmed_at_the_top),
        128,
    )
    .unwrap();
}

#[test]
fn a_quantile_is_no_location_in_mirrors() {
    let upper_quartile = |x: &[f64]| {
        let quantile = Quantile::new(0.75, QuantileDefinition::Linear).unwrap();
        quantile.estimate(x).unwrap()
    };
    let violation = check(Mutant("upper quartile", Location, upper_quartile), 128).unwrap_err();
    assert_eq!(violation.law(), "equivariant");
}

/// The median of the Walsh averages (xᵢ + xⱼ)/2 of these pairs.
fn walsh(sample: &[f64], pairs: impl Iterator<Item = [usize; 2]>) -> f64 {
    let averages = pairs.map(|[i, j]| f64::midpoint(sample[i], sample[j]));
    Median.estimate(&averages.collect::<Vec<f64>>()).unwrap()
}

fn pairs(n: usize) -> impl Iterator<Item = [usize; 2]> {
    (0..n).flat_map(move |i| (i..n).map(move |j| [i, j]))
}

/// Each beside the right one, which passes.
#[test]
fn mutants_of_midrange_hodges_lehmann_and_trimming_are_refused() {
    let midrange = |x: &[f64]| f64::midpoint(sorted(x)[0], sorted(x)[x.len() - 1]);
    let median_for_minimum =
        |x: &[f64]| f64::midpoint(Median.estimate(x).unwrap(), sorted(x)[x.len() - 1]);
    let hodges_lehmann = |x: &[f64]| walsh(x, pairs(x.len()));
    let without_first_pair = |x: &[f64]| walsh(x, pairs(x.len()).filter(|pair| *pair != [0, 1]));
    // halving an interval until it is short, in no matter which units
    let bisected = |x: &[f64]| {
        let average = |[i, j]: [usize; 2]| f64::midpoint(x[i], x[j]);
        let (mut below, mut above) = (sorted(x)[0], sorted(x)[x.len() - 1]);
        while above - below > 1e-3 {
            let middle = f64::midpoint(below, above);
            if middle <= below || middle >= above {
                break;
            }
            let count = pairs(x.len())
                .filter(|pair| average(*pair) <= middle)
                .count();
            if 2 * count < x.len() * (x.len() + 1) / 2 {
                below = middle;
            } else {
                above = middle;
            }
        }
        f64::midpoint(below, above)
    };
    let trimmed = |x: &[f64]| {
        let inner = &sorted(x)[x.len() / 4..x.len() - x.len() / 4];
        inner.iter().sum::<f64>() / inner.len() as f64
    };
    let trimmed_once_more_above = |x: &[f64]| {
        let inner = &sorted(x)[x.len() / 4..(x.len() - x.len() / 4).max(x.len() / 4 + 2) - 1];
        inner.iter().sum::<f64>() / inner.len() as f64
    };
    let right: [(&str, fn(&[f64]) -> f64); 3] = [
        ("midrange", midrange),
        ("median of Walsh averages", hodges_lehmann),
        ("trimmed mean", trimmed),
    ];
    for (name, estimate) in right {
        check(Mutant(name, Location, estimate), 32).unwrap();
    }
    let wrong: [(&str, fn(&[f64]) -> f64); 4] = [
        ("median for minimum", median_for_minimum),
        ("without the first pair", without_first_pair),
        ("bisected to 1e-3", bisected),
        ("trimmed once more above", trimmed_once_more_above),
    ];
    for (name, estimate) in wrong {
        let outcome = check(Mutant(name, Location, estimate), 64);
        assert!(outcome.is_err(), "{name}");
    }
}
