//! The points in the plane with the least sum of areas.

use nalgebra::{Point2, Vector2};

use super::coordinatewise_median::medians;
use crate::statistics::Refusal;

/// Twice the sum of the areas of the triangles that q makes with all pairs of points:
/// f(q) = Σ |(zⱼ − zᵢ) × (q − zᵢ)|.
///
/// It is convex, and linear between the lines through two points. The least value is therefore in a crossing of two
/// such lines, or all along a segment of one, or in a whole cell between them.
pub(super) struct Areas {
    points: Vec<Counted>,
}

/// A point at which there are observations.
#[derive(Clone, Copy)]
struct Counted {
    at: Vector2<f64>,
    /// How far rounding may have moved it.
    rounding: f64,
    count: f64,
    /// One of the observations.
    observation: usize,
}

/// A line through two points, given by their places.
type Line = [usize; 2];

/// A crossing of lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vertex {
    pub(super) at: Vector2<f64>,
    /// How far rounding may have moved it.
    radius: f64,
    /// The observation that it is.
    pub(super) observation: Option<usize>,
}

/// The sum near a vertex.
struct Local {
    vertex: Vertex,
    /// The sum itself.
    value: f64,
    /// F = Σ ± (zⱼ − zᵢ), over the lines that pass by: along d their areas grow by F × d.
    force: Vector2<f64>,
    /// How far rounding may have moved F.
    rounding: f64,
    /// The lines through the vertex, with e = zⱼ − zᵢ upwards and the number of pairs of observations.
    lines: Vec<(Line, Vector2<f64>, f64)>,
}

/// A way along a line through a vertex.
#[derive(Clone, Copy)]
struct Ray {
    line: Line,
    direction: Vector2<f64>,
    /// How fast the sum grows, and how much of that can be rounding.
    slope: f64,
    noise: f64,
}

/// A line that crosses a ray: how far away, and by how much the slope grows there.
#[derive(Clone, Copy)]
struct Kink {
    distance: f64,
    growth: f64,
    line: Line,
}

/// The number of steps, of which there are some tens.
const STEPS: usize = 10_000;

/// So many roundings of its coordinates may a point have been moved.
const ROUNDINGS: f64 = 4.0;

impl Vertex {
    fn is_same(&self, other: &Vertex) -> bool {
        (self.at - other.at).norm() <= self.radius + other.radius
    }
}

impl Areas {
    pub(super) fn of(points: &[Point2<f64>]) -> Self {
        let points = points.iter().enumerate();
        let mut points: Vec<Counted> = points
            .map(|(observation, x)| Counted {
                at: x.coords,
                rounding: ROUNDINGS * f64::EPSILON * x.coords.norm(),
                count: 1.0,
                observation,
            })
            .collect();
        points.sort_by(|p, q| p.at.x.total_cmp(&q.at.x).then(p.at.y.total_cmp(&q.at.y)));
        points.dedup_by(|next, kept| {
            let is_equal = next.at == kept.at;
            kept.count += if is_equal { 1.0 } else { 0.0 };
            is_equal
        });
        Areas { points }
    }

    /// The corners of the set of all points with the least sum, counterclockwise.
    ///
    /// Along the ray on which the sum descends the most, to where it is least there, until it descends on none.
    /// From there along the rays on which it does not ascend.
    pub(super) fn minimisers(&self) -> Result<Vec<Vertex>, Refusal> {
        let no_convergence = Refusal::NoConvergence { iterations: STEPS };
        let mut local = self.near(self.start());
        for _ in 0..STEPS {
            let rays = self.rays(&local);
            let steepest = rays.iter().min_by(|a, b| a.slope.total_cmp(&b.slope));
            let Some(ray) = steepest.filter(|ray| ray.slope < -ray.noise) else {
                break;
            };
            let next = self.along(&local.vertex, ray, -ray.slope - ray.noise);
            let next = self.near(next.ok_or(no_convergence.clone())?);
            if next.value >= local.value {
                break; // by rounding
            }
            local = next;
        }

        let mut vertices = vec![local.vertex];
        let mut unseen = vec![local];
        while let Some(local) = unseen.pop() {
            let rays = self.rays(&local);
            for ray in rays.iter().filter(|ray| ray.slope.abs() <= ray.noise) {
                let next = self.along(&local.vertex, ray, ray.noise - ray.slope);
                let next = next.ok_or(no_convergence.clone())?;
                if vertices.iter().any(|vertex| vertex.is_same(&next)) {
                    continue;
                }
                vertices.push(next);
                unseen.push(self.near(next));
                if vertices.len() > STEPS {
                    return Err(no_convergence);
                }
            }
        }
        let count = vertices.len() as f64;
        let middle = vertices.iter().map(|x| x.at).sum::<Vector2<f64>>() / count;
        let angle = |x: &Vertex| f64::atan2(x.at.y - middle.y, x.at.x - middle.x);
        vertices.sort_by(|x, y| angle(x).total_cmp(&angle(y)));
        Ok(vertices)
    }

