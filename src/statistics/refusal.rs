//! Why an estimator does not answer.

use super::density::NotADensity;

/// Why an estimator has no value for a sample.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, location::Median};
/// assert_eq!(Median.estimate(&[]), Err(Refusal::Empty));
/// let refusal = Median.estimate(&[1.0, f64::INFINITY]).unwrap_err();
/// assert_eq!(refusal.to_string(), "observation 1 is inf, not a finite number");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no observation.
    #[error("the sample is empty")]
    Empty,
    /// An observation has a coordinate that is not a finite number.
    #[error("observation {index} is {value}, not a finite number")]
    NotFinite {
        /// The place in the sample, from 0.
        index: usize,
        /// The observation, or the first coordinate of it that is not finite.
        value: f64,
    },
    /// The estimator needs more observations.
    #[error("{found} observations, and at least {needed} are needed")]
    TooFew {
        /// How many there are.
        found: usize,
        /// How many there have to be.
        needed: usize,
    },
    /// An observation cannot come from the family that is assumed.
    #[error("observation {index} is {value}, outside the support {support}")]
    OutsideSupport {
        /// The place in the sample, from 0.
        index: usize,
        /// The observation.
        value: f64,
        /// Where observations can be.
        support: &'static str,
    },
    /// No value of the parameter could have given two of the observations.
    #[error(
        "observation {index} is {value}, and no value of the parameter gives it together with {other}"
    )]
    Impossible {
        /// The place in the sample of the one, from 0.
        index: usize,
        /// The one.
        value: f64,
        /// The other.
        other: f64,
    },
    /// What was given as the density is none.
    #[error(transparent)]
    NotADensity(#[from] NotADensity),
    /// The sample lies in a special position in which the estimator is not defined: all observations
    /// equal, on one line, too many ties.
    #[error("the sample is degenerate: {0}")]
    Degenerate(&'static str),
    /// The estimator does not exist for samples of this kind, whatever the numerical method.
    #[error("the estimator does not exist: {0}")]
    Nonexistent(&'static str),
    /// The estimator exists, and is not to be had here.
    #[error("not supported: {0}")]
    Unsupported(&'static str),
    /// The numbers are so large or so small that the computation overflows.
    #[error("the computation overflows: {0}")]
    Overflow(&'static str),
    /// The value cannot be had to the accuracy that is promised.
    #[error("the value is known within {bound:e} only, and {promised:e} is promised")]
    Inaccurate {
        /// The bound on the numerical error that was reached, in the units of the value.
        bound: f64,
        /// The bound that is promised.
        promised: f64,
    },
    /// An iteration did not come to its end.
    #[error("no convergence in {iterations} iterations")]
    NoConvergence {
        /// How many steps were made.
        iterations: usize,
    },
}
