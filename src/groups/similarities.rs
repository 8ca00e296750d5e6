//! Similarities of space.

use std::marker::PhantomData;

use nalgebra::{DVector, Isometry, Rotation, SMatrix, SVector, Similarity, Translation};

use super::acts::acts;
use super::orthogonal_matrix::{displacement, skew_part, velocity};
use super::{AffineVelocity, PositiveReals, SpecialOrthogonal, words};
use crate::group::{Group, LieGroup, OutsideLogarithm};
use crate::set::{Real, set_of_parts};
use crate::sets::{Points, Vectors};

/// The group Sim(D) of the similarities p ↦ s R p + t with a scale s > 0: rotations, translations and
/// changes of scale.
///
/// # Conventions
///
/// Elements are nalgebra's similarities with rotation matrices. Scales are compared by the logarithm
/// of their ratio, rotations by angle, translations as vectors. It moves [`Points`] by s R p + t and
/// [`Vectors`] by s R v. The coordinates of the Lie algebra are log s, those of the rotation, the
/// velocity of the origin.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, Set, groups::Similarities};
/// use nalgebra::{Rotation2, Similarity, Translation2, point};
///
/// let g = Similarity::from_parts(Translation2::new(1.0, 0.0), Rotation2::identity(), 2.0);
/// assert_eq!(g * point![3.0, 4.0], point![7.0, 8.0]);
/// let sim2 = Similarities::<2>::default();
/// assert_eq!(sim2.describe(&g), "scaling by 2, then translation by (1, 0)");
/// assert_eq!(sim2.inverse(&g) * point![7.0, 8.0], point![3.0, 4.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Similarities<const D: usize, T = f64>(PhantomData<T>);

/// A similarity, as nalgebra has it.
type Element<const D: usize, T> = Similarity<T, Rotation<T, D>, D>;

fn element<const D: usize, T: Real>(
    scale: T,
    rotation: Rotation<T, D>,
    translation: SVector<T, D>,
) -> Element<D, T> {
    // not from_parts, which panics on a scale of 0: it is no element, and `contains` says so
    let mut similarity = Similarity::from_isometry(
        Isometry::from_parts(Translation::from(translation), rotation),
        T::one(),
    );
    if scale != T::zero() {
        similarity.set_scaling(scale);
    }
    similarity
}

set_of_parts! {
    [const D: usize, T: Real] Similarities<D, T> { Element<D, T> }
        : (PositiveReals<T>, SpecialOrthogonal<D, T>, Vectors<D, T>)
            = (
                PositiveReals::<T>::default(),
                SpecialOrthogonal::<D, T>::default(),
                Vectors::<D, T>::default(),
            ),
        |x| (x.scaling(), x.isometry.rotation, x.isometry.translation.vector),
        |parts| element(parts.0, parts.1, parts.2),
        describe |x| {
            let scale = PositiveReals::<T>::default().describe(&x.scaling());
            let rotation = SpecialOrthogonal::<D, T>::default().describe(&x.isometry.rotation);
            let linear = match (scale.as_str(), rotation.as_str()) {
                ("identity", _) => rotation,
                (_, "identity") => scale,
                _ => format!("{scale} and {rotation}"),
            };
            words::then_translated(&linear, &x.isometry.translation.vector)
        };
}

impl<const D: usize, T: Real> Group for Similarities<D, T> {
    #[inline]
    fn identity(&self) -> Element<D, T> {
        Similarity::identity()
    }

    #[inline]
    fn compose(&self, g: &Element<D, T>, h: &Element<D, T>) -> Element<D, T> {
        let translation = g.isometry.rotation * h.isometry.translation.vector * g.scaling();
        element(
            g.scaling() * h.scaling(),
            g.isometry.rotation * h.isometry.rotation,
            translation + g.isometry.translation.vector,
        )
    }

    /// p ↦ s⁻¹ R⁻¹ (p − t)
    #[inline]
    fn inverse(&self, g: &Element<D, T>) -> Element<D, T> {
        let rotation = g.isometry.rotation.inverse();
        let scale = g.scaling().recip();
        let translation = rotation * g.isometry.translation.vector * -scale;
        element(scale, rotation, translation)
    }

