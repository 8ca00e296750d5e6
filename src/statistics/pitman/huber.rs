//! The estimate under Huber's loss, from the normalised likelihood.

use crate::statistics::Refusal;
use crate::statistics::posterior::{LogDensity, Posterior};

/// The d with E ψ(d − t) = 0, where ψ clips to ±k, and a bound on its error: Newton's method from the
/// median, kept between bounds. The density is one of a rising function of t, whose inverse is given, too.
pub(super) fn huber<D: LogDensity>(
    posterior: &Posterior<'_, D>,
    k: f64,
    of_t: impl Fn(f64) -> f64,
    t: impl Fn(f64) -> f64,
) -> Result<(f64, f64), Refusal> {
    /// How many steps are made at most.
    const STEPS: usize = 200;
    let inside = |d: f64| [of_t(d - k), of_t(d + k)];
    let balance = |d: f64| {
        let [from, to] = inside(d);
        let between = posterior.part(from, to, |w| d - t(w));
        let below = posterior.part(f64::NEG_INFINITY, from, |_| k);
        let above = posterior.part(to, f64::INFINITY, |_| k);
        between + below - above
    };
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let centre = t(posterior.centre());
    let mut d = t(posterior.quantile(0.5));
    for _ in 0..STEPS {
        let excess = balance(d);
        let [from, to] = inside(d);
        let slope = posterior.part(from, to, |_| 1.0);
        if excess > 0.0 {
            high = d;
        } else {
            low = d;
        }
        let newton = d - excess / slope;
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        let settled = 4.0 * f64::EPSILON * (1.0 + (d - centre).abs());
        if !next.is_finite() || (next - d).abs() <= settled {
            return Ok((d, 2.0 * k * posterior.mass_error() / slope)); // |ψ| ≤ k
        }
        d = next;
    }
    Err(Refusal::NoConvergence { iterations: STEPS })
}
