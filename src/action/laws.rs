//! The laws of actions.

use nalgebra::DVector;

use super::GSet;
use crate::group::{Group, LieGroup};
use crate::law::{Diagnosis, Equation, Violation};
use crate::set::{Discrepancy, Real};

/// `g · x ∈ X`
///
/// A subset given by a predicate is a G-set exactly if this holds: the predicate is invariant.
///
/// # Errors
///
/// The [`Violation`], if `x` belongs to the set and g · x does not.
pub fn closed<G, X>(group: &G, set: &X, g: &G::Element, x: &X::Element) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    if !set.contains(x) {
        return Ok(());
    }
    let moved = set.act(g, x);
    if set.contains(&moved) {
        return Ok(());
    }
    Err(Violation::new("closed", Diagnosis::NotClosed)
        .element("g", group.describe(g))
        .element("x", set.describe(x))
        .element("g·x", set.describe(&moved)))
}

/// `e · x ~ x`
///
/// # Errors
///
/// The [`Violation`], if the identity moves `x`.
pub fn identity<G, X>(group: &G, set: &X, x: &X::Element) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let moved = |x: &_| set.act(&group.identity(), x);
    Equation::new("identity", set, ("e·x", moved(x)), ("x", x.clone()))
        .check(|inputs| inputs.vary("x", set, x, |x| [moved(x), x.clone()]))
        .map_err(|violation| match violation.diagnosis() {
            Diagnosis::Unequal => violation.diagnosed(Diagnosis::IdentityFails),
            _ => violation,
        })
}

/// `g · (h · x) ~ (g · h) · x`
///
/// # Errors
///
/// The [`Violation`], if the action does not respect the product here; the diagnosis says if it is
/// a right action.
pub fn compatible<G, X>(
    group: &G,
    set: &X,
    g: &G::Element,
    h: &G::Element,
    x: &X::Element,
) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let left = |g: &_, h: &_, x: &_| set.act(g, &set.act(h, x));
    let right = |g: &_, h: &_, x: &_| set.act(&group.compose(g, h), x);
    Equation::new(
        "compatible",
        set,
        ("g·(h·x)", left(g, h, x)),
        ("(g·h)·x", right(g, h, x)),
    )
    .check(|inputs| {
        inputs
            .vary("g", group, g, |g| [left(g, h, x), right(g, h, x)])
            .vary("h", group, h, |h| [left(g, h, x), right(g, h, x)])
            .vary("x", set, x, |x| [left(g, h, x), right(g, h, x)])
            .through(set, &set.act(h, x), |y| [set.act(g, y), right(g, h, x)])
            .through(group, &group.compose(g, h), |product| {
                [left(g, h, x), set.act(product, x)]
            })
    })
    .map_err(|violation| {
        let mirrored = set.act(h, &set.act(g, x));
        let is_right =
            *violation.diagnosis() == Diagnosis::Unequal && set.same(&right(g, h, x), &mirrored);
        if is_right {
            violation.diagnosed(Diagnosis::RightAction)
        } else {
            violation
        }
    })
}

/// `d(exp(tX)·x, x) → 0 as t → 0`
///
/// The distance is measured at t = 2⁻⁴, 2⁻⁸, …, 2⁻⁴⁸ and has to fall at least as fast as √t, or below
/// what rounding explains. On a discrete set a connected group has to act trivially.
///
/// # Errors
///
/// The [`Violation`], if the distance does not tend to 0.
pub fn continuous<G, X>(
    group: &G,
    set: &X,
    direction: &DVector<G::Scalar>,
    x: &X::Element,
) -> Result<(), Violation>
where
    G: LieGroup,
    X: GSet<G> + ?Sized,
{
    let at = |t: f64| group.exp(&group.hat(&(direction * G::Scalar::nearest(t))));
    let mut bound = f64::INFINITY;
    for k in 1..=12 {
        let t = f64::exp2(f64::from(-4 * k));
        let g = at(t);
        let moved = set.act(&g, x);
        let discrepancy = set.discrepancy(&moved, x);
        let decreasing = Discrepancy {
            distance: discrepancy.distance,
            allowance: discrepancy.allowance + bound,
        };
        let is_first = k == 1;
        let holds = if is_first {
            discrepancy.distance.is_finite()
        } else {
            decreasing.is_allowed()
        };
        if !holds {
            return Err(Violation::new("continuous", Diagnosis::Discontinuous)
                .element("g", group.describe(&g))
                .element("x", set.describe(x))
                .element("g·x", set.describe(&moved))
                .measured(decreasing));
        }
        // √t falls by 4 from one t to the next
        bound = if is_first {
            discrepancy.distance / 4.0
        } else {
            bound / 4.0
        };
    }
    Ok(())
}
