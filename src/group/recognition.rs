//! The names of finite groups, decided by theorems.

use std::collections::BTreeMap;

use super::digits::lowered;
use super::{Closure, Group, subgroup_where};
use crate::set::FiniteSet;

/// The name of a finite group up to isomorphism, if it is one of those known here.
///
/// | name | group | decided by |
/// |---|---|---|
/// | trivial | of order 1 | |
/// | Cₙ | cyclic | an element of order n |
/// | C₂ × C₄, … | abelian, with n₁ \| n₂ \| … | how many elements have each order |
/// | Dₙ | dihedral, of order 2n | a cyclic subgroup of index 2, and only involutions outside |
/// | Q₂ₙ, Dicₙ | generalised quaternion, dicyclic | the same with elements of order 4 outside |
/// | A₄, S₄ | | order, four subgroups of order 3 and, for S₄, no element of order 6 |
/// | A₅, S₅ | | order, six subgroups of order 5 and, for S₅, no element of order 10 |
/// | H × C₂ | for H of this table | a central involution and a complement |
///
/// Two groups with one name are isomorphic. Of small groups with several names, two are given:
/// S₃ ≅ D₃ and C₂ × C₂ ≅ D₂.
///
/// # Complexity
///
/// O(|G| log² |G|) products.
///
/// # Examples
///
/// ```
/// use equivariant::{group::recognise, groups::{Alternating, Cyclic, Dihedral, Symmetric}};
///
/// assert_eq!(recognise(&Symmetric::new(3)).as_deref(), Some("S₃ ≅ D₃"));
/// assert_eq!(recognise(&Dihedral::new(4)?).as_deref(), Some("D₄"));
/// assert_eq!(recognise(&(Cyclic::new(2)?, Cyclic::new(3)?)).as_deref(), Some("C₆"));
/// assert_eq!(recognise(&Alternating::new(6)), None); // not in the table
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// D. S. Dummit and R. M. Foote, *Abstract Algebra* (3rd ed., 2004), sections 4.5, 5.2 and 5.4.
pub fn recognise<G: Group + FiniteSet>(group: &G) -> Option<String> {
    let (generators, elements) = subgroup_where(group, group, |_| true)?;
    name_of_group(group, group, &generators, &elements)
}

/// The name of the subgroup with these generators and elements, if it is a known one.
pub(crate) fn name_of_group<G: Group + ?Sized>(
    group: &G,
    finite: &dyn FiniteSet<Element = G::Element>,
    generators: &[G::Element],
    elements: &[G::Element],
) -> Option<String> {
    let n = elements.len() as u64;
    if n == 1 {
        return Some("trivial".to_owned());
    }
    let orders = Orders::of(group, elements)?;
    if orders.any(n) {
        return Some(format!("C{}", lowered(n)));
    }
    let commute = |g, h| group.same(&group.compose(g, h), &group.compose(h, g));
    let is_central = |g| generators.iter().all(|s| commute(s, g));
    if generators.iter().all(is_central) {
        return Some(orders.abelian());
    }
    if let Some(name) = orders.with_half_turns().or_else(|| orders.exceptional()) {
        return Some(name);
    }
    let e = group.identity();
    elements
        .iter()
        .filter(|g| !group.same(g, &e) && group.same(&group.compose(g, g), &e) && is_central(g))
        .find_map(|z| complement(group, finite, elements, z))
        .and_then(|half| {
            let elements: Vec<G::Element> = half.elements().cloned().collect();
            name_of_group(group, finite, half.generators(), &elements)
        })
        .map(|name| format!("{name} × C₂"))
}

/// A subgroup H of index 2 without the central involution z, so that G = H × ⟨z⟩.
///
/// A subgroup of index 2 contains all squares. The squares generate a normal subgroup with an
/// elementary abelian quotient, a vector space over the field of two elements; H is a hyperplane of
/// it that avoids the image of z, and a largest subspace that avoids one vector is a hyperplane.
/// Which z and H are taken does not matter: by the theorem of Krull, Remak and Schmidt, H is
/// determined up to isomorphism.
fn complement<G: Group + ?Sized>(
    group: &G,
    finite: &dyn FiniteSet<Element = G::Element>,
    elements: &[G::Element],
    z: &G::Element,
) -> Option<Closure<G::Element>> {
    let avoided = finite.index(z)?;
    let mut half = Closure::trivial(group, finite)?;
    for g in elements {
        half.extend(group, finite, group.compose(g, g))?;
    }
    if half.contains(avoided) {
        return None;
    }
    for g in elements {
        // with g, the subgroup grows by the coset g·H, which contains z if H contains g⁻¹·z
        if !half.contains(finite.index(&group.compose(&group.inverse(g), z))?) {
            half.extend(group, finite, g.clone())?;
        }
    }
    Some(half)
}

/// How many elements of a group have each order.
struct Orders {
    group: u64,
    of: Vec<(u64, u64)>,
}

impl Orders {
    /// `None` if the order of an element does not divide that of the group: it is none.
    fn of<G: Group + ?Sized>(group: &G, elements: &[G::Element]) -> Option<Self> {
        let n = elements.len() as u64;
        let primes = prime_divisors(n);
        let e = group.identity();
        let is_one = |g: &G::Element, n: u64| group.same(&group.power(g, n as i64), &e);
        let mut counts = BTreeMap::new();
        for g in elements {
            if !is_one(g, n) {
                return None;
            }
            let mut order = n;
            for &p in &primes {
                while order.is_multiple_of(p) && is_one(g, order / p) {
                    order /= p;
                }
            }
            *counts.entry(order).or_insert(0) += 1;
        }
        let of = counts.into_iter().collect();
        Some(Orders { group: n, of })
    }

