//! Semidirect products.

use crate::action::Equipped;
use crate::group::{Generated, Group};
use crate::law::{Equation, Violation};
use crate::set::{FiniteSet, Set, forward_finite_set, forward_set};

/// The semidirect product N ⋊ H for an action α of H on N by automorphisms.
///
/// # Laws
///
/// ```text
/// (n, h) · (m, k)  =  (n · α_h(m), h · k)
/// automorphism     α_h(n · m)  ~  α_h(n) · α_h(m)
/// action         α_h(α_k(n))  ~  α_hk(n),   α_e(n)  ~  n
/// ```
///
/// That α is an action by automorphisms is a claim. If it is none then the product breaks a group law,
/// which every check of the group finds. For the cause, ask [`automorphism`](Self::automorphism), and
/// check the action of H on the set [`acted_on`](Self::acted_on).
///
/// # Examples
///
/// The symmetries of a square as turns and a reflection that reverses them:
///
/// ```
/// use equivariant::{Exhaustive, Group, groups::{Cyclic, Semidirect}, group::recognise};
///
/// let (c4, c2) = (Cyclic::new(4)?, Cyclic::new(2)?);
/// let d4 = Semidirect::new(c4, c2, move |h: &u64, n: &u64| if *h == 0 { *n } else { c4.inverse(n) });
/// Exhaustive.group(&d4)?;
/// assert_eq!(recognise(&d4).as_deref(), Some("D₄"));
///
/// let wrong = Semidirect::new(c4, c2, |h: &u64, n: &u64| (n + h) % 4); // moves the identity
/// assert!(Exhaustive.group(&wrong).is_err());
/// assert!(wrong.automorphism(&1, &1, &1).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Semidirect<N, H, A> {
    parts: (N, H),
    action: A,
}

impl<N, H, A> Semidirect<N, H, A>
where
    N: Group,
    H: Group,
    A: Fn(&H::Element, &N::Element) -> N::Element,
{
    /// The product of the normal subgroup `n` and the group `h` that acts on it by `action`, the
    /// function (h, n) ↦ α_h(n).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Integers, Semidirect}};
    /// let klein = Semidirect::new(Integers, Integers, |h: &i64, n: &i64| if h % 2 == 0 { *n } else { -n });
    /// assert_eq!(klein.compose(&(1, 1), &(2, 0)), (-1, 1)); // (n · α_h(m), h · k)
    /// ```
    pub fn new(n: N, h: H, action: A) -> Self {
        Semidirect {
            parts: (n, h),
            action,
        }
    }

    /// The normal subgroup N.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{Integers, Semidirect};
    /// let klein = Semidirect::new(Integers, Integers, |h: &i64, n: &i64| if h % 2 == 0 { *n } else { -n });
    /// assert_eq!(*klein.normal(), Integers);
    /// ```
    pub fn normal(&self) -> &N {
        &self.parts.0
    }

    /// The group H that acts on it.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{Integers, Semidirect};
    /// let klein = Semidirect::new(Integers, Integers, |h: &i64, n: &i64| if h % 2 == 0 { *n } else { -n });
    /// assert_eq!(*klein.acting(), Integers);
    /// ```
    pub fn acting(&self) -> &H {
        &self.parts.1
    }

    /// N as a set with the action α of H, so that the laws of actions can be asked of it.
    ///
    /// ```
    /// use equivariant::{Diagnosis, Exhaustive, groups::{Cyclic, Semidirect}};
    ///
    /// // multiplication by 2ʰ is an automorphism for each h, but 2⁴ is not 1 modulo 7
    /// let (c7, c4) = (Cyclic::new(7)?, Cyclic::new(4)?);
    /// let wrong = Semidirect::new(c7, c4, |h: &u64, n: &u64| (n << h) % 7);
    /// let refused = Exhaustive.action(wrong.acting(), &wrong.acted_on()).unwrap_err();
    /// assert_eq!(refused.law(), "compatible");
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn acted_on(&self) -> Equipped<&N, &A> {
        Equipped {
            set: self.normal(),
            action: &self.action,
        }
    }

    /// `α_h(n · m) ~ α_h(n) · α_h(m)`
    ///
    /// # Errors
    ///
    /// The [`Violation`], if h does not act by an automorphism here.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{Integers, Semidirect};
    /// // ℤ ⋊ ℤ with the action by signs
    /// let klein = Semidirect::new(Integers, Integers, |h: &i64, n: &i64| if h % 2 == 0 { *n } else { -n });
    /// klein.automorphism(&3, &5, &7)?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn automorphism(
        &self,
        h: &H::Element,
        n: &N::Element,
        m: &N::Element,
    ) -> Result<f64, Violation> {
        let normal = self.normal();
        let sides = |n: &_, m: &_| {
            let images = [n, m].map(|n| (self.action)(h, n));
            [
                (self.action)(h, &normal.compose(n, m)),
                normal.compose(&images[0], &images[1]),
            ]
        };
        Equation::new("automorphism", normal, ["α(n · m)", "α(n) · α(m)"]).check(
            || sides(n, m),
            |inputs| {
                inputs
                    .vary("n", normal, n, |n| sides(n, m))
                    .vary("m", normal, m, |m| sides(n, m))
            },
        )
    }
}

impl<N, H, A> Semidirect<N, H, A> {
    /// The two groups.
    #[cfg(feature = "proptest")]
    pub(crate) const fn parts(&self) -> &(N, H) {
        &self.parts
    }
}

forward_set! {
    [N: Set, H: Set, A] Semidirect<N, H, A> : (N, H), |this| this.parts;
}
forward_finite_set! { [N: FiniteSet, H: FiniteSet, A] Semidirect<N, H, A>, |this| this.parts; }

impl<N, H, A> Group for Semidirect<N, H, A>
where
    N: Group,
    H: Group,
    A: Fn(&H::Element, &N::Element) -> N::Element,
{
    fn identity(&self) -> Self::Element {
        self.parts.identity()
    }

    /// (n, h) · (m, k) = (n · α_h(m), h · k)
    fn compose(&self, (n, h): &Self::Element, (m, k): &Self::Element) -> Self::Element {
        let normal = self.normal().compose(n, &(self.action)(h, m));
        (normal, self.acting().compose(h, k))
    }

    /// (n, h)⁻¹ = (α_h⁻¹(n⁻¹), h⁻¹)
    fn inverse(&self, (n, h): &Self::Element) -> Self::Element {
        let inverse = self.acting().inverse(h);
        ((self.action)(&inverse, &self.normal().inverse(n)), inverse)
    }

    /// (n, h) = (n, e) · (e, h), each by its own factors.
    fn factors(&self, g: &Self::Element) -> Vec<Self::Element> {
        self.parts.factors(g)
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = Self::Element> + '_>> {
        self.parts.finite()
    }
}

impl<N, H, A> Generated for Semidirect<N, H, A>
where
    N: Generated,
    H: Generated,
    A: Fn(&H::Element, &N::Element) -> N::Element,
{
    /// The generators of N and of H.
    fn generators(&self) -> Vec<Self::Element> {
        self.parts.generators()
    }
}

/// The product of the measures of N and H: an automorphism of a compact group keeps its Haar measure.
#[cfg(feature = "rand")]
impl<N, H, A> crate::group::HaarMeasure for Semidirect<N, H, A>
where
    N: crate::group::HaarMeasure,
    H: crate::group::HaarMeasure,
    A: Fn(&H::Element, &N::Element) -> N::Element,
{
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> Self::Element {
        self.parts.sample(random)
    }
}
