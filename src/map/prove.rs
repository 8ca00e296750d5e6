//! Evidence that is a proof.

use super::diagnosis::refine;
use super::trials::{Trials, codomain_laws, domain_laws};
use super::{EquivariantMap, laws};
use crate::action::GSet;
use crate::group::{self, Generated};
use crate::law::{Claim, Diagnosis, Evidence, Report, Tally, Violation, guarded};
use crate::set::FiniteSet;

/// How many words in the generators stand for an infinite group whose action has to be tried.
const WORDS: usize = 256;

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: Generated,
    X: GSet<G> + FiniteSet,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// Proves that f is equivariant, by evaluating it at generators × points.
    ///
    /// Generators suffice: the elements g with f(g·x) = g·f(x) for all x form a subgroup, because
    /// f(g·h·x) = g·f(h·x) = g·h·f(x) and, with x = g·z, f(g⁻¹·x) = f(z) = g⁻¹·g·f(z) = g⁻¹·f(x). A
    /// subgroup that contains the generators is the whole group.
    ///
    /// That needs both actions to be actions and φ to be a homomorphism, which is checked first: not
    /// at all where it is a theorem, at generators × elements × points for a finite group (by
    /// induction on the length of the left factor, e·x = x and (s·g)·x = s·(g·x) for the generators
    /// s give an action), and at words in the generators for an infinite one, where the report says
    /// so. If a set is compared up to rounding, then so is the proof.
    ///
    /// It also needs the group to be one and the generators to generate it. That is a theorem for the
    /// groups of this crate; for a finite group of your own it is checked on all elements. For an
    /// infinite one the group laws are tried at the words, and that its generators generate it is taken
    /// from you.
    ///
    /// # Errors
    ///
    /// The [`Violation`], walked down to a generator and diagnosed, with the subgroup for which the
    /// map *is* equivariant.
    ///
    /// # Complexity
    ///
    /// 2 |S| |X| evaluations of f, and two more for every other way to write a point;
    /// 3 |S| |G| |X| of an action that is no theorem, and |S| |G| |X| more of f if it is that on Y.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, EquivariantMap, Group, groups::Symmetric, sets::{Conjugation, Regular}};
    ///
    /// let s4 = Symmetric::new(4);
    /// let square = EquivariantMap::new(s4, Conjugation(s4), Conjugation(s4), move |g| s4.compose(g, g));
    /// assert!(square.prove().is_ok());
    ///
    /// let inversion = EquivariantMap::new(s4, Regular(s4), Regular(s4), move |g| s4.inverse(g));
    /// assert!(inversion.prove().is_err());
    /// ```
    pub fn prove(&self) -> Result<Report, Violation> {
        let (group, domain) = (self.group(), self.domain());
        let generators = group.generators();
        let mut report = premises(self, &generators)?;

        let mut trials = Trials::new(self);
        let mut points = 0;
        let mut current = None;
        let outcome = guarded(|| {
            for x in domain.elements() {
                points += 1;
                current = Some((group.identity(), x.clone()));
                laws::well_defined(self, &x)?;
                for (i, s) in generators.iter().enumerate() {
                    current = Some((s.clone(), x.clone()));
                    let case = (points - 1) * generators.len() as u64 + i as u64;
                    trials.observe(case, s, &x)?;
                }
            }
            Ok(())
        });
        let failure = match outcome {
            Ok(outcome) => outcome.err(),
            Err(message) => Some(Violation::new(
                laws::name_of(self),
                Diagnosis::Panicked(message),
            )),
        };
        if let Some(violation) = failure {
            let Some((g, x)) = current else {
                return Err(violation);
            };
            let violation = laws::equivariant(self, &g, &x).err().unwrap_or(violation);
            let points: Vec<X::Element> = domain.elements().take(256).collect();
            return Err(refine(self, violation, g, x, &generators, &points).0);
        }
        let exact = domain.tolerance().is_exact() && self.codomain().tolerance().is_exact();
        let rounding = if exact { "" } else { ", up to rounding" };
        let evidence = Evidence::Proved(format!(
            "{} × {}{rounding}",
            counted(generators.len() as u64, "generator"),
            counted(points, "point"),
        ));
        report = report.merge(trials.report(evidence));
        Ok(report)
    }
}

