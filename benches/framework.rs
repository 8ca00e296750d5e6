//! What the abstraction costs: every pair is measured in one run, and the ratios are printed at the end.
//!
//! ```sh
//! cargo bench --all-features
//! ```

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use criterion::{BatchSize, Criterion};
use equivariant::groups::{Cyclic, SpecialEuclidean, SpecialOrthogonal};
use equivariant::sets::{Points, Power, Regular};
use equivariant::{Check, EquivariantMap, GSet, Sampled, Set};
use nalgebra::{Point3, Rotation3, Vector3};
use proptest::test_runner::{Config, TestRunner};

/// What is compared: group, ours, the peer, and the ratio that is the goal.
const PAIRS: [(&str, &str, &str, &str); 3] = [
    ("act on 10⁶ points", "GSet", "nalgebra loop", "1.0"),
    ("verify 10⁶ pairs", "verify", "hand-written loop", "≤ 1.1"),
    ("random check", "Check", "bare proptest", "≤ 1.2"),
];

fn rotation(i: usize) -> Rotation3<f64> {
    Rotation3::from_euler_angles(0.1 * i as f64, 0.2, -0.3 * i as f64)
}

fn point(i: usize) -> Point3<f64> {
    let t = i as f64;
    Point3::new(t.sin(), (1.7 * t).cos(), 0.001 * t)
}

fn centroid(points: &[Point3<f64>]) -> Point3<f64> {
    let sum: Vector3<f64> = points.iter().map(|p| p.coords).sum();
    Point3::from(sum / points.len() as f64)
}

fn act(criterion: &mut Criterion) {
    let (group, ours, peer, _) = PAIRS[0];
    let mut group = criterion.benchmark_group(group);
    let points: Vec<Point3<f64>> = (0..1_000_000).map(point).collect();
    let g = rotation(1);
    let cloud = Power::new(Points::<3>::default());
    group.bench_function(ours, |bencher| {
        bencher
            .iter(|| GSet::<SpecialOrthogonal<3>>::act(&cloud, black_box(&g), black_box(&points)));
    });
    group.bench_function(peer, |bencher| {
        bencher.iter(|| {
            let (g, points) = (black_box(&g), black_box(&points));
            points.iter().map(|p| g * p).collect::<Vec<_>>()
        });
    });
    group.finish();
}

/// A map of the size that people have: the centroid of a cloud of 64 points.
fn verify(criterion: &mut Criterion) {
    let (group, ours, peer, _) = PAIRS[1];
    let mut group = criterion.benchmark_group(group);
    let (so3, space) = (SpecialOrthogonal::<3>::default(), Points::<3>::default());
    let map = EquivariantMap::new(so3, Power::new(space), space, |x: &Vec<_>| centroid(x));
    let rotations: Vec<_> = (0..1000).map(rotation).collect();
    let clouds: Vec<Vec<_>> = (0..1000)
        .map(|i| (i..i + 64).map(point).collect())
        .collect();
    let pairs = || {
        rotations
            .iter()
            .flat_map(|g| clouds.iter().map(move |x| (*g, x.clone())))
    };
    group.bench_function(ours, |bencher| {
        bencher.iter(|| map.verify(pairs()).expect("the centroid is equivariant"));
    });
    group.bench_function(peer, |bencher| {
        bencher.iter(|| {
            let mut largest = 0.0_f64;
            for (g, x) in pairs() {
                let moved: Vec<_> = x.iter().map(|p| g * p).collect();
                let (left, right) = (centroid(&moved), g * centroid(&x));
                let error = (left - right).norm();
                let allowed = 256.0 * f64::EPSILON * left.coords.norm().max(right.coords.norm());
                assert!(error <= allowed);
                largest = largest.max(error);
            }
            largest
        });
    });
    group.finish();
}

fn random_check(criterion: &mut Criterion) {
    let (group, ours, peer, _) = PAIRS[2];
    let mut group = criterion.benchmark_group(group);
    let (se3, space) = (SpecialEuclidean::<3>::default(), Points::<3>::default());
    let clouds = Power::new(space);
    let map = EquivariantMap::new(se3, clouds, space, |x: &Vec<_>| centroid(x));
    let check = Check::default().seed(1).cases(1000);
    let cases = check
        .equivariant(&map)
        .expect("the centroid is equivariant");
    let cases = cases.tally("equivariant").map_or(1000, |tally| tally.cases);
    group.bench_function(ours, |bencher| {
        bencher.iter(|| {
            check
                .equivariant(&map)
                .expect("the centroid is equivariant")
        });
    });
    group.bench_function(peer, |bencher| {
        let config = Config {
            cases: cases as u32,
            failure_persistence: None,
            ..Config::default()
        };
        bencher.iter_batched(
            || TestRunner::new(config.clone()),
            |mut runner| {
                runner
                    .run(&(se3.strategy(), clouds.strategy()), |(g, x)| {
                        let moved: Vec<_> = x.iter().map(|p| g * p).collect();
                        let (left, right) = (centroid(&moved), g * centroid(&x));
                        let scale = moved.iter().map(|p| p.coords.norm()).fold(0.0, f64::max);
                        assert!((left - right).norm() <= 1e-9 * (scale + space.magnitude(&right)));
                        Ok(())
                    })
                    .expect("the centroid is equivariant");
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

/// A proof is linear in the number of points: four times the points, four times the time.
fn prove(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("prove on ℤ/n");
    for n in [16_384, 65_536] {
        let cyclic = Cyclic::new(n).expect("n is not 0");
        let shift =
            EquivariantMap::new(cyclic, Regular(cyclic), Regular(cyclic), move |x: &u64| {
                (x + 5) % n
            });
        group.bench_function(n.to_string(), |bencher| {
            bencher.iter(|| shift.prove().expect("a shift is equivariant"));
        });
    }
    group.finish();
}

/// The mean time of a benchmark that has been run, in nanoseconds.
fn mean(group: &str, name: &str) -> Option<f64> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder =
        |name: &str| name.replace(['?', '"', '/', '\\', '*', '<', '>', ':', '|', '^'], "_");
    let path = target
        .join("criterion")
        .join(folder(group))
        .join(folder(name))
        .join("new/estimates.json");
    let estimates: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    estimates["mean"]["point_estimate"].as_f64()
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(5))
        .configure_from_args();
    act(&mut criterion);
    verify(&mut criterion);
    random_check(&mut criterion);
    prove(&mut criterion);
    criterion.final_summary();

    println!("\nratios");
    for (group, ours, peer, goal) in PAIRS {
        if let (Some(time), Some(other)) = (mean(group, ours), mean(group, peer)) {
            println!(
                "  {group}: {ours} / {peer} = {:.2} (goal {goal})",
                time / other
            );
        }
    }
    if let (Some(small), Some(large)) =
        (mean("prove on ℤ/n", "16384"), mean("prove on ℤ/n", "65536"))
    {
        println!(
            "  prove on ℤ/n: n = 65536 / n = 16384 = {:.2} (goal 4.0: linear)",
            large / small
        );
    }
}
