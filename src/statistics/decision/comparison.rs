//! Two estimators on the same samples.

use std::fmt;

use super::Risk;
use super::risk::{merge, square, standard_error};
use crate::law::ExactSum;

/// The risks of two estimators on the same simulated samples, and their difference.
///
/// # Laws
///
/// As with [`Risk`], comparisons of disjoint sets of cases are a commutative monoid under
/// [`merge`](Comparison::merge), exactly.
///
/// # Conventions
///
/// The difference is first less second: negative where the first estimator is better. Two infinite losses
/// are equal.
///
/// # Examples
///
/// See [`Simulation::compare`](super::Simulation::compare).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Comparison {
    first: Risk,
    second: Risk,
    /// The sum of the differences where the first loses more.
    more: ExactSum,
    /// The sum of the differences where it loses less.
    less: ExactSum,
    squares: ExactSum,
}

impl Comparison {
    /// Counts a case with these losses of the two.
    pub(super) fn count(&mut self, first: f64, second: f64) {
        self.first.count(first);
        self.second.count(second);
        if first > second {
            self.more.add(first - second);
        } else if first < second {
            self.less.add(second - first);
        }
        if first != second {
            self.squares.add(square(first - second));
        }
    }

    /// Counts a case that one of the two refuses.
    pub(super) fn count_refusal(&mut self) {
        self.first.count_refusal();
        self.second.count_refusal();
    }

    /// The risk of the first estimator.
    #[must_use]
    pub fn first(&self) -> &Risk {
        &self.first
    }

    /// The risk of the second estimator.
    #[must_use]
    pub fn second(&self) -> &Risk {
        &self.second
    }

    /// The risk of the first less that of the second; not a number while there is no case, or if each has
    /// an infinite loss where the other has not.
    ///
    /// # Examples
    ///
    /// See [`Simulation::compare`](super::Simulation::compare).
    #[must_use]
    pub fn difference(&self) -> f64 {
        (self.more.value() - self.less.value()) / self.first.losses() as f64
    }

    /// The standard error of the difference; infinite while there are fewer than two cases.
    ///
    /// # Examples
    ///
    /// See [`Simulation::compare`](super::Simulation::compare).
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        standard_error(self.first.losses(), self.difference(), &self.squares)
    }

    /// The comparison on these cases and on others.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::Comparison;
    /// assert_eq!(Comparison::default().merge(Comparison::default()), Comparison::default());
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Comparison) -> Comparison {
        self.first = self.first.merge(other.first);
        self.second = self.second.merge(other.second);
        merge(&mut self.more, &other.more);
        merge(&mut self.less, &other.less);
        merge(&mut self.squares, &other.squares);
        self
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cases = self.first.cases();
        if self.first.losses() == 0 {
            return write!(f, "no loss in {cases} cases");
        }
        let (difference, error) = (self.difference(), self.standard_error());
        write!(f, "{difference} ± {error:.1e} in {cases} cases")?;
        if self.first.refusals() > 0 {
            write!(f, ", {} of them refused", self.first.refusals())?;
        }
        Ok(())
    }
}
