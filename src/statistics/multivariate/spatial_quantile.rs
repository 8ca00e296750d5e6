//! Spatial quantiles.

use nalgebra::{Point, Rotation, SVector, Similarity};

use super::least_distances::{Minimum, minimum};
use super::standardised::{Centred, ROUNDINGS, largest_coordinates};
use crate::action::Pullback;
use crate::groups::{Similarities, SpecialOrthogonal};
use crate::homomorphism::Between;
use crate::map::EquivariantMap;
use crate::set::forward_set;
use crate::sets::{Multisets, Partial, Points, Vectors};
use crate::statistics::Refusal;
use crate::statistics::sample::at_least;

/// The spatial quantile with index u, a vector in the open unit ball: the point q at which
/// Σ ‖xᵢ − q‖ + u·(xᵢ − q) is least. The index says in which direction from the middle, and how far
/// out; u = 0 is the [spatial median](super::SpatialMedian).
///
/// # Laws
///
/// ```text
/// equivariant    Q(s R x + b, R u)  ~  s R Q(x, u) + b
/// ```
///
/// For a fixed u it does not move with rotations: an index is a direction, and has to turn with the
/// sample. [`equivariant`](SpatialQuantile::equivariant) is the map of both.
///
/// # Conventions
///
/// On the line the index u is the quantile of level (1 + u)/2, the middle of all where there are
/// several.
///
/// # Errors
///
/// Those of the [spatial median](super::SpatialMedian).
///
/// # Complexity
///
/// As the spatial median.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::multivariate::SpatialQuantile;
/// use nalgebra::{point, vector};
/// let cross = [point![1.0, 0.0], point![-1.0, 0.0], point![0.0, 1.0], point![0.0, -1.0]];
/// let east = SpatialQuantile::new(vector![0.5, 0.0])?.estimate(&cross)?;
/// assert!(east.x > 0.3 && east.y.abs() < 1e-15);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// P. Chaudhuri, On a geometric notion of quantiles for multivariate data, *Journal of the American
/// Statistical Association* 91 (1996).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpatialQuantile<const D: usize> {
    u: SVector<f64, D>,
}

/// An index that is not in the open unit ball.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::multivariate::SpatialQuantile;
/// let refused = SpatialQuantile::new(nalgebra::vector![0.8, 0.6]).unwrap_err();
/// assert_eq!(refused.to_string(), "an index has a length below 1, and this has 1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("an index has a length below 1, and this has {length}")]
pub struct OutsideBall {
    /// The length of the vector.
    pub length: f64,
}

/// The rotation in a similarity.
pub type Turning<const D: usize> = Between<
    Similarities<D>,
    SpecialOrthogonal<D>,
    fn(&Similarity<f64, Rotation<f64, D>, D>) -> Rotation<f64, D>,
>;

/// Samples with an index, and how a similarity moves both.
pub type Indexed<const D: usize> = (Multisets<Points<D>>, Pullback<Turning<D>, Indices<D>>);

/// A sample and an index.
pub type SampleAndIndex<const D: usize> = (Vec<Point<f64, D>>, SVector<f64, D>);

impl<const D: usize> SpatialQuantile<D> {
    /// The quantile with this index.
    ///
    /// # Errors
    ///
    /// [`OutsideBall`], unless the length of u is below 1.
    pub fn new(u: SVector<f64, D>) -> Result<Self, OutsideBall> {
        let length = u.norm();
        if length < 1.0 {
            Ok(SpatialQuantile { u })
        } else {
            Err(OutsideBall { length })
        }
    }

    /// The index u.
    #[must_use]
    pub fn index(&self) -> SVector<f64, D> {
        self.u
    }

    /// The quantile of a sample.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if there is none.
    pub fn estimate(&self, sample: &[Point<f64, D>]) -> Result<Point<f64, D>, Refusal> {
        quantile(sample, &self.u)
    }

