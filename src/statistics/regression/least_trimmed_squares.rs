//! Least trimmed squares.

use nalgebra::SVector;

use super::Observation;
use super::least_absolute_deviations::next_subset;
use super::least_squares::{finite, least_squares, orthogonalised};
use super::standardised::{Standardised, fitted};
use crate::set::coordinates::mixed;
use crate::statistics::claim::Regression;
use crate::statistics::{Estimator, Refusal};

/// Least trimmed squares: the coefficients β for which the sum of the h smallest squared residuals is
/// smallest. With h about n/2 nearly half of the observations may be wrong. For its scale, and a fit to all
/// that are not wrong, see [`ReweightedLeastSquares`](super::ReweightedLeastSquares).
///
/// # Conventions
///
/// h is `kept`, or ⌊(n + D + 1)/2⌋, which withstands the most outliers. The value is the least
/// squares fit to the best h observations. Where two fits are equally good up to rounding, or some h
/// observations determine no fit, the sample is refused.
///
/// All subsets of h observations are tried if they are at most 4000, which is exact. Otherwise fits
/// through D observations are improved by concentration steps: all of them if they are at most
/// `starts`, or else `starts` chosen by `seed`. The choice is by rank of the residuals of
/// least squares, so that neither units nor the order of the observations have an influence on
/// it. Then a better fit may exist that was not found.
///
/// # Errors
///
/// An observation that is not finite, h not from D + 1 to n, dependent covariates, numbers that overflow, no
/// unique best fit.
///
/// # Complexity
///
/// O(n D + h D²) a concentration step, two for each start and more for the ten best.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, regression::{LeastTrimmedSquares, Observation}};
/// // y = 1 + 2 t up to 0.1, but for two of seven
/// let sample = [(0.0, 1.1), (1.0, 2.9), (2.0, 5.0), (3.0, 7.1), (4.0, 8.9), (5.0, -70.0), (6.0, -80.0)];
/// let sample = sample.map(|(t, y)| Observation::on_line(t, y));
/// let beta = LeastTrimmedSquares::default().estimate(&sample)?;
/// assert!((beta[1] - 2.0).abs() < 0.1);
/// # Ok::<(), equivariant::statistics::Refusal>(())
/// ```
///
/// # References
///
/// P. J. Rousseeuw and K. Van Driessen, Computing LTS regression for large data sets, *Data Mining and
/// Knowledge Discovery* 12 (2006), 29–45.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeastTrimmedSquares<const D: usize> {
    /// How many residuals count; ⌊(n + D + 1)/2⌋ if it is not said.
    pub kept: Option<usize>,
    /// From how many fits through D observations the search starts.
    pub starts: usize,
    /// Which they are, where they are not all.
    pub seed: u64,
}

impl<const D: usize> Default for LeastTrimmedSquares<D> {
    fn default() -> Self {
        LeastTrimmedSquares {
            kept: None,
            starts: 3000,
            seed: 0,
        }
    }
}

impl<const D: usize> LeastTrimmedSquares<D> {
    /// The number h of residuals that count, of n.
    pub(super) fn kept_of(&self, n: usize) -> usize {
        self.kept.unwrap_or(usize::midpoint(n, D + 1)).max(D + 1)
    }
}

/// Up to how many subsets of h observations are all tried.
const SUBSETS: usize = 4000;

/// How many of the best starts are followed to their end.
const FINALISTS: usize = 10;

impl<const D: usize> Estimator for LeastTrimmedSquares<D> {
    type Claim = Regression<D>;

    fn claim(&self) -> Regression<D> {
        Regression
    }

    fn name(&self) -> String {
        "least trimmed squares".to_owned()
    }

    fn estimate(&self, sample: &[Observation<D>]) -> Result<SVector<f64, D>, Refusal> {
        let sample = &in_canonical_order(sample)?;
        let standard = Standardised::new(sample)?;
        let n = sample.len();
        let h = self.kept_of(n);
        if h > n {
            return Err(Refusal::TooFew {
                found: n,
                needed: h,
            });
        }
        if standard.is_exact() {
            return finite(standard.coefficients(&SVector::zeros()));
        }
        let fits = match subsets(n, h) {
            Some(count) if count <= SUBSETS => standard.all_fits(h)?,
            _ => standard.concentrated(h, self)?,
        };
        let best = standard.unique_best(&fits)?;
        let kept: Vec<Observation<D>> = best.subset.iter().map(|&i| sample[i]).collect();
        finite(least_squares(&kept, &orthogonalised(&kept)?))
    }
}

/// A size in steps far above rounding, so that what is equal stays equal.
fn rounded(size: f64) -> u64 {
    (size * f64::from(1_u32 << 31) * 32.0).round() as u64
}

/// The sample in an order that neither its own order nor a change of units or an added trend has an
/// influence on: by the residuals of least squares, then by leverage.
fn in_canonical_order<const D: usize>(
    sample: &[Observation<D>],
) -> Result<Vec<Observation<D>>, Refusal> {
    let standard = Standardised::new(sample)?;
    let rank = |i: &usize| {
        (
            rounded(standard.r[*i].abs()),
            rounded(standard.z[*i].norm()),
        )
    };
    let mut order: Vec<usize> = (0..sample.len()).collect();
    order.sort_by_cached_key(rank);
    Ok(order.into_iter().map(|i| sample[i]).collect())
}

/// A least squares fit to some of the observations.
#[derive(Clone)]
struct Fit<const D: usize> {
    subset: Vec<usize>,
    gamma: SVector<f64, D>,
    /// The sum of the squared residuals in the subset.
    sum: f64,
}

