//! A strategy made of a way to draw and a way to simplify.

use std::fmt;
use std::rc::Rc;

use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::{Reason, TestRunner};

/// A strategy made of two functions: one draws a value, one lists simpler values.
///
/// A failing value is replaced by the first simpler value that still fails, over and over, until
/// none does. The search starts from the simplest candidates and depends on the value alone, so
/// that failing cases with one cause end at one counterexample whatever the seed was.
///
/// # Examples
///
/// ```
/// use equivariant::strategy::Draws;
/// use proptest::{prelude::*, test_runner::TestRunner};
/// use rand::RngExt;
///
/// let digits = Draws::new(
///     |runner| Ok(runner.rng().random_range(0..10_u32)),
///     |&digit| (0..digit).collect(),
/// );
/// let failure = TestRunner::default().run(&digits, |digit| {
///     prop_assert!(digit < 4);
///     Ok(())
/// });
/// assert!(failure.unwrap_err().to_string().contains("minimal failing input: 4"));
/// ```
pub struct Draws<T> {
    draw: Rc<Draw<T>>,
    simpler: Rc<Simpler<T>>,
}

type Draw<T> = dyn Fn(&mut TestRunner) -> Result<T, Reason>;
type Simpler<T> = dyn Fn(&T) -> Vec<T>;

impl<T> Draws<T> {
    /// The strategy that draws with `draw` and shrinks with `simpler`, which lists the simplest
    /// candidates first and nothing for a value that is as simple as can be.
    pub fn new(
        draw: impl Fn(&mut TestRunner) -> Result<T, Reason> + 'static,
        simpler: impl Fn(&T) -> Vec<T> + 'static,
    ) -> Self {
        Draws {
            draw: Rc::new(draw),
            simpler: Rc::new(simpler),
        }
    }
}

impl<T> Clone for Draws<T> {
    fn clone(&self) -> Self {
        Draws {
            draw: Rc::clone(&self.draw),
            simpler: Rc::clone(&self.simpler),
        }
    }
}

impl<T> fmt::Debug for Draws<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draws")
    }
}

impl<T: Clone + fmt::Debug> Strategy for Draws<T> {
    type Tree = Simplification<T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Simplification {
            current: (self.draw)(runner)?,
            before: None,
            candidates: Vec::new().into_iter(),
            is_simplest: false,
            simpler: Rc::clone(&self.simpler),
        })
    }
}

/// A drawn value on its way to a simpler one: the value tree of [`Draws`].
pub struct Simplification<T> {
    current: T,
    /// The last value that failed, while a candidate is tried.
    before: Option<T>,
    candidates: std::vec::IntoIter<T>,
    /// Whether the current value fails and all that is simpler passes.
    is_simplest: bool,
    simpler: Rc<Simpler<T>>,
}

impl<T: fmt::Debug> fmt::Debug for Simplification<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.current.fmt(f)
    }
}

impl<T: Clone + fmt::Debug> ValueTree for Simplification<T> {
    type Value = T;

    fn current(&self) -> T {
        self.current.clone()
    }

    /// The current value fails: try something simpler.
    fn simplify(&mut self) -> bool {
        if self.is_simplest {
            return false;
        }
        self.candidates = (self.simpler)(&self.current).into_iter();
        match self.candidates.next() {
            None => false,
            Some(candidate) => {
                self.before = Some(std::mem::replace(&mut self.current, candidate));
                true
            }
        }
    }

    /// The candidate passes: try the next, or go back to the value that failed, which ends the search
    /// here and lets that in other parts of a compound value go on.
    fn complicate(&mut self) -> bool {
        if let Some(candidate) = self.candidates.next() {
            self.current = candidate;
            return true;
        }
        self.is_simplest = true;
        match self.before.take() {
            None => false,
            Some(before) => {
                self.current = before;
                true
            }
        }
    }
}
