//! Location and scale of a sample, under a change of units x ↦ a x + b.

use equivariant::groups::AffineLine;
use equivariant::homomorphisms::ScalePart;
use equivariant::sets::{Power, Reals};
use equivariant::{Check, EquivariantMap, Sampled};

use crate::table::{Claim, Table};

/// Newcomb's measurements of the passage time of light.
pub(crate) fn newcomb() -> Result<Vec<f64>, csv::Error> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/newcomb.csv");
    csv::Reader::from_path(path)?.deserialize().collect()
}

fn mean(xs: &[f64]) -> f64 {
    xs.iter().sum::<f64>() / xs.len() as f64
}

/// The middle of the sorted values, or halfway between the two in the middle.
pub(crate) fn median(xs: impl Iterator<Item = f64>) -> f64 {
    let mut xs: Vec<f64> = xs.collect();
    xs.sort_by(f64::total_cmp);
    0.5 * (xs[(xs.len() - 1) / 2] + xs[xs.len() / 2])
}

fn standard_deviation(xs: &[f64]) -> f64 {
    let centre = mean(xs);
    let squares = xs.iter().map(|x| (x - centre).powi(2)).sum::<f64>();
    (squares / (xs.len() as f64 - 1.0)).sqrt()
}

/// Checks the claims about samples, on random ones and on the measurements.
pub(crate) fn rows(table: &mut Table, times: &[f64]) {
    let check = Check::default().seed(1);
    let changes = AffineLine::<f64>::default();
    let reals = Reals::<f64>::default();
    let samples = Power::new(reals).of_lengths(2..=100);
    let group = "x ↦ ax + b";
    let claim = |map, phi, holds| Claim {
        map,
        group,
        phi,
        holds,
    };

    let location = EquivariantMap::new(changes, samples, reals, |xs| mean(xs));
    table.row(claim("mean", "g", true), || check.equivariant(&location));
    let middle = EquivariantMap::new(changes, samples, reals, |xs: &Vec<f64>| {
        median(xs.iter().copied())
    });
    table.row(claim("median", "g", true), || check.equivariant(&middle));
    let spread = |xs: &Vec<f64>| standard_deviation(xs);
    let scale = EquivariantMap::along(ScalePart::new(changes), samples, reals, spread);
    table.row(claim("standard deviation", "a", true), || {
        check.equivariant(&scale)
    });
    let scale = EquivariantMap::new(changes, samples, reals, spread);
    table.row(claim("standard deviation", "g", false), || {
        check.equivariant(&scale)
    });

    // the measurements, in other units and from other zeros
    let units = || changes.corners().into_iter().map(|g| (g, times.to_vec()));
    table.row(claim("mean of Newcomb's times", "g", true), || {
        location.verify(units())
    });
    table.row(claim("median of Newcomb's times", "g", true), || {
        middle.verify(units())
    });
}