    /// The translation, the scaling, then the turns of the rotation.
    fn factors(&self, g: &Element<D, T>) -> Vec<Element<D, T>> {
        let (scale, turn, still) = (T::one(), Rotation::identity(), SVector::zeros());
        let mut factors = Vec::new();
        if g.isometry.translation.vector != still {
            factors.push(element(scale, turn, g.isometry.translation.vector));
        }
        if g.scaling() != scale {
            factors.push(element(g.scaling(), turn, still));
        }
        let turns = SpecialOrthogonal::<D, T>::default().factors(&g.isometry.rotation);
        factors.extend(turns.into_iter().map(|turn| element(scale, turn, still)));
        factors
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl<const D: usize, T: Real> LieGroup for Similarities<D, T> {
    type Scalar = T;
    type Algebra = AffineVelocity<D, T>;

    fn dimension(&self) -> usize {
        1 + D * (D + 1) / 2
    }

    fn hat(&self, coordinates: &DVector<T>) -> AffineVelocity<D, T> {
        let mut velocity = AffineVelocity::rigid(&coordinates.as_slice()[1..]);
        velocity.linear += SMatrix::identity() * coordinates[0];
        velocity
    }

    fn vee(&self, algebra: &AffineVelocity<D, T>) -> DVector<T> {
        let rate = std::iter::once(rate(algebra));
        DVector::from_iterator(self.dimension(), rate.chain(algebra.rigid_coordinates()))
    }

    /// exp (σ + K, v) = (e^σ, exp K, ∫₀¹ exp(t(σ + K)) dt v)
    fn exp(&self, algebra: &AffineVelocity<D, T>) -> Element<D, T> {
        let rate = rate(algebra).to_f64();
        let skew = skew_part(&algebra.linear);
        element(
            T::nearest(rate.exp()),
            SpecialOrthogonal::default().exp(&skew),
            displacement(&skew, rate, &algebra.translation),
        )
    }

    fn log(&self, g: &Element<D, T>) -> Result<AffineVelocity<D, T>, OutsideLogarithm> {
        let rate = PositiveReals::default().log(&g.scaling())?;
        let skew = SpecialOrthogonal::default().log(&g.isometry.rotation)?;
        Ok(AffineVelocity {
            linear: skew + SMatrix::identity() * rate,
            translation: velocity(&skew, rate.to_f64(), &g.isometry.translation.vector),
        })
    }

    fn adjoint(&self, g: &Element<D, T>, algebra: &AffineVelocity<D, T>) -> AffineVelocity<D, T> {
        let rotation = g.isometry.rotation.matrix();
        let (linear, inverse) = (
            rotation * g.scaling(),
            rotation.transpose() * g.scaling().recip(),
        );
        algebra.conjugated(&linear, &inverse, &g.isometry.translation.vector)
    }

    fn bracket(&self, x: &AffineVelocity<D, T>, y: &AffineVelocity<D, T>) -> AffineVelocity<D, T> {
        x.bracket(y)
    }

    /// s⁻ᴰ: Ad is a conjugation, and s R on the translations.
    fn modular(&self, g: &Similarity<T, Rotation<T, D>, D>) -> f64 {
        g.scaling().to_f64().powi(-(D as i32))
    }
}

/// The rate σ of growth in the linear part σ + K.
fn rate<const D: usize, T: Real>(algebra: &AffineVelocity<D, T>) -> T {
    algebra.linear.trace() / T::nearest(D as f64)
}

acts! {
    /// p ↦ s R p + t
    [const D: usize, T: Real] Similarities<D, T>, on Points<D, T>: |g, x| g * x,
        inverse |_group, g, x| g.inverse_transform_point(x);
    /// v ↦ s R v
    [const D: usize, T: Real] Similarities<D, T>, on Vectors<D, T>: |g, x| g * x;
}
