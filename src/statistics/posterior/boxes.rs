//! The mean of a posterior density in space, by the same device as on the line: boxes are treated in the
//! order of the mass that they can have at most, resolved where a product of Gauss rules has converged,
//! and halved otherwise.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use nalgebra::SVector;

use super::cells::{HIDDEN, NEGLIGIBLE, bounded, log_sum};
use super::panel::{ORDER, RULE};
use crate::statistics::Refusal;

/// The logarithm ℓ of a density in space that is to be integrated, up to a constant.
pub(in crate::statistics) trait LogDensityInSpace<const D: usize> {
    /// ℓ(t)
    fn at(&self, t: &SVector<f64, D>) -> f64;

    /// ℓ at the nodes corner + (offsets[0][i₀], offsets[1][i₁], …), the first index running fastest.
    fn on_grid(&self, corner: &SVector<f64, D>, offsets: &[[f64; ORDER]; D]) -> Vec<f64>;

    /// An upper bound of ℓ on a box, which approaches ℓ as the box shrinks.
    fn at_most(&self, part: &Part<D>) -> f64;

    /// A box outside which ℓ falls along every ray from its middle.
    fn bulk(&self) -> Part<D>;

    /// A length below which ℓ has no structure that a rule could miss.
    fn resolution(&self) -> f64;

    /// How large the numbers are, all together, that are added up to ℓ(t).
    fn size(&self, t: &SVector<f64, D>) -> f64;
}

/// The error of a box that is accepted, relative to the whole.
const ACCEPTED: f64 = 2e-15;

/// A box whose bound is so far above its middle is halved before a rule is tried.
const VAGUE: f64 = 20.0;

/// How many nodes are looked at before the integral is given up.
const LIMIT: u64 = 50_000_000;

/// How many widths of the mode the first boxes reach.
const REACH: f64 = 4.5;

/// A box with sides along the axes.
#[derive(Clone, Copy, Debug)]
pub(in crate::statistics) struct Part<const D: usize> {
    pub(in crate::statistics) low: SVector<f64, D>,
    pub(in crate::statistics) high: SVector<f64, D>,
}

impl<const D: usize> Part<D> {
    fn middle(&self) -> SVector<f64, D> {
        self.low + 0.5 * (self.high - self.low)
    }

    fn log_volume(&self) -> f64 {
        (self.high - self.low).iter().map(|side| side.ln()).sum()
    }

    /// The logarithm of the largest weight 1 + ‖t − centre‖ in it.
    fn log_weight(&self, centre: &SVector<f64, D>) -> f64 {
        let farthest = (self.low - centre).abs().sup(&(self.high - centre).abs());
        farthest.norm().ln_1p()
    }

    fn contains(&self, other: &Part<D>) -> bool {
        self.low <= other.low && self.high >= other.high
    }

    fn halves(&self, axis: usize) -> Option<[Part<D>; 2]> {
        let middle = f64::midpoint(self.low[axis], self.high[axis]);
        let is_splittable = self.low[axis] < middle && middle < self.high[axis];
        let (mut lower, mut upper) = (*self, *self);
        lower.high[axis] = middle;
        upper.low[axis] = middle;
        is_splittable.then_some([lower, upper])
    }
}

/// What a product of Gauss rules finds in a box, in units of exp(peak).
struct Panel<const D: usize> {
    peak: f64,
    mass: f64,
    /// ∫ (t − low) exp(ℓ − peak) dt
    moment: SVector<f64, D>,
    low: SVector<f64, D>,
    /// The weight of its errors, 1 + the largest distance from the centre.
    weight: f64,
    /// The error of the mass along each axis.
    errors: SVector<f64, D>,
}

