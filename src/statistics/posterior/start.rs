//! Where to begin.

use super::LogDensity;

/// A point near a mode, the value there, and the width of the mode.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) centre: f64,
    pub(super) value: f64,
    pub(super) width: f64,
    pub(super) evaluations: u64,
}

/// How many steps are made toward a mode at most.
const STEPS: usize = 400;

/// How many spreads away a density is looked for that vanishes where it was expected.
const FARTHEST: f64 = 1e18;

impl Start {
    /// A mode near `centre`, found by steps that double as long as they lead uphill and are halved where
    /// they do not, until the parabola through three points is one that a step spans. It decides where
    /// cells begin, not what is found: that is left to the bounds.
    pub(super) fn near<D: LogDensity + ?Sized>(density: &D, centre: f64, spread: f64) -> Start {
        let [low, high] = density.support();
        let inside = |t: f64| match (low.is_finite(), high.is_finite()) {
            (true, true) if t <= low || t >= high => f64::midpoint(low, high),
            (true, _) if t <= low => low + spread,
            (_, true) if t >= high => high - spread,
            _ => t,
        };
        let mut start = Start {
            centre: inside(centre),
            value: density.at(inside(centre)),
            width: spread,
            evaluations: 1,
        };
        // where the density vanishes no step leads uphill: look farther away, on both sides
        let mut away = spread;
        while start.value == f64::NEG_INFINITY && away < FARTHEST * spread {
            for t in [centre - away, centre + away].map(inside) {
                let value = density.at(t);
                start.evaluations += 1;
                if value > start.value {
                    (start.centre, start.value) = (t, value);
                }
            }
            away *= 2.0;
        }
        let mut step = 0.5 * spread;
        for _ in 0..STEPS {
            let Start { centre, value, .. } = start;
            let [below, above] = [centre - step, centre + step].map(|t| density.at(t));
            start.evaluations += 2;
            // ℓ(t) ≈ value + slope (t/step) + ½ curvature (t/step)²
            let curvature = (below - value) + (above - value);
            let slope = 0.5 * (above - below);
            if curvature.is_finite() && curvature < 0.0 && curvature > -4.0 {
                let to_vertex = -slope / curvature;
                start.width = step / (-curvature).sqrt();
                if to_vertex.abs() <= 1.0 {
                    let vertex = centre + to_vertex * step;
                    let there = density.at(vertex);
                    start.evaluations += 1;
                    if there >= value {
                        (start.centre, start.value) = (vertex, there);
                    }
                    return start;
                }
            }
            let (uphill, there) = if above > below {
                (step, above)
            } else {
                (-step, below)
            };
            if there > value {
                (start.centre, start.value) = (centre + uphill, there);
                step *= 2.0;
            } else if below == value && above == value {
                start.width = step;
                return start; // a plateau
            } else if centre + 0.5 * step == centre {
                return start;
            } else {
                step *= 0.5;
            }
        }
        start
    }
}