    /// The point nearest to the middle.
    fn start(&self) -> Vertex {
        let middle = medians(self.points.iter().map(|z| &z.at));
        let distance = |i: &usize| (self.points[*i].at - middle).norm();
        let nearest = (0..self.points.len()).min_by(|i, j| distance(i).total_cmp(&distance(j)));
        self.point(nearest.unwrap_or(0))
    }

    /// The vertex at a point.
    fn point(&self, index: usize) -> Vertex {
        Vertex {
            at: self.points[index].at,
            radius: self.points[index].rounding,
            observation: Some(self.points[index].observation),
        }
    }

    /// Visits all lines with e = zⱼ − zᵢ and with e × (q − zᵢ), twice the area of the triangle with the vertex q,
    /// and whether that is 0 up to rounding: the line passes through the vertex.
    fn visit(&self, vertex: &Vertex, mut see: impl FnMut(Line, Vector2<f64>, f64, bool)) {
        let (points, q) = (&self.points, vertex.at);
        let reach: Vec<f64> = points.iter().map(|z| (z.at - q).norm()).collect();
        for (j, z) in points.iter().enumerate() {
            for (i, y) in points[..j].iter().enumerate() {
                let e = z.at - y.at;
                let length = e.x.abs() + e.y.abs();
                if length > 2.0 * (y.rounding + z.rounding) {
                    // from the nearer end, from which less is lost
                    let near = if reach[i] < reach[j] { y.at } else { z.at };
                    let area = e.perp(&(q - near));
                    let error = y.rounding * reach[j] + z.rounding * reach[i];
                    let is_through = area.abs() <= error + vertex.radius * length;
                    see([i, j], e, area, is_through);
                }
            }
        }
    }

    /// How many pairs of observations a line passes through.
    fn pairs(&self, [i, j]: Line) -> f64 {
        self.points[i].count * self.points[j].count
    }

    fn near(&self, vertex: Vertex) -> Local {
        let mut multiples = vec![0.0; self.points.len()];
        let mut lines = Vec::new();
        let mut value = 0.0;
        self.visit(&vertex, |[i, j], e, area, is_through| {
            let pairs = self.pairs([i, j]);
            value += pairs * area.abs();
            if is_through {
                let is_upwards = e.y > 0.0 || (e.y == 0.0 && e.x > 0.0);
                lines.push(([i, j], if is_upwards { e } else { -e }, pairs));
            } else {
                let multiple = pairs.copysign(area);
                multiples[j] += multiple;
                multiples[i] -= multiple;
            }
        });
        // from the right to the left
        lines.sort_by(|(_, d, _), (_, e, _)| f64::atan2(d.y, d.x).total_cmp(&f64::atan2(e.y, e.x)));
        let terms = || self.points.iter().zip(&multiples);
        Local {
            vertex,
            value,
            force: terms().map(|(z, multiple)| z.at * *multiple).sum(),
            rounding: terms()
                .map(|(z, multiple)| z.rounding * multiple.abs())
                .sum(),
            lines,
        }
    }

