//! Estimators of regression.

use equivariant::statistics::Refusal;
use equivariant::statistics::claim::Regression;
use equivariant::statistics::regression::{
    Coefficients, LeastAbsoluteDeviations, LeastSquares, LeastTrimmedSquares, Observation,
    Observations, RegressionGroup, ReweightedLeastSquares,
};
use nalgebra::{SVector, Vector4, vector};

use super::check::{check, holds};
use equivariant::Check;
use equivariant::Sampled;
use equivariant::statistics::Estimator;

#[test]
fn the_group_and_its_actions_hold_the_laws() {
    let check = Check::default().cases(256).seed(1);
    let group = RegressionGroup::<3>;
    check
        .group(&group)
        .unwrap_or_else(|violation| panic!("{violation}"));
    check
        .action(&group, &Observations::<3>)
        .unwrap_or_else(|violation| panic!("{violation}"));
    // the coefficients, by the identity map
    let coefficients = equivariant::strategy::Drawn::new(
        Coefficients::<3>::default(),
        equivariant::sets::Vectors::<3>::default().strategy(),
    );
    check
        .action(&group, &coefficients)
        .unwrap_or_else(|violation| panic!("{violation}"));
}

#[test]
fn every_estimator_moves_with_covariates_scale_and_trend() {
    holds(LeastSquares::<1>);
    holds(LeastSquares::<2>);
    holds(LeastSquares::<4>);
    holds(LeastAbsoluteDeviations::<1>);
    holds(LeastAbsoluteDeviations::<2>);
    holds(LeastAbsoluteDeviations::<3>);
    holds(LeastTrimmedSquares::<1>::default());
    holds(LeastTrimmedSquares::<2>::default());
}

/// Least squares with a ridge of fixed size.
#[derive(Clone)]
struct Ridge(f64);

impl Estimator for Ridge {
    type Claim = Regression<2>;

    fn claim(&self) -> Regression<2> {
        Regression
    }

    fn name(&self) -> String {
        "ridge".to_owned()
    }

    fn estimate(&self, sample: &[Observation<2>]) -> Result<SVector<f64, 2>, Refusal> {
        LeastSquares.estimate(sample)?;
        let ridge = [0, 1].map(|axis| {
            let x = SVector::from_fn(|j, _| if j == axis { self.0.sqrt() } else { 0.0 });
            Observation { x, y: 0.0 }
        });
        LeastSquares.estimate(&[sample, &ridge[..]].concat())
    }
}

/// Least absolute deviations of the slope alone, as if the line went through the origin.
#[derive(Clone)]
struct WithoutIntercept;

impl Estimator for WithoutIntercept {
    type Claim = Regression<2>;

    fn claim(&self) -> Regression<2> {
        Regression
    }

    fn name(&self) -> String {
        "least absolute deviations without intercept".to_owned()
    }

    fn estimate(&self, sample: &[Observation<2>]) -> Result<SVector<f64, 2>, Refusal> {
        let slope = |observation: &Observation<2>| Observation {
            x: vector![observation.x[1]],
            y: observation.y,
        };
        let sample: Vec<Observation<1>> = sample.iter().map(slope).collect();
        let slope = LeastAbsoluteDeviations.estimate(&sample)?;
        Ok(vector![0.0, slope[0]])
    }
}

/// Coordinate by coordinate, the median of the ratios y/x.
#[derive(Clone)]
struct FirstVertex;

impl Estimator for FirstVertex {
    type Claim = Regression<1>;

    fn claim(&self) -> Regression<1> {
        Regression
    }

    fn name(&self) -> String {
        "lower weighted median of ratios".to_owned()
    }

    fn estimate(&self, sample: &[Observation<1>]) -> Result<SVector<f64, 1>, Refusal> {
        LeastSquares.estimate(sample)?;
        let ratios = sample
            .iter()
            .filter(|o| o.x[0] != 0.0)
            .map(|o| (o.y / o.x[0], o.x[0].abs()));
        let mut ratios: Vec<(f64, f64)> = ratios.collect();
        ratios.sort_by(|one, other| one.0.total_cmp(&other.0));
        let half = 0.5 * ratios.iter().map(|ratio| ratio.1).sum::<f64>();
        let mut below = 0.0;
        let lower = ratios.iter().find(|ratio| {
            below += ratio.1;
            below >= half
        });
        lower.map(|ratio| vector![ratio.0]).ok_or(Refusal::Empty)
    }
}

