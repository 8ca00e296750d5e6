//! Frames: equivariant maps into the group, and what they give: canonical forms, maximal invariants,
//! all equivariant maps.

pub mod laws;

use std::convert::Infallible;
use std::fmt::{self, Debug, Display};

use crate::action::{GSet, Trivial};
use crate::group::Group;
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::{Partial, Regular};

/// The type of a frame's map when it is not named: what [`Frame::boxed`] stores.
///
/// # Examples
///
/// ```
/// use equivariant::{Frame, sets::{Power, Reals}};
/// use std::convert::Infallible;
/// let pair = Power::new(Reals::<f64>::default()).of_length(2);
/// let frames: [Frame<Reals, Power<Reals>, Infallible>; 2] = [
///     Frame::new(Reals::default(), pair, |x: &Vec<f64>| Ok(x[0])).boxed(),
///     Frame::new(Reals::default(), pair, |x: &Vec<f64>| Ok(x[1])).boxed(),
/// ];
/// assert_eq!(frames[1].canonical(&vec![3.0, 5.0]), Ok(vec![-2.0, 0.0]));
/// ```
pub type BoxedFrame<G, X, E> =
    Box<dyn Fn(&<X as Set>::Element) -> Result<<G as Set>::Element, E> + Send + Sync>;

/// A frame: a map ρ from a G-set to the group with ρ(g·x) = g·ρ(x), a choice of coordinates that
/// moves along with what it looks at. The first observation is one for translations, the first two for
/// changes of location and scale, the corners of a simplex for affine maps.
///
/// Seen from its frame, y = ρ(x)⁻¹·x, a point looks the same wherever on its orbit it is, and that is
/// all there is to know about equivariance:
///
/// **Theorem** (frames). Let ρ : X → G be equivariant. Then
/// 1. x ↦ ρ(x)⁻¹·x is a maximal invariant: it is the same for x and x′ exactly if they are on one
///    orbit, and it is a point of that orbit;
/// 2. for every function h of it, f(x) = ρ(x)·h(ρ(x)⁻¹·x) is equivariant, and every equivariant map is
///    of this form for exactly one h: its restriction to the canonical forms.
///
/// # Laws
///
/// ```text
/// equivariant          ρ(g · x)  ~  g · ρ(x)
/// canonical   ρ(ρ(x)⁻¹ · x)  ~  e
/// invariant   ρ(g·x)⁻¹·(g·x)  ~  ρ(x)⁻¹ · x
/// recovered   ρ(x) · (ρ(x)⁻¹·x)  ~  x
/// ```
///
/// The last three follow from the first, [`laws`] has them for testing what was rounded.
///
/// # Conventions
///
/// Where no frame can be had (a sample of equal observations has no scale) the map returns an error E,
/// and so does all that is made with it; [`total`](Frame::total) is for frames that exist everywhere.
/// A frame exists only where no g ≠ e fixes a point.
///
/// # Examples
///
/// A frame for changes of units, and the median absolute deviation made from it: written down for
/// standardised numbers only, it is equivariant by construction.
///
/// ```
/// use equivariant::{Frame, groups::{AffineLine, LocationScale}, sets::{Power, Reals}};
///
/// let samples = Power::new(Reals::<f64>::default()).of_lengths(2..=9);
/// let ends = Frame::new(AffineLine::<f64>::default(), samples, |x: &Vec<f64>| {
///     let (first, last) = (x[0], x[x.len() - 1]);
///     if last > first { Ok(LocationScale { location: first, scale: last - first }) } else { Err("not ascending") }
/// });
/// assert_eq!(ends.canonical(&vec![16.0, 18.0, 20.0]), Ok(vec![0.0, 0.5, 1.0]));
///
/// let middle = ends.extend(Reals::default(), |y| Ok(y[y.len() / 2].max(0.5)));
/// assert_eq!(middle.apply(&vec![16.0, 18.0, 20.0]), Ok(18.0));
/// assert_eq!(middle.apply(&vec![1.0, 1.0]), Err("not ascending"));
/// middle.verify([(LocationScale { location: -1.0, scale: 3.0 }, vec![16.0, 18.0, 20.0])])?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
///
/// # References
///
/// M. Fels and P. J. Olver, Moving coframes II, *Acta Applicandae Mathematicae* 55 (1999), 127–208;
/// M. L. Eaton, *Group Invariance Applications in Statistics*, Institute of Mathematical Statistics
/// (1989), chapter 2.
#[derive(Clone)]
pub struct Frame<G, X: Set, E, F = BoxedFrame<G, X, E>>
where
    G: Group,
{
    group: G,
    domain: X,
    map: F,
    refusal: std::marker::PhantomData<fn() -> E>,
}

