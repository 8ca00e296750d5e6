//! Estimators for points in the plane.

use std::cmp::Ordering;

use nalgebra::{Matrix2, Point2, Vector2, matrix, point, vector};

use equivariant::groups::{Affine, AffineTransformation};
use equivariant::sets::{Multisets, Partial, Points};
use equivariant::statistics::claim::AffineInvariants;
use equivariant::statistics::multivariate::{
    DeepestRegion, HalfSpaceDepth, OjaMedian, SpatialMedian, TukeyMedian,
};
use equivariant::statistics::{Estimator, Refusal};
use equivariant::{Check, EquivariantMap};

use super::check::{SEEDS, check_forgotten, holds};

/// Whole numbers that look random.
struct Random(u64);

impl Random {
    fn below(&mut self, n: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        ((self.0 >> 33) % n as u64) as i64
    }

    /// Points of a grid of this size.
    fn points(&mut self, n: i64, size: i64) -> Vec<[i64; 2]> {
        (0..n)
            .map(|_| [self.below(size), self.below(size)])
            .collect()
    }
}

fn real(points: &[[i64; 2]]) -> Vec<Point2<f64>> {
    points
        .iter()
        .map(|x| point![x[0] as f64, x[1] as f64])
        .collect()
}

/// A line, the points at which a x + b y = c, and on whose left a x + b y < c.
type IntegerLine = [i128; 3];

/// The line through two points.
fn line([p, q]: [[i64; 2]; 2]) -> IntegerLine {
    let [x, y, u, v] = [p[0], p[1], q[0], q[1]].map(i128::from);
    [v - y, x - u, x * v - y * u]
}

/// a x + b y − c at (x/w, y/w), times w > 0.
fn value([a, b, c]: IntegerLine, [x, y, w]: [i128; 3]) -> i128 {
    a * x + b * y - c * w
}

/// Where two lines cross, unless they are parallel: (x/w, y/w), with w > 0.
fn crossing([a, b, c]: IntegerLine, [d, e, f]: IntegerLine) -> Option<[i128; 3]> {
    let w = a * e - b * d;
    (w != 0).then(|| {
        [
            (c * e - b * f) * w.signum(),
            (a * f - c * d) * w.signum(),
            w.abs(),
        ]
    })
}

/// The centre of gravity of the convex hull of points, some of which may be equal up to rounding.
fn centre(mut points: Vec<Point2<f64>>) -> Point2<f64> {
    points.sort_by(|p, q| p.x.total_cmp(&q.x).then(p.y.total_cmp(&q.y)));
    points.dedup_by(|p, q| (*p - *q).norm() < 1e-9);
    let mut hull: Vec<Point2<f64>> = Vec::new();
    let there = points.clone();
    let back: Vec<_> = points.iter().rev().copied().collect();
    for half in [there, back] {
        let start = hull.len();
        for p in half {
            while hull.len() >= start + 2 {
                let [a, b] = [hull[hull.len() - 2], hull[hull.len() - 1]];
                if (b - a).perp(&(p - a)) > 1e-9 {
                    break;
                }
                hull.pop();
            }
            hull.push(p);
        }
        hull.pop();
    }
    match hull[..] {
        [] => points[0],
        [a] => a,
        [a, b] => nalgebra::center(&a, &b),
        [a, ..] => {
            let mut area = 0.0;
            let mut moment = vector![0.0, 0.0];
            for pair in hull[1..].windows(2) {
                let part = (pair[0] - a).perp(&(pair[1] - a));
                area += part;
                moment += (pair[0] - a + (pair[1] - a)) * (part / 3.0);
            }
            a + moment / area
        }
    }
}

