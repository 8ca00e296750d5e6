//! How invariant to translation is a small network: by its architecture, and by what it was trained on?
//!
//! Networks learn to tell ten drawn glyphs apart, once from glyphs in the middle of the image and once from glyphs that
//! were moved at random; then it is measured how far their scores change with shifts.
//!
//! ```sh
//! cargo run --release --example translation            # a table
//! cargo run --release --example translation -- FILE.svg # and the profiles of sensitivity as a picture
//! ```

mod architecture;
mod glyphs;
mod picture;
mod training;

use std::error::Error;

use equivariant::signal::{Sensitivity, consistency};
use indicatif::{ProgressBar, ProgressStyle};

use architecture::Architecture;
use training::{Data, train};

/// How many networks of each kind are trained, from different seeds.
const SEEDS: u64 = 5;
/// How far images are shifted for the measures.
const REACH: usize = 4;

/// What was measured of networks of one kind, one value for each seed.
pub(crate) struct Measured {
    pub(crate) name: String,
    centred: Vec<f64>,
    moved: Vec<f64>,
    consistent: Vec<f64>,
    /// The mean over the seeds of the sensitivity to shifts of each length.
    pub(crate) profile: Vec<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let kinds = Architecture::ALL.len() * 2;
    let progress = ProgressBar::new(kinds as u64 * SEEDS * training::EPOCHS);
    progress.set_style(ProgressStyle::with_template(
        "{bar:40} {pos}/{len} epochs, {eta} left",
    )?);
    let mut all = Vec::new();
    for moved in [false, true] {
        for architecture in Architecture::ALL {
            all.push(measure(architecture, moved, &progress)?);
        }
    }
    progress.finish_and_clear();
    println!(
        "{:66} {:>16} {:>16} {:>16} {:>12}",
        "", "right, centred", "right, moved", "same class", "sensitivity"
    );
    for kind in &all {
        let [centred, moved, consistent] =
            [&kind.centred, &kind.moved, &kind.consistent].map(|values| with_error(values));
        let sensitivity = kind.profile.iter().skip(1).sum::<f64>() / REACH as f64;
        println!(
            "{:66} {centred:>16} {moved:>16} {consistent:>16} {sensitivity:12.3}",
            kind.name
        );
    }
    println!(
        "\nright: part of test images, mean over {SEEDS} seeds ± standard error; same class: under shifts of up to {REACH} cells"
    );
    println!(
        "sensitivity: how far scores change with a shift, in units of the distance of two images"
    );
    if let Some(file) = std::env::args_os().nth(1) {
        picture::profiles(&all, file.as_ref())?;
    }
    Ok(())
}

/// Trains networks of one kind, and measures them.
fn measure(
    architecture: Architecture,
    moved: bool,
    progress: &ProgressBar,
) -> Result<Measured, Box<dyn Error>> {
    let trained_on = if moved { "moved" } else { "centred" };
    let mut measured = Measured {
        name: format!("{}, trained on {trained_on} glyphs", architecture.name()),
        centred: Vec::new(),
        moved: Vec::new(),
        consistent: Vec::new(),
        profile: vec![0.0; REACH + 1],
    };
    for seed in 0..SEEDS {
        let network = train(architecture, &Data::training(moved, seed), seed, || {
            progress.inc(1);
        })?;
        let (centred, away) = (Data::test(false, seed), Data::test(true, seed));
        measured.centred.push(training::right(&network, &centred)?);
        measured.moved.push(training::right(&network, &away)?);
        let images: Vec<_> = centred.images().take(20).cloned().collect();
        let class = |x: &_| training::class(&network, x);
        measured
            .consistent
            .push(consistency(class, &images, REACH as u32));
        let scores = |x: &_| training::scores(&network, x);
        let sensitivity = Sensitivity::of(scores, &images, REACH)?;
        for (sum, value) in measured
            .profile
            .iter_mut()
            .zip(sensitivity.radial_profile())
        {
            *sum += value / SEEDS as f64;
        }
    }
    Ok(measured)
}

/// The mean and its standard error.
fn with_error(values: &[f64]) -> String {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    format!("{mean:.3} ± {:.3}", (squares / (n - 1.0) / n).sqrt())
}
