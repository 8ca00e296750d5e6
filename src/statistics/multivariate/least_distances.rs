//! The point with the least sum of distances.

use std::borrow::Cow;

use nalgebra::{DMatrix, SMatrix, SVector};

use super::coordinatewise_median::medians;
use crate::statistics::Refusal;

/// Where the least sum of distances is.
pub(super) enum Minimum<const D: usize> {
    /// At an observation, the one with this number.
    Observation(usize),
    /// Elsewhere.
    Elsewhere(SVector<f64, D>),
}

/// The number of steps, of which ten are usually enough.
const STEPS: usize = 500;

/// After so many steps, a pull that rounding can have made is none: that of the unit vectors, or that of
/// the points, which in the metric of the curvature H is at most ε √(n Σ 1/‖xᵢ − q‖).
/// A point at which the sum is as large up to rounding is then left aside: some that are very near each other could be
/// visited in turn for ever.
const PATIENCE: usize = 40;

/// Samples with more points are first solved for every so many of them.
const MANY: usize = 4096;

/// One in so many.
const THINNING: usize = 8;

/// Few points, or some of many.
fn some_of<const D: usize>(points: &[SVector<f64, D>]) -> Cow<'_, [SVector<f64, D>]> {
    if points.len() > MANY {
        points.iter().step_by(THINNING).copied().collect()
    } else {
        Cow::Borrowed(points)
    }
}

/// The q at which Σ ‖xᵢ − q‖ + u·(xᵢ − q) is least, for centred points, at least one.
///
/// Points that are within `rounding` of one line are taken to be on it; where the minimum is not unique
/// then, it is the middle of all.
///
/// Newton's method for a convex function, each step as long as it descends. A point that is as near as
/// the step is asked whether it is the minimum, which it is if the unit vectors from it to the others,
/// and n u, add up to no more than the number of points there (Vardi and Zhang, 2000).
pub(super) fn minimum<const D: usize>(
    points: &[SVector<f64, D>],
    u: &SVector<f64, D>,
    rounding: f64,
) -> Result<Minimum<D>, Refusal> {
    let size = points
        .iter()
        .map(SVector::norm_squared)
        .fold(0.0, f64::max)
        .sqrt();
    let some = some_of(points);
    let axes = principal_axes(&some);
    let breadth_of = |x: &SVector<f64, D>| across(&axes.tr_mul(x));
    if some.iter().map(breadth_of).fold(0.0, f64::max) >= THIN * size && size > 0.0 {
        let problem = Problem {
            points,
            u: *u,
            size,
            is_thin: false,
        };
        return problem.solve(problem.start());
    }
    // with the first axis along the points, so that little is lost if they are nearly on a line
    let axes = principal_axes(points);
    let turned: Vec<_> = points.iter().map(|x| axes.tr_mul(x)).collect();
    let u = axes.tr_mul(u);
    let breadth = turned.iter().map(across).fold(0.0, f64::max);
    let length = turned.iter().map(|x| x[0].abs()).fold(0.0, f64::max);
    if breadth <= rounding && across(&u) <= ALONG {
        return Ok(match on_line(&turned, u[0]) {
            Minimum::Elsewhere(q) => Minimum::Elsewhere(axes * q),
            observation => observation,
        });
    }
    let problem = Problem {
        points: &turned,
        u,
        size: length.max(breadth),
        is_thin: breadth < THIN * length,
    };
    Ok(match problem.solve(problem.start())? {
        Minimum::Elsewhere(q) => Minimum::Elsewhere(axes * q),
        observation => observation,
    })
}

/// An index u that leaves the line by less has been turned by rounding.
const ALONG: f64 = 8.0 * f64::EPSILON;

/// A cloud that is broader for its length loses few digits.
const THIN: f64 = 1e-3;

/// The distance from the first axis.
fn across<const D: usize>(x: &SVector<f64, D>) -> f64 {
    x.iter().skip(1).map(|x| x * x).sum::<f64>().sqrt()
}

/// The principal axes of centred points, the longest first.
fn principal_axes<const D: usize>(points: &[SVector<f64, D>]) -> SMatrix<f64, D, D> {
    let mut moments = SMatrix::<f64, D, D>::zeros();
    for x in points {
        moments += x * x.transpose();
    }
    let moments = DMatrix::from_fn(D, D, |i, j| moments[(i, j)]);
    let eigen = moments.symmetric_eigen();
    let mut order: Vec<usize> = (0..D).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    SMatrix::from_fn(|i, j| eigen.eigenvectors[(i, order[j])])
}

