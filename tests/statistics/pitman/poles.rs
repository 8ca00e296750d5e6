//! Locations under densities that are infinite at an end of their support.

use equivariant::statistics::decision::LocationLoss;
use equivariant::statistics::density::*;
use equivariant::statistics::pitman::*;
use equivariant::statistics::{Estimator, Refusal};

fn gamma(shape: f64) -> PitmanLocation<Gamma> {
    PitmanLocation::new(Gamma::new(shape).unwrap())
}

/// That a value is this one within 10⁻¹³ and within the bound.
fn is(estimate: Result<Estimate, Refusal>, known: f64, what: &str) {
    let estimate = estimate.unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
    let error = (estimate.value - known).abs();
    let most = estimate.bound + 4.0 * f64::EPSILON * known.abs();
    assert!(
        error <= 1e-13 * known.abs().max(1.0) && error <= most,
        "{what}: {estimate:?} is not {known}"
    );
}

/// With m equal observations c, u = c − θ is a gamma variable of shape q = 1 − m (1 − k) and rate m.
#[test]
fn ties_of_gamma_errors_of_small_shape() {
    for (m, shape) in [
        (1, 0.1),
        (1, 0.5),
        (1, 0.999),
        (2, 0.75),
        (3, 0.7),
        (9, 0.9),
        (40, 0.9755),
    ] {
        let n = f64::from(m);
        let q = 1.0 - n * (1.0 - shape);
        let sample = vec![3.0; m as usize];
        let what = format!("{m} ties, shape {shape}");
        let location = gamma(shape);
        is(location.evaluate(&sample), 3.0 - q / n, &what);
        for a in [0.5, -0.5, -1e-3, 1e-6, -20.0, 0.9] {
            // E e^(a u) = (1 − a/m)^(−q)
            let linex = location.under(LocationLoss::Linex { a }).unwrap();
            let known = 3.0 + q * (-a / n).ln_1p() / a;
            is(
                linex.evaluate(&sample),
                known,
                &format!("{what}, LINEX {a}"),
            );
        }
        let highest = location.under(LocationLoss::ZeroOne).unwrap();
        assert_eq!(highest.estimate(&sample), Ok(3.0));
        // clipped at e^(−40)
        let wide = location.under(LocationLoss::Huber { k: 40.0 }).unwrap();
        is(wide.evaluate(&sample), 3.0 - q / n, &what);
    }
}

#[test]
fn too_many_ties_have_no_mass() {
    for (m, shape) in [(2, 0.5), (2, 0.3), (4, 0.75), (50, 0.9)] {
        let mut sample = vec![-1.0; m];
        sample.push(4.0);
        let refused = gamma(shape).estimate(&sample);
        assert!(
            matches!(refused, Err(Refusal::Nonexistent(_))),
            "{m} {shape}: {refused:?}"
        );
        // ties of others than the smallest do not matter
        sample.push(-1.5);
        assert!(gamma(shape).estimate(&sample).is_ok(), "{m} {shape}");
    }
}

/// θ = x − u with E u = Γ(1 + 1/k) for a single observation.
#[test]
fn one_weibull_error() {
    for (shape, mean) in [(0.5, 2.0), (0.25, 24.0), (0.2, 120.0)] {
        let errors = Weibull::new(shape).unwrap();
        let one = PitmanLocation::new(errors).evaluate(&[1.0]);
        is(one, 1.0 - mean, &format!("shape {shape}"));
        // the median of u is (log 2)^(1/k)
        let location = PitmanLocation::new(errors);
        let median = location.under(LocationLoss::Absolute).unwrap();
        let known = 1.0 - std::f64::consts::LN_2.powf(1.0 / shape);
        is(median.evaluate(&[1.0]), known, &format!("shape {shape}"));
    }
}

/// Two observations at distance d, of shape ½: the density of u is e^(−2u)/√(u (u + d)), that of the
/// Bessel function e^d K₀(d), and E u = (d/2) (K₁(d)/K₀(d) − 1).
#[test]
fn two_gamma_errors_are_a_bessel_function() {
    let known = [
        (1e-12, 0.018_019_996_884_880_597),
        (1.0, 0.214_812_699_130_200_88),
        (100.0, 0.249_381_154_324_161_7),
    ];
    for (d, mean) in known {
        let estimate = gamma(0.5).evaluate(&[0.0, d]);
        is(estimate, -mean, &format!("distance {d}"));
    }
}

/// However near two observations are, they are no tie.
#[test]
fn near_ties_are_told_from_ties() {
    for shape in [0.3, 0.5, 0.75] {
        for d in [1e-3, 1e-15, 1e-60, 1e-200, 1e-290] {
            let near = gamma(shape).evaluate(&[0.0, d, 1.0]);
            assert!(near.is_ok(), "{shape} {d}: {near:?}");
        }
        let nearer = gamma(shape).estimate(&[0.0, 1e-320, 1.0]);
        assert!(matches!(nearer, Err(Refusal::Overflow(_))), "{nearer:?}");
    }
    let limit = gamma(0.75).estimate(&[0.0, 0.0, 1.0]).unwrap();
    let near = gamma(0.75).estimate(&[0.0, 1e-60, 1.0]).unwrap();
    assert!((near - limit).abs() < 1e-13, "{near} {limit}");
}

/// Shifts and scales, far outliers, and many observations.
#[test]
fn locations_beside_a_pole_at_every_scale() {
    let sample = [0.3, 1.2, 4.0, 0.9, 0.1];
    for shape in [0.3, 0.6, 0.95] {
        let gamma = Gamma::new(shape).unwrap();
        let weibull = Weibull::new(shape).unwrap();
        let values = [
            PitmanLocation::new(gamma).estimate(&sample).unwrap(),
            PitmanLocation::new(weibull).estimate(&sample).unwrap(),
        ];
        for scale in [1e-100, 1e-12, 1e12, 1e100] {
            let scaled = sample.map(|x| scale * x);
            let gamma = PitmanLocation::new(gamma).with_scale(scale).unwrap();
            let weibull = PitmanLocation::new(weibull).with_scale(scale).unwrap();
            let found = [gamma.estimate(&scaled), weibull.estimate(&scaled)];
            for (found, value) in found.into_iter().zip(values) {
                let found = found.unwrap() / scale;
                assert!((found - value).abs() < 1e-12, "{found} {value}");
            }
        }
        let far = [0.3, 1e9, 4.0, 1e6, 0.1];
        PitmanLocation::new(gamma).estimate(&far).unwrap();
        PitmanLocation::new(weibull).estimate(&far).unwrap();
        let many: Vec<f64> = (1..=1000).map(|i| f64::from(i).sqrt()).collect();
        PitmanLocation::new(gamma).estimate(&many).unwrap();
        PitmanLocation::new(weibull).estimate(&many).unwrap();
    }
}
