//! Estimators for points in space.

use nalgebra::{Point2, Point3, SMatrix, matrix, point, vector};

use equivariant::Equipped;
use equivariant::EquivariantMap;
use equivariant::groups::{AffineTransformation, Symmetric};
use equivariant::sets::{Multisets, Partial, Points};
use equivariant::statistics::Refusal;
use equivariant::statistics::multivariate::{
    CentreOfMass, CoordinatewiseMedian, Covariance, HalfSpaceDepth, HettmanspergerRandles,
    InvariantCoordinates, Mahalanobis, MinimumCovarianceDeterminant, SpatialMedian,
    SpatialQuantile, TransformationRetransformationMedian, TylerCoordinates, TylerShape,
};

use super::check::SEEDS;
use super::check::{check, holds};
use equivariant::Check;
use equivariant::statistics::claim::{AffineInvariants, LocationShape};
use equivariant::statistics::{Claim, Estimator};

#[test]
fn moments_move_with_affine_maps() {
    holds(CentreOfMass::<2>);
    holds(CentreOfMass::<3>);
    holds(Covariance::<2>);
    holds(Covariance::<3>);
    holds(Mahalanobis::<2>);
    holds(Mahalanobis::<3>);
}

#[test]
fn the_coordinatewise_median_moves_with_the_axes() {
    holds(CoordinatewiseMedian::<2>);
    holds(CoordinatewiseMedian::<3>);
    // and with their permutations
    let s3 = Symmetric::new(3);
    let points = Equipped::new(s3, Points::<3>::default(), |g, x: &Point3<f64>| {
        let mut moved = *x;
        (0..3).for_each(|axis| moved[g.apply(axis)] = x[axis]);
        moved
    });
    let values = Partial::<_, Refusal>::new(points);
    let map = EquivariantMap::new(s3, Multisets::new(points), values, |x: &Vec<_>| {
        CoordinatewiseMedian.estimate(x)
    });
    Check::default().seed(1).equivariant(&map).unwrap();
}

#[test]
fn the_spatial_median_moves_with_similarities() {
    holds(SpatialMedian::<1>);
    holds(SpatialMedian::<2>);
    holds(SpatialMedian::<3>);
}

#[test]
fn a_spatial_quantile_moves_with_similarities_that_turn_its_index() {
    for seed in SEEDS {
        let check = Check::default().cases(128).seed(seed);
        check
            .equivariant(&SpatialQuantile::<2>::equivariant())
            .unwrap();
        check
            .equivariant(&SpatialQuantile::<3>::equivariant())
            .unwrap();
    }
}

#[test]
fn shapes_and_affine_medians_move_with_affine_maps() {
    holds(TylerShape::<2>);
    holds(TylerShape::<3>);
    holds(TylerCoordinates::<2>);
    holds(TylerCoordinates::<3>);
    holds(TransformationRetransformationMedian::<2>);
    holds(TransformationRetransformationMedian::<3>);
    holds(HettmanspergerRandles::<2>::default());
    holds(HettmanspergerRandles::<3>::default());
    // where the turns end
    let claim = LocationShape::<2>;
    let fixed_point = |x: &Vec<_>| HettmanspergerRandles::fixed_point(x);
    let values = Partial::new(claim.values());
    let map = EquivariantMap::new(claim.group(), claim.samples(), values, fixed_point);
    map.verify(some_maps().map(|g| (g, SIX.to_vec()))).unwrap();
}

/// Affine maps of the plane, some of them thin and some of them far.
fn some_maps() -> impl Iterator<Item = AffineTransformation<2>> {
    (1..50_i32).map(|i| {
        let t = f64::from(i);
        AffineTransformation {
            linear: matrix![t, 1.0; t.sin(), 0.5 - t.cos()],
            translation: vector![100.0 * t, -t * t],
        }
    })
}

#[test]
fn invariant_coordinates_are_a_frame() {
    holds(InvariantCoordinates::<2>);
}

#[test]
fn the_minimum_covariance_determinant_moves_with_affine_maps() {
    check(MinimumCovarianceDeterminant::<2>::default(), 16).unwrap();
    check(MinimumCovarianceDeterminant::<3>::default(), 16).unwrap();
}

