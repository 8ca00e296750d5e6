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
mod bispectrum;
mod boundary;
mod centre;
mod convolution;
mod dense;
mod displacement;
mod feature_maps;
mod finite_support;
mod fourier;
mod fourier_shift;
#[cfg(feature = "image")]
mod from_image;
#[cfg(feature = "ndarray")]
mod from_ndarray;
mod group_convolution;
mod histogram;
mod intensities;
mod kernel;
mod linear;
mod location;
mod moments;
pub mod network;
mod periodic;
mod permuted;
mod phase_correlation;
mod plane_group;
mod pointwise;
mod polyphase;
mod pooling;
mod power_spectrum;
mod pyramid;
mod refusal;
mod resampling;
#[cfg(feature = "proptest")]
mod sampled;
mod sensitivity;
mod signals;
mod sum;
mod truth_table;
pub mod wavelet;
mod window;

pub use bispectrum::Bispectrum;
pub use boundary::Boundary;
pub use centre::{CentreOfMass, CircularMean, Embedding, embedding};
pub use convolution::{Convolution, FourierConvolution};
pub use dense::{FullyConnected, NotSquare};
pub use displacement::Displacements;
pub use feature_maps::{FeatureMaps, as_feature_maps};
pub use finite_support::{FiniteSupport, FiniteSupports};
pub use fourier::{Fourier, Spectra};
pub use fourier_shift::FourierShift;
#[cfg(feature = "image")]
pub use from_image::{TooLarge, channels};
#[cfg(feature = "ndarray")]
pub use from_ndarray::WrongAxes;
pub use group_convolution::{GroupConvolution, GroupPooling, WrongKernel};
pub use histogram::{Histogram, Sorted, WrongEdges};
pub use intensities::Intensities;
pub use kernel::Kernel;
pub use linear::commutes_with_shifts;
pub use location::{Argmax, Booleans, Cell, Cells, Maximisers};
pub use moments::{CentralMoments, HuMoments, HuValues, ZernikeMoments, orientation};
pub use periodic::{Image, Signal, WrongLength};
pub use phase_correlation::PhaseCorrelation;
pub use plane_group::{P4, P4m, PlaneGroup, PointGroup, p4, p4m};
pub use pointwise::{Pointwise, Rectifier};
pub use polyphase::AdaptivePolyphaseSampling;
pub use pooling::{
    AveragePooling, BinomialBlur, EmptyWindow, GlobalPooling, MaxPooling, Pooling, Strided,
    Subsampling,
};
pub use power_spectrum::{Autocorrelation, PowerSpectrum};
pub use pyramid::{Bands, GaussianPyramid, LaplacianPyramid, TooManyLevels};
pub use refusal::Refusal;
pub use resampling::{Interpolation, Resampling};
pub use sensitivity::{Sensitivity, consistency};
pub use signals::{Images, Signals};
pub use truth_table::{Row, Strength, truth_table};
pub use window::Window;