    /// How many elements have this order.
    fn count(&self, order: u64) -> u64 {
        self.of
            .iter()
            .find(|(other, _)| *other == order)
            .map_or(0, |(_, count)| *count)
    }

    fn any(&self, order: u64) -> bool {
        self.count(order) > 0
    }

    /// The name of an abelian group, by its invariant factors n₁ | n₂ | …
    ///
    /// For a prime p the group is a product of cyclic groups of orders p^e₁, p^e₂, … and some of
    /// order prime to p, so that the solutions of x^(p^k) = 1 number p^(Σ min(k, eᵢ)): the exponents
    /// can be read off the number of elements of each order. The largest powers of all primes
    /// make up the last invariant factor, the next largest the one before, and so on.
    fn abelian(&self) -> String {
        let mut factors: Vec<u64> = Vec::new();
        for p in prime_divisors(self.group) {
            let mut below = 1; // the number of solutions of x^(p^(k-1)) = 1
            let mut q = p;
            loop {
                let solutions: u64 = self
                    .of
                    .iter()
                    .filter(|(order, _)| q % order == 0)
                    .map(|(_, count)| count)
                    .sum();
                let at_least = (solutions / below).checked_ilog(p).unwrap_or(0) as usize;
                if at_least == 0 {
                    break;
                }
                factors.resize(factors.len().max(at_least), 1);
                factors[..at_least].iter_mut().for_each(|n| *n *= p);
                (below, q) = (solutions, q * p);
            }
        }
        let factors: Vec<String> = factors
            .iter()
            .rev()
            .map(|n| format!("C{}", lowered(*n)))
            .collect();
        let name = factors.join(" × ");
        if self.group == 4 {
            format!("{name} ≅ D₂")
        } else {
            name
        }
    }

    /// The name of a dihedral or dicyclic group that is not abelian.
    ///
    /// Let r have order m = n/2. Then ⟨r⟩ has index 2, so x² lies in it for every x. If all x outside
    /// are involutions then (x·r)² = 1 reads x·r·x⁻¹ = r⁻¹: the relations of the dihedral group. If
    /// all x outside have order 4, then x² is the one involution of ⟨r⟩ and (x·r)² = x² again reads
    /// x·r·x⁻¹ = r⁻¹: the relations of the dicyclic group. As ⟨r⟩ is cyclic, it has one involution
    /// if m is even and two elements of order 4 if 4 divides m; the rest is counted outside.
    fn with_half_turns(&self) -> Option<String> {
        let m = self.group / 2;
        if self.group % 2 == 1 || !self.any(m) {
            return None;
        }
        if self.count(2) == m + u64::from(m.is_multiple_of(2)) {
            return Some(match m {
                3 => "S₃ ≅ D₃".to_owned(),
                _ => format!("D{}", lowered(m)),
            });
        }
        if m.is_multiple_of(2) && self.count(4) == m + 2 * u64::from(m.is_multiple_of(4)) {
            return Some(if m.is_power_of_two() {
                format!("Q{}", lowered(2 * m))
            } else {
                format!("Dic{}", lowered(m / 2))
            });
        }
        None
    }

    /// The name of a symmetric or alternating group of degree 4 or 5.
    ///
    /// **A₄, S₄.** Eight elements of order 3 form four subgroups P of order 3, which G permutes by
    /// conjugation. The kernel K of G → S₄ lies in N(P), of order |G|/4, and contains no P, as it
    /// would contain all four and have more than |G|/4 elements. So for |G| = 12, where |N(P)| = 3,
    /// it is trivial, and G is a subgroup of index 2 of S₄: A₄. For |G| = 24, where |N(P)| = 6, it has
    /// order 1 or 2; an element of order 2 in it would be central and, times one of order 3, have
    /// order 6. So without an element of order 6, G ≅ S₄.
    ///
    /// **A₅.** A group of order 60 with more than one subgroup of order 5 is simple, and a simple group
    /// of order 60 is A₅ (Dummit and Foote, chapter 4, propositions 21 and 23).
    ///
    /// **S₅.** Twenty-four elements of order 5 form six subgroups P of order 5, with |N(P)| = 20, which
    /// G permutes. The kernel contains no P, as it would have more than 20 elements; so its order
    /// divides 4, it has no automorphism of order 5, and an element of order 5 commutes with it.
    /// Without an element of order 10 it is trivial, and G is a subgroup of index 6 of S₆. S₆ acts
    /// faithfully on its six cosets, by an automorphism of S₆ that takes G to the stabiliser of a
    /// point: G ≅ S₅.
    fn exceptional(&self) -> Option<String> {
        let name = match self.group {
            12 if self.count(3) == 8 => "A₄",
            24 if self.count(3) == 8 && !self.any(6) => "S₄",
            60 if self.count(5) == 24 => "A₅",
            120 if self.count(5) == 24 && !self.any(10) => "S₅",
            _ => return None,
        };
        Some(name.to_owned())
    }
}

/// The primes that divide n.
fn prime_divisors(mut n: u64) -> Vec<u64> {
    let mut primes = Vec::new();
    let mut p = 2;
    while p * p <= n {
        if n.is_multiple_of(p) {
            primes.push(p);
            while n.is_multiple_of(p) {
                n /= p;
            }
        }
        p += 1;
    }
    if n > 1 {
        primes.push(n);
    }
    primes
}