/// Tukey's median by its definition: for each k, all half-planes with more than n − k points whose border
/// passes through two of them, and all points in which two borders cross.
fn tukey_median_by_definition(points: &[[i64; 2]]) -> (usize, Point2<f64>) {
    let n = points.len();
    let pairs = points
        .iter()
        .flat_map(|&p| points.iter().map(move |&q| [p, q]));
    let lines: Vec<IntegerLine> = pairs.filter(|[p, q]| p != q).map(line).collect();
    let inside = |l: IntegerLine| {
        let contains = |x: &&[i64; 2]| value(l, [x[0].into(), x[1].into(), 1]) <= 0;
        points.iter().filter(contains).count()
    };
    let counts: Vec<usize> = lines.iter().map(|&l| inside(l)).collect();
    for depth in (1..=n).rev() {
        let borders = lines
            .iter()
            .zip(&counts)
            .filter(|(_, count)| **count > n - depth);
        let borders: Vec<IntegerLine> = borders.map(|(&l, _)| l).collect();
        let mut vertices = Vec::new();
        for (i, &l) in borders.iter().enumerate() {
            for x in borders[..i].iter().filter_map(|&m| crossing(l, m)) {
                if borders.iter().all(|&m| value(m, x) <= 0) {
                    let w = x[2] as f64;
                    vertices.push(point![x[0] as f64 / w, x[1] as f64 / w]);
                }
            }
        }
        if !vertices.is_empty() {
            return (depth, centre(vertices));
        }
    }
    unreachable!("depth 1 is the convex hull");
}

/// Whether all points are on one line.
fn is_on_line(points: &[[i64; 2]]) -> bool {
    let other = points.iter().find(|x| **x != points[0]);
    other.is_none_or(|&q| {
        let l = line([points[0], q]);
        points
            .iter()
            .all(|x| value(l, [x[0].into(), x[1].into(), 1]) == 0)
    })
}

#[test]
fn the_tukey_median_is_that_of_the_definition() {
    let mut random = Random(1);
    for case in 0..400 {
        let n = 1 + random.below(11);
        let points = random.points(n, [2, 3, 4, 6, 50][case % 5]);
        if is_on_line(&points) {
            continue;
        }
        let sample = real(&points);
        let (depth, known) = tukey_median_by_definition(&points);
        let deepest = TukeyMedian.deepest(&sample).unwrap();
        assert_eq!(deepest.depth, depth, "{points:?}");
        let median = TukeyMedian.estimate(&sample).unwrap();
        assert!(
            (median - known).norm() < 1e-9,
            "{points:?}: {median} for {known}"
        );
        // no observation is deeper
        let depths = HalfSpaceDepth.estimate(&sample).unwrap();
        assert!(depths.iter().all(|&other| other <= depth as f64));
    }
}

/// Oja's median by its definition: the sum of areas in all points in which two lines cross.
fn oja_median_by_definition(points: &[[i64; 2]]) -> Point2<f64> {
    let pairs = (0..points.len()).flat_map(|i| (0..i).map(move |j| [points[i], points[j]]));
    let lines: Vec<IntegerLine> = pairs.map(line).collect();
    let mut least: Option<[i128; 2]> = None;
    let mut vertices = Vec::new();
    for (i, &l) in lines.iter().enumerate() {
        for x in lines[..i].iter().filter_map(|&m| crossing(l, m)) {
            let sum: i128 = lines.iter().map(|&m| value(m, x).abs()).sum();
            let order = least.map(|[least, w]| (sum * w).cmp(&(least * x[2])));
            if order.is_none_or(Ordering::is_lt) {
                vertices.clear();
                least = Some([sum, x[2]]);
            }
            if order.is_none_or(Ordering::is_le) {
                let w = x[2] as f64;
                vertices.push(point![x[0] as f64 / w, x[1] as f64 / w]);
            }
        }
    }
    centre(vertices)
}

#[test]
fn the_oja_median_is_that_of_the_definition() {
    let mut random = Random(2);
    for case in 0..400 {
        let n = 3 + random.below(7);
        let points = random.points(n, [2, 3, 4, 6, 50][case % 5]);
        let sample = real(&points);
        if is_on_line(&points) {
            let refusal = OjaMedian.estimate(&sample).unwrap_err();
            assert!(matches!(refusal, Refusal::Degenerate(_)));
            continue;
        }
        let known = oja_median_by_definition(&points);
        let median = OjaMedian.estimate(&sample).unwrap();
        assert!(
            (median - known).norm() < 1e-9,
            "{points:?}: {median} for {known}"
        );
    }
}

#[test]
fn the_oja_median_moves_with_affine_maps() {
    let equivariant = affine(|sample| OjaMedian.estimate(sample));
    equivariant.verify(maps_that_keep_the_order()).unwrap();
    // and with ties that the map breaks by rounding
    let mut random = Random(5);
    let mut pairs = Vec::new();
    for map in some_maps() {
        for size in [3, 5, 9, 100] {
            let n = 3 + random.below(18);
            pairs.push((map, real(&random.points(n, size))));
        }
    }
    equivariant.verify(pairs).unwrap();
}

