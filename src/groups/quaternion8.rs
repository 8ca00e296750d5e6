//! The quaternion group.

use crate::group::{Generated, Group};
use crate::set::{FiniteSet, Set};

/// The quaternion group Q₈ = {±1, ±i, ±j, ±k}, with i² = j² = k² = ijk = −1.
///
/// The smallest group that is no semidirect product of smaller ones: every subgroup is normal, and
/// all but the trivial one contain −1.
///
/// # Conventions
///
/// The distance is the Euclidean one of quaternions: 2 between opposite elements, √2 between others.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::{Quaternion8, QuaternionUnit::{I, J, K}}};
/// assert_eq!(Quaternion8.compose(&I.positive(), &J.positive()), K.positive());
/// assert_eq!(Quaternion8.compose(&J.positive(), &I.positive()), K.negative());
/// ```
///
/// # References
///
/// W. R. Hamilton, On quaternions, *Philosophical Magazine* 25 (1844), 10–13.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quaternion8;

/// One of the units 1, i, j, k.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::{Quaternion8, QuaternionUnit::{I, J, K}}};
/// assert_eq!(Quaternion8.compose(&I.positive(), &J.positive()), K.positive());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuaternionUnit {
    /// 1
    One,
    /// i
    I,
    /// j
    J,
    /// k
    K,
}

/// A unit or its negative.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::{Quaternion8, QuaternionUnit}};
/// let i = QuaternionUnit::I.positive();
/// assert_eq!(Quaternion8.power(&i, 2), QuaternionUnit::One.negative());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SignedUnit {
    /// The unit.
    pub unit: QuaternionUnit,
    /// Whether it is the negative.
    pub negative: bool,
}

impl QuaternionUnit {
    const ALL: [QuaternionUnit; 4] = [Self::One, Self::I, Self::J, Self::K];

    /// The unit itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Quaternion8, QuaternionUnit}};
    /// assert_eq!(QuaternionUnit::One.positive(), Quaternion8.identity());
    /// ```
    #[must_use]
    pub const fn positive(self) -> SignedUnit {
        SignedUnit {
            unit: self,
            negative: false,
        }
    }

    /// The negative of the unit.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Quaternion8, QuaternionUnit::I}};
    /// assert_eq!(Quaternion8.inverse(&I.positive()), I.negative());
    /// ```
    #[must_use]
    pub const fn negative(self) -> SignedUnit {
        SignedUnit {
            unit: self,
            negative: true,
        }
    }

    /// The product with another unit: i j = k, j k = i, k i = j, and reversed with the other sign.
    fn times(self, other: Self) -> SignedUnit {
        let (a, b) = (self as usize, other as usize);
        // the units up to the sign are ℤ/2 × ℤ/2, in which the product is the exclusive or
        let unit = Self::ALL[a ^ b];
        let is_cyclic = matches!((a, b), (1, 2) | (2, 3) | (3, 1));
        SignedUnit {
            unit,
            negative: a != 0 && b != 0 && !is_cyclic,
        }
    }
}

impl Set for Quaternion8 {
    type Element = SignedUnit;

    fn contains(&self, _x: &SignedUnit) -> bool {
        true
    }

    fn distance(&self, x: &SignedUnit, y: &SignedUnit) -> f64 {
        if x == y {
            0.0
        } else if x.unit == y.unit {
            2.0
        } else {
            std::f64::consts::SQRT_2
        }
    }

    fn describe(&self, x: &SignedUnit) -> String {
        let unit = match x.unit {
            QuaternionUnit::One => "1",
            QuaternionUnit::I => "i",
            QuaternionUnit::J => "j",
            QuaternionUnit::K => "k",
        };
        let sign = if x.negative { "−" } else { "" };
        format!("{sign}{unit}")
    }
}

impl FiniteSet for Quaternion8 {
    /// 1, i, j, k, then their negatives.
    fn elements(&self) -> Box<dyn Iterator<Item = SignedUnit> + '_> {
        let units = QuaternionUnit::ALL.into_iter();
        let negatives = units.clone().map(QuaternionUnit::negative);
        Box::new(units.map(QuaternionUnit::positive).chain(negatives))
    }

    fn cardinality(&self) -> Option<usize> {
        Some(8)
    }

    fn index(&self, x: &SignedUnit) -> Option<usize> {
        Some(x.unit as usize + if x.negative { 4 } else { 0 })
    }
}

impl Group for Quaternion8 {
    fn identity(&self) -> SignedUnit {
        QuaternionUnit::One.positive()
    }

    fn compose(&self, g: &SignedUnit, h: &SignedUnit) -> SignedUnit {
        let product = g.unit.times(h.unit);
        SignedUnit {
            unit: product.unit,
            negative: product.negative ^ g.negative ^ h.negative,
        }
    }

    /// The conjugate quaternion.
    fn inverse(&self, g: &SignedUnit) -> SignedUnit {
        SignedUnit {
            unit: g.unit,
            negative: g.negative ^ (g.unit != QuaternionUnit::One),
        }
    }

    /// The shortest word in i and j: −1 = i i, −i = i i i, k = i j, −k = j i.
    fn factors(&self, g: &SignedUnit) -> Vec<SignedUnit> {
        let [i, j] = [QuaternionUnit::I, QuaternionUnit::J].map(QuaternionUnit::positive);
        match (g.unit, g.negative) {
            (QuaternionUnit::One, false) => Vec::new(),
            (QuaternionUnit::One, true) => vec![i, i],
            (QuaternionUnit::I, false) => vec![i],
            (QuaternionUnit::I, true) => vec![i, i, i],
            (QuaternionUnit::J, false) => vec![j],
            (QuaternionUnit::J, true) => vec![j, j, j],
            (QuaternionUnit::K, false) => vec![i, j],
            (QuaternionUnit::K, true) => vec![j, i],
        }
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = SignedUnit> + '_>> {
        Some(Box::new(self))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Generated for Quaternion8 {
    /// i and j.
    fn generators(&self) -> Vec<SignedUnit> {
        vec![QuaternionUnit::I.positive(), QuaternionUnit::J.positive()]
    }
}

#[cfg(feature = "rand")]
impl crate::group::HaarMeasure for Quaternion8 {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> SignedUnit {
        use rand::RngExt;
        SignedUnit {
            unit: QuaternionUnit::ALL[random.random_range(0..4)],
            negative: random.random(),
        }
    }
}
