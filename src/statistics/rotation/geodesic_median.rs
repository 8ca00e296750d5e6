//! The median of rotations.

use nalgebra::{Matrix3, Rotation3, Vector3};

use super::chordal_mean::rotations;
use super::tangent::{all_from, along, centre};
use crate::statistics::claim::Orientation;
use crate::statistics::location::median_of;
use crate::statistics::orthogonalisation::ROUNDING;
use crate::statistics::{Estimator, Refusal};

/// The geodesic median of rotations: the one that minimises the sum of the angles to the observations.
///
/// # Conventions
///
/// The sample is refused unless all rotations are less than a quarter turn away from their
/// [chordal mean](super::ChordalMean). Then the minimum is unique, unless all are on one geodesic, and
/// there the value is the median along it, the middle of the middle two if their number is even. Close to
/// one geodesic the minimum may be so flat that rounding decides: what it could move by more than 10⁻⁶
/// radians is refused.
///
/// # Errors
///
/// An empty sample, a matrix that is no rotation, rotations too far from one another, a minimum that is
/// too flat.
///
/// # Complexity
///
/// O(n) a step of Newton's method, or of Weiszfeld's where that leads further down, and O(n) for each
/// observation that might be the median, the nearest first.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, rotation::GeodesicMedian};
/// use nalgebra::{Rotation3, Vector3};
/// let about_z = |angle: f64| Rotation3::from_axis_angle(&Vector3::z_axis(), angle);
/// let median = GeodesicMedian.estimate(&[about_z(0.1), about_z(0.2), about_z(0.9)])?;
/// assert!((median.matrix() - about_z(0.2).matrix()).norm() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// R. Hartley, J. Trumpf, Y. Dai and H. Li, Rotation averaging, *International Journal of Computer
/// Vision* 103 (2013), 267–305; Y. Vardi and C.-H. Zhang, The multivariate L₁-median and associated data
/// depth, *Proceedings of the National Academy of Sciences* 97 (2000), 1423–1426.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeodesicMedian;

impl Estimator for GeodesicMedian {
    type Claim = Orientation;

    fn claim(&self) -> Orientation {
        Orientation
    }

    fn name(&self) -> String {
        "geodesic median".to_owned()
    }

    fn estimate(&self, sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
        rotations(sample)?;
        let centre = centre(sample)?;
        if let Some(median) = on_a_geodesic(sample) {
            return Ok(median);
        }
        descend(sample, centre)
    }
}

const APART: Refusal = Refusal::Degenerate("two of the rotations are half a turn apart");

/// The median along the geodesic on which all are up to rounding, if there is one.
fn on_a_geodesic(sample: &[Rotation3<f64>]) -> Option<Rotation3<f64>> {
    let first = &sample[0];
    let vectors = all_from(first, sample)?;
    let longest = vectors
        .iter()
        .max_by(|v, w| v.norm().total_cmp(&w.norm()))?;
    let Some(axis) = longest.try_normalize(ROUNDING) else {
        return Some(*first); // all the same
    };
    let is_along = |v: &Vector3<f64>| v.cross(&axis).norm() <= ROUNDING;
    let mut places: Vec<f64> = vectors.iter().map(|v| v.dot(&axis)).collect();
    let is_geodesic = vectors.iter().all(is_along);
    is_geodesic.then(|| along(first, &(axis * median_of(&mut places))))
}

/// The sum of the angles near a rotation, in terms of v for R exp(v).
struct Slope {
    /// The sum.
    sum: f64,
    /// Σ log(Rᵀ Rᵢ)/θᵢ over those that are not R: where the sum falls the fastest.
    downhill: Vector3<f64>,
    /// Σ ½ cot(θᵢ/2) (1 − u uᵀ), its second derivative.
    curvature: Matrix3<f64>,
    /// Σ 1/θᵢ
    weight: f64,
    /// How many are R.
    here: f64,
}

