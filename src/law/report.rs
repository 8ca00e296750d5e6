//! What was checked, how, and what it showed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::ExactSum;

/// How a claim was checked, in order of strength.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Cyclic, law::Evidence, sets::Regular};
/// let c5 = Cyclic::new(5)?;
/// let shift = EquivariantMap::new(c5, Regular(c5), Regular(c5), |x| (x + 1) % 5);
/// let report = shift.prove()?;
/// assert_eq!(report.evidence("equivariant"), Some(&Evidence::Proved("1 generator × 5 points".to_owned())));
/// assert_eq!(report.evidence("group"), Some(&Evidence::Theorem));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Evidence {
    /// Proved, by evaluating what is said here.
    Proved(String),
    /// True by construction: a theorem, which nothing had to evaluate.
    Theorem,
    /// Held on the cases that were given.
    Verified,
    /// Held on the cases that were given, of which only those with the property that is said here were tried.
    Within(String),
    /// Held on cases drawn at random, by the law that is said here.
    Random(String),
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Evidence::Proved(how) => write!(f, "proved on {how}"),
            Evidence::Theorem => f.write_str("by construction"),
            Evidence::Verified => f.write_str("verified on the cases given"),
            Evidence::Within(part) => write!(f, "verified within a part: {part}"),
            Evidence::Random(drawn) => write!(f, "random: {drawn}"),
        }
    }
}

/// A claim: a law and how it was checked.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
/// let c6 = Cyclic::new(6)?;
/// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
/// let report = shift.prove()?;
/// let laws: Vec<&str> = report.tallies().map(|(claim, _)| claim.law.as_str()).collect();
/// assert_eq!(laws, ["action on X", "action on Y", "equivariant", "group"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Claim {
    /// The law.
    pub law: String,
    /// How it was checked.
    pub evidence: Evidence,
}

/// The case with the largest error.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, EquivariantMap, groups::SpecialOrthogonal, sets::Vectors};
/// let (so3, space) = (SpecialOrthogonal::<3>::default(), Vectors::<3>::default());
/// let unit = EquivariantMap::new(so3, space, space, |v| v / (1.0 + v.norm()));
/// let report = Check::default().equivariant(&unit)?;
/// let worst = report.tally("equivariant").unwrap().worst.as_ref().unwrap();
/// assert!(worst.error > 0.0 && worst.error < 1e-6);
/// assert_eq!(worst.elements[0].0, "g");
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Worst {
    /// The distance of the two sides.
    pub error: f64,
    /// The number of the case; of equal errors the first case counts.
    pub case: u64,
    /// The elements in words, names and values, where the law is one of a map.
    pub elements: Vec<(String, String)>,
}

/// The count of the cases of one claim.
///
/// Tallies form a commutative monoid under [`merge`](Tally::merge), exactly: sums of errors are
/// kept without rounding.
///
/// # Examples
///
/// ```
/// use equivariant::law::Tally;
/// let tally = Tally { cases: 300, independent: 300, ..Tally::default() };
/// // no violation in 300 cases: fewer than 1 % of all cases violate the law, at 95 %
/// assert!(tally.rate_bound(0.95) < 0.01);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tally {
    /// How many cases were tried, chosen and drawn.
    pub cases: u64,
    /// How many of them were drawn independently at random.
    pub independent: u64,
    /// In how many g·x differed from x; `None` where the law moves nothing.
    pub moved: Option<u64>,
    /// In how many f(x) differed from its first value; `None` where the law has no map.
    pub varied: Option<u64>,
    /// The sum of the errors.
    pub errors: ExactSum,
    /// The case with the largest error; `None` while all errors are 0.
    pub worst: Option<Worst>,
    /// The seeds of the random cases.
    pub seeds: BTreeSet<u64>,
}

/// Whether an error at a case counts as worse than the worst before: it is larger, or as large at an
/// earlier case. So the worst of many cases does not depend on the order in which they were tried.
pub(crate) fn is_worse(error: f64, case: u64, than: Option<(f64, u64)>) -> bool {
    than.is_none_or(|(largest, first)| error > largest || (error == largest && case < first))
}

impl Tally {
    /// Counts a case that held with this error.
    pub(crate) fn count(&mut self, case: u64, error: f64) {
        self.cases += 1;
        if error > 0.0 {
            self.errors.add(error);
            let worst = self.worst.as_ref().map(|worst| (worst.error, worst.case));
            if is_worse(error, case, worst) {
                self.worst = Some(Worst {
                    error,
                    case,
                    elements: Vec::new(),
                });
            }
        }
    }

    /// Counts a case that comes after those before.
    pub(crate) fn count_next(&mut self, error: f64) {
        self.count(self.cases, error);
    }

