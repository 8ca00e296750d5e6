//! The minimum-risk equivariant estimator of a point under spherical errors.

use nalgebra::{Point, SVector};

use super::{Estimate, Method};
use crate::statistics::claim::EuclideanLocation;
use crate::statistics::density::{NotPositive, SphericalDensity, Tail};
use crate::statistics::multivariate::{CentreOfMass, CoordinatewiseMedian};
use crate::statistics::posterior::{LogDensityInSpace, ORDER, Part, mean_in_space};
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The Pitman estimator of the location θ in space of a sample xᵢ = θ + s εᵢ with known scale s and errors
/// from a known [spherical density](SphericalDensity), under the loss ‖d − θ‖²: the mean of the
/// normalised likelihood ∏ f(‖xᵢ − t‖/s).
///
/// # Laws
///
/// ```text
/// δ(R x + b)  =  R δ(x) + b    R orthogonal
/// ```
///
/// # Conventions
///
/// Scale 1 unless said otherwise. In three dimensions and more there may be estimators of smaller risk
/// for every θ, as there are for normal errors (Stein 1956); they do not move with translations.
///
/// # Errors
///
/// A sample that is empty or not finite, or so short that every equivariant estimator has infinite risk
/// ([`Nonexistent`](Refusal::Nonexistent)): under tails ‖ε‖^−(ν+D) it takes (n − 1) ν > 2 and
/// (ν + D) ⌈n/2⌉ > D + 2. A density that is 0 somewhere or rises somewhere, and more than three dimensions are
/// [`Unsupported`](Refusal::Unsupported), unless the mean is best.
///
/// # Complexity
///
/// O(n) for normal errors and for n ≤ 2. Otherwise O(n) for each node of products of Gauss rules: in the
/// plane some ten thousand, in space some million, more where modes are apart.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, density::{Cauchy, Normal}, pitman::PitmanPoint};
/// use nalgebra::point;
/// let sample = [point![0.0, 0.0], point![1.0, 0.0], point![0.0, 1.0], point![1.0, 1.0], point![9.0, 4.0]];
/// let mean = PitmanPoint::new(Normal).estimate(&sample)?;
/// assert!((mean - point![2.2, 1.2]).norm() < 1e-15);
/// // heavy tails: the far one hardly counts
/// let robust = PitmanPoint::new(Cauchy).estimate(&sample)?;
/// assert!((robust - point![0.56, 0.53]).norm() < 0.01);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// Pitman (1939); C. Stein, Inadmissibility of the usual estimator for the mean of a multivariate normal
/// distribution, *Proceedings of the Third Berkeley Symposium* 1 (1956), 197–206.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanPoint<F, const D: usize> {
    density: F,
    scale: f64,
}

impl<F: SphericalDensity, const D: usize> PitmanPoint<F, D> {
    /// The estimator for errors of this density, of scale 1.
    pub fn new(density: F) -> Self {
        PitmanPoint {
            density,
            scale: 1.0,
        }
    }

    /// The estimator for errors of this scale.
    ///
    /// # Errors
    ///
    /// [`NotPositive`], if the scale is not a positive number.
    pub fn with_scale(mut self, scale: f64) -> Result<Self, NotPositive> {
        NotPositive::check("the scale", scale)?;
        self.scale = scale;
        Ok(self)
    }

