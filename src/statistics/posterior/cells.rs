//! Cells that wait to be resolved, the heaviest first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::start::Start;
use super::{Growth, LogDensity, ORDER, Panel};
use crate::statistics::Refusal;

/// The error of a panel that is accepted, relative to the whole.
const ACCEPTED: f64 = 2e-15;

/// What may be left unexplored, relative to the whole.
pub(super) const NEGLIGIBLE: f64 = 1e-16;

/// A cell whose bound is so far above its middle is halved before a rule is tried.
const VAGUE: f64 = 60.0;

/// By how much, as a logarithm, the bound of a cell may exceed what the nodes saw there: more might
/// hide between them.
pub(super) const HIDDEN: f64 = 12.0;

/// That no node so far exceeds the bound of its cell that the bound is none: by more than rounding of
/// numbers of this size, and by more than the centre may be below the mode.
pub(super) fn bounded(peak: f64, bound: f64, size: impl Fn() -> f64) -> Result<(), Refusal> {
    let excess = peak - (bound + 0.5 + 1e-6 * bound.abs());
    if excess > 0.0 && excess > 1024.0 * f64::EPSILON * size() {
        return Err(Refusal::Unsupported(
            "a density that rises where it is said to fall",
        ));
    }
    Ok(())
}

/// How many cells are looked at before the integral is given up.
const LIMIT: u64 = 20_000;

/// An interval, with the logarithm of the most mass it can have, weighted.
struct Cell {
    from: f64,
    to: f64,
    most: f64,
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.most.total_cmp(&other.most)
    }
}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cell {}

/// A stretch that was put aside: the logarithm of a bound on its mass, such that with a weight that
/// grows no faster than was asked for the weight on the stretch itself counts.
#[derive(Clone, Debug)]
pub(super) struct Unexplored {
    from: f64,
    to: f64,
    most: f64,
}

impl Unexplored {
    /// The logarithm of a bound on its mass.
    pub(super) fn mass(&self) -> f64 {
        self.most
    }

    /// The logarithm of a bound on its weighted mass.
    pub(super) fn weighted(&self, growth: Growth, centre: f64) -> f64 {
        self.most + growth.log_weight(self.from, self.to, centre)
    }
}

/// The line, cut into cells and into panels that are done.
pub(super) struct Cells<'a, D: ?Sized> {
    density: &'a D,
    growth: Growth,
    start: Start,
    waiting: BinaryHeap<Cell>,
    done: Vec<Panel>,
    /// The logarithm of the integral so far, weighted.
    total: f64,
    /// What was put aside.
    unexplored: Vec<Unexplored>,
    evaluations: u64,
    steps: u64,
}

/// log(eˣ + eʸ)
pub(super) fn log_sum(x: f64, y: f64) -> f64 {
    let (low, high) = if x < y { (x, y) } else { (y, x) };
    if high == f64::NEG_INFINITY {
        return high;
    }
    high + (low - high).exp().ln_1p()
}

impl<'a, D: LogDensity + ?Sized> Cells<'a, D> {
    /// The cells near the mode.
    pub(super) fn new(
        density: &'a D,
        centre: f64,
        spread: f64,
        growth: Growth,
    ) -> Result<Self, Refusal> {
        let start = Start::near(density, centre, spread);
        if start.value == f64::INFINITY || start.value.is_nan() {
            return Err(density.flaw(start.centre, start.centre));
        }
        Ok(Cells {
            density,
            growth,
            start,
            waiting: BinaryHeap::new(),
            done: Vec::new(),
            total: f64::NEG_INFINITY,
            unexplored: Vec::new(),
            evaluations: start.evaluations,
            steps: 0,
        })
    }

    /// The centre, and how often ℓ was evaluated.
    pub(super) fn summary(&self) -> (f64, u64) {
        (self.start.centre, self.evaluations)
    }

    /// What was integrated, and what was put aside.
    pub(super) fn into_parts(self) -> (Vec<Panel>, Vec<Unexplored>) {
        (self.done, self.unexplored)
    }

    /// Puts a stretch aside, with the logarithm of the most weighted mass that it and what follows can
    /// have.
    fn put_aside(&mut self, from: f64, to: f64, most: f64) {
        let most = most - self.growth.log_weight(from, to, self.start.centre);
        self.unexplored.push(Unexplored { from, to, most });
    }

