//! The random check of laws: settings, and how cases are drawn, tried and reduced.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRng, TestRunner};

use crate::law::{Claim, Diagnosis, Evidence, Report, Tally, Violation};
use crate::set::mixed;

/// The random check: laws on cases drawn at random, with counterexamples made simpler.
///
/// One line checks everything that is claimed of a structure or a map:
///
/// | method | laws |
/// |---|---|
/// | [`set`](Check::set) | the distance is a metric |
/// | [`group`](Check::group), [`abelian`](Check::abelian) | the group laws |
/// | [`lie_group`](Check::lie_group) | exponential, logarithm, adjoint, bracket |
/// | [`homomorphism`](Check::homomorphism) | φ(g·h) = φ(g)·φ(h) |
/// | [`action`](Check::action), [`continuous_action`](Check::continuous_action) | the laws of an action |
/// | [`equivariant`](Check::equivariant) | f(g·x) = g·f(x), after the laws of both actions |
///
/// # Conventions
///
/// Besides the cases drawn at random, the [`corners`](super::Sampled::corners) of every set are
/// always tried: the identity, elements very near it, elements far away. The random cases are
/// independent, so a pass bounds the [rate of violations](Tally::rate_bound); the corners do not
/// count for that.
///
/// Every case has a random number generator of its own, made of the seed and the number of the case:
/// a run can be cut into [shards](Check::shard) whose reports merge to exactly the report of the
/// whole.
///
/// The settings of proptest are honoured: `PROPTEST_CASES`, `PROPTEST_RNG_SEED`,
/// `PROPTEST_MAX_SHRINK_ITERS`, `PROPTEST_MAX_LOCAL_REJECTS`. Without a seed one is chosen at random,
/// and a violation says which.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, groups::SpecialOrthogonal};
/// println!("{}", Check::default().cases(100).group(&SpecialOrthogonal::<3>::default())?);
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Debug)]
pub struct Check {
    config: Config,
    pub(super) seed: u64,
    cases: u64,
    range: Option<Range<u64>>,
}

impl Default for Check {
    fn default() -> Self {
        let config = Config {
            failure_persistence: None,
            ..Config::default()
        };
        let seed = match config.rng_seed {
            RngSeed::Fixed(seed) => seed,
            RngSeed::Random => RandomState::new().build_hasher().finish(),
        };
        Check {
            seed,
            cases: u64::from(config.cases),
            range: None,
            config,
        }
    }
}

/// A law on drawn elements: its name and its error, or the violation.
pub(super) type Law<'a, T> = (&'static str, Box<dyn Fn(&T) -> Result<f64, Violation> + 'a>);