    /// The largest error.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::law::{Tally, Worst};
    /// let worst = Worst { error: 0.25, case: 3, elements: Vec::new() };
    /// assert_eq!(Tally { cases: 10, worst: Some(worst), ..Tally::default() }.largest(), 0.25);
    /// ```
    #[must_use]
    pub fn largest(&self) -> f64 {
        self.worst.as_ref().map_or(0.0, |worst| worst.error)
    }

    /// The mean error; 0 if there was no case.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::law::Tally;
    /// let mut tally = Tally { cases: 4, ..Tally::default() };
    /// tally.errors.add(0.5);
    /// assert_eq!(tally.mean(), 0.125);
    /// ```
    #[must_use]
    pub fn mean(&self) -> f64 {
        if self.cases == 0 {
            0.0
        } else {
            self.errors.value() / self.cases as f64
        }
    }

    /// Why the cases show nothing, if they do not: nothing moved, or the map did not vary.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::law::Tally;
    /// let tally = Tally { cases: 10, moved: Some(0), ..Tally::default() };
    /// assert_eq!(tally.vacuous(), Some("g·x was x in every case"));
    /// ```
    #[must_use]
    pub fn vacuous(&self) -> Option<&'static str> {
        if self.cases == 0 {
            Some("no case was tried")
        } else if self.moved == Some(0) {
            Some("g·x was x in every case")
        } else if self.varied == Some(0) {
            Some("f(x) was the same in every case")
        } else {
            None
        }
    }

    /// The rate of violations that the independent cases exclude at this confidence:
    /// 1 − (1 − c)^(1/N).
    ///
    /// If a larger share of the cases, as drawn, violated the law, then N independent cases without
    /// a violation would have had a probability below 1 − c. It is 1 without independent cases.
    ///
    /// ```
    /// use equivariant::law::Tally;
    /// let tally = Tally { cases: 1000, independent: 1000, ..Tally::default() };
    /// assert!((tally.rate_bound(0.95) - 0.0030).abs() < 1e-4);
    /// ```
    #[must_use]
    pub fn rate_bound(&self, confidence: f64) -> f64 {
        if self.independent == 0 {
            1.0
        } else {
            -f64::exp_m1(f64::ln_1p(-confidence) / self.independent as f64)
        }
    }

    /// Adds another tally of the same claim: of other cases, because the same ones would count twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::law::Tally;
    /// let mut tally = Tally { cases: 3, ..Tally::default() };
    /// tally.merge(Tally { cases: 4, ..Tally::default() });
    /// assert_eq!(tally.cases, 7);
    /// ```
    pub fn merge(&mut self, other: Tally) {
        let sum = |a: Option<u64>, b: Option<u64>| match (a, b) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        self.cases += other.cases;
        self.independent += other.independent;
        self.moved = sum(self.moved, other.moved);
        self.varied = sum(self.varied, other.varied);
        self.errors.merge(&other.errors);
        self.seeds.extend(other.seeds);
        if let Some(theirs) = other.worst
            && self.worst.as_ref().is_none_or(|ours| {
                is_worse(theirs.error, theirs.case, Some((ours.error, ours.case)))
                    || ((theirs.error, theirs.case) == (ours.error, ours.case)
                        && theirs.elements < ours.elements)
            })
        {
            self.worst = Some(theirs);
        }
    }
}

/// What passed: for every claim, the tally of its cases.
///
/// Reports form a commutative monoid under [`merge`](Report::merge), with the empty report as
/// identity: the shards of a run add up to exactly the report of the whole run.
///
/// # Laws
///
/// ```text
/// merge(a, b)  =  merge(b, a)
/// merge(merge(a, b), c)  =  merge(a, merge(b, c))
/// merge(a, empty)  =  a
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, Report, groups::Cyclic, sets::Regular};
///
/// let c6 = Cyclic::new(6)?;
/// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
/// let report = shift.prove()?;
/// assert_eq!(report.clone().merge(Report::default()), report);
/// println!("{report}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(from = "Vec<(Claim, Tally)>", into = "Vec<(Claim, Tally)>")
)]
pub struct Report {
    tallies: BTreeMap<Claim, Tally>,
}

impl Report {
    /// The report of a single claim.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Report, law::{Evidence, Tally}};
    /// let report = Report::of("monotone", Evidence::Verified, Tally { cases: 9, ..Tally::default() });
    /// assert_eq!(report.cases(), 9);
    /// ```
    #[must_use]
    pub fn of(law: impl Into<String>, evidence: Evidence, tally: Tally) -> Self {
        let claim = Claim {
            law: law.into(),
            evidence,
        };
        let mut report = Report::default();
        report.add(claim, tally);
        report
    }

