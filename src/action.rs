//! Left actions of a group on a set.

mod cocycle;
mod equipped;
pub mod laws;
mod pointer;
mod product;
mod pullback;
mod skew_product;
mod trivial;

pub use cocycle::Cocycle;
pub use equipped::{Equipped, Natural};
pub use pullback::Pullback;
pub use skew_product::SkewProduct;
pub use trivial::Trivial;

use crate::group::Group;
use crate::law::Violation;
use crate::set::Set;

/// A left action of a group on a set, as a value of its own: α : G × X → X.
///
/// A closure is one. [`Equipped`] makes a set with such an action a [`GSet`].
///
/// # Laws
///
/// ```text
/// identity       e · x  ~  x
/// compatible   g · (h · x)  ~  (g · h) · x
/// ```
///
/// # Conventions
///
/// Only left actions. A right action x·g is the left action (g, x) ↦ x·g⁻¹, or a left action of
/// the opposite group.
///
/// # Examples
///
/// ```
/// use equivariant::{LeftAction, groups::Integers, sets::Reals};
/// let translate = |n: &i64, x: &f64| *n as f64 + x;
/// assert_eq!(LeftAction::<Integers, Reals>::act(&translate, &2, &0.5), 2.5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a left action of `{G}` on `{X}`",
    label = "this must implement `equivariant::LeftAction<{G}, {X}>`",
    note = "a closure `|g, x| …` that takes references to the elements and returns an element of the set is a left action"
)]
pub trait LeftAction<G: Group, X: Set> {
    /// The image g · x.
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element;
}

#[diagnostic::do_not_recommend]
impl<G, X, F> LeftAction<G, X> for F
where
    G: Group,
    X: Set,
    F: Fn(&G::Element, &X::Element) -> X::Element,
{
    #[inline]
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
        self(g, x)
    }
}

/// A set together with a chosen left action of `G`.
///
/// One set may be acted on by several groups: points move under translations, rotations, motions.
///
/// # Laws
///
/// ```text
/// closed            g · x  ∈  X
/// identity          e · x  ~  x
/// compatible  g · (h · x)  ~  (g · h) · x
/// continuous       d(g · x, x)  →  0   as g → e, for a Lie group
/// ```
///
/// # Examples
///
/// A G-set of one's own: the hands of a clock, turned by whole hours.
///
/// ```
/// use equivariant::{GSet, Group, Set, action::laws, groups::Cyclic};
///
/// struct Dial;
///
/// impl Set for Dial {
///     type Element = u64;
///     fn contains(&self, hour: &u64) -> bool { (1..=12).contains(hour) }
///     fn distance(&self, x: &u64, y: &u64) -> f64 { x.abs_diff(*y) as f64 }
/// }
///
/// impl GSet<Cyclic> for Dial {
///     fn act(&self, g: &u64, hour: &u64) -> u64 { (hour + g - 1) % 12 + 1 }
/// }
///
/// let hours = Cyclic::new(12)?;
/// laws::compatible(&hours, &Dial, &7, &8, &11)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{G}` does not act on `{Self}`",
    label = "this set needs an action of the group: `equivariant::GSet<{G}>`",
    note = "to choose an action, write `Equipped::new(group, set, |g, x| …)`",
    note = "to let nothing move, write `Trivial(set)` (a map into it is invariant)"
)]
pub trait GSet<G: Group>: Set {
    /// The image g · x.
    fn act(&self, g: &G::Element, x: &Self::Element) -> Self::Element;

    /// The image g⁻¹ · x.
    ///
    /// Overridden where it can be had with fewer roundings than through the inverse: (x − b)/a has all the
    /// digits of x − b, and x/a − b/a has lost them if b is large beside a.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{GSet, groups::{AffineLine, LocationScale}, sets::Reals};
    /// let g = LocationScale { scale: 1e-9, location: 1e6 };
    /// let x = 1e6 + 1e-9; // as near to that as a number can be
    /// let y = Reals::<f64>::default().act_inverse(&AffineLine::default(), &g, &x);
    /// assert_eq!(y, (x - 1e6) / 1e-9);
    /// ```
    fn act_inverse(&self, group: &G, g: &G::Element, x: &Self::Element) -> Self::Element {
        self.act(&group.inverse(g), x)
    }

    /// How a law writes the action of g on f(x).
    fn formula(&self) -> &'static str {
        "g·f(x)"
    }

    /// Whether it is by construction that no g moves anything: a map into such a set is invariant.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{GSet, Trivial, groups::Integers, sets::Reals};
    /// assert!(GSet::<Integers>::is_trivial(&Trivial(Reals::<f64>::default())));
    /// ```
    fn is_trivial(&self) -> bool {
        false
    }

    /// What has to hold for the pair g, h before the action can be one: that φ is multiplicative, say,
    /// for a set pulled back along φ, or that the group which acts is the one that the set is made of.
    ///
    /// Values are told apart only when they meet: ℤ/6 and ℤ/12 are of one type, and a proof checks this
    /// for generators and elements even where the laws of the action are a theorem.
    ///
    /// # Errors
    ///
    /// The [`Violation`], if it does not.
    fn premises(&self, _group: &G, _g: &G::Element, _h: &G::Element) -> Result<(), Violation> {
        Ok(())
    }

    /// What has to hold for the pair g, h at the point x before the action can be one: that c is a cocycle
    /// there, for a [`SkewProduct`].
    ///
    /// # Errors
    ///
    /// The [`Violation`], if it does not.
    fn premises_at(
        &self,
        _group: &G,
        _g: &G::Element,
        _h: &G::Element,
        _x: &Self::Element,
    ) -> Result<(), Violation> {
        Ok(())
    }

    /// Whether the laws of the action are a theorem for this structure rather than a claim to be
    /// checked; see [`Group::lawful_by_construction`].
    fn lawful_by_construction(&self) -> bool {
        false
    }
}
