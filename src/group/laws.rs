//! The laws of groups.
//!
//! # Examples
//!
//! ```
//! use equivariant::{group::laws, groups::Symmetric, Generated};
//! let s3 = Symmetric::new(3);
//! let [g, h] = [0, 1].map(|i| s3.generators()[i].clone());
//! laws::associative(&s3, &g, &h, &g)?;
//! laws::left_inverse(&s3, &g)?;
//! # Ok::<(), equivariant::Violation>(())
//! ```

use std::marker::PhantomData;

use nalgebra::{ComplexField, DVector};

use super::{Abelian, Closure, Generated, Group, LieGroup};
use crate::law::{Diagnosis, Equation, Violation, attempt, belongs, guarded};
use crate::set::{FiniteSet, Real, Set, Tolerance, largest, wobble};

/// `e, g · h, g⁻¹ ∈ G`
///
/// # Errors
///
/// The [`Violation`], if one of them leaves the group.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::Cyclic};
/// laws::closed(&Cyclic::new(6)?, &4, &5)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn closed<G: Group + ?Sized>(
    group: &G,
    g: &G::Element,
    h: &G::Element,
) -> Result<(), Violation> {
    belongs("closed", group, "e", || group.identity())
        .and_then(|()| belongs("closed", group, "g · h", || group.compose(g, h)))
        .and_then(|()| belongs("closed", group, "g⁻¹", || group.inverse(g)))
        .map_err(|violation| {
            violation
                .element("g", group.describe(g))
                .element("h", group.describe(h))
        })
}

/// `(g · h) · k ~ g · (h · k)`
///
/// # Errors
///
/// The [`Violation`], if the product is not associative here.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, sets::Reals};
/// // rounding is measured: the two sums of these numbers differ in their last digits
/// let error = laws::associative(&Reals::<f64>::default(), &0.1, &0.2, &0.3)?;
/// assert!(error > 0.0);
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn associative<G: Group + ?Sized>(
    group: &G,
    g: &G::Element,
    h: &G::Element,
    k: &G::Element,
) -> Result<f64, Violation> {
    let sides = |g: &_, h: &_, k: &_| {
        [
            group.compose(&group.compose(g, h), k),
            group.compose(g, &group.compose(h, k)),
        ]
    };
    Equation::new("associative", group, ["(g · h) · k", "g · (h · k)"]).check(
        || sides(g, h, k),
        |inputs| {
            inputs
                .vary("g", group, g, |g| sides(g, h, k))
                .vary("h", group, h, |h| sides(g, h, k))
                .vary("k", group, k, |k| sides(g, h, k))
        },
    )
}

/// `e · g ~ g`
///
/// # Errors
///
/// The [`Violation`], if `e` is no left identity of `g`.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, group::laws, groups::SpecialOrthogonal};
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::left_identity(&so3, &so3.identity())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn left_identity<G: Group + ?Sized>(group: &G, g: &G::Element) -> Result<f64, Violation> {
    let sides = |g: &G::Element| [group.compose(&group.identity(), g), g.clone()];
    Equation::new("left_identity", group, ["e · g", "g"])
        .check(|| sides(g), |inputs| inputs.vary("g", group, g, sides))
        .map_err(|violation| violation.unequal_means(Diagnosis::IdentityFails))
}

/// `g⁻¹ · g ~ e`
///
/// # Errors
///
/// The [`Violation`], if `g⁻¹` is no left inverse of `g`.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::Cyclic};
/// laws::left_inverse(&Cyclic::new(6)?, &4)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn left_inverse<G: Group + ?Sized>(group: &G, g: &G::Element) -> Result<f64, Violation> {
    let with = |inverse: &_, g: &_| [group.compose(inverse, g), group.identity()];
    let sides = |g: &_| with(&group.inverse(g), g);
    Equation::new("left_inverse", group, ["g⁻¹ · g", "e"]).check(
        || sides(g),
        |inputs| {
            inputs.vary("g", group, g, sides).through(
                group,
                || group.inverse(g),
                |inverse| with(inverse, g),
            )
        },
    )
}