    /// Adds the tally of a claim.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Report, law::{Claim, Evidence, Tally}};
    /// let mut report = Report::default();
    /// let claim = Claim { law: "monotone".to_owned(), evidence: Evidence::Verified };
    /// report.add(claim.clone(), Tally { cases: 3, ..Tally::default() });
    /// report.add(claim, Tally { cases: 4, ..Tally::default() });
    /// assert_eq!(report.cases(), 7);
    /// ```
    pub fn add(&mut self, claim: Claim, mut tally: Tally) {
        tally.errors.propagate();
        self.tallies.entry(claim).or_default().merge(tally);
    }

    /// Both reports together.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Cyclic};
    /// let [small, large] = [Cyclic::new(2)?, Cyclic::new(3)?];
    /// let both = Exhaustive.group(&small)?.merge(Exhaustive.group(&large)?);
    /// assert_eq!(both.tally("left_identity").unwrap().cases, 5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Report) -> Report {
        for (claim, tally) in other.tallies {
            self.add(claim, tally);
        }
        self
    }

    /// The claims and their tallies, in order.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// let report = shift.prove()?;
    /// assert_eq!(report.tallies().count(), 4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tallies(&self) -> impl Iterator<Item = (&Claim, &Tally)> {
        self.tallies.iter()
    }

    /// The tally of a law, however it was checked; the strongest evidence comes first.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// let report = shift.prove()?;
    /// assert_eq!(report.tally("equivariant").unwrap().moved, Some(6));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn tally(&self, law: &str) -> Option<&Tally> {
        self.tallies
            .iter()
            .find(|(claim, _)| claim.law == law)
            .map(|(_, tally)| tally)
    }

    /// How a law was checked; the strongest evidence comes first.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Exhaustive, groups::Cyclic, law::Evidence};
    /// let report = Exhaustive.group(&Cyclic::new(6)?)?;
    /// assert!(matches!(report.evidence("closed"), Some(Evidence::Proved(_))));
    /// assert_eq!(report.evidence("commutative"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn evidence(&self, law: &str) -> Option<&Evidence> {
        self.tallies
            .keys()
            .find(|claim| claim.law == law)
            .map(|claim| &claim.evidence)
    }

    /// How many cases were tried, over all claims.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// let report = shift.prove()?;
    /// assert_eq!(report.cases(), 6);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.tallies.values().map(|tally| tally.cases).sum()
    }

    /// The largest error, over all claims.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// let report = shift.prove()?;
    /// assert_eq!(report.largest(), 0.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn largest(&self) -> f64 {
        self.tallies
            .values()
            .map(Tally::largest)
            .fold(0.0, f64::max)
    }

    /// Whether some claim was tried only on cases that show nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// let report = shift.prove()?;
    /// assert!(!report.is_vacuous());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_vacuous(&self) -> bool {
        self.tallies
            .iter()
            .any(|(claim, tally)| claim.evidence != Evidence::Theorem && tally.vacuous().is_some())
    }
}

impl From<Vec<(Claim, Tally)>> for Report {
    fn from(tallies: Vec<(Claim, Tally)>) -> Self {
        let mut report = Report::default();
        for (claim, tally) in tallies {
            report.add(claim, tally);
        }
        report
    }
}

impl From<Report> for Vec<(Claim, Tally)> {
    fn from(report: Report) -> Self {
        report.tallies.into_iter().collect()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<[String; 4]> = self
            .tallies
            .iter()
            .map(|(claim, tally)| {
                let verdict = if claim.evidence == Evidence::Theorem {
                    "holds".to_owned()
                } else if let Some(reason) = tally.vacuous() {
                    format!("vacuous: {reason}")
                } else if tally.largest() > 0.0 {
                    format!("holds, error ≤ {:.1e}", tally.largest())
                } else {
                    "holds".to_owned()
                };
                let evidence = if tally.independent > 0 {
                    format!(
                        "{} (violation rate < {:.2}% at 95%)",
                        claim.evidence,
                        100.0 * tally.rate_bound(0.95)
                    )
                } else {
                    claim.evidence.to_string()
                };
                [
                    claim.law.clone(),
                    verdict,
                    format!("{} cases", tally.cases),
                    evidence,
                ]
            })
            .collect();
        let width = |column: usize| {
            rows.iter()
                .map(|row| row[column].chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths = [width(0), width(1), width(2)];
        for (number, [law, verdict, cases, evidence]) in rows.iter().enumerate() {
            if number > 0 {
                writeln!(f)?;
            }
            write!(
                f,
                "{law:0$}  {verdict:1$}  {cases:>2$}  {evidence}",
                widths[0], widths[1], widths[2]
            )?;
        }
        Ok(())
    }
}
