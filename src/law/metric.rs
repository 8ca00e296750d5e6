//! The laws of a set: its distance is a metric.

use super::{Diagnosis, Violation};
use crate::set::{Discrepancy, Set};

/// `d(x, x) ~ 0`
///
/// # Errors
///
/// The [`Violation`], if `x` is not the same as itself.
pub fn reflexive<S: Set + ?Sized>(set: &S, x: &S::Element) -> Result<(), Violation> {
    let discrepancy = set.discrepancy(x, x);
    if discrepancy.is_allowed() {
        return Ok(());
    }
    let diagnosis = if discrepancy.distance.is_nan() {
        Diagnosis::NotANumber
    } else {
        Diagnosis::Unequal
    };
    Err(Violation::new("reflexive", diagnosis)
        .element("x", set.describe(x))
        .measured(discrepancy))
}

/// `d(x, y) ~ d(y, x) ≥ 0`
///
/// # Errors
///
/// The [`Violation`], if the two distances differ by more than rounding or one is negative or NaN.
pub fn symmetric<S: Set + ?Sized>(
    set: &S,
    x: &S::Element,
    y: &S::Element,
) -> Result<(), Violation> {
    let there = set.distance(x, y);
    let back = set.distance(y, x);
    let rounding = rounding_of(set, &[x, y]);
    let holds = there == back || (there - back).abs() <= rounding; // ∞ = ∞
    if holds && there >= 0.0 {
        return Ok(());
    }
    Err(Violation::new("symmetric", Diagnosis::Unequal)
        .element("x", set.describe(x))
        .element("y", set.describe(y))
        .element("d(x, y)", there.to_string())
        .element("d(y, x)", back.to_string())
        .measured(Discrepancy {
            distance: (there - back).abs(),
            allowance: rounding,
        }))
}

/// `d(x, z) ≤ d(x, y) + d(y, z)`
///
/// # Errors
///
/// The [`Violation`], if the way through `y` is shorter by more than rounding.
pub fn triangle<S: Set + ?Sized>(
    set: &S,
    x: &S::Element,
    y: &S::Element,
    z: &S::Element,
) -> Result<(), Violation> {
    let direct = set.distance(x, z);
    let through = set.distance(x, y) + set.distance(y, z);
    // distances are rounded themselves: those of integers above 2⁵³, for instance
    let rounding = rounding_of(set, &[x, y, z]) + 4.0 * f64::EPSILON * through;
    if direct <= through + rounding {
        return Ok(());
    }
    Err(Violation::new("triangle", Diagnosis::Unequal)
        .element("x", set.describe(x))
        .element("y", set.describe(y))
        .element("z", set.describe(z))
        .element("d(x, z)", direct.to_string())
        .element("d(x, y) + d(y, z)", through.to_string())
        .measured(Discrepancy {
            distance: direct - through,
            allowance: rounding,
        }))
}

/// What rounding may do to a distance between these elements: 256 units in the last place of the
/// largest, whatever tolerance the set is compared with.
fn rounding_of<S: Set + ?Sized>(set: &S, elements: &[&S::Element]) -> f64 {
    let scale = elements
        .iter()
        .map(|x| set.magnitude(x))
        .fold(0.0, f64::max);
    let relative = set.tolerance().relative.max(256.0 * f64::EPSILON);
    relative * scale
}
