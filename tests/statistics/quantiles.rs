//! Quantiles of samples in space: which move with what, and what their index does then.

use equivariant::groups::{
    Affine, AffineLine, AffineTransformation, DirectPower, LowerTriangular, PositiveReals,
    Similarities, SpecialOrthogonal,
};
use equivariant::sets::{Multisets, Partial, Points, Power, Reals};
use equivariant::statistics::multivariate::quantiles::{
    AffineOutlyingness, AffineQuantile, IndexedBy,
};
use equivariant::statistics::multivariate::{
    Covariance, Indices, InvariantCoordinates, SampleAndIndex, SpatialQuantile,
    TransformationRetransformationMedian, TylerCoordinates, TylerShape,
};
use equivariant::statistics::quantile::{Quantile, QuantileDefinition};
use equivariant::statistics::{Estimator, Refusal};
use equivariant::strategy::Drawn;
use equivariant::{Check, Equipped, EquivariantMap, GSet, Group, Sampled, Violation};
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
    "one unit for all axes, u fixed",
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

/// The quantile in Tyler's coordinates, with whatever index.
fn in_tylers(sample: &Sample, u: &Vector2<f64>) -> Result<Point2<f64>, Refusal> {
    let quantile = IndexedBy(TylerCoordinates).quantile();
    quantile.apply(&(sample.clone(), *u))
}

/// The quantile in invariant coordinates.
fn in_invariant(u: Vector2<f64>) -> AffineQuantile<InvariantCoordinates<2>, 2> {
    AffineQuantile {
        coordinates: InvariantCoordinates,
        quantile: SpatialQuantile::new(u).unwrap(),
    }
}

