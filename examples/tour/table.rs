//! The table: one row per claim, with the evidence for it or the diagnosis against it.

use std::error::Error;
use std::fmt;

use equivariant::law::Evidence;
use equivariant::{Report, Violation};
use indicatif::{ProgressBar, ProgressStyle};

/// What is claimed of a map.
pub(crate) struct Claim {
    /// The map f.
    pub(crate) map: &'static str,
    /// The group G.
    pub(crate) group: &'static str,
    /// The homomorphism φ in f(g·x) = φ(g)·f(x), in words: `g` where f is simply equivariant, `1`
    /// where it is invariant.
    pub(crate) phi: &'static str,
    /// Whether the claim is expected to hold.
    pub(crate) holds: bool,
}

/// The claims so far, and the progress bar that is shown while they are checked.
pub(crate) struct Table {
    rows: Vec<(Claim, Result<Report, Violation>)>,
    progress: ProgressBar,
}

impl Table {
    /// A table of this many rows.
    pub(crate) fn new(rows: usize) -> Self {
        let style = ProgressStyle::with_template("{bar:32} {pos:>2}/{len} {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        Table {
            rows: Vec::new(),
            progress: ProgressBar::new(rows as u64).with_style(style),
        }
    }

    /// Checks a claim and adds the row.
    pub(crate) fn row(&mut self, claim: Claim, check: impl FnOnce() -> Result<Report, Violation>) {
        self.progress
            .set_message(format!("{}, {}", claim.map, claim.group));
        self.rows.push((claim, check()));
        self.progress.inc(1);
    }

    /// Why the first claim about this map fails.
    pub(crate) fn violation(&self, map: &str) -> Result<&Violation, String> {
        self.rows
            .iter()
            .filter(|(claim, _)| claim.map == map)
            .find_map(|(_, outcome)| outcome.as_ref().err())
            .ok_or_else(|| format!("the {map} was expected to fail for some group"))
    }

    /// An error that names the rows with an unexpected verdict, if there are any or a row is missing.
    pub(crate) fn verdict(&self) -> Result<(), Box<dyn Error>> {
        if self.progress.length() != Some(self.rows.len() as u64) {
            return Err(format!("{} claims were checked", self.rows.len()).into());
        }
        let unexpected: Vec<String> = self
            .rows
            .iter()
            .filter(|(claim, outcome)| claim.holds != outcome.is_ok())
            .map(|(claim, outcome)| match outcome {
                Ok(_) => format!("{} under {} holds", claim.map, claim.group),
                Err(violation) => format!("{} under {}: {violation}", claim.map, claim.group),
            })
            .collect();
        if unexpected.is_empty() {
            Ok(())
        } else {
            Err(format!("unexpected verdicts:\n{}", unexpected.join("\n")).into())
        }
    }
}

/// The cells of a row: map, group, φ, evidence, cases, largest error, verdict.
fn cells(claim: &Claim, outcome: &Result<Report, Violation>) -> [String; 7] {
    let [evidence, cases, error, verdict] = match outcome {
        Ok(report) => {
            let law = if claim.phi == "1" {
                "invariant"
            } else {
                "equivariant"
            };
            let evidence = match report.evidence(law) {
                Some(Evidence::Proved(extent)) => format!("proved: {extent}"),
                Some(Evidence::Random(_)) => "random".to_owned(),
                Some(Evidence::Verified) => "verified".to_owned(),
                _ => "theorem".to_owned(),
            };
            let (cases, error) = report
                .tally(law)
                .map_or((0, 0.0), |tally| (tally.cases, tally.largest()));
            let error = if error == 0.0 {
                "0".to_owned()
            } else {
                format!("{error:.0e}")
            };
            [evidence, cases.to_string(), error, law.to_owned()]
        }
        Err(violation) => {
            let distance = violation
                .distance()
                .map(|distance| format!("{distance:.0e}"));
            [
                "refuted".to_owned(),
                String::new(),
                distance.unwrap_or_default(),
                format!("no: {}", violation.diagnosis()),
            ]
        }
    };
    let text = |cell: &str| cell.to_owned();
    [
        text(claim.map),
        text(claim.group),
        text(claim.phi),
        evidence,
        cases,
        error,
        verdict,
    ]
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.progress.finish_and_clear();
        let heading = [
            "f",
            "group",
            "φ(g)",
            "evidence",
            "cases",
            "error",
            "f(g·x) = φ(g)·f(x)?",
        ];
        let mut lines = vec![heading.map(str::to_owned)];
        lines.extend(
            self.rows
                .iter()
                .map(|(claim, outcome)| cells(claim, outcome)),
        );
        let width = |column: usize| {
            let lengths = lines.iter().map(|line| line[column].chars().count());
            lengths.max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..heading.len()).map(width).collect();
        for [map, group, phi, evidence, cases, error, verdict] in &lines {
            writeln!(
                f,
                "{map:0$}  {group:1$}  {phi:2$}  {evidence:3$}  {cases:>4$}  {error:>5$}  {verdict}",
                widths[0], widths[1], widths[2], widths[3], widths[4], widths[5]
            )?;
        }
        Ok(())
    }
}
