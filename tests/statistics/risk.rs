//! Simulated risks: shards and threads, refusals, known values, and theorems with honest standard errors.

use std::convert::Infallible;
use std::f64::consts::PI;
use std::sync::Mutex;

use equivariant::Sampled;
use equivariant::groups::{LocationScale, Orthogonal, Translations};
use equivariant::sets::Points;
use equivariant::statistics::decision::*;
use equivariant::statistics::location::{Mean, Median};
use equivariant::statistics::{Estimator, Refusal};
use nalgebra::{Point, Rotation3, SVector, Translation, Vector3};

use super::decision::SEEDS;

/// By how many standard errors a simulated number may be off: that happens by chance once in a million times.
const FAR: f64 = 5.0;

/// That a risk is the expected one, within its standard error.
fn expect(risk: &Risk, expected: f64) {
    let off = (risk.mean() - expected).abs() / risk.standard_error();
    assert!(off <= FAR, "{risk}: {off} standard errors from {expected}");
}

/// That a risk is another one, by more than the standard error.
fn expect_not(risk: &Risk, other: f64) {
    let off = (risk.mean() - other).abs() / risk.standard_error();
    assert!(off > FAR, "{risk}: {off} standard errors from {other}");
}

fn total<S, D>(estimator: impl Fn(&S) -> D + Sync) -> impl Fn(&S) -> Result<D, Infallible> + Sync {
    move |x| Ok(estimator(x))
}

#[test]
fn shards_merge_to_the_whole_in_any_order() {
    let family = Errors::Cauchy.location(3);
    let simulation = Simulation::new(10_000).seed(11);
    let run = |simulation: &Simulation| {
        simulation
            .risk(|x| Mean.estimate(x), &family, &LocationLoss::Squared, &1.0)
            .unwrap()
    };
    let whole = run(&simulation);
    assert_eq!(whole.cases(), 10_000);
    let cuts = [0, 1, 17, 18, 4000, 4000, 9999, 10_000];
    let shards: Vec<Risk> = cuts
        .windows(2)
        .map(|cut| run(&simulation.clone().shard(cut[0]..cut[1])))
        .collect();
    let forward = shards.iter().cloned().fold(Risk::default(), Risk::merge);
    let backward = shards
        .iter()
        .rev()
        .cloned()
        .fold(Risk::default(), |sum, risk| risk.merge(sum));
    assert_eq!(forward, whole);
    assert_eq!(backward, whole);
    assert_eq!(forward.mean().to_bits(), whole.mean().to_bits());
    // beyond the end there is nothing
    assert_eq!(
        run(&simulation.clone().shard(10_000..20_000)),
        Risk::default()
    );
    assert_eq!(run(&simulation.clone().shard(0..u64::MAX)), whole);
    assert_ne!(run(&simulation.clone().seed(12)), whole);
}

/// The sums by hand, in one thread and without blocks: with the feature `rayon` and without, the same bits.
#[test]
fn threads_do_not_change_a_bit() {
    let family = Errors::StudentT {
        degrees: 3.try_into().unwrap(),
    }
    .location(4);
    let simulation = Simulation::new(5000).seed(3);
    let risk = simulation
        .risk(
            |x| Median.estimate(x),
            &family,
            &LocationLoss::Absolute,
            &7.0,
        )
        .unwrap();
    let mut sum = equivariant::law::ExactSum::default();
    for case in 0..5000 {
        let x = family.draw(&7.0, &mut random_of_case(3, case));
        sum.add(LocationLoss::Absolute.at(Median.estimate(&x).unwrap(), 7.0));
    }
    assert_eq!(risk.mean().to_bits(), (sum.value() / 5000.0).to_bits());
    // the generator and the seeding are fixed: these numbers have to be the same everywhere
    let mut random = random_of_case(3, 0);
    let first: [u64; 2] = [(); 2].map(|()| rand::Rng::next_u64(&mut random));
    assert_eq!(first, FIRST_WORDS);
}

