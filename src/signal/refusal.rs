//! Why a map refuses a signal.

use super::grid::periodic::sides;

/// Why a map has no value for a signal.
///
/// What is refused is refused wherever it is: a map refuses g·x exactly if it refuses x.
///
/// # Examples
///
/// ```
/// use equivariant::signal::Refusal;
/// let refusal = Refusal::Indivisible { axis: 0, side: 5, divisor: 2 };
/// assert_eq!(refusal.to_string(), "the side along axis 0 is 5, which is not a multiple of 2");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The grid has no cells.
    #[error("the signal is empty")]
    Empty,
    /// A side is no multiple of what it has to be.
    #[error("the side along axis {axis} is {side}, which is not a multiple of {divisor}")]
    Indivisible {
        /// The axis, counted from 0.
        axis: usize,
        /// The side of the grid.
        side: usize,
        /// What it has to be a multiple of.
        divisor: usize,
    },
    /// Two signals that belong together differ in shape, or a signal has not the shape that a map is for.
    #[error("a grid of {}, where one of {} is needed", sides(.found), sides(.needed))]
    Shape {
        /// The shape at hand.
        found: Vec<usize>,
        /// The shape that is needed.
        needed: Vec<usize>,
    },
    /// A value is not finite.
    #[error("the value at {position:?} is {value}")]
    NotFinite {
        /// Where.
        position: Vec<usize>,
        /// NaN or infinite.
        value: f64,
    },
    /// There is no answer for this signal, for the reason given.
    #[error("{0}")]
    Degenerate(&'static str),
}
