//! What is equivariant on a picture of your own: a table of filters, poolings and transforms with the shifts and turns
//! that they respect, the largest error and where in the picture it is; and pictures of what happens.
//!
//! ```sh
//! cargo run --release --example picture -- IMAGE.png
//! ```
//!
//! The pictures are written beside the image, in a folder with its name.

mod drawn;
mod maps;
mod overview;
mod table;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use equivariant::signal::{Image, Sensitivity};
use image::GrayImage;
use indicatif::ProgressBar;

/// How the program is called.
const USAGE: &str =
    "picture IMAGE, a PNG or JPEG file; or picture --draw, for one that the program draws";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let argument = std::env::args_os().nth(1).ok_or(USAGE)?;
    let (image, folder) = if argument == "--draw" {
        (
            drawn::picture(96, 128),
            std::env::temp_dir().join("picture"),
        )
    } else {
        let file = PathBuf::from(argument);
        (read(&file)?, file.with_extension("equivariant"))
    };
    let [height, width] = image.shape();
    println!("{height} × {width} cells, as brightness from 0 to 1\n");
    println!("{}", table::of_image(&image));

    std::fs::create_dir_all(&folder)?;
    write(&image, &folder.join("image.png"))?;
    let shifted = image.shifted([3, 5]);
    write(&shifted, &folder.join("shifted.png"))?;
    for map in maps::all() {
        let features = (map.apply)(&image);
        let of_shifted = (map.apply)(&shifted);
        write(&features, &folder.join(format!("{}.png", map.file)))?;
        write(
            &of_shifted,
            &folder.join(format!("{}-of-shifted.png", map.file)),
        )?;
        if let Some(difference) = table::difference(&map, &image, [3, 5]) {
            write(
                &difference,
                &folder.join(format!("{}-difference.png", map.file)),
            )?;
        }
    }
    write(
        &overview::of_image(&image, [3, 5]),
        &folder.join("overview.png"),
    )?;
    sensitivities(&image, &folder)?;
    println!("pictures: {}", folder.display());
    Ok(())
}

/// The picture as brightness from 0 to 1.
fn read(file: &Path) -> Result<Image<f64>, Box<dyn Error>> {
    let picture = image::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let grey = picture.to_luma32f();
    let shape = [grey.height() as usize, grey.width() as usize];
    let values = grey.into_raw().into_iter().map(f64::from).collect();
    Ok(Image::new(shape, values)?)
}

/// The values from the smallest to the largest as black to white.
fn write(image: &Image<f64>, file: &Path) -> Result<(), Box<dyn Error>> {
    let (low, high) = image
        .values()
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| {
            (low.min(value), high.max(value))
        });
    let scale = if high > low {
        255.0 / (high - low)
    } else {
        0.0
    };
    let pixels = image
        .values()
        .iter()
        .map(|value| ((value - low) * scale).round() as u8);
    let [height, width] = image.shape();
    let picture = GrayImage::from_raw(
        u32::try_from(width)?,
        u32::try_from(height)?,
        pixels.collect(),
    );
    picture
        .ok_or("a picture has as many pixels as the image")?
        .save(file)?;
    Ok(())
}

/// How sensitive features are to shifts, for quarters of the picture.
fn sensitivities(image: &Image<f64>, folder: &Path) -> Result<(), Box<dyn Error>> {
    const REACH: usize = 8;
    let quarters = maps::quarters(image);
    let all = maps::all();
    let progress = ProgressBar::new((all.len() * quarters.len()) as u64);
    progress.set_message("sensitivity maps");
    println!(
        "sensitivity to shifts by 1, 2, 4 and 8 cells; 1 is what another part of the picture would change"
    );
    for map in all {
        let features = |x: &Image<f64>| (map.apply)(x).into_values();
        match Sensitivity::with_progress(features, &quarters, REACH, |_, _| progress.inc(1)) {
            Ok(sensitivity) => {
                write(
                    sensitivity.image(),
                    &folder.join(format!("{}-sensitivity.png", map.file)),
                )?;
                let profile = sensitivity.radial_profile();
                let at = [1, 2, 4, 8].map(|radius| format!("{:6.3}", profile[radius]));
                progress.suspend(|| println!("{:32} {}", map.name, at.join(" ")));
            }
            Err(refusal) => progress.suspend(|| println!("{:32} {refusal}", map.name)),
        }
    }
    progress.finish_and_clear();
    println!();
    Ok(())
}
