//! Sets given by a list of their elements.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use crate::set::{FiniteSet, Set};

/// The finite set with the elements that are listed.
///
/// # Conventions
///
/// Elements are the same if they are equal; the distance of two different ones is infinite. The
/// order of the list is the order of [`elements`](FiniteSet::elements).
///
/// # Complexity
///
/// `contains` and `index` look an element up in a hash table. A clone shares it.
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Set, sets::Finite};
///
/// let colours = Finite::new(["red", "green", "blue"])?;
/// assert_eq!(colours.index(&"green"), Some(1));
/// assert!(!colours.contains(&"white"));
/// assert_eq!(
///     Finite::new([2, 3, 2]).unwrap_err().to_string(),
///     "2 is listed twice, at 0 and at 2",
/// );
/// # Ok::<(), equivariant::sets::RepeatedElement>(())
/// ```
#[derive(Clone, Debug)]
pub struct Finite<E> {
    list: Arc<List<E>>,
}

#[derive(Debug)]
struct List<E> {
    elements: Vec<E>,
    places: HashMap<E, usize>,
}

/// A set has every element once.
///
/// # Examples
///
/// ```
/// use equivariant::sets::Finite;
/// println!("{}", Finite::new(["north", "east", "north"]).unwrap_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{element} is listed twice, at {first} and at {second}")]
pub struct RepeatedElement {
    /// The element, in words.
    pub element: String,
    /// Its first place in the list, counted from 0.
    pub first: usize,
    /// Its second place.
    pub second: usize,
}

impl<E: Clone + Debug + Eq + Hash> Finite<E> {
    /// The set of the elements in the list.
    ///
    /// # Errors
    ///
    /// [`RepeatedElement`], if one of them is listed twice.
    pub fn new(elements: impl IntoIterator<Item = E>) -> Result<Self, RepeatedElement> {
        let elements: Vec<E> = elements.into_iter().collect();
        let mut places = HashMap::with_capacity(elements.len());
        for (second, element) in elements.iter().enumerate() {
            if let Some(first) = places.insert(element.clone(), second) {
                return Err(RepeatedElement {
                    element: format!("{element:?}"),
                    first,
                    second,
                });
            }
        }
        Ok(Finite {
            list: Arc::new(List { elements, places }),
        })
    }
}

/// Two sets are equal if they list the same elements in the same order.
impl<E: PartialEq> PartialEq for Finite<E> {
    fn eq(&self, other: &Self) -> bool {
        self.list.elements == other.list.elements
    }
}

impl<E: Eq> Eq for Finite<E> {}

impl<E: Clone + Debug + Eq + Hash> Set for Finite<E> {
    type Element = E;

    fn contains(&self, x: &E) -> bool {
        self.list.places.contains_key(x)
    }

    fn distance(&self, x: &E, y: &E) -> f64 {
        if x == y { 0.0 } else { f64::INFINITY }
    }
}

impl<E: Clone + Debug + Eq + Hash> FiniteSet for Finite<E> {
    fn elements(&self) -> Box<dyn Iterator<Item = E> + '_> {
        Box::new(self.list.elements.iter().cloned())
    }

    fn cardinality(&self) -> Option<usize> {
        Some(self.list.elements.len())
    }

    fn index(&self, x: &E) -> Option<usize> {
        self.list.places.get(x).copied()
    }
}
