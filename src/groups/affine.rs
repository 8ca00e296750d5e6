//! Affine transformations of space, as a group.

use std::marker::PhantomData;

use nalgebra::{DMatrix, DVector, SMatrix, SVector};

use super::acts::acts;
use super::general_linear::inverse;
use super::matrix_exponential::exponential;
use super::matrix_logarithm::logarithm;
use super::{AffineTransformation, AffineVelocity, GeneralLinear, determinant, words};
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, Set, coordinates, set_of_parts};
use crate::sets::{Points, Vectors};

/// The affine group of the maps p ↦ A p + t with an invertible matrix A.
///
/// # Conventions
///
/// Linear parts are compared as matrices, translations as vectors, each in its own units. It moves
/// [`Points`] by A p + t and [`Vectors`] by A v. The coordinates of the Lie algebra are the entries of
/// the linear part column by column, then the translation.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, GSet, groups::{Affine, AffineTransformation}, sets::Points};
/// use nalgebra::{matrix, point, vector};
///
/// let affine = Affine::<2>::default();
/// let g = AffineTransformation { linear: matrix![2.0, 1.0; 0.0, 1.0], translation: vector![5.0, 0.0] };
/// let p = GSet::<Affine<2>>::act(&Points::default(), &g, &point![1.0, 1.0]);
/// assert_eq!(p, point![8.0, 1.0]);
/// assert_eq!(GSet::<Affine<2>>::act(&Points::default(), &affine.inverse(&g), &p), point![1.0, 1.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Affine<const D: usize, T = f64>(PhantomData<T>);

set_of_parts! {
    [const D: usize, T: Real] Affine<D, T> { AffineTransformation<D, T> }
        : (GeneralLinear<D, T>, Vectors<D, T>)
            = (GeneralLinear::<D, T>::default(), Vectors::<D, T>::default()),
        |x| (x.linear, x.translation),
        |parts| AffineTransformation { linear: parts.0, translation: parts.1 },
        describe |x| {
            let linear = match x.linear == SMatrix::<T, D, D>::identity() {
                true => "identity".to_owned(),
                false => format!("the matrix {}", GeneralLinear::<D, T>::default().describe(&x.linear)),
            };
            words::then_translated(&linear, &x.translation)
        };
}

impl<const D: usize, T: Real> Group for Affine<D, T> {
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

    /// p ↦ A⁻¹ (p − t)
    fn inverse(&self, g: &AffineTransformation<D, T>) -> AffineTransformation<D, T> {
        let linear = GeneralLinear::default().inverse(&g.linear);
        AffineTransformation {
            linear,
            translation: -(linear * g.translation),
        }
    }

    /// The translation, then the linear part.
    fn factors(&self, g: &AffineTransformation<D, T>) -> Vec<AffineTransformation<D, T>> {
        let identity = AffineTransformation::identity();
        let translation = AffineTransformation {
            linear: identity.linear,
            ..*g
        };
        let linear = AffineTransformation {
            translation: identity.translation,
            ..*g
        };
        let parts = [translation, linear].into_iter();
        parts.filter(|part| *part != identity).collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// The power of 2 in which a translation is measured, so that it is not larger than 1.
///
/// Functions of the bordered matrix are linear in the translation: without loss of a digit, a large
/// one needs no more scalings, and no more roots, than a small one.
fn unit<const D: usize, T: Real>(translation: &SVector<T, D>) -> f64 {
    let size = coordinates::magnitude(translation);
    if size > 1.0 && size.is_finite() {
        size.log2().ceil().exp2().min(f64::MAX)
    } else {
        1.0
    }
}

/// The matrix (L v; 0 0) of a velocity, or with a 1 in the corner that of a transformation; v in units.
fn bordered<const D: usize, T: Real>(
    linear: &SMatrix<T, D, D>,
    translation: &SVector<T, D>,
    unit: f64,
    corner: f64,
) -> DMatrix<f64> {
    DMatrix::from_fn(D + 1, D + 1, |i, j| match (i < D, j < D) {
        (true, true) => linear[(i, j)].to_f64(),
        (true, false) => translation[i].to_f64() / unit,
        (false, true) => 0.0,
        (false, false) => corner,
    })
}

/// The parts of such a matrix.
fn unbordered<const D: usize, T: Real>(
    matrix: &DMatrix<f64>,
    unit: f64,
) -> (SMatrix<T, D, D>, SVector<T, D>) {
    (
        SMatrix::from_fn(|i, j| T::nearest(matrix[(i, j)])),
        SVector::from_fn(|i, _| T::nearest(matrix[(i, D)] * unit)),
    )
}

impl<const D: usize, T: Real> LieGroup for Affine<D, T> {
    type Scalar = T;
    type Algebra = AffineVelocity<D, T>;

    fn dimension(&self) -> usize {
        D * D + D
    }

    fn hat(&self, coordinates: &DVector<T>) -> AffineVelocity<D, T> {
        let (linear, translation) = coordinates.as_slice().split_at(D * D);
        AffineVelocity {
            linear: SMatrix::from_column_slice(linear),
            translation: SVector::from_column_slice(translation),
        }
    }

    fn vee(&self, algebra: &AffineVelocity<D, T>) -> DVector<T> {
        let entries = algebra.linear.iter().chain(algebra.translation.iter());
        DVector::from_iterator(self.dimension(), entries.copied())
    }

    fn exp(&self, algebra: &AffineVelocity<D, T>) -> AffineTransformation<D, T> {
        let unit = unit(&algebra.translation);
        let matrix = exponential(&bordered(&algebra.linear, &algebra.translation, unit, 0.0));
        let (linear, translation) = unbordered(&matrix, unit);
        AffineTransformation {
            linear,
            translation,
        }
    }

    fn log(
        &self,
        g: &AffineTransformation<D, T>,
    ) -> Result<AffineVelocity<D, T>, OutsideLogarithm> {
        let unit = unit(&g.translation);
        let matrix = bordered(&g.linear, &g.translation, unit, 1.0);
        let logarithm = logarithm(&matrix).map_err(|reason| OutsideLogarithm {
            element: self.describe(g),
            reason,
        })?;
        let (linear, translation) = unbordered(&logarithm, unit);
        Ok(AffineVelocity {
            linear,
            translation,
        })
    }

    fn adjoint(
        &self,
        g: &AffineTransformation<D, T>,
        algebra: &AffineVelocity<D, T>,
    ) -> AffineVelocity<D, T> {
        let inverse = inverse(&g.linear).unwrap_or_else(|| SMatrix::repeat(T::nearest(f64::NAN)));
        algebra.conjugated(&g.linear, &inverse, &g.translation)
    }

    fn bracket(&self, x: &AffineVelocity<D, T>, y: &AffineVelocity<D, T>) -> AffineVelocity<D, T> {
        x.bracket(y)
    }

    /// 1/|det A|: Ad is conjugation of matrices, and A on the translations.
    fn modular(&self, g: &AffineTransformation<D, T>) -> f64 {
        determinant(&g.linear).abs().recip()
    }
}

acts! {
    /// p ↦ A p + t
    [const D: usize, T: Real] Affine<D, T>, on Points<D, T>: |g, x| g.transform_point(x),
        inverse |group, g, x| group.inverse(g).transform_vector(&(x.coords - g.translation)).into();
    /// v ↦ A v
    [const D: usize, T: Real] Affine<D, T>, on Vectors<D, T>: |g, x| g.transform_vector(x);
}
