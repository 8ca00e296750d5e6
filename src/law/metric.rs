//! The laws of a set: its distance is a metric.

use super::{Diagnosis, Violation, attempt};
use crate::set::{Discrepancy, FiniteSet, Set};

/// `d(x, x) ~ 0`
///
/// # Errors
///
/// The [`Violation`], if `x` is not the same as itself.
///
/// # Examples
///
/// ```
/// use equivariant::{law::metric, sets::Reals};
/// metric::reflexive(&Reals::<f64>::default(), &1.5)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn reflexive<S: Set + ?Sized>(set: &S, x: &S::Element) -> Result<f64, Violation> {
    attempt("reflexive", || {
        let discrepancy = set.discrepancy(x, x);
        if discrepancy.is_allowed() {
            return Ok(discrepancy.distance);
        }
        let diagnosis = if discrepancy.distance.is_nan() {
            Diagnosis::NotANumber
        } else {
            Diagnosis::Unequal
        };
        Err(Violation::new("reflexive", diagnosis).measured(discrepancy))
    })
    .map_err(|violation| violation.element("x", set.describe(x)))
}

/// `d(x, y) ~ d(y, x) ≥ 0`
///
/// # Errors
///
/// The [`Violation`], if the two distances differ by more than rounding or one is negative or NaN.
///
/// # Examples
///
/// ```
/// use equivariant::{law::metric, sets::Reals};
/// metric::symmetric(&Reals::<f64>::default(), &1.5, &-2.0)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn symmetric<S: Set + ?Sized>(
    set: &S,
    x: &S::Element,
    y: &S::Element,
) -> Result<f64, Violation> {
    attempt("symmetric", || {
        let there = set.distance(x, y);
        let back = set.distance(y, x);
        let difference = if there == back {
            0.0
        } else {
            (there - back).abs()
        }; // ∞ = ∞
        let rounding = rounding_of(set, &[x, y]);
        if difference <= rounding && there >= 0.0 {
            return Ok(difference);
        }
        Err(Violation::new("symmetric", Diagnosis::Unequal)
            .remark("d(x, y)", there.to_string())
            .remark("d(y, x)", back.to_string())
            .measured(Discrepancy {
                distance: difference,
                allowance: rounding,
            }))
    })
    .map_err(|violation| {
        violation
            .element("x", set.describe(x))
            .element("y", set.describe(y))
    })
}

/// `d(x, z) ≤ d(x, y) + d(y, z)`
///
/// # Errors
///
/// The [`Violation`], if the way through `y` is shorter by more than rounding.
///
/// # Examples
///
/// ```
/// use equivariant::{law::metric, sets::Reals};
/// metric::triangle(&Reals::<f64>::default(), &1.5, &-2.0, &1e9)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn triangle<S: Set + ?Sized>(
    set: &S,
    x: &S::Element,
    y: &S::Element,
    z: &S::Element,
) -> Result<f64, Violation> {
    attempt("triangle", || {
        let direct = set.distance(x, z);
        let through = set.distance(x, y) + set.distance(y, z);
        // distances are rounded themselves: those of integers above 2⁵³, for instance
        let rounding = rounding_of(set, &[x, y, z]) + 4.0 * f64::EPSILON * through;
        if direct <= through + rounding {
            let excess = direct - through;
            return Ok(if excess > 0.0 { excess } else { 0.0 }); // ∞ − ∞ is no excess
        }
        Err(Violation::new("triangle", Diagnosis::Unequal)
            .remark("d(x, z)", direct.to_string())
            .remark("d(x, y) + d(y, z)", through.to_string())
            .measured(Discrepancy {
                distance: direct - through,
                allowance: rounding,
            }))
    })
    .map_err(|violation| {
        violation
            .element("x", set.describe(x))
            .element("y", set.describe(y))
            .element("z", set.describe(z))
    })
}

/// `x ∈ X, index(x) = i` for the i-th element x that is listed
///
/// # Errors
///
/// The [`Violation`], if x does not belong to the set, or is found at another place.
///
/// # Examples
///
/// ```
/// use equivariant::{law::metric, sets::Finite};
/// let winds = Finite::new(["north", "east", "south", "west"])?;
/// metric::listed(&winds, 2, &"south")?;
/// assert!(metric::listed(&winds, 2, &"west").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn listed<S: FiniteSet + ?Sized>(
    set: &S,
    place: usize,
    x: &S::Element,
) -> Result<(), Violation> {
    attempt("listed", || {
        let found = set.index(x);
        if set.contains(x) && found == Some(place) {
            return Ok(());
        }
        let found = found.map_or_else(|| "nowhere".to_owned(), |place| place.to_string());
        Err(Violation::new("listed", Diagnosis::NotListed)
            .remark("listed at", place.to_string())
            .remark("found at", found))
    })
    .map_err(|violation| violation.element("x", set.describe(x)))
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
