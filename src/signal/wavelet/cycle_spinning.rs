//! What is equivariant to steps, made equivariant to all shifts.

use crate::groups::{Lattice, Sublattice};
use crate::map::EquivariantMap;
use crate::sets::{Partial, Reals};
use crate::signal::{Refusal, Signal, Signals};

/// Cycle spinning: the mean of what a denoiser f makes of all shifts of a signal, each shifted back.
///
/// If f is equivariant along sℤᴰ, this is the Reynolds operator over ℤᴰ/sℤᴰ, which makes f equivariant along all
/// of ℤᴰ; it needs one shift of every class, a transversal, and any will do.
///
/// # Laws
///
/// ```text
/// f̄(x) = mean of (−k)·f(k·x) over k in {0, …, s₁ − 1} × … × {0, …, s_D − 1}
///
/// equivariant    f̄(k · x)  ~  k · f̄(x)      for all k in ℤᴰ
/// ```
///
/// If f makes the details of a discrete wavelet transform smaller, f̄ does the same with a stationary transform: see
/// [`TranslationInvariantDenoiser`](super::TranslationInvariantDenoiser), which is faster.
///
/// # Complexity
///
/// s₁ ⋯ s_D evaluations of f.
///
/// # Examples
///
/// Pairs of neighbours, each made equal: along 2ℤ, and spun along ℤ.
///
/// ```
/// use equivariant::{Check, groups::Sublattice, signal::{Refusal, Signal, wavelet::CycleSpinning}};
///
/// let pairs = |x: &Signal<f64, 1>| -> Result<Signal<f64, 1>, Refusal> {
///     let means = x.values().chunks(2).map(|pair| pair.iter().sum::<f64>() / pair.len() as f64);
///     Ok(means.flat_map(|mean| [mean, mean]).take(x.len()).collect::<Vec<_>>().into())
/// };
/// let spun = CycleSpinning::new(Sublattice::new([2])?, pairs);
/// assert_eq!(spun.apply(&vec![4.0, 0.0, 0.0, 0.0].into())?.values(), [2.0, 1.0, 0.0, 1.0]);
/// Check::default().equivariant(&spun.equivariant())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// R. R. Coifman and D. L. Donoho, *Translation-invariant de-noising* (in *Wavelets and Statistics*, Springer, 1995).
#[derive(Clone, Debug, PartialEq)]
pub struct CycleSpinning<const D: usize, F> {
    steps: Sublattice<D>,
    transversal: Vec<[i64; D]>,
    denoiser: F,
}

impl<const D: usize, F> CycleSpinning<D, F>
where
    F: Fn(&Signal<f64, D>) -> Result<Signal<f64, D>, Refusal>,
{
    /// The spinning of a denoiser that is equivariant along these steps.
    pub fn new(steps: Sublattice<D>, denoiser: F) -> Self {
        let mut transversal = vec![[0; D]];
        for (axis, step) in steps.steps().into_iter().enumerate() {
            let shifts = (0..i64::from(step)).flat_map(|k| {
                transversal.iter().map(move |shift| {
                    let mut shift = *shift;
                    shift[axis] = k;
                    shift
                })
            });
            transversal = shifts.collect();
        }
        CycleSpinning::over(steps, transversal, denoiser)
    }

    /// The mean over these shifts. If they are no transversal of the steps, there is a claim that does not hold.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, groups::Sublattice, signal::{Signal, wavelet::CycleSpinning}};
    /// let first_of_pairs = |x: &Signal<f64, 1>| Ok(x.values().chunks(2).flat_map(|pair| [pair[0]; 2]).collect::<Vec<_>>().into());
    /// let steps = Sublattice::new([2])?;
    /// let other = CycleSpinning::over(steps, vec![[4], [-1]], first_of_pairs);
    /// Check::default().equivariant(&other.equivariant())?;
    /// let too_many = CycleSpinning::over(steps, vec![[0], [1], [2]], first_of_pairs);
    /// assert!(Check::default().equivariant(&too_many.equivariant()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn over(steps: Sublattice<D>, transversal: Vec<[i64; D]>, denoiser: F) -> Self {
        CycleSpinning {
            steps,
            transversal,
            denoiser,
        }
    }

    /// The mean f̄(x).
    ///
    /// # Errors
    ///
    /// What the denoiser refuses; [`Refusal::Shape`], if it changes the shape; [`Refusal::Degenerate`], if there are
    /// no shifts.
    pub fn apply(&self, x: &Signal<f64, D>) -> Result<Signal<f64, D>, Refusal> {
        if self.transversal.is_empty() {
            return Err(Refusal::Degenerate(
                "there is no shift to take the mean over",
            ));
        }
        let mut mean = vec![0.0; x.len()];
        let weight = 1.0 / self.transversal.len() as f64;
        for &k in &self.transversal {
            let moved = (self.denoiser)(&x.shifted(k))?;
            if moved.shape() != x.shape() {
                return Err(Refusal::Shape {
                    found: moved.shape().to_vec(),
                    needed: x.shape().to_vec(),
                });
            }
            let back = moved.shifted(k.map(i64::wrapping_neg));
            for (mean, value) in mean.iter_mut().zip(back.values()) {
                *mean += weight * value;
            }
        }
        Ok(Signal::of(x.shape(), mean))
    }

    /// The mean as a map along ℤᴰ, on signals whose sides are multiples of the steps.
    pub fn equivariant(
        self,
    ) -> EquivariantMap<
        Lattice<D>,
        Signals<Reals, D>,
        Partial<Signals<Reals, D>, Refusal>,
        impl Fn(&Signal<f64, D>) -> Result<Signal<f64, D>, Refusal>,
    > {
        let divisors = self.steps.steps().map(|step| step as usize);
        EquivariantMap::new(
            Lattice,
            Signals::default().divisible_by(divisors),
            Partial::new(Signals::default()),
            move |x: &Signal<f64, D>| self.apply(x),
        )
    }
}