/// One thread and four, which take the blocks in another order.
#[cfg(feature = "rayon")]
#[test]
fn four_threads_and_one_have_the_same_bits() {
    let family = Errors::Cauchy.location(5);
    let simulation = Simulation::new(20_000).seed(9);
    let with_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build().unwrap().install(|| {
            assert_eq!(rayon::current_num_threads(), threads);
            let of_median = |x: &Vec<f64>| Median.estimate(x);
            let of_mean = |x: &Vec<f64>| Mean.estimate(x);
            let loss = LocationLoss::Absolute;
            let risk = simulation.risk(of_median, &family, &loss, &2.0).unwrap();
            let comparison = simulation.compare(of_mean, of_median, &family, &loss, &2.0);
            (risk, comparison.unwrap())
        })
    };
    let (risk, comparison) = with_threads(1);
    for threads in [2, 4, 7] {
        let (other, compared) = with_threads(threads);
        assert_eq!(risk.mean().to_bits(), other.mean().to_bits());
        assert_eq!(
            risk.standard_error().to_bits(),
            other.standard_error().to_bits()
        );
        assert_eq!(risk, other);
        assert_eq!(comparison, compared);
    }
}

/// The first numbers of case 0 of seed 3, by a program of its own.
const FIRST_WORDS: [u64; 2] = [11_154_872_726_304_866_847, 15_252_966_951_073_131_985];

#[test]
fn comparisons_merge_too() {
    let family = Errors::Laplace.location(5);
    let simulation = Simulation::new(3000).seed(1);
    let run = |simulation: &Simulation| {
        let first = |x: &Vec<f64>| Mean.estimate(x);
        let second = |x: &Vec<f64>| Median.estimate(x);
        simulation
            .compare(first, second, &family, &LocationLoss::Squared, &0.0)
            .unwrap()
    };
    let whole = run(&simulation);
    let [a, b] = [0..100, 100..3000].map(|range| run(&simulation.clone().shard(range)));
    assert_eq!(b.merge(a), whole);
    let apart = whole.first().mean() - whole.second().mean();
    assert!((whole.difference() - apart).abs() < 1e-12);
    // both on the same samples: far more accurate than apart
    let errors = [whole.first(), whole.second()].map(Risk::standard_error);
    assert!(whole.standard_error() < 0.8 * errors[0].hypot(errors[1]));
    // an estimator beside itself
    let same = simulation.compare(
        |x| Mean.estimate(x),
        |x| Mean.estimate(x),
        &family,
        &LocationLoss::Squared,
        &0.0,
    );
    let same = same.unwrap();
    assert_eq!((same.difference(), same.standard_error()), (0.0, 0.0));
}

#[test]
fn the_standard_error_is_that_of_the_definition() {
    let family = Errors::Exponential.scale(2);
    let smallest = total(|x: &Vec<f64>| x[0].min(x[1]));
    let risk = Simulation::new(500)
        .risk(&smallest, &family, &ScaleLoss::Squared, &2.0)
        .unwrap();
    let losses: Vec<f64> = (0..500)
        .map(|case| {
            let x = family.draw(&2.0, &mut random_of_case(0, case));
            ScaleLoss::Squared.at(x[0].min(x[1]), 2.0)
        })
        .collect();
    let mean = losses.iter().sum::<f64>() / 500.0;
    let variance = losses.iter().map(|loss| (loss - mean).powi(2)).sum::<f64>() / 499.0;
    assert!((risk.standard_error() / (variance / 500.0).sqrt() - 1.0).abs() < 1e-12);
    assert!((risk.mean() / mean - 1.0).abs() < 1e-14);
}

