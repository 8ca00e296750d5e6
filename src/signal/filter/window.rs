//! Shifts that keep a signal inside a window.

use nalgebra::SVector;

use crate::groups::Lattice;
use crate::law::{Evidence, Report, Violation};
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::grid::periodic::sides;
use crate::signal::{Signal, Signals};

/// A window on signals without ends, with a margin: shifts act on it in part, as long as what is not 0 stays inside and
/// as far from the border as the margin says.
///
/// A filter that finds something else beyond the border than what was there, zeros, or a mirror, moves along with such
/// shifts and with no others. The margin is how far the filter looks, and one cell more for a mirror on the last cell
/// ([`Boundary::Reflect`](crate::signal::Boundary::Reflect)). A claim is made of these shifts alone: the evidence says so.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Lattice, sets::Reals};
/// use equivariant::signal::{Boundary, Convolution, Kernel, Signal, Signals, Window};
///
/// let blur = Convolution::new(Kernel::new([3], vec![1.0, 2.0, 1.0])?);
/// let line = Signals::<Reals, 1>::default();
/// let mirrored = EquivariantMap::new(Lattice::<1>, line, line, |x: &Signal<f64, 1>| Boundary::Symmetric.convolve(&blur, x));
///
/// let x = Signal::from(vec![0.0, 0.0, 3.0, 2.0, 0.0, 0.0]);
/// let window = Window::new([1]);
/// assert_eq!(window.shifts(&x).len(), 3); // by −1, 0 and 1
/// let report = window.verify(&mirrored, [x.clone()])?;
/// assert!(report.to_string().contains("the shifts that keep"));
/// assert!(Window::new([0]).verify(&mirrored, [x]).is_err()); // the filter looks farther than that
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window<const D: usize> {
    margin: [usize; D],
}

impl<const D: usize> Window<D> {
    /// The windows with this margin along each axis.
    #[must_use]
    pub const fn new(margin: [usize; D]) -> Self {
        Window { margin }
    }

    /// The shifts that keep inside what is not 0, and as far from the border as the margin; none, if it is not
    /// there already, and 0 alone for a signal of zeros.
    ///
    /// # Complexity
    ///
    /// One look at each value, and one shift for each place where what is not 0 fits.
    #[must_use]
    pub fn shifts(&self, x: &Signal<f64, D>) -> Vec<SVector<i64, D>> {
        let mut first = x.shape();
        let mut last = [0; D];
        let mut is_zero = true;
        for (position, value) in x.positions().zip(x.values()) {
            if *value != 0.0 {
                is_zero = false;
                for axis in 0..D {
                    first[axis] = first[axis].min(position[axis]);
                    last[axis] = last[axis].max(position[axis]);
                }
            }
        }
        if is_zero {
            return vec![SVector::zeros()];
        }
        // from −(first − margin) to n − 1 − margin − last
        let limits: [(i64, i64); D] = std::array::from_fn(|axis| {
            let (side, margin) = (x.shape()[axis] as i64, self.margin[axis] as i64);
            (
                margin - first[axis] as i64,
                side - 1 - margin - last[axis] as i64,
            )
        });
        if limits.iter().any(|&(from, to)| from > 0 || to < 0) {
            return Vec::new();
        }
        let counts = limits.map(|(from, to)| (to - from + 1) as usize);
        let places = Signal::from_fn(counts, |place| {
            SVector::from_fn(|axis, _| limits[axis].0 + place[axis] as i64)
        });
        places.into_values()
    }

    /// Checks f(k·x) = k·f(x) for these signals and all shifts k that keep them inside.
    ///
    /// # Errors
    ///
    /// The [`Violation`], if it does not hold for one of them, or if no shift but 0 keeps anything inside.
    ///
    /// # Complexity
    ///
    /// Two evaluations of f for each signal and shift.
    pub fn verify<F>(
        &self,
        map: &EquivariantMap<Lattice<D>, Signals<Reals, D>, Signals<Reals, D>, F>,
        signals: impl IntoIterator<Item = Signal<f64, D>>,
    ) -> Result<Report, Violation>
    where
        F: Fn(&Signal<f64, D>) -> Signal<f64, D>,
    {
        let signals: Vec<_> = signals.into_iter().collect();
        let pairs = signals
            .iter()
            .flat_map(|x| self.shifts(x).into_iter().map(move |k| (k, x.clone())));
        let verified = map.verify(pairs)?;
        let tally = verified.tally("equivariant").cloned().unwrap_or_default();
        let part = format!(
            "the shifts that keep what is not 0 inside, {} cells from the border",
            sides(&self.margin)
        );
        Ok(Report::of("equivariant", Evidence::Within(part), tally))
    }
}
