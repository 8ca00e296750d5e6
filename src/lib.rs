#![doc = include_str!("../README.md")]

pub mod action;
#[cfg(doctest)]
mod chapters;
mod exhaustive;
pub mod frame;
pub mod group;
pub mod groups;
pub mod homomorphism;
pub mod homomorphisms;
pub mod law;
pub mod map;
mod set;
pub mod sets;
#[cfg(feature = "signal")]
pub mod signal;
#[cfg(feature = "statistics")]
pub mod statistics;
#[cfg(feature = "proptest")]
pub mod strategy;

pub use action::{Cocycle, Equipped, GSet, LeftAction, Pullback, Trivial};
pub use exhaustive::Exhaustive;
pub use frame::Frame;
#[cfg(feature = "rand")]
pub use group::HaarMeasure;
pub use group::{Abelian, Generated, Group, LieGroup};
pub use homomorphism::Homomorphism;
pub use law::{Diagnosis, Report, Violation};
pub use map::EquivariantMap;
pub use set::{Discrepancy, FiniteSet, Real, Set, Tolerance, Within};
#[cfg(feature = "proptest")]
pub use strategy::{Check, Sampled};
