//! Finite groups: signals on a circle, vertices of polygons, permutations.

use equivariant::groups::*;
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::*;
use equivariant::sets::*;
use equivariant::{EquivariantMap, Generated, Group, Trivial};

use super::{Specimen, specimen};

type Signal = Vec<f64>;

const N: usize = 12;

fn circle() -> Cyclic {
    Cyclic::new(N as u64).expect("12 is not 0")
}

/// Real signals on ℤ/12.
fn signals() -> Functions<Regular<Cyclic>, Trivial<Reals>> {
    Functions::new(Regular(circle()), Trivial(Reals::default()))
}

fn smoothed(x: &[f64], at: impl Fn(usize) -> [usize; 3]) -> Signal {
    let mean = |i| at(i).iter().map(|&j| x[j]).sum::<f64>() / 3.0;
    (0..x.len()).map(mean).collect()
}

pub(super) fn correct() -> Vec<Specimen> {
    let (c12, s4) = (circle(), Symmetric::new(4));
    let d5 = Dihedral::new(5).expect("5 is not 0");
    let reals = Reals::<f64>::default();
    vec![
        specimen("circular convolution", move |check| {
            let map = |x: &Signal| smoothed(x, |i| [(i + N - 1) % N, i, (i + 1) % N]);
            check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
        }),
        specimen("rectification, pointwise", move |check| {
            let map = |x: &Signal| x.iter().map(|x| x.max(0.0)).collect();
            check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
        }),
        specimen("global maximum", move |check| {
            let map = |x: &Signal| x.iter().copied().fold(f64::MIN, f64::max);
            check.equivariant(&EquivariantMap::invariant(c12, signals(), reals, map))
        }),
        specimen("all places of the maximum", move |check| {
            let map = |x: &Signal| {
                let largest = x.iter().copied().fold(f64::MIN, f64::max);
                x.iter().map(|&x| f64::from(x == largest)).collect()
            };
            check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
        }),
        specimen("reduction of residues", move |check| {
            let c4 = Cyclic::new(4).expect("4 is not 0");
            let phi = Reduction::new(c12, c4).expect("4 divides 12");
            check.equivariant(&EquivariantMap::along(
                phi,
                Regular(c12),
                Regular(c4),
                |x: &u64| (x + 3) % 4,
            ))
        }),
        specimen("square, conjugation", move |check| {
            let map = move |g: &Permutation| s4.compose(g, g);
            check.equivariant(&EquivariantMap::new(
                s4,
                Conjugation(s4),
                Conjugation(s4),
                map,
            ))
        }),
        specimen("inverse, from left to right multiplication", move |check| {
            let map = move |g: &Permutation| s4.inverse(g);
            check.equivariant(&EquivariantMap::new(s4, Regular(s4), RightRegular(s4), map))
        }),
        specimen("coset of an element", move |check| {
            let stabiliser = Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0);
            check.equivariant(&EquivariantMap::new(
                s4,
                Regular(s4),
                Cosets::new(stabiliser),
                Clone::clone,
            ))
        }),
        specimen("sign", move |check| {
            let phi = Sign::new(s4);
            let c2 = Cyclic::new(2).expect("2 is not 0");
            let map = |g: &Permutation| u64::from(!g.is_even());
            check.equivariant(&EquivariantMap::along(phi, Regular(s4), Regular(c2), map))
        }),
        specimen("distance of vertices, dihedral group", move |check| {
            let pairs = (Positions(5), Positions(5));
            let map = |(i, j): &(usize, usize)| {
                let way = i.abs_diff(*j);
                way.min(5 - way)
            };
            check.equivariant(&EquivariantMap::invariant(d5, pairs, Positions(5), map))
        }),
        specimen("word length, signs of letters", move |check| {
            let f2 = FreeGroup::new(2);
            let phi = Between::new(f2, Integers, |w: &Word| {
                w.evaluate(&Integers, &[1, 1]).unwrap_or(0)
            });
            let map = |w: &Word| w.evaluate(&Integers, &[1, 1]).unwrap_or(0);
            check.equivariant(&EquivariantMap::along(
                phi,
                Regular(f2),
                Regular(Integers),
                map,
            ))
        }),
    ]
}

