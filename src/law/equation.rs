//! An equation between two elements of a set, and what rounding may do to it.

use super::guard::guarded;
use super::{Diagnosis, Side, Violation};
use crate::set::{Discrepancy, Set};

/// A law at given elements: two formulas and their values, to be compared in a set.
///
/// # Floating point
///
/// The two sides are first compared as the set compares any two elements. If that fails, the
/// question is whether rounding can be the reason, and the answer is measured: every input is
/// nudged, and the sides may differ by as much as a change of the inputs in their last places could
/// have moved them. An ill-conditioned formula is thereby judged by its conditioning, and a real
/// difference is not excused by it. The nudges are by the third and the sixth root of the unit
/// roundoff, and what is seen there is carried back by the power with which it grows: a
/// discontinuity, which jumps however small the step, is excused by about a five-hundredth of its
/// jump in `f64` and not by all of it.
///
/// # Examples
///
/// ```
/// use equivariant::{law::Equation, sets::Reals};
///
/// // a law of one's own: doubling is additive
/// fn additive(double: impl Fn(f64) -> f64, x: f64, y: f64) -> Result<(), equivariant::Violation> {
///     let reals = Reals::default();
///     let left = |x: f64, y: f64| double(x + y);
///     let right = |x: f64, y: f64| double(x) + double(y);
///     Equation::new("additive", &reals, ("2(x + y)", left(x, y)), ("2x + 2y", right(x, y)))
///         .check(|inputs| {
///             inputs
///                 .vary("x", &reals, &x, |&x| [left(x, y), right(x, y)])
///                 .vary("y", &reals, &y, |&y| [left(x, y), right(x, y)])
///         })
/// }
/// assert!(additive(|x| 2.0 * x, 1e8 + 0.1, -1e8).is_ok());
/// assert!(additive(|x| x * x, 1.0, 2.0).is_err());
/// ```
#[must_use = "an equation says nothing until it is checked"]
pub struct Equation<'a, S: Set + ?Sized> {
    law: &'static str,
    set: &'a S,
    formulas: [&'a str; 2],
    values: [S::Element; 2],
}

