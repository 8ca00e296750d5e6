//! Convolution: against its definition, by both algorithms, and what is none.

use equivariant::groups::Lattice;
use equivariant::sets::Reals;
use equivariant::signal::{Convolution, Fourier, Image, Kernel, Signal, Signals};
use equivariant::{Check, Diagnosis, EquivariantMap, Set};

use super::check::holds;

/// Numbers that look random.
fn numbers(count: usize) -> Vec<f64> {
    let mut state = 1_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    };
    (0..count).map(|_| next()).collect()
}

/// Σ w[m] x[i − m], by looking every value up.
fn by_definition<const D: usize>(kernel: &Kernel<i64, D>, x: &Signal<i64, D>) -> Signal<i64, D> {
    let weights = Signal::new(kernel.shape(), kernel.values().to_vec()).unwrap();
    Signal::from_fn(x.shape(), |i| {
        let terms = weights.positions().zip(weights.values()).map(|(m, w)| {
            let from = std::array::from_fn(|a| i[a] as i64 - (m[a] as i64 - kernel.anchor()[a]));
            w * x.around(from).unwrap()
        });
        terms.sum()
    })
}

fn integers(count: usize) -> Vec<i64> {
    numbers(count)
        .iter()
        .map(|x| (x * 100.0).round() as i64)
        .collect()
}

#[test]
fn sums_of_products_are_those_of_the_definition() {
    for n in [1, 2, 3, 4, 7, 13] {
        for taps in [0, 1, 2, 3, 5, 9, 30] {
            for anchor in [taps as i32 / 2, 0, -3, 40, i32::MIN, i32::MAX] {
                let kernel = Kernel::new([taps], integers(taps))
                    .unwrap()
                    .anchored_at([anchor]);
                let x = Signal::from(integers(n));
                let y = Convolution::new(kernel.clone()).apply_directly(&x);
                assert_eq!(y, by_definition(&kernel, &x), "{n} {taps} {anchor}");
            }
        }
    }
    for shape in [[1, 1], [1, 6], [5, 1], [4, 7], [3, 2]] {
        for sides in [[1, 1], [3, 3], [2, 4], [5, 9], [1, 3]] {
            let size = sides.iter().product();
            let kernel = Kernel::new(sides, integers(size)).unwrap();
            let x = Image::new(shape, integers(shape.iter().product())).unwrap();
            let y = Convolution::new(kernel.clone()).apply_directly(&x);
            assert_eq!(y, by_definition(&kernel, &x), "{shape:?} {sides:?}");
        }
    }
    let kernel = Kernel::new([2, 3, 2], integers(12)).unwrap();
    let x = Signal::new([3, 4, 5], integers(60)).unwrap();
    let y = Convolution::new(kernel.clone()).apply_directly(&x);
    assert_eq!(y, by_definition(&kernel, &x));
}

#[test]
fn fourier_transforms_give_the_same() {
    fn agree<const D: usize>(shape: [usize; D], sides: [usize; D]) {
        let kernel = Kernel::new(sides, numbers(sides.iter().product())).unwrap();
        let x = Signal::new(shape, numbers(shape.iter().product())).unwrap();
        let convolution = Convolution::new(kernel);
        let direct = convolution.apply_directly(&x);
        let fast = convolution.on(shape).apply(&x).unwrap();
        let signals = Signals::<Reals, D>::default();
        let error = signals.distance(&direct, &fast);
        assert!(
            error < 1e-14 * (x.len() as f64).sqrt(),
            "{shape:?} {sides:?}: {error:e}"
        );
    }
    for n in [1, 2, 3, 4, 5, 16, 17, 31, 100, 101, 1009] {
        agree([n], [n.min(40)]);
    }
    for shape in [[1, 1], [1, 8], [7, 1], [6, 10], [5, 7], [16, 9]] {
        agree(shape, [3, 3]);
    }
    agree([3, 4, 5], [2, 2, 2]);
    agree([2, 3, 4, 5], [1, 2, 2, 3]);
}

