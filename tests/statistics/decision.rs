//! Invariant decision problems: losses, models, estimators, maximal invariants.

use equivariant::groups::*;
use equivariant::homomorphism::Between;
use equivariant::homomorphisms::ScalePart;
use equivariant::sets::{Permuted, Points, Power, Reals, Regular};
use equivariant::statistics::Refusal;
use equivariant::statistics::decision::maximal_invariants::*;
use equivariant::statistics::decision::*;
use equivariant::statistics::location::{Mean, Median};
use equivariant::{EquivariantMap, FiniteSet, GSet, Group, Pullback, Report, Set};
use nalgebra::{Rotation3, SVector, point, vector};

/// Seeds, so that nothing passes by luck.
pub(crate) const SEEDS: std::ops::Range<u64> = 0..6;
use equivariant::Check;
use equivariant::Sampled;
use equivariant::Violation;
use equivariant::statistics::Estimator;

fn reals() -> Reals {
    Reals::default()
}

fn scales() -> PositiveReals {
    PositiveReals::default()
}

fn line() -> AffineLine {
    AffineLine::default()
}

/// The claim that the loss is invariant, checked for every seed.
fn invariance<G, P, D, L>(
    group: G,
    decisions: D,
    parameters: P,
    loss: L,
) -> Result<Report, Violation>
where
    G: Group + Sampled + Clone,
    P: GSet<G, Element: 'static> + Sampled + Clone + 'static,
    D: GSet<G, Element: 'static> + Sampled + Clone + 'static,
    L: Loss<D::Element, P::Element>,
{
    // the samples do not matter for the loss
    let problem = Problem::new(group, decisions.clone(), parameters, decisions, loss);
    let mut report = Report::default();
    for seed in SEEDS {
        let check = Check::default().cases(256).seed(seed);
        report = report.merge(check.equivariant(&problem.loss())?);
    }
    Ok(report)
}

/// The units of a scale: g · d = a d for a change x ↦ a x + b.
fn scale_of_line() -> Pullback<ScalePart<AffineLine>, Reals> {
    let along = ScalePart::new(line());
    Pullback {
        along,
        set: reals(),
    }
}

const LOCATION_LOSSES: [LocationLoss; 6] = [
    LocationLoss::Squared,
    LocationLoss::Absolute,
    LocationLoss::Linex { a: 0.5 },
    LocationLoss::Linex { a: -2.0 },
    LocationLoss::Huber { k: 1.5 },
    LocationLoss::ZeroOne,
];

const SCALE_LOSSES: [ScaleLoss; 3] = [ScaleLoss::Squared, ScaleLoss::Stein, ScaleLoss::SquaredLog];

#[test]
fn losses_of_a_location_are_invariant_under_shifts() {
    for loss in LOCATION_LOSSES {
        let report = invariance(reals(), reals(), reals(), loss);
        report.unwrap_or_else(|violation| panic!("{loss:?}: {violation}"));
    }
}

#[test]
fn losses_of_a_location_are_not_invariant_under_changes_of_scale() {
    for loss in &LOCATION_LOSSES[..5] {
        let refused = invariance(scales(), reals(), reals(), *loss);
        assert!(refused.is_err(), "{loss:?}");
    }
    invariance(scales(), reals(), reals(), LocationLoss::ZeroOne).unwrap();
}

/// In a mirror too high is too low.
#[test]
fn only_linex_is_not_invariant_in_a_mirror() {
    let mirrored = Orthogonal::<1>::default();
    let line = Points::<1>::default();
    for loss in LOCATION_LOSSES {
        let of_points =
            |d: &nalgebra::Point1<f64>, theta: &nalgebra::Point1<f64>| loss.at(d.x, theta.x);
        let is_linex = matches!(loss, LocationLoss::Linex { .. });
        assert_eq!(
            invariance(mirrored, line, line, of_points).is_err(),
            is_linex,
            "{loss:?}"
        );
    }
}