/// The quantile of level (1 + u)/2 of points on the first axis, the middle of all if there are several.
fn on_line<const D: usize>(points: &[SVector<f64, D>], u: f64) -> Minimum<D> {
    let n = points.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| points[a][0].total_cmp(&points[b][0]));
    let rank = n as f64 * (1.0 + u) / 2.0;
    let whole = rank.round();
    let above = (whole as usize).min(n - 1);
    if (rank - whole).abs() > n as f64 * ALONG || above == 0 {
        let place = (rank.ceil() as usize).clamp(1, n) - 1;
        return Minimum::Observation(order[place]);
    }
    let [lower, upper] = [order[above - 1], order[above]];
    if points[lower] == points[upper] {
        Minimum::Observation(lower)
    } else {
        Minimum::Elsewhere((points[lower] + points[upper]) / 2.0)
    }
}

/// Points, the first axis along them, and an index.
struct Problem<'a, const D: usize> {
    points: &'a [SVector<f64, D>],
    u: SVector<f64, D>,
    /// The largest distance from the centre.
    size: f64,
    is_thin: bool,
}

/// The sum of distances near q.
struct Local<const D: usize> {
    /// The sum itself, without Σ u·xᵢ.
    value: f64,
    /// Σ (xᵢ − q)/‖xᵢ − q‖ + n u, over the points elsewhere: the direction of descent.
    pull: SVector<f64, D>,
    /// Σ (1 − uᵢ uᵢᵀ)/‖xᵢ − q‖, where uᵢ is the unit vector.
    curvature: SMatrix<f64, D, D>,
    /// Σ 1/‖xᵢ − q‖
    weight: f64,
    /// Σ 1/‖xᵢ − q‖²
    squares: f64,
    /// How many points are at q.
    here: usize,
    /// The nearest point, and how far it is.
    nearest: (usize, f64),
}

impl<const D: usize> Local<D> {
    /// A bound on what is left after a step s of Newton's method, if no point is nearer than some steps:
    /// ‖H⁻¹‖ ‖s‖² Σ 2/‖xᵢ − q‖², as the curvature of a distance r changes by at most 3/r² for each unit of length.
    fn remainder(&self, step: &SVector<f64, D>) -> f64 {
        let length = step.norm();
        if self.here > 0 || self.nearest.1 < 8.0 * length {
            return f64::INFINITY;
        }
        let inverse = self.curvature.cholesky().map(|root| root.inverse().trace());
        inverse.map_or(f64::INFINITY, |size| {
            size * length * length * 2.0 * self.squares
        })
    }
}

