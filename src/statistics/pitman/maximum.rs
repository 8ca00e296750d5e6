//! The highest mode of a likelihood.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{Estimate, Method};
use crate::statistics::Refusal;
use crate::statistics::posterior::LogDensity;

/// How many intervals are looked at before the maximum is given up.
const LIMIT: usize = 100_000;

/// An interval, with an upper bound of ℓ on it.
struct Candidate {
    from: f64,
    to: f64,
    bound: f64,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.total_cmp(&other.bound)
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// A place where ℓ rises before and falls after.
#[derive(Clone, Copy)]
struct Mode {
    place: f64,
    height: f64,
    width: f64,
}

/// The highest mode of a density in the hull: of the intervals that may hold one higher than any that is
/// known, the most promising is searched by climbing and then halved, until none is left.
pub(super) fn highest_mode<D: LogDensity>(
    density: &D,
    (centre, spread): (f64, f64),
    slope: impl Fn(f64) -> f64,
    curvature: Option<f64>,
    [low, high]: [f64; 2],
) -> Result<Estimate, Refusal> {
    let mut evaluations = 0;
    // with ℓ″ ≤ K also ℓ(t) ≤ ℓ(c) + |ℓ′(c)| h + K h²/2 within h of c
    let at_most = |from: f64, to: f64| {
        let bound = density.at_most(from, to);
        if bound.is_nan() {
            return bound;
        }
        let (middle, half) = (f64::midpoint(from, to), 0.5 * (to - from));
        let parabola = curvature.map_or(f64::INFINITY, |curvature| {
            density.at(middle) + slope(middle).abs() * half + 0.5 * curvature * half * half
        });
        bound.min(parabola)
    };
    let mut climb = |from: f64, to: f64, start: f64, reach: f64| {
        let mode = bisected(density, &slope, [low, high], start.clamp(from, to), reach);
        evaluations += 60;
        mode
    };
    let mut best = climb(low, high, centre, spread);
    let mut rivals: Vec<Mode> = vec![best];
    let mut waiting = BinaryHeap::new();
    if !density.is_concave() {
        waiting.push(Candidate {
            from: low,
            to: high,
            bound: at_most(low, high),
        });
    }
    let mut steps = 0;
    while let Some(candidate) = waiting.pop() {
        let rounding = 64.0 * f64::EPSILON * best.height.abs().max(1.0);
        if candidate.bound.is_nan() {
            return Err(density.flaw(candidate.from, candidate.to));
        }
        if candidate.bound <= best.height + rounding {
            break;
        }
        steps += 1;
        if steps > LIMIT {
            return Err(Refusal::NoConvergence { iterations: LIMIT });
        }
        let middle = f64::midpoint(candidate.from, candidate.to);
        let width = candidate.to - candidate.from;
        if width <= 1e-5 * best.width || !(candidate.from < middle && middle < candidate.to) {
            continue; // ℓ is flat here to its last digits
        }
        let near = |mode: &Mode| (mode.place - middle).abs() < 0.75 * width;
        if density.at(middle) > best.height - 30.0 && !rivals.iter().any(near) {
            let mode = climb(candidate.from, candidate.to, middle, 0.5 * width);
            rivals.push(mode);
            if mode.height > best.height {
                best = mode;
            }
        }
        for (from, to) in [(candidate.from, middle), (middle, candidate.to)] {
            let bound = at_most(from, to);
            waiting.push(Candidate { from, to, bound });
        }
    }
    if best.height.is_nan() || best.height == f64::INFINITY {
        return Err(density.flaw(best.place - best.width, best.place + best.width));
    }
    let rounding = 16.0 * f64::EPSILON * best.height.abs().max(1.0);
    let equal = |mode: &&Mode| {
        best.height - mode.height <= rounding && (mode.place - best.place).abs() > 1e-3 * best.width
    };
    if rivals.iter().find(equal).is_some() {
        return Err(Refusal::Degenerate(
            "two modes of the likelihood are equally high",
        ));
    }
    Ok(Estimate {
        value: best.place,
        bound: 1e-13 * best.width,
        evaluations: evaluations + 2 * steps as u64,
        method: Method::Maximum,
    })
}

/// The mode uphill from `start`: where ℓ stops to rise and where it begins to fall, each found by strides
/// that grow until the slope changes its sign, and bisection; on a plateau the middle between them.
fn bisected<D: LogDensity>(
    density: &D,
    slope: impl Fn(f64) -> f64,
    hull: [f64; 2],
    start: f64,
    reach: f64,
) -> Mode {
    let rises = edge(|t| slope(t) > 0.0, hull, start, reach);
    let falls = edge(|t| slope(t) >= 0.0, hull, start, reach);
    let place = f64::midpoint(rises, falls);
    Mode {
        place,
        height: density.at(place),
        width: (place - start).abs().max(0.25 * reach),
    }
}

/// The point up to which a condition holds and from which on it does not, near `start`.
fn edge(holds: impl Fn(f64) -> bool, [low, high]: [f64; 2], start: f64, reach: f64) -> f64 {
    let side = if holds(start) { 1.0 } else { -1.0 };
    let mut stride = 0.25 * reach;
    let (mut behind, mut ahead) = (start, start);
    while stride.is_finite() {
        ahead = (behind + side * stride).clamp(low, high);
        if holds(ahead) != holds(start) || ahead == low || ahead == high {
            break;
        }
        behind = ahead;
        stride *= 2.0;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(behind, ahead);
        if middle == behind || middle == ahead {
            break;
        }
        if holds(middle) == holds(start) {
            behind = middle;
        } else {
            ahead = middle;
        }
    }
    ahead
}
