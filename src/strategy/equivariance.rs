//! The random check of equivariant maps.

use proptest::strategy::ValueTree;

use super::Sampled;
use super::check::{Check, alike, shrink};
use super::suites::with_identity;
use crate::action::GSet;
use crate::group::Group;
use crate::law::{Diagnosis, Evidence, Report, Violation, guarded};
use crate::map::{EquivariantMap, TRIED, Trials, diagnose, laws, refuse_vacuous, telescope};

/// How many corners of each set are combined in the search for a counterexample.
const CORNERS: usize = 48;

impl Check {
    /// Checks that a map is equivariant.
    ///
    /// The first 64 cases also serve to check that both actions are actions and φ is a homomorphism.
    ///
    /// # Errors
    ///
    /// The [`Violation`]: of a law of the actions, or of the map. It is walked down to one factor of
    /// g, made simpler, g first, diagnosed, and carries the seed. It is
    /// [vacuous](Diagnosis::Vacuous) if no g moved its x, or if f was the same everywhere.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, EquivariantMap, groups::SpecialOrthogonal, sets::Vectors};
    ///
    /// let so3 = SpecialOrthogonal::<3>::default();
    /// let space = Vectors::<3>::default();
    /// let double = EquivariantMap::new(so3, space, space, |v| 2.0 * v);
    /// Check::default().equivariant(&double)?;
    ///
    /// let stretch = EquivariantMap::new(so3, space, space, |v| v.component_mul(v));
    /// let violation = Check::default().equivariant(&stretch).unwrap_err();
    /// assert!(violation.to_string().contains("rotation by 90°"));
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn equivariant<G, X, Y, F>(
        &self,
        map: &EquivariantMap<G, X, Y, F>,
    ) -> Result<Report, Violation>
    where
        G: Group + Sampled,
        X: GSet<G> + Sampled,
        Y: GSet<G>,
        F: Fn(&X::Element) -> Y::Element,
    {
        let (group, domain) = (map.group(), map.domain());
        let strategy = (group.strategy(), domain.strategy());
        let law = "equivariant";
        let draw = |number| {
            let mut runner = self.runner(number);
            let tree = self.draw(law, &strategy, &mut runner)?;
            Ok::<_, Violation>((tree, runner))
        };
        let others = |runner: &mut _| {
            let mut other = || Ok(self.draw(law, &strategy.0, runner)?.current());
            Ok::<[G::Element; 2], Violation>([other()?, other()?])
        };

        let mut trials = Trials::new(map);
        let (_, reference) = draw(0)?.0.current();
        if let Ok(value) = guarded(|| map.apply(&reference)) {
            trials = trials.compared_with(value);
        }

        let range = self.range();
        let elements = with_identity(group);
        let points = domain.corners();
        let simplest_premise = |found: Violation| {
            let simplest = self.broken_premise(map, &elements, &points);
            simplest.unwrap_or_else(|| found.seeded(self.seed))
        };
        if self.has_corners() {
            // every corner in the company of random elements
            let mut number = u64::MAX;
            let count = elements.len().max(points.len());
            for i in 0..count {
                let g = elements.get(i);
                let x = points.get(i);
                for fixed in [(g, None), (None, x)] {
                    number -= 1;
                    let (mut tree, mut runner) = draw(number)?;
                    let (drawn_g, drawn_x) = tree.current();
                    let [h, k] = others(&mut runner)?;
                    let g = fixed.0.cloned().unwrap_or(drawn_g);
                    let x = fixed.1.cloned().unwrap_or(drawn_x);
                    trials
                        .premises(number, [&g, &h, &k], &x)
                        .map_err(simplest_premise)?;
                    if let Err(violation) = observe(map, &mut trials, number, &g, &x) {
                        let case = self.by_tree(map, violation, &mut tree, fixed, (g, x));
                        return Err(self.explain(map, case, &elements, &points));
                    }
                }
            }
            for (number, (g, x)) in corner_pairs(&elements, &points).enumerate() {
                if let Err(violation) =
                    observe(map, &mut trials, u64::MAX / 2 + number as u64, g, x)
                {
                    let case = (violation, g.clone(), x.clone());
                    return Err(self.explain(map, case, &elements, &points));
                }
            }
        }
        for case in range.clone() {
            let (mut tree, mut runner) = draw(case)?;
            let (g, x) = tree.current();
            if case < TRIED as u64 {
                let [h, k] = others(&mut runner)?;
                trials
                    .premises(case, [&g, &h, &k], &x)
                    .map_err(simplest_premise)?;
            }
            if let Err(violation) = observe(map, &mut trials, case, &g, &x) {
                let case = self.by_tree(map, violation, &mut tree, (None, None), (g, x));
                return Err(self.explain(map, case, &elements, &points));
            }
        }
        trials.count_independent(range.end - range.start, self.seed);
        let drawn = format!("g {}; x {}", group.drawn(), domain.drawn());
        let report = trials.report(Evidence::Random(drawn));
        if self.is_shard() {
            Ok(report)
        } else {
            refuse_vacuous(map, report).map_err(|violation| violation.seeded(self.seed))
        }
    }