#[test]
fn the_transform_is_that_of_the_definition() {
    for shape in [[1, 1], [4, 6], [5, 3], [1, 7], [6, 1]] {
        let x = Image::new(shape, numbers(shape.iter().product())).unwrap();
        let spectrum = Fourier.apply(&x);
        for m in x.positions() {
            let terms = x.positions().zip(x.values()).map(|(i, value)| {
                let turns = (0..2)
                    .map(|a| (m[a] * i[a]) as f64 / shape[a] as f64)
                    .sum::<f64>();
                nalgebra::Complex::from_polar(*value, -std::f64::consts::TAU * turns)
            });
            let known: nalgebra::Complex<f64> = terms.sum();
            let error = (spectrum.get(m).unwrap() - known).norm();
            assert!(error < 1e-13, "{shape:?} {m:?}: {error:e}");
        }
    }
}

#[test]
fn convolutions_are_equivariant() {
    for taps in [1, 2, 3, 4, 7] {
        holds(&Convolution::new(Kernel::new([taps], numbers(taps)).unwrap()).equivariant());
    }
    holds(&Convolution::new(Kernel::new([200], numbers(200)).unwrap()).equivariant());
    holds(&Convolution::new(Kernel::new([3, 2], numbers(6)).unwrap()).equivariant());
    holds(&Convolution::new(Kernel::new([9, 9], numbers(81)).unwrap()).equivariant());
    holds(&Fourier.equivariant::<1>());
    holds(&Fourier.equivariant::<2>());
}

/// What looks like a convolution and is none is refused, by a shift of one cell.
fn refused<const D: usize>(map: impl Fn(&Signal<f64, D>) -> Signal<f64, D>) -> Diagnosis {
    let signals = Signals::<Reals, D>::default();
    let map = EquivariantMap::new(Lattice::<D>, signals, signals, map);
    let violation = Check::default().equivariant(&map).unwrap_err();
    violation.diagnosis().clone()
}

#[test]
fn zero_padding_sold_as_periodic_is_refused() {
    refused(|x: &Signal<f64, 1>| {
        Signal::from_fn(x.shape(), |[i]| {
            let at = |j: usize| x.get([j]).copied().unwrap_or(0.0);
            at(i) + at(i + 1) - 2.0 * i.checked_sub(1).map_or(0.0, at)
        })
    });
}

#[test]
fn a_kernel_that_depends_on_the_place_is_refused() {
    refused(|x: &Signal<f64, 2>| {
        Image::from_fn(x.shape(), |[row, column]| {
            row as f64 * x.get([row, column]).unwrap()
        })
    });
}

/// A kernel that is reflected, or anchored a cell off, gives a convolution all the same: no law of shifts can tell.
/// Its values do, and mirrors.
#[test]
fn a_flipped_kernel_and_an_anchor_that_is_off_are_seen_by_values() {
    let kernel = Kernel::new([4], vec![1, 2, 3, 4]).unwrap();
    let x = Signal::from(vec![1, 0, 0, 0, 0, 0]);
    let y = Convolution::new(kernel.clone()).apply_directly(&x);
    assert_eq!(y.values(), [3, 4, 0, 0, 1, 2]); // scipy.ndimage.convolve, mode="wrap"
    let flipped = Convolution::correlation(kernel.clone()).apply_directly(&x);
    assert_eq!(flipped.values(), [3, 2, 1, 0, 0, 4]); // scipy.ndimage.correlate, mode="wrap"
    let off = Convolution::new(kernel.anchored_at([1])).apply_directly(&x);
    assert_ne!(off, y);
}

#[test]
fn what_is_not_finite_spoils_what_depends_on_it_alone() {
    let kernel = Kernel::new([300], vec![1.0; 300]).unwrap();
    let mut x = Signal::from(vec![1.0; 1000]);
    x.values_mut()[500] = f64::NAN;
    let y = Convolution::new(kernel).apply(&x);
    assert_eq!(y.values().iter().filter(|y| y.is_nan()).count(), 300);
    let empty = Signal::from(Vec::<f64>::new());
    let kernel = Kernel::new([3], vec![1.0; 3]).unwrap();
    assert!(Convolution::new(kernel).apply(&empty).is_empty());
}
