//! Sums by halves.

/// Up to how many terms are added one after the other.
const SHORT: usize = 32;

/// The sum of n terms, each half by itself, so that rounding grows with log n and not with n.
pub(crate) fn sum(n: usize, term: impl Fn(usize) -> f64) -> f64 {
    between(0, n, &term)
}

fn between(from: usize, to: usize, term: &impl Fn(usize) -> f64) -> f64 {
    if to - from <= SHORT {
        return (from..to).map(term).sum();
    }
    let middle = from + (to - from) / 2;
    between(from, middle, term) + between(middle, to, term)
}
