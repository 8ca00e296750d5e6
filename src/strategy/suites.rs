//! The laws of structures, as suites of the random check.

use nalgebra::DVector;
use proptest::strategy::Strategy;
use rand::RngExt;

use super::check::{Check, Law};
use super::{Draws, Sampled};
use crate::action::{self, GSet};
use crate::group::{self, Abelian, Group, LieGroup};
use crate::homomorphism::{self, Homomorphism};
use crate::law::{Diagnosis, Report, Violation, attempt, metric};
use crate::set::{Real, Set};

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
        let laws = Suite::<[S::Element; 3]>::default()
            .law("member", |[x, _, _]| exact(member(set, x)))
            .law("reflexive", |[x, _, _]| metric::reflexive(set, x))
            .law("symmetric", |[x, y, _]| metric::symmetric(set, x, y))
            .law("triangle", |[x, y, z]| metric::triangle(set, x, y, z));
        self.run(set.drawn(), &set.strategy(), &set.corners(), &laws.0)
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
        let laws = Suite::<[G::Element; 3]>::default()
            .law("closed", |[g, h, _]| {
                exact(group::laws::closed(group, g, h))
            })
            .law("associative", |[g, h, k]| {
                group::laws::associative(group, g, h, k)
            })
            .law("left_identity", |[g, _, _]| {
                group::laws::left_identity(group, g)
            })
            .law("left_inverse", |[g, _, _]| {
                group::laws::left_inverse(group, g)
            })
            .law("factored", |[g, _, _]| group::laws::factored(group, g));
        let report = self.set(group)?;
        let corners = with_identity(group);
        Ok(report.merge(self.run(group.drawn(), &group.strategy(), &corners, &laws.0)?))
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
        let laws = Suite::<[G::Element; 2]>::default().law("commutative", |[g, h]| {
            group::laws::commutative(group, g, h)
        });
        let report = self.group(group)?;
        let corners = with_identity(group);
        Ok(report.merge(self.run(group.drawn(), &group.strategy(), &corners, &laws.0)?))
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
        let of_elements = Suite::<[G::Element; 1]>::default()
            .law("exp_of_log", |[g]| group::laws::exp_of_log(group, g));
        let corners = with_identity(group);
        let report =
            report.merge(self.run(group.drawn(), &group.strategy(), &corners, &of_elements.0)?);

        type Vector<G> = DVector<<G as LieGroup>::Scalar>;
        let of_algebra = Suite::<[Vector<G>; 3]>::default()
            .law("vee_of_hat", |[x, _, _]| group::laws::vee_of_hat(group, x))
            .law("log_of_exp", |[x, _, _]| group::laws::log_of_exp(group, x))
            .law("one_parameter", |[x, _, _]| {
                group::laws::one_parameter(group, x, 0.75, -1.5)
            })
            .law("antisymmetric", |[x, y, _]| {
                group::laws::antisymmetric(group, x, y)
            })
            .law("jacobi", |[x, y, z]| group::laws::jacobi(group, x, y, z));
        let dimension = group.dimension();
        let vectors = coordinates::<G::Scalar>(dimension);
        let axes = axes::<G::Scalar>(dimension);
        let drawn = "coordinates log-uniform from 1e-12 to 1".to_owned();
        let report = report.merge(self.run(drawn.clone(), &vectors, &axes, &of_algebra.0)?);

        // pairs of a group element and an element of the algebra
        let elements = group.strategy();
        let pairs = (elements, vectors).prop_map(Some);
        let mixed = Suite::<[Option<(G::Element, Vector<G>)>; 1]>::default().law(
            "adjoint_is_conjugation",
            |[pair]| {
                let Some((g, x)) = pair else { return Ok(0.0) };
                group::laws::adjoint_is_conjugation(group, g, x)
            },
        );
        let drawn = format!("g {}; X {drawn}", group.drawn());
        let beside = corners
            .iter()
            .cycle()
            .zip(&axes)
            .map(|(g, x)| Some((g.clone(), x.clone())));
        let others = axes
            .iter()
            .cycle()
            .zip(&corners)
            .map(|(x, g)| Some((g.clone(), x.clone())));
        let corners: Vec<_> = beside.chain(others).collect();
        Ok(report.merge(self.run(drawn, &pairs, &corners, &mixed.0)?))
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
        let laws = Suite::<[<P::Source as Set>::Element; 2]>::default()
            .law("closed", |[g, _]| exact(homomorphism::laws::closed(phi, g)))
            .law("multiplicative", |[g, h]| {
                homomorphism::laws::multiplicative(phi, g, h)
            });
        let source = phi.source();
        self.run(
            source.drawn(),
            &source.strategy(),
            &with_identity(source),
            &laws.0,
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
        let laws = Suite::<[Case<G, X>; 1]>::default()
            .law("premises", |[(g, h, _)]| exact(set.premises(group, g, h)))
            .law("closed", |[(g, _, x)]| {
                exact(action::laws::closed(group, set, g, x))
            })
            .law("identity", |[(_, _, x)]| {
                action::laws::identity(group, set, x)
            })
            .law("compatible", |[(g, h, x)]| {
                action::laws::compatible(group, set, g, h, x)
            });
        let strategy = (group.strategy(), group.strategy(), set.strategy());
        let corners = corner_cases(group, set);
        let drawn = format!("g {}; x {}", group.drawn(), set.drawn());
        self.run(drawn, &strategy, &corners, &laws.0)
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
        let laws = Suite::<[Case<G, X>; 1]>::default().law("continuous", |[(direction, x)]| {
            action::laws::continuous(group, set, direction, x)
        });
        let strategy = (coordinates::<G::Scalar>(group.dimension()), set.strategy());
        let drawn = format!("X log-uniform from 1e-12 to 1; x {}", set.drawn());
        let directions = axes::<G::Scalar>(group.dimension());
        let points = set.corners();
        let beside = points.iter().take(16).flat_map(|x| {
            let cases = directions
                .iter()
                .map(move |direction| (direction.clone(), x.clone()));
            cases.collect::<Vec<_>>()
        });
        let corners: Vec<Case<G, X>> = beside.collect();
        Ok(report.merge(self.run(drawn, &strategy, &corners, &laws.0)?))
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

/// The corners of the group and of the set beside each other, simplest first; then every corner of the
/// group beside the simplest points but the first, which is often a fixed point.
fn corner_cases<G, X>(group: &G, set: &X) -> Vec<(G::Element, G::Element, X::Element)>
where
    G: Group + Sampled,
    X: GSet<G> + Sampled,
{
    /// How many of the simplest corners are combined.
    const SIMPLEST: usize = 8;
    let (elements, points) = (with_identity(group), set.corners());
    let simplest = &elements[..elements.len().min(SIMPLEST)];
    let mut cases = Vec::new();
    for x in points.iter().take(SIMPLEST) {
        for g in simplest {
            for h in simplest {
                cases.push((g.clone(), h.clone(), x.clone()));
            }
        }
    }
    for (i, g) in elements.iter().enumerate().skip(SIMPLEST) {
        for x in points.iter().skip(1).take(2) {
            let h = &elements[(i + 1) % elements.len()];
            cases.push((g.clone(), h.clone(), x.clone()));
            cases.push((h.clone(), g.clone(), x.clone()));
        }
    }
    cases
}

/// Laws that are checked on the same cases, in this order.
struct Suite<'a, T>(Vec<Law<'a, T>>);

impl<T> Default for Suite<'_, T> {
    fn default() -> Self {
        Suite(Vec::new())
    }
}

impl<'a, T> Suite<'a, T> {
    /// The suite with one more law.
    fn law(
        mut self,
        name: &'static str,
        holds: impl Fn(&T) -> Result<f64, Violation> + 'a,
    ) -> Self {
        self.0.push((name, Box::new(holds)));
        self
    }
}

/// An element that was drawn belongs to its set.
fn member<S: Set>(set: &S, x: &S::Element) -> Result<(), Violation> {
    attempt("member", || {
        if set.contains(x) {
            return Ok(());
        }
        Err(Violation::new("member", Diagnosis::NotClosed))
    })
    .map_err(|violation| violation.element("x", set.describe(x)))
}

/// The outcome of a law that has no error to measure.
fn exact(outcome: Result<(), Violation>) -> Result<f64, Violation> {
    outcome.map(|()| 0.0)
}

/// The unit vectors.
fn axes<T: Real>(dimension: usize) -> Vec<DVector<T>> {
    let unit = |i| DVector::from_fn(dimension, |j, _| T::nearest(f64::from(i == j)));
    (0..dimension).map(unit).collect()
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
