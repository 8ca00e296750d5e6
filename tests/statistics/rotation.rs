//! Estimators of rotations.

use equivariant::groups::SpecialOrthogonal;
use equivariant::sets::TwoSided;
use equivariant::statistics::Refusal;
use equivariant::statistics::circular::{CircularMean, CircularMedian};
use equivariant::statistics::claim::Orientation;
use equivariant::statistics::rotation::{
    ChordalMean, Correspondence, Correspondences, GeodesicMean, GeodesicMedian, Wahba,
};
use equivariant::{HaarMeasure, LieGroup};
use nalgebra::{Matrix3, Matrix4, Quaternion, Rotation3, SymmetricEigen, UnitQuaternion, Vector3};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::check::{check, holds};
use equivariant::Check;
use equivariant::statistics::Estimator;

type So3 = SpecialOrthogonal<3>;

#[test]
fn both_actions_hold_the_laws() {
    let pairs = (So3::default(), So3::default());
    let check = Check::default().cases(128).seed(1);
    check.action(&pairs, &TwoSided(So3::default())).unwrap();
    check.action(&pairs, &Correspondences).unwrap();
}

#[test]
fn every_estimator_moves_from_both_sides() {
    holds(ChordalMean);
    holds(GeodesicMean);
    holds(GeodesicMedian);
    holds(Wahba);
}

