//! The median and shape of Hettmansperger and Randles.

use nalgebra::{Point, SMatrix, SVector};

use super::shapes::shape_of;
use super::standardised::Standardised;
use super::transformation_retransformation::median_seen_from;
use super::tyler::tyler_root;
use crate::statistics::claim::{InGeneralPosition, LocationShape};
use crate::statistics::{Estimator, Refusal};

/// The affine equivariant median of Hettmansperger and Randles, and the shape that belongs to it, after a number of
/// turns: first the mean and the shape of the covariance; in each turn Tyler's shape about the present
/// centre, and the spatial median in the coordinates in which that shape is 1.
///
/// After one turn the median is the
/// [`TransformationRetransformationMedian`](super::TransformationRetransformationMedian), and the shape is
/// [`TylerShape`](super::TylerShape). What Hettmansperger and Randles defined is where the turns lead, the point that is
/// the spatial median in the coordinates in which Tyler's shape about that point is 1: the
/// [`fixed_point`](HettmanspergerRandles::fixed_point). Nothing shows that there is such a point, and some small
/// samples have none; after a given number of turns there is a value wherever there are the shapes.
///
/// # Laws
///
/// It moves with affine maps, after every turn. A centre that comes near an observation sees it in a direction that is
/// lost in rounding if the observations are of many scales: the claim is made for samples in
/// [general position](super::GeneralPosition). Where the turns do not converge rounding grows from one to the next: after
/// ten it is seen in some samples of less than ten observations, after two it is not. The fixed point moves with affine
/// maps too, where the turns converge well within their number.
///
/// # Conventions
///
/// The value is the median and the shape, of determinant 1. Where the centre is an observation, the
/// shape is of the others. Two turns are the default: the shape is about a median then and not about the mean.
///
/// # Errors
///
/// Those of [`TylerShape`](super::TylerShape), also about the medians.
///
/// # Complexity
///
/// A Tyler shape and a spatial median for each turn.
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
/// let sample = [0, 1, 2, 3, 4].map(corner);
/// let (median, shape) = HettmanspergerRandles::default().estimate(&sample)?;
/// assert!(median.coords.norm() < 1e-14);
/// assert!((shape - matrix![3.0, 0.0; 0.0, 1.0 / 3.0]).norm() < 1e-13);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// T. P. Hettmansperger and R. H. Randles, A practical affine equivariant multivariate median,
/// *Biometrika* 89 (2002); S. Taskinen and H. Oja, Influence functions and efficiencies of the k-step
/// Hettmansperger–Randles estimators for multivariate location and regression, in: R. Y. Liu and J. W. McKean (eds.),
/// *Robust Rank-Based and Nonparametric Methods* (2016), where each turn is one step of both iterations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HettmanspergerRandles<const D: usize> {
    /// The number of turns.
    pub turns: usize,
}

/// Two turns.
impl<const D: usize> Default for HettmanspergerRandles<D> {
    fn default() -> Self {
        HettmanspergerRandles { turns: 2 }
    }
}

/// The number of turns after which those to a fixed point are given up.
const TURNS: usize = 500;

/// A change that ends the search, in coordinates in which shape and spread are 1.
const CLOSE: f64 = 1e-13;

/// A change that ends the search if it does not become less, because it is rounding; or so many times what the
/// rounding of the observations is in these coordinates, which is much if they are a small part of the spread.
const NEAR: f64 = 1e-9;
const ROUNDINGS: f64 = 16.0;

/// A centre and a root of a shape, of standardised observations.
#[derive(Clone, Copy)]
struct Pair<const D: usize> {
    centre: SVector<f64, D>,
    root: SMatrix<f64, D, D>,
}

impl<const D: usize> Pair<D> {
    /// The mean, and the shape of the covariance.
    fn of_moments() -> Self {
        Pair {
            centre: SVector::zeros(),
            root: SMatrix::identity(),
        }
    }

    /// Tyler's shape about the centre, and the median seen from it.
    fn turned(&self, standardised: &Standardised<D>) -> Result<Self, Refusal> {
        let root = tyler_root(standardised, &self.centre, self.root)?;
        let centre = median_seen_from(standardised, &root)?;
        Ok(Pair { centre, root })
    }

    fn value(&self, standardised: &Standardised<D>) -> Result<Value<D>, Refusal> {
        let shape = shape_of(&(standardised.root * self.root))?;
        Ok((standardised.point(&self.centre), shape))
    }
}

/// A median and a shape.
type Value<const D: usize> = (Point<f64, D>, SMatrix<f64, D, D>);

impl<const D: usize> HettmanspergerRandles<D> {
    /// The median and the shape that a turn leaves as they are.
    ///
    /// # Errors
    ///
    /// Those of the turns, and no convergence.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{Estimator, multivariate::HettmanspergerRandles};
    /// use nalgebra::point;
    /// let sample = [
    ///     point![0.3, -1.2], point![4.0, 0.9], point![-0.1, 2.5], point![2.2, 3.1], point![-2.2, 0.4], point![3.1, -0.8],
    /// ];
    /// let (median, _) = HettmanspergerRandles::fixed_point(&sample)?;
    /// let (after_many, _) = HettmanspergerRandles { turns: 100 }.estimate(&sample)?;
    /// assert!((median - after_many).norm() < 1e-12);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn fixed_point(sample: &[Point<f64, D>]) -> Result<Value<D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let mut pair = Pair::of_moments();
        let mut before = f64::INFINITY;
        for _ in 0..TURNS {
            let next = pair.turned(&standardised)?;
            // seen in coordinates in which the shape was 1
            let thin = Refusal::Overflow("the shape is too thin");
            let inverse = pair.root.try_inverse().ok_or(thin)?;
            let turned = shape_of(&(inverse * next.root))? - SMatrix::identity();
            let change = (inverse * (next.centre - pair.centre)).norm() + turned.norm();
            pair = next;
            let near = NEAR.max(ROUNDINGS * standardised.rounding * inverse.norm());
            if change < CLOSE || (change < near && change >= before) {
                return pair.value(&standardised);
            }
            before = change;
        }
        Err(Refusal::NoConvergence { iterations: TURNS })
    }
}

impl<const D: usize> Estimator for HettmanspergerRandles<D> {
    type Claim = InGeneralPosition<LocationShape<D>>;

    fn claim(&self) -> InGeneralPosition<LocationShape<D>> {
        InGeneralPosition(LocationShape)
    }

    fn name(&self) -> String {
        format!(
            "Hettmansperger–Randles median and shape, {} turns",
            self.turns
        )
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Value<D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let turned = |pair: Pair<D>, _| pair.turned(&standardised);
        let pair = (0..self.turns).try_fold(Pair::of_moments(), turned)?;
        pair.value(&standardised)
    }
}