/// `g · h ~ h · g`
///
/// # Errors
///
/// The [`Violation`], if `g` and `h` do not commute.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::Cyclic};
/// laws::commutative(&Cyclic::new(6)?, &4, &5)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn commutative<G: Abelian + ?Sized>(
    group: &G,
    g: &G::Element,
    h: &G::Element,
) -> Result<f64, Violation> {
    let sides = |g: &_, h: &_| [group.compose(g, h), group.compose(h, g)];
    Equation::new("commutative", group, ["g · h", "h · g"]).check(
        || sides(g, h),
        |inputs| {
            inputs
                .vary("g", group, g, |g| sides(g, h))
                .vary("h", group, h, |h| sides(g, h))
        },
    )
}

/// `g₁ ⋯ gₖ ~ g` for the factors of g
///
/// # Errors
///
/// The [`Violation`], if the product of [`Group::factors`] is another element.
///
/// # Examples
///
/// ```
/// use equivariant::{Generated, group::laws, groups::Symmetric};
/// let s5 = Symmetric::new(5);
/// laws::factored(&s5, &s5.generators()[1])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn factored<G: Group + ?Sized>(group: &G, g: &G::Element) -> Result<f64, Violation> {
    let sides = |g: &G::Element| {
        let factors = group.factors(g);
        let multiply = |product, factor| group.compose(&product, factor);
        [factors.iter().fold(group.identity(), multiply), g.clone()]
    };
    Equation::new("factored", group, ["g₁ ⋯ gₖ", "g"])
        .check(|| sides(g), |inputs| inputs.vary("g", group, g, sides))
}

/// The generators reach every element of a finite group.
///
/// # Errors
///
/// The [`Violation`], with an element that is no product of generators.
///
/// # Complexity
///
/// O(|S| |G|) products and look-ups.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::Dihedral};
/// laws::generating(&Dihedral::new(6)?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn generating<G: Generated + FiniteSet>(group: &G) -> Result<(), Violation> {
    generating_all(group, group)
}

/// The generators reach every element that is listed.
pub(crate) fn generating_all<G: Generated + ?Sized>(
    group: &G,
    finite: &dyn FiniteSet<Element = G::Element>,
) -> Result<(), Violation> {
    attempt("generating", || {
        let outside = || {
            Violation::new("generating", Diagnosis::NotClosed).remark(
                "note",
                "a product of generators is not in the list of elements",
            )
        };
        let mut reached = Closure::trivial(group, finite).ok_or_else(outside)?;
        for generator in group.generators() {
            let place = group.describe(&generator);
            let extended = reached.extend(group, finite, generator);
            extended.ok_or_else(|| outside().element("g", place))?;
        }
        match (0..)
            .zip(finite.elements())
            .find(|(index, _)| !reached.contains(*index))
        {
            None => Ok(()),
            Some((_, g)) => Err(Violation::new("generating", Diagnosis::NotGenerating)
                .element("g", group.describe(&g))),
        }
    })
}

/// `exp(log g) ~ g`; holds trivially where g has no principal logarithm
///
/// # Errors
///
/// The [`Violation`], if the exponential does not undo the logarithm.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::Rotation3;
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::exp_of_log(&so3, &Rotation3::from_euler_angles(0.1, 0.2, 0.3))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn exp_of_log<G: LieGroup + ?Sized>(group: &G, g: &G::Element) -> Result<f64, Violation> {
    let coordinates = Coordinates::default();
    let there_and_back = |g: &_| group.log(g).map_or_else(|_| g.clone(), |x| group.exp(&x));
    let sides = |g: &G::Element| [there_and_back(g), g.clone()];
    Equation::new("exp_of_log", group, ["exp(log g)", "g"]).check(
        || sides(g),
        |inputs| {
            let inputs = inputs.vary("g", group, g, sides);
            match guarded(|| group.log(g)) {
                Ok(Ok(logarithm)) => inputs.through(
                    &coordinates,
                    || group.vee(&logarithm),
                    |x| [group.exp(&group.hat(x)), g.clone()],
                ),
                _ => inputs,
            }
        },
    )
}

