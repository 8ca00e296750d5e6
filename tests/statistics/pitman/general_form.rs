//! All minimum-risk equivariant estimators as what they are: the decision a with the least
//! ∫ L(g, a) p(g⁻¹·x) dν(g) for the right Haar measure ν, here a plain sum over many group elements.

use equivariant::LieGroup;
use equivariant::group::HaarDensity;
use equivariant::groups::{AffineLine, LocationScale, LowerTriangular, PositiveReals};
use equivariant::sets::Reals;
use equivariant::statistics::covariance::SteinCovariance;
use equivariant::statistics::decision::{LocationLoss, ScaleLoss};
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;
use equivariant::statistics::{Estimator, covariance::stein_loss};
use nalgebra::{Matrix2, Point2, Rotation3, Vector2, Vector3, point, vector};

const SAMPLE: [f64; 5] = [0.25, -1.5, 2.75, 0.5, 0.125];

/// Group elements with the weights of the posterior.
struct Posterior<T>(Vec<(T, f64)>);

impl<T> Posterior<T> {
    /// From elements, with the density of the Haar measure in the numbers whose grid they are on, and
    /// the logarithm of the likelihood.
    fn new(
        elements: impl Iterator<Item = T>,
        measure: impl Fn(&T) -> f64,
        log_likelihood: impl Fn(&T) -> f64,
    ) -> Self {
        let weighted: Vec<(T, f64)> = elements
            .map(|g| {
                let log = log_likelihood(&g) + measure(&g).ln();
                (g, log)
            })
            .collect();
        let logs = weighted.iter().map(|(_, log)| *log);
        let peak = logs.fold(f64::NEG_INFINITY, f64::max);
        let of_peak = weighted.into_iter().map(|(g, log)| (g, (log - peak).exp()));
        Posterior(of_peak.collect())
    }

    /// Σ L(g, a) p(g⁻¹·x) ν(g)
    fn risk<A>(&self, loss: impl Fn(&T, &A) -> f64, a: &A) -> f64 {
        let mass: f64 = self.0.iter().map(|(_, weight)| weight).sum();
        let terms = self.0.iter().map(|(g, weight)| weight * loss(g, a));
        terms.sum::<f64>() / mass
    }
}

/// How far the minimum is from `at`, along a curve through it that is there at 0, by a parabola through
/// three points.
fn offset<A>(risk: impl Fn(&A) -> f64, curve: impl Fn(f64) -> A) -> f64 {
    const STEP: f64 = 1e-3;
    let [below, here, above] = [-STEP, 0.0, STEP].map(|h| risk(&curve(h)));
    let curvature = above + below - 2.0 * here;
    assert!(curvature > 0.0, "no minimum: {below} {here} {above}");
    0.5 * STEP * (below - above) / curvature
}

