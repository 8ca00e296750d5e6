//! Boundaries: what filters find beyond the ends.

use equivariant::groups::{Dihedral, Lattice};
use equivariant::sets::Reals;
use equivariant::signal::{Boundary, Convolution, Image, Images, Kernel, Signal, Signals};
use equivariant::{Check, EquivariantMap};

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
