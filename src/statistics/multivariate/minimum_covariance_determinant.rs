//! The minimum covariance determinant.

use nalgebra::{Point, SMatrix, SVector};

use super::chi_squared;
use super::standardised::{Standardised, orthogonalised};
use super::turned_frames::triangular;
use crate::statistics::claim::LocationScatter;
use crate::statistics::{Estimator, Refusal};

/// The reweighted minimum covariance determinant estimator of location and scatter: the mean and the
/// covariance of the h observations whose covariance has the least determinant, and then of all
/// observations that are not far from these.
///
/// # Laws
///
/// It is affine equivariant for *lists* of observations. The search (FAST-MCD) starts from subsets that
/// are drawn by their places in the list, with a fixed seed, and nowhere looks at coordinates: for g·x the
/// same subsets are drawn as for x. In another order other subsets are drawn, and the search may end at
/// another local minimum.
///
/// # Conventions
///
/// - h = ⌊(n + D + 1)/2⌋ for the portion ½, which resists the most outliers, n for the portion 1, and
///   linear in between.
/// - All covariances have the divisor one less than the number of observations.
/// - The covariance of the subset is multiplied by (h/n) / P(χ²(D+2) ≤ q), where q is the quantile of
///   χ²(D) of level h/n. Observations whose squared distance is then at most the quantile of level
///   0.975 are the support, and their covariance is multiplied by 0.975 / P(χ²(D+2) ≤ that quantile), unless
///   they are all. There is no further correction for small samples.
/// - Where several subsets are equally good up to rounding, the one found first.
///
/// # Errors
///
/// Those of [`Mahalanobis`](super::Mahalanobis), and h observations in a hyperplane up to the rounding of their
/// coordinates.
///
/// # Complexity
///
/// 500 starts with two steps each, of O(n D²), and the ten best to the end; every start if there are
/// fewer.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, multivariate::MinimumCovarianceDeterminant};
/// use nalgebra::point;
/// let sample = [
///     point![0.0, 0.1], point![1.0, 0.0], point![0.1, 1.0], point![1.0, 1.2], point![0.5, 0.4],
///     point![0.3, 0.7], point![0.8, 0.5], point![100.0, 90.0], point![110.0, 80.0],
/// ];
/// let (location, _) = MinimumCovarianceDeterminant::default().estimate(&sample)?;
/// assert!((location - point![0.5, 0.5]).norm() < 0.3);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. J. Rousseeuw and K. Van Driessen, A fast algorithm for the minimum covariance determinant
/// estimator, *Technometrics* 41 (1999).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MinimumCovarianceDeterminant<const D: usize> {
    portion: f64,
}

/// A portion that is not between ½ and 1.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::multivariate::MinimumCovarianceDeterminant;
/// let refused = MinimumCovarianceDeterminant::<2>::new(0.3).unwrap_err();
/// assert_eq!(refused.to_string(), "a portion is between 0.5 and 1, and this is 0.3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("a portion is between 0.5 and 1, and this is {portion}")]
pub struct OutsidePortions {
    /// The portion.
    pub portion: f64,
}

/// What the minimum covariance determinant has found.
#[derive(Clone, Debug, PartialEq)]
pub struct RobustFit<const D: usize> {
    /// The location.
    pub location: Point<f64, D>,
    /// The scatter.
    pub scatter: SMatrix<f64, D, D>,
    /// The places of the observations that were used, ascending; the others are outliers.
    pub support: Vec<usize>,
}

impl<const D: usize> Default for MinimumCovarianceDeterminant<D> {
    fn default() -> Self {
        MinimumCovarianceDeterminant { portion: 0.5 }
    }
}

impl<const D: usize> MinimumCovarianceDeterminant<D> {
    /// The estimator that looks at this portion of the observations.
    ///
    /// # Errors
    ///
    /// [`OutsidePortions`], unless it is between ½ and 1.
    pub fn new(portion: f64) -> Result<Self, OutsidePortions> {
        if (0.5..=1.0).contains(&portion) {
            Ok(MinimumCovarianceDeterminant { portion })
        } else {
            Err(OutsidePortions { portion })
        }
    }

    /// The estimate with its support.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if there is none.
    pub fn fit(&self, sample: &[Point<f64, D>]) -> Result<RobustFit<D>, Refusal> {
        let standardised = Standardised::of(sample)?;
        let (n, points) = (sample.len(), &standardised.points);
        let half = (n + D).div_ceil(2); // ⌊(n + D + 1)/2⌋
        let size = half + (2.0 * (n - half) as f64 * (self.portion - 0.5)) as usize;
        let search = Search {
            points,
            size,
            roundings: &standardised.roundings,
        };
        let raw = search.best()?;

        let level = size as f64 / n as f64;
        let factor = if size < n {
            consistency::<D>(level)
        } else {
            1.0
        };
        let allowed = factor * chi_squared::quantile(D, LEVEL);
        let support: Vec<usize> = (0..n)
            .filter(|&i| raw.squared_distance(&points[i]) <= allowed)
            .collect();
        let flat = Refusal::Degenerate("most observations in a hyperplane");
        let fit = search.ellipsoid(&support).ok_or(flat)?;
        let factor = if support.len() < n {
            consistency::<D>(LEVEL)
        } else {
            1.0
        };
        let root = standardised.root * fit.root * factor.sqrt();
        let scatter = root * root.transpose();
        if scatter.iter().any(|entry| !entry.is_finite()) {
            return Err(Refusal::Overflow("a variance is too large"));
        }
        Ok(RobustFit {
            location: standardised.point(&fit.centre),
            scatter,
            support,
        })
    }
}

