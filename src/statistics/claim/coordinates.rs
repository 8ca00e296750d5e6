//! Claims about coordinates that a sample chooses.

use nalgebra::Point;

use super::Claim;
use crate::groups::Affine;
use crate::sets::{Multisets, Points};
use crate::statistics::multivariate::TurnedFrames;

/// Coordinates that the sample itself chooses, but for a rotation or reflection of their axes:
/// ρ(g·x) = g·ρ(x)·R(g, x) for every affine map g, whatever the order of the observations. For a
/// frame, R(g, x) = 1.
///
/// # Conventions
///
/// Of all the coordinates that are alike but for a turn, ρ(x) is the one whose matrix is lower triangular
/// with positive diagonal, and this says what R(g, x) is: where ρ(x) has the matrix L, and g the matrix
/// A, the decomposition of A L is the matrix of ρ(g·x) times the inverse of R(g, x).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Set, groups::AffineTransformation, statistics::claim::{Claim, TurnedFrame}};
/// use nalgebra::{matrix, vector};
/// let values = TurnedFrame::<2>.values();
/// let turn = AffineTransformation { linear: matrix![0.0, -1.0; 1.0, 0.0], translation: vector![0.0, 0.0] };
/// let e = AffineTransformation::identity();
/// assert!(values.same(&values.act(&turn, &e), &e));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TurnedFrame<const D: usize>;

impl<const D: usize> Claim for TurnedFrame<D> {
    type Group = Affine<D>;
    type Observation = Point<f64, D>;
    type Samples = Multisets<Points<D>>;
    type Values = TurnedFrames<D>;

    fn group(&self) -> Affine<D> {
        Affine::default()
    }

    fn samples(&self) -> Multisets<Points<D>> {
        Multisets::default()
    }

    fn values(&self) -> TurnedFrames<D> {
        TurnedFrames
    }

    fn formula(&self) -> &'static str {
        "ρ(g·x) = g·ρ(x)·R(g, x)"
    }
}
