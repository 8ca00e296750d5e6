//! Draws the pictures of the chapter "Estimators and their symmetries" into `docs/pictures`.
//!
//! ```sh
//! cargo run --release --example estimator_pictures
//! ```

use std::error::Error;
use std::path::Path;

use equivariant::statistics::decision::{Errors, LocationLoss, Simulation};
use equivariant::statistics::density::{Cauchy, Laplace, Logistic};
use equivariant::statistics::location::{HodgesLehmann, Mean, Median};
use equivariant::statistics::pitman::PitmanLocation;
use equivariant::statistics::{Estimator, Refusal};
use indicatif::ProgressBar;
use plotters::coord::Shift;
use plotters::prelude::*;

type Drawing<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Location = (
    &'static str,
    RGBColor,
    Box<dyn Fn(&Vec<f64>) -> Result<f64, Refusal> + Sync>,
);

const COLOURS: [RGBColor; 4] = [
    RGBColor(200, 60, 40),
    RGBColor(40, 90, 170),
    RGBColor(60, 140, 70),
    RGBColor(120, 120, 120),
];

fn location<
    T: Estimator<Claim: equivariant::statistics::Claim<Observation = f64>> + Sync + 'static,
>(
    name: &'static str,
    colour: usize,
    estimator: T,
) -> Location
where
    <T::Claim as equivariant::statistics::Claim>::Values: equivariant::Set<Element = f64>,
{
    let estimate = move |sample: &Vec<f64>| estimator.estimate(sample);
    (name, COLOURS[colour], Box::new(estimate))
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let area = |name: &str| folder.join(name);
    let path = area("dragged.svg");
    let drawing = SVGBackend::new(&path, (720, 400)).into_drawing_area();
    dragged(&drawing)?;
    let path = area("efficiency.svg");
    let drawing = SVGBackend::new(&path, (720, 400)).into_drawing_area();
    efficiency(&drawing)?;
    Ok(())
}

/// Estimates of location as one of five observations is dragged to the right.
fn dragged(drawing: &Drawing<'_>) -> Result<(), Box<dyn Error>> {
    let estimators = [
        location("Pitman, Cauchy errors", 0, PitmanLocation::new(Cauchy)),
        location("Pitman, logistic errors", 1, PitmanLocation::new(Logistic)),
        location("median", 2, Median),
        location("mean", 3, Mean),
    ];
    drawing.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(drawing)
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(44)
        .build_cartesian_2d(-3.0..20.0, -0.6..2.2)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc("the fifth observation; the others are −1.2, −0.1, 0.3, 0.9")
        .y_desc("estimate")
        .draw()?;
    for (name, colour, estimate) in &estimators {
        let points = (-60..=400).map(|k| 0.05 * f64::from(k));
        let curve = points.map(|x| Ok((x, estimate(&vec![-1.2, -0.1, 0.3, 0.9, x])?)));
        let mut curve: Vec<(f64, f64)> = curve.collect::<Result<_, Refusal>>()?;
        curve.retain(|&(_, estimate)| (-0.6..=2.2).contains(&estimate));
        let colour = *colour;
        chart
            .draw_series(LineSeries::new(curve, colour.stroke_width(2)))?
            .label(*name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour.stroke_width(2)));
    }
    legend(&mut chart, SeriesLabelPosition::UpperLeft)?;
    drawing.present()?;
    Ok(())
}

/// The efficiency 1/(n · mean squared error) under Laplace errors, whose information is 1.
fn efficiency(drawing: &Drawing<'_>) -> Result<(), Box<dyn Error>> {
    const CASES: u64 = 20_000;
    let lengths = [3, 5, 7, 10, 14, 20, 30, 41];
    let estimators = [
        location("Pitman", 0, PitmanLocation::new(Laplace)),
        location("median, maximum likelihood", 2, Median),
        location("Hodges–Lehmann", 1, HodgesLehmann),
        location("mean", 3, Mean),
    ];
    drawing.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(drawing)
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(44)
        .build_cartesian_2d(0.0..44.0, 0.4..1.05)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc("number of observations")
        .y_desc("efficiency")
        .draw()?;
    let bar = ProgressBar::new((lengths.len() * estimators.len()) as u64);
    for (name, colour, estimate) in &estimators {
        let mut points = Vec::new();
        for n in lengths {
            let family = Errors::Laplace.location(n);
            let simulation = Simulation::new(CASES).seed(n as u64);
            let risk = simulation.risk(estimate, &family, &LocationLoss::Squared, &0.0)?;
            let value = |risk: f64| 1.0 / (n as f64 * risk);
            let two = 2.0 * risk.standard_error();
            let [low, middle, high] =
                [risk.mean() + two, risk.mean(), risk.mean() - two].map(value);
            points.push((n as f64, low, middle, high));
            bar.inc(1);
        }
        let colour = *colour;
        let line = points.iter().map(|&(n, _, middle, _)| (n, middle));
        chart
            .draw_series(LineSeries::new(line, colour.stroke_width(2)))?
            .label(*name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour.stroke_width(2)));
        let bars = points.into_iter().map(|(n, low, middle, high)| {
            ErrorBar::new_vertical(n, low, middle, high, colour.filled(), 8)
        });
        chart.draw_series(bars)?;
    }
    bar.finish_and_clear();
    legend(&mut chart, SeriesLabelPosition::UpperLeft)?;
    drawing.present()?;
    Ok(())
}

/// The names of the curves, in a corner.
fn legend<'a, X, Y>(
    chart: &mut ChartContext<'a, SVGBackend<'a>, Cartesian2d<X, Y>>,
    corner: SeriesLabelPosition,
) -> Result<(), Box<dyn Error>>
where
    X: Ranged<ValueType = f64>,
    Y: Ranged<ValueType = f64>,
{
    chart
        .configure_series_labels()
        .position(corner)
        .background_style(WHITE)
        .border_style(RGBColor(200, 200, 200))
        .draw()?;
    Ok(())
}
