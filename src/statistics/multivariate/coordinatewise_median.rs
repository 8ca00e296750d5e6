//! The median of every coordinate.

use nalgebra::{Point, SVector};

use crate::statistics::claim::CoordinatewiseLocation;
use crate::statistics::location::median_of;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The point whose coordinates are the medians of the coordinates.
///
/// It moves with the units and the origin of every axis, and with permutations of the axes, but not
/// with rotations: which point it is depends on where north is. It need not even be in the convex hull of the
/// observations.
///
/// # Conventions
///
/// Each coordinate as in [`Median`](crate::statistics::location::Median).
///
/// # Errors
///
/// An empty sample, an observation that is not finite.
///
/// # Complexity
///
/// O(n D), by selection.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::CoordinatewiseMedian};
/// use nalgebra::point;
/// // outside the triangle of the observations
/// let corners = [point![1.0, 0.0, 0.0], point![0.0, 1.0, 0.0], point![0.0, 0.0, 1.0]];
/// assert_eq!(CoordinatewiseMedian.estimate(&corners)?, point![0.0, 0.0, 0.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoordinatewiseMedian<const D: usize>;

impl<const D: usize> Estimator for CoordinatewiseMedian<D> {
    type Claim = CoordinatewiseLocation<D>;

    fn claim(&self) -> CoordinatewiseLocation<D> {
        CoordinatewiseLocation
    }

    fn name(&self) -> String {
        "coordinatewise median".to_owned()
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        at_least(1, sample)?;
        Ok(Point::from(medians(sample.iter().map(|x| &x.coords))))
    }
}

/// The median of every coordinate of finite points, at least one.
pub(super) fn medians<'a, const D: usize>(
    points: impl Iterator<Item = &'a SVector<f64, D>> + Clone,
) -> SVector<f64, D> {
    let mut column = Vec::new();
    SVector::from_fn(|j, _| {
        column.clear();
        column.extend(points.clone().map(|x| x[j]));
        median_of(&mut column)
    })
}
