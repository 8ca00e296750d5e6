//! Matrices.

use std::marker::PhantomData;

use nalgebra::{SMatrix, SVector};

use super::Vectors;
use crate::action::GSet;
use crate::group::Group;
use crate::set::{Real, Set, Tolerance, coordinates};

/// The real matrices with R rows and C columns.
///
/// # Conventions
///
/// Matrices with finite entries belong. The distance is the Frobenius norm of the difference. A
/// group that acts on vectors acts on each column: g · [a₁ … a_C] = [g·a₁ … g·a_C], which for a
/// group of matrices is the product gA. For the change of basis g A g⁻¹ of a linear map see
/// [`Endomorphisms`](super::Endomorphisms), for g S gᵀ see [`Forms`](super::Forms).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::SpecialOrthogonal, sets::Matrices};
/// use nalgebra::{Rotation2, matrix};
///
/// let set = Matrices::<2, 2>::default();
/// let a = matrix![3.0, 0.0; 0.0, 4.0];
/// assert_eq!(set.magnitude(&a), 5.0);
/// let quarter_turn = Rotation2::new(std::f64::consts::FRAC_PI_2);
/// let turned = GSet::<SpecialOrthogonal<2>>::act(&set, &quarter_turn, &a);
/// assert!(set.same(&turned, &matrix![0.0, -4.0; 3.0, 0.0]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matrices<const R: usize, const C: usize, T = f64>(PhantomData<T>);

impl<const R: usize, const C: usize, T: Real> Set for Matrices<R, C, T> {
    type Element = SMatrix<T, R, C>;

    #[inline]
    fn contains(&self, x: &SMatrix<T, R, C>) -> bool {
        coordinates::is_finite(x)
    }

    #[inline]
    fn distance(&self, x: &SMatrix<T, R, C>, y: &SMatrix<T, R, C>) -> f64 {
        coordinates::distance(x, y)
    }

    #[inline]
    fn magnitude(&self, x: &SMatrix<T, R, C>) -> f64 {
        coordinates::magnitude(x)
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        Tolerance::rounding::<T>()
    }

    fn nudge(&self, x: &SMatrix<T, R, C>, reach: f64, direction: u64) -> Option<SMatrix<T, R, C>> {
        Some(coordinates::nudge(x, reach, direction))
    }

    fn ratio(&self, x: &SMatrix<T, R, C>, y: &SMatrix<T, R, C>) -> Option<f64> {
        coordinates::ratio(x, y, self.tolerance().relative)
    }

    fn describe(&self, x: &SMatrix<T, R, C>) -> String {
        coordinates::describe(x)
    }
}

/// Column by column, by the action of the group on vectors.
impl<G, const R: usize, const C: usize, T> GSet<G> for Matrices<R, C, T>
where
    G: Group,
    T: Real,
    Vectors<R, T>: GSet<G, Element = SVector<T, R>>,
{
    #[inline]
    fn act(&self, g: &G::Element, x: &SMatrix<T, R, C>) -> SMatrix<T, R, C> {
        let mut moved = *x;
        for mut column in moved.column_iter_mut() {
            let image = Vectors::default().act(g, &column.clone_owned());
            column.copy_from(&image);
        }
        moved
    }

    fn lawful_by_construction(&self) -> bool {
        Vectors::default().lawful_by_construction()
    }
}