pub(super) fn wrong() -> Vec<Specimen> {
    let (c12, s4) = (circle(), Symmetric::new(4));
    let d5 = Dihedral::new(5).expect("5 is not 0");
    let reals = Reals::<f64>::default();
    vec![
        specimen("convolution with a border", move |check| {
            let map = |x: &Signal| smoothed(x, |i| [i.saturating_sub(1), i, (i + 1).min(N - 1)]);
            check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
        }),
        specimen(
            "convolution that forgets to wrap at one end",
            move |check| {
                let map = |x: &Signal| {
                    smoothed(x, |i| {
                        [(i + N - 1) % N, i, if i == N - 1 { i } else { i + 1 }]
                    })
                };
                check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
            },
        ),
        specimen("convolution with indices modulo 11", move |check| {
            let map = |x: &Signal| smoothed(x, |i| [i, (i + 1) % N, (i + 2) % (N - 1)]);
            check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
        }),
        specimen("pooling in pairs, all shifts", move |check| {
            let map = |x: &Signal| (0..N).map(|i| x[i / 2 * 2].max(x[i / 2 * 2 + 1])).collect();
            check.equivariant(&EquivariantMap::new(c12, signals(), signals(), map))
        }),
        specimen("the first place of the maximum", move |check| {
            let map = |x: &Signal| {
                let largest = x.iter().copied().fold(f64::MIN, f64::max);
                x.iter().position(|&x| x == largest).unwrap_or(0) as u64
            };
            check.equivariant(&EquivariantMap::new(c12, signals(), Regular(c12), map))
        }),
        specimen("maximum without the last value", move |check| {
            let map = |x: &Signal| x[..N - 1].iter().copied().fold(f64::MIN, f64::max);
            check.equivariant(&EquivariantMap::invariant(c12, signals(), reals, map))
        }),
        specimen("inversion on itself", move |check| {
            let map = move |g: &Permutation| s4.inverse(g);
            check.equivariant(&EquivariantMap::new(s4, Regular(s4), Regular(s4), map))
        }),
        specimen("multiplication from the wrong side", move |check| {
            let by = s4.generators()[1].clone();
            let map = move |g: &Permutation| s4.compose(&by, g);
            check.equivariant(&EquivariantMap::new(s4, Regular(s4), Regular(s4), map))
        }),
        specimen("equivariant on the even half only", move |check| {
            let [a, b] = [0, 1].map(|i| s4.generators()[i].clone());
            let map = move |g: &Permutation| s4.compose(g, if g.is_even() { &a } else { &b });
            check.equivariant(&EquivariantMap::new(s4, Regular(s4), Regular(s4), map))
        }),
        specimen("the next vertex, reflections too", move |check| {
            check.equivariant(&EquivariantMap::new(
                d5,
                Positions(5),
                Positions(5),
                |i: &usize| (i + 1) % 5,
            ))
        }),
        specimen("a residue that leaves the circle", move |check| {
            check.equivariant(&EquivariantMap::new(
                c12,
                Regular(c12),
                Regular(c12),
                |x: &u64| x + 1,
            ))
        }),
        specimen("remainder of negative integers", move |check| {
            let phi = Residue::new(c12);
            let map = |x: &i64| x.unsigned_abs() % 12;
            check.equivariant(&EquivariantMap::along(
                phi,
                Regular(Integers),
                Regular(c12),
                map,
            ))
        }),
        specimen("the square as φ", move |check| {
            let phi = Between::new(s4, s4, move |g: &Permutation| s4.compose(g, g));
            check.equivariant(&EquivariantMap::along(
                phi,
                Trivial(s4),
                Trivial(s4),
                Clone::clone,
            ))
        }),
        specimen("the inverse as φ: products reversed", move |check| {
            let phi = Between::new(s4, s4, move |g: &Permutation| s4.inverse(g));
            let map = move |g: &Permutation| s4.inverse(g);
            check.equivariant(&EquivariantMap::along(phi, Regular(s4), Regular(s4), map))
        }),
        specimen("a representative instead of its coset", move |check| {
            let stabiliser = Subgroup::satisfying(s4, |g: &Permutation| g.apply(0) == 0);
            check.equivariant(&EquivariantMap::new(
                s4,
                Cosets::new(stabiliser),
                Regular(s4),
                Clone::clone,
            ))
        }),
        specimen("wrong at a single point", move |check| {
            let map = |x: &u64| if *x == 7 { 8 } else { *x };
            check.equivariant(&EquivariantMap::new(c12, Regular(c12), Regular(c12), map))
        }),
    ]
}
