//! The laws of homomorphisms.
//!
//! # Examples
//!
//! ```
//! use equivariant::{homomorphism::laws, groups::Cyclic, homomorphisms::Residue};
//! let phi = Residue::new(Cyclic::new(12).unwrap());
//! laws::multiplicative(&phi, &7, &8)?;
//! # Ok::<(), equivariant::Violation>(())
//! ```

use super::Homomorphism;
use crate::group::Group;
use crate::law::{Diagnosis, Equation, Violation};
use crate::set::Set;

/// `φ(g) ∈ G′`
///
/// # Errors
///
/// The [`Violation`], if φ leaves its target.
pub fn closed<P: Homomorphism + ?Sized>(
    phi: &P,
    g: &<P::Source as Set>::Element,
) -> Result<(), Violation> {
    let image = phi.apply(g);
    if phi.target().contains(&image) {
        return Ok(());
    }
    Err(Violation::new("closed", Diagnosis::NotClosed)
        .element("g", phi.source().describe(g))
        .element("φ(g)", phi.target().describe(&image)))
}

/// `φ(g · h) ~ φ(g) · φ(h)`
///
/// # Errors
///
/// The [`Violation`], if φ is not multiplicative here; the diagnosis says if it reverses products.
pub fn multiplicative<P: Homomorphism + ?Sized>(
    phi: &P,
    g: &<P::Source as Set>::Element,
    h: &<P::Source as Set>::Element,
) -> Result<(), Violation> {
    let (source, target) = (phi.source(), phi.target());
    let left = |g: &_, h: &_| phi.apply(&source.compose(g, h));
    let right = |g: &_, h: &_| target.compose(&phi.apply(g), &phi.apply(h));
    Equation::new(
        "multiplicative",
        target,
        ("φ(g · h)", left(g, h)),
        ("φ(g) · φ(h)", right(g, h)),
    )
    .check(|inputs| {
        inputs
            .vary("g", source, g, |g| [left(g, h), right(g, h)])
            .vary("h", source, h, |h| [left(g, h), right(g, h)])
            .through(target, &phi.apply(g), |image| {
                [left(g, h), target.compose(image, &phi.apply(h))]
            })
            .through(target, &phi.apply(h), |image| {
                [left(g, h), target.compose(&phi.apply(g), image)]
            })
    })
    .map_err(|violation| {
        if *violation.diagnosis() != Diagnosis::Unequal {
            return violation;
        }
        let reversed = target.compose(&phi.apply(h), &phi.apply(g));
        violation.diagnosed(if target.same(&left(g, h), &reversed) {
            Diagnosis::Antihomomorphism
        } else {
            Diagnosis::NotAHomomorphism
        })
    })
}
