//! The laws of structures, as suites of the random check.

use nalgebra::DVector;
use proptest::strategy::Strategy;
use rand::RngExt;

use super::check::{Check, Law};
use super::{Draws, Sampled};
use crate::action::{self, GSet};
use crate::group::{self, Abelian, Group, LieGroup};
use crate::homomorphism::{self, Homomorphism};
use crate::law::{Diagnosis, Report, Violation, metric};
use crate::set::{Real, Recorded, Set};

impl Check {
    /// Checks that the elements drawn belong to the set and that its distance is a metric.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, sets::{Points, Power}};
    /// Check::default().set(&Power::new(Points::<3>::default()))?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn set<S: Sampled>(&self, set: &S) -> Result<Report, Violation> {
        let laws: [Law<'_, [S::Element; 3]>; 4] = [
            ("member", Box::new(|[x, _, _]| member(set, x))),
            (
                "reflexive",
                Box::new(|[x, _, _]| exact(metric::reflexive(set, x))),
            ),
            (
                "symmetric",
                Box::new(|[x, y, _]| exact(metric::symmetric(set, x, y))),
            ),
            (
                "triangle",
                Box::new(|[x, y, z]| exact(metric::triangle(set, x, y, z))),
            ),
        ];
        self.run(set.drawn(), &set.strategy(), &set.corners(), &laws)
    }

    /// Checks the laws of a group, and of the set that it is.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Symmetric};
    /// Check::default().group(&Symmetric::new(5))?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn group<G: Group + Sampled>(&self, group: &G) -> Result<Report, Violation> {
        let recorded = Recorded::new(group);
        let laws: [Law<'_, [G::Element; 3]>; 5] = [
            (
                "closed",
                Box::new(|[g, h, _]| exact(group::laws::closed(group, g, h))),
            ),
            (
                "associative",
                Box::new(|[g, h, k]| {
                    measured(&recorded, group::laws::associative(&recorded, g, h, k))
                }),
            ),
            (
                "left_identity",
                Box::new(|[g, _, _]| measured(&recorded, group::laws::left_identity(&recorded, g))),
            ),
            (
                "left_inverse",
                Box::new(|[g, _, _]| measured(&recorded, group::laws::left_inverse(&recorded, g))),
            ),
            (
                "factored",
                Box::new(|[g, _, _]| measured(&recorded, group::laws::factored(&recorded, g))),
            ),
        ];
        let report = self.set(group)?;
        let corners = with_identity(group);
        Ok(report.merge(self.run(group.drawn(), &group.strategy(), &corners, &laws)?))
    }

    /// Checks the laws of an abelian group.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Torus};
    /// Check::default().abelian(&Torus::<2>::default())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn abelian<G: Abelian + Sampled>(&self, group: &G) -> Result<Report, Violation> {
        let recorded = Recorded::new(group);
        let laws: [Law<'_, [G::Element; 2]>; 1] = [(
            "commutative",
            Box::new(|[g, h]| measured(&recorded, group::laws::commutative(&recorded, g, h))),
        )];
        let report = self.group(group)?;
        let corners = with_identity(group);
        Ok(report.merge(self.run(group.drawn(), &group.strategy(), &corners, &laws)?))
    }

    /// Checks the laws of a Lie group, and of the group that it is.
    ///
    /// Elements of the algebra have coordinates of size 10⁻¹² to 1, so that exp X is in the domain of
    /// the logarithm.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::SpecialEuclidean};
    /// Check::default().lie_group(&SpecialEuclidean::<3>::default())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn lie_group<G: LieGroup + Sampled>(&self, group: &G) -> Result<Report, Violation> {
        let report = self.group(group)?;
        let recorded = Recorded::new(group);
        let of_elements: [Law<'_, [G::Element; 1]>; 1] = [(
            "exp_of_log",
            Box::new(|[g]| measured(&recorded, group::laws::exp_of_log(&recorded, g))),
        )];
        let corners = with_identity(group);
        let report =
            report.merge(self.run(group.drawn(), &group.strategy(), &corners, &of_elements)?);

        type Vector<G> = DVector<<G as LieGroup>::Scalar>;
        let of_algebra: [Law<'_, [Vector<G>; 3]>; 5] = [
            (
                "vee_of_hat",
                Box::new(|[x, _, _]| exact(group::laws::vee_of_hat(group, x))),
            ),
            (
                "log_of_exp",
                Box::new(|[x, _, _]| exact(group::laws::log_of_exp(group, x))),
            ),
            (
                "one_parameter",
                Box::new(|[x, _, _]| {
                    measured(
                        &recorded,
                        group::laws::one_parameter(&recorded, x, 0.75, -1.5),
                    )
                }),
            ),
            (
                "antisymmetric",
                Box::new(|[x, y, _]| exact(group::laws::antisymmetric(group, x, y))),
            ),
            (
                "jacobi",
                Box::new(|[x, y, z]| exact(group::laws::jacobi(group, x, y, z))),
            ),
        ];
        let dimension = group.dimension();
        let vectors = coordinates::<G::Scalar>(dimension);
        let axes: Vec<Vector<G>> = (0..dimension)
            .map(|i| DVector::from_fn(dimension, |j, _| G::Scalar::nearest(f64::from(i == j))))
            .collect();
        let drawn = "coordinates log-uniform from 1e-12 to 1".to_owned();
        let report = report.merge(self.run(drawn.clone(), &vectors, &axes, &of_algebra)?);

        // pairs of a group element and an element of the algebra
        let elements = group.strategy();
        let pairs = (elements, vectors).prop_map(Some);
        let mixed: [Law<'_, [Option<(G::Element, Vector<G>)>; 1]>; 1] = [(
            "adjoint_is_conjugation",
            Box::new(|[pair]| {
                let Some((g, x)) = pair else { return Ok(0.0) };
                measured(
                    &recorded,
                    group::laws::adjoint_is_conjugation(&recorded, g, x),
                )
            }),
        )];
        let drawn = format!("g by {}, X by {drawn}", group.drawn());
        Ok(report.merge(self.run(drawn, &pairs, &[], &mixed)?))
    }

    /// Checks that a homomorphism is one.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Symmetric, homomorphisms::Sign};
    /// Check::default().homomorphism(&Sign::new(Symmetric::new(6)))?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn homomorphism<P>(&self, phi: &P) -> Result<Report, Violation>
    where
        P: Homomorphism,
        P::Source: Sampled,
    {
        let laws: [Law<'_, [<P::Source as Set>::Element; 2]>; 2] = [
            (
                "closed",
                Box::new(|[g, _]| exact(homomorphism::laws::closed(phi, g))),
            ),
            (
                "multiplicative",
                Box::new(|[g, h]| exact(homomorphism::laws::multiplicative(phi, g, h))),
            ),
        ];
        let source = phi.source();
        self.run(
            source.drawn(),
            &source.strategy(),
            &with_identity(source),
            &laws,
        )
    }

    /// Checks that the action of a group on a set is one.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, Diagnosis, Equipped, Group, groups::Symmetric};
    ///
    /// let s3 = Symmetric::new(3);
    /// let wrong = Equipped::new(s3, s3, move |g, x| s3.compose(x, g));
    /// let violation = Check::default().action(&s3, &wrong).unwrap_err();
    /// assert_eq!(*violation.diagnosis(), Diagnosis::RightAction);
    /// ```
    pub fn action<G, X>(&self, group: &G, set: &X) -> Result<Report, Violation>
    where
        G: Group + Sampled,
        X: GSet<G> + Sampled,
    {
        type Case<G, X> = (
            <G as Set>::Element,
            <G as Set>::Element,
            <X as Set>::Element,
        );
        let recorded = Recorded::new(set);
        let laws: [Law<'_, [Case<G, X>; 1]>; 4] = [
            (
                "premises",
                Box::new(|[(g, h, _)]| exact(set.premises(g, h))),
            ),
            (
                "closed",
                Box::new(|[(g, _, x)]| exact(action::laws::closed(group, set, g, x))),
            ),
            (
                "identity",
                Box::new(|[(_, _, x)]| {
                    measured(&recorded, action::laws::identity(group, &recorded, x))
                }),
            ),
            (
                "compatible",
                Box::new(|[(g, h, x)]| {
                    measured(
                        &recorded,
                        action::laws::compatible(group, &recorded, g, h, x),
                    )
                }),
            ),
        ];
        let strategy = (group.strategy(), group.strategy(), set.strategy());
        let corners = corner_cases(group, set);
        let drawn = format!("g by {}, x by {}", group.drawn(), set.drawn());
        self.run(drawn, &strategy, &corners, &laws)
    }

    /// Checks that the action of a Lie group on a set is one, and that it is continuous at the
    /// identity.
    ///
    /// # Errors
    ///
    /// The [`Violation`] of the first law that fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::SpecialOrthogonal, sets::Points};
    /// Check::default().continuous_action(&SpecialOrthogonal::<3>::default(), &Points::<3>::default())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn continuous_action<G, X>(&self, group: &G, set: &X) -> Result<Report, Violation>
    where
        G: LieGroup + Sampled,
        X: GSet<G> + Sampled,
    {
        let report = self.action(group, set)?;
        type Case<G, X> = (DVector<<G as LieGroup>::Scalar>, <X as Set>::Element);
        let laws: [Law<'_, [Case<G, X>; 1]>; 1] = [(
            "continuous",
            Box::new(|[(direction, x)]| exact(action::laws::continuous(group, set, direction, x))),
        )];
        let strategy = (coordinates::<G::Scalar>(group.dimension()), set.strategy());
        let drawn = format!("X log-uniform from 1e-12 to 1, x by {}", set.drawn());
        Ok(report.merge(self.run(drawn, &strategy, &[], &laws)?))
    }
}

