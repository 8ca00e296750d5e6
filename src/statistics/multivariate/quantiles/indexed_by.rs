//! Samples with an index that turns with the coordinates of the sample.

use nalgebra::{Point, SMatrix};

use super::super::spatial_quantile::{Indices, SampleAndIndex};
use super::super::turned_frames::triangular;
use super::coordinates::{Coordinates, Seen};
use crate::action::GSet;
use crate::groups::{Affine, AffineTransformation};
use crate::map::EquivariantMap;
use crate::set::forward_set;
use crate::sets::{Multisets, Partial, Points};
use crate::statistics::claim::TurnedFrame;
use crate::statistics::{Estimator, Refusal};

/// The samples with an index in coordinates ρ that the sample chooses up to a rotation, and how an affine
/// map moves both: g·(x, u) = (g·x, v(g, x) u), where v(g, x) is the linear part of ρ(g·x)⁻¹·g·ρ(x).
///
/// How the index turns depends on the sample, so this is not a product of two sets on which the group acts;
/// that v is a cocycle makes it an action all the same. For a frame, v(g, x) would be 1: there the index
/// needs no turn, and an [`AffineQuantile`](super::AffineQuantile) no index beside the sample.
///
/// # Laws
///
/// ```text
/// cocycle      v(g · h, x)  ~  v(g, h · x) v(h, x)
/// orthogonal  ‖v(g, x) u‖  ~  ‖u‖
/// triangular      v(g, x)  ~  1                    if the matrix of g is lower triangular with positive diagonal
/// ```
///
/// # Conventions
///
/// With L the matrix of ρ(x), which is lower triangular, and A that of g, v(g, x) is the orthogonal factor of
/// A L = L′ v(g, x): that L′ is the matrix of ρ(g·x) is what the coordinates claim. The index of a sample
/// that has no coordinates stays, v(g, x) = 1: g·x has none either.
///
/// # Examples
///
/// The quantiles of two triangles: one has to be turned, and its index with it.
///
/// ```
/// use equivariant::{GSet, groups::AffineTransformation};
/// use equivariant::statistics::multivariate::{TylerCoordinates, quantiles::IndexedBy};
/// use nalgebra::{matrix, point, vector};
/// let indexed = IndexedBy::<_, 2>(TylerCoordinates);
/// let flip = AffineTransformation { linear: matrix![0.0, 1.0; 1.0, 0.0], translation: vector![0.0, 0.0] };
/// let index_of_flipped = |sample: Vec<_>| indexed.act(&flip, &(sample, vector![0.5, 0.0])).1;
/// let right = vec![point![0.0, 0.0], point![1.0, 0.0], point![0.0, 1.0]];
/// assert!((index_of_flipped(right) - vector![-0.25, 0.1875_f64.sqrt()]).norm() < 1e-14);
/// let h = 3_f64.sqrt() / 2.0;
/// let equilateral = vec![point![1.0, 0.0], point![-0.5, h], point![-0.5, -h]];
/// assert!((index_of_flipped(equilateral) - vector![0.0, 0.5]).norm() < 1e-14);
/// ```
///
/// # References
///
/// R. Serfling, Equivariance and invariance properties of multivariate quantile and related functions,
/// and the role of standardisation, *Journal of Nonparametric Statistics* 22 (2010).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IndexedBy<F, const D: usize>(
    /// The coordinates.
    pub F,
);

/// The samples and the indices as plain sets.
type Parts<const D: usize> = (Multisets<Points<D>>, Indices<D>);

/// Both parts.
fn parts<const D: usize>() -> Parts<D> {
    (Multisets::default(), Indices::default())
}

forward_set! {
    [F, const D: usize] IndexedBy<F, D> : Parts<D>, |_this| parts::<D>();
}

/// The longest rank: one that rounding could turn out of the ball is made as short.
const LONGEST: f64 = 1.0 - 1e-12;