/// Affine maps of the plane, some of them thin and some of them far.
fn some_maps() -> impl Iterator<Item = AffineTransformation<2>> {
    (1..50_i32).map(|i| {
        let t = f64::from(i);
        AffineTransformation {
            linear: matrix![t, 1.0; t.sin(), 0.5 - t.cos()],
            translation: vector![100.0 * t, -t * t],
        }
    })
}

/// Maps that are computed without rounding, with samples of a small grid; and maps that are rounded, with
/// samples in general position.
fn maps_that_keep_the_order() -> Vec<(AffineTransformation<2>, Vec<Point2<f64>>)> {
    let mut random = Random(3);
    let mut pairs = Vec::new();
    for case in 0..200 {
        let n = 1 + random.below(20);
        let unit = f64::exp2(case as f64 - 100.0);
        let shear = AffineTransformation {
            linear: matrix![2.0, 1.0; 7.0, 4.0] * unit,
            translation: vector![unit, 0.0],
        };
        pairs.push((shear, real(&random.points(n, [3, 5, 9, 100][case % 4]))));
        let shift = AffineTransformation {
            linear: matrix![-1.0, 3.0; 0.0, 1.0],
            translation: vector![12345.0, -678.0],
        };
        pairs.push((shift, real(&random.points(n, 4))));
    }
    for map in some_maps() {
        let n = 1 + random.below(20);
        pairs.push((map, real(&random.points(n, 1_000_000))));
    }
    pairs
}

#[test]
fn the_tukey_median_moves_with_affine_maps() {
    affine(|sample| TukeyMedian.estimate(sample))
        .verify(maps_that_keep_the_order())
        .unwrap();
    // in any order
    let mut random = Random(4);
    for _ in 0..50 {
        let mut sample = real(&random.points(9, 4));
        let median = TukeyMedian.estimate(&sample).unwrap();
        sample.reverse();
        assert_eq!(TukeyMedian.estimate(&sample), Ok(median));
    }
}

/// The map from samples to points, with the claim that it moves with affine maps.
fn affine(
    location: impl Fn(&Vec<Point2<f64>>) -> Result<Point2<f64>, Refusal>,
) -> EquivariantMap<
    Affine<2>,
    Multisets<Points<2>>,
    Partial<Points<2>, Refusal>,
    impl Fn(&Vec<Point2<f64>>) -> Result<Point2<f64>, Refusal>,
> {
    let values = Partial::new(Points::default());
    EquivariantMap::new(Affine::default(), Multisets::default(), values, location)
}

#[test]
fn depth_and_medians_of_the_plane_move_with_affine_maps_in_general_position() {
    holds(HalfSpaceDepth);
    holds(TukeyMedian);
    holds(OjaMedian);
}

/// Three points on a line are not on a line any more where they are moved with rounding.
#[test]
fn depth_is_not_claimed_of_all_samples() {
    let depth = |sample: &Vec<_>| HalfSpaceDepth.estimate(sample);
    let violation = check_forgotten(AffineInvariants::<2>, Box::new(depth), 64).unwrap_err();
    assert_eq!(violation.law(), "invariant");
}

#[test]
fn the_first_deepest_observation_is_no_function_of_the_multiset() {
    let first = affine(|sample| {
        let depths = HalfSpaceDepth.estimate(sample)?;
        let deepest = depths.iter().copied().fold(0.0, f64::max);
        let first = depths.iter().position(|&depth| depth == deepest);
        Ok(sample[first.unwrap_or(0)])
    });
    for seed in SEEDS {
        let violation = Check::default().seed(seed).equivariant(&first).unwrap_err();
        assert_eq!(violation.law(), "well_defined");
    }
}

#[test]
fn the_depth_in_some_directions_is_not_affine() {
    // as a search over a fixed set of directions does it: the deepest observations, and their mean
    let by_directions = affine(|sample| {
        let depth = |x: &Point2<f64>| {
            let directions = (0..12_i32).map(|i| {
                let (sin, cos) = (std::f64::consts::TAU * f64::from(i) / 12.0).sin_cos();
                vector![cos, sin]
            });
            let inside =
                |u: Vector2<f64>| sample.iter().filter(|y| (*y - x).dot(&u) >= 0.0).count();
            directions.map(inside).min()
        };
        let deepest = sample.iter().map(depth).max();
        let deepest: Vec<_> = sample
            .iter()
            .filter(|x| Some(depth(x)) == deepest)
            .collect();
        let sum: Vector2<f64> = deepest.iter().map(|x| x.coords).sum();
        Ok(Point2::from(sum / deepest.len() as f64))
    });
    assert!(by_directions.verify(maps_that_keep_the_order()).is_err());
}