impl<const D: usize> Panel<D> {
    fn new<L: LogDensityInSpace<D> + ?Sized>(
        density: &L,
        part: &Part<D>,
        centre: &SVector<f64, D>,
    ) -> Self {
        let half = 0.5 * (part.high - part.low);
        let offsets: [[f64; ORDER]; D] =
            std::array::from_fn(|axis| RULE.nodes.map(|node| half[axis] * (1.0 + node)));
        let mut values = density.on_grid(&part.low, &offsets);
        let peak = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for value in &mut values {
            *value = if peak == f64::NEG_INFINITY {
                0.0
            } else {
                (*value - peak).exp()
            };
        }
        let volume: f64 = half.iter().product();
        let (mut mass, mut moment) = (0.0, SVector::zeros());
        for (place, value) in values.iter().enumerate() {
            let (mut weighted, mut offset, mut rest) = (*value, SVector::<f64, D>::zeros(), place);
            for axis in 0..D {
                let i = rest % ORDER;
                rest /= ORDER;
                weighted *= RULE.weights[i];
                offset[axis] = offsets[axis][i];
            }
            mass += weighted;
            moment += offset * weighted;
        }
        // as on the line, line by line; volume is that of a box with sides of length 1 instead of 2
        let errors = SVector::from_fn(|axis, _| {
            let stride = ORDER.pow(axis as u32);
            let lines = values.len() / ORDER;
            let of_line = |line: usize| {
                let first = line % stride + line / stride * stride * ORDER;
                let coefficient = |row: &[f64; ORDER]| {
                    let products = row.iter().enumerate();
                    let sum: f64 = products.map(|(i, w)| w * values[first + i * stride]).sum();
                    sum.abs()
                };
                let last = RULE.highest.iter().map(coefficient).fold(0.0, f64::max);
                (30.0 * last * last).min(last)
            };
            let mean = (0..lines).map(of_line).sum::<f64>() / lines as f64;
            mean * volume * f64::powi(2.0, D as i32)
        });
        Panel {
            peak,
            mass: mass * volume,
            moment: moment * volume,
            low: part.low,
            weight: part.log_weight(centre).exp(),
            errors,
        }
    }

    fn error(&self) -> f64 {
        self.weight * self.errors.sum()
    }
}

/// A box that waits, with the logarithm of the most weighted mass it can have.
struct Waiting<const D: usize> {
    part: Part<D>,
    most: f64,
}

impl<const D: usize> Ord for Waiting<D> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.most.total_cmp(&other.most)
    }
}

impl<const D: usize> PartialOrd for Waiting<D> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<const D: usize> PartialEq for Waiting<D> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<const D: usize> Eq for Waiting<D> {}

/// The mean of a density in space, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::statistics) struct Mean<const D: usize> {
    pub(in crate::statistics) value: SVector<f64, D>,
    /// A bound on its error.
    pub(in crate::statistics) bound: f64,
    /// The distance of the mean from the mode, or a width of the mode where that is more.
    pub(in crate::statistics) spread: f64,
    pub(in crate::statistics) evaluations: u64,
}

/// The mean of a density, from a first guess of the width of its modes; the first one is looked for from 0.
///
/// # Errors
///
/// A density that is not finite, whose tails are too heavy, or too rough to be integrated.
pub(in crate::statistics) fn mean_in_space<const D: usize, L: LogDensityInSpace<D> + ?Sized>(
    density: &L,
    spread: f64,
) -> Result<Mean<D>, Refusal> {
    let mut boxes = Boxes::new(density, spread)?;
    boxes.resolve()?;
    boxes.mean()
}

/// Space, cut into boxes that wait and boxes that are done.
struct Boxes<'a, L: ?Sized, const D: usize> {
    density: &'a L,
    /// Near a mode.
    centre: SVector<f64, D>,
    /// How wide the mode is along each axis.
    width: SVector<f64, D>,
    waiting: BinaryHeap<Waiting<D>>,
    done: Vec<Panel<D>>,
    /// The logarithm of the integral so far, weighted.
    total: f64,
    /// The logarithm of the most that was put aside, weighted.
    unexplored: f64,
    evaluations: u64,
}

