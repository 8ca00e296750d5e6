//! Evidence that is a proof.

use std::collections::VecDeque;

use super::diagnosis::refine;
use super::trials::{Trials, codomain_laws, domain_laws, premises_at};
use super::{EquivariantMap, laws};
use crate::action::{self, GSet};
use crate::group::{self, Generated};
use crate::law::{
    Claim, Diagnosis, Evidence, Report, Tally, Violation, attempt, guarded, is_listed, metric,
};
use crate::set::{FiniteSet, Tolerance};

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
    /// subgroup that contains the generators is the whole group. Every point is tried in
    /// [every way to write it](FiniteSet::all_representatives).
    ///
    /// # What is checked before
    ///
    /// The group has to be one, its generators have to generate it, both actions have to be actions and
    /// φ a homomorphism. What is a theorem is not checked. For a finite group the rest is proved, at
    /// generators × elements × points for an action (by induction on the length of the left factor,
    /// e·x = x and (s·g)·x = s·(g·x) for the generators s give an action). For an infinite group it is
    /// tried at words in the generators; that they generate it is taken from you, as it is for a group
    /// of your own without [`finite`](crate::Group::finite). The evidence names every such condition.
    ///
    /// # Floating point
    ///
    /// Where values are compared up to rounding, a chain of equal neighbours may drift. Then f is
    /// compared across whole orbits as well: at a base point x and all elements of a finite group; at one
    /// element for every point of the orbit, if the group is infinite.
    ///
    /// # Errors
    ///
    /// The [`Violation`], walked down to a generator and diagnosed, with the subgroup for which the
    /// map *is* equivariant.
    ///
    /// # Complexity
    ///
    /// 2 |S| |X| evaluations of f, and two more for every other way to write a point; |G| more for every
    /// orbit if values are rounded. 3 |S| |G| |X| of an action that is no theorem, and |S| |G| |X| more
    /// of f if it is that on Y; |G| in place of |S| if the set is compared up to rounding. A look-up in a
    /// domain that is not lawful by construction for every point.
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
        let law = laws::name_of(self);
        let generators = attempt(law, || Ok(group.generators()))?;
        let premises = attempt(law, || premises(self, &generators))?;

        let mut trials = Trials::new(self);
        let mut points = 0;
        let mut current = None;
        let outcome = guarded(|| {
            for x in domain.elements() {
                points += 1;
                current = Some((group.identity(), x.clone()));
                for other in domain.all_representatives(&x) {
                    laws::well_defined_at(self, &x, &other)?;
                }
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
            Err(message) => Some(Violation::new(law, Diagnosis::Panicked(message))),
        };
        if let Some(violation) = failure {
            let Some((g, x)) = current else {
                return Err(violation);
            };
            let violation = match violation.diagnosis() {
                Diagnosis::Panicked(_) => laws::equivariant(self, &g, &x).err(),
                _ => None,
            }
            .unwrap_or(violation);
            let points: Vec<X::Element> = domain.elements().take(256).collect();
            return Err(refine(self, violation, g, x, &generators, &points).0);
        }
        let is_exact = domain.tolerance().is_exact() && self.codomain().tolerance().is_exact();
        if !is_exact {
            attempt(law, || across_orbits(self, &generators))?;
        }
        let rounding = if is_exact { "" } else { ", up to rounding" };
        let evidence = Evidence::Proved(format!(
            "{} × {}{rounding}{}",
            counted(generators.len() as u64, "generator"),
            counted(points, "point"),
            premises.conditions()
        ));
        Ok(premises.report.merge(trials.report(evidence)))
    }
}

