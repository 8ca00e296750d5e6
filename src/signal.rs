//! Signals and images: what is equivariant to translation, what is invariant, what is neither.
//!
//! A [`Signal`] is a function on a grid that closes up at its ends, an image is a signal of two axes. They
//! are the elements of the G-set [`Signals`], on which translations act by
//!
//! ```text
//! (k · x)[i] = x[i − k]
//! ```
//!
//! and turns and mirrors in the same way; what scales numbers acts on the values.
//!
//! # Examples
//!
//! Every second sample: equivariant for shifts by two, and for no others.
//!
//! ```
//! use equivariant::{Check, EquivariantMap, signal::{Signal, Signals}};
//! use equivariant::{groups::{Lattice, Sublattice}, homomorphisms::Division, sets::Reals};
//!
//! let even = Signals::<Reals, 1>::default().divisible_by([2]);
//! let halves = Signals::<Reals, 1>::default();
//! let every_second = |x: &Signal<f64, 1>| x.values().iter().copied().step_by(2).collect::<Vec<_>>().into();
//!
//! let phi = Division::new(Sublattice::new([2])?);
//! let along_steps = EquivariantMap::along(phi, even, halves, every_second);
//! Check::default().equivariant(&along_steps)?;
//!
//! let along_all = EquivariantMap::new(Lattice::<1>, even, halves, every_second);
//! assert!(Check::default().equivariant(&along_all).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod actions;
mod axis;
mod centre;
mod dense;
mod feature_maps;
mod finite_support;
mod group_convolution;
mod histogram;
mod intensities;
mod location;
mod moments;
pub mod network;
mod periodic;
mod permuted;
mod plane_group;
mod pointwise;
mod polyphase;
mod pooling;
mod pyramid;
mod refusal;
#[cfg(feature = "proptest")]
mod sampled;
mod signals;
mod sum;

pub use centre::{CentreOfMass, CircularMean, Embedding, embedding};
pub use dense::{FullyConnected, NotSquare};
pub use feature_maps::{FeatureMaps, PlaneGroup, PointGroup, as_feature_maps};
pub use finite_support::{FiniteSupport, FiniteSupports};
pub use group_convolution::{GroupConvolution, GroupPooling, WrongKernel};
pub use histogram::{Histogram, Sorted, WrongEdges};
pub use intensities::Intensities;
pub use location::{Argmax, Booleans, Cell, Cells, Maximisers};
pub use moments::{CentralMoments, HuMoments, HuValues, ZernikeMoments, orientation};
pub use periodic::{Image, Signal, WrongLength};
pub use plane_group::{P4, P4m, p4, p4m};
pub use pointwise::{Pointwise, Rectifier};
pub use polyphase::AdaptivePolyphaseSampling;
pub use pooling::{
    AveragePooling, BinomialBlur, EmptyWindow, GlobalPooling, MaxPooling, Pooling, Strided,
    Subsampling,
};
pub use pyramid::{Bands, GaussianPyramid, LaplacianPyramid, TooManyLevels};
pub use refusal::Refusal;
pub use signals::{Images, Signals};
