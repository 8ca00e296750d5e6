//! Integers, residues and other elements of discrete groups.

use std::fmt::Debug;
use std::hash::Hash;

use nalgebra::SVector;
use proptest::test_runner::TestRng;
use rand::RngExt;

use super::listed::{corners_of_list, earlier_in_list};
use super::sampled::sampled;
use super::{Sampled, listed};
use crate::group::{Group, HaarMeasure};
use crate::groups::{
    Cyclic, Dihedral, DihedralElement, Integers, Lattice, Quaternion8, Sublattice, TrivialGroup,
};
use crate::sets::{Finite, Positions};

/// An integer of any size up to a million million, so that sums stay far inside an `i64`.
fn integer(random: &mut TestRng) -> i64 {
    let reach = 10_i64.pow(random.random_range(0..=12));
    random.random_range(-reach..=reach)
}

/// What [`integer`] draws, in words.
const INTEGERS: &str = "uniform up to 10^k, k uniform from 0 to 12";

/// The candidates that are simpler than x by this measure, the simplest first, each once.
fn below<E: PartialEq, K: Ord>(
    x: &E,
    candidates: impl IntoIterator<Item = E>,
    measure: impl Fn(&E) -> K,
) -> Vec<E> {
    let mut simpler = distinct(candidates);
    simpler.retain(|y| measure(y) < measure(x));
    simpler.sort_by_key(measure);
    simpler
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

/// Sizes on the way from `size` down to 0, by halves, quarters, eighths, … of it: whatever the smallest
/// is that fails, few steps lead there.
fn smaller(size: u64) -> impl Iterator<Item = u64> {
    (1..u64::BITS)
        .map(move |k| size >> k)
        .take_while(|&step| step > 0)
        .chain([1])
        .map(move |step| size.saturating_sub(step))
}

/// How many of the simplest elements are candidates whatever is to be made simpler.
const NEAREST: u64 = 8;

/// Integers nearer to 0, the simplest first: 0, 1, −1, 2, −2, ….
fn simpler_integers(x: i64) -> Vec<i64> {
    let nearest = -(NEAREST as i64)..=NEAREST as i64;
    let nearer = smaller(x.unsigned_abs()).map(|size| size as i64 * x.signum());
    let candidates = nearest.chain([x.saturating_neg()]).chain(nearer);
    below(&x, candidates, |y| (y.unsigned_abs(), *y < 0))
}

/// How many coordinates are not 0, their sizes and signs, and how far back they are.
fn size_of_vector<const D: usize>(x: &SVector<i64, D>) -> (usize, u128, usize, u128) {
    let count = |is: fn(&i64) -> bool| x.iter().filter(|&step| is(step)).count();
    let size = |step: &i64| u128::from(step.unsigned_abs());
    let back = x
        .iter()
        .enumerate()
        .map(|(axis, step)| axis as u128 * size(step));
    (
        count(|&step| step != 0),
        x.iter().map(size).sum(),
        count(|&step| step < 0),
        back.sum(),
    )
}

/// One coordinate alone, simpler coordinates, and neighbours exchanged.
fn vectors_near<const D: usize>(x: &SVector<i64, D>) -> Vec<SVector<i64, D>> {
    let with = |axis: usize, step: i64| {
        let mut other = *x;
        other[axis] = step;
        other
    };
    let mut near = vec![SVector::zeros()];
    for axis in 0..D {
        near.push(SVector::from_fn(|i, _| if i == axis { x[axis] } else { 0 }));
        near.extend(
            simpler_integers(x[axis])
                .into_iter()
                .map(|step| with(axis, step)),
        );
        if axis > 0 {
            let mut exchanged = *x;
            exchanged.swap_rows(axis - 1, axis);
            near.push(exchanged);
        }
    }
    near
}

/// The size of a residue, its way to 0 around the circle, and whether it is the way back.
fn size_of_residue(group: Cyclic, x: u64) -> (u64, bool) {
    let back = group.order().saturating_sub(x);
    (x.min(back), back < x)
}

/// The residues nearest to 0, the inverse of x, and residues between 0 and x; x itself is among them.
fn residues_near(group: Cyclic, x: u64) -> Vec<u64> {
    let (size, is_back) = size_of_residue(group, x);
    let nearest = 0..=NEAREST.min(group.order() - 1);
    let back = nearest.clone().map(|k| group.inverse(&k));
    let nearer = smaller(size).map(|step| if is_back { group.inverse(&step) } else { step });
    nearest.chain(back).chain(nearer).chain([size, x]).collect()
}

/// The length of the shortest word in r, r⁻¹ and s, and then the order in which words of one length
/// are written: turns first, and r before r⁻¹.
fn size_of_symmetry(group: Dihedral, x: DihedralElement) -> (u64, bool, bool) {
    let (turns, is_back) = size_of_residue(group.turns(), x.turns);
    (turns + u64::from(x.reflected), x.reflected, is_back)
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
        |_this, x| below(x, vectors_near(x), size_of_vector),
        |_this| {
            let unit = |axis| SVector::from_fn(|i, _| i64::from(i == axis));
            let mut corners = vec![SVector::zeros()];
            corners.extend((0..D).map(unit));
            corners.push(SVector::from_fn(|i, _| i as i64 - 1));
            corners.push(SVector::repeat(1_000_000_007));
            corners
        };
    [const D: usize] Sublattice<D>, "multiples up to 10^k, k uniform from 0 to 12",
        |this, random| this.rounded(&SVector::from_fn(|_, _| integer(random))),
        |this, x| {
            let near = vectors_near(&this.steps_of(x)).into_iter();
            let multiples = near.map(|steps| this.multiple(&steps));
            below(x, multiples, size_of_vector)
        },
        |this| {
            let corners = Lattice::<D>.corners().into_iter();
            let small = corners.filter(|k| k.amax() < 1000);
            small.map(|steps| this.multiple(&steps)).collect()
        };
    [] Cyclic, "uniform",
        |this, random| this.sample(random),
        |this, x| below(x, residues_near(*this, *x), |&y| size_of_residue(*this, y)),
        |this| {
            let n = this.order();
            distinct([0, 1 % n, n - 1, 2 % n, n / 2, n / 3, n.saturating_sub(2)])
        };
    [] Dihedral, "uniform",
        |this, random| this.sample(random),
        |this, x| {
            let turns = this.turns();
            // a turn by one more is as long as a turn and s
            let near = [1, turns.inverse(&1)].map(|step| turns.compose(&x.turns, &step));
            let candidates = residues_near(turns, x.turns)
                .into_iter()
                .chain(near)
                .flat_map(|k| [DihedralElement::turn(k), DihedralElement::reflection(k)]);
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
    [] Quaternion8, "uniform",
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
        "uniform".to_owned()
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
        "uniform".to_owned()
    }
}
