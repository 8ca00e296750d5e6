//! Convex regions of the plane that are cut out by lines.

use std::cmp::Ordering;

use nalgebra::{Point2, Vector2};

use super::crossing::{Crossing, Line};

/// A closed convex polygon, or a segment, or a point: its corners counterclockwise, each given exactly.
#[derive(Clone, Debug)]
pub(super) struct Convex {
    corners: Vec<Corner>,
}

/// A corner, and the line of the edge that leaves it.
#[derive(Clone, Copy, Debug)]
struct Corner {
    at: Crossing,
    edge: Line,
}

impl Convex {
    /// The rectangle with these opposite corners, the first below and left of the second.
    pub(super) fn rectangle(low: Point2<f64>, high: Point2<f64>) -> Self {
        let corners = [
            low,
            Point2::new(high.x, low.y),
            high,
            Point2::new(low.x, high.y),
        ];
        let edge = |i: usize| Line {
            from: corners[i % 4],
            to: corners[(i + 1) % 4],
        };
        let corner = |i: usize| Corner {
            at: Crossing::new(edge(i + 3), edge(i)),
            edge: edge(i),
        };
        Convex {
            corners: (0..4).map(corner).collect(),
        }
    }

    /// What of it is on the left of a line or on the line; `None` if that is nothing.
    pub(super) fn left_of(self, line: &Line) -> Option<Self> {
        use Ordering::{Equal, Greater, Less};
        let sides = self.corners.iter().map(|corner| corner.at.side_of(line));
        let sides: Vec<Ordering> = sides.collect();
        if !sides.contains(&Less) {
            return Some(self);
        }
        let count = sides.len();
        let mut corners = Vec::with_capacity(count + 1);
        for (i, &Corner { at, edge }) in self.corners.iter().enumerate() {
            let crossing = || Crossing::new(edge, *line);
            match (sides[i], sides[(i + 1) % count]) {
                (Greater, Less) => {
                    corners.push(Corner { at, edge });
                    // the way back of a segment crosses in the same point
                    if count > 2 {
                        let (at, edge) = (crossing(), *line);
                        corners.push(Corner { at, edge });
                    }
                }
                (Equal, Less) => corners.push(Corner { at, edge: *line }),
                (Less, Greater) => {
                    let at = crossing();
                    corners.push(Corner { at, edge });
                }
                (Less, _) => {}
                _ => corners.push(Corner { at, edge }),
            }
        }
        (!corners.is_empty()).then_some(Convex { corners })
    }

    /// The corners, rounded.
    pub(super) fn vertices(&self) -> Vec<Point2<f64>> {
        self.corners
            .iter()
            .map(|corner| corner.at.point())
            .collect()
    }
}

/// The centre of gravity of a point, a segment or a convex polygon.
pub(super) fn centre_of_gravity(vertices: &[Point2<f64>]) -> Point2<f64> {
    let first = vertices[0];
    let from_first = |i: usize| vertices[i] - first;
    // the triangles of a fan: twice the area, and three times the centre
    let triangles = (2..vertices.len()).map(|i| {
        let (a, b) = (from_first(i - 1), from_first(i));
        (a.perp(&b).max(0.0), a + b)
    });
    let (area, moment) = triangles.fold((0.0, Vector2::zeros()), |(area, moment), (part, sum)| {
        (area + part, moment + sum * part)
    });
    if area > 0.0 {
        return first + moment / area / 3.0;
    }
    // the middle of a segment, as which rounding may leave a thin polygon
    let along = |x: &&Point2<f64>, y: &&Point2<f64>| x.x.total_cmp(&y.x).then(x.y.total_cmp(&y.y));
    let [low, high] = [vertices.iter().min_by(along), vertices.iter().max_by(along)]
        .map(|end| end.copied().unwrap_or(first));
    low + (high - low) * 0.5
}
