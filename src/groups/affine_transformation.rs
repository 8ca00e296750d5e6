//! Affine transformations of space.

use nalgebra::{Point, SMatrix, SVector};

use crate::set::Real;

/// The affine transformation x ↦ A x + t: a linear part and the translation that follows it.
///
/// It is the element type of the groups whose transformations nalgebra has no type for in every
/// dimension: affine, and Euclidean with reflections.
///
/// # Conventions
///
/// The translation comes after the linear part, so it is where the origin goes. Points are moved,
/// vectors are only changed by the linear part. Any matrix may stand here; the group says which
/// ones belong.
///
/// # Examples
///
/// ```
/// use equivariant::groups::AffineTransformation;
/// use nalgebra::{matrix, point, vector};
///
/// let g = AffineTransformation { linear: matrix![0.0, -1.0; 1.0, 0.0], translation: vector![5.0, 0.0] };
/// assert_eq!(g.transform_point(&point![1.0, 0.0]), point![5.0, 1.0]);
/// assert_eq!(g.transform_vector(&vector![1.0, 0.0]), vector![0.0, 1.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AffineTransformation<const D: usize, T = f64> {
    /// The matrix A.
    pub linear: SMatrix<T, D, D>,
    /// The image t of the origin.
    pub translation: SVector<T, D>,
}

impl<const D: usize, T: Real> AffineTransformation<D, T> {
    /// The transformation that moves nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::AffineTransformation;
    /// use nalgebra::point;
    /// let e = AffineTransformation::<2>::identity();
    /// assert_eq!(e.transform_point(&point![1.0, 2.0]), point![1.0, 2.0]);
    /// ```
    #[must_use]
    #[inline]
    pub fn identity() -> Self {
        AffineTransformation {
            linear: SMatrix::identity(),
            translation: SVector::zeros(),
        }
    }

    /// The image A p + t of a point.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::AffineTransformation;
    /// use nalgebra::{matrix, point, vector};
    /// let swap = AffineTransformation { linear: matrix![0.0, 1.0; 1.0, 0.0], translation: vector![1.0, 0.0] };
    /// assert_eq!(swap.transform_point(&point![5.0, 7.0]), point![8.0, 5.0]);
    /// ```
    #[must_use]
    #[inline]
    pub fn transform_point(&self, p: &Point<T, D>) -> Point<T, D> {
        Point::from(self.linear * p.coords + self.translation)
    }

    /// The image A v of a vector.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::AffineTransformation;
    /// use nalgebra::{matrix, vector};
    /// let swap = AffineTransformation { linear: matrix![0.0, 1.0; 1.0, 0.0], translation: vector![1.0, 0.0] };
    /// assert_eq!(swap.transform_vector(&vector![5.0, 7.0]), vector![7.0, 5.0]); // vectors are not moved
    /// ```
    #[must_use]
    #[inline]
    pub fn transform_vector(&self, v: &SVector<T, D>) -> SVector<T, D> {
        self.linear * v
    }

    /// First `other`, then this transformation: (A, t) · (B, s) = (AB, As + t).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::AffineTransformation;
    /// use nalgebra::{matrix, point, vector};
    /// let swap = AffineTransformation { linear: matrix![0.0, 1.0; 1.0, 0.0], translation: vector![1.0, 0.0] };
    /// let twice = swap.compose(&swap);
    /// assert_eq!(twice.transform_point(&point![5.0, 7.0]), point![6.0, 8.0]);
    /// ```
    #[must_use]
    #[inline]
    pub fn compose(&self, other: &Self) -> Self {
        AffineTransformation {
            linear: self.linear * other.linear,
            translation: self.linear * other.translation + self.translation,
        }
    }
}
