//! What is wrong, as far as it can be told.

use std::fmt;

/// What kind of thing is wrong.
///
/// The cases from [`RightAction`](Diagnosis::RightAction) on name the law that does hold where the
/// claimed one fails: they point at the cause.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, Diagnosis, EquivariantMap, groups::Orthogonal, sets::Vectors};
///
/// let (o3, space) = (Orthogonal::<3>::default(), Vectors::<3>::default());
/// let cross = EquivariantMap::new(o3, (space, space), space, |(v, w)| v.cross(w));
/// let violation = Check::default().equivariant(&cross).unwrap_err();
/// assert_eq!(*violation.diagnosis(), Diagnosis::UpToSign); // mirrors change the sign
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Diagnosis {
    /// Both sides exist and differ, and no simpler explanation was found.
    Unequal,
    /// A result has a NaN in it.
    NotANumber,
    /// A function panicked, with this message.
    Panicked(String),
    /// An operation or an action leaves its set.
    NotClosed,
    /// The list of the elements of a finite set is not what membership and places say.
    NotListed,
    /// An argument does not belong to its set.
    OutsideDomain,
    /// A map gives a value that its codomain does not contain.
    OutsideCodomain,
    /// The same argument gave two different values.
    NotDeterministic,
    /// Two ways to write one element gave two different values.
    NotWellDefined,
    /// The identity moves something, or changes an element that it is composed with.
    IdentityFails,
    /// An action of a connected group that does not tend to the identity with the group element.
    Discontinuous,
    /// The generators do not generate the group.
    NotGenerating,
    /// The compatibility law holds the other way round: (g·h)·x = h·(g·x).
    RightAction,
    /// c(g·h, x) is not c(g, h·x)·c(h, x).
    NotACocycle,
    /// φ is not multiplicative.
    NotAHomomorphism,
    /// φ reverses products: φ(g·h) = φ(h)·φ(g).
    Antihomomorphism,
    /// The map is equivariant for g⁻¹: f(g·x) = g⁻¹·f(x).
    Contravariant,
    /// The map is invariant where it should move along.
    Invariant,
    /// The map is equivariant along another homomorphism, given by what it does to generators.
    Along(String),
    /// The two sides differ by a sign.
    UpToSign,
    /// The two sides differ by a factor that depends on g alone, shown for the g at hand.
    UpToCharacter(String),
    /// The map is equivariant, but only for a part of the group.
    OnlyFor(String),
    /// Nothing moved, or the map did not vary: what passed shows nothing.
    Vacuous(String),
    /// The precondition was met too rarely for a check.
    PreconditionNeverMet,
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Diagnosis::Unequal => f.write_str("the two sides differ"),
            Diagnosis::NotANumber => f.write_str("a result is not a number (NaN)"),
            Diagnosis::Panicked(message) => write!(f, "the function panicked: {message}"),
            Diagnosis::NotClosed => f.write_str("not closed: a result leaves the set"),
            Diagnosis::NotListed => f.write_str("the list of elements is not that of the set"),
            Diagnosis::OutsideDomain => f.write_str("an argument does not belong to its set"),
            Diagnosis::OutsideCodomain => {
                f.write_str("the map returned a value outside its codomain")
            }
            Diagnosis::NotDeterministic => {
                f.write_str("not deterministic: the same argument gave two values")
            }
            Diagnosis::NotWellDefined => {
                f.write_str("not well defined: two ways to write one element gave two values")
            }
            Diagnosis::IdentityFails => f.write_str("the identity does not act as the identity"),
            Diagnosis::Discontinuous => f.write_str(
                "the action is not continuous: g·x does not tend to x as g tends to the identity",
            ),
            Diagnosis::NotGenerating => f.write_str("the generators do not generate the group"),
            Diagnosis::RightAction => {
                f.write_str("this is a right action: (g·h)·x = h·(g·x); let g act by its inverse")
            }
            Diagnosis::NotACocycle => f.write_str("c is not a cocycle"),
            Diagnosis::NotAHomomorphism => f.write_str("φ is not a homomorphism"),
            Diagnosis::Antihomomorphism => f.write_str("φ reverses products: φ(g·h) = φ(h)·φ(g)"),
            Diagnosis::Contravariant => {
                f.write_str("equivariant for the inverse: f(g·x) = g⁻¹·f(x)")
            }
            Diagnosis::Invariant => f.write_str("invariant: f(g·x) = f(x)"),
            Diagnosis::Along(images) => {
                write!(f, "equivariant along another homomorphism: {images}")
            }
            Diagnosis::UpToSign => f.write_str("equivariant only up to the sign"),
            Diagnosis::UpToCharacter(factor) => {
                write!(f, "equivariant only up to a factor: {factor}")
            }
            Diagnosis::OnlyFor(part) => write!(f, "equivariant only for {part}"),
            Diagnosis::Vacuous(reason) => write!(f, "vacuous: {reason}"),
            Diagnosis::PreconditionNeverMet => {
                f.write_str("too few cases met the precondition for a check")
            }
        }
    }
}