#[test]
fn refusals_are_an_error_or_counted_and_never_dropped() {
    let family = Errors::Normal.location(3);
    let timid = |x: &Vec<f64>| {
        if x[0] < 2.0 {
            Ok(x[0])
        } else {
            Err(Refusal::Degenerate("too large"))
        }
    };
    let simulation = Simulation::new(5000).seed(2);
    let first = (0..5000).find(|&case| family.draw(&0.0, &mut random_of_case(2, case))[0] >= 2.0);
    let refused = simulation.risk(timid, &family, &LocationLoss::Squared, &0.0);
    let reason = "the sample is degenerate: too large".to_owned();
    // the first, whatever thread comes across which
    assert_eq!(
        refused,
        Err(NoRisk::Refused {
            case: first.unwrap(),
            reason
        })
    );

    let counting = simulation.clone().counting_refusals();
    let risk = counting
        .risk(timid, &family, &LocationLoss::Squared, &0.0)
        .unwrap();
    assert_eq!(risk.cases(), 5000);
    assert_eq!(risk.losses() + risk.refusals(), 5000);
    // P(x > 2) = 0.02275
    let expected = 5000.0 * 0.022_750_13;
    assert!((risk.refusals() as f64 - expected).abs() < FAR * expected.sqrt());
    assert!(risk.to_string().ends_with(&format!(
        "in 5000 cases, {} of them refused",
        risk.refusals()
    )));
    let both = counting.compare(
        timid,
        |x| Mean.estimate(x),
        &family,
        &LocationLoss::Squared,
        &0.0,
    );
    assert_eq!(both.unwrap().second().refusals(), risk.refusals());

    let always = |_: &Vec<f64>| Err::<f64, _>(Refusal::Empty);
    let run =
        |simulation: &Simulation| simulation.risk(always, &family, &LocationLoss::Squared, &0.0);
    assert_eq!(run(&counting), Err(NoRisk::NoLoss { cases: 5000 }));
    // all cases as a shard, which may be merged with others
    let risk = run(&counting.clone().shard(0..5000)).unwrap();
    assert_eq!((risk.losses(), risk.refusals()), (0, 5000));
    assert!(risk.mean().is_nan() && risk.standard_error() == f64::INFINITY);
}

#[test]
fn what_is_no_loss_is_refused() {
    let family = Errors::Normal.location(1);
    let run = |loss: &(dyn Fn(&f64, &f64) -> f64 + Sync)| {
        let loss = |d: &f64, theta: &f64| loss(d, theta);
        Simulation::new(100).risk(total(|x: &Vec<f64>| x[0]), &family, &loss, &0.0)
    };
    let not_a_number = run(&|_, _| f64::NAN);
    assert!(matches!(not_a_number, Err(NoRisk::NotALoss { case: 0, loss }) if loss.is_nan()));
    let negative = run(&|d, theta| d - theta).unwrap_err();
    assert!(matches!(negative, NoRisk::NotALoss { loss, .. } if loss < 0.0));
    // an infinite loss is one
    let risk = run(&|_, _| f64::INFINITY).unwrap();
    assert_eq!(
        (risk.mean(), risk.standard_error()),
        (f64::INFINITY, f64::INFINITY)
    );
}

#[test]
fn tiny_and_huge_losses_keep_their_mean_and_are_never_too_sure() {
    let family = Errors::Uniform.location(1);
    for scale in [1e-200, 1e-12, 1e12, 1e150] {
        let loss = |d: &f64, theta: &f64| scale * (d - theta).abs();
        let risk = Simulation::new(4000)
            .risk(total(|x: &Vec<f64>| x[0]), &family, &loss, &0.0)
            .unwrap();
        let mean = risk.mean() / scale;
        assert!((mean - 0.25).abs() < FAR * (1.0 / 48.0 / 4000.0_f64).sqrt());
        assert!(risk.standard_error() >= 0.9 * scale * (1.0 / 48.0 / 4000.0_f64).sqrt());
    }
}

#[test]
fn progress_is_reported_until_all_is_done() {
    let counts = Mutex::new(Vec::new());
    let progress = |done| counts.lock().unwrap().push(done);
    let family = Errors::Normal.location(1);
    Simulation::new(3000)
        .shard(500..3000)
        .progress(&progress)
        .risk(
            total(|x: &Vec<f64>| x[0]),
            &family,
            &LocationLoss::Squared,
            &0.0,
        )
        .unwrap();
    let mut counts = counts.into_inner().unwrap();
    counts.sort_unstable();
    assert_eq!(counts.last(), Some(&2500));
    assert!(counts.len() > 50);
    counts.dedup();
    assert!(counts.len() > 50, "each count once");
}

