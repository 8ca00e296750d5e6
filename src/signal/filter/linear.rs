//! All shifts at once, for linear maps.

use nalgebra::SVector;
use rand::{Rng, RngExt};

use crate::group::Generated;
use crate::groups::Lattice;
use crate::law::{Evidence, Report, Violation};
use crate::map::EquivariantMap;
use crate::sets::Reals;
use crate::signal::{Signal, Signals};

/// Whether a linear map commutes with all shifts of a grid: asked of each generator at one random signal.
///
/// **Theorem.** Let f be linear. If f(k·x) = k·f(x) for the unit shifts k at a signal x drawn from a distribution with
/// a density, then almost surely f is equivariant under all shifts: where f does not commute with k, the signals
/// with f(k·x) = k·f(x) are a proper subspace, which has probability 0.
///
/// # Errors
///
/// The [`Violation`], if one does not commute.
///
/// # Complexity
///
/// Three applications of f along each axis, whatever the number of shifts is: for signals of one axis, 3.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Convolution, Kernel, commutes_with_shifts};
/// use rand::{SeedableRng, rngs::StdRng};
/// let blur = Convolution::new(Kernel::new([3], vec![0.25, 0.5, 0.25])?);
/// let report = commutes_with_shifts(&blur.equivariant(), [65536], &mut StdRng::seed_from_u64(1))?;
/// assert!(report.to_string().contains("almost surely"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// R. Motwani and P. Raghavan, *Randomized Algorithms* (Cambridge University Press, 1995), section 7.1.
pub fn commutes_with_shifts<F, R, const D: usize>(
    map: &EquivariantMap<Lattice<D>, Signals<Reals, D>, Signals<Reals, D>, F>,
    shape: [usize; D],
    random: &mut R,
) -> Result<Report, Violation>
where
    F: Fn(&Signal<f64, D>) -> Signal<f64, D>,
    R: Rng + ?Sized,
{
    let x = Signal::from_fn(shape, |_| random.random_range(-1.0..1.0));
    let shifts: Vec<SVector<i64, D>> = Lattice.generators();
    let verified = map.verify(shifts.into_iter().map(|k| (k, x.clone())))?;
    let tally = verified.tally("equivariant").cloned().unwrap_or_default();
    let how = "the generators at one random signal, almost surely, if the map is linear".to_owned();
    Ok(Report::of("equivariant", Evidence::Proved(how), tally))
}
