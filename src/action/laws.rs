//! The laws of actions.

use nalgebra::DVector;

use super::{Cocycle, GSet};
use crate::group::{Group, LieGroup};
use crate::law::{Diagnosis, Equation, Violation, attempt, belongs, guarded};
use crate::set::{Discrepancy, Real};

/// `g · x ∈ X`
///
/// A subset given by a predicate is a G-set exactly if this holds: the predicate is invariant.
///
/// # Errors
///
/// The [`Violation`], if `x` belongs to the set and g · x does not.
///
/// # Examples
///
/// ```
/// use equivariant::{action::laws, groups::Cyclic, sets::{Regular, Subset}};
/// let c6 = Cyclic::new(6)?;
/// let even = Subset::new(Regular(c6), |x| x % 2 == 0);
/// laws::closed(&c6, &even, &2, &4)?;
/// assert!(laws::closed(&c6, &even, &1, &4).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn closed<G, X>(group: &G, set: &X, g: &G::Element, x: &X::Element) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    if !set.contains(x) {
        return Ok(());
    }
    belongs("closed", set, "g·x", || set.act(g, x)).map_err(|violation| {
        violation
            .element("g", group.describe(g))
            .element("x", set.describe(x))
    })
}

/// `e · x ~ x`
///
/// # Errors
///
/// The [`Violation`], if the identity moves `x`.
///
/// # Examples
///
/// ```
/// use equivariant::{action::laws, groups::Cyclic, sets::Regular};
/// let c6 = Cyclic::new(6)?;
/// laws::identity(&c6, &Regular(c6), &5)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn identity<G, X>(group: &G, set: &X, x: &X::Element) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let sides = |x: &X::Element| [set.act(&group.identity(), x), x.clone()];
    Equation::new("identity", set, ["e·x", "x"])
        .check(|| sides(x), |inputs| inputs.vary("x", set, x, sides))
        .map_err(|violation| violation.unequal_means(Diagnosis::IdentityFails))
}

/// `g⁻¹ · (g · x) ~ x`, where g⁻¹ · y is what [`GSet::act_inverse`] says
///
/// # Errors
///
/// The [`Violation`], if g moves `x` and the inverse does not bring it back.
///
/// # Examples
///
/// ```
/// use equivariant::{action::laws, groups::{AffineLine, LocationScale}, sets::Reals};
/// let g = LocationScale { scale: 3.0, location: 5.0 };
/// laws::undone(&AffineLine::default(), &Reals::<f64>::default(), &g, &0.1)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn undone<G, X>(group: &G, set: &X, g: &G::Element, x: &X::Element) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let sides = |g: &_, x: &_| [set.act_inverse(group, g, &set.act(g, x)), x.clone()];
    Equation::new("undone", set, ["g⁻¹·(g·x)", "x"]).check(
        || sides(g, x),
        |inputs| {
            inputs
                .vary("g", group, g, |g| sides(g, x))
                .vary("x", set, x, |x| sides(g, x))
                .through(
                    set,
                    || set.act(g, x),
                    |y| [set.act_inverse(group, g, y), x.clone()],
                )
        },
    )
}

/// `g · h` in the group that acts `~ g · h` in the group that a set is made of
///
/// # Errors
///
/// The [`Violation`], if they are two groups: ℤ/6 does not act on ℤ/12 by addition modulo 12.
///
/// # Examples
///
/// ```
/// use equivariant::{action::laws, groups::Cyclic};
/// let [c6, c12] = [6, 12].map(|n| Cyclic::new(n).unwrap());
/// laws::same_group(&c6, &c6, &4, &5)?;
/// assert!(laws::same_group(&c6, &c12, &4, &5).is_err());
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn same_group<G: Group>(
    acting: &G,
    of_the_set: &G,
    g: &G::Element,
    h: &G::Element,
) -> Result<f64, Violation> {
    let about = |violation: Violation| {
        violation
            .element("g", acting.describe(g))
            .element("h", acting.describe(h))
    };
    for element in [g, h] {
        belongs(
            "same_group",
            of_the_set,
            "not in the group of the set",
            || element.clone(),
        )
        .map_err(about)?;
    }
    let sides = |g: &_, h: &_| [acting.compose(g, h), of_the_set.compose(g, h)];
    let formulas = ["g · h where it acts", "g · h in the set"];
    Equation::new("same_group", of_the_set, formulas).check(
        || sides(g, h),
        |inputs| {
            inputs
                .vary("g", acting, g, |g| sides(g, h))
                .vary("h", acting, h, |h| sides(g, h))
        },
    )
}