#[test]
fn what_is_shrunk_or_forgotten_or_one_sided_is_refused() {
    assert!(check(Ridge(0.1), 64).is_err());
    assert!(check(WithoutIntercept, 64).is_err());
    assert!(check(FirstVertex, 64).is_err());
}

/// Brownlee (1965): air flow, water temperature, acid concentration; stack loss.
const STACKLOSS: [[f64; 4]; 21] = [
    [80.0, 27.0, 89.0, 42.0],
    [80.0, 27.0, 88.0, 37.0],
    [75.0, 25.0, 90.0, 37.0],
    [62.0, 24.0, 87.0, 28.0],
    [62.0, 22.0, 87.0, 18.0],
    [62.0, 23.0, 87.0, 18.0],
    [62.0, 24.0, 93.0, 19.0],
    [62.0, 24.0, 93.0, 20.0],
    [58.0, 23.0, 87.0, 15.0],
    [58.0, 18.0, 80.0, 14.0],
    [58.0, 18.0, 89.0, 14.0],
    [58.0, 17.0, 88.0, 13.0],
    [58.0, 18.0, 82.0, 11.0],
    [58.0, 19.0, 93.0, 12.0],
    [50.0, 18.0, 89.0, 8.0],
    [50.0, 18.0, 86.0, 7.0],
    [50.0, 19.0, 72.0, 8.0],
    [50.0, 19.0, 79.0, 8.0],
    [50.0, 20.0, 80.0, 9.0],
    [56.0, 20.0, 82.0, 15.0],
    [70.0, 20.0, 91.0, 15.0],
];

/// Hawkins, Bradu and Kass (1984): three covariates and a response, the first 14 planted.
const HBK: [[f64; 4]; 75] = [
    [10.1, 19.6, 28.3, 9.7],
    [9.5, 20.5, 28.9, 10.1],
    [10.7, 20.2, 31.0, 10.3],
    [9.9, 21.5, 31.7, 9.5],
    [10.3, 21.1, 31.1, 10.0],
    [10.8, 20.4, 29.2, 10.0],
    [10.5, 20.9, 29.1, 10.8],
    [9.9, 19.6, 28.8, 10.3],
    [9.7, 20.7, 31.0, 9.6],
    [9.3, 19.7, 30.3, 9.9],
    [11.0, 24.0, 35.0, -0.2],
    [12.0, 23.0, 37.0, -0.4],
    [12.0, 26.0, 34.0, 0.7],
    [11.0, 34.0, 34.0, 0.1],
    [3.4, 2.9, 2.1, -0.4],
    [3.1, 2.2, 0.3, 0.6],
    [0.0, 1.6, 0.2, -0.2],
    [2.3, 1.6, 2.0, 0.0],
    [0.8, 2.9, 1.6, 0.1],
    [3.1, 3.4, 2.2, 0.4],
    [2.6, 2.2, 1.9, 0.9],
    [0.4, 3.2, 1.9, 0.3],
    [2.0, 2.3, 0.8, -0.8],
    [1.3, 2.3, 0.5, 0.7],
    [1.0, 0.0, 0.4, -0.3],
    [0.9, 3.3, 2.5, -0.8],
    [3.3, 2.5, 2.9, -0.7],
    [1.8, 0.8, 2.0, 0.3],
    [1.2, 0.9, 0.8, 0.3],
    [1.2, 0.7, 3.4, -0.3],
    [3.1, 1.4, 1.0, 0.0],
    [0.5, 2.4, 0.3, -0.4],
    [1.5, 3.1, 1.5, -0.6],
    [0.4, 0.0, 0.7, -0.7],
    [3.1, 2.4, 3.0, 0.3],
    [1.1, 2.2, 2.7, -1.0],
    [0.1, 3.0, 2.6, -0.6],
    [1.5, 1.2, 0.2, 0.9],
    [2.1, 0.0, 1.2, -0.7],
    [0.5, 2.0, 1.2, -0.5],
    [3.4, 1.6, 2.9, -0.1],
    [0.3, 1.0, 2.7, -0.7],
    [0.1, 3.3, 0.9, 0.6],
    [1.8, 0.5, 3.2, -0.7],
    [1.9, 0.1, 0.6, -0.5],
    [1.8, 0.5, 3.0, -0.4],
    [3.0, 0.1, 0.8, -0.9],
    [3.1, 1.6, 3.0, 0.1],
    [3.1, 2.5, 1.9, 0.9],
    [2.1, 2.8, 2.9, -0.4],
    [2.3, 1.5, 0.4, 0.7],
    [3.3, 0.6, 1.2, -0.5],
    [0.3, 0.4, 3.3, 0.7],
    [1.1, 3.0, 0.3, 0.7],
    [0.5, 2.4, 0.9, 0.0],
    [1.8, 3.2, 0.9, 0.1],
    [1.8, 0.7, 0.7, 0.7],
    [2.4, 3.4, 1.5, -0.1],
    [1.6, 2.1, 3.0, -0.3],
    [0.3, 1.5, 3.3, -0.9],
    [0.4, 3.4, 3.0, -0.3],
    [0.9, 0.1, 0.3, 0.6],
    [1.1, 2.7, 0.2, -0.3],
    [2.8, 3.0, 2.9, -0.5],
    [2.0, 0.7, 2.7, 0.6],
    [0.2, 1.8, 0.8, -0.9],
    [1.6, 2.0, 1.2, -0.7],
    [0.1, 0.0, 1.1, 0.6],
    [2.0, 0.6, 0.3, 0.2],
    [1.0, 2.2, 2.9, 0.7],
    [2.2, 2.5, 2.3, 0.2],
    [0.6, 2.0, 1.5, -0.2],
    [0.3, 1.7, 2.2, 0.4],
    [0.0, 2.2, 1.6, -0.9],
    [0.3, 0.4, 2.6, 0.2],
];

