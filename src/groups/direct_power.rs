//! Powers of a group.

use std::array;

use nalgebra::Point;

use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{Set, Tolerance, largest};
use crate::sets::{Points, Reals};

/// The direct power Gᴰ: D elements of a group, each multiplied by itself. Where G moves numbers, Gᴰ
/// moves the points of space, each coordinate by an element of its own.
///
/// # Examples
///
/// A map, one axis of which is turned round and in other units.
///
/// ```
/// use equivariant::{GSet, Group, groups::{DirectPower, LocationScale, SignedAffineLine}, sets::Points};
/// use nalgebra::point;
/// let units = DirectPower::<SignedAffineLine, 2>::default();
/// let g = [LocationScale { scale: -2.0, location: 1.0 }, LocationScale { scale: 1.0, location: 0.0 }];
/// assert_eq!(GSet::<DirectPower<SignedAffineLine, 2>>::act(&Points::<2>::default(), &g, &point![3.0, 4.0]), point![-5.0, 4.0]);
/// assert_eq!(units.compose(&g, &units.inverse(&g)), units.identity());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DirectPower<G, const D: usize>(G);

impl<G, const D: usize> DirectPower<G, D> {
    /// The power of this group.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{FiniteSet, Group, groups::{Cyclic, DirectPower}};
    /// let hands = DirectPower::<_, 2>::new(Cyclic::new(12)?);
    /// assert_eq!(hands.compose(&[11, 3], &[2, 4]), [1, 7]);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub const fn new(group: G) -> Self {
        DirectPower(group)
    }

    /// The group G.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{DirectPower, Integers};
    /// assert_eq!(*DirectPower::<_, 3>::new(Integers).factor(), Integers);
    /// ```
    #[must_use]
    pub fn factor(&self) -> &G {
        &self.0
    }
}

impl<G: Set, const D: usize> Set for DirectPower<G, D> {
    type Element = [G::Element; D];

    fn contains(&self, x: &Self::Element) -> bool {
        x.iter().all(|x| self.0.contains(x))
    }

    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        let distances = x.iter().zip(y).map(|(x, y)| self.0.distance(x, y));
        distances.fold(0.0, largest)
    }

    fn magnitude(&self, x: &Self::Element) -> f64 {
        x.iter().map(|x| self.0.magnitude(x)).fold(0.0, largest)
    }

    fn tolerance(&self) -> Tolerance {
        self.0.tolerance()
    }

    /// Each component in proportion to its own magnitude.
    fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
        let step = match self.magnitude(x) {
            0.0 => 0.0,
            magnitude => reach / magnitude,
        };
        let mut nudged = x.clone();
        for (place, component) in nudged.iter_mut().enumerate() {
            let reach = step * self.0.magnitude(component);
            *component =
                self.0
                    .nudge(component, reach, direction.wrapping_add(16 * place as u64))?;
        }
        Some(nudged)
    }

    fn describe(&self, x: &Self::Element) -> String {
        let components: Vec<String> = x.iter().map(|x| self.0.describe(x)).collect();
        format!("({})", components.join("; "))
    }
}

impl<G: Group, const D: usize> Group for DirectPower<G, D> {
    fn identity(&self) -> Self::Element {
        array::from_fn(|_| self.0.identity())
    }

    #[inline]
    fn compose(&self, g: &Self::Element, h: &Self::Element) -> Self::Element {
        array::from_fn(|place| self.0.compose(&g[place], &h[place]))
    }

    #[inline]
    fn inverse(&self, g: &Self::Element) -> Self::Element {
        array::from_fn(|place| self.0.inverse(&g[place]))
    }

    /// The factors of each component, the others being the identity.
    fn factors(&self, g: &Self::Element) -> Vec<Self::Element> {
        let at = |place: usize, factor: G::Element| {
            let mut other = self.identity();
            other[place] = factor;
            other
        };
        (0..D)
            .flat_map(|place| {
                let factors = self.0.factors(&g[place]).into_iter();
                factors.map(move |factor| at(place, factor))
            })
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}

/// Every coordinate moves by itself.
impl<G: Group, const D: usize> GSet<DirectPower<G, D>> for Points<D>
where
    Reals: GSet<G>,
{
    #[inline]
    fn act(&self, g: &[G::Element; D], x: &Point<f64, D>) -> Point<f64, D> {
        Point::from(array::from_fn(|place| {
            Reals::default().act(&g[place], &x[place])
        }))
    }

    fn premises(
        &self,
        group: &DirectPower<G, D>,
        g: &[G::Element; D],
        h: &[G::Element; D],
    ) -> Result<(), Violation> {
        let mut pairs = g.iter().zip(h);
        pairs.try_for_each(|(g, h)| Reals::default().premises(&group.0, g, h))
    }

    fn lawful_by_construction(&self) -> bool {
        GSet::<G>::lawful_by_construction(&Reals::<f64>::default())
    }
}