/// Of the triangles of these points, two that have a side in common are equally small, and beside the longest side
/// they are no more than rounding: the one whose places in the list are first is taken, wherever an affine map has moved it.
#[test]
fn equally_small_subsets_are_taken_in_the_order_of_the_list() {
    let sample = vec![
        point![0.0, 0.0],
        point![10000.0, 0.0],
        point![0.0, 1.0],
        point![0.001, 1.0],
    ];
    let fit = MinimumCovarianceDeterminant::default()
        .fit(&sample)
        .unwrap();
    assert_eq!(fit.support, [0, 2, 3]);
    let maps = [
        (matrix![1.0, 0.0; 1.0, 1.0], vector![0.0, 0.0]),
        (matrix![0.1, 0.7; -0.3, 1.1], vector![3.0, -7.0]),
    ];
    let cases = maps.map(|(linear, translation)| {
        let g = AffineTransformation {
            linear,
            translation,
        };
        (g, sample.clone())
    });
    let map = MinimumCovarianceDeterminant::default().equivariant();
    map.verify(cases).unwrap();
}

/// Beside an observation that is far away the others are small in its direction, and rounding of the other direction
/// says nothing about that.
#[test]
fn a_small_cluster_is_seen_beside_an_observation_far_away() {
    let mut sample: Vec<Point2<f64>> = SIX.map(|x| point![x.x * 1e-3, x.y * 1e-3]).to_vec();
    let near = MinimumCovarianceDeterminant::default().fit(&sample);
    sample.extend([point![-6e4, 2e4], point![-7e4, 3e4]]);
    let far = MinimumCovarianceDeterminant::default().fit(&sample);
    assert!(near.is_ok(), "{near:?}");
    let far = far.unwrap();
    assert!(far.support.iter().all(|&i| i < 6));
    assert!(far.location.coords.norm() < 3e-3, "{}", far.location);
}

/// Six points around the plane, for which the values below were computed by other means.
const SIX: [Point2<f64>; 6] = [
    point![0.3, -1.2],
    point![4.0, 0.9],
    point![-0.1, 2.5],
    point![2.2, 3.1],
    point![-2.2, 0.4],
    point![3.1, -0.8],
];

/// Values of numpy.
#[test]
fn covariance_and_distances_are_those_of_numpy() {
    let covariance = Covariance.estimate(&SIX).unwrap();
    let c = 0.09766666666666673;
    let known = matrix![5.301666666666668, c; c, 2.9816666666666665];
    assert!((covariance - known).norm() < 1e-14);
    let known = [
        1.2249650370356562,
        1.2089553487544606,
        1.1425906893644802,
        1.379980338579035,
        1.4979534987915046,
        1.2586356581351874,
    ];
    for (found, known) in Mahalanobis.estimate(&SIX).unwrap().iter().zip(known) {
        assert!((found - known).abs() < 1e-14, "{found} for {known}");
    }
}

/// A root of the sum of unit vectors with 40 digits (mpmath).
#[test]
fn the_spatial_median_is_known_to_twenty_digits() {
    let median = SpatialMedian.estimate(&SIX).unwrap();
    let known = point![1.3263422395569013, 0.8545538441286301];
    assert!((median - known).norm() < 1e-15, "{median}");
    // in other units, and far away
    for scale in [1e-12, 1e12, 1e-200, 1e200] {
        let median = SpatialMedian.estimate(&SIX.map(|x| x * scale)).unwrap();
        assert!((median / scale - known).norm() < 1e-15, "{median}");
    }
    let far = vector![1e6, -1e6];
    let median = SpatialMedian.estimate(&SIX.map(|x| x + far)).unwrap();
    assert!((median - far - known).norm() < 1e-9, "{median}");
}

/// Fixed points of the plain iterations, run until they stand (numpy).
#[test]
fn shapes_and_affine_medians_are_those_of_plain_iterations() {
    let b = -0.08194740131940395;
    let known = matrix![1.2101629476788607, b; b, 0.8318841512326275];
    let shape = TylerShape.estimate(&SIX).unwrap();
    assert!((shape - known).norm() < 1e-13, "{shape}");
    let (median, shape) = HettmanspergerRandles::fixed_point(&SIX).unwrap();
    let b = -0.09838579983906598;
    let known = matrix![1.2219916013524088, b; b, 0.8262575327788954];
    assert!((median - point![1.3641758023242885, 0.8251523196178685]).norm() < 1e-12);
    assert!((shape - known).norm() < 1e-12, "{shape}");
    // after one turn, and after two (mpmath)
    let once = HettmanspergerRandles { turns: 1 }.estimate(&SIX).unwrap();
    let median = TransformationRetransformationMedian.estimate(&SIX).unwrap();
    assert_eq!(once, (median, TylerShape.estimate(&SIX).unwrap()));
    let (median, shape) = HettmanspergerRandles::default().estimate(&SIX).unwrap();
    let b = -0.09808055483230362;
    let known = matrix![1.2216122839065335, b; b, 0.8264649991956525];
    assert!((median - point![1.364087467666953, 0.8251864448406626]).norm() < 1e-13);
    assert!((shape - known).norm() < 1e-13, "{shape}");
    let median = TransformationRetransformationMedian.estimate(&SIX).unwrap();
    assert!((median - point![1.3601786552269854, 0.8257206983968965]).norm() < 1e-13);
}

