//! Least absolute deviations.

use nalgebra::SVector;

use super::Observation;
use super::least_squares::{finite, least_squares, orthogonalised};
use super::standardised::Standardised;
use crate::statistics::claim::Regression;
use crate::statistics::orthogonalisation::ROUNDING;
use crate::statistics::{Estimator, Refusal};

/// Least absolute deviations: the coefficients β that minimise Σ |yᵢ − xᵢ·β|, the median of regression.
///
/// # Conventions
///
/// The sum is smallest at a vertex, where D observations are fitted exactly. Where it is smallest at
/// several, and on all that is between, the value is the mean of these vertices, as the median of an even
/// number is the mean of the middle two. Others report one of them, which depends on the order of
/// the observations.
///
/// # Errors
///
/// An observation that is not finite, fewer observations than coefficients, dependent covariates,
/// numbers that overflow, so many observations in special position that the vertices are too many.
///
/// # Complexity
///
/// O(n log n + n D²) a step from vertex to vertex, about as many steps as a few times D, in general
/// position.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, regression::{LeastAbsoluteDeviations, Observation}};
/// use nalgebra::vector;
/// // with a constant alone it is the median
/// let sample = [1.0, 2.0, 4.0, 100.0].map(|y| Observation { x: vector![1.0], y });
/// assert_eq!(LeastAbsoluteDeviations.estimate(&sample)?, vector![3.0]);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// I. Barrodale and F. D. K. Roberts, An improved algorithm for discrete l₁ linear approximation, *SIAM
/// Journal on Numerical Analysis* 10 (1973), 839–848; P. Bloomfield and W. L. Steiger, *Least Absolute
/// Deviations* (1983).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeastAbsoluteDeviations<const D: usize>;

/// How many vertices are averaged, and how many edges tried at one.
const VERTICES: usize = 256;
const EDGES: usize = 1 << 14;

impl<const D: usize> Estimator for LeastAbsoluteDeviations<D> {
    type Claim = Regression<D>;

    fn claim(&self) -> Regression<D> {
        Regression
    }

    fn name(&self) -> String {
        "least absolute deviations".to_owned()
    }

    fn estimate(&self, sample: &[Observation<D>]) -> Result<SVector<f64, D>, Refusal> {
        let standard = Standardised::new(sample)?;
        if standard.is_exact() {
            return finite(standard.coefficients(&SVector::zeros()));
        }
        let vertices = standard.flat(standard.descend()?)?;
        let fits = vertices.iter().map(|vertex| {
            let fitted: Vec<Observation<D>> = vertex.basis.iter().map(|&i| sample[i]).collect();
            match orthogonalised(&fitted) {
                Ok(factorisation) => least_squares(&fitted, &factorisation),
                Err(_) => standard.coefficients(&vertex.gamma),
            }
        });
        let fits: Vec<SVector<f64, D>> = fits.collect();
        let deviations = fits.iter().map(|fit| (fit - fits[0]) / fits.len() as f64);
        finite(fits[0] + deviations.sum::<SVector<f64, D>>())
    }
}

/// Coefficients by which at least D observations are fitted exactly.
struct Vertex<const D: usize> {
    /// D of these, with independent covariates.
    basis: Vec<usize>,
    gamma: SVector<f64, D>,
    residuals: Vec<f64>,
    /// All of these.
    fitted: Vec<usize>,
}

/// A line along which D − 1 observations stay fitted, from a vertex on.
struct Edge<const D: usize> {
    kept: Vec<usize>,
    direction: SVector<f64, D>,
    /// How fast the sum of absolute residuals grows.
    slope: f64,
}

