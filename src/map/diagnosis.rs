//! From a failing case to a cause: one factor of g, and the law that holds instead.

use super::symmetry::{Symmetry, symmetric_subgroup};
use super::{EquivariantMap, laws};
use crate::action::GSet;
use crate::group::{Group, subgroup_where};
use crate::homomorphism::extension;
use crate::law::{Diagnosis, Violation, guarded};

/// Up to how many evaluations of f a diagnosis may take.
const BUDGET: usize = 20_000;

/// The failing case walked down to a single factor of g, and diagnosed by what holds at the given
/// elements and points.
///
/// # References
///
/// If f(g·x) ≠ g·f(x) with g = s₁⋯sₖ, then with xₖ = x and xᵢ₋₁ = sᵢ·xᵢ some step has
/// f(sᵢ·xᵢ) ≠ sᵢ·f(xᵢ): otherwise the steps would compose to equality.
pub(crate) fn refine<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    violation: Violation,
    g: G::Element,
    x: X::Element,
    elements: &[G::Element],
    points: &[X::Element],
) -> (Violation, G::Element, X::Element)
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let (violation, g, x) = telescope(map, violation, g, x);
    (diagnose(map, violation, &g, &x, elements, points), g, x)
}

/// A failing case with a single factor of g, if one of its factors fails alone; with a factor of that
/// one, if one fails, and so on.
///
/// If g₁ ⋯ gₖ fails at x then some gᵢ fails at gᵢ₊₁ ⋯ gₖ · x.
pub(crate) fn telescope<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    violation: Violation,
    g: G::Element,
    x: X::Element,
) -> (Violation, G::Element, X::Element)
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// How often factors have factors in turn: halving an integer of 64 bits ends sooner.
    const DEPTH: usize = 64;
    let mut case = (violation, g, x);
    for _ in 0..DEPTH {
        match failing_factor(map, &case.1, &case.2) {
            Some(simpler) => case = simpler,
            None => break,
        }
    }
    case
}

/// The last of several factors of g that fails alone, at the point to which those after it lead.
fn failing_factor<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    g: &G::Element,
    x: &X::Element,
) -> Option<(Violation, G::Element, X::Element)>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let factors = map.group().factors(g);
    if factors.len() < 2 {
        return None;
    }
    let mut at = x.clone();
    for factor in factors.into_iter().rev() {
        if let Err(simpler) = laws::equivariant(map, &factor, &at) {
            return Some((simpler, factor, at));
        }
        at = guarded(|| map.domain().act(&factor, &at)).ok()?;
    }
    None
}

/// The violation with the law that holds instead, as far as the given cases show one.
pub(crate) fn diagnose<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    mut violation: Violation,
    g: &G::Element,
    x: &X::Element,
    elements: &[G::Element],
    points: &[X::Element],
) -> Violation
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    if *violation.diagnosis() != Diagnosis::Unequal {
        return violation;
    }
    let evidence = Cases {
        map,
        elements: std::iter::once(g).chain(elements).collect(),
        points: std::iter::once(x).chain(points).collect(),
    };
    let group = map.group();
    if !evidence.is_deterministic() {
        return violation.diagnosed(Diagnosis::NotDeterministic);
    }
    let symmetry = group.finite().and_then(|finite| {
        let size = finite.cardinality()?.checked_mul(evidence.points.len())?;
        (size <= BUDGET).then(|| symmetric_subgroup(map, &*finite, &evidence.points))
    });
    let diagnosis = evidence
        .other_action()
        .or_else(|| evidence.factor())
        .or_else(|| evidence.other_homomorphism())
        .or_else(|| evidence.power())
        .or_else(|| evidence.subgroup(symmetry.as_ref()));
    let names_the_subgroup = matches!(diagnosis, Some(Diagnosis::OnlyFor(_)));
    if let Some(diagnosis) = diagnosis {
        violation = violation.diagnosed(diagnosis);
    }
    match symmetry {
        Some(symmetry) if !names_the_subgroup => {
            violation.remark("holds for", symmetry.to_string())
        }
        _ => violation,
    }
}

/// Some elements and points, the failing ones first, among which a law is looked for.
struct Cases<'a, G: Group, X: GSet<G>, Y: GSet<G>, F> {
    map: &'a EquivariantMap<G, X, Y, F>,
    elements: Vec<&'a G::Element>,
    points: Vec<&'a X::Element>,
}

