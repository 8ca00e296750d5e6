//! Maximal invariants.

use std::fmt::{self, Debug};

use crate::action::{GSet, Trivial};
use crate::group::Group;
use crate::law::{Diagnosis, Equation, Violation};
use crate::map::EquivariantMap;
use crate::set::Set;

/// A maximal invariant: a map y that is the same at two points exactly if they are on one orbit.
///
/// It comes with the proof: a transporter, which gives for two points with the same value an element of the
/// group that carries one to the other.
///
/// # Laws
///
/// ```text
/// invariant     y(g·x)  ~  y(x)                               the map `map()`
/// separating  τ(x, x′)·x  ~  x′   if y(x) ~ y(x′)
/// ```
///
/// **Theorem.** Every invariant map is a function of a maximal one. Where the parameters of an invariant
/// problem are one orbit, the law of a maximal invariant of the samples is the same for all of them.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::maximal_invariants::differences;
/// let differences = differences();
/// assert!(differences.same_orbit(&vec![1.0, 5.0], &vec![3.0, 7.0]));
/// assert_eq!(differences.transporter(&vec![1.0, 5.0], &vec![3.0, 7.0]), Some(2.0));
/// assert!(!differences.same_orbit(&vec![1.0, 5.0], &vec![3.0, 8.0]));
/// ```
///
/// The range is invariant under shifts, and not maximal.
///
/// ```
/// use equivariant::{sets::{Power, Reals}, statistics::decision::MaximalInvariant};
/// let reals = Reals::<f64>::default();
/// let largest = |x: &Vec<f64>| x.iter().copied().fold(x[0], f64::max);
/// let smallest = |x: &Vec<f64>| x.iter().copied().fold(x[0], f64::min);
/// let range = MaximalInvariant::new(
///     reals, Power::new(reals), reals,
///     |x: &Vec<f64>| largest(x) - smallest(x),
///     |x: &Vec<f64>, y: &Vec<f64>| Some(largest(y) - largest(x)),
/// );
/// let violation = range.separates(&vec![0.0, 1.0, 4.0], &vec![0.0, 2.0, 4.0]).unwrap_err();
/// assert_eq!(violation.law(), "separating");
/// ```
///
/// # References
///
/// E. L. Lehmann and J. P. Romano, *Testing Statistical Hypotheses* (3rd ed., 2005), section 6.2.
#[derive(Clone)]
pub struct MaximalInvariant<G, X, Y, F, T> {
    group: G,
    domain: X,
    values: Y,
    map: F,
    transporter: T,
}

impl<G, X, Y, F, T> MaximalInvariant<G, X, Y, F, T>
where
    G: Group,
    X: GSet<G>,
    Y: Set,
    F: Fn(&X::Element) -> Y::Element,
    T: Fn(&X::Element, &X::Element) -> Option<G::Element>,
{
    /// The map y with the claim that it is a maximal invariant, and the transporter τ that shows it.
    ///
    /// Of two points with different values of y the transporter is not asked.
    pub fn new(group: G, domain: X, values: Y, map: F, transporter: T) -> Self {
        MaximalInvariant {
            group,
            domain,
            values,
            map,
            transporter,
        }
    }

    /// The value y(x).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::maximal_invariants::differences;
    /// assert_eq!(differences().at(&vec![1.0, 5.0, 3.0]), Ok(vec![-2.0, 2.0, 0.0]));
    /// ```
    #[inline]
    pub fn at(&self, x: &X::Element) -> Y::Element {
        (self.map)(x)
    }

    /// Whether two points are on one orbit: whether y is the same at both.
    ///
    /// # Examples
    ///
    /// See [`MaximalInvariant`].
    pub fn same_orbit(&self, x: &X::Element, other: &X::Element) -> bool {
        self.values.same(&self.at(x), &self.at(other))
    }

    /// An element that carries x to the other point, if they are on one orbit.
    ///
    /// # Examples
    ///
    /// See [`MaximalInvariant`].
    pub fn transporter(&self, x: &X::Element, other: &X::Element) -> Option<G::Element> {
        if self.same_orbit(x, other) {
            (self.transporter)(x, other)
        } else {
            None
        }
    }

    /// The map y, with the claim that it is invariant.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, statistics::decision::maximal_invariants::differences};
    /// Check::default().equivariant(&differences().map())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    #[must_use]
    pub fn map(
        &self,
    ) -> EquivariantMap<G, X, Trivial<Y>, impl Fn(&X::Element) -> Y::Element + use<'_, G, X, Y, F, T>>
    where
        G: Clone,
        X: Clone,
        Y: Clone,
    {
        let (group, domain) = (self.group.clone(), self.domain.clone());
        EquivariantMap::invariant(group, domain, self.values.clone(), |x| self.at(x))
    }

    /// `τ(x, x′)·x ~ x′` if `y(x) ~ y(x′)`
    ///
    /// # Errors
    ///
    /// The [`Violation`], if y is the same at two points between which there is no transporter, or one that
    /// does not carry x to x′.
    ///
    /// # Examples
    ///
    /// See [`MaximalInvariant`].
    pub fn separates(&self, x: &X::Element, other: &X::Element) -> Result<f64, Violation> {
        if !self.same_orbit(x, other) {
            return Ok(0.0);
        }
        let Some(g) = (self.transporter)(x, other) else {
            return Err(Violation::new("separating", Diagnosis::Unequal)
                .element("x", self.domain.describe(x))
                .element("x′", self.domain.describe(other))
                .element("y(x)", self.values.describe(&self.at(x))));
        };
        let sides = |x: &X::Element| [self.domain.act(&g, x), other.clone()];
        Equation::new("separating", &self.domain, ["τ(x, x′)·x", "x′"])
            .check(
                || sides(x),
                |inputs| inputs.vary("x", &self.domain, x, sides),
            )
            .map_err(|violation| violation.element("τ(x, x′)", self.group.describe(&g)))
    }
}

impl<G: Debug, X: Debug, Y: Debug, F, T> Debug for MaximalInvariant<G, X, Y, F, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MaximalInvariant")
            .field("group", &self.group)
            .field("domain", &self.domain)
            .field("values", &self.values)
            .finish_non_exhaustive()
    }
}
