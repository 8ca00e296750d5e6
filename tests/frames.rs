//! Frames: the theorem, known frames, and maps that are none.
#![cfg(feature = "proptest")]

use std::convert::Infallible;

use equivariant::frame::laws;
use equivariant::groups::{
    Affine, AffineLine, AffineTransformation, LocationScale, PositiveReals, Symmetric,
};
use equivariant::sets::{Permuted, Points, Power, Reals};
use equivariant::{Check, Diagnosis, EquivariantMap, Frame, GSet, Group, Sampled, Set};
use nalgebra::{Matrix2, Point2};

const SEEDS: std::ops::Range<u64> = 0..6;

/// The laws of a frame at random points, for several seeds.
fn is_frame<G, X, E, F>(frame: &Frame<G, X, E, F>)
where
    G: Group + Sampled + Clone,
    X: GSet<G> + Sampled + Clone,
    E: Clone + std::fmt::Debug + std::fmt::Display,
    F: Fn(&X::Element) -> Result<G::Element, E>,
{
    for seed in SEEDS {
        let check = Check::default().cases(96).seed(seed);
        check.equivariant(&frame.map()).unwrap();
        check.equivariant(&frame.maximal_invariant()).unwrap();
        for x in frame.domain().corners() {
            laws::canonical(frame, &x).unwrap();
            laws::recovered(frame, &x).unwrap();
        }
    }
}

fn samples() -> Power<Reals> {
    Power::default()
}

/// The first observation, and the distance to the first that differs from it.
#[allow(clippy::ptr_arg)] // the type of the samples
fn first_two(x: &Vec<f64>) -> Result<LocationScale, &'static str> {
    let location = x[0];
    let other = x.iter().find(|&&y| y != location);
    let &other = other.ok_or("all observations are equal")?;
    Ok(LocationScale {
        location,
        scale: (other - location).abs(),
    })
}

#[test]
fn the_first_observation_is_a_frame_for_shifts() {
    is_frame(&Frame::total(
        Reals::default(),
        samples(),
        |x: &Vec<f64>| x[0],
    ));
}

#[test]
fn the_size_of_the_first_observation_is_a_frame_for_scales() {
    is_frame(&Frame::new(
        PositiveReals::default(),
        samples(),
        |x: &Vec<f64>| {
            let size = x[0].abs();
            (size > 0.0).then_some(size).ok_or("the first is zero")
        },
    ));
}

#[test]
fn two_observations_are_a_frame_for_units() {
    // the logarithm of a scale has no digits where the observations nearly coincide: a sample in the
    // open, and every change of units that is tried in any case
    let frame = Frame::new(AffineLine::<f64>::default(), samples(), first_two);
    let changes = AffineLine::<f64>::default().corners();
    let tame = changes
        .into_iter()
        .filter(|g| g.scale > 1e-3 * g.location.abs());
    let pairs: Vec<_> = tame
        .flat_map(|g| [(g, vec![0.0, 1.0, 5.0]), (g, vec![3.0, 3.0, -1.0])])
        .collect();
    frame.map().verify(pairs.clone()).unwrap();
    frame.maximal_invariant().verify(pairs).unwrap();
}

#[test]
fn a_triangle_is_a_frame_for_affine_maps() {
    let plane = Power::new(Points::<2>::default()).of_lengths(3..=8);
    let corners = |x: &Vec<Point2<f64>>| {
        let linear = Matrix2::from_columns(&[x[1] - x[0], x[2] - x[0]]);
        let area = linear.determinant().abs();
        if area < 1e-3 * linear.norm_squared() {
            return Err("the first three points are nearly on one line");
        }
        Ok(AffineTransformation {
            linear,
            translation: x[0].coords,
        })
    };
    let frame = Frame::new(Affine::<2>::default(), plane, corners);
    let triangle = vec![
        Point2::new(1.0, 1.0),
        Point2::new(3.0, 1.0),
        Point2::new(1.0, 5.0),
        Point2::new(2.0, 3.0),
    ];
    // barycentric coordinates
    let canonical = frame.canonical(&triangle).unwrap();
    assert_eq!(canonical[3], Point2::new(0.5, 0.5));
    assert_eq!(
        laws::canonical(&frame, &triangle).map(|d| d < 1e-15),
        Ok(true)
    );
}

#[test]
fn an_extension_is_equivariant_whatever_the_function() {
    let frame = Frame::new(AffineLine::default(), samples(), first_two);
    let wild = frame.extend(Reals::default(), |y| Ok(y[y.len() - 1].clamp(0.25, 4.0)));
    for seed in SEEDS {
        Check::default().seed(seed).equivariant(&wild).unwrap();
    }
}

#[test]
fn every_equivariant_map_is_known_from_canonical_forms() {
    let line = AffineLine::<f64>::default();
    let frame = Frame::new(line, samples(), first_two);
    let mean = EquivariantMap::new(line, samples(), Reals::default(), |x: &Vec<f64>| {
        x.iter().sum::<f64>() / x.len() as f64
    });
    for x in samples().corners() {
        laws::determined(&frame, &mean, &x).unwrap();
    }
    let shrunk = EquivariantMap::new(line, samples(), Reals::default(), |x: &Vec<f64>| 0.9 * x[0]);
    let violation = laws::determined(&frame, &shrunk, &vec![1.0, 2.0]).unwrap_err();
    assert_eq!(violation.diagnosis(), &Diagnosis::Unequal);
}

