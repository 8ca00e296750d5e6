//! Samples of regression in coordinates in which no unit is left.

use nalgebra::SVector;

use super::Observation;
use super::least_squares::{finite, least_squares, orthogonalised};
use crate::statistics::Refusal;
use crate::statistics::orthogonalisation::{Orthogonalisation, Pivoting, ROUNDING};
use crate::statistics::sample::{Numbers, at_least};

/// A sample in standard coordinates: covariates made orthonormal, and the residuals of least squares,
/// the largest 1, as responses.
///
/// A change of the sample by the regression group changes these by an orthogonal matrix and a sign. An
/// algorithm that is equivariant under those is equivariant under all, and needs no units.
pub(super) struct Standardised<const D: usize> {
    factorisation: Orthogonalisation<D>,
    /// The coefficients of least squares.
    origin: SVector<f64, D>,
    /// The unit of the residuals.
    unit: f64,
    /// The covariates.
    pub(super) z: Vec<SVector<f64, D>>,
    /// The responses.
    pub(super) r: Vec<f64>,
    /// How far a response may be off by rounding in the sample.
    noise: Vec<f64>,
}

impl<const D: usize> Standardised<D> {
    /// The sample in standard coordinates.
    pub(super) fn new(sample: &[Observation<D>]) -> Result<Self, Refusal> {
        at_least(D.max(1), sample)?;
        let factorisation = orthogonalised(sample)?;
        let origin = finite(least_squares(sample, &factorisation))?;
        let residuals = sample
            .iter()
            .map(|observation| observation.residual(&origin));
        let sizes = sample
            .iter()
            .map(|observation| observation.y.abs() + observation.x.abs().dot(&origin.abs()));
        let mut r: Vec<f64> = residuals.collect();
        let mut noise: Vec<f64> = sizes.map(|size| 16.0 * f64::EPSILON * size).collect();
        if r.iter().chain(&noise).any(|x| !x.is_finite()) {
            return Err(Refusal::Overflow("residuals"));
        }
        let unit = r.iter().fold(0.0, |largest: f64, r| largest.max(r.abs()));
        if unit > 0.0 {
            for x in r.iter_mut().chain(&mut noise) {
                *x /= unit;
            }
        }
        let z = sample
            .iter()
            .map(|observation| factorisation.coordinates(&observation.x));
        let z = z.collect();
        Ok(Standardised {
            factorisation,
            origin,
            unit,
            z,
            r,
            noise,
        })
    }

    /// Whether least squares leave nothing but rounding.
    pub(super) fn is_exact(&self) -> bool {
        self.unit == 0.0
            || self
                .r
                .iter()
                .zip(&self.noise)
                .all(|(r, noise)| r.abs() <= *noise)
    }

    /// The residual of an observation.
    #[inline]
    pub(super) fn residual(&self, i: usize, gamma: &SVector<f64, D>) -> f64 {
        self.r[i] - self.z[i].dot(gamma)
    }

    /// How large a residual may be by rounding alone.
    #[inline]
    pub(super) fn rounding(&self, i: usize, gamma: &SVector<f64, D>) -> f64 {
        self.noise[i] + ROUNDING * (self.r[i].abs() + self.z[i].abs().dot(&gamma.abs()))
    }

    /// The coefficients β that γ stands for.
    pub(super) fn coefficients(&self, gamma: &SVector<f64, D>) -> SVector<f64, D> {
        self.origin + self.factorisation.coefficients(gamma) * self.unit
    }
}

/// The coefficients by which rows, as many as there are coefficients, are fitted exactly; `None` if
/// they are dependent.
pub(super) fn fitted<const D: usize>(
    rows: &[SVector<f64, D>],
    responses: &[f64],
) -> Option<SVector<f64, D>> {
    let factorisation = Orthogonalisation::new(rows, Pivoting::Columns)?;
    let gamma = factorisation.solve(responses);
    let rest: Vec<f64> = rows
        .iter()
        .zip(responses)
        .map(|(z, r)| r - z.dot(&gamma))
        .collect();
    Some(gamma + factorisation.solve(&rest)).filter(|gamma| gamma.not_finite().is_none())
}
