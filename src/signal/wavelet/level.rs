//! One level of a critically sampled filter bank, along all axes.

use super::correlation::Lines;
use crate::signal::Signal;

/// The low-pass band, and the others in the order of the bits of their axes; the filters may depend on the axis.
pub(super) fn analysed<'a, const D: usize>(
    x: Signal<f64, D>,
    filters: impl Fn(usize) -> [&'a [f64]; 2],
) -> (Signal<f64, D>, Vec<Signal<f64, D>>) {
    let mut shape = x.shape();
    let mut first = x.into_values();
    let mut others: Vec<Vec<f64>> = Vec::new();
    for axis in 0..D {
        let lines = Lines::along(axis, &shape);
        shape[axis] /= 2;
        let [low, high] = lines.analyse(&first, filters(axis));
        first = low;
        let mut highs = vec![high];
        for band in &mut others {
            let [low, high] = lines.analyse(band, filters(axis));
            *band = low;
            highs.push(high);
        }
        others.extend(highs);
    }
    let others = others.into_iter().map(|values| Signal::of(shape, values));
    (Signal::of(shape, first), others.collect())
}

/// What is adjoint to [`analysed`], and its inverse if the filters are orthogonal.
pub(super) fn synthesised<'a, const D: usize>(
    low: &Signal<f64, D>,
    details: &[&[f64]],
    filters: impl Fn(usize) -> [&'a [f64]; 2],
) -> Signal<f64, D> {
    let mut shape = low.shape();
    let given: Vec<&[f64]> = std::iter::once(low.values())
        .chain(details.iter().copied())
        .collect();
    let mut bands: Vec<Vec<f64>> = Vec::new();
    for axis in (0..D).rev() {
        shape[axis] *= 2;
        let lines = Lines::along(axis, &shape);
        let before: Vec<&[f64]> = if axis + 1 == D {
            given.clone()
        } else {
            bands.iter().map(Vec::as_slice).collect()
        };
        let (low, high) = before.split_at(before.len() / 2);
        let pairs = low.iter().zip(high);
        bands = pairs
            .map(|(low, high)| lines.synthesise([low, high], filters(axis)))
            .collect();
    }
    Signal::of(shape, bands.pop().unwrap_or_else(|| low.values().to_vec()))
}
