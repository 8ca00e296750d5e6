//! Samples under changes of units and permutations.

use std::cell::Cell;

use equivariant::groups::*;
use equivariant::homomorphisms::*;
use equivariant::sets::*;
use equivariant::strategy::Drawn;
use equivariant::{Equipped, EquivariantMap};

use proptest::strategy::Strategy;

use super::{Specimen, specimen};

type Sample = Vec<f64>;

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

fn sorted(x: &[f64]) -> Sample {
    let mut x = x.to_vec();
    x.sort_by(f64::total_cmp);
    x
}

fn median(x: &[f64]) -> f64 {
    let x = sorted(x);
    0.5 * (x[(x.len() - 1) / 2] + x[x.len() / 2])
}

fn range(x: &[f64]) -> f64 {
    let x = sorted(x);
    x[x.len() - 1] - x[0]
}

fn deviation(x: &[f64]) -> f64 {
    let centre = mean(x);
    (x.iter().map(|x| (x - centre).powi(2)).sum::<f64>() / (x.len() as f64 - 1.0)).sqrt()
}

pub(super) fn correct() -> Vec<Specimen> {
    let (line, reals) = (AffineLine::<f64>::default(), Reals::<f64>::default());
    let samples = Power::new(reals).of_lengths(2..=200);
    let s6 = Symmetric::new(6);
    let permuted = Permuted(Power::new(reals).of_length(6));
    vec![
        specimen("mean, changes of units", move |check| {
            check.equivariant(&EquivariantMap::new(line, samples, reals, |x: &Sample| {
                mean(x)
            }))
        }),
        specimen("median, changes of units", move |check| {
            check.equivariant(&EquivariantMap::new(line, samples, reals, |x: &Sample| {
                median(x)
            }))
        }),
        specimen("standard deviation along the scale", move |check| {
            let phi = ScalePart::new(line);
            check.equivariant(&EquivariantMap::along(phi, samples, reals, |x: &Sample| {
                deviation(x)
            }))
        }),
        specimen("range along the scale", move |check| {
            let phi = ScalePart::new(line);
            check.equivariant(&EquivariantMap::along(phi, samples, reals, |x: &Sample| {
                range(x)
            }))
        }),
        specimen("order statistics, permutations", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                s6,
                permuted,
                Power::new(reals),
                |x: &Sample| sorted(x),
            ))
        }),
        specimen("sum, permutations", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                s6,
                permuted,
                reals,
                |x: &Sample| x.iter().sum(),
            ))
        }),
        specimen("squares, permutations", move |check| {
            let map = |x: &Sample| x.iter().map(|x| x * x).collect();
            check.equivariant(&EquivariantMap::new(s6, permuted, permuted, map))
        }),
        specimen("floor of eighths, integer shifts", move |check| {
            // numbers that no shift rounds across an integer
            let eighths = (-800..800_i32).prop_map(|n| f64::from(n) / 8.0);
            let drawn = Drawn::new(reals, eighths);
            let set = Equipped::new(Integers, drawn, |n: &i64, x: &f64| x + *n as f64);
            let line = Equipped::new(Integers, reals, |n: &i64, x: &f64| x + *n as f64);
            check.equivariant(&EquivariantMap::new(Integers, set, line, |x: &f64| {
                x.floor()
            }))
        }),
        specimen("logarithm along log", move |check| {
            let phi = Logarithm::<f64>::default();
            let scales = PositiveReals::<f64>::default();
            let map = |x: &f64| x.ln();
            check.equivariant(&EquivariantMap::along(
                phi,
                Regular(scales),
                Regular(reals),
                map,
            ))
        }),
    ]
}

pub(super) fn wrong() -> Vec<Specimen> {
    let (line, reals) = (AffineLine::<f64>::default(), Reals::<f64>::default());
    let samples = Power::new(reals).of_lengths(2..=200);
    let s6 = Symmetric::new(6);
    let permuted = Permuted(Power::new(reals).of_length(6));
    let integers = Equipped::new(Integers, reals, |n: &i64, x: &f64| x + *n as f64);
    vec![
        specimen("variance along the scale", move |check| {
            let phi = ScalePart::new(line);
            let map = |x: &Sample| deviation(x).powi(2);
            check.equivariant(&EquivariantMap::along(phi, samples, reals, map))
        }),
        specimen("deviation as a location", move |check| {
            check.equivariant(&EquivariantMap::new(line, samples, reals, |x: &Sample| {
                deviation(x)
            }))
        }),
        specimen("mean shrunk towards 0", move |check| {
            check.equivariant(&EquivariantMap::new(line, samples, reals, |x: &Sample| {
                0.99 * mean(x)
            }))
        }),
        specimen("deviation with a floor", move |check| {
            let phi = ScalePart::new(line);
            let map = |x: &Sample| deviation(x).max(1e-8);
            check.equivariant(&EquivariantMap::along(phi, samples, reals, map))
        }),
        specimen("mean of the absolute values", move |check| {
            let map = |x: &Sample| x.iter().map(|x| x.abs()).sum::<f64>() / x.len() as f64;
            check.equivariant(&EquivariantMap::new(line, samples, reals, map))
        }),
        specimen("trimmed mean without sorting, permutations", move |check| {
            check.equivariant(&EquivariantMap::invariant(
                s6,
                permuted,
                reals,
                |x: &Sample| mean(&x[1..5]),
            ))
        }),
        specimen("neighbouring ties counted once", move |check| {
            let map = |x: &Sample| {
                let mut x = x.clone();
                x.dedup();
                x.len() as f64
            };
            check.equivariant(&EquivariantMap::invariant(s6, permuted, reals, map))
        }),
        specimen("wrong for samples above 64", move |check| {
            let map =
                |x: &Sample| mean(&x[..x.len().min(64)]) + if x.len() > 64 { 1e-3 } else { 0.0 };
            check.equivariant(&EquivariantMap::new(line, samples, reals, map))
        }),
        specimen("round half away from zero, integer shifts", move |check| {
            check.equivariant(&EquivariantMap::new(
                Integers,
                integers,
                integers,
                |x: &f64| x.round(),
            ))
        }),
        specimen("truncation, integer shifts", move |check| {
            check.equivariant(&EquivariantMap::new(
                Integers,
                integers,
                integers,
                |x: &f64| x.trunc(),
            ))
        }),
        specimen("deviation of a single value is NaN", move |check| {
            let phi = ScalePart::new(line);
            let all = Power::new(reals);
            check.equivariant(&EquivariantMap::along(phi, all, reals, |x: &Sample| {
                deviation(x)
            }))
        }),
        specimen("the third value, of any sample", move |check| {
            check.equivariant(&EquivariantMap::new(line, samples, reals, |x: &Sample| {
                x[2]
            }))
        }),
        specimen("state kept between calls", move |check| {
            let calls = Cell::new(0_u32);
            let map = move |x: &Sample| {
                calls.set(calls.get() + 1);
                mean(x) + f64::from(calls.get() / 7)
            };
            check.equivariant(&EquivariantMap::new(line, samples, reals, map))
        }),
        specimen("a right action used as a left one", move |check| {
            // x at g(i) comes to i
            let set = Equipped::new(
                s6,
                Power::new(reals).of_length(6),
                |g: &Permutation, x: &Sample| (0..6).map(|i| x[g.apply(i)]).collect(),
            );
            check.equivariant(&EquivariantMap::new(s6, set, set, |x: &Sample| x.clone()))
        }),
    ]
}
