//! Points and vectors under transformations of space.

use equivariant::groups::*;
use equivariant::homomorphisms::*;
use equivariant::sets::*;
use equivariant::{Equipped, EquivariantMap};
use nalgebra::{Matrix3, Point2, Point3, Rotation2, Rotation3, Vector2, Vector3};

use super::{Specimen, specimen};

type Cloud = Vec<Point3<f64>>;

fn centroid(cloud: &[Point3<f64>]) -> Point3<f64> {
    let sum: Vector3<f64> = cloud.iter().map(|p| p.coords).sum();
    Point3::from(sum / cloud.len() as f64)
}

fn diameter(cloud: &[Point3<f64>]) -> f64 {
    let from = |p: &Point3<f64>| cloud.iter().map(|q| (p - q).norm()).fold(0.0, f64::max);
    cloud.iter().map(from).fold(0.0, f64::max)
}

fn area([a, b, c]: [Point2<f64>; 3]) -> f64 {
    0.5 * (b - a).perp(&(c - a)).abs()
}

fn triangle(x: &[Point2<f64>]) -> [Point2<f64>; 3] {
    [x[0], x[1], x[2]]
}

pub(super) fn correct() -> Vec<Specimen> {
    let (so3, se3, o3) = (
        SpecialOrthogonal::<3>::default(),
        SpecialEuclidean::<3>::default(),
        Orthogonal::<3>::default(),
    );
    let (space, directions, reals) = (
        Points::<3>::default(),
        Vectors::<3>::default(),
        Reals::<f64>::default(),
    );
    let clouds = Power::new(space);
    let plane = Points::<2>::default();
    let triangles = Power::new(plane).of_length(3);
    vec![
        specimen("centroid, rotations", move |check| {
            check.equivariant(&EquivariantMap::new(so3, clouds, space, |x: &Cloud| {
                centroid(x)
            }))
        }),
        specimen("centroid, motions", move |check| {
            check.equivariant(&EquivariantMap::new(se3, clouds, space, |x: &Cloud| {
                centroid(x)
            }))
        }),
        specimen("centroid, affine transformations", move |check| {
            check.equivariant(&EquivariantMap::new(
                Affine::<3>::default(),
                clouds,
                space,
                |x: &Cloud| centroid(x),
            ))
        }),
        specimen("diameter, motions", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                se3,
                clouds,
                reals,
                |x: &Cloud| diameter(x),
            ))
        }),
        specimen("diameter along the scale of similarities", move |check| {
            let phi = ScalePart::new(Similarities::<3>::default());
            check.equivariant(&EquivariantMap::along(phi, clouds, reals, |x: &Cloud| {
                diameter(x)
            }))
        }),
        specimen("norm, rotations and reflections", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                o3,
                directions,
                reals,
                |v: &Vector3<f64>| v.norm(),
            ))
        }),
        specimen("cross product, rotations", move |check| {
            let pairs = (directions, directions);
            check.equivariant(&EquivariantMap::new(so3, pairs, directions, |(v, w)| {
                v.cross(w)
            }))
        }),
        specimen("triple product along the determinant", move |check| {
            let triples = (directions, directions, directions);
            let volume = |(u, v, w): &(Vector3<f64>, Vector3<f64>, Vector3<f64>)| u.cross(v).dot(w);
            check.equivariant(&EquivariantMap::along(
                Determinant::new(o3),
                triples,
                reals,
                volume,
            ))
        }),
        specimen(
            "displacement of two points along the rotation",
            move |check| {
                let phi = LinearPart::new(se3);
                let pairs = (space, space);
                check.equivariant(&EquivariantMap::along(phi, pairs, directions, |(p, q)| {
                    q - p
                }))
            },
        ),
        specimen("quaternion to rotated vector, double cover", move |check| {
            let phi = DoubleCover::<f64>::default();
            check.equivariant(&EquivariantMap::along(
                phi,
                directions,
                directions,
                |v: &Vector3<f64>| v * 2.0,
            ))
        }),
        specimen("area of a triangle, Euclidean group", move |check| {
            let map = |x: &Vec<Point2<f64>>| area(triangle(x));
            check.equivariant(&EquivariantMap::invariant(
                Euclidean::<2>::default(),
                triangles,
                reals,
                map,
            ))
        }),
        specimen("area of a triangle, shears", move |check| {
            let map = |x: &Vec<Point2<f64>>| area(triangle(x));
            check.equivariant(&EquivariantMap::invariant(
                Shears::default(),
                triangles,
                reals,
                map,
            ))
        }),
        specimen("convex combination, affine transformations", move |check| {
            let map = |x: &Vec<Point2<f64>>| Point2::from((x[0].coords + x[1].coords * 3.0) / 4.0);
            check.equivariant(&EquivariantMap::new(
                Affine::<2>::default(),
                triangles,
                plane,
                map,
            ))
        }),
        specimen("angle between vectors, circle", move |check| {
            let pairs = (Vectors::<2>::default(), Vectors::<2>::default());
            let dot = |(v, w): &(Vector2<f64>, Vector2<f64>)| v.dot(w);
            check.equivariant(&EquivariantMap::invariant(
                Torus::<1>::default(),
                pairs,
                reals,
                dot,
            ))
        }),
    ]
}