impl Check {
    /// The same check with this many random cases.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Cyclic};
    /// let report = Check::default().cases(50).group(&Cyclic::new(6)?)?;
    /// assert_eq!(report.tally("associative").unwrap().independent, 50);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cases(mut self, cases: u64) -> Self {
        self.cases = cases;
        self
    }

    /// The same check with this seed.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Cyclic};
    /// let once = Check::default().seed(5).group(&Cyclic::new(6)?)?;
    /// let again = Check::default().seed(5).group(&Cyclic::new(6)?)?;
    /// assert_eq!(once, again);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Only the cases with these numbers, of those from 0 to the number of cases.
    ///
    /// The corners belong to the shard that contains case 0. A shard is not refused for being
    /// vacuous: ask the merged report.
    ///
    /// ```
    /// use equivariant::{Check, groups::Cyclic};
    /// let c6 = Cyclic::new(6)?;
    /// let check = Check::default().cases(100).seed(1);
    /// let whole = check.group(&c6)?;
    /// let shards = [0..30, 30..100].map(|range| check.clone().shard(range).group(&c6));
    /// let [first, second] = shards;
    /// assert_eq!(second?.merge(first?), whole);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shard(mut self, cases: Range<u64>) -> Self {
        self.range = Some(cases);
        self
    }

    pub(super) fn range(&self) -> Range<u64> {
        let all = 0..self.cases;
        match &self.range {
            None => all,
            Some(range) => {
                let start = range.start.min(all.end);
                start..range.end.clamp(start, all.end)
            }
        }
    }

    /// Whether the corners are tried here: not in a shard without case 0.
    pub(super) fn has_corners(&self) -> bool {
        !self.is_shard() || self.range().contains(&0)
    }

    pub(super) fn is_shard(&self) -> bool {
        self.range.is_some()
    }

    /// Up to how many candidates are tried to make a counterexample simpler.
    pub(super) fn reductions(&self) -> usize {
        match self.config.max_shrink_iters {
            u32::MAX => 4096,
            iterations => iterations as usize,
        }
    }

    /// The source of randomness of one case.
    pub(super) fn runner(&self, case: u64) -> TestRunner {
        let mut bytes = [0; 16];
        let first = mix(self.seed, case);
        bytes[..8].copy_from_slice(&first.to_le_bytes());
        bytes[8..].copy_from_slice(&mix(first, case).to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::XorShift, &bytes);
        TestRunner::new_with_rng(self.config.clone(), random)
    }

    /// The tree of a case.
    pub(super) fn draw<S: Strategy>(
        &self,
        law: &'static str,
        strategy: &S,
        runner: &mut TestRunner,
    ) -> Result<S::Tree, Violation> {
        strategy.new_tree(runner).map_err(|reason| {
            Violation::new(law, Diagnosis::PreconditionNeverMet)
                .remark("reason", reason.message().to_owned())
                .seeded(self.seed)
        })
    }

    /// Checks laws on tuples of N elements of one set.
    ///
    /// Every corner is tried in every place among random elements, and beside other corners. If a law
    /// fails because one listed before it does, then that one is reported: a product that is not
    /// closed is not associative either.
    pub(super) fn run<S, const N: usize>(
        &self,
        drawn: String,
        strategy: &S,
        corners: &[S::Value],
        laws: &[Law<'_, [S::Value; N]>],
    ) -> Result<Report, Violation>
    where
        S: Strategy + Clone,
        S::Value: Clone,
    {
        self.run_once(drawn.clone(), strategy, corners, laws)
            .map_err(|violation| {
                let place = laws.iter().position(|law| law.0 == violation.law());
                let earlier = &laws[..place.unwrap_or(0)];
                let cause = self.run_once(drawn, strategy, corners, earlier).err();
                cause.unwrap_or(violation)
            })
    }

    fn run_once<S, const N: usize>(
        &self,
        drawn: String,
        strategy: &S,
        corners: &[S::Value],
        laws: &[Law<'_, [S::Value; N]>],
    ) -> Result<Report, Violation>
    where
        S: Strategy + Clone,
        S::Value: Clone,
    {
        let tuple: [S; N] = std::array::from_fn(|_| strategy.clone());
        let mut tallies: Vec<Tally> = laws.iter().map(|_| Tally::default()).collect();
        let range = self.range();
        if self.has_corners() {
            let mut number = u64::MAX;
            for (i, corner) in corners.iter().enumerate() {
                let beside =
                    std::array::from_fn(|place| corners[(i + place) % corners.len()].clone());
                number -= 1;
                for (law, tally) in laws.iter().zip(&mut tallies) {
                    let error = law.1(&beside);
                    let error = error.map_err(|found| {
                        let reduced = self.among_corners(&found, corners, law);
                        reduced.unwrap_or(found).seeded(self.seed)
                    })?;
                    tally.count(number, error);
                }
                for place in 0..N {
                    number -= 1;
                    let fixed = Some((place, corner));
                    self.try_laws(number, fixed, &tuple, corners, laws, &mut tallies)?;
                }
            }
        }
        for case in range.clone() {
            self.try_laws(case, None, &tuple, corners, laws, &mut tallies)?;
        }
        let mut report = Report::default();
        for ((law, _), mut tally) in laws.iter().zip(tallies) {
            tally.independent = range.end - range.start;
            tally.seeds.insert(self.seed);
            let claim = Claim {
                law: (*law).to_owned(),
                evidence: Evidence::Random(drawn.clone()),
            };
            report.add(claim, tally);
        }
        Ok(report)
    }

    /// Tries the laws on the elements of a case, one of which may be fixed.
    fn try_laws<S, const N: usize>(
        &self,
        case: u64,
        fixed: Option<(usize, &S::Value)>,
        tuple: &[S; N],
        corners: &[S::Value],
        laws: &[Law<'_, [S::Value; N]>],
        tallies: &mut [Tally],
    ) -> Result<(), Violation>
    where
        S: Strategy,
        S::Value: Clone,
    {
        let name = laws.first().map_or("", |law| law.0);
        let mut tree = self.draw(name, tuple, &mut self.runner(case))?;
        let with_fixed = |mut elements: [S::Value; N]| {
            if let Some((place, element)) = fixed {
                elements[place] = element.clone();
            }
            elements
        };
        let elements = with_fixed(tree.current());
        for (law, tally) in laws.iter().zip(tallies) {
            match law.1(&elements) {
                Ok(error) => tally.count(case, error),
                Err(found) => {
                    let reduced = self.among_corners(&found, corners, law);
                    let violation = reduced.unwrap_or_else(|| {
                        let mut simplest = found;
                        shrink(&mut tree, self.reductions(), |elements| {
                            let violation = law.1(&with_fixed(elements.clone())).err();
                            match violation.filter(|violation| alike(violation, &simplest)) {
                                None => false,
                                Some(violation) => {
                                    simplest = violation;
                                    true
                                }
                            }
                        });
                        simplest
                    });
                    return Err(violation.seeded(self.seed));
                }
            }
        }
        Ok(())
    }

    /// The first tuple of corners that violates the law in the same way.
    fn among_corners<T: Clone, const N: usize>(
        &self,
        found: &Violation,
        corners: &[T],
        law: &Law<'_, [T; N]>,
    ) -> Option<Violation> {
        let count = corners.len();
        let total = count.checked_pow(N as u32)?.min(self.reductions());
        (0..total).find_map(|number| {
            let mut rest = number;
            let mut elements: [T; N] = std::array::from_fn(|_| {
                let corner = corners[rest % count].clone();
                rest /= count;
                corner
            });
            elements.reverse();
            law.1(&elements)
                .err()
                .filter(|violation| alike(violation, found))
        })
    }
}

/// Whether two violations are of one kind, so that a reduction does not slip to another fault.
pub(super) fn alike(one: &Violation, other: &Violation) -> bool {
    one.law() == other.law()
        && std::mem::discriminant(one.diagnosis()) == std::mem::discriminant(other.diagnosis())
}

/// Walks a value tree down while `fails` says that the value still fails.
pub(super) fn shrink<Tree: ValueTree>(
    tree: &mut Tree,
    steps: usize,
    mut fails: impl FnMut(&Tree::Value) -> bool,
) {
    let mut moved = tree.simplify();
    for _ in 0..steps {
        if !moved {
            break;
        }
        moved = if fails(&tree.current()) {
            tree.simplify()
        } else {
            tree.complicate()
        };
    }
}

/// A number made of a seed and the number of a case: two steps of SplitMix64.
fn mix(seed: u64, case: u64) -> u64 {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    let once = mixed((seed ^ case.wrapping_mul(STEP)).wrapping_add(STEP));
    mixed(once.wrapping_add(STEP))
}
