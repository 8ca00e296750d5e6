//! Risk by simulation.

use std::fmt::{self, Debug, Display};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

#[cfg(feature = "rayon")]
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{Comparison, Loss, Model, Risk, random_of_case};

/// The simulation of risks: how many cases, from which seed, which part of them.
///
/// # Laws
///
/// ```text
/// shards     risk of the cases A ∪ B  =  risk of A, merged with that of B
/// threads    risk with the feature `rayon`  =  risk without
/// ```
///
/// to the last bit: the random numbers of a case depend on the seed and the number of the case alone, and
/// losses are added without rounding.
///
/// # Conventions
///
/// An estimator that refuses a case has no loss there, so it has no risk: the first refusal is the error.
/// [`counting_refusals`](Simulation::counting_refusals) counts them instead, and then the risk is that given an
/// answer. Where no case has a loss, because all are refused or there are none, that is the error; a
/// [shard](Simulation::shard) may be without losses, to be merged with others.
///
/// With the same seed two estimators, or two parameters, are tried on the same random numbers. If model and
/// loss are invariant and the estimator is equivariant, then the losses at g·θ are those at θ, case by case.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
/// use equivariant::statistics::{Estimator, location::Mean};
///
/// let family = Errors::Normal.location(10);
/// let risk_at = |theta| {
///     Simulation::new(1000).seed(7).risk(|x| Mean.estimate(x), &family, &LocationLoss::Squared, &theta)
/// };
/// let (here, far) = (risk_at(0.0)?, risk_at(64.0)?);
/// assert!((here.mean() - 0.1).abs() < 5.0 * here.standard_error());
/// assert!((far.mean() - here.mean()).abs() < 1e-12);
///
/// // two machines, one after the other or not
/// let shard = |cases| {
///     let simulation = Simulation::new(1000).seed(7).shard(cases);
///     simulation.risk(|x| Mean.estimate(x), &family, &LocationLoss::Squared, &0.0)
/// };
/// assert_eq!(shard(300..1000)?.merge(shard(0..300)?), here);
/// # Ok::<(), equivariant::statistics::decision::NoRisk>(())
/// ```
#[derive(Clone)]
pub struct Simulation<'a> {
    cases: u64,
    seed: u64,
    range: Option<Range<u64>>,
    counts_refusals: bool,
    progress: Option<&'a (dyn Fn(u64) + Sync)>,
}

/// Why a simulation has no risk to report: the first case that has no loss, or that none has.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{Errors, NoRisk, Simulation};
/// use std::convert::Infallible;
/// let advantage = |d: &f64, theta: &f64| theta - d;
/// let refused = Simulation::new(100).risk(|_| Ok::<_, Infallible>(2.0), &Errors::Normal.location(1), &advantage, &0.0);
/// assert_eq!(refused, Err(NoRisk::NotALoss { case: 0, loss: -2.0 }));
///
/// let nothing = Simulation::new(0).risk(|_| Ok::<_, Infallible>(2.0), &Errors::Normal.location(1), &advantage, &0.0);
/// assert_eq!(nothing, Err(NoRisk::NoLoss { cases: 0 }));
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NoRisk {
    /// The estimator refuses the sample.
    #[error("the estimator refuses case {case}: {reason}")]
    Refused {
        /// The number of the case.
        case: u64,
        /// Why it does, in its own words.
        reason: String,
    },
    /// The loss is negative or not a number.
    #[error("the loss of case {case} is {loss}, and has to be from 0 to infinity")]
    NotALoss {
        /// The number of the case.
        case: u64,
        /// The value of the loss.
        loss: f64,
    },
    /// There is no case, or the estimator refuses all of them: nothing to take a mean of.
    #[error("none of the {cases} cases has a loss")]
    NoLoss {
        /// How many cases there are.
        cases: u64,
    },
}

impl NoRisk {
    /// The number of the case that fails, if it is one.
    fn case(&self) -> Option<u64> {
        match self {
            NoRisk::Refused { case, .. } | NoRisk::NotALoss { case, .. } => Some(*case),
            NoRisk::NoLoss { .. } => None,
        }
    }
}

impl<'a> Simulation<'a> {
    /// A simulation of this many cases, from the seed 0.
    #[must_use]
    pub fn new(cases: u64) -> Self {
        Simulation {
            cases,
            seed: 0,
            range: None,
            counts_refusals: false,
            progress: None,
        }
    }

