//! Sets: numbers, points, vectors, and what is made from other sets.

mod points;
mod reals;

pub use points::{Points, Vectors};
pub use reals::Reals;