/// A claim about a function.
#[derive(Clone)]
struct Claimed(fn(&[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal>);

impl Estimator for Claimed {
    type Claim = Orientation;

    fn claim(&self) -> Orientation {
        Orientation
    }

    fn name(&self) -> String {
        "mutant".to_owned()
    }

    fn estimate(&self, sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
        (self.0)(sample)
    }
}

/// The polar factor of the mean, which may be a reflection.
fn polar(sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
    ChordalMean.estimate(sample)?;
    let mean = sample.iter().map(Rotation3::matrix).sum::<Matrix3<f64>>();
    let svd = mean.svd(true, true);
    match (svd.u, svd.v_t) {
        (Some(u), Some(v_t)) => Ok(Rotation3::from_matrix_unchecked(u * v_t)),
        _ => Err(Refusal::Empty),
    }
}

/// The mean of the Euler angles.
fn euler(sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
    let n = sample.len() as f64;
    let [roll, pitch, yaw] = sample.iter().fold([0.0; 3], |sum, r| {
        let (roll, pitch, yaw) = r.euler_angles();
        [sum[0] + roll / n, sum[1] + pitch / n, sum[2] + yaw / n]
    });
    Ok(Rotation3::from_euler_angles(roll, pitch, yaw))
}

/// The normalised mean of the quaternions, whose signs are chosen by nobody.
fn quaternions(sample: &[Rotation3<f64>]) -> Result<Rotation3<f64>, Refusal> {
    let sum = sample
        .iter()
        .map(|r| *UnitQuaternion::from_rotation_matrix(r).quaternion());
    let sum = sum.fold(Quaternion::new(0.0, 0.0, 0.0, 0.0), |sum, q| sum + q);
    Ok(UnitQuaternion::from_quaternion(sum).to_rotation_matrix())
}

#[test]
fn reflections_and_coordinates_are_refused() {
    for mutant in [polar, euler, quaternions] {
        assert!(check(Claimed(mutant), 128).is_err());
    }
}

fn about_z(angle: f64) -> Rotation3<f64> {
    Rotation3::from_axis_angle(&Vector3::z_axis(), angle)
}

fn apart(r: &Rotation3<f64>, s: &Rotation3<f64>) -> f64 {
    (r.matrix() - s.matrix()).norm()
}

#[test]
fn about_one_axis_they_are_circular() {
    let angles = [0.3, 0.1, 1.0, -0.2, 0.5];
    let sample = angles.map(about_z);
    let mean = CircularMean.estimate(&angles).unwrap();
    assert!(apart(&ChordalMean.estimate(&sample).unwrap(), &about_z(mean)) < 1e-15);
    let mean = angles.iter().sum::<f64>() / 5.0;
    assert!(apart(&GeodesicMean.estimate(&sample).unwrap(), &about_z(mean)) < 1e-15);
    for n in [4, 5] {
        let median = CircularMedian.estimate(&angles[..n]).unwrap();
        assert!(
            apart(
                &GeodesicMedian.estimate(&sample[..n]).unwrap(),
                &about_z(median)
            ) < 1e-15
        );
    }
}

/// The rotation with the largest Σ wᵢ bᵢ·R aᵢ by Davenport's q-method: the eigenvector of a symmetric
/// matrix of order 4 with the largest eigenvalue, as a quaternion. Beside it, the gap to the second.
fn davenport(b: &Matrix3<f64>) -> (Rotation3<f64>, f64) {
    let z = Vector3::new(
        b[(2, 1)] - b[(1, 2)],
        b[(0, 2)] - b[(2, 0)],
        b[(1, 0)] - b[(0, 1)],
    );
    let mut k = Matrix4::zeros();
    k.fixed_view_mut::<3, 3>(1, 1)
        .copy_from(&(b + b.transpose() - Matrix3::identity() * b.trace()));
    k[(0, 0)] = b.trace();
    k.fixed_view_mut::<3, 1>(1, 0).copy_from(&z);
    k.fixed_view_mut::<1, 3>(0, 1).copy_from(&z.transpose());
    let eigen = SymmetricEigen::new(k);
    let mut order = [0, 1, 2, 3];
    order.sort_by(|&i, &j| eigen.eigenvalues[j].total_cmp(&eigen.eigenvalues[i]));
    let q = eigen.eigenvectors.column(order[0]);
    let q = UnitQuaternion::from_quaternion(Quaternion::new(q[0], q[1], q[2], q[3]));
    let gap = eigen.eigenvalues[order[0]] - eigen.eigenvalues[order[1]];
    (q.to_rotation_matrix(), gap)
}

#[test]
fn davenport_and_wahba_agree() {
    let mut random = StdRng::seed_from_u64(3);
    let mut vector = || {
        use rand::RngExt;
        Vector3::from_fn(|_, _| random.random_range(-1.0..1.0))
    };
    let mut reflections = 0;
    for case in 0..500 {
        let n = 2 + case % 5;
        let sample: Vec<Correspondence> = (0..n)
            .map(|i| Correspondence {
                from: vector(),
                to: vector(),
                weight: f64::from(i + 1),
            })
            .collect();
        let products = sample
            .iter()
            .map(|pair| pair.weight * pair.to * pair.from.transpose());
        let b = products.sum::<Matrix3<f64>>();
        reflections += usize::from(b.determinant() < 0.0);
        let (known, gap) = davenport(&b);
        let found = Wahba.estimate(&sample).unwrap();
        assert!((found.matrix().determinant() - 1.0).abs() < 1e-14);
        assert!(apart(&found, &known) < 1e-13 * b.norm() / gap);
    }
    assert!(reflections > 100);
}

#[test]
fn where_a_reflection_fits_better_a_rotation_is_given() {
    let pair = |from: Vector3<f64>, to, weight| Correspondence { from, to, weight };
    let [x, y, z] = [Vector3::x(), Vector3::y(), Vector3::z()];
    let mirrored = [pair(x, x, 3.0), pair(y, y, 2.0), pair(z, -z, 1.0)];
    assert_eq!(Wahba.estimate(&mirrored), Ok(Rotation3::identity()));
    // and none if the mirror image is as heavy
    let even = [pair(x, x, 3.0), pair(y, y, 2.0), pair(z, -z, 2.0)];
    assert!(matches!(Wahba.estimate(&even), Err(Refusal::Degenerate(_))));
}

/// Rotations within about `spread` of one, by Haar measure before they are shortened.
fn near(random: &mut StdRng, n: usize, spread: f64) -> Vec<Rotation3<f64>> {
    let so3 = So3::default();
    let centre = so3.sample(random);
    let mut shortened = || {
        let algebra = so3
            .log(&so3.sample(random))
            .unwrap_or_else(|_| Matrix3::zeros());
        centre * so3.exp(&(algebra * (spread / std::f64::consts::PI)))
    };
    (0..n).map(|_| shortened()).collect()
}

#[test]
fn means_and_medians_are_least() {
    let so3 = So3::default();
    let angle = |r: &Rotation3<f64>, s: &Rotation3<f64>| {
        so3.vee(&so3.log(&(r.inverse() * s)).unwrap()).norm()
    };
    let mut random = StdRng::seed_from_u64(8);
    for case in 0..200 {
        let sample = near(&mut random, 3 + case % 9, [0.01, 0.3, 0.7][case % 3]);
        let sums = |r: &Rotation3<f64>| {
            let angles: Vec<f64> = sample.iter().map(|s| angle(r, s)).collect();
            let chords = sample.iter().map(|s| apart(r, s).powi(2)).sum::<f64>();
            [
                chords,
                angles.iter().map(|a| a * a).sum(),
                angles.iter().sum::<f64>(),
            ]
        };
        let centres = [
            ChordalMean.estimate(&sample).unwrap(),
            GeodesicMean.estimate(&sample).unwrap(),
            GeodesicMedian.estimate(&sample).unwrap(),
        ];
        for (kind, centre) in centres.iter().enumerate() {
            let least = sums(centre)[kind];
            for size in [1e-4, 1e-2, 1.0] {
                for _ in 0..20 {
                    let algebra = so3.log(&so3.sample(&mut random)).unwrap();
                    let elsewhere = centre * so3.exp(&(algebra * size));
                    let Ok(_) = so3.log(&(elsewhere.inverse() * sample[0])) else {
                        continue;
                    };
                    assert!(
                        sums(&elsewhere)[kind] >= least * (1.0 - 1e-14),
                        "{case} {kind} {size}"
                    );
                }
            }
            for observation in &sample {
                assert!(sums(observation)[kind] >= least * (1.0 - 1e-14));
            }
        }
    }
}

#[test]
fn an_outlier_does_not_pull_the_median_off_the_rest() {
    let sample = [0.0, 0.0, 0.0, 1.0].map(about_z);
    assert_eq!(GeodesicMedian.estimate(&sample), Ok(Rotation3::identity()));
    let tilted = Rotation3::from_axis_angle(&Vector3::x_axis(), 0.3);
    let sample = [
        about_z(0.0),
        about_z(0.0),
        about_z(0.0),
        about_z(1.0),
        tilted,
    ];
    assert_eq!(GeodesicMedian.estimate(&sample), Ok(Rotation3::identity()));
}

#[test]
fn bad_samples_are_refused() {
    assert_eq!(ChordalMean.estimate(&[]), Err(Refusal::Empty));
    let mirror = Rotation3::from_matrix_unchecked(-Matrix3::identity());
    assert!(matches!(
        ChordalMean.estimate(&[mirror]),
        Err(Refusal::OutsideSupport { index: 0, .. })
    ));
    let unknown = Rotation3::from_matrix_unchecked(Matrix3::repeat(f64::NAN));
    assert!(matches!(
        GeodesicMean.estimate(&[unknown]),
        Err(Refusal::NotFinite { index: 0, .. })
    ));
    let apart = [about_z(0.0), about_z(2.0), about_z(4.0)];
    assert!(matches!(
        GeodesicMean.estimate(&apart),
        Err(Refusal::Degenerate(_))
    ));
    assert!(matches!(
        GeodesicMedian.estimate(&apart),
        Err(Refusal::Degenerate(_))
    ));
    let negative = Correspondence {
        from: Vector3::x(),
        to: Vector3::x(),
        weight: -1.0,
    };
    assert!(matches!(
        Wahba.estimate(&[negative]),
        Err(Refusal::OutsideSupport { .. })
    ));
}

/// A claim about a function of correspondences.
#[derive(Clone)]
struct Aligned(fn(&[Correspondence]) -> Result<Rotation3<f64>, Refusal>);

impl Estimator for Aligned {
    type Claim = equivariant::statistics::claim::Alignment;

    fn claim(&self) -> Self::Claim {
        equivariant::statistics::claim::Alignment
    }

    fn name(&self) -> String {
        "mutant".to_owned()
    }

    fn estimate(&self, sample: &[Correspondence]) -> Result<Rotation3<f64>, Refusal> {
        (self.0)(sample)
    }
}

/// The orthogonal matrix that fits best: where the determinant of Σ w b aᵀ is negative, a reflection.
fn forgets_the_sign(sample: &[Correspondence]) -> Result<Rotation3<f64>, Refusal> {
    let rotation = Wahba.estimate(sample)?;
    let products = sample
        .iter()
        .map(|pair| pair.weight * pair.to * pair.from.transpose())
        .sum::<Matrix3<f64>>();
    match products.svd(false, true).v_t {
        Some(v_t) if products.determinant() < 0.0 => {
            let last = v_t.row(2).transpose();
            let mirror = Matrix3::identity() - 2.0 * last * last.transpose();
            Ok(Rotation3::from_matrix_unchecked(rotation.matrix() * mirror))
        }
        _ => Ok(rotation),
    }
}

#[test]
fn a_solution_that_forgets_the_sign_of_the_determinant_is_refused() {
    check(Aligned(|sample| Wahba.estimate(sample)), 64).unwrap();
    let violation = check(Aligned(forgets_the_sign), 64).unwrap_err();
    assert_eq!(
        *violation.diagnosis(),
        equivariant::Diagnosis::OutsideCodomain
    );
}