    /// The same simulation from this seed.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::Simulation;
    /// println!("{:?}", Simulation::new(1000).seed(7));
    /// ```
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Only the cases with these numbers, of those from 0 to the number of cases. There may be none: then
    /// the risk is the [default](Risk::default), the identity of [`merge`](Risk::merge).
    ///
    /// # Examples
    ///
    /// See [`Simulation`].
    #[must_use]
    pub fn shard(mut self, cases: Range<u64>) -> Self {
        self.range = Some(cases);
        self
    }

    /// The same simulation, which counts refusals rather than ending at the first.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::{Errors, LocationLoss, NoRisk, Simulation};
    /// let family = Errors::Normal.location(1);
    /// let timid = |x: &Vec<f64>| if x[0] > 0.0 { Ok(x[0]) } else { Err("negative") };
    /// let simulation = Simulation::new(1000);
    /// let refused = simulation.risk(timid, &family, &LocationLoss::Squared, &0.0);
    /// assert!(matches!(refused, Err(NoRisk::Refused { .. })));
    ///
    /// let risk = simulation.counting_refusals().risk(timid, &family, &LocationLoss::Squared, &0.0)?;
    /// assert!(risk.cases() == 1000 && risk.refusals() > 400);
    /// # Ok::<(), NoRisk>(())
    /// ```
    #[must_use]
    pub fn counting_refusals(mut self) -> Self {
        self.counts_refusals = true;
        self
    }

    /// The same simulation, which now and then says how many of its cases are done.
    ///
    /// # Conventions
    ///
    /// It is called after every block of up to 1024 cases, from the thread that has finished it; threads may
    /// overtake each other between counting and calling.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
    /// use equivariant::statistics::{Estimator, location::Mean};
    /// use std::sync::atomic::{AtomicU64, Ordering};
    /// let done = AtomicU64::new(0);
    /// let progress = |cases| { done.fetch_max(cases, Ordering::Relaxed); };
    /// let simulation = Simulation::new(5000).progress(&progress);
    /// simulation.risk(|x| Mean.estimate(x), &Errors::Normal.location(2), &LocationLoss::Squared, &0.0)?;
    /// assert_eq!(done.into_inner(), 5000);
    /// # Ok::<(), equivariant::statistics::decision::NoRisk>(())
    /// ```
    #[must_use]
    pub fn progress(mut self, progress: &'a (dyn Fn(u64) + Sync)) -> Self {
        self.progress = Some(progress);
        self
    }

    /// The risk of an estimator at θ: the mean of L(δ(x), θ) over samples x that the model draws there.
    ///
    /// # Errors
    ///
    /// [`NoRisk`], of the first case that is refused or has no loss; or, except for a shard, that no case
    /// has a loss.
    ///
    /// # Complexity
    ///
    /// One draw, one estimate and one loss a case, on all threads with the feature `rayon`. The memory is
    /// that of one sample for each thread.
    ///
    /// # Examples
    ///
    /// See [`Simulation`].
    pub fn risk<D, E, P, M, L>(
        &self,
        estimator: impl Fn(&M::Sample) -> Result<D, E> + Sync,
        model: &M,
        loss: &L,
        theta: &P,
    ) -> Result<Risk, NoRisk>
    where
        E: Display,
        P: Sync,
        M: Model<P> + Sync,
        L: Loss<D, P> + Sync,
    {
        let try_case = |case, risk: &mut Risk| {
            let sample = model.draw(theta, &mut random_of_case(self.seed, case));
            match self.loss_of(case, estimator(&sample), loss, theta)? {
                Some(loss) => risk.count(loss),
                None => risk.count_refusal(),
            }
            Ok(())
        };
        let risk = self.run(try_case, Risk::merge)?;
        self.has_losses(&risk)?;
        Ok(risk)
    }

