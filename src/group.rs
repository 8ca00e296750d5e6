//! Groups: an identity, an associative product, inverses.

mod abelian;
mod closure;
pub(crate) mod digits;
mod generated;
#[cfg(feature = "rand")]
mod haar;
pub mod laws;
mod laws_on;
mod lie;
mod modular;
mod pointer;
mod recognition;
mod subgroup_where;

pub use abelian::Abelian;
pub(crate) use closure::Closure;
pub use generated::Generated;
#[cfg(feature = "rand")]
pub use haar::HaarMeasure;
pub(crate) use laws_on::laws_on;
pub use lie::{LieGroup, OutsideLogarithm};
pub use modular::HaarDensity;
pub(crate) use recognition::name_of_group;
pub use recognition::recognise;
pub(crate) use subgroup_where::subgroup_where;

use crate::set::{FiniteSet, Set};

/// A group: a set with an associative product, an identity and inverses.
///
/// # Laws
///
/// ```text
/// closed            g · h, g⁻¹, e  ∈  G
/// associative      (g · h) · k  ~  g · (h · k)
/// left_identity          e · g  ~  g
/// left_inverse         g⁻¹ · g  ~  e
/// ```
///
/// That e and g⁻¹ work on the right as well is a theorem.
///
/// # Conventions
///
/// The value is the group; its elements are plain data and do not know it.
/// Where the group acts, `g · h` means *first `h`, then `g`*.
///
/// # Examples
///
/// A group of one's own: the hours of a clock.
///
/// ```
/// use equivariant::{Group, Set, group::laws};
///
/// struct Clock;
///
/// impl Set for Clock {
///     type Element = u8;
///     fn contains(&self, x: &u8) -> bool { *x < 12 }
///     fn distance(&self, x: &u8, y: &u8) -> f64 { f64::from(x.abs_diff(*y)) }
/// }
///
/// impl Group for Clock {
///     fn identity(&self) -> u8 { 0 }
///     fn compose(&self, g: &u8, h: &u8) -> u8 { (g + h) % 12 }
///     fn inverse(&self, g: &u8) -> u8 { (12 - g) % 12 }
/// }
///
/// laws::associative(&Clock, &9, &5, &11)?;
/// assert_eq!(Clock.power(&5, 3), 3);
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a group",
    label = "this must implement `equivariant::Group`",
    note = "a group is a `Set` with `identity`, `compose` and `inverse`; the group is a value, its elements are plain data",
    note = "for a ready-made one see `equivariant::groups`, for instance `SpecialOrthogonal::<3>::default()`, `Cyclic::new(6)?`"
)]
pub trait Group: Set {
    /// The identity e.
    fn identity(&self) -> Self::Element;

    /// The product g · h.
    fn compose(&self, g: &Self::Element, h: &Self::Element) -> Self::Element;

    /// The inverse g⁻¹.
    fn inverse(&self, g: &Self::Element) -> Self::Element;

    /// The power gⁿ, with g⁻ⁿ = (g⁻¹)ⁿ.
    ///
    /// # Complexity
    ///
    /// O(log |n|) products, by squaring.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::Cyclic};
    /// assert_eq!(Cyclic::new(12)?.power(&5, -2), 2);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    fn power(&self, g: &Self::Element, n: i64) -> Self::Element {
        let mut base = if n < 0 { self.inverse(g) } else { g.clone() };
        let mut exponent = n.unsigned_abs();
        let mut product = self.identity();
        while exponent > 0 {
            if exponent & 1 == 1 {
                product = self.compose(&product, &base);
            }
            exponent >>= 1;
            if exponent > 0 {
                base = self.compose(&base, &base);
            }
        }
        product
    }

    /// The conjugate g · h · g⁻¹ of h by g.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Permutation, Symmetric}};
    /// let [g, h] = [[1, 2, 0], [1, 0, 2]].map(|images| Permutation::new(images).unwrap());
    /// // (0 1) with its points renamed by 0 ↦ 1 ↦ 2 ↦ 0
    /// assert_eq!(Symmetric::new(3).conjugate(&g, &h), Permutation::new([0, 2, 1])?);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    fn conjugate(&self, g: &Self::Element, h: &Self::Element) -> Self::Element {
        self.compose(&self.compose(g, h), &self.inverse(g))
    }

    /// The commutator g · h · g⁻¹ · h⁻¹.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::Cyclic};
    /// assert_eq!(Cyclic::new(12)?.commutator(&5, &7), 0); // it is abelian
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    fn commutator(&self, g: &Self::Element, h: &Self::Element) -> Self::Element {
        self.compose(&self.conjugate(g, h), &self.inverse(h))
    }

    /// Elements g₁, …, gₖ of a simpler kind with g₁ ⋯ gₖ = g: generators, rotations about an axis,
    /// transpositions. The default knows of nothing simpler than g.
    ///
    /// A counterexample with g is walked down to one with a single factor, and with a factor of that
    /// one, until an element is its own only factor. The identity has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{DihedralElement, Dihedral}};
    /// let d5 = Dihedral::new(5)?;
    /// assert_eq!(d5.factors(&DihedralElement::reflection(1)), [DihedralElement::turn(1), DihedralElement::reflection(0)]);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    fn factors(&self, g: &Self::Element) -> Vec<Self::Element> {
        vec![g.clone()]
    }

    /// The group as a finite set, if it is one.
    ///
    /// A proof about an action that is given as a black box runs through all elements, and so does
    /// the search for the subgroup for which a map is equivariant. A finite group of your own
    /// answers `Some(Box::new(self))`; a construction makes the set from those of its parts.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Cyclic, Integers}};
    /// assert!(Integers.finite().is_none());
    /// assert_eq!(Cyclic::new(12)?.finite().unwrap().cardinality(), Some(12));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = Self::Element> + '_>> {
        None
    }

    /// Whether the group laws, and that its [generators](Generated) generate it, are a theorem for this
    /// structure rather than a claim to be checked.
    ///
    /// The groups of this crate say yes, after testing; a construction says yes if its parts do.
    /// Leave the default for a group of your own, and a proof checks it first.
    fn lawful_by_construction(&self) -> bool {
        false
    }
}
