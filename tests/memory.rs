//! How much memory transforms hold at a time, in copies of the signal.
#![cfg(feature = "signal")]

use std::alloc::System;

use cap::Cap;
use equivariant::signal::wavelet::{
    DiscreteWaveletTransform, DualTreeTransform, NearSymmetric, QShift, StationaryWaveletTransform,
    Threshold, TranslationInvariantDenoiser, Wavelet,
};
use equivariant::signal::{
    AdaptivePolyphaseSampling, AveragePooling, Boundary, Convolution, Fourier, Image, Kernel,
    LaplacianPyramid, MaxPooling, PowerSpectrum,
};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// The side of the images.
const SIDE: usize = 256;

/// The most that a call holds at a time, in copies of the image, the second time: what is kept for a length is made in the
/// first.
fn copies<T>(call: impl Fn() -> T) -> f64 {
    drop(call());
    // as much as was ever held is held now, so that every byte more is the call's
    let ballast = ALLOCATOR.max_allocated() - ALLOCATOR.allocated();
    let ballast = Vec::<u8>::with_capacity(ballast);
    let before = ALLOCATOR.max_allocated();
    let value = call();
    let after = ALLOCATOR.max_allocated();
    drop((value, ballast));
    (after - before) as f64 / (SIDE * SIDE * size_of::<f64>()) as f64
}

#[test]
fn no_step_holds_more_than_a_few_copies() -> Result<(), Box<dyn std::error::Error>> {
    let x = Image::from_fn([SIDE, SIDE], |[row, column]| {
        (row as f64 * 1.7 + (column * column) as f64 * 0.3).sin()
    });
    let small = Convolution::new(Kernel::new([5, 5], vec![1.0; 25])?);
    let large = Convolution::new(Kernel::new([SIDE, SIDE], x.values().to_vec())?).on([SIDE, SIDE]);
    let wavelet = || Wavelet::daubechies(4);
    let stationary = StationaryWaveletTransform::<2>::new(wavelet()?, 3)?;
    let bands = stationary.apply(&x);
    let denoiser = TranslationInvariantDenoiser::new(stationary.clone(), Threshold::soft(1.0)?);
    let discrete = DiscreteWaveletTransform::<2>::new(wavelet()?, 3)?;
    let dual_tree = DualTreeTransform::<2>::new(NearSymmetric::A, QShift::A, 3)?;
    let pyramid = LaplacianPyramid::new(3)?;
    let (largest, mean) = (MaxPooling::new([9, 9])?, AveragePooling::new([9, 9])?);
    let polyphase = AdaptivePolyphaseSampling::new([2, 2])?;
    // what is measured, and the redundancy of the transform: how many copies its result or its bands are
    let measured = [
        ("shift", copies(|| x.shifted([5, 7])), 1.0),
        ("convolution", copies(|| small.apply(&x)), 1.0),
        (
            "convolution with a border",
            copies(|| Boundary::Reflect.convolve(&small, &x)),
            1.0,
        ),
        ("convolution by Fourier", copies(|| large.apply(&x)), 1.0),
        ("Fourier transform", copies(|| Fourier.apply(&x)), 2.0),
        ("power spectrum", copies(|| PowerSpectrum.apply(&x)), 1.0),
        ("maximum pooling", copies(|| largest.apply(&x)), 1.0),
        ("mean pooling", copies(|| mean.apply(&x)), 1.0),
        ("polyphase sampling", copies(|| polyphase.apply(&x)), 0.25),
        ("Laplacian pyramid", copies(|| pyramid.apply(&x)), 4.0 / 3.0),
        ("discrete wavelets", copies(|| discrete.apply(&x)), 1.0),
        ("stationary wavelets", copies(|| stationary.apply(&x)), 10.0),
        (
            "stationary wavelets, back",
            copies(|| stationary.inverse(&bands)),
            1.0,
        ),
        ("thresholding", copies(|| denoiser.apply(&x)), 10.0),
        ("dual-tree wavelets", copies(|| dual_tree.apply(&x)), 4.0),
    ];
    for (what, copies, redundancy) in measured {
        println!("{what}: {copies:.2} copies, {redundancy:.2} of them its redundancy");
        assert!(
            copies <= redundancy + 5.0,
            "{what}: {copies:.2} copies, for a redundancy of {redundancy:.2}"
        );
    }
    Ok(())
}
