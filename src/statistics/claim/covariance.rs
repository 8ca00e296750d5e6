//! Claims about scatter around a known centre.

use super::Claim;
use crate::groups::{GeneralLinear, LowerTriangular};
use crate::sets::{Forms, Multisets, Vectors};

/// A covariance matrix that moves with every change of basis: T(g x) = g T(x) gᵀ for g in GL(D), where the centre is
/// known to be 0, whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::GeneralLinear, statistics::claim::{Claim, LinearScatter}};
/// use nalgebra::matrix;
/// let g = matrix![1.0, 1.0; 0.0, 1.0];
/// let moved = GSet::<GeneralLinear<2>>::act(&LinearScatter::<2>.values(), &g, &matrix![1.0, 0.0; 0.0, 1.0]);
/// assert_eq!(moved, matrix![2.0, 1.0; 1.0, 1.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinearScatter<const D: usize>;

impl<const D: usize> Claim for LinearScatter<D> {
    type Group = GeneralLinear<D>;
    type Observation = nalgebra::SVector<f64, D>;
    type Samples = Multisets<Vectors<D>>;
    type Values = Forms<D>;

    fn group(&self) -> GeneralLinear<D> {
        GeneralLinear::default()
    }

    fn samples(&self) -> Multisets<Vectors<D>> {
        Multisets::default()
    }

    fn values(&self) -> Forms<D> {
        Forms::default()
    }

    fn formula(&self) -> &'static str {
        "T(g x) = g T(x) gᵀ, g in GL(D)"
    }
}

/// A covariance matrix that moves with lower triangular changes of basis: T(g x) = g T(x) gᵀ for g
/// lower triangular with positive diagonal, where the centre is known to be 0, whatever the order of the
/// observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::LowerTriangular, statistics::claim::{Claim, TriangularScatter}};
/// use nalgebra::matrix;
/// let g = matrix![1.0, 0.0; 1.0, 1.0];
/// let moved = GSet::<LowerTriangular<2>>::act(&TriangularScatter::<2>.values(), &g, &matrix![1.0, 0.0; 0.0, 1.0]);
/// assert_eq!(moved, matrix![1.0, 1.0; 1.0, 2.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TriangularScatter<const D: usize>;

impl<const D: usize> Claim for TriangularScatter<D> {
    type Group = LowerTriangular<D>;
    type Observation = nalgebra::SVector<f64, D>;
    type Samples = Multisets<Vectors<D>>;
    type Values = Forms<D>;

    fn group(&self) -> LowerTriangular<D> {
        LowerTriangular::default()
    }

    fn samples(&self) -> Multisets<Vectors<D>> {
        Multisets::default()
    }

    fn values(&self) -> Forms<D> {
        Forms::default()
    }

    fn formula(&self) -> &'static str {
        "T(g x) = g T(x) gᵀ, g lower triangular with positive diagonal"
    }
}
