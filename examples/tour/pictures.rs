//! The maximum of a picture: its value is invariant to translation, its place is equivariant.

use std::cmp::Ordering;
use std::error::Error;
use std::path::Path;

use equivariant::groups::Lattice;
use equivariant::sets::{Power, Reals, Regular};
use equivariant::{EquivariantMap, Trivial};
use image::imageops::FilterType;
use image::{GrayImage, ImageReader, Luma};
use nalgebra::{SVector, vector};

use crate::table::{Claim, Table};

/// The picture in this file, or one that is drawn: a bright disc with a soft edge beside a dim one.
pub(crate) fn read(path: Option<&Path>) -> Result<GrayImage, Box<dyn Error>> {
    let Some(path) = path else {
        return Ok(GrayImage::from_fn(40, 30, |x, y| {
            let disc = |at_x: f64, at_y: f64, radius: f64, brightness: f64| {
                let distance = (f64::from(x) - at_x).hypot(f64::from(y) - at_y);
                brightness * (-(distance / radius).powi(4)).exp()
            };
            Luma([(disc(12.0, 9.0, 5.0, 230.0) + disc(28.0, 20.0, 7.0, 120.0)).round() as u8])
        }));
    };
    let picture = ImageReader::open(path)
        .and_then(ImageReader::with_guessed_format)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?
        .decode()
        .map_err(|error| format!("{} is no PNG or JPEG picture: {error}", path.display()))?;
    // hundreds of shifts are tried, so the picture is made small enough for that
    Ok(picture.resize(64, 64, FilterType::Triangle).into_luma8())
}

/// How far the picture is moved, in pixels, along either side.
const REACH: i64 = 12;

/// Checks the claims about the picture under translations by whole pixels.
///
/// A picture is a list of the points of ℤ² that it covers, each with its brightness: moved, it keeps
/// all of them, wherever they go.
pub(crate) fn rows(table: &mut Table, picture: &GrayImage) {
    let steps = Lattice::<2>;
    let (places, brightness) = (Regular(steps), Reals::<f64>::default());
    let pictures = Power::new((places, Trivial(brightness)));
    let pixels: Picture = picture
        .enumerate_pixels()
        .map(|(x, y, &Luma([grey]))| (vector![i64::from(x), i64::from(y)], f64::from(grey)))
        .collect();
    // a second picture shows that the brightness does vary
    let darker: Picture = pixels
        .iter()
        .map(|(place, grey)| (*place, 0.5 * grey + 1.0))
        .collect();
    let shifts = || (-REACH..=REACH).flat_map(|y| (-REACH..=REACH).map(move |x| vector![x, y]));
    let all = || shifts().flat_map(|g| [(g, pixels.clone()), (g, darker.clone())]);

    let claim = |map, phi, holds| Claim {
        map,
        group: "integer translations",
        phi,
        holds,
    };
    let value =
        EquivariantMap::invariant(steps, pictures, brightness, |pixels| brightest(pixels).1);
    table.row(claim("value of a picture's maximum", "1", true), || {
        value.verify(all())
    });
    let place = EquivariantMap::new(steps, pictures, places, |pixels| brightest(pixels).0);
    table.row(claim("place of a picture's maximum", "g", true), || {
        place.verify(all())
    });
    let still = EquivariantMap::invariant(steps, pictures, places, |pixels| brightest(pixels).0);
    table.row(claim("place of a picture's maximum", "1", false), || {
        still.verify(all())
    });
}

/// Points of ℤ² with their brightness.
type Picture = Vec<(SVector<i64, 2>, f64)>;

/// The brightest point; of several the first in the order of reading, which translations keep.
fn brightest(pixels: &Picture) -> (SVector<i64, 2>, f64) {
    let order = |(place, grey): &(SVector<i64, 2>, f64)| (-grey, place.y, place.x);
    let first = pixels.iter().min_by(|one, other| {
        order(one)
            .partial_cmp(&order(other))
            .unwrap_or(Ordering::Equal)
    });
    first.copied().unwrap_or((SVector::zeros(), f64::NAN))
}
