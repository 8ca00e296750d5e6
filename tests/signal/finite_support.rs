//! Signals of finite support, and where their mass is.

use equivariant::groups::{Cyclic, Dihedral, DihedralElement, Integers, Lattice, Sublattice};
use equivariant::sets::{Circle, Points, Reals};
use equivariant::signal::{
    CentreOfMass, CircularMean, FiniteSupport, FiniteSupports, Image, Intensities, P4m, Refusal,
    Signal, Signals, embedding, p4, p4m,
};
use equivariant::{Check, EquivariantMap, GSet, Set};
use nalgebra::{Point, vector};

#[test]
fn the_actions_are_actions() {
    let (line, plane) = (
        FiniteSupports::<Reals, 1>::default(),
        FiniteSupports::<Reals, 2>::default(),
    );
    for seed in 0..6 {
        let check = Check::default().cases(64).seed(seed);
        check.action(&Lattice::<1>, &line).unwrap();
        check.action(&Lattice::<2>, &plane).unwrap();
        check
            .action(&Sublattice::new([2, 3]).unwrap(), &plane)
            .unwrap();
        check.action(&Dihedral::new(4).unwrap(), &plane).unwrap();
        check.action(&p4(), &plane).unwrap();
        check
            .action(&p4m(), &FiniteSupports::<Intensities, 2>::default())
            .unwrap();
        check
            .action(&p4m(), &FiniteSupports::<_, 2>::new(Integers))
            .unwrap();
        check.set(&plane).unwrap();
    }
    assert!(
        Check::default()
            .action(&Dihedral::new(5).unwrap(), &plane)
            .is_err()
    );
}

#[test]
fn zeros_at_the_border_are_no_part() {
    let image = Image::from_fn([4, 5], |cell| {
        i64::from(cell == [1, 2]) + 2 * i64::from(cell == [2, 3])
    });
    let x = FiniteSupport::new([10, -10], image);
    assert_eq!((x.origin(), x.values().shape()), ([11, -8], [2, 2]));
    assert_eq!(x.values().values(), [1, 0, 0, 2]);
    let zero = FiniteSupport::new([3, 3], Image::from_fn([2, 2], |_| 0));
    assert_eq!(zero, FiniteSupport::default());
    assert_eq!(zero.shifted([5, 5]), zero);
    let set = FiniteSupports::<_, 2>::new(Integers);
    assert_eq!(set.distance(&x, &zero), 2.0);
    assert_eq!(set.distance(&x, &x.shifted([1, 0])), 2.0);
    assert_eq!(set.distance(&x, &x.shifted([1 << 60, 0])), 2.0);
    // the whole of the lattice: a shift beyond its end goes around
    let far = x
        .shifted([i64::MAX, 0])
        .shifted([i64::MIN, 0])
        .shifted([1, 0]);
    assert_eq!(far, x);
}

#[test]
fn a_position_moves_as_its_matrix_says() {
    let (square, set) = (
        Dihedral::new(4).unwrap(),
        FiniteSupports::<_, 2>::new(Integers),
    );
    let x = FiniteSupport::new([2, -1], Image::new([2, 3], vec![1, 2, 3, 4, 0, 6]).unwrap());
    for h in equivariant::FiniteSet::elements(&square) {
        let matrix = square.matrix::<f64>(&h).map(|entry| entry.round() as i64);
        let moved = GSet::<P4m>::act(&set, &(vector![7, -3], h), &x);
        for (u, value) in x.cells() {
            let image = matrix * vector![u[0], u[1]] + vector![7, -3];
            assert_eq!(moved.get(image.into()), *value, "{h:?}");
        }
        assert_eq!(moved.values().len(), 6);
        assert_eq!(GSet::<Dihedral>::act(&set, &h, &x).shifted([7, -3]), moved);
    }
    let _ = DihedralElement::turn(0);
}

#[test]
fn the_centre_of_mass_moves_with_the_lattice() {
    for seed in 0..12 {
        let check = Check::default().cases(64).seed(seed);
        check.equivariant(&CentreOfMass.equivariant::<1>()).unwrap();
        check.equivariant(&CentreOfMass.equivariant::<2>()).unwrap();
        check.equivariant(&CentreOfMass.equivariant::<3>()).unwrap();
    }
    let x = FiniteSupport::new(
        [1, 1],
        Image::new([2, 2], vec![1.0, 0.0, 0.0, 3.0]).unwrap(),
    );
    assert_eq!(CentreOfMass.apply(&x), Ok(Point::from([1.75, 1.75])));
    let balanced = FiniteSupport::new([0], Signal::from(vec![1.0, -1.0]));
    assert_eq!(
        CentreOfMass.apply(&balanced),
        Err(Refusal::Degenerate("the mass is 0"))
    );
    assert!(
        CentreOfMass
            .apply(&FiniteSupport::<f64, 1>::default())
            .is_err()
    );
    let nan = FiniteSupport::new([0], Signal::from(vec![1.0, f64::NAN]));
    assert!(CentreOfMass.apply(&nan).unwrap().x.is_nan());
}

#[test]
fn on_a_ring_there_is_no_centre_of_mass() {
    // Σ i x[i] / Σ x[i] as if the ring were a line
    let linear = |x: &Signal<f64, 1>| {
        let mass: f64 = x.values().iter().sum();
        let moment: f64 = x
            .values()
            .iter()
            .enumerate()
            .map(|(i, v)| i as f64 * v)
            .sum();
        Point::from([moment / mass])
    };
    let masses = Signals::<Intensities, 1>::new(Intensities);
    let map = EquivariantMap::along(embedding::<1>(), masses, Points::<1>::default(), linear);
    for seed in 0..8 {
        Check::default()
            .cases(64)
            .seed(seed)
            .equivariant(&map)
            .unwrap_err();
    }
}

#[test]
fn the_first_fourier_phase_turns_with_the_ring() {
    for n in [1, 2, 3, 5, 8, 12] {
        let claim = CircularMean.equivariant(Cyclic::new(n).unwrap());
        for seed in 0..6 {
            let outcome = Check::default().cases(64).seed(seed).equivariant(&claim);
            if n == 1 {
                continue; // one cell does not move
            }
            outcome.unwrap();
        }
    }
    for n in [2, 3, 6] {
        let flat = Signal::from(vec![1.0; n]);
        assert!(matches!(
            CircularMean.apply(&flat),
            Err(Refusal::Degenerate(_))
        ));
    }
    assert_eq!(
        CircularMean.apply(&Signal::from(vec![])),
        Err(Refusal::Empty)
    );
    // the phase with the other sign is refused
    let c6 = Cyclic::new(6).unwrap();
    let polygon = Dihedral::new(6).unwrap();
    let phi = equivariant::homomorphism::Between::new(
        c6,
        equivariant::groups::Orthogonal::<2>::default(),
        move |k: &u64| polygon.matrix(&DihedralElement::turn(*k)),
    );
    let signals = Signals::<Intensities, 1>::new(Intensities).of_shape([6]);
    let wrong = EquivariantMap::along(
        phi,
        signals,
        Circle::<f64>::default(),
        |x: &Signal<f64, 1>| -CircularMean.apply(x).unwrap_or(0.0),
    );
    Check::default().seed(3).equivariant(&wrong).unwrap_err();
}
