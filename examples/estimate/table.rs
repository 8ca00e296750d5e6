//! The table of estimates.

use std::fmt;

use equivariant::statistics::claim::Claim;
use equivariant::statistics::density::{
    Cauchy, Exponential, Gumbel, Laplace, Logistic, Normal, Uniform,
};
use equivariant::statistics::location::{
    HodgesLehmann, HuberLocation, Mean, Median, Midrange, TrimmedMean, TukeyLocation,
    WinsorisedMean,
};
use equivariant::statistics::pitman::{PitmanLocationOfSpread, PitmanSpread};
use equivariant::statistics::scale::{
    GiniMeanDifference, InterquartileRange, MedianAbsoluteDeviation, Qn, Range, Sn,
    StandardDeviation,
};
use equivariant::statistics::{Estimator, Refusal};
use equivariant::{GSet, Sampled, Set};

/// One line: what was estimated, its value, the claim, and what the check of the claim said.
struct Row {
    name: String,
    value: Result<f64, Refusal>,
    formula: &'static str,
    checked: String,
}

/// The table.
pub(crate) struct Table {
    rows: Vec<Row>,
}

/// Every estimator, for one sample.
pub(crate) fn of_sample(sample: &[f64]) -> Table {
    let mut table = Table { rows: Vec::new() };
    table.add(Mean, sample);
    table.add(Median, sample);
    table.add(TrimmedMean::default(), sample);
    table.add(WinsorisedMean::default(), sample);
    table.add(HodgesLehmann, sample);
    table.add(HuberLocation::default(), sample);
    table.add(TukeyLocation::default(), sample);
    table.add(Midrange, sample);
    table.add(PitmanLocationOfSpread::new(Normal), sample);
    table.add(PitmanLocationOfSpread::new(Laplace), sample);
    table.add(PitmanLocationOfSpread::new(Logistic), sample);
    table.add(PitmanLocationOfSpread::new(Cauchy), sample);
    table.add(PitmanLocationOfSpread::new(Gumbel), sample);
    table.add(PitmanLocationOfSpread::new(Uniform), sample);
    table.add(PitmanLocationOfSpread::new(Exponential), sample);
    table.add(StandardDeviation::default(), sample);
    table.add(MedianAbsoluteDeviation::default(), sample);
    table.add(InterquartileRange::default(), sample);
    table.add(GiniMeanDifference, sample);
    table.add(Sn::default(), sample);
    table.add(Qn::default(), sample);
    table.add(Range, sample);
    table.add(PitmanSpread::new(Normal), sample);
    table.add(PitmanSpread::new(Laplace), sample);
    table.add(PitmanSpread::new(Cauchy), sample);
    table
}

impl Table {
    fn add<T>(&mut self, estimator: T, sample: &[f64])
    where
        T: Estimator,
        T::Claim: Claim<Observation = f64>,
        <T::Claim as Claim>::Group: Sampled,
        <T::Claim as Claim>::Values: GSet<<T::Claim as Claim>::Group> + Set<Element = f64>,
    {
        let (name, formula) = (estimator.name(), estimator.claim().formula());
        let value = estimator.estimate(sample);
        // the sample, and the sample without its first observation, moved by simple elements of the group
        let map = estimator.equivariant();
        let elements = map.group().corners().into_iter().take(12);
        let rest = sample
            .get(1..)
            .filter(|rest| !rest.is_empty())
            .unwrap_or(sample);
        let pairs = elements.flat_map(|g| [(g.clone(), sample.to_vec()), (g, rest.to_vec())]);
        let checked = match map.verify(pairs) {
            Ok(report) => {
                let tally = report.tally("equivariant");
                format!("holds in {} cases", tally.map_or(0, |tally| tally.cases))
            }
            Err(violation) => violation.diagnosis().to_string(),
        };
        self.rows.push(Row {
            name,
            value,
            formula,
            checked,
        });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:40} {:>14}  {:31} checked here",
            "estimator", "value", "claim"
        )?;
        for row in &self.rows {
            let value = match &row.value {
                Ok(value) => format!("{value:.6}"),
                Err(_) => "refused".to_owned(),
            };
            writeln!(
                f,
                "{:40} {value:>14}  {:31} {}",
                row.name, row.formula, row.checked
            )?;
            if let Err(refusal) = &row.value {
                writeln!(f, "{:40} {refusal}", "")?;
            }
        }
        Ok(())
    }
}
