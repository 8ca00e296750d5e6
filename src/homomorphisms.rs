//! Homomorphisms, one a file.
//!
//! # Examples
//!
//! ```
//! use equivariant::{Homomorphism, groups::Symmetric, homomorphisms::Sign};
//! assert_eq!(Sign::new(Symmetric::new(5)).kernel().len(), 60);
//! ```

mod determinant;
mod division;
mod double_cover;
mod exponential;
mod factor;
mod from_generators;
mod identity;
mod inclusion;
mod inner_automorphism;
mod modular;
mod parts;
mod permutation_representation;
mod plane_representation;
mod residue;
mod sign;
mod trivial_homomorphism;

pub use determinant::Determinant;
pub use division::Division;
pub use double_cover::DoubleCover;
pub use exponential::{Exponential, Logarithm};
pub use factor::{FactorInclusion, Projection};
pub use from_generators::{DoesNotExtend, FromGenerators};
pub use identity::Identity;
pub use inclusion::Inclusion;
pub use inner_automorphism::InnerAutomorphism;
pub use modular::Modular;
pub use parts::{LinearPart, ScalePart};
pub use permutation_representation::PermutationRepresentation;
pub use plane_representation::PlaneRepresentation;
pub use residue::{NotADivisor, Reduction, Residue};
pub use sign::Sign;
pub use trivial_homomorphism::TrivialHomomorphism;
