//! Where the largest value is.

use equivariant::groups::Lattice;
use equivariant::sets::Reals;
use equivariant::signal::{Argmax, Cell, Cells, Image, Maximisers, Refusal, Signal, Signals};
use equivariant::{Check, EquivariantMap, Set};

#[test]
fn the_largest_value_moves_and_so_do_all_of_them() {
    for seed in 0..12 {
        let check = Check::default().cases(64).seed(seed);
        check.equivariant(&Argmax.equivariant::<1>()).unwrap();
        check.equivariant(&Argmax.equivariant::<2>()).unwrap();
        check.equivariant(&Maximisers.equivariant::<1>()).unwrap();
        check.equivariant(&Maximisers.equivariant::<3>()).unwrap();
    }
    check_cells();
}

fn check_cells() {
    let image = Image::new([2, 3], vec![0.0, 1.0, 0.0, 0.0, 7.0, 7.0]).unwrap();
    assert_eq!(
        Argmax.apply(&image),
        Err(Refusal::Degenerate("several cells have the largest value"))
    );
    let mask = Maximisers.apply(&image);
    assert_eq!(mask.values(), [false, false, false, false, true, true]);
    let image = Image::new([2, 3], vec![0.0, 1.0, 0.0, 0.0, 7.0, 8.0]).unwrap();
    assert_eq!(Argmax.apply(&image).unwrap().position, [1, 2]);
}

#[test]
fn the_first_of_several_does_not_move() {
    let first = |x: &Signal<f64, 1>| {
        let largest = x.values().iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let place = x.values().iter().position(|&v| v == largest).unwrap();
        Cell {
            shape: x.shape(),
            position: [place],
        }
    };
    let map = EquivariantMap::new(
        Lattice::<1>,
        Signals::<Reals, 1>::default(),
        Cells::<1>,
        first,
    );
    for seed in 0..12 {
        Check::default()
            .cases(64)
            .seed(seed)
            .equivariant(&map)
            .unwrap_err();
    }
}

#[test]
fn what_is_not_a_number_or_not_there_is_refused() {
    assert_eq!(
        Argmax.apply(&Signal::<f64, 1>::from(vec![])),
        Err(Refusal::Empty)
    );
    for values in [
        vec![f64::NAN, 1.0],
        vec![1.0, f64::NAN, 2.0],
        vec![3.0, f64::NAN],
    ] {
        let place = values.iter().position(|v| v.is_nan()).unwrap();
        match Argmax.apply(&Signal::from(values)) {
            Err(Refusal::NotFinite { position, .. }) => assert_eq!(position, [place]),
            other => panic!("{other:?}"),
        }
    }
    let mask = Maximisers.apply(&Signal::from(vec![1.0, f64::NAN]));
    assert_eq!(mask.values(), [false, true]);
    assert!(Maximisers.apply(&Signal::<f64, 1>::from(vec![])).is_empty());
    let infinite = Argmax.apply(&Signal::from(vec![0.0, f64::INFINITY]));
    assert_eq!(infinite.unwrap().position, [1]);
}

#[test]
fn cells_are_as_far_apart_as_the_way_around() {
    let cell = |position| Cell {
        shape: [5, 8],
        position,
    };
    assert_eq!(Cells.distance(&cell([0, 0]), &cell([4, 6])), 3.0);
    let other = Cell {
        shape: [5, 9],
        position: [0, 0],
    };
    assert_eq!(Cells.distance(&cell([0, 0]), &other), f64::INFINITY);
    assert!(!Cells.contains(&cell([5, 0])));
}
