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

use super::{Abelian, Generated, Group, LieGroup};
use crate::law::{Diagnosis, Equation, Violation};
use crate::set::{FiniteSet, Real, Set, Tolerance, largest, wobble};

/// `e, g · h, g⁻¹ ∈ G`
///
/// # Errors
///
/// The [`Violation`], if one of them leaves the group.
pub fn closed<G: Group + ?Sized>(
    group: &G,
    g: &G::Element,
    h: &G::Element,
) -> Result<(), Violation> {
    for (formula, value) in [
        ("e", group.identity()),
        ("g · h", group.compose(g, h)),
        ("g⁻¹", group.inverse(g)),
    ] {
        if !group.contains(&value) {
            return Err(Violation::new("closed", Diagnosis::NotClosed)
                .element("g", group.describe(g))
                .element("h", group.describe(h))
                .element(formula, group.describe(&value)));
        }
    }
    Ok(())
}

/// `(g · h) · k ~ g · (h · k)`
///
/// # Errors
///
/// The [`Violation`], if the product is not associative here.
pub fn associative<G: Group + ?Sized>(
    group: &G,
    g: &G::Element,
    h: &G::Element,
    k: &G::Element,
) -> Result<(), Violation> {
    let left = |g: &_, h: &_, k: &_| group.compose(&group.compose(g, h), k);
    let right = |g: &_, h: &_, k: &_| group.compose(g, &group.compose(h, k));
    Equation::new(
        "associative",
        group,
        ("(g · h) · k", left(g, h, k)),
        ("g · (h · k)", right(g, h, k)),
    )
    .check(|inputs| {
        inputs
            .vary("g", group, g, |g| [left(g, h, k), right(g, h, k)])
            .vary("h", group, h, |h| [left(g, h, k), right(g, h, k)])
            .vary("k", group, k, |k| [left(g, h, k), right(g, h, k)])
    })
}

/// `e · g ~ g`
///
/// # Errors
///
/// The [`Violation`], if `e` is no left identity of `g`.
pub fn left_identity<G: Group + ?Sized>(group: &G, g: &G::Element) -> Result<(), Violation> {
    let product = |g: &_| group.compose(&group.identity(), g);
    Equation::new(
        "left_identity",
        group,
        ("e · g", product(g)),
        ("g", g.clone()),
    )
    .check(|inputs| inputs.vary("g", group, g, |g| [product(g), g.clone()]))
    .map_err(|violation| match violation.diagnosis() {
        Diagnosis::Unequal => violation.diagnosed(Diagnosis::IdentityFails),
        _ => violation,
    })
}

/// `g⁻¹ · g ~ e`
///
/// # Errors
///
/// The [`Violation`], if `g⁻¹` is no left inverse of `g`.
pub fn left_inverse<G: Group + ?Sized>(group: &G, g: &G::Element) -> Result<(), Violation> {
    let product = |g: &_| group.compose(&group.inverse(g), g);
    let with = |inverse: &_| group.compose(inverse, g);
    let e = group.identity();
    Equation::new(
        "left_inverse",
        group,
        ("g⁻¹ · g", product(g)),
        ("e", e.clone()),
    )
    .check(|inputs| {
        inputs
            .vary("g", group, g, |g| [product(g), e.clone()])
            .through(group, &group.inverse(g), |h| [with(h), e.clone()])
    })
}

/// `g · h ~ h · g`
///
/// # Errors
///
/// The [`Violation`], if `g` and `h` do not commute.
pub fn commutative<G: Abelian + ?Sized>(
    group: &G,
    g: &G::Element,
    h: &G::Element,
) -> Result<(), Violation> {
    let sides = |g: &_, h: &_| [group.compose(g, h), group.compose(h, g)];
    let [left, right] = sides(g, h);
    Equation::new("commutative", group, ("g · h", left), ("h · g", right)).check(|inputs| {
        inputs
            .vary("g", group, g, |g| sides(g, h))
            .vary("h", group, h, |h| sides(g, h))
    })
}

