//! Groups, one a file.

mod affine_transformation;
mod affine_velocity;
mod alternating;
mod cyclic;
mod dihedral;
mod free_group;
mod integers;
mod lattice;
mod opposite;
mod permutation;
mod product;
mod quaternion8;
mod semidirect;
mod subgroup;
mod symmetric;
mod trivial_group;

pub use affine_transformation::AffineTransformation;
pub use affine_velocity::AffineVelocity;
pub use alternating::Alternating;
pub use cyclic::{Cyclic, ZeroOrder};
pub use dihedral::{Dihedral, DihedralElement};
pub use free_group::{FreeGroup, Letter, Word};
pub use integers::Integers;
pub use lattice::Lattice;
pub use opposite::Opposite;
pub use permutation::{NotAPermutation, Permutation};
pub use quaternion8::{Quaternion8, QuaternionUnit, SignedUnit};
pub use semidirect::Semidirect;
pub use subgroup::{NotAnElement, Subgroup};
pub use symmetric::Symmetric;
pub use trivial_group::TrivialGroup;
