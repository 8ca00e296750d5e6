//! Sums Σ w·s of lists of numbers, several with the same lists at once.

/// A list of numbers, with its weight in each of K sums.
#[derive(Clone, Copy)]
pub(super) struct Term<'a, const K: usize> {
    /// The numbers s.
    pub(super) values: &'a [f64],
    /// The weights w₁, …, w_K.
    pub(super) weights: [f64; K],
}

/// How many neighbours are summed side by side: what a processor's registers hold.
const WIDTH: usize = 8;

/// The sums rₖ\[i\] = Σ wₖ s\[i\], each added up in the order of the terms, whatever i is.
///
/// All lists are as long as the results.
pub(super) fn combine<const K: usize>(terms: &[Term<'_, K>], results: [&mut [f64]; K]) {
    let n = results.first().map_or(0, |result| result.len());
    let whole = n - n % WIDTH;
    let mut results = results;
    for from in (0..whole).step_by(WIDTH) {
        let mut sums = [[0.0; WIDTH]; K];
        for term in terms {
            let Some(values) = term.values[from..].first_chunk::<WIDTH>() else {
                continue;
            };
            for (sums, weight) in sums.iter_mut().zip(term.weights) {
                for (sum, value) in sums.iter_mut().zip(values) {
                    *sum += weight * value;
                }
            }
        }
        for (result, sums) in results.iter_mut().zip(sums) {
            result[from..from + WIDTH].copy_from_slice(&sums);
        }
    }
    for i in whole..n {
        for (k, result) in results.iter_mut().enumerate() {
            let mut sum = 0.0;
            for term in terms {
                sum += term.weights[k] * term.values[i];
            }
            result[i] = sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Term, combine};

    #[test]
    fn neighbours_side_by_side_and_one_by_one_are_the_same_sums() {
        let x: Vec<f64> = (0..40).map(|i| f64::from(i * i % 23) / 7.0).collect();
        for n in 0..30 {
            let term = |from: usize, weights| Term {
                values: &x[from..from + n],
                weights,
            };
            let terms = [
                term(0, [0.3, 1.0]),
                term(3, [-1.7, 0.0]),
                term(9, [0.9, 5.0]),
            ];
            let (mut first, mut second) = (vec![0.0; n], vec![0.0; n]);
            combine(&terms, [&mut first, &mut second]);
            for i in 0..n {
                assert_eq!(first[i], 0.3 * x[i] + -1.7 * x[i + 3] + 0.9 * x[i + 9]);
                assert_eq!(second[i], x[i] + 0.0 * x[i + 3] + 5.0 * x[i + 9]);
            }
        }
    }
}
