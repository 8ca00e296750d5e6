//! How the elements of a set are drawn for a random check, and how a counterexample is made simpler.

mod check;
mod constructions;
mod discrete;
mod draws;
mod equivariance;
mod listed;
mod numbers;
mod own;
mod permutations;
mod sampled;
mod samples;
mod scales;
mod suites;
mod transformations;
mod turns;
mod vectors;
mod words;

pub use check::Check;
pub use draws::{Draws, Simplification};
pub use listed::listed;
pub use own::Drawn;

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Reason, TestRunner};

use crate::set::Set;

/// A set whose elements can be drawn at random, and made simpler.
///
/// Every set and group of this crate is one, so that its strategy can be used in `proptest!` and a
/// random check needs no further argument. For a set of your own, `strategy` is enough: any
/// [`proptest`] strategy will do.
///
/// # Conventions
///
/// `corners` are always tried, the simplest first: the identity and generators of a group, elements
/// very near the identity and far from it, ties, zeros, extremes. A counterexample is looked for
/// among them before a random one is simplified, so that different seeds report the same one.
///
/// # Examples
///
/// ```
/// use equivariant::{Sampled, Set};
/// use proptest::prelude::*;
///
/// struct Dice;
///
/// impl Set for Dice {
///     type Element = u8;
///     fn contains(&self, x: &u8) -> bool { (1..=6).contains(x) }
///     fn distance(&self, x: &u8, y: &u8) -> f64 { f64::from(x.abs_diff(*y)) }
/// }
///
/// impl Sampled for Dice {
///     fn strategy(&self) -> BoxedStrategy<u8> {
///         (1..=6_u8).boxed()
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how its elements are drawn at random",
    label = "this must implement `equivariant::Sampled`",
    note = "a random check draws elements; implement `strategy` for the set, with any proptest strategy"
)]
pub trait Sampled: Set {
    /// The strategy that draws an element and shrinks it.
    fn strategy(&self) -> BoxedStrategy<Self::Element>;

    /// Elements that belong together, of one scale for instance: the points of a cloud, the values of
    /// a sample. The default draws each by itself.
    ///
    /// # Errors
    ///
    /// The reason why the strategy draws none.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<Self::Element>, Reason> {
        let strategy = self.strategy();
        (0..count).map(|_| drawn(&strategy, runner)).collect()
    }

    /// Elements that are simpler than `x`, the simplest first; empty if `x` is as simple as can be.
    ///
    /// Every chain of ever simpler elements has to end.
    fn simpler(&self, _x: &Self::Element) -> Vec<Self::Element> {
        Vec::new()
    }

    /// Elements that are always tried, the simplest first.
    fn corners(&self) -> Vec<Self::Element> {
        Vec::new()
    }

    /// The law by which elements are drawn, in words: `Haar measure`, for instance.
    fn drawn(&self) -> String {
        "by the strategy of the set".to_owned()
    }
}

/// One element drawn by a strategy.
fn drawn<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> Result<S::Value, Reason> {
    Ok(strategy.new_tree(runner)?.current())
}
