//! Changes of covariates, changes of scale and added trends.

use nalgebra::{SMatrix, SVector};

use super::Observation;
use crate::group::Group;
use crate::groups::{GeneralLinear, NonzeroReals};
use crate::set::set_of_parts;
use crate::sets::Vectors;

/// A change of what is observed in regression: (x, y) ↦ (A x, c y + x·v).
///
/// # Conventions
///
/// The trend x·v is in terms of the covariates as they are before the change. The coefficients become
/// A⁻ᵀ (c β + v), so that the new response at the new covariates is A x · A⁻ᵀ(c β + v) = c x·β + x·v.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::regression::{Observation, RegressionTransformation};
/// use nalgebra::{matrix, vector};
/// // degrees Celsius to Fahrenheit in a covariate beside a constant
/// let g = RegressionTransformation { basis: matrix![1.0, 0.0; 32.0, 1.8], scale: 1.0, trend: vector![0.0, 0.0] };
/// assert_eq!(g.observation(&Observation::on_line(100.0, 7.0)), Observation::on_line(212.0, 7.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegressionTransformation<const D: usize> {
    /// The invertible matrix A by which covariates change.
    pub basis: SMatrix<f64, D, D>,
    /// The number c ≠ 0 by which the response is multiplied.
    pub scale: f64,
    /// The coefficients v of the trend that is added to it.
    pub trend: SVector<f64, D>,
}

impl<const D: usize> RegressionTransformation<D> {
    /// The observation (A x, c y + x·v).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::regression::{Observation, RegressionTransformation};
    /// use nalgebra::{matrix, vector};
    /// let g = RegressionTransformation { basis: matrix![2.0], scale: 3.0, trend: vector![5.0] };
    /// let observation = Observation { x: vector![1.0], y: 10.0 };
    /// assert_eq!(g.observation(&observation), Observation { x: vector![2.0], y: 35.0 });
    /// ```
    #[must_use]
    pub fn observation(&self, observation: &Observation<D>) -> Observation<D> {
        Observation {
            x: self.basis * observation.x,
            y: self.scale * observation.y + observation.x.dot(&self.trend),
        }
    }

    /// The coefficients A⁻ᵀ (c β + v); NaN if A has no inverse.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::regression::RegressionTransformation;
    /// use nalgebra::{matrix, vector};
    /// let g = RegressionTransformation { basis: matrix![2.0], scale: 3.0, trend: vector![5.0] };
    /// assert_eq!(g.coefficients(&vector![10.0]), vector![17.5]);
    /// ```
    #[must_use]
    pub fn coefficients(&self, beta: &SVector<f64, D>) -> SVector<f64, D> {
        self.inverse_of_basis()
            .tr_mul(&(self.scale * beta + self.trend))
    }

    /// A⁻¹
    fn inverse_of_basis(&self) -> SMatrix<f64, D, D> {
        GeneralLinear::<D>::default().inverse(&self.basis)
    }
}

/// The group of regression, scale and affine equivariance: the changes (x, y) ↦ (A x, c y + x·v) of D
/// covariates and a response.
///
/// # Laws
///
/// ```text
/// (A, c, v) · (B, d, w)  =  (A B, c d, c w + Bᵀ v)
/// (A, c, v)⁻¹            =  (A⁻¹, 1/c, −A⁻ᵀ v / c)
/// ```
///
/// # Conventions
///
/// g · h is first h, then g. Matrices are compared as matrices, scales by the logarithm of their ratio,
/// trends as vectors. It moves [`Observations`](super::Observations) and
/// [`Coefficients`](super::Coefficients).
///
/// # Examples
///
/// ```
/// use equivariant::{Group, statistics::regression::{RegressionGroup, RegressionTransformation}};
/// use nalgebra::{matrix, vector};
/// let group = RegressionGroup::<1>::default();
/// let g = RegressionTransformation { basis: matrix![2.0], scale: 4.0, trend: vector![8.0] };
/// assert_eq!(group.compose(&group.inverse(&g), &g), group.identity());
/// ```
///
/// # References
///
/// P. J. Rousseeuw and A. M. Leroy, *Robust Regression and Outlier Detection* (1987), section 3.4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegressionGroup<const D: usize>;

set_of_parts! {
    [const D: usize] RegressionGroup<D> { RegressionTransformation<D> }
        : (GeneralLinear<D>, NonzeroReals, Vectors<D>)
            = (GeneralLinear::<D>::default(), NonzeroReals::<f64>::default(), Vectors::<D>::default()),
        |g| (g.basis, g.scale, g.trend),
        |parts| RegressionTransformation { basis: parts.0, scale: parts.1, trend: parts.2 },
        describe |g| {
            let basis = GeneralLinear::<D>::default().describe(&g.basis);
            let trend = Vectors::<D>::default().describe(&g.trend);
            format!("x ↦ {basis} x, y ↦ {:?} y + {trend}·x", g.scale)
        };
}

impl<const D: usize> Group for RegressionGroup<D> {
    fn identity(&self) -> RegressionTransformation<D> {
        RegressionTransformation {
            basis: SMatrix::identity(),
            scale: 1.0,
            trend: SVector::zeros(),
        }
    }

    /// (A B, c d, c w + Bᵀ v)
    fn compose(
        &self,
        g: &RegressionTransformation<D>,
        h: &RegressionTransformation<D>,
    ) -> RegressionTransformation<D> {
        RegressionTransformation {
            basis: g.basis * h.basis,
            scale: g.scale * h.scale,
            trend: g.scale * h.trend + h.basis.tr_mul(&g.trend),
        }
    }

    /// (A⁻¹, 1/c, −A⁻ᵀ v / c)
    fn inverse(&self, g: &RegressionTransformation<D>) -> RegressionTransformation<D> {
        let inverse = g.inverse_of_basis();
        RegressionTransformation {
            basis: inverse,
            scale: g.scale.recip(),
            trend: inverse.tr_mul(&g.trend) / -g.scale,
        }
    }

    /// The change of the covariates, then the trend, then the change of scale: (A, c, v) is
    /// (A, 1, 0) · (1, 1, v) · (1, c, 0).
    fn factors(&self, g: &RegressionTransformation<D>) -> Vec<RegressionTransformation<D>> {
        let e = self.identity();
        let basis = RegressionTransformation {
            basis: g.basis,
            ..e
        };
        let trend = RegressionTransformation {
            trend: g.trend,
            ..e
        };
        let scale = RegressionTransformation {
            scale: g.scale,
            ..e
        };
        let factors = [basis, trend, scale].into_iter();
        factors.filter(|factor| *factor != e).collect()
    }
}
