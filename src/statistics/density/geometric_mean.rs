//! The geometric mean of numbers that are far apart.

use std::f64::consts::LN_2;

use num_traits::Float;

use crate::statistics::sum::Sum;

/// A number near the geometric mean, and the logarithm of the mean over that number, to full precision
/// however far apart the observations are: powers of 2 are counted apart.
pub(super) fn geometric_mean(sample: &[f64]) -> (f64, f64) {
    let n = sample.len() as f64;
    let near = (sample.iter().map(|x| x.ln()).sum::<f64>() / n).exp();
    let parts = |x: f64| {
        let (mantissa, exponent, _) = Float::integer_decode(x);
        (mantissa as f64, i64::from(exponent))
    };
    let (own, power) = parts(near);
    let mut powers = 0;
    let mut logarithms = Sum::default();
    for &x in sample {
        let (mantissa, exponent) = parts(x);
        logarithms = logarithms.plus((mantissa / own).ln());
        powers += exponent - power;
    }
    (near, (powers as f64 * LN_2 + logarithms.value()) / n)
}
