//! Samples that are the same in every run and every language.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

use nalgebra::{Point, SVector};

/// The numbers between 0 and 1 of the generator s ← 48271 s mod (2³¹ − 1), from s = 1.
pub(super) fn uniform(n: usize) -> impl Iterator<Item = f64> {
    const MODULUS: u64 = (1 << 31) - 1;
    let states = std::iter::successors(Some(1), |state| Some(48_271 * state % MODULUS));
    states
        .skip(1)
        .take(n)
        .map(|state| state as f64 / MODULUS as f64)
}

/// The quantile of the logistic distribution.
pub(super) fn logistic(u: f64) -> f64 {
    (u / (1.0 - u)).ln()
}

/// Points with independent logistic coordinates.
pub(super) fn points<const D: usize>(n: usize) -> Vec<Point<f64, D>> {
    let numbers: Vec<f64> = uniform(n * D).map(logistic).collect();
    numbers.chunks_exact(D).map(Point::from_slice).collect()
}

/// The same with every fifth of them far from the others.
pub(super) fn contaminated<const D: usize>(n: usize) -> Vec<Point<f64, D>> {
    let mut points = points(n);
    for point in points.iter_mut().step_by(5) {
        *point += SVector::repeat(10.0);
    }
    points
}

/// Writes numbers as they are in memory on most machines: 8 bytes each, the lowest first.
pub(super) fn write(path: &Path, numbers: impl Iterator<Item = f64>) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for number in numbers {
        file.write_all(&number.to_le_bytes())?;
    }
    file.flush()
}
