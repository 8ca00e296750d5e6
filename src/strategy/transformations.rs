//! Motions, similarities, linear and affine transformations.

use nalgebra::SMatrix;
use proptest::test_runner::TestRng;
use rand::RngExt;

use super::numbers::{complexity, simpler_number};
use super::sampled::{sampled, sampled_by_parts};
use crate::group::HaarMeasure;
use crate::groups::{
    Affine, Euclidean, GeneralLinear, LowerTriangular, Orthogonal, PositiveReals, Similarities,
    SpecialEuclidean, SpecialLinear, SpecialOrthogonal, determinant,
};
use crate::set::{Real, Set};
use crate::sets::Vectors;

sampled_by_parts! {
    [const D: usize, T: Real] SpecialEuclidean<D, T> : (SpecialOrthogonal<D, T>, Vectors<D, T>);
    [const D: usize, T: Real] Euclidean<D, T> : (Orthogonal<D, T>, Vectors<D, T>);
    [const D: usize, T: Real] Similarities<D, T>
        : (PositiveReals<T>, SpecialOrthogonal<D, T>, Vectors<D, T>);
    [const D: usize, T: Real] Affine<D, T> : (GeneralLinear<D, T>, Vectors<D, T>);
}

/// What is drawn for matrices, in words.
const MATRICES: &str =
    "as U Σ V with U, V by Haar measure, singular values log-uniform from 0.1 to 10";

/// A matrix of moderate condition, so that products keep their digits.
fn matrix<const D: usize>(random: &mut TestRng) -> SMatrix<f64, D, D> {
    let orthogonal = Orthogonal::<D>::default();
    let [left, right] = [0, 1].map(|_| orthogonal.sample(random));
    let sizes = SMatrix::<f64, D, D>::from_fn(|i, j| {
        if i == j {
            f64::powf(10.0, random.random_range(-1.0..1.0))
        } else {
            0.0
        }
    });
    left * sizes * right
}

/// How simple a matrix is: the number of entries that are not those of the identity, then their
/// complexities.
fn rank<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> (usize, Vec<super::numbers::Complexity>) {
    let identity = SMatrix::<T, D, D>::identity();
    let other: Vec<_> = x
        .iter()
        .zip(identity.iter())
        .filter(|(x, e)| x != e)
        .collect();
    (
        other.len(),
        other.iter().map(|(x, _)| complexity(**x)).collect(),
    )
}

/// Simpler matrices: an entry like that of the identity, or a simpler entry.
fn simpler_matrices<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> Vec<SMatrix<T, D, D>> {
    let identity = SMatrix::<T, D, D>::identity();
    let mut simpler = vec![identity];
    let mut try_entry = |i: usize, entry: T| {
        let mut other = *x;
        other[i] = entry;
        simpler.push(other);
    };
    for i in 0..D * D {
        if x[i] != identity[i] {
            try_entry(i, identity[i]);
        }
    }
    for i in 0..D * D {
        if x[i] != identity[i] {
            for entry in simpler_number(x[i]) {
                try_entry(i, entry);
            }
        }
    }
    let of_x = rank(x);
    simpler.retain(|y| rank(y) < of_x);
    simpler
}

/// Whether the determinant is 1 to the last digits.
fn has_unit_determinant<const D: usize, T: Real>(x: &SMatrix<T, D, D>) -> bool {
    (determinant(x) - 1.0).abs() <= 4.0 * T::EPSILON
}

/// The identity, shears, changes of scale, quarter turns, and the same very near the identity.
fn corner_matrices<const D: usize, T: Real>() -> Vec<SMatrix<T, D, D>> {
    let with = |entries: &[((usize, usize), f64)]| {
        let mut matrix = SMatrix::<T, D, D>::identity();
        for &((i, j), entry) in entries {
            if i < D && j < D {
                matrix[(i, j)] = T::nearest(entry);
            }
        }
        matrix
    };
    let mut corners = vec![
        with(&[]),
        with(&[((0, 1), 1.0)]),
        with(&[((0, 0), 2.0)]),
        with(&[((0, 0), 2.0), ((1, 1), 0.5)]),
        with(&[((0, 0), 0.0), ((0, 1), -1.0), ((1, 0), 1.0), ((1, 1), 0.0)]),
        with(&[((1, 0), -1.0)]),
        with(&[((0, 0), -1.0)]),
        with(&[((0, 0), 3.0), ((0, 1), 2.0), ((1, 0), 1.0)]),
    ];
    for size in [1e-1, 1e-3, 1e-6, 1e-9, 1e-12] {
        corners.push(with(&[((0, 1), size)]));
        corners.push(with(&[((0, 0), 1.0 + size)]));
    }
    corners
}

sampled! {
    [const D: usize, T: Real] GeneralLinear<D, T>, MATRICES,
        |_this, random| matrix::<D>(random).map(T::nearest),
        |this, x| {
            let mut simpler = simpler_matrices(x);
            simpler.retain(|y| this.contains(y));
            simpler
        },
        |this| {
            let mut corners = corner_matrices();
            corners.retain(|x| this.contains(x));
            corners
        };
    [const D: usize, T: Real] SpecialLinear<D, T>, format!("{MATRICES}, scaled to determinant 1"),
        |_this, random| {
            let mut matrix = matrix::<D>(random);
            let volume = determinant(&matrix);
            if volume < 0.0 {
                matrix.column_mut(0).neg_mut();
            }
            (matrix * volume.abs().powf(-1.0 / D as f64)).map(T::nearest)
        },
        |this, x| {
            let mut simpler = corner_matrices::<D, T>();
            simpler.extend(simpler_matrices(x));
            let of_x = rank(x);
            simpler.retain(|y| this.contains(y) && has_unit_determinant(y) && rank(y) < of_x);
            simpler
        },
        |this| {
            let mut corners = corner_matrices();
            corners.retain(|x| this.contains(x) && has_unit_determinant(x));
            corners
        };
    [const D: usize, T: Real] LowerTriangular<D, T>,
        "with the diagonal log-uniform from 0.1 to 10, below it uniform from −1 to 1",
        |_this, random| SMatrix::from_fn(|i, j| T::nearest(match i.cmp(&j) {
            std::cmp::Ordering::Less => 0.0,
            std::cmp::Ordering::Equal => f64::powf(10.0, random.random_range(-1.0..1.0)),
            std::cmp::Ordering::Greater => random.random_range(-1.0..=1.0),
        })),
        |this, x| {
            let mut simpler = simpler_matrices(x);
            simpler.retain(|y| this.contains(y));
            simpler
        },
        |this| {
            let mut corners = corner_matrices();
            corners.extend(corner_matrices().iter().map(SMatrix::transpose));
            corners.retain(|x| this.contains(x));
            corners.dedup();
            corners
        };
}
