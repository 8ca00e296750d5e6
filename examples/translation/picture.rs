//! The profiles of sensitivity as a picture.

use std::error::Error;
use std::path::Path;

use plotters::prelude::*;

use crate::Measured;

const COLOURS: [RGBColor; 4] = [
    RGBColor(120, 120, 120),
    RGBColor(40, 90, 170),
    RGBColor(60, 140, 70),
    RGBColor(200, 60, 40),
];

/// One line for each kind of network: thin if it was trained on centred glyphs, thick if on moved ones.
pub(crate) fn profiles(all: &[Measured], file: &Path) -> Result<(), Box<dyn Error>> {
    let highest = all
        .iter()
        .flat_map(|kind| &kind.profile)
        .copied()
        .fold(0.0, f64::max);
    let longest = all.iter().map(|kind| kind.profile.len()).max().unwrap_or(1) - 1;
    let drawing = SVGBackend::new(file, (760, 420)).into_drawing_area();
    drawing.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&drawing)
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(44)
        .build_cartesian_2d(0.0..longest as f64, 0.0..1.6 * highest)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc("length of the shift, in cells")
        .y_desc("sensitivity")
        .draw()?;
    for (number, kind) in all.iter().enumerate() {
        let width = if number < COLOURS.len() { 1 } else { 3 };
        let colour = COLOURS[number % COLOURS.len()].stroke_width(width);
        let points = kind
            .profile
            .iter()
            .enumerate()
            .map(|(radius, &value)| (radius as f64, value));
        chart
            .draw_series(LineSeries::new(points, colour))?
            .label(kind.name.as_str())
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .border_style(TRANSPARENT)
        .draw()?;
    drawing.present()?;
    Ok(())
}
