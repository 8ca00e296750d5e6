//! Minimum-risk equivariant estimators of points and rotations: values by other methods, laws, refusals.

use equivariant::groups::SpecialOrthogonal;
use equivariant::statistics::claim::{EuclideanLocation, Orientation};
use equivariant::statistics::density::{
    Cauchy, CustomSpherical, Density, Laplace, Logistic, MatrixFisher, Normal, SphericalDensity,
    Student, Tail,
};
use equivariant::statistics::multivariate::CentreOfMass;
use equivariant::statistics::pitman::{
    Method, PitmanCoordinates, PitmanLocation, PitmanPoint, PitmanRotation,
};
use equivariant::statistics::rotation::ChordalMean;
use equivariant::statistics::{Estimator, Refusal};
use equivariant::{Check, HaarMeasure, LieGroup};
use nalgebra::{Matrix3, Point, Point1, Point2, Rotation3, point};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::check::{check, holds};

const PLANE: [Point2<f64>; 5] = [
    point![0.0, 0.0],
    point![1.0, 0.25],
    point![-0.5, 1.0],
    point![1.25, 1.5],
    point![9.0, -4.0],
];

/// That the value is this one, within the bound that is given with it.
fn is_known<F: SphericalDensity, const D: usize>(
    density: F,
    sample: &[Point<f64, D>],
    known: Point<f64, D>,
) {
    let name = density.name();
    let estimate = PitmanPoint::new(density).evaluate(sample).unwrap();
    let error = (estimate.value - known).norm();
    let size = known.coords.norm().max(1.0);
    assert!(
        error <= 1e-12 && error <= estimate.bound + f64::EPSILON * size,
        "{name}: {estimate:?}, off by {error:e}"
    );
    assert_eq!(estimate.method, Method::Quadrature);
}

/// By in_space.py.
#[test]
#[allow(clippy::excessive_precision)]
fn points_agree_with_seventeen_digits() {
    let t3 = Student::new(3.0).unwrap();
    is_known(
        Cauchy,
        &PLANE,
        point![0.503532072600527795, 0.588177817044828798],
    );
    is_known(
        t3,
        &PLANE,
        point![0.555463567126488906, 0.591754083960468414],
    );
    let space = [
        point![0.0, 0.0, 0.0],
        point![1.0, 0.25, -1.0],
        point![-0.5, 1.0, 0.5],
        point![2.0, 1.5, 0.25],
    ];
    is_known(
        t3,
        &space,
        point![
            0.544958214877115643,
            0.616776363047103061,
            -0.089547806583087945
        ],
    );
}

/// Two modes, each with half of the observations; by in_space.py.
#[test]
#[allow(clippy::excessive_precision)]
fn modes_that_are_apart_are_integrated_both() {
    let far = [
        point![0.0, 0.0],
        point![0.5, 0.25],
        point![-0.25, 1.0],
        point![40.0, 41.0],
        point![41.0, 40.0],
        point![40.5, 39.0],
    ];
    let estimate = PitmanPoint::new(Cauchy).evaluate(&far).unwrap();
    let known = point![10.970961235159269664, 11.034584061406924649];
    let error = (estimate.value - known).norm();
    assert!(error <= 1e-12 * known.coords.norm(), "{estimate:?}");
    assert!(error <= estimate.bound, "{estimate:?}, off by {error:e}");
}

#[test]
fn on_the_line_the_estimator_is_that_of_a_location() {
    let samples: [&[f64]; 4] = [
        &[0.3, -1.2, 4.0, 0.9, -0.1],
        &[0.0, 0.0, 0.0, 1.0, 1.0, 1e6],
        &[-1e6, 1e6, 3.0, 5.0, 4.0, 4.5],
        &[1e3, 1e3 + 1.0, 0.0, 1.0, 2.0, 1e3 + 2.0],
    ];
    for sample in samples {
        let points: Vec<Point1<f64>> = sample.iter().map(|&x| point![x]).collect();
        let on_line = PitmanLocation::new(Cauchy).evaluate(sample).unwrap();
        let in_space = PitmanPoint::new(Cauchy).evaluate(&points).unwrap();
        let error = (on_line.value - in_space.value.x).abs();
        let bound = on_line.bound + in_space.bound;
        assert!(error <= bound, "{sample:?}: {on_line:?} {in_space:?}");
        assert!(bound <= 2e-12 * on_line.value.abs().max(1.0), "{bound:e}");
    }
}

/// The t density of the plane, as somebody would write it down who does not know that it is here.
fn own_t3() -> CustomSpherical<impl Fn(f64) -> f64 + Copy> {
    let log_density = |r: f64| -2.5 * (r * r / 3.0).ln_1p();
    CustomSpherical::new("own", log_density, Tail::Power { exponent: 5.0 })
}

