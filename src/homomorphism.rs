//! Homomorphisms: maps between groups that respect the product.

mod between;
mod composition;
mod extension;
pub mod laws;

pub use between::Between;
pub use composition::Composition;
pub(crate) use extension::{Obstruction, extension};

use crate::group::Group;
use crate::set::{FiniteSet, Set};

/// A group homomorphism φ : G → G′.
///
/// # Laws
///
/// ```text
/// closed             φ(g)  ∈  G′
/// multiplicative   φ(g · h)  ~  φ(g) · φ(h)
/// ```
///
/// That φ(e) = e and φ(g⁻¹) = φ(g)⁻¹ is a theorem.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, Homomorphism, groups::Cyclic, homomorphisms::Reduction};
///
/// let residue = Reduction::new(Cyclic::new(12)?, Cyclic::new(4)?)?;
/// assert_eq!(residue.apply(&7), 3);
/// assert_eq!(residue.kernel(), [0, 4, 8]);
/// assert_eq!(residue.image(), [0, 1, 2, 3]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a homomorphism",
    label = "this must implement `equivariant::Homomorphism`",
    note = "for a closure φ, write `Between::new(source, target, |g| …)`",
    note = "for a ready-made one see `equivariant::homomorphisms`"
)]
pub trait Homomorphism {
    /// The group that φ starts from.
    type Source: Group;

    /// The group that φ leads to.
    type Target: Group;

    /// The group that φ starts from.
    fn source(&self) -> &Self::Source;

    /// The group that φ leads to.
    fn target(&self) -> &Self::Target;

    /// The image φ(g) of an element.
    fn apply(&self, g: &<Self::Source as Set>::Element) -> <Self::Target as Set>::Element;

    /// Whether multiplicativity is a theorem for this homomorphism rather than a claim to be
    /// checked; see [`Group::lawful_by_construction`].
    fn lawful_by_construction(&self) -> bool {
        false
    }

    /// First this homomorphism, then `next`.
    ///
    /// ```
    /// use equivariant::{Homomorphism, groups::{Cyclic, Integers}, homomorphisms::{Reduction, Residue}};
    /// let mod_12 = Residue::new(Cyclic::new(12)?);
    /// let mod_4 = mod_12.then(Reduction::new(Cyclic::new(12)?, Cyclic::new(4)?)?);
    /// assert_eq!(mod_4.apply(&-1), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn then<P: Homomorphism<Source = Self::Target>>(self, next: P) -> Composition<Self, P>
    where
        Self: Sized,
    {
        Composition {
            first: self,
            second: next,
        }
    }

    /// First `previous`, then this homomorphism: φ ∘ ψ.
    fn compose<P: Homomorphism<Target = Self::Source>>(self, previous: P) -> Composition<P, Self>
    where
        Self: Sized,
    {
        Composition {
            first: previous,
            second: self,
        }
    }

    /// The kernel { g : φ(g) = e }, by its elements, for a finite source.
    ///
    /// # Complexity
    ///
    /// O(|G|).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::Reduction};
    /// let phi = Reduction::new(Cyclic::new(12)?, Cyclic::new(4)?)?;
    /// assert_eq!(phi.kernel(), [0, 4, 8]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn kernel(&self) -> Vec<<Self::Source as Set>::Element>
    where
        Self::Source: FiniteSet,
    {
        let e = self.target().identity();
        self.source()
            .elements()
            .filter(|g| self.target().same(&self.apply(g), &e))
            .collect()
    }

    /// The image φ(G), each element once, for a finite source.
    ///
    /// # Complexity
    ///
    /// O(|G| |φ(G)|) comparisons.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::Reduction};
    /// let phi = Reduction::new(Cyclic::new(12)?, Cyclic::new(4)?)?;
    /// assert_eq!(phi.image(), [0, 1, 2, 3]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn image(&self) -> Vec<<Self::Target as Set>::Element>
    where
        Self::Source: FiniteSet,
    {
        let mut image: Vec<<Self::Target as Set>::Element> = Vec::new();
        for g in self.source().elements() {
            let value = self.apply(&g);
            if !image.iter().any(|seen| self.target().same(seen, &value)) {
                image.push(value);
            }
        }
        image
    }
}

impl<P: Homomorphism + ?Sized> Homomorphism for &P {
    type Source = P::Source;
    type Target = P::Target;

    fn source(&self) -> &P::Source {
        (**self).source()
    }

    fn target(&self) -> &P::Target {
        (**self).target()
    }

    #[inline]
    fn apply(&self, g: &<P::Source as Set>::Element) -> <P::Target as Set>::Element {
        (**self).apply(g)
    }

    fn lawful_by_construction(&self) -> bool {
        (**self).lawful_by_construction()
    }
}