#[test]
fn losses_of_a_scale_are_invariant_under_changes_of_scale() {
    for loss in SCALE_LOSSES {
        let report = invariance(scales(), Regular(scales()), Regular(scales()), loss);
        report.unwrap_or_else(|violation| panic!("{loss:?}: {violation}"));
        // decisions may be any number
        let report = invariance(scales(), reals(), Regular(scales()), loss);
        report.unwrap_or_else(|violation| panic!("{loss:?}: {violation}"));
        // under changes of location and scale, where decisions do not feel the location
        let report = invariance(line(), scale_of_line(), Regular(line()), loss);
        report.unwrap_or_else(|violation| panic!("{loss:?}: {violation}"));
    }
}

/// A variance moves by the square of the scale.
#[test]
fn a_power_of_a_scale_moves_by_the_power() {
    let squares = Between::new(scales(), scales(), |a: &f64| a * a);
    let variances = Pullback {
        along: squares,
        set: Regular(scales()),
    };
    for loss in SCALE_LOSSES {
        let of_variance = |d: &f64, sigma: &f64| loss.at(*d, sigma * sigma);
        invariance(scales(), variances, Regular(scales()), of_variance).unwrap();
        let forgotten = |d: &f64, sigma: &f64| loss.at(*d, *sigma);
        assert!(invariance(scales(), variances, Regular(scales()), forgotten).is_err());
    }
}

/// Whether a change of units leaves the digits of a sample of the size of 1.
fn is_tame(g: &LocationScale) -> bool {
    g.scale > 1e-3 * g.location.abs()
}

#[test]
fn standardised_losses_are_invariant_under_changes_of_location_and_scale() {
    let is_delicate =
        |loss: &LocationLoss| matches!(loss, LocationLoss::Linex { .. } | LocationLoss::ZeroOne);
    for loss in LOCATION_LOSSES
        .into_iter()
        .filter(|loss| !is_delicate(loss))
    {
        let report = invariance(line(), reals(), Regular(line()), StandardisedLoss(loss));
        report.unwrap_or_else(|violation| panic!("{loss:?}: {violation}"));
    }
    // a far shift rounds small errors to 0, and takes from large t the digits that e^t needs: errors of the
    // size of the scale
    let changes: Vec<_> = line().corners().into_iter().filter(is_tame).collect();
    for loss in LOCATION_LOSSES.into_iter().filter(is_delicate) {
        let loss = StandardisedLoss(loss);
        let problem = Problem::new(line(), reals(), Regular(line()), reals(), loss);
        let pairs = (0..200).flat_map(|case| {
            let mut random = random_of_case(1, case);
            let [d, location, scale] = [(); 3].map(|()| Errors::Logistic.draw(&mut random));
            let scale = scale.abs().max(0.1);
            let d = if case % 4 == 0 { location } else { d };
            let theta = LocationScale { scale, location };
            changes.iter().map(move |g| (*g, (d, theta)))
        });
        let verified = problem.loss().verify(pairs);
        verified.unwrap_or_else(|violation| panic!("{loss:?}: {violation}"));
    }
    // the error in the units of the observations is not
    let plain = |d: &f64, theta: &LocationScale| (d - theta.location).powi(2);
    assert!(invariance(line(), reals(), Regular(line()), plain).is_err());
}

#[test]
fn losses_that_are_not_invariant_are_refused() {
    let squared_error = |d: &f64, sigma: &f64| (d - sigma).powi(2);
    assert!(invariance(scales(), reals(), Regular(scales()), squared_error).is_err());
    let relative_error = |d: &f64, mu: &f64| {
        if d == mu {
            0.0
        } else {
            (d - mu).abs() / mu.abs()
        }
    };
    invariance(scales(), reals(), reals(), relative_error).unwrap();
    assert!(invariance(reals(), reals(), reals(), relative_error).is_err());
    // a scale whose decisions are said to feel the location
    assert!(invariance(line(), reals(), Regular(line()), ScaleLoss::Squared).is_err());
}

