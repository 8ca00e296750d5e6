//! Periodic filters along one axis of a grid.

use super::combination::{Term, combine};

/// The lines of a grid along one axis: n cells each, `inner` of them side by side, in `outer` blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    outer: usize,
    n: usize,
    inner: usize,
}

/// The values s\[i + o\] around their line, with their weights in each of K sums.
#[derive(Clone, Copy)]
pub(super) struct Tap<'a, const K: usize> {
    /// The values s of a whole grid.
    pub(super) values: &'a [f64],
    /// The offset o.
    pub(super) offset: i64,
    /// The weights w₁, …, w_K.
    pub(super) weights: [f64; K],
}

impl Lines {
    /// The lines along an axis of a grid of this shape.
    pub(super) fn along(axis: usize, shape: &[usize]) -> Self {
        Lines {
            outer: product(&shape[..axis]),
            n: shape[axis],
            inner: product(&shape[axis + 1..]),
        }
    }

    /// The lines of half the length.
    fn halved(self) -> Self {
        Lines {
            n: self.n / 2,
            ..self
        }
    }

    /// The number of cells of the grid.
    fn size(self) -> usize {
        self.outer * self.n * self.inner
    }

    /// The sums rₖ\[i\] = Σ wₖ s\[i + o\], each added up in the order of the taps, whatever i is.
    ///
    /// # Complexity
    ///
    /// O(cells · taps), over neighbours in memory: no index is reduced modulo n in an inner loop.
    pub(super) fn correlate<const K: usize>(self, taps: &[Tap<'_, K>]) -> [Vec<f64>; K] {
        self.correlate_in(taps, std::array::from_fn(|_| Vec::new()))
    }

    /// The same sums, in memory that is no longer needed.
    pub(super) fn correlate_in<const K: usize>(
        self,
        taps: &[Tap<'_, K>],
        memory: [Vec<f64>; K],
    ) -> [Vec<f64>; K] {
        let mut results = memory.map(|memory| {
            if memory.len() == self.size() {
                memory
            } else {
                vec![0.0; self.size()]
            }
        });
        if self.size() == 0 {
            return results;
        }
        let n = self.n as i64; // a length in memory
        let offsets: Vec<usize> = taps
            .iter()
            .map(|tap| tap.offset.rem_euclid(n) as usize)
            .collect();
        let mut terms = Vec::with_capacity(taps.len());
        for range in self.unbroken(&offsets) {
            let width = range.len() * self.inner;
            for block in 0..self.outer {
                terms.clear();
                terms.extend(taps.iter().zip(&offsets).map(|(tap, &offset)| {
                    let from = (block * self.n + (range.start + offset) % self.n) * self.inner;
                    Term {
                        values: &tap.values[from..from + width],
                        weights: tap.weights,
                    }
                }));
                let to = (block * self.n + range.start) * self.inner;
                let results = results.each_mut().map(|r| &mut r[to..to + width]);
                combine(&terms, results);
            }
        }
        results
    }

    /// Ranges of i, together 0..n, in which no i + o passes the end of the line.
    fn unbroken(self, offsets: &[usize]) -> Vec<std::ops::Range<usize>> {
        let mut ends: Vec<usize> = offsets.iter().map(|offset| self.n - offset).collect();
        ends.push(self.n);
        ends.sort_unstable();
        ends.dedup();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(&ends).map(|(from, &to)| from..to).collect()
    }

    /// The values at even and those at odd places of lines of even length.
    pub(super) fn split(self, values: &[f64]) -> [Vec<f64>; 2] {
        let mut phases = [(); 2].map(|()| Vec::with_capacity(values.len() / 2));
        if self.inner == 1 {
            let (pairs, _) = values.as_chunks::<2>();
            for (phase, phases) in phases.iter_mut().enumerate() {
                phases.extend(pairs.iter().map(|pair| pair[phase]));
            }
        } else if self.inner > 0 {
            for (i, row) in values.chunks_exact(self.inner).enumerate() {
                phases[i % 2].extend_from_slice(row);
            }
        }
        phases
    }

    /// The lines of even length with these values at even and at odd places.
    pub(super) fn interleave(self, phases: [&[f64]; 2]) -> Vec<f64> {
        let [even, odd] = phases;
        if self.inner == 1 {
            let mut values = vec![0.0; even.len() + odd.len()];
            let (pairs, _) = values.as_chunks_mut::<2>();
            for (pair, (&even, &odd)) in pairs.iter_mut().zip(even.iter().zip(odd)) {
                *pair = [even, odd];
            }
            return values;
        }
        let mut values = Vec::with_capacity(even.len() + odd.len());
        let row = self.inner.max(1); // there are no values if it is 0
        for (even, odd) in even.chunks_exact(row).zip(odd.chunks_exact(row)) {
            values.extend_from_slice(even);
            values.extend_from_slice(odd);
        }
        values
    }

    /// One level of a critically sampled filter bank: rₖ\[i\] = Σₘ hₖ\[m\] s\[2i + F/2 − m\].
    pub(super) fn analyse(self, values: &[f64], filters: [&[f64]; 2]) -> [Vec<f64>; 2] {
        let phases = self.split(values);
        let [low, high] = filters;
        let half = (low.len() / 2) as i64; // the length of a filter
        let taps: Vec<Tap<'_, 2>> = low
            .iter()
            .zip(high)
            .zip(0..)
            .map(|((&low, &high), m)| {
                let place: i64 = half - m;
                Tap {
                    values: &phases[place.rem_euclid(2) as usize], // 0 or 1
                    offset: place.div_euclid(2),
                    weights: [low, high],
                }
            })
            .collect();
        self.halved().correlate(&taps)
    }

    /// What is adjoint to [`Lines::analyse`], and its inverse if the filters are orthogonal:
    /// s\[j\] = Σ hₖ\[m\] rₖ\[i\] over all i, m with 2i + F/2 − m = j.
    pub(super) fn synthesise(self, bands: [&[f64]; 2], filters: [&[f64]; 2]) -> Vec<f64> {
        let phases = [0, 1].map(|phase| {
            let mut taps = Vec::new();
            for (values, filter) in bands.into_iter().zip(filters) {
                let half = (filter.len() / 2) as i64; // the length of a filter
                for (&weight, m) in filter.iter().zip(0..) {
                    let twice: i64 = phase + m - half;
                    if twice % 2 == 0 {
                        taps.push(Tap {
                            values,
                            offset: twice / 2,
                            weights: [weight],
                        });
                    }
                }
            }
            let [values] = self.halved().correlate(&taps);
            values
        });
        self.interleave([&phases[0], &phases[1]])
    }
}

/// The product of sides, or, where it is too large because another side is 0, the largest number.
fn product(sides: &[usize]) -> usize {
    sides.iter().fold(1, |n, &side| n.saturating_mul(side))
}
