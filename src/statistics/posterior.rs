//! Integration of a posterior density that a bad sample cannot fool.
//!
//! The integrand is known by its logarithm ℓ and by an upper bound of ℓ on every interval. The line is
//! cut into cells, and the cells are treated in the order of the mass that they can have at most: a cell
//! is resolved by a Gauss rule if the rule has converged there, and halved otherwise, until what is left
//! can have no mass that matters. So every mode is found, however far away and however narrow, by proof
//! and not by luck.

mod boxes;
mod cells;
mod panel;
mod start;

pub(super) use boxes::{LogDensityInSpace, Part, mean_in_space};
pub(super) use panel::ORDER;

use super::Refusal;
use cells::{Cells, Unexplored};
use panel::Panel;

/// The logarithm ℓ of a density that is to be integrated, up to a constant.
pub(super) trait LogDensity {
    /// ℓ(origin + offset); −∞ where the density vanishes.
    ///
    /// A narrow mode a million widths away has its digits in the offset: the sum is not to be rounded
    /// before something near the origin is subtracted from it.
    fn beside(&self, origin: f64, offset: f64) -> f64;

    /// ℓ(t)
    fn at(&self, t: f64) -> f64 {
        self.beside(t, 0.0)
    }

    /// An upper bound of ℓ on the interval from a to b, which approaches ℓ as the interval shrinks.
    fn at_most(&self, a: f64, b: f64) -> f64;

    /// The interval outside which the density vanishes.
    fn support(&self) -> [f64; 2];

    /// Where ℓ is not smooth, in ascending order.
    fn kinks(&self) -> &[f64] {
        &[]
    }

    /// Whether ℓ is concave.
    fn is_concave(&self) -> bool {
        false
    }

    /// Whether ℓ only falls beyond t, to the right for a positive stride and to the left for a negative
    /// one, if that is known; otherwise the bounds are asked.
    fn falls_beyond(&self, _t: f64, _stride: f64) -> Option<bool> {
        None
    }

    /// The longest interval on which the upper bound is of use.
    fn longest(&self) -> f64 {
        f64::INFINITY
    }

    /// A length below which ℓ has no structure that a rule could miss.
    fn resolution(&self) -> f64 {
        0.0
    }

    /// Why ℓ is not a number, or infinite, somewhere from a to b.
    fn flaw(&self, _a: f64, _b: f64) -> Refusal {
        Refusal::Unsupported("a density that is infinite or NaN somewhere")
    }

    /// How large the numbers are, all together, that are added up to ℓ(t).
    fn size(&self, t: f64) -> f64 {
        self.at(t).abs()
    }

    /// How large the numbers are, all together, that are added up to an upper bound near t.
    fn size_of_bound(&self, t: f64) -> f64 {
        self.size(t)
    }
}

/// How fast the functions may grow whose expectation is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Growth {
    /// Like |t|.
    Linear,
    /// Like |t| exp(rate · t).
    Exponential {
        /// The rate, of either sign.
        rate: f64,
    },
}

impl Growth {
    /// The logarithm of the largest weight on the interval, seen from `centre`, where it is 0.
    fn log_weight(self, a: f64, b: f64, centre: f64) -> f64 {
        let far = (a - centre).abs().max((b - centre).abs()).ln_1p();
        match self {
            Growth::Linear => far,
            Growth::Exponential { rate } => {
                far + (rate * (a - centre)).max(rate * (b - centre)).max(0.0)
            }
        }
    }

    /// The longest interval on which the largest weight is of the size of all.
    fn longest(self) -> f64 {
        match self {
            Growth::Linear => f64::INFINITY,
            Growth::Exponential { rate } => 2.0 / rate.abs(),
        }
    }
}

/// A density on the line that has been cut into panels on which a Gauss rule integrates it.
#[derive(Clone, Debug)]
pub(super) struct Posterior<'a, D: ?Sized> {
    density: &'a D,
    /// In ascending order, disjoint.
    panels: Vec<Panel>,
    /// A point near the highest mode: expectations are taken from here.
    centre: f64,
    /// The largest logarithm: masses are relative to its exponential.
    peak: f64,
    /// ∫ exp(ℓ − peak).
    mass: f64,
    growth: Growth,
    /// What was not looked at.
    unexplored: Vec<Unexplored>,
    /// E |t − centre|
    deviation: f64,
    evaluations: u64,
}