pub(super) fn wrong() -> Vec<Specimen> {
    let (so2, so3, se3, o3) = (
        SpecialOrthogonal::<2>::default(),
        SpecialOrthogonal::<3>::default(),
        SpecialEuclidean::<3>::default(),
        Orthogonal::<3>::default(),
    );
    let (space, directions, reals) = (
        Points::<3>::default(),
        Vectors::<3>::default(),
        Reals::<f64>::default(),
    );
    let clouds = Power::new(space);
    let (plane, flat) = (Points::<2>::default(), Vectors::<2>::default());
    vec![
        specimen("cross product, reflections too", move |check| {
            let pairs = (directions, directions);
            check.equivariant(&EquivariantMap::new(o3, pairs, directions, |(v, w)| {
                v.cross(w)
            }))
        }),
        specimen("cross product, one component left-handed", move |check| {
            let pairs = (directions, directions);
            let map = |(v, w): &(Vector3<f64>, Vector3<f64>)| {
                let cross = v.cross(w);
                Vector3::new(cross.x, -cross.y, cross.z)
            };
            check.equivariant(&EquivariantMap::new(so3, pairs, directions, map))
        }),
        specimen("sum instead of mean, motions", move |check| {
            let map = |x: &Cloud| Point3::from(x.iter().map(|p| p.coords).sum::<Vector3<f64>>());
            check.equivariant(&EquivariantMap::new(se3, clouds, space, map))
        }),
        specimen("mean with n − 1, motions", move |check| {
            let map = |x: &Cloud| {
                let sum: Vector3<f64> = x.iter().map(|p| p.coords).sum();
                Point3::from(sum / (x.len() as f64 - 1.0).max(1.0))
            };
            check.equivariant(&EquivariantMap::new(se3, clouds, space, map))
        }),
        specimen("median of coordinates, rotations", move |check| {
            let map = |x: &Vec<Point2<f64>>| {
                let middle = |axis: usize| {
                    let mut xs: Vec<f64> = x.iter().map(|p| p[axis]).collect();
                    xs.sort_by(f64::total_cmp);
                    xs[xs.len() / 2]
                };
                Point2::new(middle(0), middle(1))
            };
            check.equivariant(&EquivariantMap::new(so2, Power::new(plane), plane, map))
        }),
        specimen("sum of absolute values, rotations", move |check| {
            let map = |v: &Vector2<f64>| v.x.abs() + v.y.abs();
            check.equivariant(&EquivariantMap::invariant(so2, flat, reals, map))
        }),
        specimen("norm in f32", move |check| {
            let map = |v: &Vector3<f64>| f64::from(v.map(|x| x as f32).norm());
            check.equivariant(&EquivariantMap::invariant(so3, directions, reals, map))
        }),
        specimen("small components snapped to 0", move |check| {
            let map = |v: &Vector3<f64>| v.map(|x| if x.abs() < 1e-9 { 0.0 } else { x });
            check.equivariant(&EquivariantMap::new(so3, directions, directions, map))
        }),
        specimen("clamped far away", move |check| {
            let map = |v: &Vector3<f64>| v.map(|x| x.clamp(-1e5, 1e5));
            check.equivariant(&EquivariantMap::new(so3, directions, directions, map))
        }),
        specimen("only the first 50 points", move |check| {
            let map = |x: &Cloud| {
                let kept = &x[..x.len().min(50)];
                let sum: Vector3<f64> = kept.iter().map(|p| p.coords).sum();
                Point3::from(sum / x.len() as f64)
            };
            check.equivariant(&EquivariantMap::new(se3, clouds, space, map))
        }),
        specimen("absolute threshold on a distance, scales", move |check| {
            let map = |(p, q): &(Point3<f64>, Point3<f64>)| {
                let distance = (p - q).norm();
                if distance < 1e-7 { 0.0 } else { distance }
            };
            let pairs = (space, space);
            check.equivariant(&EquivariantMap::new(
                PositiveReals::default(),
                pairs,
                reals,
                map,
            ))
        }),
        specimen("a reflection slipped into the action", move |check| {
            let mirrored = Matrix3::from_diagonal(&Vector3::new(1.0, 1.0, -1.0));
            let set = Equipped::new(
                so3,
                directions,
                move |g: &Rotation3<f64>, v: &Vector3<f64>| {
                    let turned = g * v;
                    if g.angle() > 2.0 {
                        mirrored * turned
                    } else {
                        turned
                    }
                },
            );
            check.equivariant(&EquivariantMap::new(
                so3,
                set,
                directions,
                |v: &Vector3<f64>| *v,
            ))
        }),
        specimen("an angle with π to three digits", move |check| {
            let set = Equipped::new(so2, flat, |g: &Rotation2<f64>, v: &Vector2<f64>| {
                Rotation2::new(g.angle() * 1.0001) * v
            });
            check.equivariant(&EquivariantMap::new(so2, set, flat, |v: &Vector2<f64>| *v))
        }),
        specimen("points translated as vectors are", move |check| {
            check.equivariant(&EquivariantMap::new(
                se3,
                space,
                directions,
                |p: &Point3<f64>| p.coords,
            ))
        }),
        specimen("transposed rotation in the action", move |check| {
            let set = Equipped::new(so3, directions, |g: &Rotation3<f64>, v: &Vector3<f64>| {
                g.inverse() * v
            });
            check.equivariant(&EquivariantMap::new(
                so3,
                set,
                directions,
                |v: &Vector3<f64>| *v,
            ))
        }),
    ]
}
