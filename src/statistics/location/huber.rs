//! Huber's M-estimator.

use super::mean::mean;
use super::median::midpoint;
use super::pilot::seen_from_the_bulk;
use super::tuning::{NoTuning, Tuning};
use crate::statistics::claim::Location;
use crate::statistics::sum::Sum;
use crate::statistics::{Estimator, Refusal};

/// Huber's M-estimator of location: the t with Σ ψ((xᵢ − t)/s) = 0, where ψ(u) = max(−k, min(u, k)).
/// Observations near t count as for the mean, those far away as for the median.
///
/// # Conventions
///
/// The scale s is the median absolute deviation about the median, normalised as
/// [`MedianAbsoluteDeviation`](crate::statistics::scale::MedianAbsoluteDeviation), and k = 1.345 unless
/// another is asked for: an efficiency of 95 % in normal samples. Where all t between two numbers solve
/// the equation, which needs k < 0.6745, the value is the middle one, the median. Where more than half
/// of the observations are equal, s = 0, and the value is their value: the limit as s → 0.
///
/// # Errors
///
/// An empty sample, an observation that is not finite, a deviation that overflows.
///
/// # Complexity
///
/// O(n log n). The sum is a broken line that falls with t; the piece that meets 0 is found by bisection
/// among the 2n corners, and the equation of that piece is solved: no iteration, no tolerance.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, location::HuberLocation};
/// let sample = [1.0, 2.0, 3.0, 4.0, 5.0, 1000.0];
/// // s = 1.5 · 1.4826; all but 1000 are nearer than k s: the mean of these five, and k s / 5 for it
/// let expected = 3.0 + 1.345 * 1.5 * 1.482_602_218_505_602 / 5.0;
/// assert!((HuberLocation::default().estimate(&sample)? - expected).abs() < 1e-15);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. J. Huber, Robust estimation of a location parameter, *Annals of Mathematical Statistics* 35
/// (1964), 73–101.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HuberLocation(Tuning);

impl HuberLocation {
    /// The estimator with the tuning constant k.
    ///
    /// # Errors
    ///
    /// [`NoTuning`], if k is not positive and finite.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::{Estimator, location::{HuberLocation, NoTuning}};
    /// assert_eq!(HuberLocation::new(1e9)?.estimate(&[1.0, 2.0, 6.0])?, 3.0); // the mean
    /// assert_eq!(HuberLocation::new(0.0), Err(NoTuning { constant: 0.0, bound: 0.0 }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(k: f64) -> Result<Self, NoTuning> {
        Tuning::above(0.0, k).map(HuberLocation)
    }

    /// The tuning constant k.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::location::HuberLocation;
    /// assert_eq!(HuberLocation::default().tuning(), 1.345);
    /// ```
    #[must_use]
    pub fn tuning(&self) -> f64 {
        self.0.get()
    }
}

/// With k = 1.345.
impl Default for HuberLocation {
    fn default() -> Self {
        HuberLocation(Tuning::HUBER)
    }
}

impl Estimator for HuberLocation {
    type Claim = Location;

    fn claim(&self) -> Location {
        Location
    }

    fn name(&self) -> String {
        format!("Huber's M-estimator, k = {}", self.tuning())
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        seen_from_the_bulk(sample, |standard| {
            let mut u = standard.clone();
            u.sort_unstable_by(f64::total_cmp);
            Ok(BrokenLine::new(self.0.in_deviations(), &u).root())
        })
    }
}

/// The sum t ↦ Σ ψ(uᵢ − t), which falls from n k to −n k and is straight between its corners uᵢ ± k.
struct BrokenLine<'a> {
    k: f64,
    u: &'a [f64],
    corners: Vec<f64>,
}

impl<'a> BrokenLine<'a> {
    fn new(k: f64, u: &'a [f64]) -> Self {
        let corners = u.iter().flat_map(|u| [u - k, u + k]);
        let mut corners: Vec<f64> = corners.filter(|corner| corner.is_finite()).collect();
        corners.sort_unstable_by(f64::total_cmp);
        BrokenLine { k, u, corners }
    }

    /// Σ ψ(uᵢ − t)
    fn at(&self, t: f64) -> f64 {
        let terms = self.u.iter().map(|u| (u - t).clamp(-self.k, self.k));
        terms.collect::<Sum>().value()
    }

    /// Where the line is 0: the middle of that, if it is so along a whole piece.
    fn root(&self) -> f64 {
        let first = self.corners.partition_point(|&t| self.at(t) > 0.0);
        let last = self.corners.partition_point(|&t| self.at(t) >= 0.0);
        let (from, to) = (self.zero_of_piece(first), self.zero_of_piece(last));
        if first == last {
            return from;
        }
        midpoint(from, to)
    }

    /// Where the piece that ends in this corner is 0: at the mean of the nearer uᵢ, moved by k for each
    /// of those beyond, Σ_near (uᵢ − t) + k (#above − #below) = 0.
    fn zero_of_piece(&self, corner: usize) -> f64 {
        let start = match corner {
            0 => f64::NEG_INFINITY,
            _ => self.corners[corner - 1],
        };
        let end = self.corners.get(corner).copied().unwrap_or(f64::INFINITY);
        let below = self.u.partition_point(|u| u + self.k < end);
        let not_above = self.u.partition_point(|u| u - self.k <= start);
        let above = self.u.len() - not_above;
        let near = self.u.get(below..not_above).unwrap_or_default();
        if near.is_empty() {
            return midpoint(start, end); // a piece that is 0 throughout
        }
        let excess = self.k * (above as f64 - below as f64);
        (mean(near) + excess / near.len() as f64).clamp(start, end)
    }
}