impl<'a, D: LogDensity + ?Sized> Posterior<'a, D> {
    /// The density, from a first guess of its centre and of its spread.
    ///
    /// # Errors
    ///
    /// The density vanishes, or its tails are too heavy for an expectation of this growth.
    pub(super) fn new(
        density: &'a D,
        centre: f64,
        spread: f64,
        growth: Growth,
    ) -> Result<Self, Refusal> {
        let mut cells = Cells::new(density, centre, spread, growth)?;
        cells.resolve()?;
        let (centre, evaluations) = cells.summary();
        let (mut panels, unexplored) = cells.into_parts();
        panels.sort_unstable_by(|p, q| p.from.total_cmp(&q.from));
        let peak = panels
            .iter()
            .map(|panel| panel.peak)
            .fold(f64::NEG_INFINITY, f64::max);
        let mass: f64 = panels.iter().map(|panel| panel.mass(peak)).sum();
        if !(mass > 0.0 && mass.is_finite()) {
            return Err(Refusal::Overflow("the likelihood has no finite mass"));
        }
        let mut posterior = Posterior {
            density,
            panels,
            centre,
            peak,
            mass,
            growth,
            unexplored,
            deviation: 0.0,
            evaluations,
        };
        posterior.deviation = posterior.expectation(|t| (t - centre).abs());
        Ok(posterior)
    }

    /// log ∫ exp ℓ.
    pub(super) fn log_mass(&self) -> f64 {
        self.peak + self.mass.ln()
    }

    /// A point near the highest mode.
    pub(super) fn centre(&self) -> f64 {
        self.centre
    }

    /// A bound on the numerical error of the expectation of a function of the growth asked for.
    pub(super) fn error(&self) -> f64 {
        self.error_of(self.growth)
    }

    /// The same for functions of slower growth.
    pub(super) fn error_of(&self, growth: Growth) -> f64 {
        let weighted = |panel: &Panel| {
            let weight = growth.log_weight(panel.from, panel.to, self.centre).exp();
            panel.error(self.peak) * weight
        };
        let quadrature = self.panels.iter().map(weighted).sum::<f64>() / self.mass;
        let most = |aside: &Unexplored| (aside.weighted(growth, self.centre) - self.peak).exp();
        let unexplored = self.unexplored.iter().map(most).sum::<f64>() / self.mass;
        quadrature + unexplored + self.rounding() * self.deviation
    }

    /// A bound on the relative error of the mass.
    pub(super) fn mass_error(&self) -> f64 {
        let panels = self.panels.iter().map(|panel| panel.error(self.peak));
        let aside = self
            .unexplored
            .iter()
            .map(|aside| (aside.mass() - self.peak).exp());
        panels.chain(aside).sum::<f64>() / self.mass + self.rounding()
    }

    /// What rounding of the logarithms does to the values, relative to them.
    fn rounding(&self) -> f64 {
        f64::EPSILON * (8.0 + self.density.size(self.centre))
    }

    /// E |t − centre|, the mean deviation from the highest mode.
    pub(super) fn deviation(&self) -> f64 {
        self.deviation
    }

    /// How often ℓ was evaluated.
    pub(super) fn evaluations(&self) -> u64 {
        self.evaluations
    }

    /// E f(t), for f smooth.
    pub(super) fn expectation(&self, f: impl Fn(f64) -> f64) -> f64 {
        let of_panel = |panel: &Panel| panel.integral(self.peak, &f);
        self.panels.iter().map(of_panel).sum::<f64>() / self.mass
    }

    /// E t.
    pub(super) fn mean(&self) -> f64 {
        self.centre + self.expectation(|t| t - self.centre)
    }

    /// E [f(t); from ≤ t ≤ to], for f smooth in between.
    pub(super) fn part(&self, from: f64, to: f64, f: impl Fn(f64) -> f64) -> f64 {
        let of_panel = |panel: &Panel| {
            let (a, b) = (panel.from.max(from), panel.to.min(to));
            if a >= b {
                0.0
            } else if (a, b) == (panel.from, panel.to) {
                panel.integral(self.peak, &f)
            } else {
                Panel::new(self.density, a, b).integral(self.peak, &f)
            }
        };
        self.panels.iter().map(of_panel).sum::<f64>() / self.mass
    }

