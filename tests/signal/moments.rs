//! Moments that stay when a picture is moved, turned, mirrored, or scaled.

use equivariant::groups::Dihedral;
use equivariant::sets::{Power, Reals, Vectors};
use equivariant::signal::{
    CentralMoments, FiniteSupport, FiniteSupports, HuMoments, Image, Intensities, Refusal,
    ZernikeMoments, p4m,
};
use equivariant::{Check, EquivariantMap};

/// A smooth picture without symmetries, turned by an angle and scaled about the centre.
fn blobs(side: usize, angle: f64, scale: f64) -> Image<f64> {
    let (sine, cosine) = angle.sin_cos();
    Image::from_fn([side, side], |[row, column]| {
        let half = side as f64 / 2.0;
        let [r, c] = [row, column].map(|i| (i as f64 + 0.5 - half) / (half * scale));
        let (u, v) = (cosine * r + sine * c, cosine * c - sine * r);
        let blob = |a: f64, b: f64, width: f64, height: f64| {
            height * (-((u - a).powi(2) + (v - b).powi(2)) / (width * width)).exp()
        };
        blob(0.1, 0.2, 0.15, 1.0) + blob(-0.25, 0.1, 0.1, 2.0) + blob(0.2, -0.2, 0.12, 0.5)
    })
}

fn hu(image: &Image<f64>) -> [f64; 7] {
    let (six, seventh) = HuMoments
        .apply(&FiniteSupport::new([0, 0], image.clone()))
        .unwrap();
    [six[0], six[1], six[2], six[3], six[4], six[5], seventh]
}

#[test]
fn hu_moments_move_with_the_grid() {
    for seed in 0..12 {
        Check::default()
            .cases(64)
            .seed(seed)
            .equivariant(&HuMoments.equivariant())
            .unwrap();
    }
}

#[test]
fn the_seventh_of_hu_is_no_invariant_of_mirrors() {
    let images = FiniteSupports::<Intensities, 2>::default();
    let seventh = EquivariantMap::invariant(
        p4m(),
        images,
        Reals::default(),
        |x: &FiniteSupport<f64, 2>| HuMoments.apply(x).map_or(0.0, |(_, seventh)| seventh),
    );
    for seed in 0..6 {
        Check::default()
            .cases(256)
            .seed(seed)
            .equivariant(&seventh)
            .unwrap_err();
    }
    // moments about 0 instead of the centre do not stay under shifts
    let about_zero = EquivariantMap::invariant(
        p4m(),
        images,
        Vectors::<1>::default(),
        |x: &FiniteSupport<f64, 2>| {
            let moment: f64 = x.cells().map(|(i, v)| (i[0] as f64).powi(2) * v).sum();
            nalgebra::vector![moment]
        },
    );
    Check::default()
        .seed(1)
        .equivariant(&about_zero)
        .unwrap_err();
}

#[test]
fn hu_moments_nearly_stay_under_other_turns_and_sizes() {
    let reference = hu(&blobs(96, 0.0, 1.0));
    for (angle, scale) in [(0.5, 1.0), (1.1, 1.0), (0.0, 0.8), (0.7, 0.9)] {
        for (value, expected) in hu(&blobs(96, angle, scale)).iter().zip(reference) {
            assert!((value / expected - 1.0).abs() < 0.02, "{value} {expected}");
        }
    }
}

#[test]
fn they_are_those_of_scikit_image() {
    // written by tests/signal/moments.py
    let csv = include_str!("moments.csv");
    let mut pictures = 0;
    for line in csv.lines() {
        let numbers: Vec<f64> = line
            .split(',')
            .map(|number| number.parse().unwrap())
            .collect();
        let (rows, columns) = (numbers[0] as usize, numbers[1] as usize);
        let (pixels, moments) = numbers[2..].split_at(rows * columns);
        let image = Image::new([rows, columns], pixels.to_vec()).unwrap();
        for (value, expected) in hu(&image).iter().zip(moments) {
            assert!(
                (value - expected).abs() <= 1e-12 * expected.abs().max(1e-6),
                "{value} {expected}"
            );
        }
        pictures += 1;
    }
    assert_eq!(pictures, 6);
}

