//! Minimum-risk equivariant estimators of directions and on finite groups: known values, ties,
//! equivariance, and what is refused.

use std::f64::consts::{PI, TAU};

use equivariant::groups::{Cyclic, Symmetric};
use equivariant::sets::{Partial, Regular};
use equivariant::statistics::Refusal;
use equivariant::statistics::circular::CircularMean;
use equivariant::statistics::claim::Direction;
use equivariant::statistics::density::{
    Cardioid, CircularDensity, CustomDirection, VonMises, WrappedCauchy,
};
use equivariant::statistics::pitman::{Method, NotOnGroup, PitmanDirection, PitmanFinite};
use equivariant::{EquivariantMap, FiniteSet, GSet, Generated, Group};

use super::check::check;
use equivariant::statistics::Estimator;

const SAMPLE: [f64; 5] = [0.25, -1.5, 2.75, 0.5, 0.125];

fn arc(x: f64, y: f64) -> f64 {
    (x - y).sin().atan2((x - y).cos()).abs()
}

/// That the value is this one, within the bound that is given with it.
fn is_known<F: CircularDensity>(density: F, sample: &[f64], known: f64) {
    let name = density.name();
    let estimate = PitmanDirection::new(density).evaluate(sample).unwrap();
    let error = arc(estimate.value, known);
    assert!(error <= 1e-13, "{name}: {estimate:?}, not {known}");
    assert!(
        error <= estimate.bound && estimate.bound < 1e-12,
        "{name}: {estimate:?}"
    );
}

fn skew() -> CustomDirection<impl Fn(f64) -> f64 + Clone> {
    CustomDirection::new("skew", |z: f64| z.cos() + 0.5 * (2.0 * z).sin())
}

fn wrapped_cauchy(rho: f64) -> WrappedCauchy {
    WrappedCauchy::new(rho).unwrap()
}

/// By mpmath with 30 digits, adaptive quadrature.
#[test]
#[allow(clippy::excessive_precision)]
fn directions_agree_with_thirty_digits() {
    is_known(wrapped_cauchy(0.5), &SAMPLE, 0.192741520281702158);
    is_known(wrapped_cauchy(0.9), &SAMPLE, 0.257322556703058798);
    let several_modes = [0.25, 2.5, -2.0, 0.5];
    is_known(wrapped_cauchy(0.9), &several_modes, 0.386743456166921703);
    let quarter = Cardioid::new(0.25).unwrap();
    is_known(quarter, &SAMPLE, 0.112998784911754312);
    let half = Cardioid::new(0.5).unwrap();
    is_known(half, &SAMPLE, 0.168227038947484974);
    is_known(skew(), &SAMPLE, -0.268724247952528334);
}

#[test]
fn a_single_direction_is_its_own_estimate() {
    for x in [0.5, -3.0, 100.0] {
        is_known(wrapped_cauchy(0.9), &[x], x);
        is_known(Cardioid::new(0.3).unwrap(), &[x], x);
        is_known(VonMises::new(1e6).unwrap(), &[x], x);
    }
}

#[test]
fn von_mises_agrees_with_quadrature() {
    for concentration in [0.5, 3.0, 40.0, 1e4] {
        let width = 1.0 / f64::max(concentration, 1.0_f64).sqrt();
        let by_quadrature = CustomDirection::new("von Mises", move |z: f64| {
            -2.0 * concentration * (0.5 * z).sin().powi(2)
        })
        .with_resolution(width)
        .unwrap();
        let by_formula = PitmanDirection::new(VonMises::new(concentration).unwrap());
        for sample in [&SAMPLE[..], &[1.0, 1.125], &[3.0, -3.0, 2.5, 10.0]] {
            let formula = by_formula.evaluate(sample).unwrap();
            assert_eq!(formula.method, Method::ClosedForm);
            assert_eq!(formula.value, CircularMean.estimate(sample).unwrap());
            let quadrature = PitmanDirection::new(by_quadrature.clone()).evaluate(sample);
            let quadrature = quadrature.unwrap();
            assert_eq!(quadrature.method, Method::PeriodicTrapezoid);
            let error = arc(formula.value, quadrature.value);
            assert!(
                error <= 1e-13 && error <= formula.bound + quadrature.bound,
                "{concentration}: {formula:?} and {quadrature:?}"
            );
        }
    }
}