impl<const D: usize> Standardised<D> {
    /// The vertex at which these D observations are fitted.
    fn vertex(&self, basis: Vec<usize>) -> Option<Vertex<D>> {
        let rows: Vec<SVector<f64, D>> = basis.iter().map(|&i| self.z[i]).collect();
        let responses: Vec<f64> = basis.iter().map(|&i| self.r[i]).collect();
        let gamma = super::standardised::fitted(&rows, &responses)?;
        let residuals: Vec<f64> = (0..self.r.len())
            .map(|i| self.residual(i, &gamma))
            .collect();
        let is_fitted =
            |&i: &usize| basis.contains(&i) || residuals[i].abs() <= self.rounding(i, &gamma);
        let fitted = (0..self.r.len()).filter(is_fitted).collect();
        Some(Vertex {
            basis,
            gamma,
            residuals,
            fitted,
        })
    }

    /// The place of the observation in which the sum of absolute residuals is smallest along a line: the
    /// weighted median of the places rᵢ / zᵢ·d, with weights |zᵢ·d|.
    fn smallest_along(&self, residuals: &[f64], direction: &SVector<f64, D>) -> Option<usize> {
        let mut places: Vec<(f64, f64, usize)> = Vec::with_capacity(residuals.len());
        for (i, (z, r)) in self.z.iter().zip(residuals).enumerate() {
            let along = z.dot(direction);
            if along.abs() > ROUNDING * z.norm() {
                places.push((r / along, along.abs(), i));
            }
        }
        places.sort_by(|one, other| one.0.total_cmp(&other.0));
        let half = 0.5 * places.iter().map(|place| place.1).sum::<f64>();
        let mut below = 0.0;
        let place = places.iter().find(|place| {
            below += place.1;
            below >= half
        });
        place.or(places.last()).map(|place| place.2)
    }

    /// A vertex where no edge leads downhill.
    fn descend(&self) -> Result<Vertex<D>, Refusal> {
        let general = Refusal::Degenerate("the covariates have no vertex up to rounding");
        let mut basis = Vec::with_capacity(D);
        let mut gamma = SVector::zeros();
        while basis.len() < D {
            // along any line on which the observations so far stay fitted
            let direction = self.complement(&basis).ok_or(general.clone())?;
            let residuals: Vec<f64> = (0..self.r.len())
                .map(|i| self.residual(i, &gamma))
                .collect();
            let next = self
                .smallest_along(&residuals, &direction)
                .ok_or(general.clone())?;
            gamma += direction * (residuals[next] / self.z[next].dot(&direction));
            basis.push(next);
        }
        let mut vertex = self.vertex(basis).ok_or(general)?;
        let sum = |vertex: &Vertex<D>| vertex.residuals.iter().map(|r| r.abs()).sum::<f64>();
        let limit = 100 + 10 * D * self.r.len();
        for _ in 0..limit {
            let downhill = self
                .edges(&vertex)?
                .into_iter()
                .filter(|edge| edge.slope < 0.0);
            let Some(edge) = downhill.min_by(|one, other| one.slope.total_cmp(&other.slope)) else {
                return Ok(vertex);
            };
            let next = self.smallest_along(&vertex.residuals, &edge.direction);
            let next = next.and_then(|next| self.neighbour(&edge, next));
            match next {
                Some(next) if sum(&next) < sum(&vertex) => vertex = next,
                _ => return Ok(vertex), // downhill by rounding only
            }
        }
        Err(Refusal::NoConvergence { iterations: limit })
    }

    /// The vertex at the other end of an edge.
    fn neighbour(&self, edge: &Edge<D>, next: usize) -> Option<Vertex<D>> {
        let mut basis = edge.kept.clone();
        basis.push(next);
        self.vertex(basis)
    }