    /// The rank of a point in a sample: the index R(x, q) of which q is the quantile. It is the mean of the
    /// unit vectors from the observations to q, observations at q counting as 0.
    ///
    /// Of a point that is an observation, all indices in a ball are one, and the rank is the centre of the
    /// ball. How far out a point is in a sample, ‖R(x, q)‖ ≤ 1, is its spatial outlyingness; it is 1
    /// only where all observations are seen in one direction.
    ///
    /// # Errors
    ///
    /// A [`Refusal`], if the sample is empty, or if an observation or q is not finite.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::multivariate::SpatialQuantile;
    /// use nalgebra::{point, vector};
    /// let cross = [point![1.0, 0.0], point![-1.0, 0.0], point![0.0, 1.0], point![0.0, -1.0]];
    /// let rank = SpatialQuantile::rank(&cross, &point![7.0, 0.0])?;
    /// assert!(rank.x > 0.99 && rank.y == 0.0);
    /// let q = SpatialQuantile::new(rank)?.estimate(&cross)?;
    /// assert!((q - point![7.0, 0.0]).norm() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn rank(sample: &[Point<f64, D>], q: &Point<f64, D>) -> Result<SVector<f64, D>, Refusal> {
        at_least(1, sample)?;
        at_least(1, std::slice::from_ref(q))?;
        Ok(sample
            .iter()
            .map(|x| direction(q, x))
            .sum::<SVector<f64, D>>()
            / sample.len() as f64)
    }

    /// The map from a sample and an index to the quantile, with the claim that a similarity moves it if
    /// it moves the sample and turns the index.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, statistics::multivariate::SpatialQuantile};
    /// Check::default().equivariant(&SpatialQuantile::<2>::equivariant())?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    #[must_use]
    pub fn equivariant() -> EquivariantMap<
        Similarities<D>,
        Indexed<D>,
        Partial<Points<D>, Refusal>,
        fn(&SampleAndIndex<D>) -> Result<Point<f64, D>, Refusal>,
    > {
        let turn = Between::new(
            Similarities::default(),
            SpecialOrthogonal::default(),
            (|g| g.isometry.rotation) as fn(&Similarity<f64, Rotation<f64, D>, D>) -> _,
        );
        let indices = Pullback {
            along: turn,
            set: Indices::default(),
        };
        EquivariantMap::new(
            Similarities::default(),
            (Multisets::default(), indices),
            Partial::default(),
            |(sample, u)| quantile(sample, u),
        )
    }
}

/// The indices of spatial quantiles: the open unit ball, under rotations.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, statistics::multivariate::Indices};
/// assert!(Indices::<2>::default().contains(&nalgebra::vector![0.6, 0.0]));
/// assert!(!Indices::<2>::default().contains(&nalgebra::vector![0.8, 0.6]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Indices<const D: usize>(Vectors<D>);

forward_set! {
    [const D: usize] Indices<D> : Vectors<D>, |this| this.0, where |u| u.norm() < 1.0;
}

impl<const D: usize> crate::action::GSet<SpecialOrthogonal<D>> for Indices<D> {
    #[inline]
    fn act(&self, g: &Rotation<f64, D>, u: &SVector<f64, D>) -> SVector<f64, D> {
        g * u
    }
}

#[cfg(feature = "proptest")]
impl<const D: usize> crate::strategy::Sampled for Indices<D> {
    /// Directions of vectors, with a length below 1 and often 0.
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<SVector<f64, D>> {
        use proptest::strategy::Strategy;
        let lengths = proptest::prop_oneof![proptest::strategy::Just(0.0), 0.0..0.99_f64];
        let vectors = crate::strategy::Sampled::strategy(&self.0);
        (vectors, lengths)
            .prop_map(|(v, length)| {
                let direction = v.try_normalize(0.0).unwrap_or_else(SVector::zeros);
                direction * length
            })
            .boxed()
    }

    fn corners(&self) -> Vec<SVector<f64, D>> {
        let along = |length: f64| SVector::from_fn(move |i, _| if i == 0 { length } else { 0.0 });
        [0.0, 0.5, -0.5, 0.25, 0.9].map(along).to_vec()
    }

    fn drawn(&self) -> String {
        "with length 0 or uniform below 0.99".to_owned()
    }
}

/// The unit vector from x to q, 0 if they are equal.
fn direction<const D: usize>(q: &Point<f64, D>, x: &Point<f64, D>) -> SVector<f64, D> {
    let mut d = q - x;
    if d.iter().any(|entry| !entry.is_finite()) {
        d = q.coords * 0.5 - x.coords * 0.5;
    }
    match d.amax() {
        0.0 => SVector::zeros(),
        size => (d / size).normalize(),
    }
}

/// The point at which Σ ‖xᵢ − q‖ + u·(xᵢ − q) is least.
pub(super) fn quantile<const D: usize>(
    sample: &[Point<f64, D>],
    u: &SVector<f64, D>,
) -> Result<Point<f64, D>, Refusal> {
    Ok(match least(sample, u)? {
        Minimum::Observation(index) => sample[index],
        Minimum::Elsewhere(q) => Point::from(q),
    })
}

/// Where Σ ‖xᵢ − q‖ + u·(xᵢ − q) is least.
pub(super) fn least<const D: usize>(
    sample: &[Point<f64, D>],
    u: &SVector<f64, D>,
) -> Result<Minimum<D>, Refusal> {
    let mut centred = Centred::of(1, sample)?;
    let reach = centred.reach().max();
    if reach == 0.0 {
        return Ok(Minimum::Observation(0));
    }
    // in units of about the size of the sample, a power of two so that nothing is rounded
    let unit = reach.log2().floor().exp2();
    for deviation in &mut centred.deviations {
        *deviation /= unit;
    }
    let largest = largest_coordinates(sample.iter().map(|x| &x.coords)).max();
    let rounding = ROUNDINGS * (f64::EPSILON * largest / unit);
    Ok(match minimum(&centred.deviations, u, rounding)? {
        Minimum::Elsewhere(q) => Minimum::Elsewhere(centred.origin + (centred.shift + q * unit)),
        observation => observation,
    })
}
