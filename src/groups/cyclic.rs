//! Cyclic groups.

use crate::group::{Abelian, Generated, Group};
use crate::set::{FiniteSet, Set};

/// The cyclic group ℤ/n of the residues 0, …, n − 1 under addition.
///
/// # Conventions
///
/// The group is written additively: `compose` is the sum modulo n. The distance of two residues is
/// that around the circle, min(|x − y|, n − |x − y|), rounded if it is above 2⁵³; a number that is no
/// residue is infinitely far from all others. The group acts on its own residues through
/// [`Regular`](crate::sets::Regular): a shift around the circle.
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Group, Set, groups::Cyclic};
/// let hours = Cyclic::new(12)?;
/// assert_eq!(hours.compose(&9, &5), 2);
/// assert_eq!(hours.inverse(&3), 9);
/// assert_eq!(hours.distance(&11, &1), 2.0);
/// assert_eq!(Cyclic::new(0).unwrap_err().to_string(), "a group has an identity, so its order is not 0");
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cyclic {
    order: u64,
}

/// No group has order 0.
///
/// # Examples
///
/// ```
/// use equivariant::groups::{Cyclic, ZeroOrder};
/// assert_eq!(Cyclic::new(0), Err(ZeroOrder));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("a group has an identity, so its order is not 0")]
pub struct ZeroOrder;

impl Cyclic {
    /// The group of the residues modulo `order`.
    ///
    /// # Errors
    ///
    /// [`ZeroOrder`], if `order` is 0.
    pub const fn new(order: u64) -> Result<Self, ZeroOrder> {
        if order == 0 {
            return Err(ZeroOrder);
        }
        Ok(Cyclic { order })
    }

    /// The group ℤ/2.
    pub(crate) const TWO: Cyclic = Cyclic { order: 2 };

    /// The group ℤ/4.
    #[cfg(feature = "signal")]
    pub(crate) const FOUR: Cyclic = Cyclic { order: 4 };

    /// The order n.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Cyclic;
    /// assert_eq!(Cyclic::new(12)?.order(), 12);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn order(&self) -> u64 {
        self.order
    }

    /// The residue of any number.
    #[inline]
    fn reduced(&self, x: u64) -> u64 {
        if x < self.order { x } else { x % self.order }
    }
}

impl Set for Cyclic {
    type Element = u64;

    #[inline]
    fn contains(&self, x: &u64) -> bool {
        *x < self.order
    }

    #[inline]
    fn distance(&self, x: &u64, y: &u64) -> f64 {
        let way = x.abs_diff(*y);
        if way == 0 {
            0.0
        } else if self.contains(x) && self.contains(y) {
            way.min(self.order - way) as f64
        } else {
            f64::INFINITY
        }
    }
}

impl FiniteSet for Cyclic {
    fn elements(&self) -> Box<dyn Iterator<Item = u64> + '_> {
        Box::new(0..self.order)
    }

    fn cardinality(&self) -> Option<usize> {
        usize::try_from(self.order).ok()
    }

    #[inline]
    fn index(&self, x: &u64) -> Option<usize> {
        usize::try_from(*x).ok().filter(|_| self.contains(x))
    }
}

impl Group for Cyclic {
    #[inline]
    fn identity(&self) -> u64 {
        0
    }

    /// g + h mod n, without overflow on the way.
    #[inline]
    fn compose(&self, g: &u64, h: &u64) -> u64 {
        let (g, h) = (self.reduced(*g), self.reduced(*h));
        let to_zero = self.order - h;
        if g < to_zero { g + h } else { g - to_zero }
    }

    #[inline]
    fn inverse(&self, g: &u64) -> u64 {
        match self.reduced(*g) {
            0 => 0,
            g => self.order - g,
        }
    }

    /// Two halves of the shorter way around the circle, down to 1 and n − 1.
    fn factors(&self, g: &u64) -> Vec<u64> {
        let g = self.reduced(*g);
        let back = self.order - g;
        match g.min(back) {
            0 => Vec::new(),
            1 => vec![g],
            way if way == g => vec![g - g / 2, g / 2],
            _ => vec![self.order - (back - back / 2), self.order - back / 2],
        }
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = u64> + '_>> {
        Some(Box::new(self))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Abelian for Cyclic {}

impl Generated for Cyclic {
    /// 1, or nothing for the trivial group.
    fn generators(&self) -> Vec<u64> {
        if self.order == 1 { Vec::new() } else { vec![1] }
    }
}

#[cfg(feature = "rand")]
impl crate::group::HaarMeasure for Cyclic {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> u64 {
        use rand::RngExt;
        random.random_range(0..self.order)
    }
}