fn grid(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> + Clone {
    let count = ((to - from) / step).round() as i32;
    (0..=count).map(move |k| from + step * f64::from(k))
}

#[test]
fn locations_are_least_under_every_loss() {
    let line = Reals::<f64>::default();
    let log_likelihood = |t: &f64| SAMPLE.iter().map(|x| Logistic.log_density(x - t)).sum();
    let elements = grid(-30.0, 30.0, 1e-3);
    let posterior = Posterior::new(elements, |t| line.right_haar(t), log_likelihood);
    for loss in [
        LocationLoss::Squared,
        LocationLoss::Absolute,
        LocationLoss::Huber { k: 0.5 },
        LocationLoss::Linex { a: 0.75 },
    ] {
        let estimator = PitmanLocation::new(Logistic).under(loss).unwrap();
        let best = estimator.estimate(&SAMPLE).unwrap();
        let of = |t: &f64, a: &f64| {
            let u = a - t;
            match loss {
                LocationLoss::Squared => u * u,
                LocationLoss::Absolute => u.abs(),
                LocationLoss::Huber { k } if u.abs() <= k => 0.5 * u * u,
                LocationLoss::Huber { k } => k * (u.abs() - 0.5 * k),
                LocationLoss::Linex { a } => (a * u).exp() - a * u - 1.0,
                LocationLoss::ZeroOne => f64::NAN,
            }
        };
        let off = offset(|a| posterior.risk(of, a), |h| best + h);
        // the absolute loss has a kink at every node
        let allowed = if loss == LocationLoss::Absolute {
            1e-3
        } else {
            1e-6
        };
        assert!(off.abs() < allowed, "{loss:?}: {off:e}");
    }
}

#[test]
fn scales_are_least_under_every_loss() {
    let scales = PositiveReals::<f64>::default();
    let elements = grid(-7.0, 14.0, 1e-3).map(f64::exp);
    let log_likelihood = |s: &f64| {
        let term = |x: &f64| Cauchy.log_density(x / s) - s.ln();
        SAMPLE.iter().map(term).sum()
    };
    // the grid is one of log s, and ds = s d log s
    let posterior = Posterior::new(elements, |s| scales.right_haar(s) * s, log_likelihood);
    for loss in [ScaleLoss::Squared, ScaleLoss::Stein, ScaleLoss::SquaredLog] {
        let estimator = PitmanScale::new(Cauchy).under(loss);
        let best = estimator.estimate(&SAMPLE).unwrap();
        let of = |s: &f64, a: &f64| scale_loss(loss, a / s);
        let off = offset(|a| posterior.risk(of, a), |h| best * h.exp());
        assert!(off.abs() < 2e-6, "{loss:?}: {off:e}");
    }
}

fn scale_loss(loss: ScaleLoss, ratio: f64) -> f64 {
    match loss {
        ScaleLoss::Squared => (ratio - 1.0).powi(2),
        ScaleLoss::Stein => ratio - ratio.ln() - 1.0,
        ScaleLoss::SquaredLog => ratio.ln().powi(2),
    }
}

/// Locations and scales on a grid of log a and of b/a.
fn location_scales() -> impl Iterator<Item = LocationScale<f64>> {
    grid(-4.0, 6.0, 0.04).flat_map(|log_scale| {
        let scale = log_scale.exp();
        grid(-30.0, 30.0, 0.05).map(move |z| LocationScale {
            location: scale * z,
            scale,
        })
    })
}

#[test]
fn locations_and_scales_are_least_under_the_right_measure_and_not_under_the_left() {
    let line = AffineLine::<f64>::default();
    let log_likelihood = |g: &LocationScale<f64>| {
        let term = |x: &f64| Logistic.log_density((x - g.location) / g.scale) - g.scale.ln();
        SAMPLE.iter().map(term).sum()
    };
    // da db = a² d log a d(b/a)
    let volume = |g: &LocationScale<f64>| g.scale * g.scale;
    let right = |g: &LocationScale<f64>| line.right_haar(g) * volume(g);
    let left = |g: &LocationScale<f64>| line.left_haar(g) * volume(g);
    let right = Posterior::new(location_scales(), right, log_likelihood);
    let left = Posterior::new(location_scales(), left, log_likelihood);
    let location = PitmanLocationOfSpread::new(Logistic);
    let location = location.estimate(&SAMPLE).unwrap();
    let of_location = |g: &LocationScale<f64>, a: &f64| ((a - g.location) / g.scale).powi(2);
    let off = offset(|a| right.risk(of_location, a), |h| location + h);
    assert!(off.abs() < 1e-6, "location: {off:e}");
    let off = offset(|a| left.risk(of_location, a), |h| location + h);
    assert!(off.abs() > 1e-4, "left Haar measure: {off:e}");
    for loss in [ScaleLoss::Squared, ScaleLoss::Stein, ScaleLoss::SquaredLog] {
        let spread = PitmanSpread::new(Logistic).under(loss);
        let spread = spread.estimate(&SAMPLE).unwrap();
        let of_spread = |g: &LocationScale<f64>, a: &f64| scale_loss(loss, a / g.scale);
        let off = offset(|a| right.risk(of_spread, a), |h| spread * h.exp());
        assert!(off.abs() < 2e-6, "{loss:?}: {off:e}");
        let off = offset(|a| left.risk(of_spread, a), |h| spread * h.exp());
        assert!(off.abs() > 0.1, "left Haar measure, {loss:?}: {off:e}");
    }
}

#[test]
fn directions_are_least() {
    let density = WrappedCauchy::new(0.6).unwrap();
    let elements = grid(
        0.0,
        2.0 * std::f64::consts::PI,
        std::f64::consts::PI / 500.0,
    )
    .skip(1);
    let log_likelihood = |t: &f64| SAMPLE.iter().map(|x| density.log_density(x - t)).sum();
    let posterior = Posterior::new(elements, |_| 1.0, log_likelihood);
    let best = PitmanDirection::new(density).estimate(&SAMPLE).unwrap();
    let off = offset(
        |a| posterior.risk(|t: &f64, a: &f64| 1.0 - (a - t).cos(), a),
        |h| best + h,
    );
    assert!(off.abs() < 1e-6, "{off:e}");
}

#[test]
fn points_are_least() {
    let sample: [Point2<f64>; 4] = [
        point![0.0, 0.0],
        point![1.0, 0.25],
        point![-0.5, 1.0],
        point![3.0, -2.0],
    ];
    let t3 = Student::new(3.0).unwrap();
    let elements =
        grid(-12.0, 12.0, 0.05).flat_map(|x| grid(-12.0, 12.0, 0.05).map(move |y| point![x, y]));
    let log_likelihood = |t: &Point2<f64>| {
        let squares = sample.map(|x| (x - t).norm_squared());
        t3.log_likelihood(&squares, 2)
    };
    let posterior = Posterior::new(elements, |_| 1.0, log_likelihood);
    let best = PitmanPoint::new(t3).estimate(&sample).unwrap();
    for direction in [vector![1.0, 0.0], vector![0.0, 1.0]] {
        let off = offset(
            |a| posterior.risk(|t: &Point2<f64>, a: &Point2<f64>| (a - t).norm_squared(), a),
            |h| best + h * direction,
        );
        assert!(off.abs() < 1e-5, "{off:e}"); // what is beyond the grid
    }
}

/// Rotations by Euler angles on a grid that is periodic in two of them.
fn rotations() -> impl Iterator<Item = (Rotation3<f64>, f64)> {
    use gauss_quad::GaussLegendre;
    let rule = GaussLegendre::new(32.try_into().unwrap());
    let tilts: Vec<(f64, f64)> = rule.iter().copied().collect();
    let turns = || (0..32).map(|k| std::f64::consts::PI * f64::from(k) / 16.0);
    tilts.into_iter().flat_map(move |(cosine, weight)| {
        let tilt = Rotation3::from_axis_angle(&Vector3::y_axis(), f64::acos(cosine));
        let pairs = turns().flat_map(move |alpha| turns().map(move |gamma| (alpha, gamma)));
        pairs.map(move |(alpha, gamma)| {
            let about_z = |angle| Rotation3::from_axis_angle(&Vector3::z_axis(), angle);
            (about_z(alpha) * tilt * about_z(gamma), weight)
        })
    })
}

#[test]
fn rotations_are_least() {
    let f = nalgebra::Matrix3::new(2.0, 0.5, 0.0, -0.25, 1.0, 0.3, 0.1, 0.0, 0.7);
    let errors = MatrixFisher::new(f).unwrap();
    let sample = [[0.1, 0.2, 0.3], [-0.5, 0.4, 1.0], [0.9, -0.2, 2.0]]
        .map(|[roll, pitch, yaw]| Rotation3::from_euler_angles(roll, pitch, yaw));
    let posterior = Posterior::new(
        rotations(),
        |(_, weight)| *weight,
        |(r, _)| {
            sample
                .iter()
                .map(|x| errors.log_kernel(&(r.inverse() * x)))
                .sum()
        },
    );
    let best = PitmanRotation::new(errors).estimate(&sample).unwrap();
    let loss = |(r, _): &(Rotation3<f64>, f64), a: &Rotation3<f64>| {
        (a.matrix() - r.matrix()).norm_squared()
    };
    for axis in [Vector3::x_axis(), Vector3::y_axis(), Vector3::z_axis()] {
        let off = offset(
            |a| posterior.risk(loss, a),
            |h| best * Rotation3::from_axis_angle(&axis, h),
        );
        assert!(off.abs() < 1e-6, "{off:e}");
    }
}

/// Covariance under triangular matrices: Σ = T Tᵀ, where x = T ε with ε normal.
#[test]
fn covariances_are_least() {
    let sample = [
        vector![1.0, 0.5],
        vector![-0.5, 1.0],
        vector![0.25, -2.0],
        vector![1.5, 1.0],
        vector![-0.75, 0.5],
    ];
    let group = LowerTriangular::<2>::default();
    let diagonal = || grid(-2.5, 4.0, 0.1).map(f64::exp);
    let elements = diagonal().flat_map(|a| {
        diagonal()
            .flat_map(move |c| grid(-8.0, 8.0, 0.2).map(move |z| Matrix2::new(a, 0.0, c * z, c)))
    });
    // the left Haar measure of t = (a, 0; b, c), da db dc/(a c²), is uniform in log a, b/c and log c
    let right = |t: &Matrix2<f64>| 1.0 / group.modular(t);
    let log_likelihood = |t: &Matrix2<f64>| {
        let term = |x: &Vector2<f64>| {
            let first = x.x / t[(0, 0)];
            let second = (x.y - t[(1, 0)] * first) / t[(1, 1)];
            -0.5 * (first * first + second * second) - (t[(0, 0)] * t[(1, 1)]).ln()
        };
        sample.iter().map(term).sum()
    };
    let posterior = Posterior::new(elements, right, log_likelihood);
    let best = SteinCovariance.estimate(&sample).unwrap();
    let root = best.cholesky().unwrap().l();
    let loss = |t: &Matrix2<f64>, a: &Matrix2<f64>| stein_loss(a, &(t * t.transpose())).unwrap();
    for direction in [
        Matrix2::new(1.0, 0.0, 0.0, 0.0),
        Matrix2::new(0.0, 0.0, 1.0, 0.0),
        Matrix2::new(0.0, 0.0, 0.0, 1.0),
    ] {
        let curve = |h: f64| {
            let moved = root * (Matrix2::identity() + direction * h);
            moved * moved.transpose()
        };
        let off = offset(|a| posterior.risk(loss, a), curve);
        assert!(off.abs() < 1e-4, "{off:e}"); // what is beyond the grid
    }
}
