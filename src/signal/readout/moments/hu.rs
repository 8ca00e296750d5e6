//! Hu's moments.

use nalgebra::SVector;

use super::CentralMoments;
use crate::action::Pullback;
use crate::action::Trivial;
use crate::groups::NonzeroReals;
use crate::homomorphism::Between;
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::{Partial, Reals, Vectors};
use crate::signal::{FiniteSupport, FiniteSupports, Intensities, P4m, Refusal, p4m};

/// Hu's seven moments of an image: polynomials in the normalised central moments η that do not change with its place, its turn and
/// its size; the last changes its sign in a mirror.
///
/// ```text
/// h₁ = η₂₀ + η₀₂
/// h₂ = (η₂₀ − η₀₂)² + 4η₁₁²
/// h₃ = a² + b²                 a = η₃₀ − 3η₁₂    b = 3η₂₁ − η₀₃
/// h₄ = s² + t²                 s = η₃₀ + η₁₂     t = η₂₁ + η₀₃
/// h₅ = a s (s² − 3t²) + b t (3s² − t²)
/// h₆ = (η₂₀ − η₀₂)(s² − t²) + 4η₁₁ s t
/// h₇ = b s (s² − 3t²) − a t (3s² − t²)
/// ```
///
/// Under shifts, quarter turns and mirrors this is exact; under other turns and other sizes it is as exact as the
/// picture.
///
/// # Conventions
///
/// The first index is the power of rows, as in scikit-image. OpenCV takes that of columns, which is the picture
/// in a mirror: its h₇ has the other sign.
///
/// # Errors
///
/// The mass is not positive.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{FiniteSupport, HuMoments, Image}};
///
/// let flag = FiniteSupport::new([0, 0], Image::new([2, 3], vec![1.0, 2.0, 0.0, 1.0, 0.0, 3.0])?);
/// let mirrored = FiniteSupport::new([5, 5], Image::new([2, 3], vec![0.0, 2.0, 1.0, 3.0, 0.0, 1.0])?);
/// let (h, mirror) = (HuMoments.apply(&flag)?, HuMoments.apply(&mirrored)?);
/// assert!((h.0 - mirror.0).norm() < 1e-15 && (h.1 + mirror.1).abs() < 1e-15);
/// Check::default().equivariant(&HuMoments.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// M.-K. Hu, “Visual pattern recognition by moment invariants”, *IRE Transactions on Information Theory* 8 (1962).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HuMoments;

/// What Hu's moments are: six numbers that stay, and one that a mirror turns into its negative.
pub type HuValues = (
    Trivial<Vectors<6>>,
    Pullback<Between<P4m, NonzeroReals, fn(&<P4m as Set>::Element) -> f64>, Reals>,
);

/// The orientation of a symmetry of the square grid: −1 for mirrors, 1 for turns and shifts.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::DihedralElement, signal::orientation};
/// use nalgebra::vector;
/// assert_eq!(orientation().apply(&(vector![3, 1], DihedralElement::reflection(2))), -1.0);
/// ```
#[must_use]
pub fn orientation() -> Between<P4m, NonzeroReals, fn(&<P4m as Set>::Element) -> f64> {
    Between::new(p4m(), NonzeroReals::default(), |(_, h)| {
        if h.reflected { -1.0 } else { 1.0 }
    })
}

impl HuMoments {
    /// The moments h₁ to h₆, and h₇.
    ///
    /// # Errors
    ///
    /// [`Refusal::Degenerate`], if the mass is not positive.
    pub fn apply(&self, x: &FiniteSupport<f64, 2>) -> Result<(SVector<f64, 6>, f64), Refusal> {
        let moments = CentralMoments::of(x)?;
        let eta = |p, q| moments.normalised(p, q);
        let (difference, mixed) = (eta(2, 0) - eta(0, 2), eta(1, 1));
        let (a, b) = (eta(3, 0) - 3.0 * eta(1, 2), 3.0 * eta(2, 1) - eta(0, 3));
        let (s, t) = (eta(3, 0) + eta(1, 2), eta(2, 1) + eta(0, 3));
        let (cosine, sine) = (s * (s * s - 3.0 * t * t), t * (3.0 * s * s - t * t));
        let six = SVector::from([
            eta(2, 0) + eta(0, 2),
            difference * difference + 4.0 * mixed * mixed,
            a * a + b * b,
            s * s + t * t,
            a * cosine + b * sine,
            difference * (s * s - t * t) + 4.0 * mixed * s * t,
        ]);
        Ok((six, b * cosine - a * sine))
    }

    /// The map with its claim under shifts, quarter turns and mirrors: h₁ to h₆ stay, h₇(g·x) = det(g) h₇(x).
    #[must_use]
    pub fn equivariant(
        self,
    ) -> EquivariantMap<
        P4m,
        FiniteSupports<Intensities, 2>,
        Partial<HuValues, Refusal>,
        impl Fn(&FiniteSupport<f64, 2>) -> Result<(SVector<f64, 6>, f64), Refusal>,
    > {
        let sign = Pullback {
            along: orientation(),
            set: Reals::default(),
        };
        EquivariantMap::new(
            p4m(),
            FiniteSupports::default(),
            Partial::new((Trivial(Vectors::default()), sign)),
            move |x: &FiniteSupport<f64, 2>| self.apply(x),
        )
    }
}