#[cfg(feature = "serde")]
#[test]
fn risks_are_stored_and_merged_by_another_machine() {
    let family = Errors::Normal.location(2);
    let run = |range| {
        let simulation = Simulation::new(1000).shard(range);
        simulation
            .risk(|x| Mean.estimate(x), &family, &LocationLoss::Squared, &0.0)
            .unwrap()
    };
    let stored = serde_json::to_string(&run(0..400)).unwrap();
    let read: Risk = serde_json::from_str(&stored).unwrap();
    assert_eq!(read.merge(run(400..1000)), run(0..1000));
}

/// Moments of the laws of errors: E x² or E |x|, from tables.
#[test]
fn errors_have_the_moments_of_their_laws() {
    let student = |degrees: u32| Errors::StudentT {
        degrees: degrees.try_into().unwrap(),
    };
    let euler = 0.577_215_664_901_532_9;
    let first = total(|x: &Vec<f64>| x[0]);
    for seed in SEEDS {
        let simulation = Simulation::new(40_000).seed(seed);
        let run = |errors: Errors, loss: LocationLoss, theta: f64| {
            let about = |d: &f64, _: &f64| loss.at(*d, theta);
            simulation
                .risk(&first, &errors.location(1), &about, &0.0)
                .unwrap()
        };
        for (errors, square) in [
            (Errors::Normal, 1.0),
            (Errors::Laplace, 2.0),
            (Errors::Logistic, PI * PI / 3.0),
            (Errors::Uniform, 1.0 / 12.0),
            (Errors::Exponential, 2.0),
            (Errors::Gumbel, PI * PI / 6.0 + euler * euler),
            (student(10), 1.25),
        ] {
            expect(&run(errors, LocationLoss::Squared, 0.0), square);
        }
        for (errors, size) in [
            (Errors::Normal, (2.0 / PI).sqrt()),
            (Errors::Laplace, 1.0),
            (Errors::Logistic, 2.0 * std::f64::consts::LN_2),
            (Errors::Exponential, 1.0),
            // 2 √ν Γ((ν+1)/2) / (√π (ν−1) Γ(ν/2))
            (student(3), 2.0 * 3_f64.sqrt() / PI),
            (
                student(5),
                2.0 * 5_f64.sqrt() * 2.0 / (PI.sqrt() * 4.0 * 0.75 * PI.sqrt()),
            ),
        ] {
            expect(&run(errors, LocationLoss::Absolute, 0.0), size);
        }
        // without moments: how often |x| > 1 is ½ for the Cauchy law, 1 of ν = 1 too
        for errors in [Errors::Cauchy, student(1)] {
            let outside = |d: &f64, _: &f64| f64::from(d.abs() > 1.0);
            expect(
                &simulation
                    .risk(&first, &errors.location(1), &outside, &0.0)
                    .unwrap(),
                0.5,
            );
        }
        // signs and tails: P(x > 1)
        for (errors, above) in [
            (Errors::Laplace, 0.5 / std::f64::consts::E),
            (Errors::Logistic, 1.0 / (1.0 + std::f64::consts::E)),
            (Errors::Cauchy, 0.25),
            (Errors::Gumbel, 1.0 - (-(-1_f64).exp()).exp()),
            (student(2), 0.5 - 1.0 / (2.0 * 3_f64.sqrt())),
        ] {
            let is_above = |d: &f64, _: &f64| f64::from(*d > 1.0);
            expect(
                &simulation
                    .risk(&first, &errors.location(1), &is_above, &0.0)
                    .unwrap(),
                above,
            );
        }
    }
}

