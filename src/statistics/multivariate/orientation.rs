//! On which side of a line a point is, exactly.

use std::cmp::Ordering;

use nalgebra::{Point2, Vector2};

use super::exact::Exact;
use super::standardised::largest_coordinates;
use crate::statistics::Refusal;
use crate::statistics::sample::{at_least, unit_of};

/// Points of the plane, each axis in a unit in which no coordinate is larger than 1: a power of two, so
/// that nothing is rounded.
pub(super) struct Scaled {
    pub(super) points: Vec<Point2<f64>>,
    /// Half of the units.
    units: Vector2<f64>,
}

impl Scaled {
    /// The observations, at least one, none of whose coordinates is below `smallest` unless it is 0.
    pub(super) fn of(sample: &[Point2<f64>], smallest: f64) -> Result<Self, Refusal> {
        at_least(1, sample)?;
        let units = largest_coordinates(sample.iter().map(|x| &x.coords))
            .map(|largest| unit_of(std::iter::once(largest)));
        let units = units.map(|unit| if unit > 0.0 { unit } else { 1.0 });
        let scaled = sample.iter().map(|x| x.coords.component_div(&units) * 0.5);
        let points: Vec<Point2<f64>> = scaled.map(Point2::from).collect();
        let mut coordinates = points
            .iter()
            .zip(sample)
            .flat_map(|(y, x)| y.iter().zip(x.iter()));
        if coordinates.any(|(y, &x)| x != 0.0 && y.abs() < smallest) {
            return Err(Refusal::Overflow("a coordinate is too small beside others"));
        }
        Ok(Scaled { points, units })
    }

    /// A point in the units of the sample.
    pub(super) fn unscaled(&self, point: &Point2<f64>) -> Point2<f64> {
        Point2::from(point.coords.component_mul(&self.units) * 2.0)
    }
}

/// The orientation of the triangle p, q, r: `Greater` if it is counterclockwise, `Equal` if the three are on
/// one line. Exact for coordinates of size at most 1, none smaller than 2⁻⁴⁵⁰ unless it is 0.
pub(super) fn orientation(p: &Point2<f64>, q: &Point2<f64>, r: &Point2<f64>) -> Ordering {
    let (determinant, error) = approximate_determinant(p, q, r);
    if determinant.abs() > error {
        determinant.total_cmp(&0.0)
    } else {
        determinant_of(p, q, r).sign()
    }
}

/// p × q + q × r + r × p in floating point, twice the area of the triangle, and a bound on its error
/// (J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric predicates,
/// *Discrete & Computational Geometry* 18, 1997).
#[inline]
pub(super) fn approximate_determinant(
    p: &Point2<f64>,
    q: &Point2<f64>,
    r: &Point2<f64>,
) -> (f64, f64) {
    let left = (p.x - r.x) * (q.y - r.y);
    let right = (p.y - r.y) * (q.x - r.x);
    let error = (3.0 + 16.0 * HALF_ULP) * HALF_ULP * (left.abs() + right.abs());
    (left - right, error)
}

/// p × q + q × r + r × p, its six products expanded and added exactly.
pub(super) fn determinant_of(p: &Point2<f64>, q: &Point2<f64>, r: &Point2<f64>) -> Exact {
    let mut sum = Exact::default();
    for (x, y) in [(p, q), (q, r), (r, p)] {
        sum.add_product(x.x, y.y);
        sum.add_product(-x.y, y.x);
    }
    sum
}

/// Half of the distance from 1 to the next number.
const HALF_ULP: f64 = 0.5 * f64::EPSILON;

#[cfg(test)]
mod tests {
    use super::orientation;
    use nalgebra::point;
    use std::cmp::Ordering;

    /// Points in the last places of coordinates near ½, against whole numbers.
    #[test]
    fn orientations_are_exact_where_rounding_is_not() {
        let ulp = f64::EPSILON / 2.0;
        let (q, r) = (point![0.75, 0.75], point![0.25 + 0.5 * ulp, 0.25]);
        for i in 0..32_i64 {
            for j in 0..32_i64 {
                let p = point![0.5 + i as f64 * ulp, 0.5 + j as f64 * ulp];
                // in units of ulp/2, about (¼, ¼): p = (a + 2i, a + 2j), q = (2a, 2a), r = (1, 0)
                let a = (0.25 / (0.5 * ulp)) as i128;
                let (i, j) = (i128::from(i), i128::from(j));
                let left = (a + 2 * i - 1) * (2 * a);
                let right = (a + 2 * j) * (2 * a - 1);
                assert_eq!(orientation(&p, &q, &r), left.cmp(&right));
            }
        }
        let line = [0.1, 0.2, 0.3].map(|t: f64| point![t, t]);
        assert_eq!(orientation(&line[0], &line[1], &line[2]), Ordering::Equal);
    }
}
