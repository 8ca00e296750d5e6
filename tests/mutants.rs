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

use std::collections::BTreeSet;

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

#[test]
fn every_wrong_map_is_refused() {
    let wrong = [
        clouds::wrong(),
        finite::wrong(),
        matrices::wrong(),
        samples::wrong(),
    ];
    let wrong: Vec<Specimen> = wrong.into_iter().flatten().collect();
    assert!(wrong.len() >= 30, "only {} wrong maps", wrong.len());
    let mut missed = 0;
    println!("{:52} refused  counterexamples  diagnosis", "wrong map");
    for Specimen { name, check } in &wrong {
        let outcomes: Vec<_> = SEEDS
            .map(|seed| check(&Check::default().seed(seed)))
            .collect();
        let refused: Vec<&Violation> = outcomes
            .iter()
            .filter_map(|outcome| outcome.as_ref().err())
            .collect();
        let distinct: BTreeSet<String> = refused.iter().map(|violation| at(violation)).collect();
        let diagnosis = refused
            .first()
            .map_or_else(String::new, |violation| violation.diagnosis().to_string());
        println!(
            "{name:52} {:>4}/{}  {:>15}  {diagnosis:.60}",
            refused.len(),
            SEEDS.end,
            distinct.len()
        );
        if refused.len() < SEEDS.end as usize {
            missed += 1;
        }
    }
    assert_eq!(missed, 0, "wrong maps pass");
}

/// Where a law fails.
fn at(violation: &Violation) -> String {
    let elements: Vec<String> = violation
        .elements()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    elements.join(" ")
}

/// The same fault is shown at the same place for nearly every seed.
#[test]
fn counterexamples_do_not_depend_on_the_seed() {
    let wrong = [
        clouds::wrong(),
        finite::wrong(),
        matrices::wrong(),
        samples::wrong(),
    ];
    let mut scattered = Vec::new();
    let mut count = 0;
    for Specimen { name, check } in wrong.into_iter().flatten() {
        let mut places = std::collections::BTreeMap::new();
        for seed in SEEDS {
            if let Err(violation) = check(&Check::default().seed(seed)) {
                *places.entry(at(&violation)).or_insert(0) += 1;
            }
        }
        count += 1;
        let most = places.values().copied().max().unwrap_or(0);
        if most < 18 {
            scattered.push(format!(
                "{name}: {most} of {} seeds agree, {places:#?}",
                SEEDS.end
            ));
        }
    }
    println!("{}", scattered.join("\n"));
    assert!(
        scattered.is_empty(),
        "{} of {count} are scattered",
        scattered.len()
    );
}
