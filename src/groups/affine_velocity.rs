//! The Lie algebra of the affine transformations.

use nalgebra::{SMatrix, SVector};

use super::orthogonal_matrix::{from_coordinates, vee};
use crate::set::Real;

/// The velocity x ↦ L x + v of a point that an affine motion of space carries along: the Lie algebra
/// of the affine group and of its subgroups, the motions and the similarities.
///
/// # Conventions
///
/// As a matrix it is L beside v over a row of zeros. For motions L is skew-symmetric; for
/// similarities L is skew-symmetric plus a multiple of the identity.
///
/// # Examples
///
/// ```
/// use equivariant::{LieGroup, groups::{AffineVelocity, SpecialEuclidean}};
/// use nalgebra::{matrix, point, vector};
/// use std::f64::consts::PI;
///
/// // half a turn about the origin while the centre drifts
/// let screw = AffineVelocity { linear: matrix![0.0, -PI; PI, 0.0], translation: vector![0.0, PI] };
/// let g = SpecialEuclidean::<2>::default().exp(&screw);
/// assert!((g * point![0.0, 0.0] - point![-2.0, 0.0]).norm() < 1e-15); // about (−1, 0)
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AffineVelocity<const D: usize, T = f64> {
    /// The linear part L.
    pub linear: SMatrix<T, D, D>,
    /// The velocity v of the origin.
    pub translation: SVector<T, D>,
}

impl<const D: usize, T: Real> AffineVelocity<D, T> {
    /// The bracket [X, Y] = XY − YX of the matrices: ([L, M], L w − M v) for X = (L, v), Y = (M, w).
    #[must_use]
    pub fn bracket(&self, other: &Self) -> Self {
        AffineVelocity {
            linear: self.linear * other.linear - other.linear * self.linear,
            translation: self.linear * other.translation - other.linear * self.translation,
        }
    }

    /// The velocity of a motion with these coordinates: those of the rotation, then the translation.
    pub(super) fn rigid(coordinates: &[T]) -> Self {
        let (rotation, translation) = coordinates.split_at(coordinates.len() - D);
        AffineVelocity {
            linear: from_coordinates(rotation),
            translation: SVector::from_column_slice(translation),
        }
    }

    /// The coordinates of the velocity of a motion.
    pub(super) fn rigid_coordinates(&self) -> impl Iterator<Item = T> {
        let rotation: Vec<T> = vee(&self.linear).iter().copied().collect();
        rotation
            .into_iter()
            .chain(self.translation.iter().copied().collect::<Vec<T>>())
    }

    /// g X g⁻¹ = (A L A⁻¹, A v − A L A⁻¹ t) for g = (A, t).
    pub(super) fn conjugated(
        &self,
        linear: &SMatrix<T, D, D>,
        inverse: &SMatrix<T, D, D>,
        translation: &SVector<T, D>,
    ) -> Self {
        let conjugated = linear * self.linear * inverse;
        AffineVelocity {
            linear: conjugated,
            translation: linear * self.translation - conjugated * translation,
        }
    }
}
