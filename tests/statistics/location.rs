//! Estimators of location.

use equivariant::statistics::Refusal;
use equivariant::statistics::location::{Mean, Median};

use super::*;

#[test]
fn every_estimator_moves_with_location_scale_and_mirror() {
    holds(Mean);
    holds(Median);
}

#[test]
fn bad_samples_are_refused() {
    assert_eq!(Mean.estimate(&[]), Err(Refusal::Empty));
    let refusal = Median.estimate(&[1.0, f64::NEG_INFINITY]).unwrap_err();
    assert!(matches!(refusal, Refusal::NotFinite { index: 1, .. }));
}
