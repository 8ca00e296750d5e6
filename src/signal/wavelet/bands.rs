//! The G-set of decompositions.

use super::Decomposition;
use crate::action::GSet;
use crate::groups::{Lattice, Sublattice};
use crate::law::{Diagnosis, Violation};
use crate::set::{Set, Tolerance, largest};
use crate::signal::Signals;
use nalgebra::SVector;

/// The decompositions with approximations in V and details in W, whose bands have steps: k shifts a band of step s
/// by k/s.
///
/// # Conventions
///
/// Each band has its own φ, the division by its step. In a discrete transform of J levels the details of level j
/// have the step 2ʲ and the approximation has 2ᴶ: for J = 3 the shift by 8k moves the bands by 4k, 2k, k and k. So
/// [`Sublattice`] acts if its steps are multiples of all these. In a stationary transform all steps are 1 and
/// [`Lattice`] acts.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::Sublattice, sets::Reals};
/// use equivariant::signal::wavelet::{Bands, DiscreteWaveletTransform, Wavelet};
/// use nalgebra::vector;
///
/// let bands = Bands::<Reals, Reals, 1>::decimated(Reals::default(), Reals::default(), 3);
/// let transform = DiscreteWaveletTransform::new(Wavelet::haar(), 3)?;
/// let y = transform.apply(&(0..16).map(f64::from).collect::<Vec<_>>().into())?;
/// let moved = GSet::<Sublattice<1>>::act(&bands, &vector![8], &y);
/// assert_eq!(moved.details[0][0], y.details[0][0].shifted([4]));
/// assert_eq!(moved.approximation, y.approximation.shifted([1]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Bands<V, W, const D: usize> {
    approximations: Signals<V, D>,
    details: Signals<W, D>,
    approximation_step: u32,
    detail_steps: Vec<u32>,
}

impl<V, W, const D: usize> Bands<V, W, D> {
    /// Those of a transform of J ≤ 31 levels that halves the signal from level to level.
    #[must_use]
    pub fn decimated(approximations: V, details: W, levels: u32) -> Self {
        let steps = (1..=levels.min(31)).map(|level| 1 << level);
        Bands::with_steps(
            approximations,
            details,
            1 << levels.min(31),
            steps.collect(),
        )
    }

    /// Those of a transform of J levels that keeps the length of the signal.
    #[must_use]
    pub fn undecimated(approximations: V, details: W, levels: u32) -> Self {
        Bands::with_steps(approximations, details, 1, vec![1; levels as usize])
    }

    /// Those with these steps, not 0, of the approximation and of the details of every level.
    pub(super) fn with_steps(
        approximations: V,
        details: W,
        approximation_step: u32,
        detail_steps: Vec<u32>,
    ) -> Self {
        Bands {
            approximations: Signals::new(approximations).of_shapes([0; D], [usize::MAX; D]),
            details: Signals::new(details).of_shapes([0; D], [usize::MAX; D]),
            approximation_step,
            detail_steps,
        }
    }

    /// The steps of the approximation and of the details of every level.
    fn steps(&self) -> impl Iterator<Item = u32> {
        std::iter::once(self.approximation_step).chain(self.detail_steps.iter().copied())
    }
}

impl<V: Set, W: Set, const D: usize> Bands<V, W, D> {
    /// Each band moved by k divided by its step.
    fn moved(
        &self,
        k: &SVector<i64, D>,
        x: &Decomposition<V::Element, D, W::Element>,
    ) -> Decomposition<V::Element, D, W::Element> {
        let divided = |step: u32| k.map(|k| k / i64::from(step)).into();
        let levels = x.details.iter().zip(&self.detail_steps);
        Decomposition {
            approximation: x.approximation.shifted(divided(self.approximation_step)),
            details: levels
                .map(|(level, &step)| {
                    let by = divided(step);
                    level.iter().map(|band| band.shifted(by)).collect()
                })
                .collect(),
        }
    }

