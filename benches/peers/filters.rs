//! Convolution of signals and images, and group convolution, which `filters.py` computes with SciPy and PyTorch.

use std::error::Error;
use std::hint::black_box;

use equivariant::groups::Dihedral;
use equivariant::signal::{Convolution, GroupConvolution, Image, Kernel, Signal};

use super::measurement::{print, some};
use super::samples::uniform;

pub(super) fn measure() -> Result<(), Box<dyn Error>> {
    let n = 1 << 20;
    let line: Signal<f64, 1> = uniform(n).collect::<Vec<_>>().into();
    let kernel = Kernel::new([n], uniform(n).map(|u| u - 0.5).collect())?.anchored_at([0]);
    let by_fourier = Convolution::new(kernel).on([n]);
    let y = by_fourier.apply(&line)?;
    print("by Fourier", "2^20", &some(y.values()), || {
        by_fourier.apply(black_box(&line))
    });

    let image = Image::new([512, 512], uniform(512 * 512).collect())?;
    let kernel = Kernel::new([11, 11], uniform(121).collect())?;
    let convolution = Convolution::new(kernel);
    let y = convolution.apply(&image);
    print("convolution", "512 x 512", &some(y.values()), || {
        convolution.apply(black_box(&image))
    });

    // 16 channels of 8 symmetries to as many, 3 × 3 cells
    let kernel = Signal::new(
        [16, 16, 8, 3, 3],
        uniform(16 * 16 * 8 * 9).map(|u| u - 0.5).collect(),
    )?;
    let group = GroupConvolution::<_, Dihedral>::new(&kernel)?;
    let maps = Signal::new([16, 8, 64, 64], uniform(16 * 8 * 64 * 64).collect())?;
    let y = group.apply(&maps)?;
    let sizes = [y.values().iter().sum::<f64>()];
    print("p4m convolution", "64 x 64", &sizes, || {
        group.apply(black_box(&maps))
    });
    Ok(())
}