/// The quantile of level (1 + uⱼ)/2 of each coordinate.
fn of_each_coordinate(sample: &Sample, u: &Vector2<f64>) -> Result<Point2<f64>, Refusal> {
    let coordinate = |j: usize| {
        let column: Vec<f64> = sample.iter().map(|x| x[j]).collect();
        let quantile = Quantile::new(0.5 + 0.5 * u[j], QuantileDefinition::Linear)
            .map_err(|_| Refusal::Empty)?;
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
            quantile: in_tylers,
            outlyingness: |x| AffineOutlyingness(TylerCoordinates).estimate(x),
            turn: |g, x| IndexedBy(TylerCoordinates).turn(g, x),
            expected: [yes, no, no, yes, yes, no, yes, yes, yes, yes, yes, no],
        },
        Kind {
            name: "in invariant coordinates",
            quantile: |x, u| in_invariant(*u).estimate(x),
            outlyingness: |x| AffineOutlyingness(InvariantCoordinates).estimate(x),
            turn: |_, _| SMatrix::identity(),
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
        let Kind {
            quantile,
            outlyingness,
            turn,
            ..
        } = kind;
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
        let line = [0.0, 1.0, 2.5, 7.0, 4.0]
            .map(|t| point![t, 1.0 + 2.0 * t])
            .to_vec();
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

#[test]
fn coordinates_and_what_is_made_of_them_move_with_affine_maps() {
    check(TylerCoordinates::<2>, 8).unwrap();
    check(AffineOutlyingness::<_, 2>(TylerCoordinates), 8).unwrap();
    holds(AffineOutlyingness::<_, 2>(InvariantCoordinates));
    check(in_invariant(vector![0.5, 0.25]), 32).unwrap();
}

#[test]
fn a_thin_triangle_is_seen_as_one_with_equal_sides() {
    // 40 000 times as long as wide: rounding of the coordinates themselves would turn it by 10⁻¹²
    let thin = [point![2.0, 1.0], point![200.0, 200.0], point![1.0, 0.0]];
    let outlyingness = AffineOutlyingness(TylerCoordinates)
        .estimate(&thin)
        .unwrap();
    assert!(
        outlyingness
            .iter()
            .all(|r| (r - 1.0 / 3_f64.sqrt()).abs() < 1e-14)
    );
}

/// Tyler's shape, the size of the covariance, and a root that triangular maps move along with.
#[test]
fn the_coordinates_of_a_shape_are_its_triangular_root() {
    let rho = TylerCoordinates.estimate(&SIX).unwrap();
    let form = rho.linear * rho.linear.transpose();
    let size = form.determinant();
    let shape = TylerShape.estimate(&SIX).unwrap();
    let covariance = Covariance.estimate(&SIX).unwrap();
    assert!((form / size.sqrt() - shape).norm() < 1e-13);
    assert!((size / covariance.determinant() - 1.0).abs() < 1e-13);
    assert!(rho.linear[(0, 1)] == 0.0 && rho.linear[(0, 0)] > 0.0 && rho.linear[(1, 1)] > 0.0);
    let g = AffineTransformation {
        linear: matrix![1e-9, 0.0; 3.0, 1e9],
        translation: vector![0.0, 1e6],
    };
    let moved = TylerCoordinates
        .estimate(&SIX.map(|x| g.transform_point(&x)))
        .unwrap();
    let expected = g.compose(&rho);
    for (found, expected) in moved.linear.iter().zip(expected.linear.iter()) {
        assert!(
            (found - expected).abs() <= 1e-9 * expected.abs(),
            "{found} for {expected}"
        );
    }
}

/// Points about as large as 1, in a list of 6 to 12.
fn tame() -> Drawn<Multisets<Points<2>>> {
    use proptest::strategy::Strategy;
    let point = (-3.0..3.0_f64, -3.0..3.0_f64).prop_map(|(x, y)| point![x, y]);
    let samples = proptest::collection::vec(point, 6..=12);
    Drawn::new(Multisets::default(), samples)
}

#[test]
fn a_sample_and_its_index_are_acted_on() {
    for seed in 0..4 {
        let check = Check::default().cases(8).seed(seed);
        let (plane, space) = (
            IndexedBy::<_, 2>(TylerCoordinates),
            IndexedBy::<_, 3>(TylerCoordinates),
        );
        check.action(&Affine::<2>::default(), &plane).unwrap();
        check.action(&Affine::<3>::default(), &space).unwrap();
        check.equivariant(&plane.quantile()).unwrap();
    }
    // and the rank moves into this set
    let rank = IndexedBy::<_, 2>(TylerCoordinates).rank();
    let domain = (tame(), Points::<2>::default());
    let values = *rank.codomain();
    let map = EquivariantMap::new(Affine::default(), domain, values, |x| rank.apply(x));
    Check::default()
        .cases(64)
        .seed(1)
        .equivariant(&map)
        .unwrap();
}

/// That turning the index by something that depends on g alone is no action, or not the one.
#[test]
fn an_index_that_does_not_ask_the_sample_is_refused() {
    let affine = Affine::<2>::default();
    type Turn = fn(&SMatrix<f64, 2, 2>) -> SMatrix<f64, 2, 2>;
    let nearest: Turn = |linear| {
        let parts = linear.svd(true, true);
        parts.u.unwrap() * parts.v_t.unwrap()
    };
    let by_rows: Turn = |linear| {
        let qr = linear.transpose().qr();
        let signs = SMatrix::from_diagonal(&qr.r().diagonal().map(f64::signum));
        (qr.q() * signs).transpose()
    };
    let none: Turn = |_| SMatrix::identity();
    let set = |turn: Turn| {
        let parts = (tame(), Indices::<2>::default());
        Equipped::new(
            affine,
            parts,
            move |g: &AffineTransformation<2>, (x, u): &SampleAndIndex<2>| {
                (
                    x.iter().map(|x| g.transform_point(x)).collect(),
                    turn(&g.linear) * u,
                )
            },
        )
    };
    for turn in [nearest, by_rows] {
        let violation = few().action(&affine, &set(turn)).unwrap_err();
        assert_eq!(violation.law(), "compatible");
    }
    few().action(&affine, &set(none)).unwrap();
    let values = Partial::<Points<2>, Refusal>::default();
    let map = EquivariantMap::new(affine, set(none), values, |(x, u)| in_tylers(x, u));
    assert!(few().equivariant(&map).is_err());
}

/// By Tyler's iteration, fourth moments and a solver of equations (numpy, scipy).
#[test]
fn quantiles_and_outlyingness_are_those_of_scipy() {
    let (sample, u) = (SIX.to_vec(), vector![0.5, 0.25]);
    let rho = TylerCoordinates.estimate(&sample).unwrap();
    let known = matrix![2.1931799534088965, 0.0; -0.14851338669093336, 1.8123013579415073];
    assert!((rho.linear - known).norm() < 1e-13, "{}", rho.linear);
    let q = in_tylers(&sample, &u).unwrap();
    assert!(
        (q - point![3.8521391691240043, 1.0875704362648142]).norm() < 1e-12,
        "{q}"
    );
    let q = in_invariant(u).estimate(&sample).unwrap();
    assert!(
        (q - point![-2.0760134034732105, 0.4974658125978029]).norm() < 1e-12,
        "{q}"
    );
    let tylers = [
        0.5944366845681428,
        0.619626227904804,
        0.5377185310733471,
        0.6583937758557775,
        0.709477104175353,
        0.5905440934898614,
    ];
    let invariant = [
        0.5991070572020795,
        0.5967605890824604,
        0.5592076999234233,
        0.660288278449091,
        0.6871282820664217,
        0.615196776436426,
    ];
    let by_tylers = AffineOutlyingness(TylerCoordinates)
        .estimate(&sample)
        .unwrap();
    let by_invariant = AffineOutlyingness(InvariantCoordinates)
        .estimate(&sample)
        .unwrap();
    for (found, known) in by_tylers
        .iter()
        .zip(tylers)
        .chain(by_invariant.iter().zip(invariant))
    {
        assert!((found - known).abs() < 1e-13, "{found} for {known}");
    }
    // in the middle, the median that was known before
    let median = TransformationRetransformationMedian
        .estimate(&sample)
        .unwrap();
    let q = in_tylers(&sample, &vector![0.0, 0.0]).unwrap();
    assert!((q - median).norm() < 1e-14);
}

#[test]
fn ranks_and_quantiles_are_inverse() {
    let sample = SIX.to_vec();
    let (quantile, rank) = (
        IndexedBy(TylerCoordinates).quantile(),
        IndexedBy(TylerCoordinates).rank(),
    );
    for i in 0..40_i32 {
        let (sin, cos) = f64::from(i).sin_cos();
        let u = vector![cos, sin] * (f64::from(i) / 41.0);
        let q = quantile.apply(&(sample.clone(), u)).unwrap();
        if !sample.contains(&q) {
            let (_, found) = rank.apply(&(sample.clone(), q)).unwrap();
            assert!((found - u).norm() < 1e-12, "{u}: {found}");
            let q = SpatialQuantile::new(u).unwrap().estimate(&sample).unwrap();
            if !sample.contains(&q) {
                let found = SpatialQuantile::rank(&sample, &q).unwrap();
                assert!((found - u).norm() < 1e-12, "{u}: {found}");
            }
        }
    }
    // of an observation, a ball of indices
    for x in &sample {
        let indexed = rank.apply(&(sample.clone(), *x)).unwrap();
        assert_eq!(quantile.apply(&indexed).as_ref(), Ok(x));
        let u = SpatialQuantile::rank(&sample, x).unwrap();
        assert_eq!(
            SpatialQuantile::new(u).unwrap().estimate(&sample).as_ref(),
            Ok(x)
        );
    }
}

/// Axes with units of their own, far from the origin.
#[test]
fn units_do_not_turn_an_index() {
    let u = vector![0.5, 0.25];
    let q = in_tylers(&SIX.to_vec(), &u).unwrap();
    let seen = in_invariant(u).estimate(&SIX).unwrap();
    for units in [[1e-12, 1e12], [1e100, 1e-100], [1e-150, 1e150]] {
        let scaled = |x: Point2<f64>| point![units[0] * x.x, units[1] * x.y];
        let unscaled = |x: Point2<f64>| point![x.x / units[0], x.y / units[1]];
        let sample = SIX.map(scaled).to_vec();
        let found = in_tylers(&sample, &u).unwrap();
        assert!((unscaled(found) - q).norm() < 1e-12, "{found}");
        let found = in_invariant(u).estimate(&sample).unwrap();
        assert!((unscaled(found) - seen).norm() < 1e-12, "{found}");
    }
    let far = vector![1e6, -1e6];
    let found = in_tylers(&SIX.map(|x| x + far).to_vec(), &u).unwrap();
    assert!((found - far - q).norm() < 1e-8, "{found}");
}

#[test]
fn ranks_without_a_sample_or_a_point_are_refused() {
    let rank = |sample: &[Point2<f64>], q| SpatialQuantile::rank(sample, &q);
    assert_eq!(rank(&[], point![0.0, 0.0]), Err(Refusal::Empty));
    assert!(rank(&SIX, point![0.0, f64::NAN]).is_err());
    // seen from very far, all in one direction
    let far = rank(&SIX.map(|x| x * 1e300), point![1.7e308, 0.0]).unwrap();
    assert!((far.norm() - 1.0).abs() < 1e-15);
    let huge = rank(&[point![-1.7e308, 0.0]], point![1.7e308, 0.0]);
    assert_eq!(huge, Ok(vector![1.0, 0.0]));
    let line = [0.0, 1.0, 3.0].map(|t| point![t, t]);
    let outlyingness = AffineOutlyingness(TylerCoordinates).estimate(&line);
    assert!(matches!(outlyingness, Err(Refusal::Degenerate(_))));
}
