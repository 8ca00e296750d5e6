//! The levels of a pyramid, each of which moves by a shift of its own.

use nalgebra::SVector;

use crate::action::GSet;
use crate::groups::Sublattice;
use crate::law::{Diagnosis, Violation};
use crate::set::{Set, forward_set};
use crate::sets::Power;
use crate::signal::{Signal, Signals};

/// The lists of signals (b₀, …, b_L) of which a shift by k, a multiple of 2ᴸ, moves each by its own part:
///
/// ```text
/// k·(b₀, b₁, …, b_L) = (k·b₀, (k/2)·b₁, …, (k/2ᴸ)·b_L)
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Sublattice, sets::Reals, signal::{Bands, Signal}};
/// use nalgebra::vector;
///
/// let bands = Bands::<Reals, 1>::new(Reals::default(), 1);
/// let pair = vec![Signal::from(vec![1.0, 2.0, 3.0, 4.0]), Signal::from(vec![5.0, 6.0])];
/// let moved = bands.act(&vector![2], &pair);
/// assert_eq!(moved[0].values(), [3.0, 4.0, 1.0, 2.0]); // by 2
/// assert_eq!(moved[1].values(), [6.0, 5.0]); // by 1
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands<V, const D: usize> {
    levels: u32,
    bands: Power<Signals<V, D>>,
}

impl<V, const D: usize> Bands<V, D> {
    /// The lists of `levels + 1` signals with values in this set.
    #[must_use]
    pub fn new(values: V, levels: u32) -> Self {
        Bands {
            levels,
            bands: Power::new(Signals::new(values)).of_length(levels as usize + 1),
        }
    }
}

forward_set! { [V: Set, const D: usize] Bands<V, D> : Power<Signals<V, D>>, |this| this.bands; }

impl<V: Set, const D: usize> GSet<Sublattice<D>> for Bands<V, D> {
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        let moved = |(level, band): (u32, &Signal<V::Element, D>)| {
            band.shifted(k.map(|step| step >> level.min(63)).into())
        };
        (0..).zip(x).map(moved).collect()
    }

    fn premises(
        &self,
        group: &Sublattice<D>,
        _g: &SVector<i64, D>,
        _h: &SVector<i64, D>,
    ) -> Result<(), Violation> {
        let mut steps = group.steps().into_iter();
        if steps.all(|step| step.trailing_zeros() >= self.levels) {
            return Ok(());
        }
        let levels = self.levels;
        Err(
            Violation::new("divisible", Diagnosis::OutsideDomain).remark(
                "group",
                format!("shifts that cannot be halved {levels} times: the last band moves by multiples of 2^{levels} only"),
            ),
        )
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