#[test]
fn losses_on_the_circle_and_of_rotations_are_invariant() {
    let circle = Torus::<1>::default();
    invariance(circle, Regular(circle), Regular(circle), CircularLoss).unwrap();
    let straight = |d: &SVector<f64, 1>, theta: &SVector<f64, 1>| (d[0] - theta[0]).powi(2);
    assert!(invariance(circle, Regular(circle), Regular(circle), straight).is_err());

    let so3 = SpecialOrthogonal::<3>::default();
    invariance(so3, Regular(so3), Regular(so3), ChordalLoss).unwrap();
    let so2 = SpecialOrthogonal::<2>::default();
    invariance(so2, Regular(so2), Regular(so2), ChordalLoss).unwrap();
    // the first column alone depends on the axes
    let column =
        |d: &Rotation3<f64>, r: &Rotation3<f64>| (d.matrix().row(0) - r.matrix().row(0)).norm();
    assert!(invariance(so3, Regular(so3), Regular(so3), column).is_err());
}

#[test]
fn losses_have_known_values() {
    let near = |x: f64, y: f64| assert!((x - y).abs() <= 4e-16 * y.abs(), "{x} is not {y}");
    near(
        LocationLoss::Linex { a: 2.0 }.at(1.5, 1.0),
        std::f64::consts::E - 2.0,
    );
    // far below the rounding of e^t: t²/2 to the last digit
    near(
        LocationLoss::Linex { a: 1.0 }.at(1e-9, 0.0),
        5.000_000_001_666_667e-19,
    );
    near(LocationLoss::Huber { k: 2.0 }.at(1.0, 0.0), 0.5);
    near(LocationLoss::Huber { k: 2.0 }.at(-5.0, 0.0), 8.0);
    near(ScaleLoss::Stein.at(2.0, 1.0), 1.0 - std::f64::consts::LN_2);
    near(
        ScaleLoss::Stein.at(1.0 + 1e-9, 1.0),
        5.000_000_824_070_41e-19,
    );
    near(ScaleLoss::SquaredLog.at(std::f64::consts::E, 1.0), 1.0);
    near(
        ScaleLoss::SquaredLog.at(1e-300, 1e300),
        (600.0 * 10_f64.ln()).powi(2),
    );
    assert_eq!(ScaleLoss::Stein.at(-1.0, 1.0), f64::INFINITY);
    assert_eq!(ScaleLoss::SquaredLog.at(0.0, 1.0), f64::INFINITY);
    near(
        CircularLoss.loss(&1.0, &(1.0 + std::f64::consts::FRAC_PI_3)),
        0.5,
    );
    let quarter = Rotation3::from_euler_angles(0.0, 0.0, std::f64::consts::FRAC_PI_2);
    near(ChordalLoss.loss(&quarter, &Rotation3::identity()), 4.0);
}

#[test]
fn infinite_losses_are_compared_with_each_other() {
    let losses = Losses;
    assert_eq!(losses.distance(&f64::INFINITY, &f64::INFINITY), 0.0);
    assert!(!losses.same(&1e308, &f64::INFINITY) && !losses.same(&f64::NAN, &f64::NAN));
    assert!(!losses.contains(&-1e-300) && losses.contains(&0.0));
    Check::default()
        .set(&equivariant::sets::Reals::<f64>::default())
        .unwrap();
}

#[test]
fn transformation_families_move_along_draw_by_draw() {
    let check = || Check::default().cases(128);
    for errors in [
        Errors::Normal,
        Errors::Laplace,
        Errors::Cauchy,
        Errors::Exponential,
        Errors::Gumbel,
    ] {
        for seed in SEEDS {
            let samples = Power::new(reals()).of_length(4);
            let problem = Problem::new(reals(), samples, reals(), reals(), LocationLoss::Squared);
            let draw = errors.location(4);
            check()
                .seed(seed)
                .equivariant(&problem.draw(&draw, seed, 3))
                .unwrap();

            let problem = Problem::new(
                scales(),
                samples,
                Regular(scales()),
                reals(),
                ScaleLoss::Squared,
            );
            let draw = errors.scale(4);
            check()
                .seed(seed)
                .equivariant(&problem.draw(&draw, seed, 3))
                .unwrap();

            let loss = StandardisedLoss(LocationLoss::Squared);
            let problem = Problem::new(line(), samples, Regular(line()), reals(), loss);
            let draw = errors.location_scale(4);
            check()
                .seed(seed)
                .equivariant(&problem.draw(&draw, seed, 3))
                .unwrap();
        }
    }
}

