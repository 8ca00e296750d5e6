//! Samples seen from coordinates of their own.

use nalgebra::{Point, SMatrix, SVector};

use super::super::least_distances::Minimum;
use super::super::spatial_quantile::{SpatialQuantile, least};
use super::super::standardised::Standardised;
use crate::groups::AffineTransformation;
use crate::statistics::Refusal;
use crate::statistics::sample::at_least;

/// Coordinates that a sample chooses for itself, by an affine map ρ(x) from them to those of the sample: the
/// value of an estimator.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::multivariate::{InvariantCoordinates, quantiles::Coordinates};
/// use nalgebra::{Point2, point};
/// fn origin(coordinates: impl Coordinates<2>, sample: &[Point2<f64>]) -> Option<Point2<f64>> {
///     Some(coordinates.coordinates(sample).ok()?.translation.into())
/// }
/// let sample = [point![0.0, 0.0], point![1.0, 0.5], point![2.0, 3.0], point![0.5, 1.0], point![9.0, 1.0]];
/// assert_eq!(origin(InvariantCoordinates, &sample), Some(point![2.5, 1.1]));
/// ```
pub trait Coordinates<const D: usize> {
    /// The map ρ(x).
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if the sample has no such coordinates.
    fn coordinates(&self, sample: &[Point<f64, D>]) -> Result<AffineTransformation<D>, Refusal>;

    /// K, where B K is the matrix of ρ(x) and B that of the coordinates in which the covariance is 1. From ρ(x),
    /// whose rounding turns a thin sample; better from what it is made of.
    #[doc(hidden)]
    fn in_standardised(
        &self,
        sample: &[Point<f64, D>],
        standardised: &Standardised<D>,
    ) -> Result<SMatrix<f64, D, D>, Refusal> {
        let mut root = self.coordinates(sample)?.linear;
        for mut column in root.column_iter_mut() {
            let seen = standardised.coordinates(&column.clone_owned());
            column.copy_from(&seen);
        }
        Ok(root)
    }
}

/// A sample seen from its coordinates: ρ(x)⁻¹·x, but for the origin, on which no quantile depends.
///
/// Between the coordinates and the sample are those in which the covariance is 1: z = B⁻¹ (x − m), and
/// w = K⁻¹ z, where B K is the matrix of ρ(x). However thin the sample, no digits are lost.
pub(super) struct Seen<'a, const D: usize> {
    sample: &'a [Point<f64, D>],
    standardised: Standardised<D>,
    /// K
    root: SMatrix<f64, D, D>,
    inverse: SMatrix<f64, D, D>,
    /// w
    points: Vec<Point<f64, D>>,
}

impl<'a, const D: usize> Seen<'a, D> {
    /// The sample seen from its coordinates.
    pub(super) fn from(
        coordinates: &impl Coordinates<D>,
        sample: &'a [Point<f64, D>],
    ) -> Result<Self, Refusal> {
        let standardised = Standardised::of(sample)?;
        let root = coordinates.in_standardised(sample, &standardised)?;
        let thin = Refusal::Overflow("the coordinates are too thin");
        let inverse = root.try_inverse().ok_or(thin)?;
        let seen = |z: &SVector<f64, D>| Point::from(inverse * z);
        let points = standardised.points.iter().map(seen).collect();
        Ok(Seen {
            sample,
            standardised,
            root,
            inverse,
            points,
        })
    }

    /// The quantile with the index u, carried back.
    pub(super) fn quantile(&self, u: &SVector<f64, D>) -> Result<Point<f64, D>, Refusal> {
        Ok(match least(&self.points, u)? {
            Minimum::Observation(index) => self.sample[index],
            Minimum::Elsewhere(w) => self.standardised.point(&(self.root * w)),
        })
    }

    /// The index of which q is the quantile.
    pub(super) fn rank(&self, q: &Point<f64, D>) -> Result<SVector<f64, D>, Refusal> {
        at_least(1, std::slice::from_ref(q))?;
        let seen = match self.sample.iter().position(|x| x == q) {
            Some(index) => self.points[index],
            None => {
                let z = self
                    .standardised
                    .coordinates(&self.standardised.deviation(q));
                Point::from(self.inverse * z)
            }
        };
        if seen.iter().any(|entry| !entry.is_finite()) {
            return Err(Refusal::Overflow("the point is too far away"));
        }
        SpatialQuantile::rank(&self.points, &seen)
    }

    /// The length of the rank of every observation.
    pub(super) fn outlyingness(&self) -> Result<Vec<f64>, Refusal> {
        let rank = |w: &Point<f64, D>| SpatialQuantile::rank(&self.points, w);
        self.points.iter().map(|w| Ok(rank(w)?.norm())).collect()
    }
}
