//! The median and shape of Hettmansperger and Randles.

use nalgebra::{Point, SMatrix, SVector};

use super::shapes::shape_of;
use super::standardised::Standardised;
use super::transformation_retransformation::median_seen_from;
use super::tyler::tyler_root;
use crate::statistics::claim::LocationShape;
use crate::statistics::{Estimator, Refusal};

/// The affine equivariant median of Hettmansperger and Randles, and the shape that belongs to it: the
/// point that is the spatial median in the coordinates in which Tyler's shape about that point is 1.
///
/// # Laws
///
/// It moves with affine maps. Where most observations are 10⁵ times nearer together than some others, rounding can
/// decide whether and where the search ends: g·x may then be refused and x not, or only some digits agree.
///
/// # Conventions
///
/// The value is the median and the shape, of determinant 1. Where the median is an observation, the
/// shape is of the others.
///
/// # Errors
///
/// Those of [`TylerShape`](super::TylerShape), and no convergence: the two are solved in turn, and
/// nothing shows that this has to end.
///
/// # Complexity
///
/// Some tens of spatial medians and Tyler shapes.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::HettmanspergerRandles};
/// use nalgebra::{matrix, point};
/// // a regular pentagon, three times as wide
/// let corner = |k: i32| {
///     let (sin, cos) = (std::f64::consts::TAU * f64::from(k) / 5.0).sin_cos();
///     point![3.0 * cos, sin]
/// };
/// let (median, shape) = HettmanspergerRandles.estimate(&[0, 1, 2, 3, 4].map(corner))?;
/// assert!(median.coords.norm() < 1e-14);
/// assert!((shape - matrix![3.0, 0.0; 0.0, 1.0 / 3.0]).norm() < 1e-13);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// T. P. Hettmansperger and R. H. Randles, A practical affine equivariant multivariate median,
/// *Biometrika* 89 (2002).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HettmanspergerRandles<const D: usize>;

/// The number of turns.
const TURNS: usize = 500;

/// A change that ends the search, in coordinates in which shape and spread are 1.
const CLOSE: f64 = 1e-13;

/// A change that ends the search if it does not become less, because it is rounding; or so many times what the
/// rounding of the observations is in these coordinates, which is much if they are a small part of the spread.
const NEAR: f64 = 1e-9;
const ROUNDINGS: f64 = 16.0;

impl<const D: usize> Estimator for HettmanspergerRandles<D> {
    type Claim = LocationShape<D>;

    fn claim(&self) -> LocationShape<D> {
        LocationShape
    }

    fn name(&self) -> String {
        "Hettmansperger–Randles median and shape".to_owned()
    }

    fn estimate(
        &self,
        sample: &[Point<f64, D>],
    ) -> Result<(Point<f64, D>, SMatrix<f64, D, D>), Refusal> {
        let standardised = Standardised::of(sample)?;
        let (mut centre, mut root) = (SVector::zeros(), SMatrix::identity());
        let mut before = f64::INFINITY;
        for _ in 0..TURNS {
            let next_root = tyler_root(&standardised, &centre, root)?;
            let next = median_seen_from(&standardised, &next_root)?;
            // seen in coordinates in which the shape was 1
            let thin = Refusal::Overflow("the shape is too thin");
            let inverse = root.try_inverse().ok_or(thin)?;
            let turned = shape_of(&(inverse * next_root))? - SMatrix::identity();
            let change = (inverse * (next - centre)).norm() + turned.norm();
            (centre, root) = (next, next_root);
            let near = NEAR.max(ROUNDINGS * standardised.rounding * inverse.norm());
            if change < CLOSE || (change < near && change >= before) {
                let shape = shape_of(&(standardised.root * root))?;
                return Ok((standardised.point(&centre), shape));
            }
            before = change;
        }
        Err(Refusal::NoConvergence { iterations: TURNS })
    }
}
