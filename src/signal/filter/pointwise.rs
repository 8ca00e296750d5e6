//! What is done to each value by itself.

use crate::action::GSet;
use crate::group::Group;
use crate::groups::{Lattice, PositiveReals, Symmetric};
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::Reals;
use crate::signal::{Signal, Signals};

/// A function of each value by itself: y\[i\] = f(x\[i\]).
///
/// It moves with shifts, and with every permutation of the cells.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Pointwise, Signal}};
/// let squares = Pointwise(|value: f64| value * value);
/// assert_eq!(squares.apply(&Signal::from(vec![1.0, -2.0])).values(), [1.0, 4.0]);
/// Check::default().equivariant(&squares.equivariant::<2>())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pointwise<F>(pub F);

impl<F: Fn(f64) -> f64> Pointwise<F> {
    /// The value.
    #[must_use]
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Signal<f64, D> {
        x.map(|&value| (self.0)(value))
    }

    /// The map with its claim under shifts: f(k·x) = k·f(x).
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Signals<Reals, D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default();
        EquivariantMap::new(Lattice, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }

    /// The map with its claim on any set of signals of which a group moves the values from cell to cell: f(g·x) = g·f(x).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Dihedral, sets::Reals, signal::{FeatureMaps, Pointwise, p4m}};
    /// let maps = FeatureMaps::<_, Dihedral>::regular(Reals::default(), 2);
    /// Check::default().equivariant(&Pointwise(f64::tanh).equivariant_on(p4m(), maps))?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn equivariant_on<G, X, const D: usize>(
        self,
        group: G,
        signals: X,
    ) -> EquivariantMap<G, X, X, impl Fn(&Signal<f64, D>) -> Signal<f64, D>>
    where
        G: Group,
        X: GSet<G> + Set<Element = Signal<f64, D>> + Clone,
    {
        EquivariantMap::new(
            group,
            signals.clone(),
            signals,
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }

    /// The map with its claim under the permutations of the cells of a grid of this shape.
    pub fn equivariant_under_permutations<const D: usize>(
        self,
        shape: [usize; D],
    ) -> EquivariantMap<
        Symmetric,
        Signals<Reals, D>,
        Signals<Reals, D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default().of_shape(shape);
        let cells = Symmetric::new(shape.iter().product());
        EquivariantMap::new(cells, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }
}

/// The rectifier: max(x\[i\], 0), with which networks bend what is linear.
///
/// Beside shifts it moves with positive factors, max(c x, 0) = c max(x, 0) for c > 0, and not with −1.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{Rectifier, Signal}};
/// assert_eq!(Rectifier.apply(&Signal::from(vec![3.0, -1.0])).values(), [3.0, 0.0]);
/// Check::default().equivariant(&Rectifier.equivariant::<1>())?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rectifier;

impl Rectifier {
    /// The value; a NaN stays one.
    #[must_use]
    pub fn apply<const D: usize>(&self, x: &Signal<f64, D>) -> Signal<f64, D> {
        x.map(|&value| if value < 0.0 { 0.0 } else { value })
    }

    /// The map with its claim under shifts k and factors c > 0: f(c k·x) = c k·f(x).
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        (Lattice<D>, PositiveReals),
        Signals<Reals, D>,
        Signals<Reals, D>,
        impl Fn(&Signal<f64, D>) -> Signal<f64, D>,
    > {
        let signals = Signals::default();
        let group = (Lattice, PositiveReals::default());
        EquivariantMap::new(group, signals, signals, move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }
}