    /// The risks of two estimators on the same samples, and their difference, whose standard error is far
    /// smaller than that of two risks apart.
    ///
    /// Where refusals are counted, a case that one of the two refuses counts as refused for both.
    ///
    /// # Errors
    ///
    /// [`NoRisk`], of the first case that is refused or has no loss; or, except for a shard, that no case
    /// has a loss.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
    /// use equivariant::statistics::{Estimator, location::{Mean, Median}};
    /// let comparison = Simulation::new(10_000).compare(
    ///     |x| Median.estimate(x), |x| Mean.estimate(x),
    ///     &Errors::Laplace.location(11), &LocationLoss::Squared, &0.0,
    /// )?;
    /// // the median is better here
    /// assert!(comparison.difference() < -5.0 * comparison.standard_error());
    /// # Ok::<(), equivariant::statistics::decision::NoRisk>(())
    /// ```
    pub fn compare<D, E, O, P, M, L>(
        &self,
        first: impl Fn(&M::Sample) -> Result<D, E> + Sync,
        second: impl Fn(&M::Sample) -> Result<D, O> + Sync,
        model: &M,
        loss: &L,
        theta: &P,
    ) -> Result<Comparison, NoRisk>
    where
        E: Display,
        O: Display,
        P: Sync,
        M: Model<P> + Sync,
        L: Loss<D, P> + Sync,
    {
        let try_case = |case, comparison: &mut Comparison| {
            let sample = model.draw(theta, &mut random_of_case(self.seed, case));
            let one = self.loss_of(case, first(&sample), loss, theta)?;
            let other = self.loss_of(case, second(&sample), loss, theta)?;
            match one.zip(other) {
                Some((one, other)) => comparison.count(one, other),
                None => comparison.count_refusal(),
            }
            Ok(())
        };
        let comparison = self.run(try_case, Comparison::merge)?;
        self.has_losses(comparison.first())?;
        Ok(comparison)
    }

    /// The loss of a decision; `None` for a refusal that is to be counted.
    fn loss_of<D, E: Display, P, L: Loss<D, P>>(
        &self,
        case: u64,
        decision: Result<D, E>,
        loss: &L,
        theta: &P,
    ) -> Result<Option<f64>, NoRisk> {
        match decision {
            Ok(d) => {
                let loss = loss.loss(&d, theta);
                let is_loss = loss >= 0.0; // not for NaN
                is_loss
                    .then_some(Some(loss))
                    .ok_or(NoRisk::NotALoss { case, loss })
            }
            Err(_) if self.counts_refusals => Ok(None),
            Err(refusal) => Err(NoRisk::Refused {
                case,
                reason: refusal.to_string(),
            }),
        }
    }

    /// All cases, in blocks, whose records are merged; or the first failure.
    fn run<A: Default + Send>(
        &self,
        try_case: impl Fn(u64, &mut A) -> Result<(), NoRisk> + Sync,
        merge: impl Fn(A, A) -> A + Sync,
    ) -> Result<A, NoRisk> {
        let range = self.range();
        let size = ((range.end - range.start) / 256).clamp(16, 1024);
        let blocks = (range.end - range.start).div_ceil(size);
        let done = AtomicU64::new(0);
        let first_failure = AtomicU64::new(u64::MAX);

        let try_block = |block: u64| {
            let start = range.start + block * size;
            let end = range.end.min(start.saturating_add(size));
            let mut record = A::default();
            if start > first_failure.load(Ordering::Relaxed) {
                return Ok(record); // whatever it is, the failure comes before
            }
            for case in start..end {
                if let Err(failure) = try_case(case, &mut record) {
                    first_failure.fetch_min(case, Ordering::Relaxed);
                    return Err(failure);
                }
            }
            if let Some(progress) = self.progress {
                progress(done.fetch_add(end - start, Ordering::Relaxed) + end - start);
            }
            Ok(record)
        };
        let join = |one: Result<A, NoRisk>, other: Result<A, NoRisk>| match (one, other) {
            (Ok(one), Ok(other)) => Ok(merge(one, other)),
            (Err(one), Err(other)) if other.case() < one.case() => Err(other),
            (Err(failure), _) | (_, Err(failure)) => Err(failure),
        };
        #[cfg(feature = "rayon")]
        return (0..blocks)
            .into_par_iter()
            .map(try_block)
            .reduce(|| Ok(A::default()), join);
        #[cfg(not(feature = "rayon"))]
        return (0..blocks).map(try_block).fold(Ok(A::default()), join);
    }

    /// That there is a loss, unless these cases are to be merged with others.
    fn has_losses(&self, risk: &Risk) -> Result<(), NoRisk> {
        if risk.losses() == 0 && self.range.is_none() {
            return Err(NoRisk::NoLoss {
                cases: risk.cases(),
            });
        }
        Ok(())
    }

    fn range(&self) -> Range<u64> {
        match &self.range {
            None => 0..self.cases,
            Some(range) => {
                let start = range.start.min(self.cases);
                start..range.end.clamp(start, self.cases)
            }
        }
    }
}

impl Debug for Simulation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Simulation")
            .field("cases", &self.range())
            .field("seed", &self.seed)
            .field("counts_refusals", &self.counts_refusals)
            .finish_non_exhaustive()
    }
}
