//! Exponentials and logarithms of rotations, motions and similarities against values of 34 digits.
//!
//! Errors are counted in units in the last place of the largest number in the answer; those of small
//! entries off the diagonal of a rotation by a small angle, in units in the last place of the angle.

#[path = "rotation_accuracy/table.rs"]
mod table;

use std::f64::consts::{PI, TAU};

use equivariant::groups::{
    AffineVelocity, Euclidean, Orthogonal, Similarities, SpecialEuclidean, SpecialOrthogonal,
    UnitQuaternions,
};
use equivariant::{Group, LieGroup, Real, Set};
use nalgebra::{
    DVector, Isometry, Rotation, SMatrix, SVector, Similarity, Translation, UnitQuaternion, Vector3,
};
use table::{CASES, Case};

/// The rate of growth σ of the similarities in the table.
const LOG_SCALE: f64 = 0.75;

/// The velocity of the origin in the table.
const VELOCITY: [f64; 4] = [1.0, -2.0, 0.5, 3.0];

/// The largest error allowed, in units in the last place; the largest measured are said beside each
/// test.
#[derive(Default)]
struct Errors {
    largest: f64,
    of: String,
}

impl Errors {
    fn add(&mut self, name: &str, what: &str, scale: f64, pairs: impl Iterator<Item = (f64, f64)>) {
        for (value, expected) in pairs {
            let units = (value - expected).abs() / (f64::EPSILON * scale);
            assert!(!units.is_nan(), "{what} of {name}: {value}");
            if units > self.largest {
                self.largest = units;
                self.of = format!("{what} of {name}: {value} for {expected}");
            }
        }
    }

    fn at_most(&self, units: f64) {
        println!("largest error {:.2} units: {}", self.largest, self.of);
        assert!(self.largest <= units, "{} units: {}", self.largest, self.of);
    }
}

fn size(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |size, x| x.abs().max(size))
}

fn both<'a>(values: &'a [f64], expected: &'a [f64]) -> impl Iterator<Item = (f64, f64)> + use<'a> {
    assert_eq!(values.len(), expected.len());
    values.iter().copied().zip(expected.iter().copied())
}

fn cases<const D: usize>() -> impl Iterator<Item = &'static Case> {
    CASES.iter().filter(|case| case.rotation.len() == D * D)
}

fn matrix<const D: usize>(case: &Case) -> SMatrix<f64, D, D> {
    SMatrix::from_row_slice(case.rotation)
}

fn velocity<const D: usize>() -> SVector<f64, D> {
    SVector::from_column_slice(&VELOCITY[..D])
}

/// In four dimensions the angles are computed, and have the rounding of the largest in all of them.
fn rounding_of_angle<const D: usize>(case: &Case) -> f64 {
    if D > 3 {
        size(case.coordinates).max(1.0)
    } else {
        1.0
    }
}

fn rotations<const D: usize>(errors: &mut Errors) {
    let (so, o) = (
        SpecialOrthogonal::<D>::default(),
        Orthogonal::<D>::default(),
    );
    for case in cases::<D>() {
        let k = so.hat(&DVector::from_column_slice(case.coordinates));
        let exponential = so.exp(&k);
        assert_eq!(o.exp(&k), *exponential.matrix());
        let off_diagonal = size(case.coordinates).min(1.0);
        for (i, expected) in case.rotation.iter().enumerate() {
            let (row, column) = (i / D, i % D);
            let scale = if row == column { 1.0 } else { off_diagonal };
            let scale = scale * rounding_of_angle::<D>(case);
            let pair = (exponential[(row, column)], *expected);
            errors.add(case.name, "exp", scale, std::iter::once(pair));
        }
        let logarithm = so.vee(
            &so.log(&Rotation::from_matrix_unchecked(matrix(case)))
                .unwrap(),
        );
        let pairs = both(logarithm.as_slice(), case.logarithm);
        errors.add(case.name, "log", size(case.logarithm), pairs);
    }
}