impl<G, X, E, F> Frame<G, X, E, F>
where
    G: Group,
    X: GSet<G>,
    E: Clone + Debug + Display,
    F: Fn(&X::Element) -> Result<G::Element, E>,
{
    /// The map ρ with the claim that ρ(g·x) = g·ρ(x).
    pub fn new(group: G, domain: X, map: F) -> Self {
        Frame {
            group,
            domain,
            map,
            refusal: std::marker::PhantomData,
        }
    }

    /// The group G.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::Reals};
    /// let line = Reals::<f64>::default();
    /// assert_eq!(*Frame::total(line, line, |x: &f64| *x).group(), line);
    /// ```
    pub fn group(&self) -> &G {
        &self.group
    }

    /// The G-set X.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::Reals};
    /// let line = Reals::<f64>::default();
    /// assert_eq!(*Frame::total(line, line, |x: &f64| *x).domain(), line);
    /// ```
    pub fn domain(&self) -> &X {
        &self.domain
    }

    /// The element ρ(x).
    ///
    /// # Errors
    ///
    /// The refusal of the map, if x has no frame.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::{Power, Reals}};
    /// let first = Frame::total(Reals::default(), Power::new(Reals::default()), |x: &Vec<f64>| x[0]);
    /// assert_eq!(first.at(&vec![3.0, 5.0]), Ok(3.0));
    /// ```
    #[inline]
    pub fn at(&self, x: &X::Element) -> Result<G::Element, E> {
        (self.map)(x)
    }

    /// The canonical form ρ(x)⁻¹·x: the point of the orbit of x whose frame is the identity.
    ///
    /// # Errors
    ///
    /// The refusal of the map, if x has no frame.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::{Power, Reals}};
    /// let first = Frame::total(Reals::default(), Power::new(Reals::default()), |x: &Vec<f64>| x[0]);
    /// assert_eq!(first.canonical(&vec![3.0, 5.0]), Ok(vec![0.0, 2.0]));
    /// ```
    pub fn canonical(&self, x: &X::Element) -> Result<X::Element, E> {
        let rho = self.at(x)?;
        Ok(self.domain.act_inverse(&self.group, &rho, x))
    }

    /// The element g with g·x = y, if x and y are on one orbit: ρ(y)·ρ(x)⁻¹.
    ///
    /// # Errors
    ///
    /// The refusal of the map, if x or y has no frame.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::{Power, Reals}};
    /// let first = Frame::total(Reals::default(), Power::new(Reals::default()), |x: &Vec<f64>| x[0]);
    /// assert_eq!(first.transporter(&vec![3.0, 5.0], &vec![4.0, 6.0]), Ok(Some(1.0)));
    /// assert_eq!(first.transporter(&vec![3.0, 5.0], &vec![4.0, 7.0]), Ok(None));
    /// ```
    pub fn transporter(&self, x: &X::Element, y: &X::Element) -> Result<Option<G::Element>, E> {
        let (from, to) = (self.at(x)?, self.at(y)?);
        let g = self.group.compose(&to, &self.group.inverse(&from));
        Ok(self.domain.same(&self.domain.act(&g, x), y).then_some(g))
    }

    /// The frame as an equivariant map into the group, to be checked.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::{Power, Reals}};
    /// let line = Reals::<f64>::default();
    /// let largest = Frame::total(line, Power::new(line), |x: &Vec<f64>| x.iter().copied().fold(x[0], f64::max));
    /// largest.map().verify([(2.0, vec![1.0, 5.0]), (-8.0, vec![7.0])])?;
    ///
    /// let size = Frame::total(line, Power::new(line), |x: &Vec<f64>| x[0].abs());
    /// assert!(size.map().verify([(2.0, vec![-1.0])]).is_err());
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    #[must_use]
    pub fn map(
        &self,
    ) -> EquivariantMap<
        G,
        X,
        Partial<Regular<G>, E>,
        impl Fn(&X::Element) -> Result<G::Element, E> + use<'_, G, X, E, F>,
    >
    where
        G: Clone,
        X: Clone,
    {
        let codomain = Partial::new(Regular(self.group.clone()));
        let map = |x: &X::Element| self.at(x);
        EquivariantMap::new(self.group.clone(), self.domain.clone(), codomain, map)
    }

    /// The maximal invariant x ↦ ρ(x)⁻¹·x: every invariant map is a function of it.
    ///
    /// # Examples
    ///
    /// The differences of a sample.
    ///
    /// ```
    /// use equivariant::{Frame, sets::{Power, Reals}};
    /// let first = Frame::total(Reals::default(), Power::new(Reals::default()), |x: &Vec<f64>| x[0]);
    /// let differences = first.maximal_invariant();
    /// assert_eq!(differences.apply(&vec![3.0, 5.0, 4.0]), Ok(vec![0.0, 2.0, 1.0]));
    /// differences.verify([(2.0, vec![3.0, 5.0, 4.0]), (1.0, vec![0.5, 0.0])])?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    #[must_use]
    pub fn maximal_invariant(
        &self,
    ) -> EquivariantMap<
        G,
        X,
        Trivial<Partial<X, E>>,
        impl Fn(&X::Element) -> Result<X::Element, E> + use<'_, G, X, E, F>,
    >
    where
        G: Clone,
        X: Clone,
    {
        let codomain = Partial::new(self.domain.clone());
        let map = |x: &X::Element| self.canonical(x);
        EquivariantMap::invariant(self.group.clone(), self.domain.clone(), codomain, map)
    }

    /// The equivariant map x ↦ ρ(x)·h(ρ(x)⁻¹·x), which is h on canonical forms.
    ///
    /// # Examples
    ///
    /// The mean from the first observation: x₁ + the mean of the differences.
    ///
    /// ```
    /// use equivariant::{Frame, sets::{Power, Reals}};
    /// let line = Reals::<f64>::default();
    /// let first = Frame::total(line, Power::new(line), |x: &Vec<f64>| x[0]);
    /// let mean = first.extend(line, |y| Ok(y.iter().sum::<f64>() / y.len() as f64));
    /// assert_eq!(mean.apply(&vec![1e9, 1e9 + 3.0]), Ok(1e9 + 1.5));
    /// ```
    #[must_use]
    pub fn extend<'a, Y, H>(
        &'a self,
        codomain: Y,
        h: H,
    ) -> EquivariantMap<
        G,
        X,
        Partial<Y, E>,
        impl Fn(&X::Element) -> Result<Y::Element, E> + use<'a, G, X, E, F, Y, H>,
    >
    where
        G: Clone,
        X: Clone,
        Y: GSet<G> + Clone,
        H: Fn(&X::Element) -> Result<Y::Element, E> + 'a,
    {
        let values = codomain.clone();
        let map = move |x: &X::Element| {
            let rho = self.at(x)?;
            let canonical = self.domain.act_inverse(&self.group, &rho, x);
            Ok(values.act(&rho, &h(&canonical)?))
        };
        let codomain = Partial::new(codomain);
        EquivariantMap::new(self.group.clone(), self.domain.clone(), codomain, map)
    }

    /// The same frame with its type forgotten, so that frames can be stored together.
    ///
    /// # Examples
    ///
    /// See [`BoxedFrame`].
    pub fn boxed(self) -> Frame<G, X, E>
    where
        F: Send + Sync + 'static,
    {
        Frame {
            group: self.group,
            domain: self.domain,
            map: Box::new(self.map),
            refusal: self.refusal,
        }
    }
}

impl<G: Group, X: GSet<G>> Frame<G, X, Infallible> {
    /// A frame that exists at every point.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Frame, sets::Reals};
    /// let line = Reals::<f64>::default();
    /// assert_eq!(Frame::total(line, line, |x: &f64| *x).canonical(&5.0), Ok(0.0));
    /// ```
    pub fn total<R>(
        group: G,
        domain: X,
        map: R,
    ) -> Frame<G, X, Infallible, impl Fn(&X::Element) -> Result<G::Element, Infallible>>
    where
        R: Fn(&X::Element) -> G::Element,
    {
        Frame::new(group, domain, move |x: &X::Element| Ok(map(x)))
    }
}

impl<G: Group + Debug, X: Set + Debug, E, F> Debug for Frame<G, X, E, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frame")
            .field("group", &self.group)
            .field("domain", &self.domain)
            .finish_non_exhaustive()
    }
}
