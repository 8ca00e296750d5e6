//! Sets: which values belong, how far apart two are, when two are the same.

pub(crate) mod coordinates;
mod finite;
mod forward;
mod parts;
mod real;
mod tolerance;
mod within;

#[cfg(feature = "proptest")]
pub(crate) use coordinates::mixed;
pub(crate) use coordinates::{largest, wobble};
pub use finite::FiniteSet;
pub(crate) use forward::{forward_finite_set, forward_set};
pub(crate) use parts::set_of_parts;
pub use real::Real;
pub use tolerance::{Discrepancy, Tolerance};
pub use within::Within;

use std::fmt::Debug;

/// A set of values: which belong, and how far apart two of them are.
///
/// The structure is a value, its elements are plain data that do not know it. All questions of
/// equality are answered here and nowhere else: a law compares through the set and sees no epsilon.
///
/// # Laws
///
/// ```text
/// reflexive                  d(x, x)  ~  0
/// symmetric                  d(x, y)  ~  d(y, x)
/// triangle         d(x, y) + d(y, z)  ≥  d(x, z)
/// ```
///
/// # Conventions
///
/// `distance` is a metric in the set's own units; it may be infinite (between samples of different
/// length, say). A NaN is the same as nothing, not even itself.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, Tolerance, sets::Reals};
///
/// let reals = Reals::<f64>::default();
/// assert!(reals.same(&(0.1 + 0.2), &0.3));            // equal up to rounding
/// assert!(!reals.same(&1e-20, &2e-20));               // small is not the same as zero
/// assert!(!reals.same(&f64::NAN, &f64::NAN));
/// assert!(reals.within(Tolerance::absolute(0.1)).same(&1.0, &1.05));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set",
    label = "this must implement `equivariant::Set`",
    note = "a set is a value that answers `contains` and `distance`; its elements are plain data",
    note = "for a ready-made one see `equivariant::sets`, for instance `Reals`, `Points::<3>`, `Power::new(Reals::default())`"
)]
pub trait Set {
    /// The type of the elements. It may have more values than the set has elements.
    type Element: Clone + Debug;

    /// Whether `x` belongs to the set.
    fn contains(&self, x: &Self::Element) -> bool;

    /// How far `x` is from `y`, in the set's own units.
    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64;

    /// How large `x` is, in the units of [`distance`](Set::distance): rounding is allowed in
    /// proportion to it. Zero in an exact set.
    fn magnitude(&self, _x: &Self::Element) -> f64 {
        0.0
    }

    /// By how much two elements may differ and still be the same.
    fn tolerance(&self) -> Tolerance {
        Tolerance::EXACT
    }

    /// The distance of `x` and `y` beside what is allowed.
    fn discrepancy(&self, x: &Self::Element, y: &Self::Element) -> Discrepancy {
        Discrepancy {
            distance: self.distance(x, y),
            allowance: self
                .tolerance()
                .allowance(self.magnitude(x).max(self.magnitude(y))),
        }
    }

    /// Whether `x` and `y` are the same element, up to the tolerance of the set.
    fn same(&self, x: &Self::Element, y: &Self::Element) -> bool {
        self.discrepancy(x, y).is_allowed()
    }

    /// Whether `x` and `y` differ by more than rounding: the quick question for counting what moved.
    ///
    /// The default is the opposite of [`same`](Set::same). A set of many components overrides it to
    /// stop at the first that differs by more than its own rounding.
    fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
        !self.same(x, y)
    }

    /// An element near `x`: about `reach` away, in the units of [`distance`](Set::distance), in one of
    /// many directions that `direction` numbers. `None` in an exact set, where nothing is near.
    ///
    /// A law uses it to tell rounding from a real difference: see
    /// [`Equation`](crate::law::Equation).
    fn nudge(&self, _x: &Self::Element, _reach: f64, _direction: u64) -> Option<Self::Element> {
        None
    }

    /// The number c with `x` = c · `y`, if the elements have multiples and there is one.
    ///
    /// It lets a failed law say "equal up to the sign".
    fn ratio(&self, _x: &Self::Element, _y: &Self::Element) -> Option<f64> {
        None
    }

    /// Other ways to write the same element: other representatives of a coset, the opposite vector
    /// on a line. Empty where an element is written in one way.
    ///
    /// A map has to give all of them the same value, or it is not well defined.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Set, sets::Lines};
    /// use nalgebra::vector;
    /// assert_eq!(Lines::<2>::default().representatives(&vector![1.0, 0.0])[0], vector![-1.0, 0.0]);
    /// ```
    fn representatives(&self, _x: &Self::Element) -> Vec<Self::Element> {
        Vec::new()
    }

    /// `x` in words, as a counterexample shows it.
    fn describe(&self, x: &Self::Element) -> String {
        format!("{x:?}")
    }

    /// The same set, compared with another tolerance.
    ///
    /// ```
    /// use equivariant::{Set, Tolerance, sets::Reals};
    /// let grey = Reals::<f64>::default().within(Tolerance::absolute(1.0));
    /// assert!(grey.same(&127.0, &128.0));
    /// ```
    fn within(self, tolerance: Tolerance) -> Within<Self>
    where
        Self: Sized,
    {
        Within::new(self, tolerance)
    }
}
