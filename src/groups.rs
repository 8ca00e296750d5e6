//! Groups, one a file.
//!
//! # Examples
//!
//! ```
//! use equivariant::{FiniteSet, Group, Set, groups::{Cyclic, Symmetric}};
//! let product = (Cyclic::new(3)?, Symmetric::new(3)); // a tuple is the direct product
//! assert_eq!(product.cardinality(), Some(18));
//! assert_eq!(product.describe(&product.identity()), "(0, ())");
//! # Ok::<(), equivariant::groups::ZeroOrder>(())
//! ```

mod acts;
mod additive_reals;
mod affine;
mod affine_line;
mod affine_transformation;
mod affine_velocity;
mod alternating;
mod cyclic;
mod dihedral;
mod direct_power;
mod euclidean;
mod free_group;
mod general_linear;
mod integers;
mod lattice;
mod lower_triangular;
mod matrix_exponential;
mod matrix_logarithm;
mod nonzero_reals;
mod one_parameter;
mod opposite;
mod orthogonal;
mod orthogonal_matrix;
mod permutation;
mod positive_reals;
mod product;
mod quaternion8;
mod semidirect;
mod shears;
mod signed_affine_line;
mod similarities;
mod special_euclidean;
mod special_linear;
mod special_orthogonal;
mod subgroup;
mod sublattice;
mod symmetric;
mod torus;
mod translations;
mod trivial_group;
mod unit_quaternions;
mod words;

pub use affine::Affine;
pub use affine_line::{AffineLine, LocationScale};
pub use affine_transformation::AffineTransformation;
pub use affine_velocity::AffineVelocity;
pub use alternating::Alternating;
pub use cyclic::{Cyclic, ZeroOrder};
#[cfg(feature = "signal")]
pub(crate) use dihedral::sine_and_cosine;
pub use dihedral::{Dihedral, DihedralElement};
pub use direct_power::DirectPower;
pub use euclidean::Euclidean;
pub use free_group::{FreeGroup, Letter, Word};
pub use general_linear::GeneralLinear;
pub use integers::Integers;
pub use lattice::Lattice;
pub use lower_triangular::LowerTriangular;
pub use nonzero_reals::NonzeroReals;
pub use opposite::Opposite;
pub use orthogonal::Orthogonal;
#[cfg(feature = "proptest")]
pub(crate) use orthogonal_matrix::{Turn, turns};
pub use permutation::{NotAPermutation, Permutation};
pub use positive_reals::PositiveReals;
pub use quaternion8::{Quaternion8, QuaternionUnit, SignedUnit};
pub use semidirect::Semidirect;
pub use shears::Shears;
pub use signed_affine_line::SignedAffineLine;
pub use similarities::Similarities;
pub use special_euclidean::SpecialEuclidean;
pub use special_linear::SpecialLinear;
pub(crate) use special_linear::determinant;
pub use special_orthogonal::SpecialOrthogonal;
pub use subgroup::{NotAnElement, Subgroup};
pub use sublattice::{Sublattice, ZeroStep};
pub use symmetric::Symmetric;
pub use torus::Torus;
pub use translations::Translations;
pub use trivial_group::TrivialGroup;
pub use unit_quaternions::UnitQuaternions;