    /// All rays from a vertex, both ways along every line. Between them the sum is linear.
    ///
    /// Along d the areas of the lines through the vertex grow by Σ |e × d|, which is (Σ ± e) × d with + for the lines on
    /// the right of d and − for those on its left.
    fn rays(&self, local: &Local) -> Vec<Ray> {
        let weighted = || local.lines.iter().map(|(_, e, pairs)| e * *pairs);
        let (all, lengths) = weighted().fold((Vector2::zeros(), 0.0), |(sum, length), e| {
            (sum + e, length + e.norm())
        });
        let ends = |&([i, j], _, pairs): &(Line, Vector2<f64>, f64)| {
            pairs * (self.points[i].rounding + self.points[j].rounding)
        };
        let rounding = local.rounding + local.lines.iter().map(ends).sum::<f64>();
        let mut right = Vector2::zeros();
        let mut rays = Vec::new();
        let turned = |&([i, j], e, _): &(Line, Vector2<f64>, f64)| {
            (self.points[i].rounding + self.points[j].rounding) / e.norm()
        };
        let is_one = |x: &(Line, Vector2<f64>, f64), y: &(Line, Vector2<f64>, f64)| {
            x.1.perp(&y.1).abs() <= (turned(x) + turned(y)) * x.1.norm() * y.1.norm()
        };
        for lines in local.lines.chunk_by(is_one) {
            // the one that is turned the least by rounding
            let surest = lines.iter().min_by(|x, y| turned(x).total_cmp(&turned(y)));
            let surest = surest.unwrap_or(&lines[0]);
            let &(line, e, _) = surest;
            let before = right;
            right += lines
                .iter()
                .map(|(_, e, pairs)| e * *pairs)
                .sum::<Vector2<f64>>();
            let direction = e.normalize();
            // those along d count as 0 on either side
            let through = (before + right - all).perp(&direction);
            let noise = rounding + turned(surest) * (local.force.norm() + lengths);
            for direction in [direction, -direction] {
                rays.push(Ray {
                    line,
                    direction,
                    slope: local.force.perp(&direction) + through,
                    noise,
                });
            }
        }
        rays
    }

    /// The vertex on a ray up to which the slope grows by as much.
    fn along(&self, from: &Vertex, ray: &Ray, growth: f64) -> Option<Vertex> {
        let mut kinks = Vec::new();
        self.visit(from, |line, e, area, is_through| {
            let along = e.perp(&ray.direction);
            let distance = -area / along;
            if !is_through && distance > 0.0 && distance.is_finite() {
                let growth = 2.0 * along.abs() * self.pairs(line);
                kinks.push(Kink {
                    distance,
                    growth,
                    line,
                });
            }
        });
        let kink = reaching(&mut kinks, growth)?;
        Some(self.crossing(ray.line, kink.line))
    }

    /// Where two lines cross.
    fn crossing(&self, first: Line, second: Line) -> Vertex {
        let [[a, b], [c, d]] = [first, second].map(|line| line.map(|i| &self.points[i]));
        let (along, across) = (b.at - a.at, d.at - c.at);
        let sine = along.perp(&across);
        // p + s e, from the nearer ends, from which less is lost
        let from = |p: &Counted, r: &Counted| p.at + along * ((r.at - p.at).perp(&across) / sine);
        let rough = from(a, c);
        let distance = |x: &Counted| (x.at - rough).norm();
        let nearer = |x, y| if distance(x) < distance(y) { x } else { y };
        let at = from(nearer(a, b), nearer(c, d));
        // rounding of the ends turns and moves a line
        let reach = [(a, b), (c, d)].map(|(x, y)| {
            let error = x.rounding * (at - y.at).norm() + y.rounding * (at - x.at).norm();
            error / (y.at - x.at).norm()
        });
        let radius = (reach[0] + reach[1]) * along.norm() * across.norm() / sine.abs()
            + f64::EPSILON * at.norm();
        let distance = |i: &usize| (self.points[*i].at - at).norm();
        let ends = first.into_iter().chain(second);
        match ends.min_by(|i, j| distance(i).total_cmp(&distance(j))) {
            Some(end) if distance(&end) <= radius + self.points[end].rounding => self.point(end),
            _ => Vertex {
                at,
                radius,
                observation: None,
            },
        }
    }
}

/// The kink at which those up to it have grown by as much, by selection.
fn reaching(kinks: &mut [Kink], mut growth: f64) -> Option<Kink> {
    let mut rest = kinks;
    while rest.len() > 1 {
        let middle = rest.len() / 2;
        rest.select_nth_unstable_by(middle, |x, y| x.distance.total_cmp(&y.distance));
        let (below, above) = rest.split_at_mut(middle);
        let sum: f64 = below.iter().map(|kink| kink.growth).sum();
        if sum >= growth {
            rest = below;
        } else {
            growth -= sum;
            rest = above;
        }
    }
    rest.first().copied()
}