    /// The density at t, relative to the mass.
    pub(super) fn density(&self, t: f64) -> f64 {
        (self.density.at(t) - self.peak).exp() / self.mass
    }

    /// The point below which the mass is p, with 0 < p < 1.
    pub(super) fn quantile(&self, p: f64) -> f64 {
        let mut below = 0.0;
        let last = self.panels.len() - 1;
        for (place, panel) in self.panels.iter().enumerate() {
            let mass = panel.mass(self.peak) / self.mass;
            if below + mass < p && place < last {
                below += mass;
                continue;
            }
            if below + mass == p && place < last {
                // the mass ends here, and may begin again after a gap
                return f64::midpoint(panel.to, self.panels[place + 1].from);
            }
            return self.quantile_within(panel, p - below);
        }
        self.centre // there is a panel
    }

    /// The point of the panel below which the panel has this mass: Newton's method, kept in between.
    fn quantile_within(&self, panel: &Panel, mass: f64) -> f64 {
        let (mut low, mut high) = (panel.from, panel.to);
        let mut t = f64::midpoint(low, high);
        for _ in 0..100 {
            let excess = self.part(panel.from, t, |_| 1.0) - mass;
            if excess > 0.0 {
                high = t;
            } else {
                low = t;
            }
            let newton = t - excess / self.density(t);
            let next = if newton > low && newton < high {
                newton
            } else {
                f64::midpoint(low, high)
            };
            if (next - t).abs() <= 2.0 * f64::EPSILON * (t - self.centre).abs().max(high - low) {
                return next;
            }
            t = next;
        }
        t
    }

    /// How many panels there are, for tests.
    #[cfg(test)]
    fn panels(&self) -> usize {
        self.panels.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two normal densities, far apart and of different width.
    struct Two {
        distance: f64,
        width: f64,
    }

    impl LogDensity for Two {
        fn beside(&self, origin: f64, offset: f64) -> f64 {
            let first = (-0.5 * (origin + offset).powi(2)).exp();
            let from_second = ((origin - self.distance) + offset) / self.width;
            (first + (-0.5 * from_second * from_second).exp()).ln()
        }

        fn at_most(&self, a: f64, b: f64) -> f64 {
            let nearest = |m: f64| m.clamp(a, b);
            let first = (-0.5 * nearest(0.0).powi(2)).exp();
            let d = (nearest(self.distance) - self.distance) / self.width;
            (first + (-0.5 * d * d).exp()).ln()
        }

        fn support(&self) -> [f64; 2] {
            [f64::NEG_INFINITY, f64::INFINITY]
        }
    }

    #[test]
    fn a_narrow_mode_far_away_is_found() {
        for (distance, width) in [(1e3, 1e-3), (-1e6, 1e-2), (1e6, 30.0), (7.0, 1.0)] {
            let two = Two { distance, width };
            let posterior = Posterior::new(&two, 0.0, 1.0, Growth::Linear).unwrap();
            let mean = distance * width / (1.0 + width);
            let error = (posterior.mean() - mean).abs();
            assert!(
                error <= 1e-13 * distance.abs(),
                "{distance} {width}: {error}"
            );
            let mass = (2.0 * std::f64::consts::PI).sqrt() * (1.0 + width);
            assert!((posterior.log_mass() - mass.ln()).abs() < 1e-14);
            assert!(posterior.panels() < 60, "{}", posterior.panels());
        }
    }

    #[test]
    fn quantiles_and_parts_agree() {
        let two = Two {
            distance: 20.0,
            width: 0.5,
        };
        let posterior = Posterior::new(&two, 0.0, 1.0, Growth::Linear).unwrap();
        for p in [0.01, 0.25, 0.5, 0.66, 0.7, 0.99] {
            let t = posterior.quantile(p);
            let below = posterior.part(f64::NEG_INFINITY, t, |_| 1.0);
            assert!((below - p).abs() < 1e-14, "{p}: {below}");
        }
        // a third of the mass is beyond 10
        assert!((posterior.part(10.0, f64::INFINITY, |_| 1.0) - 1.0 / 3.0).abs() < 1e-15);
    }
}