/// With a constant for the first covariate.
fn with_constant(rows: &[[f64; 4]]) -> Vec<Observation<4>> {
    let observation = |&[a, b, c, y]: &[f64; 4]| Observation {
        x: vector![1.0, a, b, c],
        y,
    };
    rows.iter().map(observation).collect()
}

fn close(found: &Vector4<f64>, known: [f64; 4], digits: f64) {
    let known = Vector4::from(known);
    assert!(
        (found - known).norm() <= digits * known.norm(),
        "{found} {known}"
    );
}

#[test]
fn the_loss_of_ammonia_is_as_published() {
    let sample = with_constant(&STACKLOSS);
    // Draper and Smith: −39.92, 0.7156, 1.2953, −0.1521; more digits by numpy
    let known = [
        -39.919_674_420_124_05,
        0.715_640_200_485_284_5,
        1.295_286_124_388_572,
        -0.152_122_519_148_652_82,
    ];
    close(&LeastSquares.estimate(&sample).unwrap(), known, 1e-13);
    // R's quantreg and linear programming agree
    let known = [-39.689_855_07, 0.831_884_06, 0.573_913_04, -0.060_869_57];
    close(
        &LeastAbsoluteDeviations.estimate(&sample).unwrap(),
        known,
        1e-9,
    );
    // all 203490 subsets of 13 by numpy
    let known = [-37.323_326_5, 0.740_921_064, 0.391_526_723, 0.011_134_539_8];
    close(
        &LeastTrimmedSquares::default().estimate(&sample).unwrap(),
        known,
        1e-8,
    );
}

#[test]
fn planted_outliers_pull_least_squares_only() {
    let sample = with_constant(&HBK);
    close(
        &LeastSquares.estimate(&sample).unwrap(),
        [-0.387_549_55, 0.239_184_79, -0.334_548_48, 0.383_340_82],
        1e-7,
    );
    close(
        &LeastAbsoluteDeviations.estimate(&sample).unwrap(),
        [-0.881_474_48, 0.091_311_68, 0.154_760_22, 0.214_647_06],
        1e-7,
    );
    // the best of 20000 random starts by numpy
    let trimmed = LeastTrimmedSquares::default().estimate(&sample).unwrap();
    close(
        &trimmed,
        [-0.611_516_46, 0.254_866_16, 0.047_855_71, -0.105_769_77],
        1e-7,
    );
    // the ten bad points of leverage are far away, the four good ones and all others are not
    for (i, observation) in sample.iter().enumerate() {
        assert_eq!(observation.residual(&trimmed).abs() > 5.0, i < 10, "{i}");
    }
}

/// A generator of numbers in [0, 1).
fn uniform(state: &mut u64) -> f64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    (*state >> 11) as f64 / (1_u64 << 53) as f64
}