#[test]
fn a_density_of_ones_own_gives_the_same() {
    let t3 = PitmanPoint::new(Student::new(3.0).unwrap())
        .evaluate(&PLANE)
        .unwrap();
    let own = PitmanPoint::new(own_t3()).evaluate(&PLANE).unwrap();
    assert!((t3.value - own.value).norm() <= t3.bound + own.bound);
    // in other units
    let scaled = PLANE.map(|x| x * 1e-9);
    let small = PitmanPoint::new(own_t3()).with_scale(1e-9).unwrap();
    let small = small.evaluate(&scaled).unwrap();
    assert!((small.value - own.value * 1e-9).norm() <= small.bound + own.bound * 1e-9);
}

/// exp(−‖ε‖) is not smooth at 0, and the likelihood at no observation.
#[test]
fn cones_are_integrated() {
    let cone = CustomSpherical::new("cone", |r: f64| -r, Tail::Exponential { rate: 1.0 });
    let corners = [
        point![1.0, 0.0],
        point![0.0, 1.0],
        point![-1.0, 0.0],
        point![0.0, -1.0],
    ];
    let estimate = PitmanPoint::new(cone).evaluate(&corners).unwrap();
    let error = estimate.value.coords.norm();
    assert!(error <= estimate.bound && error < 1e-13, "{estimate:?}");
}

#[test]
fn points_move_with_motions_and_mirrors() {
    check(PitmanPoint::<_, 2>::new(Normal), 64).unwrap();
    let estimator = PitmanPoint::<_, 2>::new(Student::new(5.0).unwrap());
    let check_once = Check::default().cases(8).seed(1); // every case is many integrals
    check_once.equivariant(&estimator.equivariant()).unwrap();
    check(
        PitmanCoordinates::new([PitmanLocation::new(Laplace); 3]).unwrap(),
        16,
    )
    .unwrap();
}

/// An estimator, with the claim that it moves with motions.
#[derive(Clone)]
struct WithMotions<F>(F);

impl<F: Fn(&[Point2<f64>]) -> Result<Point2<f64>, Refusal>> Estimator for WithMotions<F> {
    type Claim = EuclideanLocation<2>;

    fn claim(&self) -> Self::Claim {
        EuclideanLocation { unit: 1.0 }
    }

    fn name(&self) -> String {
        "mutant".to_owned()
    }

    fn estimate(&self, sample: &[Point2<f64>]) -> Result<Point2<f64>, Refusal> {
        (self.0)(sample)
    }
}

#[test]
fn independent_errors_have_axes() {
    let coordinates = PitmanCoordinates::new([PitmanLocation::new(Laplace); 2]).unwrap();
    let mutant = WithMotions(move |sample: &[Point2<f64>]| coordinates.estimate(sample));
    assert!(check(mutant, 64).is_err());
    let normal = PitmanCoordinates::new([PitmanLocation::new(Normal); 2]).unwrap();
    check(
        WithMotions(move |sample: &[Point2<f64>]| normal.estimate(sample)),
        64,
    )
    .unwrap();
}

/// The integral over a box that does not move.
#[test]
fn a_fixed_box_of_integration_is_refused() {
    let in_box = |sample: &[Point2<f64>]| {
        if sample.is_empty() {
            return Err(Refusal::Empty);
        }
        let side = (-40..=40).map(|i| f64::from(i) * 0.25);
        let (mut mass, mut moment) = (0.0, nalgebra::Vector2::zeros());
        for t in side
            .clone()
            .flat_map(|x| side.clone().map(move |y| point![x, y]))
        {
            let factor = |x: &Point2<f64>| 1.0 + (x - t).norm_squared();
            let weight: f64 = sample.iter().map(factor).product::<f64>().powf(-1.5);
            mass += weight;
            moment += t.coords * weight;
        }
        Ok(Point::from(moment / mass))
    };
    assert!(check(WithMotions(in_box), 16).is_err());
}

