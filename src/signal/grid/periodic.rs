//! Signals on a grid that closes up at its ends.

use std::fmt;

use crate::signal::Refusal;

/// A function on the grid ℤ/n₁ × … × ℤ/n_D: a signal for D = 1, an image for D = 2.
///
/// # Conventions
///
/// The values are listed with the last axis running fastest; the axes of an image are rows and columns, in
/// this order, rows downward. Several channels are several signals.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Image, Signal};
///
/// let x = Signal::from(vec![5, 6, 7, 8]);
/// assert_eq!(x.shifted([1]), Signal::from(vec![8, 5, 6, 7]));
///
/// let image = Image::new([2, 3], vec![1, 2, 3, 4, 5, 6])?;
/// assert_eq!(image.shifted([1, -1]).values(), [5, 6, 4, 2, 3, 1]);
/// assert_eq!(image.get([1, 0]), Some(&4));
/// # Ok::<(), equivariant::signal::WrongLength>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Signal<T, const D: usize> {
    shape: [usize; D],
    values: Vec<T>,
}

/// A signal of rows and columns.
pub type Image<T> = Signal<T, 2>;

/// The number of values is not what the shape needs.
///
/// # Examples
///
/// ```
/// use equivariant::signal::Image;
/// let error = Image::new([2, 3], vec![0.0; 5]).unwrap_err();
/// assert_eq!(error.to_string(), "5 values given for a grid of 2 × 3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{given} values given for a grid of {}", sides(.shape))]
pub struct WrongLength {
    /// The sides of the grid.
    pub shape: Vec<usize>,
    /// How many values there are.
    pub given: usize,
}

/// The sides of a grid, in words.
pub(crate) fn sides(shape: &[usize]) -> String {
    let sides: Vec<String> = shape.iter().map(usize::to_string).collect();
    sides.join(" × ")
}

impl<T, const D: usize> Signal<T, D> {
    /// The signal with these values on a grid of this shape.
    ///
    /// # Errors
    ///
    /// [`WrongLength`], if the number of values is not the product of the sides.
    pub fn new(shape: [usize; D], values: Vec<T>) -> Result<Self, WrongLength> {
        let size = shape
            .iter()
            .try_fold(1_usize, |n, &side| n.checked_mul(side));
        if size != Some(values.len()) {
            return Err(WrongLength {
                shape: shape.to_vec(),
                given: values.len(),
            });
        }
        Ok(Signal { shape, values })
    }

    /// The signal whose value at each position a closure computes.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::Image;
    /// let ramp = Image::from_fn([2, 3], |[row, column]| 10 * row + column);
    /// assert_eq!(ramp.values(), [0, 1, 2, 10, 11, 12]);
    /// ```
    pub fn from_fn(shape: [usize; D], mut value: impl FnMut([usize; D]) -> T) -> Self {
        let size = shape.iter().product();
        let mut values = Vec::with_capacity(size);
        let mut position = [0; D];
        for _ in 0..size {
            values.push(value(position));
            for axis in (0..D).rev() {
                position[axis] += 1;
                if position[axis] < shape[axis] {
                    break;
                }
                position[axis] = 0;
            }
        }
        Signal { shape, values }
    }

    /// A signal of a shape that is known to have as many values.
    pub(crate) fn of(shape: [usize; D], values: Vec<T>) -> Self {
        debug_assert_eq!(shape.iter().product::<usize>(), values.len());
        Signal { shape, values }
    }

    /// The sides n₁, …, n_D of the grid.
    #[must_use]
    #[inline]
    pub fn shape(&self) -> [usize; D] {
        self.shape
    }

    /// The values, with the last axis running fastest.
    #[must_use]
    #[inline]
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// The values, to be changed in place.
    #[inline]
    pub fn values_mut(&mut self) -> &mut [T] {
        &mut self.values
    }

    /// The values alone.
    #[must_use]
    pub fn into_values(self) -> Vec<T> {
        self.values
    }

    /// The values as a list.
    pub(crate) fn list(&self) -> &Vec<T> {
        &self.values
    }

    /// How many values there are.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether a side is 0.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The value at a position of the grid.
    #[must_use]
    pub fn get(&self, position: [usize; D]) -> Option<&T> {
        let inside = position.iter().zip(self.shape).all(|(&i, side)| i < side);
        if inside {
            self.values.get(self.place(position))
        } else {
            None
        }
    }

