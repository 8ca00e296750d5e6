//! Reports merge like numbers add, shards make up the whole, a seed replays a run, and what is stored
//! comes back.
#![cfg(feature = "proptest")]

use equivariant::groups::{AffineLine, Cyclic, GeneralLinear, SpecialOrthogonal};
use equivariant::homomorphisms::Determinant;
use equivariant::sets::{Power, Reals, Regular, Vectors};
use equivariant::{Check, Diagnosis, Discrepancy, EquivariantMap, Report, Violation};
use nalgebra::{Vector2, Vector3};
use proptest::prelude::*;

/// The report of some cases of a check that has errors to add up.
fn part(cases: std::ops::Range<u64>) -> Report {
    let (units, reals) = (AffineLine::<f64>::default(), Reals::<f64>::default());
    let mean = EquivariantMap::new(units, Power::new(reals), reals, |x: &Vec<f64>| {
        x.iter().sum::<f64>() / x.len() as f64
    });
    let check = Check::default().seed(7).cases(60);
    check
        .shard(cases)
        .equivariant(&mean)
        .expect("the mean is equivariant")
}

#[test]
fn reports_form_a_commutative_monoid() {
    let [a, b, c] = [0..10, 10..45, 45..60].map(part);
    let merged = |x: &Report, y: &Report| x.clone().merge(y.clone());
    assert_eq!(merged(&a, &b), merged(&b, &a));
    assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    assert_eq!(merged(&a, &Report::default()), a);
    assert_eq!(merged(&Report::default(), &a), a);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Wherever a run is cut, the shards merge to exactly the report of the whole, in any order.
    #[test]
    fn shards_make_up_the_whole(cut in 0..=60_u64, other in 0..=60_u64) {
        let (first, second) = (cut.min(other), cut.max(other));
        let [a, b, c] = [0..first, first..second, second..60].map(part);
        prop_assert_eq!(c.merge(a).merge(b), part(0..60));
    }
}

/// Errors of f32 tie often, and the largest may first be seen at a corner or in any shard.
#[test]
fn shards_make_up_the_whole_where_errors_tie() -> Result<(), Violation> {
    let (so2, so3) = (
        SpecialOrthogonal::<2, f32>::default(),
        SpecialOrthogonal::<3>::default(),
    );
    let (plane, space) = (Vectors::<2, f32>::default(), Vectors::<3>::default());
    let double = EquivariantMap::new(so3, space, space, |v: &Vector3<f64>| 2.0 * v);
    let turned = EquivariantMap::new(so2, plane, plane, |v: &Vector2<f32>| {
        Vector2::new(-v.y, v.x)
    });
    let determinant = Determinant::new(GeneralLinear::<3>::default());
    let reported = |check: &Check| {
        let of_structures = check.group(&so2)?.merge(check.homomorphism(&determinant)?);
        let of_maps = check
            .equivariant(&double)?
            .merge(check.equivariant(&turned)?);
        Ok::<Report, Violation>(of_structures.merge(of_maps))
    };
    for seed in 0..20 {
        let check = Check::default().seed(seed).cases(100);
        let mut parts = Report::default();
        for cases in [60..100, 0..17, 17..60] {
            parts = parts.merge(reported(&check.clone().shard(cases))?);
        }
        assert_eq!(reported(&check)?, parts, "seed {seed}");
    }
    Ok(())
}

/// Every law says by how much it held, and the report keeps the sum and the largest.
#[test]
fn errors_are_measured_in_every_suite() -> Result<(), Violation> {
    let check = Check::default().seed(1);
    let report = check
        .homomorphism(&Determinant::new(GeneralLinear::<3>::default()))?
        .merge(check.lie_group(&SpecialOrthogonal::<3>::default())?);
    for law in [
        "multiplicative",
        "log_of_exp",
        "jacobi",
        "associative",
        "exp_of_log",
    ] {
        let tally = report.tally(law).expect("it was checked");
        assert!(
            tally.largest() > 0.0 && tally.errors.value() >= tally.largest(),
            "{law}: {tally:?}"
        );
    }
    Ok(())
}

fn stretched() -> EquivariantMap<
    SpecialOrthogonal<3>,
    Vectors<3>,
    Vectors<3>,
    impl Fn(&Vector3<f64>) -> Vector3<f64>,
> {
    let (so3, space) = (SpecialOrthogonal::<3>::default(), Vectors::<3>::default());
    EquivariantMap::new(so3, space, space, |v: &Vector3<f64>| v.component_mul(v))
}

#[test]
fn a_seed_replays_a_run() {
    for seed in 0..5 {
        let violation = Check::default()
            .seed(seed)
            .equivariant(&stretched())
            .unwrap_err();
        assert_eq!(violation.seed(), Some(seed));
        let again = Check::default()
            .seed(seed)
            .equivariant(&stretched())
            .unwrap_err();
        assert_eq!(violation, again);
    }
}

/// Law, diagnosis, g, x, both sides, distance, replay: one aligned line each.
#[test]
fn a_violation_is_a_few_aligned_lines() {
    let c12 = Cyclic::new(12).unwrap();
    let square = EquivariantMap::new(c12, Regular(c12), Regular(c12), |x: &u64| x * x % 12);
    let violation = equivariant::map::laws::equivariant(&square, &1, &1).unwrap_err();
    assert_eq!(
        violation.to_string(),
        "the law `equivariant` is violated\n  \
         diagnosis  the two sides differ\n  \
         g          1\n  \
         x          1\n  \
         f(g·x)     4\n  \
         g·f(x)     2\n  \
         distance   2.000000e0, allowed 0.0e0"
    );
    assert_eq!(format!("{violation:?}"), violation.to_string());
}

#[test]
fn a_pass_says_what_it_means() {
    let report = part(0..60);
    let tally = report.tally("equivariant").expect("the law was checked");
    assert_eq!(tally.independent, 60);
    // with 0 violations in n cases the rate is below 1 − 0.05^(1/n) at 95 %
    let bound = 1.0 - 0.05_f64.powf(1.0 / 60.0);
    assert!((tally.rate_bound(0.95) - bound).abs() < 1e-12);
    let text = report.to_string();
    assert!(text.contains("violation rate < 4.87% at 95%"), "{text}");
    assert!(text.contains("log-uniform"), "{text}");
}

#[cfg(feature = "serde")]
#[test]
fn reports_and_violations_can_be_stored() -> Result<(), serde_json::Error> {
    let report = part(0..60);
    let back: Report = serde_json::from_str(&serde_json::to_string(&report)?)?;
    assert_eq!(back, report);
    let violation = Check::default()
        .seed(1)
        .equivariant(&stretched())
        .unwrap_err();
    let back: Violation = serde_json::from_str(&serde_json::to_string(&violation)?)?;
    assert_eq!(back, violation);

    // JSON has no numeral for what is not a number or not finite
    for value in [f64::NAN, f64::INFINITY] {
        let violation = Violation::new("law", Diagnosis::Unequal).measured(Discrepancy {
            distance: value,
            allowance: 0.5,
        });
        let back: Violation = serde_json::from_str(&serde_json::to_string(&violation)?)?;
        let distance = back.distance().expect("it is kept");
        assert!(distance.to_bits() == value.to_bits() && back.allowance() == Some(0.5));
    }
    Ok(())
}
