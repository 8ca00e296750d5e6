//! Claims about samples of a response beside covariates.

use super::Claim;
use crate::sets::Multisets;
use crate::statistics::regression::{Coefficients, Observation, Observations, RegressionGroup};

/// Coefficients of a linear model that are regression, scale and affine equivariant:
/// T(A x, c y + x·v) = A⁻ᵀ (c T(x, y) + v), whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, statistics::claim::{Claim, Regression}, statistics::regression::RegressionTransformation};
/// use nalgebra::{matrix, vector};
/// let g = RegressionTransformation { basis: matrix![2.0], scale: 3.0, trend: vector![5.0] };
/// assert_eq!(Regression::<1>.values().act(&g, &vector![10.0]), vector![17.5]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regression<const D: usize>;

impl<const D: usize> Claim for Regression<D> {
    type Group = RegressionGroup<D>;
    type Observation = Observation<D>;
    type Samples = Multisets<Observations<D>>;
    type Values = Coefficients<D>;

    fn group(&self) -> RegressionGroup<D> {
        RegressionGroup
    }

    fn samples(&self) -> Self::Samples {
        Multisets::default()
    }

    fn values(&self) -> Coefficients<D> {
        Coefficients::default()
    }

    fn formula(&self) -> &'static str {
        "T(A x, c y + x·v) = A⁻ᵀ (c T(x, y) + v)"
    }
}
