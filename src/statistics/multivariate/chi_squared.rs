//! The law of χ².

use std::f64::consts::PI;

/// P(χ² ≤ x) with so many degrees of freedom: the incomplete gamma function with a = degrees/2 at x/2,
/// by the series xᵃ e⁻ˣ / Γ(a + 1) · (1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …), all of whose terms are
/// positive.
pub(in crate::statistics) fn probability(degrees: usize, x: f64) -> f64 {
    let (a, half) = (degrees as f64 / 2.0, x / 2.0);
    if half <= 0.0 {
        return 0.0;
    }
    let (mut term, mut sum, mut n) = (1.0, 1.0, a);
    while term > f64::EPSILON * sum * 0.25 {
        n += 1.0;
        term *= half / n;
        sum += term;
    }
    (a * half.ln() - half - ln_factorial_of_half(degrees) + sum.ln())
        .exp()
        .min(1.0)
}

/// The x with P(χ² ≤ x) = p, for 0 < p < 1: Newton's method on the logarithm of x, between bounds.
pub(in crate::statistics) fn quantile(degrees: usize, p: f64) -> f64 {
    let (mut below, mut above) = (0.0, degrees as f64);
    while probability(degrees, above) < p {
        (below, above) = (above, 2.0 * above);
    }
    let a = degrees as f64 / 2.0;
    let mut x = 0.5 * (below + above);
    for _ in 0..200 {
        let excess = probability(degrees, x) - p;
        if excess > 0.0 {
            above = x;
        } else {
            below = x;
        }
        // the density times x
        let slope = (a * (x / 2.0).ln() - x / 2.0 - ln_factorial_of_half(degrees)).exp() * a;
        let newton = x * (-excess / slope).exp();
        let next = if newton > below && newton < above {
            newton
        } else {
            0.5 * (below + above)
        };
        if (next - x).abs() <= 2.0 * f64::EPSILON * x {
            return next;
        }
        x = next;
    }
    x
}

/// ln Γ(d/2 + 1) = Σ ln(d/2 − k), down to Γ(1) = 1 or Γ(1/2) = √π.
fn ln_factorial_of_half(degrees: usize) -> f64 {
    let a = degrees as f64 / 2.0;
    let factors = (0..degrees.div_ceil(2)).map(|k| (a - k as f64).ln());
    let last = if degrees.is_multiple_of(2) {
        0.0
    } else {
        0.5 * PI.ln()
    };
    factors.sum::<f64>() + last
}

#[cfg(test)]
mod tests {
    use super::{probability, quantile};

    /// Values of `scipy.stats.chi2`.
    #[test]
    fn the_law_of_chi_squared_is_that_of_scipy() {
        for (degrees, median, high, low, at_three) in [
            (
                1,
                0.454936423119572,
                5.023886187314888,
                1.5707971492624921e-6,
                0.9167354833364496,
            ),
            (
                2,
                1.386294361119891,
                7.377758908227871,
                0.002001000667167068,
                0.7768698398515702,
            ),
            (
                3,
                2.3659738843753377,
                9.348403604496148,
                0.024297585815692732,
                0.6083748237289109,
            ),
            (
                4,
                3.3566939800333224,
                11.143286781877796,
                0.09080403553897909,
                0.4421745996289252,
            ),
            (
                10,
                9.34181776559197,
                20.483177350807388,
                1.4787434638356647,
                0.018575936222140675,
            ),
        ] {
            for (p, x) in [(0.5, median), (0.975, high), (1e-3, low)] {
                let found = quantile(degrees, p);
                assert!(
                    (found / x - 1.0).abs() < 1e-13,
                    "{degrees} {p}: {found} for {x}"
                );
            }
            assert!((probability(degrees, 3.0) / at_three - 1.0).abs() < 1e-14);
        }
        assert!((probability(10, 30.0) - 0.9991433587892247).abs() < 1e-14);
    }
}
