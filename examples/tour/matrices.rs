//! A change of basis: what of a matrix stays, what moves along, and what means nothing.

use equivariant::groups::{GeneralLinear, NonzeroReals, Orthogonal};
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::Determinant;
use equivariant::sets::{
    Complexes, Endomorphisms, Forms, Lines, Multisets, Reals, Subset, Vectors,
};
use equivariant::{Check, EquivariantMap, Homomorphism};
use nalgebra::{Matrix2, Matrix3, Vector2};

use crate::table::{Claim, Table};

/// The eigenvalues of a matrix whose eigenvalues are real and apart, and vectors along the
/// eigenlines.
fn eigen(a: &Matrix2<f64>) -> Option<[(f64, Vector2<f64>); 2]> {
    let half_trace = 0.5 * a.trace();
    let half_difference = 0.5 * (a[(0, 0)] - a[(1, 1)]);
    let discriminant = half_difference * half_difference + a[(0, 1)] * a[(1, 0)];
    // apart in proportion to the eigenvalues, which a change of basis keeps
    let scale = half_trace * half_trace + discriminant.abs();
    if discriminant <= 1e-3 * scale {
        return None;
    }
    let root = discriminant.sqrt();
    Some([1.0, -1.0].map(|sign| {
        let value = half_trace + sign * root;
        // (A − λ) v = 0: v is perpendicular to both rows; the longer one says it better
        let row = |i: usize| (a - Matrix2::identity() * value).row(i).transpose();
        let row = if row(0).norm() > row(1).norm() {
            row(0)
        } else {
            row(1)
        };
        (value, Vector2::new(-row.y, row.x))
    }))
}

/// Checks the claims about matrices.
pub(crate) fn rows(table: &mut Table) {
    let check = Check::default().seed(1);
    let gl3 = GeneralLinear::<3>::default();
    let matrices = Endomorphisms::<3>::default();
    let reals = Reals::<f64>::default();
    let claim = |map, group, phi, holds| Claim {
        map,
        group,
        phi,
        holds,
    };

    let determinant = EquivariantMap::invariant(gl3, matrices, reals, Matrix3::determinant);
    table.row(
        claim("determinant of A", "GL(3): A ↦ gAg⁻¹", "1", true),
        || check.equivariant(&determinant),
    );
    let trace = EquivariantMap::invariant(gl3, matrices, reals, Matrix3::trace);
    table.row(
        claim("trace of A", "GL(3): A ↦ gAg⁻¹", "1", true),
        || check.equivariant(&trace),
    );
    let spectra = Multisets::new(Complexes::<f64>::default()).of_length(3);
    let eigenvalues = EquivariantMap::invariant(gl3, matrices, spectra, |a: &Matrix3<f64>| {
        a.complex_eigenvalues().iter().copied().collect()
    });
    table.row(
        claim("eigenvalues of A", "GL(3): A ↦ gAg⁻¹", "1", true),
        || check.equivariant(&eigenvalues),
    );
    let singular_values = EquivariantMap::invariant(gl3, matrices, reals, |a: &Matrix3<f64>| {
        a.singular_values().max()
    });
    table.row(
        claim(
            "largest singular value of A",
            "GL(3): A ↦ gAg⁻¹",
            "1",
            false,
        ),
        || check.equivariant(&singular_values),
    );
    let o3 = Orthogonal::<3>::default();
    let singular_values = EquivariantMap::invariant(o3, matrices, reals, |a: &Matrix3<f64>| {
        a.singular_values().max()
    });
    table.row(
        claim("largest singular value of A", "O(3): A ↦ gAg⁻¹", "1", true),
        || check.equivariant(&singular_values),
    );

    let gl2 = GeneralLinear::<2>::default();
    let diagonalisable = Subset::new(Endomorphisms::<2>::default(), |a| eigen(a).is_some());
    let lines = Multisets::new(Lines::<2>::default()).of_length(2);
    let directions = |a: &Matrix2<f64>| {
        let eigen = eigen(a).into_iter().flatten();
        eigen.map(|(_, vector)| vector).collect::<Vec<_>>()
    };
    let eigenlines = EquivariantMap::new(gl2, diagonalisable, lines, directions);
    table.row(
        claim("eigenlines of A", "GL(2): A ↦ gAg⁻¹", "g", true),
        || check.equivariant(&eigenlines),
    );
    let vectors = Multisets::new(Vectors::<2>::default()).of_length(2);
    let unit = move |a: &Matrix2<f64>| directions(a).iter().map(Vector2::normalize).collect();
    let eigenvectors = EquivariantMap::new(gl2, diagonalisable, vectors, unit);
    table.row(
        claim("unit eigenvectors of A", "GL(2): A ↦ gAg⁻¹", "g", false),
        || check.equivariant(&eigenvectors),
    );
    let eigenvectors = EquivariantMap::invariant(gl2, diagonalisable, vectors, unit);
    table.row(
        claim("unit eigenvectors of A", "GL(2): A ↦ gAg⁻¹", "1", false),
        || check.equivariant(&eigenvectors),
    );

    let forms = Forms::<3>::default();
    let discriminant = EquivariantMap::invariant(gl3, forms, reals, Matrix3::determinant);
    table.row(
        claim("determinant of S", "GL(3): S ↦ gSgᵀ", "1", false),
        || check.equivariant(&discriminant),
    );
    let nonzero = NonzeroReals::default();
    let square = Between::new(nonzero, nonzero, |d| d * d);
    let squared = Determinant::new(gl3).then(square);
    let discriminant = EquivariantMap::along(squared, forms, reals, Matrix3::determinant);
    table.row(
        claim("determinant of S", "GL(3): S ↦ gSgᵀ", "(det g)²", true),
        || check.equivariant(&discriminant),
    );
}