/// Known risks of the mean and the median: variances of order statistics by quadrature.
#[test]
fn risks_of_the_mean_and_the_median_are_the_known_ones() {
    for seed in SEEDS {
        let simulation = Simulation::new(30_000).seed(seed);
        let median = |errors: Errors, n: usize| {
            let family = errors.location(n);
            simulation
                .risk(
                    |x| Median.estimate(x),
                    &family,
                    &LocationLoss::Squared,
                    &1.0,
                )
                .unwrap()
        };
        expect(&median(Errors::Laplace, 5), 0.351_180_6);
        expect(&median(Errors::Laplace, 9), 1.575_615 / 9.0);
        expect(&median(Errors::Logistic, 5), 3.949_341 / 5.0);
        expect(&median(Errors::Normal, 5), 1.434_168 / 5.0);
        expect(&median(Errors::Cauchy, 11), 3.374_839 / 11.0);
        for (errors, variance) in [
            (Errors::Normal, 1.0),
            (Errors::Laplace, 2.0),
            (Errors::Uniform, 1.0 / 12.0),
        ] {
            let family = errors.location(5);
            let mean = simulation.risk(|x| Mean.estimate(x), &family, &LocationLoss::Squared, &1.0);
            expect(&mean.unwrap(), variance / 5.0);
        }
        // w²/(2(n+1)(n+2)), from ends that no estimator of the crate is needed for
        let midrange = total(|x: &Vec<f64>| {
            let largest = x.iter().copied().fold(f64::MIN, f64::max);
            0.5 * (largest + x.iter().copied().fold(f64::MAX, f64::min))
        });
        let family = Errors::Uniform.location(5);
        let risk = simulation
            .risk(midrange, &family, &LocationLoss::Squared, &1.0)
            .unwrap();
        expect(&risk, 1.0 / 84.0);
    }
}

/// E f(m) for the median m of five Cauchy errors, by the trapezoidal rule: m = tan(πt) where t has the density
/// 30 (¼ − t²)², |t| < ½, with t = tanh(s)/2 for ends of any power.
fn of_cauchy_median(f: impl Fn(f64) -> f64) -> f64 {
    let h = 1e-3;
    (-20_000..=20_000_i32)
        .map(|k| {
            let s = f64::from(k) * h;
            // ½ − |t| without cancellation
            let to_end = 1.0 / (1.0 + (2.0 * s.abs()).exp());
            let median = 1.0 / (PI * to_end).tan();
            let weight = to_end * (1.0 - to_end);
            30.0 * weight.powi(2) * f(median) * 2.0 * weight * h
        })
        .sum()
}

/// For n = 5 the squared error has a mean and no variance, and so no standard error. The mean is that of the
/// tables; what is simulated is the loss cut at 25.
#[test]
fn a_loss_without_a_variance_is_cut_to_be_simulated() {
    assert!((of_cauchy_median(|_| 1.0) - 1.0).abs() < 1e-12);
    let risk = of_cauchy_median(|m| m * m);
    assert!((risk - 1.221_253_0).abs() < 1e-6, "{risk}");
    let cut_at = of_cauchy_median(|m| (m * m).min(25.0));
    for seed in SEEDS {
        let cut = |d: &f64, theta: &f64| LocationLoss::Squared.at(*d, *theta).min(25.0);
        let family = Errors::Cauchy.location(5);
        let simulation = Simulation::new(30_000).seed(seed);
        let risk = simulation
            .risk(|x| Median.estimate(x), &family, &cut, &3.0)
            .unwrap();
        expect(&risk, cut_at);
    }
}

/// The theorem: wherever on the orbit, the risk is the same. With other random numbers it is so within the
/// standard error, with the same ones within rounding.
#[test]
fn the_risk_of_an_equivariant_estimator_is_constant_on_orbits() {
    let parameters = [
        (1.0, 0.0),
        (1.0, 100.0),
        (1e-6, 5.0),
        (1e6, -1e9),
        (3.0, 1e-3),
    ];
    let parameters = parameters.map(|(scale, location)| LocationScale { scale, location });
    for loss in [LocationLoss::Squared, LocationLoss::Absolute] {
        for errors in [Errors::Normal, Errors::Logistic, Errors::Exponential] {
            for seed in SEEDS {
                let risk = |theta: &LocationScale, seed: u64, is_mean: bool| {
                    let estimate = |x: &Vec<f64>| {
                        if is_mean {
                            Mean.estimate(x)
                        } else {
                            Median.estimate(x)
                        }
                    };
                    let family = errors.location_scale(6);
                    let simulation = Simulation::new(3000).seed(seed);
                    simulation
                        .risk(estimate, &family, &StandardisedLoss(loss), theta)
                        .unwrap()
                };
                for is_mean in [true, false] {
                    let base = risk(&parameters[0], seed, is_mean);
                    for (place, theta) in parameters.iter().enumerate() {
                        let same_numbers = risk(theta, seed, is_mean);
                        assert!((same_numbers.mean() / base.mean() - 1.0).abs() < 1e-7);
                        let other = risk(theta, 1000 * (place as u64 + 1) + seed, is_mean);
                        let error = other.standard_error().hypot(base.standard_error());
                        assert!(
                            (other.mean() - base.mean()).abs() < FAR * error,
                            "{other}, {base}"
                        );
                    }
                }
            }
        }
    }
}