/// `g · x′ ~ g · x` for every way x′ to write x
///
/// # Errors
///
/// The [`Violation`], with two ways to write one element that g moves to two.
///
/// # Examples
///
/// ```
/// use equivariant::{action::laws, groups::{Cyclic, Subgroup}, sets::Cosets};
/// let c6 = Cyclic::new(6)?;
/// laws::well_defined(&c6, &Cosets::new(Subgroup::generated(c6, [3])?), &1, &2)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn well_defined<G, X>(
    group: &G,
    set: &X,
    g: &G::Element,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let mut largest = 0.0;
    for other in set.representatives(x) {
        largest = f64::max(largest, well_defined_at(group, set, g, x, &other)?);
    }
    Ok(largest)
}

/// `g · x′ ~ g · x` for one other way to write x.
pub(crate) fn well_defined_at<G, X>(
    group: &G,
    set: &X,
    g: &G::Element,
    x: &X::Element,
    other: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let sides = |g: &_, x: &_, other: &_| [set.act(g, other), set.act(g, x)];
    Equation::new("well_defined", set, ["g·x′", "g·x"])
        .check(
            || sides(g, x, other),
            |inputs| {
                inputs
                    .vary("g", group, g, |g| sides(g, x, other))
                    .vary("x", set, x, |x| sides(g, x, other))
                    .vary("x′", set, other, |other| sides(g, x, other))
            },
        )
        .map_err(|violation| violation.unequal_means(Diagnosis::NotWellDefined))
}

/// `g · (h · x) ~ (g · h) · x`
///
/// # Errors
///
/// The [`Violation`], if the action does not respect the product here; the diagnosis says if it is
/// a right action.
///
/// # Examples
///
/// ```
/// use equivariant::{Equipped, Group, action::laws, groups::{Permutation, Symmetric}};
/// let s3 = Symmetric::new(3);
/// let [g, h] = [[1, 0, 2], [1, 2, 0]].map(|images| Permutation::new(images).unwrap());
/// let conjugation = Equipped::new(s3, s3, move |g, x| s3.conjugate(g, x));
/// laws::compatible(&s3, &conjugation, &g, &h, &g)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn compatible<G, X>(
    group: &G,
    set: &X,
    g: &G::Element,
    h: &G::Element,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G> + ?Sized,
{
    let left = |g: &_, h: &_, x: &_| set.act(g, &set.act(h, x));
    let right = |g: &_, h: &_, x: &_| set.act(&group.compose(g, h), x);
    let sides = |g: &_, h: &_, x: &_| [left(g, h, x), right(g, h, x)];
    Equation::new("compatible", set, ["g·(h·x)", "(g·h)·x"])
        .check(
            || sides(g, h, x),
            |inputs| {
                inputs
                    .vary("g", group, g, |g| sides(g, h, x))
                    .vary("h", group, h, |h| sides(g, h, x))
                    .vary("x", set, x, |x| sides(g, h, x))
                    .through(set, || set.act(h, x), |y| [set.act(g, y), right(g, h, x)])
                    .through(
                        group,
                        || group.compose(g, h),
                        |product| [left(g, h, x), set.act(product, x)],
                    )
            },
        )
        .map_err(|violation| {
            let is_right = || set.same(&right(g, h, x), &left(h, g, x));
            if guarded(is_right).unwrap_or(false) {
                violation.unequal_means(Diagnosis::RightAction)
            } else {
                violation
            }
        })
}
/// `c(g, x) ∈ H` for a cocycle
///
/// # Errors
///
/// The [`Violation`], if it is outside.
///
/// # Examples
///
/// ```
/// use equivariant::{Cocycle, action::laws, groups::{Cyclic, Integers}, sets::Regular};
/// let c5 = Cyclic::new(5)?;
/// let c = Cocycle::new(Integers, Regular(Integers), c5, |g: &i64, _: &i64| g.unsigned_abs());
/// assert!(laws::closed_cocycle(&c, &7, &0).is_err());
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
pub fn closed_cocycle<G, X, H, C>(
    c: &Cocycle<G, X, H, C>,
    g: &G::Element,
    x: &X::Element,
) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G>,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
{
    belongs("closed_cocycle", c.target(), "c(g, x)", || c.apply(g, x)).map_err(|violation| {
        violation
            .element("g", c.source().describe(g))
            .element("x", c.base().describe(x))
    })
}

