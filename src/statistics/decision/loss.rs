//! Losses: what a decision costs when the parameter is known.

mod chordal;
mod circular;
mod location;
mod losses;
mod scale;
mod standardised;

pub use chordal::ChordalLoss;
pub use circular::CircularLoss;
pub use location::LocationLoss;
pub use losses::Losses;
pub use scale::ScaleLoss;
pub use standardised::StandardisedLoss;

/// A loss: a number from 0 to ∞ for a decision d of type D and a parameter θ of type P.
///
/// A closure `|d: &f64, theta: &f64| …` is one.
///
/// # Laws
///
/// ```text
/// invariant    L(g·d, g·θ)  ~  L(d, θ)
/// ```
///
/// for the group of a [`Problem`](super::Problem), which has it as an
/// [`EquivariantMap`](crate::EquivariantMap) to be checked.
///
/// # Conventions
///
/// The decision comes first, here and everywhere.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{LocationLoss, Loss};
/// assert_eq!(LocationLoss::Absolute.loss(&5.0, &7.0), 2.0);
/// let one_sided = |d: &f64, theta: &f64| (theta - d).max(0.0);
/// assert_eq!(one_sided.loss(&5.0, &7.0), 2.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a loss of decisions `{D}` at parameters `{P}`",
    label = "this must implement `equivariant::statistics::decision::Loss<{D}, {P}>`",
    note = "a closure `|d: &D, theta: &P| …` that returns an f64 is a loss; its arguments need their types"
)]
pub trait Loss<D, P> {
    /// The loss of the decision d at the parameter θ.
    fn loss(&self, d: &D, theta: &P) -> f64;
}

#[diagnostic::do_not_recommend]
impl<D, P, F: Fn(&D, &P) -> f64> Loss<D, P> for F {
    #[inline]
    fn loss(&self, d: &D, theta: &P) -> f64 {
        self(d, theta)
    }
}

/// eᵘ − u − 1, which is u²/2 near 0, with all its digits there.
fn exponential_excess(u: f64) -> f64 {
    if u.abs() < 0.5 {
        // u²/2 · (1 + u/3 · (1 + u/4 · (…)))
        let series = (3..=18)
            .rev()
            .fold(1.0, |sum, k| 1.0 + sum * u / f64::from(k));
        return 0.5 * u * u * series;
    }
    let growth = u.exp_m1();
    if growth == f64::INFINITY {
        return growth;
    }
    growth - u
}

#[cfg(test)]
mod tests {
    use super::exponential_excess;

    /// Values with 20 digits from mpmath.
    #[test]
    #[allow(clippy::excessive_precision)]
    fn no_digit_of_the_exponential_excess_is_lost() {
        for (u, expected) in [
            (1e-8, 5.000_000_016_666_667e-17),
            (-1e-3, 4.998_333_749_916_681e-7),
            (0.1, 5.170_918_075_647_625e-3),
            (-0.499_999, 0.106_530_266_243_596_41),
            (0.5, 0.148_721_270_700_128_15),
            (1.0, 0.718_281_828_459_045_2),
            (-40.0, 39.0),
        ] {
            let value = exponential_excess(u);
            let error = (value / expected - 1.0).abs();
            assert!(error < 1e-15, "{u}: {value} is not {expected}");
        }
        assert_eq!(exponential_excess(0.0), 0.0);
        assert_eq!(exponential_excess(800.0), f64::INFINITY);
        assert_eq!(exponential_excess(f64::NEG_INFINITY), f64::INFINITY);
    }
}