impl<const D: usize> Estimator for MinimumCovarianceDeterminant<D> {
    type Claim = LocationScatter<D>;

    fn claim(&self) -> LocationScatter<D> {
        LocationScatter
    }

    fn name(&self) -> String {
        "minimum covariance determinant".to_owned()
    }

    fn estimate(
        &self,
        sample: &[Point<f64, D>],
    ) -> Result<(Point<f64, D>, SMatrix<f64, D, D>), Refusal> {
        let fit = self.fit(sample)?;
        Ok((fit.location, fit.scatter))
    }
}

/// The level beyond which an observation is an outlier.
const LEVEL: f64 = 0.975;

/// By how much the covariance of the inner part of a normal law has to be multiplied.
fn consistency<const D: usize>(level: f64) -> f64 {
    level / chi_squared::probability(D + 2, chi_squared::quantile(D, level))
}

/// The number of random starts, of steps that each makes, and of those that go on.
const STARTS: usize = 500;
const FIRST_STEPS: usize = 2;
const KEPT: usize = 10;

/// The most steps of one start; the determinant becomes less with each.
const STEPS: usize = 100;

/// What is nearer together than this is decided by the place in the list, if rounding is no larger.
const TIE: f64 = 1e-9;

/// The volume of an ellipsoid.
#[derive(Clone, Copy)]
struct Volume {
    logarithm: f64,
    /// How far rounding may have moved the logarithm.
    rounding: f64,
}

impl Volume {
    /// Whether it is no larger than another, up to rounding.
    fn is_at_most(self, other: Volume) -> bool {
        self.logarithm <= other.logarithm + self.rounding + other.rounding
    }
}

/// A subset, its mean and its covariance.
struct Ellipsoid<const D: usize> {
    subset: Vec<usize>,
    centre: SVector<f64, D>,
    /// L with L Lᵀ the covariance.
    root: SMatrix<f64, D, D>,
    volume: Volume,
    /// Lengths that differ by less of themselves are equal up to rounding.
    tie: f64,
}

impl<const D: usize> Ellipsoid<D> {
    /// ‖L⁻¹ (z − m)‖²
    fn squared_distance(&self, z: &SVector<f64, D>) -> f64 {
        squared_length(&self.root, z - self.centre)
    }
}

/// ‖L⁻¹ v‖², where L is lower triangular.
fn squared_length<const D: usize>(root: &SMatrix<f64, D, D>, mut v: SVector<f64, D>) -> f64 {
    for i in 0..D {
        for j in 0..i {
            v[i] -= root[(i, j)] * v[j];
        }
        v[i] /= root[(i, i)];
    }
    v.norm_squared()
}

/// The search for the subset of this size.
struct Search<'a, const D: usize> {
    points: &'a [SVector<f64, D>],
    size: usize,
    /// How the rounding of each coordinate may have moved a point, as columns.
    roundings: &'a SMatrix<f64, D, D>,
}

