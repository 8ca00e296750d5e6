//! Claims about samples of points.

use nalgebra::Point;

use super::{Claim, within_rounding_of};
use crate::action::{Pullback, Trivial};
use crate::groups::{
    Affine, DirectPower, Euclidean, GeneralLinear, SignedAffineLine, Similarities, Translations,
};
use crate::homomorphisms::LinearPart;
use crate::set::Within;
use crate::sets::{Forms, Multisets, Points, Power, Reals, Regular};
use crate::statistics::multivariate::Shapes;

/// A set of matrices that an affine map moves by its linear part.
type ByLinearPart<const D: usize, Y> = Pullback<LinearPart<Affine<D>, GeneralLinear<D>>, Y>;

fn by_linear_part<const D: usize, Y>(set: Y) -> ByLinearPart<D, Y> {
    Pullback {
        along: LinearPart::new(Affine::default()),
        set,
    }
}

/// A location in space: T(A x + b) = A T(x) + b for every invertible A, whatever the order of the
/// observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::{Affine, AffineTransformation}, statistics::claim::{AffineLocation, Claim}};
/// use nalgebra::{matrix, point, vector};
/// let shear = AffineTransformation { linear: matrix![1.0, 2.0; 0.0, 1.0], translation: vector![0.0, 5.0] };
/// let values = AffineLocation::<2>.values();
/// assert_eq!(GSet::<Affine<2>>::act(&values, &shear, &point![1.0, 1.0]), point![3.0, 6.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffineLocation<const D: usize>;

impl<const D: usize> Claim for AffineLocation<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = Points<D>;

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Points<D> {
        Points::default()
    }

    fn formula(&self) -> &'static str {
        "T(A x + b) = A T(x) + b"
    }
}

/// A location in space that moves with similarities: T(s R x + b) = s R T(x) + b for every rotation R
/// and every s > 0, whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, statistics::claim::{Claim, SimilarityLocation}};
/// assert_eq!(SimilarityLocation::<3>.group().identity().scaling(), 1.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SimilarityLocation<const D: usize>;

impl<const D: usize> Claim for SimilarityLocation<D> {
    type Group = Similarities<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = Points<D>;

    fn group(&self) -> Similarities<D> {
        Similarities::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Points<D> {
        Points::default()
    }

    fn formula(&self) -> &'static str {
        "T(s R x + b) = s R T(x) + b"
    }
}

/// A location in space that moves with motions and mirrors: T(R x + b) = R T(x) + b for every orthogonal R,
/// whatever the order of the observations.
///
/// The unit of length is known, and values that differ by its rounding are the same, also where the whole
/// sample is smaller.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, statistics::claim::{Claim, EuclideanLocation}};
/// use nalgebra::point;
/// let values = EuclideanLocation::<2> { unit: 1.0 }.values();
/// assert!(values.same(&point![0.0, 0.0], &point![1e-16, 0.0]));
/// assert!(!values.same(&point![0.0, 0.0], &point![1e-9, 0.0]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EuclideanLocation<const D: usize> {
    /// The unit of length.
    pub unit: f64,
}

impl<const D: usize> Claim for EuclideanLocation<D> {
    type Group = Euclidean<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = Within<Points<D>>;

    fn group(&self) -> Euclidean<D> {
        Euclidean::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Within<Points<D>> {
        within_rounding_of(self.unit, Points::default())
    }

    fn formula(&self) -> &'static str {
        "T(R x + b) = R T(x) + b"
    }
}

/// A location in space that moves with translations: T(x + b) = T(x) + b, whatever the order of the
/// observations.
///
/// The units of the axes are known, and values that differ by the rounding of the largest are the same, also
/// where the whole sample is smaller.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::Translations, statistics::claim::{Claim, TranslatedLocation}};
/// use nalgebra::{Translation, point};
/// let values = TranslatedLocation::<2> { unit: 1.0 }.values();
/// let moved = GSet::<Translations<2>>::act(&values, &Translation::from([1.0, 2.0]), &point![5.0, 5.0]);
/// assert_eq!(moved, point![6.0, 7.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TranslatedLocation<const D: usize> {
    /// The largest unit.
    pub unit: f64,
}

impl<const D: usize> Claim for TranslatedLocation<D> {
    type Group = Translations<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = Within<Points<D>>;

    fn group(&self) -> Translations<D> {
        Translations::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Within<Points<D>> {
        within_rounding_of(self.unit, Points::default())
    }

    fn formula(&self) -> &'static str {
        "T(x + b) = T(x) + b"
    }
}

/// A location in space that moves with the units, the origin and the orientation of each axis, but not
/// with rotations: T(diag(a) x + b) = diag(a) T(x) + b for all aⱼ ≠ 0, whatever the order of the
/// observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::{DirectPower, LocationScale, SignedAffineLine}};
/// use equivariant::statistics::claim::{Claim, CoordinatewiseLocation};
/// use nalgebra::point;
/// let g = [LocationScale { scale: -3.0, location: 7.0 }, LocationScale { scale: 1.0, location: 0.0 }];
/// type Units = DirectPower<SignedAffineLine, 2>;
/// let values = CoordinatewiseLocation::<2>.values();
/// assert_eq!(GSet::<Units>::act(&values, &g, &point![2.0, 5.0]), point![1.0, 5.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoordinatewiseLocation<const D: usize>;

