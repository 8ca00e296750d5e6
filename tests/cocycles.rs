//! Maps along a cocycle: what holds, and what is refused.
#![cfg(feature = "proptest")]

use equivariant::action::{SkewProduct, laws};
use equivariant::groups::{Cyclic, Integers};
use equivariant::homomorphisms::Residue;
use equivariant::sets::Regular;
use equivariant::{Check, Cocycle, Diagnosis, EquivariantMap, GSet, Pullback};

/// The digit carried when an integer is halved.
fn carry() -> Cocycle<Integers, Regular<Integers>, Integers, impl Fn(&i64, &i64) -> i64 + Clone> {
    Cocycle::new(Integers, Regular(Integers), Integers, |g: &i64, x: &i64| {
        (x + g).div_euclid(2) - x.div_euclid(2)
    })
}

#[test]
fn halves_move_along_the_carry() {
    let half = EquivariantMap::along_cocycle(carry(), Regular(Integers), |x: &i64| x.div_euclid(2));
    for seed in 0..6 {
        Check::default().seed(seed).equivariant(&half).unwrap();
    }
    assert_eq!(half.codomain().act(&3, &(4, 2)), (7, 3));
}

#[test]
fn no_homomorphism_does_for_halves() {
    for factor in -2..=2 {
        let phi =
            equivariant::homomorphism::Between::new(Integers, Integers, move |g: &i64| factor * g);
        let half = EquivariantMap::along(phi, Regular(Integers), Regular(Integers), |x: &i64| {
            x.div_euclid(2)
        });
        assert!(Check::default().equivariant(&half).is_err(), "{factor}");
    }
}

#[test]
fn what_is_no_cocycle_is_refused_by_its_name() {
    // rounded toward 0 instead of down
    let toward_zero = Cocycle::new(Integers, Regular(Integers), Integers, |g: &i64, _: &i64| {
        g / 2
    });
    let half =
        EquivariantMap::along_cocycle(toward_zero, Regular(Integers), |x: &i64| x.div_euclid(2));
    let violation = Check::default().equivariant(&half).unwrap_err();
    assert_eq!(
        *violation.diagnosis(),
        Diagnosis::NotACocycle,
        "{violation}"
    );
    assert!(
        violation.to_string().contains("c(g, h·x) · c(h, x)"),
        "{violation}"
    );
}

#[test]
fn a_map_that_does_not_move_along_its_cocycle_is_refused() {
    let rounded = EquivariantMap::along_cocycle(carry(), Regular(Integers), |x: &i64| x / 2);
    let violation = Check::default().equivariant(&rounded).unwrap_err();
    assert_eq!(violation.law(), "equivariant", "{violation}");
}

#[test]
fn a_skew_product_is_an_action_exactly_along_a_cocycle() {
    let c5 = Cyclic::new(5).unwrap();
    let base = Pullback {
        along: Residue::new(c5),
        set: Regular(c5),
    };
    let laps = Cocycle::new(Integers, base, Integers, |g: &i64, x: &u64| {
        (g + *x as i64).div_euclid(5)
    });
    let tower = SkewProduct {
        cocycle: laps,
        fibre: Regular(Integers),
    };
    Check::default().action(&Integers, &tower).unwrap();
    let without_carry = Cocycle::new(Integers, base, Integers, |g: &i64, _: &u64| g.div_euclid(5));
    assert!(laws::cocycle(&without_carry, &3, &3, &0).is_err());
    let tower = SkewProduct {
        cocycle: without_carry,
        fibre: Regular(Integers),
    };
    assert!(Check::default().action(&Integers, &tower).is_err());
}

#[test]
fn values_outside_the_group_are_refused() {
    let c5 = Cyclic::new(5).unwrap();
    let outside = Cocycle::new(Integers, Regular(Integers), c5, |g: &i64, _: &i64| {
        g.unsigned_abs()
    });
    let map = EquivariantMap::along_cocycle(outside, Regular(c5), |x: &i64| x.rem_euclid(5) as u64);
    let violation = Check::default().equivariant(&map).unwrap_err();
    assert_eq!(violation.law(), "closed_cocycle", "{violation}");
}
