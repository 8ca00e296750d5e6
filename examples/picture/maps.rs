//! The maps that are tried on the picture.

use equivariant::groups::ZeroStep;
use equivariant::signal::{
    AdaptivePolyphaseSampling, BinomialBlur, Boundary, Convolution, GlobalPooling, Image, Kernel,
    MaxPooling, PowerSpectrum, Strided, Subsampling,
};

/// A map of images.
pub(crate) struct Map {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The start of the names of its pictures.
    pub(crate) file: &'static str,
    /// What it computes.
    pub(crate) apply: Box<dyn Fn(&Image<f64>) -> Image<f64>>,
    /// By how much f(x) moves if x moves by k.
    pub(crate) along: Box<dyn Fn([i64; 2], &Image<f64>) -> [i64; 2]>,
}

/// A map whose value moves by k/step, or not at all if the step is 0.
fn map(
    name: &'static str,
    file: &'static str,
    step: i64,
    apply: impl Fn(&Image<f64>) -> Image<f64> + 'static,
) -> Map {
    Map {
        name,
        file,
        apply: Box::new(apply),
        along: Box::new(move |k, _| k.map(|k| if step == 0 { 0 } else { k.div_euclid(step) })),
    }
}

/// A kernel of 3 × 3 cells.
fn kernel(weights: [f64; 9]) -> Convolution<f64, 2> {
    Convolution::correlation(Kernel::from(Image::from_fn([3, 3], |[row, column]| {
        weights[3 * row + column]
    })))
}

/// A number as an image of one cell.
fn number(value: f64) -> Image<f64> {
    Image::from_fn([1, 1], |_| value)
}

/// All maps.
pub(crate) fn all() -> Vec<Map> {
    made().expect("steps and windows are not 0")
}

/// All maps, if no parameter is refused.
fn made() -> Result<Vec<Map>, ZeroStep> {
    let blur = kernel([1.0, 2.0, 1.0, 2.0, 4.0, 2.0, 1.0, 2.0, 1.0].map(|w| w / 16.0));
    let padded = blur.clone();
    let across = kernel([-1.0, 0.0, 1.0, -2.0, 0.0, 2.0, -1.0, 0.0, 1.0]);
    let down = kernel([-1.0, -2.0, -1.0, 0.0, 0.0, 0.0, 1.0, 2.0, 1.0]);
    let right = across.clone();
    let edges = move |x: &Image<f64>| {
        let (across, down) = (across.apply(x), down.apply(x));
        let pairs = across.values().iter().zip(down.values());
        let sizes = pairs.map(|(a, b)| a.hypot(*b)).collect();
        Image::new(x.shape(), sizes).unwrap_or_else(|_| x.clone())
    };
    let pooling = Strided::new(
        MaxPooling::new([2, 2]).map_err(|_| ZeroStep { axis: 0 })?,
        [2, 2],
    )?;
    let every_second = Strided::new(Subsampling, [2, 2])?;
    let blurred = Strided::new(BinomialBlur::new(3), [2, 2])?;
    let polyphase = AdaptivePolyphaseSampling::new([2, 2])?;
    let largest = |x: &Image<f64>| number(GlobalPooling::Maximum.apply(x).unwrap_or(f64::NAN));
    let mean = |x: &Image<f64>| number(GlobalPooling::Mean.apply(x).unwrap_or(f64::NAN));
    Ok(vec![
        map("blur, the picture closes up", "blur", 1, move |x| {
            blur.apply(x)
        }),
        map("blur, zeros beyond the border", "padded", 1, move |x| {
            Boundary::Zero.convolve(&padded, x)
        }),
        map("edges, from left to right", "right", 1, move |x| {
            right.apply(x)
        }),
        map("edges, in all directions", "edges", 1, edges),
        map("maximum of 2 × 2 cells", "pooled", 2, move |x| {
            pooling.apply(x)
        }),
        map("every second cell", "sampled", 2, move |x| {
            every_second.apply(x)
        }),
        map("blur and every second cell", "blurred", 2, move |x| {
            blurred.apply(x)
        }),
        Map {
            name: "adaptive polyphase sampling",
            file: "polyphase",
            along: Box::new(move |k, x| polyphase.movement(&k.into(), x).into()),
            apply: Box::new(move |x| polyphase.apply(x)),
        },
        map("power spectrum", "power", 0, |x| {
            PowerSpectrum.apply(x).map(|power| power.ln_1p())
        }),
        map("largest value", "largest", 0, largest),
        map("mean", "mean", 0, mean),
    ])
}

/// The quarters of a picture, of equal and even sides.
pub(crate) fn quarters(x: &Image<f64>) -> Vec<Image<f64>> {
    let [height, width] = x.shape().map(|side| (side / 4 * 2).clamp(1, 64));
    let corners = [[0, 0], [0, width], [height, 0], [height, width]];
    let quarter = |[top, left]: [usize; 2]| {
        Image::from_fn([height, width], |[row, column]| {
            x.get([top + row, left + column]).copied().unwrap_or(0.0)
        })
    };
    corners.map(quarter).into()
}
