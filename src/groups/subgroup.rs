//! Subgroups.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::group::{Abelian, Closure, Generated, Group, laws, subgroup_where};
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_set};

/// A subgroup, given by generators or by a condition on the elements.
///
/// # Conventions
///
/// Elements, product and distance are those of the whole group. The elements of a finite subgroup are
/// listed in the order of the whole group.
///
/// A condition is a claim. In a finite group it is settled when the subgroup is made, and one that
/// describes no subgroup is refused by every check and proof; elsewhere the law `closed` of the group
/// checks it, like any other.
///
/// # Complexity
///
/// A subgroup of a finite group is listed when it is made: O(|H| |S|) products for generators,
/// O(|G|) conditions and O(|H| log |H|) products for a condition. A clone shares the list.
///
/// # Examples
///
/// ```
/// use equivariant::{Exhaustive, FiniteSet, groups::{Cyclic, Permutation, Subgroup, Symmetric}};
///
/// let s4 = Symmetric::new(4);
/// let quarter_turn = Permutation::from_cycles(4, &[&[0, 1, 2, 3]])?;
/// let turns = Subgroup::generated(s4, [quarter_turn])?;
/// assert_eq!(turns.cardinality(), Some(4));
///
/// let stabiliser = Subgroup::satisfying(s4, |g| g.apply(0) == 0);
/// assert_eq!(stabiliser.cardinality(), Some(6));
/// Exhaustive.group(&stabiliser)?;
///
/// let none = Subgroup::satisfying(Cyclic::new(6)?, |g| *g < 2);
/// assert_eq!(Exhaustive.group(&none).unwrap_err().law(), "closed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Subgroup<G: Set> {
    whole: G,
    condition: Arc<Condition<G::Element>>,
    listing: Option<Arc<Listing<G::Element>>>,
}

type Condition<E> = dyn Fn(&E) -> bool + Send + Sync;

/// The elements of a finite subgroup, and the place of each by its index in the whole group.
struct Listing<E> {
    elements: Vec<E>,
    places: BTreeMap<usize, usize>,
    generators: Vec<E>,
    /// Whether the generators generate the elements, which are a subgroup then.
    is_generated: bool,
}

/// A generator that is no element of the group.
///
/// # Examples
///
/// ```
/// use equivariant::groups::{Cyclic, Subgroup};
/// let error = Subgroup::generated(Cyclic::new(6)?, [2, 9]).unwrap_err();
/// assert_eq!((error.element.as_str(), error.place), ("9", 1));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the generator {element}, at {place}, is not an element of the group")]
pub struct NotAnElement {
    /// The generator, in words.
    pub element: String,
    /// Its place among the generators, counted from 0.
    pub place: usize,
}

impl<E: Clone + fmt::Debug> Listing<E> {
    fn new(
        whole: &dyn FiniteSet<Element = E>,
        elements: Vec<E>,
        generators: Vec<E>,
        is_generated: bool,
    ) -> Self {
        let indices = elements.iter().map(|g| whole.index(g));
        let places = indices
            .zip(0..)
            .filter_map(|(index, place)| Some((index?, place)));
        Listing {
            places: places.collect(),
            elements,
            generators,
            is_generated,
        }
    }
}

impl<G: Group> Subgroup<G> {
    /// The subgroup of `whole` that the elements generate.
    ///
    /// # Errors
    ///
    /// [`NotAnElement`], if a generator, or a product of it and those before, is missing from the
    /// elements of the whole group.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{FiniteSet, groups::{Cyclic, Subgroup}};
    /// let thirds = Subgroup::generated(Cyclic::new(12)?, [4])?;
    /// assert_eq!(thirds.elements().collect::<Vec<_>>(), [0, 4, 8]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn generated(
        whole: G,
        generators: impl IntoIterator<Item = G::Element>,
    ) -> Result<Self, NotAnElement>
    where
        G: FiniteSet + Clone + Send + Sync + 'static,
        G::Element: Send + Sync + 'static,
    {
        let refused = |place, generator: &G::Element| NotAnElement {
            element: whole.describe(generator),
            place,
        };
        let e = whole.identity();
        let mut closure = Closure::trivial(&whole, &whole).ok_or_else(|| refused(0, &e))?;
        for (place, generator) in generators.into_iter().enumerate() {
            let error = refused(place, &generator);
            closure.extend(&whole, &whole, generator).ok_or(error)?;
        }
        let elements = closure.elements().cloned().collect();
        let generators = closure.generators().to_vec();
        let listing = Arc::new(Listing::new(&whole, elements, generators, true));
        let (group, list) = (whole.clone(), Arc::clone(&listing));
        let is_listed = move |g: &G::Element| {
            let index = group.index(g);
            index.is_some_and(|index| list.places.contains_key(&index))
        };
        Ok(Subgroup {
            whole,
            condition: Arc::new(is_listed),
            listing: Some(listing),
        })
    }

    /// The subgroup of the elements of `whole` that satisfy a condition.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{FiniteSet, groups::{Cyclic, Subgroup}};
    /// let thirds = Subgroup::satisfying(Cyclic::new(12)?, |g| g % 4 == 0);
    /// assert_eq!(thirds.cardinality(), Some(3));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn satisfying(
        whole: G,
        condition: impl Fn(&G::Element) -> bool + Send + Sync + 'static,
    ) -> Self {
        let listing = whole.finite().map(|finite| {
            let elements: Vec<G::Element> = finite.elements().filter(|g| condition(g)).collect();
            let generated = subgroup_where(&whole, &*finite, &condition)
                .filter(|(_, generated)| generated.len() == elements.len());
            let is_generated = generated.is_some();
            let generators =
                generated.map_or_else(|| elements.clone(), |(generators, _)| generators);
            Arc::new(Listing::new(&*finite, elements, generators, is_generated))
        });
        Subgroup {
            whole,
            condition: Arc::new(condition),
            listing,
        }
    }

    /// The group that this is a subgroup of.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{Cyclic, Subgroup};
    /// let c12 = Cyclic::new(12)?;
    /// assert_eq!(*Subgroup::generated(c12, [4])?.whole(), c12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn whole(&self) -> &G {
        &self.whole
    }

    /// That the elements are a subgroup: where they are listed, of all of them, and elsewhere at g and h.
    pub(crate) fn closed(&self, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        match &self.listing {
            Some(listing) if listing.is_generated => Ok(()),
            Some(listing) => listing.elements.iter().try_for_each(|g| {
                let mut others = listing.elements.iter();
                others.try_for_each(|h| laws::closed(self, g, h))
            }),
            None if self.contains(g) && self.contains(h) => laws::closed(self, g, h),
            None => Ok(()),
        }
    }
}

