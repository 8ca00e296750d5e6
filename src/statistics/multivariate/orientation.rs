//! On which side of a line a point is, exactly.

use std::cmp::Ordering;

use nalgebra::Point2;

/// The orientation of the triangle p, q, r: `Greater` if it is counterclockwise, `Equal` if the three are on
/// one line. Exact for coordinates of size at most 1, none smaller than 2⁻⁴⁵⁰ unless it is 0.
///
/// In floating point where the error bound allows, and else the six products of the determinant
/// p × q + q × r + r × p are expanded and added exactly (J. R. Shewchuk, Adaptive precision
/// floating-point arithmetic and fast robust geometric predicates, *Discrete & Computational Geometry* 18, 1997).
pub(super) fn orientation(p: &Point2<f64>, q: &Point2<f64>, r: &Point2<f64>) -> Ordering {
    let left = (p.x - r.x) * (q.y - r.y);
    let right = (p.y - r.y) * (q.x - r.x);
    let determinant = left - right;
    let error = (3.0 + 16.0 * HALF_ULP) * HALF_ULP * (left.abs() + right.abs());
    if determinant.abs() > error {
        return determinant.total_cmp(&0.0);
    }
    let mut sum = Vec::with_capacity(12);
    for (x, y) in [(p, q), (q, r), (r, p)] {
        for (a, b) in [(x.x, y.y), (-x.y, y.x)] {
            let product = a * b;
            add(&mut sum, a.mul_add(b, -product));
            add(&mut sum, product);
        }
    }
    // the parts do not overlap: the last that is not 0 is the largest
    let sign = sum.into_iter().rev().find(|&part| part != 0.0);
    sign.map_or(Ordering::Equal, |part| part.total_cmp(&0.0))
}

/// Half of the distance from 1 to the next number.
const HALF_ULP: f64 = 0.5 * f64::EPSILON;

/// Adds a number to a sum of parts that do not overlap, without rounding.
fn add(sum: &mut Vec<f64>, number: f64) {
    let mut carried = number;
    for part in sum.iter_mut() {
        let total = carried + *part;
        let virtual_part = total - carried;
        let rest = (carried - (total - virtual_part)) + (*part - virtual_part);
        (carried, *part) = (total, rest);
    }
    sum.push(carried);
}

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
