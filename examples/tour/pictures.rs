//! The maximum of a picture: its value is invariant to translation, its place is equivariant.

use std::error::Error;
use std::path::Path;

use equivariant::groups::Cyclic;
use equivariant::sets::{Functions, Reals, Regular};
use equivariant::{EquivariantMap, FiniteSet, Trivial};
use image::imageops::FilterType;
use image::{GrayImage, ImageReader, Luma};

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
    // every shift is tried, so the picture is made small enough for that
    Ok(picture.resize(64, 64, FilterType::Triangle).into_luma8())
}

/// Checks the claims about the picture under all its translations.
pub(crate) fn rows(table: &mut Table, picture: &GrayImage) -> Result<(), Box<dyn Error>> {
    let (width, height) = picture.dimensions();
    let shifts = (Cyclic::new(height.into())?, Cyclic::new(width.into())?);
    let grid = Regular(shifts);
    // the brightness stays with the point
    let pictures = Functions::new(grid, Trivial(Reals::<f64>::default()));
    let masks = pictures;
    let pixels: Vec<f64> = picture
        .pixels()
        .map(|&Luma([grey])| f64::from(grey))
        .collect();
    let all = || shifts.elements().map(|g| (g, pixels.clone()));
    let brightest = |pixels: &Vec<f64>| pixels.iter().copied().fold(f64::MIN, f64::max);

    let claim = |map, phi, holds| Claim {
        map,
        group: "translations of the picture",
        phi,
        holds,
    };
    let value = EquivariantMap::invariant(shifts, pictures, Reals::default(), brightest);
    // one picture has one maximum: a second picture shows that the value does vary
    let darker: Vec<f64> = pixels.iter().map(|grey| 0.5 * grey + 1.0).collect();
    let both = || all().chain(shifts.elements().map(|g| (g, darker.clone())));
    table.row(claim("value of the maximum", "1", true), || {
        value.verify(both())
    });

    let places = EquivariantMap::new(shifts, pictures, masks, move |pixels| {
        let brightest = brightest(pixels);
        pixels
            .iter()
            .map(|&grey| f64::from(grey == brightest))
            .collect()
    });
    table.row(claim("where the maximum is", "g", true), || {
        places.verify(all())
    });

    let still = EquivariantMap::invariant(shifts, pictures, masks, |pixels| places.apply(pixels));
    table.row(claim("where the maximum is", "1", false), || {
        still.verify(all())
    });
    Ok(())
}
