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

impl Start {
    /// Newton's method with differences, from `centre` with steps of `spread`, kept in the support and
    /// never downhill. It decides where cells begin, not what is found: that is left to the bounds.
    pub(super) fn near<D: LogDensity + ?Sized>(density: &D, centre: f64, spread: f64) -> Start {
        let [low, high] = density.support();
        let inside = |t: f64| match (low.is_finite(), high.is_finite()) {
            (true, true) if t <= low || t >= high => f64::midpoint(low, high),
            (true, _) if t <= low => low + spread,
            (_, true) if t >= high => high - spread,
            _ => t,
        };
        let mut centre = inside(centre);
        let mut value = density.at(centre);
        let mut width = spread;
        let mut evaluations = 1;
        for _ in 0..8 {
            let step = 0.25 * width;
            let [below, above] = [centre - step, centre + step].map(|t| density.at(t));
            evaluations += 2;
            let curvature = (below - value) + (above - value);
            let slope = 0.5 * (above - below);
            if !(below.is_finite() && above.is_finite() && curvature < 0.0) {
                // uphill, if there is an uphill
                let uphill = if above > value {
                    step
                } else if below > value {
                    -step
                } else {
                    break;
                };
                centre = inside(centre + 4.0 * uphill);
                value = density.at(centre);
                evaluations += 1;
                continue;
            }
            let fitted = step / (-curvature).sqrt();
            let move_by = (-slope / curvature * step).clamp(-2.0 * width, 2.0 * width);
            let next = inside(centre + move_by);
            let there = density.at(next);
            evaluations += 1;
            if there >= value {
                (centre, value) = (next, there);
            }
            let settled = (fitted / width - 1.0).abs() < 0.3 && move_by.abs() < 0.2 * fitted;
            width = fitted.clamp(0.1 * width, 10.0 * width);
            if settled {
                break;
            }
        }
        Start {
            centre,
            value,
            width,
            evaluations,
        }
    }
}