impl<'a, S: Set + ?Sized> Equation<'a, S> {
    /// The law called `law` at given elements: each side is a formula and its value.
    pub fn new(
        law: &'static str,
        set: &'a S,
        left: (&'a str, S::Element),
        right: (&'a str, S::Element),
    ) -> Self {
        Equation {
            law,
            set,
            formulas: [left.0, right.0],
            values: [left.1, right.1],
        }
    }

    /// Whether the two sides are the same, up to what rounding of the inputs can do.
    ///
    /// `inputs` names the inputs and says how the sides depend on each; it runs only if the sides
    /// differ.
    ///
    /// # Errors
    ///
    /// The [`Violation`], if they are not.
    #[inline]
    pub fn check<'b>(
        self,
        inputs: impl FnOnce(Inputs<'b, S>) -> Inputs<'b, S>,
    ) -> Result<(), Violation>
    where
        'a: 'b,
    {
        let [left, right] = &self.values;
        let discrepancy = self.set.discrepancy(left, right);
        if discrepancy.is_allowed() {
            return Ok(());
        }
        self.explain(discrepancy, inputs)
    }

    #[cold]
    fn explain<'b>(
        self,
        discrepancy: Discrepancy,
        inputs: impl FnOnce(Inputs<'b, S>) -> Inputs<'b, S>,
    ) -> Result<(), Violation>
    where
        'a: 'b,
    {
        let set = self.set;
        let inputs = inputs(Inputs {
            set,
            values: self.values.clone(),
            described: Vec::new(),
            rounding: 0.0,
        });
        let discrepancy = Discrepancy {
            distance: discrepancy.distance,
            allowance: discrepancy.allowance + inputs.rounding,
        };
        if discrepancy.is_allowed() {
            return Ok(());
        }
        let diagnosis = if discrepancy.distance.is_nan() {
            Diagnosis::NotANumber
        } else {
            Diagnosis::Unequal
        };
        let [left, right] = &self.values;
        let [left, right] =
            [(left, self.formulas[0]), (right, self.formulas[1])].map(|(value, formula)| Side {
                formula: formula.to_owned(),
                value: set.describe(value),
            });
        let mut violation = Violation::new(self.law, diagnosis)
            .sides(left, right)
            .measured(discrepancy);
        for (name, value) in inputs.described {
            violation = violation.element(name, value);
        }
        Err(violation)
    }
}

/// The inputs of an equation that does not hold exactly: what they are, and how much rounding of
/// each could have moved the two sides.
pub struct Inputs<'a, S: Set + ?Sized> {
    set: &'a S,
    values: [S::Element; 2],
    described: Vec<(&'static str, String)>,
    rounding: f64,
}

/// In how many directions an input is nudged.
const DIRECTIONS: u64 = 8;

fn largest_of(movements: &[f64]) -> f64 {
    movements.iter().copied().fold(0.0, f64::max)
}

/// The movement at a step as small as rounding, from the movements at two larger ones.
///
/// Between the steps the movement grows like a power of the step: 1 for a differentiable function,
/// ½ for a double root, 0 at a jump. The power is measured and taken to be between ⅓ and 1, so that
/// a root may move by the root of rounding and a jump is never mistaken for it. Where the derivative
/// vanishes, the larger step tells more.
fn extrapolated(rounding: f64, [(small, by_small), (large, by_large)]: [(f64, f64); 2]) -> f64 {
    let power = (by_large / by_small).ln() / (large / small).ln();
    let power = if power.is_nan() {
        1.0
    } else {
        power.clamp(1.0 / 3.0, 1.0)
    };
    f64::max(
        by_small * (rounding / small).powf(power),
        by_large * (rounding / large),
    )
}

impl<S: Set + ?Sized> Inputs<'_, S> {
    /// Names an input and says what the two sides are as functions of it.
    #[must_use]
    pub fn vary<D: Set + ?Sized>(
        mut self,
        name: &'static str,
        domain: &D,
        input: &D::Element,
        sides: impl Fn(&D::Element) -> [S::Element; 2],
    ) -> Self {
        self.described.push((name, domain.describe(input)));
        self.through(domain, input, sides)
    }

    /// Counts an intermediate result in which rounding happens, without naming it.
    #[must_use]
    pub fn through<D: Set + ?Sized>(
        mut self,
        domain: &D,
        input: &D::Element,
        sides: impl Fn(&D::Element) -> [S::Element; 2],
    ) -> Self {
        let relative = match domain.tolerance().relative {
            0.0 => 256.0 * f64::EPSILON, // compared exactly or absolutely, but computed in f64
            relative => relative,
        };
        let small = (relative / 256.0).cbrt();
        let large = small.sqrt();
        let [by_small, by_large] =
            [small, large].map(|step| largest_of(&self.movements(domain, input, step, &sides)));
        self.rounding += extrapolated(relative, [(small, by_small), (large, by_large)]);

        // where less than those steps saturates: the movement at rounding itself, if it is one in every
        // direction, unlike a jump, and becomes smaller with the step, unlike noise
        let at_rounding = self.movements(domain, input, relative, &sides);
        let smallest = at_rounding.iter().copied().fold(f64::INFINITY, f64::min);
        let below = largest_of(&self.movements(domain, input, relative / 128.0, &sides));
        if smallest.is_finite() && smallest >= 4.0 * below {
            self.rounding += 4.0 * smallest;
        }
        self
    }

    /// How far the two sides move when an input is nudged by this part of its magnitude, in
    /// each direction.
    fn movements<D: Set + ?Sized>(
        &self,
        domain: &D,
        input: &D::Element,
        step: f64,
        sides: &impl Fn(&D::Element) -> [S::Element; 2],
    ) -> Vec<f64> {
        let reach = step * domain.magnitude(input);
        let moved = |direction| {
            let nudged = domain.nudge(input, reach, direction)?; // none in an exact set
            if !domain.contains(&nudged) {
                return None;
            }
            let sides = guarded(|| sides(&nudged)).ok()?;
            let distances = sides.iter().zip(&self.values);
            let distance: f64 = distances
                .map(|(side, value)| self.set.distance(side, value))
                .sum();
            distance.is_finite().then_some(distance)
        };
        (0..DIRECTIONS).filter_map(moved).collect()
    }

    /// Names an input that is exact.
    #[must_use]
    pub fn exact<D: Set + ?Sized>(
        mut self,
        name: &'static str,
        domain: &D,
        input: &D::Element,
    ) -> Self {
        self.described.push((name, domain.describe(input)));
        self
    }
}