impl<const D: usize> Claim for CoordinatewiseLocation<D> {
    type Group = DirectPower<SignedAffineLine, D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = Points<D>;

    fn group(&self) -> DirectPower<SignedAffineLine, D> {
        DirectPower::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Points<D> {
        Points::default()
    }

    fn formula(&self) -> &'static str {
        "T(diag(a) x + b) = diag(a) T(x) + b"
    }
}

/// A scatter: V(A x + b) = A V(x) Aᵀ for every invertible A, whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::AffineTransformation, statistics::claim::{Claim, Scatter}};
/// use nalgebra::{matrix, vector};
/// let g = AffineTransformation { linear: matrix![2.0, 0.0; 0.0, 1.0], translation: vector![9.0, 9.0] };
/// assert_eq!(Scatter::<2>.values().act(&g, &matrix![1.0, 0.5; 0.5, 1.0]), matrix![4.0, 1.0; 1.0, 1.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scatter<const D: usize>;

impl<const D: usize> Claim for Scatter<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = ByLinearPart<D, Forms<D>>;

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> ByLinearPart<D, Forms<D>> {
        by_linear_part(Forms::default())
    }

    fn formula(&self) -> &'static str {
        "V(A x + b) = A V(x) Aᵀ"
    }
}

/// A shape, a scatter without its size: V(A x + b) = A V(x) Aᵀ / |det A|^(2/D), with determinant 1,
/// whatever the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::AffineTransformation, statistics::claim::{Claim, Shape}};
/// use nalgebra::{matrix, vector};
/// let g = AffineTransformation { linear: matrix![4.0, 0.0; 0.0, 1.0], translation: vector![9.0, 9.0] };
/// let circle = matrix![1.0, 0.0; 0.0, 1.0];
/// assert_eq!(Shape::<2>.values().act(&g, &circle), matrix![4.0, 0.0; 0.0, 0.25]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape<const D: usize>;

impl<const D: usize> Claim for Shape<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = ByLinearPart<D, Shapes<D>>;

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> ByLinearPart<D, Shapes<D>> {
        by_linear_part(Shapes::default())
    }

    fn formula(&self) -> &'static str {
        "V(A x + b) = A V(x) Aᵀ / |det A|^(2/D)"
    }
}

/// A location and a shape: (T, V)(A x + b) = (A T + b, A V Aᵀ / |det A|^(2/D)), whatever the order of
/// the observations.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::claim::{Claim, LocationShape};
/// assert_eq!(LocationShape::<2>.formula(), "(T, V)(A x + b) = (A T + b, A V Aᵀ / |det A|^(2/D))");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocationShape<const D: usize>;

impl<const D: usize> Claim for LocationShape<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = (Points<D>, ByLinearPart<D, Shapes<D>>);

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Self::Values {
        (Points::default(), by_linear_part(Shapes::default()))
    }

    fn formula(&self) -> &'static str {
        "(T, V)(A x + b) = (A T + b, A V Aᵀ / |det A|^(2/D))"
    }
}

/// A location and a scatter of a list of observations: (T, V)(A x + b) = (A T + b, A V Aᵀ). The order
/// of the observations may count, where a search starts from some of them.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::claim::{Claim, LocationScatter};
/// assert_eq!(LocationScatter::<2>.formula(), "(T, V)(A x + b) = (A T + b, A V Aᵀ)");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocationScatter<const D: usize>;

impl<const D: usize> Claim for LocationScatter<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Power<Points<D>>;
    type Values = (Points<D>, ByLinearPart<D, Forms<D>>);

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Power<Points<D>> {
        Power::default()
    }

    fn values(&self) -> Self::Values {
        (Points::default(), by_linear_part(Forms::default()))
    }

    fn formula(&self) -> &'static str {
        "(T, V)(A x + b) = (A T + b, A V Aᵀ)"
    }
}

/// A number for every observation that no affine map changes: dᵢ(A x + b) = dᵢ(x), for lists of
/// observations.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::claim::{AffineInvariants, Claim};
/// assert_eq!(AffineInvariants::<2>.formula(), "dᵢ(A x + b) = dᵢ(x)");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffineInvariants<const D: usize>;

impl<const D: usize> Claim for AffineInvariants<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Power<Points<D>>;
    type Values = Trivial<Power<Reals>>;

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Power<Points<D>> {
        Power::default()
    }

    fn values(&self) -> Trivial<Power<Reals>> {
        Trivial(Power::default())
    }

    fn formula(&self) -> &'static str {
        "dᵢ(A x + b) = dᵢ(x)"
    }
}

/// A frame, coordinates that the sample itself chooses: ρ(g·x) = g·ρ(x) for every affine map g, whatever
/// the order of the observations.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, groups::AffineTransformation, statistics::claim::{AffineFrame, Claim}};
/// use nalgebra::{matrix, vector};
/// let g = AffineTransformation { linear: matrix![2.0, 0.0; 0.0, 1.0], translation: vector![9.0, 9.0] };
/// assert_eq!(AffineFrame::<2>.values().act(&g, &AffineTransformation::identity()), g);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffineFrame<const D: usize>;

impl<const D: usize> Claim for AffineFrame<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = Regular<Affine<D>>;

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> Regular<Affine<D>> {
        Regular(Affine::default())
    }

    fn formula(&self) -> &'static str {
        "ρ(g·x) = g·ρ(x)"
    }
}
