//! Estimators of rotations in space.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, rotation::ChordalMean};
//! use nalgebra::{Rotation3, Vector3};
//! let about_z = |angle: f64| Rotation3::from_axis_angle(&Vector3::z_axis(), angle);
//! let mean = ChordalMean.estimate(&[about_z(3.0), about_z(-3.0)])?;
//! assert!((mean.matrix() - about_z(std::f64::consts::PI).matrix()).norm() < 1e-15);
//! # Ok::<(), equivariant::statistics::Refusal>(())
//! ```

mod chordal_mean;
mod correspondence;
mod geodesic_mean;
mod geodesic_median;
mod projection;
mod tangent;
mod wahba;

pub use chordal_mean::ChordalMean;
pub use correspondence::{Correspondence, Correspondences};
pub use geodesic_mean::GeodesicMean;
pub use geodesic_median::GeodesicMedian;
pub use wahba::Wahba;

pub(super) use chordal_mean::rotations;
pub(super) use projection::nearest_rotation;
