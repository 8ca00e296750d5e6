//! Half-space depth in the plane.

use std::cmp::Ordering;

use nalgebra::Point2;

use super::orientation::{Scaled, orientation};
use crate::statistics::claim::{AffineInvariants, InGeneralPosition};
use crate::statistics::{Estimator, Refusal};

/// The half-space depth, or Tukey depth, of every observation in the plane: the least number of observations
/// in a closed half-plane that contains it.
///
/// # Laws
///
/// Affine maps do not change it. It is a whole number and jumps where three observations come to lie on
/// a line: the claim is made for samples in [general position](super::GeneralPosition), in which rounding of g·x
/// does not decide that. Samples with observations on a line have right depths too, and so have their images under
/// maps that are computed without rounding.
///
/// # Conventions
///
/// An observation counts itself, so that the depth is at least 1. On which side of a line an observation is
/// is decided exactly, so that ties and observations on one line are counted right.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, coordinates that are not 0 and smaller than the largest
/// of their axis by a factor of more than 2⁴⁵⁰.
///
/// # Complexity
///
/// O(n² log n) for all, O(n log n) for each: the directions to the others are sorted in floating point, and
/// exactly where they are the same up to rounding.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::HalfSpaceDepth};
/// use nalgebra::point;
/// let square = [point![0.0, 0.0], point![2.0, 0.0], point![0.0, 2.0], point![2.0, 2.0], point![1.0, 1.0]];
/// assert_eq!(HalfSpaceDepth.estimate(&square)?, [1.0, 1.0, 1.0, 1.0, 3.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. J. Rousseeuw and I. Ruts, Algorithm AS 307: Bivariate location depth, *Applied Statistics* 45
/// (1996).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfSpaceDepth;

impl Estimator for HalfSpaceDepth {
    type Claim = InGeneralPosition<AffineInvariants<2>>;

    fn claim(&self) -> InGeneralPosition<AffineInvariants<2>> {
        InGeneralPosition(AffineInvariants)
    }

    fn name(&self) -> String {
        "half-space depth".to_owned()
    }

    fn estimate(&self, sample: &[Point2<f64>]) -> Result<Vec<f64>, Refusal> {
        let scaled = Scaled::of(sample, SMALLEST)?.points;
        let mut directions = Vec::with_capacity(scaled.len());
        let depths = scaled.iter().map(|q| depth(q, &scaled, &mut directions));
        Ok(depths.map(|depth| depth as f64).collect())
    }
}

/// Products of larger numbers are exact as sums of two.
const SMALLEST: f64 = 1e-135;

/// The direction of the line from q to a point.
struct Direction<'a> {
    /// Ascends with the angle of the line, which is from 0 to π.
    key: u64,
    point: &'a Point2<f64>,
    /// Whether the point is behind q, at an angle from π to 2π.
    is_behind: bool,
}

/// A bound on the error of two keys: lines whose keys differ by more than it are in the order of the keys.
const ERROR: u64 = 64;

impl<'a> Direction<'a> {
    #[inline]
    fn of(q: &Point2<f64>, point: &'a Point2<f64>) -> Self {
        let is_behind = point.y < q.y || (point.y == q.y && point.x < q.x);
        let d = if is_behind { q - point } else { point - q };
        // from 1 at the angle 0 to 3 at π, within 3 ε
        let key = 2.0 - d.x / (d.x.abs() + d.y);
        Direction {
            key: (key * FIXED_POINT) as u64,
            point,
            is_behind,
        }
    }

    /// The order of the angles of two lines, exactly.
    fn order(&self, other: &Self, q: &Point2<f64>) -> Ordering {
        if self.point == other.point {
            return Ordering::Equal;
        }
        let order = orientation(q, other.point, self.point);
        if self.is_behind == other.is_behind {
            order
        } else {
            order.reverse()
        }
    }
}

/// The keys are whole numbers in this unit.
const FIXED_POINT: f64 = (1_u64 << 54) as f64;

/// The least number of points in a closed half-plane that contains q.
///
/// It is bordered by a line through q that meets no other point: one that does is turned a little, and loses those
/// that it meets on one side of q. The line turns counterclockwise, from just before 0 to π: where it meets points they
/// change sides, from the left to the right if they are before q.
fn depth<'a>(
    q: &Point2<f64>,
    points: &'a [Point2<f64>],
    directions: &mut Vec<Direction<'a>>,
) -> usize {
    directions.clear();
    let others = points.iter().filter(|x| *x != q);
    directions.extend(others.map(|x| Direction::of(q, x)));
    directions.sort_unstable_by_key(|direction| direction.key);
    let n = directions.len();
    let mut left = directions.iter().filter(|x| !x.is_behind).count();
    let mut least = left.min(n - left);
    for near in directions.chunk_by_mut(|x, y| y.key - x.key <= ERROR) {
        if near.len() > 1 {
            near.sort_unstable_by(|x, y| x.order(y, q));
        }
        for line in near.chunk_by(|x, y| x.order(y, q).is_eq()) {
            let behind = line.iter().filter(|x| x.is_behind).count();
            left = left + behind - (line.len() - behind);
            least = least.min(left).min(n - left);
        }
    }
    points.len() - n + least
}