#[test]
fn least_absolute_deviations_are_the_best_of_all_vertices() {
    let mut state = 5;
    let mut ties = 0;
    for case in 0..600 {
        let n = 3 + case % 7;
        let is_integer = case % 2 == 0;
        let mut number = || {
            let x = 10.0 * uniform(&mut state) - 5.0;
            if is_integer { x.round() } else { x }
        };
        let sample: Vec<Observation<2>> = (0..n)
            .map(|_| Observation {
                x: vector![number(), number()],
                y: number(),
            })
            .collect();
        let sum =
            |beta: &SVector<f64, 2>| sample.iter().map(|o| o.residual(beta).abs()).sum::<f64>();
        let pairs = (0..n).flat_map(|i| (0..i).map(move |k| [i, k]));
        let vertices: Vec<SVector<f64, 2>> = pairs
            .filter_map(|pair| LeastSquares.estimate(&pair.map(|i| sample[i])).ok())
            .collect();
        let least = vertices.iter().map(sum).fold(f64::INFINITY, f64::min);
        let Ok(beta) = LeastAbsoluteDeviations.estimate(&sample) else {
            assert!(vertices.is_empty());
            continue;
        };
        assert!(sum(&beta) <= least + 1e-12 * (1.0 + least), "{sample:?}");
        // the mean of the best vertices, each once
        let mut best: Vec<SVector<f64, 2>> = Vec::new();
        for vertex in vertices.iter().filter(|vertex| sum(vertex) < least + 1e-9) {
            if best.iter().all(|other| (other - vertex).norm() > 1e-9) {
                best.push(*vertex);
            }
        }
        ties += usize::from(best.len() > 1);
        let mean = best.iter().sum::<SVector<f64, 2>>() / best.len() as f64;
        assert!(
            (beta - mean).norm() < 1e-9 * (1.0 + mean.norm()),
            "{sample:?} {beta} {mean}"
        );
    }
    assert!(ties > 20, "{ties}");
}

#[test]
fn least_trimmed_squares_are_the_best_of_all_subsets() {
    let mut state = 11;
    for n in [14, 16] {
        // more subsets than are all tried by the estimator
        let mut number = || 10.0 * uniform(&mut state) - 5.0;
        let sample: Vec<Observation<2>> = (0..n)
            .map(|_| Observation::on_line(number(), number()))
            .collect();
        let trimmed = LeastTrimmedSquares::default();
        let h = (n + 3) / 2;
        let sum = |beta: &SVector<f64, 2>| {
            let mut squares: Vec<f64> = sample.iter().map(|o| o.residual(beta).powi(2)).collect();
            squares.sort_by(f64::total_cmp);
            squares[..h].iter().sum::<f64>()
        };
        let subsets = (0_u32..1 << n).filter(|subset| subset.count_ones() as usize == h);
        let fit = |subset: u32| {
            let kept: Vec<Observation<2>> = (0..n)
                .filter(|i| subset >> i & 1 == 1)
                .map(|i| sample[i])
                .collect();
            LeastSquares.estimate(&kept).unwrap()
        };
        let least = subsets
            .map(|subset| sum(&fit(subset)))
            .fold(f64::INFINITY, f64::min);
        let found = sum(&trimmed.estimate(&sample).unwrap());
        assert!((found - least).abs() < 1e-12 * least, "{found} {least}");
    }
}

#[test]
fn medians_of_ratios_have_the_middle_of_two() {
    let sample = [(1.0, 1.0), (1.0, 3.0)].map(|(x, y)| Observation { x: vector![x], y });
    assert_eq!(LeastAbsoluteDeviations.estimate(&sample), Ok(vector![2.0]));
    // a square of minimisers: two groups of two
    let sample = [
        (1.0, 0.0, 1.0),
        (1.0, 0.0, 3.0),
        (0.0, 1.0, 10.0),
        (0.0, 1.0, 20.0),
    ];
    let sample = sample.map(|(a, b, y)| Observation {
        x: vector![a, b],
        y,
    });
    let beta = LeastAbsoluteDeviations.estimate(&sample).unwrap();
    assert!((beta - vector![2.0, 15.0]).norm() < 1e-13);
}