#[test]
fn the_spatial_median_is_an_observation_where_it_has_to_be() {
    // an angle of at least 120°
    let obtuse = [point![-1.0, 0.0], point![1.0, 0.0], point![0.0, 0.3]];
    assert_eq!(SpatialMedian.estimate(&obtuse), Ok(obtuse[2]));
    // half of all in one place
    let tied = [
        point![5.0, 1.0],
        point![5.0, 1.0],
        point![-3.0, 9.0],
        point![7.0, 2.0],
    ];
    assert_eq!(SpatialMedian.estimate(&tied), Ok(tied[0]));
    // the corners of a convex quadrilateral: where the diagonals meet
    let corners = [
        point![0.0, 0.0],
        point![4.0, 4.0],
        point![0.0, 2.0],
        point![2.0, 0.0],
    ];
    let median = SpatialMedian.estimate(&corners).unwrap();
    assert!((median - point![1.0, 1.0]).norm() < 1e-15);
    // on a line, as on the line
    let line = [1.0, 2.0, 4.0, 9.0].map(|t| point![t, 2.0 * t]);
    let median = SpatialMedian.estimate(&line).unwrap();
    assert!((median - point![3.0, 6.0]).norm() < 1e-14);
    assert_eq!(SpatialMedian.estimate(&line[..3]), Ok(line[1]));
    assert_eq!(SpatialMedian.estimate(&[line[0]; 5]), Ok(line[0]));
}

#[test]
fn the_unit_vectors_to_the_observations_add_up_to_the_index() {
    for u in [vector![0.2, -0.1], vector![-0.3, 0.25], vector![0.0, 0.5]] {
        let q = SpatialQuantile::new(u).unwrap().estimate(&SIX).unwrap();
        let units = SIX.map(|x| (x - q).normalize());
        let mean = units.iter().sum::<nalgebra::Vector2<f64>>() / 6.0;
        assert!((mean + u).norm() < 1e-14, "{u}: {q}");
    }
}

/// The three predictors (Hawkins, Bradu and Kass, *Technometrics* 26, 1984).
#[rustfmt::skip]
const HBK: [[f64; 3]; 75] = [
    [10.1, 19.6, 28.3], [9.5, 20.5, 28.9], [10.7, 20.2, 31.0], [9.9, 21.5, 31.7], [10.3, 21.1, 31.1],
    [10.8, 20.4, 29.2], [10.5, 20.9, 29.1], [9.9, 19.6, 28.8], [9.7, 20.7, 31.0], [9.3, 19.7, 30.3],
    [11.0, 24.0, 35.0], [12.0, 23.0, 37.0], [12.0, 26.0, 34.0], [11.0, 34.0, 34.0], [3.4, 2.9, 2.1],
    [3.1, 2.2, 0.3], [0.0, 1.6, 0.2], [2.3, 1.6, 2.0], [0.8, 2.9, 1.6], [3.1, 3.4, 2.2],
    [2.6, 2.2, 1.9], [0.4, 3.2, 1.9], [2.0, 2.3, 0.8], [1.3, 2.3, 0.5], [1.0, 0.0, 0.4],
    [0.9, 3.3, 2.5], [3.3, 2.5, 2.9], [1.8, 0.8, 2.0], [1.2, 0.9, 0.8], [1.2, 0.7, 3.4],
    [3.1, 1.4, 1.0], [0.5, 2.4, 0.3], [1.5, 3.1, 1.5], [0.4, 0.0, 0.7], [3.1, 2.4, 3.0],
    [1.1, 2.2, 2.7], [0.1, 3.0, 2.6], [1.5, 1.2, 0.2], [2.1, 0.0, 1.2], [0.5, 2.0, 1.2],
    [3.4, 1.6, 2.9], [0.3, 1.0, 2.7], [0.1, 3.3, 0.9], [1.8, 0.5, 3.2], [1.9, 0.1, 0.6],
    [1.8, 0.5, 3.0], [3.0, 0.1, 0.8], [3.1, 1.6, 3.0], [3.1, 2.5, 1.9], [2.1, 2.8, 2.9],
    [2.3, 1.5, 0.4], [3.3, 0.6, 1.2], [0.3, 0.4, 3.3], [1.1, 3.0, 0.3], [0.5, 2.4, 0.9],
    [1.8, 3.2, 0.9], [1.8, 0.7, 0.7], [2.4, 3.4, 1.5], [1.6, 2.1, 3.0], [0.3, 1.5, 3.3],
    [0.4, 3.4, 3.0], [0.9, 0.1, 0.3], [1.1, 2.7, 0.2], [2.8, 3.0, 2.9], [2.0, 0.7, 2.7],
    [0.2, 1.8, 0.8], [1.6, 2.0, 1.2], [0.1, 0.0, 1.1], [2.0, 0.6, 0.3], [1.0, 2.2, 2.9],
    [2.2, 2.5, 2.3], [0.6, 2.0, 1.5], [0.3, 1.7, 2.2], [0.0, 2.2, 1.6], [0.3, 0.4, 2.6],
];