fn counted(n: u64, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

/// Checks that the group is a group, the actions are actions and φ is a homomorphism, as far as
/// these are not theorems.
fn premises<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    generators: &[G::Element],
) -> Result<Report, Violation>
where
    G: Generated,
    X: GSet<G> + FiniteSet,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let group = map.group();
    let mut report = Report::default();
    let (elements, exhaustive) = match group.finite() {
        Some(finite) => (finite.elements().collect(), true),
        None => (words(group, generators), false),
    };
    let evidence = |scope: &str| {
        if exhaustive {
            Evidence::Proved(format!(
                "{} × {}{scope}",
                counted(generators.len() as u64, "generator"),
                counted(elements.len() as u64, "element"),
            ))
        } else {
            Evidence::Verified
        }
    };
    let mut record = |law: &str, evidence: Evidence, tally: Tally| {
        let law = law.to_owned();
        report.add(Claim { law, evidence }, tally);
    };

    let lawful = if group.lawful_by_construction() {
        Report::of("group", Evidence::Theorem, Tally::default())
    } else {
        let laws = group::laws_on(group, &elements, generators, |how| match exhaustive {
            true => Evidence::Proved(how.to_owned()),
            false => Evidence::Verified,
        })?;
        laws.merge(generating(group)?)
    };

    let over_points = |check: &dyn Fn(&G::Element, &G::Element, &X::Element) -> _| {
        let mut tally = Tally::default();
        for x in map.domain().elements() {
            for g in &elements {
                for s in generators {
                    tally.count(tally.cases, check(s, g, &x)?);
                }
            }
        }
        Ok::<Tally, Violation>(tally)
    };
    if map.domain().lawful_by_construction() {
        record("action on X", Evidence::Theorem, Tally::default());
    } else {
        let tally = over_points(&|s, g, x| domain_laws(map, s, g, x))?;
        record("action on X", evidence(" × points"), tally);
    }
    if map.codomain().lawful_by_construction() {
        record("action on Y", Evidence::Theorem, Tally::default());
    } else {
        let tally = over_points(&|s, g, x| match guarded(|| map.apply(x)) {
            Ok(y) if map.codomain().contains(&y) => codomain_laws(map, s, g, &y),
            _ => Ok(0.0), // the law itself will say so
        })?;
        record("action on Y", evidence(" × points"), tally);
    }
    Ok(report.merge(lawful))
}

/// That the generators generate a finite group.
fn generating<G: Generated>(group: &G) -> Result<Report, Violation> {
    let Some(finite) = group.finite() else {
        return Ok(Report::default());
    };
    group::laws::generating_all(group, &*finite)?;
    let mut tally = Tally::default();
    finite
        .elements()
        .for_each(|_| tally.count(tally.cases, 0.0));
    let evidence = Evidence::Proved("all elements".to_owned());
    Ok(Report::of("generating", evidence, tally))
}

/// The shortest words in the generators and their inverses, up to a fixed number.
fn words<G: Generated>(group: &G, generators: &[G::Element]) -> Vec<G::Element> {
    let mut letters = generators.to_vec();
    letters.extend(generators.iter().map(|g| group.inverse(g)));
    let mut words = vec![group.identity()];
    let mut next = 0;
    while next < words.len() && words.len() < WORDS {
        for letter in &letters {
            let word = group.compose(&words[next], letter);
            if !words.iter().any(|seen| group.same(seen, &word)) {
                words.push(word);
            }
        }
        next += 1;
    }
    words
}
