//! Tukey's median in the plane.

use nalgebra::Point2;

use super::convex::centre_of_gravity;
use super::depth_region::Extent;
use super::orientation::Scaled;
use crate::statistics::claim::{AffineLocation, InGeneralPosition};
use crate::statistics::{Estimator, Refusal};

/// Tukey's median in the plane: the centre of gravity of the points whose half-space depth is the largest.
///
/// The depth of a point is the least number of observations in a closed half-plane that contains it. All
/// points of the plane are candidates, not only the observations. At least a third of the observations has to be
/// moved before the median can be moved anywhere.
///
/// # Laws
///
/// It moves with affine maps. The depth is a whole number and jumps where three observations come to lie on
/// a line, or three lines through two observations each meet in a point: the claim is made for samples in
/// [general position](super::GeneralPosition), of which rounding of g·x does not decide the former, and only by rare
/// chance the latter. Other samples have a right median too, and so have their images under maps that are computed
/// without rounding.
///
/// # Conventions
///
/// The points of largest depth are a convex polygon, a segment or a point. Which of these, and between
/// which observations the lines of its edges are, is decided exactly; its corners, where lines through two
/// observations cross, are rounded. On a line the median is the middle of the middle two observations if
/// their number is even.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, coordinates that are not 0 and smaller than the largest
/// of their axis by a factor of more than 2²¹⁴.
///
/// # Complexity
///
/// O(n m log n), where m = O(n^(4/3)) is the number of lines through two observations that have a given number of
/// observations on their right; mostly it is a small multiple of n.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::TukeyMedian};
/// use nalgebra::point;
/// // where the diagonals cross
/// let corners = [point![0.0, 0.0], point![4.0, 4.0], point![0.0, 2.0], point![2.0, 0.0]];
/// assert_eq!(TukeyMedian.estimate(&corners)?, point![1.0, 1.0]);
/// assert_eq!(TukeyMedian.deepest(&corners)?.depth, 2);
/// // a triangle is equally deep everywhere
/// let triangle = [point![0.0, 0.0], point![3.0, 0.0], point![0.0, 3.0]];
/// assert_eq!(TukeyMedian.estimate(&triangle)?, point![1.0, 1.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// J. W. Tukey, Mathematics and the picturing of data, *Proceedings of the International Congress of
/// Mathematicians* (1975); P. J. Rousseeuw and I. Ruts, Constructing the bivariate Tukey median, *Statistica
/// Sinica* 8 (1998).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TukeyMedian;

/// The points whose half-space depth is the largest.
#[derive(Clone, Debug, PartialEq)]
pub struct DeepestRegion {
    /// Their depth: how many observations are in every closed half-plane that contains one of them.
    pub depth: usize,
    /// The corners of the convex polygon that they are, counterclockwise; the two ends of a segment, or one point.
    pub vertices: Vec<Point2<f64>>,
}

/// The products of four smaller numbers are not exact.
const SMALLEST: f64 = 2e-65; // 2⁻²¹⁵

impl TukeyMedian {
    /// The points whose depth is the largest.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if there is no median.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::multivariate::TukeyMedian;
    /// use nalgebra::point;
    /// let line = [point![0.0, 0.0], point![1.0, 2.0], point![3.0, 6.0], point![9.0, 18.0]];
    /// let deepest = TukeyMedian.deepest(&line)?;
    /// assert_eq!(deepest.depth, 2);
    /// assert_eq!(deepest.vertices, [point![1.0, 2.0], point![3.0, 6.0]]);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn deepest(&self, sample: &[Point2<f64>]) -> Result<DeepestRegion, Refusal> {
        let (scaled, depth, vertices) = deepest(sample)?;
        let vertices = vertices.iter().map(|x| scaled.unscaled(x)).collect();
        Ok(DeepestRegion { depth, vertices })
    }
}

impl Estimator for TukeyMedian {
    type Claim = InGeneralPosition<AffineLocation<2>>;

    fn claim(&self) -> InGeneralPosition<AffineLocation<2>> {
        InGeneralPosition(AffineLocation)
    }

    fn name(&self) -> String {
        "Tukey median".to_owned()
    }

    fn estimate(&self, sample: &[Point2<f64>]) -> Result<Point2<f64>, Refusal> {
        let (scaled, _, vertices) = deepest(sample)?;
        Ok(scaled.unscaled(&centre_of_gravity(&vertices)))
    }
}

/// The largest depth, and the corners of where it is, in other units.
fn deepest(sample: &[Point2<f64>]) -> Result<(Scaled, usize, Vec<Point2<f64>>), Refusal> {
    let mut scaled = Scaled::of(sample, SMALLEST)?;
    let (depth, vertices) = match Extent::of(std::mem::take(&mut scaled.points)) {
        Extent::Plane(cloud) => {
            let (depth, region) = cloud.deepest();
            (depth, region.vertices())
        }
        Extent::Line(points) => middle_of_line(&points),
    };
    Ok((scaled, depth, vertices))
}

/// The largest depth of points on a line, and the ends of where it is: from the observation of rank k to
/// that of rank n − k + 1, for the largest k for which these are in order.
fn middle_of_line(points: &[Point2<f64>]) -> (usize, Vec<Point2<f64>>) {
    let n = points.len();
    let lower = points[(n - 1) / 2];
    let upper = points[n / 2];
    if lower != upper {
        return (n / 2, vec![lower, upper]);
    }
    let below = points.iter().position(|x| *x == lower).unwrap_or(0);
    let above = points.iter().rev().position(|x| *x == lower).unwrap_or(0);
    (n - below.max(above), vec![lower])
}
