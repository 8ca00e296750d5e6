//! The integers under addition.

use crate::group::{Abelian, Generated, Group};
use crate::set::Set;

/// The group ℤ of the integers under addition: the steps of a translation that moves by whole units.
///
/// # Conventions
///
/// The distance is |x − y|. The group is written additively here and multiplicatively wherever it
/// is any group: `compose` is the sum, `inverse` the negative, `power(g, n)` is n·g.
///
/// # Panics
///
/// If a sum does not fit into an `i64`. It would be wrong to wrap around: that would make another
/// group of it, ℤ/2⁶⁴.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::Integers};
/// assert_eq!(Integers.compose(&3, &-5), -2);
/// assert_eq!(Integers.power(&7, -3), -21);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Integers;

/// The sum of two integers.
///
/// # Panics
///
/// If it does not fit.
#[inline]
pub(super) fn sum(x: i64, y: i64) -> i64 {
    x.checked_add(y)
        .unwrap_or_else(|| panic!("the sum {x} + {y} does not fit into an i64"))
}

/// The negative of an integer.
///
/// # Panics
///
/// If it does not fit.
#[inline]
pub(super) fn negative(x: i64) -> i64 {
    x.checked_neg()
        .unwrap_or_else(|| panic!("the negative of {x} does not fit into an i64"))
}

/// Two halves of an integer; one that is a generator is not divided, and 0 has no parts.
pub(super) fn halves(x: i64) -> Vec<i64> {
    match x {
        0 => Vec::new(),
        -1 | 1 => vec![x],
        _ => vec![x - x / 2, x / 2],
    }
}

impl Set for Integers {
    type Element = i64;

    #[inline]
    fn contains(&self, _x: &i64) -> bool {
        true
    }

    #[inline]
    fn distance(&self, x: &i64, y: &i64) -> f64 {
        x.abs_diff(*y) as f64
    }
}

impl Group for Integers {
    #[inline]
    fn identity(&self) -> i64 {
        0
    }

    #[inline]
    fn compose(&self, g: &i64, h: &i64) -> i64 {
        sum(*g, *h)
    }

    #[inline]
    fn inverse(&self, g: &i64) -> i64 {
        negative(*g)
    }

    fn power(&self, g: &i64, n: i64) -> i64 {
        g.checked_mul(n)
            .unwrap_or_else(|| panic!("the multiple {n} · {g} does not fit into an i64"))
    }

    /// Two halves, down to ±1.
    fn factors(&self, g: &i64) -> Vec<i64> {
        halves(*g)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Abelian for Integers {}

impl Generated for Integers {
    fn generators(&self) -> Vec<i64> {
        vec![1]
    }
}