/// The planted outliers are found; mean and covariance of the others by numpy, the factor by scipy.
#[test]
fn the_outliers_of_hawkins_bradu_and_kass_are_found() {
    let sample = HBK.map(Point3::from);
    let fit = MinimumCovarianceDeterminant::default()
        .fit(&sample)
        .unwrap();
    assert_eq!(fit.support, (14..75).collect::<Vec<_>>());
    let location = point![1.5377049180327864, 1.7803278688524595, 1.6868852459016395];
    assert!((fit.location - location).norm() < 1e-13, "{}", fit.location);
    let covariance: SMatrix<f64, 3, 3> = matrix![
        1.1320546448087436, 0.05075409836065578, 0.11733606557377049;
        0.05075409836065578, 1.1522732240437161, 0.14073770491803284;
        0.11733606557377049, 0.14073770491803284, 1.0701584699453548];
    let scatter = covariance * 1.078478718355326;
    assert!((fit.scatter - scatter).norm() < 1e-12, "{}", fit.scatter);
    // beside them the plain distances see nothing: masking
    let distances = Mahalanobis.estimate(&sample).unwrap();
    assert!(distances[..10].iter().all(|d| d * d < 9.348403604496148));
}

/// The depth by its definition: half-planes with normals near those of all lines through q.
fn depth_by_definition(q: [i64; 2], points: &[[i64; 2]]) -> f64 {
    let differences = points.iter().map(|x| [x[0] - q[0], x[1] - q[1]]);
    let differences: Vec<[i64; 2]> = differences.collect();
    let mut least = points.len();
    for d in &differences {
        for side in [-1, 1] {
            for turn in [-1, 0, 1] {
                let large = side * 1_000_000;
                let normal = [-large * d[1] + turn * d[0], large * d[0] + turn * d[1]];
                let inside = |x: &&[i64; 2]| x[0] * normal[0] + x[1] * normal[1] >= 0;
                least = least.min(differences.iter().filter(inside).count());
            }
        }
    }
    least as f64
}

fn real(points: &[[i64; 2]]) -> Vec<Point2<f64>> {
    let real = |x: &[i64; 2]| point![x[0] as f64, x[1] as f64];
    points.iter().map(real).collect()
}

#[test]
fn half_space_depth_is_that_of_the_definition() {
    let mut pairs = Vec::new();
    let mut state = 1_u64;
    let mut random = |n: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        ((state >> 33) % n) as i64
    };
    for case in 0..300 {
        let n = 1 + random(12);
        let size = [3, 5, 100][case % 3];
        let points: Vec<[i64; 2]> = (0..n).map(|_| [random(size), random(size)]).collect();
        let known: Vec<f64> = points
            .iter()
            .map(|&q| depth_by_definition(q, &points))
            .collect();
        let sample = real(&points);
        assert_eq!(
            HalfSpaceDepth.estimate(&sample).as_ref(),
            Ok(&known),
            "{points:?}"
        );
        // exact affine maps do not change it, ties and all
        let shear = AffineTransformation {
            linear: matrix![2.0, 1.0; 7.0, 4.0] * f64::exp2(case as f64 - 100.0),
            translation: vector![f64::exp2(case as f64 - 100.0), 0.0],
        };
        let shift = AffineTransformation {
            linear: matrix![-1.0, 3.0; 0.0, 1.0],
            translation: vector![12345.0, -678.0],
        };
        pairs.extend([(shear, sample.clone()), (shift, sample)]);
    }
    let claim = AffineInvariants::<2>;
    let values = Partial::new(claim.values());
    let depth = |x: &Vec<_>| HalfSpaceDepth.estimate(x);
    let map = EquivariantMap::new(claim.group(), claim.samples(), values, depth);
    map.verify(pairs).unwrap();
}

