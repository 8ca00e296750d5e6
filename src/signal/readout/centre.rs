//! Where the mass of a signal is.

use std::f64::consts::TAU;

use nalgebra::{Point, SMatrix, SVector, Translation};

use crate::action::Pullback;
use crate::groups::{
    Cyclic, Dihedral, DihedralElement, Lattice, Orthogonal, Translations, ZeroOrder,
};
use crate::homomorphism::Between;
use crate::map::EquivariantMap;
use crate::sets::{Circle, Partial, Points, Reals};
use crate::signal::sum::sum;
use crate::signal::{FiniteSupport, FiniteSupports, Refusal, Signal, Signals};

/// The embedding of the shifts by whole cells in the translations of space.
pub type Embedding<const D: usize> =
    Between<Lattice<D>, Translations<D>, fn(&SVector<i64, D>) -> Translation<f64, D>>;

/// The embedding of ℤᴰ in ℝᴰ.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, signal::embedding};
/// use nalgebra::{Translation2, vector};
/// assert_eq!(embedding::<2>().apply(&vector![1, -2]), Translation2::new(1.0, -2.0));
/// ```
#[must_use]
pub fn embedding<const D: usize>() -> Embedding<D> {
    Between::new(Lattice, Translations::default(), |k| {
        Translation::from(k.map(|step| step as f64))
    })
}

/// The centre of mass of a signal on ℤᴰ: Σ i x\[i\] / Σ x\[i\].
///
/// It moves with shifts, from whole cells to points of space. On a grid that closes up at its ends there is no such point: what
/// goes over the border jumps. There the [`CircularMean`] takes its place.
///
/// # Errors
///
/// The mass Σ x\[i\] is 0.
///
/// # Complexity
///
/// O(n); sums are by halves, and from the middle of the box.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, signal::{CentreOfMass, FiniteSupport, Signal}};
/// let x = FiniteSupport::new([10], Signal::from(vec![1.0, 0.0, 3.0]));
/// assert_eq!(CentreOfMass.apply(&x)?.x, 11.5);
/// Check::default().equivariant(&CentreOfMass.equivariant::<1>())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CentreOfMass;

impl CentreOfMass {
    /// The point.
    ///
    /// # Errors
    ///
    /// [`Refusal::Degenerate`], if the mass is 0.
    pub fn apply<const D: usize>(
        &self,
        x: &FiniteSupport<f64, D>,
    ) -> Result<Point<f64, D>, Refusal> {
        let values = x.values().values();
        let mass = sum(values.len(), |i| values[i]);
        if mass == 0.0 {
            return Err(Refusal::Degenerate("the mass is 0"));
        }
        let shape = x.values().shape();
        let mut point = Point::origin();
        for axis in 0..D {
            let row: usize = shape[axis + 1..].iter().product();
            let middle = (shape[axis] / 2) as i64;
            let from_middle = |i: usize| ((i / row % shape[axis]) as i64 - middle) as f64;
            let moment = sum(values.len(), |i| from_middle(i) * values[i]);
            point[axis] = x.origin()[axis] as f64 + (middle as f64 + moment / mass);
        }
        Ok(point)
    }

    /// The map with its claim: f(k·x) = f(x) + k.
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        FiniteSupports<Reals, D>,
        Pullback<Embedding<D>, Partial<Points<D>, Refusal>>,
        impl Fn(&FiniteSupport<f64, D>) -> Result<Point<f64, D>, Refusal>,
    > {
        EquivariantMap::along(
            embedding(),
            FiniteSupports::default(),
            Partial::default(),
            move |x: &FiniteSupport<f64, D>| self.apply(x),
        )
    }
}

/// The mean position on a ring, as an angle: the direction of Σ x\[i\] exp(2πi·i/n), the first Fourier phase.
///
/// A shift by k turns it by k/n of a full turn.
///
/// # Conventions
///
/// The angle is from −π to π; the position i of ℤ/n has the angle 2πi/n. The sum is taken for 0 if it is no more
/// than what rounding makes of it, 2⁻⁴⁸ Σ |x\[i\]|.
///
/// # Errors
///
/// No values, or the sum is 0: the mass is balanced around the ring.
///
/// # Complexity
///
/// O(n).
///
/// # Examples
///
/// ```
/// use equivariant::{Check, groups::Cyclic, signal::{CircularMean, Signal}};
/// use std::f64::consts::PI;
/// let x = Signal::from(vec![1.0, 0.0, 0.0, 1.0]); // across the border
/// assert!((CircularMean.apply(&x)? - -PI / 4.0).abs() < 1e-15);
/// Check::default().equivariant(&CircularMean.equivariant(Cyclic::new(4)?))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CircularMean;

/// What rounding makes of a sum of as large terms.
const ROUNDING: f64 = 16.0 * f64::EPSILON;

impl CircularMean {
    /// The angle.
    ///
    /// # Errors
    ///
    /// [`Refusal::Empty`], [`Refusal::Degenerate`].
    pub fn apply(&self, x: &Signal<f64, 1>) -> Result<f64, Refusal> {
        let values = x.values();
        let n = values.len();
        if n == 0 {
            return Err(Refusal::Empty);
        }
        let angle = |i: usize| TAU * (i as f64 / n as f64);
        let cosine = sum(n, |i| values[i] * angle(i).cos());
        let sine = sum(n, |i| values[i] * angle(i).sin());
        let mass = sum(n, |i| values[i].abs());
        if cosine.hypot(sine) <= ROUNDING * mass {
            return Err(Refusal::Degenerate("the mass is balanced around the ring"));
        }
        Ok(sine.atan2(cosine))
    }

    /// The map with its claim under the shifts of ℤ/n: f(k·x) = f(x) + 2πk/n.
    #[must_use]
    pub fn equivariant(
        self,
        shifts: Cyclic,
    ) -> EquivariantMap<
        Cyclic,
        Signals<Reals, 1>,
        Pullback<
            Between<Cyclic, Orthogonal<2>, impl Fn(&u64) -> SMatrix<f64, 2, 2>>,
            Partial<Circle, Refusal>,
        >,
        impl Fn(&Signal<f64, 1>) -> Result<f64, Refusal>,
    > {
        let polygon: Result<Dihedral, ZeroOrder> = Dihedral::new(shifts.order());
        let turn = move |k: &u64| match polygon {
            Ok(polygon) => polygon.matrix(&DihedralElement::turn(*k)),
            Err(ZeroOrder) => SMatrix::identity(), // no cyclic group is empty
        };
        EquivariantMap::along(
            Between::new(shifts, Orthogonal::default(), turn),
            Signals::default().of_shape([shifts.order() as usize]),
            Partial::default(),
            move |x: &Signal<f64, 1>| self.apply(x),
        )
    }
}