/// The corners of a group, with the identity among them.
pub(super) fn with_identity<G: Group + Sampled>(group: &G) -> Vec<G::Element> {
    let mut corners = group.corners();
    let e = group.identity();
    if !corners.iter().any(|corner| group.same(corner, &e)) {
        corners.insert(0, e);
    }
    corners
}

/// The corners of the group and of the set beside each other, simplest first.
fn corner_cases<G, X>(group: &G, set: &X) -> Vec<(G::Element, G::Element, X::Element)>
where
    G: Group + Sampled,
    X: GSet<G> + Sampled,
{
    /// How many of the simplest corners are combined.
    const SIMPLEST: usize = 8;
    let elements: Vec<_> = with_identity(group).into_iter().take(SIMPLEST).collect();
    let points: Vec<_> = set.corners().into_iter().take(SIMPLEST).collect();
    let mut cases = Vec::new();
    for x in &points {
        for g in &elements {
            for h in &elements {
                cases.push((g.clone(), h.clone(), x.clone()));
            }
        }
    }
    cases
}

/// An element that was drawn belongs to its set.
fn member<S: Set>(set: &S, x: &S::Element) -> Result<f64, Violation> {
    if set.contains(x) {
        return Ok(0.0);
    }
    Err(Violation::new("member", Diagnosis::NotClosed).element("x", set.describe(x)))
}

