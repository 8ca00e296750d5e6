//! The best matching of two lists, judged by its worst pair.

use std::collections::VecDeque;

use crate::set::largest;

/// The smallest number t such that the places 0, …, n−1 of one list can be matched with those of
/// another, each pair (i, j) at a distance of at most t; NaN if a distance is.
///
/// # References
///
/// H. N. Gabow and R. E. Tarjan, Algorithms for two bottleneck optimization problems, *Journal of
/// Algorithms* 9 (1988), 411–417: a threshold search over maximum matchings.
pub(super) fn bottleneck(n: usize, distance: impl Fn(usize, usize) -> f64) -> f64 {
    let distances: Vec<f64> = (0..n * n)
        .map(|pair| distance(pair / n, pair % n))
        .collect();
    if distances.iter().any(|distance| distance.is_nan()) {
        return f64::NAN;
    }
    // every place is matched with something, so that no threshold is below this one
    let nearest = |pairs: &mut dyn Iterator<Item = usize>| {
        pairs
            .map(|pair| distances[pair])
            .fold(f64::INFINITY, f64::min)
    };
    let lowest = (0..n)
        .flat_map(|i| {
            [
                nearest(&mut (0..n).map(|j| i * n + j)),
                nearest(&mut (0..n).map(|j| j * n + i)),
            ]
        })
        .fold(0.0, largest);
    let feasible = |threshold: f64| has_matching(n, |i, j| distances[i * n + j] <= threshold);
    if feasible(lowest) {
        return lowest;
    }
    let mut thresholds: Vec<f64> = distances.iter().copied().filter(|&d| d > lowest).collect();
    thresholds.sort_by(f64::total_cmp);
    thresholds.dedup();
    // the last one is feasible: it allows every pair
    let place = thresholds.partition_point(|&threshold| !feasible(threshold));
    thresholds[place]
}

/// Whether all of 0, …, n−1 on the left can be matched with partners on the right that `allowed`
/// accepts: one shortest augmenting path for each.
fn has_matching(n: usize, allowed: impl Fn(usize, usize) -> bool) -> bool {
    let mut partner_of_right: Vec<Option<usize>> = vec![None; n];
    (0..n).all(|left| augment(n, left, &allowed, &mut partner_of_right))
}

/// Matches one more place on the left, along an alternating path found breadth first.
fn augment(
    n: usize,
    start: usize,
    allowed: &impl Fn(usize, usize) -> bool,
    partner_of_right: &mut [Option<usize>],
) -> bool {
    let mut reached_from: Vec<Option<usize>> = vec![None; n];
    let mut partner_of_left: Vec<Option<usize>> = vec![None; n];
    for (right, left) in partner_of_right.iter().enumerate() {
        if let Some(left) = *left {
            partner_of_left[left] = Some(right);
        }
    }
    let mut queue = VecDeque::from([start]);
    while let Some(left) = queue.pop_front() {
        for right in 0..n {
            if reached_from[right].is_some() || !allowed(left, right) {
                continue;
            }
            reached_from[right] = Some(left);
            let Some(next) = partner_of_right[right] else {
                // free: walk the path back and exchange its pairs
                let mut right = Some(right);
                while let Some(end) = right {
                    let left = reached_from[end].unwrap_or(start);
                    partner_of_right[end] = Some(left);
                    right = partner_of_left[left];
                }
                return true;
            };
            queue.push_back(next);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::bottleneck;

    /// The definition, over all n! matchings.
    fn by_definition(distances: &[Vec<f64>]) -> f64 {
        fn best(distances: &[Vec<f64>], i: usize, free: &mut Vec<usize>) -> f64 {
            if i == distances.len() {
                return 0.0;
            }
            let mut smallest = f64::INFINITY;
            for place in 0..free.len() {
                let j = free.swap_remove(place);
                smallest = smallest.min(distances[i][j].max(best(distances, i + 1, free)));
                free.push(j);
                let last = free.len() - 1;
                free.swap(place, last);
            }
            smallest
        }
        best(distances, 0, &mut (0..distances.len()).collect())
    }

    #[test]
    fn it_is_the_best_of_all_matchings() {
        let mut state = 1_u64;
        let mut random = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        for case in 0..2000 {
            let n = 1 + case % 6;
            let range = [2, 5, 1000][case % 3];
            let distances: Vec<Vec<f64>> = (0..n)
                .map(|_| (0..n).map(|_| random(range) as f64).collect())
                .collect();
            assert_eq!(
                bottleneck(n, |i, j| distances[i][j]),
                by_definition(&distances)
            );
        }
    }

    #[test]
    fn on_the_line_sorting_is_optimal() {
        for n in [1, 2, 7, 40] {
            let x: Vec<f64> = (0..n).map(|i| f64::from((i * 37) % 101)).collect();
            let y: Vec<f64> = (0..n).map(|i| f64::from((i * 53) % 97) + 0.5).collect();
            let sorted = |x: &[f64]| {
                let mut x = x.to_vec();
                x.sort_by(f64::total_cmp);
                x
            };
            let expected = sorted(&x)
                .iter()
                .zip(sorted(&y))
                .map(|(x, y)| (x - y).abs())
                .fold(0.0, f64::max);
            assert_eq!(bottleneck(x.len(), |i, j| (x[i] - y[j]).abs()), expected);
        }
    }

    #[test]
    fn infinite_and_undefined_distances() {
        assert_eq!(bottleneck(0, |_, _| unreachable!()), 0.0);
        assert_eq!(
            bottleneck(2, |i, _| if i == 0 { f64::INFINITY } else { 1.0 }),
            f64::INFINITY
        );
        assert!(bottleneck(2, |i, j| if i == j { f64::NAN } else { 1.0 }).is_nan());
    }
}