#[test]
fn a_model_whose_errors_grow_with_the_location_is_refused() {
    let samples = Power::new(reals()).of_length(2);
    let problem = Problem::new(reals(), samples, reals(), reals(), LocationLoss::Squared);
    let growing = |theta: &f64, random: &mut Random| {
        let mut error = || theta + (1.0 + theta.abs()) * Errors::Normal.draw(random);
        vec![error(), error()]
    };
    assert!(
        Check::default()
            .equivariant(&problem.draw(&growing, 1, 0))
            .is_err()
    );
    // a Poisson-like count is no scale family
    let counts = |theta: &f64, random: &mut Random| {
        vec![
            (theta * Errors::Exponential.draw(random)).floor(),
            theta.floor(),
        ]
    };
    let problem = Problem::new(
        scales(),
        samples,
        Regular(scales()),
        reals(),
        ScaleLoss::Squared,
    );
    assert!(
        Check::default()
            .equivariant(&problem.draw(&counts, 1, 0))
            .is_err()
    );
}

#[test]
fn estimators_of_a_problem_are_equivariant_maps() {
    let samples = Power::new(reals()).of_lengths(2..=9);
    let loss = StandardisedLoss(LocationLoss::Squared);
    let problem = Problem::new(line(), samples, Regular(line()), reals(), loss);
    let scale = Problem::new(
        line(),
        samples,
        Regular(line()),
        scale_of_line(),
        ScaleLoss::Squared,
    );
    let range = |x: &Vec<f64>| {
        let largest = x.iter().copied().fold(f64::MIN, f64::max);
        largest - x.iter().copied().fold(f64::MAX, f64::min)
    };
    for seed in SEEDS {
        let check = Check::default().seed(seed);
        check
            .equivariant(&problem.partial_estimator(|x: &Vec<f64>| Mean.estimate(x)))
            .unwrap();
        check
            .equivariant(&problem.partial_estimator(|x: &Vec<f64>| Median.estimate(x)))
            .unwrap();
        check.equivariant(&scale.estimator(range)).unwrap();
        assert!(check.equivariant(&problem.estimator(range)).is_err());
        assert!(
            check
                .equivariant(&problem.estimator(|x: &Vec<f64>| 0.9 * x[0]))
                .is_err()
        );
    }
}

/// Both directions, at the corners and at changed points: what is on one orbit has one value, and what has
/// one value is on one orbit.
fn separates<G, X, Y, F, T>(
    invariant: &MaximalInvariant<G, X, Y, F, T>,
    group: &G,
    domain: &X,
) -> usize
where
    G: Group + Sampled,
    X: GSet<G> + Sampled,
    Y: Set,
    F: Fn(&X::Element) -> Y::Element,
    T: Fn(&X::Element, &X::Element) -> Option<G::Element>,
{
    let points: Vec<_> = domain.corners().into_iter().take(40).collect();
    let elements: Vec<_> = group.corners().into_iter().take(12).collect();
    let mut apart = 0;
    for x in &points {
        for g in &elements {
            let moved = domain.act(g, x);
            if domain.contains(&moved) {
                invariant
                    .separates(x, &moved)
                    .unwrap_or_else(|violation| panic!("{violation}"));
            }
        }
        for other in &points {
            invariant
                .separates(x, other)
                .unwrap_or_else(|violation| panic!("{violation}"));
            apart += usize::from(!invariant.same_orbit(x, other));
        }
    }
    apart
}

fn is_invariant<G, X, Y, F>(map: &EquivariantMap<G, X, Y, F>)
where
    G: Group + Sampled,
    X: GSet<G> + Sampled,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    for seed in SEEDS {
        let check = Check::default().seed(seed);
        check
            .equivariant(map)
            .unwrap_or_else(|violation| panic!("{violation}"));
    }
}

