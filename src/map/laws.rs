//! The laws of equivariant maps.
//!
//! # Examples
//!
//! ```
//! use equivariant::{map::laws, EquivariantMap, groups::Integers, sets::Regular};
//! let shift = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| x + 1);
//! laws::equivariant(&shift, &3, &4)?;
//! # Ok::<(), equivariant::Violation>(())
//! ```

use super::EquivariantMap;
use crate::action::GSet;
use crate::group::Group;
use crate::law::{Diagnosis, Equation, Violation, guarded};

/// `f(g·x) ~ g·f(x)`
///
/// # Errors
///
/// The [`Violation`], if the two sides differ, if a function panics, or if g, x, f(x) or g·x is outside
/// its set.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, map::laws, groups::Integers, sets::Regular};
/// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
/// let violation = laws::equivariant(&double, &3, &4).unwrap_err();
/// assert_eq!(violation.distance(), Some(3.0)); // 14 and 11
/// ```
pub fn equivariant<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    g: &G::Element,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (domain, codomain) = (map.domain(), map.codomain());
    let law = name_of(map);
    let (value, moved, left, right) = values(map, law, g, x).map_err(|violation| {
        violation
            .element("g", map.group().describe(g))
            .element("x", domain.describe(x))
    })?;
    let sides = |g: &_, x: &_| [map.apply(&domain.act(g, x)), codomain.act(g, &map.apply(x))];
    Equation::new(law, codomain, ["f(g·x)", formula_of(map)]).check(
        || [left.clone(), right.clone()],
        |inputs| {
            inputs
                .vary("g", map.group(), g, |g| sides(g, x))
                .vary("x", domain, x, |x| sides(g, x))
                .through(domain, || moved.clone(), |y| [map.apply(y), right.clone()])
                .through(
                    codomain,
                    || value.clone(),
                    |y| [left.clone(), codomain.act(g, y)],
                )
        },
    )
}

/// f(x), g·x, f(g·x) and g·f(x), which have to exist and to be in their sets.
#[allow(clippy::type_complexity)]
fn values<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    law: &'static str,
    g: &G::Element,
    x: &X::Element,
) -> Result<(Y::Element, X::Element, Y::Element, Y::Element), Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (group, domain, codomain) = (map.group(), map.domain(), map.codomain());
    for (name, set, belongs) in [
        (
            "g",
            "the group",
            existing(law, "g ∈ G", || group.contains(g))?,
        ),
        (
            "x",
            "the domain",
            existing(law, "x ∈ X", || domain.contains(x))?,
        ),
    ] {
        if !belongs {
            let violation = Violation::new(law, Diagnosis::OutsideDomain);
            return Err(violation.remark("note", format!("{name} is not an element of {set}")));
        }
    }
    let value = evaluate(map, law, "f(x)", x)?;
    let moved = existing(law, "g·x", || domain.act(g, x))?;
    if !existing(law, "g·x ∈ X", || domain.contains(&moved))? {
        let violation = Violation::new(law, Diagnosis::NotClosed);
        return Err(violation.remark("g·x", domain.describe(&moved)));
    }
    let left = evaluate(map, law, "f(g·x)", &moved)
        .map_err(|violation| violation.remark("g·x", domain.describe(&moved)))?;
    let right = existing(law, formula_of(map), || codomain.act(g, &value))
        .map_err(|violation| violation.remark("f(x)", codomain.describe(&value)))?;
    Ok((value, moved, left, right))
}

/// The value of a formula, which must not panic.
fn existing<T>(
    law: &'static str,
    formula: &'static str,
    value: impl FnOnce() -> T,
) -> Result<T, Violation> {
    guarded(value).map_err(|message| {
        Violation::new(law, Diagnosis::Panicked(message)).remark("where", format!("in {formula}"))
    })
}

/// The name of the law: a map into a trivial G-set is invariant.
pub(crate) fn name_of<G, X, Y, F>(map: &EquivariantMap<G, X, Y, F>) -> &'static str
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    if map.codomain().is_trivial() {
        "invariant"
    } else {
        "equivariant"
    }
}

/// How the law writes the right side.
fn formula_of<G, X, Y, F>(map: &EquivariantMap<G, X, Y, F>) -> &'static str
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    if map.codomain().is_trivial() {
        "f(x)"
    } else {
        map.codomain().formula()
    }
}

/// The value of f, which has to exist, to be a number and to be in the codomain.
fn evaluate<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    law: &'static str,
    formula: &'static str,
    x: &X::Element,
) -> Result<Y::Element, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let value = existing(law, formula, || map.apply(x))?;
    if existing(law, "f(x) ∈ Y", || map.codomain().contains(&value))? {
        return Ok(value);
    }
    let diagnosis = if map.codomain().distance(&value, &value).is_nan() {
        Diagnosis::NotANumber
    } else {
        Diagnosis::OutsideCodomain
    };
    Err(Violation::new(law, diagnosis).remark(formula, map.codomain().describe(&value)))
}

/// `f(x′) ~ f(x)` for every way x′ to write x
///
/// A map on cosets, lines or unordered samples is given by a formula in representatives, and has to
/// give the same value for all of them.
///
/// # Errors
///
/// The [`Violation`], with two ways to write one element that have different values.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, Trivial, groups::{Cyclic, Subgroup}, map::laws, sets::{Cosets, Reals}};
/// let c6 = Cyclic::new(6)?;
/// let cosets = Cosets::new(Subgroup::generated(c6, [3])?);
/// let reals = Trivial(Reals::<f64>::default());
/// let right = EquivariantMap::new(c6, cosets.clone(), reals, |x| (x % 3) as f64);
/// laws::well_defined(&right, &4)?;
/// let wrong = EquivariantMap::new(c6, cosets, reals, |x| (x % 2) as f64);
/// assert!(laws::well_defined(&wrong, &4).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn well_defined<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let mut largest = 0.0;
    for other in map.domain().representatives(x) {
        largest = f64::max(largest, well_defined_at(map, x, &other)?);
    }
    Ok(largest)
}

/// `f(x′) ~ f(x)` for one other way to write x.
pub(super) fn well_defined_at<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    x: &X::Element,
    other: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let domain = map.domain();
    let sides = |x: &_, other: &_| [map.apply(other), map.apply(x)];
    Equation::new("well_defined", map.codomain(), ["f(x′)", "f(x)"])
        .check(
            || sides(x, other),
            |inputs| {
                inputs.vary("x", domain, x, |x| sides(x, other)).vary(
                    "x′",
                    domain,
                    other,
                    |other| sides(x, other),
                )
            },
        )
        .map_err(|violation| {
            let again = || map.codomain().same(&map.apply(x), &map.apply(x));
            let is_deterministic = (0..4).all(|_| guarded(again).unwrap_or(true));
            violation.unequal_means(match is_deterministic {
                true => Diagnosis::NotWellDefined,
                false => Diagnosis::NotDeterministic,
            })
        })
}
