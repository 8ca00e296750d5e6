//! Evidence from given cases.

use super::diagnosis::refine;
use super::trials::{TRIED, Trials};
use super::{EquivariantMap, laws};
use crate::action::GSet;
use crate::group::Group;
use crate::law::{Diagnosis, Evidence, Report, Tally, Violation, guarded};

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// Checks f(g·x) = g·f(x) on the given pairs (g, x).
    ///
    /// The first 64 pairs also serve to check that both actions are actions and φ is a homomorphism.
    /// The report counts the pairs, in how many g moved x and f varied, and has the mean and the
    /// largest error with the pair that has it.
    ///
    /// # Errors
    ///
    /// The [`Violation`] at the first pair that fails, walked down to a single factor of g and
    /// diagnosed. It is [vacuous](Diagnosis::Vacuous) if there is no pair, if nothing moved, or if f
    /// did not vary on two or more pairs: such a pass would show nothing.
    ///
    /// # Complexity
    ///
    /// Two evaluations of f a pair, one action on X and one on Y, and a look at g and x, which have to
    /// belong to their sets; constant memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, Equipped, sets::Reals};
    ///
    /// let line = Equipped::new(Integers, Reals::<f64>::default(), |n, x| x + *n as f64);
    /// let floor = EquivariantMap::new(Integers, line.clone(), line, |x: &f64| x.floor());
    /// let report = floor.verify((-5..5).map(|n| (n, 0.3 * n as f64)))?;
    /// assert_eq!(report.tally("equivariant").unwrap().moved, Some(9));
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn verify(
        &self,
        pairs: impl IntoIterator<Item = (G::Element, X::Element)>,
    ) -> Result<Report, Violation> {
        let mut pairs = pairs.into_iter();
        let first: Result<Vec<_>, String> = guarded(|| pairs.by_ref().take(TRIED).collect());
        let first = first.map_err(|message| self.broken_iterator(message))?;
        let mut trials = Trials::new(self);
        for (i, (g, x)) in first.iter().enumerate() {
            let [(h, _), (k, _)] = [1, 2].map(|step| &first[(i + step) % first.len()]);
            trials.premises(i as u64, [g, h, k], x)?;
        }

        let mut current = None;
        let outcome = guarded(|| {
            for (case, (g, x)) in first.iter().enumerate() {
                if let Err(violation) = trials.observe(case as u64, g, x) {
                    current = Some((g.clone(), x.clone()));
                    return Err(violation);
                }
            }
            for (case, (g, x)) in (first.len() as u64..).zip(pairs) {
                let (g, x) = current.insert((g, x));
                trials.observe(case, g, x)?;
            }
            Ok(())
        });
        let failure = match outcome {
            Ok(Ok(())) => None,
            Ok(Err(violation)) => Some(violation),
            // the panic is f's if it happens again, and otherwise that of the iterator
            Err(message) => {
                let failing = current.iter().chain(&first);
                let again = failing
                    .map(|(g, x)| (g, x, laws::equivariant(self, g, x)))
                    .find_map(|(g, x, outcome)| Some((g.clone(), x.clone(), outcome.err()?)));
                Some(match again {
                    Some((g, x, violation)) => {
                        current = Some((g, x));
                        violation
                    }
                    None => self.broken_iterator(message),
                })
            }
        };
        if let Some(violation) = failure {
            return Err(match current {
                Some((g, x)) => {
                    let (elements, points): (Vec<_>, Vec<_>) = first.into_iter().take(16).unzip();
                    refine(self, violation, g, x, &elements, &points).0
                }
                None => violation,
            });
        }
        let report = trials.report(Evidence::Verified);
        refuse_vacuous(self, report)
    }

    fn broken_iterator(&self, message: String) -> Violation {
        Violation::new(laws::name_of(self), Diagnosis::Panicked(message))
            .remark("where", "in the iterator of the cases")
    }
}

/// A pass that shows nothing is refused.
pub(crate) fn refuse_vacuous<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    report: Report,
) -> Result<Report, Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let law = laws::name_of(map);
    let reason = report
        .tally(law)
        .filter(|tally| tally.cases != 1 || tally.moved == Some(0))
        .and_then(Tally::vacuous);
    match reason {
        None => Ok(report),
        Some(reason) => Err(Violation::new(law, Diagnosis::Vacuous(reason.to_owned()))),
    }
}
