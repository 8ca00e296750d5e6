//! Skew-symmetric matrices and their coordinates: the Lie algebra of the rotations.

use nalgebra::{DVector, SMatrix};

use crate::set::Real;

/// The coordinate planes (i, j), in the order of the coordinates of the Lie algebra; a positive
/// coordinate turns axis i toward axis j.
///
/// In three dimensions (y, z), (z, x), (x, y): the coordinates are the axis times the angle, by the
/// right hand. In others (1, 2), (1, 3), …, (2, 3), …: lexicographic.
pub(in crate::groups) fn coordinate_planes<const D: usize>() -> impl Iterator<Item = (usize, usize)>
{
    (0..D)
        .flat_map(|i| (i + 1..D).map(move |j| (i, j)))
        .map(|(i, j)| match (D, i, j) {
            (3, 0, 1) => (1, 2),
            (3, 0, 2) => (2, 0),
            (3, 1, 2) => (0, 1),
            _ => (i, j),
        })
}

/// The skew-symmetric matrix whose k-th coordinate is `coordinate(k)`.
pub(in crate::groups) fn hat<T: Real, const D: usize>(
    coordinate: impl Fn(usize) -> T,
) -> SMatrix<T, D, D> {
    let mut matrix = SMatrix::zeros();
    for (k, (i, j)) in coordinate_planes::<D>().enumerate() {
        matrix[(j, i)] = coordinate(k);
        matrix[(i, j)] = -coordinate(k);
    }
    matrix
}

/// The skew-symmetric matrix with these coordinates.
///
/// # Panics
///
/// If there are not as many as there are coordinate planes.
pub(in crate::groups) fn from_coordinates<T: Real, const D: usize>(
    coordinates: &[T],
) -> SMatrix<T, D, D> {
    let planes = coordinate_planes::<D>().count();
    assert_eq!(
        coordinates.len(),
        planes,
        "a rotation of {D} dimensions has {planes} coordinates"
    );
    hat(|k| coordinates[k])
}

/// The coordinates of the skew-symmetric part of a matrix.
pub(in crate::groups) fn vee<T: Real, const D: usize>(matrix: &SMatrix<T, D, D>) -> DVector<T> {
    let half = T::nearest(0.5);
    DVector::from_iterator(
        D * D.saturating_sub(1) / 2,
        coordinate_planes::<D>().map(|(i, j)| matrix[(j, i)] * half - matrix[(i, j)] * half),
    )
}

/// (A − Aᵀ) / 2
pub(in crate::groups) fn skew_part<T: Real, const D: usize>(
    matrix: &SMatrix<T, D, D>,
) -> SMatrix<T, D, D> {
    (matrix - matrix.transpose()) * T::nearest(0.5)
}
