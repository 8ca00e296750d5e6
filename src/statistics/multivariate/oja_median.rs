//! Oja's median in the plane.

use nalgebra::{Point2, Vector2};

use super::convex::centre_of_gravity;
use super::least_areas::{Areas, Vertex};
use super::standardised::Standardised;
use crate::statistics::claim::{AffineLocation, InGeneralPosition};
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// Oja's median in the plane: the point for which the sum of the areas of the triangles that it makes with every
/// pair of observations is least, and the centre of gravity of these points where there are several.
///
/// # Laws
///
/// It moves with affine maps, which multiply all areas by the same number. The corner with the least sum is another
/// one where two sums change places. Where some triangles are much smaller than others rounding can hide which of
/// several corners has the least sum, and another may be found for g·x than for x: the claim is made for samples in
/// [general position](super::GeneralPosition). Other samples have a median too, also with observations on a line.
///
/// # Conventions
///
/// The points with the least sum are a convex polygon, a segment or a point; of three observations they are the
/// whole triangle. Lines that meet in a point up to the rounding of the observations, and sums that are equal up to it,
/// are taken to do so and to be it. On a line every point has the sum 0, and there is no median.
///
/// # Errors
///
/// Less than three observations, an observation that is not finite, all observations on a line up to the rounding
/// of their coordinates, no convergence.
///
/// # Complexity
///
/// O(n²) for each step from one crossing of two lines to another, in time and memory; there are some tens of steps.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::OjaMedian};
/// use nalgebra::point;
/// // where the diagonals cross
/// let corners = [point![0.0, 0.0], point![4.0, 4.0], point![0.0, 2.0], point![2.0, 0.0]];
/// assert!((OjaMedian.estimate(&corners)? - point![1.0, 1.0]).norm() < 1e-14);
/// // the point within a triangle
/// let within = [point![0.0, 0.0], point![9.0, 0.0], point![0.0, 9.0], point![2.0, 1.0]];
/// assert_eq!(OjaMedian.estimate(&within)?, point![2.0, 1.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// H. Oja, Descriptive statistics for multivariate distributions, *Statistics & Probability Letters* 1 (1983);
/// A. Niinimaa, H. Oja and J. Nyblom, Algorithm AS 277: The Oja bivariate median, *Applied Statistics* 41
/// (1992).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OjaMedian;

impl OjaMedian {
    /// The corners of the convex polygon of all points with the least sum, counterclockwise; the two ends of a
    /// segment, or one point.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if there is no median.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::multivariate::OjaMedian;
    /// use nalgebra::point;
    /// let triangle = [point![0.0, 0.0], point![3.0, 0.0], point![0.0, 3.0]];
    /// assert_eq!(OjaMedian.minimisers(&triangle)?.len(), 3);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn minimisers(&self, sample: &[Point2<f64>]) -> Result<Vec<Point2<f64>>, Refusal> {
        let (standardised, vertices) = minimisers(sample)?;
        let vertices = vertices.iter().map(|vertex| match vertex.observation {
            Some(index) => sample[index],
            None => standardised.point(&vertex.at),
        });
        Ok(vertices.collect())
    }
}

impl Estimator for OjaMedian {
    type Claim = InGeneralPosition<AffineLocation<2>>;

    fn claim(&self) -> InGeneralPosition<AffineLocation<2>> {
        InGeneralPosition(AffineLocation)
    }

    fn name(&self) -> String {
        "Oja median".to_owned()
    }

    fn estimate(&self, sample: &[Point2<f64>]) -> Result<Point2<f64>, Refusal> {
        let (standardised, vertices) = minimisers(sample)?;
        if let [vertex] = vertices[..]
            && let Some(index) = vertex.observation
        {
            return Ok(sample[index]);
        }
        let vertices: Vec<Point2<f64>> = vertices.iter().map(|x| Point2::from(x.at)).collect();
        Ok(standardised.point(&centre_of_gravity(&vertices).coords))
    }
}

/// The corners of the set of all points with the least sum, in coordinates in which the sample is as wide in all
/// directions: in a thin one, lines that hardly differ would cross anywhere.
fn minimisers(sample: &[Point2<f64>]) -> Result<(Standardised<2>, Vec<Vertex>), Refusal> {
    at_least(3, sample)?;
    let standardised = Standardised::of(sample)?;
    // |B⁻¹| times that of the coordinates
    let thin = Refusal::Degenerate("all observations on a line");
    let inverse = standardised.root.try_inverse().ok_or(thin)?.abs();
    let rounding = |x: &Point2<f64>| inverse * x.coords.abs() * f64::EPSILON;
    let roundings: Vec<Vector2<f64>> = sample.iter().map(rounding).collect();
    let vertices = Areas::of(&standardised.points, &roundings)?.minimisers()?;
    Ok((standardised, vertices))
}
