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
pub(super) struct Areas<'a> {
    points: &'a [Vector2<f64>],
    /// How far rounding may have moved a point.
    rounding: f64,
}

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
    /// The lines through the vertex.
    lines: Vec<[usize; 2]>,
}

/// A way along a line through a vertex.
#[derive(Clone, Copy)]
struct Ray {
    line: [usize; 2],
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
    line: [usize; 2],
}

/// The number of steps for each point, of which there are some tens in all.
const STEPS: usize = 100;

impl<'a> Areas<'a> {
    pub(super) fn of(standardised: &'a Standardised<2>) -> Self {
        Areas {
            points: &standardised.points,
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
        let middle = medians(self.points.iter());
        let distance = |i: &usize| (self.points[*i] - middle).norm();
        let nearest = (0..self.points.len()).min_by(|i, j| distance(i).total_cmp(&distance(j)));
        self.point(nearest.unwrap_or(0))
    }

    /// The vertex at a point.
    fn point(&self, index: usize) -> Vertex {
        Vertex {
            at: self.points[index],
            radius: self.rounding,
            observation: Some(index),
        }
    }

    fn is_same(&self, x: &Vertex, y: &Vertex) -> bool {
        (x.at - y.at).norm() <= x.radius + y.radius
    }

    /// Visits all lines with e = zⱼ − zᵢ and with e × (q − zᵢ), twice the area of the triangle with the vertex q,
    /// and whether that is 0 up to rounding: the line passes through the vertex.
    fn visit(&self, vertex: &Vertex, mut see: impl FnMut([usize; 2], Vector2<f64>, f64, bool)) {
        let (points, q) = (self.points, vertex.at);
        let reach: Vec<f64> = points.iter().map(|z| (z - q).norm()).collect();
        for (j, z) in points.iter().enumerate() {
            for i in 0..j {
                let e = z - points[i];
                let length = e.x.abs() + e.y.abs();
                if length > 2.0 * self.rounding {
                    let area = e.perp(&(q - points[i]));
                    let error = self.rounding * (reach[i] + reach[j] + length);
                    let is_through = area.abs() <= error + vertex.radius * length;
                    see([i, j], e, area, is_through);
                }
            }
        }
    }

    fn near(&self, vertex: Vertex) -> Local {
        let mut multiples = vec![0.0; self.points.len()];
        let mut lines = Vec::new();
        self.visit(&vertex, |[i, j], _, area, is_through| {
            if is_through {
                lines.push([i, j]);
            } else {
                let sign = 1.0_f64.copysign(area);
                multiples[j] += sign;
                multiples[i] -= sign;
            }
        });
        let force = self.points.iter().zip(&multiples);
        Local {
            vertex,
            force: force.map(|(z, multiple)| z * *multiple).sum(),
            multiples: multiples.iter().map(|multiple| multiple.abs()).sum(),
            lines,
        }
    }

    /// All rays from a vertex. Between them the sum is linear.
    fn rays(&self, local: &Local) -> Vec<Ray> {
        let edge = |[i, j]: [usize; 2]| self.points[j] - self.points[i];
        let edges: Vec<Vector2<f64>> = local.lines.iter().map(|&line| edge(line)).collect();
        let lengths: f64 = edges.iter().map(|e| e.norm()).sum();
        let multiples = local.multiples + 2.0 * edges.len() as f64;
        let both_ways = local
            .lines
            .iter()
            .zip(&edges)
            .flat_map(|(&line, e)| [(line, *e), (line, -e)]);
        let ray = |(line, e): ([usize; 2], Vector2<f64>)| {
            let direction = e.normalize();
            let through: f64 = edges.iter().map(|other| other.perp(&direction).abs()).sum();
            let turned = (local.force.norm() + lengths) * 2.0 / e.norm();
            Ray {
                line,
                direction,
                slope: local.force.perp(&direction) + through,
                noise: self.rounding * (multiples + turned),
            }
        };
        both_ways.map(ray).collect()
    }

    /// The vertex on a ray up to which the slope grows by as much.
    fn along(&self, from: &Vertex, ray: &Ray, growth: f64) -> Option<Vertex> {
        let mut kinks = Vec::new();
        self.visit(from, |line, e, area, is_through| {
            let along = e.perp(&ray.direction);
            let distance = -area / along;
            if !is_through && distance > 0.0 && distance.is_finite() {
                let growth = 2.0 * along.abs();
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
    fn crossing(&self, first: [usize; 2], second: [usize; 2]) -> Vertex {
        let [[a, b], [c, d]] = [first, second].map(|line| line.map(|i| self.points[i]));
        let (along, across) = (b - a, d - c);
        let sine = along.perp(&across);
        let at = a + along * ((c - a).perp(&across) / sine);
        // each line is turned and moved by the rounding of its points
        let reach = [(a, b), (c, d)].map(|(x, y)| {
            let length = (y - x).norm();
            self.rounding * (1.0 + ((at - x).norm() + (at - y).norm()) / length)
        });
        let radius = (reach[0] + reach[1]) * along.norm() * across.norm() / sine.abs();
        let distance = |i: &usize| (self.points[*i] - at).norm();
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