#[test]
fn differences_are_a_maximal_invariant_of_shifts() {
    is_invariant(&differences().map());
    assert!(separates(&differences(), &reals(), &Power::default()) > 100);
}

#[test]
fn ratios_are_a_maximal_invariant_of_changes_of_scale() {
    is_invariant(&ratios().map());
    let x = vec![1.0, -2.0, 0.0];
    assert_eq!(ratios().transporter(&x, &vec![3.0, -6.0, 0.0]), Some(3.0));
    assert!(!ratios().same_orbit(&x, &vec![-1.0, 2.0, 0.0]));
}

#[test]
fn the_configuration_is_a_maximal_invariant_of_location_and_scale() {
    let x = vec![1.0, 2.0, 4.0];
    let moved = vec![-3.0, 3.0, 15.0];
    let carries = LocationScale {
        scale: 6.0,
        location: -9.0,
    };
    assert_eq!(configuration().transporter(&x, &moved), Some(carries));
    // in a mirror it is another orbit
    assert!(!configuration().same_orbit(&x, &vec![-1.0, -2.0, -4.0]));
    assert!(matches!(
        configuration().at(&vec![2.0, 2.0]),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        configuration().at(&vec![-1e308, 1e308]),
        Err(Refusal::Overflow(_))
    ));

    // a sample that is small beside the shift has lost its shape to rounding: samples and changes in the open
    let changes: Vec<_> = line().corners().into_iter().filter(is_tame).collect();
    let mut pairs = Vec::new();
    for case in 0..50 {
        let family = Errors::Cauchy.location_scale(2 + case as usize % 7);
        let x = family.draw(&line().identity(), &mut random_of_case(1, case));
        for g in &changes {
            let moved = GSet::<AffineLine>::act(&Power::new(reals()), g, &x);
            let separated = configuration().separates(&x, &moved);
            separated.unwrap_or_else(|violation| panic!("{violation}"));
            assert!(configuration().same_orbit(&x, &moved));
            pairs.push((*g, x.clone()));
        }
    }
    configuration().map().verify(pairs).unwrap();
}

#[test]
fn the_gram_matrix_is_a_maximal_invariant_of_rotations_and_reflections() {
    is_invariant(&gram::<2>().map());
    is_invariant(&gram::<3>().map());
    let o3 = Orthogonal::<3>::default();
    let clouds = [
        vec![
            point![1.0, 2.0, 3.0],
            point![-1.0, 0.0, 5.0],
            point![2.0, 2.0, 2.0],
            point![0.0, 1.0, 0.0],
        ],
        vec![point![1.0, 2.0, 3.0], point![2.0, 4.0, 6.0]], // on one line
        vec![point![0.0, 0.0, 0.0]],
        vec![point![1e-12, 0.0, 0.0], point![0.0, 2e-12, 0.0]],
        vec![
            point![1e12, 0.0, 0.0],
            point![0.0, 2e12, 0.0],
            point![1e12, 1e12, 1e12],
        ],
    ];
    for x in &clouds {
        for g in o3.corners() {
            let moved = GSet::<Orthogonal<3>>::act(&Power::new(Points::<3>::default()), &g, x);
            assert!(gram().same_orbit(x, &moved));
            gram()
                .separates(x, &moved)
                .unwrap_or_else(|violation| panic!("{violation}"));
        }
    }
    // the distances from the origin alone do not separate: the angle is free
    let norms = MaximalInvariant::new(
        o3,
        Power::new(Points::<3>::default()),
        Power::new(reals()),
        |x: &Vec<nalgebra::Point3<f64>>| x.iter().map(|p| p.coords.norm()).collect::<Vec<f64>>(),
        |x: &Vec<_>, y: &Vec<_>| gram::<3>().transporter(x, y).or(Some(o3.identity())),
    );
    is_invariant(&norms.map());
    let [right, flat] = [vector![0.0, 1.0, 0.0], vector![1.0, 0.0, 0.0]]
        .map(|v| vec![point![1.0, 0.0, 0.0], v.into()]);
    assert_eq!(
        norms.separates(&right, &flat).unwrap_err().law(),
        "separating"
    );
}

