//! A picture that the program draws.

use equivariant::signal::Image;

/// Discs, bars and a gradient, some of them at the border.
pub(crate) fn picture(height: usize, width: usize) -> Image<f64> {
    let (h, w) = (height as f64, width as f64);
    Image::from_fn([height, width], |[row, column]| {
        let (y, x) = (row as f64 / h, column as f64 / w);
        let disc =
            |cy: f64, cx: f64, r: f64| f64::from(u8::from((y - cy).hypot((x - cx) * w / h) < r));
        let bar = f64::from(u8::from((x - 0.2 * y - 0.1).abs() < 0.03));
        let grating = 0.5 + 0.5 * (60.0 * (x - 0.6) + 25.0 * y).sin();
        let patch = if x > 0.6 && y > 0.55 { grating } else { 0.0 };
        0.25 * y
            + 0.5 * disc(0.35, 0.45, 0.2)
            + 0.6 * disc(0.05, 0.9, 0.15)
            + 0.7 * bar
            + 0.5 * patch
    })
}
