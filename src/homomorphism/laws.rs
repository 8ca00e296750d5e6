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
use crate::law::{Diagnosis, Equation, Violation, belongs, guarded};
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
    belongs("closed", phi.target(), "φ(g)", || phi.apply(g))
        .map_err(|violation| violation.element("g", phi.source().describe(g)))
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
) -> Result<f64, Violation> {
    let (source, target) = (phi.source(), phi.target());
    let left = |g: &_, h: &_| phi.apply(&source.compose(g, h));
    let right = |g: &_, h: &_| target.compose(&phi.apply(g), &phi.apply(h));
    let sides = |g: &_, h: &_| [left(g, h), right(g, h)];
    Equation::new("multiplicative", target, ["φ(g · h)", "φ(g) · φ(h)"])
        .check(
            || sides(g, h),
            |inputs| {
                let with = |image: &_, other: &_| [left(g, h), target.compose(image, other)];
                inputs
                    .vary("g", source, g, |g| sides(g, h))
                    .vary("h", source, h, |h| sides(g, h))
                    .through(target, || phi.apply(g), |image| with(image, &phi.apply(h)))
                    .through(target, || phi.apply(h), |image| with(&phi.apply(g), image))
            },
        )
        .map_err(|violation| {
            let is_reversed = || target.same(&left(g, h), &right(h, g));
            violation.unequal_means(if guarded(is_reversed).unwrap_or(false) {
                Diagnosis::Antihomomorphism
            } else {
                Diagnosis::NotAHomomorphism
            })
        })
}