fn counted(n: u64, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

/// What is known of the structures that a proof stands on.
#[derive(Default)]
struct Premises {
    report: Report,
    /// What was tried, or taken on trust, and not proved.
    open: Vec<String>,
}

impl Premises {
    fn record(&mut self, law: &str, evidence: Evidence, tally: Tally) {
        let law = law.to_owned();
        self.report.add(Claim { law, evidence }, tally);
    }

    fn conditions(&self) -> String {
        if self.open.is_empty() {
            String::new()
        } else {
            format!(", provided that {}", self.open.join(" and "))
        }
    }
}

/// Checks that the group is a group, the actions are actions and φ is a homomorphism, as far as
/// these are not theorems.
fn premises<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    generators: &[G::Element],
) -> Result<Premises, Violation>
where
    G: Generated,
    X: GSet<G> + FiniteSet,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let group = map.group();
    let mut premises = Premises::default();
    let (elements, are_all) = match group.finite() {
        Some(finite) => (finite.elements().collect(), true),
        None => words(group, generators),
    };
    let tried = format!("tried at {}", counted(elements.len() as u64, "word"));
    let evidence = |how: String| match are_all {
        true => Evidence::Proved(how),
        false => Evidence::Verified,
    };

    if group.lawful_by_construction() {
        premises.record("group", Evidence::Theorem, Tally::default());
    } else {
        let laws = group::laws_on(group, &elements, generators, |how| evidence(how.to_owned()))?;
        premises.report = laws;
        match group.finite() {
            Some(finite) => {
                group::laws::generating_all(group, &*finite)?;
                let tally = Tally {
                    cases: elements.len() as u64,
                    ..Tally::default()
                };
                premises.record("generating", evidence("all elements".to_owned()), tally);
            }
            None => premises
                .open
                .push("the generators generate the group".to_owned()),
        }
        if !are_all {
            premises.open.push(format!("the group is one ({tried})"));
        }
    }
    for s in generators {
        for g in &elements {
            premises_at(map, s, g)?;
        }
    }
    if !map.domain().lawful_by_construction() {
        listed_domain(map, generators)?;
    }

    // errors of rounding would add up along a word
    let left = |tolerance: Tolerance| match are_all && !tolerance.is_exact() {
        true => &elements,
        false => generators,
    };
    let over_points =
        |left: &[G::Element], check: &dyn Fn(&G::Element, &G::Element, &X::Element) -> _| {
            let mut tally = Tally::default();
            for x in map.domain().elements() {
                for g in &elements {
                    for s in left {
                        tally.count_next(check(s, g, &x)?);
                    }
                }
            }
            Ok::<Tally, Violation>(tally)
        };
    let extent = |left: &[G::Element]| {
        evidence(format!(
            "{} × {} × points",
            counted(left.len() as u64, "generator"),
            counted(elements.len() as u64, "element"),
        ))
    };
    if map.domain().lawful_by_construction() {
        premises.record("action on X", Evidence::Theorem, Tally::default());
    } else {
        let left = left(map.domain().tolerance());
        let tally = over_points(left, &|s, g, x| domain_laws(map, s, g, x))?;
        premises.record("action on X", extent(left), tally);
    }
    if map.codomain().lawful_by_construction() {
        premises.record("action on Y", Evidence::Theorem, Tally::default());
    } else {
        let left = left(map.codomain().tolerance());
        let tally = over_points(left, &|s, g, x| match guarded(|| map.apply(x)) {
            Ok(y) if map.codomain().contains(&y) => codomain_laws(map, s, g, &y),
            _ => Ok(0.0), // the law itself will say so
        })?;
        premises.record("action on Y", extent(left), tally);
    }
    let are_theorems =
        map.domain().lawful_by_construction() && map.codomain().lawful_by_construction();
    if !are_all && !are_theorems {
        premises
            .open
            .push(format!("the actions are actions ({tried})"));
    }
    Ok(premises)
}

/// That the domain is listed as it should be, and that generators lead from every way to write a point of
/// the list to one point of it.
fn listed_domain<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    generators: &[G::Element],
) -> Result<(), Violation>
where
    G: Generated,
    X: GSet<G> + FiniteSet,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (group, domain) = (map.group(), map.domain());
    for (place, x) in domain.elements().enumerate() {
        metric::listed(domain, place, &x)?;
        for other in domain.all_representatives(&x) {
            for s in generators {
                action::laws::well_defined_at(group, domain, s, &x, &other)?;
                is_listed(domain, "g·x", &domain.act(s, &other)).map_err(|violation| {
                    violation
                        .element("g", group.describe(s))
                        .element("x", domain.describe(&other))
                })?;
            }
        }
    }
    Ok(())
}

/// The law at a base point of every orbit, for elements that lead to every point of it; for all
/// elements, if the group is finite.
fn across_orbits<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    generators: &[G::Element],
) -> Result<(), Violation>
where
    G: Generated,
    X: GSet<G> + FiniteSet,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (group, domain) = (map.group(), map.domain());
    let finite = group.finite();
    let mut reached: Vec<bool> = domain.elements().map(|_| false).collect();
    for (place, base) in domain.elements().enumerate() {
        if std::mem::replace(&mut reached[place], true) {
            continue;
        }
        let mut queue = VecDeque::from([group.identity()]);
        while let Some(g) = queue.pop_front() {
            for s in generators {
                let next = group.compose(s, &g);
                let moved = domain.act(&next, &base);
                let is_new = domain
                    .index(&moved)
                    .and_then(|index| reached.get_mut(index))
                    .is_some_and(|reached| !std::mem::replace(reached, true));
                if is_new {
                    if finite.is_none() {
                        laws::equivariant(map, &next, &base)?;
                    }
                    queue.push_back(next);
                }
            }
        }
        for g in finite.iter().flat_map(|finite| finite.elements()) {
            laws::equivariant(map, &g, &base)?;
        }
    }
    Ok(())
}

/// The shortest words in the generators and their inverses, up to a fixed number, and whether there are
/// no more elements.
fn words<G: Generated>(group: &G, generators: &[G::Element]) -> (Vec<G::Element>, bool) {
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
    let are_all = next == words.len();
    (words, are_all)
}
