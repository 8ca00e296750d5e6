//! Regions of half-space depth in the plane.

use std::cmp::Ordering;

use nalgebra::{Point2, Vector2};

use super::convex::Convex;
use super::crossing::Line;
use super::orientation::orientation;

/// Points in the plane that are not all on one line, the equal ones counted.
pub(super) struct Cloud {
    /// The points from the left to the right, those one above the other from below.
    points: Vec<(Point2<f64>, usize)>,
    size: usize,
}

/// What a sample of the plane is.
pub(super) enum Extent {
    /// On one line: in the order of the line.
    Line(Vec<Point2<f64>>),
    /// Not on one line.
    Plane(Cloud),
}

fn from_left(x: &Point2<f64>, y: &Point2<f64>) -> Ordering {
    x.x.total_cmp(&y.x).then(x.y.total_cmp(&y.y))
}

impl Extent {
    /// The extent of points, at least one.
    pub(super) fn of(mut points: Vec<Point2<f64>>) -> Self {
        // 0 and −0 are one number
        points.iter_mut().for_each(|x| *x += Vector2::zeros());
        points.sort_by(from_left);
        let [first, last] = [points[0], points[points.len() - 1]];
        if points.iter().all(|x| orientation(&first, &last, x).is_eq()) {
            return Extent::Line(points);
        }
        let size = points.len();
        let counted = points
            .chunk_by(|x, y| x == y)
            .map(|equal| (equal[0], equal.len()));
        Extent::Plane(Cloud {
            points: counted.collect(),
            size,
        })
    }
}

impl Cloud {
    /// The points of the plane whose depth is the largest, and that depth.
    ///
    /// Depth ⌈n/3⌉ exists (the centrepoint theorem), and a line through a point that meets no other point has
    /// on both sides together n points and the m that are here: no depth is above ⌊(n + m)/2⌋. Between these the
    /// depth is bisected.
    pub(super) fn deepest(&self) -> (usize, Convex) {
        let most = self.points.iter().map(|&(_, count)| count).max();
        let mut below = self.size.div_ceil(3) - 1;
        let mut above = (self.size + most.unwrap_or(1)) / 2;
        let mut deepest = self.rectangle();
        while below < above {
            let depth = (below + above).div_ceil(2);
            match self.region(depth, deepest.clone()) {
                Some(region) => (below, deepest) = (depth, region),
                None => above = depth - 1,
            }
        }
        (below, deepest)
    }

    /// The points of a region whose depth is at least k; `None` if there are none.
    ///
    /// It is the intersection of the closed half-planes that have more than n − k observations: on the left of
    /// all lines that have less than k observations on their right, and not less with those on it.
    fn region(&self, depth: usize, within: Convex) -> Option<Convex> {
        Turn::new(self, depth).try_fold(within, |region, line| region.left_of(&line))
    }

    /// The smallest rectangle that contains the points.
    fn rectangle(&self) -> Convex {
        let points = || self.points.iter().map(|(x, _)| x.coords);
        let low = points().fold(self.points[0].0.coords, |low, x| low.inf(&x));
        let high = points().fold(self.points[0].0.coords, |high, x| high.sup(&x));
        Convex::rectangle(Point2::from(low), Point2::from(high))
    }
}

/// A line that turns counterclockwise by a full turn, and always has the point of rank k from its right on it.
///
/// It stops where it meets another point, and goes on about the point that has rank k then. Each step looks at
/// all points once; there are O(n k^(1/3)) steps (T. K. Dey, Improved bounds for planar k-sets and related
/// problems, *Discrete & Computational Geometry* 19, 1998), and a small multiple of n for most samples.
struct Turn<'a> {
    cloud: &'a Cloud,
    rank: usize,
    line: Line,
    /// The point about which the line turns, and how many points are on the right just after the last stop.
    pivot: Point2<f64>,
    right: usize,
    /// Whether the line has been in the lower half of its turn, and is through.
    is_below: bool,
    is_over: bool,
}

impl<'a> Turn<'a> {
    /// From the direction of the first axis.
    fn new(cloud: &'a Cloud, rank: usize) -> Self {
        let mut from_below: Vec<&(Point2<f64>, usize)> = cloud.points.iter().collect();
        from_below.sort_by(|(x, _), (y, _)| x.y.total_cmp(&y.y).then(y.x.total_cmp(&x.x)));
        let (pivot, right) = of_rank(rank, 0, from_below.into_iter());
        Turn {
            cloud,
            rank,
            line: Line {
                from: pivot,
                to: Point2::new(pivot.x + 1.0, pivot.y),
            },
            pivot,
            right,
            is_below: false,
            is_over: false,
        }
    }

    /// The points that the line meets next, with the side on which they are now.
    fn next_met(&self) -> Vec<(Ordering, &'a (Point2<f64>, usize))> {
        let mut met: Vec<(Ordering, &(Point2<f64>, usize))> = Vec::new();
        for point in &self.cloud.points {
            let side = orientation(&self.line.from, &self.line.to, &point.0);
            if side.is_eq() {
                continue;
            }
            // on the left the points themselves are met, on the right their opposites
            let order = met.first().map(|(other_side, other)| {
                let order = orientation(&self.pivot, &other.0, &point.0);
                if *other_side == side {
                    order
                } else {
                    order.reverse()
                }
            });
            match order {
                Some(Ordering::Greater) => {}
                Some(Ordering::Equal) => met.push((side, point)),
                _ => {
                    met.clear();
                    met.push((side, point));
                }
            }
        }
        met
    }
}

/// The point of this rank among points from the right, and how many are before it.
fn of_rank<'a>(
    rank: usize,
    before: usize,
    points: impl Iterator<Item = &'a (Point2<f64>, usize)>,
) -> (Point2<f64>, usize) {
    let (mut right, mut last) = (before, Point2::origin());
    for &(point, count) in points {
        last = point;
        if right + count >= rank {
            break;
        }
        right += count;
    }
    (last, right)
}

impl Iterator for Turn<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.is_over {
            return None;
        }
        let mut met = self.next_met();
        let &(side, &(other, _)) = met.first()?;
        let mut line = Line {
            from: self.pivot,
            to: other,
        };
        if side.is_lt() {
            line = line.reversed();
        }
        let (from, to) = (line.from, line.to);
        let is_below = to.y < from.y || (to.y == from.y && to.x < from.x);
        if self.is_below && !is_below {
            self.is_over = true;
            // the first direction again, but not beyond
            return (to.y == from.y).then_some(line);
        }
        // those behind the pivot have been on the right, those ahead will be
        let behind = met.iter().filter(|(side, _)| side.is_lt());
        let right = self.right - behind.map(|(_, (_, count))| count).sum::<usize>();
        let here = self
            .cloud
            .points
            .binary_search_by(|(x, _)| from_left(x, &self.pivot))
            .ok()?;
        met.push((Ordering::Equal, &self.cloud.points[here]));
        met.sort_by(|(_, (x, _)), (_, (y, _))| from_left(x, y));
        if from_left(&from, &to).is_lt() {
            met.reverse();
        }
        let from_right = met.into_iter().map(|(_, point)| point);
        (self.pivot, self.right) = of_rank(self.rank, right, from_right);
        (self.line, self.is_below) = (line, is_below);
        Some(line)
    }
}
