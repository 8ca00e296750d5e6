//! Real numbers of all trees, and the complex numbers made of them.

use nalgebra::Complex;

/// What is multiplied by the sign: 1, i, −1 or −i, as a power of i.
///
/// Tree `tree` has one factor i for every bit, with the sign of its axis; the last axis has the sign +.
fn quarter_turns(tree: usize, signs: usize, axes: usize) -> usize {
    let turns = (0..axes).map(|axis| match (tree >> axis & 1, signs >> axis & 1) {
        (0, _) => 0,
        (_, 0) => 1,
        _ => 3,
    });
    turns.sum::<usize>() % 4
}

/// How much the sums are scaled, so that squares are kept.
fn scale(axes: usize) -> f64 {
    0.5_f64.powi(axes.saturating_sub(1) as i32).sqrt()
}

/// The numbers z(σ) = 2^((1 − D)/2) Σ Π (σₐ i)^(bit a of the tree) y(tree), for all signs of the axes but the last,
/// + before −.
pub(super) fn complex(trees: &[&[f64]], axes: usize) -> Vec<Vec<Complex<f64>>> {
    let scale = scale(axes);
    let n = trees.first().map_or(0, |tree| tree.len());
    let of_signs = |signs: usize| {
        let mut z = vec![Complex::new(0.0, 0.0); n];
        for (tree, values) in trees.iter().enumerate() {
            let pairs = z.iter_mut().zip(*values);
            match quarter_turns(tree, signs, axes) {
                0 => pairs.for_each(|(z, y)| z.re += scale * y),
                1 => pairs.for_each(|(z, y)| z.im += scale * y),
                2 => pairs.for_each(|(z, y)| z.re -= scale * y),
                _ => pairs.for_each(|(z, y)| z.im -= scale * y),
            }
        }
        z
    };
    (0..1 << axes.saturating_sub(1)).map(of_signs).collect()
}

/// The inverse of [`complex`], which is its adjoint.
pub(super) fn real(bands: &[&[Complex<f64>]], axes: usize) -> Vec<Vec<f64>> {
    let scale = scale(axes);
    let n = bands.first().map_or(0, |band| band.len());
    let of_tree = |tree: usize| {
        let mut y = vec![0.0; n];
        for (signs, band) in bands.iter().enumerate() {
            let pairs = y.iter_mut().zip(*band);
            match quarter_turns(tree, signs, axes) {
                0 => pairs.for_each(|(y, z)| *y += scale * z.re),
                1 => pairs.for_each(|(y, z)| *y += scale * z.im),
                2 => pairs.for_each(|(y, z)| *y -= scale * z.re),
                _ => pairs.for_each(|(y, z)| *y -= scale * z.im),
            }
        }
        y
    };
    (0..1 << axes).map(of_tree).collect()
}