    /// All vertices that edges without slope lead to.
    fn flat(&self, first: Vertex<D>) -> Result<Vec<Vertex<D>>, Refusal> {
        let mut vertices = vec![first];
        let mut place = 0;
        while place < vertices.len() {
            for edge in self.edges(&vertices[place])? {
                if edge.slope != 0.0 {
                    continue;
                }
                let vertex = &vertices[place];
                let nearest = (0..self.r.len())
                    .filter(|i| !vertex.fitted.contains(i))
                    .filter_map(|i| {
                        let along = self.z[i].dot(&edge.direction);
                        let distance = vertex.residuals[i] / along;
                        let crosses = along.abs() > ROUNDING * self.z[i].norm() && distance > 0.0;
                        crosses.then_some((i, distance))
                    })
                    .min_by(|one, other| one.1.total_cmp(&other.1));
                let Some(next) = nearest.and_then(|(next, _)| self.neighbour(&edge, next)) else {
                    continue;
                };
                let is_known =
                    |known: &Vertex<D>| next.basis.iter().all(|i| known.fitted.contains(i));
                if !vertices.iter().any(is_known) {
                    vertices.push(next);
                }
                if vertices.len() > VERTICES {
                    return Err(Refusal::Degenerate("too many vertices are equally good"));
                }
            }
            place += 1;
        }
        Ok(vertices)
    }

    /// The edges at a vertex, both ways; a slope that is rounding is 0.
    fn edges(&self, vertex: &Vertex<D>) -> Result<Vec<Edge<D>>, Refusal> {
        let mut edges = Vec::new();
        let total: f64 = self.z.iter().map(SVector::norm).sum();
        let mut kept: Vec<usize> = (0..D.saturating_sub(1)).collect();
        let mut tried = 0;
        loop {
            let subset: Vec<usize> = kept.iter().map(|&place| vertex.fitted[place]).collect();
            if let Some(direction) = self.complement(&subset) {
                let (mut odd, mut even) = (0.0, 0.0);
                let mut fitted = vertex.fitted.iter().peekable();
                for (i, z) in self.z.iter().enumerate() {
                    let along = z.dot(&direction);
                    if fitted.next_if_eq(&&i).is_some() {
                        even += along.abs();
                    } else {
                        odd -= along * vertex.residuals[i].signum();
                    }
                }
                for (direction, slope) in [(direction, even + odd), (-direction, even - odd)] {
                    let slope = if slope.abs() <= ROUNDING * total {
                        0.0
                    } else {
                        slope
                    };
                    edges.push(Edge {
                        kept: subset.clone(),
                        direction,
                        slope,
                    });
                }
            }
            tried += 1;
            if tried > EDGES {
                return Err(Refusal::Degenerate(
                    "too many observations are fitted exactly",
                ));
            }
            if !next_subset(&mut kept, vertex.fitted.len()) {
                return Ok(edges);
            }
        }
    }

    /// A direction along which these observations, fewer than D, keep their residuals; `None` if their
    /// covariates are dependent.
    fn complement(&self, subset: &[usize]) -> Option<SVector<f64, D>> {
        let mut basis: Vec<SVector<f64, D>> = Vec::with_capacity(subset.len());
        for &i in subset {
            let unit = self.z[i].normalize();
            let rest = without(&unit, &basis);
            let size = rest.norm();
            if size.is_nan() || size <= ROUNDING {
                return None;
            }
            basis.push(rest / size);
        }
        let axes = (0..D).map(|axis| SVector::from_fn(|j, _| f64::from(u8::from(j == axis))));
        let rests = axes.map(|axis| without(&axis, &basis));
        let longest = rests.max_by(|one, other| one.norm().total_cmp(&other.norm()))?;
        Some(without(&longest.normalize(), &basis).normalize())
    }
}

/// What is left of a vector when its parts along these orthonormal ones are taken away, twice because of
/// rounding.
fn without<const D: usize>(vector: &SVector<f64, D>, basis: &[SVector<f64, D>]) -> SVector<f64, D> {
    let mut rest = *vector;
    for _ in 0..2 {
        for unit in basis {
            rest -= unit * unit.dot(&rest);
        }
    }
    rest
}

/// The next of the subsets of 0, …, n − 1 of this size in lexicographic order, if there is one.
pub(super) fn next_subset(subset: &mut [usize], n: usize) -> bool {
    let size = subset.len();
    let Some(place) = (0..size)
        .rev()
        .find(|&place| subset[place] < n - size + place)
    else {
        return false;
    };
    subset[place] += 1;
    for later in place + 1..size {
        subset[later] = subset[later - 1] + 1;
    }
    true
}
