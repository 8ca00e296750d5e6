//! Exponentials and logarithms of matrices against values of 34 digits.
//!
//! Errors are counted in units in the last place of the norm of the answer, and compared with what a
//! change of the matrix in its last place would do: the condition number.

#[path = "matrix_functions/table.rs"]
mod table;

use equivariant::groups::{Affine, AffineTransformation, AffineVelocity, GeneralLinear};
use equivariant::{Group, LieGroup, Real, Set};
use nalgebra::{SMatrix, matrix, vector};
use table::{Case, EXPONENTIALS, LOGARITHMS};

/// The error of a computed matrix in units in the last place of its norm.
fn units<const D: usize, T: Real>(value: &SMatrix<T, D, D>, expected: &SMatrix<f64, D, D>) -> f64 {
    let error = (value.map(Real::to_f64) - expected).norm();
    error / (T::EPSILON * expected.norm())
}

fn cases<const D: usize>(table: &'static [Case]) -> impl Iterator<Item = &'static Case> {
    table.iter().filter(|case| case.matrix.len() == D * D)
}

/// The largest error in units of rounding times condition number.
fn largest<const D: usize>(
    table: &'static [Case],
    function: impl Fn(&SMatrix<f64, D, D>) -> SMatrix<f64, D, D>,
) -> f64 {
    let mut largest = 0.0_f64;
    for case in cases::<D>(table) {
        let value = function(&SMatrix::from_row_slice(case.matrix));
        let units = units(&value, &SMatrix::from_row_slice(case.value));
        println!(
            "{D} {}: {units:.2}, condition {}",
            case.name, case.condition
        );
        assert!(!units.is_nan(), "{}: {value}", case.name);
        largest = largest.max(units / case.condition.max(1.0));
    }
    largest
}

fn exponentials<const D: usize>() -> f64 {
    largest(EXPONENTIALS, |a| GeneralLinear::<D>::default().exp(a))
}

fn logarithms<const D: usize>() -> f64 {
    largest(LOGARITHMS, |a| {
        let logarithm = GeneralLinear::<D>::default().log(a);
        logarithm.unwrap_or_else(|error| panic!("{error}"))
    })
}

#[test]
fn exponentials_are_as_accurate_as_their_condition_allows() {
    let largest = exponentials::<2>()
        .max(exponentials::<3>())
        .max(exponentials::<4>());
    println!("largest {largest:.2}");
    assert!(largest <= 1.0, "{largest}"); // measured: 0.59
}

#[test]
fn logarithms_are_as_accurate_as_their_condition_allows() {
    let largest = logarithms::<2>()
        .max(logarithms::<3>())
        .max(logarithms::<4>());
    println!("largest {largest:.2}");
    assert!(largest <= 16.0, "{largest}"); // measured: 12.5
}

#[test]
fn single_precision_is_double_precision_rounded() {
    for case in cases::<3>(EXPONENTIALS) {
        let a = SMatrix::<f64, 3, 3>::from_row_slice(case.matrix).map(|x| x as f32);
        let value = GeneralLinear::<3, f32>::default().exp(&a);
        let expected = GeneralLinear::<3>::default().exp(&a.map(f64::from));
        if expected.norm() < 1e30 {
            assert!(units(&value, &expected) <= 0.5, "{}", case.name);
        }
    }
}

#[test]
fn a_logarithm_near_the_identity_keeps_its_digits() {
    let gl = GeneralLinear::<2>::default();
    for size in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15] {
        let shear = matrix![1.0, size; 0.0, 1.0];
        let logarithm = gl.log(&shear).unwrap();
        let error = (logarithm - matrix![0.0, size; 0.0, 0.0]).norm() / size;
        assert!(error <= 4.0 * f64::EPSILON, "{size}: {error}");
        assert_eq!(gl.exp(&matrix![0.0, size; 0.0, 0.0]), shear);
        let full = matrix![0.0, size; -size, 0.0];
        let turned = gl.exp(&full);
        let error = (turned[(0, 1)] / size - size.sin() / size).abs();
        assert!(error <= 4.0 * f64::EPSILON, "{size}: {error}");
    }
    assert_eq!(
        gl.log(&gl.identity()).unwrap(),
        SMatrix::<f64, 2, 2>::zeros()
    );
    assert_eq!(gl.exp(&SMatrix::zeros()), gl.identity());
}

/// exp (L v; 0 0) for v = (1e9, -1e9) is that for (1, -1) with the translation times 1e9.
#[test]
fn a_large_translation_costs_no_digit() {
    let affine = Affine::<2>::default();
    let velocity = |size: f64| AffineVelocity {
        linear: matrix![0.5, -0.25; 0.75, -0.125],
        translation: vector![size, -size],
    };
    let near = affine.exp(&velocity(1.0));
    let unit = 2.0_f64.powi(60);
    let far = affine.exp(&velocity(unit));
    assert!((far.linear - near.linear).norm() <= 4.0 * f64::EPSILON);
    let error = (far.translation / unit - near.translation).norm();
    assert!(error <= 4.0 * f64::EPSILON, "{error}");
    let back = affine.log(&far).unwrap();
    let error = (back.translation - velocity(unit).translation).norm() / unit;
    assert!(error <= 32.0 * f64::EPSILON, "{error}");
}

fn refusal<const D: usize>(a: SMatrix<f64, D, D>) -> String {
    let refused = GeneralLinear::<D>::default().log(&a);
    refused
        .expect_err("it has no principal logarithm")
        .to_string()
}

#[test]
fn what_has_no_principal_logarithm_is_refused_with_a_reason() {
    let negative = "it has an eigenvalue on the negative real axis or at 0";
    assert!(refusal(matrix![-1.0, 0.0; 0.0, 1.0]).ends_with(negative));
    assert!(refusal(matrix![-1.0, 0.0; 0.0, -1.0]).ends_with(negative));
    assert!(refusal(matrix![-1.0, 1.0; 0.0, -1.0]).ends_with(negative));
    assert!(refusal(matrix![1.0, 2.0; 2.0, 4.0]).ends_with(negative));
    assert!(refusal(matrix![1.0, 2.0; 2.0, 1.0]).ends_with(negative));
    assert!(refusal(SMatrix::<f64, 3, 3>::zeros()).ends_with(negative));
    // a single negative eigenvalue, and −3 twice beside 6
    let mixed = matrix![3.0, 1.0, 2.0; 1.0, 2.0, 3.0; 3.0, 3.0, 1.0];
    assert!(mixed.determinant() < 0.0 && refusal(mixed).ends_with(negative));
    let twice = matrix![1.0, 2.0, 4.0; 2.0, -2.0, 2.0; 4.0, 2.0, 1.0];
    assert!(refusal(twice).ends_with(negative));
    let unknown = refusal(matrix![f64::NAN, 0.0; 0.0, 1.0]);
    assert!(unknown.ends_with("it is not finite"), "{unknown}");
    let mirror = AffineTransformation {
        linear: matrix![1.0, 0.0; 0.0, -1.0],
        translation: vector![1e9, 0.0],
    };
    assert!(Affine::<2>::default().log(&mirror).is_err());
}

#[test]
fn what_is_not_finite_stays_so() {
    let gl = GeneralLinear::<2>::default();
    let infinite = gl.exp(&matrix![f64::INFINITY, 0.0; 0.0, 1.0]);
    assert!(infinite.iter().all(|entry| entry.is_nan()));
    assert!(!gl.contains(&gl.exp(&matrix![1e4, 0.0; 0.0, 1.0])));
}