#[test]
fn many_directions_are_concentrated() {
    // quantiles of the wrapped Cauchy distribution around 2: symmetric, so 2 is the estimate
    let rho: f64 = 0.9;
    let quantile = |i: u32| {
        let level = (f64::from(i) + 0.5) / 100.0 - 0.5;
        2.0 + 2.0 * ((1.0 - rho) / (1.0 + rho) * (PI * level).tan()).atan()
    };
    let sample: Vec<f64> = (0..100).map(quantile).collect();
    is_known(wrapped_cauchy(rho), &sample, 2.0);
    is_known(Cardioid::new(0.4).unwrap(), &sample, 2.0);
}

#[test]
fn balanced_samples_have_no_direction() {
    let refused = |estimate: Result<f64, Refusal>| {
        assert!(
            matches!(estimate, Err(Refusal::Degenerate(_))),
            "{estimate:?}"
        );
    };
    for start in [0.0, 0.3, 1.7] {
        for n in [2, 3, 5] {
            let star: Vec<f64> = (0..n)
                .map(|k| start + TAU * f64::from(k) / f64::from(n))
                .collect();
            refused(PitmanDirection::new(wrapped_cauchy(0.8)).estimate(&star));
            refused(PitmanDirection::new(Cardioid::new(0.5).unwrap()).estimate(&star));
            refused(PitmanDirection::new(skew()).estimate(&star));
            refused(PitmanDirection::new(VonMises::new(2.0).unwrap()).estimate(&star));
        }
    }
    let flat = CustomDirection::new("flat", |_| 0.0);
    refused(PitmanDirection::new(flat).estimate(&SAMPLE));
    let nowhere = CustomDirection::new("nowhere", |_| f64::NEG_INFINITY);
    refused(PitmanDirection::new(nowhere).estimate(&[1.0]));
}

#[test]
fn what_has_no_value_is_refused() {
    let direction = PitmanDirection::new(wrapped_cauchy(0.5));
    assert_eq!(direction.estimate(&[]), Err(Refusal::Empty));
    assert!(direction.estimate(&[1.0, f64::NAN]).is_err());
    let nothing = PitmanDirection::new(CustomDirection::new("nothing", |_| f64::NAN));
    assert!(matches!(
        nothing.estimate(&[1.0]),
        Err(Refusal::Unsupported(_))
    ));
    // half a circle: the rule converges slowly where the density jumps
    let rough = CustomDirection::new("half", |z: f64| if z.sin() > 0.3 { 0.0 } else { -1.0 });
    assert!(matches!(
        PitmanDirection::new(rough).estimate(&[1.0]),
        Err(Refusal::Inaccurate { .. })
    ));
    for wrong in [-1.0, 0.0, 1.5, f64::NAN, f64::INFINITY] {
        assert!(WrappedCauchy::new(wrong).is_err() && Cardioid::new(wrong).is_err());
    }
    assert!(VonMises::new(f64::NAN).is_err() && VonMises::new(0.0).is_err());
}

#[test]
fn directions_move_with_rotations() {
    let few = |estimate: Result<(), equivariant::Violation>, name: &str| {
        estimate.unwrap_or_else(|violation| panic!("{name}: {violation}"));
    };
    few(
        check(PitmanDirection::new(VonMises::new(2.0).unwrap()), 64),
        "von Mises",
    );
    few(check(PitmanDirection::new(skew()), 8), "skew");
    few(
        check(PitmanDirection::new(wrapped_cauchy(0.7)), 8),
        "wrapped Cauchy",
    );
    few(
        check(PitmanDirection::new(Cardioid::new(0.4).unwrap()), 8),
        "cardioid",
    );
}

