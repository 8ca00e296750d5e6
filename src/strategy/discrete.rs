//! Integers, residues and other elements of discrete groups.

use std::fmt::Debug;
use std::hash::Hash;

use nalgebra::SVector;
use proptest::test_runner::TestRng;
use rand::RngExt;

use super::listed::{corners_of_list, earlier_in_list};
use super::sampled::sampled;
use super::{Sampled, listed};
use crate::group::HaarMeasure;
use crate::groups::{
    Cyclic, Dihedral, DihedralElement, Integers, Lattice, Quaternion8, TrivialGroup,
};
use crate::sets::{Finite, Positions};

/// An integer of any size up to a million million, so that sums stay far inside an `i64`.
fn integer(random: &mut TestRng) -> i64 {
    let reach = 10_i64.pow(random.random_range(0..=12));
    random.random_range(-reach..=reach)
}

/// What [`integer`] draws, in words.
const INTEGERS: &str = "integers uniform up to 10^k, k uniform from 0 to 12";

/// Integers nearer to 0, the simplest first.
fn simpler_integers(x: i64) -> Vec<i64> {
    let rank = |x: i64| (x.unsigned_abs(), x < 0);
    let mut simpler = vec![0, 1, -1, 2, -2, 3, -3, x / 10, x / 2, -x, x - x.signum()];
    simpler.retain(|&y| rank(y) < rank(x));
    simpler.dedup();
    simpler
}

sampled! {
    [] TrivialGroup, "the only element",
        |_this, _random| (),
        |_this, _x| Vec::new(),
        |_this| vec![()];
    [] Integers, INTEGERS,
        |_this, random| integer(random),
        |_this, x| simpler_integers(*x),
        |_this| vec![0, 1, -1, 2, 3, -10, 1000, -1_000_000_007, 1_000_000_000_000];
    [const D: usize] Lattice<D>, INTEGERS,
        |_this, random| SVector::from_fn(|_, _| integer(random)),
        |_this, x| {
            let along = |axis: usize| {
                simpler_integers(x[axis]).into_iter().map(move |coordinate| {
                    let mut simpler = *x;
                    simpler[axis] = coordinate;
                    simpler
                })
            };
            (0..D).flat_map(along).collect()
        },
        |_this| {
            let unit = |axis| SVector::from_fn(|i, _| i64::from(i == axis));
            let mut corners = vec![SVector::zeros()];
            corners.extend((0..D).map(unit));
            corners.push(SVector::from_fn(|i, _| i as i64 - 1));
            corners.push(SVector::repeat(1_000_000_007));
            corners
        };
    [] Cyclic, "uniformly",
        |this, random| this.sample(random),
        |_this, x| (0..*x).take(8).chain((*x > 16).then_some(x / 2)).collect(),
        |this| {
            let n = this.order();
            let mut corners = vec![0, 1, n - 1, 2, n / 2, n / 3, n - 2 % n];
            corners.iter_mut().for_each(|x| *x %= n);
            let mut seen = Vec::new();
            corners.retain(|x| !seen.contains(x) && { seen.push(*x); true });
            corners
        };
    [] Dihedral, "uniformly",
        |this, random| this.sample(random),
        |_this, x| {
            // rᵏ, then rᵏ s, with fewer turns
            let fewer = (0..x.turns).take(8);
            let mut simpler = Vec::new();
            if x.reflected {
                simpler.extend([DihedralElement::turn(0), DihedralElement::turn(x.turns)]);
                simpler.extend(fewer.map(DihedralElement::reflection));
            } else {
                simpler.extend(fewer.map(DihedralElement::turn));
            }
            simpler.retain(|y| y != x);
            simpler
        },
        |this| {
            let n = this.vertices();
            let turns = [0, 1, n - 1, n / 2].map(|k| DihedralElement::turn(k % n));
            let reflections = [0, 1, n - 1].map(|k| DihedralElement::reflection(k % n));
            let mut corners = vec![turns[0], turns[1], reflections[0]];
            for element in turns.into_iter().chain(reflections) {
                if !corners.contains(&element) {
                    corners.push(element);
                }
            }
            corners.dedup();
            corners
        };
    [] Quaternion8, "uniformly",
        |this, random| this.sample(random),
        |this, x| earlier_in_list(this, x),
        |this| corners_of_list(this);
}

impl Sampled for Positions {
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<usize> {
        listed(self)
    }

    fn simpler(&self, x: &usize) -> Vec<usize> {
        earlier_in_list(self, x)
    }

    fn corners(&self) -> Vec<usize> {
        corners_of_list(self)
    }

    fn drawn(&self) -> String {
        "uniformly".to_owned()
    }
}

impl<E: Clone + Debug + Eq + Hash + 'static> Sampled for Finite<E> {
    fn strategy(&self) -> proptest::strategy::BoxedStrategy<E> {
        listed(self)
    }

    fn simpler(&self, x: &E) -> Vec<E> {
        earlier_in_list(self, x)
    }

    fn corners(&self) -> Vec<E> {
        corners_of_list(self)
    }

    fn drawn(&self) -> String {
        "uniformly".to_owned()
    }
}