/// A mean that is drawn towards 0 by a tenth: 0.81/n + θ²/100, not constant.
#[test]
fn the_risk_of_a_shrunk_mean_depends_on_the_parameter() {
    for seed in SEEDS {
        let simulation = Simulation::new(20_000).seed(seed);
        let family = Errors::Normal.location(4);
        let risk = |theta: f64| {
            let shrunk = |x: &Vec<f64>| Mean.estimate(x).map(|mean| 0.9 * mean);
            simulation
                .risk(shrunk, &family, &LocationLoss::Squared, &theta)
                .unwrap()
        };
        for theta in [0.0, 1.0, 3.0, -10.0] {
            expect(&risk(theta), 0.81 / 4.0 + theta * theta / 100.0);
        }
        expect_not(&risk(0.0), 0.25);
        expect_not(&risk(3.0), 0.25);
    }
}

type Means<const D: usize> =
    TransformationFamily<Translations<D>, Points<D>, fn(&mut Random) -> Point<f64, D>>;

/// One normal vector about a mean.
fn normal_vectors<const D: usize>() -> Means<D> {
    TransformationFamily::new(Translations::default(), Points::default(), |random| {
        Point::from(SVector::<f64, D>::from_fn(|_, _| {
            Errors::Normal.draw(random)
        }))
    })
}

fn squared_distance<const D: usize>(d: &Point<f64, D>, theta: &Translation<f64, D>) -> f64 {
    (d.coords - theta.vector).norm_squared()
}

/// (1 − (D − 2)/|x|²) x.
fn james_stein<const D: usize>(x: &Point<f64, D>) -> Point<f64, D> {
    x * (1.0 - (D as f64 - 2.0) / x.coords.norm_squared())
}

/// The same, never turned about: (1 − (D − 2)/|x|²)₊ x.
fn positive_part<const D: usize>(x: &Point<f64, D>) -> Point<f64, D> {
    x * (1.0 - (D as f64 - 2.0) / x.coords.norm_squared()).max(0.0)
}

/// The risk D − (D − 2)² E 1/(D − 2 + 2K) of James and Stein, K Poisson with the mean |θ|²/2.
fn risk_of_james_stein(dimension: f64, theta: f64) -> f64 {
    let mean = 0.5 * theta * theta;
    let mut probability = (-mean).exp();
    let mut sum = 0.0;
    for k in 0..400 {
        let k = f64::from(k);
        sum += probability / (dimension - 2.0 + 2.0 * k);
        probability *= mean / (k + 1.0);
    }
    dimension - (dimension - 2.0).powi(2) * sum
}

fn along<const D: usize>(size: f64) -> Translation<f64, D> {
    let mut theta = SVector::<f64, D>::zeros();
    theta[0] = size;
    Translation::from(theta)
}

