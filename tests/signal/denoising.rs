//! Denoising by thresholds: cycle spinning and the stationary transform are the same.

use equivariant::groups::{Lattice, Sublattice};
use equivariant::sets::Reals;
use equivariant::signal::wavelet::{
    CycleSpinning, DiscreteWaveletTransform, StationaryWaveletTransform, Threshold,
    TranslationInvariantDenoiser, Wavelet,
};
use equivariant::signal::{Image, Refusal, Signal, Signals};
use equivariant::{Check, EquivariantMap};

use super::wavelet::{difference, noise};

/// The denoiser that applies a threshold in a discrete transform.
fn discrete<const D: usize>(
    wavelet: &Wavelet,
    levels: u32,
    threshold: Threshold,
) -> impl Fn(&Signal<f64, D>) -> Result<Signal<f64, D>, Refusal> + use<D> {
    let transform = DiscreteWaveletTransform::new(wavelet.clone(), levels).unwrap();
    move |x| {
        let y = transform.apply(x)?;
        transform.inverse(&y.map_details(|&d| threshold.apply(d)))
    }
}

fn spun<const D: usize>(
    wavelet: &Wavelet,
    levels: u32,
    threshold: Threshold,
) -> CycleSpinning<D, impl Fn(&Signal<f64, D>) -> Result<Signal<f64, D>, Refusal> + use<D>> {
    let steps = Sublattice::new([1 << levels; D]).unwrap();
    CycleSpinning::new(steps, discrete(wavelet, levels, threshold))
}

fn stationary<const D: usize>(
    wavelet: &Wavelet,
    levels: u32,
    threshold: Threshold,
) -> TranslationInvariantDenoiser<D> {
    let transform = StationaryWaveletTransform::new(wavelet.clone(), levels).unwrap();
    TranslationInvariantDenoiser::new(transform, threshold)
}

fn wavelets() -> [Wavelet; 4] {
    [
        Wavelet::haar(),
        Wavelet::daubechies(2).unwrap(),
        Wavelet::daubechies(7).unwrap(),
        Wavelet::symlet(4).unwrap(),
    ]
}

/// A threshold in the discrete transforms of all shifts, and the mean of the inverses, is a threshold in the
/// stationary transform and its inverse.
#[test]
fn the_mean_over_all_shifts_is_the_stationary_transform() {
    for wavelet in wavelets() {
        for threshold in [Threshold::soft(0.3).unwrap(), Threshold::hard(0.3).unwrap()] {
            for levels in 0..4 {
                let x: Signal<f64, 1> = noise(40).into();
                let mean = spun(&wavelet, levels, threshold).apply(&x).unwrap();
                let fast = stationary(&wavelet, levels, threshold).apply(&x);
                assert!(difference(mean.values(), fast.values()) < 1e-14);
            }
            let x = Image::new([8, 12], noise(96)).unwrap();
            let mean = spun(&wavelet, 2, threshold).apply(&x).unwrap();
            let fast = stationary(&wavelet, 2, threshold).apply(&x);
            assert!(difference(mean.values(), fast.values()) < 1e-14);
        }
    }
}

#[test]
fn the_claims_hold_for_every_seed() {
    for seed in 0..6 {
        let check = Check::default().cases(48).seed(seed);
        for wavelet in &wavelets()[1..] {
            for threshold in [Threshold::soft(0.5).unwrap(), Threshold::hard(0.5).unwrap()] {
                let fast = stationary::<1>(wavelet, 3, threshold);
                check.equivariant(&fast.equivariant()).unwrap();
                let mean = spun::<1>(wavelet, 2, threshold);
                check.equivariant(&mean.equivariant()).unwrap();
            }
        }
        let threshold = Threshold::soft(0.5).unwrap();
        let images = stationary::<2>(&Wavelet::haar(), 2, threshold);
        check.equivariant(&images.equivariant()).unwrap();
        let mean = spun::<2>(&Wavelet::haar(), 1, threshold);
        check.equivariant(&mean.equivariant()).unwrap();
    }
}

#[test]
fn shifts_that_are_no_transversal_are_refused() {
    let wavelet = Wavelet::daubechies(2).unwrap();
    let threshold = Threshold::soft(0.5).unwrap();
    let steps = Sublattice::new([4]).unwrap();
    let over = |shifts: &[i64]| {
        let shifts = shifts.iter().map(|&k| [k]).collect();
        let spun = CycleSpinning::over(steps, shifts, discrete::<1>(&wavelet, 2, threshold));
        Check::default()
            .cases(64)
            .seed(1)
            .equivariant(&spun.equivariant())
    };
    assert!(over(&[0, 1, 2, 3]).is_ok());
    assert!(over(&[-4, 5, 2, -1]).is_ok());
    assert!(over(&[0, 1, 2, 3, 4, 5, 6, 7]).is_ok());
    for shifts in [&[0][..], &[0, 1, 2], &[0, 1, 2, 4], &[0, 1, 2, 3, 4]] {
        assert!(over(shifts).is_err(), "{shifts:?}");
    }
    let none = CycleSpinning::over(steps, Vec::new(), discrete::<1>(&wavelet, 2, threshold));
    let refused = none.apply(&vec![0.0; 4].into());
    assert!(matches!(refused, Err(Refusal::Degenerate(_))));
}

#[test]
fn a_threshold_in_one_discrete_transform_is_not_equivariant() {
    let threshold = Threshold::hard(0.5).unwrap();
    let one = discrete::<1>(&Wavelet::haar(), 2, threshold);
    let domain = Signals::<Reals, 1>::default().divisible_by([4]);
    let claim = EquivariantMap::new(
        Lattice,
        domain,
        equivariant::sets::Partial::new(domain),
        |x: &Signal<f64, 1>| one(x),
    );
    assert!(Check::default().seed(1).equivariant(&claim).is_err());
}

#[test]
fn refusals_and_values_that_are_not_numbers_come_through() {
    let threshold = Threshold::soft(0.5).unwrap();
    let mean = spun::<1>(&Wavelet::haar(), 1, threshold);
    let odd = mean.apply(&vec![1.0; 3].into());
    assert!(matches!(odd, Err(Refusal::Indivisible { .. })));
    let cut = |x: &Signal<f64, 1>| Ok(x.values()[1..].to_vec().into());
    let cut = CycleSpinning::new(Sublattice::new([1]).unwrap(), cut).apply(&vec![1.0; 3].into());
    assert!(matches!(cut, Err(Refusal::Shape { .. })));
    assert!(threshold.apply(f64::NAN).is_nan());
    let fast = stationary::<1>(&Wavelet::haar(), 1, threshold);
    let smooth = fast.apply(&vec![0.0, 0.0, f64::NAN, 0.0, 0.0].into());
    assert!(smooth.values()[2].is_nan() && smooth.values()[0] == 0.0);
    assert!(fast.apply(&Vec::new().into()).is_empty());
}
