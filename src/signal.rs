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
mod periodic;
mod plane_group;
mod refusal;
#[cfg(feature = "proptest")]
mod sampled;
mod signals;
pub mod wavelet;

pub use periodic::{Image, Signal, WrongLength};
pub use plane_group::{P4, P4m, p4, p4m};
pub use refusal::Refusal;
pub use signals::{Images, Signals};