fn motions<const D: usize>(errors: &mut Errors) {
    let (se, e) = (SpecialEuclidean::<D>::default(), Euclidean::<D>::default());
    let so = SpecialOrthogonal::<D>::default();
    for case in cases::<D>() {
        let twist = AffineVelocity {
            linear: so.hat(&DVector::from_column_slice(case.coordinates)),
            translation: velocity::<D>(),
        };
        let reached = se.exp(&twist);
        assert_eq!(e.exp(&twist).translation, reached.translation.vector);
        let translation = reached.translation.vector;
        let pairs = both(translation.as_slice(), case.displacement);
        let scale = size(case.displacement) * rounding_of_angle::<D>(case);
        errors.add(case.name, "exp", scale, pairs);

        let motion = Isometry::from_parts(
            Translation::from(SVector::<f64, D>::from_column_slice(case.displacement)),
            Rotation::from_matrix_unchecked(matrix(case)),
        );
        let logarithm = se.log(&motion).unwrap();
        let pairs = both(logarithm.translation.as_slice(), case.velocity);
        errors.add(case.name, "log", size(case.velocity), pairs);
    }
}

fn similarities<const D: usize>(errors: &mut Errors) {
    let sim = Similarities::<D>::default();
    let so = SpecialOrthogonal::<D>::default();
    for case in cases::<D>() {
        let k = so.hat(&DVector::from_column_slice(case.coordinates));
        let twist = AffineVelocity {
            linear: k + SMatrix::<f64, D, D>::identity() * LOG_SCALE,
            translation: velocity::<D>(),
        };
        let reached = sim.exp(&twist);
        // e^0.75, by mpmath
        #[allow(clippy::excessive_precision)]
        let scale = 2.117000016612674668545369819837096_f64;
        let pair = std::iter::once((reached.scaling(), scale));
        errors.add(case.name, "scale of exp", scale, pair);
        let translation = reached.isometry.translation.vector;
        let pairs = both(translation.as_slice(), case.scaled_displacement);
        let rounding = size(case.scaled_displacement) * rounding_of_angle::<D>(case);
        errors.add(case.name, "exp", rounding, pairs);

        let similarity = Similarity::from_parts(
            Translation::from(SVector::<f64, D>::from_column_slice(
                case.scaled_displacement,
            )),
            Rotation::from_matrix_unchecked(matrix(case)),
            scale,
        );
        let logarithm = sim.log(&similarity).unwrap();
        let pairs = both(logarithm.translation.as_slice(), case.scaled_velocity);
        errors.add(case.name, "log", size(case.scaled_velocity), pairs);
        let rate = logarithm.linear[(0, 0)];
        let pair = std::iter::once((rate, LOG_SCALE));
        errors.add(case.name, "rate of log", LOG_SCALE, pair);
    }
}

#[test]
fn rotations_of_the_plane() {
    let mut errors = Errors::default();
    rotations::<2>(&mut errors);
    errors.at_most(1.0);
}

#[test]
fn rotations_of_space() {
    let mut errors = Errors::default();
    rotations::<3>(&mut errors);
    errors.at_most(2.0);
}

#[test]
fn rotations_of_four_dimensions() {
    let mut errors = Errors::default();
    rotations::<4>(&mut errors);
    errors.at_most(8.0);
}

#[test]
fn motions_of_the_plane_and_of_space() {
    let mut errors = Errors::default();
    motions::<2>(&mut errors);
    motions::<3>(&mut errors);
    errors.at_most(4.0);
}

#[test]
fn motions_of_four_dimensions() {
    let mut errors = Errors::default();
    motions::<4>(&mut errors);
    errors.at_most(16.0);
}

#[test]
fn similarities_of_two_to_four_dimensions() {
    let mut errors = Errors::default();
    similarities::<2>(&mut errors);
    similarities::<3>(&mut errors);
    similarities::<4>(&mut errors);
    errors.at_most(16.0);
}