    /// The value at a position, counted around the grid; `None` only if the grid is empty.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::Signal;
    /// assert_eq!(Signal::from(vec![5, 6, 7]).around([-1]), Some(&7));
    /// ```
    #[must_use]
    pub fn around(&self, position: [i64; D]) -> Option<&T> {
        if self.is_empty() {
            return None;
        }
        let around = std::array::from_fn(|axis| residue(position[axis], self.shape[axis]));
        self.values.get(self.place(around))
    }

    /// The place of a position in the list.
    #[inline]
    pub(crate) fn place(&self, position: [usize; D]) -> usize {
        let pairs = position.iter().zip(self.shape);
        pairs.fold(0, |place, (&i, side)| place * side + i)
    }

    /// The signal of the values f(x\[i\]).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::Signal;
    /// assert_eq!(Signal::from(vec![-1, 2]).map(|value| (*value).max(0)), Signal::from(vec![0, 2]));
    /// ```
    #[must_use]
    pub fn map<U>(&self, f: impl FnMut(&T) -> U) -> Signal<U, D> {
        Signal {
            shape: self.shape,
            values: self.values.iter().map(f).collect(),
        }
    }

    /// The positions of the grid, in the order of the values.
    pub fn positions(&self) -> impl Iterator<Item = [usize; D]> + use<T, D> {
        let shape = self.shape;
        (0..self.values.len()).map(move |place| position_of(shape, place))
    }
}

/// The position at this place in the list of values.
#[inline]
pub(crate) fn position_of<const D: usize>(shape: [usize; D], mut place: usize) -> [usize; D] {
    let mut position = [0; D];
    for axis in (0..D).rev() {
        position[axis] = place % shape[axis];
        place /= shape[axis];
    }
    position
}

/// The residue of i modulo n, which is not 0.
#[inline]
pub(crate) fn residue(i: i64, n: usize) -> usize {
    i128::from(i).rem_euclid(n as i128) as usize // less than n
}

impl<T: Clone, const D: usize> Signal<T, D> {
    /// The signal moved by k: (k · x)\[i\] = x\[i − k\].
    ///
    /// # Complexity
    ///
    /// One copy of the values, row by row.
    #[must_use]
    pub fn shifted(&self, by: [i64; D]) -> Self {
        if self.is_empty() || D == 0 {
            return self.clone();
        }
        let by: [usize; D] = std::array::from_fn(|axis| residue(by[axis], self.shape[axis]));
        let row = self.shape[D - 1];
        let mut values = Vec::with_capacity(self.values.len());
        for number in 0..self.values.len() / row {
            // the row that comes to this place
            let (mut rest, mut from, mut stride) = (number, 0, 1);
            for axis in (0..D - 1).rev() {
                let side = self.shape[axis];
                let position = rest % side;
                rest /= side;
                from += stride * ((position + side - by[axis]) % side);
                stride *= side;
            }
            let source = &self.values[from * row..(from + 1) * row];
            let (front, back) = source.split_at(row - by[D - 1]);
            values.extend_from_slice(back);
            values.extend_from_slice(front);
        }
        Signal {
            shape: self.shape,
            values,
        }
    }

    /// The signal y of the given shape with y[i] = x[p(i)]: what moves positions moves signals.
    pub(crate) fn gathered(
        &self,
        shape: [usize; D],
        mut from: impl FnMut([usize; D]) -> [usize; D],
    ) -> Self {
        Signal::from_fn(shape, |position| {
            self.values[self.place(from(position))].clone()
        })
    }
}

impl<const D: usize> Signal<f64, D> {
    /// That the signal is not empty, and all its values are finite.
    pub(crate) fn all_finite(&self) -> Result<(), Refusal> {
        if self.is_empty() {
            return Err(Refusal::Empty);
        }
        let mut values = self.positions().zip(&self.values);
        match values.find(|(_, value)| !value.is_finite()) {
            None => Ok(()),
            Some((position, &value)) => Err(Refusal::NotFinite {
                position: position.to_vec(),
                value,
            }),
        }
    }
}

impl<T> From<Vec<T>> for Signal<T, 1> {
    fn from(values: Vec<T>) -> Self {
        Signal {
            shape: [values.len()],
            values,
        }
    }
}

impl<T: fmt::Debug, const D: usize> fmt::Debug for Signal<T, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&nested(
            &self.shape,
            &mut self.values.iter().map(|x| format!("{x:?}")),
        ))
    }
}

/// Rows in brackets.
pub(crate) fn nested(shape: &[usize], values: &mut dyn Iterator<Item = String>) -> String {
    let Some((&side, inner)) = shape.split_first() else {
        return values.next().unwrap_or_default();
    };
    let parts: Vec<String> = (0..side).map(|_| nested(inner, values)).collect();
    format!("[{}]", parts.join(", "))
}
