//! Each row of the truth table, in both directions.

use equivariant::signal::{Strength, truth_table};

#[test]
fn what_is_claimed_holds_and_what_is_beyond_does_not() {
    let table = truth_table();
    for row in &table {
        println!("{row}");
    }
    for row in &table {
        assert!(matches!(row.strength, Strength::Exact(_)), "{row}");
        let error = row.strength_beyond.error();
        // far from rounding, and not for want of a value
        assert!(error > 1e-6, "{row}");
        assert!(!matches!(row.strength_beyond, Strength::Exact(_)), "{row}");
    }
    // a row whose map could not be made would be missing
    assert_eq!(table.len(), 41);
}

#[test]
fn what_is_made_to_be_nearly_equivariant_is_nearer_than_what_is_not() {
    let table = truth_table();
    let error = |map: &str| {
        let row = table.iter().find(|row| row.map == map).unwrap();
        row.strength_beyond.error()
    };
    assert!(error("blur and every second cell") < error("every second cell"));
    let energies = "dual-tree complex wavelets of 2 levels";
    assert!(error(energies) < error("discrete wavelet transform of 2 levels"));
}