#[test]
fn bad_samples_of_points_are_refused() {
    let line = [0.0, 1.0, 2.0, 5.0].map(|t| point![t * 0.1, 1e6 + t * 0.3]);
    assert!(matches!(
        Mahalanobis.estimate(&line),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        TylerShape.estimate(&line),
        Err(Refusal::Degenerate(_))
    ));
    assert_eq!(CentreOfMass::<2>.estimate(&[]), Err(Refusal::Empty));
    let few = Refusal::TooFew {
        found: 1,
        needed: 2,
    };
    assert_eq!(Covariance.estimate(&line[..1]), Err(few));
    let infinite = [point![0.0, 0.0], point![1.0, f64::INFINITY]];
    let refusal = SpatialMedian.estimate(&infinite).unwrap_err();
    assert!(matches!(refusal, Refusal::NotFinite { index: 1, .. }));
    let huge = [point![1e200, 0.0], point![-1e200, 0.0], point![0.0, 1e200]];
    assert!(matches!(
        Covariance.estimate(&huge),
        Err(Refusal::Overflow(_))
    ));
    assert!(Mahalanobis.estimate(&huge).is_ok());
    // half of the directions on one axis, half on another: no unique shape
    let cross = [
        point![1.0, 0.0],
        point![-1.0, 0.0],
        point![0.0, 2.0],
        point![0.0, -2.0],
    ];
    assert!(TylerShape.estimate(&cross).is_err());
    assert!(InvariantCoordinates.estimate(&cross).is_err());
    // most of the points on a line
    let mut mostly = vec![point![0.3, 0.7], point![2.0, -1.0]];
    mostly.extend((0..6).map(|i| point![f64::from(i * i), f64::from(i * i)]));
    let refusal = MinimumCovarianceDeterminant::default()
        .estimate(&mostly)
        .unwrap_err();
    assert!(matches!(refusal, Refusal::Degenerate(_)));
}

#[test]
fn most_observations_in_a_plane_are_seen_in_all_coordinates() {
    let sample = [
        point![0.0, 0.0, 0.0],
        point![1.0, 0.0, 0.0],
        point![0.0, 1.0, 0.0],
        point![0.0, 0.0, 0.0],
        point![1.0, 100.0, 1.0],
    ];
    let thin = matrix![1.0, 1.0, 0.0; 0.0, 1e-5, 0.0; 7.0, 0.3, 1.0];
    for linear in [
        SMatrix::identity(),
        matrix![1.0, 1.0, 0.0; 0.0, 1.0, 0.0; 0.0, 0.0, 1.0],
        thin,
    ] {
        let moved = sample.map(|x| Point3::from(linear * x.coords));
        let refusal = MinimumCovarianceDeterminant::default()
            .estimate(&moved)
            .unwrap_err();
        assert!(matches!(refusal, Refusal::Degenerate(_)));
    }
}

/// Three of seven observations on a line, nearly through the mean: thin, and the same in all orders and coordinates.
#[test]
fn a_thin_shape_is_known_in_all_coordinates() {
    let [zero, x, y, z] = [
        point![0.0, 0.0, 0.0],
        point![1.0, 0.0, 0.0],
        point![0.0, 1.0, 0.0],
        point![0.0, 0.0, 1.0],
    ];
    let map = TylerShape.equivariant();
    for length in [1e1, 1e2, 1e3, 1e4] {
        let sample = vec![x, zero, zero, y, x * length, y, z];
        let linear = matrix![1.0, 0.0, 0.0; 0.0, 1.0, 0.0; 0.0, 1.0, 1.0];
        let shears = [0.0, 7.0].map(|shift| AffineTransformation {
            linear,
            translation: vector![shift, 0.0, -shift],
        });
        map.verify(shears.map(|g| (g, sample.clone()))).unwrap();
        let mut reversed = sample.clone();
        reversed.reverse();
        let refused = [sample, reversed].map(|x| TylerShape.estimate(&x).is_err());
        assert_eq!(refused[0], refused[1], "{length}");
    }
}

/// Three of five observations on a line through the mean, and at most two would do: refused wherever it is.
#[test]
fn a_shape_that_does_not_exist_is_refused_everywhere() {
    let sample = [
        point![0.0, 5.0],
        point![6.6, 5.0],
        point![-6.6, 2.0],
        point![-6.6, 2.0],
        point![-9.9, 1.0],
    ];
    for shift in [0.0, -8.0, 1.0, 1e3] {
        for turned in [false, true] {
            let moved = sample.map(|p| point![p.x + shift, if turned { p.y + p.x } else { p.y }]);
            let refused = TylerShape.estimate(&moved);
            assert!(
                matches!(refused, Err(Refusal::Degenerate(_))),
                "{shift}: {refused:?}"
            );
        }
    }
}
