//! The mean direction, and how concentrated directions are around it.

use std::f64::consts::PI;

use crate::statistics::claim::{Concentration, Direction};
use crate::statistics::orthogonalisation::ROUNDING;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The circular mean: the direction of Σ (cos xᵢ, sin xᵢ).
///
/// For every concentration κ of the von Mises distribution it is the maximum likelihood estimator and
/// the Pitman estimator: with the loss 1 − cos of the error, no estimator that moves with rotations
/// has a smaller risk.
///
/// # Conventions
///
/// The value is an angle from −π to π in radians. Where the resultant vanishes there is no direction: the
/// sample is refused if the length of the sum is no more than rounding of the angles makes, 256 units in
/// the last place of each.
///
/// # Errors
///
/// An empty sample, an angle that is not finite, no resultant.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, circular::CircularMean};
/// use std::f64::consts::{FRAC_PI_2, PI};
/// assert!((CircularMean.estimate(&[3.0, -3.0])?.abs() - PI).abs() < 1e-15);
/// let opposite = [-FRAC_PI_2, FRAC_PI_2];
/// assert!(matches!(CircularMean.estimate(&opposite), Err(Refusal::Degenerate(_))));
/// # Ok::<(), Refusal>(())
/// ```
///
/// # References
///
/// K. V. Mardia and P. E. Jupp, *Directional Statistics* (2000), chapter 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CircularMean;

impl Estimator for CircularMean {
    type Claim = Direction;

    fn claim(&self) -> Direction {
        Direction
    }

    fn name(&self) -> String {
        "circular mean".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        let [cosine, sine] = mean_vector(sample);
        let angles = sample
            .iter()
            .map(|angle| angle.abs().max(PI) / sample.len() as f64);
        if cosine.hypot(sine) <= ROUNDING * angles.sum::<f64>() {
            return Err(Refusal::Degenerate("the directions cancel"));
        }
        Ok(sine.atan2(cosine))
    }
}

/// The mean resultant length ‖Σ (cos xᵢ, sin xᵢ)‖/n: 1 if all directions are one, 0 if they cancel.
///
/// # Errors
///
/// An empty sample, an angle that is not finite.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, circular::MeanResultantLength};
/// let right_angle = [0.0, std::f64::consts::FRAC_PI_2];
/// assert!((MeanResultantLength.estimate(&right_angle)? - 0.5_f64.sqrt()).abs() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeanResultantLength;

impl Estimator for MeanResultantLength {
    type Claim = Concentration;

    fn claim(&self) -> Concentration {
        Concentration
    }

    fn name(&self) -> String {
        "mean resultant length".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        let [cosine, sine] = mean_vector(sample);
        Ok(cosine.hypot(sine).min(1.0))
    }
}

/// The mean of the unit vectors.
fn mean_vector(sample: &[f64]) -> [f64; 2] {
    let parts =
        [f64::cos, f64::sin].map(|part| sample.iter().map(|&x| part(x)).collect::<Vec<_>>());
    parts.map(|part| crate::statistics::location::mean(&part))
}