/// `g₁ ⋯ gₖ ~ g` for the factors of g
///
/// # Errors
///
/// The [`Violation`], if the product of [`Group::factors`] is another element.
pub fn factored<G: Group + ?Sized>(group: &G, g: &G::Element) -> Result<(), Violation> {
    let product = |g: &_| {
        group
            .factors(g)
            .iter()
            .fold(group.identity(), |product, factor| {
                group.compose(&product, factor)
            })
    };
    Equation::new("factored", group, ("g₁ ⋯ gₖ", product(g)), ("g", g.clone()))
        .check(|inputs| inputs.vary("g", group, g, |g| [product(g), g.clone()]))
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
pub fn generating<G: Generated + FiniteSet + ?Sized>(group: &G) -> Result<(), Violation> {
    let generators = group.generators();
    let mut reached: Vec<bool> = group.elements().map(|_| false).collect();
    let outside = |g: &G::Element| {
        Violation::new("generating", Diagnosis::NotClosed)
            .element("g", group.describe(g))
            .remark(
                "note",
                "a product of generators is not in the list of elements",
            )
    };
    let e = group.identity();
    let first = group.index(&e).ok_or_else(|| outside(&e))?;
    reached[first] = true;
    let mut queue = vec![e];
    while let Some(g) = queue.pop() {
        for generator in &generators {
            let next = group.compose(generator, &g);
            let index = group.index(&next).ok_or_else(|| outside(&next))?;
            if !std::mem::replace(&mut reached[index], true) {
                queue.push(next);
            }
        }
    }
    match group.elements().zip(reached).find(|(_, reached)| !reached) {
        None => Ok(()),
        Some((g, _)) => {
            Err(Violation::new("generating", Diagnosis::NotGenerating)
                .element("g", group.describe(&g)))
        }
    }
}

/// `exp(log g) ~ g`; holds trivially where g has no principal logarithm
///
/// # Errors
///
/// The [`Violation`], if the exponential does not undo the logarithm.
pub fn exp_of_log<G: LieGroup + ?Sized>(group: &G, g: &G::Element) -> Result<(), Violation> {
    let Ok(logarithm) = group.log(g) else {
        return Ok(());
    };
    let there_and_back = |g: &_| group.log(g).map_or_else(|_| g.clone(), |x| group.exp(&x));
    Equation::new(
        "exp_of_log",
        group,
        ("exp(log g)", group.exp(&logarithm)),
        ("g", g.clone()),
    )
    .check(|inputs| {
        let coordinates = Coordinates::default();
        inputs
            .vary("g", group, g, |g| [there_and_back(g), g.clone()])
            .through(&coordinates, &group.vee(&logarithm), |x| {
                [group.exp(&group.hat(x)), g.clone()]
            })
    })
}

/// `log(exp X) ~ X`, for X so near 0 that exp X has the principal logarithm X
///
/// # Errors
///
/// The [`Violation`], if the logarithm does not undo the exponential.
pub fn log_of_exp<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
) -> Result<(), Violation> {
    let g = group.exp(&group.hat(x));
    let back = match group.log(&g) {
        Ok(algebra) => group.vee(&algebra),
        Err(error) => {
            return Err(Violation::new("log_of_exp", Diagnosis::Unequal)
                .element("X", Coordinates::default().describe(x))
                .remark("note", error.to_string()));
        }
    };
    let there_and_back = |x: &_| {
        let g = group.exp(&group.hat(x));
        group.log(&g).map_or_else(|_| x.clone(), |y| group.vee(&y))
    };
    let coordinates = Coordinates::default();
    Equation::new(
        "log_of_exp",
        &coordinates,
        ("log(exp X)", back),
        ("X", x.clone()),
    )
    .check(|inputs| {
        inputs
            .vary("X", &coordinates, x, |x| [there_and_back(x), x.clone()])
            .through(group, &g, |g| {
                let back = group.log(g).map_or_else(|_| x.clone(), |y| group.vee(&y));
                [back, x.clone()]
            })
    })
}

/// `exp((s + t) X) ~ exp(sX) · exp(tX)`
///
/// # Errors
///
/// The [`Violation`], if t ↦ exp(tX) is not a homomorphism here.
pub fn one_parameter<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
    s: f64,
    t: f64,
) -> Result<(), Violation> {
    let at = |x: &DVector<G::Scalar>, t: f64| group.exp(&group.hat(&(x * G::Scalar::nearest(t))));
    let left = |x: &_| at(x, s + t);
    let right = |x: &_| group.compose(&at(x, s), &at(x, t));
    Equation::new(
        "one_parameter",
        group,
        ("exp((s + t) X)", left(x)),
        ("exp(sX) · exp(tX)", right(x)),
    )
    .check(|inputs| {
        inputs
            .vary("X", &Coordinates::default(), x, |x| [left(x), right(x)])
            .through(group, &at(x, s), |g| [left(x), group.compose(g, &at(x, t))])
            .through(group, &at(x, t), |g| [left(x), group.compose(&at(x, s), g)])
    })
}

