//! Alternating groups.

use super::{Permutation, Symmetric};
use crate::action::GSet;
use crate::group::{Generated, Group};
use crate::set::{FiniteSet, Set};
use crate::sets::Positions;

/// The alternating group Aₙ of the even permutations of 0, …, n − 1.
///
/// # Conventions
///
/// Those of [`Symmetric`], of which it is the subgroup of index 2 (for n ≥ 2).
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Set, groups::{Alternating, Permutation}};
/// let a4 = Alternating::new(4);
/// assert_eq!(a4.cardinality(), Some(12));
/// assert!(!a4.contains(&Permutation::from_cycles(4, &[&[0, 1]])?));
/// # Ok::<(), equivariant::groups::NotAPermutation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Alternating {
    whole: Symmetric,
}

impl Alternating {
    /// The even permutations of this many numbers.
    #[must_use]
    pub const fn new(degree: usize) -> Self {
        Alternating {
            whole: Symmetric::new(degree),
        }
    }

    /// The degree n.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Alternating;
    /// assert_eq!(Alternating::new(5).degree(), 5);
    /// ```
    #[must_use]
    pub const fn degree(&self) -> usize {
        self.whole.degree()
    }
}

impl Set for Alternating {
    type Element = Permutation;

    fn contains(&self, x: &Permutation) -> bool {
        self.whole.contains(x) && x.is_even()
    }

    fn distance(&self, x: &Permutation, y: &Permutation) -> f64 {
        self.whole.distance(x, y)
    }

    fn describe(&self, x: &Permutation) -> String {
        x.to_string()
    }
}

impl FiniteSet for Alternating {
    fn elements(&self) -> Box<dyn Iterator<Item = Permutation> + '_> {
        Box::new(self.whole.elements().filter(Permutation::is_even))
    }

    fn cardinality(&self) -> Option<usize> {
        // n!/2 as 3 · 4 ⋯ n, which may fit where n! does not
        (3..=self.degree()).try_fold(1_usize, usize::checked_mul)
    }

    /// Of two permutations that differ in the last two images, and so stand side by side in the
    /// lexicographic order, one is even.
    fn index(&self, x: &Permutation) -> Option<usize> {
        let index = self.whole.index(x)?;
        match self.degree() {
            0 | 1 => Some(index),
            _ => x.is_even().then_some(index / 2),
        }
    }
}

impl Group for Alternating {
    fn identity(&self) -> Permutation {
        self.whole.identity()
    }

    #[inline]
    fn compose(&self, g: &Permutation, h: &Permutation) -> Permutation {
        g.compose(h)
    }

    #[inline]
    fn inverse(&self, g: &Permutation) -> Permutation {
        g.inverse()
    }

    /// Products of two transpositions: cycles of length 3, and pairs of disjoint transpositions.
    fn factors(&self, g: &Permutation) -> Vec<Permutation> {
        let transpositions = self.whole.factors(g);
        let pairs = transpositions.chunks(2);
        pairs
            .map(|pair| {
                pair.iter()
                    .fold(self.identity(), |product, factor| product.compose(factor))
            })
            .collect()
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = Permutation> + '_>> {
        Some(Box::new(self))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Generated for Alternating {
    /// The cycles (0 1 i).
    fn generators(&self) -> Vec<Permutation> {
        let degree = self.degree();
        (2..degree)
            .map(|i| {
                let first = Permutation::transposition(degree, 0, 1);
                first.compose(&Permutation::transposition(degree, 1, i))
            })
            .collect()
    }
}

#[cfg(feature = "rand")]
impl crate::group::HaarMeasure for Alternating {
    /// A uniform permutation, with the last two images exchanged if it is odd.
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> Permutation {
        let g = self.whole.sample(random);
        match self.degree() {
            degree @ 2.. if !g.is_even() => {
                g.compose(&Permutation::transposition(degree, degree - 2, degree - 1))
            }
            _ => g,
        }
    }
}

/// The natural action i ↦ g(i), as for [`Symmetric`].
impl GSet<Alternating> for Positions {
    #[inline]
    fn act(&self, g: &Permutation, x: &usize) -> usize {
        g.apply(*x)
    }
}
