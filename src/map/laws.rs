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
/// The [`Violation`], if the two sides differ, if f panics, or if f(x) or g·x is outside its set.
pub fn equivariant<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    g: &G::Element,
    x: &X::Element,
) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (domain, codomain) = (map.domain(), map.codomain());
    let about = |violation: Violation| {
        violation
            .element("g", map.group().describe(g))
            .element("x", domain.describe(x))
    };
    let law = name_of(map);

    let value = evaluate(map, law, "f(x)", x).map_err(about)?;
    let moved = guarded(|| domain.act(g, x)).map_err(|message| {
        about(Violation::new(law, Diagnosis::Panicked(message)).remark("where", "in g·x"))
    })?;
    if !domain.contains(&moved) {
        return Err(about(
            Violation::new(law, Diagnosis::NotClosed).remark("g·x", domain.describe(&moved)),
        ));
    }
    let left = evaluate(map, law, "f(g·x)", &moved).map_err(about)?;
    let formula = codomain.formula();
    let right = guarded(|| codomain.act(g, &value)).map_err(|message| {
        about(
            Violation::new(law, Diagnosis::Panicked(message))
                .remark("where", format!("in {formula}"))
                .remark("f(x)", codomain.describe(&value)),
        )
    })?;

    let sides = |g: &_, x: &_| [map.apply(&domain.act(g, x)), codomain.act(g, &map.apply(x))];
    Equation::new(
        law,
        codomain,
        ("f(g·x)", left.clone()),
        (formula, right.clone()),
    )
    .check(|inputs| {
        inputs
            .vary("g", map.group(), g, |g| sides(g, x))
            .vary("x", domain, x, |x| sides(g, x))
            .through(domain, &moved, |y| [map.apply(y), right.clone()])
            .through(codomain, &value, |y| [left.clone(), codomain.act(g, y)])
    })
}

/// The name of the law: a map into a trivial G-set is invariant.
pub(super) fn name_of<G, X, Y, F>(map: &EquivariantMap<G, X, Y, F>) -> &'static str
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    if map.codomain().formula() == "f(x)" {
        "invariant"
    } else {
        "equivariant"
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
    let argument = if formula == "f(x)" { "x" } else { "g·x" };
    let value = guarded(|| map.apply(x)).map_err(|message| {
        Violation::new(law, Diagnosis::Panicked(message))
            .remark("where", format!("in {formula}"))
            .remark(argument, map.domain().describe(x))
    })?;
    if map.codomain().contains(&value) {
        return Ok(value);
    }
    let diagnosis = if map.codomain().distance(&value, &value).is_nan() {
        Diagnosis::NotANumber
    } else {
        Diagnosis::OutsideCodomain
    };
    Err(Violation::new(law, diagnosis)
        .remark(argument, map.domain().describe(x))
        .remark(formula, map.codomain().describe(&value)))
}

/// `f(x′) ~ f(x)` for every way x′ to write x
///
/// A map on cosets, lines or unordered samples is given by a formula in representatives, and has to
/// give the same value for all of them.
///
/// # Errors
///
/// The [`Violation`], with two ways to write one element that have different values.
pub fn well_defined<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    x: &X::Element,
) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (domain, codomain) = (map.domain(), map.codomain());
    for other in domain.representatives(x) {
        let values = guarded(|| (map.apply(&other), map.apply(x)));
        let (left, right) = values.map_err(|message| {
            Violation::new("well_defined", Diagnosis::Panicked(message))
                .element("x", domain.describe(x))
                .element("x′", domain.describe(&other))
        })?;
        Equation::new(
            "well_defined",
            codomain,
            ("f(x′)", left.clone()),
            ("f(x)", right.clone()),
        )
        .check(|inputs| {
            inputs
                .vary("x", domain, x, |x| [left.clone(), map.apply(x)])
                .vary("x′", domain, &other, |x| [map.apply(x), right.clone()])
        })
        .map_err(|violation| match violation.diagnosis() {
            Diagnosis::Unequal => violation.diagnosed(Diagnosis::NotWellDefined),
            _ => violation,
        })?;
    }
    Ok(())
}
