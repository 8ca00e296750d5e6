//! A stretch of the line on which a Gauss rule integrates a density.

use std::num::NonZeroUsize;
use std::sync::LazyLock;

use gauss_quad::GaussLegendre;

use super::LogDensity;

/// The number of nodes.
pub(in crate::statistics) const ORDER: usize = 20;

/// Gauss–Legendre nodes and weights on [−1, 1].
pub(super) struct Rule {
    pub(super) nodes: [f64; ORDER],
    pub(super) weights: [f64; ORDER],
    /// Rows that take the values at the nodes to the last four Legendre coefficients.
    pub(super) highest: [[f64; ORDER]; 4],
}

pub(super) static RULE: LazyLock<Rule> = LazyLock::new(|| {
    let order = NonZeroUsize::new(ORDER).unwrap_or(NonZeroUsize::MIN);
    let mut pairs: Vec<(f64, f64)> = GaussLegendre::new(order).iter().copied().collect();
    pairs.sort_unstable_by(|p, q| p.0.total_cmp(&q.0));
    let nodes = std::array::from_fn(|i| pairs[i].0);
    let weights: [f64; ORDER] = std::array::from_fn(|i| pairs[i].1);
    let highest = std::array::from_fn(|row| {
        let degree = ORDER - 4 + row;
        let scale = degree as f64 + 0.5;
        std::array::from_fn(|i| scale * weights[i] * legendre(degree, pairs[i].0))
    });
    Rule {
        nodes,
        weights,
        highest,
    }
});

/// The Legendre polynomial: (k + 1) P(k+1) = (2k + 1) x P(k) − k P(k−1).
fn legendre(degree: usize, x: f64) -> f64 {
    let (mut before, mut now) = (1.0, x);
    for k in 1..degree {
        let k = k as f64;
        (before, now) = (now, ((2.0 * k + 1.0) * x * now - k * before) / (k + 1.0));
    }
    now
}

/// exp(ℓ − peak) at the nodes of a stretch of the line.
#[derive(Clone, Debug)]
pub(super) struct Panel {
    pub(super) from: f64,
    pub(super) to: f64,
    /// The largest ℓ at the nodes.
    pub(super) peak: f64,
    values: [f64; ORDER],
    /// An estimate of the error of the integral of exp(ℓ − peak).
    error: f64,
    /// The same where the function need not be analytic up to the ends.
    rough_error: f64,
    /// Whether ℓ is a number or −∞ at all nodes.
    pub(super) is_number: bool,
}

impl Panel {
    /// The panel from `from` to `to`: [`ORDER`] evaluations.
    pub(super) fn new<D: LogDensity + ?Sized>(density: &D, from: f64, to: f64) -> Panel {
        let half = 0.5 * (to - from);
        let mut values = RULE
            .nodes
            .map(|node| density.beside(from, half * (1.0 + node)));
        let is_number = values.iter().all(|value| *value < f64::INFINITY); // not for NaN
        let peak = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for value in &mut values {
            *value = if peak == f64::NEG_INFINITY {
                0.0
            } else {
                (*value - peak).exp()
            };
        }
        // For an analytic function the Legendre coefficients fall geometrically, c(k) ~ r^k, and the
        // Gauss rule, exact to degree 2·ORDER − 1, errs like r^(2·ORDER) ~ c(ORDER)².
        let coefficient = |row: &[f64; ORDER]| {
            let products = row
                .iter()
                .zip(&values)
                .map(|(weight, value)| weight * value);
            products.sum::<f64>().abs()
        };
        let last = RULE.highest.iter().map(coefficient).fold(0.0, f64::max);
        Panel {
            from,
            to,
            peak,
            values,
            error: (to - from) * (30.0 * last * last).min(last),
            rough_error: (to - from) * last,
            is_number,
        }
    }

    /// The same panel, where at an end the function may be like a broken power of the distance from it:
    /// its coefficients fall slowly, and the error with them.
    pub(super) fn at_rough_end(self) -> Panel {
        Panel {
            error: self.rough_error,
            ..self
        }
    }

    /// ∫ f(t) exp(ℓ(t) − peak) dt for a common peak.
    pub(super) fn integral(&self, peak: f64, f: impl Fn(f64) -> f64) -> f64 {
        let half = 0.5 * (self.to - self.from);
        let terms = RULE.nodes.iter().zip(&RULE.weights).zip(&self.values);
        let sum: f64 = terms
            .map(|((node, weight), value)| weight * value * f(self.from + half * (1.0 + node)))
            .sum();
        half * sum * (self.peak - peak).exp()
    }

    /// ∫ exp(ℓ(t) − peak) dt for a common peak.
    pub(super) fn mass(&self, peak: f64) -> f64 {
        self.integral(peak, |_| 1.0)
    }

    /// The error of that integral.
    pub(super) fn error(&self, peak: f64) -> f64 {
        self.error * (self.peak - peak).exp()
    }
}
