//! From regular feature maps back to images.

use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::pooling::larger;
use crate::signal::{FeatureMaps, PlaneGroup, PointGroup, Signal};

/// One value for all symmetries: from regular feature maps to scalar ones.
///
/// It forgets how what was found is turned, and keeps where it is: y(c, u) = max F(c, t, u) over t, or the mean.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, groups::Dihedral, signal::GroupPooling};
/// Check::default().equivariant(&GroupPooling::Maximum.equivariant::<Dihedral>(2))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupPooling {
    /// The largest value; NaN, if a value is.
    Maximum,
    /// The mean of the values.
    Mean,
}

impl GroupPooling {
    /// The value.
    #[must_use]
    pub fn apply(&self, x: &Signal<f64, 4>) -> Signal<f64, 4> {
        let [channels, symmetries, rows, columns] = x.shape();
        let cells = rows * columns;
        let mut values = Vec::with_capacity(channels * cells);
        for maps in x.values().chunks_exact((symmetries * cells).max(1)) {
            let (first, rest) = maps.split_at(cells);
            let place = values.len();
            values.extend_from_slice(first);
            let pooled = &mut values[place..];
            for map in rest.chunks_exact(cells) {
                for (value, &other) in pooled.iter_mut().zip(map) {
                    *value = match self {
                        GroupPooling::Maximum => larger(*value, other),
                        GroupPooling::Mean => *value + other,
                    };
                }
            }
            if *self == GroupPooling::Mean {
                for value in pooled {
                    *value /= symmetries as f64;
                }
            }
        }
        let channels = if symmetries == 0 { 0 } else { channels };
        Signal::of([channels, 1, rows, columns], values)
    }

    /// The map with its claim under ℤ² ⋊ H, for maps of this many channels: f(g·x) = g·f(x).
    #[must_use]
    pub fn equivariant<H: PointGroup>(
        self,
        channels: usize,
    ) -> EquivariantMap<
        PlaneGroup<H>,
        FeatureMaps<Reals, H>,
        FeatureMaps<Reals, H>,
        impl Fn(&Signal<f64, 4>) -> Signal<f64, 4>,
    > {
        EquivariantMap::new(
            PlaneGroup::<H>::default(),
            FeatureMaps::regular(Reals::default(), channels),
            FeatureMaps::scalar(Reals::default(), channels),
            move |x: &Signal<f64, 4>| self.apply(x),
        )
    }
}
