//! Signals as data: functions on a grid.

pub(super) mod axis;
#[cfg(feature = "image")]
pub(super) mod from_image;
#[cfg(feature = "ndarray")]
pub(super) mod from_ndarray;
pub(super) mod periodic;

#[cfg(feature = "image")]
pub use from_image::{TooLarge, channels};
#[cfg(feature = "ndarray")]
pub use from_ndarray::WrongAxes;
pub use periodic::{Image, Signal, WrongLength};
