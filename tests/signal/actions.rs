//! The actions on signals are actions, and do what their pages say.

use equivariant::groups::{
    AffineLine, Cyclic, Dihedral, DihedralElement, Lattice, PositiveReals, Sublattice,
};
use equivariant::homomorphism;
use equivariant::homomorphisms::Division;
use equivariant::sets::{Functions, Positions, Reals, Regular};
use equivariant::signal::{Image, Images, P4m, Signal, Signals, p4, p4m};
use equivariant::{Check, EquivariantMap, FiniteSet, GSet, Group, Sampled, Set, Trivial};
use nalgebra::vector;

type Line = Signals<Reals, 1>;

/// The laws of the action for several seeds, with elements of the group as the check draws them.
fn acts<G: Group + Sampled, X: GSet<G> + Sampled>(group: &G, set: &X) {
    for seed in 0..4 {
        let check = Check::default().cases(64).seed(seed);
        check.action(group, set).unwrap();
    }
}

#[test]
fn all_actions_are_actions() {
    let (line, images) = (Line::default(), Images::<Reals>::default());
    acts(&Lattice::<1>, &line);
    acts(&Lattice::<2>, &images);
    acts(&Lattice::<3>, &Signals::<Reals, 3>::default());
    acts(&Sublattice::new([2, 3]).unwrap(), &images);
    acts(&Dihedral::new(4).unwrap(), &images);
    acts(&p4(), &images.cubic());
    acts(&p4m(), &images.cubic());
    acts(&PositiveReals::default(), &line);
    acts(&(Lattice::<1>, AffineLine::<f64>::default()), &line);
    for n in [1, 2, 5, 6] {
        let of_length = line.of_shape([n]);
        acts(&Cyclic::new(n as u64).unwrap(), &of_length);
        acts(&Dihedral::new(n as u64).unwrap(), &of_length);
    }
}

#[test]
fn shifts_are_those_of_functions_on_a_regular_set() {
    for n in [1_u64, 2, 5, 8] {
        let c = Cyclic::new(n).unwrap();
        let functions = Functions::new(Regular(c), Trivial(Positions(1000)));
        let signals = Signals::<_, 1>::new(Positions(1000)).of_shape([n as usize]);
        let x: Vec<usize> = (0..n as usize).map(|i| i * i).collect();
        for k in c.elements() {
            let moved = GSet::<Cyclic>::act(&signals, &k, &x.clone().into());
            assert_eq!(moved.values(), functions.act(&k, &x));
        }
    }
}

#[test]
fn turns_about_a_cell_and_about_the_centre_differ_by_a_shift_of_one_cell() {
    let images = Images::new(Positions(100)).cubic();
    let quarter = DihedralElement::turn(1);
    for n in [1, 2, 3, 4, 5] {
        let x = Image::from_fn([n, n], |[r, c]| 10 * r + c);
        let about_centre = GSet::<Dihedral>::act(&images, &quarter, &x);
        let about_cell = GSet::<P4m>::act(&images, &(vector![0, 0], quarter), &x);
        // (r, c) ↦ (n − 1 − c, r) and (r, c) ↦ (−c, r)
        let shifted = GSet::<Lattice<2>>::act(&images, &vector![-1, 0], &about_cell);
        assert_eq!(about_centre, shifted, "{n} × {n}");
    }
}

#[test]
fn a_cell_moves_as_its_matrix_says() {
    let square = Dihedral::new(4).unwrap();
    let images = Images::new(Positions(2)).cubic();
    for h in square.elements() {
        let matrix = square.matrix::<f64>(&h).map(|entry| entry.round() as i64);
        for u in [[0, 0], [0, 1], [1, 0], [2, 1]] {
            let point = Image::from_fn([5, 5], |cell| usize::from(cell == u));
            let image = matrix * vector![u[0] as i64, u[1] as i64] + vector![3, -1];
            let moved = GSet::<P4m>::act(&images, &(vector![3, -1], h), &point);
            assert_eq!(moved.around([image[0], image[1]]), Some(&1), "{h:?} {u:?}");
        }
    }
}

#[test]
fn signals_of_other_lengths_are_no_set_of_a_cyclic_group() {
    let c6 = Cyclic::new(6).unwrap();
    let map = EquivariantMap::new(c6, Line::default(), Line::default(), Signal::clone);
    let violation = Check::default().equivariant(&map).unwrap_err();
    assert!(
        violation.to_string().contains("of_shape([6])"),
        "{violation}"
    );
    let images = Images::<Reals>::default();
    let map = EquivariantMap::new(p4(), images, images, Signal::clone);
    let violation = Check::default().equivariant(&map).unwrap_err();
    assert!(violation.to_string().contains("cubic()"), "{violation}");
}

#[test]
fn grids_without_cells_stay() {
    let empty = Image::<f64>::new([0, 3], Vec::new()).unwrap();
    let images = Images::<Reals>::default();
    assert_eq!(
        GSet::<Lattice<2>>::act(&images, &vector![5, -7], &empty),
        empty
    );
    let turned = GSet::<Dihedral>::act(&images, &DihedralElement::turn(1), &empty);
    assert_eq!(turned.shape(), [3, 0]);
    assert!(!images.contains(&empty));
    assert!(images.of_shapes([0, 0], [9, 9]).contains(&empty));
}

#[test]
fn division_is_a_homomorphism() {
    let phi = Division::new(Sublattice::new([2, 3]).unwrap());
    for (g, h) in [
        (vector![2, 3], vector![-4, 9]),
        (vector![0, -3], vector![6, 3]),
    ] {
        homomorphism::laws::multiplicative(&phi, &g, &h).unwrap();
    }
}