/// `c(g · h, x) ~ c(g, h·x) · c(h, x)`
///
/// # Errors
///
/// The [`Violation`], if the two sides differ.
///
/// # Examples
///
/// ```
/// use equivariant::{Cocycle, action::laws, groups::Integers, sets::Regular};
/// // how far a square moves if its root moves by g: (x + g)² − x²
/// let c = Cocycle::new(Integers, Regular(Integers), Integers, |g: &i64, x: &i64| g * (2 * x + g));
/// laws::cocycle(&c, &3, &-5, &7)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn cocycle<G, X, H, C>(
    c: &Cocycle<G, X, H, C>,
    g: &G::Element,
    h: &G::Element,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
{
    let (source, base, target) = (c.source(), c.base(), c.target());
    let sides = |g: &_, h: &_, x: &_| {
        [
            c.apply(&source.compose(g, h), x),
            target.compose(&c.apply(g, &base.act(h, x)), &c.apply(h, x)),
        ]
    };
    let formulas = ["c(g · h, x)", "c(g, h·x) · c(h, x)"];
    Equation::new("cocycle", target, formulas)
        .check(
            || sides(g, h, x),
            |inputs| {
                inputs
                    .vary("g", source, g, |g| sides(g, h, x))
                    .vary("h", source, h, |h| sides(g, h, x))
                    .vary("x", base, x, |x| sides(g, h, x))
            },
        )
        .map_err(|violation| violation.unequal_means(Diagnosis::NotACocycle))
}

/// `d(exp(tX)·x, x) → 0 as t → 0`
///
/// The distance is measured at t = 2⁻²⁴, 2⁻²⁸, …, 2⁻⁴⁸ and has to fall at least as fast as √t, or below
/// what rounding explains. On a discrete set a connected group has to act trivially.
///
/// # Errors
///
/// The [`Violation`], if the distance does not tend to 0.
///
/// # Examples
///
/// ```
/// use equivariant::{action::laws, groups::SpecialOrthogonal, sets::Vectors};
/// use nalgebra::{dvector, vector};
/// let so2 = SpecialOrthogonal::<2>::default();
/// laws::continuous(&so2, &Vectors::<2>::default(), &dvector![1.0], &vector![3.0, 4.0])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn continuous<G, X>(
    group: &G,
    set: &X,
    direction: &DVector<G::Scalar>,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: LieGroup,
    X: GSet<G> + ?Sized,
{
    /// The powers of 2: small enough that an action faster than t by a million has not come round,
    /// around a circle for instance.
    const POWERS: [i32; 7] = [-24, -28, -32, -36, -40, -44, -48];
    let at = |t: f64| group.exp(&group.hat(&(direction * G::Scalar::nearest(t))));
    let mut bound = f64::INFINITY;
    let mut distance = 0.0;
    for power in POWERS {
        let t = f64::from(power).exp2();
        let about = |violation: Violation| {
            violation
                .element(
                    "g",
                    format!("exp(tX) with t = 2^{power}, X = {:?}", direction.as_slice()),
                )
                .element("x", set.describe(x))
        };
        attempt("continuous", || {
            let moved = set.act(&at(t), x);
            let discrepancy = set.discrepancy(&moved, x);
            distance = discrepancy.distance;
            let decreasing = Discrepancy {
                distance,
                allowance: discrepancy.allowance + bound,
            };
            if distance.is_finite() && decreasing.is_allowed() {
                // √t falls by 4 from one t to the next
                bound = bound.min(distance) / 4.0;
                return Ok(());
            }
            Err(Violation::new("continuous", Diagnosis::Discontinuous)
                .measured(decreasing)
                .remark("g·x", set.describe(&moved)))
        })
        .map_err(about)?;
    }
    Ok(distance)
}
