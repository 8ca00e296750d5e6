//! New equivariant maps from old: composition, product, restriction.

use super::EquivariantMap;
use crate::action::{GSet, Pullback};
use crate::group::Group;
use crate::homomorphism::Homomorphism;

/// What two maps have to share before they can be combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// Both maps have to be equivariant for the same group.
    Group,
    /// Both maps have to start from the same set.
    Domain,
    /// The second map has to start from the set in which the first one ends.
    Codomain,
}

/// Two maps whose groups or sets have the same type and different values cannot be combined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the maps do not fit together: the {} of the first is {first}, {} {second}", match .operand {
    Operand::Group => "group",
    Operand::Domain => "domain",
    Operand::Codomain => "codomain",
}, match .operand {
    Operand::Group => "that of the second is",
    Operand::Domain => "that of the second is",
    Operand::Codomain => "the domain of the second is",
})]
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
/// let shift = |n| Cyclic::new(n).map(|c| EquivariantMap::new(c, Regular(c), Regular(c), |x| *x));
/// let error = shift(5)?.then(shift(6)?).unwrap_err();
/// assert!(error.to_string().starts_with("the maps do not fit together"));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
pub struct Mismatch {
    /// What differs.
    pub operand: Operand,
    /// What the first map has.
    pub first: String,
    /// What the second map has.
    pub second: String,
}

fn agree<T: PartialEq + std::fmt::Debug>(
    operand: Operand,
    first: &T,
    second: &T,
) -> Result<(), Mismatch> {
    if first == second {
        return Ok(());
    }
    Err(Mismatch {
        operand,
        first: format!("{first:?}"),
        second: format!("{second:?}"),
    })
}

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// First this map, then `next`: h ∘ f, equivariant if both are.
    ///
    /// # Errors
    ///
    /// [`Mismatch`], if the groups, or the set between the two maps, have the same type but not the
    /// same value: two cyclic groups of different order, say.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c5 = Cyclic::new(5)?;
    /// let shift = |by: u64| EquivariantMap::new(c5, Regular(c5), Regular(c5), move |x| (x + by) % 5);
    /// assert_eq!(shift(2).then(shift(4))?.apply(&0), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn then<Z, H>(
        self,
        next: EquivariantMap<G, Y, Z, H>,
    ) -> Result<EquivariantMap<G, X, Z, impl Fn(&X::Element) -> Z::Element>, Mismatch>
    where
        G: PartialEq + std::fmt::Debug,
        Y: PartialEq + std::fmt::Debug,
        Z: GSet<G>,
        H: Fn(&Y::Element) -> Z::Element,
    {
        agree(Operand::Group, &self.group, &next.group)?;
        agree(Operand::Codomain, &self.codomain, &next.domain)?;
        let (first, second) = (self.map, next.map);
        Ok(EquivariantMap {
            group: self.group,
            domain: self.domain,
            codomain: next.codomain,
            map: move |x: &X::Element| second(&first(x)),
        })
    }

    /// The product with another map from the same set: x ↦ (f(x), h(x)), equivariant if both are.
    ///
    /// # Errors
    ///
    /// [`Mismatch`], if the groups or the domains have the same type but not the same value.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c5 = Cyclic::new(5)?;
    /// let shift = |by: u64| EquivariantMap::new(c5, Regular(c5), Regular(c5), move |x| (x + by) % 5);
    /// let both = shift(2).product(shift(4))?;
    /// assert_eq!(both.apply(&0), (2, 4));
    /// both.prove()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn product<Z, H>(
        self,
        other: EquivariantMap<G, X, Z, H>,
    ) -> Result<
        EquivariantMap<G, X, (Y, Z), impl Fn(&X::Element) -> (Y::Element, Z::Element)>,
        Mismatch,
    >
    where
        G: PartialEq + std::fmt::Debug,
        X: PartialEq + std::fmt::Debug,
        Z: GSet<G>,
        H: Fn(&X::Element) -> Z::Element,
    {
        agree(Operand::Group, &self.group, &other.group)?;
        agree(Operand::Domain, &self.domain, &other.domain)?;
        let (first, second) = (self.map, other.map);
        Ok(EquivariantMap {
            group: self.group,
            domain: self.domain,
            codomain: (self.codomain, other.codomain),
            map: move |x: &X::Element| (first(x), second(x)),
        })
    }

    /// The same map, equivariant for H along ψ : H → G; for the inclusion of a subgroup this is the
    /// restriction to it.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, homomorphism::Between, sets::Regular};
    ///
    /// let (c2, c6) = (Cyclic::new(2)?, Cyclic::new(6)?);
    /// let negation = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (6 - x) % 6);
    /// assert!(negation.prove().is_err());
    /// let half_turns = negation.restrict(Between::new(c2, c6, |g| 3 * g));
    /// assert!(half_turns.prove().is_ok());
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn restrict<P>(
        self,
        along: P,
    ) -> EquivariantMap<P::Source, Pullback<P, X>, Pullback<P, Y>, F>
    where
        P: Homomorphism<Target = G> + Clone,
        P::Source: Clone,
    {
        EquivariantMap {
            group: along.source().clone(),
            domain: Pullback {
                along: along.clone(),
                set: self.domain,
            },
            codomain: Pullback {
                along,
                set: self.codomain,
            },
            map: self.map,
        }
    }
}
