//! Simulated risks.

use std::fmt;

use crate::law::ExactSum;

/// The mean loss of an estimator over simulated cases, with its standard error.
///
/// # Laws
///
/// Risks of disjoint sets of cases are a commutative monoid under [`merge`](Risk::merge), exactly:
///
/// ```text
/// commutative    a + b  =  b + a
/// associative    (a + b) + c  =  a + (b + c)
/// identity       a + default  =  a
/// ```
///
/// # Conventions
///
/// The sums of the losses and of their squares are kept without rounding. The standard error is that of
/// independent losses with a finite variance; a loss with a tail so heavy that it has no variance has a
/// standard error that is too small. Two numbers are rounded and subtracted to find it, so that it has
/// 16 digits less twice those by which the standard deviation of the losses is smaller than their mean.
/// Squares below the smallest normal number count as that number: it errs to the large side.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{Errors, ScaleLoss, Simulation};
/// use std::convert::Infallible;
/// // the best multiple of the sum of exponential observations loses 1/(n + 1)
/// let best = |x: &Vec<f64>| Ok::<_, Infallible>(x.iter().sum::<f64>() / 5.0);
/// let risk = Simulation::new(4000).risk(best, &Errors::Exponential.scale(4), &ScaleLoss::Squared, &1.0)?;
/// assert!((risk.mean() - 0.2).abs() < 5.0 * risk.standard_error());
/// println!("{risk}"); // 0.198 ± 0.006 in 4000 cases
/// # Ok::<(), equivariant::statistics::decision::NoRisk>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Risk {
    cases: u64,
    refusals: u64,
    losses: ExactSum,
    squares: ExactSum,
}

impl Risk {
    /// Counts a case with this loss, which is at least 0.
    pub(super) fn count(&mut self, loss: f64) {
        self.cases += 1;
        self.losses.add(loss);
        self.squares.add(square(loss));
    }

    /// Counts a case that the estimator refuses.
    pub(super) fn count_refusal(&mut self) {
        self.cases += 1;
        self.refusals += 1;
    }

    /// How many cases were tried.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::Risk;
    /// assert_eq!(Risk::default().cases(), 0);
    /// ```
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.cases
    }

    /// How many of them the estimator refused.
    ///
    /// # Examples
    ///
    /// See [`Simulation::counting_refusals`](super::Simulation::counting_refusals).
    #[must_use]
    pub fn refusals(&self) -> u64 {
        self.refusals
    }

    /// How many of them have a loss: those that were not refused.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::Risk;
    /// assert_eq!(Risk::default().losses(), 0);
    /// ```
    #[must_use]
    pub fn losses(&self) -> u64 {
        self.cases - self.refusals
    }

    /// The mean loss; not a number while there is none.
    ///
    /// # Examples
    ///
    /// See [`Risk`].
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.losses.value() / self.losses() as f64
    }

    /// The standard error of the mean; infinite while there are fewer than two losses.
    ///
    /// # Examples
    ///
    /// See [`Risk`].
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        standard_error(self.losses(), self.mean(), &self.squares)
    }

    /// The risk of these cases and of others.
    ///
    /// # Examples
    ///
    /// See [`Simulation`](super::Simulation).
    #[must_use]
    pub fn merge(mut self, other: Risk) -> Risk {
        self.cases += other.cases;
        self.refusals += other.refusals;
        merge(&mut self.losses, &other.losses);
        merge(&mut self.squares, &other.squares);
        self
    }
}

impl fmt::Display for Risk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.losses() == 0 {
            return write!(f, "no loss in {} cases", self.cases);
        }
        let (mean, error) = (self.mean(), self.standard_error());
        write!(f, "{mean} ± {error:.1e} in {} cases", self.cases)?;
        if self.refusals > 0 {
            write!(f, ", {} of them refused", self.refusals)?;
        }
        Ok(())
    }
}

/// x², and not 0 unless x is.
pub(super) fn square(x: f64) -> f64 {
    if x == 0.0 {
        0.0
    } else {
        (x * x).max(f64::MIN_POSITIVE)
    }
}

/// Adds a sum to another, so that equal sums are equal values.
pub(super) fn merge(sum: &mut ExactSum, other: &ExactSum) {
    sum.merge(other);
    sum.propagate();
}

/// The standard error of the mean of n numbers with this sum of squares: √((Σx²/n − x̄²)/(n − 1)).
pub(super) fn standard_error(n: u64, mean: f64, squares: &ExactSum) -> f64 {
    let n = n as f64;
    let square = squares.value() / n;
    if n < 2.0 || square == f64::INFINITY {
        return f64::INFINITY;
    }
    ((square - mean * mean).max(0.0) / (n - 1.0)).sqrt()
}
