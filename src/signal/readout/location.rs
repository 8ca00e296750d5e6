//! Where things are in a signal.

mod argmax;
mod booleans;
mod cells;

pub use argmax::{Argmax, Maximisers};
pub use booleans::Booleans;
pub use cells::{Cell, Cells};
