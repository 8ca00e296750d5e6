//! A detector of a pattern moves along with the signal; with global max pooling after it, the answer
//! stays.

use std::collections::BTreeMap;

use equivariant::groups::Integers;
use equivariant::{Check, Equipped, EquivariantMap, Sampled, Set};
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::table::{Claim, Table};

/// The signals ℤ → ℤ of finite support: the values other than 0 by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Signals;

impl Set for Signals {
    type Element = BTreeMap<i64, i64>;

    fn contains(&self, x: &Self::Element) -> bool {
        x.values().all(|&value| value != 0)
    }

    /// The largest difference of two values.
    fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
        let value = |x: &Self::Element, n: &i64| x.get(n).copied().unwrap_or(0);
        x.keys()
            .chain(y.keys())
            .map(|n| value(x, n).abs_diff(value(y, n)) as f64)
            .fold(0.0, f64::max)
    }
}

impl Sampled for Signals {
    fn strategy(&self) -> BoxedStrategy<Self::Element> {
        let value = (1..=4_i64).boxed();
        proptest::collection::btree_map(-5..=5_i64, value, 0..8).boxed()
    }
}

/// (n · x)ₘ₊ₙ = xₘ
fn shifted(n: &i64, x: &BTreeMap<i64, i64>) -> BTreeMap<i64, i64> {
    x.iter().map(|(m, value)| (m + n, *value)).collect()
}

/// 1 wherever the pattern 3, 2 starts.
fn detect(x: &BTreeMap<i64, i64>) -> BTreeMap<i64, i64> {
    let starts = |(n, value): (&i64, &i64)| *value == 3 && x.get(&(n + 1)) == Some(&2);
    x.iter()
        .filter(|&entry| starts(entry))
        .map(|(n, _)| (*n, 1))
        .collect()
}

/// The largest value.
fn pooled(x: &BTreeMap<i64, i64>) -> i64 {
    x.values().copied().fold(0, i64::max)
}

/// Checks the claims about the detector.
pub(crate) fn rows(table: &mut Table) {
    let line = Equipped::new(Integers, Signals, shifted);
    let check = Check::default().seed(1);
    let claim = |map, phi| Claim {
        map,
        group: "ℤ",
        phi,
        holds: true,
    };

    let detector = EquivariantMap::new(Integers, line, line, detect);
    table.row(claim("detector of 3, 2", "g"), || {
        check.equivariant(&detector)
    });
    let answer = EquivariantMap::invariant(Integers, line, Integers, |x| pooled(&detect(x)));
    table.row(claim("its largest response", "1"), || {
        check.equivariant(&answer)
    });
}

/// The detector at work, on a signal and its translate.
pub(crate) fn pictured() -> String {
    let written = |x: &BTreeMap<i64, i64>, length: i64| {
        let values: Vec<String> = (0..length)
            .map(|n| x.get(&n).copied().unwrap_or(0).to_string())
            .collect();
        values.join(", ")
    };
    let x = BTreeMap::from([(1, 3), (2, 2)]);
    [x.clone(), shifted(&1, &x)]
        .map(|x| {
            let response = detect(&x);
            let largest = pooled(&response);
            format!(
                "{}  ↦  {}  ↦  {largest}\n",
                written(&x, 5),
                written(&response, 4)
            )
        })
        .concat()
}
