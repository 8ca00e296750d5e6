//! Which polyphase component is chosen.

use crate::law::ExactSum;
use crate::signal::Signal;
use crate::signal::grid::axis::Axis;
use crate::signal::grid::periodic::position_of;

/// The cell at which sampling begins.
pub(super) struct Choice<const D: usize> {
    /// The cell.
    pub(super) first: [usize; D],
    /// The component, if the signal decides which: then it begins at the cell j of it.
    pub(super) component: Option<[usize; D]>,
}

impl<const D: usize> Choice<D> {
    /// The choice for channels of one shape; `None` if they have no cells.
    pub(super) fn of(channels: &[&Signal<f64, D>], steps: [usize; D]) -> Option<Self> {
        let shape = channels.first().filter(|x| !x.is_empty())?.shape();
        // a step beyond the side leaves as many components as there are cells
        let sides: [usize; D] = std::array::from_fn(|axis| steps[axis].min(shape[axis]));
        let norms = norms(channels, shape, sides, steps);
        let largest = norms.iter().copied().fold(0.0, f64::max);
        let ties: Vec<bool> = norms.iter().map(|&norm| norm == largest).collect();
        let component = |number: usize| position_of(sides, number);
        if ties.iter().filter(|&&ties| ties).count() == 1 {
            let only = component(ties.iter().position(|&ties| ties)?);
            return Some(Choice {
                first: only,
                component: Some(only),
            });
        }
        let ranks = ranks(channels, shape);
        let cells = (0..ranks.len()).map(|number| {
            let cell = position_of(shape, number);
            (number, cell, component_of(cell, sides, steps))
        });
        let candidates: Vec<_> = cells.filter(|&(_, _, component)| ties[component]).collect();
        let best = candidates.iter().map(|&(number, ..)| ranks[number]).max()?;
        let mut best = candidates
            .into_iter()
            .filter(|&(number, ..)| ranks[number] == best);
        let (_, first, of_first) = best.next()?;
        if best.all(|(_, _, component)| component == of_first) {
            let only = component(of_first);
            Some(Choice {
                first: only,
                component: Some(only),
            })
        } else {
            Some(Choice {
                first,
                component: None,
            })
        }
    }
}

/// The number of the component of a cell.
fn component_of<const D: usize>(cell: [usize; D], sides: [usize; D], steps: [usize; D]) -> usize {
    (0..D).fold(0, |number, axis| {
        number * sides[axis] + cell[axis] % steps[axis]
    })
}

/// The squared norms of the components, from exact sums; infinite, if a value is not finite.
fn norms<const D: usize>(
    channels: &[&Signal<f64, D>],
    shape: [usize; D],
    sides: [usize; D],
    steps: [usize; D],
) -> Vec<f64> {
    let mut sums = vec![ExactSum::default(); sides.iter().product()];
    for x in channels {
        for (number, value) in x.values().iter().enumerate() {
            let square = value * value;
            let square = if square.is_nan() {
                f64::INFINITY
            } else {
                square
            };
            sums[component_of(position_of(shape, number), sides, steps)].add(square);
        }
    }
    sums.iter().map(ExactSum::value).collect()
}

/// For each cell the rank of the signal that begins there, among all that begin at a cell, in the order of their
/// values one after the other.
///
/// First the ranks of the values; then, of ranks of pieces of length l, those of pieces of length 2l: the order of pairs.
/// Along the last axis until they reach around it, then along the axis before. Pieces that do not differ more
/// when they are twice as long never will.
fn ranks<const D: usize>(channels: &[&Signal<f64, D>], shape: [usize; D]) -> Vec<usize> {
    let mut ranks = vec![0; shape.iter().product()];
    let mut count = 1;
    for x in channels {
        let mut sorted: Vec<u64> = x.values().iter().map(|&value| ordered(value)).collect();
        let values = sorted.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let rank = |value: &u64| sorted.partition_point(|other| other < value);
        let of_values: Vec<usize> = values.iter().map(rank).collect();
        (ranks, count) = ranks_of_pairs(&ranks, |number| of_values[number]);
    }
    for axis in (0..D).rev() {
        let Axis { side, row } = Axis::new(shape, axis);
        let mut length = 1;
        while length < side && 1 < count && count < ranks.len() {
            let ahead = |number: usize| {
                let position = number / row % side;
                number - position * row + (position + length) % side * row
            };
            let (longer, more) = ranks_of_pairs(&ranks, |number| ranks[ahead(number)]);
            if more == count {
                break;
            }
            (ranks, count) = (longer, more);
            length *= 2;
        }
    }
    ranks
}

/// The ranks of the pairs, and how many there are.
fn ranks_of_pairs(first: &[usize], second: impl Fn(usize) -> usize) -> (Vec<usize>, usize) {
    let pairs = first.iter().enumerate();
    let pairs: Vec<(usize, usize)> = pairs.map(|(i, &first)| (first, second(i))).collect();
    let mut sorted = pairs.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let rank = |pair: &(usize, usize)| sorted.partition_point(|other| other < pair);
    (pairs.iter().map(rank).collect(), sorted.len())
}

/// A number whose order is that of the value in the total order of floating-point numbers.
fn ordered(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 {
        bits | 1 << 63
    } else {
        !bits
    }
}
