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

use super::{Homomorphism, Obstruction, extension};
use crate::group::{Group, subgroup_where};
use crate::law::{Diagnosis, Equation, Violation, belongs, guarded};
use crate::set::Set;

/// `φ(g) ∈ G′`
///
/// # Errors
///
/// The [`Violation`], if φ leaves its target.
///
/// # Examples
///
/// ```
/// use equivariant::{homomorphism::laws, groups::Cyclic, homomorphisms::Residue};
/// laws::closed(&Residue::new(Cyclic::new(12)?), &-7)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// # Examples
///
/// ```
/// use equivariant::{groups::Cyclic, homomorphism::{Between, laws}};
/// let (c6, c4) = (Cyclic::new(6)?, Cyclic::new(4)?);
/// let remainder = Between::new(c6, c4, |x| x % 4);
/// let violation = laws::multiplicative(&remainder, &3, &4).unwrap_err();
/// assert!(violation.remarks().any(|(name, _)| name == "relation"));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
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
            if *violation.diagnosis() != Diagnosis::Unequal {
                return violation;
            }
            let is_reversed = || target.same(&left(g, h), &right(h, g));
            if guarded(is_reversed).unwrap_or(false) {
                return violation.diagnosed(Diagnosis::Antihomomorphism);
            }
            let violation = violation.diagnosed(Diagnosis::NotAHomomorphism);
            match guarded(|| broken_relation(phi)).ok().flatten() {
                Some(relation) => violation.remark("relation", relation),
                None => violation,
            }
        })
}

/// A relation of the generators of a finite group that their images do not satisfy, in words; or, if
/// they satisfy all, an element whose image is not made of theirs.
fn broken_relation<P: Homomorphism + ?Sized>(phi: &P) -> Option<String> {
    /// Up to which order of the group a relation is looked for.
    const LARGEST: usize = 2048;
    let (source, target) = (phi.source(), phi.target());
    let finite = source.finite()?;
    if finite.cardinality()? > LARGEST {
        return None;
    }
    let (generators, _) = subgroup_where(source, &*finite, |_| true)?;
    let pairs: Vec<_> = generators
        .into_iter()
        .map(|s| (s.clone(), phi.apply(&s)))
        .collect();
    match extension((source, &*finite), target, &pairs) {
        Err(Obstruction::Relation { words, images }) => {
            let [word, other] = words.map(|numbers| {
                let letters: Vec<String> = numbers
                    .into_iter()
                    .map(|number| source.describe(&pairs[number].0))
                    .collect();
                match letters.is_empty() {
                    true => "e".to_owned(),
                    false => letters.join(" · "),
                }
            });
            let [image, other_image] = images.map(|image| target.describe(&image));
            Some(format!(
                "{word} = {other}, and the images of the factors make {image} and {other_image}"
            ))
        }
        Err(_) => None,
        Ok(images) => {
            let mut elements = finite.elements().zip(images);
            let (g, image) = elements.find(|(g, image)| !target.same(&phi.apply(g), image))?;
            Some(format!(
                "the images of the generators extend to a homomorphism with {} ↦ {}, not {}",
                source.describe(&g),
                target.describe(&image),
                target.describe(&phi.apply(&g))
            ))
        }
    }
}
