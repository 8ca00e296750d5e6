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

mod filter;
mod grid;
mod interpolation;
pub mod network;
mod pooling;
mod pyramid;
mod readout;
mod refusal;
mod sensitivity;
mod sets;
mod spectrum;
mod sum;
mod truth_table;
pub mod wavelet;

pub use filter::{
    Boundary, Convolution, FourierConvolution, FullyConnected, GroupConvolution, GroupPooling,
    Kernel, NotSquare, Pointwise, Rectifier, Window, WrongKernel, commutes_with_shifts,
};
#[cfg(feature = "ndarray")]
pub use grid::WrongAxes;
pub use grid::{Image, Signal, WrongLength};
#[cfg(feature = "image")]
pub use grid::{TooLarge, channels};
pub use interpolation::{FourierShift, Interpolation, Resampling};
pub use pooling::{
    AdaptivePolyphaseSampling, AveragePooling, BinomialBlur, EmptyWindow, GlobalPooling,
    MaxPooling, Pooling, Strided, Subsampling,
};
pub use pyramid::{Bands, GaussianPyramid, LaplacianPyramid, TooManyLevels};
pub use readout::{
    Argmax, Booleans, Cell, Cells, CentralMoments, CentreOfMass, CircularMean, Embedding,
    Histogram, HuMoments, HuValues, Maximisers, Sorted, WrongEdges, ZernikeMoments, embedding,
    orientation,
};
pub use refusal::Refusal;
pub use sensitivity::{Sensitivity, consistency};
pub use sets::{
    Displacements, FeatureMaps, FiniteSupport, FiniteSupports, Images, Intensities, P4, P4m,
    PlaneGroup, PointGroup, Signals, as_feature_maps, p4, p4m,
};
pub use spectrum::{
    Autocorrelation, Bispectrum, Fourier, PhaseCorrelation, PowerSpectrum, Spectra,
};
pub use truth_table::{Row, Strength, truth_table};
