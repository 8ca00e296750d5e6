//! Isometries of space, reflections included.

use std::marker::PhantomData;

use nalgebra::{DVector, SMatrix, SVector};

use super::acts::acts;
use super::orthogonal_matrix::{displacement, velocity};
use super::{AffineTransformation, AffineVelocity, Orthogonal, words};
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, set_of_parts};
use crate::sets::{Points, Vectors};

/// The Euclidean group E(D) of the maps p ↦ R p + t that keep distances: rotations, reflections and
/// translations.
///
/// # Conventions
///
/// Elements are affine transformations with an orthogonal linear part, because nalgebra's isometries
/// have no reflections. Everything else is as in [`SpecialEuclidean`](super::SpecialEuclidean).
///
/// # Examples
///
/// ```
/// use equivariant::{Set, groups::{AffineTransformation, Euclidean}};
/// use nalgebra::{matrix, vector};
/// let glide = AffineTransformation { linear: matrix![1.0, 0.0; 0.0, -1.0], translation: vector![2.0, 0.0] };
/// let e2 = Euclidean::<2>::default();
/// assert!(e2.contains(&glide));
/// assert_eq!(e2.describe(&glide), "reflection in the mirror ⊥ y, then translation by (2, 0)");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Euclidean<const D: usize, T = f64>(PhantomData<T>);

set_of_parts! {
    [const D: usize, T: Real] Euclidean<D, T> { AffineTransformation<D, T> }
        : (Orthogonal<D, T>, Vectors<D, T>)
            = (Orthogonal::<D, T>::default(), Vectors::<D, T>::default()),
        |x| (x.linear, x.translation),
        |parts| AffineTransformation { linear: parts.0, translation: parts.1 },
        describe |x| {
            let linear = Orthogonal::<D, T>::default().describe(&x.linear);
            words::then_translated(&linear, &x.translation)
        };
}

impl<const D: usize, T: Real> Group for Euclidean<D, T> {
    #[inline]
    fn identity(&self) -> AffineTransformation<D, T> {
        AffineTransformation::identity()
    }

    #[inline]
    fn compose(
        &self,
        g: &AffineTransformation<D, T>,
        h: &AffineTransformation<D, T>,
    ) -> AffineTransformation<D, T> {
        g.compose(h)
    }

    /// p ↦ Rᵀ (p − t)
    #[inline]
    fn inverse(&self, g: &AffineTransformation<D, T>) -> AffineTransformation<D, T> {
        let linear = g.linear.transpose();
        AffineTransformation {
            linear,
            translation: -(linear * g.translation),
        }
    }

    /// The translation, then the factors of the linear part.
    fn factors(&self, g: &AffineTransformation<D, T>) -> Vec<AffineTransformation<D, T>> {
        let (linear, translation) = (SMatrix::identity(), SVector::zeros());
        let moved = (g.translation != translation).then_some(AffineTransformation { linear, ..*g });
        let parts = Orthogonal::<D, T>::default().factors(&g.linear);
        let parts = parts.into_iter().map(|linear| AffineTransformation {
            linear,
            translation,
        });
        moved.into_iter().chain(parts).collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> LieGroup for Euclidean<D, T> {
    type Scalar = T;
    type Algebra = AffineVelocity<D, T>;

    fn dimension(&self) -> usize {
        D * (D + 1) / 2
    }

    fn hat(&self, coordinates: &DVector<T>) -> AffineVelocity<D, T> {
        AffineVelocity::rigid(coordinates.as_slice())
    }

    fn vee(&self, algebra: &AffineVelocity<D, T>) -> DVector<T> {
        DVector::from_iterator(self.dimension(), algebra.rigid_coordinates())
    }

    /// exp (K, v) = (exp K, ∫₀¹ exp(tK) dt v)
    fn exp(&self, algebra: &AffineVelocity<D, T>) -> AffineTransformation<D, T> {
        AffineTransformation {
            linear: Orthogonal::default().exp(&algebra.linear),
            translation: displacement(&algebra.linear, 0.0, &algebra.translation),
        }
    }

    fn log(
        &self,
        g: &AffineTransformation<D, T>,
    ) -> Result<AffineVelocity<D, T>, OutsideLogarithm> {
        let linear = Orthogonal::default().log(&g.linear)?;
        Ok(AffineVelocity {
            linear,
            translation: velocity(&linear, 0.0, &g.translation),
        })
    }

    fn adjoint(
        &self,
        g: &AffineTransformation<D, T>,
        algebra: &AffineVelocity<D, T>,
    ) -> AffineVelocity<D, T> {
        algebra.conjugated(&g.linear, &g.linear.transpose(), &g.translation)
    }

    fn bracket(&self, x: &AffineVelocity<D, T>, y: &AffineVelocity<D, T>) -> AffineVelocity<D, T> {
        x.bracket(y)
    }

    /// 1: Ad is a conjugation, and a rotation or reflection of the translations.
    fn modular(&self, _g: &AffineTransformation<D, T>) -> f64 {
        1.0
    }
}

acts! {
    /// p ↦ R p + t
    [const D: usize, T: Real] Euclidean<D, T>, on Points<D, T>: |g, x| g.transform_point(x),
        inverse |group, g, x| group.inverse(g).transform_vector(&(x.coords - g.translation)).into();
    /// v ↦ R v
    [const D: usize, T: Real] Euclidean<D, T>, on Vectors<D, T>: |g, x| g.transform_vector(x);
}