/// `g · exp X · g⁻¹ ~ exp(Ad_g X)`
///
/// # Errors
///
/// The [`Violation`], if the adjoint action is not the derivative of conjugation.
pub fn adjoint_is_conjugation<G: LieGroup + ?Sized>(
    group: &G,
    g: &G::Element,
    x: &DVector<G::Scalar>,
) -> Result<(), Violation> {
    let left = |g: &_, x: &_| group.conjugate(g, &group.exp(&group.hat(x)));
    let right = |g: &_, x: &_| group.exp(&group.adjoint(g, &group.hat(x)));
    let exponential = group.exp(&group.hat(x));
    Equation::new(
        "adjoint_is_conjugation",
        group,
        ("g · exp X · g⁻¹", left(g, x)),
        ("exp(Ad_g X)", right(g, x)),
    )
    .check(|inputs| {
        inputs
            .vary("g", group, g, |g| [left(g, x), right(g, x)])
            .vary("X", &Coordinates::default(), x, |x| {
                [left(g, x), right(g, x)]
            })
            .through(group, &exponential, |h| {
                [group.conjugate(g, h), right(g, x)]
            })
            .through(group, &group.inverse(g), |inverse| {
                let product = group.compose(&group.compose(g, &exponential), inverse);
                [product, right(g, x)]
            })
    })
}

/// `[X, Y] ~ −[Y, X]`
///
/// # Errors
///
/// The [`Violation`], if the bracket is not antisymmetric here.
pub fn antisymmetric<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
    y: &DVector<G::Scalar>,
) -> Result<(), Violation> {
    let bracket = |x: &_, y: &_| group.vee(&group.bracket(&group.hat(x), &group.hat(y)));
    let sides = |x: &_, y: &_| [bracket(x, y), -bracket(y, x)];
    let coordinates = Coordinates::default();
    let [left, right] = sides(x, y);
    Equation::new(
        "antisymmetric",
        &coordinates,
        ("[X, Y]", left),
        ("−[Y, X]", right),
    )
    .check(|inputs| {
        inputs
            .vary("X", &coordinates, x, |x| sides(x, y))
            .vary("Y", &coordinates, y, |y| sides(x, y))
    })
}

/// `[X, [Y, Z]] + [Y, [Z, X]] ~ −[Z, [X, Y]]`
///
/// # Errors
///
/// The [`Violation`], if the Jacobi identity fails here.
pub fn jacobi<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
    y: &DVector<G::Scalar>,
    z: &DVector<G::Scalar>,
) -> Result<(), Violation> {
    let nested = |x: &_, y: &_, z: &_| {
        let inner = group.bracket(&group.hat(y), &group.hat(z));
        group.vee(&group.bracket(&group.hat(x), &inner))
    };
    let coordinates = Coordinates::default();
    let terms = [nested(x, y, z), nested(y, z, x), nested(z, x, y)];
    let sides = |[first, second, third]: [&DVector<G::Scalar>; 3]| [first + second, -third];
    let [first, second, third] = &terms;
    let [left, right] = sides([first, second, third]);
    let of = |x: &_, y: &_, z: &_| sides([&nested(x, y, z), &nested(y, z, x), &nested(z, x, y)]);
    Equation::new(
        "jacobi",
        &coordinates,
        ("[X, [Y, Z]] + [Y, [Z, X]]", left),
        ("−[Z, [X, Y]]", right),
    )
    .check(|inputs| {
        inputs
            .vary("X", &coordinates, x, |x| of(x, y, z))
            .vary("Y", &coordinates, y, |y| of(x, y, z))
            .vary("Z", &coordinates, z, |z| of(x, y, z))
            .through(&coordinates, first, |first| sides([first, second, third]))
            .through(&coordinates, second, |second| sides([first, second, third]))
            .through(&coordinates, third, |third| sides([first, second, third]))
    })
}

/// `vee(hat x) ~ x`
///
/// # Errors
///
/// The [`Violation`], if the coordinates of the element with coordinates x are not x.
pub fn vee_of_hat<G: LieGroup + ?Sized>(
    group: &G,
    x: &DVector<G::Scalar>,
) -> Result<(), Violation> {
    let coordinates = Coordinates::default();
    let back = group.vee(&group.hat(x));
    Equation::new(
        "vee_of_hat",
        &coordinates,
        ("vee(hat x)", back),
        ("x", x.clone()),
    )
    .check(|inputs| inputs.exact("x", &coordinates, x))
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