impl<G: Set + fmt::Debug> fmt::Debug for Subgroup<G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Subgroup");
        text.field("whole", &self.whole);
        if let Some(listing) = &self.listing {
            text.field("generators", &listing.generators);
        }
        text.finish_non_exhaustive()
    }
}

/// Two subgroups are equal if they are subgroups of the same group and list the same elements, or
/// share one condition.
impl<G: Set + PartialEq> PartialEq for Subgroup<G> {
    fn eq(&self, other: &Self) -> bool {
        self.whole == other.whole
            && match (&self.listing, &other.listing) {
                (Some(one), Some(other)) => one.places == other.places,
                _ => Arc::ptr_eq(&self.condition, &other.condition),
            }
    }
}

forward_set! {
    [G: Set] Subgroup<G> : G, |this| this.whole, where |x| (this.condition)(x);
}

impl<G: Group> Group for Subgroup<G> {
    fn identity(&self) -> G::Element {
        self.whole.identity()
    }

    #[inline]
    fn compose(&self, g: &G::Element, h: &G::Element) -> G::Element {
        self.whole.compose(g, h)
    }

    #[inline]
    fn inverse(&self, g: &G::Element) -> G::Element {
        self.whole.inverse(g)
    }

    /// The factors in the whole group, if all of them belong.
    fn factors(&self, g: &G::Element) -> Vec<G::Element> {
        let factors = self.whole.factors(g);
        if factors.iter().all(|factor| self.contains(factor)) {
            factors
        } else {
            vec![g.clone()]
        }
    }

    fn lawful_by_construction(&self) -> bool {
        let listing = self.listing.as_ref();
        self.whole.lawful_by_construction() && listing.is_some_and(|listing| listing.is_generated)
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = G::Element> + '_>> {
        let listing = self.listing.as_ref()?;
        let whole = self.whole.finite()?;
        Some(Box::new(Listed { whole, listing }))
    }
}

/// A finite subgroup as a finite set.
struct Listed<'a, E> {
    whole: Box<dyn FiniteSet<Element = E> + 'a>,
    listing: &'a Listing<E>,
}

forward_set! {
    [E: Clone + fmt::Debug] Listed<'_, E> : Box<dyn FiniteSet<Element = E>>, |this| this.whole,
        where |x| this.index(x).is_some();
}

impl<E: Clone + fmt::Debug> FiniteSet for Listed<'_, E> {
    fn elements(&self) -> Box<dyn Iterator<Item = E> + '_> {
        Box::new(self.listing.elements.iter().cloned())
    }

    fn cardinality(&self) -> Option<usize> {
        Some(self.listing.elements.len())
    }

    fn index(&self, x: &E) -> Option<usize> {
        self.listing.places.get(&self.whole.index(x)?).copied()
    }
}

impl<G: Group + FiniteSet> FiniteSet for Subgroup<G> {
    fn elements(&self) -> Box<dyn Iterator<Item = G::Element> + '_> {
        match &self.listing {
            Some(listing) => Box::new(listing.elements.iter().cloned()),
            None => Box::new(self.whole.elements().filter(|x| (self.condition)(x))),
        }
    }

    fn index(&self, x: &G::Element) -> Option<usize> {
        match &self.listing {
            Some(listing) => listing.places.get(&self.whole.index(x)?).copied(),
            None => self.elements().position(|y| self.same(x, &y)),
        }
    }
}

impl<G: Abelian> Abelian for Subgroup<G> {}

impl<G: Group + FiniteSet> Generated for Subgroup<G> {
    /// The generators it was made with, without those that the ones before generate; for a condition,
    /// elements found in the order of the group, or all if they are no subgroup.
    fn generators(&self) -> Vec<G::Element> {
        match &self.listing {
            Some(listing) => listing.generators.clone(),
            None => self.elements().collect(),
        }
    }
}

/// Uniform on the list.
#[cfg(feature = "rand")]
impl<G: Group + FiniteSet> crate::group::HaarMeasure for Subgroup<G> {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> G::Element {
        use rand::seq::IteratorRandom;
        let drawn = match &self.listing {
            Some(listing) => listing.elements.iter().choose(random).cloned(),
            None => self.elements().choose(random),
        };
        drawn.unwrap_or_else(|| self.identity())
    }
}
