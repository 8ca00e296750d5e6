//! The laws of frames.
//!
//! That a frame is equivariant is the law of the map it is, [`Frame::map`]; the laws here follow from
//! it and are for testing what rounding leaves of them. A point without a frame keeps them.
//!
//! # Examples
//!
//! ```
//! use equivariant::{Frame, frame::laws, sets::{Power, Reals}};
//! let line = Reals::<f64>::default();
//! let first = Frame::total(line, Power::new(line), |x: &Vec<f64>| x[0]);
//! laws::canonical(&first, &vec![3.0, 5.0])?;
//! # Ok::<(), equivariant::Violation>(())
//! ```

use std::fmt::{Debug, Display};

use super::Frame;
use crate::action::GSet;
use crate::group::Group;
use crate::law::{Equation, Violation};
use crate::map::EquivariantMap;
use crate::sets::{Partial, Regular};

/// `ρ(ρ(x)⁻¹·x) ~ e`
///
/// # Errors
///
/// The [`Violation`], if the frame of the canonical form is not the identity.
///
/// # Examples
///
/// ```
/// use equivariant::{Frame, frame::laws, sets::{Power, Reals}};
/// let line = Reals::<f64>::default();
/// let twice = Frame::total(line, Power::new(line), |x: &Vec<f64>| 2.0 * x[0]);
/// assert!(laws::canonical(&twice, &vec![3.0, 5.0]).is_err());
/// ```
pub fn canonical<G, X, E, F>(frame: &Frame<G, X, E, F>, x: &X::Element) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    E: Clone + Debug + Display,
    F: Fn(&X::Element) -> Result<G::Element, E>,
{
    let (group, domain) = (frame.group(), frame.domain());
    let sides = |x: &X::Element| {
        let twice = frame.canonical(x).and_then(|y| frame.at(&y));
        let identity = frame.at(x).map(|_| group.identity());
        [twice, identity]
    };
    let regular = Partial::new(Regular(group));
    Equation::new("canonical", &regular, ["ρ(ρ(x)⁻¹·x)", "e"])
        .check(|| sides(x), |inputs| inputs.vary("x", domain, x, sides))
        .map_err(|violation| violation.element("x", domain.describe(x)))
}

/// `ρ(x)·(ρ(x)⁻¹·x) ~ x`
///
/// With it the canonical form separates orbits: two points with the same canonical form y are both on
/// the orbit of y.
///
/// # Errors
///
/// The [`Violation`], if x is not recovered from its frame and its canonical form.
///
/// # Examples
///
/// ```
/// use equivariant::{Frame, frame::laws, sets::{Power, Reals}};
/// let line = Reals::<f64>::default();
/// let first = Frame::total(line, Power::new(line), |x: &Vec<f64>| x[0]);
/// laws::recovered(&first, &vec![3.0, 5.0])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
pub fn recovered<G, X, E, F>(frame: &Frame<G, X, E, F>, x: &X::Element) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    E: Clone + Debug + Display,
    F: Fn(&X::Element) -> Result<G::Element, E>,
{
    let domain = frame.domain();
    let sides = |x: &X::Element| {
        let rho = frame.at(x);
        let moved = rho.and_then(|rho| Ok(domain.act(&rho, &frame.canonical(x)?)));
        let whole = moved.as_ref().map(|_| x.clone()).map_err(Clone::clone);
        [moved, whole]
    };
    let points = Partial::new(domain);
    Equation::new("recovered", &points, ["ρ(x)·(ρ(x)⁻¹·x)", "x"])
        .check(|| sides(x), |inputs| inputs.vary("x", domain, x, sides))
        .map_err(|violation| violation.element("x", domain.describe(x)))
}

/// `f(x) ~ ρ(x)·f(ρ(x)⁻¹·x)`
///
/// The second half of the theorem on [frames](Frame): an equivariant map is known from its values on
/// the canonical forms.
///
/// # Errors
///
/// The [`Violation`], if f is not what its values on the canonical forms say: then f is not
/// equivariant, or ρ is not.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, Frame, frame::laws, sets::{Power, Reals}};
/// let line = Reals::<f64>::default();
/// let first = Frame::total(line, Power::new(line), |x: &Vec<f64>| x[0]);
/// let sum = EquivariantMap::new(line, Power::new(line), line, |x: &Vec<f64>| x.iter().sum::<f64>());
/// assert!(laws::determined(&first, &sum, &vec![3.0, 5.0]).is_err());
/// ```
pub fn determined<G, X, Y, E, F, M>(
    frame: &Frame<G, X, E, F>,
    map: &EquivariantMap<G, X, Y, M>,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    E: Clone + Debug + Display,
    F: Fn(&X::Element) -> Result<G::Element, E>,
    M: Fn(&X::Element) -> Y::Element,
{
    let (domain, codomain) = (frame.domain(), map.codomain());
    let sides = |x: &X::Element| {
        let extended = frame.at(x).and_then(|rho| {
            let value = map.apply(&frame.canonical(x)?);
            Ok(codomain.act(&rho, &value))
        });
        let direct = extended
            .as_ref()
            .map(|_| map.apply(x))
            .map_err(Clone::clone);
        [direct, extended]
    };
    let values = Partial::new(codomain);
    Equation::new("determined", &values, ["f(x)", "ρ(x)·f(ρ(x)⁻¹·x)"])
        .check(|| sides(x), |inputs| inputs.vary("x", domain, x, sides))
        .map_err(|violation| violation.element("x", domain.describe(x)))
}
