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

/// The candidates that are simpler than x by this measure, the simplest first, each once.
fn below<E: PartialEq, K: Ord>(
    x: &E,
    candidates: impl IntoIterator<Item = E>,
    measure: impl Fn(&E) -> K,
) -> Vec<E> {
    let mut simpler: Vec<E> = candidates.into_iter().collect();
    simpler.retain(|y| measure(y) < measure(x));
    simpler.sort_by_key(measure);
    simpler.dedup();
    simpler
}

/// How many of the simplest elements are candidates whatever is to be made simpler.
const NEAREST: u64 = 8;

/// Integers nearer to 0, the simplest first: 0, 1, −1, 2, −2, ….
fn simpler_integers(x: i64) -> Vec<i64> {
    let nearest = -(NEAREST as i64)..=NEAREST as i64;
    let others = [x / 10, x / 2, x.saturating_neg(), x - x.signum()];
    below(&x, nearest.chain(others), |y| (y.unsigned_abs(), *y < 0))
}

/// The size of a residue, its way to 0 around the circle, and whether it is the way back.
fn size_of_residue(group: Cyclic, x: u64) -> (u64, bool) {
    let back = group.order() - x;
    (x.min(back), back < x)
}

/// The residues nearest to 0, half of x, and one step less.
fn residues_near(group: Cyclic, x: u64) -> Vec<u64> {
    let (size, is_back) = size_of_residue(group, x);
    let last = group.order() - 1;
    let nearest = 0..=NEAREST.min(last);
    let back = nearest.clone().map(|k| last - k);
    let others = [size, size / 2, size.saturating_sub(1)].map(|step| match step {
        0 => 0,
        _ if is_back => group.order() - step,
        _ => step,
    });
    nearest.chain(back).chain(others).chain([size]).collect()
}

/// The length of the shortest word in r, r⁻¹ and s, and then the order in which words of one length
/// are written: turns first, and r before r⁻¹.
fn size_of_symmetry(group: Dihedral, x: DihedralElement) -> (u64, bool, bool) {
    let (turns, is_back) = size_of_residue(group.turns(), x.turns);
    (turns + u64::from(x.reflected), x.reflected, is_back)
}

/// The elements, each once, in the order given.
fn distinct<E: PartialEq>(elements: impl IntoIterator<Item = E>) -> Vec<E> {
    let mut list = Vec::new();
    for element in elements {
        if !list.contains(&element) {
            list.push(element);
        }
    }
    list
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
        |this, x| below(x, residues_near(*this, *x), |&y| size_of_residue(*this, y)),
        |this| {
            let n = this.order();
            distinct([0, 1 % n, n - 1, 2 % n, n / 2, n / 3, n.saturating_sub(2)])
        };
    [] Dihedral, "uniformly",
        |this, random| this.sample(random),
        |this, x| {
            let turns = residues_near(this.turns(), x.turns).into_iter();
            let candidates = turns.flat_map(|k| [DihedralElement::turn(k), DihedralElement::reflection(k)]);
            below(x, candidates, |&y| size_of_symmetry(*this, y))
        },
        |this| {
            let n = this.vertices();
            let turn = |k| DihedralElement::turn(k % n);
            let reflection = |k| DihedralElement::reflection(k % n);
            distinct([
                turn(0), turn(1), reflection(0), turn(n - 1), reflection(1), reflection(n - 1), turn(n / 2),
            ])
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