impl<const D: usize> Problem<'_, D> {
    /// The minimum for some of many points; the coordinatewise median of few.
    fn start(&self) -> SVector<f64, D> {
        if let Cow::Owned(some) = some_of(self.points) {
            let few = Problem {
                points: &some,
                ..*self
            };
            match few.solve(few.start()) {
                Ok(Minimum::Elsewhere(q)) => return q,
                Ok(Minimum::Observation(index)) => return some[index],
                Err(_) => {}
            }
        }
        // not on the line of collinear points, if u leaves it
        let middle = medians(self.points.iter());
        let mut off_line = self.u;
        off_line[0] = 0.0;
        middle + off_line
    }

    fn solve(&self, start: SVector<f64, D>) -> Result<Minimum<D>, Refusal> {
        let n = self.points.len() as f64;
        let rounding = 4.0 * f64::EPSILON * n * self.size;
        let mut q = start;
        let mut local = self.at(&q);
        let mut asked = (usize::MAX, 0.0);
        for iteration in 0..STEPS {
            if self.is_minimum(&local) {
                return Ok(Minimum::Observation(local.nearest.0));
            }
            let (step, slope) = self.step(&local);
            let (index, distance) = local.nearest;
            // a point nearby is asked, and is where to go on from if the sum is less there
            let is_near = step.norm() >= distance / 8.0 || local.weight * distance <= 2.0;
            let is_asked = asked.0 == index && distance > asked.1 / 4.0;
            if local.here == 0 && is_near && !is_asked {
                let there = self.at(&self.points[index]);
                if self.is_minimum(&there) {
                    return Ok(Minimum::Observation(there.nearest.0));
                }
                asked = (index, distance);
                let slack = if iteration > PATIENCE { 0.0 } else { rounding };
                if there.value < local.value + slack {
                    asked = (index, 0.0);
                    (q, local) = (self.points[index], there);
                    continue;
                }
            }
            let noise = 16.0 * f64::EPSILON;
            let is_within_rounding = iteration > PATIENCE
                && local.here == 0
                && (slope <= (noise * self.size).powi(2) * n * local.weight
                    || local.pull.norm() <= noise * n.sqrt());
            let reach = q.norm() + n / local.weight;
            let is_last = step.norm().min(local.remainder(&step)) <= f64::EPSILON * reach;
            if is_within_rounding || is_last {
                return Ok(Minimum::Elsewhere(q + step));
            }
            // as far as the sum descends
            let mut length = 1.0;
            loop {
                let next = q + step * length;
                if step.norm() * length <= 0.25 * f64::EPSILON * q.norm() || next == q {
                    return Ok(Minimum::Elsewhere(q));
                }
                let there = self.at(&next);
                let slope_there = there.pull.dot(&step);
                let descends = there.value <= local.value + rounding;
                if slope_there >= 0.0 || (descends && slope_there >= -0.5 * slope) {
                    (q, local) = (next, there);
                    break;
                }
                length *= (slope / (slope - slope_there)).clamp(0.1, 0.5);
            }
        }
        Err(Refusal::NoConvergence { iterations: STEPS })
    }

    /// A step, and how fast the sum descends along it.
    fn step(&self, local: &Local<D>) -> (SVector<f64, D>, f64) {
        let pull = local.pull;
        if local.here > 0 {
            let step = away(&local.curvature, &pull, local.here as f64);
            return (step, pull.dot(&step) - local.here as f64 * step.norm());
        }
        let newton = local.curvature.cholesky().map(|root| root.solve(&pull));
        let step = newton
            .filter(|step| step.iter().all(|entry| entry.is_finite()) && pull.dot(step) > 0.0)
            .unwrap_or(pull / local.weight);
        (step, pull.dot(&step))
    }

    /// Whether the minimum is at the points here, up to rounding: of the unit vectors, and of the points, of
    /// which near ones are seen in another direction then.
    fn is_minimum(&self, local: &Local<D>) -> bool {
        let n = self.points.len() as f64;
        let rounding = 4.0 * f64::EPSILON * (n.sqrt() + self.size * local.weight);
        local.here > 0 && local.pull.norm() <= local.here as f64 + rounding
    }

    /// The sum of distances near q.
    fn at(&self, q: &SVector<f64, D>) -> Local<D> {
        let n = self.points.len() as f64;
        let mut local = Local {
            value: 0.0,
            pull: SVector::zeros(),
            curvature: SMatrix::zeros(),
            weight: 0.0,
            squares: 0.0,
            here: 0,
            nearest: (0, f64::INFINITY),
        };
        let mut products = SMatrix::<f64, D, D>::zeros();
        // along a thin cloud: the signs, and what the cosines are short of them
        let (mut signs, mut shortage, mut bend) = (0.0, 0.0, 0.0);
        for (index, x) in self.points.iter().enumerate() {
            let d = x - q;
            let distance = d.norm();
            if distance < local.nearest.1 {
                local.nearest = (index, distance);
            }
            if distance == 0.0 {
                local.here += 1;
                continue;
            }
            let weight = 1.0 / distance;
            let unit = d * weight;
            local.value += distance;
            local.weight += weight;
            local.squares += weight * weight;
            local.pull += unit;
            products += unit * (unit * weight).transpose();
            if self.is_thin {
                let sine = across(&unit);
                signs += 1.0_f64.copysign(unit[0]);
                shortage += (sine * sine / (1.0 + unit[0].abs())).copysign(unit[0]);
                bend += weight * sine * sine;
            }
        }
        local.curvature = SMatrix::identity() * local.weight - products;
        if self.is_thin {
            local.pull[0] = signs - shortage;
            local.curvature[(0, 0)] = bend;
        }
        local.pull += self.u * n;
        // up to Σ u·xᵢ, which is the same everywhere
        local.value -= self.u.dot(q) * n;
        local
    }
}

/// The step s away from m points at which the sum has a kink: where m ‖s‖ − p·s + sᵀ H s/2 is least, if the
/// pull p of the others is stronger than m. It is s = (H + m/‖s‖)⁻¹ p.
fn away<const D: usize>(
    curvature: &SMatrix<f64, D, D>,
    pull: &SVector<f64, D>,
    m: f64,
) -> SVector<f64, D> {
    let eigen = DMatrix::from_fn(D, D, |i, j| curvature[(i, j)]).symmetric_eigen();
    let axes = SMatrix::<f64, D, D>::from_fn(|i, j| eigen.eigenvectors[(i, j)]);
    let largest = eigen.eigenvalues.amax();
    let curvatures = SVector::<f64, D>::from_fn(|i, _| {
        eigen.eigenvalues[i].max(f64::EPSILON * f64::EPSILON * largest)
    });
    let pulls = axes.tr_mul(pull);
    // with r = ‖s‖: Σ pᵢ² / (hᵢ r + m)² = 1
    let is_short = |r: f64| {
        let terms = pulls.zip_map(&curvatures, |p, h| (p / (h * r + m)).powi(2));
        terms.sum() > 1.0
    };
    let (mut below, mut above) = (0.0, (pull.norm() - m) / curvatures.min());
    for _ in 0..200 {
        let middle = 0.5 * (below + above);
        if is_short(middle) {
            below = middle;
        } else {
            above = middle;
        }
    }
    let r = above;
    axes * pulls.zip_map(&curvatures, |p, h| p * r / (h * r + m))
}