#[test]
fn an_oja_median_that_stops_at_an_absolute_tolerance_is_refused() {
    // least squares, each area weighted by its inverse, until the step is small
    let hasty = affine(|sample| {
        OjaMedian.estimate(sample)?;
        let mut q = SpatialMedian.estimate(&sample[..1])?;
        for _ in 0..50 {
            let (mut moments, mut pull) = (Matrix2::zeros(), Vector2::zeros());
            for (i, x) in sample.iter().enumerate() {
                for y in &sample[..i] {
                    let normal = vector![x.y - y.y, y.x - x.x];
                    let area = normal.dot(&(x - q));
                    let weight = 1.0 / area.abs().max(1e-9);
                    moments += normal * normal.transpose() * weight;
                    pull += normal * (area * weight);
                }
            }
            let flat = Refusal::Degenerate("all observations on a line");
            let step = moments.lu().solve(&pull).ok_or(flat)?;
            q += step;
            if step.norm() < 1e-3 {
                break;
            }
        }
        Ok(q)
    });
    assert!(hasty.verify(maps_that_keep_the_order()).is_err());
}

/// Air flow and water temperature of 21 days (K. A. Brownlee, *Statistical Theory and Methodology in Science and
/// Engineering*, 1965).
#[rustfmt::skip]
const STACKLOSS: [[i64; 2]; 21] = [
    [80, 27], [80, 27], [75, 25], [62, 24], [62, 22], [62, 23], [62, 24], [62, 24], [58, 23], [58, 18], [58, 18],
    [58, 17], [58, 18], [58, 19], [50, 18], [50, 18], [50, 19], [50, 19], [50, 20], [56, 20], [70, 20],
];

/// Acid concentration and loss on the same days.
#[rustfmt::skip]
const ACID_AND_LOSS: [[i64; 2]; 21] = [
    [89, 42], [88, 37], [90, 37], [87, 28], [87, 18], [87, 18], [93, 19], [93, 20], [87, 15], [80, 14], [89, 14],
    [88, 13], [82, 11], [93, 12], [89, 8], [86, 7], [72, 8], [79, 8], [80, 9], [82, 15], [91, 15],
];

/// Hours of sleep gained under two drugs, in tenths (Student, *Biometrika* 6, 1908).
#[rustfmt::skip]
const SLEEP: [[i64; 2]; 10] = [
    [7, 19], [-16, 8], [-2, 11], [-12, 1], [-1, -1], [34, 44], [37, 55], [8, 16], [0, 46], [20, 34],
];

/// By the definitions in fractions (Python).
#[test]
fn medians_of_real_samples_are_those_in_fractions() {
    for (sample, depth, corners, tukey, oja) in [
        (
            &STACKLOSS[..],
            9,
            2, // a segment
            point![19794.0 / 329.0, 6990.0 / 329.0],
            point![1744.0 / 29.0, 615.0 / 29.0],
        ),
        (
            &ACID_AND_LOSS[..],
            8,
            5,
            point![87.1112850812026, 16.127409118396844],
            point![87.0, 15.0],
        ),
        (
            &SLEEP[..],
            4,
            6,
            point![4.199220956855413, 17.10096653426697],
            point![13930.0 / 2005.0, 7700.0 / 401.0],
        ),
    ] {
        let sample = real(sample);
        let deepest = TukeyMedian.deepest(&sample).unwrap();
        assert_eq!((deepest.depth, deepest.vertices.len()), (depth, corners));
        let median = TukeyMedian.estimate(&sample).unwrap();
        assert!((median - tukey).norm() < 1e-13, "{median} for {tukey}");
        let median = OjaMedian.estimate(&sample).unwrap();
        assert!((median - oja).norm() < 1e-13, "{median} for {oja}");
    }
}

