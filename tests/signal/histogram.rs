//! Histograms and sorted values forget where the values are.

use equivariant::Check;
use equivariant::EquivariantMap;
use equivariant::groups::PositiveReals;
use equivariant::sets::{Power, Reals};
use equivariant::signal::{Histogram, Refusal, Signal, Signals, Sorted, WrongEdges};

#[test]
fn they_are_invariant_under_permutations_of_the_cells() {
    let histogram = Histogram::new(vec![-10.0, -1.0, 0.0, 0.5, 10.0]).unwrap();
    for seed in 0..8 {
        let check = Check::default().cases(64).seed(seed);
        check
            .equivariant(&histogram.clone().invariant([7]))
            .unwrap();
        check
            .equivariant(&histogram.clone().invariant([2, 3]))
            .unwrap();
        check.equivariant(&Sorted.invariant([7])).unwrap();
        check.equivariant(&Sorted.invariant([2, 2, 2])).unwrap();
        // a change of the values is not forgotten
        let signals = Signals::<Reals, 1>::default();
        let scaled = EquivariantMap::invariant(
            PositiveReals::default(),
            signals,
            Power::<Reals>::default(),
            |x| Sorted.apply(x),
        );
        check.equivariant(&scaled).unwrap_err();
    }
}

#[test]
fn values_are_counted_where_they_are() {
    let edges = vec![-1.0, 0.0, 0.25, 3.0];
    let histogram = Histogram::new(edges.clone()).unwrap();
    let values: Vec<f64> = (-20..40).map(|i| f64::from(i) / 8.0).collect();
    let counts = histogram.apply(&Signal::from(values.clone())).unwrap();
    for bin in 0..3 {
        let inside = |v: &&f64| {
            let closed = bin == 2 && **v == edges[3];
            (edges[bin] <= **v && **v < edges[bin + 1]) || closed
        };
        assert_eq!(counts[bin], values.iter().filter(inside).count() as i64);
    }
    let nan = Signal::from(vec![0.0, f64::NAN]);
    assert!(matches!(
        histogram.apply(&nan),
        Err(Refusal::NotFinite { .. })
    ));
    assert_eq!(histogram.apply(&Signal::from(vec![])).unwrap(), [0, 0, 0]);
    assert_eq!(
        Histogram::new(vec![1.0]),
        Err(WrongEdges { place: 1, count: 1 })
    );
    assert!(Histogram::new(vec![0.0, f64::NAN]).is_err());
}
