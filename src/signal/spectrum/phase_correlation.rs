//! Phase correlation: by how much one signal is moved against another.

use nalgebra::{Complex, SMatrix, SVector};

use crate::action::Pullback;
use crate::groups::Lattice;
use crate::homomorphism::{Between, Homomorphism};
use crate::homomorphisms::Projection;
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::sets::displacement::Displacements;
use crate::signal::{Fourier, Refusal, Signal, Signals};

/// The shift by which y is moved against x, from the phases of their spectra: the place of the maximum of
/// r = F⁻¹(X* Y / |X* Y|), between the cells.
///
/// It estimates the element of the group itself, and is equivariant in both arguments.
///
/// # Laws
///
/// ```text
/// s(a · x, b · y)  ~  s(x, y) + b − a
/// ```
///
/// # Conventions
///
/// s(x, k·x) = k, counted from −n/2 to n/2 along each axis. Coefficients that are 0 up to rounding have no phase
/// and are left out. The maximum of the trigonometric polynomial r is found by Newton's method from the cell with
/// the largest value; where r is not concave there, or the method leads a cell away, the cell is the answer.
///
/// # Errors
///
/// [`Refusal::Shape`], if the shapes differ; [`Refusal::Empty`]; [`Refusal::NotFinite`]; [`Refusal::Degenerate`],
/// if several cells have the largest value, as for constant and for periodic signals.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Image, PhaseCorrelation};
/// let x = Image::from_fn([8, 9], |[row, column]| ((3 * row * row + 5 * column) % 11) as f64);
/// let s = PhaseCorrelation.apply(&x, &x.shifted([2, -3]))?;
/// assert!((s[0] - 2.0).abs() < 1e-12 && (s[1] + 3.0).abs() < 1e-12);
/// # Ok::<(), equivariant::signal::Refusal>(())
/// ```
///
/// # References
///
/// C. D. Kuglin and D. C. Hines, The phase correlation image alignment method, *Proceedings of the IEEE International
/// Conference on Cybernetics and Society* (1975), 163–165.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhaseCorrelation;

/// How near another value may come to the largest, in units of the largest size, before both count as largest.
const TIE: f64 = 1e-8;

/// How many steps of Newton's method are taken at most.
const STEPS: usize = 20;

impl PhaseCorrelation {
    /// The shift from x to y.
    ///
    /// # Errors
    ///
    /// See above.
    pub fn apply<const D: usize>(
        self,
        x: &Signal<f64, D>,
        y: &Signal<f64, D>,
    ) -> Result<SVector<f64, D>, Refusal> {
        let shape = x.shape();
        if y.shape() != shape {
            return Err(Refusal::Shape {
                found: y.shape().to_vec(),
                needed: shape.to_vec(),
            });
        }
        for signal in [x, y] {
            signal.all_finite()?;
        }
        let cross = phases(&Fourier.apply(x), &Fourier.apply(y));
        let r = Fourier.real_inverse(&cross);
        let (place, &largest) = (r.values().iter().enumerate())
            .max_by(|a, b| a.1.total_cmp(b.1))
            .ok_or(Refusal::Empty)?;
        let size = r
            .values()
            .iter()
            .fold(0.0_f64, |size, value| size.max(value.abs()));
        let is_tie =
            |(other, value): (usize, &f64)| other != place && *value >= largest - TIE * size;
        if r.values().iter().enumerate().any(is_tie) {
            return Err(Refusal::Degenerate(
                "several shifts fit as well as each other",
            ));
        }
        let cell = r.positions().nth(place).unwrap_or([0; D]);
        let cell = SVector::from_fn(|axis, _| cell[axis] as f64);
        let maximum = maximum_near(&cross, cell).unwrap_or(cell);
        Ok(Displacements::new(shape).wrapped(&maximum))
    }