impl<F: Estimator<Claim = TurnedFrame<D>> + Coordinates<D>, const D: usize> IndexedBy<F, D> {
    /// The turn v(g, x) of the index.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::AffineTransformation;
    /// use equivariant::statistics::multivariate::{TylerCoordinates, quantiles::IndexedBy};
    /// use nalgebra::{matrix, point, vector};
    /// let sample = [point![0.0, 0.0], point![1.0, 0.5], point![2.0, 3.0], point![0.5, 1.0], point![9.0, 1.0]];
    /// let turn = |linear| {
    ///     let g = AffineTransformation { linear, translation: vector![0.0, 0.0] };
    ///     IndexedBy(TylerCoordinates).turn(&g, &sample)
    /// };
    /// // the units of the axes do not turn an index, and a mirror reverses one axis of it
    /// assert!((turn(matrix![60.0, 0.0; 0.0, 0.01]) - matrix![1.0, 0.0; 0.0, 1.0]).norm() < 1e-14);
    /// assert!((turn(matrix![-1.0, 0.0; 0.0, 1.0]) - matrix![-1.0, 0.0; 0.0, 1.0]).norm() < 1e-14);
    /// ```
    pub fn turn(
        &self,
        g: &AffineTransformation<D>,
        sample: &[Point<f64, D>],
    ) -> SMatrix<f64, D, D> {
        match self.0.estimate(sample) {
            Ok(rho) => triangular(&(g.linear * rho.linear)).1,
            Err(_) => SMatrix::identity(),
        }
    }

    /// The map from a sample and an index to the spatial quantile in the coordinates.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, statistics::multivariate::{TylerCoordinates, quantiles::IndexedBy}};
    /// Check::default().cases(8).seed(1).equivariant(&IndexedBy::<_, 2>(TylerCoordinates).quantile())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn quantile(
        self,
    ) -> EquivariantMap<
        Affine<D>,
        Self,
        Partial<Points<D>, Refusal>,
        impl Fn(&SampleAndIndex<D>) -> Result<Point<f64, D>, Refusal>,
    >
    where
        F: Clone,
    {
        let coordinates = self.0.clone();
        EquivariantMap::new(
            Affine::default(),
            self,
            Partial::default(),
            move |(sample, u): &SampleAndIndex<D>| Seen::from(&coordinates, sample)?.quantile(u),
        )
    }

    /// The map from a sample and a point to the sample and the index of which the point is the quantile:
    /// the inverse of the map from (x, u) to (x, Q(x, u)), but for observations, to which a ball of indices
    /// belongs.
    ///
    /// A rank longer than 1 − 10⁻¹² is made as short, so that rounding leaves it in the ball.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::multivariate::{TylerCoordinates, quantiles::IndexedBy};
    /// use nalgebra::{point, vector};
    /// let sample = vec![point![0.0, 0.0], point![1.0, 0.5], point![2.0, 3.0], point![0.5, 1.0], point![9.0, 1.0]];
    /// let indexed = IndexedBy::<_, 2>(TylerCoordinates);
    /// let q = indexed.quantile().apply(&(sample.clone(), vector![0.3, -0.4]))?;
    /// let (_, u) = indexed.rank().apply(&(sample, q))?;
    /// assert!((u - vector![0.3, -0.4]).norm() < 1e-13);
    /// # Ok::<(), equivariant::statistics::Refusal>(())
    /// ```
    pub fn rank(
        self,
    ) -> EquivariantMap<
        Affine<D>,
        (Multisets<Points<D>>, Points<D>),
        Partial<Self, Refusal>,
        impl Fn(&(Vec<Point<f64, D>>, Point<f64, D>)) -> Result<SampleAndIndex<D>, Refusal>,
    >
    where
        F: Clone,
    {
        let coordinates = self.0.clone();
        EquivariantMap::new(
            Affine::default(),
            (Multisets::default(), Points::default()),
            Partial::new(self),
            move |(sample, q): &(Vec<_>, _)| {
                let rank = Seen::from(&coordinates, sample)?.rank(q)?;
                Ok((sample.clone(), rank.cap_magnitude(LONGEST)))
            },
        )
    }
}

impl<F: Estimator<Claim = TurnedFrame<D>> + Coordinates<D>, const D: usize> GSet<Affine<D>>
    for IndexedBy<F, D>
{
    fn act(
        &self,
        g: &AffineTransformation<D>,
        (sample, u): &SampleAndIndex<D>,
    ) -> SampleAndIndex<D> {
        let moved = sample.iter().map(|x| g.transform_point(x)).collect();
        (moved, self.turn(g, sample) * u)
    }
}

#[cfg(feature = "proptest")]
impl<F, const D: usize> crate::strategy::Sampled for IndexedBy<F, D> {
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<SampleAndIndex<D>> {
        parts::<D>().strategy()
    }

    fn simpler(&self, x: &SampleAndIndex<D>) -> Vec<SampleAndIndex<D>> {
        parts::<D>().simpler(x)
    }

    fn corners(&self) -> Vec<SampleAndIndex<D>> {
        parts::<D>().corners()
    }

    fn drawn(&self) -> String {
        parts::<D>().drawn()
    }
}