    /// The violation of a premise at the simplest corners, if there is one.
    fn broken_premise<G, X, Y, F>(
        &self,
        map: &EquivariantMap<G, X, Y, F>,
        elements: &[G::Element],
        points: &[X::Element],
    ) -> Option<Violation>
    where
        G: Group,
        X: GSet<G>,
        Y: GSet<G>,
        F: Fn(&X::Element) -> Y::Element,
    {
        let elements = &elements[..elements.len().min(12)];
        let points = &points[..points.len().min(12)];
        let third = if map.group().lawful_by_construction() {
            &elements[..1] // not needed
        } else {
            elements
        };
        let pairs = elements
            .iter()
            .flat_map(|g| elements.iter().map(move |h| (g, h)));
        pairs
            .flat_map(|(g, h)| third.iter().map(move |k| [g, h, k]))
            .flat_map(|elements| points.iter().map(move |x| (elements, x)))
            .find_map(|(elements, x)| Trials::new(map).premises(0, elements, x).err())
            .map(|violation| violation.seeded(self.seed))
    }

    /// The violation that the value tree of a failing case shrinks to, with the corner that was in place
    /// of what was drawn.
    fn by_tree<G, X, Y, F, Tree>(
        &self,
        map: &EquivariantMap<G, X, Y, F>,
        found: Violation,
        tree: &mut Tree,
        fixed: (Option<&G::Element>, Option<&X::Element>),
        (g, x): (G::Element, X::Element),
    ) -> (Violation, G::Element, X::Element)
    where
        G: Group,
        X: GSet<G>,
        Y: GSet<G>,
        F: Fn(&X::Element) -> Y::Element,
        Tree: ValueTree<Value = (G::Element, X::Element)>,
    {
        let mut simplest = (found.clone(), g, x);
        shrink(tree, self.reductions(), |(g, x)| {
            let (g, x) = (fixed.0.unwrap_or(g), fixed.1.unwrap_or(x));
            match violated(map, &found, g, x) {
                None => false,
                Some(violation) => {
                    simplest = (violation, g.clone(), x.clone());
                    true
                }
            }
        });
        simplest
    }

    /// The simplest violation that can be found from a failing case, diagnosed.
    fn explain<G, X, Y, F>(
        &self,
        map: &EquivariantMap<G, X, Y, F>,
        (found, g, x): (Violation, G::Element, X::Element),
        elements: &[G::Element],
        points: &[X::Element],
    ) -> Violation
    where
        G: Group + Sampled,
        X: GSet<G> + Sampled,
        Y: GSet<G>,
        F: Fn(&X::Element) -> Y::Element,
    {
        if let Some(cause) = self.broken_premise(map, elements, points) {
            return cause;
        }
        // the simplest corners that fail in the same way, or else the case at hand
        let simple = elements.iter().take(CORNERS).find_map(|g| {
            points
                .iter()
                .take(CORNERS)
                .find_map(|x| Some((violated(map, &found, g, x)?, g.clone(), x.clone())))
        });
        let (mut violation, mut g, mut x) = simple.unwrap_or((found.clone(), g, x));
        (violation, g, x) = telescope(map, violation, g, x);
        let mut steps = self.reductions();
        loop {
            let simpler_g = map.group().simpler(&g).into_iter().map(|g| (g, x.clone()));
            let simpler_x = map.domain().simpler(&x).into_iter().map(|x| (g.clone(), x));
            let next = simpler_g.chain(simpler_x).take(steps).find_map(|(g, x)| {
                steps = steps.saturating_sub(1);
                Some((violated(map, &found, &g, &x)?, g, x))
            });
            match next {
                Some((simpler, simpler_g, simpler_x)) if steps > 0 => {
                    (violation, g, x) = (simpler, simpler_g, simpler_x);
                }
                _ => break,
            }
        }
        let elements = &elements[..elements.len().min(12)];
        let points = &points[..points.len().min(12)];
        diagnose(map, violation, &g, &x, elements, points).seeded(self.seed)
    }
}

/// The simplest corners beside each other, then every element beside the simplest points but the
/// first, which is often a fixed point.
fn corner_pairs<'a, G, X>(
    elements: &'a [G],
    points: &'a [X],
) -> impl Iterator<Item = (&'a G, &'a X)> {
    const SIMPLEST: usize = 8;
    let simplest = elements.iter().take(SIMPLEST);
    let simplest = simplest.flat_map(move |g| points.iter().take(SIMPLEST).map(move |x| (g, x)));
    let others = elements.iter().skip(SIMPLEST);
    let others = others.flat_map(move |g| points.iter().skip(1).take(3).map(move |x| (g, x)));
    simplest.chain(others)
}

/// Tries a case; a panic is explained by the law.
fn observe<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    trials: &mut Trials<'_, G, X, Y, F>,
    case: u64,
    g: &G::Element,
    x: &X::Element,
) -> Result<(), Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    guarded(|| trials.observe(case, g, x)).unwrap_or_else(|message| {
        laws::equivariant(map, g, x)?;
        Err(
            Violation::new(laws::name_of(map), Diagnosis::Panicked(message))
                .element("g", map.group().describe(g))
                .element("x", map.domain().describe(x)),
        )
    })
}

/// The violation at g and x, if there is one of the same kind.
fn violated<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    found: &Violation,
    g: &G::Element,
    x: &X::Element,
) -> Option<Violation>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    laws::equivariant(map, g, x)
        .err()
        .filter(|violation| alike(violation, found))
}
