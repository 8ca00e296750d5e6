//! Quantiles of samples in space: which move with what, and what their index does then.

use equivariant::groups::{
    Affine, AffineLine, AffineTransformation, DirectPower, LowerTriangular, PositiveReals,
    Similarities, SpecialOrthogonal,
};
use equivariant::sets::{Multisets, Partial, Points, Power, Reals};
use equivariant::statistics::multivariate::quantiles::{
    AffineOutlyingness, AffineQuantile, Coordinates, IndexedBy,
};
use equivariant::statistics::multivariate::{
    Indices, InvariantCoordinates, SampleAndIndex, SpatialQuantile,
    TransformationRetransformationMedian, TylerCoordinates, TylerShape,
};
use equivariant::statistics::quantile::{Quantile, QuantileDefinition};
use equivariant::statistics::{Estimator, Refusal};
use equivariant::{
    Check, Diagnosis, EquivariantMap, Equipped, GSet, Group, Sampled, Set, Violation,
};
use nalgebra::{Point2, Rotation2, SMatrix, Vector2, matrix, point, vector};

use super::check::{check, holds};

type Sample = Vec<Point2<f64>>;

/// Six points around the plane.
const SIX: [Point2<f64>; 6] = [
    point![0.3, -1.2],
    point![4.0, 0.9],
    point![-0.1, 2.5],
    point![2.2, 3.1],
    point![-2.2, 0.4],
    point![3.1, -0.8],
];

/// The quantiles of the table, each with the outlyingness that belongs to it.
struct Kind {
    name: &'static str,
    quantile: fn(&Sample, &Vector2<f64>) -> Result<Point2<f64>, Refusal>,
    outlyingness: fn(&Sample) -> Result<Vec<f64>, Refusal>,
    /// How the index turns, if it does.
    turn: fn(&AffineTransformation<2>, &Sample) -> SMatrix<f64, 2, 2>,
    /// The properties in the order of the table.
    expected: [bool; 12],
}

const PROPERTIES: [&str; 12] = [
    "translations and one unit, u fixed",
    "rotations, u fixed",
    "rotations, u turned by them",
    "a unit for each axis, u fixed",
    "triangular maps, u fixed",
    "affine maps, u fixed",
    "affine maps, u turned by the sample",
    "the median moves with affine maps",
    "outlyingness under similarities",
    "outlyingness under affine maps",
    "exists with a centre of symmetry",
    "exists on a line",
];

fn seen_from<F: Coordinates<2> + Clone>(
    coordinates: F,
    sample: &Sample,
    u: &Vector2<f64>,
) -> Result<Point2<f64>, Refusal> {
    IndexedBy(coordinates).quantile().apply(&(sample.clone(), *u))
}

/// The quantile of level (1 + uⱼ)/2 of each coordinate.
fn of_each_coordinate(sample: &Sample, u: &Vector2<f64>) -> Result<Point2<f64>, Refusal> {
    let coordinate = |j: usize| {
        let column: Vec<f64> = sample.iter().map(|x| x[j]).collect();
        let quantile = Quantile::new(0.5 + 0.5 * u[j], QuantileDefinition::Linear).map_err(|_| Refusal::Empty)?;
        quantile.estimate(&column)
    };
    Ok(point![coordinate(0)?, coordinate(1)?])
}

/// The larger of the outlyingnesses of the coordinates, |2 F − 1|.
fn outlyingness_of_each_coordinate(sample: &Sample) -> Result<Vec<f64>, Refusal> {
    let of_coordinate = |x: &Point2<f64>, j: usize| {
        let ranks = sample.iter().map(|other| match x[j].total_cmp(&other[j]) {
            std::cmp::Ordering::Less => -1.0,
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Greater => 1.0,
        });
        (ranks.sum::<f64>() / sample.len() as f64).abs()
    };
    let of = |x| f64::max(of_coordinate(x, 0), of_coordinate(x, 1));
    Ok(sample.iter().map(of).collect())
}

fn kinds() -> [Kind; 4] {
    let yes = true;
    let no = false;
    [
        Kind {
            name: "spatial",
            quantile: |x, u| SpatialQuantile::new(*u).unwrap().estimate(x),
            outlyingness: |x| {
                let ranks = x.iter().map(|q| SpatialQuantile::rank(x, q));
                ranks.map(|rank| Ok(rank?.norm())).collect()
            },
            turn: |g, _| g.linear,
            expected: [yes, no, yes, no, no, no, no, no, yes, no, yes, yes],
        },
        Kind {
            name: "in Tyler's coordinates",
            quantile: |x, u| seen_from(TylerCoordinates, x, u),
            outlyingness: |x| AffineOutlyingness(TylerCoordinates).estimate(x),
            turn: |g, x| IndexedBy(TylerCoordinates).turn(g, x),
            expected: [yes, no, no, yes, yes, no, yes, yes, yes, yes, yes, no],
        },
        Kind {
            name: "in invariant coordinates",
            quantile: |x, u| {
                let quantile = SpatialQuantile::new(*u).unwrap();
                let coordinates = InvariantCoordinates;
                AffineQuantile { coordinates, quantile }.estimate(x)
            },
            outlyingness: |x| AffineOutlyingness(InvariantCoordinates).estimate(x),
            turn: |g, x| IndexedBy(InvariantCoordinates).turn(g, x),
            expected: [yes, yes, no, yes, yes, yes, yes, yes, yes, yes, no, no],
        },
        Kind {
            name: "of each coordinate",
            quantile: of_each_coordinate,
            outlyingness: outlyingness_of_each_coordinate,
            turn: |g, _| g.linear,
            expected: [yes, no, no, yes, no, no, no, no, no, no, yes, yes],
        },
    ]
}

