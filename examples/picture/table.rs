//! What each map respects.

use equivariant::groups::Dihedral;
use equivariant::sets::Reals;
use equivariant::signal::{Image, Images};
use equivariant::{EquivariantMap, FiniteSet, GSet, Set};

use super::maps::{self, Map};

/// The error is rounding up to this part of the largest value.
const ROUNDING: f64 = 1e-9;

/// The steps of shifts that are tried, in cells.
const STEPS: [i64; 4] = [1, 2, 4, 8];

/// f(k·x) − k′·f(x), if k is a shift that f(x) can follow.
pub(crate) fn difference(map: &Map, x: &Image<f64>, k: [i64; 2]) -> Option<Image<f64>> {
    let left = (map.apply)(&x.shifted(k));
    let along = (map.along)(k, x);
    let right = (map.apply)(x).shifted(along);
    if left.shape() != right.shape() {
        return None;
    }
    let pairs = left.values().iter().zip(right.values());
    Image::new(left.shape(), pairs.map(|(a, b)| (a - b).abs()).collect()).ok()
}

/// The largest difference in proportion to the largest value, and where it is.
fn error(map: &Map, x: &Image<f64>, k: [i64; 2]) -> (f64, [usize; 2]) {
    let Some(difference) = difference(map, x, k) else {
        return (f64::INFINITY, [0, 0]);
    };
    let largest = Images::<Reals>::default().magnitude(&(map.apply)(x));
    let places = difference.positions().zip(difference.values());
    let (place, worst) = places.fold(([0, 0], 0.0), |worst, (place, &value)| {
        if value > worst.1 {
            (place, value)
        } else {
            worst
        }
    });
    (if worst == 0.0 { 0.0 } else { worst / largest }, place)
}

/// The smallest step s of shifts sℤ² that the map respects.
fn step(map: &Map, x: &Image<f64>) -> String {
    let respected = |&&s: &&i64| {
        let shifts = [[s, 0], [0, s], [-s, s]];
        shifts.iter().all(|&k| error(map, x, k).0 <= ROUNDING)
    };
    match STEPS.iter().find(respected) {
        Some(1) => "ℤ²".to_owned(),
        Some(s) => format!("{s}ℤ²"),
        None => "none".to_owned(),
    }
}

/// The turns and mirrors that the map respects.
fn symmetry(map: &Map, x: &Image<f64>) -> Option<String> {
    let square = Dihedral::new(4).ok()?;
    let images = Images::<Reals>::default();
    let map = EquivariantMap::new(square, images, images, |x: &Image<f64>| (map.apply)(x));
    let respected: Vec<_> = square
        .elements()
        .filter(|g| {
            let left = map.apply(&GSet::<Dihedral>::act(&images, g, x));
            let right = GSet::<Dihedral>::act(&images, g, &map.apply(x));
            images.distance(&left, &right) <= ROUNDING * images.magnitude(&left)
        })
        .collect();
    Some(match respected.len() {
        8 => "all 8".to_owned(),
        1 => "none".to_owned(),
        _ => {
            let names: Vec<String> = respected.iter().map(|g| square.describe(g)).collect();
            names.join(", ")
        }
    })
}

/// The table.
pub(crate) fn of_image(x: &Image<f64>) -> String {
    let mut lines = vec![format!(
        "{:32} {:8} {:14} {:>10}  where the error is largest",
        "map", "shifts", "turns", "error"
    )];
    for map in maps::all() {
        let (error, place) = error(&map, x, [1, 1]);
        let shape = (map.apply)(x).shape();
        let border = (0..2).any(|axis| place[axis] < 2 || place[axis] + 2 >= shape[axis]);
        let place = match error {
            error if error <= ROUNDING => String::new(),
            error if error.is_infinite() => "the shapes differ".to_owned(),
            _ if border => format!("border, cell ({}, {})", place[0], place[1]),
            _ => format!("interior, cell ({}, {})", place[0], place[1]),
        };
        let turns = symmetry(&map, x).unwrap_or_default();
        lines.push(format!(
            "{:32} {:8} {:14} {:10.1e}  {place}",
            map.name,
            step(&map, x),
            turns,
            error
        ));
    }
    lines.join("\n")
        + "\n\nshifts: the H(f) of multiples, of 1, 2, 4, 8; turns: the H(f) of the square; error: of a shift by (1, 1)\n"
}
