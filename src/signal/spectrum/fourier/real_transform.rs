//! The fast Fourier transform of real signals.

use std::cell::RefCell;
use std::sync::Arc;

use realfft::num_complex::Complex;
use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};
use rustfft::{Fft, FftPlanner};

thread_local! {
    /// What depends on the length alone is computed once in each thread.
    static REAL: RefCell<RealFftPlanner<f64>> = RefCell::new(RealFftPlanner::new());
    static COMPLEX: RefCell<FftPlanner<f64>> = RefCell::new(FftPlanner::new());
}

/// The Fourier transform of real signals of one shape, and back.
///
/// The last axis is transformed first, to its n/2 + 1 frequencies that are not negative; then, from the last but one to the
/// first, the others. Each axis is turned to be the fastest before it is transformed, so that spectra
/// are listed with axes in the order 1, …, D − 1, 0 turned around: `place` knows where a frequency is.
#[derive(Clone)]
pub(crate) struct RealTransform<const D: usize> {
    shape: [usize; D],
    forward: Arc<dyn RealToComplex<f64>>,
    inverse: Arc<dyn ComplexToReal<f64>>,
    /// Transforms along the other axes, from the first on.
    others: Vec<[Arc<dyn Fft<f64>>; 2]>,
}

impl<const D: usize> RealTransform<D> {
    /// The transform of signals of this shape, which has cells.
    pub(crate) fn new(shape: [usize; D]) -> Self {
        let last = shape.last().copied().unwrap_or(1).max(1);
        let (forward, inverse) = REAL.with_borrow_mut(|planner| {
            (
                planner.plan_fft_forward(last),
                planner.plan_fft_inverse(last),
            )
        });
        let sides = &shape[..D.saturating_sub(1)];
        let others = COMPLEX.with_borrow_mut(|planner| {
            let both = sides.iter().map(|&side| {
                [
                    planner.plan_fft_forward(side.max(1)),
                    planner.plan_fft_inverse(side.max(1)),
                ]
            });
            both.collect()
        });
        RealTransform {
            shape,
            forward,
            inverse,
            others,
        }
    }

    /// The shape of the signals.
    pub(crate) fn shape(&self) -> [usize; D] {
        self.shape
    }

    /// How many frequencies the last axis has.
    fn half(&self) -> usize {
        self.shape[D - 1] / 2 + 1
    }

    /// How many frequencies the list has.
    pub(crate) fn len(&self) -> usize {
        self.sides().iter().product()
    }

    /// The place of a frequency in the list, if it is there: for the others the opposite one is.
    pub(crate) fn place(&self, m: [usize; D]) -> Option<usize> {
        if m[D - 1] >= self.half() {
            return None;
        }
        // the last axis is slowest, then as they are: each turn put the fastest axis first
        let mut place = m[1.min(D - 1)..]
            .iter()
            .zip(&self.sides()[1.min(D - 1)..])
            .fold(0, |place, (&m, side)| place * side + m);
        if D > 1 {
            place = place * self.shape[0] + m[0];
        }
        Some(place)
    }

    /// The numbers of frequencies.
    fn sides(&self) -> [usize; D] {
        let mut sides = self.shape;
        sides[D - 1] = self.half();
        sides
    }

    /// The spectrum.
    pub(crate) fn forward(&self, mut values: Vec<f64>) -> Vec<Complex<f64>> {
        let (n, half) = (self.shape[D - 1], self.half());
        let rows = values.len() / n.max(1);
        let mut spectrum = vec![Complex::default(); rows * half];
        let mut scratch = self.forward.make_scratch_vec();
        for (row, frequencies) in values
            .chunks_exact_mut(n)
            .zip(spectrum.chunks_exact_mut(half))
        {
            // lengths fit: they come from the same shape
            let _ = self
                .forward
                .process_with_scratch(row, frequencies, &mut scratch);
        }
        drop(values);
        let mut columns = half;
        for [forward, _] in self.others.iter().rev() {
            spectrum = transposed(&spectrum, columns);
            columns = forward.len();
            forward.process(&mut spectrum);
        }
        spectrum
    }

    /// The signal with this spectrum.
    pub(crate) fn inverse(&self, mut spectrum: Vec<Complex<f64>>) -> Vec<f64> {
        let (n, half) = (self.shape[D - 1], self.half());
        for ([_, inverse], slowest) in self.others.iter().zip(&self.sides()[1.min(D - 1)..]) {
            inverse.process(&mut spectrum);
            // the axis that was put first becomes the fastest again
            spectrum = transposed(&spectrum, spectrum.len() / slowest);
        }
        let mut values = vec![0.0; self.shape.iter().product()];
        let mut scratch = self.inverse.make_scratch_vec();
        let scale = 1.0 / values.len() as f64;
        for (frequencies, row) in spectrum
            .chunks_exact_mut(half)
            .zip(values.chunks_exact_mut(n))
        {
            // the frequency 0, and n/2 if n is even, are real up to rounding
            frequencies[0].im = 0.0;
            if n.is_multiple_of(2) {
                frequencies[half - 1].im = 0.0;
            }
            let _ = self
                .inverse
                .process_with_scratch(frequencies, row, &mut scratch);
            for value in row {
                *value *= scale;
            }
        }
        values
    }
}

/// How many rows and columns are turned at a time, so that both stay near.
const BLOCK: usize = 16;

/// The matrix of rows of so many columns with rows and columns exchanged.
fn transposed(matrix: &[Complex<f64>], columns: usize) -> Vec<Complex<f64>> {
    let rows = matrix.len() / columns;
    let mut transposed = vec![Complex::default(); matrix.len()];
    for top in (0..rows).step_by(BLOCK) {
        for left in (0..columns).step_by(BLOCK) {
            for column in left..(left + BLOCK).min(columns) {
                for row in top..(top + BLOCK).min(rows) {
                    transposed[column * rows + row] = matrix[row * columns + column];
                }
            }
        }
    }
    transposed
}
