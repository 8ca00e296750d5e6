//! Estimators for points in the plane.

use nalgebra::{Point2, matrix, point, vector};

use equivariant::groups::AffineTransformation;
use equivariant::statistics::multivariate::{DeepestRegion, HalfSpaceDepth, TukeyMedian};
use equivariant::statistics::{Estimator, Refusal};

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
    let there: Vec<_> = points.iter().copied().collect();
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
