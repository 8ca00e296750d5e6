//! Equivariant maps, and the evidence that they are.

mod combine;
mod diagnosis;
mod inverse;
pub mod laws;
mod lie_derivative;
mod prove;
mod relative_errors;
mod symmetry;
mod trials;
mod verify;

pub use combine::{Mismatch, Operand};
pub use inverse::NotBijective;
pub use lie_derivative::LieDerivative;
pub use relative_errors::RelativeErrors;
pub use symmetry::Symmetry;
#[cfg(feature = "proptest")]
pub(crate) use {
    diagnosis::{diagnose, telescope},
    trials::{TRIED, Trials},
    verify::refuse_vacuous,
};

use std::fmt;

use crate::action::{Cocycle, GSet, Pullback, SkewProduct, Trivial};
use crate::group::Group;
use crate::homomorphism::Homomorphism;
use crate::set::Set;

/// The type of a map when it is not named: what [`EquivariantMap::boxed`] stores.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
/// // maps with different closures, in one list
/// let shift = |by: i64| EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), move |x| x + by);
/// let list: Vec<EquivariantMap<Integers, Regular<Integers>, Regular<Integers>>> =
///     vec![shift(1).boxed(), shift(2).boxed()];
/// assert_eq!(list[1].apply(&5), 7);
/// ```
pub type BoxedMap<X, Y> = Box<dyn Fn(&<X as Set>::Element) -> <Y as Set>::Element + Send + Sync>;

/// A map f : X → Y between G-sets, with the claim that it is equivariant.
///
/// # Laws
///
/// ```text
/// equivariant    f(g · x)  ~  g · f(x)
/// well_defined      f(x′)  ~  f(x)        for every way x′ to write x
/// ```
///
/// # Conventions
///
/// The action of G on Y says which kind of equivariance is claimed:
///
/// | constructor | claim | action on Y |
/// |---|---|---|
/// | [`new`](EquivariantMap::new) | f(g·x) = g·f(x) | its own |
/// | [`along`](EquivariantMap::along) | f(g·x) = φ(g)·f(x) | [`Pullback`] along φ |
/// | [`along_cocycle`](EquivariantMap::along_cocycle) | f(g·x) = c(g, x)·f(x) | [`SkewProduct`] along c |
/// | [`invariant`](EquivariantMap::invariant) | f(g·x) = f(x) | [`Trivial`] |
///
/// The claim is believed by no one until it is checked: [`prove`](EquivariantMap::prove),
/// [`verify`](EquivariantMap::verify), or the random check `Check` (feature `proptest`). Each first
/// checks that the actions are actions and φ is a homomorphism.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::SpecialOrthogonal, sets::{Points, Power, Reals}};
/// use nalgebra::{Point3, Rotation3, Vector3, point};
///
/// let so3 = SpecialOrthogonal::<3>::default();
/// let cloud = Power::new(Points::<3>::default());
/// let centroid = EquivariantMap::new(so3, cloud, Points::<3>::default(), |points| {
///     let sum: Vector3<f64> = points.iter().map(|p| p.coords).sum();
///     Point3::from(sum / points.len() as f64)
/// });
/// let quarter_turn = Rotation3::from_axis_angle(&Vector3::z_axis(), 0.5 * std::f64::consts::PI);
/// let tetrahedron = vec![point![1.0, 0.0, 0.0], point![0.0, 2.0, 0.0], point![0.0, 0.0, 3.0]];
/// assert!(centroid.defect(&quarter_turn, &tetrahedron) < 1e-15);
/// centroid.verify([(quarter_turn, tetrahedron)])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone)]
pub struct EquivariantMap<G, X: Set, Y: Set, F = BoxedMap<X, Y>> {
    group: G,
    domain: X,
    codomain: Y,
    map: F,
}

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// The map f with the claim that f(g·x) = g·f(x).
    pub fn new(group: G, domain: X, codomain: Y, map: F) -> Self {
        EquivariantMap {
            group,
            domain,
            codomain,
            map,
        }
    }

    /// The group G.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// assert_eq!(*shift.group(), c6);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn group(&self) -> &G {
        &self.group
    }

    /// The G-set X.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// assert_eq!(*shift.domain(), Regular(c6));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn domain(&self) -> &X {
        &self.domain
    }

    /// The G-set Y.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// assert_eq!(*shift.codomain(), Regular(c6));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn codomain(&self) -> &Y {
        &self.codomain
    }

    /// The value f(x).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// let c6 = Cyclic::new(6)?;
    /// let shift = EquivariantMap::new(c6, Regular(c6), Regular(c6), |x| (x + 1) % 6);
    /// assert_eq!(shift.apply(&5), 0);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[inline]
    pub fn apply(&self, x: &X::Element) -> Y::Element {
        (self.map)(x)
    }

    /// The measured error d(f(g·x), g·f(x)); NaN if one of the values is not a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::AffineLine, groups::LocationScale, sets::Reals};
    /// let (units, reals) = (AffineLine::<f64>::default(), Reals::default());
    /// let shrunk = EquivariantMap::new(units, reals, reals, |x: &f64| 0.9 * x);
    /// let shift = LocationScale { scale: 1.0, location: 10.0 };
    /// assert_eq!(shrunk.defect(&shift, &0.0), 1.0);
    /// ```
    pub fn defect(&self, g: &G::Element, x: &X::Element) -> f64 {
        let left = self.apply(&self.domain.act(g, x));
        let right = self.codomain.act(g, &self.apply(x));
        self.codomain.distance(&left, &right)
    }

    /// The same map with its type forgotten, so that maps can be stored together.
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
    /// type Clockwork = EquivariantMap<Cyclic, Regular<Cyclic>, Regular<Cyclic>>;
    ///
    /// let c12 = Cyclic::new(12)?;
    /// let shift = |by: u64| EquivariantMap::new(c12, Regular(c12), Regular(c12), move |x| (x + by) % 12);
    /// let maps: Vec<Clockwork> = vec![shift(1).boxed(), shift(5).boxed()];
    /// assert_eq!(maps[1].apply(&9), 2);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn boxed(self) -> EquivariantMap<G, X, Y>
    where
        F: Send + Sync + 'static,
    {
        EquivariantMap {
            group: self.group,
            domain: self.domain,
            codomain: self.codomain,
            map: Box::new(self.map),
        }
    }
}