/// `log(exp X) ~ X`, for X so near 0 that exp X has the principal logarithm X
///
/// # Errors
///
/// The [`Violation`], if the logarithm does not undo the exponential.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::dvector;
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::log_of_exp(&so3, &dvector![0.1, 0.2, 0.3])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn log_of_exp<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
) -> Result<f64, Violation> {
    let coordinates = Coordinates::default();
    let exponential = |x: &_| group.exp(&group.hat(x));
    attempt("log_of_exp", || match group.log(&exponential(x)) {
        Ok(_) => Ok(()),
        Err(error) => {
            Err(Violation::new("log_of_exp", Diagnosis::Unequal).remark("note", error.to_string()))
        }
    })
    .map_err(|violation| violation.element("X", coordinates.describe(x)))?;
    let logarithm = |g: &_| group.log(g).map_or_else(|_| x.clone(), |y| group.vee(&y));
    let sides = |x: &DVector<_>| [logarithm(&exponential(x)), x.clone()];
    Equation::new("log_of_exp", &coordinates, ["log(exp X)", "X"]).check(
        || sides(x),
        |inputs| {
            inputs.vary("X", &coordinates, x, sides).through(
                group,
                || exponential(x),
                |g| [logarithm(g), x.clone()],
            )
        },
    )
}

/// `exp((s + t) X) ~ exp(sX) · exp(tX)`
///
/// # Errors
///
/// The [`Violation`], if t ↦ exp(tX) is not a homomorphism here.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::dvector;
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::one_parameter(&so3, &dvector![0.1, 0.2, 0.3], 5.0, -7.0)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn one_parameter<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
    s: f64,
    t: f64,
) -> Result<f64, Violation> {
    let at = |x: &DVector<G::Scalar>, t: f64| group.exp(&group.hat(&(x * G::Scalar::nearest(t))));
    let sides = |x: &_| [at(x, s + t), group.compose(&at(x, s), &at(x, t))];
    let with = |g: &_, h: &_| [at(x, s + t), group.compose(g, h)];
    let formulas = ["exp((s + t) X)", "exp(sX) · exp(tX)"];
    Equation::new("one_parameter", group, formulas).check(
        || sides(x),
        |inputs| {
            inputs
                .vary("X", &Coordinates::default(), x, sides)
                .through(group, || at(x, s), |g| with(g, &at(x, t)))
                .through(group, || at(x, t), |h| with(&at(x, s), h))
        },
    )
}

/// `g · exp X · g⁻¹ ~ exp(Ad_g X)`
///
/// # Errors
///
/// The [`Violation`], if the adjoint action is not the derivative of conjugation.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::{Rotation3, dvector};
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::adjoint_is_conjugation(&so3, &Rotation3::from_euler_angles(0.1, 0.2, 0.3), &dvector![1.0, 0.0, 0.0])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn adjoint_is_conjugation<G: LieGroup + ?Sized>(
    group: &G,
    g: &G::Element,
    x: &DVector<G::Scalar>,
) -> Result<f64, Violation> {
    let exponential = |x: &_| group.exp(&group.hat(x));
    let right = |g: &_, x: &_| group.exp(&group.adjoint(g, &group.hat(x)));
    let sides = |g: &_, x: &_| [group.conjugate(g, &exponential(x)), right(g, x)];
    let formulas = ["g · exp X · g⁻¹", "exp(Ad_g X)"];
    Equation::new("adjoint_is_conjugation", group, formulas).check(
        || sides(g, x),
        |inputs| {
            inputs
                .vary("g", group, g, |g| sides(g, x))
                .vary("X", &Coordinates::default(), x, |x| sides(g, x))
                .through(
                    group,
                    || exponential(x),
                    |h| [group.conjugate(g, h), right(g, x)],
                )
                .through(
                    group,
                    || group.inverse(g),
                    |inverse| {
                        let half = group.compose(g, &exponential(x));
                        [group.compose(&half, inverse), right(g, x)]
                    },
                )
        },
    )
}

/// `[X, Y] ~ −[Y, X]`
///
/// # Errors
///
/// The [`Violation`], if the bracket is not antisymmetric here.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::dvector;
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::antisymmetric(&so3, &dvector![1.0, 2.0, 3.0], &dvector![0.5, 0.0, -1.0])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn antisymmetric<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
    y: &DVector<G::Scalar>,
) -> Result<f64, Violation> {
    let coordinates = Coordinates::default();
    let bracket = |x: &_, y: &_| group.vee(&group.bracket(&group.hat(x), &group.hat(y)));
    let sides = |x: &_, y: &_| [bracket(x, y), -bracket(y, x)];
    Equation::new("antisymmetric", &coordinates, ["[X, Y]", "−[Y, X]"]).check(
        || sides(x, y),
        |inputs| {
            inputs
                .vary("X", &coordinates, x, |x| sides(x, y))
                .vary("Y", &coordinates, y, |y| sides(x, y))
        },
    )
}

