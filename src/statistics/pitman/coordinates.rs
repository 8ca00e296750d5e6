//! The minimum-risk equivariant estimator of a point whose coordinates err independently.

use nalgebra::{Point, SVector};

use super::{Estimate, Method, PitmanLocation};
use crate::statistics::claim::TranslatedLocation;
use crate::statistics::density::Density;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The Pitman estimator of the location θ in space of a sample xᵢ = θ + εᵢ, where the coordinates of the
/// errors εᵢ are independent, each with a known density, under the loss (d − θ)ᵀQ(d − θ) for any Q.
///
/// The likelihood is a product over the coordinates; its mean is the
/// [estimate of each](PitmanLocation) by itself.
///
/// # Laws
///
/// ```text
/// δ(x + b)  =  δ(x) + b
/// ```
///
/// It moves with rotations only if the errors are normal and of one scale: these are the only errors that are
/// independent and spherical (Maxwell). [`PitmanPoint`](super::PitmanPoint) is for spherical ones.
///
/// # Conventions
///
/// In three dimensions and more there are estimators of smaller risk for every θ, which do not move with
/// translations (Stein 1956).
///
/// # Errors
///
/// Those of [`PitmanLocation`] for a coordinate.
///
/// # Complexity
///
/// D times that of [`PitmanLocation`].
///
/// # Examples
///
/// ```
/// use equivariant::statistics::density::{Density, Laplace, Normal};
/// use equivariant::statistics::{Estimator, pitman::{PitmanCoordinates, PitmanLocation}};
/// use nalgebra::point;
/// let along: Box<dyn Density> = Box::new(Normal);
/// let across: Box<dyn Density> = Box::new(Laplace);
/// let point = PitmanCoordinates::new([PitmanLocation::new(along), PitmanLocation::new(across).with_scale(2.0)?])?;
/// let estimate = point.estimate(&[point![0.0, 0.0], point![1.0, 1.0], point![5.0, 5.0]])?;
/// assert!((estimate.x - 2.0).abs() < 1e-15 && estimate.y < 2.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// E. L. Lehmann and G. Casella, *Theory of Point Estimation*, 2nd ed. (1998), chapters 3 and 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PitmanCoordinates<F, const D: usize> {
    coordinates: [PitmanLocation<F>; D],
}

/// The loss of a coordinate is not the squared one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("coordinate {coordinate} is estimated under another than squared loss")]
pub struct NotSquared {
    /// The place of the coordinate, from 0.
    pub coordinate: usize,
}

impl<F: Density, const D: usize> PitmanCoordinates<F, D> {
    /// The estimator that has these for the coordinates.
    ///
    /// # Errors
    ///
    /// [`NotSquared`], if one of them is for another than squared loss: the sum of such losses is estimated
    /// in this way, too, and other functions of the error are not.
    pub fn new(coordinates: [PitmanLocation<F>; D]) -> Result<Self, NotSquared> {
        match coordinates.iter().position(|own| !own.is_squared()) {
            Some(coordinate) => Err(NotSquared { coordinate }),
            None => Ok(PitmanCoordinates { coordinates }),
        }
    }

    /// The estimate, with a bound on the numerical error of each coordinate.
    ///
    /// # Errors
    ///
    /// As for the estimator.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{density::Logistic, pitman::{PitmanCoordinates, PitmanLocation}};
    /// use nalgebra::point;
    /// let estimator = PitmanCoordinates::new([PitmanLocation::new(Logistic); 2])?;
    /// let estimate = estimator.evaluate(&[point![1.0, 0.0], point![2.0, 0.0]])?;
    /// assert!((estimate.value - point![1.5, 0.0]).norm() <= estimate.bound);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate(&self, sample: &[Point<f64, D>]) -> Result<Estimate<Point<f64, D>>, Refusal> {
        at_least(1, sample)?;
        let mut whole = Estimate {
            value: Point::from(SVector::zeros()),
            bound: 0.0,
            evaluations: 0,
            method: Method::ClosedForm,
        };
        for (j, own) in self.coordinates.iter().enumerate() {
            let coordinate: Vec<f64> = sample.iter().map(|x| x[j]).collect();
            let estimate = own.evaluate(&coordinate)?;
            whole.value[j] = estimate.value;
            whole.bound = f64::max(whole.bound, estimate.bound);
            whole.evaluations += estimate.evaluations;
            if estimate.method != Method::ClosedForm {
                whole.method = estimate.method;
            }
        }
        Ok(whole)
    }
}

impl<F: Density, const D: usize> Estimator for PitmanCoordinates<F, D> {
    type Claim = TranslatedLocation<D>;

    fn claim(&self) -> TranslatedLocation<D> {
        let units = self.coordinates.iter().map(PitmanLocation::scale);
        TranslatedLocation {
            unit: units.fold(0.0, f64::max),
        }
    }

    fn name(&self) -> String {
        let names = self.coordinates.iter().map(PitmanLocation::density);
        let names: Vec<String> = names.map(Density::name).collect();
        format!("Pitman, independent {}", names.join(", "))
    }

    fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        Ok(self.evaluate(sample)?.value)
    }
}
