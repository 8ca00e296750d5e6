//! Sets of signals and of what is read from them, and the groups that move them.

pub(super) mod actions;
pub(super) mod displacement;
pub(super) mod feature_maps;
pub(super) mod finite_support;
pub(super) mod intensities;
pub(super) mod permuted;
pub(super) mod plane_group;
#[cfg(feature = "proptest")]
pub(super) mod sampled;
pub(super) mod signals;

pub use displacement::Displacements;
pub use feature_maps::{FeatureMaps, as_feature_maps};
pub use finite_support::{FiniteSupport, FiniteSupports};
pub use intensities::Intensities;
pub use plane_group::{P4, P4m, PlaneGroup, PointGroup, p4, p4m};
pub use signals::{Images, Signals};
