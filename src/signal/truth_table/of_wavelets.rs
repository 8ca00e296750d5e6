//! Wavelets and pyramids.

use super::measured::{Measured, error, error_of_nearest, multiples, shifts, signals};
use super::{Row, Strength};
use crate::groups::{Lattice, Sublattice};
use crate::map::EquivariantMap;
use crate::sets::{Power, Reals};
use crate::signal::wavelet::{
    CycleSpinning, DiscreteWaveletTransform, DualTreeTransform, NearSymmetric, QShift,
    ScatteringTransform, StationaryWaveletTransform, Threshold, TranslationInvariantDenoiser,
    Wavelet,
};
use nalgebra::SVector;

use crate::signal::{GaussianPyramid, LaplacianPyramid, Refusal, Signal, Signals};

/// How many cells the signals have.
const N: usize = 32;
/// How many levels the transforms have.
const LEVELS: u32 = 2;

fn line() -> Signals<Reals, 1> {
    Signals::default()
}

pub(super) fn rows() -> Vec<Measured> {
    vec![
        gaussian_pyramid(),
        laplacian_pyramid(),
        discrete_wavelets(),
        stationary_wavelets(),
        thresholding(),
        cycle_spinning(),
        stationary_thresholding(),
        dual_tree_energy(),
        scattering(),
    ]
}

/// The error of energies of bands, as invariants of all shifts.
fn error_of_energies(energies: impl Fn(&Signal<f64, 1>) -> Result<Vec<f64>, Refusal>) -> f64 {
    let map = EquivariantMap::invariant(
        Lattice::<1>,
        line(),
        Power::new(Reals::default()),
        move |x: &Signal<f64, 1>| energies(x).unwrap_or_default(),
    );
    error(&map, &shifts(), &signals(N))
}

/// Σ x²
fn energy(x: &Signal<f64, 1>) -> f64 {
    x.values().iter().map(|value| value * value).sum()
}

fn gaussian_pyramid() -> Measured {
    let pyramid = GaussianPyramid::new(LEVELS).ok()?;
    let map = pyramid.equivariant::<1>();
    let energies =
        error_of_energies(|x| Ok(pyramid.apply(x)?.iter().skip(1).map(energy).collect()));
    Some(Row {
        map: "Gaussian pyramid of 2 levels",
        group: "4ℤ",
        along: "k ↦ (k, k/2, k/4)",
        strength: Strength::of(error(&map, &multiples(4), &signals(N))),
        beyond: "ℤ, energies of the levels",
        strength_beyond: Strength::nearly(energies),
    })
}

fn laplacian_pyramid() -> Measured {
    let pyramid = LaplacianPyramid::new(LEVELS).ok()?;
    let map = pyramid.equivariant::<1>();
    let energies = error_of_energies(|x| Ok(pyramid.apply(x)?.iter().map(energy).collect()));
    Some(Row {
        map: "Laplacian pyramid of 2 levels",
        group: "4ℤ",
        along: "k ↦ (k, k/2, k/4)",
        strength: Strength::of(error(&map, &multiples(4), &signals(N))),
        beyond: "ℤ, energies of the levels",
        strength_beyond: Strength::nearly(energies),
    })
}

fn discrete_wavelets() -> Measured {
    let transform =
        DiscreteWaveletTransform::<1>::new(Wavelet::daubechies(2).ok()?, LEVELS).ok()?;
    let energies = error_of_energies(|x| {
        let bands = transform.apply(x)?;
        Ok(bands
            .details
            .iter()
            .map(|level| energy(&level[0]))
            .collect())
    });
    Some(Row {
        map: "discrete wavelet transform of 2 levels",
        group: "4ℤ",
        along: "k ↦ (k/2, k/4, k/4)",
        strength: Strength::of(error(&transform.equivariant(), &multiples(4), &signals(N))),
        beyond: "ℤ, energies of the bands",
        strength_beyond: Strength::of(energies),
    })
}

fn stationary_wavelets() -> Measured {
    let wavelet = Wavelet::daubechies(2).ok()?;
    let transform = StationaryWaveletTransform::<1>::new(wavelet, LEVELS).ok()?;
    let reversed =
        |x: &Signal<f64, 1>| Signal::from(x.values().iter().rev().copied().collect::<Vec<_>>());
    // reflected about the best of all centres
    let band = |x: &Signal<f64, 1>| transform.apply(x).details[0][0].clone();
    let asymmetry = error_of_nearest(|x| band(&reversed(x)), |x| reversed(&band(x)), &signals(N));
    Some(Row {
        map: "stationary wavelet transform",
        group: "ℤ",
        along: "k ↦ (k, …, k)",
        strength: Strength::of(error(&transform.equivariant(), &shifts(), &signals(N))),
        beyond: "reflections, about any centre",
        strength_beyond: Strength::of(asymmetry),
    })
}

