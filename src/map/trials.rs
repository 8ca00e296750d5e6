//! Trying a claim of equivariance case by case, and keeping count.

use std::collections::BTreeSet;

use super::{EquivariantMap, laws};
use crate::action::{self, GSet};
use crate::group::{self, Group};
use crate::law::{
    Claim, Diagnosis, Evidence, ExactSum, Report, Tally, Violation, Worst, guarded, is_worse,
};

/// How many of the first cases also serve to check the premises: that the actions are actions and φ
/// is a homomorphism.
pub(crate) const TRIED: usize = 64;

/// The premises, as a report names them.
const PREMISES: [&str; 4] = ["group", "well_defined", "action on X", "action on Y"];

/// The cases tried so far, and what they showed.
pub(crate) struct Trials<'a, G: Group, X: GSet<G>, Y: GSet<G>, F> {
    map: &'a EquivariantMap<G, X, Y, F>,
    cases: u64,
    moved: u64,
    varied: u64,
    errors: ExactSum,
    independent: u64,
    seeds: BTreeSet<u64>,
    /// The value that others are compared with, to see whether f varies.
    reference: Option<Y::Element>,
    worst: Option<(f64, u64, G::Element, X::Element)>,
    /// The counts of the [`PREMISES`].
    premises: [Tally; 4],
    /// Whether it is a theorem that g·x stays in X.
    closed: bool,
}

impl<'a, G, X, Y, F> Trials<'a, G, X, Y, F>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    pub(crate) fn new(map: &'a EquivariantMap<G, X, Y, F>) -> Self {
        Trials {
            map,
            cases: 0,
            moved: 0,
            varied: 0,
            errors: ExactSum::default(),
            independent: 0,
            seeds: BTreeSet::new(),
            reference: None,
            worst: None,
            premises: Default::default(),
            closed: map.domain().lawful_by_construction(),
        }
    }

    /// Compares the values of f with this one, to see whether f varies.
    #[cfg(feature = "proptest")]
    pub(crate) fn compared_with(mut self, reference: Y::Element) -> Self {
        self.reference = Some(reference);
        self
    }

    /// Checks the premises of the claim at g, h and x, and that (g·h)·k = g·(h·k).
    pub(crate) fn premises(
        &mut self,
        case: u64,
        [g, h, k]: [&G::Element; 3],
        x: &X::Element,
    ) -> Result<(), Violation> {
        let (group, map) = (self.map.group(), self.map);
        // an argument that does not belong is what the law itself will refuse
        let belongs = || [g, h, k].iter().all(|g| group.contains(g)) && map.domain().contains(x);
        if !guarded(belongs).unwrap_or(false) {
            return Ok(());
        }
        let [of_group, well_defined, on_domain, on_codomain] = &mut self.premises;
        if !group.lawful_by_construction() {
            group::laws::closed(group, g, h)?;
            let errors = [
                group::laws::associative(group, g, h, k)?,
                group::laws::left_identity(group, g)?,
                group::laws::left_inverse(group, g)?,
            ];
            of_group.count(case, errors.into_iter().fold(0.0, f64::max));
        }
        premises_at(map, g, h)?;
        on_domain.count(case, domain_laws(map, g, h, x)?);
        if !map.domain().representatives(x).is_empty() {
            well_defined.count(case, laws::well_defined(map, x)?);
        }
        if let Ok(y) = guarded(|| map.apply(x))
            && map.codomain().contains(&y)
        {
            on_codomain.count(case, codomain_laws(map, g, h, &y)?);
        } // otherwise the law itself will say so
        Ok(())
    }

    /// Tries the law at g and x.
    ///
    /// A panic of f is not caught here but by the caller, once for all cases.
    #[inline]
    pub(crate) fn observe(
        &mut self,
        case: u64,
        g: &G::Element,
        x: &X::Element,
    ) -> Result<(), Violation> {
        let (domain, codomain) = (self.map.domain(), self.map.codomain());
        if !(self.map.group().contains(g) && domain.contains(x)) {
            return self.explain(g, x);
        }
        let value = self.map.apply(x);
        let moved = domain.act(g, x);
        if !codomain.contains(&value) || !(self.closed || domain.contains(&moved)) {
            return self.explain(g, x);
        }
        let left = self.map.apply(&moved);
        let right = codomain.act(g, &value);
        let discrepancy = codomain.discrepancy(&left, &right);
        if !discrepancy.is_allowed() || !codomain.contains(&left) {
            self.explain(g, x)?;
            // it is rounding then, unless f gives other values when it is asked again
            let again = (self.map.apply(&moved), self.map.apply(x));
            if !(codomain.same(&left, &again.0) && codomain.same(&value, &again.1)) {
                let law = laws::name_of(self.map);
                return Err(Violation::new(law, Diagnosis::NotDeterministic)
                    .element("g", self.map.group().describe(g))
                    .element("x", domain.describe(x)));
            }
        }
        self.cases += 1;
        self.moved += u64::from(domain.apart(&moved, x));
        let reference = self.reference.get_or_insert_with(|| value.clone());
        let varied = codomain.apart(reference, &value) || codomain.apart(reference, &left);
        self.varied += u64::from(varied);
        let error = discrepancy.distance;
        if error > 0.0 {
            self.errors.add(error);
            let worst = self.worst.as_ref().map(|worst| (worst.0, worst.1));
            if is_worse(error, case, worst) {
                self.worst = Some((error, case, g.clone(), x.clone()));
            }
        }
        Ok(())
    }

    /// Asks the law itself, which knows how to tell rounding from a difference.
    #[cold]
    fn explain(&self, g: &G::Element, x: &X::Element) -> Result<(), Violation> {
        laws::equivariant(self.map, g, x).map(drop)
    }

    /// Marks the cases tried from now on as drawn independently.
    #[cfg(feature = "proptest")]
    pub(crate) fn count_independent(&mut self, cases: u64, seed: u64) {
        self.independent += cases;
        self.seeds.insert(seed);
    }

    /// The report of what passed.
    pub(crate) fn report(self, evidence: Evidence) -> Report {
        let map = self.map;
        let worst = self.worst.map(|(error, case, g, x)| Worst {
            error,
            case,
            elements: vec![
                ("g".to_owned(), map.group().describe(&g)),
                ("x".to_owned(), map.domain().describe(&x)),
            ],
        });
        let tally = Tally {
            cases: self.cases,
            independent: self.independent,
            moved: Some(self.moved),
            varied: Some(self.varied),
            errors: self.errors,
            worst,
            seeds: self.seeds,
        };
        let mut report = Report::of(laws::name_of(map), evidence.clone(), tally);
        for (law, tally) in PREMISES.into_iter().zip(self.premises) {
            if tally.cases > 0 {
                let law = law.to_owned();
                let evidence = evidence.clone();
                report.add(Claim { law, evidence }, tally);
            }
        }
        report
    }
}