impl<const D: usize> Search<'_, D> {
    fn best(&self) -> Result<Ellipsoid<D>, Refusal> {
        let exact = Refusal::Degenerate("half of the observations in a hyperplane");
        let mut found: Vec<Ellipsoid<D>> = Vec::new();
        for start in self.starts() {
            let first = self.ellipsoid(&start).ok_or(exact.clone())?;
            let begun = self.improved(first, FIRST_STEPS).ok_or(exact.clone())?;
            if found.iter().all(|other| other.subset != begun.subset) {
                found.push(begun);
            }
        }
        // the best, in the order in which they were found
        let ascending = |ellipsoids: &[Ellipsoid<D>]| {
            let mut volumes: Vec<Volume> = ellipsoids.iter().map(|one| one.volume).collect();
            volumes.sort_by(|one, other| one.logarithm.total_cmp(&other.logarithm));
            volumes
        };
        let volumes = ascending(&found);
        let limit = volumes[volumes.len().min(KEPT) - 1];
        let kept = found
            .into_iter()
            .filter(|start| start.volume.is_at_most(limit));
        let ends: Option<Vec<_>> = kept.map(|start| self.improved(start, STEPS)).collect();
        let ends = ends.ok_or(exact.clone())?;
        let least = ascending(&ends)[0];
        let mut ends = ends.into_iter();
        ends.find(|end| end.volume.is_at_most(least)).ok_or(exact)
    }

    /// The subsets to start from: all of D + 1 observations if they are few, or some at random, each with as
    /// many observations more as it takes not to be flat.
    fn starts(&self) -> Vec<Vec<usize>> {
        let n = self.points.len();
        let mut starts = Vec::new();
        let count = (0..=D).try_fold(1_usize, |count, k| {
            let count = count.checked_mul(n - k)? / (k + 1);
            (count <= STARTS).then_some(count)
        });
        if count.is_some() {
            let mut subset: Vec<usize> = (0..=D).collect();
            loop {
                starts.push(self.extended(&subset, 0..n));
                // the next subset: the last place that can move does
                let Some(place) = (0..=D).rev().find(|&k| subset[k] < n - 1 - D + k) else {
                    return starts;
                };
                subset[place] += 1;
                for later in place + 1..=D {
                    subset[later] = subset[later - 1] + 1;
                }
            }
        }
        let mut state = 0_u64;
        let mut order: Vec<usize> = (0..n).collect();
        for _ in 0..STARTS {
            for place in 0..n.min(4 * (D + 1)) {
                let other = place + (random(&mut state) % (n - place) as u64) as usize;
                order.swap(place, other);
            }
            starts.push(self.extended(&order[..=D], order[D + 1..].iter().copied()));
        }
        starts
    }

    /// The subset, and as many of the others as it takes not to be flat.
    fn extended(&self, subset: &[usize], others: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut start = subset.to_vec();
        for other in others {
            if self.ellipsoid(&start).is_some() {
                break;
            }
            if !subset.contains(&other) {
                start.push(other);
            }
        }
        start
    }

    /// The ellipsoid after so many steps to the observations nearest to it, or when its volume has become
    /// least; `None` if it collapses.
    fn improved(&self, start: Ellipsoid<D>, steps: usize) -> Option<Ellipsoid<D>> {
        let mut ellipsoid = start;
        for _ in 0..steps {
            let next = self.ellipsoid(&self.nearest(&ellipsoid))?;
            let is_whole = ellipsoid.subset.len() == self.size;
            if is_whole && ellipsoid.volume.is_at_most(next.volume) {
                break;
            }
            ellipsoid = next;
        }
        Some(ellipsoid)
    }

    /// The h observations nearest to an ellipsoid, ascending.
    fn nearest(&self, ellipsoid: &Ellipsoid<D>) -> Vec<usize> {
        let distances: Vec<f64> = self
            .points
            .iter()
            .map(|z| ellipsoid.squared_distance(z))
            .collect();
        let mut sorted = distances.clone();
        let (_, &mut last, _) = sorted.select_nth_unstable_by(self.size - 1, f64::total_cmp);
        let inner = last * (1.0 - ellipsoid.tie);
        let mut on_the_edge = self.size - distances.iter().filter(|&&d| d < inner).count();
        (0..distances.len())
            .filter(|&i| {
                let is_tied = distances[i] >= inner && distances[i] <= last * (1.0 + ellipsoid.tie);
                let is_taken = is_tied && on_the_edge > 0;
                on_the_edge -= usize::from(is_taken);
                distances[i] < inner || is_taken
            })
            .collect()
    }

    /// Mean and covariance of a subset, if it is not flat.
    fn ellipsoid(&self, subset: &[usize]) -> Option<Ellipsoid<D>> {
        let members = || subset.iter().map(|&i| self.points[i]);
        let mut centre = members().sum::<SVector<f64, D>>() / subset.len() as f64;
        let mut covariance = SMatrix::<f64, D, D>::zeros();
        for z in members() {
            let d = z - centre;
            covariance += d * d.transpose();
        }
        covariance /= (subset.len() - 1) as f64;
        let is_broad = |root: &SMatrix<f64, D, D>| {
            (0..D).all(|j| root[(j, j)].powi(2) > THIN * covariance[(j, j)])
        };
        let root = match covariance.cholesky().map(|root| root.l()).filter(is_broad) {
            Some(root) => root,
            None => {
                let (shift, root, _) =
                    orthogonalised(members().map(|z| z - centre).collect(), 0.0)?;
                centre += shift;
                triangular(&root).0
            }
        };
        // the part of its own extent, in the direction in which it is most, that rounding may have moved it
        let columns = self.roundings.column_iter();
        let squares = columns.map(|column| squared_length(&root, column.into_owned()));
        let rounding = squares.sum::<f64>().sqrt();
        if rounding.is_nan() || rounding >= 1.0 {
            return None;
        }
        let tie = TIE.max(rounding);
        Some(Ellipsoid {
            subset: subset.to_vec(),
            centre,
            root,
            volume: Volume {
                logarithm: (0..D).map(|j| root[(j, j)].ln()).sum(),
                rounding: D as f64 * tie,
            },
            tie,
        })
    }
}

/// What is left of a variance when the other coordinates are known, if most of its digits are.
const THIN: f64 = 1e-4;

/// The next number of SplitMix64 (Steele, Lea and Flood, 2014).
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