impl<G, X, Y, F> EquivariantMap<G, X, Trivial<Y>, F>
where
    G: Group,
    X: GSet<G>,
    Y: Set,
    F: Fn(&X::Element) -> Y::Element,
{
    /// The map f with the claim that f(g·x) = f(x).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Symmetric, sets::Conjugation};
    /// let s4 = Symmetric::new(4);
    /// let cycles = EquivariantMap::invariant(s4, Conjugation(s4), equivariant::sets::Positions(5), |g| g.cycles().len());
    /// cycles.prove()?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn invariant(group: G, domain: X, codomain: Y, map: F) -> Self {
        EquivariantMap {
            group,
            domain,
            codomain: Trivial(codomain),
            map,
        }
    }
}

impl<P, X, Y, F> EquivariantMap<P::Source, X, Pullback<P, Y>, F>
where
    P: Homomorphism,
    P::Source: Clone,
    X: GSet<P::Source>,
    Y: GSet<P::Target>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// The map f with the claim that f(g·x) = φ(g)·f(x).
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Cyclic, homomorphisms::Reduction, sets::Regular};
    ///
    /// let (c12, c4) = (Cyclic::new(12)?, Cyclic::new(4)?);
    /// let phi = Reduction::new(c12, c4)?;
    /// let f = EquivariantMap::along(phi, Regular(c12), Regular(c4), |x| (x + 3) % 4);
    /// assert!(f.prove().is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn along(phi: P, domain: X, codomain: Y, map: F) -> Self {
        EquivariantMap {
            group: phi.source().clone(),
            domain,
            codomain: Pullback {
                along: phi,
                set: codomain,
            },
            map,
        }
    }
}

// the type of the map that is made does not depend on `Self`, which leaves F open: it is the default
impl<G, X, H, C, Y> EquivariantMap<G, X, SkewProduct<G, X, H, C, Y>>
where
    G: Group,
    X: GSet<G>,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
    Y: GSet<H>,
{
    /// The map f : X → Y with the claim that f(g·x) = c(g, x)·f(x), from the set X of the cocycle; its value
    /// is (x, f(x)), for the point says how f(x) moves.
    ///
    /// # Examples
    ///
    /// Every second hour, from the first that can be reached by going back less than two: whether that goes
    /// by one step or by two depends on the hour.
    ///
    /// ```
    /// use equivariant::{Check, Cocycle, EquivariantMap, groups::Integers, sets::Regular};
    ///
    /// let halves = Cocycle::new(Integers, Regular(Integers), Integers, |g: &i64, x: &i64| {
    ///     (x + g).div_euclid(2) - x.div_euclid(2)
    /// });
    /// let half = EquivariantMap::along_cocycle(halves, Regular(Integers), |x: &i64| x.div_euclid(2));
    /// assert_eq!(half.apply(&7), (7, 3));
    /// Check::default().equivariant(&half)?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn along_cocycle(
        cocycle: Cocycle<G, X, H, C>,
        codomain: Y,
        map: impl Fn(&X::Element) -> Y::Element,
    ) -> EquivariantMap<
        G,
        X,
        SkewProduct<G, X, H, C, Y>,
        impl Fn(&X::Element) -> (X::Element, Y::Element),
    >
    where
        G: Clone,
        X: Clone,
    {
        EquivariantMap {
            group: cocycle.source().clone(),
            domain: cocycle.base().clone(),
            codomain: SkewProduct {
                cocycle,
                fibre: codomain,
            },
            map: move |x: &X::Element| (x.clone(), map(x)),
        }
    }
}

impl<G: fmt::Debug, X: Set + fmt::Debug, Y: Set + fmt::Debug, F> fmt::Debug
    for EquivariantMap<G, X, Y, F>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EquivariantMap")
            .field("group", &self.group)
            .field("domain", &self.domain)
            .field("codomain", &self.codomain)
            .finish_non_exhaustive()
    }
}