    /// The estimate, with a bound on its distance from the exact value, beside the rounding of the value
    /// itself.
    ///
    /// # Errors
    ///
    /// As for the estimator; also [`Inaccurate`](Refusal::Inaccurate), if the numerical error may exceed
    /// 10⁻¹² of the scale, or of the spread of the normalised likelihood or the distance from the
    /// coordinate-wise median where these are larger.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Student, pitman::PitmanPoint};
    /// use nalgebra::point;
    /// let sample = [point![0.0, 0.0], point![3.0, 0.0], point![0.0, 3.0]];
    /// let estimate = PitmanPoint::new(Student::new(3.0)?).evaluate(&sample)?;
    /// assert!(estimate.bound < 1e-13 && (estimate.value.x - estimate.value.y).abs() < 1e-13);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate(&self, sample: &[Point<f64, D>]) -> Result<Estimate<Point<f64, D>>, Refusal> {
        at_least(1, sample)?;
        exists(self.density.tail(D), sample.len(), D)?;
        if self.density.has_best_mean() || sample.len() <= 2 {
            // two observations have a centre of symmetry
            let value = CentreOfMass.estimate(sample)?;
            let largest = sample
                .iter()
                .fold(0.0, |most, x| f64::max(most, x.coords.amax()));
            return Ok(Estimate {
                value,
                bound: 8.0 * f64::EPSILON * largest,
                evaluations: 0,
                method: Method::ClosedForm,
            });
        }
        if self.density.tail(D) == Tail::Bounded {
            return Err(Refusal::Unsupported("a density that is 0 somewhere"));
        }
        if D > 3 {
            return Err(Refusal::Unsupported("more than three dimensions"));
        }
        let pilot = CoordinatewiseMedian.estimate(sample)?;
        let mut points: Vec<SVector<f64, D>> =
            sample.iter().map(|x| (x - pilot) / self.scale).collect();
        if points.iter().any(|z| z.amax() > 1e140 || z.amax().is_nan()) {
            return Err(Refusal::Overflow("the sample is too wide for its scale"));
        }
        // then the order of the observations does not matter to the last digit
        points.sort_unstable_by(|z, w| {
            let differences = z.iter().zip(w.iter()).map(|(z, w)| z.total_cmp(w));
            differences
                .reduce(std::cmp::Ordering::then)
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        let likelihood = Likelihood {
            density: &self.density,
            points: &points,
        };
        let mean = mean_in_space(&likelihood, 1.0 / (points.len() as f64).sqrt())?;
        let distance = mean.value.norm();
        let value = pilot + self.scale * mean.value;
        let bound = self.scale * (mean.bound + f64::EPSILON * (8.0 + distance));
        let promised = super::PROMISED * self.scale * mean.spread.max(distance).max(1.0);
        if bound > promised || bound.is_nan() {
            return Err(Refusal::Inaccurate { bound, promised });
        }
        Ok(Estimate {
            value,
            bound,
            evaluations: mean.evaluations,
            method: Method::Quadrature,
        })
    }
}

impl<F: SphericalDensity, const D: usize> Estimator for PitmanPoint<F, D> {
    type Claim = EuclideanLocation<D>;

    fn claim(&self) -> EuclideanLocation<D> {
        EuclideanLocation { unit: self.scale }
    }

    fn name(&self) -> String {
        format!("Pitman, {}", self.density.name())
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}

/// Whether some equivariant estimator has finite risk.
fn exists(tail: Tail, n: usize, dimensions: usize) -> Result<(), Refusal> {
    if tail.has_finite_risk(n, 2.0, dimensions) {
        return Ok(());
    }
    Err(Refusal::Nonexistent(
        "every equivariant estimator has infinite risk: too few observations for tails so heavy",
    ))
}

/// The likelihood of the location of a sample of scale 1.
struct Likelihood<'a, F, const D: usize> {
    density: &'a F,
    points: &'a [SVector<f64, D>],
}

impl<F: SphericalDensity, const D: usize> LogDensityInSpace<D> for Likelihood<'_, F, D> {
    fn at(&self, t: &SVector<f64, D>) -> f64 {
        let squares: Vec<f64> = self.points.iter().map(|z| (z - t).norm_squared()).collect();
        self.density.log_likelihood(&squares, D)
    }

    fn on_grid(&self, corner: &SVector<f64, D>, offsets: &[[f64; ORDER]; D]) -> Vec<f64> {
        // the squares along each axis, for every node and every observation
        let along = |axis: usize| {
            offsets[axis].map(|offset| {
                let square = |z: &SVector<f64, D>| ((z[axis] - corner[axis]) - offset).powi(2);
                self.points.iter().map(square).collect::<Vec<f64>>()
            })
        };
        let along: [_; D] = std::array::from_fn(along);
        let mut squares = vec![0.0; self.points.len()];
        let of_node = |place: usize| {
            squares.fill(0.0);
            let mut rest = place;
            for of_axis in &along {
                for (square, own) in squares.iter_mut().zip(&of_axis[rest % ORDER]) {
                    *square += own;
                }
                rest /= ORDER;
            }
            self.density.log_likelihood(&squares, D)
        };
        (0..ORDER.pow(D as u32)).map(of_node).collect()
    }

    fn at_most(&self, part: &Part<D>) -> f64 {
        let nearest = |z: &SVector<f64, D>| {
            let outside = (z - part.high).sup(&(part.low - z)).sup(&SVector::zeros());
            outside.norm_squared()
        };
        let squares: Vec<f64> = self.points.iter().map(nearest).collect();
        self.density.log_likelihood(&squares, D)
    }

    fn bulk(&self) -> Part<D> {
        let all = self.points.iter();
        let (first, rest) = (self.points[0], all.skip(1));
        let (low, high) = rest.fold((first, first), |(low, high), z| (low.inf(z), high.sup(z)));
        Part { low, high }
    }

    fn size(&self, t: &SVector<f64, D>) -> f64 {
        self.points.len() as f64 + self.at(t).abs()
    }

    fn resolution(&self) -> f64 {
        // between nodes 0.08 of the length apart, ℓ″ ≤ n·κ lets nothing hide
        let kappa = self.density.curvature(D).unwrap_or(f64::INFINITY);
        12.0 / (kappa * self.points.len() as f64).sqrt()
    }
}
