//! Ten drawn glyphs.

use equivariant::signal::Signal;
use rand::RngExt;
use rand::rngs::StdRng;

/// The side of the images.
pub(crate) const SIDE: usize = 16;
/// How many glyphs there are.
pub(crate) const CLASSES: usize = 10;

/// An image of one channel.
pub(crate) type Picture = Signal<f64, 3>;

/// The strokes of the glyphs, on 7 × 5 cells.
const GLYPHS: [[&str; 7]; CLASSES] = [
    [
        ".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###.",
    ],
    [
        "..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###.",
    ],
    [
        ".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####",
    ],
    [
        "####.", "....#", "....#", ".###.", "....#", "....#", "####.",
    ],
    [
        "#..#.", "#..#.", "#..#.", "#####", "...#.", "...#.", "...#.",
    ],
    [
        "#####", "#....", "####.", "....#", "....#", "#...#", ".###.",
    ],
    [
        ".###.", "#....", "#....", "####.", "#...#", "#...#", ".###.",
    ],
    [
        "#####", "....#", "...#.", "...#.", "..#..", "..#..", "..#..",
    ],
    [
        ".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###.",
    ],
    [
        ".###.", "#...#", "#...#", ".####", "....#", "....#", ".###.",
    ],
];

/// How much noise there is on each cell.
const NOISE: f64 = 0.25;

/// The glyph of a class, moved by so many rows and columns from the middle, with noise on it.
pub(crate) fn glyph(class: usize, [down, right]: [i64; 2], random: &mut StdRng) -> Picture {
    let (top, left) = ((SIDE as i64 - 7) / 2 + down, (SIDE as i64 - 5) / 2 + right);
    Signal::from_fn([1, SIDE, SIDE], |[_, row, column]| {
        let (row, column) = (row as i64 - top, column as i64 - left);
        let stroke = usize::try_from(row)
            .ok()
            .zip(usize::try_from(column).ok())
            .and_then(|(row, column)| GLYPHS[class].get(row)?.as_bytes().get(column));
        f64::from(u8::from(stroke == Some(&b'#'))) + NOISE * random.random_range(-1.0..1.0)
    })
}