#[test]
fn what_has_no_best_estimator_is_refused() {
    let pair = [point![0.0, 0.0], point![1.0, 0.0]];
    let refused = PitmanPoint::new(Cauchy).estimate(&pair);
    assert!(matches!(refused, Err(Refusal::Nonexistent(_))));
    let t3 = PitmanPoint::new(Student::new(3.0).unwrap());
    assert_eq!(t3.estimate(&pair), Ok(point![0.5, 0.0]));
    let four = [Point::<f64, 4>::origin(); 5];
    let refused = PitmanPoint::new(Cauchy).estimate(&four);
    assert!(matches!(refused, Err(Refusal::Unsupported(_))));
    assert_eq!(
        PitmanPoint::<_, 4>::new(Normal).estimate(&four),
        Ok(four[0])
    );
    let disc = |r: f64| if r <= 1.0 { 0.0 } else { f64::NEG_INFINITY };
    let disc = PitmanPoint::new(CustomSpherical::new("disc", disc, Tail::Bounded));
    assert!(disc.estimate(&PLANE).is_err());
    let unknown = CustomSpherical::new("unknown", |_| f64::NAN, Tail::Light);
    assert!(PitmanPoint::new(unknown).estimate(&PLANE).is_err());
    let huge = [point![1e300, 0.0], point![-1e300, 0.0], point![0.0, 0.0]];
    assert!(matches!(
        PitmanPoint::new(Student::new(3.0).unwrap()).estimate(&huge),
        Err(Refusal::Overflow(_))
    ));
    assert_eq!(
        PitmanPoint::<_, 2>::new(Cauchy).estimate(&[]),
        Err(Refusal::Empty)
    );
    let nan = PitmanPoint::new(Cauchy).estimate(&[point![0.0, f64::NAN]]);
    assert!(matches!(nan, Err(Refusal::NotFinite { index: 0, .. })));
    let absolute = equivariant::statistics::decision::LocationLoss::Absolute;
    let median = PitmanLocation::new(Normal).under(absolute).unwrap();
    let refused = PitmanCoordinates::new([PitmanLocation::new(Normal), median]);
    assert_eq!(refused.unwrap_err().coordinate, 1);
}

/// Each coordinate is the estimate of a location, with its own density and scale.
#[test]
fn coordinates_are_estimated_one_by_one() {
    let logistic: Box<dyn Density> = Box::new(Logistic);
    let cauchy: Box<dyn Density> = Box::new(Cauchy);
    let second = PitmanLocation::new(cauchy).with_scale(0.5).unwrap();
    let both = PitmanCoordinates::new([PitmanLocation::new(logistic), second]).unwrap();
    let estimate = both.evaluate(&PLANE).unwrap();
    let of = |j: usize| PLANE.map(|x| x[j]);
    let first = PitmanLocation::new(Logistic).evaluate(&of(0)).unwrap();
    let second = PitmanLocation::new(Cauchy).with_scale(0.5).unwrap();
    let second = second.evaluate(&of(1)).unwrap();
    assert_eq!(estimate.value, point![first.value, second.value]);
    assert_eq!(estimate.bound, first.bound.max(second.bound));
    assert_eq!(both.name(), "Pitman, independent logistic, Cauchy");
}

/// The squared errors of two estimators on the same samples of spherical t errors.
#[test]
fn heavy_tails_make_it_better_than_the_mean() {
    use rand_distr::{ChiSquared, Distribution, StandardNormal};
    let mut random = StdRng::seed_from_u64(4);
    let freedom = ChiSquared::new(3.0).unwrap();
    let mut error = || {
        let square: f64 = freedom.sample(&mut random) / 3.0;
        let length = square.sqrt();
        let mut normal = || -> f64 { StandardNormal.sample(&mut random) };
        point![normal() / length, normal() / length]
    };
    let estimator = PitmanPoint::new(Student::new(3.0).unwrap());
    let cases = 400;
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..cases {
        let sample: Vec<Point2<f64>> = (0..4).map(|_| error()).collect();
        let [best, mean] = [estimator.estimate(&sample), CentreOfMass.estimate(&sample)]
            .map(|estimate| estimate.unwrap().coords.norm_squared());
        let gain = mean - best;
        sum += gain;
        squares += gain * gain;
    }
    let n = f64::from(cases);
    let error = ((squares / n - (sum / n).powi(2)) / n).sqrt();
    assert!(sum / n > 3.0 * error, "{} ± {error}", sum / n);
}

fn skewed() -> MatrixFisher {
    let f = Matrix3::new(2.0, 0.5, 0.0, -0.25, 1.0, 0.3, 0.1, 0.0, 0.7);
    MatrixFisher::new(f).unwrap()
}

fn turned() -> Vec<Rotation3<f64>> {
    [[0.1, 0.2, 0.3], [-0.5, 0.4, 1.0], [0.9, -0.2, 2.0]]
        .map(|[roll, pitch, yaw]| Rotation3::from_euler_angles(roll, pitch, yaw))
        .to_vec()
}

/// ∫ R L(R) dR over Euler angles about z, y and z: periodic in two of them, a polynomial of moderate
/// degree in the cosine of the third.
fn mean_by_euler_angles(errors: &MatrixFisher, sample: &[Rotation3<f64>]) -> Matrix3<f64> {
    use gauss_quad::GaussLegendre;
    use nalgebra::Vector3;
    const ANGLES: u32 = 48;
    let about_z = |k: u32| {
        let angle = std::f64::consts::TAU * f64::from(k) / f64::from(ANGLES);
        Rotation3::from_axis_angle(&Vector3::z_axis(), angle)
    };
    let rule = GaussLegendre::new(48.try_into().unwrap());
    let (mut mean, mut mass) = (Matrix3::zeros(), 0.0);
    for &(cosine, weight) in &rule {
        let tilt = Rotation3::from_axis_angle(&Vector3::y_axis(), f64::acos(cosine));
        for (alpha, gamma) in (0..ANGLES).flat_map(|a| (0..ANGLES).map(move |c| (a, c))) {
            let r = about_z(alpha) * tilt * about_z(gamma);
            let terms = sample.iter().map(|x| errors.log_kernel(&(r.inverse() * x)));
            let likelihood = weight * terms.sum::<f64>().exp();
            mean += r.matrix() * likelihood;
            mass += likelihood;
        }
    }
    mean / mass
}