#[test]
fn units_do_not_decide() {
    let line = |scale: f64, shift: f64, size: f64| {
        let points = [
            (0.0, 1.0),
            (1.0, 3.5),
            (2.0, 4.5),
            (3.0, 7.3),
            (4.0, 8.5),
            (5.0, 60.0),
        ];
        points.map(|(t, y)| Observation {
            x: vector![1.0, scale * t],
            y: size * y + shift,
        })
    };
    let plain = LeastSquares.estimate(&line(1.0, 0.0, 1.0)).unwrap();
    for (scale, size) in [
        (1e-12, 1e12),
        (1e12, 1e-12),
        (1e150, 1e150),
        (1e-150, 1e-150),
        (1e-12, 1e-300),
    ] {
        let sample = line(scale, 0.0, size);
        let beta = LeastSquares.estimate(&sample).unwrap();
        assert!(
            (beta[0] / size - plain[0]).abs() < 1e-13
                && (beta[1] / size * scale - plain[1]).abs() < 1e-13
        );
        let robust = LeastAbsoluteDeviations.estimate(&sample).unwrap();
        let known = LeastAbsoluteDeviations
            .estimate(&line(1.0, 0.0, 1.0))
            .unwrap();
        assert!((robust[1] / size * scale - known[1]).abs() < 1e-13);
        let robust = LeastTrimmedSquares::default().estimate(&sample).unwrap();
        let known = LeastTrimmedSquares::default()
            .estimate(&line(1.0, 0.0, 1.0))
            .unwrap();
        assert!((robust[1] / size * scale - known[1]).abs() < 1e-13);
    }
    let shifted = LeastSquares.estimate(&line(1.0, 1e6, 1.0)).unwrap();
    assert!((shifted[0] - 1e6 - plain[0]).abs() < 1e-8 && (shifted[1] - plain[1]).abs() < 1e-8);
}

#[test]
fn bad_samples_are_refused() {
    assert_eq!(LeastSquares::<2>.estimate(&[]), Err(Refusal::Empty));
    let one = [Observation::on_line(1.0, 2.0)];
    assert_eq!(
        LeastSquares.estimate(&one),
        Err(Refusal::TooFew {
            found: 1,
            needed: 2
        })
    );
    let infinite = [
        Observation::on_line(1.0, 2.0),
        Observation::on_line(f64::INFINITY, 2.0),
    ];
    assert!(matches!(
        LeastAbsoluteDeviations.estimate(&infinite),
        Err(Refusal::NotFinite { index: 1, .. })
    ));
    let collinear: Vec<Observation<2>> = (1..9)
        .map(|i| Observation {
            x: vector![0.1, 0.3] * f64::from(i),
            y: f64::from(i * i),
        })
        .collect();
    assert!(matches!(
        LeastSquares.estimate(&collinear),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        LeastAbsoluteDeviations.estimate(&collinear),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        LeastTrimmedSquares::default().estimate(&collinear),
        Err(Refusal::Degenerate(_))
    ));
    let huge = [Observation {
        x: vector![1e-300],
        y: 1e300,
    }];
    assert_eq!(
        LeastSquares.estimate(&huge),
        Err(Refusal::Overflow("coefficients"))
    );
}

#[test]
fn reweighted_least_squares_move_with_covariates_scale_and_trend() {
    holds(ReweightedLeastSquares::<1>::default());
    holds(ReweightedLeastSquares::<2>::default());
    check(ReweightedLeastSquares::<3>::default(), 16).unwrap();
}

/// Rousseeuw and Leroy (1987): observations 1, 3, 4 and 21 are outliers, and least squares of the others are
/// −37.65, 0.798, 0.577, −0.067 with scale 1.253; more digits, and the raw fit of all subsets, by numpy.
#[test]
fn the_outliers_of_the_loss_of_ammonia_are_as_published() {
    let sample = with_constant(&STACKLOSS);
    let fit = ReweightedLeastSquares::default().fit(&sample).unwrap();
    let outliers: Vec<usize> = (0..21).filter(|i| !fit.support.contains(i)).collect();
    assert_eq!(outliers, [0, 2, 3, 20]);
    let known = [
        -37.652_458_900_767_61,
        0.797_685_560_065_871_1,
        0.577_340_457_393_282_2,
        -0.067_060_176_898_354_42,
    ];
    close(&fit.coefficients, known, 1e-12);
    assert!((fit.scale / 1.252_713_984_611_444_6 - 1.0).abs() < 1e-12);
    assert_eq!(
        Ok(fit.trimmed),
        LeastTrimmedSquares::default().estimate(&sample)
    );
    // 0.98884… times 1 + 2.7 · 4 · 21^(−0.85)
    assert!((fit.trimmed_scale / 1.791_750_008_845_254_7 - 1.0).abs() < 1e-9);
    // in other units
    let scaled: Vec<Observation<4>> = sample
        .iter()
        .map(|o| Observation {
            x: o.x * 1e-100,
            y: o.y * 1e150,
        })
        .collect();
    let there = ReweightedLeastSquares::default().fit(&scaled).unwrap();
    assert_eq!(there.support, fit.support);
    assert!((there.scale / 1e150 / fit.scale - 1.0).abs() < 1e-12);
}

