//! Symmetric groups.

use super::Permutation;
use crate::action::GSet;
use crate::group::{Generated, Group};
use crate::set::{FiniteSet, Set};
use crate::sets::Positions;

/// The symmetric group Sₙ of the permutations of 0, …, n − 1.
///
/// # Conventions
///
/// g · h is first h, then g. The distance is the number of places where two permutations differ.
/// The elements are listed in lexicographic order of their images. It acts on `Positions(n)` by
/// i ↦ g(i), and on samples of length n through [`Permuted`](crate::sets::Permuted).
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Group, groups::{Permutation, Symmetric}};
///
/// let s3 = Symmetric::new(3);
/// let g = Permutation::from_cycles(3, &[&[0, 1]])?;
/// let h = Permutation::from_cycles(3, &[&[1, 2]])?;
/// assert_eq!(s3.compose(&g, &h).to_string(), "(0 1 2)");
/// assert_eq!(s3.cardinality(), Some(6));
/// assert_eq!(Symmetric::new(30).cardinality(), None); // more than a usize can count
/// # Ok::<(), equivariant::groups::NotAPermutation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Symmetric {
    degree: usize,
}

impl Symmetric {
    /// The permutations of this many numbers.
    #[must_use]
    pub const fn new(degree: usize) -> Self {
        Symmetric { degree }
    }

    /// The degree n.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Symmetric;
    /// assert_eq!(Symmetric::new(5).degree(), 5);
    /// ```
    #[must_use]
    pub const fn degree(&self) -> usize {
        self.degree
    }
}

impl Set for Symmetric {
    type Element = Permutation;

    fn contains(&self, x: &Permutation) -> bool {
        x.degree() == self.degree
    }

    fn distance(&self, x: &Permutation, y: &Permutation) -> f64 {
        if x.degree() != y.degree() {
            return f64::INFINITY;
        }
        let images = x.images().iter().zip(y.images());
        images.filter(|(x, y)| x != y).count() as f64
    }

    fn describe(&self, x: &Permutation) -> String {
        x.to_string()
    }
}

impl FiniteSet for Symmetric {
    fn elements(&self) -> Box<dyn Iterator<Item = Permutation> + '_> {
        let mut next = Some(Permutation::identity(self.degree));
        Box::new(std::iter::from_fn(move || {
            let current = next.take()?;
            next = successor(&current);
            Some(current)
        }))
    }

    fn cardinality(&self) -> Option<usize> {
        (1..=self.degree).try_fold(1_usize, usize::checked_mul)
    }

    /// The place in lexicographic order, by the Lehmer code: Σ cᵢ (n − 1 − i)! where cᵢ counts the
    /// later images that are smaller than the i-th.
    ///
    /// # References
    ///
    /// D. H. Lehmer, Teaching combinatorial tricks to a computer, *Proceedings of Symposia in Applied
    /// Mathematics* 10 (1960), 179–193.
    fn index(&self, x: &Permutation) -> Option<usize> {
        if !self.contains(x) {
            return None;
        }
        let images = x.images();
        images
            .iter()
            .enumerate()
            .try_fold(0_usize, |index, (i, image)| {
                let smaller = images[i + 1..]
                    .iter()
                    .filter(|later| *later < image)
                    .count();
                index.checked_mul(self.degree - i)?.checked_add(smaller)
            })
    }
}

/// The next permutation in lexicographic order.
fn successor(x: &Permutation) -> Option<Permutation> {
    let mut images = x.images().to_vec();
    let pivot = images.windows(2).rposition(|pair| pair[0] < pair[1])?;
    let larger = images.iter().rposition(|&image| image > images[pivot])?;
    images.swap(pivot, larger);
    images[pivot + 1..].reverse();
    Some(Permutation::of_images(images))
}

impl Group for Symmetric {
    fn identity(&self) -> Permutation {
        Permutation::identity(self.degree)
    }

    #[inline]
    fn compose(&self, g: &Permutation, h: &Permutation) -> Permutation {
        g.compose(h)
    }

    #[inline]
    fn inverse(&self, g: &Permutation) -> Permutation {
        g.inverse()
    }

    /// Transpositions: (a b c d) = (a b)(b c)(c d).
    fn factors(&self, g: &Permutation) -> Vec<Permutation> {
        let transposition =
            |pair: &[usize]| Permutation::transposition(self.degree, pair[0], pair[1]);
        let cycles = g.cycles();
        cycles
            .iter()
            .flat_map(|cycle| cycle.windows(2).map(transposition))
            .collect()
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = Permutation> + '_>> {
        Some(Box::new(self))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Generated for Symmetric {
    /// The transpositions of neighbours.
    fn generators(&self) -> Vec<Permutation> {
        (1..self.degree)
            .map(|i| Permutation::transposition(self.degree, i - 1, i))
            .collect()
    }
}

#[cfg(feature = "rand")]
impl crate::group::HaarMeasure for Symmetric {
    /// By the shuffle of Fisher and Yates.
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> Permutation {
        use rand::seq::SliceRandom;
        let mut images: Vec<usize> = (0..self.degree).collect();
        images.shuffle(random);
        Permutation::of_images(images)
    }
}

/// The natural action i ↦ g(i); a number beyond the degree stays. That the degree is not larger than the
/// set is a claim: else g carries some out of it.
impl GSet<Symmetric> for Positions {
    #[inline]
    fn act(&self, g: &Permutation, x: &usize) -> usize {
        g.apply(*x)
    }
}