/// The outcome of a law that has no error to measure.
fn exact(outcome: Result<(), Violation>) -> Result<f64, Violation> {
    outcome.map(|()| 0.0)
}

/// The outcome of a law with the error that was recorded meanwhile.
fn measured<S>(
    recorded: &Recorded<'_, S>,
    outcome: Result<(), Violation>,
) -> Result<f64, Violation> {
    let error = recorded.take();
    outcome.map(|()| error)
}

/// Coordinates whose sizes are spread over many scales.
fn coordinates<T: Real>(dimension: usize) -> Draws<DVector<T>> {
    Draws::new(
        move |runner| {
            let random = runner.rng();
            Ok(DVector::from_fn(dimension, |_, _| {
                let size = f64::powf(10.0, random.random_range(-12.0..0.0));
                let sign = if random.random() { 1.0 } else { -1.0 };
                T::nearest(sign * size)
            }))
        },
        |x: &DVector<T>| {
            let mut simpler: Vec<DVector<T>> = Vec::new();
            for i in 0..x.len() {
                for value in [T::zero(), T::one(), T::nearest(0.5)] {
                    let is_simpler = if value == T::zero() {
                        x[i] != T::zero()
                    } else {
                        ![T::zero(), T::one(), T::nearest(0.5)].contains(&x[i])
                    };
                    if is_simpler {
                        let mut candidate = x.clone();
                        candidate[i] = value;
                        simpler.push(candidate);
                    }
                }
            }
            simpler
        },
    )
}
