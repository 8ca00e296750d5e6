//! Cocycles: elements of a group that depend on a point.

use crate::action::GSet;
use crate::group::Group;
use crate::homomorphism::Homomorphism;

/// A cocycle c : G × X → H of an action of G on X: a homomorphism that may depend on the point.
///
/// Where a homomorphism φ says that f moves by φ(g) whatever x is, f(g·x) = φ(g)·f(x), a cocycle says by
/// how much it moves there: f(g·x) = c(g, x)·f(x). That it is one is what makes
/// g·(x, y) = (g·x, c(g, x)·y) an action, the [`SkewProduct`](super::SkewProduct).
///
/// # Laws
///
/// ```text
/// closed          c(g, x)  ∈  H
/// cocycle    c(g · h, x)  ~  c(g, h·x) · c(h, x)
/// ```
///
/// A homomorphism is a cocycle that does not look at the point.
///
/// # Examples
///
/// The digit that is carried when hours are counted on a clock: whole days.
///
/// ```
/// use equivariant::{Cocycle, action::laws, groups::{Cyclic, Integers}, homomorphisms::Residue};
/// use equivariant::{Pullback, sets::Regular};
///
/// let c24 = Cyclic::new(24)?;
/// let clock = Pullback { along: Residue::new(c24), set: Regular(c24) };
/// let days = Cocycle::new(Integers, clock, Integers, |g: &i64, hour: &u64| (g + *hour as i64).div_euclid(24));
/// assert_eq!(days.apply(&5, &23), 1);
/// laws::cocycle(&days, &30, &-7, &23)?;
///
/// let rounded = Cocycle::new(Integers, clock, Integers, |g: &i64, _: &u64| g / 24);
/// assert!(laws::cocycle(&rounded, &12, &12, &0).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// R. J. Zimmer, *Ergodic Theory and Semisimple Groups* (Birkhäuser, 1984), section 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cocycle<G, X, H, C> {
    source: G,
    base: X,
    target: H,
    map: C,
}

impl<G, X, H, C> Cocycle<G, X, H, C>
where
    G: Group,
    X: GSet<G>,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
{
    /// The cocycle of the action of `source` on `base` that sends g and x to `map(g, x)` in `target`.
    pub fn new(source: G, base: X, target: H, map: C) -> Self {
        Cocycle {
            source,
            base,
            target,
            map,
        }
    }

    /// The group G.
    pub fn source(&self) -> &G {
        &self.source
    }

    /// The G-set X.
    pub fn base(&self) -> &X {
        &self.base
    }

    /// The group H.
    pub fn target(&self) -> &H {
        &self.target
    }

    /// The element c(g, x).
    #[inline]
    pub fn apply(&self, g: &G::Element, x: &X::Element) -> H::Element {
        (self.map)(g, x)
    }

    /// The cocycle φ(c(g, x)): first this cocycle, then a homomorphism.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Cocycle, groups::{Cyclic, Integers}, homomorphisms::Residue, sets::Regular};
    /// let steps = Cocycle::new(Integers, Regular(Integers), Integers, |g: &i64, _: &i64| *g);
    /// assert_eq!(steps.then(Residue::new(Cyclic::new(5)?)).apply(&7, &0), 2);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn then<P>(
        self,
        phi: P,
    ) -> Cocycle<
        G,
        X,
        P::Target,
        impl Fn(&G::Element, &X::Element) -> <P::Target as crate::set::Set>::Element,
    >
    where
        P: Homomorphism<Source = H>,
        P::Target: Clone,
    {
        let map = self.map;
        Cocycle {
            source: self.source,
            base: self.base,
            target: phi.target().clone(),
            map: move |g: &G::Element, x: &X::Element| phi.apply(&map(g, x)),
        }
    }
}
