//! The inverse of a bijection between finite G-sets.

use super::EquivariantMap;
use crate::action::GSet;
use crate::group::Group;
use crate::set::FiniteSet;

/// A map that has no inverse.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
/// let c6 = Cyclic::new(6)?;
/// let constant = EquivariantMap::new(c6, Regular(c6), Regular(c6), |_| 0);
/// println!("{}", constant.inverse().unwrap_err());
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotBijective {
    /// Two elements have the same image.
    #[error("not injective: {first} and {second} have the same image {image}")]
    NotInjective {
        /// One element.
        first: String,
        /// Another element.
        second: String,
        /// The image of both.
        image: String,
    },
    /// An element is no image.
    #[error("not surjective: nothing is sent to {missing}")]
    NotSurjective {
        /// The element.
        missing: String,
    },
    /// An image is not in the codomain.
    #[error("{element} is sent to {image}, which is not in the codomain")]
    OutsideCodomain {
        /// The element.
        element: String,
        /// Its image.
        image: String,
    },
}

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: Group,
    X: GSet<G> + FiniteSet,
    Y: GSet<G> + FiniteSet,
    F: Fn(&X::Element) -> Y::Element,
{
    /// The inverse map, equivariant if this one is.
    ///
    /// # Errors
    ///
    /// [`NotBijective`], with the elements that show it.
    ///
    /// # Complexity
    ///
    /// O(|X|) evaluations and look-ups now, one look-up for every later value.
    ///
    /// # Panics
    ///
    /// The inverse panics if it is given an element that is not in its domain.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c7 = Cyclic::new(7)?;
    /// let shift = EquivariantMap::new(c7, Regular(c7), Regular(c7), |x| (x + 3) % 7);
    /// let back = shift.inverse()?;
    /// assert_eq!(back.apply(&1), 5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn inverse(
        self,
    ) -> Result<EquivariantMap<G, Y, X, impl Fn(&Y::Element) -> X::Element>, NotBijective>
    where
        Y: Clone,
    {
        let mut preimages: Vec<Option<X::Element>> = Vec::new();
        for x in self.domain.elements() {
            let y = self.apply(&x);
            let index = self
                .codomain
                .index(&y)
                .ok_or_else(|| NotBijective::OutsideCodomain {
                    element: self.domain.describe(&x),
                    image: self.codomain.describe(&y),
                })?;
            if preimages.len() <= index {
                preimages.resize(index + 1, None);
            }
            if let Some(first) = &preimages[index] {
                return Err(NotBijective::NotInjective {
                    first: self.domain.describe(first),
                    second: self.domain.describe(&x),
                    image: self.codomain.describe(&y),
                });
            }
            preimages[index] = Some(x);
        }
        let mut inverse = Vec::with_capacity(preimages.len());
        let mut preimages = preimages.into_iter();
        for y in self.codomain.elements() {
            let x = preimages
                .next()
                .flatten()
                .ok_or_else(|| NotBijective::NotSurjective {
                    missing: self.codomain.describe(&y),
                })?;
            inverse.push(x);
        }
        let codomain = self.codomain.clone();
        Ok(EquivariantMap {
            group: self.group,
            domain: self.codomain,
            codomain: self.domain,
            map: move |y: &Y::Element| {
                let index = codomain
                    .index(y)
                    .expect("the inverse of a bijection is defined on its codomain");
                inverse[index].clone()
            },
        })
    }
}