impl Slope {
    fn at(r: &Rotation3<f64>, sample: &[Rotation3<f64>]) -> Result<Self, Refusal> {
        let mut slope = Slope {
            sum: 0.0,
            downhill: Vector3::zeros(),
            curvature: Matrix3::zeros(),
            weight: 0.0,
            here: 0.0,
        };
        for v in all_from(r, sample).ok_or(APART)? {
            let angle = v.norm();
            if angle <= 4.0 * f64::EPSILON {
                slope.here += 1.0;
                continue;
            }
            let u = v / angle;
            slope.sum += angle;
            slope.downhill += u;
            slope.curvature +=
                (Matrix3::identity() - u * u.transpose()) * (0.5 / (0.5 * angle).tan());
            slope.weight += angle.recip();
        }
        Ok(slope)
    }

    /// How fast the sum falls downhill: the pull of the others, less what those here withstand.
    fn steepness(&self) -> f64 {
        (self.downhill.norm() - self.here).max(0.0)
    }

    /// Steps downhill, the boldest first: Newton's where the sum is smooth, the whole of it or a part,
    /// then Weiszfeld's, shorter on an observation.
    fn steps(&self) -> impl Iterator<Item = Vector3<f64>> {
        let is_smooth = self.here == 0.0;
        // definite in spite of rounding
        let curvature =
            self.curvature + Matrix3::identity() * (f64::EPSILON * self.curvature.trace());
        let factor = is_smooth.then(|| curvature.cholesky()).flatten();
        let newton = factor.map(|factor| factor.solve(&self.downhill));
        let parts = newton
            .into_iter()
            .flat_map(|step| (0..12).map(move |k| step * 0.5_f64.powi(k)));
        let weiszfeld = self.downhill * (self.steepness() / self.downhill.norm() / self.weight);
        parts.chain([weiszfeld])
    }

    /// How far rounding may move the sum of the directions: those of near observations are known the worst.
    fn noise(&self, n: usize) -> f64 {
        16.0 * f64::EPSILON * (n as f64 + self.weight)
    }

    /// That rounding does not move the place of the minimum by more than is promised.
    fn certain(&self, n: usize) -> Result<(), Refusal> {
        let least = self.curvature.symmetric_eigenvalues().min();
        let (bound, promised) = (self.noise(n) / least.max(0.0), PROMISED);
        match bound <= promised {
            true => Ok(()),
            false => Err(Refusal::Inaccurate { bound, promised }),
        }
    }
}

/// The minimum from a start, where not all are on one geodesic.
fn descend(sample: &[Rotation3<f64>], start: Rotation3<f64>) -> Result<Rotation3<f64>, Refusal> {
    // sums of angles that differ by less are equal
    let level = 16.0 * f64::EPSILON * sample.len() as f64;
    let mut r = start;
    let mut slope = Slope::at(&r, sample)?;
    for _ in 0..STEPS {
        // at an observation the sum has a corner, toward which steps only creep
        let corner = nearest(&r, sample).ok_or(APART)?;
        let at_corner = Slope::at(&corner, sample)?;
        let excess = at_corner.downhill.norm() - at_corner.here;
        let noise = at_corner.noise(sample.len());
        if excess <= noise {
            if excess >= -noise {
                at_corner.certain(sample.len())?;
            }
            return Ok(corner);
        }
        if at_corner.sum < slope.sum - level {
            (r, slope) = (corner, at_corner);
        }
        let mut next = None;
        for step in slope.steps().filter(|step| step.norm() > f64::EPSILON) {
            let there = along(&r, &step);
            let at_there = Slope::at(&there, sample)?;
            // where sums do not tell any more, slopes do
            let change = at_there.sum - slope.sum;
            let is_flatter = at_there.steepness() < slope.steepness();
            if change < -level || (change <= level && is_flatter) {
                next = Some((there, at_there));
                break;
            }
        }
        match next {
            Some(next) => (r, slope) = next,
            None => return slope.certain(sample.len()).map(|()| r),
        }
    }
    Err(Refusal::NoConvergence { iterations: STEPS })
}

/// The observation nearest to a rotation.
fn nearest(r: &Rotation3<f64>, sample: &[Rotation3<f64>]) -> Option<Rotation3<f64>> {
    let vectors = all_from(r, sample)?;
    let distances = sample.iter().zip(&vectors).map(|(s, v)| (s, v.norm()));
    let (nearest, _) = distances.min_by(|one, other| one.1.total_cmp(&other.1))?;
    Some(*nearest)
}

/// To how many radians the value has to be determined by the sample.
const PROMISED: f64 = 1e-6;

/// Many more than are needed.
const STEPS: usize = 500;