/// The binomial coefficient, unless it overflows.
fn subsets(n: usize, size: usize) -> Option<usize> {
    let size = size.min(n - size);
    (0..size).try_fold(1_usize, |count, i| {
        Some(count.checked_mul(n - i)? / (i + 1))
    })
}

impl<const D: usize> Standardised<D> {
    /// The least squares fit to a subset.
    fn fit(&self, subset: Vec<usize>) -> Result<Fit<D>, Refusal> {
        let rows: Vec<Observation<D>> = subset
            .iter()
            .map(|&i| Observation {
                x: self.z[i],
                y: self.r[i],
            })
            .collect();
        let degenerate = Refusal::Degenerate("the observations that are kept determine no fit");
        let factorisation = orthogonalised(&rows).map_err(|_| degenerate)?;
        let gamma = least_squares(&rows, &factorisation);
        let sum = rows.iter().map(|row| row.residual(&gamma).powi(2)).sum();
        Ok(Fit { subset, gamma, sum })
    }

    /// The fits to all subsets of h observations.
    fn all_fits(&self, h: usize) -> Result<Vec<Fit<D>>, Refusal> {
        let mut subset: Vec<usize> = (0..h).collect();
        let mut fits = vec![self.fit(subset.clone())?];
        while next_subset(&mut subset, self.r.len()) {
            fits.push(self.fit(subset.clone())?);
        }
        Ok(fits)
    }

    /// A concentration step: the fit to the h observations with the smallest residuals.
    fn concentrate(&self, h: usize, gamma: &SVector<f64, D>) -> Result<Fit<D>, Refusal> {
        let size = |i: usize| rounded(self.residual(i, gamma).abs());
        let mut order: Vec<(u64, usize)> = (0..self.r.len()).map(|i| (size(i), i)).collect();
        if h < order.len() {
            order.select_nth_unstable(h);
        }
        order.truncate(h);
        self.fit(order.into_iter().map(|(_, i)| i).collect())
    }

    /// The fits at which concentration ends, from the most promising starts.
    fn concentrated(
        &self,
        h: usize,
        settings: &LeastTrimmedSquares<D>,
    ) -> Result<Vec<Fit<D>>, Refusal> {
        let mut promising: Vec<Fit<D>> = Vec::new();
        for start in self.starts(settings) {
            let rows: Vec<SVector<f64, D>> = start.iter().map(|&i| self.z[i]).collect();
            let responses: Vec<f64> = start.iter().map(|&i| self.r[i]).collect();
            let Some(gamma) = fitted(&rows, &responses) else {
                continue;
            };
            let fit = self.concentrate(h, &gamma)?;
            promising.push(self.concentrate(h, &fit.gamma)?);
            if promising.len() >= 8 * FINALISTS {
                keep_best(&mut promising);
            }
        }
        keep_best(&mut promising);
        for fit in &mut promising {
            loop {
                let next = self.concentrate(h, &fit.gamma)?;
                if next.sum >= fit.sum {
                    break;
                }
                *fit = next;
            }
        }
        Ok(promising)
    }

    /// The D observations of each start.
    fn starts(&self, settings: &LeastTrimmedSquares<D>) -> Vec<Vec<usize>> {
        let n = self.r.len();
        let mut starts = Vec::new();
        if subsets(n, D).is_some_and(|count| count <= settings.starts) {
            let mut start: Vec<usize> = (0..D).collect();
            starts.push(start.clone());
            while next_subset(&mut start, n) {
                starts.push(start.clone());
            }
            return starts;
        }
        let mut state = mixed(settings.seed);
        for _ in 0..settings.starts {
            let mut start = Vec::with_capacity(D);
            while start.len() < D {
                state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let next = (mixed(state) % n as u64) as usize;
                if !start.contains(&next) {
                    start.push(next);
                }
            }
            starts.push(start);
        }
        starts
    }

    /// The best fit, if every other that is as good up to rounding is the same.
    fn unique_best<'a>(&self, fits: &'a [Fit<D>]) -> Result<&'a Fit<D>, Refusal> {
        let best = fits
            .iter()
            .min_by(|one, other| one.sum.total_cmp(&other.sum))
            .ok_or(Refusal::Degenerate("no D observations determine a fit"))?;
        // what rounding does to the sum, and to a residual
        let allowed = |fit: &Fit<D>| -> f64 {
            let of = |&i: &usize| {
                let rounding = self.rounding(i, &fit.gamma);
                (2.0 * self.residual(i, &fit.gamma).abs() + rounding) * rounding
            };
            fit.subset.iter().map(of).sum()
        };
        let is_other = |fit: &&Fit<D>| {
            fit.sum - best.sum <= allowed(fit) + allowed(best)
                && fit.subset.iter().any(|&i| {
                    let apart = self.residual(i, &fit.gamma) - self.residual(i, &best.gamma);
                    apart.abs()
                        > 16.0 * (self.rounding(i, &fit.gamma) + self.rounding(i, &best.gamma))
                })
        };
        match fits.iter().find(is_other) {
            None => Ok(best),
            Some(_) => Err(Refusal::Degenerate(
                "two fits leave equally small residuals",
            )),
        }
    }
}

/// The best fits, each once.
fn keep_best<const D: usize>(fits: &mut Vec<Fit<D>>) {
    fits.sort_by(|one, other| one.sum.total_cmp(&other.sum));
    fits.dedup_by(|one, other| one.gamma == other.gamma);
    fits.truncate(FINALISTS);
}
