//! Estimators of regression.

use equivariant::statistics::Refusal;
use equivariant::statistics::claim::Regression;
use equivariant::statistics::regression::{
    Coefficients, LeastAbsoluteDeviations, LeastSquares, LeastTrimmedSquares, Observation,
    Observations, RegressionGroup,
};
use nalgebra::{SVector, vector};

use super::*;

#[test]
fn the_group_and_its_actions_hold_the_laws() {
    let check = Check::default().cases(256).seed(1);
    let group = RegressionGroup::<3>;
    check
        .group(&group)
        .unwrap_or_else(|violation| panic!("{violation}"));
    for set in [Observations::<3>] {
        check
            .action(&group, &set)
            .unwrap_or_else(|violation| panic!("{violation}"));
    }
    // the coefficients, by the identity map
    let coefficients = equivariant::strategy::Drawn::new(
        Coefficients::<3>::default(),
        equivariant::sets::Vectors::<3>::default().strategy(),
    );
    check
        .action(&group, &coefficients)
        .unwrap_or_else(|violation| panic!("{violation}"));
}

#[test]
fn every_estimator_moves_with_covariates_scale_and_trend() {
    holds(LeastSquares::<1>);
    holds(LeastSquares::<2>);
    holds(LeastSquares::<4>);
    holds(LeastAbsoluteDeviations::<1>);
    holds(LeastAbsoluteDeviations::<2>);
    holds(LeastAbsoluteDeviations::<3>);
    holds(LeastTrimmedSquares::<1>::default());
    holds(LeastTrimmedSquares::<2>::default());
}
