//! The exhaustive check of finite structures.

use crate::action::{self, GSet};
use crate::group::{self, Abelian, Group, subgroup_where};
use crate::homomorphism::{self, Homomorphism};
use crate::law::{Claim, Evidence, Report, Tally, Violation, Worst, metric};
use crate::set::{FiniteSet, Recorded, Set};

/// The exhaustive check: laws of finite structures, on all elements. What passes is proved.
///
/// | method | laws |
/// |---|---|
/// | [`set`](Exhaustive::set) | the distance is a metric |
/// | [`group`](Exhaustive::group), [`abelian`](Exhaustive::abelian) | the group laws |
/// | [`homomorphism`](Exhaustive::homomorphism) | φ(g·h) = φ(g)·φ(h) |
/// | [`action`](Exhaustive::action) | the laws of an action |
///
/// For maps see [`EquivariantMap::prove`](crate::EquivariantMap::prove).
///
/// # Examples
///
/// ```
/// use equivariant::{Exhaustive, groups::Dihedral};
/// let report = Exhaustive.group(&Dihedral::new(4)?)?;
/// assert_eq!(report.tally("left_inverse").unwrap().cases, 8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exhaustive;

/// A report under construction.
struct Proofs(Report);

impl Proofs {
    fn add(&mut self, law: &str, how: &str, cases: u64, largest: f64) {
        let worst = (largest > 0.0).then(|| Worst {
            error: largest,
            case: 0,
            elements: Vec::new(),
        });
        let tally = Tally {
            cases,
            worst,
            ..Tally::default()
        };
        let law = law.to_owned();
        let evidence = Evidence::Proved(how.to_owned());
        self.0.add(Claim { law, evidence }, tally);
    }
}

impl Exhaustive {
    /// Checks, on all triples of elements, that the distance is a metric.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Complexity
    ///
    /// O(n³).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Cyclic};
    /// Exhaustive.set(&Cyclic::new(12)?)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn set<S: FiniteSet + ?Sized>(&self, set: &S) -> Result<Report, Violation> {
        let elements: Vec<_> = set.elements().collect();
        let mut cases = 0;
        for x in &elements {
            metric::reflexive(set, x)?;
            for y in &elements {
                metric::symmetric(set, x, y)?;
                for z in &elements {
                    metric::triangle(set, x, y, z)?;
                    cases += 1;
                }
            }
        }
        let mut proofs = Proofs(Report::default());
        proofs.add("metric", "all triples of elements", cases, 0.0);
        Ok(proofs.0)
    }

    /// Checks the group laws on all elements.
    ///
    /// Associativity is needed only with a generator in the middle (Light's test): the elements s
    /// with (g·s)·h = g·(s·h) for all g and h are closed under the product.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Complexity
    ///
    /// O(|G|² log |G|) products.
    ///
    /// # References
    ///
    /// A. H. Clifford and G. B. Preston, *The Algebraic Theory of Semigroups* I (1961), section 1.2.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Cyclic};
    /// Exhaustive.group(&Cyclic::new(12)?)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn group<G: Group + FiniteSet>(&self, group: &G) -> Result<Report, Violation> {
        let elements: Vec<_> = group.elements().collect();
        let order = elements.len() as u64;
        let recorded = Recorded::new(group);
        let mut proofs = Proofs(Report::default());
        for g in &elements {
            for h in &elements {
                group::laws::closed(group, g, h)?;
            }
        }
        proofs.add("closed", "all pairs of elements", order * order, 0.0);
        for g in &elements {
            group::laws::left_identity(&recorded, g)?;
        }
        proofs.add("left_identity", "all elements", order, recorded.take());
        for g in &elements {
            group::laws::left_inverse(&recorded, g)?;
        }
        proofs.add("left_inverse", "all elements", order, recorded.take());
        for g in &elements {
            group::laws::factored(&recorded, g)?;
        }
        proofs.add("factored", "all elements", order, recorded.take());
        let middle = subgroup_where(group, group, |_| true)
            .map_or_else(|| elements.clone(), |(generators, _)| generators);
        for g in &elements {
            for s in &middle {
                for h in &elements {
                    group::laws::associative(&recorded, g, s, h)?;
                }
            }
        }
        let cases = order * order * middle.len() as u64;
        let how = "all pairs of elements, generators in the middle";
        proofs.add("associative", how, cases, recorded.take());
        Ok(proofs.0)
    }

    /// Checks the laws of an abelian group on all elements.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Cyclic};
    /// Exhaustive.abelian(&Cyclic::new(12)?)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn abelian<G: Abelian + FiniteSet>(&self, group: &G) -> Result<Report, Violation> {
        let mut proofs = Proofs(self.group(group)?);
        let recorded = Recorded::new(group);
        let mut cases = 0;
        for g in group.elements() {
            for h in group.elements() {
                group::laws::commutative(&recorded, &g, &h)?;
                cases += 1;
            }
        }
        proofs.add(
            "commutative",
            "all pairs of elements",
            cases,
            recorded.take(),
        );
        Ok(proofs.0)
    }

    /// Checks that φ is a homomorphism, on all elements beside generators.
    ///
    /// If φ(s·g) = φ(s)·φ(g) for all generators s and all g, then φ is multiplicative, by induction
    /// on the length of the left factor.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Symmetric, homomorphisms::Sign};
    /// Exhaustive.homomorphism(&Sign::new(Symmetric::new(4)))?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn homomorphism<P>(&self, phi: &P) -> Result<Report, Violation>
    where
        P: Homomorphism,
        P::Source: FiniteSet,
    {
        let source = phi.source();
        let elements: Vec<_> = source.elements().collect();
        let generators = generators_or_all(source, &elements);
        for g in &elements {
            homomorphism::laws::closed(phi, g)?;
        }
        for g in &elements {
            for s in &generators {
                homomorphism::laws::multiplicative(phi, s, g)?;
            }
        }
        let cases = (elements.len() * generators.len()) as u64;
        let mut proofs = Proofs(Report::default());
        proofs.add("multiplicative", "generators × elements", cases, 0.0);
        Ok(proofs.0)
    }

    /// Checks the laws of an action of a finite group on a finite set, at generators × elements ×
    /// points.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Symmetric, sets::Positions};
    /// Exhaustive.action(&Symmetric::new(4), &Positions(4))?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn action<G, X>(&self, group: &G, set: &X) -> Result<Report, Violation>
    where
        G: Group + FiniteSet,
        X: GSet<G> + FiniteSet,
    {
        let elements: Vec<_> = group.elements().collect();
        let generators = generators_or_all(group, &elements);
        let recorded = Recorded::new(set);
        let mut cases = 0;
        for x in set.elements() {
            action::laws::identity(group, &recorded, &x)?;
            for g in &elements {
                action::laws::closed(group, set, g, &x)?;
                for s in &generators {
                    set.premises(s, g)?;
                    action::laws::compatible(group, &recorded, s, g, &x)?;
                    cases += 1;
                }
            }
        }
        let mut proofs = Proofs(Report::default());
        let how = "generators × elements × points";
        proofs.add("action", how, cases, recorded.take());
        Ok(proofs.0)
    }
}

fn generators_or_all<G: Group + FiniteSet>(
    group: &G,
    elements: &[<G as Set>::Element],
) -> Vec<<G as Set>::Element> {
    subgroup_where(group, group, |_| true)
        .map_or_else(|| elements.to_vec(), |(generators, _)| generators)
}
