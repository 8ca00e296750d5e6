//! What is refused: plausible estimators for points in space that do not move as they claim.

use nalgebra::{Point2, SMatrix, Vector2, vector};

use equivariant::groups::{Affine, AffineTransformation, Similarities, SpecialOrthogonal};
use equivariant::sets::{Multisets, Partial, Points};
use equivariant::statistics::Refusal;
use equivariant::statistics::claim::{
    AffineFrame, AffineInvariants, LocationScatter, Scatter, Shape, SimilarityLocation,
};
use equivariant::statistics::multivariate::{
    CentreOfMass, CoordinatewiseMedian, Covariance, SpatialMedian, SpatialQuantile, TylerShape,
};
use equivariant::{EquivariantMap, GSet, Group, Set};

use super::check::check;
use equivariant::Check;
use equivariant::Sampled;
use equivariant::Violation;
use equivariant::statistics::Claim;
use equivariant::statistics::Estimator;

type Sample = Vec<Point2<f64>>;

/// The claim that a location in the plane moves with a group.
fn moves_with<G>(
    group: G,
    location: impl Fn(&Sample) -> Result<Point2<f64>, Refusal>,
) -> Result<(), Violation>
where
    G: Group + Sampled,
    Points<2>: GSet<G>,
{
    let points = Points::<2>::default();
    let map = EquivariantMap::new(
        group,
        Multisets::new(points),
        Partial::new(points),
        location,
    );
    Check::default().seed(1).equivariant(&map).map(drop)
}

#[test]
fn medians_do_not_move_with_larger_groups() {
    let coordinatewise = |x: &Sample| CoordinatewiseMedian.estimate(x);
    assert!(moves_with(SpecialOrthogonal::default(), coordinatewise).is_err());
    let spatial = |x: &Sample| SpatialMedian.estimate(x);
    assert!(moves_with(SpecialOrthogonal::default(), spatial).is_ok());
    assert!(moves_with(Affine::default(), spatial).is_err());
    // an index that does not turn
    let quantile = SpatialQuantile::new(vector![0.5, 0.0]).unwrap();
    assert!(moves_with(Similarities::default(), |x| quantile.estimate(x)).is_err());
    assert!(moves_with(SpecialOrthogonal::default(), |x| quantile.estimate(x)).is_err());
    let translations = equivariant::groups::Translations::<2>::default();
    assert!(moves_with(translations, |x| quantile.estimate(x)).is_ok());
}

/// An estimator that is a function, with a claim.
#[derive(Clone)]
struct Claimed<C: Claim, F>(C, F);

impl<C, F> Estimator for Claimed<C, F>
where
    C: Claim + Clone,
    F: Fn(&[C::Observation]) -> Result<<C::Values as Set>::Element, Refusal>,
{
    type Claim = C;

    fn claim(&self) -> C {
        self.0.clone()
    }

    fn name(&self) -> String {
        "a mutant".to_owned()
    }

    fn estimate(&self, sample: &[C::Observation]) -> Result<<C::Values as Set>::Element, Refusal> {
        (self.1)(sample)
    }
}

#[test]
fn moments_about_the_origin_are_no_scatter() {
    let uncentred = Claimed(Scatter::<2>, |sample: &[Point2<f64>]| {
        let sum: SMatrix<f64, 2, 2> = sample.iter().map(|x| x.coords * x.coords.transpose()).sum();
        Ok(sum / sample.len() as f64)
    });
    assert!(check(uncentred, 64).is_err());
}

#[test]
fn a_scatter_with_trace_one_is_no_shape() {
    let by_trace = Claimed(Shape::<2>, |sample: &[Point2<f64>]| {
        let covariance = Covariance.estimate(sample)?;
        match covariance.trace() {
            0.0 => Err(Refusal::Degenerate("all observations equal")),
            trace => Ok(covariance / trace),
        }
    });
    assert!(check(by_trace, 64).is_err());
}