#[test]
fn james_and_stein_depend_on_the_parameter_and_dominate_the_mean() {
    assert_eq!(risk_of_james_stein(3.0, 0.0), 2.0);
    // the theorem of 1961, in closed form: better everywhere, without a lower bound in between
    let risks: Vec<f64> = (0..20)
        .map(|size| risk_of_james_stein(3.0, f64::from(size)))
        .collect();
    assert!(risks.is_sorted() && risks.iter().all(|&risk| (2.0..3.0).contains(&risk)));

    for seed in SEEDS {
        let simulation = Simulation::new(20_000).seed(seed);
        // the loss has a variance for D ≥ 5
        for size in [0.0, 1.0, 2.0, 5.0] {
            let family = normal_vectors::<5>();
            let risk = simulation.risk(
                total(james_stein::<5>),
                &family,
                &squared_distance::<5>,
                &along(size),
            );
            let risk = risk.unwrap();
            expect(&risk, risk_of_james_stein(5.0, size));
            if size < 2.0 {
                expect_not(&risk, 5.0);
            }
        }
        // and for D = 3 once it is never turned about: at most the risk of James and Stein
        for size in [0.0, 1.0, 2.0] {
            let comparison = simulation.compare(
                total(positive_part::<3>),
                total(|x: &Point<f64, 3>| *x),
                &normal_vectors::<3>(),
                &squared_distance::<3>,
                &along(size),
            );
            let comparison = comparison.unwrap();
            expect(comparison.second(), 3.0);
            let gain = risk_of_james_stein(3.0, size) - 3.0;
            let error = comparison.standard_error();
            assert!(
                comparison.difference() < gain + FAR * error,
                "{comparison}, {gain}"
            );
            assert!(comparison.difference() < -FAR * error, "{comparison}");
        }
        // the mean of all, which is equivariant, has the risk 5 everywhere
        for size in [0.0, 2.0, 1e6] {
            let family = normal_vectors::<5>();
            let all = total(|x: &Point<f64, 5>| *x);
            expect(
                &simulation
                    .risk(all, &family, &squared_distance::<5>, &along(size))
                    .unwrap(),
                5.0,
            );
        }
    }
}

/// Under rotations James and Stein are equivariant, and on each orbit, |θ| = 2, the risk is constant.
#[test]
fn james_and_stein_are_constant_on_the_orbits_of_rotations() {
    let o3 = Orthogonal::<3>::default();
    let space = Points::<3>::default();
    let map = equivariant::EquivariantMap::new(o3, space, space, james_stein::<3>);
    let apart_from_zero = o3
        .corners()
        .into_iter()
        .flat_map(|g| [[1.0, 2.0, 3.0], [-1.0, 0.0, 0.5]].map(|x| (g, Point::from(x))));
    map.verify(apart_from_zero).unwrap();
    for seed in SEEDS {
        let risk = |theta: Vector3<f64>, seed| {
            let simulation = Simulation::new(20_000).seed(seed);
            let shrunk = total(positive_part::<3>);
            simulation
                .risk(
                    shrunk,
                    &normal_vectors(),
                    &squared_distance::<3>,
                    &theta.into(),
                )
                .unwrap()
        };
        let base = risk(Vector3::new(2.0, 0.0, 0.0), seed);
        for (place, angle) in [0.3_f64, 1.0, 2.0].into_iter().enumerate() {
            let turn = Rotation3::from_euler_angles(angle, 2.0 * angle, -angle);
            let turned = risk(
                turn * Vector3::new(2.0, 0.0, 0.0),
                100 * (place as u64 + 1) + seed,
            );
            let error = turned.standard_error().hypot(base.standard_error());
            assert!(
                (turned.mean() - base.mean()).abs() < FAR * error,
                "{turned}, {base}"
            );
        }
        let farther = risk(Vector3::new(4.0, 0.0, 0.0), seed);
        assert!(
            farther.mean() - base.mean()
                > FAR * farther.standard_error().hypot(base.standard_error())
        );
    }
}

/// Γ(k/2) for k > 0, by recurrence from Γ(½) = √π and Γ(1) = 1.
fn gamma_of_half(k: u32) -> f64 {
    match k {
        1 => PI.sqrt(),
        2 => 1.0,
        _ => (f64::from(k) / 2.0 - 1.0) * gamma_of_half(k - 2),
    }
}

/// The multiple c of √(SS/2) that the Bayes estimator of σ is for (d/σ − 1)², when the prior is da db/b^p.
///
/// The posterior of b has the density b^(1−n−p) e^(−SS/2b²), and ∫ b^(−m) e^(−SS/2b²) db is proportional to
/// Γ((m−1)/2) (SS/2)^(−(m−1)/2), so that E[1/b]/E[1/b²] = √(SS/2) Γ((n+p−1)/2)/Γ((n+p)/2).
fn bayes_multiple(n: u32, p: u32) -> f64 {
    gamma_of_half(n + p - 1) / gamma_of_half(n + p)
}

