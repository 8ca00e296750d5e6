//! A product of groups and its factors.

use crate::group::Group;
use crate::homomorphism::Homomorphism;

/// The projection of a product of groups onto its I-th factor, counted from 0: (g, h) ↦ g or h.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::Projection};
/// let product = (Cyclic::new(2)?, Cyclic::new(3)?);
/// let onto_second = Projection::<_, 1>::new(product);
/// assert_eq!(onto_second.apply(&(1, 2)), 2);
/// assert_eq!(onto_second.kernel(), [(0, 0), (1, 0)]);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Projection<P, const I: usize>(P);

impl<P: Group, const I: usize> Projection<P, I> {
    /// The projection of this product.
    pub const fn new(product: P) -> Self {
        Projection(product)
    }
}

/// The inclusion of the I-th factor in a product of groups, counted from 0: g ↦ (g, e) or (e, g).
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::FactorInclusion};
/// let product = (Cyclic::new(2)?, Cyclic::new(3)?);
/// assert_eq!(FactorInclusion::<_, 1>::new(product).apply(&2), (0, 2));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactorInclusion<P, const I: usize>(P);

impl<P: Group, const I: usize> FactorInclusion<P, I> {
    /// The inclusion in this product.
    pub const fn new(product: P) -> Self {
        FactorInclusion(product)
    }
}

macro_rules! factors {
    ($([$($G:ident),+] $i:tt $factor:ident;)*) => {$(
        impl<$($G: Group),+> Homomorphism for Projection<($($G,)+), $i> {
            type Source = ($($G,)+);
            type Target = $factor;

            fn source(&self) -> &Self::Source {
                &self.0
            }

            fn target(&self) -> &$factor {
                &self.0.$i
            }

            #[inline]
            fn apply(&self, g: &($($G::Element,)+)) -> $factor::Element {
                g.$i.clone()
            }

            fn lawful_by_construction(&self) -> bool {
                true
            }
        }

        impl<$($G: Group),+> Homomorphism for FactorInclusion<($($G,)+), $i> {
            type Source = $factor;
            type Target = ($($G,)+);

            fn source(&self) -> &$factor {
                &self.0.$i
            }

            fn target(&self) -> &Self::Target {
                &self.0
            }

            #[inline]
            fn apply(&self, g: &$factor::Element) -> ($($G::Element,)+) {
                let mut image = self.0.identity();
                image.$i = g.clone();
                image
            }

            fn lawful_by_construction(&self) -> bool {
                true
            }
        }
    )*};
}

factors! {
    [G, H] 0 G;
    [G, H] 1 H;
    [G, H, K] 0 G;
    [G, H, K] 1 H;
    [G, H, K] 2 K;
}