#[test]
fn order_statistics_are_a_maximal_invariant_of_permutations() {
    let (s3, samples) = (Symmetric::new(3), Power::new(reals()).of_length(3));
    is_invariant(&order_statistics(3).map());
    for x in [
        vec![3.0, 1.0, 2.0],
        vec![1.0, 1.0, 2.0],
        vec![5.0, 5.0, 5.0],
    ] {
        for g in s3.elements() {
            let moved = GSet::<Symmetric>::act(&Permuted(samples), &g, &x);
            order_statistics(3).separates(&x, &moved).unwrap();
        }
    }
    assert!(!order_statistics(3).same_orbit(&vec![1.0, 1.0, 2.0], &vec![1.0, 2.0, 2.0]));
    // the sum does not separate
    let sum = MaximalInvariant::new(
        s3,
        Permuted(samples),
        reals(),
        |x: &Vec<f64>| x.iter().sum::<f64>(),
        |_: &Vec<f64>, _: &Vec<f64>| Some(Permutation::identity(3)),
    );
    assert!(
        sum.separates(&vec![1.0, 1.0, 4.0], &vec![2.0, 2.0, 2.0])
            .is_err()
    );
}

/// Invariants that are not maximal: they agree at points of different orbits.
#[test]
fn what_does_not_separate_is_refused() {
    let shift = |x: &Vec<f64>, y: &Vec<f64>| Some(y[0] - x[0]);
    // the sizes of the steps forget the directions
    let steps = MaximalInvariant::new(
        reals(),
        Power::new(reals()),
        Power::new(reals()).of_lengths(0..=usize::MAX),
        |x: &Vec<f64>| {
            x.windows(2)
                .map(|pair| (pair[1] - pair[0]).abs())
                .collect::<Vec<f64>>()
        },
        shift,
    );
    is_invariant(&steps.map());
    let violation = steps
        .separates(&vec![0.0, 1.0, 2.0], &vec![0.0, 1.0, 0.0])
        .unwrap_err();
    assert_eq!(violation.law(), "separating");
    steps
        .separates(&vec![0.0, 1.0, 2.0], &vec![5.0, 6.0, 7.0])
        .unwrap();

    // the standard deviation alone, without the configuration
    let deviation = MaximalInvariant::new(
        reals(),
        Power::new(reals()),
        reals(),
        |x: &Vec<f64>| {
            let mean = x.iter().sum::<f64>() / x.len() as f64;
            (x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / x.len() as f64).sqrt()
        },
        shift,
    );
    is_invariant(&deviation.map());
    let violation = deviation
        .separates(&vec![0.0, 2.0], &vec![1.0, 3.0, 1.0, 3.0])
        .unwrap_err();
    assert_eq!(violation.law(), "separating");
    assert!(
        deviation
            .separates(&vec![0.0, 2.0, 0.0, 2.0], &vec![0.0, 0.0, 2.0, 2.0])
            .is_err()
    );

    // and what says that there is no transporter where the value is the same
    let none = MaximalInvariant::new(
        reals(),
        Power::new(reals()),
        reals(),
        |_: &Vec<f64>| 0.0,
        |_: &Vec<f64>, _: &Vec<f64>| None,
    );
    assert!(none.separates(&vec![0.0], &vec![1.0]).is_err());
}

/// The parameters of a transformation family are one orbit; the means of normal vectors are many under
/// rotations, one for each distance from the origin.
#[test]
fn orbits_of_parameters_are_told_apart() {
    let parameters = one_orbit(line());
    let elements = line().corners();
    for g in &elements {
        for h in &elements {
            assert!(parameters.same_orbit(g, h));
            parameters
                .separates(g, h)
                .unwrap_or_else(|violation| panic!("{violation}"));
        }
    }
    let norm = gram::<3>();
    assert!(norm.same_orbit(&vec![point![3.0, 0.0, 4.0]], &vec![point![0.0, -5.0, 0.0]]));
    assert!(!norm.same_orbit(&vec![point![3.0, 0.0, 4.0]], &vec![point![0.0, -6.0, 0.0]]));
}