/// A denoiser: hard thresholding of the discrete transform.
fn denoiser() -> Option<impl Fn(&Signal<f64, 1>) -> Result<Signal<f64, 1>, Refusal> + Clone> {
    let transform =
        DiscreteWaveletTransform::<1>::new(Wavelet::daubechies(2).ok()?, LEVELS).ok()?;
    let threshold = Threshold::hard(0.4).ok()?;
    Some(move |x: &Signal<f64, 1>| {
        let mut bands = transform.apply(x)?;
        for band in bands.details.iter_mut().flatten() {
            *band = band.map(|value| threshold.apply(*value));
        }
        transform.inverse(&bands)
    })
}

fn thresholding() -> Measured {
    let denoise = denoiser()?;
    let along_all = EquivariantMap::new(Lattice::<1>, line(), line(), |x: &Signal<f64, 1>| {
        denoise(x).unwrap_or_else(|_| x.clone())
    });
    Some(Row {
        map: "thresholding of discrete wavelets",
        group: "4ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&along_all, &multiples(4), &signals(N))),
        beyond: "ℤ",
        strength_beyond: Strength::of(error(&along_all, &shifts(), &signals(N))),
    })
}

fn cycle_spinning() -> Measured {
    let steps = Sublattice::new([4]).ok()?;
    let spun = CycleSpinning::new(steps, denoiser()?);
    let too_few = CycleSpinning::over(steps, vec![[0], [1], [2]], denoiser()?);
    Some(Row {
        map: "cycle spinning of it over 4 shifts",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&spun.equivariant(), &shifts(), &signals(N))),
        beyond: "the same over 3 shifts",
        strength_beyond: Strength::of(error(&too_few.equivariant(), &shifts(), &signals(N))),
    })
}

fn stationary_thresholding() -> Measured {
    let wavelet = Wavelet::daubechies(2).ok()?;
    let transform = StationaryWaveletTransform::<1>::new(wavelet, LEVELS).ok()?;
    let denoiser = TranslationInvariantDenoiser::new(transform, Threshold::hard(0.4).ok()?);
    let scaled = EquivariantMap::new(
        crate::groups::PositiveReals::default(),
        line(),
        line(),
        |x: &Signal<f64, 1>| denoiser.apply(x),
    );
    Some(Row {
        map: "thresholding of stationary wavelets",
        group: "ℤ",
        along: "k ↦ k",
        strength: Strength::of(error(&denoiser.equivariant(), &shifts(), &signals(N))),
        beyond: "ℝ₊ on the values",
        strength_beyond: Strength::of(error(&scaled, &[3.0], &signals(N))),
    })
}

fn dual_tree_energy() -> Measured {
    let transform = DualTreeTransform::<1>::new(NearSymmetric::B, QShift::B, LEVELS).ok()?;
    let map = transform.equivariant();
    let step = i64::from(transform.step());
    let energies = error_of_energies(|x| {
        let bands = transform.apply(x)?;
        let energy = |band: &Signal<_, 1>| -> f64 {
            band.values()
                .iter()
                .map(|value: &nalgebra::Complex<f64>| value.norm_sqr())
                .sum()
        };
        Ok(bands
            .details
            .iter()
            .map(|level| energy(&level[0]))
            .collect())
    });
    Some(Row {
        map: "dual-tree complex wavelets of 2 levels",
        group: "4ℤ",
        along: "k ↦ (k/2, k/4, k/2)",
        strength: Strength::of(error(&map, &multiples(step), &signals(N))),
        beyond: "ℤ, energies of the bands",
        strength_beyond: Strength::nearly(energies),
    })
}

fn scattering() -> Measured {
    let transform = ScatteringTransform::new(3, 1).ok()?;
    let step = i64::from(transform.step());
    let map = transform.equivariant();
    let still = EquivariantMap::invariant(
        Lattice::<1>,
        line(),
        Power::new(line()),
        |x: &Signal<f64, 1>| transform.apply(x).unwrap_or_default(),
    );
    let unit = [SVector::from([1])];
    Some(Row {
        map: "scattering transform of 3 levels",
        group: "8ℤ",
        along: "k ↦ k/8",
        strength: Strength::of(error(&map, &multiples(step), &signals(N))),
        beyond: "ℤ, invariant, shifts by one cell",
        strength_beyond: Strength::nearly(error(&still, &unit, &signals(N))),
    })
}
