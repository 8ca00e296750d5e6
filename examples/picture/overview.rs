//! One picture of all maps.

use equivariant::signal::Image;

use super::maps::{self, Map};
use super::table;

/// The cells between two pictures.
const GAP: usize = 4;

/// A row for each map whose value is an image: f(x), f(k·x), and how far that is from f(x) moved along.
pub(crate) fn of_image(x: &Image<f64>, shift: [i64; 2]) -> Image<f64> {
    let rows: Vec<[Image<f64>; 3]> = maps::all()
        .iter()
        .filter_map(|map| row(map, x, shift))
        .collect();
    let [height, width] = x.shape();
    let [down, right] = [height + GAP, width + GAP];
    let shape = [rows.len() * down - GAP.min(rows.len()), 3 * right - GAP];
    Image::from_fn(shape, |[row, column]| {
        let (picture, cell) = (
            rows.get(row / down).and_then(|row| row.get(column / right)),
            [row % down, column % right],
        );
        // white between the pictures; small ones in the corner
        let value = picture.and_then(|picture| picture.get(cell));
        value.copied().unwrap_or(1.0)
    })
}

/// The three pictures of a map, each from black to white; the difference in units of the values.
fn row(map: &Map, x: &Image<f64>, shift: [i64; 2]) -> Option<[Image<f64>; 3]> {
    let (value, of_shifted) = ((map.apply)(x), (map.apply)(&x.shifted(shift)));
    if value.len() < 2 {
        return None;
    }
    let difference = table::difference(map, x, shift)?;
    let range = |image: &Image<f64>| {
        image
            .values()
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &v| {
                (low.min(v), high.max(v))
            })
    };
    let (low, high) = range(&value);
    let size = (high - low).max(f64::MIN_POSITIVE);
    let grey = |image: &Image<f64>, low: f64| image.map(|v| ((v - low) / size).clamp(0.0, 1.0));
    Some([
        grey(&value, low),
        grey(&of_shifted, low),
        grey(&difference, 0.0),
    ])
}
