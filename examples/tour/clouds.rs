//! Point clouds under motions of space.

use equivariant::groups::{SpecialEuclidean, SpecialOrthogonal};
use equivariant::homomorphisms::LinearPart;
use equivariant::sets::{Lines, Points, Power, Reals, Subset, Vectors};
use equivariant::{Check, EquivariantMap};
use nalgebra::{Matrix3, Point2, Point3, SymmetricEigen, Vector3};

use crate::table::{Claim, Table};

fn centroid(cloud: &[Point3<f64>]) -> Point3<f64> {
    let sum: Vector3<f64> = cloud.iter().map(|p| p.coords).sum();
    Point3::from(sum / cloud.len() as f64)
}

fn diameter(cloud: &[Point3<f64>]) -> f64 {
    let from = |p: &Point3<f64>| cloud.iter().map(|q| (p - q).norm()).fold(0.0, f64::max);
    cloud.iter().map(from).fold(0.0, f64::max)
}

/// Second moments about the centroid.
fn moments(cloud: &[Point3<f64>]) -> Matrix3<f64> {
    let centre = centroid(cloud);
    let square = |p: &Point3<f64>| (p - centre) * (p - centre).transpose();
    cloud.iter().map(square).sum()
}

/// The variances along the principal axes, the largest first, with the axes.
fn principal(cloud: &[Point3<f64>]) -> [(f64, Vector3<f64>); 3] {
    let SymmetricEigen {
        eigenvalues,
        eigenvectors,
    } = moments(cloud).symmetric_eigen();
    let mut axes = [0, 1, 2].map(|i| (eigenvalues[i], eigenvectors.column(i).into_owned()));
    axes.sort_by(|one, other| other.0.total_cmp(&one.0));
    axes
}

/// Whether the variances are so far apart that the cloud has three axes, which it keeps when moved.
fn has_axes(cloud: &[Point3<f64>]) -> bool {
    let [(longest, _), (middle, _), (shortest, _)] = principal(cloud);
    let gap = 1e-3 * longest;
    longest - middle > gap && middle - shortest > gap
}

/// Checks the claims about point clouds.
pub(crate) fn rows(table: &mut Table) {
    let check = Check::default().seed(1);
    let se3 = SpecialEuclidean::<3>::default();
    let space = Points::<3>::default();
    let clouds = Power::new(space);
    let claim = |map, phi, holds| Claim {
        map,
        group: "SE(3)",
        phi,
        holds,
    };

    let centre = EquivariantMap::new(se3, clouds, space, |cloud| centroid(cloud));
    table.row(claim("centroid", "g", true), || check.equivariant(&centre));
    let size = EquivariantMap::invariant(se3, clouds, Reals::default(), |cloud| diameter(cloud));
    table.row(claim("diameter", "1", true), || check.equivariant(&size));

    let oblong = Subset::new(clouds.of_lengths(4..=20), |cloud: &Vec<_>| has_axes(cloud));
    let axes = |cloud: &Vec<_>| principal(cloud).map(|(_, axis)| axis).to_vec();
    let lines = Power::new(Lines::<3>::default()).of_length(3);
    let principal_axes = EquivariantMap::along(LinearPart::new(se3), oblong, lines, axes);
    table.row(
        claim("principal axes, as lines", "rotation of g", true),
        || check.equivariant(&principal_axes),
    );
    let vectors = Power::new(Vectors::<3>::default()).of_length(3);
    let principal_axes = EquivariantMap::along(LinearPart::new(se3), oblong, vectors, axes);
    table.row(
        claim("principal axes, as vectors", "rotation of g", false),
        || check.equivariant(&principal_axes),
    );

    let plane = Points::<2>::default();
    let so2 = SpecialOrthogonal::<2>::default();
    let middle = EquivariantMap::new(so2, Power::new(plane), plane, |cloud: &Vec<Point2<f64>>| {
        let along = |axis: usize| crate::samples::median(cloud.iter().map(|p| p[axis]));
        Point2::new(along(0), along(1))
    });
    let claim = Claim {
        map: "median of the coordinates",
        group: "SO(2)",
        phi: "g",
        holds: false,
    };
    table.row(claim, || check.equivariant(&middle));
}