impl<'a, const D: usize, L: LogDensityInSpace<D> + ?Sized> Boxes<'a, L, D> {
    /// A mode near 0, found by steps along the axes that double as long as they lead uphill.
    fn new(density: &'a L, spread: f64) -> Result<Self, Refusal> {
        /// How many steps are made toward a mode at most.
        const STEPS: usize = 400;
        let mut centre = SVector::<f64, D>::zeros();
        let mut width = SVector::repeat(spread);
        let mut value = density.at(&centre);
        let mut step = 0.5 * spread;
        let mut evaluations = 1;
        for _ in 0..STEPS {
            let mut has_moved = false;
            let mut is_spanned = true;
            for axis in 0..D {
                let beside = |by: f64| {
                    let mut t = centre;
                    t[axis] += by;
                    (t, density.at(&t))
                };
                let (below, above) = (beside(-step), beside(step));
                evaluations += 2;
                // ℓ ≈ value + ½ curvature (t/step)²
                let curvature = (below.1 - value) + (above.1 - value);
                let is_curved = curvature.is_finite() && curvature < 0.0;
                if is_curved {
                    width[axis] = step / (-curvature).sqrt();
                }
                is_spanned &= is_curved && curvature > -4.0;
                let uphill = if above.1 > below.1 { above } else { below };
                if uphill.1 > value {
                    (centre, value) = uphill;
                    has_moved = true;
                }
            }
            if !has_moved && is_spanned {
                break;
            }
            step *= if has_moved { 1.5 } else { 0.5 };
        }
        if !value.is_finite() {
            return Err(Refusal::Unsupported(
                "a density that is infinite, NaN or 0 somewhere",
            ));
        }
        Ok(Boxes {
            density,
            centre,
            width,
            waiting: BinaryHeap::new(),
            done: Vec::new(),
            total: f64::NEG_INFINITY,
            unexplored: f64::NEG_INFINITY,
            evaluations,
        })
    }

    /// Lets a box wait, and gives the logarithm of the most weighted mass it can have.
    fn push(&mut self, part: Part<D>) -> f64 {
        self.evaluations += 1;
        let most = self.density.at_most(&part) + part.log_volume() + part.log_weight(&self.centre);
        if most > f64::NEG_INFINITY {
            self.waiting.push(Waiting { part, most });
        }
        most
    }

    /// Resolves what has mass: around the mode, then in shells that double, until nothing that matters
    /// can come.
    fn resolve(&mut self) -> Result<(), Refusal> {
        let bulk = self.density.bulk();
        let mut reach = self.width * REACH;
        for place in 0..1_usize << D {
            self.push_block(place, 2, reach, 1.0);
        }
        self.work()?;
        let mut before = f64::NEG_INFINITY;
        loop {
            let outer = Part {
                low: self.centre - 2.0 * reach,
                high: self.centre + 2.0 * reach,
            };
            if !(outer.high - outer.low).iter().all(|side| side.is_finite()) {
                return Err(Refusal::Nonexistent(
                    "the tails are too heavy for the expectation, or too heavy to compute it",
                ));
            }
            // four blocks along each axis, without those in the middle
            let mut most = f64::NEG_INFINITY;
            for place in 0..1_usize << (2 * D) {
                let is_inside = (0..D).all(|axis| matches!(place >> (2 * axis) & 3, 1 | 2));
                if !is_inside {
                    most = log_sum(most, self.push_block(place, 4, reach, 2.0));
                }
            }
            let negligible = self.total + NEGLIGIBLE.ln();
            let is_empty = most == f64::NEG_INFINITY;
            let rate = if is_empty { 0.0 } else { (most - before).exp() };
            if most < negligible && rate < 0.999 && outer.contains(&bulk) {
                let rest = most - (1.0 - rate).ln();
                if rest < negligible {
                    self.work()?;
                    self.unexplored = log_sum(self.unexplored, rest);
                    return Ok(());
                }
            }
            before = most;
            self.work()?;
            reach *= 2.0;
        }
    }

