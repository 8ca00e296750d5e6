//! Permutations.

use super::sampled::sampled;
use crate::group::HaarMeasure;
use crate::groups::{Alternating, Permutation, Symmetric};
use crate::set::Set;

/// How simple a permutation is: few moved numbers, then small ones, then the images in order.
fn rank(x: &Permutation) -> (usize, usize, &[usize]) {
    let moved = (0..x.degree()).filter(|&i| x.apply(i) != i);
    (x.support(), moved.sum(), x.images())
}

/// Simpler permutations, the simplest first: the identity; the same cycles on the first numbers;
/// with a cycle less; with a cycle that is shorter.
fn simpler_permutations(x: &Permutation) -> Vec<Permutation> {
    let degree = x.degree();
    let cycles = x.cycles();
    let of = |cycles: &[Vec<usize>]| {
        let cycles: Vec<&[usize]> = cycles.iter().map(Vec::as_slice).collect();
        Permutation::from_cycles(degree, &cycles).ok()
    };
    let on_first_numbers = |cycles: &[Vec<usize>]| {
        let mut numbers = 0..degree;
        let renamed = |cycle: &Vec<usize>| numbers.by_ref().take(cycle.len()).collect();
        let renamed: Vec<Vec<usize>> = cycles.iter().map(renamed).collect();
        of(&renamed)
    };
    let mut simpler = vec![Permutation::identity(degree)];
    for length in [2, 3] {
        let cycle: Vec<usize> = (0..length).collect();
        simpler.extend(of(&[cycle]));
    }
    simpler.extend(of(&[vec![0, 1], vec![2, 3]]));
    simpler.extend(on_first_numbers(&cycles));
    for place in 0..cycles.len() {
        let mut fewer = cycles.clone();
        fewer.remove(place);
        simpler.extend(of(&fewer));
        for shorter_by in [1, 2] {
            let mut shorter = cycles.clone();
            let length = shorter[place].len().saturating_sub(shorter_by);
            shorter[place].truncate(length);
            simpler.extend(of(&shorter));
        }
    }
    simpler.retain(|y| rank(y) < rank(x));
    simpler
}

/// The identity, short cycles, long cycles, the reversal.
fn corner_permutations(degree: usize) -> Vec<Permutation> {
    let cycle = |numbers: &[usize]| Permutation::from_cycles(degree, &[numbers]).ok();
    let all: Vec<usize> = (0..degree).collect();
    let mut corners = vec![Permutation::identity(degree)];
    corners.extend(
        [&all[..2.min(degree)], &all[..3.min(degree)]]
            .into_iter()
            .filter_map(cycle),
    );
    corners.extend(cycle(&all[1.min(degree)..3.min(degree)]));
    corners.extend(Permutation::from_cycles(degree, &[&[0, 1], &[2, 3]]).ok());
    corners.extend(cycle(&all));
    corners.extend(cycle(&all[..degree.saturating_sub(1)]));
    corners.extend(Permutation::new(all.iter().rev().copied().collect::<Vec<_>>()).ok());
    let mut distinct = Vec::new();
    for corner in corners {
        if !distinct.contains(&corner) {
            distinct.push(corner);
        }
    }
    distinct
}

sampled! {
    [] Symmetric, "uniform",
        |this, random| this.sample(random),
        |_this, x| simpler_permutations(x),
        |this| corner_permutations(this.degree());
    [] Alternating, "uniform",
        |this, random| this.sample(random),
        |_this, x| {
            let mut simpler = simpler_permutations(x);
            simpler.retain(Permutation::is_even);
            simpler
        },
        |this| {
            let mut corners = corner_permutations(this.degree());
            corners.retain(|x| this.contains(x));
            corners
        };
}