    /// That all steps divide those of the group.
    fn divide(&self, steps: [u32; D]) -> Result<(), Violation> {
        let divides = |step: u32| steps.iter().all(|s| s.is_multiple_of(step));
        match self.steps().find(|&step| !divides(step)) {
            None => Ok(()),
            Some(step) => Err(
                Violation::new("divisible", Diagnosis::OutsideDomain).remark(
                    "bands",
                    format!(
                        "one has the step {step}, by which a shift of the group must be divisible"
                    ),
                ),
            ),
        }
    }
}

impl<V: Set, W: Set, const D: usize> Set for Bands<V, W, D> {
    type Element = Decomposition<V::Element, D, W::Element>;

    fn contains(&self, x: &Self::Element) -> bool {
        let mut bands = x.details.iter().flatten();
        x.details.len() == self.detail_steps.len()
            && self.approximations.contains(&x.approximation)
            && bands.all(|band| self.details.contains(band))
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        let [of_x, of_y] = [x, y].map(|x| x.details.iter().map(Vec::len));
        if !of_x.eq(of_y) {
            return f64::INFINITY;
        }
        let pairs = x.details.iter().flatten().zip(y.details.iter().flatten());
        pairs.map(|(x, y)| self.details.distance(x, y)).fold(
            self.approximations
                .distance(&x.approximation, &y.approximation),
            largest,
        )
    }

    /// The largest of all bands: rounding in one is in proportion to all.
    fn magnitude(&self, x: &Self::Element) -> f64 {
        let bands = x.details.iter().flatten();
        bands
            .map(|band| self.details.magnitude(band))
            .fold(self.approximations.magnitude(&x.approximation), largest)
    }

    fn tolerance(&self) -> Tolerance {
        let [a, b] = [self.approximations.tolerance(), self.details.tolerance()];
        Tolerance {
            absolute: a.absolute.max(b.absolute),
            relative: a.relative.max(b.relative),
        }
    }

    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        let nudged =
            |(band, place): (_, u64)| self.details.nudge(band, reach, direction ^ (place << 16));
        let mut places = 1..;
        let mut details = Vec::new();
        for level in &x.details {
            let bands = level.iter().zip(&mut places).map(nudged);
            details.push(bands.collect::<Option<Vec<_>>>()?);
        }
        Some(Decomposition {
            approximation: self
                .approximations
                .nudge(&x.approximation, reach, direction)?,
            details,
        })
    }

    fn describe(&self, x: &Self::Element) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (j, level) in x.details.iter().enumerate() {
            let bands: Vec<String> = level
                .iter()
                .map(|band| self.details.describe(band))
                .collect();
            parts.push(format!("level {}: {}", j + 1, bands.join(", ")));
        }
        parts.push(format!(
            "approximation: {}",
            self.approximations.describe(&x.approximation)
        ));
        parts.join("; ")
    }
}

impl<V: Set, W: Set, const D: usize> GSet<Sublattice<D>> for Bands<V, W, D> {
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        self.moved(k, x)
    }

    fn formula(&self) -> &'static str {
        "φ(g)·f(x)"
    }

    fn premises(
        &self,
        group: &Sublattice<D>,
        _g: &SVector<i64, D>,
        _h: &SVector<i64, D>,
    ) -> Result<(), Violation> {
        self.divide(group.steps())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<V: Set, W: Set, const D: usize> GSet<Lattice<D>> for Bands<V, W, D> {
    fn act(&self, k: &SVector<i64, D>, x: &Self::Element) -> Self::Element {
        self.moved(k, x)
    }

    fn formula(&self) -> &'static str {
        "φ(g)·f(x)"
    }

    fn premises(
        &self,
        _group: &Lattice<D>,
        _g: &SVector<i64, D>,
        _h: &SVector<i64, D>,
    ) -> Result<(), Violation> {
        self.divide([1; D])
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
