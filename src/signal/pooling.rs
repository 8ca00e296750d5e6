//! Pooling: what is seen of a signal through windows, at every cell or at every few.

mod average;
mod binomial;
mod global;
mod maximum;
mod polyphase;
mod strided;
mod subsampling;

pub use average::AveragePooling;
pub use binomial::BinomialBlur;
pub use global::GlobalPooling;
pub use maximum::MaxPooling;
pub(crate) use maximum::larger;
pub use polyphase::AdaptivePolyphaseSampling;
pub use strided::{Pooling, Strided};
pub use subsampling::Subsampling;

/// A window without cells: there is nothing to see through it.
///
/// # Examples
///
/// ```
/// use equivariant::signal::MaxPooling;
/// assert_eq!(MaxPooling::new([3, 0]).unwrap_err().to_string(), "the window has no cells along axis 1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the window has no cells along axis {axis}")]
pub struct EmptyWindow {
    /// The axis, counted from 0.
    pub axis: usize,
}

/// That a window has cells.
fn with_cells<const D: usize>(window: [usize; D]) -> Result<[usize; D], EmptyWindow> {
    match window.iter().position(|&side| side == 0) {
        Some(axis) => Err(EmptyWindow { axis }),
        None => Ok(window),
    }
}