    /// An upper bound of ℓ on an interval. Where ℓ is concave, it lies below its chords drawn out; and
    /// where it has fallen from the centre, it goes on falling.
    fn at_most(&mut self, from: f64, to: f64) -> f64 {
        self.evaluations += 1;
        let Start { centre, value, .. } = self.start;
        if self.density.is_concave() {
            let nearer = if from >= centre {
                from
            } else if to <= centre {
                to
            } else {
                return f64::INFINITY;
            };
            let there = self.density.at(nearer);
            // not above the chord from the centre, drawn out, unless the rise is rounding
            let rise = there - value;
            if rise <= 1e-12 * (1.0 + value.abs()) {
                return there;
            }
            return there + rise * ((to - from) / (nearer - centre).abs());
        }
        self.density.at_most(from, to)
    }

    /// The logarithm of the largest weighted mass that an interval can have.
    fn most(&mut self, from: f64, to: f64) -> f64 {
        let weight = self.growth.log_weight(from, to, self.start.centre);
        self.at_most(from, to) + (to - from).ln() + weight
    }

    fn push(&mut self, from: f64, to: f64) -> Result<f64, Refusal> {
        if from >= to {
            return Ok(f64::NEG_INFINITY);
        }
        let most = self.most(from, to);
        if most.is_nan() {
            return Err(self.density.flaw(from, to));
        }
        if most > f64::NEG_INFINITY {
            self.waiting.push(Cell { from, to, most });
        }
        Ok(most)
    }

    /// Resolves what has mass: around the mode, then outward on both sides to the ends of the support,
    /// or until nothing that matters can come.
    pub(super) fn resolve(&mut self) -> Result<(), Refusal> {
        let Start { centre, width, .. } = self.start;
        let [low, high] = self.density.support();
        let reach = 4.5 * width;
        let [below, above] = [(centre - reach).max(low), (centre + reach).min(high)];
        self.push(below, centre)?;
        self.push(centre, above)?;
        self.work()?;
        self.outward(above, high, reach)?;
        self.outward(below, low, -reach)?;
        if self.total == f64::NEG_INFINITY {
            return Err(Refusal::Overflow("the likelihood vanishes everywhere"));
        }
        Ok(())
    }

    /// Cells of doubling width from `edge` toward the end of the support.
    fn outward(&mut self, mut edge: f64, end: f64, mut stride: f64) -> Result<(), Refusal> {
        let mut before = f64::NEG_INFINITY;
        let longest = self.growth.longest().min(self.density.longest());
        loop {
            let next = if stride > 0.0 {
                (edge + stride).min(end)
            } else {
                (edge + stride).max(end)
            };
            if next == edge {
                return Ok(());
            }
            if !next.is_finite() {
                return Err(Refusal::Nonexistent(
                    "the tails are too heavy for the expectation, or too heavy to compute it",
                ));
            }
            let (from, to) = if edge < next {
                (edge, next)
            } else {
                (next, edge)
            };
            self.count()?;
            let most = self.push(from, to)?;
            let negligible = self.total + NEGLIGIBLE.ln();
            // beyond a finite end nothing comes; towards infinity the bounds have to fall steadily
            if most < negligible && end.is_infinite() {
                let is_empty = most == f64::NEG_INFINITY;
                let rate = if is_empty { 0.0 } else { (most - before).exp() };
                let rest = most + (1.0 / (1.0 - rate.min(0.999))).ln();
                if rate < 0.999 && rest < negligible && self.is_beyond_all(next, stride)? {
                    self.work()?;
                    self.put_aside(from, to, rest);
                    return Ok(());
                }
            }
            before = most;
            self.work()?;
            edge = next;
            if stride.abs() < longest {
                stride *= 2.0;
            }
        }
    }

    /// Whether ℓ only falls beyond the point: the bound of a much longer interval is its value.
    fn is_beyond_all(&mut self, edge: f64, stride: f64) -> Result<bool, Refusal> {
        if let Some(falls) = self.density.falls_beyond(edge, stride) {
            return Ok(falls);
        }
        let far = edge + stride * 1e18;
        let (from, to) = if edge < far { (edge, far) } else { (far, edge) };
        let bound = self.at_most(from, to);
        let value = self.density.at(edge);
        self.evaluations += 1;
        if bound.is_nan() || value.is_nan() {
            return Err(self.density.flaw(from, to));
        }
        let weight = self.growth.log_weight(from, to, self.start.centre);
        let negligible = self.total + NEGLIGIBLE.ln();
        Ok(bound <= value + 1e-9 * (1.0 + value.abs())
            || bound + (far - edge).abs().ln() + weight < negligible)
    }

