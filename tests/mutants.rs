//! Maps that are equivariant and maps that are almost so: with default settings every correct one
//! passes and every wrong one is refused, whatever the seed.
#![cfg(feature = "proptest")]

#[path = "mutants/clouds.rs"]
mod clouds;
#[path = "mutants/finite.rs"]
mod finite;
#[path = "mutants/matrices.rs"]
mod matrices;
#[path = "mutants/samples.rs"]
mod samples;

use std::collections::BTreeMap;

use equivariant::{Check, Report, Violation};

/// A map with the claim about it.
struct Specimen {
    name: &'static str,
    check: Box<dyn Fn(&Check) -> Result<Report, Violation>>,
}

fn specimen(
    name: &'static str,
    check: impl Fn(&Check) -> Result<Report, Violation> + 'static,
) -> Specimen {
    Specimen {
        name,
        check: Box::new(check),
    }
}

const SEEDS: std::ops::Range<u64> = 0..20;

#[test]
fn every_correct_map_passes() {
    let correct = [
        clouds::correct(),
        finite::correct(),
        matrices::correct(),
        samples::correct(),
    ];
    let correct: Vec<Specimen> = correct.into_iter().flatten().collect();
    assert!(correct.len() >= 30, "only {} correct maps", correct.len());
    let mut failed = 0;
    println!("{:52} passed", "correct map");
    for Specimen { name, check } in &correct {
        let outcomes: Vec<_> = SEEDS
            .map(|seed| check(&Check::default().seed(seed)))
            .collect();
        let passed = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        println!("{name:52} {passed:>2}/{}", SEEDS.end);
        if let Some(violation) = outcomes.into_iter().find_map(Result::err) {
            println!("{violation}");
            failed += 1;
        }
    }
    assert_eq!(failed, 0, "correct maps are refused");
}

/// Every seed refuses every wrong map, and nearly every seed shows the fault at the same place.
#[test]
fn every_wrong_map_is_refused_at_one_place() {
    let wrong = [
        clouds::wrong(),
        finite::wrong(),
        matrices::wrong(),
        samples::wrong(),
    ];
    let wrong: Vec<Specimen> = wrong.into_iter().flatten().collect();
    assert!(wrong.len() >= 30, "only {} wrong maps", wrong.len());
    let mut faults = Vec::new();
    println!("{:52} refused  at one place  diagnosis", "wrong map");
    for Specimen { name, check } in &wrong {
        let violations = SEEDS.filter_map(|seed| check(&Check::default().seed(seed)).err());
        let violations: Vec<Violation> = violations.collect();
        let mut places = BTreeMap::new();
        for violation in &violations {
            *places.entry(at(violation)).or_insert(0) += 1;
        }
        let refused = violations.len();
        let most = places.values().copied().max().unwrap_or(0);
        let diagnosis = violations
            .first()
            .map_or_else(String::new, |violation| violation.diagnosis().to_string());
        println!(
            "{name:52} {refused:>4}/{}  {most:>12}  {diagnosis:.60}",
            SEEDS.end
        );
        if refused < SEEDS.end as usize || most < 18 {
            faults.push(format!("{name}: refused {refused} times, at {places:#?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where a law fails.
fn at(violation: &Violation) -> String {
    let elements: Vec<String> = violation
        .elements()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    elements.join(" ")
}