/// Its risk E(c √(SS/2)/σ − 1)², where SS/2σ² is Gamma((n−1)/2): c² (n−1)/2 − 2c Γ(n/2)/Γ((n−1)/2) + 1.
fn risk_of_multiple(n: u32, c: f64) -> f64 {
    let mean = gamma_of_half(n) / gamma_of_half(n - 1);
    c * c * (f64::from(n) - 1.0) / 2.0 - 2.0 * c * mean + 1.0
}

/// For the scale of normal observations, the Bayes estimator of the left Haar measure da db/b² is strictly
/// worse than that of the right one, da db/b, and that is the best of all equivariant ones.
#[test]
fn left_haar_measure_is_strictly_worse_than_right() {
    let known = [
        (2, PI / 8.0, 1.0 - 2.0 / PI),
        (3, 0.232_55, 0.214_60),
        (5, 0.124_33, 0.116_43),
        (10, 0.056_18, 0.053_93),
    ];
    for (n, left_risk, right_risk) in known {
        let [right, left] = [1, 2].map(|p| bayes_multiple(n, p));
        assert!((risk_of_multiple(n, left) - left_risk).abs() < 6e-6);
        assert!((risk_of_multiple(n, right) - right_risk).abs() < 6e-6);
        // the best multiple of all: a little to either side is worse
        for c in [right - 1e-3, right + 1e-3, left] {
            assert!(risk_of_multiple(n, c) > risk_of_multiple(n, right));
        }
        for seed in SEEDS {
            let multiple = |c: f64| {
                move |x: &Vec<f64>| {
                    let mean = Mean.estimate(x)?;
                    let squares: f64 = x.iter().map(|x| (x - mean).powi(2)).sum();
                    Ok::<f64, Refusal>(c * (squares / 2.0).sqrt())
                }
            };
            let theta = LocationScale {
                scale: 3.0,
                location: -7.0,
            };
            let comparison = Simulation::new(30_000).seed(seed).compare(
                multiple(left),
                multiple(right),
                &Errors::Normal.location_scale(n as usize),
                &ScaleLoss::Squared,
                &theta,
            );
            let comparison = comparison.unwrap();
            expect(comparison.first(), risk_of_multiple(n, left));
            expect(comparison.second(), risk_of_multiple(n, right));
            let worse = risk_of_multiple(n, left) - risk_of_multiple(n, right);
            assert!((comparison.difference() - worse).abs() < FAR * comparison.standard_error());
            assert!(
                comparison.difference() > FAR * comparison.standard_error(),
                "{comparison}"
            );
        }
    }
}

#[test]
fn without_a_loss_there_is_no_risk() {
    let family = Errors::Normal.location(2);
    let loss = LocationLoss::Squared;
    let refuses = |_: &Vec<f64>| Err::<f64, _>("never");
    let mean = |x: &Vec<f64>| Mean.estimate(x);
    let none = Simulation::new(0);
    let empty = Err(NoRisk::NoLoss { cases: 0 });
    assert_eq!(none.risk(mean, &family, &loss, &0.0), empty);
    let compared = none.compare(mean, mean, &family, &loss, &0.0);
    assert_eq!(compared, Err(NoRisk::NoLoss { cases: 0 }));

    let all = Simulation::new(40).counting_refusals();
    let refused = all.risk(refuses, &family, &loss, &0.0).unwrap_err();
    assert_eq!(refused, NoRisk::NoLoss { cases: 40 });
    assert_eq!(refused.to_string(), "none of the 40 cases has a loss");
    let compared = all.compare(mean, refuses, &family, &loss, &0.0);
    assert_eq!(compared, Err(NoRisk::NoLoss { cases: 40 }));

    // a shard may be without losses, and says so
    let shard = all.clone().shard(3..10);
    let shard = shard.risk(refuses, &family, &loss, &0.0).unwrap();
    assert_eq!(shard.to_string(), "no loss in 7 cases");
    let nothing = none.shard(0..0).risk(mean, &family, &loss, &0.0);
    assert_eq!(nothing, Ok(Risk::default()));
    assert_eq!(Comparison::default().to_string(), "no loss in 0 cases");
}
