//! The points in the plane with the least sum of areas.

use nalgebra::Vector2;

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
    /// How far rounding may have moved its coordinates.
    rounding: Vector2<f64>,
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
    /// How far rounding may have moved its coordinates.
    rounding: Vector2<f64>,
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
    rounding: Vector2<f64>,
    /// The lines through the vertex, with e = zⱼ − zᵢ upwards and the number of pairs of observations.
    lines: Vec<(Line, Vector2<f64>, f64)>,
}

/// A way along a line through a vertex.
#[derive(Clone, Copy)]
struct Ray {
    line: Line,
    /// From one end of the line to the other, in the direction of the ray.
    edge: Vector2<f64>,
    /// How fast the sum grows, and how much of that can be rounding.
    slope: f64,
    noise: f64,
}

/// A line that crosses a ray: how far away, in lengths of the edge, and by how much the slope grows there.
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
        is_within(&(self.at - other.at), &(self.rounding + other.rounding))
    }
}

/// Whether a difference can be rounding.
fn is_within(difference: &Vector2<f64>, rounding: &Vector2<f64>) -> bool {
    difference.x.abs() <= rounding.x && difference.y.abs() <= rounding.y
}

/// The most that x × y can be, whatever the signs of the coordinates.
fn product(x: &Vector2<f64>, y: &Vector2<f64>) -> f64 {
    (x.x * y.y).abs() + (x.y * y.x).abs()
}

/// How much rounding of two points may change the area that the line through them makes with q.
fn error(x: &Counted, y: &Counted, q: &Vector2<f64>) -> f64 {
    product(&x.rounding, &(q - y.at)) + product(&y.rounding, &(q - x.at))
}

impl Areas {
    /// The areas with points, at least one, that are not on a line up to their rounding, which is at least as
    /// much as is given for each.
    pub(super) fn of(points: &[Vector2<f64>], roundings: &[Vector2<f64>]) -> Result<Self, Refusal> {
        let points = points.iter().zip(roundings).enumerate();
        let mut points: Vec<Counted> = points
            .map(|(observation, (x, rounding))| Counted {
                at: *x,
                rounding: (rounding.add_scalar(f64::EPSILON * x.norm())) * ROUNDINGS,
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
        let areas = Areas { points };
        match areas.is_flat() {
            true => Err(Refusal::Degenerate("all observations on a line")),
            false => Ok(areas),
        }
    }

    /// Whether a line through two points that are far apart passes through all others, up to rounding.
    fn is_flat(&self) -> bool {
        let farthest = |x: &Counted| {
            let distance = |y: &&Counted| (y.at - x.at).norm();
            let farthest = self
                .points
                .iter()
                .max_by(|y, z| distance(y).total_cmp(&distance(z)));
            *farthest.unwrap_or(x)
        };
        let a = farthest(&self.points[0]);
        let b = farthest(&a);
        self.points.iter().all(|x| {
            let (from_a, from_b) = (x.at - a.at, x.at - b.at);
            let near = if from_a.norm() < from_b.norm() {
                from_a
            } else {
                from_b
            };
            let error = error(&a, &b, &x.at) + product(&(b.at - a.at), &x.rounding);
            (b.at - a.at).perp(&near).abs() <= error
        })
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
            match next.map(|next| self.near(next)) {
                Some(next) if next.value < local.value => local = next,
                _ => break, // it does not, but for rounding
            }
        }

        let mut vertices = vec![local.vertex];
        let mut unseen = vec![local];
        while let Some(local) = unseen.pop() {
            let rays = self.rays(&local);
            for ray in rays.iter().filter(|ray| ray.slope.abs() <= ray.noise) {
                // where no other line crosses it the sum ascends
                let next = self.along(&local.vertex, ray, ray.noise - ray.slope);
                let Some(next) = next.filter(|next| !vertices.iter().any(|x| x.is_same(next)))
                else {
                    continue;
                };
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
            rounding: self.points[index].rounding,
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
                if !is_within(&e, &(2.0 * (y.rounding + z.rounding))) {
                    // from the nearer end, from which less is lost
                    let near = if reach[i] < reach[j] { y.at } else { z.at };
                    let area = e.perp(&(q - near));
                    let error = error(y, z, &q) + product(&e, &vertex.rounding);
                    see([i, j], e, area, area.abs() <= error);
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
        let all: Vector2<f64> = weighted().sum();
        let ends = |&([i, j], _, pairs): &(Line, Vector2<f64>, f64)| {
            (self.points[i].rounding + self.points[j].rounding) * pairs
        };
        let ends: Vector2<f64> = local.lines.iter().map(ends).sum();
        let rounding = local.rounding + ends;
        let turned = |&([i, j], e, _): &(Line, Vector2<f64>, f64)| {
            let rounding = self.points[i].rounding + self.points[j].rounding;
            product(&rounding, &e) / e.norm_squared()
        };
        let mut right = Vector2::zeros();
        let mut rays = Vec::new();
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
            let direction = e / e.norm();
            // those along d count as 0 on either side
            let through = (before + right - all).perp(&direction);
            // a direction that is turned by δ changes F × d by δ F · d
            let along = local.force.dot(&direction).abs();
            let along = along + weighted().map(|e| e.dot(&direction).abs()).sum::<f64>();
            let noise = product(&rounding, &direction) + turned(surest) * along;
            for sign in [1.0, -1.0] {
                rays.push(Ray {
                    line,
                    edge: e * sign,
                    slope: sign * local.force.perp(&direction) + through,
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
            let along = e.perp(&ray.edge);
            let distance = -area / along;
            if !is_through && distance > 0.0 && distance.is_finite() {
                let growth = 2.0 * along.abs() / ray.edge.norm() * self.pairs(line);
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
        let (p, r) = (nearer(a, b), nearer(c, d));
        let at = from(p, r);
        // rounding of the ends, and of the products, moves one line along the other
        let product_error = f64::EPSILON * product(&(r.at - p.at), &across);
        let along_moved = error(c, d, &at) + product_error;
        let moved = (along.abs() * along_moved + across.abs() * error(a, b, &at)) / sine.abs();
        let rounding = moved + (at.abs() + p.at.abs()) * f64::EPSILON;
        let distance = |i: &usize| (self.points[*i].at - at).norm();
        let ends = first.into_iter().chain(second);
        match ends.min_by(|i, j| distance(i).total_cmp(&distance(j))) {
            Some(end)
                if is_within(
                    &(self.points[end].at - at),
                    &(rounding + self.points[end].rounding),
                ) =>
            {
                self.point(end)
            }
            _ => Vertex {
                at,
                rounding,
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