/// The two sets of a map, in words.
const DOMAIN: &str = "the domain";
const CODOMAIN: &str = "the codomain; x is a value of f";

/// What both actions need at g and h, by [`GSet::premises`].
pub(super) fn premises_at<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    g: &G::Element,
    h: &G::Element,
) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let group = map.group();
    let of_domain = map.domain().premises(group, g, h);
    of_domain.map_err(|violation| violation.remark("set", DOMAIN))?;
    let of_codomain = map.codomain().premises(group, g, h);
    of_codomain.map_err(|violation| violation.remark("set", "the codomain"))
}

/// The laws of the action on the domain at g, h and x; the largest error if they hold.
pub(super) fn domain_laws<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    g: &G::Element,
    h: &G::Element,
    x: &X::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    action_laws(map.group(), map.domain(), g, h, x)
        .map_err(|violation| violation.remark("set", DOMAIN))
}

/// The laws of the action on the codomain at g, h and a value y of f; the largest error if they
/// hold.
pub(super) fn codomain_laws<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    g: &G::Element,
    h: &G::Element,
    y: &Y::Element,
) -> Result<f64, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    action_laws(map.group(), map.codomain(), g, h, y)
        .map_err(|violation| violation.remark("set", CODOMAIN))
}

fn action_laws<G: Group, X: GSet<G>>(
    group: &G,
    set: &X,
    g: &G::Element,
    h: &G::Element,
    x: &X::Element,
) -> Result<f64, Violation> {
    set.premises_at(group, g, h, x)?;
    action::laws::closed(group, set, g, x)?;
    let errors = [
        action::laws::identity(group, set, x)?,
        action::laws::well_defined(group, set, g, x)?,
        action::laws::compatible(group, set, g, h, x)?,
    ];
    Ok(errors.into_iter().fold(0.0, f64::max))
}
