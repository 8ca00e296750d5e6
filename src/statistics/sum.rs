//! Sums in twice the working precision.

/// A sum of numbers: the rounded sum, and what the roundings lost.
///
/// Each addition is exact, high + x = next + lost (Knuth's two-sum), and only what is lost is added
/// up with rounding: the relative error of n terms is about n ε² Σ|x|/|Σx|.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    #[inline]
    pub(super) fn plus(self, x: f64) -> Self {
        let next = self.high + x;
        let added = next - self.high;
        let lost = (self.high - (next - added)) + (x - added);
        Sum {
            high: next,
            low: self.low + lost,
        }
    }

    /// Whether nothing overflowed on the way.
    pub(super) fn is_finite(self) -> bool {
        self.high.is_finite() && self.low.is_finite()
    }

    /// The sum.
    pub(super) fn value(self) -> f64 {
        self.high + self.low
    }

    /// The sum divided by n, as if it had been rounded once: the remainder is divided as well.
    pub(super) fn over(self, n: f64) -> f64 {
        let quotient = self.value() / n;
        let remainder = (-quotient).mul_add(n, self.high) + self.low;
        quotient + remainder / n
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        terms.into_iter().fold(Sum::default(), Sum::plus)
    }
}
