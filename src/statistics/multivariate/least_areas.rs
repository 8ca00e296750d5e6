//! The points in the plane with the least sum of areas.

use nalgebra::Vector2;

use super::coordinatewise_median::medians;
use super::standardised::Standardised;
use crate::statistics::Refusal;

/// Twice the sum of the areas of the triangles that q makes with all pairs of points:
/// f(q) = Σ |(zⱼ − zᵢ) × (q − zᵢ)|.
///
/// It is convex, and linear between the lines through two points. The least value is therefore in a crossing of two
/// such lines, or all along a segment of one, or in a whole cell between them.
pub(super) struct Areas {
    points: Vec<Counted>,
    /// How far rounding may have moved a point.
    rounding: f64,
}

/// A point at which there are observations.
#[derive(Clone, Copy)]
struct Counted {
    at: Vector2<f64>,
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
    /// F = Σ ± (zⱼ − zᵢ), over the lines that pass by: along d their areas grow by F × d.
    force: Vector2<f64>,
    /// The sum of the sizes of the multiples of the points in F.
    multiples: f64,
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

/// The number of steps for each point, of which there are some tens in all.
const STEPS: usize = 100;

impl Areas {
    pub(super) fn of(standardised: &Standardised<2>) -> Self {
        let points = standardised.points.iter().enumerate();
        let mut points: Vec<Counted> = points
            .map(|(observation, &at)| Counted {
                at,
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
        Areas {
            points,
            rounding: standardised.rounding,
        }
    }

    /// The corners of the set of all points with the least sum, counterclockwise.
    ///
    /// Along the ray on which the sum descends the most, to where it is least there, until it descends on none.
    /// From there along the rays on which it does not ascend.
    pub(super) fn minimisers(&self) -> Result<Vec<Vertex>, Refusal> {
        let steps = STEPS * self.points.len();
        let no_convergence = Refusal::NoConvergence { iterations: steps };
        let mut local = self.near(self.start());
        for _ in 0..steps {
            let rays = self.rays(&local);
            let steepest = rays.iter().min_by(|a, b| a.slope.total_cmp(&b.slope));
            let Some(ray) = steepest.filter(|ray| ray.slope < -ray.noise) else {
                break;
            };
            let growth = -ray.slope - ray.noise;
            let next = self.along(&local.vertex, ray, growth);
            local = self.near(next.ok_or(no_convergence.clone())?);
        }

        let mut vertices = vec![local.vertex];
        let mut unseen = vec![local];
        while let Some(local) = unseen.pop() {
            for ray in self.rays(&local) {
                if ray.slope < -ray.noise || vertices.len() > steps {
                    return Err(no_convergence);
                }
                if ray.slope > ray.noise {
                    continue;
                }
                let next = self.along(&local.vertex, &ray, ray.noise - ray.slope);
                let next = next.ok_or(no_convergence.clone())?;
                if vertices.iter().all(|vertex| !self.is_same(vertex, &next)) {
                    vertices.push(next);
                    unseen.push(self.near(next));
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
            radius: self.rounding,
            observation: Some(self.points[index].observation),
        }
    }

    fn is_same(&self, x: &Vertex, y: &Vertex) -> bool {
        (x.at - y.at).norm() <= x.radius + y.radius
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
                if length > 2.0 * self.rounding {
                    let area = e.perp(&(q - y.at));
                    let error = self.rounding * (reach[i] + reach[j] + length);
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
        self.visit(&vertex, |[i, j], e, area, is_through| {
            let pairs = self.pairs([i, j]);
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
        let force = self.points.iter().zip(&multiples);
        Local {
            vertex,
            force: force.map(|(z, multiple)| z.at * *multiple).sum(),
            multiples: multiples.iter().map(|multiple| multiple.abs()).sum(),
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
        let pairs: f64 = local.lines.iter().map(|(_, _, pairs)| pairs).sum();
        let multiples = local.multiples + 2.0 * pairs;
        let mut right = Vector2::zeros();
        let mut rays = Vec::new();
        let is_one = |&(_, d, _): &(Line, Vector2<f64>, f64),
                      &(_, e, _): &(Line, Vector2<f64>, f64)| {
            d.perp(&e).abs() <= 2.0 * self.rounding * (d.norm() + e.norm())
        };
        for lines in local.lines.chunk_by(is_one) {
            // the longest is turned the least by rounding
            let longest = lines
                .iter()
                .max_by(|(_, d, _), (_, e, _)| d.norm().total_cmp(&e.norm()));
            let &(line, e, _) = longest.unwrap_or(&lines[0]);
            let before = right;
            right += lines
                .iter()
                .map(|(_, e, pairs)| e * *pairs)
                .sum::<Vector2<f64>>();
            let direction = e.normalize();
            // those along d count as 0 on either side
            let through = (before + right - all).perp(&direction);
            let turned = (local.force.norm() + lengths) * 2.0 / e.norm();
            for direction in [direction, -direction] {
                rays.push(Ray {
                    line,
                    direction,
                    slope: local.force.perp(&direction) + through,
                    noise: self.rounding * (multiples + turned),
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
        let [[a, b], [c, d]] = [first, second].map(|line| line.map(|i| self.points[i].at));
        let (along, across) = (b - a, d - c);
        let sine = along.perp(&across);
        let at = a + along * ((c - a).perp(&across) / sine);
        // each line is turned and moved by the rounding of its points
        let reach = [(a, b), (c, d)].map(|(x, y)| {
            let length = (y - x).norm();
            self.rounding * (1.0 + ((at - x).norm() + (at - y).norm()) / length)
        });
        let radius = (reach[0] + reach[1]) * along.norm() * across.norm() / sine.abs();
        let distance = |i: &usize| (self.points[*i].at - at).norm();
        let ends = first.into_iter().chain(second);
        match ends.min_by(|i, j| distance(i).total_cmp(&distance(j))) {
            Some(end) if distance(&end) <= radius + self.rounding => self.point(end),
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
