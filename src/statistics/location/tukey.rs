//! Tukey's M-estimator.

use super::pilot::seen_from_the_bulk;
use super::tuning::{NoTuning, Tuning};
use crate::statistics::claim::Location;
use crate::statistics::sum::Sum;
use crate::statistics::{Estimator, Refusal};

/// Tukey's M-estimator of location: the t with Σ ψ((xᵢ − t)/s) = 0 next to the median, where
/// ψ(u) = u (1 − (u/c)²)² for |u| < c and 0 beyond (the bisquare). Observations far away do not count
/// at all.
///
/// # Conventions
///
/// The scale s is the median absolute deviation about the median, normalised as
/// [`MedianAbsoluteDeviation`](crate::statistics::scale::MedianAbsoluteDeviation), and c = 4.685 unless
/// another is asked for: an efficiency of 95 % in normal samples.
///
/// The equation may have several solutions. The value is the first on the way from the median down the
/// sum of the losses, the nearest local minimum on that side. Where more than half of the observations
/// are equal, s = 0, and the value is their value: the limit as s → 0.
///
/// **Theorem.** If c > √5 (1 + √2) Φ⁻¹(3/4) = 3.641, the sum of the losses is strictly convex at the
/// median of every sample. So a median that solves the equation, that of a symmetric sample, is a
/// minimum. *Proof.* With v = (x − t)/(c s), ψ′(v) = (1 − v²)(1 − 5v²) is nowhere below −4/5. Half of the
/// observations are within one raw deviation of the median, and there ψ′ > 4/5 if 5v² < (√2 − 1)². ∎
/// A smaller c is refused: a symmetric sample may then have two solutions beside a median that is a
/// maximum, and a mirror would exchange them.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, a deviation that overflows.
///
/// # Complexity
///
/// O(n) a step, and quadratic convergence. In units of c s, let ψ̄ > 0 be the mean of ψ(v) = v (1 − v²)²
/// and m that of ψ′(v). Since |ψ″| ≤ 8, the mean after a step δ is at least ψ̄ − m δ − 4 δ². The step to
/// the zero of that bound never passes the first solution, and becomes Newton's near it.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, location::TukeyLocation};
/// let near = TukeyLocation::default().estimate(&[1.0, 2.0, 3.0, 4.0, 1000.0])?;
/// let far = TukeyLocation::default().estimate(&[1.0, 2.0, 3.0, 4.0, 1e9])?;
/// assert_eq!(near, far); // what is far away does not count
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// A. E. Beaton and J. W. Tukey, The fitting of power series, meaning polynomials, illustrated on
/// band-spectroscopic data, *Technometrics* 16 (1974), 147–185.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TukeyLocation(Tuning);

impl TukeyLocation {
    /// The estimator with the tuning constant c.
    ///
    /// # Errors
    ///
    /// [`NoTuning`], if c is not finite and greater than √5 (1 + √2) Φ⁻¹(3/4) = 3.641.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{Estimator, location::{NoTuning, TukeyLocation}};
    /// let mean = TukeyLocation::new(1e9)?.estimate(&[1.0, 2.0, 6.0])?;
    /// assert!((mean - 3.0).abs() < 1e-14);
    /// assert!(matches!(TukeyLocation::new(1.0), Err(NoTuning { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(c: f64) -> Result<Self, NoTuning> {
        Tuning::above(LEAST, c).map(TukeyLocation)
    }

    /// The tuning constant c.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::location::TukeyLocation;
    /// assert_eq!(TukeyLocation::default().tuning(), 4.685);
    /// ```
    #[must_use]
    pub fn tuning(&self) -> f64 {
        self.0.get()
    }
}

/// √5 (1 + √2) Φ⁻¹(3/4)
const LEAST: f64 = 3.641_128_800_622_911;

/// With c = 4.685.
impl Default for TukeyLocation {
    fn default() -> Self {
        TukeyLocation(Tuning::TUKEY)
    }
}

impl Estimator for TukeyLocation {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        format!("Tukey's M-estimator, c = {}", self.tuning())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        seen_from_the_bulk(sample, |standard| {
            let reach = self.0.in_deviations();
            let mut v: Vec<f64> = standard.iter().map(|u| u / reach).collect();
            v.sort_unstable_by(f64::total_cmp); // the order of the observations leaves no trace
            Ok(reach * first_zero(&mut v)?)
        })
    }
}

/// Far more steps than a sample needs.
const STEPS: usize = 1000;

/// The means of ψ(v − t) and ψ′(v − t).
fn means(v: &[f64], t: f64) -> [f64; 2] {
    let near = v.iter().map(|v| v - t).filter(|v| v.abs() < 1.0);
    let terms = near.map(|v| (v, v * v));
    let psi: Sum = terms.clone().map(|(v, w)| v * (1.0 - w).powi(2)).collect();
    let slope: f64 = terms.map(|(_, w)| (1.0 - w) * (1.0 - 5.0 * w)).sum();
    [psi.value(), slope].map(|sum| sum / v.len() as f64)
}

/// The zero of t ↦ Σ ψ(v − t) that is the first from 0 in the direction of the sign of the sum there.
fn first_zero(v: &mut [f64]) -> Result<f64, Refusal> {
    let side = means(v, 0.0)[0].signum();
    v.iter_mut().for_each(|v| *v *= side);
    let mut t = 0.0;
    for _ in 0..STEPS {
        let [psi, slope] = means(v, t);
        if psi <= 0.0 {
            return Ok(side * t);
        }
        // ψ̄ − m δ − 4 δ² = 0, without cancellation
        let root = (slope * slope + 16.0 * psi).sqrt();
        let step = match slope > 0.0 {
            true => 2.0 * psi / (root + slope),
            false => (root - slope) / 8.0,
        };
        t += step;
        if step < 0.5 * f64::EPSILON {
            return Ok(side * t);
        }
    }
    Err(Refusal::NoConvergence { iterations: STEPS })
}
