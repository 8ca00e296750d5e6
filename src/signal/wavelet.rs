//! Wavelets: transforms that are equivariant to some shifts, to all, or nearly invariant.
//!
//! | transform | group | φ | redundancy |
//! |---|---|---|---|
//! | [`DiscreteWaveletTransform`] | 2ᴶℤᴰ | a band of level j by k/2ʲ | 1 |
//! | [`StationaryWaveletTransform`] | ℤᴰ | each band by k | 1 + J (2ᴰ − 1) |
//! | [`DualTreeTransform`] | 2ᴶℤᴰ; its moduli nearly ℤᴰ | a band of level j by k/2ʲ | 2ᴰ |
//! | [`ScatteringTransform`] | 2ᴶℤ; nearly invariant to ℤ | every path by k/2ᴶ | – |
//! | [`CycleSpinning`] of a denoiser along sℤᴰ | ℤᴰ | k | – |
//! | [`TranslationInvariantDenoiser`] | ℤᴰ | k | – |
//!
//! # Examples
//!
//! A discrete transform moves with shifts by 2ᴶ, and with no others.
//!
//! ```
//! use equivariant::{Check, EquivariantMap, groups::Lattice};
//! use equivariant::signal::wavelet::{DiscreteWaveletTransform, Wavelet};
//!
//! let transform = DiscreteWaveletTransform::<1>::new(Wavelet::symlet(4)?, 2)?;
//! let claim = transform.equivariant();
//! Check::default().equivariant(&claim)?;
//!
//! let (domain, codomain) = (*claim.domain(), claim.codomain().clone());
//! let along_all = EquivariantMap::new(Lattice::<1>, domain, codomain, |x| transform.apply(x));
//! assert!(Check::default().equivariant(&along_all).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bands;
mod coefficients;
mod combination;
mod correlation;
mod cycle_spinning;
mod decomposition;
mod denoiser;
mod discrete;
mod dual_tree;
mod filter_bank;
mod level;
mod morlet;
mod scattering;
mod stationary;
mod threshold;

pub use bands::Bands;
pub use cycle_spinning::CycleSpinning;
pub use decomposition::{Decomposition, TooManyLevels};
pub use denoiser::TranslationInvariantDenoiser;
pub use discrete::DiscreteWaveletTransform;
pub use dual_tree::{DualTreeTransform, NearSymmetric, QShift};
pub use filter_bank::{NoSuchWavelet, NotOrthogonal, Wavelet};
pub use scattering::{NoScattering, ScatteringTransform};
pub use stationary::StationaryWaveletTransform;
pub use threshold::{NotAThreshold, Threshold};