/// An estimator of a direction that claims mirrors, by a closure.
#[derive(Clone)]
struct Mirrored<F>(F);

impl<F: Fn(&[f64]) -> Result<f64, Refusal>> Estimator for Mirrored<F> {
    type Claim = Direction;

    fn claim(&self) -> Direction {
        Direction
    }

    fn name(&self) -> String {
        "claims mirrors".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        (self.0)(sample)
    }
}

/// The mean of the angle from −π to π under the normalised likelihood, as of a number.
fn mean_as_a_number(sample: &[f64]) -> Result<f64, Refusal> {
    let density = wrapped_cauchy(0.7);
    let (mut mass, mut moment) = (0.0, 0.0);
    for k in 0..512 {
        let t = TAU * (f64::from(k) + 0.5) / 512.0 - PI;
        let log: f64 = sample.iter().map(|x| density.log_density(x - t)).sum();
        mass += log.exp();
        moment += t * log.exp();
    }
    Ok(moment / mass)
}

#[test]
fn a_skew_density_does_not_move_with_mirrors_and_angles_are_not_numbers() {
    let skew = PitmanDirection::new(skew());
    assert!(check(Mirrored(move |x: &[f64]| skew.estimate(x)), 64).is_err());
    assert!(check(Mirrored(mean_as_a_number), 64).is_err());
}

/// Samples of length 2, as a set that can be listed.
fn proved<G>(group: G, estimate: impl Fn(&[G::Element]) -> Result<G::Element, Refusal>) -> bool
where
    G: Group + FiniteSet + Generated + Copy,
    Regular<G>: GSet<G, Element = G::Element> + FiniteSet,
{
    let pairs = (Regular(group), Regular(group));
    let values = Partial::<_, Refusal>::new(Regular(group));
    let map = EquivariantMap::new(group, pairs, values, |(x, y): &(G::Element, G::Element)| {
        estimate(&[x.clone(), y.clone()])
    });
    map.prove().is_ok()
}

const ON_FIVE: [f64; 5] = [0.45, 0.25, 0.15, 0.1, 0.05];
const ON_SIX: [f64; 6] = [0.4, 0.2, 0.05, 0.15, 0.125, 0.075];

#[test]
fn estimators_on_finite_groups_are_proved() {
    let (ring, s3) = (Cyclic::new(5).unwrap(), Symmetric::new(3));
    let on_ring = PitmanFinite::new(ring, &ON_FIVE).unwrap();
    assert!(proved(ring, |x| on_ring.estimate(x)));
    let squared = on_ring.clone().under(|g| (g.min(&(5 - g)).pow(2)) as f64);
    let squared = squared.unwrap();
    assert!(proved(ring, |x| squared.estimate(x)));
    let on_s3 = PitmanFinite::new(s3, &ON_SIX).unwrap();
    assert!(proved(s3, |x| on_s3.estimate(x)));
    let uneven = on_s3.clone().under(|g| s3.index(g).unwrap_or(0) as f64);
    let uneven = uneven.unwrap();
    assert!(proved(s3, |x| uneven.estimate(x)));
    // and not all of it is refused
    let answers = |estimates: &dyn Fn(u64) -> bool| (0..5).filter(|&y| estimates(y)).count();
    assert!(answers(&|y| on_ring.estimate(&[0, y]).is_ok()) >= 3);
    assert!(answers(&|y| squared.estimate(&[0, y]).is_ok()) >= 3);
}

