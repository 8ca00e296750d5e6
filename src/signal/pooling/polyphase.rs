//! Adaptive polyphase sampling: every few cells, beginning where the signal itself says.

mod choice;

use nalgebra::SVector;

use self::choice::Choice;
use crate::action::{Cocycle, SkewProduct};
use crate::groups::{Lattice, Sublattice, ZeroStep};
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Refusal, Signal, Signals};

/// Adaptive polyphase sampling: of the sᴰ polyphase components x_j\[i\] = x\[s i + j\] the one with the largest norm.
///
/// Sampling at the cells s i forgets what a shift by less than s does. Here the component is chosen by what it is and
/// not by where it is: a shifted signal has the same components, elsewhere, and the same one is chosen. The value
/// moves by a whole number of cells that depends on the signal.
///
/// # Laws
///
/// ```text
/// f(k·x) = c(k, x)·f(x)      with the cocycle  c(k, x) = (k + j(x) − j(k·x))/s
/// ```
///
/// This division has no rest, for the component j of x is the component j + k of k·x.
///
/// # Conventions
///
/// The norm is the Euclidean one, from an exact sum of the squares: it does not depend on the order of the values, and
/// norms tie if and only if they are equal. Among components that tie, the one is chosen in which the
/// signal begins that is the largest, value after value, of all shifts of x that begin in one of them. It is decided by
/// x up to shifts, which no rule that takes the first in a list is.
///
/// Only a signal that has a period that is no multiple of s, a constant one for example, has no such component: then k·x = x for
/// a k that cannot be divided by s, and no choice j is equivariant. Its value is the component in
/// which the largest of its shifts begins, and begins at the beginning of it: an invariant. On these signals c is 0.
///
/// Sides that are no multiples of s are gone around, and the claim is not made for them.
///
/// # Complexity
///
/// O(n); O(n log² n) where components tie.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{AdaptivePolyphaseSampling, Signal}};
///
/// let sampling = AdaptivePolyphaseSampling::new([2])?;
/// let x = Signal::from(vec![0.0, 3.0, 2.0, 0.0, 0.0, 0.0]);
/// assert_eq!(sampling.component(&x), Some([1]));
/// assert_eq!(sampling.apply(&x).values(), [3.0, 0.0, 0.0]);
/// assert_eq!(sampling.apply(&x.shifted([1])).values(), [0.0, 3.0, 0.0]);
/// Check::default().equivariant(&sampling.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// A. Chaman and I. Dokmanić, “Truly shift-invariant convolutional neural networks” (CVPR, 2021).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdaptivePolyphaseSampling<const D: usize> {
    steps: Sublattice<D>,
}

impl<const D: usize> AdaptivePolyphaseSampling<D> {
    /// The sampling at every s-th cell along each axis.
    ///
    /// # Errors
    ///
    /// [`ZeroStep`], if a step is 0.
    pub fn new(steps: [u32; D]) -> Result<Self, ZeroStep> {
        Ok(AdaptivePolyphaseSampling {
            steps: Sublattice::new(steps)?,
        })
    }

    /// The steps.
    #[must_use]
    pub fn steps(&self) -> [usize; D] {
        self.steps.steps().map(|step| step as usize)
    }

    /// The component j(x) that is chosen; `None` if x has a period that is no multiple of the steps, or no cells.
    #[must_use]
    pub fn component(&self, x: &Signal<f64, D>) -> Option<[usize; D]> {
        self.choice(&[x])?.component
    }

    /// The value: the component that is chosen.
    #[must_use]
    pub fn apply(&self, x: &Signal<f64, D>) -> Signal<f64, D> {
        match self.choice(&[x]) {
            Some(choice) => self.sampled(x, &choice),
            None => self.without_cells(x.shape()),
        }
    }

    /// The values of several channels, sampled at the same cells: the norm is that of all channels together.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the channels differ in shape.
    pub fn apply_to_channels(
        &self,
        channels: &[Signal<f64, D>],
    ) -> Result<Vec<Signal<f64, D>>, Refusal> {
        let all: Vec<&Signal<f64, D>> = channels.iter().collect();
        for x in channels {
            if x.shape() != channels[0].shape() {
                return Err(Refusal::Shape {
                    found: x.shape().to_vec(),
                    needed: channels[0].shape().to_vec(),
                });
            }
        }
        Ok(match self.choice(&all) {
            Some(choice) => all.iter().map(|x| self.sampled(x, &choice)).collect(),
            None => all.iter().map(|x| self.without_cells(x.shape())).collect(),
        })
    }

    /// The element c(k, x) = (k + j(x) − j(k·x))/s by which the value moves if x moves by k.
    #[must_use]
    pub fn movement(&self, k: &SVector<i64, D>, x: &Signal<f64, D>) -> SVector<i64, D> {
        let moved = x.shifted((*k).into());
        let components = (self.component(x), self.component(&moved));
        let (Some(before), Some(after)) = components else {
            return SVector::zeros();
        };
        SVector::from_fn(|axis, _| {
            let step = i128::from(self.steps.steps()[axis]);
            let by = i128::from(k[axis]) + before[axis] as i128 - after[axis] as i128;
            // a step of 1 has the component 0 alone, and larger steps make it smaller
            by.div_euclid(step) as i64
        })
    }

    /// The map with its claim: f(k·x) = c(k, x)·f(x) for all shifts k.
    #[must_use]
    pub fn equivariant(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        SkewProduct<
            Lattice<D>,
            Signals<Reals, D>,
            Lattice<D>,
            impl Fn(&SVector<i64, D>, &Signal<f64, D>) -> SVector<i64, D>,
            Signals<Reals, D>,
        >,
        impl Fn(&Signal<f64, D>) -> (Signal<f64, D>, Signal<f64, D>),
    > {
        let divisible = Signals::default().divisible_by(self.steps());
        let cocycle = Cocycle::new(
            Lattice,
            divisible,
            Lattice,
            move |k: &SVector<i64, D>, x: &Signal<f64, D>| self.movement(k, x),
        );
        EquivariantMap::along_cocycle(cocycle, Signals::default(), move |x: &Signal<f64, D>| {
            self.apply(x)
        })
    }

    /// The cell at which channels of one shape are sampled first; `None` if there are no cells.
    pub(crate) fn first_cell(&self, channels: &[Signal<f64, D>]) -> Option<[usize; D]> {
        let all: Vec<&Signal<f64, D>> = channels.iter().collect();
        Some(self.choice(&all)?.first)
    }

    fn choice(&self, channels: &[&Signal<f64, D>]) -> Option<Choice<D>> {
        Choice::of(channels, self.steps())
    }

    /// The shape of what is sampled.
    fn shape(&self, of: [usize; D]) -> [usize; D] {
        let steps = self.steps();
        std::array::from_fn(|axis| of[axis].div_ceil(steps[axis]))
    }

    fn without_cells(&self, shape: [usize; D]) -> Signal<f64, D> {
        Signal::of(self.shape(shape), Vec::new())
    }

    /// y\[i\] = x\[s i + j\]
    fn sampled(&self, x: &Signal<f64, D>, choice: &Choice<D>) -> Signal<f64, D> {
        let (steps, sides) = (self.steps(), x.shape());
        Signal::from_fn(self.shape(sides), |position| {
            let cell = std::array::from_fn(|axis| {
                (position[axis] * steps[axis] + choice.first[axis]) % sides[axis]
            });
            x.values()[x.place(cell)]
        })
    }
}
