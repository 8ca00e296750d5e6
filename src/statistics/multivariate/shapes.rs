//! Shapes: scatters without their size.

use nalgebra::SMatrix;

use crate::action::GSet;
use crate::groups::{GeneralLinear, determinant};
use crate::set::forward_set;
use crate::sets::Matrices;
use crate::statistics::Refusal;

/// The shapes of ellipsoids: symmetric positive definite matrices of determinant 1, under changes of
/// basis that do not count the volume, A·V = A V Aᵀ / |det A|^(2/D).
///
/// # Conventions
///
/// The distance is the Frobenius norm of the difference. That a matrix is symmetric and of determinant
/// 1 is not asked of it: a matrix that has lost this by rounding still belongs.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::GeneralLinear, statistics::multivariate::Shapes};
/// use nalgebra::matrix;
/// let circle = matrix![1.0, 0.0; 0.0, 1.0];
/// let shapes = Shapes::<2>::default();
/// // a circle stays a circle, however large
/// assert_eq!(GSet::<GeneralLinear<2>>::act(&shapes, &(3.0 * circle), &circle), circle);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shapes<const D: usize>(Matrices<D, D>);

forward_set! {
    [const D: usize] Shapes<D> : Matrices<D, D>, |this| this.0;
}

impl<const D: usize> GSet<GeneralLinear<D>> for Shapes<D> {
    fn act(&self, g: &SMatrix<f64, D, D>, x: &SMatrix<f64, D, D>) -> SMatrix<f64, D, D> {
        let unimodular = g / volume(g);
        unimodular * x * unimodular.transpose()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// The side |det A|^(1/D) of the cube with the volume of a cell of A, without overflow.
pub(super) fn volume<const D: usize>(matrix: &SMatrix<f64, D, D>) -> f64 {
    let size = matrix.amax();
    size * determinant(&(matrix / size)).abs().powf(1.0 / D as f64)
}

/// The shape of the scatter B Bᵀ.
pub(super) fn shape_of<const D: usize>(
    root: &SMatrix<f64, D, D>,
) -> Result<SMatrix<f64, D, D>, Refusal> {
    let unimodular = root / volume(root);
    let shape = unimodular * unimodular.transpose();
    if shape.iter().all(|entry| entry.is_finite()) {
        Ok(shape)
    } else {
        Err(Refusal::Overflow("the shape is too thin"))
    }
}
