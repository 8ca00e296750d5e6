//! Bilinear forms, under a change of basis.

use nalgebra::{SMatrix, SVector};

use super::{Matrices, Vectors};
use crate::action::GSet;
use crate::group::Group;
use crate::set::{Real, forward_set};

/// The bilinear forms on the dual of D-dimensional space, as matrices that a change of basis takes
/// to g · S = g S gᵀ: covariance matrices, matrices of second moments, metrics on covectors.
///
/// Every group that acts linearly on vectors acts on them. If x moves to g·x, then the products
/// x xᵀ, and with them every covariance matrix, move like this.
///
/// # Conventions
///
/// As a set the [`Matrices`]; a form need not be symmetric or definite.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::GeneralLinear, sets::{Forms, Vectors}};
/// use nalgebra::{matrix, vector};
///
/// let g = matrix![1.0, 1.0; 0.0, 2.0];
/// let x = vector![3.0, 4.0];
/// let moved = GSet::<GeneralLinear<2>>::act(&Vectors::<2>::default(), &g, &x);
/// let square = GSet::<GeneralLinear<2>>::act(&Forms::<2>::default(), &g, &(x * x.transpose()));
/// assert_eq!(square, moved * moved.transpose());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms<const D: usize, T = f64>(Matrices<D, D, T>);

forward_set! {
    [const D: usize, T: Real] Forms<D, T> : Matrices<D, D, T>, |this| this.0;
}

impl<G, const D: usize, T> GSet<G> for Forms<D, T>
where
    G: Group,
    T: Real,
    Vectors<D, T>: GSet<G, Element = SVector<T, D>>,
{
    fn act(&self, g: &G::Element, x: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        // g S gᵀ = g (g Sᵀ)ᵀ, column by column
        self.0.act(g, &self.0.act(g, &x.transpose()).transpose())
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
