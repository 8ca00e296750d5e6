//! The laws of actions.

use nalgebra::DVector;

use super::GSet;
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