    /// Lets one of so many blocks along each axis wait, whose sides are the reach; the first is so many
    /// sides below the centre.
    fn push_block(
        &mut self,
        place: usize,
        blocks: usize,
        reach: SVector<f64, D>,
        first: f64,
    ) -> f64 {
        let index = SVector::<f64, D>::from_fn(|axis, _| {
            (place / blocks.pow(axis as u32) % blocks) as f64 - first
        });
        let low = self.centre + reach.component_mul(&index);
        let high = self.centre + reach.component_mul(&index.add_scalar(1.0));
        self.push(Part { low, high })
    }

    /// Resolves the waiting boxes, the heaviest first, until the rest cannot matter.
    fn work(&mut self) -> Result<(), Refusal> {
        while let Some(Waiting { part, most }) = self.waiting.pop() {
            let rest = most + (self.waiting.len() as f64 + 1.0).ln();
            if rest < self.total + NEGLIGIBLE.ln() {
                self.unexplored = log_sum(self.unexplored, rest);
                self.waiting.clear();
                return Ok(());
            }
            if self.evaluations > LIMIT {
                let iterations = self.done.len();
                return Err(Refusal::NoConvergence { iterations });
            }
            self.resolve_part(&part, most)?;
        }
        Ok(())
    }

    fn resolve_part(&mut self, part: &Part<D>, most: f64) -> Result<(), Refusal> {
        // the logarithm of the mass if the density were everywhere as here
        let spread_out = part.log_volume() + part.log_weight(&self.centre);
        let sides = part.high - part.low;
        let is_trusted = sides.max() <= self.density.resolution();
        let longest = sides.component_div(&self.width).imax();
        if !is_trusted {
            self.evaluations += 1;
            if most - (self.density.at(&part.middle()) + spread_out) > VAGUE
                && self.halve(part, longest)
            {
                return Ok(());
            }
        }
        let panel = Panel::new(self.density, part, &self.centre);
        let size = || self.density.size(&part.middle());
        bounded(panel.peak, most - spread_out, size)?;
        self.evaluations += ORDER.pow(D as u32) as u64;
        let mass = panel.peak + (panel.mass * panel.weight).ln();
        let error = panel.peak + panel.error().ln();
        let total = log_sum(self.total, mass);
        let hidden = most - (panel.peak + spread_out);
        let is_seen = is_trusted || hidden < HIDDEN || most < total + NEGLIGIBLE.ln();
        let worst = if is_seen {
            panel.errors.imax()
        } else {
            longest
        };
        if (error < total + ACCEPTED.ln() && is_seen) || !self.halve(part, worst) {
            self.total = total;
            self.done.push(panel);
        }
        Ok(())
    }

    /// Whether the box could be halved; its halves wait then.
    fn halve(&mut self, part: &Part<D>, axis: usize) -> bool {
        let halves = part.halves(axis);
        for half in halves.into_iter().flatten() {
            self.push(half);
        }
        halves.is_some()
    }

    /// The mean of what was found.
    fn mean(&self) -> Result<Mean<D>, Refusal> {
        let peaks = self.done.iter().map(|panel| panel.peak);
        let peak = peaks.fold(f64::NEG_INFINITY, f64::max);
        let (mut mass, mut error) = (0.0, 0.0);
        let mut moment = SVector::<f64, D>::zeros();
        let mut distances = 0.0;
        for panel in &self.done {
            let unit = (panel.peak - peak).exp();
            mass += panel.mass * unit;
            let own = (panel.low - self.centre) * panel.mass + panel.moment;
            moment += own * unit;
            distances += own.norm() * unit;
            error += panel.error() * unit;
        }
        if !(mass > 0.0 && mass.is_finite()) {
            return Err(Refusal::Overflow("the likelihood has no finite mass"));
        }
        let spread = (distances / mass).max(self.width.max());
        // the logarithms themselves are rounded
        let rounding = f64::EPSILON * (8.0 + self.density.size(&self.centre));
        Ok(Mean {
            value: self.centre + moment / mass,
            bound: (error + (self.unexplored - peak).exp()) / mass + rounding * spread,
            spread,
            evaluations: self.evaluations,
        })
    }
}
