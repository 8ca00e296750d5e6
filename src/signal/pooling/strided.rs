//! Pooling at every few cells.

use crate::action::Pullback;
use crate::groups::{Sublattice, ZeroStep};
use crate::homomorphisms::Division;
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Signal, Signals};

/// A map of signals that moves with all shifts, and can be computed at every s-th cell alone.
///
/// # Laws
///
/// ```text
/// apply_every(x, s)[i]  ~  apply_every(x, 1)[s i]
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::signal::{MaxPooling, Pooling, Signal};
/// let x = Signal::from(vec![3, 1, 4, 1, 5, 9]);
/// assert_eq!(MaxPooling::new([3])?.apply_every(&x, [2]).values(), [4, 5, 9]);
/// # Ok::<(), equivariant::signal::EmptyWindow>(())
/// ```
pub trait Pooling<T, const D: usize> {
    /// The values at the cells s i, for all i with which they are in the grid. The steps are not 0.
    fn apply_every(&self, x: &Signal<T, D>, steps: [usize; D]) -> Signal<T, D>;
}

/// A [`Pooling`] at every s-th cell: y\[i\] = p(x)\[s i\].
///
/// Along sℤᴰ it is equivariant, with half the shift for s = 2; along ℤᴰ it is not, for a shift by less than s is one by a
/// part of a cell of y.
///
/// # Conventions
///
/// Of a side that is no multiple of s the cells 0, s, 2s, … are kept; such grids close up differently, and the claim is
/// not made for them.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, EquivariantMap, groups::Lattice, sets::Reals, signal::{MaxPooling, Signals, Strided}};
///
/// let pooled = Strided::new(MaxPooling::new([2, 2])?, [2, 2])?;
/// Check::default().equivariant(&pooled.equivariant())?;
///
/// let even = Signals::<Reals, 2>::default().divisible_by([2, 2]);
/// let too_much = EquivariantMap::new(Lattice, even, Signals::<Reals, 2>::default(), |x| pooled.apply(x));
/// assert!(Check::default().equivariant(&too_much).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strided<P, const D: usize> {
    pooling: P,
    steps: Sublattice<D>,
}

impl<P, const D: usize> Strided<P, D> {
    /// The map at every s-th cell.
    ///
    /// # Errors
    ///
    /// [`ZeroStep`], if a step is 0.
    pub fn new(pooling: P, steps: [u32; D]) -> Result<Self, ZeroStep> {
        Ok(Strided {
            pooling,
            steps: Sublattice::new(steps)?,
        })
    }

    /// The map at every cell.
    pub fn pooling(&self) -> &P {
        &self.pooling
    }

    /// The shifts under which it is equivariant: multiples of the steps.
    pub fn shifts(&self) -> Sublattice<D> {
        self.steps
    }

    /// The value at every s-th cell.
    #[must_use]
    pub fn apply<T>(&self, x: &Signal<T, D>) -> Signal<T, D>
    where
        P: Pooling<T, D>,
    {
        let steps = self.steps.steps().map(|step| step as usize);
        self.pooling.apply_every(x, steps)
    }

    /// The map with its claim: f(k·x) = (k/s)·f(x) for multiples k of s.
    pub fn equivariant(
        self,
    ) -> EquivariantMap<
        Sublattice<D>,
        Signals<Reals, D>,
        Pullback<Division<D>, Signals<Reals, D>>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    >
    where
        P: Pooling<f64, D>,
    {
        let steps = self.steps.steps().map(|step| step as usize);
        EquivariantMap::along(
            Division::new(self.steps),
            Signals::default().divisible_by(steps),
            Signals::default(),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}