    /// The map of pairs of signals of one shape with its claim.
    #[must_use]
    pub fn equivariant<const D: usize>(
        self,
        shape: [usize; D],
    ) -> EquivariantMap<
        (Lattice<D>, Lattice<D>),
        Pairs<D>,
        Pullback<
            impl Homomorphism<Source = (Lattice<D>, Lattice<D>), Target = Lattice<D>>,
            Partial<Displacements<D>, Refusal>,
        >,
        impl Fn(&(Signal<f64, D>, Signal<f64, D>)) -> Result<SVector<f64, D>, Refusal>,
    > {
        let group = (Lattice::<D>, Lattice::<D>);
        let signals = Signals::new(Reals::default()).of_shape(shape);
        let pairs = (
            Pullback {
                along: Projection::<_, 0>::new(group),
                set: signals,
            },
            Pullback {
                along: Projection::<_, 1>::new(group),
                set: signals,
            },
        );
        let difference = Between::new(
            group,
            Lattice,
            |(a, b): &(SVector<i64, D>, SVector<i64, D>)| b - a,
        );
        let shifts = Partial::new(Displacements::new(shape));
        EquivariantMap::along(difference, pairs, shifts, move |(x, y): &(_, _)| {
            self.apply(x, y)
        })
    }
}

/// Pairs of signals, each with shifts of its own.
type Pairs<const D: usize> = (
    Pullback<Projection<(Lattice<D>, Lattice<D>), 0>, Signals<Reals, D>>,
    Pullback<Projection<(Lattice<D>, Lattice<D>), 1>, Signals<Reals, D>>,
);

/// X* Y / |X* Y|, where both are not 0.
fn phases<const D: usize>(
    x: &Signal<Complex<f64>, D>,
    y: &Signal<Complex<f64>, D>,
) -> Signal<Complex<f64>, D> {
    let largest =
        |x: &Signal<Complex<f64>, D>| x.values().iter().map(|x| x.norm()).fold(0.0, f64::max);
    let rounding = x.len() as f64 * f64::EPSILON;
    let [noise_x, noise_y] = [x, y].map(|x| rounding * largest(x));
    let pairs = x.values().iter().zip(y.values());
    let phase = |(x, y): (&Complex<f64>, &Complex<f64>)| {
        if x.norm() <= noise_x || y.norm() <= noise_y {
            return Complex::default();
        }
        (x.conj() / x.norm()) * (y / y.norm())
    };
    Signal::of(x.shape(), pairs.map(phase).collect())
}

/// How curved r has to be at the cell in every direction, in proportion to how curved it would be if all
/// phases agreed there, for Newton's method to start.
const CURVED: f64 = 0.037;

/// The place near a cell where Re Σ R[m] exp(2πi m·u/n) is largest, if Newton's method finds it: r is concave at
/// the cell and the maximum less than a cell away.
fn maximum_near<const D: usize>(
    cross: &Signal<Complex<f64>, D>,
    cell: SVector<f64, D>,
) -> Option<SVector<f64, D>> {
    let shape = cross.shape();
    let mut u = cell;
    for step_number in 0..STEPS {
        let mut gradient = SVector::<f64, D>::zeros();
        let mut curvature = SMatrix::<f64, D, D>::zeros();
        let mut agreed = 0.0;
        for (m, coefficient) in cross.positions().zip(cross.values()) {
            // frequencies in radians per cell, the negative ones as such
            let omega = SVector::<f64, D>::from_fn(|axis, _| {
                let (m, n) = (m[axis] as f64, shape[axis] as f64);
                let signed = if 2.0 * m < n { m } else { m - n };
                std::f64::consts::TAU * signed / n
            });
            let turned = coefficient * Complex::from_polar(1.0, omega.dot(&u));
            gradient -= omega * turned.im;
            curvature += omega * omega.transpose() * turned.re;
            agreed += omega.norm_squared() * coefficient.norm();
        }
        let enough = SMatrix::identity() * (CURVED * agreed / D as f64);
        if step_number == 0 && (curvature - enough).cholesky().is_none() {
            return None;
        }
        let step = curvature.cholesky()?.solve(&gradient);
        u += step;
        if (u - cell).amax() >= 1.0 {
            return None;
        }
        // each step squares the error: what is left is below rounding
        if step.amax() <= 1e-9 {
            return Some(u);
        }
    }
    None
}
