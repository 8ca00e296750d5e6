//! Translations, changes of scale, shears and angles.

use std::f64::consts::PI;

use nalgebra::{SVector, Translation};
use rand::RngExt;

use super::numbers::{NUMBERS, numbers, scale, simpler_number};
use super::sampled::{sampled, sampled_by_parts};
use super::turns::simpler_angles;
use crate::group::HaarMeasure;
use crate::groups::{
    AffineLine, NonzeroReals, PositiveReals, Shears, SignedAffineLine, Torus, Translations,
};
use crate::set::Real;
use crate::sets::{Reals, Vectors};

/// What is drawn for scales, in words.
const SCALES: &str = "log-uniform from 1e-9 to 1e9";

/// Changes of scale that are tried in any case: simple ones, very near 1, very large and small.
const SCALE_CORNERS: [f64; 11] = [
    1.0,
    2.0,
    0.5,
    3.0,
    1.1,
    1.0 + 1e-3,
    1.0 + 1e-6,
    1.0 + 1e-9,
    1e6,
    1e-6,
    1e9,
];

/// Simpler positive numbers; 1 is the simplest.
fn simpler_scales<T: Real>(x: T) -> Vec<T> {
    if x == T::one() {
        return Vec::new();
    }
    let mut simpler = vec![T::one()];
    simpler.extend(
        simpler_number(x)
            .into_iter()
            .filter(|&y| y > T::one() && y != x),
    );
    if x != T::nearest(2.0) {
        let candidates = simpler_number(x).into_iter();
        simpler.extend(candidates.filter(|&y| y > T::zero() && y < T::one()));
    }
    simpler
}

/// Translations that are tried in any case: unit ones, very small and very large ones.
fn translation_corners<const D: usize, T: Real>() -> Vec<Translation<T, D>> {
    let along = |axis: usize, size: f64| {
        let entry = |i, _| T::nearest(if i == axis { size } else { 0.0 });
        Translation::from(SVector::<T, D>::from_fn(entry))
    };
    let mut corners = vec![Translation::identity()];
    corners.extend((0..D).map(|axis| along(axis, 1.0)));
    corners.push(Translation::from(SVector::from_fn(|i, _| {
        T::nearest(1.0 + i as f64)
    })));
    for size in [1e-3, 1e-6, 1e-9, 1e-12, 1e3, 1e6] {
        corners.extend((0..D.min(1)).map(|axis| along(axis, size)));
    }
    corners
}

sampled! {
    [const D: usize, T: Real] Translations<D, T>, format!("with coordinates {NUMBERS}"),
        |_this, random| Translation::from(SVector::from_vec(numbers(random, D))),
        |_this, x| {
            let simpler = Vectors::<D, T>::default().simpler(&x.vector);
            simpler.into_iter().map(Translation::from).collect()
        },
        |_this| translation_corners();
    [T: Real] PositiveReals<T>, SCALES,
        |_this, random| T::nearest(scale(random, 9.0)),
        |_this, x| simpler_scales(*x),
        |_this| SCALE_CORNERS.map(T::nearest).to_vec();
    [T: Real] NonzeroReals<T>, format!("{SCALES}, with either sign"),
        |_this, random| {
            let size = scale(random, 9.0);
            T::nearest(if random.random() { size } else { -size })
        },
        |_this, x| if *x < T::zero() {
            let mut simpler = vec![T::one(), x.abs()];
            simpler.extend(simpler_scales(x.abs()).into_iter().map(|y| -y));
            simpler
        } else {
            simpler_scales(*x)
        },
        |_this| {
            let mut corners = vec![1.0, -1.0];
            corners.extend(SCALE_CORNERS.iter().skip(1));
            corners.push(-2.0);
            corners.into_iter().map(T::nearest).collect()
        };
    [T: Real] Shears<T>, NUMBERS,
        |_this, random| numbers(random, 1)[0],
        |_this, x| simpler_number(*x),
        |_this| Reals::<T>::default().corners();
    [const D: usize, T: Real] Torus<D, T>, "Haar measure, at times very near the identity",
        |this, random| {
            let angles = this.sample(random);
            if random.random_range(0..8_u32) == 0 {
                angles * T::nearest(scale(random, 12.0).min(1.0))
            } else {
                angles
            }
        },
        |_this, x| {
            let in_circle = |circle: usize| {
                let angles = simpler_angles(x[circle].to_f64(), T::EPSILON).into_iter();
                angles.map(move |angle| {
                    let mut other = *x;
                    other[circle] = T::nearest(angle);
                    other
                })
            };
            (0..D).flat_map(in_circle).collect()
        },
        |_this| {
            let mut corners = vec![SVector::zeros()];
            let angles = [0.5, 1.0, -0.5, 0.25, 1.0 / 3.0, 1e-1, 1e-3, 1e-6, 1e-9, 1e-12, 0.999_999];
            for circle in 0..D {
                corners.extend(angles.map(|angle| {
                    SVector::from_fn(|i, _| T::nearest(if i == circle { angle * PI } else { 0.0 }))
                }));
            }
            corners
        };
}

sampled_by_parts! {
    [T: Real] AffineLine<T> : (PositiveReals<T>, Reals<T>);
    [T: Real] SignedAffineLine<T> : (NonzeroReals<T>, Reals<T>);
}