/// The exponential in `f32` is the rounding of that in `f64`, which the table has judged.
#[test]
fn single_precision_is_double_precision_rounded() {
    let (single, double) = (
        SpecialEuclidean::<3, f32>::default(),
        SpecialEuclidean::<3>::default(),
    );
    for case in cases::<3>().skip(1) {
        let coordinates: Vec<f32> = case
            .coordinates
            .iter()
            .chain(&VELOCITY[..3])
            .map(|&x| f32::nearest(x))
            .collect();
        let coordinates = DVector::from_vec(coordinates);
        let rounded = single.exp(&single.hat(&coordinates));
        let exact = double.exp(&double.hat(&coordinates.map(f64::from)));
        assert_eq!(
            *rounded.rotation.matrix(),
            exact.rotation.matrix().map(f32::nearest)
        );
        let translation = exact.translation.vector.map(f32::nearest);
        assert_eq!(rounded.translation.vector, translation, "{}", case.name);

        // and the logarithm keeps the last digits of what it is given, short of 180°
        let angle = SVector::<f64, 3>::from_column_slice(case.coordinates).norm();
        if PI - angle < 1e-5 {
            continue;
        }
        let back = single.vee(&single.log(&rounded).unwrap());
        let error = (back - &coordinates).amax() / (f32::EPSILON * coordinates.amax());
        assert!(error <= 4.0, "{error} units: {}", case.name);
    }
}

/// Unit quaternions have a logarithm on both sides of a half turn and up to −1.
#[test]
fn unit_quaternions() {
    let su2 = UnitQuaternions::<f64>::default();
    let axis = Vector3::new(0.36, 0.48, 0.8);
    let mut errors = Errors::default();
    for angle in [
        1e-300,
        1e-12,
        1e-6,
        0.1,
        1.0,
        3.0,
        PI - 1e-9,
        PI,
        PI + 1e-9,
        5.0,
        TAU - 1e-3,
        TAU - 1e-9,
    ] {
        let x = axis * angle;
        let q = su2.exp(&x);
        let (sine, cosine) = (0.5 * angle).sin_cos();
        let expected = [0.36 * sine, 0.48 * sine, 0.8 * sine, cosine];
        let name = angle.to_string();
        let scale = angle.min(1.0);
        errors.add(
            &name,
            "exp",
            scale,
            both(&q.coords.as_slice()[..3], &expected[..3]),
        );
        errors.add(
            &name,
            "exp",
            1.0,
            both(&q.coords.as_slice()[3..], &expected[3..]),
        );
        let back = su2.log(&q).unwrap();
        // near −1 the vector part, which says the axis, is small and has the rounding of its entries
        errors.add(&name, "log", angle, both(back.as_slice(), x.as_slice()));
    }
    errors.at_most(4.0);
    let minus_one = UnitQuaternion::new_unchecked(-su2.identity().into_inner());
    let refused = su2.log(&minus_one).unwrap_err();
    assert!(refused.reason.contains("−1"), "{refused}");
}