#[test]
fn an_orbit_is_recognised_and_its_points_are_carried_to_each_other() {
    let frame = Frame::new(AffineLine::default(), samples(), first_two);
    let g = frame
        .transporter(&vec![1.0, 2.0, 4.0], &vec![-3.0, 3.0, 15.0])
        .unwrap();
    assert_eq!(
        g,
        Some(LocationScale {
            scale: 6.0,
            location: -9.0
        })
    );
    let none = frame.transporter(&vec![1.0, 2.0, 4.0], &vec![-3.0, 3.0, 16.0]);
    assert_eq!(none, Ok(None));
    assert!(frame.transporter(&vec![1.0, 1.0], &vec![0.0, 1.0]).is_err());
}

#[test]
fn what_does_not_move_along_is_no_frame() {
    let line = Reals::<f64>::default();
    let size = Frame::total(line, samples(), |x: &Vec<f64>| x[0].abs());
    assert!(Check::default().equivariant(&size.map()).is_err());
    assert!(laws::canonical(&size, &vec![-1.0, 5.0]).is_err());
    // the mean of the squares is no location
    let squares = Frame::total(line, samples(), |x: &Vec<f64>| x[0] * x[0]);
    assert!(Check::default().equivariant(&squares.map()).is_err());
}

/// The order of distinct numbers is a frame for permutations: sorting is the canonical form.
#[test]
fn sorting_is_a_canonical_form() {
    let s4 = Symmetric::new(4);
    let lists = Permuted(Power::new(Reals::<f64>::default()).of_length(4));
    let ranks = |x: &Vec<f64>| {
        let mut order: Vec<usize> = (0..4).collect();
        order.sort_by(|&i, &j| x[i].total_cmp(&x[j]));
        if order.windows(2).any(|pair| x[pair[0]] == x[pair[1]]) {
            return Err("there are ties");
        }
        Ok(equivariant::groups::Permutation::new(order).unwrap())
    };
    let frame = Frame::new(s4, lists, ranks);
    let x = vec![3.0, 1.0, 4.0, 1.5];
    assert_eq!(frame.canonical(&x), Ok(vec![1.0, 1.5, 3.0, 4.0]));
    laws::recovered(&frame, &x).unwrap();
    for g in equivariant::FiniteSet::elements(&s4) {
        let violation = equivariant::map::laws::equivariant(&frame.map(), &g, &x);
        assert!(violation.is_ok(), "{}", violation.unwrap_err());
    }
    assert_eq!(frame.at(&vec![1.0, 1.0, 2.0, 3.0]), Err("there are ties"));
}

#[test]
fn frames_can_be_stored_together() {
    let first: Frame<Reals, Power<Reals>, Infallible> =
        Frame::new(Reals::default(), samples(), |x: &Vec<f64>| Ok(x[0])).boxed();
    assert_eq!(first.at(&vec![2.0]), Ok(2.0));
    assert!(first.domain().contains(&vec![2.0]));
}

/// That what an element moves is brought back by `act_inverse`, for all corners.
fn is_undone<G: Group + Sampled, X: GSet<G> + Sampled>(group: &G, set: &X) {
    for g in group.corners() {
        for x in set.corners() {
            equivariant::action::laws::undone(group, set, &g, &x).unwrap();
        }
    }
}

#[test]
fn the_inverse_undoes() {
    use equivariant::groups::*;
    let points = Points::<2>::default();
    is_undone(&AffineLine::<f64>::default(), &Reals::default());
    is_undone(&SignedAffineLine::<f64>::default(), &Reals::default());
    is_undone(&AffineLine::<f64>::default(), &samples());
    is_undone(
        &AffineLine::<f64>::default(),
        &(Reals::default(), Reals::default()),
    );
    is_undone(&Translations::<2>::default(), &points);
    is_undone(&Affine::<2>::default(), &points);
    is_undone(&Similarities::<2>::default(), &points);
    is_undone(&Euclidean::<2>::default(), &points);
    is_undone(&SpecialEuclidean::<2>::default(), &points);
}

/// The positive numbers as scales, with a shift that the inverse forgets.
#[derive(Clone, Debug)]
struct Forgetful;

impl Set for Forgetful {
    type Element = f64;

    fn contains(&self, x: &f64) -> bool {
        x.is_finite()
    }

    fn distance(&self, x: &f64, y: &f64) -> f64 {
        (x - y).abs()
    }
}

impl GSet<AffineLine> for Forgetful {
    fn act(&self, g: &LocationScale, x: &f64) -> f64 {
        g.apply(*x)
    }

    fn act_inverse(&self, _: &AffineLine, g: &LocationScale, x: &f64) -> f64 {
        x / g.scale
    }
}

#[test]
fn an_inverse_that_forgets_the_shift_is_refused() {
    let g = LocationScale {
        location: 3.0,
        scale: 2.0,
    };
    let undone = equivariant::action::laws::undone(&AffineLine::default(), &Forgetful, &g, &5.0);
    assert_eq!(undone.unwrap_err().law(), "undone");
}

/// A frame far from zero and small: x/a − b/a would have lost all its digits.
#[test]
fn canonical_forms_keep_the_digits_of_differences() {
    let frame = Frame::new(AffineLine::default(), samples(), first_two);
    let (b, a) = (1e6, 2_f64.powi(-30));
    let sample = vec![b, b + a, b + 3.0 * a, b - 2.0 * a];
    assert_eq!(frame.canonical(&sample), Ok(vec![0.0, 1.0, 3.0, -2.0]));
    let huge = vec![-1.5e308, 1.5e308, 0.0];
    let ends = Frame::new(AffineLine::default(), samples(), |x: &Vec<f64>| {
        Ok::<_, &str>(LocationScale {
            location: x[0],
            scale: 1e308,
        })
    });
    assert_eq!(ends.canonical(&huge), Ok(vec![0.0, 3.0, 1.5]));
}