#[test]
fn an_iteration_that_stops_at_an_absolute_tolerance_is_refused() {
    let hasty = Claimed(SimilarityLocation::<2>, |sample: &[Point2<f64>]| {
        let mut q = CentreOfMass.estimate(sample)?;
        for _ in 0..1000 {
            let distances = sample.iter().map(|x| (x - q).norm().max(1e-9));
            let weights: Vec<f64> = distances.map(f64::recip).collect();
            let pairs = sample.iter().zip(&weights);
            let sum: Vector2<f64> = pairs.map(|(x, weight)| x.coords * *weight).sum();
            let next = Point2::from(sum / weights.iter().sum::<f64>());
            let step = (next - q).norm();
            q = next;
            if step < 1e-3 {
                break;
            }
        }
        Ok(q)
    });
    assert!(check(hasty, 64).is_err());
}

#[test]
fn distances_in_the_units_of_the_axes_are_not_invariant() {
    let euclidean = Claimed(AffineInvariants::<2>, |sample: &[Point2<f64>]| {
        let centre = CentreOfMass.estimate(sample)?;
        Ok(sample.iter().map(|x| (x - centre).norm()).collect())
    });
    assert!(check(euclidean, 64).is_err());
}

#[test]
fn a_subset_that_is_chosen_axis_by_axis_is_not_affine() {
    // as OGK and DetMCD start: nearest to the coordinatewise median in units of the spread of each axis
    let by_axes = Claimed(LocationScatter::<2>, |sample: &[Point2<f64>]| {
        let centre = CoordinatewiseMedian.estimate(sample)?;
        let deviations: Vec<Point2<f64>> = sample
            .iter()
            .map(|x| Point2::from((x - centre).abs()))
            .collect();
        let spread = CoordinatewiseMedian.estimate(&deviations)?;
        let distance = |x: &Point2<f64>| {
            let d = x - centre;
            (d.x / spread.x).powi(2) + (d.y / spread.y).powi(2)
        };
        let mut order = sample.to_vec();
        order.sort_by(|x, y| distance(x).total_cmp(&distance(y)));
        order.truncate((sample.len() + 3) / 2);
        Ok((CentreOfMass.estimate(&order)?, Covariance.estimate(&order)?))
    });
    assert!(check(by_axes, 64).is_err());
}

#[test]
fn axes_that_stay_are_no_frame() {
    let fixed = Claimed(AffineFrame::<2>, |sample: &[Point2<f64>]| {
        let mut frame = AffineTransformation::identity();
        frame.translation = CentreOfMass.estimate(sample)?.coords;
        Ok(frame)
    });
    assert!(check(fixed, 64).is_err());
}

/// Tyler's iteration about a centre, with so many steps from a circle.
fn tyler(sample: &[Point2<f64>], centre: Point2<f64>, steps: usize) -> SMatrix<f64, 2, 2> {
    let mut shape = SMatrix::<f64, 2, 2>::identity();
    for _ in 0..steps {
        let Some(inverse) = shape.try_inverse() else {
            break;
        };
        let terms = sample.iter().map(|x| x - centre).map(|z| {
            let length = (z.transpose() * inverse * z)[(0, 0)];
            if length == 0.0 {
                SMatrix::zeros()
            } else {
                z * z.transpose() / length
            }
        });
        let next = terms.sum::<SMatrix<f64, 2, 2>>();
        shape = next / next.determinant().abs().sqrt();
    }
    shape
}

#[test]
fn a_shape_about_the_origin_or_of_a_few_steps_is_refused() {
    check(TylerShape::<2>, 4).unwrap();
    let about_the_origin = Claimed(Shape::<2>, |sample: &[Point2<f64>]| {
        TylerShape.estimate(sample)?;
        Ok(tyler(sample, Point2::origin(), 100))
    });
    let of_two_steps = Claimed(Shape::<2>, |sample: &[Point2<f64>]| {
        TylerShape.estimate(sample)?;
        Ok(tyler(sample, CentreOfMass.estimate(sample)?, 2))
    });
    assert!(check(about_the_origin, 8).is_err());
    assert!(check(of_two_steps, 8).is_err());
}
