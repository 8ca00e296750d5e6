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
/// jump in `f64`, for each side and each input in which it is seen, and not by all of it.
///
/// # Examples
///
/// ```
/// use equivariant::{Violation, law::Equation, sets::Reals};
///
/// // a law of one's own: doubling is additive
/// fn additive(double: impl Fn(f64) -> f64, x: f64, y: f64) -> Result<f64, Violation> {
///     let reals = Reals::default();
///     let sides = |x: f64, y: f64| [double(x + y), double(x) + double(y)];
///     Equation::new("additive", &reals, ["2(x + y)", "2x + 2y"]).check(|| sides(x, y), |inputs| {
///         inputs.vary("x", &reals, &x, |&x| sides(x, y)).vary("y", &reals, &y, |&y| sides(x, y))
///     })
/// }
/// assert!(additive(|x| 2.0 * x, 1e8 + 0.1, -1e8).is_ok());
/// assert!(additive(|x| x * x, 1.0, 2.0).is_err());
/// ```
#[must_use = "an equation says nothing until it is checked"]
pub struct Equation<'a, S: Set + ?Sized> {
    law: &'static str,
    set: &'a S,
    formulas: [&'a str; 2],
}

impl<'a, S: Set + ?Sized> Equation<'a, S> {
    /// The law called `law`: in this set, the values of the left and the right formula are the same.
    pub const fn new(law: &'static str, set: &'a S, formulas: [&'a str; 2]) -> Self {
        Equation { law, set, formulas }
    }

    /// How far apart the two sides are, if that is no more than rounding of the inputs can do.
    ///
    /// `sides` has the values of both formulas. `inputs` names the inputs and says how the sides depend
    /// on each; it runs only if the sides differ.
    ///
    /// # Errors
    ///
    /// The [`Violation`], if they are further apart, or if `sides` panics.
    #[inline]
    pub fn check<'b>(
        self,
        sides: impl FnOnce() -> [S::Element; 2],
        inputs: impl FnOnce(Inputs<'b, S>) -> Inputs<'b, S>,
    ) -> Result<f64, Violation>
    where
        'a: 'b,
    {
        let compared = guarded(|| {
            let values = sides();
            let discrepancy = self.set.discrepancy(&values[0], &values[1]);
            (values, discrepancy)
        });
        match compared {
            Ok((_, discrepancy)) if discrepancy.is_allowed() => Ok(discrepancy.distance),
            Ok((values, discrepancy)) => self.explain(values, discrepancy, inputs),
            Err(message) => {
                let violation = Violation::new(self.law, Diagnosis::Panicked(message));
                Err(inputs(Inputs::new(self.set, None)).named(violation))
            }
        }
    }

    #[cold]
    fn explain<'b>(
        self,
        values: [S::Element; 2],
        discrepancy: Discrepancy,
        inputs: impl FnOnce(Inputs<'b, S>) -> Inputs<'b, S>,
    ) -> Result<f64, Violation>
    where
        'a: 'b,
    {
        let inputs = inputs(Inputs::new(self.set, Some(values.clone())));
        let discrepancy = Discrepancy {
            distance: discrepancy.distance,
            allowance: discrepancy.allowance + inputs.rounding,
        };
        if discrepancy.is_allowed() {
            return Ok(discrepancy.distance);
        }
        let diagnosis = if discrepancy.distance.is_nan() {
            Diagnosis::NotANumber
        } else {
            Diagnosis::Unequal
        };
        let side = |i: usize| Side {
            formula: self.formulas[i].to_owned(),
            value: self.set.describe(&values[i]),
        };
        let violation = Violation::new(self.law, diagnosis)
            .sides(side(0), side(1))
            .measured(discrepancy);
        Err(inputs.named(violation))
    }
}

/// The inputs of an equation that does not hold exactly: what they are, and how much rounding of
/// each could have moved the two sides.
pub struct Inputs<'a, S: Set + ?Sized> {
    set: &'a S,
    /// The values of the two sides; `None` if there are none, because their evaluation panicked.
    values: Option<[S::Element; 2]>,
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

impl<'a, S: Set + ?Sized> Inputs<'a, S> {
    fn new(set: &'a S, values: Option<[S::Element; 2]>) -> Self {
        Inputs {
            set,
            values,
            described: Vec::new(),
            rounding: 0.0,
        }
    }

    /// The violation with the inputs as its elements.
    fn named(self, violation: Violation) -> Violation {
        let described = self.described.into_iter();
        described.fold(violation, |violation, (name, value)| {
            violation.element(name, value)
        })
    }

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
        self.rounding += self.rounding_of(domain, input, &sides);
        self
    }

    /// Counts an intermediate result in which rounding happens, without naming it.
    #[must_use]
    pub fn through<D: Set + ?Sized>(
        mut self,
        domain: &D,
        result: impl FnOnce() -> D::Element,
        sides: impl Fn(&D::Element) -> [S::Element; 2],
    ) -> Self {
        if self.values.is_some() {
            self.rounding += self.rounding_of(domain, &result(), &sides);
        }
        self
    }

    /// How far rounding of an input may move the two sides.
    fn rounding_of<D: Set + ?Sized>(
        &self,
        domain: &D,
        input: &D::Element,
        sides: &impl Fn(&D::Element) -> [S::Element; 2],
    ) -> f64 {
        let Some(values) = &self.values else {
            return 0.0;
        };
        let movements = |step| self.movements(domain, input, step, sides, values);
        let relative = match domain.tolerance().relative {
            0.0 => 256.0 * f64::EPSILON, // compared exactly or absolutely, but computed in f64
            relative => relative,
        };
        let small = (relative / 256.0).cbrt();
        let large = small.sqrt();
        let [by_small, by_large] = [small, large].map(|step| largest_of(&movements(step)));
        let rounding = extrapolated(relative, [(small, by_small), (large, by_large)]);

        // where less than those steps saturates: the movement at rounding itself, if it is one in every
        // direction, unlike a jump, and becomes smaller with the step, unlike noise
        let smallest = movements(relative)
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        let below = largest_of(&movements(relative / 128.0));
        if smallest.is_finite() && smallest >= 4.0 * below {
            rounding + 4.0 * smallest
        } else {
            rounding
        }
    }

    /// How far the two sides move when an input is nudged by this part of its magnitude, in
    /// each direction.
    fn movements<D: Set + ?Sized>(
        &self,
        domain: &D,
        input: &D::Element,
        step: f64,
        sides: &impl Fn(&D::Element) -> [S::Element; 2],
        values: &[S::Element; 2],
    ) -> Vec<f64> {
        let reach = step * domain.magnitude(input);
        let moved = |direction| {
            let nudged = domain.nudge(input, reach, direction)?; // none in an exact set
            if !domain.contains(&nudged) {
                return None;
            }
            let sides = guarded(|| sides(&nudged)).ok()?;
            let distances = sides.iter().zip(values);
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
