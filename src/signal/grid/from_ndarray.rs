//! Signals from the arrays of the crate `ndarray`, and back.

use ndarray::{ArrayBase, ArrayD, Data, Dimension, IxDyn};

use crate::signal::Signal;

/// An array with another number of axes than the signal.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Image, Signal};
/// let array = ndarray::array![[1, 2, 3], [4, 5, 6]];
/// assert_eq!(Image::try_from(&array)?.get([1, 2]), Some(&6));
/// let error = Signal::<i32, 1>::try_from(&array).unwrap_err();
/// assert_eq!(error.to_string(), "an array of 2 axes, where a signal of 1 is needed");
/// # Ok::<(), equivariant::signal::WrongAxes>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an array of {found} axes, where a signal of {needed} is needed")]
pub struct WrongAxes {
    /// How many axes the array has.
    pub found: usize,
    /// How many the signal has.
    pub needed: usize,
}

/// The signal with the values of an array, whatever their order in memory.
impl<T, S, I, const D: usize> TryFrom<&ArrayBase<S, I>> for Signal<T, D>
where
    T: Clone,
    S: Data<Elem = T>,
    I: Dimension,
{
    type Error = WrongAxes;

    fn try_from(array: &ArrayBase<S, I>) -> Result<Self, WrongAxes> {
        let shape = array.shape().try_into().map_err(|_| WrongAxes {
            found: array.ndim(),
            needed: D,
        })?;
        Ok(Signal::of(shape, array.iter().cloned().collect()))
    }
}

/// The array with the values of a signal, the last axis running fastest.
///
/// # Examples
///
/// ```
/// use equivariant::signal::Image;
/// let image = Image::new([2, 3], vec![1, 2, 3, 4, 5, 6])?;
/// let array: ndarray::ArrayD<i32> = image.into();
/// assert_eq!(array, ndarray::array![[1, 2, 3], [4, 5, 6]].into_dyn());
/// # Ok::<(), equivariant::signal::WrongLength>(())
/// ```
impl<T: Clone, const D: usize> From<Signal<T, D>> for ArrayD<T> {
    fn from(signal: Signal<T, D>) -> Self {
        ArrayD::from_shape_fn(IxDyn(&signal.shape()), |index| {
            let position = std::array::from_fn(|axis| index[axis]);
            signal.values()[signal.place(position)].clone()
        })
    }
}