#[test]
fn few_points_and_points_on_a_line() {
    let [a, b, c] = [point![1.0, 2.0], point![4.0, 3.0], point![2.0, 8.0]];
    assert_eq!(TukeyMedian.estimate(&[a]), Ok(a));
    assert_eq!(TukeyMedian.estimate(&[a, b]), Ok(point![2.5, 2.5]));
    let thirds = point![7.0 / 3.0, 13.0 / 3.0];
    for median in [
        TukeyMedian.estimate(&[a, b, c]),
        OjaMedian.estimate(&[a, b, c]),
    ] {
        assert!((median.unwrap() - thirds).norm() < 1e-14);
    }
    let few = Refusal::TooFew {
        found: 2,
        needed: 3,
    };
    assert_eq!(OjaMedian.estimate(&[a, b]), Err(few));
    // on a line that is no number: exact in the plane as on the line
    let line = [5.0, 1.0, 1.0, 2.0, 3.0, 3.0, 3.0].map(|t| point![0.1 * t, 0.1 * t]);
    let deepest = DeepestRegion {
        depth: 4,
        vertices: vec![line[4]],
    };
    assert_eq!(TukeyMedian.deepest(&line[..6]).unwrap().depth, 3);
    assert_eq!(TukeyMedian.deepest(&[line[4]; 5]).unwrap().depth, 5);
    let median = TukeyMedian
        .deepest(&[line[1], line[4], line[4], line[4], line[0], line[0]])
        .unwrap();
    assert_eq!(median, deepest);
    let same = vec![a; 4];
    assert_eq!(TukeyMedian.estimate(&same), Ok(a));
    assert!(matches!(
        OjaMedian.estimate(&same),
        Err(Refusal::Degenerate(_))
    ));
    let infinite = [a, point![f64::NAN, 0.0]];
    assert!(matches!(
        TukeyMedian.estimate(&infinite),
        Err(Refusal::NotFinite { index: 1, .. })
    ));
    // a number that is lost beside another
    let lost = [a, b, point![1e-100, 0.0]];
    assert!(matches!(
        TukeyMedian.estimate(&lost),
        Err(Refusal::Overflow(_))
    ));
}

#[test]
fn medians_of_the_plane_are_the_same_in_all_units() {
    for points in [STACKLOSS, ACID_AND_LOSS] {
        let sample = real(&points);
        let tukey = TukeyMedian.estimate(&sample).unwrap();
        let oja = OjaMedian.estimate(&sample).unwrap();
        for exponent in [-1060_i32, -300, 300, 1016] {
            let unit = f64::exp2(f64::from(exponent));
            let other: Vec<Point2<f64>> = sample.iter().map(|x| x * unit).collect();
            let median = TukeyMedian.estimate(&other).unwrap();
            let rounding = 1e-13 + 4.0 * f64::from_bits(1) / unit;
            assert!((median / unit - tukey).norm() < rounding, "{median}");
            if exponent.abs() < 1000 {
                let median = OjaMedian.estimate(&other).unwrap();
                assert!((median / unit - oja).norm() < 1e-12, "{median}");
            }
        }
    }
}

/// A cloud on a diagonal, ever thinner: an exact affine map of a round one, and so is its median.
#[test]
fn ojas_median_of_a_thin_cloud() {
    let mut random = Random(11);
    for case in 0..60 {
        let n = 4 + case % 8;
        let whole = |random: &mut Random| random.below(1 << 12) as f64;
        let round: Vec<Point2<f64>> = (0..n)
            .map(|_| point![whole(&mut random), whole(&mut random)])
            .collect();
        let Ok(median) = OjaMedian.estimate(&round) else {
            continue;
        };
        for power in [10, 17, 24, 30] {
            let thickness = f64::powi(2.0, -power);
            let thin = |p: &Point2<f64>| point![p.x, p.x + thickness * p.y];
            let sample: Vec<Point2<f64>> = round.iter().map(thin).collect();
            let found = OjaMedian.estimate(&sample).unwrap();
            let back = point![found.x, (found.y - found.x) / thickness];
            // across, a unit in the last place of a coordinate is so many of the thickness
            let rounding = 4096.0 * 64.0 * f64::EPSILON / thickness;
            assert!(
                (back - median).norm() <= 1e-9 * 4096.0 + rounding,
                "thickness 2^-{power}: {back}, not {median}, {round:?}"
            );
        }
    }
}