#[test]
fn zernike_moments_stay_under_the_symmetries_of_the_square() {
    for seed in 0..8 {
        let check = Check::default().cases(64).seed(seed);
        check
            .equivariant(&ZernikeMoments::new(6).invariant())
            .unwrap();
        // their real parts do not
        let square = Dihedral::new(4).unwrap();
        let real = EquivariantMap::invariant(
            square,
            equivariant::signal::Images::<Reals>::default(),
            Power::<Reals>::default(),
            |x: &Image<f64>| {
                ZernikeMoments::new(3)
                    .moments(x)
                    .iter()
                    .map(|moment| moment.re)
                    .collect()
            },
        );
        check.equivariant(&real).unwrap_err();
    }
}

#[test]
fn zernike_moments_nearly_stay_under_other_turns() {
    let zernike = ZernikeMoments::new(8);
    let reference = zernike.apply(&blobs(128, 0.0, 1.0));
    let largest = reference.iter().copied().fold(0.0, f64::max);
    for angle in [0.3, 0.8, 1.3] {
        let turned = zernike.apply(&blobs(128, angle, 1.0));
        for (value, expected) in turned.iter().zip(&reference) {
            assert!(
                (value - expected).abs() < 2e-3 * largest,
                "{value} {expected}"
            );
        }
    }
}

#[test]
fn the_polynomials_are_those_of_the_factorials() {
    // the picture R_nm(ρ) cos(mθ) on a fine grid has the moment A_nm = 1/2, or 1 for m = 0, and no other of its m
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    let radial = |n: usize, m: usize, rho: f64| -> f64 {
        let term = |k: usize| {
            let sign = if k.is_multiple_of(2) { 1.0 } else { -1.0 };
            let below = factorial(k) * factorial((n + m) / 2 - k) * factorial((n - m) / 2 - k);
            sign * factorial(n - k) / below * rho.powi((n - 2 * k) as i32)
        };
        (0..=(n - m) / 2).map(term).sum()
    };
    let zernike = ZernikeMoments::new(6);
    for (n, m) in zernike.indices() {
        let image = Image::from_fn([300, 300], |[row, column]| {
            let [r, c] = [row, column].map(|i| (i as f64 + 0.5 - 150.0) / 150.0);
            radial(n, m, r.hypot(c)) * (m as f64 * r.atan2(c)).cos()
        });
        for ((other, of), moment) in zernike.indices().zip(zernike.moments(&image)) {
            let expected = match (other == n && of == m, m) {
                (true, 0) => 1.0,
                (true, _) => 0.5,
                _ => 0.0,
            };
            assert!(
                (moment.re - expected).abs() < 0.02 && moment.im.abs() < 0.02,
                "{n} {m}: {other} {of} {moment}"
            );
        }
    }
}

#[test]
fn a_picture_without_mass_is_refused() {
    let dark = FiniteSupport::new([0, 0], Image::from_fn([3, 3], |_| 0.0));
    assert_eq!(
        HuMoments.apply(&dark),
        Err(Refusal::Degenerate("the mass is not positive"))
    );
    let bar = FiniteSupport::new([0, 0], Image::from_fn([1, 3], |_| 1.0));
    let moments = CentralMoments::of(&bar).unwrap();
    assert_eq!(
        [
            moments.get(0, 2),
            moments.get(2, 0),
            moments.get(1, 1),
            moments.get(5, 5)
        ],
        [2.0, 0.0, 0.0, 0.0]
    );
    assert_eq!(moments.normalised(0, 2), 2.0 / 9.0);
    let empty = Image::new([0, 0], vec![]).unwrap();
    assert!(
        ZernikeMoments::new(2)
            .apply(&empty)
            .iter()
            .all(|moment| moment.is_nan() || *moment == 0.0)
    );
}
