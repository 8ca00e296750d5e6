//! Boundaries: what filters find beyond the ends.

use equivariant::groups::{Dihedral, Lattice};
use equivariant::sets::Reals;
use equivariant::signal::{Boundary, Convolution, Image, Images, Kernel, Signal, Signals, Window};
use equivariant::{Check, EquivariantMap};
use nalgebra::vector;

use super::check::holds;

const ALL: [Boundary; 5] = [
    Boundary::Around,
    Boundary::Zero,
    Boundary::Nearest,
    Boundary::Symmetric,
    Boundary::Reflect,
];

/// Σ w[m] x[i − m], asking for every value.
fn by_definition(boundary: Boundary, kernel: &Kernel<i64, 2>, x: &Image<i64>) -> Image<i64> {
    let weights = Image::new(kernel.shape(), kernel.values().to_vec()).unwrap();
    Image::from_fn(x.shape(), |i| {
        let terms = weights.positions().zip(weights.values()).map(|(m, w)| {
            let cell = |axis: usize| {
                let place = i[axis] as i64 - (m[axis] as i64 - kernel.anchor()[axis]);
                boundary.cell(place, x.shape()[axis])
            };
            let value = cell(0)
                .zip(cell(1))
                .and_then(|(row, column)| x.get([row, column]));
            w * value.copied().unwrap_or(0)
        });
        terms.sum()
    })
}

#[test]
fn all_boundaries_are_those_of_the_definition() {
    for boundary in ALL {
        for shape in [[1, 1], [1, 4], [3, 2], [5, 4]] {
            for sides in [[1, 1], [3, 3], [2, 5], [7, 1], [9, 8]] {
                for anchor in [None, Some([0, 0]), Some([-2, 9])] {
                    let weights = (0..sides[0] * sides[1]).map(|i| (i * i % 7) as i64 - 2);
                    let kernel = Kernel::new(sides, weights.collect()).unwrap();
                    let kernel =
                        anchor.map_or(kernel.clone(), |anchor| kernel.clone().anchored_at(anchor));
                    let x = Image::from_fn(shape, |[row, column]| {
                        (3 * row * row + 5 * column) as i64 % 11 - 4
                    });
                    let y = boundary.convolve(&Convolution::new(kernel.clone()), &x);
                    let known = by_definition(boundary, &kernel, &x);
                    assert_eq!(y, known, "{boundary:?} {shape:?} {sides:?} {anchor:?}");
                }
            }
        }
    }
}

#[test]
fn only_signals_that_close_up_may_be_shifted() {
    let blur = Convolution::new(Kernel::new([3], vec![1.0, 2.0, 1.0]).unwrap());
    for boundary in ALL {
        let line = Signals::<Reals, 1>::default();
        let filter = |x: &Signal<f64, 1>| boundary.convolve(&blur, x);
        let map = EquivariantMap::new(Lattice::<1>, line, line, filter);
        assert_eq!(
            Check::default().equivariant(&map).is_ok(),
            boundary == Boundary::Around,
            "{boundary:?}"
        );
    }
}

#[test]
fn symmetric_kernels_keep_turns_and_mirrors_whatever_the_boundary() {
    let weights = vec![1.0, 2.0, 1.0, 2.0, 5.0, 2.0, 1.0, 2.0, 1.0];
    let symmetric = Convolution::new(Kernel::new([3, 3], weights).unwrap());
    let generic = Convolution::new(Kernel::new([3, 3], (0..9).map(f64::from).collect()).unwrap());
    let (square, images) = (Dihedral::new(4).unwrap(), Images::<Reals>::default());
    for boundary in ALL {
        holds(&EquivariantMap::new(square, images, images, |x| {
            boundary.convolve(&symmetric, x)
        }));
        let map = EquivariantMap::new(square, images, images, |x| boundary.convolve(&generic, x));
        assert!(Check::default().equivariant(&map).is_err());
    }
}

/// A box away from the border, and one that touches it.
fn box_of(shape: [usize; 2], from: [usize; 2], to: [usize; 2]) -> Image<f64> {
    Image::from_fn(shape, |cell| {
        let inside = (0..2).all(|axis| (from[axis]..to[axis]).contains(&cell[axis]));
        if inside {
            (cell[0] * 3 + cell[1] + 1) as f64
        } else {
            0.0
        }
    })
}

#[test]
fn filters_move_with_the_shifts_that_keep_the_support_inside() {
    let kernel = Kernel::new(
        [3, 5],
        (0..15).map(|i| f64::from(i * i % 7) - 2.0).collect(),
    )
    .unwrap();
    let filter = Convolution::new(kernel);
    let images = Images::<Reals>::default();
    let inside = box_of([9, 12], [3, 5], [5, 8]);
    for boundary in ALL {
        let map = EquivariantMap::new(Lattice::<2>, images, images, |x: &Image<f64>| {
            boundary.convolve(&filter, x)
        });
        // in a mirror on the last cell, what is r cells from it is seen r cells beyond
        let margin = if boundary == Boundary::Reflect {
            [2, 3]
        } else {
            [1, 2]
        };
        let report = Window::new(margin).verify(&map, [inside.clone()]).unwrap();
        assert!(
            report.to_string().contains("cells from the border"),
            "{report}"
        );
        let too_near = Window::new([0, 0]).verify(&map, [inside.clone()]);
        assert_eq!(
            too_near.is_ok(),
            boundary == Boundary::Around,
            "{boundary:?}"
        );
    }
}

#[test]
fn a_window_knows_where_its_support_fits() {
    let window = Window::new([1, 2]);
    let shifts = window.shifts(&box_of([9, 12], [3, 5], [5, 8]));
    // rows 3..5 into 1..8, columns 5..8 into 2..10
    assert_eq!(shifts.len(), 6 * 6);
    assert!(shifts.contains(&vector![-2, -3]) && shifts.contains(&vector![3, 2]));
    assert!(window.shifts(&box_of([9, 12], [0, 5], [5, 8])).is_empty());
    assert_eq!(
        window.shifts(&box_of([2, 2], [0, 0], [0, 0])),
        [vector![0, 0]]
    );
    let nan = Image::from_fn([5, 5], |cell| if cell == [2, 2] { f64::NAN } else { 0.0 });
    assert_eq!(window.shifts(&nan).len(), 3); // a NaN is not 0
}
