//! Half-space depth in the plane.

use std::cmp::Ordering;

use nalgebra::Point2;

use super::orientation::{Scaled, orientation};
use crate::statistics::claim::AffineInvariants;
use crate::statistics::{Estimator, Refusal};

/// The half-space depth, or Tukey depth, of every observation in the plane: the least number of observations
/// in a closed half-plane that contains it.
///
/// # Laws
///
/// Affine maps do not change it. It is a whole number and jumps where three observations come to lie on
/// a line; the depths of g·x are therefore those of x if g·x is computed without rounding, or if no three
/// observations of x are on a line up to rounding.
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
/// O(n² log n) for all, O(n log n) for each.
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
    type Claim = AffineInvariants<2>;

    fn claim(&self) -> AffineInvariants<2> {
        AffineInvariants
    }

    fn name(&self) -> String {
        "half-space depth".to_owned()
    }

    fn estimate(&self, sample: &[Point2<f64>]) -> Result<Vec<f64>, Refusal> {
        let scaled = Scaled::of(sample, SMALLEST)?.points;
        Ok(scaled.iter().map(|q| depth(q, &scaled) as f64).collect())
    }
}

/// Products of larger numbers are exact as sums of two.
const SMALLEST: f64 = 1e-135;

/// The least number of points in a closed half-plane through q.
///
/// The directions to the points are gone through counterclockwise, with the half-plane on the left of
/// each; points on the line itself are on one side or the other if it is turned a little.
fn depth(q: &Point2<f64>, points: &[Point2<f64>]) -> usize {
    let mut others: Vec<&Point2<f64>> = points.iter().filter(|x| *x != q).collect();
    let here = points.len() - others.len();
    others.sort_by(|a, b| {
        is_below(q, a)
            .cmp(&is_below(q, b))
            .then(orientation(q, b, a))
    });
    // the directions, and how many points are in each
    let mut directions: Vec<(&Point2<f64>, usize)> = Vec::new();
    for x in others.iter().copied() {
        match directions.last_mut() {
            Some((other, count)) if same_direction(q, other, x) => *count += 1,
            _ => directions.push((x, 1)),
        }
    }
    let n = others.len();
    let (mut least, mut left, mut end) = (n, 0, 0);
    let k = directions.len();
    for start in 0..k {
        let (direction, along) = directions[start];
        if end <= start {
            (left, end) = (0, start + 1);
        }
        // strictly on the left: from start + 1 to end
        while end < start + k && orientation(q, direction, directions[end % k].0).is_gt() {
            left += directions[end % k].1;
            end += 1;
        }
        let opposite = match directions[end % k] {
            (x, count) if end < start + k && orientation(q, direction, x).is_eq() => count,
            _ => 0,
        };
        for side in [left + along, left + opposite] {
            least = least.min(side).min(n - side);
        }
        if end > start + 1 {
            left -= directions[(start + 1) % k].1;
        }
    }
    here + least
}

/// Whether the direction from q is in the lower half of the circle, from π to 2π.
fn is_below(q: &Point2<f64>, x: &Point2<f64>) -> bool {
    x.y < q.y || (x.y == q.y && x.x < q.x)
}

fn same_direction(q: &Point2<f64>, x: &Point2<f64>, y: &Point2<f64>) -> bool {
    is_below(q, x) == is_below(q, y) && orientation(q, x, y) == Ordering::Equal
}
