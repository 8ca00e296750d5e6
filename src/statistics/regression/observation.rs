//! Observations of a response beside covariates, and coefficients.

use nalgebra::{SVector, Vector2};

use super::RegressionGroup;
use crate::action::GSet;
use crate::set::{Set, forward_set, set_of_parts};
use crate::sets::{Reals, Vectors};
use crate::statistics::sample::Numbers;

/// A response y, observed where the D covariates are x: the model is y = x·β + error.
///
/// # Conventions
///
/// There is no hidden intercept. A constant is a covariate that is 1 in every observation, by convention
/// the first; [`on_line`](Observation::on_line) writes it for a straight line.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::regression::Observation;
/// use nalgebra::vector;
/// let observation = Observation { x: vector![1.0, 5.0], y: 2.0 };
/// assert_eq!(Observation::on_line(5.0, 2.0), observation);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation<const D: usize> {
    /// The covariates.
    pub x: SVector<f64, D>,
    /// The response.
    pub y: f64,
}

impl Observation<2> {
    /// The point (t, y) for the model of a straight line y = β₀ + β₁ t: the covariates are 1 and t.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{Estimator, regression::{LeastSquares, Observation}};
    /// let sample = [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)].map(|(t, y)| Observation::on_line(t, y));
    /// let beta = LeastSquares.estimate(&sample)?;
    /// assert!((beta[0] - 1.0).abs() < 1e-14 && (beta[1] - 2.0).abs() < 1e-14);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    #[must_use]
    pub fn on_line(t: f64, y: f64) -> Self {
        Observation {
            x: Vector2::new(1.0, t),
            y,
        }
    }
}

impl<const D: usize> Observation<D> {
    /// What the coefficients leave unexplained: y − x·β.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::regression::Observation;
    /// use nalgebra::vector;
    /// assert_eq!(Observation::on_line(5.0, 2.0).residual(&vector![1.0, 1.0]), -4.0);
    /// ```
    #[must_use]
    pub fn residual(&self, beta: &SVector<f64, D>) -> f64 {
        self.y - self.x.dot(beta)
    }
}

impl<const D: usize> Numbers for Observation<D> {
    fn not_finite(&self) -> Option<f64> {
        self.x.not_finite().or_else(|| self.y.not_finite())
    }
}

/// The observations (x, y) of a response beside D covariates, moved by the [`RegressionGroup`].
///
/// # Conventions
///
/// Covariates are compared with covariates, responses with responses, each in units of their own.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::NonzeroReals, statistics::regression::{Observation, Observations, RegressionTransformation}};
/// use nalgebra::{matrix, vector};
/// // twice the response, and a trend added
/// let g = RegressionTransformation { basis: matrix![1.0, 0.0; 0.0, 1.0], scale: 2.0, trend: vector![10.0, 1.0] };
/// let moved = Observations::<2>::default().act(&g, &Observation::on_line(5.0, 2.0));
/// assert_eq!(moved, Observation::on_line(5.0, 19.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Observations<const D: usize>;

set_of_parts! {
    [const D: usize] Observations<D> { Observation<D> }
        : (Vectors<D>, Reals) = (Vectors::<D>::default(), Reals::<f64>::default()),
        |observation| (observation.x, observation.y),
        |parts| Observation { x: parts.0, y: parts.1 },
        describe |observation| {
            let covariates = Vectors::<D>::default().describe(&observation.x);
            format!("{:?} at {covariates}", observation.y)
        };
}

/// (x, y) ↦ (A x, c y + x·v)
impl<const D: usize> GSet<RegressionGroup<D>> for Observations<D> {
    #[inline]
    fn act(
        &self,
        g: &<RegressionGroup<D> as Set>::Element,
        observation: &Observation<D>,
    ) -> Observation<D> {
        g.observation(observation)
    }
}

/// The coefficients β of a linear model with D covariates, moved by the [`RegressionGroup`].
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, statistics::regression::{Coefficients, RegressionTransformation}};
/// use nalgebra::{matrix, vector};
/// // a covariate in a unit half as large: its numbers are doubled, its coefficient is halved
/// let g = RegressionTransformation { basis: matrix![1.0, 0.0; 0.0, 2.0], scale: 1.0, trend: vector![0.0, 0.0] };
/// assert_eq!(Coefficients::<2>::default().act(&g, &vector![3.0, 4.0]), vector![3.0, 2.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Coefficients<const D: usize>(Vectors<D>);

forward_set! { [const D: usize] Coefficients<D> : Vectors<D>, |this| this.0; }

/// β ↦ A⁻ᵀ (c β + v)
impl<const D: usize> GSet<RegressionGroup<D>> for Coefficients<D> {
    #[inline]
    fn act(
        &self,
        g: &<RegressionGroup<D> as Set>::Element,
        beta: &SVector<f64, D>,
    ) -> SVector<f64, D> {
        g.coefficients(beta)
    }
}
