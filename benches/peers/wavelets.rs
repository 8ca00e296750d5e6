//! Wavelet transforms, which `wavelets.py` computes with PyWavelets, dtcwt and scikit-image.

use std::error::Error;
use std::hint::black_box;

use equivariant::signal::wavelet::{
    Decomposition, DualTreeTransform, NearSymmetric, QShift, StationaryWaveletTransform, Threshold,
    TranslationInvariantDenoiser, Wavelet,
};
use equivariant::signal::{Image, Signal};

use super::measurement::{print, some};
use super::samples::uniform;

fn finest<const D: usize>(y: &Decomposition<f64, D>) -> Vec<f64> {
    let bands = y.details.first().and_then(|level| level.first());
    bands.map_or(Vec::new(), |band| some(band.values()))
}

pub(super) fn measure() -> Result<(), Box<dyn Error>> {
    let line: Signal<f64, 1> = uniform(1 << 20).collect::<Vec<_>>().into();
    let image = Image::new([512, 512], uniform(512 * 512).collect())?;
    let db4 = Wavelet::daubechies(4)?;

    let transform = StationaryWaveletTransform::new(db4.clone(), 5)?;
    let y = transform.apply(&line);
    print("stationary", "2^20", &finest(&y), || {
        transform.apply(black_box(&line))
    });
    let back = transform.inverse(&y)?;
    print("and back", "2^20", &some(back.values()), || {
        transform.inverse(black_box(&y))
    });

    let transform = StationaryWaveletTransform::new(db4, 3)?;
    let y = transform.apply(&image);
    print("stationary", "512 x 512", &finest(&y), || {
        transform.apply(black_box(&image))
    });
    let back = transform.inverse(&y)?;
    print("and back", "512 x 512", &some(back.values()), || {
        transform.inverse(black_box(&y))
    });

    let denoiser = TranslationInvariantDenoiser::new(transform, Threshold::soft(0.5)?);
    let smooth = denoiser.apply(&image);
    print(
        "cycle spinning",
        "512 x 512",
        &some(smooth.values()),
        || denoiser.apply(black_box(&image)),
    );

    let transform = DualTreeTransform::new(NearSymmetric::A, QShift::A, 4)?;
    let y = transform.apply(&image)?;
    print(
        "dual-tree",
        "512 x 512",
        &some(y.approximation.values()),
        || transform.apply(black_box(&image)),
    );
    let back = transform.inverse(&y)?;
    print("and trees back", "512 x 512", &some(back.values()), || {
        transform.inverse(black_box(&y))
    });
    Ok(())
}
