//! Functions related to the gamma function.

/// From here on the asymptotic series have all digits.
const FAR: f64 = 16.0;

/// The terms of log Γ(x) beyond (x − ½) log x − x + ½ log 2π, for x ≥ [`FAR`]: Stirling's series.
fn stirling(x: f64) -> f64 {
    let y = 1.0 / (x * x);
    (1.0 / 12.0 - y * (1.0 / 360.0 - y * (1.0 / 1260.0 - y * (1.0 / 1680.0 - y / 1188.0)))) / x
}

/// x (x + 1) ⋯ up to the first factor from [`FAR`] on, which is not in the product but returned.
fn rising(mut x: f64) -> (f64, f64) {
    let mut product = 1.0;
    while x < FAR {
        product *= x;
        x += 1.0;
    }
    (product, x)
}

/// log Γ(a) − log Γ(b) for positive numbers, without the loss of digits of the difference.
///
/// With d = a − b it is (a − ½) log(1 + d/b) + d log b − d + s(a) − s(b), s the series of Stirling.
pub(super) fn ln_gamma_ratio(a: f64, b: f64) -> f64 {
    let ((below_a, x), (below_b, y)) = (rising(a), rising(b));
    // x − y from the small numbers, so that a − b keeps its digits
    let d = (a - b) + ((x - a) - (y - b));
    let far = (x - 0.5) * (d / y).ln_1p() + d * y.ln() - d + (stirling(x) - stirling(y));
    far + (below_b / below_a).ln()
}

/// The digamma function ψ(x) = d/dx log Γ(x), for x > 0.
pub(super) fn digamma(mut x: f64) -> f64 {
    let mut below = 0.0;
    while x < FAR {
        below += 1.0 / x;
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let series =
        y * (1.0 / 12.0 - y * (1.0 / 120.0 - y * (1.0 / 252.0 - y * (1.0 / 240.0 - y / 132.0))));
    x.ln() - 0.5 / x - series - below
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From mpmath, 30 digits.
    #[test]
    #[allow(clippy::excessive_precision)]
    fn known_values() {
        let ratios = [
            (0.5, 1.0, 0.572364942924700087071713675677),
            (1000.5, 1000.0, 3.45375263949627685779782170166),
            (3.0, 7.5, -6.84121705619878764574113551098),
            (1e-3, 2.0, 6.90717888538385366),
            (1e6 + 1.0, 1e6, 13.8155105579642741041079486632),
        ];
        for (a, b, value) in ratios {
            let error = (ln_gamma_ratio(a, b) - value).abs();
            assert!(error < 4e-15 * value.abs().max(1.0), "{a} {b}: {error:e}");
        }
        for (x, value) in [
            (1.0, -0.577215664901532860606512090082),
            (0.25, -4.22745353337626540809),
            (10.0, 2.25175258906672110764743),
            (1000.0, 6.90725519564881205205000611425),
        ] {
            assert!(
                (digamma(x) - value).abs() < 2e-15 * value.abs().max(1.0),
                "{x}"
            );
        }
    }
}