/// A random check of few cases: each is a solution of Tyler's equations.
fn few() -> Check {
    Check::default().cases(8).seed(1)
}

/// That T(g·x) = g·T(x).
fn moves_with<G>(
    group: G,
    location: impl Fn(&Sample) -> Result<Point2<f64>, Refusal>,
) -> Result<(), Violation>
where
    G: Group + Sampled,
    Points<2>: GSet<G>,
{
    let samples = Multisets::<Points<2>>::default();
    let values = Partial::<Points<2>, Refusal>::default();
    let map = EquivariantMap::new(group, samples, values, location);
    few().equivariant(&map).map(drop)
}

/// That d(g·x) = d(x).
fn is_invariant<G>(
    group: G,
    distances: impl Fn(&Sample) -> Result<Vec<f64>, Refusal>,
) -> Result<(), Violation>
where
    G: Group + Sampled,
    Points<2>: GSet<G>,
{
    let samples = Power::new(Points::<2>::default()).of_lengths(4..=40);
    let values = Partial::<Power<Reals>, Refusal>::default();
    let map = EquivariantMap::invariant(group, samples, values, distances);
    few().equivariant(&map).map(drop)
}

/// That Q(g·x, v u) = g·Q(x, u), where g turns the sample and its index.
fn moves_with_index<G>(
    group: G,
    turned: impl Fn(&G::Element, &SampleAndIndex<2>) -> SampleAndIndex<2>,
    quantile: fn(&Sample, &Vector2<f64>) -> Result<Point2<f64>, Refusal>,
) -> Result<(), Violation>
where
    G: Group + Sampled + Clone,
    Points<2>: GSet<G>,
{
    let parts = (Multisets::<Points<2>>::default(), Indices::<2>::default());
    let set = Equipped::new(group.clone(), parts, turned);
    let values = Partial::<Points<2>, Refusal>::default();
    let map = EquivariantMap::new(group, set, values, |(x, u)| quantile(x, u));
    few().equivariant(&map).map(drop)
}

/// The table of the module, cell by cell.
#[test]
fn what_survives_and_what_does_not() {
    let u = vector![0.5, 0.25];
    for kind in kinds() {
        let Kind { quantile, outlyingness, turn, .. } = kind;
        let at = |u: Vector2<f64>| move |x: &Sample| quantile(x, &u);
        let rotate = |g: &Rotation2<f64>, (x, u): &SampleAndIndex<2>| {
            (x.iter().map(|x| g * x).collect(), g * u)
        };
        let turned = move |g: &AffineTransformation<2>, (x, u): &SampleAndIndex<2>| {
            let moved = x.iter().map(|x| g.transform_point(x)).collect();
            (moved, turn(g, x) * u)
        };
        let exists = |sample: Sample| quantile(&sample, &u).is_ok();
        let symmetric = SIX.iter().flat_map(|x| [*x, -*x]).collect();
        let line = [0.0, 1.0, 2.5, 7.0, 4.0].map(|t| point![t, 1.0 + 2.0 * t]).to_vec();
        type Units = DirectPower<AffineLine, 2>;
        let found: [Result<(), Violation>; 10] = [
            moves_with(PositiveReals::default(), at(u)),
            moves_with(SpecialOrthogonal::<2>::default(), at(u)),
            moves_with_index(SpecialOrthogonal::<2>::default(), rotate, quantile),
            moves_with(Units::default(), at(u)),
            moves_with(LowerTriangular::<2>::default(), at(u)),
            moves_with(Affine::<2>::default(), at(u)),
            moves_with_index(Affine::<2>::default(), turned, quantile),
            moves_with(Affine::<2>::default(), at(vector![0.0, 0.0])),
            is_invariant(Similarities::<2>::default(), outlyingness),
            is_invariant(Affine::<2>::default(), outlyingness),
        ];
        let exist = [exists(symmetric), exists(line)];
        let holds = found.iter().map(Result::is_ok).chain(exist);
        for ((property, expected), holds) in PROPERTIES.iter().zip(kind.expected).zip(holds) {
            assert_eq!(holds, expected, "{}: {property}", kind.name);
        }
    }
}
