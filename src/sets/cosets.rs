//! The cosets of a subgroup.

use crate::action::GSet;
use crate::action::laws::same_group;
use crate::group::Group;
use crate::groups::Subgroup;
use crate::law::Violation;
use crate::set::{FiniteSet, Set};

/// The set G/H of the left cosets xH of a subgroup H, on which G acts by g · xH = gxH.
///
/// Every transitive G-set is one of these up to isomorphism, with the stabiliser of a point as H.
///
/// # Conventions
///
/// A coset is written as any of its elements; x and y write the same one if x⁻¹y ∈ H. The distance
/// of different cosets is infinite. The listed elements are the first of each coset in the order of
/// the group.
///
/// # Complexity
///
/// A comparison costs one product and one membership. The list is made when asked for, with
/// O(|G|) products; `index` goes through it.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, FiniteSet, Set, sets::{Cosets, Positions}};
/// use equivariant::groups::{Permutation, Subgroup, Symmetric};
///
/// let s4 = Symmetric::new(4);
/// let cosets = Cosets::new(Subgroup::satisfying(s4, |g| g.apply(0) == 0));
/// assert_eq!(cosets.cardinality(), Some(4));
/// // the coset of g is where g sends 0: an equivariant bijection
/// let image = EquivariantMap::new(s4, cosets, Positions(4), |g: &Permutation| g.apply(0));
/// image.prove()?;
/// assert!(image.inverse().is_ok());
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Cosets<G: Set> {
    subgroup: Subgroup<G>,
}

impl<G: Group> Cosets<G> {
    /// The left cosets of the subgroup in the whole group.
    #[must_use]
    pub const fn new(subgroup: Subgroup<G>) -> Self {
        Cosets { subgroup }
    }

    /// The subgroup H.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{FiniteSet, groups::{Cyclic, Subgroup}, sets::Cosets};
    /// let cosets = Cosets::new(Subgroup::generated(Cyclic::new(6)?, [3])?);
    /// assert_eq!(cosets.subgroup().cardinality(), Some(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn subgroup(&self) -> &Subgroup<G> {
        &self.subgroup
    }

    /// Whether x⁻¹y ∈ H.
    fn is_one_coset(&self, x: &G::Element, y: &G::Element) -> bool {
        let whole = self.subgroup.whole();
        self.subgroup.contains(&whole.compose(&whole.inverse(x), y))
    }
}

impl<G: Group> Set for Cosets<G> {
    type Element = G::Element;

    fn contains(&self, x: &G::Element) -> bool {
        self.subgroup.whole().contains(x)
    }

    fn distance(&self, x: &G::Element, y: &G::Element) -> f64 {
        if self.is_one_coset(x, y) {
            0.0
        } else {
            f64::INFINITY
        }
    }

    /// x times some elements of H.
    fn representatives(&self, x: &G::Element) -> Vec<G::Element> {
        /// How many other ways to write a coset are tried.
        const SOME: usize = 8;
        let whole = self.subgroup.whole();
        let finite = self.subgroup.finite();
        let elements = finite.iter().flat_map(|finite| finite.elements());
        let other = elements
            .map(|h| whole.compose(x, &h))
            .filter(|y| !whole.same(x, y));
        other.take(SOME).collect()
    }

    fn describe(&self, x: &G::Element) -> String {
        format!("the coset of {}", self.subgroup.whole().describe(x))
    }
}

impl<G: Group + FiniteSet> FiniteSet for Cosets<G> {
    fn elements(&self) -> Box<dyn Iterator<Item = G::Element> + '_> {
        let whole = self.subgroup.whole();
        let mut seen: Vec<bool> = whole.elements().map(|_| false).collect();
        Box::new(whole.elements().enumerate().filter_map(move |(i, x)| {
            if seen.get(i).copied() != Some(false) {
                return None;
            }
            for h in self.subgroup.elements() {
                let index = whole.index(&whole.compose(&x, &h));
                if let Some(seen) = index.and_then(|index| seen.get_mut(index)) {
                    *seen = true;
                }
            }
            Some(x)
        }))
    }

    /// xH
    fn all_representatives(&self, x: &G::Element) -> Box<dyn Iterator<Item = G::Element> + '_> {
        let (x, whole) = (x.clone(), self.subgroup.whole());
        Box::new(self.subgroup.elements().map(move |h| whole.compose(&x, &h)))
    }

    /// |G| / |H|
    fn cardinality(&self) -> Option<usize> {
        let order = self.subgroup.cardinality()?;
        self.subgroup.whole().cardinality()?.checked_div(order)
    }
}

impl<G: Group> GSet<G> for Cosets<G> {
    fn act(&self, g: &G::Element, x: &G::Element) -> G::Element {
        self.subgroup.whole().compose(g, x)
    }

    /// That H is a subgroup of the group that acts.
    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        same_group(group, self.subgroup.whole(), g, h)?;
        self.subgroup.closed(g, h)
    }

    fn lawful_by_construction(&self) -> bool {
        self.subgroup.lawful_by_construction()
    }
}
