//! The rotation nearest to a matrix.

use nalgebra::{Matrix3, Rotation3, Vector3};

use crate::statistics::orthogonalisation::ROUNDING;

/// The rotation R with the largest tr(RᵀM), if there is one only up to rounding of a matrix of this size.
///
/// With M = U Σ Vᵀ and σ₁ ≥ σ₂ ≥ σ₃ it is U Vᵀ, where U and V are taken to be rotations and σ₃ therefore
/// to have the sign of det M: a reflection is never an answer. It is unique where σ₂ + σ₃ > 0.
///
/// The singular vectors are found by turning pairs of columns until all are orthogonal (one-sided
/// Jacobi), which is accurate however different the singular values are.
///
/// # References
///
/// M. R. Hestenes, Inversion of matrices by biorthogonalization and related results, *Journal of the
/// Society for Industrial and Applied Mathematics* 6 (1958), 51–90; F. L. Markley, Attitude
/// determination using vector observations and the singular value decomposition, *Journal of the
/// Astronautical Sciences* 36 (1988), 245–258.
pub(in crate::statistics) fn nearest_rotation(
    m: &Matrix3<f64>,
    size: f64,
) -> Option<Rotation3<f64>> {
    // the columns of M V and of V
    let (mut columns, mut v) = (*m, Matrix3::identity());
    for _ in 0..64 {
        let mut is_orthogonal = true;
        for (i, j) in [(0, 1), (0, 2), (1, 2)] {
            let (one, other) = (columns.column(i), columns.column(j));
            let (alpha, beta, gamma) = (one.norm_squared(), other.norm_squared(), one.dot(&other));
            if gamma.abs() <= f64::EPSILON * (alpha * beta).sqrt() {
                continue;
            }
            is_orthogonal = false;
            // the smaller of the two turns after which they are orthogonal
            let cotangent = (beta - alpha) / (2.0 * gamma);
            let tangent = cotangent.signum() / (cotangent.abs() + cotangent.hypot(1.0));
            let cosine = tangent.hypot(1.0).recip();
            for matrix in [&mut columns, &mut v] {
                let (one, other) = (
                    matrix.column(i).clone_owned(),
                    matrix.column(j).clone_owned(),
                );
                matrix.set_column(i, &(cosine * (one - tangent * other)));
                matrix.set_column(j, &(cosine * (other + tangent * one)));
            }
        }
        if is_orthogonal {
            break;
        }
    }
    let mut order = [0, 1, 2];
    order.sort_by(|&i, &j| {
        columns
            .column(j)
            .norm()
            .total_cmp(&columns.column(i).norm())
    });
    let [first, second, _] = order.map(|k| columns.column(k).clone_owned());
    // v₃ = v₁ × v₂ and u₃ = u₁ × u₂: both are rotations
    let of_v: [Vector3<f64>; 2] = [order[0], order[1]].map(|k| v.column(k).clone_owned());
    let v = Matrix3::from_columns(&[of_v[0], of_v[1], of_v[0].cross(&of_v[1])]);
    let (u1, u2) = (first.try_normalize(0.0)?, second.try_normalize(0.0)?);
    let u = Matrix3::from_columns(&[u1, u2, u1.cross(&u2)]);
    let smallest = u.column(2).dot(&(m * v.column(2)));
    let is_unique = second.norm() + smallest > ROUNDING * size;
    is_unique.then(|| Rotation3::from_matrix_unchecked(u * v.transpose()))
}

#[cfg(test)]
mod tests {
    use super::nearest_rotation;
    use nalgebra::{Matrix3, Rotation3, matrix};

    #[test]
    fn rotations_are_their_own_and_reflections_are_never_answers() {
        let turn = Rotation3::from_euler_angles(0.3, -1.0, 2.0);
        let nearest = nearest_rotation(&(3.0 * turn.matrix()), 3.0);
        assert!((nearest.unwrap_or_default().matrix() - turn.matrix()).norm() < 1e-15);
        // the plain polar factor of diag(3, 2, −1) is diag(1, 1, −1)
        let mirrored = Matrix3::from_diagonal(&[3.0, 2.0, -1.0].into());
        let nearest = nearest_rotation(&mirrored, 3.0).unwrap_or_default();
        assert_eq!(*nearest.matrix(), Matrix3::identity());
    }

    #[test]
    fn what_is_not_unique_is_refused() {
        for diagonal in [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [2.0, 1.0, -1.0]] {
            assert!(nearest_rotation(&Matrix3::from_diagonal(&diagonal.into()), 2.0).is_none());
        }
        let nearly = matrix![1.0, 0.0, 0.0; 0.0, 1e-9, 0.0; 0.0, 0.0, 0.0];
        assert!(nearest_rotation(&nearly, 1.0).is_some());
    }
}
