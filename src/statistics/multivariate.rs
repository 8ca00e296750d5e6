//! Estimators for points in space.
//!
//! Which transformations an estimator moves with is a choice, and a larger group is not always better:
//!
//! | estimator | moves with |
//! |---|---|
//! | [`CentreOfMass`], [`Covariance`], [`Mahalanobis`] | affine maps |
//! //! | [`TylerShape`], [`HettmanspergerRandles`], [`TransformationRetransformationMedian`] | affine maps |
//! | [`HalfSpaceDepth`], [`TukeyMedian`], [`OjaMedian`], in the plane | affine maps, in [general position](GeneralPosition) |
//! | [`MinimumCovarianceDeterminant`], of lists | affine maps |
//! | [`InvariantCoordinates`], a frame | affine maps |
//! | [`TylerCoordinates`], a frame up to a rotation | affine maps |
//! | [`SpatialMedian`], [`SpatialQuantile`] | similarities |
//! | [`quantiles`] in coordinates of the sample's own | affine maps |
//! | [`CoordinatewiseMedian`] | changes of units and origin of each axis |
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, multivariate::{CentreOfMass, CoordinatewiseMedian}};
//! use nalgebra::point;
//! let sample = [point![0.0, 0.0], point![1.0, 0.0], point![0.0, 1.0], point![99.0, 99.0], point![1.0, 1.0]];
//! assert_eq!(CentreOfMass.estimate(&sample)?, point![20.2, 20.2]);
//! assert_eq!(CoordinatewiseMedian.estimate(&sample)?, point![1.0, 1.0]);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod centre_of_mass;
pub(in crate::statistics) mod chi_squared;
mod convex;
mod coordinatewise_median;
mod covariance;
mod crossing;
mod depth_region;
mod exact;
mod general_position;
mod half_space_depth;
mod hettmansperger_randles;
mod invariant_coordinates;
mod least_areas;
mod least_distances;
mod mahalanobis;
mod minimum_covariance_determinant;
mod oja_median;
mod orientation;
pub mod quantiles;
mod shapes;
mod spatial_median;
mod spatial_quantile;
mod standardised;
mod transformation_retransformation;
mod tukey_median;
mod turned_frames;
mod tyler;
mod tyler_coordinates;

pub use centre_of_mass::CentreOfMass;
pub use coordinatewise_median::CoordinatewiseMedian;
pub use covariance::Covariance;
pub use general_position::GeneralPosition;
pub use half_space_depth::HalfSpaceDepth;
pub use hettmansperger_randles::HettmanspergerRandles;
pub use invariant_coordinates::InvariantCoordinates;
pub use mahalanobis::Mahalanobis;
pub use minimum_covariance_determinant::{
    MinimumCovarianceDeterminant, OutsidePortions, RobustFit,
};
pub use oja_median::OjaMedian;
pub use shapes::Shapes;
pub use spatial_median::SpatialMedian;
pub use spatial_quantile::{
    Indexed, Indices, OutsideBall, SampleAndIndex, SpatialQuantile, Turning,
};
pub use transformation_retransformation::TransformationRetransformationMedian;
pub use tukey_median::{DeepestRegion, TukeyMedian};
pub use turned_frames::TurnedFrames;
pub use tyler::TylerShape;
pub use tyler_coordinates::TylerCoordinates;
