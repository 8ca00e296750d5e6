//! The exhaustive check of finite structures.

use crate::action::{self, GSet};
use crate::group::{self, Abelian, Group, subgroup_where};
use crate::homomorphism::{self, Homomorphism};
use crate::law::{Evidence, Report, Tally, Violation, guarded, is_listed, metric};
use crate::set::{FiniteSet, Set, Tolerance};

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

/// What was proved of one law, by evaluating what `how` says.
fn proved(law: &str, how: &str, tally: Tally) -> Report {
    Report::of(law, Evidence::Proved(how.to_owned()), tally)
}

impl Exhaustive {
    /// Checks that the elements are listed as they should be and, on all triples, that the distance is a
    /// metric.
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
        let report = listed(set)?;
        let [mut reflexive, mut symmetric, mut triangle] = <[Tally; 3]>::default();
        for x in &elements {
            reflexive.count_next(metric::reflexive(set, x)?);
            for y in &elements {
                symmetric.count_next(metric::symmetric(set, x, y)?);
                for z in &elements {
                    triangle.count_next(metric::triangle(set, x, y, z)?);
                }
            }
        }
        Ok(report
            .merge(proved("reflexive", "all elements", reflexive))
            .merge(proved("symmetric", "all pairs of elements", symmetric))
            .merge(proved("triangle", "all triples of elements", triangle)))
    }

    /// Checks the group laws on all elements.
    ///
    /// Associativity is needed only with a generator in the middle (Light's test): the elements s with
    /// (g·s)·h = g·(s·h) for all g and h are closed under the product.
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
        let report = listed(group)?;
        let middle = generators_or_all(group, &elements);
        for g in &elements {
            for s in &middle {
                let Ok(product) = guarded(|| group.compose(s, g)) else {
                    continue; // for the laws to name
                };
                is_listed(group, "g · h", &product).map_err(|violation| {
                    violation
                        .element("g", group.describe(s))
                        .element("h", group.describe(g))
                })?;
            }
        }
        let evidence = |how: &str| Evidence::Proved(how.to_owned());
        Ok(report.merge(group::laws_on(group, &elements, &middle, evidence)?))
    }

    /// The group laws, where they are not a theorem.
    fn group_unless_lawful<G: Group + FiniteSet>(&self, group: &G) -> Result<Report, Violation> {
        if group.lawful_by_construction() {
            Ok(Report::of("group", Evidence::Theorem, Tally::default()))
        } else {
            self.group(group)
        }
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
        let report = self.group(group)?;
        let mut tally = Tally::default();
        for g in group.elements() {
            for h in group.elements() {
                tally.count_next(group::laws::commutative(group, &g, &h)?);
            }
        }
        Ok(report.merge(proved("commutative", "all pairs of elements", tally)))
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
        let report = self.group_unless_lawful(source)?;
        let generators = left_factors(source, &elements, phi.target().tolerance());
        let [mut closed, mut multiplicative] = <[Tally; 2]>::default();
        for g in &elements {
            homomorphism::laws::closed(phi, g)?;
            closed.count_next(0.0);
        }
        for g in &elements {
            for s in &generators {
                let error = homomorphism::laws::multiplicative(phi, s, g)?;
                multiplicative.count_next(error);
            }
        }
        let how = "generators × elements";
        let closed = proved("closed", "all elements", closed);
        Ok(report
            .merge(closed)
            .merge(proved("multiplicative", how, multiplicative)))
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
        let report = self.group_unless_lawful(group)?.merge(listed(set)?);
        let generators = left_factors(group, &elements, set.tolerance());
        for g in &elements {
            for s in &generators {
                set.premises(group, s, g)?;
            }
        }
        let [mut identity, mut closed, mut compatible] = <[Tally; 3]>::default();
        for x in set.elements() {
            identity.count_next(action::laws::identity(group, set, &x)?);
            for g in &elements {
                action::laws::closed(group, set, g, &x)?;
                for other in set.all_representatives(&x) {
                    action::laws::well_defined_at(group, set, g, &x, &other)?;
                }
                closed.count_next(0.0);
                for s in &generators {
                    let error = action::laws::compatible(group, set, s, g, &x)?;
                    compatible.count_next(error);
                }
            }
        }
        let how = "generators × elements × points";
        Ok(report
            .merge(proved("identity", "all points", identity))
            .merge(proved("closed", "elements × points", closed))
            .merge(proved("compatible", how, compatible)))
    }
}

/// That the elements of a set are listed as they should be.
fn listed<S: FiniteSet + ?Sized>(set: &S) -> Result<Report, Violation> {
    let mut tally = Tally::default();
    for (place, x) in set.elements().enumerate() {
        metric::listed(set, place, &x)?;
        tally.count_next(0.0);
    }
    Ok(proved("listed", "all elements", tally))
}

/// The left factors at which a law has to be evaluated: generators, or all elements where errors of
/// rounding would add up along a word.
fn left_factors<G: Group + FiniteSet>(
    group: &G,
    elements: &[<G as Set>::Element],
    tolerance: Tolerance,
) -> Vec<<G as Set>::Element> {
    if tolerance.is_exact() {
        generators_or_all(group, elements)
    } else {
        elements.to_vec()
    }
}

/// Generators of the group; all elements, if a product is not listed or panics, which the laws will say.
fn generators_or_all<G: Group + FiniteSet>(
    group: &G,
    elements: &[<G as Set>::Element],
) -> Vec<<G as Set>::Element> {
    guarded(|| subgroup_where(group, group, |_| true))
        .ok()
        .flatten()
        .map_or_else(|| elements.to_vec(), |(generators, _)| generators)
}