#[test]
fn what_has_no_logarithm_is_refused_with_a_reason() {
    let so3 = SpecialOrthogonal::<3>::default();
    for axis in [Vector3::x_axis(), Vector3::y_axis(), Vector3::z_axis()] {
        let half_turn = Rotation::from_axis_angle(&axis, PI);
        let refused = so3.log(&half_turn).unwrap_err();
        assert!(refused.to_string().contains("180°"), "{refused}");
    }
    let half_turn =
        SpecialOrthogonal::<2>::default().exp(&SMatrix::<f64, 2, 2>::new(0.0, -PI, PI, 0.0));
    assert!(SpecialOrthogonal::<2>::default().log(&half_turn).is_err());
    let se2 = SpecialEuclidean::<2>::default();
    let about_a_centre = Isometry::from_parts(Translation::from([1.0, 2.0]), half_turn);
    assert!(se2.log(&about_a_centre).is_err());

    // the half turn −1 of the plane is one of four dimensions, twice
    let so4 = SpecialOrthogonal::<4>::default();
    let inversion = Rotation::from_matrix_unchecked(-SMatrix::<f64, 4, 4>::identity());
    assert!(so4.contains(&inversion));
    assert!(so4.log(&inversion).is_err());

    let mirror = |axis: usize| {
        let mut mirror = SMatrix::<f64, 3, 3>::identity();
        mirror[(axis, axis)] = -1.0;
        mirror
    };
    for axis in 0..3 {
        let refused = Orthogonal::<3>::default().log(&mirror(axis)).unwrap_err();
        assert!(refused.reason.contains("orientation"), "{refused}");
    }
    let rotated_mirror = mirror(0)
        * so3
            .exp(&so3.hat(&DVector::from_column_slice(&[0.3, 1.0, 2.0])))
            .matrix();
    assert!(Orthogonal::<3>::default().log(&rotated_mirror).is_err());
    let plane_mirror = SMatrix::<f64, 2, 2>::new(0.6, 0.8, 0.8, -0.6);
    let refused = Orthogonal::<2>::default().log(&plane_mirror).unwrap_err();
    assert!(refused.reason.contains("orientation"), "{refused}");
}

/// exp and log are inverse to one another to the last digits for every pair of angles, equal, nearly
/// equal, tiny and near π among them, in planes that are not those of the coordinates.
fn pairs_of_angles<const D: usize>(largest: f64) {
    let so = SpecialOrthogonal::<D>::default();
    let angles = [
        0.0,
        1e-300,
        1e-9,
        1e-3,
        0.1,
        0.1 + 1e-9,
        1.0,
        1.5,
        0.5 * PI,
        2.0,
        2.4,
        3.0,
        PI - 1e-4,
        PI - 1e-9,
    ];
    let mut errors = Errors::default();
    for first in angles {
        for second in angles {
            for number in 0..8 {
                let tilt = DVector::from_fn(so.dimension(), |i, _| {
                    ((i * 7 + number * 31 + 1) as f64).sin() * f64::from(u8::from(number > 0))
                });
                let basis = *so.exp(&so.hat(&tilt)).matrix();
                let mut k = SMatrix::<f64, D, D>::zeros();
                for (i, angle) in [(0, first), (2, second)] {
                    k[(i + 1, i)] = angle;
                    k[(i, i + 1)] = -angle;
                }
                let k = basis * k * basis.transpose();
                let k = (k - k.transpose()) * 0.5;
                let g = so.exp(&k);
                let name = format!("{first}, {second}, basis {number}");
                let defect = g.matrix().tr_mul(g.matrix());
                let identity = SMatrix::<f64, D, D>::identity();
                let pairs = both(defect.as_slice(), identity.as_slice());
                errors.add(&name, "orthogonality", 1.0, pairs);
                let logarithm = so.log(&g).unwrap_or_else(|error| panic!("{name}: {error}"));
                let back = so.exp(&logarithm);
                let pairs = both(back.matrix().as_slice(), g.matrix().as_slice());
                errors.add(&name, "exp of log", 1.0, pairs);
                // where both angles are near π the planes are not determined by the matrix
                let rest = (PI - first).min(1.0) + (PI - second).min(1.0);
                let pairs = both(logarithm.as_slice(), k.as_slice());
                errors.add(
                    &name,
                    "log of exp",
                    first.max(second).max(1e-300) / rest.min(1.0),
                    pairs,
                );
            }
        }
    }
    errors.at_most(largest);
}

#[test]
fn every_pair_of_angles_in_four_to_six_dimensions() {
    pairs_of_angles::<4>(32.0);
    pairs_of_angles::<5>(32.0);
    pairs_of_angles::<6>(32.0);
}
