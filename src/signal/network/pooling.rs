//! Pooling at steps as a layer.

use super::Layer;
use super::layer::{channels, stacked};
use crate::signal::{
    AdaptivePolyphaseSampling, AveragePooling, BinomialBlur, Image, MaxPooling, Pooling, Refusal,
    Signal, Strided, Subsampling,
};

/// A pooling that is a weighted sum.
trait Weighted: Pooling<f64, 2> {
    /// Where the cells are that are summed, seen from the cell that is computed, with their weights.
    fn weights(&self) -> Vec<([i64; 2], f64)>;
}

impl Weighted for Subsampling {
    fn weights(&self) -> Vec<([i64; 2], f64)> {
        vec![([0, 0], 1.0)]
    }
}

impl Weighted for AveragePooling<2> {
    fn weights(&self) -> Vec<([i64; 2], f64)> {
        let [rows, columns] = self.window();
        let weight = 1.0 / (rows as f64 * columns as f64);
        let cells = (0..rows as i64).flat_map(|m| (0..columns as i64).map(move |n| [m, n]));
        cells.map(|cell| (cell, weight)).collect()
    }
}

impl Weighted for BinomialBlur {
    fn weights(&self) -> Vec<([i64; 2], f64)> {
        let mut row = vec![1.0];
        for _ in 0..self.order() {
            let mut next = vec![0.0; row.len() + 1];
            for (m, weight) in row.iter().enumerate() {
                next[m] += weight / 2.0;
                next[m + 1] += weight / 2.0;
            }
            row = next;
        }
        let back = i64::from(self.order() / 2);
        let weight = |m: usize, n: usize| ([m as i64 - back, n as i64 - back], row[m] * row[n]);
        (0..row.len())
            .flat_map(|m| (0..row.len()).map(move |n| (m, n)))
            .map(|(m, n)| weight(m, n))
            .collect()
    }
}

/// Each channel by itself.
fn each(x: &Signal<f64, 3>, pooled: impl Fn(&Image<f64>) -> Image<f64>) -> Signal<f64, 3> {
    let images: Vec<Image<f64>> = channels(x).iter().map(pooled).collect();
    let shape = images.first().map_or([0, 0], Signal::shape);
    stacked(&images, shape)
}

/// The cell s i + m around the grid, as a place in its list.
fn cell_around(shape: [usize; 2], steps: [usize; 2], i: [usize; 2], m: [i64; 2]) -> usize {
    let [row, column] = [0, 1].map(|axis| {
        let cell = (i[axis] * steps[axis]) as i64 + m[axis];
        cell.rem_euclid(shape[axis] as i64) as usize
    });
    row * shape[1] + column
}

/// The slopes by x of each channel, to which `add` brings those by a cell of y.
fn scattered(
    x: &Signal<f64, 3>,
    slope: &Signal<f64, 3>,
    mut add: impl FnMut(&Image<f64>, [usize; 2], f64, &mut [f64]),
) -> Signal<f64, 3> {
    let [_, rows, columns] = x.shape();
    let (inputs, outputs) = (channels(x), channels(slope));
    let back: Vec<Image<f64>> = inputs
        .iter()
        .zip(&outputs)
        .map(|(x, slope)| {
            let mut back = vec![0.0; x.len()];
            for (i, &slope) in slope.positions().zip(slope.values()) {
                add(x, i, slope, &mut back);
            }
            Signal::of([rows, columns], back)
        })
        .collect();
    stacked(&back, [rows, columns])
}

impl<P: Weighted + std::fmt::Debug> Layer for Strided<P, 2> {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        Ok(each(x, |image| Strided::apply(self, image)))
    }

    fn backward(
        &self,
        x: &Signal<f64, 3>,
        _y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let steps = self.shifts().steps().map(|step| step as usize);
        let weights = self.pooling().weights();
        let back = scattered(x, slope, |x, i, slope, back| {
            for (m, weight) in &weights {
                back[cell_around(x.shape(), steps, i, *m)] += weight * slope;
            }
        });
        (back, Vec::new())
    }
}

impl Layer for Strided<MaxPooling<2>, 2> {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        Ok(each(x, |image| Strided::apply(self, image)))
    }

    /// Of several cells with the largest value the first in the window.
    fn backward(
        &self,
        x: &Signal<f64, 3>,
        _y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let steps = self.shifts().steps().map(|step| step as usize);
        let window = self.pooling().window();
        let back = scattered(x, slope, |x, i, slope, back| {
            let sides = [0, 1].map(|axis| window[axis].min(x.shape()[axis]) as i64);
            let cells = (0..sides[0]).flat_map(|m| (0..sides[1]).map(move |n| [m, n]));
            let places = cells.map(|m| cell_around(x.shape(), steps, i, m));
            let larger = |best: usize, next: usize| {
                if x.values()[next] > x.values()[best] {
                    next
                } else {
                    best
                }
            };
            if let Some(best) = places.reduce(larger) {
                back[best] += slope;
            }
        });
        (back, Vec::new())
    }
}

/// All channels are sampled at the same cells.
impl Layer for AdaptivePolyphaseSampling<2> {
    fn apply(&self, x: &Signal<f64, 3>) -> Result<Signal<f64, 3>, Refusal> {
        let images = self.apply_to_channels(&channels(x))?;
        let shape = images.first().map_or([0, 0], Signal::shape);
        Ok(stacked(&images, shape))
    }

    /// Which cells are sampled does not change with a small change of x.
    fn backward(
        &self,
        x: &Signal<f64, 3>,
        _y: &Signal<f64, 3>,
        slope: &Signal<f64, 3>,
    ) -> (Signal<f64, 3>, Vec<f64>) {
        let first = self.first_cell(&channels(x)).unwrap_or([0, 0]);
        let first = first.map(|i| i as i64);
        let back = scattered(x, slope, |x, i, slope, back| {
            back[cell_around(x.shape(), self.steps(), i, first)] += slope;
        });
        (back, Vec::new())
    }
}