    /// Resolves the waiting cells, the heaviest first, until the rest cannot matter.
    fn work(&mut self) -> Result<(), Refusal> {
        while let Some(cell) = self.waiting.pop() {
            let rest = cell.most + (self.waiting.len() as f64 + 1.0).ln();
            if rest < self.total + NEGLIGIBLE.ln() {
                self.put_aside(cell.from, cell.to, cell.most);
                for Cell { from, to, most } in std::mem::take(&mut self.waiting) {
                    self.put_aside(from, to, most);
                }
                return Ok(());
            }
            self.count()?;
            self.resolve_cell(&cell)?;
        }
        Ok(())
    }

    /// Counts a step, and gives up after many.
    fn count(&mut self) -> Result<(), Refusal> {
        self.steps += 1;
        if self.steps <= LIMIT {
            return Ok(());
        }
        Err(Refusal::NoConvergence {
            iterations: usize::try_from(LIMIT).unwrap_or(usize::MAX),
        })
    }

    fn resolve_cell(&mut self, cell: &Cell) -> Result<(), Refusal> {
        let Cell { from, to, most } = *cell;
        if let Some(kink) = self.kink(from, to) {
            return self.halve(from, kink, to);
        }
        let middle = f64::midpoint(from, to);
        let is_splittable = from < middle && middle < to;
        if is_splittable && to - from > 2.0 * self.growth.longest() {
            return self.halve(from, middle, to); // its largest weight says little of the others
        }
        let weight = self.growth.log_weight(from, to, self.start.centre);
        // the logarithm of the mass if the density were everywhere as here
        let spread_out = (to - from).ln() + weight;
        let is_trusted = self.density.is_concave() || to - from <= self.density.resolution();
        if is_splittable && !is_trusted {
            self.evaluations += 1;
            if most - (self.density.at(middle) + spread_out) > VAGUE {
                return self.halve(from, middle, to);
            }
        }
        let panel = Panel::new(self.density, from, to);
        if !panel.is_number {
            return Err(self.density.flaw(from, to));
        }
        let panel = if [from, to].into_iter().any(|end| self.is_rough(end)) {
            panel.at_rough_end()
        } else {
            panel
        };
        let size = || self.density.size_of_bound(middle);
        bounded(panel.peak, most - spread_out, size)?;
        self.evaluations += ORDER as u64;
        let mass = panel.peak + panel.mass(panel.peak).ln() + weight;
        let error = panel.peak + panel.error(panel.peak).ln() + weight;
        let total = log_sum(self.total, mass);
        let hidden = most - (panel.peak + spread_out);
        // a steep fall may hide between the end of the cell and the first node
        let is_seen = (is_trusted && !self.density.is_concave())
            || hidden < HIDDEN
            || most < total + NEGLIGIBLE.ln();
        if (error < total + ACCEPTED.ln() && is_seen) || !is_splittable {
            self.total = total;
            self.done.push(panel);
            return Ok(());
        }
        self.halve(from, middle, to)
    }

    fn halve(&mut self, from: f64, middle: f64, to: f64) -> Result<(), Refusal> {
        self.push(from, middle)?;
        self.push(middle, to)?;
        Ok(())
    }

    /// Whether ℓ is perhaps not smooth there: at an end of the support, or a kink.
    fn is_rough(&self, t: f64) -> bool {
        let kinks = self.density.kinks();
        let place = kinks.partition_point(|&kink| kink < t);
        kinks.get(place) == Some(&t) || self.density.support().contains(&t)
    }

    /// The middle one of the kinks inside an interval.
    fn kink(&self, from: f64, to: f64) -> Option<f64> {
        let kinks = self.density.kinks();
        let first = kinks.partition_point(|&kink| kink <= from);
        let last = kinks.partition_point(|&kink| kink < to);
        (first < last).then(|| kinks[usize::midpoint(first, last)])
    }
}
