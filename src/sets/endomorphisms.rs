//! Linear maps of a vector space to itself, under a change of basis.

use nalgebra::{SMatrix, SVector};

use super::{Matrices, Vectors};
use crate::action::GSet;
use crate::group::Group;
use crate::set::{Real, forward_set};

/// The linear maps of D-dimensional space to itself, as matrices that a change of basis conjugates:
/// g · A = g A g⁻¹.
///
/// Every group that acts linearly on vectors acts on them. An invariant map from this set is a
/// property of the linear map and not of its matrix: the trace, the determinant, the eigenvalues.
///
/// # Conventions
///
/// As a set the [`Matrices`]. A `g` that is not invertible is no element of a group and gives a
/// matrix of NaNs.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::GeneralLinear, sets::Endomorphisms};
/// use nalgebra::matrix;
///
/// let set = Endomorphisms::<2>::default();
/// let g = matrix![1.0, 1.0; 0.0, 1.0];
/// let a = matrix![2.0, 0.0; 0.0, 3.0];
/// let moved = GSet::<GeneralLinear<2>>::act(&set, &g, &a);
/// assert!(set.same(&moved, &matrix![2.0, 1.0; 0.0, 3.0]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Endomorphisms<const D: usize, T = f64>(Matrices<D, D, T>);

forward_set! {
    [const D: usize, T: Real] Endomorphisms<D, T> : Matrices<D, D, T>, |this| this.0;
}

impl<G, const D: usize, T> GSet<G> for Endomorphisms<D, T>
where
    G: Group,
    T: Real,
    Vectors<D, T>: GSet<G, Element = SVector<T, D>>,
{
    fn act(&self, g: &G::Element, x: &SMatrix<T, D, D>) -> SMatrix<T, D, D> {
        let matrix = self.0.act(g, &SMatrix::identity());
        match matrix.try_inverse() {
            Some(inverse) => matrix * x * inverse,
            None => SMatrix::repeat(T::nearest(f64::NAN)),
        }
    }

    fn lawful_by_construction(&self) -> bool {
        self.0.lawful_by_construction()
    }
}
