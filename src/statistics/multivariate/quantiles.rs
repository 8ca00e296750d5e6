//! Quantiles of samples in space, and what an affine map does to their index.
//!
//! A quantile Q(x, u) of a sample x has an index u that says in which direction from the middle it is
//! and how far out. If the sample moves, the index may have to move too:
//!
//! ```text
//! equivariant    Q(g·x, v)  ~  g·Q(x, u)     where v = v(g, x) u
//! cocycle       v(g·h, x)  ~  v(g, h·x) v(h, x)
//! ```
//!
//! The cocycle is what makes g·(x, u) = (g·x, v(g, x) u) an action of the group on samples with an
//! index, and Q an equivariant map for it. For a [`SpatialQuantile`](super::SpatialQuantile), v(g, x) is the rotation in
//! the similarity g. Seen from coordinates ρ(x) that the sample itself chooses, and carried back,
//!
//! ```text
//! Q_ρ(x, u) = ρ(x)·Q(ρ(x)⁻¹·x, u)          v(g, x) = ρ(g·x)⁻¹·g·ρ(x)
//! ```
//!
//! it moves with all affine maps, if only v(g, x) is orthogonal. Where ρ is a frame, v is 1 and the index
//! stays, whatever quantile is taken; where ρ is a frame up to a rotation, the sample has a say in how the
//! index turns.
//!
//! What survives and what does not:
//!
//! | | spatial | in Tyler's coordinates | in invariant coordinates | of each coordinate |
//! |---|---|---|---|---|
//! | | [`SpatialQuantile`](super::SpatialQuantile) | [`IndexedBy`]`(`[`TylerCoordinates`](super::TylerCoordinates)`)` | [`AffineQuantile`] | a [`Quantile`](crate::statistics::quantile::Quantile) of level (1 + uⱼ)/2 |
//! | moves with one unit for all axes, u fixed | yes | yes | yes | yes |
//! | moves with rotations, u fixed | no | no | yes | no |
//! | moves with rotations, u turned by them | yes | no | no | no |
//! | moves with a unit for each axis, u fixed | no | yes | yes | yes |
//! | moves with triangular maps, u fixed | no | yes | yes | no |
//! | moves with affine maps, u fixed | no | no | yes | no |
//! | moves with affine maps, u turned by the sample | no | yes | yes, v = 1 | no |
//! | the median, u = 0, moves with affine maps | no | yes | yes | no |
//! | outlyingness is invariant under similarities | yes | yes | yes | no |
//! | outlyingness is invariant under affine maps | no | yes | yes | no |
//! | exists for samples with a centre of symmetry | yes | yes | no | yes |
//! | exists for samples on a line | yes | no | no | yes |
//!
//! Every cell is a test. How many outliers a quantile withstands is a matter of the coordinates, and none is
//! claimed here: both kinds are about the mean.
//!
//! # References
//!
//! R. Serfling, Equivariance and invariance properties of multivariate quantile and related functions,
//! and the role of standardisation, *Journal of Nonparametric Statistics* 22 (2010).

mod affine_outlyingness;
mod affine_quantile;
mod coordinates;
mod indexed_by;

pub use affine_outlyingness::AffineOutlyingness;
pub use affine_quantile::AffineQuantile;
pub use coordinates::Coordinates;
pub use indexed_by::IndexedBy;
