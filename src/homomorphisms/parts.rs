//! The linear part and the scale of a transformation.

use nalgebra::{Isometry, Rotation, SMatrix, Similarity};

use crate::group::Group;
use crate::groups::{
    Affine, AffineLine, AffineTransformation, Euclidean, GeneralLinear, LocationScale, Orthogonal,
    PositiveReals, SignedAffineLine, Similarities, SpecialEuclidean, SpecialOrthogonal,
};
use crate::homomorphism::Homomorphism;
use crate::set::Real;

/// The linear part of a transformation p ↦ A p + t: from SE(D) to SO(D), from E(D) to O(D), from the
/// affine group to GL(D).
///
/// It says how vectors move where points are moved by the whole transformation.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::SpecialEuclidean, homomorphisms::LinearPart};
/// use nalgebra::{Isometry, Rotation2, Translation2};
///
/// let turned = Isometry::from_parts(Translation2::new(5.0, 0.0), Rotation2::new(1.0));
/// assert_eq!(LinearPart::new(SpecialEuclidean::<2>::default()).apply(&turned), Rotation2::new(1.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinearPart<G, H> {
    source: G,
    target: H,
}

impl<G: Group, H: Group + Default> LinearPart<G, H>
where
    Self: Homomorphism,
{
    /// The linear part of the transformations in this group.
    pub fn new(source: G) -> Self {
        LinearPart {
            source,
            target: H::default(),
        }
    }
}

/// The scale of a transformation: (a, b) ↦ |a| from the changes x ↦ a x + b of location and scale, and
/// (s, R, t) ↦ s from the similarities p ↦ s R p + t, to the positive numbers.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::{AffineLine, LocationScale}, homomorphisms::ScalePart};
/// let fahrenheit = LocationScale { scale: 1.8, location: 32.0 };
/// assert_eq!(ScalePart::new(AffineLine::default()).apply(&fahrenheit), 1.8);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScalePart<G, T = f64> {
    source: G,
    target: PositiveReals<T>,
}

impl<G: Group, T: Real> ScalePart<G, T> {
    /// The scale of the transformations in this group.
    pub fn new(source: G) -> Self {
        ScalePart {
            source,
            target: PositiveReals::default(),
        }
    }
}

macro_rules! parts {
    ($([$($generics:tt)*] $part:ty : $source:ty => $target:ty, |$g:ident: $element:ty| $image:ty = $expr:expr;)*) => {$(
        impl<$($generics)*> Homomorphism for $part {
            type Source = $source;
            type Target = $target;

            fn source(&self) -> &$source {
                &self.source
            }

            fn target(&self) -> &$target {
                &self.target
            }

            #[inline]
            fn apply(&self, $g: &$element) -> $image {
                $expr
            }

            fn lawful_by_construction(&self) -> bool {
                true
            }
        }
    )*};
}

parts! {
    [const D: usize, T: Real] LinearPart<SpecialEuclidean<D, T>, SpecialOrthogonal<D, T>>
        : SpecialEuclidean<D, T> => SpecialOrthogonal<D, T>,
        |g: Isometry<T, Rotation<T, D>, D>| Rotation<T, D> = g.rotation;
    [const D: usize, T: Real] LinearPart<Euclidean<D, T>, Orthogonal<D, T>>
        : Euclidean<D, T> => Orthogonal<D, T>,
        |g: AffineTransformation<D, T>| SMatrix<T, D, D> = g.linear;
    [const D: usize, T: Real] LinearPart<Affine<D, T>, GeneralLinear<D, T>>
        : Affine<D, T> => GeneralLinear<D, T>,
        |g: AffineTransformation<D, T>| SMatrix<T, D, D> = g.linear;
    [T: Real] ScalePart<AffineLine<T>, T>
        : AffineLine<T> => PositiveReals<T>,
        |g: LocationScale<T>| T = g.scale;
    [T: Real] ScalePart<SignedAffineLine<T>, T>
        : SignedAffineLine<T> => PositiveReals<T>,
        |g: LocationScale<T>| T = g.scale.abs();
    [const D: usize, T: Real] ScalePart<Similarities<D, T>, T>
        : Similarities<D, T> => PositiveReals<T>,
        |g: Similarity<T, Rotation<T, D>, D>| T = g.scaling();
}
