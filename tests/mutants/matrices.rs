//! Matrices under a change of basis.

use equivariant::groups::*;
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::*;
use equivariant::sets::*;
use equivariant::{EquivariantMap, Homomorphism};
use nalgebra::Matrix3;

use super::{Specimen, specimen};

pub(super) fn correct() -> Vec<Specimen> {
    let (gl3, o3, reals) = (
        GeneralLinear::<3>::default(),
        Orthogonal::<3>::default(),
        Reals::<f64>::default(),
    );
    let (maps, forms) = (Endomorphisms::<3>::default(), Forms::<3>::default());
    vec![
        specimen("trace, change of basis", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                gl3,
                maps,
                reals,
                |a: &Matrix3<f64>| a.trace(),
            ))
        }),
        specimen("determinant, change of basis", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                gl3,
                maps,
                reals,
                |a: &Matrix3<f64>| a.determinant(),
            ))
        }),
        specimen("square, change of basis", move |check| {
            check.equivariant(&EquivariantMap::new(gl3, maps, maps, |a: &Matrix3<f64>| {
                a * a
            }))
        }),
        specimen("transpose, orthogonal change of basis", move |check| {
            check.equivariant(&EquivariantMap::new(o3, maps, maps, |a: &Matrix3<f64>| {
                a.transpose()
            }))
        }),
        specimen("determinant of a form along det²", move |check| {
            let nonzero = NonzeroReals::default();
            let phi = Determinant::new(gl3).then(Between::new(nonzero, nonzero, |d: &f64| d * d));
            check.equivariant(&EquivariantMap::along(
                phi,
                forms,
                reals,
                |a: &Matrix3<f64>| a.determinant(),
            ))
        }),
        specimen("Frobenius norm, orthogonal change of basis", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                o3,
                maps,
                reals,
                |a: &Matrix3<f64>| a.norm(),
            ))
        }),
    ]
}

pub(super) fn wrong() -> Vec<Specimen> {
    let (gl3, reals) = (GeneralLinear::<3>::default(), Reals::<f64>::default());
    let (maps, forms) = (Endomorphisms::<3>::default(), Forms::<3>::default());
    vec![
        specimen("transpose, any change of basis", move |check| {
            check.equivariant(&EquivariantMap::new(gl3, maps, maps, |a: &Matrix3<f64>| {
                a.transpose()
            }))
        }),
        specimen("trace of a form", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                gl3,
                forms,
                reals,
                |a: &Matrix3<f64>| a.trace(),
            ))
        }),
        specimen("Frobenius norm, any change of basis", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                gl3,
                maps,
                reals,
                |a: &Matrix3<f64>| a.norm(),
            ))
        }),
        specimen("determinant of a form along det", move |check| {
            let phi = Determinant::new(gl3);
            check.equivariant(&EquivariantMap::along(
                phi,
                forms,
                reals,
                |a: &Matrix3<f64>| a.determinant(),
            ))
        }),
        specimen("trace as φ, which is not multiplicative", move |check| {
            let phi = Between::new(gl3, NonzeroReals::default(), |g: &Matrix3<f64>| g.trace());
            check.equivariant(&EquivariantMap::along(
                phi,
                forms,
                reals,
                |a: &Matrix3<f64>| a.determinant(),
            ))
        }),
    ]
}
