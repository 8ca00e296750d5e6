//! Filters: maps that compute each value from values near it, or from all.

pub(super) mod boundary;
pub(super) mod convolution;
pub(super) mod dense;
pub(super) mod group_convolution;
pub(super) mod kernel;
pub(super) mod linear;
pub(super) mod pointwise;
pub(super) mod window;

pub use boundary::Boundary;
pub use convolution::{Convolution, FourierConvolution};
pub use dense::{FullyConnected, NotSquare};
pub use group_convolution::{GroupConvolution, GroupPooling, WrongKernel};
pub use kernel::Kernel;
pub use linear::commutes_with_shifts;
pub use pointwise::{Pointwise, Rectifier};
pub use window::Window;