impl<G, X, Y, F> Cases<'_, G, X, Y, F>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// f(g·x) and f(x), or `None` if one of them does not exist.
    fn values(&self, g: &G::Element, x: &X::Element) -> Option<(Y::Element, Y::Element)> {
        let domain = self.map.domain();
        guarded(|| {
            let moved = domain.act(g, x);
            domain
                .contains(&moved)
                .then(|| (self.map.apply(&moved), self.map.apply(x)))
        })
        .ok()
        .flatten()
    }

    fn is_deterministic(&self) -> bool {
        let codomain = self.map.codomain();
        self.points.iter().take(4).all(|x| {
            (0..4).all(|_| {
                guarded(|| codomain.same(&self.map.apply(x), &self.map.apply(x))).unwrap_or(true)
            })
        })
    }

    /// Whether f(g·x) is the value that `expected` makes of g and f(x), in every case.
    fn all(&self, expected: impl Fn(&G::Element, &Y::Element) -> Y::Element) -> bool {
        let codomain = self.map.codomain();
        self.elements.iter().all(|g| {
            self.points.iter().all(|x| {
                self.values(g, x).is_none_or(|(left, value)| {
                    guarded(|| codomain.same(&left, &expected(g, &value))).unwrap_or(false)
                })
            })
        })
    }

    /// f(g·x) = g⁻¹·f(x), or f(g·x) = f(x).
    fn other_action(&self) -> Option<Diagnosis> {
        let (group, codomain) = (self.map.group(), self.map.codomain());
        if codomain.is_trivial() {
            return None;
        }
        if self.all(|_, value| value.clone()) {
            return Some(Diagnosis::Invariant);
        }
        self.all(|g, value| codomain.act(&group.inverse(g), value))
            .then_some(Diagnosis::Contravariant)
    }

    /// f(g·x) = c · (g·f(x)) with a number c that is a sign, or depends on g alone.
    fn factor(&self) -> Option<Diagnosis> {
        let codomain = self.map.codomain();
        let ratio = |g: &G::Element, x: &X::Element| {
            let (left, value) = self.values(g, x)?;
            let right = codomain.act(g, &value);
            if codomain.magnitude(&left) == 0.0 && codomain.magnitude(&right) == 0.0 {
                return None; // 0 = c · 0 for every c
            }
            Some(codomain.ratio(&left, &right))
        };
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
        let mut only_signs = true;
        let mut negative = false;
        let mut depends_on_g_alone = true;
        let mut first = None;
        for g in &self.elements {
            let mut of_g = None;
            let mut agreeing = 0;
            for x in &self.points {
                let Some(ratio) = ratio(g, x) else { continue };
                let c = ratio?; // no factor at all
                only_signs &= close(c.abs(), 1.0);
                negative |= c < 0.0;
                if close(*of_g.get_or_insert(c), c) {
                    agreeing += 1;
                } else {
                    depends_on_g_alone = false;
                }
                if !only_signs && !depends_on_g_alone {
                    return None;
                }
            }
            if first.is_none() {
                first = of_g.map(|c| (c, agreeing));
            }
        }
        let (c, agreeing) = first?;
        if only_signs {
            negative.then_some(Diagnosis::UpToSign)
        } else if agreeing >= 2 {
            Some(Diagnosis::UpToCharacter(format!("{c:.6} for this g")))
        } else {
            None
        }
    }

    /// f(s·x) = t·f(x) with an element t for each generator s of a finite group.
    fn other_homomorphism(&self) -> Option<Diagnosis> {
        let (group, codomain) = (self.map.group(), self.map.codomain());
        let finite = group.finite()?;
        let order = finite.cardinality()?;
        if codomain.is_trivial() || order.checked_mul(8 * self.points.len())? > BUDGET {
            return None;
        }
        let (generators, _) = subgroup_where(group, &*finite, |_| true)?;
        let (mut pairs, mut images) = (Vec::new(), Vec::new());
        for s in &generators {
            let values: Vec<_> = self
                .points
                .iter()
                .filter_map(|x| self.values(s, x))
                .collect();
            let t = finite.elements().find(|t| {
                guarded(|| {
                    values
                        .iter()
                        .all(|(left, value)| codomain.same(left, &codomain.act(t, value)))
                })
                .unwrap_or(false)
            })?;
            images.push(format!("{} ↦ {}", group.describe(s), group.describe(&t)));
            pairs.push((s.clone(), t));
        }
        extension((group, &*finite), group, &pairs).ok()?; // it is a homomorphism
        Some(Diagnosis::Along(images.join(", ")))
    }

    /// f(g·x) = gᵏ·f(x) with one number k: a homomorphism of an abelian group.
    fn power(&self) -> Option<Diagnosis> {
        let (group, codomain) = (self.map.group(), self.map.codomain());
        if codomain.is_trivial() {
            return None;
        }
        let holds = |k: &i64| self.all(|g, value| codomain.act(&group.power(g, *k), value));
        let k = [2, -2, 3, -3, 4, -4].into_iter().find(holds)?;
        Some(Diagnosis::Along(format!("g ↦ g^{k}")))
    }

    /// Only a subgroup, or only the multiples of some power of g.
    fn subgroup(&self, symmetry: Option<&Symmetry<G::Element>>) -> Option<Diagnosis> {
        let group = self.map.group();
        if let Some(symmetry) = symmetry {
            return (symmetry.order() > 1)
                .then(|| Diagnosis::OnlyFor(format!("the subgroup {symmetry}")));
        }
        let g = self.elements[0];
        let domain = self.map.domain();
        let mut moved = false;
        let power = (2..=64).find(|&k| {
            let power = group.power(g, k);
            moved = self
                .points
                .iter()
                .any(|x| guarded(|| !domain.same(&domain.act(&power, x), x)).unwrap_or(false));
            moved
                && self
                    .points
                    .iter()
                    .all(|x| laws::equivariant(self.map, &power, x).is_ok())
        })?;
        Some(Diagnosis::OnlyFor(format!(
            "the powers of {}",
            group.describe(&group.power(g, power))
        )))
    }
}
