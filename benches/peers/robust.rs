//! The estimators that `robust.R` and `robust.py` have too.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;

use equivariant::statistics::location::HodgesLehmann;
use equivariant::statistics::multivariate::{
    HalfSpaceDepth, MinimumCovarianceDeterminant, SpatialMedian, TylerShape,
};
use equivariant::statistics::scale::{Qn, Sn};
use equivariant::statistics::{Estimator, ObservationOf, Refusal, ValueOf};
use nalgebra::Point;

use super::measurement::print;
use super::samples::{contaminated, logistic, points, uniform, write};

pub(super) fn measure(directory: &Path) -> Result<(), Box<dyn Error>> {
    let line: Vec<f64> = uniform(100_000).map(logistic).collect();
    write(&directory.join("line"), line.iter().copied())?;
    estimate("Hodges-Lehmann", "100000", &HodgesLehmann, &line, one)?;
    estimate("Qn", "100000", &Qn::default(), &line, one)?;
    estimate("Sn", "100000", &Sn::default(), &line, one)?;

    let cloud = written(directory, "cloud", points::<5>(100_000))?;
    let median = SpatialMedian::<5>;
    estimate("spatial median", "100000 x 5", &median, &cloud, |q| {
        q.iter().copied().collect()
    })?;

    let outliers = written(directory, "outliers", contaminated::<10>(1000))?;
    let determinant = MinimumCovarianceDeterminant::<10>::default();
    estimate("MCD", "1000 x 10", &determinant, &outliers, |(m, c)| {
        m.iter().chain(c.iter()).copied().collect()
    })?;

    let shape = written(directory, "shape", points::<5>(5000))?;
    estimate("Tyler", "5000 x 5", &TylerShape::<5>, &shape, |v| {
        v.iter().copied().collect()
    })?;

    let plane = written(directory, "plane", points::<2>(1000))?;
    estimate(
        "half-space depth",
        "1000 x 2",
        &HalfSpaceDepth,
        &plane,
        Vec::clone,
    )?;
    Ok(())
}

fn one(value: &f64) -> Vec<f64> {
    vec![*value]
}

/// The sample, after it was written to a file of this name, one point after the other.
fn written<const D: usize>(
    directory: &Path,
    name: &str,
    sample: Vec<Point<f64, D>>,
) -> std::io::Result<Vec<Point<f64, D>>> {
    let coordinates = sample.iter().flat_map(|point| point.iter().copied());
    write(&directory.join(name), coordinates)?;
    Ok(sample)
}

fn estimate<E: Estimator>(
    what: &str,
    size: &str,
    estimator: &E,
    sample: &[ObservationOf<E>],
    numbers: impl Fn(&ValueOf<E>) -> Vec<f64>,
) -> Result<(), Refusal> {
    let value = estimator.estimate(sample)?;
    print(what, size, &numbers(&value), || {
        estimator.estimate(black_box(sample))
    });
    Ok(())
}
