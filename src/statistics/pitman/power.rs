//! A power of the scale, from the posterior of its logarithm.

use crate::statistics::decision::ScaleLoss;
use crate::statistics::posterior::{Growth, LogDensity, Posterior};

/// How β of a posterior is related to the scale: σ = e^β or σ = e^(−β), in units of a pilot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Logarithm {
    OfScale,
    OfInverse,
}

impl Logarithm {
    fn sign(self) -> f64 {
        match self {
            Logarithm::OfScale => 1.0,
            Logarithm::OfInverse => -1.0,
        }
    }

    /// How σ^(−degree) grows with β.
    fn growth(self, degree: f64) -> Growth {
        if degree == 0.0 {
            return Growth::Linear;
        }
        Growth::Exponential {
            rate: -self.sign() * degree,
        }
    }

    /// How the functions grow whose expectations the estimate of σ^r is made from.
    pub(super) fn growth_under(self, loss: ScaleLoss, r: f64) -> Growth {
        self.growth(degree(loss, r))
    }

    /// The estimate of σ^r, and a bound on its relative error:
    ///
    /// ```text
    /// squared       E σ^−r / E σ^−2r
    /// Stein         1 / E σ^−r
    /// squared log   exp(r E log σ)
    /// ```
    pub(super) fn estimate<D: LogDensity>(
        self,
        posterior: &Posterior<'_, D>,
        loss: ScaleLoss,
        r: f64,
    ) -> (f64, f64) {
        let (sign, centre) = (self.sign(), posterior.centre());
        let moment =
            |power: f64| posterior.expectation(|beta| (-sign * power * (beta - centre)).exp());
        let (factor, error) = match loss {
            ScaleLoss::Squared => {
                let [first, second] = [moment(r), moment(2.0 * r)];
                let slower = posterior.error_of(self.growth(r));
                (first / second, slower / first + posterior.error() / second)
            }
            ScaleLoss::Stein => {
                let first = moment(r);
                (1.0 / first, posterior.error() / first)
            }
            ScaleLoss::SquaredLog => {
                let mean = posterior.expectation(|beta| beta - centre);
                ((sign * r * mean).exp(), r * posterior.error())
            }
        };
        ((sign * r * centre).exp() * factor, error)
    }
}

/// The highest power of 1/σ whose expectation is asked for.
pub(super) fn degree(loss: ScaleLoss, r: f64) -> f64 {
    match loss {
        ScaleLoss::Squared => 2.0 * r,
        ScaleLoss::Stein => r,
        ScaleLoss::SquaredLog => 0.0,
    }
}