/// `[X, [Y, Z]] + [Y, [Z, X]] ~ −[Z, [X, Y]]`
///
/// # Errors
///
/// The [`Violation`], if the Jacobi identity fails here.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::dvector;
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::jacobi(&so3, &dvector![1.0, 2.0, 3.0], &dvector![0.5, 0.0, -1.0], &dvector![0.0, 1.0, 1.0])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn jacobi<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
    y: &DVector<G::Scalar>,
    z: &DVector<G::Scalar>,
) -> Result<f64, Violation> {
    let coordinates = Coordinates::default();
    let nested = |x: &_, y: &_, z: &_| {
        let inner = group.bracket(&group.hat(y), &group.hat(z));
        group.vee(&group.bracket(&group.hat(x), &inner))
    };
    let of_terms = |first: &_, second: &_, third: &DVector<G::Scalar>| [first + second, -third];
    let sides =
        |x: &_, y: &_, z: &_| of_terms(&nested(x, y, z), &nested(y, z, x), &nested(z, x, y));
    let formulas = ["[X, [Y, Z]] + [Y, [Z, X]]", "−[Z, [X, Y]]"];
    Equation::new("jacobi", &coordinates, formulas).check(
        || sides(x, y, z),
        |inputs| {
            let inputs = inputs
                .vary("X", &coordinates, x, |x| sides(x, y, z))
                .vary("Y", &coordinates, y, |y| sides(x, y, z))
                .vary("Z", &coordinates, z, |z| sides(x, y, z));
            let first = || nested(x, y, z);
            let second = || nested(y, z, x);
            let third = || nested(z, x, y);
            inputs
                .through(&coordinates, first, |term| {
                    of_terms(term, &second(), &third())
                })
                .through(&coordinates, second, |term| {
                    of_terms(&first(), term, &third())
                })
                .through(&coordinates, third, |term| {
                    of_terms(&first(), &second(), term)
                })
        },
    )
}

/// `vee(hat x) ~ x`
///
/// # Errors
///
/// The [`Violation`], if the coordinates of the element with coordinates x are not x.
///
/// # Examples
///
/// ```
/// use equivariant::{group::laws, groups::SpecialOrthogonal};
/// use nalgebra::dvector;
/// let so3 = SpecialOrthogonal::<3>::default();
/// laws::vee_of_hat(&so3, &dvector![1.0, 2.0, 3.0])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn vee_of_hat<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
) -> Result<f64, Violation> {
    let coordinates = Coordinates::default();
    Equation::new("vee_of_hat", &coordinates, ["vee(hat x)", "x"]).check(
        || [group.vee(&group.hat(x)), x.clone()],
        |inputs| inputs.exact("x", &coordinates, x),
    )
}

/// The coordinates of a Lie algebra, compared by their largest difference.
struct Coordinates<T>(PhantomData<T>);

impl<T> Default for Coordinates<T> {
    fn default() -> Self {
        Coordinates(PhantomData)
    }
}

impl<T: Real> Set for Coordinates<T> {
    type Element = DVector<T>;

    fn contains(&self, x: &DVector<T>) -> bool {
        x.iter().all(ComplexField::is_finite)
    }

    fn distance(&self, x: &DVector<T>, y: &DVector<T>) -> f64 {
        x.iter()
            .zip(y.iter())
            .map(|(&x, &y)| (x - y).to_f64().abs())
            .fold(0.0, largest)
    }

    fn magnitude(&self, x: &DVector<T>) -> f64 {
        x.iter().map(|x| x.to_f64().abs()).fold(0.0, largest)
    }

    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &DVector<T>, reach: f64, direction: u64) -> Option<DVector<T>> {
        Some(DVector::from_fn(x.len(), |i, _| {
            x[i] + T::nearest(reach * wobble(direction, i))
        }))
    }

    fn describe(&self, x: &DVector<T>) -> String {
        format!("{:?}", x.as_slice())
    }
}
