//! Samples seen from coordinates of their own.

use nalgebra::{Point, SMatrix, SVector};

use super::super::least_distances::Minimum;
use super::super::spatial_quantile::{SpatialQuantile, least};
use crate::groups::AffineTransformation;
use crate::set::Set;
use crate::statistics::{Claim, Estimator, Refusal};

/// Coordinates that a sample chooses for itself: an estimator whose value is the affine map ρ(x) from
/// them to those of the sample. Every such estimator is one.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::{InvariantCoordinates, quantiles::Coordinates}};
/// use nalgebra::{Point2, point};
/// fn origin(coordinates: impl Coordinates<2>, sample: &[Point2<f64>]) -> Option<Point2<f64>> {
///     Some(coordinates.estimate(sample).ok()?.translation.into())
/// }
/// let sample = [point![0.0, 0.0], point![1.0, 0.5], point![2.0, 3.0], point![0.5, 1.0], point![9.0, 1.0]];
/// assert_eq!(origin(InvariantCoordinates, &sample), Some(point![2.5, 1.1]));
/// ```
pub trait Coordinates<const D: usize>:
    Estimator<
    Claim: Claim<Observation = Point<f64, D>, Values: Set<Element = AffineTransformation<D>>>,
>
{
}

impl<F, const D: usize> Coordinates<D> for F where
    F: Estimator<
        Claim: Claim<Observation = Point<f64, D>, Values: Set<Element = AffineTransformation<D>>>,
    >
{
}

/// A sample seen from its coordinates: ρ(x)⁻¹·x.
pub(super) struct Seen<'a, const D: usize> {
    sample: &'a [Point<f64, D>],
    rho: AffineTransformation<D>,
    inverse: SMatrix<f64, D, D>,
    points: Vec<Point<f64, D>>,
}

impl<'a, const D: usize> Seen<'a, D> {
    /// The sample seen from its coordinates.
    pub(super) fn from(
        coordinates: &impl Coordinates<D>,
        sample: &'a [Point<f64, D>],
    ) -> Result<Self, Refusal> {
        let rho = coordinates.estimate(sample)?;
        let thin = Refusal::Overflow("the coordinates are too thin");
        let inverse = inverse(&rho.linear).ok_or(thin)?;
        let mut seen = Seen {
            sample,
            rho,
            inverse,
            points: Vec::new(),
        };
        seen.points = sample.iter().map(|x| seen.point(x)).collect();
        Ok(seen)
    }

    /// A point seen from there: L⁻¹ (p − m).
    fn point(&self, p: &Point<f64, D>) -> Point<f64, D> {
        Point::from(self.inverse * (p.coords - self.rho.translation))
    }

    /// The quantile with the index u, carried back.
    pub(super) fn quantile(&self, u: &SVector<f64, D>) -> Result<Point<f64, D>, Refusal> {
        Ok(match least(&self.points, u)? {
            Minimum::Observation(index) => self.sample[index],
            Minimum::Elsewhere(q) => self.rho.transform_point(&q.into()),
        })
    }

    /// The index of which q is the quantile. Only an observation is seen where it is.
    pub(super) fn rank(&self, q: &Point<f64, D>) -> Result<SVector<f64, D>, Refusal> {
        let seen = self.point(q);
        if seen.iter().any(|entry| !entry.is_finite()) {
            return Err(Refusal::Overflow("the point is too far away"));
        }
        SpatialQuantile::rank(&self.points, &seen)
    }

    /// The linear part of ρ(g·x)⁻¹·g·ρ(x), for this sample x and the matrix of g.
    pub(super) fn turned_to(
        &self,
        moved: &Seen<'_, D>,
        linear: &SMatrix<f64, D, D>,
    ) -> SMatrix<f64, D, D> {
        moved.inverse * (linear * self.rho.linear)
    }
}

/// The inverse of a matrix whose rows may have units of their own; `None` if it is not finite.
fn inverse<const D: usize>(linear: &SMatrix<f64, D, D>) -> Option<SMatrix<f64, D, D>> {
    let mut rows = *linear;
    let units = SVector::<f64, D>::from_fn(|i, _| linear.row(i).amax());
    for (mut row, unit) in rows.row_iter_mut().zip(units.iter()) {
        row /= *unit;
    }
    let mut inverse = rows.try_inverse()?;
    for (mut column, unit) in inverse.column_iter_mut().zip(units.iter()) {
        column /= *unit;
    }
    let is_finite = inverse.iter().all(|entry| entry.is_finite());
    is_finite.then_some(inverse)
}