/// The ten bad points of leverage are left out and the four good ones are not; values of numpy.
#[test]
fn the_planted_outliers_are_found() {
    let sample = with_constant(&HBK);
    let fit = ReweightedLeastSquares::default().fit(&sample).unwrap();
    assert_eq!(fit.support, (10..75).collect::<Vec<_>>());
    let known = [
        -0.180_461_628_650_839_84,
        0.081_378_710_688_189_2,
        0.039_901_812_523_170_245,
        -0.051_665_577_076_573_75,
    ];
    close(&fit.coefficients, known, 1e-12);
    assert!((fit.scale / 0.557_203_727_987_677_4 - 1.0).abs() < 1e-12);
}

/// Most observations on one line, exactly or up to rounding: these are the support.
#[test]
fn what_most_observations_are_on_is_found() {
    for shift in [0.0, 1e6] {
        let sample: Vec<Observation<2>> = (0..11_i32)
            .map(|i| {
                let t = f64::from(i) + shift;
                let wrong = if i % 4 == 1 { f64::from(i) + 5.0 } else { 0.0 };
                Observation::on_line(t, 0.1 + 0.3 * t + wrong)
            })
            .collect();
        let fit = ReweightedLeastSquares::default().fit(&sample).unwrap();
        assert_eq!(fit.support, [0, 2, 3, 4, 6, 7, 8, 10]);
        assert!((fit.coefficients[1] - 0.3).abs() < 1e-9 && fit.scale < 1e-9);
    }
}

/// A normal number, as a sum of twelve uniform ones.
fn normal(state: &mut u64) -> f64 {
    (0..12).map(|_| uniform(state)).sum::<f64>() - 6.0
}

/// The mean of the trimmed scale of normal samples with standard deviation 1.
fn mean_scale<const D: usize>(n: usize, kept: Option<usize>) -> f64 {
    let mut state = 7;
    let trimmed = LeastTrimmedSquares {
        kept,
        starts: 200,
        seed: 0,
    };
    let scales = (0..60).map(|_| {
        let sample: Vec<Observation<D>> = (0..n)
            .map(|_| Observation {
                x: SVector::from_fn(|j, _| if j == 0 { 1.0 } else { normal(&mut state) }),
                y: normal(&mut state),
            })
            .collect();
        let fit = ReweightedLeastSquares { trimmed }.fit(&sample).unwrap();
        fit.trimmed_scale
    });
    scales.sum::<f64>() / 60.0
}

#[test]
fn the_trimmed_scale_is_that_of_normal_errors() {
    let means = [
        mean_scale::<1>(20, None),
        mean_scale::<1>(80, None),
        mean_scale::<2>(20, None),
        mean_scale::<2>(80, None),
        mean_scale::<3>(20, None),
        mean_scale::<3>(80, None),
        mean_scale::<2>(40, Some(30)),
        mean_scale::<2>(40, Some(40)),
    ];
    for mean in means {
        assert!((mean - 1.0).abs() < 0.12, "{means:?}");
    }
}

/// Least squares of what is within 1 of least trimmed squares, in no matter which units.
#[derive(Clone)]
struct WithAbsoluteThreshold;

impl Estimator for WithAbsoluteThreshold {
    type Claim = Regression<2>;

    fn claim(&self) -> Regression<2> {
        Regression
    }

    fn name(&self) -> String {
        "least squares within a distance of 1".to_owned()
    }

    fn estimate(&self, sample: &[Observation<2>]) -> Result<SVector<f64, 2>, Refusal> {
        let trimmed = LeastTrimmedSquares::default().estimate(sample)?;
        let is_near = |o: &&Observation<2>| o.residual(&trimmed).abs() <= 1.0;
        let kept: Vec<Observation<2>> = sample.iter().filter(is_near).copied().collect();
        LeastSquares.estimate(&kept)
    }
}

#[test]
fn an_absolute_threshold_is_refused() {
    assert!(check(WithAbsoluteThreshold, 32).is_err());
}