#[test]
fn ties_broken_by_order_and_the_wrong_side_are_refused() {
    let (ring, s3) = (Cyclic::new(5).unwrap(), Symmetric::new(3));
    let even = PitmanFinite::new(ring, &[0.2; 5]).unwrap();
    assert!(proved(ring, |x| even.estimate(x))); // refuses all
    assert!(!proved(ring, |x| even.estimate(x).or(Ok(0)))); // the first of the tied
    // xg⁻¹ in place of g⁻¹x
    let wrong_side = |x: &[_]| {
        let likelihood = |g: &_| {
            let place = |x| s3.index(&s3.compose(x, &s3.inverse(g))).unwrap();
            x.iter().map(|x| ON_SIX[place(x)]).product::<f64>()
        };
        let best = s3
            .elements()
            .max_by(|g, h| likelihood(g).total_cmp(&likelihood(h)));
        Ok(best.unwrap())
    };
    assert!(!proved(s3, wrong_side));
}

#[test]
fn estimates_on_a_ring_agree_with_enumeration() {
    let ring = Cyclic::new(5).unwrap();
    let loss = |g: &u64| [0.0, 1.0, 3.0, 2.5, 0.5][*g as usize];
    let estimator = PitmanFinite::new(ring, &ON_FIVE).unwrap();
    let estimator = estimator.under(loss).unwrap();
    let mut answered = 0;
    for code in 0..125_u64 {
        let sample = [code % 5, code / 5 % 5, code / 25];
        let risk = |a: u64| -> f64 {
            let of = |g: u64| {
                let likelihood = sample.map(|x| ON_FIVE[((x + 5 - g) % 5) as usize]);
                loss(&((a + 5 - g) % 5)) * likelihood.iter().product::<f64>()
            };
            (0..5).map(of).sum()
        };
        let mut order: Vec<u64> = (0..5).collect();
        order.sort_by(|&a, &b| risk(a).total_cmp(&risk(b)));
        let is_unique = risk(order[1]) > risk(order[0]) * (1.0 + 1e-12);
        let estimate = estimator.estimate(&sample);
        assert_eq!(estimate.is_ok(), is_unique, "{sample:?}: {estimate:?}");
        if let Ok(estimate) = estimate {
            assert_eq!(estimate, order[0], "{sample:?}");
            answered += 1;
        }
    }
    assert!(answered > 60, "{answered}");
}

#[test]
fn long_samples_on_a_ring_do_not_underflow() {
    let ring = Cyclic::new(5).unwrap();
    let estimator = PitmanFinite::new(ring, &ON_FIVE).unwrap();
    let sample: Vec<u64> = (0..10_000)
        .map(|i| [2, 2, 3, 2, 3, 4, 2, 0][i % 8])
        .collect();
    assert_eq!(estimator.estimate(&sample), Ok(2));
    assert_eq!(estimator.estimate(&[]), Err(Refusal::Empty));
    assert!(matches!(
        estimator.estimate(&[7]),
        Err(Refusal::Unsupported(_))
    ));
    // two observations that no shift explains
    let certain = PitmanFinite::new(ring, &[1.0, 0.0, 0.0, 0.0, 0.0]).unwrap();
    assert_eq!(certain.estimate(&[3, 3]), Ok(3));
    assert!(matches!(
        certain.estimate(&[3, 4]),
        Err(Refusal::Degenerate(_))
    ));
}

#[test]
fn probabilities_and_losses_have_to_make_sense() {
    let ring = Cyclic::new(2).unwrap();
    let refused = |p: &[f64]| PitmanFinite::new(ring, p).unwrap_err();
    assert!(matches!(refused(&[1.0]), NotOnGroup::Count { .. }));
    assert!(matches!(
        refused(&[1.5, -0.5]),
        NotOnGroup::Probability { index: 1, .. }
    ));
    assert!(matches!(refused(&[0.5, 0.25]), NotOnGroup::Sum { .. }));
    let fair = PitmanFinite::new(ring, &[0.75, 0.25]).unwrap();
    let error = fair.under(|_| f64::NAN).unwrap_err();
    assert!(matches!(error, NotOnGroup::Loss { index: 0, .. }));
}
