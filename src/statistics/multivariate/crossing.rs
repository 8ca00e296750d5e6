//! Lines through two points, and where they cross.

use std::cmp::Ordering;

use nalgebra::Point2;

use super::exact::Exact;
use super::orientation::{approximate_determinant, determinant_of};

/// A line with a direction, from one point to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) from: Point2<f64>,
    pub(super) to: Point2<f64>,
}

impl Line {
    /// The opposite direction.
    pub(super) fn reversed(self) -> Line {
        Line {
            from: self.to,
            to: self.from,
        }
    }

    /// The determinant of the line and a point, positive on its left, and a bound on its error.
    #[inline]
    fn at(&self, x: &Point2<f64>) -> (f64, f64) {
        approximate_determinant(&self.from, &self.to, x)
    }

    /// The same without error.
    fn exactly_at(&self, x: &Point2<f64>) -> Exact {
        determinant_of(&self.from, &self.to, x)
    }
}

/// The point in which two lines cross that are not parallel.
///
/// It is given by the lines. Where p and q are on the first line and ℓ is the determinant of the second,
/// it is (ℓ(p) q − ℓ(q) p)/(ℓ(p) − ℓ(q)).
#[derive(Clone, Copy, Debug)]
pub(super) struct Crossing {
    first: Line,
    second: Line,
    /// ℓ(p) and ℓ(q), with bounds on their errors.
    sides: [(f64, f64); 2],
    /// The sign of ℓ(p) − ℓ(q).
    turn: Ordering,
}

impl Crossing {
    pub(super) fn new(first: Line, second: Line) -> Self {
        let [p, q] = [first.from, first.to];
        let sides = [second.at(&p), second.at(&q)];
        let difference = sides[0].0 - sides[1].0;
        let error = 1.01 * (sides[0].1 + sides[1].1 + f64::EPSILON * difference.abs());
        let turn = if difference.abs() > error {
            difference.total_cmp(&0.0)
        } else {
            let exact = second.exactly_at(&p).minus(&second.exactly_at(&q));
            exact.sign()
        };
        Crossing {
            first,
            second,
            sides,
            turn,
        }
    }

    /// On which side of a line it is, `Greater` on the left. Exact for coordinates of size at most 1, none
    /// smaller than 2⁻²¹⁵ unless it is 0.
    ///
    /// With the determinants ℓ of the second line and m of the third it is the sign of
    /// (ℓ(p) m(q) − ℓ(q) m(p))/(ℓ(p) − ℓ(q)).
    pub(super) fn side_of(&self, line: &Line) -> Ordering {
        let [p, q] = [&self.first.from, &self.first.to];
        let [(lp, lp_error), (lq, lq_error)] = self.sides;
        let [(mp, mp_error), (mq, mq_error)] = [line.at(p), line.at(q)];
        let (left, right) = (lp * mq, lq * mp);
        let error = lp.abs() * mq_error
            + lp_error * (mq.abs() + mq_error)
            + lq.abs() * mp_error
            + lq_error * (mp.abs() + mp_error)
            + f64::EPSILON * (left.abs() + right.abs());
        let difference = left - right;
        let sign = if difference.abs() > 1.01 * error {
            difference.total_cmp(&0.0)
        } else {
            let [lp, lq] = [p, q].map(|x| self.second.exactly_at(x));
            let [mp, mq] = [p, q].map(|x| line.exactly_at(x));
            Exact::difference([&lp, &mq], [&lq, &mp]).sign()
        };
        match self.turn {
            Ordering::Less => sign.reverse(),
            _ => sign,
        }
    }

    /// The coordinates, rounded; those of a given point if it is one.
    pub(super) fn point(&self) -> Point2<f64> {
        for (line, other) in [(self.first, self.second), (self.second, self.first)] {
            for x in [line.from, line.to] {
                if other.exactly_at(&x).sign().is_eq() {
                    return x;
                }
            }
        }
        let [p, q] = [self.first.from, self.first.to];
        let [lp, lq] = [p, q].map(|x| self.second.exactly_at(&x));
        let difference = lp.minus(&lq).value();
        // from the nearer of the two points
        let (lp, lq) = (lp.value(), lq.value());
        if lp.abs() < lq.abs() {
            p + (q - p) * (lp / difference)
        } else {
            q + (q - p) * (lq / difference)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Crossing, Line};
    use nalgebra::point;

    #[test]
    fn three_lines_through_one_point_are_told_from_three_that_nearly_are() {
        // through (14, 6), a third of the way, in units of 2⁻³⁰
        let unit = f64::exp2(-30.0);
        let line = |x: f64, y: f64| Line {
            from: point![x * unit, y * unit],
            to: point![(42.0 - 2.0 * x) * unit, (18.0 - 2.0 * y) * unit],
        };
        let lines = [line(1.0, 5.0), line(8.0, -3.0), line(-20.0, 11.0)];
        let crossing = Crossing::new(lines[0], lines[1]);
        assert!(crossing.side_of(&lines[2]).is_eq());
        assert!((crossing.point() / unit - point![14.0, 6.0]).norm() < 1e-14);
        let mut near = lines[2];
        near.to.x = near.to.x.next_up();
        let side = crossing.side_of(&near);
        assert!(side.is_ne());
        assert_eq!(crossing.side_of(&near.reversed()), side.reverse());
    }
}