#[test]
fn the_rotation_is_nearest_to_the_mean_of_the_likelihood() {
    let sample = turned();
    for errors in [skewed(), MatrixFisher::concentrated(3.0).unwrap()] {
        let mean = mean_by_euler_angles(&errors, &sample);
        let svd = mean.svd(true, true);
        let polar = svd.u.unwrap() * svd.v_t.unwrap();
        assert!(polar.determinant() > 0.0);
        let estimate = PitmanRotation::new(errors).estimate(&sample).unwrap();
        assert!((estimate.matrix() - polar).norm() < 1e-13);
    }
    // where there is no preferred axis it is the chordal mean
    let round = PitmanRotation::new(MatrixFisher::concentrated(1e9).unwrap());
    let chordal = ChordalMean.estimate(&sample).unwrap();
    assert!((round.estimate(&sample).unwrap().matrix() - chordal.matrix()).norm() < 1e-15);
}

#[test]
fn rotations_move_from_the_left() {
    holds(PitmanRotation::new(skewed()));
}

/// [`PitmanRotation`] with the claim that it moves from the right, too.
#[derive(Clone)]
struct FromBothSides(PitmanRotation);

impl Estimator for FromBothSides {
    type Claim = Orientation;

    fn claim(&self) -> Orientation {
        Orientation
    }

    fn name(&self) -> String {
        self.0.name()
    }

    fn estimate(&self, sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
        self.0.estimate(sample)
    }
}

#[test]
fn from_the_right_only_without_preferred_axes() {
    let round = MatrixFisher::concentrated(3.0).unwrap();
    holds(FromBothSides(PitmanRotation::new(round)));
    assert!(check(FromBothSides(PitmanRotation::new(skewed())), 64).is_err());
}

/// With errors that have a preferred axis the chordal mean moves along, and has the larger risk.
#[test]
fn the_chordal_mean_is_worse_under_errors_with_an_axis() {
    let f = Matrix3::from_diagonal(&[12.0, 1.0, 0.25].into());
    let errors = MatrixFisher::new(f).unwrap();
    let so3 = SpecialOrthogonal::<3>::default();
    let mut random = StdRng::seed_from_u64(5);
    let highest = errors.log_kernel(&Rotation3::identity());
    let mut draw = || {
        use rand::RngExt;
        loop {
            let r = so3.sample(&mut random);
            if random.random_range(0.0..1.0) < (errors.log_kernel(&r) - highest).exp() {
                return r;
            }
        }
    };
    let best = PitmanRotation::new(errors);
    let cases = 2000;
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..cases {
        let sample: Vec<Rotation3<f64>> = (0..4).map(|_| draw()).collect();
        let loss = |r: Rotation3<f64>| (r.matrix() - Matrix3::identity()).norm_squared();
        let gain =
            loss(ChordalMean.estimate(&sample).unwrap()) - loss(best.estimate(&sample).unwrap());
        sum += gain;
        squares += gain * gain;
    }
    let n = f64::from(cases);
    let error = ((squares / n - (sum / n).powi(2)) / n).sqrt();
    assert!(sum / n > 3.0 * error, "{} ± {error}", sum / n);
}

#[test]
fn rotations_that_cannot_be_told_apart_are_refused() {
    let sample = turned();
    let nothing = PitmanRotation::new(MatrixFisher::concentrated(0.0).unwrap());
    assert!(matches!(
        nothing.estimate(&sample),
        Err(Refusal::Degenerate(_))
    ));
    let axis = MatrixFisher::new(Matrix3::from_diagonal(&[5.0, 0.0, 0.0].into())).unwrap();
    let refused = PitmanRotation::new(axis).estimate(&sample);
    assert!(matches!(refused, Err(Refusal::Degenerate(_))));
    let best = PitmanRotation::new(skewed());
    assert_eq!(best.estimate(&[]), Err(Refusal::Empty));
    let mirror = Rotation3::from_matrix_unchecked(-Matrix3::identity());
    assert!(matches!(
        best.estimate(&[mirror]),
        Err(Refusal::OutsideSupport { index: 0, .. })
    ));
    assert_eq!(SpecialOrthogonal::<3>::default().dimension(), 3);
}
